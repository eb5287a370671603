"""A project whose works come from library files alone, which are edited between runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.project import answer, call, files, make


def made(folder: Path, document: str, **library: str) -> Path:
    make(folder, document=document)
    (folder / "references" / "library").mkdir()
    return put(folder, **library)


def put(folder: Path, ending: str = "bib", **library: str) -> Path:
    """The project with these library files and no others, run twice: the second run changes nothing."""
    for file in (folder / "references" / "library").glob("*"):
        file.unlink()
    for name, content in library.items():
        (folder / "references" / "library" / f"{name}.{ending}").write_text(content, encoding="utf-8")
    assert call(folder, "run", "--offline", "--fail-on", "never").returncode == 0
    before = files(folder)
    assert call(folder, "run", "--offline", "--fail-on", "never").returncode == 0
    assert files(folder) == before
    return folder


def titled(folder: Path, *keys: str) -> list[tuple[str, str, Any]]:
    """The first word of the title, the note and the DOI of the work of each key."""
    shown = [answer(folder, "show", key)["works"][0] for key in keys]
    return [
        (_first(one["fields"]["title"]["printed"]), one["note"] and one["note"]["key"], one["ids"]["doi"])
        for one in shown
    ]


def _first(title: str) -> str:
    return title.split()[0]


def told(folder: Path, *codes: str) -> list[tuple[str, str]]:
    return [(one["code"], one["key"]) for one in answer(folder, "check")["findings"] if one["code"] in codes]
