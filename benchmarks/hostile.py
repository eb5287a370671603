"""How the time grows with what is hostile.

Eight times as much of it may take no more than three times eight as long: what is looked over again at each of its
parts takes 64 times as long. The texts are in `hostile_texts.py`, the files in `hostile_files.py`.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import process_time

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import rows
from benchmarks.hostile_files import MADE
from benchmarks.hostile_texts import BLANKS, HEADS, REPEATED, SCANNED
from benchmarks.rows import Options, Row
from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.formats import csl_title, exchange
from cluneal_lit.outputs.quoted import seen

TIMES, MOST = 8, 24
# Seconds that count for nothing, and how often one is measured that seems to take too long: others use the machine.
NOTHING, TRIES = 0.2, 3
# Characters of a text, parts of a made file: with fewer, what grows too fast would not be told.
READ, SCANNED_OF, PARTS, VALUE = 8_000, 2_500, 1_500, 10_000

# What does the work on so much of a hostile thing, and how much the smaller one is.
Work = tuple[Callable[[int], object], int]


def measure(options: Options) -> Iterator[Row]:
    """How many hostile things of each kind take longer than they are long."""
    for what, works in (
        ("documents read", dict(_read())),
        ("texts scanned", dict(_scanned())),
        ("records read", dict(_records())),
        ("sentences and titles shown", dict(_shown())),
    ):
        slow = tuple(name for name, (work, size) in works.items() if not _grows_as_it_is(work, size))
        yield Row(f"hostile {what}: too slow", len(slow), 0, f"of {len(works)}", accuracy=True, listed=slow)


def _grows_as_it_is(work: Callable[[int], object], size: int) -> bool:
    few, many = _seconds(work, size), _seconds(work, TIMES * size)
    for _ in range(TRIES - 1):
        if many < NOTHING + MOST * few:
            break
        many = min(many, _seconds(work, TIMES * size))
    return many < NOTHING + MOST * few


def _seconds(work: Callable[[int], object], size: int) -> float:
    gc.collect()
    begun = process_time()
    work(size)
    return process_time() - begun


def _read() -> Iterator[tuple[str, Work]]:
    for path, several in REPEATED.items():
        for one in several:
            yield f"{path}: {one!r}", (partial(_document, path, HEADS.get(path, "") + "{}", one), READ)
    for path in ("a.md", "a.tex", "a.bbl"):
        for text in BLANKS:
            yield f"{path}: {text!r}, blanks", (partial(_document, path, text, " "), READ)
    yield "a.html: the target of a link", (partial(_document, "a.html", '<html><a href="#{}!">a</a>', "fnref"), READ)
    for name, (path, made) in MADE.items():
        yield f"{path}: {name}", (partial(_made, path, made), PARTS)


def _document(path: str, text: str, repeated: str, size: int) -> None:
    with suppress(DocumentError):
        read(path, text.replace("{}", repeated * (size // len(repeated))).encode())


def _made(path: str, made: Callable[[int], bytes], count: int) -> None:
    with suppress(DocumentError):
        read(path, made(count))


def _scanned() -> Iterator[tuple[str, Work]]:
    for text, one in SCANNED:
        yield f"{text[:12]!r}: {one!r}", (partial(_text, text, one), SCANNED_OF)
    yield "parts with one number", (_numbered, 200)


def _text(text: str, repeated: str, size: int) -> None:
    scan(read("a.md", text.replace("{}", repeated * (size // len(repeated))).encode()))


def _numbered(count: int) -> None:
    raised = "<p>Users of warfarin<sup>1</sup> hurt in many of the adults.</p>"
    scan(read("a.html", "".join(f"{raised}<p>1. Name {at} of a drug</p>" for at in range(count)).encode()))


def _records() -> Iterator[tuple[str, Work]]:
    records: dict[str, Callable[[int], str]] = {
        "csv": lambda n: f'title,authors,year\nA,"Isu T{" " * n}K",2001\n',
        "bibtex": lambda n: f"@article{{a, title = {{A}}, author = {{Isu T{' ' * n}K}}}}",
        "ris": lambda n: f"TY  - JOUR\nTI  - A\nAU  - Isu T, Kim{' ' * n}K\nER  -\n",
        "nbib": lambda n: f"PMID- 1\nTI  - A\nLID - {'a' * n}\n",
        "equal heads": lambda n: f"title,doi,{'x,' * (n // 10)}\nA,10.5555/a,{'y,' * (n // 10)}\n",
        "many heads": lambda n: f"title,doi,{','.join(map(str, range(n // 10)))}\nA,10.5555/a,{'y,' * (n // 10)}\n",
    }
    for name, made in records.items():
        yield name, (partial(_record, made), VALUE)


def _record(made: Callable[[int], str], size: int) -> None:
    exchange.read(made(size), "a.txt")


def _shown() -> Iterator[tuple[str, Work]]:
    for path in ("a.md", "a.rst"):
        for begin, one in (("x|", " "), ("", ":"), ("`a", " "), ("`", "<")):
            yield f"{path}: {begin + one!r}", (partial(_sentence, path, begin, one), VALUE)
    yield "a title without blanks", (lambda size: csl_title.as_spelt("神" * size), VALUE)


def _sentence(path: str, begin: str, repeated: str, size: int) -> None:
    seen(path, f"{begin}{repeated * size}x")


if __name__ == "__main__":
    sys.exit(rows.main("hostile", lambda options: list(measure(options))))
