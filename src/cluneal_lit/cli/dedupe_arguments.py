"""What can be said to `dedupe`: the files, what is written, whose record stays, what a person decided."""

from __future__ import annotations

import argparse

WRITTEN = ("bibtex", "ris", "nbib", "csl", "endnote", "enw", "csv")


def add(verb: argparse.ArgumentParser) -> None:
    """Add the options."""
    verb.add_argument(
        "paths", nargs="*", metavar="FILE", help="bibliographies, folders with some, `-` (standard input)"
    )
    verb.add_argument(
        "-o", "--output", metavar="OUT", help="write one record a work to this file; `-` is standard output"
    )
    verb.add_argument("--to", choices=WRITTEN, help="its format; else the one that the suffix of OUT names")
    verb.add_argument("--report", metavar="OUT.html", help="write counts, questions and joins, side by side, as a page")
    verb.add_argument(
        "--prefer", default="", metavar="SOURCE,…", help="of these databases or files a work's record stays"
    )
    verb.add_argument(
        "--decisions", metavar="FILE.toml", help="keep to what was decided there, and remember what is now"
    )
    for name, does in (("join", "say that two records are one work"), ("apart", "say that they are two works")):
        verb.add_argument(f"--{name}", nargs=2, action="append", default=[], metavar=("A", "B"), help=does)
    verb.add_argument("--undo", action="store_true", help="take --join or --apart back from the file of --decisions")
    verb.add_argument("--by", metavar="NAME", help="who decides; else git's user")
    verb.add_argument("--reason", metavar="TEXT", help="why; kept beside the decision")
