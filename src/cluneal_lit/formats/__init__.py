"""The exchange formats, one module each: reading, field map and escaping."""
