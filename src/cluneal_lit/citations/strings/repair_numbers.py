"""Years, volumes, issues and pages: what the form of a reference rules out or demands of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import MONTHS, word
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

LOCATING = ("volume", "issue", "pages")
_COUNTED = frozenset(("p", "pp", "pages", "pags", "s", "seiten", "с"))  # the last is Russian
_MONTHS = MONTHS | frozenset("ene fev abr mai ago set out dez dic gen mag giu lug ott fevr avr juil dec okt".split())
_CENTURY = frozenset(("siglo", "seculo", "secolo", "siecle", "jahrhundert"))
_ASKED = frozenset("accessed acesso acessado acceso viewed retrieved citado cited consulte abgerufen".split())
_LABELS = frozenset(("doi", "pmid", "epub"))
_CLOSED = frozenset("])")
_BEFORE = 8  # tokens between such a word and its date
_YEAR = re.compile(locators.YEAR)


def without_page_counts(found: Tokens, segments: Segments) -> Segments:
    """`302 p.` says how many pages a book has; `p. 302` is a page."""
    return [one for one in segments if not (one.label in LOCATING and _is_count(found, one))]


def _is_count(found: Tokens, one: Segment) -> bool:
    labelled = _counts(found, one.end - 1)
    number = found.texts[one.start : one.end - labelled]
    before = found.texts[one.start - 1] if one.start else ""
    before = found.texts[one.start - 2] if before == "." and one.start > 1 else before
    return (
        len(number) == 1
        and number[0].isdigit()
        and (labelled or _counts(found, one.end))
        and before.lower() not in _COUNTED
    )


def _counts(found: Tokens, at: int) -> bool:
    """Whether a token says that the number before it counts pages: `302 p`, `302p`; not in `29S`, `6 P11002`."""
    if at >= len(found.texts) or found.texts[at].lower() not in _COUNTED:
        return False
    glued = found.texts[at + 1 : at + 2] and found.texts[at + 1].isdigit() and not found.spaced[at + 1]
    return not glued and (found.spaced[at] or found.texts[at].islower())


def without_days(found: Tokens, segments: Segments) -> Segments:
    """The day before a month (`12 mar. 2017`) or behind it (`Sep. 26, 2023`) is no volume, issue or page."""
    return [one for one in segments if not (one.label in LOCATING and _is_day(found, one))]


def _is_day(found: Tokens, one: Segment) -> bool:
    if one.end >= len(found.texts):
        return False
    following = found.texts[one.end + (found.texts[one.end] == ".") :][:1]
    texts = found.texts[one.start : one.end]
    if len(texts) == 3 and texts[1] in "-–" and _are_short(texts[::2]):  # days of a meeting: `, 21–25 May 2018`
        year = "".join(found.texts[one.end + 1 : one.end + 2])
        behind_comma = one.start > 0 and found.texts[one.start - 1] == ","
        return behind_comma and word("".join(following)) in _MONTHS and bool(_YEAR.fullmatch(year))
    if len(texts) != 1 or not _are_short(texts):
        return False
    month = one.start - 2 if found.texts[one.start - 1 : one.start] == ["."] else one.start - 1
    dated = found.texts[one.end] == "," and bool(_YEAR.fullmatch("".join(found.texts[one.end + 1 : one.end + 2])))
    return word("".join(following)) in _MONTHS or (dated and month >= 0 and word(found.texts[month]) in _MONTHS)


def _are_short(texts: Sequence[str]) -> bool:
    """Whether all are numbers of a digit or two."""
    return all(text.isdigit() and len(text) < 3 for text in texts)


def without_visits(found: Tokens, segments: Segments) -> Segments:
    """When somebody looked (`Last accessed: Jan. 14, 2024`) is no volume or page, nor a second year."""
    several = sum(one.label == "year" for one in segments) > 1
    visited = (*LOCATING, "year") if several else LOCATING
    return [one for one in segments if one.label not in visited or not _is_of_access(found, one.start)]


def bracketed_issue(found: Tokens, segments: Segments) -> Segments:
    """A number in brackets without a volume before it (`2008; (22):3168`) is the issue."""
    if any(one.label == "issue" for one in segments):
        return segments
    volumes = [one for one in segments if one.label == "volume"]
    if len(volumes) == 1 and _is_bracketed(found, volumes[0]):
        return [Segment("issue", one.start, one.end) if one is volumes[0] else one for one in segments]
    return segments


def _is_bracketed(found: Tokens, one: Segment) -> bool:
    texts = found.texts
    if not (one.start > 0 and one.end < len(texts) and texts[one.start - 1] == "(" and texts[one.end] == ")"):
        return False
    return not any(text.isdigit() for text in texts[one.end + 1 : one.end + 2])  # `(71) 3` is volume 71


def year_somewhere(found: Tokens, segments: Segments) -> Segments:
    """Without a year that is marked, the issue that looks like one, else the first that stands outside the fields."""
    if any(one.label == "year" for one in segments):
        return segments
    for at, one in enumerate(segments):
        if one.label == "issue" and one.end == one.start + 1 and _YEAR.fullmatch(found.texts[one.start]):
            return [*segments[:at], Segment("year", one.start, one.end), *segments[at + 1 :]]
    taken = {at for one in segments for at in range(one.start, one.end)}
    free = (at for at, text in enumerate(found.texts) if at not in taken and _YEAR.fullmatch(text))
    years = [at for at in free if found.texts[max(0, at - 1)] != "/" and not _is_of_access(found, at)]
    return [*segments, Segment("year", years[0], years[0] + 1)] if years else segments


def _is_of_access(found: Tokens, at: int) -> bool:
    """Whether a year is that in which somebody looked: `accessed 2021`, `acessado em 02/07/2021`."""
    before = [word(text) for text in found.texts[max(0, at - _BEFORE) : at]]
    asked = [place for place, text in enumerate(before) if text in _ASKED]
    return bool(asked) and not _CLOSED.intersection(before[asked[-1] :])


def whole_volumes(found: Tokens, segments: Segments) -> Segments:
    """A volume ends with the letter behind its hyphen (`306-D`); the number of a century (`Siglo XXI`) is none."""
    texts = found.texts
    begun = {one.start for one in segments}
    mended: Segments = []
    for one in segments:
        if one.label == "volume" and one.start and word(texts[one.start - 1]) in _CENTURY:
            continue
        letter = one.label == "volume" and texts[one.end : one.end + 1] == ["-"] and texts[one.end + 1 : one.end + 2]
        glued = letter and letter[0].isalpha() and len(letter[0]) == 1 and not any(found.spaced[one.end : one.end + 2])
        free = begun.isdisjoint((one.end, one.end + 1))
        mended.append(Segment(one.label, one.start, one.end + 2) if glued and free else one)
    return mended


def pages_without_labels(found: Tokens, segments: Segments) -> Segments:
    """Pages end before the label of an identifier that is glued to them: `e1557doi:10…`."""
    if not any(_is_labelled(found, one) for one in segments):
        return segments
    return [Segment(one.label, one.start, one.end - _is_labelled(found, one)) for one in segments]


def _is_labelled(found: Tokens, one: Segment) -> bool:
    return one.label == "pages" and one.end - one.start > 1 and found.texts[one.end - 1].lower() in _LABELS


def whole_dates(found: Tokens, segments: Segments) -> Segments:
    """The month and day behind a year (`2018 Mar 28`) belong to it, whatever they are marked as."""
    dated: Segments = []
    for one in segments:
        if one.label == "year":
            dated.append(Segment("year", one.start, _end_of_date(found, one)))
        elif not (dated and dated[-1].label == "year" and one.start < dated[-1].end):
            dated.append(one)
    return dated


def _end_of_date(found: Tokens, year: Segment) -> int:
    texts = found.texts
    month = year.end + (texts[year.end : year.end + 1] == [","])
    if not _YEAR.fullmatch(texts[year.end - 1]) or month >= len(texts) or word(texts[month]) not in _MONTHS:
        return year.end
    day = month + 1 + (texts[month + 1 : month + 2] == ["."])
    is_day = day < len(texts) and texts[day].isdigit() and len(texts[day]) < 3 and found.spaced[day]
    return day + 1 if is_day and texts[day + 1 : day + 2] not in (["("], ["-"]) else month + 1
