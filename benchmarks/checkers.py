"""Another checker beside ours, on the gold set's BibTeX: ref-verify, pointed at Crossref and doi.org of this machine.

Flagged is what is not called right, on either side. Who is not here, and why: docs/decisions/0039.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.services import catalogue, loopback, settings

from benchmarks import rows
from benchmarks.gold import Case
from benchmarks.rows import Row

PEER = "ref-verify"
SCRIPT = Path(__file__).parent / "peers" / "checkers.py"
UNTOUCHED = "untouched"
RIGHT = ("verified", "resolved")  # resolved: found without a DOI


def measure(works: Sequence[dict[str, Any]], cases: Sequence[Case], ours: Mapping[str, str]) -> Iterator[Row]:
    """What each flags of the right and of the wrong entries; `ours`: our verdicts, by the names of cases."""
    entries = [case for case in cases if case.style == "bibtex"]
    told = {"ours": dict(ours)}
    if folder := rows.peer("checkers", PEER):
        told[PEER] = _said(folder / "python", works, entries)
    else:
        print(f"{PEER}: does not install here; left out", file=sys.stderr)
    for is_right, what in ((True, "right"), (False, "wrong")):
        names = [case.name for case in entries if (case.kind == UNTOUCHED) == is_right]
        for who, verdicts in told.items():
            flagged = sum(verdicts.get(name, "").lower() not in RIGHT for name in names)
            share = 100 * flagged / len(names)
            yield Row(f"BibTeX of the gold set: {what} entries flagged by {who}", share, None, f"% of {len(names)}")


def _said(python: Path, works: Sequence[dict[str, Any]], entries: Sequence[Case]) -> dict[str, str]:
    """The verdict on each entry, by its key."""
    with tempfile.TemporaryDirectory() as folder:
        known, document = Path(folder, "works.json"), Path(folder, "cited.bib")
        known.write_text(json.dumps(works), encoding="utf-8")
        document.write_text("\n".join(case.text for case in entries), encoding="utf-8")
        with loopback(**catalogue.read([known]).options) as service:
            environment = {**os.environ, **settings(service.services), "REF_VERIFY_MAILTO": "a@example.org"}
            command = (str(python), str(SCRIPT), str(document))
            done = subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder)
    return dict(json.loads(done.stdout))
