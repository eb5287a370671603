"""Ministries and other bodies of a state as authors, with what they belong to and the title behind them."""

from __future__ import annotations

from itertools import pairwise

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.repair_groups import is_named_first
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.names import names_group

_BODIES = frozenset(
    "ministerio ministry ministere secretaria subsecretaria departamento department departement direccao direcao"
    " direccion direction coordenacao coordinacion superintendencia presidencia congresso congreso senado".split()
)
_OWNERS = frozenset("assignee assignees applicant applicants".split())


@rule(has=("author", "title"), lacks=("journal", "publisher"))
def body_of_a_nation(found: Tokens, segments: Segments) -> Segments:
    """The body that is marked as a title behind `U.S.` is the author with it, and the sentence behind is the title:
    `U.S. Department of Rowing. Healthy Knees 2020.`"""
    own, title, *rest = segments
    texts = found.texts
    nation = own.label == "author" and texts[: own.end] in (["U", ".", "S"], ["U", ".", "K"], ["U", ".", "N"])
    if not nation or (title.label, title.start) != ("title", own.end + 1) or texts[title.end : title.end + 1] != ["."]:
        return segments
    start = title.end + 1
    end = next((at for at in range(start, len(texts)) if texts[at] == "."), start)
    if end < start + 2 or not names_group(" ".join(texts[title.start : title.end])):
        return segments
    return [Segment("author", 0, title.end), Segment("title", start, end), *(one for one in rest if one.start >= end)]


@rule(has=("author", "title"), words=_BODIES)
def bodies_of_a_country(found: Tokens, segments: Segments) -> Segments:
    """The ministry and its parts that stand between a country or group and a title wrote it with them:
    `BRASIL. Ministério do Remo. Secretaria de Joelhos. Guia do remador.`"""
    own, title, *rest = segments
    if (own.label, own.start, title.label) != ("author", 0, "title") or title.start > own.end + 2:
        return segments
    named = found.texts[: own.end + 1]
    if "," in named or any(is_initials(text) and after == "." for text, after in pairwise(named)):
        return segments
    end = _end_of_bodies(found, title.start, rest[0].start if rest else title.end)
    if end == title.start:
        return segments
    kept = [Segment("title", end, title.end)] if end < title.end else _title_behind(found, end, rest)
    return [Segment("author", 0, end - 1), *kept, *(one for one in rest if one not in kept)] if kept else segments


def _end_of_bodies(found: Tokens, start: int, last: int) -> int:
    """Where a title goes on behind its first sentences that name bodies of a state; at its start without them."""
    texts, at = found.texts, start
    while at < last and word(texts[at]) in _BODIES:
        stop = next((place for place in range(at, min(last, len(texts) - 1)) if texts[place] == "."), 0)
        if not stop or not found.spaced[stop + 1]:
            return at
        at = stop + 1
    return at


def _title_behind(found: Tokens, start: int, rest: Segments) -> Segments:
    """The title that follows there, be it unmarked; nothing where something else stands there."""
    end = rest[0].start if rest else len(found.texts)
    if end <= start:
        return [one for one in rest[:1] if one.label == "title"]
    stop = next((at for at in range(start, end) if found.texts[at] == "."), 0)
    return [Segment("title", start, stop)] if stop > start + 1 else []


@rule(has=("author", "title"), words=_OWNERS)
def owner_within_title(found: Tokens, segments: Segments) -> Segments:
    """The firm to which a patent belongs is an author of it, though it is marked with the title:
    `Boat L, inventor; Oars Ltd, assignee. Rowlock.`"""
    own, title, *rest = segments
    if (own.label, title.label) != ("author", "title") or title.start > own.end + 3:
        return segments
    places = range(title.start + 1, title.end - 1)
    at = next((at for at in places if word(found.texts[at]) in _OWNERS and found.texts[at + 1] == "."), 0)
    if not at or at + 2 >= title.end:
        return segments
    return [Segment("author", own.start, at + 1), Segment("title", at + 2, title.end), *rest]


@rule(has=("author",), lacks=("title", "journal", "booktitle"))
def sentence_behind_group(found: Tokens, segments: Segments) -> Segments:
    """The unmarked sentence behind a group that begins the string is the title where none is marked."""
    own, *rest = segments
    if (
        own.label != "author"
        or own.start
        or found.texts[own.end : own.end + 1] != ["."]
        or not is_named_first(found, own.end)
    ):
        return segments
    return [own, *_title_behind(found, own.end + 1, rest), *rest]
