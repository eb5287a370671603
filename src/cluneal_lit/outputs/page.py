"""What a page of HTML says and shows of a work beyond its citation."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from cluneal_lit import languages, titles
from cluneal_lit.folding import folded
from cluneal_lit.formats import notices
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
    "lifted": "told",
    "published": "told",
    "updated": "told",
}
# What nearly every article is, who paid for it, and what its notices say better; PubMed's and Crossref's words.
# https://www.nlm.nih.gov/mesh/pubtypes.html
_NO_DESIGNS = frozenset(
    "journal article|journal-article|english abstract|published erratum|retracted publication|"
    "corrected and republished article|expression of concern|preprint|posted-content|book|book-chapter|monograph|"
    "proceedings-article|report|component|other".split("|")
)
_SUPPORT = "research support"
_IDENTIFIER = re.compile(r"\bdoi: (?P<doi>10\.\d{4,9}/\S*[^\s.,;])|\bPMID: (?P<pmid>\d{1,9})\b")
_BLANKS = re.compile(r" ?([{};:,]) ")  # no text between quotes has any of these before a blank
# A comment behind what a line says; no text between quotes goes on behind it.
_REMARK = re.compile(r"  // [^\"'`\n]*$| /\*[^*\"'`\n]*\*/", re.MULTILINE)
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def tone(word: str) -> str:
    """How a status, a verdict or what else has to be known is shown: `stop`, `care`, `told`, `sure` or `open`."""
    return TONES.get(word, "care")


def designs(entry: Entry) -> tuple[str, ...]:
    """The publication types that tell how the study was made: `Review`, `Case Reports`; each once."""
    telling = {folded(kind): kind for kind in reversed(entry.types) if kind.lower() not in _NO_DESIGNS}
    return tuple(kind for name, kind in reversed(telling.items()) if not name.startswith(_SUPPORT))


def tongue(entry: Entry) -> str:
    """The language of the title where it is known not to be English. PubMed translates titles."""
    title = entry.fields.title
    translated = vernacular(entry) or titles.unbracketed(title) != title
    return "" if translated or any(one.source == "pubmed" for one in entry.sources) else _own(entry)


def vernacular(entry: Entry) -> Markup:
    """The title in the work's own language, marked as such, where the entry's is another; empty for none."""
    original = entry.fields.original_title
    if original in ("", titles.unbracketed(entry.fields.title)):
        return Markup()
    lang = f' lang="{html.escaped(language)}"' if (language := _own(entry)) else ""
    return Markup(f"<bdi{lang}>{html.escaped(original)}</bdi>")


def _own(entry: Entry) -> str:
    """The language of the work, if that is known not to be English."""
    language = languages.tag(entry.fields.language)
    return "" if language[:2] == "en" else language


class Free(Struct, frozen=True):
    """That anybody may read a work, in words, and where it stands, if that is known."""

    words: str
    url: str = ""


def access(entry: Entry) -> Free | None:
    """How anybody may read the work: by a licence, at PubMed Central, or on arXiv; None where nobody said so."""
    held = [(kind, getattr(entry.ids, kind)) for kind in ("pmcid", "arxiv", "doi")]
    places = {kind: styles.address(kind, value) for kind, value in held if value}
    copy = places.get("pmcid", "") or places.get("arxiv", "")
    if entry.licence:
        return Free("Open access", copy or places.get("doi", ""))
    return Free("Free full text", copy) if copy else None


@lru_cache(maxsize=64)
def integrity(script: str) -> str:
    """The source expression by which a content security policy allows this script and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


@lru_cache(maxsize=64)
def lean(text: str) -> Markup:
    """A script or style sheet of ours without the indents and comments of its lines."""
    lines = (line.strip() for line in _REMARK.sub("", text).splitlines())
    return Markup("\n".join(line for line in lines if line and not line.startswith(("//", "/*"))))


@lru_cache(maxsize=64)
def dense(text: str) -> Markup:
    """A style sheet of ours without comments and without blanks that say nothing."""
    return Markup(_BLANKS.sub(r"\1", lean(text)))


def notice(status: Status) -> Markup:
    """Where a status' notice stands, its identifiers as links."""
    return _addressed(notices.notice(status))


def dated(text: str) -> Markup:
    """The text with its days marked as such, so that no line breaks within one."""
    return Markup(_DAY.sub(r"<time>\g<0></time>", html.escaped(text)))


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


FILTERS: dict[str, Callable[..., object]] = {
    "access": access,
    "dated": dated,
    "designs": designs,
    "dense": dense,
    "integrity": integrity,
    "lean": lean,
    "notice": notice,
    "published": published,
    "tone": tone,
    "tongue": tongue,
    "vernacular": vernacular,
}
