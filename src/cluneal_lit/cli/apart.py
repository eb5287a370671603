"""`apart`: say that two works are two."""

from __future__ import annotations

import argparse

from cluneal_lit.cli import pairs


def main(options: argparse.Namespace) -> int:
    """Decide, or take it back."""
    return pairs.decide("apart", options)
