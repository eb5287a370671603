"""Keeps the literature that documents cite true."""

__version__ = "0.1.0"
