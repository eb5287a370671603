"""Markers in a text that cite: numbers in brackets or raised, authors with years, links."""
