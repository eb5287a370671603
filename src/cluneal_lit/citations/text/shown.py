"""What of a document's source is text, and how a reader sees it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit.citations.identifiers.finders import identifier_hits
from cluneal_lit.citations.identifiers.hits import Text
from cluneal_lit.citations.text import typed
from cluneal_lit.citations.text.narrowed import narrowed
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.lines import blanked
from cluneal_lit.model import Document, Span

_HIDDEN = ("code", "deleted")
_LONGEST_MARKER = 60
_NUMBERS = late(r"[\s\d\[\]()（）,，、;；–—～^-]*\d[\s\d\[\]()（）,，、;；–—～^-]*")
_RAISED = late(r"[⁰¹²³⁴-⁹](?<=[\w)].)[⁰¹²³⁴-⁹]{0,2}(?:[,–⁻-][⁰¹²³⁴-⁹]{1,3}){0,9}(?![^\W_⁰¹²³⁴-⁹])")
# Where Markdown shows a command; other code of it cites nothing.
_COMMAND = late(r"(?:```+|~~~+)[ \t]*\{?\.?(?:sh|shell|bash|zsh|console|shell-session|powershell)\b", re.IGNORECASE)
_ARGUMENT = late(r"(?:pmid|pmcid|doi|arxiv|isbn):\S", re.IGNORECASE)
# Blanks that Markdown spells out behind a label; behind the letters PMC, which belong to the number, it is read so.
_BLANK = late(
    r"(?<![^\W_])((?:doi|pmid|pmcid|arxiv|isbn|nct)s?[*_]{0,2}\s?[:=]?\s?)(&(?:nbsp|thinsp|#160|#x0{0,2}a0|#8201|#8239);)",
    re.IGNORECASE,
)
_SCHEMED = late(rf"{_ARGUMENT.pattern}|https?:\S", re.IGNORECASE)


def shown(document: Document) -> str:
    """The text with code and comments blanked out, of the same length, and the signs around numbers of Chinese,
    Japanese and Korean as all others; what code itself cites stays."""
    hidden = blanked(document.text, [(span.start, span.end) for span in document.spans if span.kind in _HIDDEN])
    pieces: list[str] = []
    at = 0
    for start, end in _cited_in_code(document):
        pieces += (hidden[at : max(at, start)], document.text[max(at, start) : end])
        at = max(at, end)
    joined = "".join([*pieces, hidden[at:]])
    if document.kind in ("markdown", "notebook") and "&" in joined:
        joined = _BLANK.sub(lambda label: label[1] + " " * len(label[2]), joined)
    return narrowed(joined)


def _cited_in_code(document: Document) -> Iterator[tuple[int, int]]:
    """Identifiers with the name of their scheme, such as the arguments of a command; in Markdown these alone, and no
    addresses."""
    in_markdown = document.kind in ("markdown", "notebook")
    named = _ARGUMENT if in_markdown else _SCHEMED
    for span in sorted(document.spans, key=lambda span: span.start):
        if in_markdown and span.kind == "code" and (value := typed.value(document.text, span)):
            yield value
        if span.kind != "code" or (in_markdown and not _COMMAND.match(document.text, span.start, span.end)):
            continue
        code = document.text[span.start : span.end]
        for hit in identifier_hits(Text(code)) if named.search(code) else ():
            if hit.value and hit.kind != "key" and hit.form != "key" and named.match(code, hit.start):
                yield span.start + hit.start, span.start + hit.end


def without_raised(text: str, spans: Iterable[Span]) -> str:
    """The text with raised numbers blanked out that touch what stands before them, of the same length.

    A note's number belongs to no identifier, though `10.1159/000354626` and a raised `3` are one word without it.
    """
    if not text.isascii():
        text = _RAISED.sub(lambda number: " " * len(number[0]), text)
    raised = (span for span in spans if span.kind == "superscript" and span.end - span.start <= _LONGEST_MARKER)
    return blanked(
        text,
        [
            (span.start, span.end)
            for span in raised
            if span.start and not text[span.start - 1].isspace() and _NUMBERS.fullmatch(text, span.start, span.end)
        ],
    )


def rendered(text: str, marks: Sequence[Span], start: int, end: int) -> str:
    """A stretch of the text as a reader sees it, without markup."""
    pieces: list[str] = []
    at = start
    for place in range(bisect_left(marks, start, key=lambda mark: mark.start), len(marks)):
        mark = marks[place]
        if mark.start >= end:
            break
        pieces.append(text[at : max(at, mark.start)])
        at = max(at, min(mark.end, end))
    return one_line("".join([*pieces, text[at:end]]))
