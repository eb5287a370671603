"""Identifiers in a text: what looks like one, what it is, and whether it is well formed."""
