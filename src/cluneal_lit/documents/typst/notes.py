"""The footnotes of Typst, `#footnote[…]`.

(https://typst.app/docs/reference/model/footnote/)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.documents import footnotes
from cluneal_lit.documents.footnotes import Mark, closing_brackets
from cluneal_lit.model import Document

_NOTE = re.compile(r"#footnote(?:\((?:[^()<>\n]{0,200}|\s*<(?P<again>[\w][\w:.-]*)>\s*)\))?(?P<opening>\[)?")
_LABEL = re.compile(r"[ \t]*\n?[ \t]*<([\w][\w:.-]*)>")
_KEY = re.compile(r"@([\w][\w:.-]*\w|\w)")


def behind(document: Document, shown: str) -> Document:
    """The document with its footnotes behind its text; `shown` is the text without what is hidden."""
    return footnotes.behind(document, list(_marks(shown)) if "#footnote" in shown else [])


def _marks(shown: str) -> Iterator[Mark]:
    """The marks in order; those that only name a note are known when all notes are."""
    notes, named = list[Mark](), dict[str, int]()
    closing, last = closing_brackets(shown), 0
    for match in _NOTE.finditer(shown):
        end = closing.get(match.end() - 1) if match["opening"] else None
        if end is None or match.start() < last:
            continue
        label = _LABEL.match(shown, end + 1)
        last = label.end() if label else end + 1
        notes.append(Mark(match.start(), last, len(notes) + 1, (match.end(), end)))
        if label:
            named[label[1]] = len(notes)
    again = [(match, match["again"]) for match in _NOTE.finditer(shown) if match["again"]]
    again += [(match, match[1]) for match in _KEY.finditer(shown) if named]
    others = [Mark(*match.span(), named[name]) for match, name in again if name in named]
    at = 0
    for mark in sorted([*notes, *others], key=lambda mark: mark.start):
        if mark.start >= at:
            yield mark
            at = mark.end
