"""What a page of HTML says and shows of a work beyond its citation."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

from markupsafe import Markup

from cluneal_lit.folding import folded
from cluneal_lit.formats import bibtex, notices
from cluneal_lit.model import Entry, Status
from cluneal_lit.outputs import html, styles

# How it is shown: `stop`, `care` and `told` are colours and icons beside the words, gravest first.
TONES = {
    "retracted": "stop",
    "withdrawn": "stop",
    "partially-retracted": "stop",
    "concern": "care",
    "retired": "care",
    "superseded": "told",
    "republished": "care",
    "corrected": "told",
    "reinstated": "told",
    "none": "sure",
    "unchecked": "open",
    "verified": "sure",
    "inexact": "care",
    "unresolved": "care",
    "conflict": "care",
    "mismatch": "stop",
    "absent": "stop",
}
IMPORTANCE = {"must": "Must read", "should": "Should read", "background": "Background"}
# What nearly every article is, who paid for it, and what its notices say better; PubMed's and Crossref's words.
# https://www.nlm.nih.gov/mesh/pubtypes.html
_NO_DESIGNS = frozenset(
    "journal article|journal-article|english abstract|published erratum|retracted publication|"
    "corrected and republished article|expression of concern|preprint|posted-content|book|book-chapter|monograph|"
    "proceedings-article|report|component|other".split("|")
)
_SUPPORT = "research support"
_IDENTIFIER = re.compile(r"\bdoi: (?P<doi>10\.\d{4,9}/\S*[^\s.,;])|\bPMID: (?P<pmid>\d{1,9})\b")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def tone(word: str) -> str:
    """How a status or verdict is shown: `stop`, `care`, `told`, `sure` or `open`."""
    return TONES.get(word, "care")


def designs(entry: Entry) -> tuple[str, ...]:
    """The publication types that tell how the study was made: `Review`, `Case Reports`; each once."""
    telling = {folded(kind): kind for kind in reversed(entry.types) if kind.lower() not in _NO_DESIGNS}
    return tuple(kind for name, kind in reversed(telling.items()) if not name.startswith(_SUPPORT))


def tongue(entry: Entry) -> str:
    """The language of the title where it is known not to be English. PubMed translates titles."""
    language = entry.fields.language
    if language[:2] == "en" or not _LANGUAGE.fullmatch(language):
        return ""
    return "" if any(one.source == "pubmed" for one in entry.sources) else language


def importance(word: str) -> str:
    """The importance that a reading list gives a work, as it is printed."""
    return IMPORTANCE.get(word, word)


def integrity(script: str) -> str:
    """The source expression by which a content security policy allows this script and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def notice(status: Status) -> Markup:
    """Where a status' notice stands, its identifiers as links."""
    return _addressed(notices.notice(status))


def published(entry: Entry) -> Markup:
    """Where the paper that a preprint became stands, its identifiers as links."""
    return _addressed(notices.published(entry))


def _addressed(text: str) -> Markup:
    found, end = [], 0
    for match in _IDENTIFIER.finditer(text):
        kind = str(match.lastgroup)
        found += [
            styles.Piece(text[end : match.start(kind)]),
            styles.Piece(match[kind], styles.address(kind, match[kind])),
        ]
        end = match.end()
    return Markup(html.linked((*found, styles.Piece(text[end:]))))


def _bibtex(entry: Entry, abstract: bool = False) -> str:
    return bibtex.written(entry, abstract=abstract)


FILTERS: dict[str, Callable[..., object]] = {
    "bibtex": _bibtex,
    "designs": designs,
    "importance": importance,
    "integrity": integrity,
    "notice": notice,
    "published": published,
    "tone": tone,
    "tongue": tongue,
}
