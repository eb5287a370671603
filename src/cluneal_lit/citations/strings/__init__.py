"""What one reference string says: its fields, where they stand in it, and the kind of work."""
