"""Whether a citation's title is a record's, whatever scripts, marks and subtitles have done to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.checks import said
from cluneal_lit.compare import STATUS_LABEL
from cluneal_lit.model import Citation, Fields

_BRACKETED = re.compile(r"\[([^\]]{8,})\]")
_REMARK = re.compile(r"\s*[\[(][^\])]{0,40}[\])]\.?$")  # `[corrected]`, `(Review)`, `[in German]`
_SUBTITLE = re.compile(r"[:.?!;]\s+|\s[–—-]+\s|\s=\s")
_HEAD = 20  # letters that a title without its subtitle keeps at least
_SMALL_WORDS = frozenset(("the", "a", "an", "and"))


def same(citation: Citation, record: Fields) -> bool:
    """Whether the titles have the same letters, one perhaps without subtitle or remark, or the string has the record's."""
    ours = citation.fields.title
    if not ours or any(_alike(ours, title) for title in _titles(record)):
        return True
    string = said.letters(said.text(citation))
    return bool(string) and any(form in string for title in _titles(record) if len(form := said.letters(title)) > _HEAD)


def _titles(record: Fields) -> Iterator[str]:
    """The titles of a record: as it is, in the other language, and each of one in two languages."""
    for title in (record.title, record.original_title):
        if title:
            yield title
            yield from _BRACKETED.findall(title)


def _alike(one: str, other: str) -> bool:
    ours, theirs = _whole(one), _whole(other)
    return not ours.isdisjoint(theirs) or _head(one) in theirs or _head(other) in ours


def _whole(title: str) -> set[str]:
    """The letters of a title, as it is and without a remark behind it."""
    bare = STATUS_LABEL.sub("", title)
    return {_letters(bare), _letters(_REMARK.sub("", bare))}


def _head(title: str) -> str | None:
    """The letters of a title without its subtitle, where enough of it is left."""
    bare = STATUS_LABEL.sub("", title)
    cut = _SUBTITLE.search(bare)
    head = _letters(bare[: cut.start()]) if cut else ""
    return head if len(head) >= _HEAD else None


def _letters(title: str) -> str:
    return "".join(word for word in said.tokens(title) if word not in _SMALL_WORDS)
