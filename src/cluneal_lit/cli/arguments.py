"""What can be said on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from cluneal_lit import __version__
from cluneal_lit.cli import check_arguments, days, dedupe_arguments, streams
from cluneal_lit.cli.dedupe_arguments import WRITTEN
from cluneal_lit.cli.verbs import VERBS

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

FAIL_ON = ("error", "warning", "note", "never")
FORMATS = ("bibtex", "csl", "vancouver")


class _Parser(argparse.ArgumentParser):
    """Answers a wrong call with one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; argparse itself is silent where there is no room for it."""
        if file is None:
            streams.say(self.format_help().rstrip("\n"))
        else:
            super().print_help(file)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options; the verb that was chosen stands in `verb`, a function of the options.

    Exits with 2, and one line that names the verb's own help, for a wrong call; without a verb, with the whole help.
    """
    top = parser()
    options, unknown = top.parse_known_args(arguments)
    if not hasattr(options, "verb"):
        if unknown:
            top.error(f"unrecognized arguments: {' '.join(unknown)}")
        top.print_help(sys.stderr)
        top.exit(2)
    if unknown:
        options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def parser() -> argparse.ArgumentParser:
    """The parser of everything that can be said."""
    top = _Parser(
        prog="cluneal-lit",
        description="Keep the literature that your documents cite true: find the citations, ask PubMed and Crossref, "
        "check, and publish the bibliography.",
        epilog="Start with `cluneal-lit init` in an empty folder, then `cluneal-lit run`.",
    )
    top.add_argument("--version", action="version", version=f"cluneal-lit {__version__}")
    top.add_argument("-C", "--project", default=".", metavar="FOLDER", help="the project; default: this folder")
    added = top.add_subparsers(title="verbs", metavar="VERB")

    verbs = {name: _verb(added, name) for name in VERBS}
    for name in ("run", "refresh"):
        _network(verbs[name])
    verbs["run"].set_defaults(works=())
    verbs["refresh"].add_argument(
        "works", nargs="*", metavar="KEY|ID", help="ask again about these works alone, by citation key or identifier"
    )
    for name in ("run", "check"):
        verbs[name].add_argument(
            "--fail-on", choices=FAIL_ON, help="the weakest finding that makes the exit code 1; never: neither 1 nor 3"
        )
    for name in ("run", "refresh", "check"):
        verbs[name].add_argument(
            "--incomplete", choices=("fail", "ok"), help="exit code 3 or 0 when a service gave no answer"
        )
    for name in ("show", "note"):
        verbs[name].add_argument("work", metavar="KEY|ID", help="a citation key or an identifier; digits are a PMID")
    _match(verbs["match"])
    _decide(verbs)
    dedupe_arguments.add(verbs["dedupe"])
    _input(verbs)
    check_arguments.add(verbs["check"])
    _alone(verbs)
    return top


def _verb(verbs: argparse._SubParsersAction[_Parser], name: str) -> argparse.ArgumentParser:
    what, examples, more = VERBS[name]
    width = max(len(call) for call, _ in examples)
    verb = verbs.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog="\n".join(("examples:", *(f"  {call:<{width}}  {does}" for call, does in examples))) + more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verb.add_argument("--json", action="store_true", help="print the answer as JSON")
    # Suppressed, or a verb's own default would count for more than what was said before the verb.
    verb.add_argument(
        "-C", "--project", default=argparse.SUPPRESS, metavar="FOLDER", help="the project; default: this folder"
    )
    verb.set_defaults(verb=_when_run(name), parser=verb)
    return verb


def _alone(verbs: Mapping[str, argparse.ArgumentParser]) -> None:
    """What one verb alone takes."""
    verbs["prune"].add_argument("--yes", action="store_true", help="remove what is listed without asking")
    verbs["build"].add_argument("--check", action="store_true", help="write nothing; exit with 1 if one is not current")
    only = "write this output alone, by its name in output/ or a wildcard; may be said several times"
    verbs["build"].add_argument("--only", action="append", default=[], metavar="NAME", help=only)
    verbs["show"].add_argument("--format", choices=FORMATS, help="print only the entry (csl: an array of CSL-JSON)")
    verbs["diff"].add_argument(
        "since",
        nargs="?",
        type=days.since,
        metavar="SINCE",
        help="a day, or 7d; else all that was ever seen",
    )
    verbs["doctor"].add_argument("--probe", action="store_true", help="ask the services whether they are as expected")
    verbs["explain"].add_argument("code", nargs="?", help="such as LIT402; without one, all codes are listed")
    verbs["explain"].add_argument("--markdown", action="store_true", help="print a page, as docs/rules.md has it")


def _when_run(name: str) -> Callable[[argparse.Namespace], int]:
    """The verb's function, imported when it runs, so that `--help` need not import what only others use."""

    def verb(options: argparse.Namespace) -> int:
        with import_module("cluneal_lit.store.patterns").compiled_once():
            return int(import_module(f"cluneal_lit.cli.{name}").main(options))

    return verb


def _input(verbs: Mapping[str, argparse.ArgumentParser]) -> None:
    verbs["scan"].add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, `-` (standard input); else the project's documents"
    )
    verbs["scan"].add_argument("--html", metavar="OUT", help="write the text with every citation marked, as a page")
    verbs["add"].add_argument(
        "works",
        nargs="+",
        metavar="FILE|ID",
        help="a bibliography of any format, a PMID, a DOI, the address of an article …",
    )
    convert = verbs["convert"]
    convert.add_argument("inputs", nargs="+", metavar="IN", help="bibliographies, or folders with some; `-` is stdin")
    convert.add_argument("-o", "--output", default="-", metavar="OUT", help="the file to write; else standard output")
    convert.add_argument("--to", choices=WRITTEN, help="its format; else the one that the suffix of OUT names")
    verbs["parse"].add_argument(
        "path", nargs="?", default="-", metavar="FILE", help="a text or JSON Lines; `-` or none is standard input"
    )


def _network(verb: argparse.ArgumentParser) -> None:
    reach = verb.add_mutually_exclusive_group()
    reach.add_argument("--offline", action="store_true", help="use what the store has; open no connection")
    reach.add_argument(
        "--frozen", action="store_true", help="open no connection, and fail if lock.jsonl does not cover the citations"
    )
    which = verb.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="ask again about everything")
    which.add_argument("--only-stale", action="store_true", help="ask again about what is too old, and nothing new")
    verb.add_argument(
        "--max-age", type=days.number, metavar="DAYS", help="ask again about records older than this: 30, 30d"
    )


def _match(verb: argparse.ArgumentParser) -> None:
    about = ("CITATION", "ID")
    what = verb.add_mutually_exclusive_group()
    what.add_argument("--accept", nargs=2, metavar=about, help="say that a citation is this work, whatever was found")
    what.add_argument("--reject", nargs=2, metavar=about, help="say that a citation is not this work")
    what.add_argument("--catalogue", metavar="FILE", help="match with these works (CSL-JSON, JSON Lines) instead")
    verb.add_argument("queries", nargs="?", metavar="QUERIES", help="with --catalogue: the references to match")
    verb.add_argument("--all", action="store_true", help="list also the references whose work is certain")


def _decide(verbs: Mapping[str, argparse.ArgumentParser]) -> None:
    for name in ("join", "apart"):
        for place in ("one", "other"):
            verbs[name].add_argument(place, metavar="KEY|ID", help="a citation key, an identifier or a record's name")
    waive = verbs["waive"]
    waive.add_argument("finding", metavar="FINDING-ID|CODE:KEY", help="one finding, or a code and a citation key")
    waive.add_argument(
        "--until", type=days.day, metavar="DATE", help="the last day on which it holds, such as 2027-01-01"
    )
    for name in ("match", "join", "apart", "waive"):
        verbs[name].add_argument("--undo", action="store_true", help="take the decision back: remove its line")
        verbs[name].add_argument("--by", metavar="NAME", help="who decides; else git's user")
        verbs[name].add_argument("--reason", metavar="TEXT", help="why; kept beside the decision")
