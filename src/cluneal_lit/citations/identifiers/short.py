"""Short DOIs in a running text: `10/gdzs5p`, which stands for a DOI that only the resolver knows (https://shortdoi.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.hits import COLON, Hit, Text, url_start, word_before
from cluneal_lit.late import late

_CODE = r"(?P<code>[a-z\d]{3,8})(?![\w/%-]|\.\w)"
_ADDRESS = late(rf"doi\.org/(?:10/)?{_CODE}", re.IGNORECASE)
_LABELLED = late(
    rf"(?:short[ -]?)?doi(?:[{COLON}=\s]{{1,3}}10/|(?<=shortdoi)(?:[{COLON}=]\s{{0,2}}|\s(?=[a-z]*\d))){_CODE}",
    re.IGNORECASE,
)
# Without a label: the resolver's codes are of consonants and digits.
_BARE = late(r"10/(?P<code>(?=[a-z]*\d)[b-df-hj-np-tv-xz][b-df-hj-np-tv-xz\d]{4,6})(?![\w/%-]|\.\w)")
_PAGES = frozenset(
    ("about", "faq", "faqs", "news", "help", "home", "index", "topics", "handbook", "contact", "members")
)


def hits(text: Text) -> Iterator[Hit]:
    """The short DOIs of a text: in the resolver's address, behind a label, or bare."""
    for at in text.positions("doi.org/"):
        match = _ADDRESS.match(text.text, at)
        if match and match["code"].lower() not in _PAGES:
            start = url_start(text.text, at + 1)
            yield _hit(match, start if start >= 0 else at, "doi-url", 1.0)
    for at in text.positions("shortdoi", "doi"):
        match = None if word_before(text.text, at) else _LABELLED.match(text.text, at)
        if match:
            yield _hit(match, at, "doi", 1.0)
    for at in text.positions("10/"):
        before, match = text.text[max(0, at - 1) : at], _BARE.match(text.text, at)
        if match and not before.isalnum() and before not in ("/", "."):
            yield _hit(match, at, "doi", 0.7)


def _hit(match: re.Match[str], start: int, form: str, confidence: float) -> Hit:
    return Hit("shortdoi", identifiers.shortdoi(match["code"]), start, match.end(), form, confidence)
