"""`python -m tests.services --catalogue FILE…`: PubMed, Crossref, DataCite and more that know the works of some files.

The settings that point the program at them are printed as shell commands, so that both of these work:

    python -m tests.services --catalogue FILE…              # copy the lines into another terminal
    eval "$(python -m tests.services --catalogue FILE… &)"  # the services stay in the background of this one
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from cluneal_lit.model import Services
from tests.services import catalogue, settings
from tests.services.server import NAMES, Loopback

_SERVICES = {"doi": "agency", **{name: name for name in NAMES if name != "agency"}}


def main(arguments: list[str] | None = None) -> int:
    """Serve until stopped; 2 for a file that is no catalogue."""
    options = _parser().parse_args(arguments)
    try:
        known = catalogue.read(options.catalogue)
    except catalogue.CatalogueError as error:
        print(f"tests.services: {error}", file=sys.stderr)
        return 2
    stopped = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stopped.set())
    service = Loopback(**known.options, deleted=options.deleted or (), limited=options.limited, latency=options.latency)
    if options.outage:
        times = 10**9 if options.requests is None else options.requests
        service.fault(_SERVICES[options.outage], after=options.after, times=times, seconds=options.seconds)
    _announce(service.services, known)
    while not stopped.wait(3600):
        pass
    service.close()
    return 0


def _announce(services: Services, known: catalogue.Catalogue) -> None:
    for name, value in settings(services).items():
        print(f"export {name}={value}")
    silent = f" ({known.mute} works have neither PMID nor DOI and cannot be asked for)" if known.mute else ""
    others = f", {len(known.datasets)} of DataCite" if known.datasets else ""
    print(f"# {len(known.articles)} articles of PubMed, {len(known.messages)} works of Crossref{others}{silent}")
    print(f"SERVICES={os.getpid()}  # they serve until Ctrl-C, or: kill $SERVICES", flush=True)
    if not sys.stdout.isatty():  # who reads the lines by `$(…)` waits for their end
        sys.stdout.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.services",
        description="PubMed, Crossref, DataCite and more on free ports of 127.0.0.1 that know the works of some files.",
    )
    parser.add_argument(
        "--catalogue", nargs="+", type=Path, required=True, metavar="FILE", help="PubMed XML, Crossref JSON or CSL-JSON"
    )
    parser.add_argument("--deleted", nargs="+", metavar="PMID", help="PMIDs that NCBI says were deleted")
    parser.add_argument("--latency", type=float, default=0.0, metavar="SECONDS", help="wait before each answer")
    parser.add_argument("--limited", action="store_true", help="keep the services' own limits, with 429 beyond them")
    parser.add_argument("--outage", choices=sorted(_SERVICES), help="a service that breaks down")
    parser.add_argument("--after", type=int, default=0, metavar="N", help="… behind its first N answers")
    parser.add_argument("--for", type=float, default=float("inf"), dest="seconds", metavar="SECONDS", help="… so long")
    parser.add_argument("--requests", type=int, metavar="N", help="… for so many requests")
    return parser


if __name__ == "__main__":
    sys.exit(main())
