"""What can be said to `check`: about which documents and works, and which findings in which format."""

from __future__ import annotations

import argparse

from cluneal_lit.errors import ConfigError

FORMATS = ("text", "json", "github", "sarif")


def add(verb: argparse.ArgumentParser) -> None:
    """Add the options."""
    verb.add_argument(
        "files",
        nargs="*",
        metavar="FILE|URL",
        help="files, folders, `-` (standard input), addresses of pages; else the project's documents",
    )
    verb.add_argument("--catalogue", metavar="FILE", help="hold them against these works alone, as if no other existed")
    verb.add_argument("--offline", action="store_true", help="open no connection: use what was asked about before")
    verb.add_argument(
        "--fresh", action="store_true", help="ask the services anew, and say where the store differs; it stays as it is"
    )
    verb.add_argument("--links", action="store_true", help="follow the links of the documents, and tell broken ones")
    verb.add_argument("--store", action="store_true", help="check the stored records alone, by their digests")
    for name, what in (("select", "tell only"), ("ignore", "do not tell")):
        verb.add_argument(
            f"--{name}",
            type=_codes,
            action="extend",
            default=[],
            metavar="CODES",
            help=f"{what} findings of these codes, or that begin so: LIT5,LIT402",
        )
    verb.add_argument("--format", choices=FORMATS, help="github: annotations of a workflow; sarif: SARIF 2.1.0")
    verb.add_argument(
        "--baseline", metavar="FILE", help="only findings that are not in this file fail; say what is gone"
    )
    verb.add_argument("--write-baseline", metavar="FILE", help="write the findings into this file")
    verb.add_argument("--fix", action="store_true", help="print what can be mended for certain, as a patch")
    verb.add_argument("--write", action="store_true", help="with --fix: write it into the files too")
    verb.add_argument("--html", metavar="OUT", help="write a page to read: what is wrong, sentence by sentence")
    verb.add_argument(
        "--list-retracted",
        action="store_true",
        help="print the ids of works retracted or withdrawn, be it in part, a line each",
    )
    verb.add_argument(
        "--pairs", metavar="FILE", help="write each citing sentence beside the cited abstract: FILE.md or FILE.jsonl"
    )


def refuse(options: argparse.Namespace) -> None:
    """Raises ConfigError for what does not belong together."""
    if options.links and (options.store or options.offline):
        other = "--store looks at no document" if options.store else "--offline opens no connection"
        raise ConfigError(f"{other}; leave --links out")
    if options.store and (options.pairs or options.list_retracted or options.html):
        raise ConfigError("--store looks at no citation; leave --pairs, --list-retracted and --html out")
    if options.store and (options.files or options.catalogue):
        named = options.files[0] if options.files else "--catalogue"
        raise ConfigError(f"--store looks at the stored records alone; leave {named} out")
    for name in ("offline", "store", "catalogue"):
        if options.fresh and getattr(options, name):
            raise ConfigError(f"--fresh asks the services; leave --{name} out")


def _codes(text: str) -> list[str]:
    """The codes, or what they begin with, in capitals."""
    codes = [code.strip().upper() for code in text.split(",")]
    if not all(codes):
        raise argparse.ArgumentTypeError(f"{text!r} is no list of codes; write LIT5,LIT402")
    return codes
