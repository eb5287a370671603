"""From records and notes to entries: which records are one work, what it is called, what is printed about it."""
