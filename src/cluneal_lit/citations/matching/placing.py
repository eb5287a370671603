"""Where the title of a work stands in a reference, and how much of it and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit import journals, languages
from cluneal_lit.citations.matching.cited import Cited, Titles
from cluneal_lit.compare import AGREEING, TITLES_APART, first_author, journal, page, volume, year
from cluneal_lit.model import Fields
from cluneal_lit.titles import bare, heads, subtitles

SURE = 0.85  # likeness from which a title stands there, misspelt or not
_SUBTITLE = 12  # letters of a subtitle that may stand for the title
_SHORT = 16  # letters of a title below which it must stand there word by word
_EXACT = 0.999
SLACK = 6  # letters beside a title that are no words of it
_SMALL = re.compile(r"(?<![^\W\d_])[a-zß-ÿ]{3,}")
_JOURNAL = 14  # words of a journal's name at most
_WINDOW = 70  # characters before and behind a title in which a notice says what it is
_FILLERS = frozenset("and the for von van der den del las los des und aus dem with from zur ter".split())


class Placed(Struct, frozen=True):
    """A work's title as a reference has it.

    `degree`: how like; `start` and `end` in the letters of the string, -1 if it does not stand there by itself.
    `relation`: `missing` where the reference has no title, or the work; `beside`: letters of a title that one of them
    has behind the other's end (a subtitle, or what makes it another title).
    """

    degree: float
    relation: Literal["equal", "close", "missing", "contradicting"]
    start: int = -1
    end: int = -1
    beside: int = 0


def placed(cited: Cited, names: Titles, fields: Fields) -> Placed:
    """How the best of a work's titles, whole or without its subtitle, stands in a reference."""
    if not names.whole or (not cited.title and not cited.letters):
        return Placed(0.0, "missing")
    found = max((_whole(cited, title, fields) for title in names.whole), key=_goodness)
    if (names.heads or cited.heads) and (found.degree < _EXACT or found.beside > SLACK):
        shorter = max(_without_subtitle(cited, names, fields), key=_goodness, default=found)
        found = shorter if _is_plainer(shorter, found, len(names.whole[0])) else max((found, shorter), key=_goodness)
    untold = _titleless(cited) or languages.is_original(cited.fields.title, fields)
    if found.relation == "contradicting" and untold:
        return Placed(0.0, "missing")
    if found.relation == "contradicting" and _may_be_one(cited.fields, fields):
        return _by_place(cited, names.whole[0], fields) or found
    return found


def _may_be_one(one: Fields, other: Fields) -> bool:
    """Whether first author and year are those of a work, and volume and first page not another one's."""
    same = all(check(one, other).relation in AGREEING for check in (first_author, year))
    return same and all(check(one, other).relation != "contradicting" for check in (volume, page))


def _by_place(cited: Cited, whole: str, fields: Fields) -> Placed | None:
    """The title where one of the two lacks its subtitle and is too short to say anything but there, or at the work's
    own place has another subtitle, or its subtitle alone; None where they are two titles."""
    if cited.title in heads(fields.title, 1):
        _, start, end = in_string(cited, cited.title)
        return _standing(1.0, start, end, len(whole) - len(cited.title))
    if whole in heads(cited.fields.title, 1):
        return _standing(1.0, -1, -1, len(cited.title) - len(whole))
    if not all(check(cited.fields, fields).relation in AGREEING for check in (journal, volume, page)):
        return None
    is_subtitle = len(cited.title) >= _SUBTITLE and cited.title in subtitles(fields.title)
    if is_subtitle or _begin_alike(cited, whole, fields):
        return _standing(1.0, -1, -1, max(abs(len(whole) - len(cited.title)), SLACK + 1))
    return None


def _begin_alike(cited: Cited, whole: str, fields: Fields) -> bool:
    """Whether one title, without its subtitle, begins the other, or one subtitle the other behind a head however short:
    `Knees: a trial` and `Knees: a trial of rest`."""
    heads_begin = any(map(cited.title.startswith, heads(fields.title))) or any(map(whole.startswith, cited.heads))
    shorter, longer = sorted((cited.fields.title, fields.title), key=len)
    return heads_begin or (bool(heads(shorter, 1)) and f"{bare(longer)} ".startswith(f"{bare(shorter)} "))


def _is_plainer(shorter: Placed, whole: Placed, length: int) -> bool:
    """Whether the shorter title is there, misspelt or not, and the whole one of that length only nearly, by words of
    what stands behind it."""
    ends = shorter.start >= 0 and shorter.beside == max(length - (shorter.end - shorter.start), 0)
    if shorter.degree < _EXACT:
        return ends and shorter.degree >= SURE > whole.degree
    return whole.degree < (_EXACT if ends else SURE)


def _goodness(found: Placed) -> tuple[bool, bool, float]:
    return (found.degree >= TITLES_APART, found.beside <= SLACK, found.degree)


def _whole(cited: Cited, title: str, fields: Fields) -> Placed:
    """How one title stands in the reference: as its title field, or anywhere in its string, whichever is better."""
    degree, start, end = in_string(cited, title)
    field = fuzz.ratio(cited.title, title) / 100
    if max(field, degree) < TITLES_APART:
        return Placed(max(field, degree), "contradicting")
    if field > degree or start < 0:
        return _standing(field, start, end, 0)
    return _standing(degree, start, end, _beside(cited, start, end, fields))


def _standing(degree: float, start: int, end: int, beside: int) -> Placed:
    return Placed(degree, "equal" if degree >= _EXACT and beside <= SLACK else "close", start, end, beside)


def in_string(cited: Cited, title: str) -> tuple[float, int, int]:
    """How like the title a stretch of the string is, and the letters where it begins and ends; -1 if nothing is."""
    if not title or len(title) > len(cited.letters):
        return 0.0, -1, -1
    at = cited.letters.find(title)
    while at >= 0 and len(title) < _SHORT and not _bounded(cited, at, at + len(title)):
        at = cited.letters.find(title, at + 1)
    if at >= 0:
        return 1.0, at, at + len(title)
    if len(title) < _SHORT:
        return 0.0, -1, -1
    found = fuzz.partial_ratio_alignment(title, cited.letters, score_cutoff=100 * TITLES_APART)
    return (found.score / 100, *cited.within(found.dest_start, found.dest_end)) if found else (0.0, -1, -1)


def _bounded(cited: Cited, start: int, end: int) -> bool:
    return start in cited.starts and (end in cited.starts or end == len(cited.letters))


def _without_subtitle(cited: Cited, names: Titles, fields: Fields) -> Iterator[Placed]:
    """The title without its subtitle, where the reference has it, or whole where the reference's lacks its own."""
    for head in names.heads:
        one = _whole(cited, head, fields)
        if one.degree >= SURE:
            beside = one.beside + max(len(names.whole[0]) - len(head), 0)
            yield _standing(one.degree, one.start, one.end, beside)
    for head in cited.heads:
        degree = fuzz.ratio(head, names.whole[0]) / 100
        if degree >= SURE:
            yield _standing(degree, -1, -1, len(cited.title) - len(head))


def _beside(cited: Cited, start: int, end: int, fields: Fields) -> int:
    """How many letters of the reference's title stand behind this one; the fewest by any way of cutting the string."""
    at = cited.letters.find(cited.title) if cited.title else -1
    ways = [at + len(cited.title) - end] if 0 <= at < end and start < at + len(cited.title) else []
    first = cited.token_at(end)
    for last in range(first, min(first + _JOURNAL, len(cited.tokens)) + 1):
        if _journal_follows(cited, last, fields):
            ways.append((cited.starts[last] if last < len(cited.tokens) else len(cited.letters)) - end)
            break
    return max(min(ways, default=0), 0)


def _journal_follows(cited: Cited, first: int, fields: Fields) -> bool:
    """Whether at a word of the string the journal begins, or the numbers do."""
    last = number_at(cited, first)
    if last == first:
        return True
    names = filter(None, (fields.container_title, fields.container_title_short))
    return any(journals.likeness(name, cited.between(first, last)) >= 0.8 for name in names)


def number_at(cited: Cited, first: int) -> int:
    """The first word of the string, from one on, that is a number; behind the last where none is."""
    return next((at for at in range(first, len(cited.tokens)) if cited.tokens[at].isdigit()), len(cited.tokens))


def _titleless(cited: Cited) -> bool:
    """Whether nothing in the string can be a title: before its numbers stand names and a journal's abbreviation."""
    if cited.title or not cited.tokens:
        return False
    words = _SMALL.findall(cited.between(0, number_at(cited, 0)))
    return sum(word not in _FILLERS for word in words) <= 1


def said(cited: Cited, title: Placed) -> str:
    """The title as the reference has it, where a work's title was found in its string; else its title field."""
    if title.start < 0:
        return cited.fields.title
    return cited.between(cited.token_at(title.start), cited.token_at(title.end)).rstrip(" .,;:(")


def around(cited: Cited, title: Placed) -> tuple[str, str]:
    """What stands in the string before and behind the title."""
    if title.start < 0:
        return "", ""
    first, last = cited.token_at(title.start), cited.token_at(title.end)
    start, end = cited.spans[first][0], cited.spans[last - 1][1]
    return cited.text[max(start - _WINDOW, 0) : start], cited.text[end : end + _WINDOW]
