"""Titles whose first word, or only one, is read as the name of the last author."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

# What journals call letters, notices and their columns when nothing else is their title.
_TITLES = frozenset(
    "reply response editorial commentary comment correspondence letter erratum errata correction corrigendum retraction"
    " introduction preface foreword discussion obituary replique reponse antwort kommentar vorwort respuesta carta"
    " prologo editoriale editoriaux risposta resposta".split()
)
_YEAR = re.compile(locators.YEAR)
_LONG_WORD, _LONG_NAME = 6, 9  # letters
_GENERATIONS = frozenset("sobrinho".split())


@rule(has=("author", "journal"), lacks=("title", "booktitle"))
def title_behind_initials(found: Tokens, segments: Segments) -> Segments:
    """The long word, or that for a letter or a column, which ends the authors behind initials, or behind a family name
    in capitals, is the title: `Ghali B, Bidari A. Reply. Spine.`, `SIMMONS HJF. TORTICOLLIS. Spine.`"""
    at = place_of(segments, "author")
    own = segments[at] if at is not None else segments[0]
    last = own.end - 1
    texts = found.texts
    if own.label != "author" or last - own.start < 2 or texts[last - 1] != "." or not texts[last].isalpha():
        return segments
    ended = texts[own.end : own.end + 1] == ["."]
    long = (
        ended
        and _is_family_first(found, own.start, last)
        and len(texts[last]) >= _LONG_NAME
        and word(texts[last]) not in _GENERATIONS
    )
    named = is_initials(texts[last - 2]) or (texts[own.start].isupper() and texts[last - 2].isupper())
    if not named or not (long or word(texts[last]) in _TITLES):
        return segments
    rest = [one for one in segments if one is not own]
    return [Segment("author", own.start, last - 1), Segment("title", last, own.end), *rest]


@rule(has=("title",), lacks=("year",))
def year_before_title(found: Tokens, segments: Segments) -> Segments:
    """The year and the dash with which a title begins are none of it: `Pop R. 1979 – Confusion from drugs`."""
    at = place_of(segments, "title")
    title = segments[at] if at is not None else segments[0]
    texts, start = found.texts, title.start
    end = start + 2 * (
        texts[start + 1 : start + 2] == ["–"] and bool(_YEAR.fullmatch("".join(texts[start + 2 : start + 3])))
    )
    if (
        not at
        or not _YEAR.fullmatch(texts[start])
        or "".join(texts[end + 1 : end + 2]) not in tuple("–—,:.")
        or end + 2 >= title.end
    ):
        return segments
    told = [Segment("year", start, start + 1), Segment("title", end + 2, title.end)]
    return [*segments[:at], *told, *segments[at + 1 :]]


@rule(has=("author", "journal"), lacks=("title", "booktitle"), words=_TITLES)
def title_before_journal(found: Tokens, segments: Segments) -> Segments:
    """The word for a letter or a column that stands unmarked before the journal is the title: `2022. Reply. Spine`"""
    texts = found.texts
    at = next(one.start for one in segments if one.label == "journal") - 2
    named = at > 1 and texts[at - 1] in ".:)" and texts[at + 1] in ".," and word(texts[at]) in _TITLES
    free = named and not any(one.start <= at < one.end for one in segments)
    return [*segments, Segment("title", at, at + 1)] if free else segments


@rule(has=("author", "title"), words=("/",))
def name_behind_slashes(found: Tokens, segments: Segments) -> Segments:
    """Before a colon stands what is left of the last name of people whom slashes part: `Quimby, Ada/Rower, Bo/Orlov,
    Cleo: Knees`, `Ada Quimby / Bo A. Rower: Knees`."""
    own, title = segments[:2]
    texts = found.texts
    near = title.start == own.end or (title.start == own.end + 1 and texts[own.end] in ".,")
    if (own.label, title.label) != ("author", "title") or not near:
        return segments
    colon = next((at for at in range(title.start + 1, title.start + 4) if texts[at : at + 1] == [":"]), 0)
    if not colon or colon + 1 >= title.end or "/" not in texts[own.start : own.end]:
        return segments
    return [Segment("author", own.start, colon), Segment("title", colon + 1, title.end), *segments[2:]]


@rule(has=("author", "title"), words=(",",))
def first_word_of_title(found: Tokens, segments: Segments) -> Segments:
    """A title that goes on in small letters behind a comma, or behind a stop, begins with the long word before it,
    behind the initials of an author whose family name comes first: `Dunn, D. K., & Spencer, J. Mutation,
    diversity and …`, `MULLER, S. A. Trichotillomania. A study of …`"""
    own, title = segments[:2]
    texts = found.texts
    if (own.label, title.label, title.start) != ("author", "title", own.end + 1) or texts[own.end] not in ",.":
        return segments
    last = own.end - 1
    inverted = _is_inverted(found, own.start, last)
    goes_on = texts[title.start].islower() if texts[own.end] == "," else len(texts[last]) >= _LONG_NAME
    if not (inverted and goes_on and texts[last].istitle() and len(texts[last]) >= _LONG_WORD):
        return segments
    if word(texts[last]) in _GENERATIONS:
        return segments
    if texts[last - 1] != "." or not is_initials(texts[last - 2]) or not found.spaced[last]:
        return segments
    return [Segment("author", own.start, last - 1), Segment("title", last, title.end), *segments[2:]]


def _is_family_first(found: Tokens, start: int, end: int) -> bool:
    """Whether the last name before a token has its initials behind it, or its surname in capitals as the first has."""
    texts, at = found.texts, _before_initials(found, start, end)
    if texts[at] == ",":
        return _is_inverted(found, start, end)
    named = texts[at].isalpha() and texts[at][0].isupper() and not is_initials(texts[start])
    return named and (at < end - 2 or texts[start].isupper())


def _is_inverted(found: Tokens, start: int, end: int) -> bool:
    """Whether the last name before a token is a family name, a comma and initials, with no initials before it."""
    texts, at = found.texts, _before_initials(found, start, end)
    before = texts[at - 2] if at - 2 >= start else ","
    return at > start and texts[at] == "," and before != "." and not is_initials(before)


def _before_initials(found: Tokens, start: int, end: int) -> int:
    """The token before the initials that end before a token."""
    texts, at = found.texts, end - 1
    while at > start and (texts[at] in (".", "-") or is_initials(texts[at])):
        at -= 1
    return at


@rule(has=("author", "title", "journal"))
def word_before_title(found: Tokens, segments: Segments) -> Segments:
    """The long word that stands unmarked between people and the title, behind their colon or stop and before another
    stop, begins the title: `Muller SA: Trichotillomania. A study of 24 cases.`"""
    own, title = segments[:2]
    at = own.end + 1
    texts = found.texts
    if (own.label, title.label, title.start) != ("author", "title", at + 2) or texts[own.end] not in ".:":
        return segments
    named = texts[at].isalpha() and texts[at][0].isupper() and len(texts[at]) >= _LONG_WORD
    if not named or texts[at + 1] not in ".?!:" or not found.spaced[at]:
        return segments
    return [own, Segment("title", at, title.end), *segments[2:]]


@rule(has=("author", "title"), words=(":",))
def given_name_before_colon(found: Tokens, segments: Segments) -> Segments:
    """The name between the comma behind the only surname and a colon is its given name: `Quimby, Ada: Knees`."""
    own, title = segments[:2]
    texts = found.texts
    alone = own.end - own.start == 1 and texts[own.start].istitle()
    if (own.label, title.label, title.start) != ("author", "title", own.end + 1) or not alone or texts[own.end] != ",":
        return segments
    if not texts[title.start].istitle() or texts[title.start + 1] != ":" or title.start + 2 >= title.end:
        return segments
    if texts[title.start + 2].islower():
        return segments  # a subtitle: `Freud, Trauma: an essay`
    return [Segment("author", own.start, title.start + 1), Segment("title", title.start + 2, title.end), *segments[2:]]
