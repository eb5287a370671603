"""Typst: the text is the source, with the numbers of its lists and its footnotes behind it; what is code or comment in
it is not scanned.

`@key` is a citation unless the document defines the label `<key>`, or it is named like one (`@fig-x`). The works come
from the file that `#bibliography` names, here or in a `main.typ` beside or above: https://typst.app/docs/reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from posixpath import dirname, join, normpath

from cluneal_lit.documents import bibliography
from cluneal_lit.documents.beside import text as text_of
from cluneal_lit.documents.file import File
from cluneal_lit.documents.spans import stretches
from cluneal_lit.documents.typst import notes
from cluneal_lit.documents.typst.lists import numbered
from cluneal_lit.lines import blanked
from cluneal_lit.model import Document, Embedded, Fields, Ids, Span, order

_HIDDEN = re.compile(
    r"(?<![:\\])//[^\n]*|/\*|(?P<raw>`{3,})|`[^`\n]*`|#(?:import|include)\b[^\n]*"
    r"|#(?:show|set|let)\b[^\n\[(]{0,300}"
)
_NESTED = re.compile(r"/\*|\*/")
_LINK = re.compile(r"#link\(\s*\"((?:[^\"\\\n]|\\.){1,2000})\"\s*\)(?:\[[^\[\]]{0,1000}\])?")
_LABEL = re.compile(r"(?<![(,])(?<![(,]\s)<([\w][\w:.-]*)>")
_KEY = re.compile(
    r"(?<![\w\\\"@/.])@(?P<key>\w(?:[\w:.-]*\w)?)"
    r"|#?\bcite\(\s*(?P<angle><(?P<labelled>[\w][\w:.-]*)>)|#?\bcite\(\s*label\(\s*(?P<quoted>\"(?P<string>[^\"\n]{1,300})\")"
)
_CROSSREF = re.compile(
    r"(?:fig|figure|tbl|tab|table|sec|section|eq|eqn|equation|lst|alg|thm|app|ch|chap|def|lem)[-:_]", re.I
)
_BIBLIOGRAPHY = re.compile(r"\bbibliography\(([^()]{0,1000}(?:\([^()]{0,1000}\))?)")
_FULL = re.compile(r"\bfull\s*:\s*(true)\b")
_STRING = re.compile(r"\"([^\"\n]{1,300}\.(?:ya?ml|bib))\"", re.IGNORECASE)
_MAIN = ("main.typ", "../main.typ")


def read(file: File) -> Document:
    """The document of a Typst source."""
    text, places = numbered(file.text)
    hidden = list(_hidden(text))
    shown = blanked(text, stretches(hidden))
    labels = {match[1] for match in _LABEL.finditer(shown)}
    works, without = _works(file)
    embedded: list[Embedded] = []
    for match in _KEY.finditer(shown):
        key = match["key"] or match["labelled"] or match["string"]
        start, end = match.span("angle" if match["angle"] else "quoted" if match["quoted"] else 0)
        if key not in works and (key in labels or _CROSSREF.match(key)):
            hidden.append(Span(start, end, "code"))
        else:
            ids, fields = works.get(key, (Ids(), Fields()))
            embedded.append(Embedded(start, end, "key", ids, fields, key))
    embedded = sorted([*embedded, *_every(shown, works, embedded)], key=lambda one: one.start)
    links = [Span(match.start(), match.end(), "link", match[1]) for match in _LINK.finditer(shown)]
    spans = sorted((*hidden, *links), key=order)
    told = tuple(finding for name in without if embedded for finding in bibliography.missed(file, name))
    document = Document(file.path, "typst", text, places, tuple(spans), tuple(embedded), told, bool(works))
    return notes.behind(document, shown)


def _every(shown: str, works: bibliography.Works, own: Sequence[Embedded]) -> Iterator[Embedded]:
    """The rest of the bibliography where `full: true` lists all of it: each work once, by the first of its keys."""
    calls = (call for call in _BIBLIOGRAPHY.finditer(shown) if _STRING.search(call[1]))
    full = next(filter(None, (_FULL.search(shown, *call.span(1)) for call in calls)), None)
    cited = {(one.ids, one.fields) for one in own}
    for key, work in works.items() if full else ():
        if full and work not in cited:
            cited.add(work)
            yield Embedded(*full.span(1), "key", *work, key)


def _hidden(text: str) -> Iterator[Span]:
    """Comments, which may be nested, raw text and what only sets the document up."""
    at = 0
    while match := _HIDDEN.search(text, at):
        at = match.end()
        if match["raw"]:
            end = text.find(match["raw"], at)
            at = end + len(match["raw"]) if end >= 0 else len(text)
        elif match[0] == "/*":
            at = _nested(text, at)
        yield Span(match.start(), at, "deleted" if match[0].startswith("/") else "code")


def _nested(text: str, at: int) -> int:
    depth = 1
    for match in _NESTED.finditer(text, at):
        depth += 1 if match[0] == "/*" else -1
        if not depth:
            return match.end()
    return len(text)


def _works(file: File) -> tuple[bibliography.Works, Sequence[str]]:
    """The works of the bibliographies that the document, or else its main file, names; and the names of those of them
    in which there is none."""
    missed = list[str]()
    for folder, source in (("", file.text), *((dirname(name), text_of(file.beside, name)) for name in _MAIN)):
        found, without = bibliography.Works(), list[str]()
        for call in _BIBLIOGRAPHY.finditer(blanked(source, stretches(_hidden(source)))):
            for name in _STRING.findall(call[1]):
                path = normpath(join(folder, name.lstrip("/")))
                works = bibliography.works(file, path)
                without += [path] if not works else []
                found = {**(works or {}), **found}
        if found:
            return found, without
        missed += without
    return {}, missed
