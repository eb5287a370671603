"""What was found joined to citations: identifiers that mean one work, markers to the entries of their list."""
