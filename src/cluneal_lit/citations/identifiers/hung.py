"""DOIs behind which a text has what only a publisher's own address has there: as they are written they lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.citations.identifiers import dois
from cluneal_lit.citations.identifiers.hits import url_start
from cluneal_lit.late import late

_WRITTEN = late(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"“”„«»|{}]{1,500}")
_ADDRESS = r"(?:https?://)?(?:(?:dx|www)\.)?doi\.org/"
_RESOLVER = late(_ADDRESS, re.IGNORECASE)
# What a bracket or a quote parts from an address before it: `\href{…}{10.5555/x}`, `[…](https://doi.org/10.5555/x)`.
_PARTED = late(rf"[{{\[(<>\"“](?:{_ADDRESS}|doi:?\s{{0,2}})?$", re.IGNORECASE)
_SEGMENT = re.compile(r"/[a-z]+", re.IGNORECASE)
_VERSION = re.compile(r"v\d{1,2}", re.IGNORECASE)  # of a preprint, which says something


def hung(text: str, start: int, end: int, doi: str, *, anywhere: bool = False) -> Iterator[tuple[int, int, int]]:
    """Where such a DOI begins, where it ends, and where that ends which hangs behind it.

    In a publisher's own address, where `/full` belongs, only if it may stand `anywhere`, and is a word.
    """
    behind = start
    while match := _WRITTEN.search(text, behind, end):
        at = match.start()
        if len(match[0]) <= len(doi):  # as most are: nothing hangs there
            behind = match.end()
            continue
        value, length = dois.clean(match[0], in_url=True)
        written, tail = match[0][: len(doi)], match[0][len(doi) : length]
        is_tail = bool(tail) and not _VERSION.fullmatch(tail)
        is_word = anywhere and bool(_SEGMENT.fullmatch(tail))
        if value == doi == written.lower() and is_tail and (is_word or _is_resolved(text, at)):
            yield at, at + len(doi), at + length
        behind = at + max(length, 1)


def _is_resolved(text: str, at: int) -> bool:
    """Whether a DOI stands at the resolver's address, behind a label or alone."""
    if _PARTED.search(text, max(0, at - 40), at):
        return True
    address = url_start(text, at)
    if address >= 0:
        return bool(_RESOLVER.fullmatch(text, address, at))
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "/.%_")
