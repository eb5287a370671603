"""The works that the keys of a LaTeX document stand for: from its `.bib`, its `.bbl` or its own `\\bibitem`s.

The bibliography may be declared in the document, in a file that it takes in, or in the main file that takes it in:
the one that `% !TEX root` or `\\documentclass[…]{subfiles}` names, else a `main.tex` beside or above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath, splitext

from msgspec import Struct

from cluneal_lit import dates, identifiers
from cluneal_lit.documents.beside import text as text_of
from cluneal_lit.documents.file import File
from cluneal_lit.documents.latex import bbl
from cluneal_lit.documents.latex.source import uncommented
from cluneal_lit.formats import bibtex_read
from cluneal_lit.formats.bibtex_read import Entry
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.model import Fields, Ids

_BIBLIOGRAPHY = re.compile(
    r"\\(?:no)?(?:bibliography|addbibresource|addglobalbib|addsectionbib)\s*+(?:\[[^\]]{0,200}\])?\s*+\{([^{}]{1,2000})\}"
)
_TAKEN_IN = re.compile(r"\\(?:input|include|subfile)\s*\{([^{}\n]{1,300})\}|\\input[ \t]+([^\s{}\\]{1,300})")
_ROOT = re.compile(r"%\s*!\s*TEX\s+root\s*=\s*(\S+)|\\documentclass\s*\[([^\]\n]{1,300})\]\s*\{subfiles\}", re.I)
_MAIN = ("main.tex", "../main.tex")
_BIBITEM = re.compile(
    r"\\bibitem\s*+(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\])?\s*+(?:%[^\n]*\n\s*)?\{([^{}]{1,300})\}"
)
_ENDS = re.compile(r"\\end\s*\{thebibliography\}")
_IDENTIFIERS = (
    ("pmid", re.compile(r"\bPMID[:\s]{0,3}(\d{1,8})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(\d{1,8})\b", re.I)),
    ("doi", re.compile(r"\b(10\.\d{4,9}/[^\s{}]{1,200})")),
    ("pmcid", re.compile(r"\b(PMC\d{3,9})\b")),
    ("arxiv", re.compile(r"\barxiv[\s:./]{0,3}(?:abs/)?(\d{4}\.\d{4,5}|[a-z-]{2,12}/\d{7})", re.I)),
)
_MOST_FILES = 60
_Source = tuple[str, str]  # its path from the document's folder, and its text
_HEAD = 2000
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


class Work(Struct, frozen=True):
    """What is known of a key: the work's identifiers and fields, and its number in the document's own list."""

    ids: Ids = Ids()
    fields: Fields = Fields()
    number: int | None = None


class Works:
    """The works by key; each is looked into when it is first asked for.

    `missed`: the bibliographies that are named and of which nothing was read, where the document has no list made of
    them; each with the path, from the document's folder, and text of the source that names it, unless the document
    itself does.
    """

    def __init__(self, file: File) -> None:
        self._entries: dict[str, Entry] = {}
        self._written: dict[str, str] = {}
        own = list(bibitems(file.text))
        self._numbers = {key: number for number, (key, _) in enumerate(own, 1)}
        self._found: dict[str, Work] = {}
        texts, missed, built = _bibliographies(file)
        for text in texts:
            self._take(text)
        self.has_bibliography = bool(texts)
        self.missed = () if own or built else tuple(missed)
        self._written.update(own)

    def get(self, key: str) -> Work:
        """The work; with nothing in it where nothing defines the key."""
        if key not in self._found:
            self._found[key] = self._work(key)
        return self._found[key]

    def keys(self) -> Iterator[str]:
        """The key of every work, in order; of one with several the first."""
        own = [key for key, entry in self._entries.items() if entry.block.key == key]
        yield from dict.fromkeys([*own, *self._written])

    def _take(self, text: str) -> None:
        if bbl.is_one(text):
            for block in bbl.entries(text):
                self._entries.setdefault(block.block.key, block)
        elif "\\bibitem" in text:
            for key, written in bibitems(text):
                self._written.setdefault(key, written)
        else:
            for key, entry in bibtex_read.bibliography(text).by_key.items():
                self._entries.setdefault(key, entry)

    def _work(self, key: str) -> Work:
        number = self._numbers.get(key)
        if key in self._entries:
            ids, fields, _ = bibtex_read.work(self._entries[key])
            return Work(ids, fields, number)
        written = self._written.get(key, "")
        ids = _ids(written) or _named(key)
        return Work(ids, Fields() if ids or number else _dated(written), number)


def bibitems(text: str) -> Iterator[tuple[str, str]]:
    """Key and source of every `\\bibitem` of a text, in order."""
    source = uncommented(text)
    found = list(_BIBITEM.finditer(source))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(source)
        written = source[match.end() : end]
        last = _ENDS.search(written)
        yield match[1].strip(), written[: last.start()] if last else written


def _ids(written: str) -> Ids:
    """The identifiers in a reference as LaTeX writes it."""
    text = plain(written.replace("\\href", "").replace("{", " {"), prose=False)  # addresses are what is sought
    found = []
    for kind, pattern in _IDENTIFIERS:
        if (match := pattern.search(text)) and (value := next(filter(None, match.groups()), "")):
            normal = identifiers.NORMAL[kind](value.rstrip(".,;:"))
            found += [f"{kind}:{normal}"] if normal else []
    return identifiers.ids(found)


def _dated(written: str) -> Fields:
    """The year of a reference, or what it is at least: that says that the bibliography has it."""
    if years := _YEAR.findall(written):
        return Fields(issued=dates.parse(years[-1]))
    return Fields(type="document") if plain(written, prose=False).strip() else Fields()


def _named(key: str) -> Ids:
    """The identifier that a key itself is: `doi:10.…`, `pmid:29656623`."""
    kind = key.partition(":")[0].lower()
    name = identifiers.key(key) if kind in identifiers.NORMAL or key.startswith("10.") else ""
    return identifiers.ids([name] if name else [])


def _bibliographies(file: File) -> tuple[list[str], list[tuple[str, _Source | None]], bool]:
    """The texts of the bibliographies that are there, the better first, `.bib`, then `.bbl`; the names of those that
    are not, or hold no entry, with what names them; and whether a `.bbl` is there, which has all that is cited."""
    names, roots = _declared(file.text, None, file.beside), [file.path.replace("\\", "/").rpartition("/")[2]]
    if _ROOT.search(file.text[:_HEAD]) or not (names or "\\documentclass" in file.text):
        for root in _roots(file.text):
            if content := text_of(file.beside, root):
                names, roots = _declared(content, (root, content), file.beside), [*roots, root]
                break
    built = [f"{splitext(root)[0]}.bbl" for root in roots if not root.endswith(".bbl")]
    whole = {name: name if name.endswith((".bib", ".bbl")) else f"{name}.bib" for name in names}
    either = {full: text_of(file.beside, name) or text_of(file.beside, full) for name, full in whole.items()}
    made = [text for name in built if (text := text_of(file.beside, name))]
    made_one = bool(made) or any(text for name, text in either.items() if name.endswith(".bbl"))
    named = {full: (name, full) for name, full in whole.items() if not full.endswith(".bbl")}
    absent = {full for full, both in named.items() if all(file.beside(name) is None for name in both)}
    empty = {full for full in named if file.beside(full) is not None and not _has_entries(either[full])}
    missed = [(full, names[name]) for full, (name, _) in named.items() if full in absent | empty]
    return [*filter(None, either.values()), *made], missed, made_one


def _has_entries(text: str) -> bool:
    return "\\bibitem" in text or bool(bibtex_read.bibliography(text).by_key)


def _roots(text: str) -> Iterator[str]:
    for match in _ROOT.finditer(text[:_HEAD]):
        yield normpath(match[1] or match[2])
    yield from _MAIN


def _declared(text: str, root: _Source | None, beside: Callable[[str], bytes | None]) -> dict[str, _Source | None]:
    """The bibliographies that a source and the files it takes in name, relative to the document's folder, each with the
    source that names it; `root` is None for the document itself."""
    names: dict[str, _Source | None] = {}
    folder = dirname(root[0]) if root else ""
    ahead, seen = [(root, text)], set[str]()
    while ahead:
        where, written = ahead.pop(0)
        source = uncommented(written)
        for match in _BIBLIOGRAPHY.finditer(source):
            for name in filter(None, map(str.strip, match[1].split(","))):
                names.setdefault(normpath(join(folder, name)), where)
        for match in _TAKEN_IN.finditer(source):
            name = normpath(join(folder, (match[1] or match[2]).strip()))
            if name in seen or len(seen) >= _MOST_FILES:
                continue
            seen.add(name)
            path = name if name.endswith(".tex") else f"{name}.tex"
            if splitext(name)[1] == ".bbl":
                names.setdefault(name, where)
            elif further := text_of(beside, path):
                ahead.append(((path, further), further))
    return names
