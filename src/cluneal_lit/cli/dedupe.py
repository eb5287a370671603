"""`dedupe`: which records are one work."""

from __future__ import annotations

import argparse

from cluneal_lit.cli import joined


def main(options: argparse.Namespace) -> int:
    """List the duplicates of the project."""
    return joined.show(options)
