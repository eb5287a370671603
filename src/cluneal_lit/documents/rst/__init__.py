"""reStructuredText, as Docutils and Sphinx read it.

The text stays the source but for the numbers of footnotes that count themselves. Citations (`.. [Isu2018] …`) are
entries, what leads to them (`[Isu2018]_`, `:cite:`Isu2018``) are keys; footnotes are places to which their marks lead.
Code, comments and the signs of markup are no text.
(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import join, normpath

from msgspec import Struct

from cluneal_lit.documents import bibliography
from cluneal_lit.documents.beside import text as text_of
from cluneal_lit.documents.file import File
from cluneal_lit.documents.rst.footnotes import LABEL, numbered
from cluneal_lit.documents.spans import Covered
from cluneal_lit.model import Document, Embedded, Fields, Ids, Span, order

_BEGINNING = re.compile(
    r"\.\.(?:[ \t]+(?:\[(?P<label>[^\]\n]{1,100})\](?:[ \t]+|$)|(?P<directive>[\w:.+-]{1,60}?)::(?:[ \t]+|$)"
    r"|(?P<other>__|_[^\n]|\|[^\s|]))|[ \t]+|$)",
    re.MULTILINE,
)
_NOT_READ = frozenset(
    "code code-block sourcecode highlight literalinclude parsed-literal math raw image figure graphviz mermaid plot"
    " ipython testcode testoutput testsetup testcleanup doctest prompt console toctree automodule autoclass"
    " autofunction index meta highlight-language jupyter-execute bibliography".split()
)
# What only groups other blocks: its classes and name are no text. (…/directives.html#container)
_GROUP = re.compile(r"\.\.[ \t]+(?:container|class|rst-class)::[^\n]*(?:\n[ \t]+:(?:name|class):[^\n]*)*")
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
_DOCTEST = re.compile(r"(?:>>>|\.\.\.|In \[\d+\]:)(?:\s|$)")
_LITERAL = re.compile(r"``(?=\S)[^\n]{1,500}?``")
_CITE = re.compile(r":(?:foot)?cite(?:[:a-z]{0,12}):`([^`\n]{1,1000})`")
_ROLE = re.compile(r":[\w:.+-]{1,40}:(`)[^`\n]{1,500}(`)")
_RAISED = re.compile(
    r"((?:\\ )?:sup(?:erscript)?:`)[\d\s,;–—-]{1,60}(`)"
)  # numbers; `\\ ` parts it from the word before
_LINK = re.compile(r"`([^`<]{0,500})<([^<>`\s]{1,2000})>`__?")
_MARK = re.compile(r"(?:(?<![\w`:])|(?<=\]_))\[([\w.:+#*-]{1,60})\](_)(?![\w_])")
_KEY = re.compile(r"\{[^{}]*\}|([^\s,;{}%]+)")  # words before and behind a key stand in braces
_BIBLIOGRAPHY = re.compile(r"^[ \t]*\.\.[ \t]+bibliography::[ \t]+(\S[^\n]*)", re.MULTILINE)
_FILES = re.compile(r"^bibtex_bibfiles\s*=\s*[\[(]([^\])]{0,2000})", re.MULTILINE)
_NAME = re.compile(r"[\"']([^\"'\n]{1,200}\.bib)[\"']")
_EMPHASIS = re.compile(r"(?<![\w\\*])(\*{1,2})(?=[^\s*])[^*\n]{1,400}?(?<=[^\s\\])(\1)(?![\w*])")
_ESCAPE = re.compile(r"\\(?=\S)")
_Where = tuple[str, str] | None


class _Line(Struct, frozen=True):
    start: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        return self.start + self.indent >= self.end


def read(file: File) -> Document:
    """The document of a reStructuredText source."""
    text, anchors = numbered(file.text)
    lines = tuple(_lines(text))
    told: list[Span] = []
    entries: list[Embedded] = []
    at = 0
    while at < len(lines):
        at = _block(text, lines, at, told, entries)
    told += (Span(*match.span(), "code") for match in _LITERAL.finditer(text))
    shown = Covered(span for span in told if span.kind != "anchor")
    seen = [span for span in _visible(text) if shown.shows(span)]
    works, missed = _works(file)
    keys = [one for one in _keys(text, works) if shown.shows(one)]
    spans = sorted([*told, *seen], key=order)
    embedded = sorted([*entries, *keys], key=lambda one: (one.start, one.end))
    findings = tuple(each for one in missed if keys for each in bibliography.missed(file, *one))
    return Document(file.path, "rst", text, anchors, tuple(spans), tuple(embedded), findings, bool(works))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, start + len(line), len(line) - len(line.lstrip(" \t")))
        start += len(line) + 1


def _block(text: str, lines: tuple[_Line, ...], at: int, told: list[Span], entries: list[Embedded]) -> int:
    """Tell what begins at a line; gives the line that is told next."""
    line = lines[at]
    begin = line.start + line.indent
    if line.blank:
        return at + 1
    if match := _BEGINNING.match(text, begin, line.end):
        return _explicit(lines, at, match, told, entries)
    if _RULE.match(text, begin, line.end) or _DOCTEST.match(text, begin, line.end):
        told.append(Span(line.start, line.end, "code"))
    elif text[begin : line.end].rstrip().endswith("::") and at + 1 < len(lines) and lines[at + 1].blank:
        last = _inside(lines, at, paragraphs=True)
        told.append(Span(line.end, lines[last].end, "code"))
        return last + 1
    return at + 1


def _explicit(
    lines: tuple[_Line, ...], at: int, match: re.Match[str], told: list[Span], entries: list[Embedded]
) -> int:
    line, label, directive = lines[at], match["label"], match["directive"]
    if label:
        last = _inside(lines, at, paragraphs=False)
        if LABEL.fullmatch(label):  # a footnote, which may be a reference or prose
            alone = match.end() == line.end  # the number of the marks that lead to it will do
            told.append(Span(match.start(), match.end() if alone else match.start() + 2, "code"))
            told.append(Span(match.start("label") - 1, lines[last].end, "anchor", f"footnote-{label}"))
        else:
            told.append(Span(match.start(), match.end(), "code"))
            entries.append(Embedded(match.end(), lines[last].end, "entry", key=label))
        return at + 1
    if directive:
        group = _GROUP.match(match.string, match.start())
        told.append(Span(match.start(), (group or match).end(), "code"))
        if directive.lower().rpartition(":")[2] in _NOT_READ:
            last = _inside(lines, at, paragraphs=True)
            told.append(Span(match.start(), lines[last].end, "code"))
            return last + 1
    elif (match["other"] or "").startswith("|"):  # what stands for it is told where it is named
        told.append(Span(match.start(), lines[_inside(lines, at, paragraphs=False)].end, "code"))
    elif not match["other"]:
        last = _inside(lines, at, paragraphs=line.end > match.end())  # an empty comment hides nothing
        told.append(Span(match.start(), lines[last].end, "deleted"))
        return last + 1
    return at + 1


def _inside(lines: tuple[_Line, ...], at: int, *, paragraphs: bool) -> int:
    """The last line that is indented below a line; over blank lines (`paragraphs`), or up to the first."""
    last = at
    for number in range(at + 1, len(lines)):
        if lines[number].blank and paragraphs:
            continue
        if lines[number].blank or lines[number].indent <= lines[at].indent:
            break
        last = number
    return last


def _visible(text: str) -> Iterator[Span]:
    """Links; and the signs of markup, those that a finder of identifiers would stumble over as code."""
    for match in _LINK.finditer(text):
        yield Span(match.start(), match.end(), "link", match[2])
        yield Span(match.start(), match.start() + 1, "markup")
        yield Span(match.end(1), match.end(), "markup")
    for match in _ROLE.finditer(text):
        yield Span(match.start(1), match.end(1), "code")
        yield Span(match.start(2), match.end(2), "code")
    for match in _RAISED.finditer(text):
        yield Span(match.start(), match.end(1), "code")
        yield Span(match.start(), match.end(), "superscript")
    for match in _MARK.finditer(text):
        yield Span(match.start(2), match.end(2), "code")
        if LABEL.fullmatch(match[1]):
            yield Span(match.start(), match.start(2), "link", f"#footnote-{match[1]}")
    for match in _EMPHASIS.finditer(text):
        yield Span(match.start(1), match.end(1), "markup")
        yield Span(match.start(2), match.end(2), "markup")
    for match in _ESCAPE.finditer(text):
        yield Span(match.start(), match.end(), "markup")


def _works(file: File) -> tuple[bibliography.Works, list[tuple[str, _Where]]]:
    """The works by key of the bibliographies that the source names, or that `conf.py` beside or above it does; and
    those in which there is none, with that file. (https://sphinxcontrib-bibtex.readthedocs.io/en/latest/usage.html)"""
    bare = [match[1] for match in _BIBLIOGRAPHY.finditer(file.text)]
    named: list[tuple[str, str, _Where]] = [("", name, None) for names in bare for name in names.split()]
    if not named and _CITE.search(file.text):
        for path in ("conf.py", "../conf.py"):
            text = text_of(file.beside, path)
            listed = _FILES.search(text)
            names = _NAME.findall(listed[1]) if listed else ()
            named += [(path.removesuffix("conf.py"), name, (path, text)) for name in names]
    found, missed = bibliography.Works(), list[tuple[str, _Where]]()
    for folder, name, where in named:
        works = bibliography.works(file, path := normpath(join(folder, name)))
        missed += [] if works else [(path, where)]
        found = {**(works or {}), **found}
    return found, missed


def _keys(text: str, works: bibliography.Works) -> Iterator[Embedded]:
    for match in _MARK.finditer(text):
        if not LABEL.fullmatch(match[1]):
            yield Embedded(match.start(), match.end(), "key", key=match[1])
    for match in _CITE.finditer(text):
        for key in _KEY.finditer(text, match.start(1), match.end(1)):
            if key[1]:
                yield Embedded(key.start(), key.end(), "key", *works.get(key[1], (Ids(), Fields())), key[1])
