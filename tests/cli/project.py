"""An invented project: its documents cite works that do not exist, as the loopback services know them."""

from __future__ import annotations

import functools
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from cluneal_lit.model import Services
from tests.cli import forked
from tests.services import ADDRESSES, Notice, Work

_building = Lock()
FINE = Work(
    title="An invented trial of a nerve block",
    pmid="90000001",
    doi="10.5555/invented.1",
    pmcid="PMC9900001",
    authors=("Quimby, Ada", "Orlov, Boris"),
    journal="Journal of Invented Medicine",
    journal_short="J Invent Med",
    year=2019,
    month=3,
    volume="12",
    issue="3",
    pages="101-109",
)
RETRACTED = Work(
    title="An invented result that did not hold",
    pmid="90000002",
    doi="10.5555/invented.2",
    authors=("Zabel, Carla",),
    journal="Journal of Invented Medicine",
    journal_short="J Invent Med",
    year=2018,
    volume="11",
    issue="1",
    pages="5-9",
    notices=(Notice("Retraction", "90000012", "10.5555/invented.12", (2020, 5, 4)),),
)
OTHER = Work(
    title="Something else entirely about invented knees",
    pmid="90000003",
    doi="10.5555/invented.3",
    authors=("Yarrow, Dana",),
    journal="Invented Knee Letters",
    year=2001,
    volume="1",
    pages="1-2",
)
WORKS = (FINE, RETRACTED, OTHER)

DOCUMENT = """# Notes on invented nerves (every work in this file is invented)

A block may help [1], as others found (PMID: 90000002). A dead number: PMID: 90000099.

The knee is another matter [7].

References

1. Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109. PMID: 90000001.
2. Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;21(3):101-109. doi: 10.5555/invented.1.
3. Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109. PMID: 90000003.
4. Zabel C. An invented result that did not hold. J Invent Med. 2018;11(1):5-9.
"""


def make(folder: Path, services: Services | None = None, document: str = DOCUMENT, *, cache: bool = True) -> Path:
    """A project with one document, configured for these services; its cache holds the compiled templates."""
    if cache:
        with _building:
            built = Path(_built().name)
        shutil.copytree(built / ".cache" / "templates", folder / ".cache" / "templates", dirs_exist_ok=True)
    (folder / "references" / "documents").mkdir(parents=True)
    (folder / "references" / "documents" / "notes.md").write_text(document, encoding="utf-8")
    config = 'title = "Invented nerves"\n'
    if services:
        config += 'email = "tests@example.org"\n'
        config += "".join(f'{name} = "{getattr(services, name)}"\n' for name in ADDRESSES)
    (folder / "cluneal-lit.toml").write_text(config, encoding="utf-8")
    return folder


@functools.cache
def _built() -> TemporaryDirectory[str]:
    """A project that was built, as long as the tests run: what its templates were compiled to serves all others."""
    folder = TemporaryDirectory()
    call(make(Path(folder.name), document="Nothing is cited.\n", cache=False), "run", "--offline")
    return folder


def call(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLUNEAL_LIT_")}
    for name in ("NCBI_API_KEY", "COLUMNS", "NO_COLOR"):
        kept.pop(name, None)
    done = forked.run(arguments, folder, {**kept, **environment})
    return subprocess.CompletedProcess(done.args, done.returncode, _text(done.stdout), _text(done.stderr))


def _text(printed: bytes) -> str:
    return io.TextIOWrapper(io.BytesIO(printed), encoding="utf-8").read()


def answer(folder: Path, *arguments: str) -> Any:
    """What a verb answers with `--json`."""
    return json.loads(call(folder, *arguments, "--json").stdout)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the project but the cache, by its path."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file() and ".cache" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
