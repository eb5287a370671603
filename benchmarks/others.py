"""Rows of `fetch.py`: what other clients take for the same works at the same services, each at its own pace.

They ask PubMed or Crossref alone, where `refresh` asks both.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tests.services import Work, loopback

from benchmarks import invented, minimum, reading, rows
from benchmarks.exporter import exporter
from benchmarks.invented import Mix
from benchmarks.rows import Row

FETCHERS = Path(__file__).with_name("peers") / "fetchers.py"
COUNT = 200  # 1,000 take five times as long: most of these ask for one after another
# The client, which of a work's identifiers it is asked for, and its environment with what is installed there.
CLIENTS = (
    ("manubot", "pmid", "manubot", ("manubot",)),
    ("metapub", "pmid", "reading", reading.PACKAGES),
    ("Bio.Entrez", "pmid", "reading", reading.PACKAGES),
    ("Bio.Entrez, all at once", "pmid", "reading", reading.PACKAGES),
    ("papis", "pmid", "papis", ("papis",)),
    ("habanero", "doi", "habanero", ("habanero",)),
    ("crossrefapi", "doi", "crossrefapi", ("crossrefapi",)),
)


def measure(ours: float) -> Iterator[Row]:
    """A row of each client that installs here; `ours` are the seconds of `refresh` for as many PMIDs."""
    works = invented.works(Mix(pmids=COUNT))
    for name, kind, environment, packages in CLIENTS:
        folder = rows.peer(environment, *packages)
        if folder is None:
            print(f"{name}: does not install here; left out", file=sys.stderr)
            continue
        found = _fetched(name, kind, folder / "python", works)
        if found is None:
            continue
        seconds, came, refused = found
        peer = f"{name} ({came} of {COUNT} came, {refused} calls refused)"
        ratio = seconds / ours if came == COUNT else None  # what did not come took no time
        yield Row(f"{COUNT} {kind.upper()}s by {name}", seconds, None, "s", peer=peer, ratio=ratio)


def _fetched(name: str, kind: str, python: Path, works: tuple[Work, ...]) -> tuple[float, int, int] | None:
    """The seconds of a client, how many works came and how many calls were refused; None if it does not run."""
    with (
        loopback(*works, limited=True, latency=minimum.LATENCY) as service,
        exporter(works, minimum.LATENCY) as exported,
        tempfile.TemporaryDirectory() as home,
    ):
        hosts = {
            "eutils.ncbi.nlm.nih.gov": urlsplit(service.services.pubmed).netloc,
            "api.ncbi.nlm.nih.gov": f"127.0.0.1:{exported.server_address[1]}",
            "api.crossref.org": urlsplit(service.services.crossref).netloc,
        }
        wanted = json.dumps({"hosts": hosts, "ids": [getattr(work, kind) for work in works]})
        done = subprocess.run(
            [python, FETCHERS, name],
            check=False,
            capture_output=True,
            input=wanted,
            text=True,
            cwd=home,
            env=_environment(home),
        )
        refused = service.refused.total() + exported.refused
    if done.returncode:
        print(f"{name}: does not run here; left out\n{done.stderr[-500:]}", file=sys.stderr)
        return None
    answer = json.loads(done.stdout)
    for wrong in answer["wrong"]:
        print(f"{name}: {' '.join(re.findall(r'[ -~]+', wrong))[:200]}", file=sys.stderr)
    return answer["seconds"], answer["came"], refused


def _environment(home: str) -> dict[str, str]:
    """No key, no proxy, no cache of an earlier run; without CI, in which manubot asks four times as slowly."""
    left = {name: value for name, value in os.environ.items() if not name.lower().endswith(("_proxy", "_api_key"))}
    return {name: value for name, value in left.items() if name != "CI"} | {"HOME": home, "NO_PROXY": "127.0.0.1"}
