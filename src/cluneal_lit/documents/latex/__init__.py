"""LaTeX as a reader sees it: accents decoded, commands and comments gone, footnotes and endnotes behind the text.

Of a main document that is `\\title` and its like and what `\\begin{document}` and `\\end{document}` enclose; a file
that others take in is all text. What `\\input` and `\\include` take in is a document of its own. For a citation stand
its keys in square brackets, `[isu2018, p. 3]`; a list of `\\bibitem`s is numbered in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit.documents import bibliography
from cluneal_lit.documents.file import File
from cluneal_lit.documents.latex import bbl, entries
from cluneal_lit.documents.latex.chunks import without_code
from cluneal_lit.documents.latex.macros import macros
from cluneal_lit.documents.latex.reader import Reader
from cluneal_lit.documents.latex.source import Source
from cluneal_lit.documents.latex.text import Writer
from cluneal_lit.documents.latex.works import Works
from cluneal_lit.model import Document

_BEGIN = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_FRONT = re.compile(r"\\(?:title|author|abstract|keywords|thanks|date)\s*(?=[\[{])")
_COMMENT = re.compile(r"(?<!\\)%")
_LINE = 500


def read(file: File) -> Document:
    """The document of a LaTeX source, or of a `.bbl`."""
    if bbl.is_one(file.text):
        return entries.read(file)
    file = replace(file, text=without_code(file.text))
    source = Source(file.text)
    writer, works = Writer(source), Works(file)
    Reader(source, writer, works, macros(source)).read(_ranges(source))
    document = writer.document(file.path)
    missed = (finding for one in works.missed if document.embedded for finding in bibliography.missed(file, *one))
    return replace(document, findings=tuple(missed), has_bibliography=works.has_bibliography)


def _ranges(source: Source) -> Iterator[tuple[int, int]]:
    """The stretches of the source that hold text."""
    text = source.text
    begin = next(_outside(text, _BEGIN, 0, len(text)), None)
    if begin is None:
        yield 0, len(text)
        return
    said = 0
    for match in _outside(text, _FRONT, 0, begin.start()):
        at = match.end()
        if option := source.option(at):
            at = option[1] + 1
        if match.start() >= said and (group := source.group(at)):
            yield match.start(), (said := group[1] + 1)
    end = next(_outside(text, _END, begin.end(), len(text)), None)
    yield begin.end(), end.start() if end else len(text)


def _outside(text: str, pattern: re.Pattern[str], start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches that stand in no comment."""
    for match in pattern.finditer(text, start, stop):
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _LINE)
        if not _COMMENT.search(text, line, match.start()):
            yield match
