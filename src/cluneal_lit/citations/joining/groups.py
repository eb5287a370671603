"""Which identifiers name one work.

A document says so by writing them in one reference string, or side by side behind one another:
`(PMID: 29656623, PMC5944640; doi:10.14245/ns.1836024.012)`. What stands in two lines or two sentences says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit.citations.identifiers.hits import Hit
from cluneal_lit.citations.references.continued import PROSE
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.references.likeness import REST
from cluneal_lit.late import late

_TOGETHER = frozenset(("pmid", "pmcid", "doi", "shortdoi"))
_BESIDE = late(
    r"(?:[ \t\u00a0,;·•|/()\[\]<>*_:–—-]|\.(?!\s)){0,12}"
    r"(?P<label>(?:available (?:from|at)|full text|free article|url|pubmed|pmc)\b[ \t\u00a0:.,;\])(]{0,4}){0,2}",
    re.IGNORECASE,
)
_BUTTON = late(
    r"\W*(?:(?:view|at|on|in|the|go|to|free|full|pub\s?med|pmc|medline|central|europe|article|abstract|text|doi|cross\s?ref"
    r"|publisher|link|pdf|id)\b\W*){1,6}",
    re.IGNORECASE,
)
_LINK = re.compile(r"[.,;]?\]\(<?")
_NEXT_BRACKET = re.compile(r"\)[\s,;]*\(")
_AFTER = re.compile(r"[.,;)\]>*_]*\s+")
_ROW = re.compile(r"[\s,`]*(?:(?:and|&)[\s`]+)?")
_CONJUNCTION = re.compile(r"\s(?:and|or|und|oder|et|ou|y|e|o)\s")
# With which a reference leads from one of its identifiers to the next: `PubMed Central PMCID: …`, `Verfügbar unter`.
_LEADING_ON = re.compile(
    r"\b(?:central|indexed|for|medline|retrieved|last|on|via|under|unter|verfügbar|abgerufen|abrufbar|am|zugriff"
    r"|disponible|sur|en|disponibile|su|erratum|published|as|accessible|freely)\b|下载自|下載自|可从|获取自",
    re.IGNORECASE,
)
_LONGEST = 40
_LONGEST_BRACKET = 200


def groups(text: str, hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Hits outside reference strings, those together that stand side by side and name one work.

    They are of different kinds, and of those kinds that a work has several of; the text and target of a link are one.
    """
    group: list[Hit] = []
    values: dict[str, str] = {}
    in_row = False
    for before, hit in zip((None, *hits), hits, strict=False):
        ended = before is not None and in_row and ";" in text[before.end : hit.start]
        if group and (ended or not (_adjacent(text, group[-1], hit) and _goes_with(hit, values))):
            yield group
            group, values = [], {}
        _goes_with(hit, values)
        group.append(hit)
        in_row = before is not None and _is_next_of_row(text, before, hit)
    if group:
        yield group


def _is_next_of_row(text: str, before: Hit, hit: Hit) -> bool:
    """Whether a hit is a further one behind a label, `DOIs: 10.1000/a, 10.1000/b`: what a semicolon parts from the row
    names none of its works."""
    alike = before.kind == hit.kind and before.value != hit.value and not (before.written or hit.written)
    return alike and text[hit.start].isdigit() and bool(_ROW.fullmatch(text, before.end, hit.start))


def parted(hits: Sequence[Hit], listed: Sequence[Entry]) -> tuple[list[list[Hit]], list[Hit]]:
    """The hits that lie in each reference string, and those that lie in none."""
    inside: list[list[Hit]] = [[] for _ in listed]
    outside: list[Hit] = []
    at = 0
    for hit in hits:
        while at < len(listed) and listed[at].end <= hit.start:
            at += 1
        within = at < len(listed) and listed[at].start < (hit.end if hit.written else hit.start + 1)
        (inside[at] if within else outside).append(hit)
    return inside, outside


def own(text: str, hits: Sequence[Hit], said: bool = False) -> tuple[list[Hit], list[Hit]]:
    """The hits in a reference string that name its work, and those that name others.

    Others are a second of its kind with what stands beside it, and all behind prose that follows an identifier; in what
    is `said`, a note that no author begins, all behind any word: `see PMID 1 and doi:10.1000/a`.
    """
    kept: list[Hit] = []
    further: list[Hit] = []
    values: dict[str, str] = {}
    before: Hit | None = None
    ended = False
    for hit in hits:
        ended = ended or (before is not None and not before.written and _talk_between(text, before, hit))
        ended = ended or (said and before is not None and _are_told_apart(text[before.end : hit.start]))
        with_other = bool(further) and further[-1] is before and _adjacent(text, further[-1], hit)
        (further if ended or with_other or not _goes_with(hit, values) else kept).append(hit)
        before = hit
    return kept, further


def _adjacent(text: str, one: Hit, other: Hit) -> bool:
    if "malformed" in (one.form, other.form) or "key" in (one.form, other.form):
        return False
    if other.start < one.end:
        return one.kind != other.kind and {one.kind, other.kind} <= _TOGETHER
    if one.kind == other.kind:
        return bool(_LINK.fullmatch(text, one.end, other.start))
    if not {one.kind, other.kind} <= _TOGETHER or other.start - one.end > _LONGEST:
        return False
    beside = _BESIDE.fullmatch(text, one.end, other.start)
    if not beside or (_NEXT_BRACKET.search(beside[0]) and not text.startswith("](", max(0, one.start - 2))):
        return False
    addresses = all(hit.written or hit.form.endswith("-url") for hit in (one, other))
    return (
        not addresses or bool(beside["label"]) or _is_button(text, other) or _in_brackets(text, one.start, other.start)
    )


def _is_button(text: str, hit: Hit) -> bool:
    """Whether a link's text only says where it leads to, as those that stand in a row behind a reference do."""
    return bool(hit.written and _BUTTON.fullmatch(text, hit.start, hit.end))


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether round brackets that are no link's enclose the places."""
    opening = text.rfind("(", max(0, start - _LONGEST_BRACKET), start)
    return opening >= 0 and text[opening - 1 : opening] != "]" and not re.search(r"[)\n]", text[opening:end])


def _goes_with(hit: Hit, values: dict[str, str]) -> bool:
    """Whether a hit can name the same work as others: none of its kind has another value. Adds its own to `values`."""
    if not hit.value or hit.kind == "isbn":
        return True
    return values.setdefault(hit.kind, hit.value) == hit.value


def _are_told_apart(between: str) -> bool:
    """Whether words part two identifiers, other than those with which references end."""
    return bool(_CONJUNCTION.search(between) or REST.sub("", _LEADING_ON.sub("", between)))


def _talk_between(text: str, one: Hit, other: Hit) -> bool:
    """Whether a sentence of prose begins behind the first hit and holds the second."""
    stop = _AFTER.match(text, one.end, other.start)
    return bool(stop and PROSE.match(text, stop.end(), other.start))
