"""`make demo`: the program at work on an invented collection, against services on this machine.

Copies docs/demo to .cache/demo, runs the program three times as a person would, and says what is to be seen. The exit
code is 0 when everything was as it is told.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.services import Loopback, catalogue, loopback, settings

ROOT = Path(__file__).resolve().parents[1]
SOURCE, PROJECT = ROOT / "docs" / "demo", ROOT / ".cache" / "demo"
PAGE = PROJECT / "output" / "site" / "index.html"
COLUMNS = 96
DEAD = "10.5555/sul.2018.0457"

INTRODUCTION = """\
cluneal-lit on an invented collection: nothing here exists, neither the nerve nor the papers. PubMed, Crossref and
doi.org are played by this machine; the network is not touched. The project lies in .cache/demo."""
OUTAGE = "Crossref breaks down in the middle"
OUTAGE_TOLD = """\
What PubMed says is told already. What Crossref was to say is unchecked: no outage makes a reference false. Whatever
was answered is stored."""
BACK = "Crossref is back"
BACK_TOLD = """\
Only what is missing is asked. A retracted trial, another paper's PMID, a DOI that does not exist, an outdated review,
a preprint that was published since, and a misspelt reference, each with its line and what to do."""
AGAIN = "Once more"
AGAIN_TOLD = "Nothing is asked, no byte is written, and the exit code still fails a build that cites a retracted trial."


class Told(Exception):
    """Something was not as it should be."""


def main() -> int:
    """Show the three runs; 1 if one of them did something else than it should."""
    known = catalogue.read(sorted((SOURCE / "catalogue").iterdir()))
    _copy()
    _say(textwrap.fill(INTRODUCTION, COLUMNS))
    try:
        with loopback(**known.options) as service:
            _outage(service)
            _again(service, _back(service))
            _expect(PAGE.is_file(), f"{PAGE.relative_to(ROOT)} was not written")
    except Told as told:
        _say(f"\nmake demo: {told}")
        return 1
    _say(f"\nThe page to look at: {PAGE.relative_to(ROOT)}")
    return 0


def _outage(service: Loopback) -> None:
    service.fault("crossref", "html", after=1)  # behind the list of the DOIs that the documents name
    _heading(1, OUTAGE, OUTAGE_TOLD)
    code, said = _run(service)
    _show(said, code)
    _expect(code == 3, f"the exit code is {code}, not 3")
    verdicts = {one["raw"]: one["verdict"] for one in _checked(service)["citations"]}
    dead = [verdict for raw, verdict in verdicts.items() if DEAD in raw]
    _expect(dead == ["unchecked"], f"what could not be asked is called {dead}")
    _expect("absent" not in verdicts.values(), "an outage was taken for an answer")
    service.mend("crossref")


def _back(service: Loopback) -> str:
    """What the run says it found."""
    _heading(2, BACK, BACK_TOLD)
    code, said = _run(service)
    _show(said, code)
    _expect(code == 1, f"the exit code is {code}, not 1")
    found = {finding["code"] for finding in _checked(service)["findings"]}
    missing = {"LIT501", "LIT403", "LIT202", "LIT504", "LIT505", "LIT404"} - found
    _expect(not missing, f"not found: {', '.join(sorted(missing))}")
    return _parts(said)[0]


def _again(service: Loopback, before_found: str) -> None:
    before, asked = _files(), len(service.requests)
    _heading(3, AGAIN, AGAIN_TOLD)
    code, said = _run(service)
    found, summary = _parts(said)
    count = sum(not line.startswith(" ") for line in found.splitlines())
    _show(f"[{count} findings, the same as above]\n\n{summary}", code)
    _expect(found == before_found, "other findings than before")
    _expect(code == 1, f"the exit code is {code}, not 1")
    _expect(len(service.requests) == asked, "a service was asked again")
    _expect(_files() == before, "a file was written again")


def _run(service: Loopback) -> tuple[int, str]:
    """The exit code of a run, and what it prints."""
    done = _call(service, "run", stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def _parts(said: str) -> tuple[str, str]:
    """The findings and the summary of what a run printed; progress is left out."""
    found, _, summary = said.partition("\n\n")
    lines = (line for line in found.splitlines() if not line.startswith("cluneal-lit: "))
    return "\n".join(lines), summary


def _checked(service: Loopback) -> Any:
    return json.loads(_call(service, "check", "--json", stderr=subprocess.DEVNULL).stdout)


def _call(service: Loopback, *arguments: str, stderr: int) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLUNEAL_LIT_")}
    kept.pop("NCBI_API_KEY", None)
    return subprocess.run(
        [sys.executable, "-m", "cluneal_lit", "-C", str(PROJECT), *arguments],
        env={**kept, **settings(service.services), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _copy() -> None:
    shutil.rmtree(PROJECT, ignore_errors=True)
    shutil.copytree(SOURCE, PROJECT, ignore=shutil.ignore_patterns("catalogue", "*.png", "README.md"))


def _files() -> dict[str, tuple[bytes, int]]:
    """Every file of the project but the cache: its bytes, and when it was written."""
    found = {file.relative_to(PROJECT): file for file in sorted(PROJECT.rglob("*")) if file.is_file()}
    return {
        name.as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
        for name, file in found.items()
        if name.parts[0] != ".cache"
    }


def _expect(right: bool, fault: str) -> None:
    if not right:
        raise Told(f"this is not as it should be: {fault}")


def _heading(number: int, title: str, told: str) -> None:
    line = f"── {number}. {title} "
    _say(f"\n{line}{'─' * (COLUMNS - len(line))}")
    _say(textwrap.fill(told, COLUMNS))
    _say("\n$ cluneal-lit run")


def _show(said: str, code: int) -> None:
    for line in said.rstrip("\n").splitlines():
        _say("\n".join(_folded(line)))
    _say(f"[exit code {code}]")


def _folded(line: str) -> Iterator[str]:
    """A line in as many as fit."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    folded = textwrap.wrap(
        line.lstrip(" "),
        COLUMNS,
        initial_indent=indent,
        subsequent_indent=indent or "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from folded or [""]


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
