"""The words of a citation's string that are left for a field: those that serve no other field that is the record's.

A parse may be wrong, so what a record says and the string has elsewhere is not wrong. But a word that stands for the
title, the authors, the volume, or the day on which somebody looked does not stand for the year or the journal too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cluneal_lit import names, numbering, pages
from cluneal_lit.checks import aside, in_words, said, titles, venues
from cluneal_lit.model import Citation, Fields, Name

TAKEN = "|"  # stands where a word is taken, so that words on both sides of it are not beside each other
_MOST_GIVEN = 4  # words of a given name beside the surname


def words(citation: Citation, known: Fields, field: str) -> tuple[str, ...]:
    """The folded words of the string in their order, `TAKEN` for each that serves another field than this one; none
    where no string was read. A journal's name stands in no other's: `Pain` not in `Eur J Pain`."""
    string = said.text(citation)
    if not string:
        return ()
    text, placed = said.placed(string)
    left = [word for word, _, _ in placed]
    is_same = titles.same(citation, known)
    _take(left, said.tokens(known.title if is_same else citation.fields.title))
    if field != "authors":
        # Who is named before another title may have a year, too: `Global Burden of Disease 2017 Collaborators`.
        for name in dict.fromkeys((*known.author, *(() if is_same else citation.fields.author))):
            _take_name(left, name)
    kept = said.tokens(f"{known.title} {citation.fields.title} {known.container_title}")
    for at in (*aside.taken(text, placed, kept), *(aside.are_labels(placed) if field == "journal" else ())):
        left[at] = TAKEN
    if field == "journal":
        journal = _SAYS[field](citation.fields)
        if venues.is_another(journal, known) or in_words.is_longer(journal, known):
            _take(left, said.tokens(journal))
    if field == "year":
        _take_years(left, aside.other_years(text, placed), citation.fields)
    for other, of in _SAYS.items():
        if other != field and _AGREES[other](citation.fields, known):
            own = {*said.tokens(of(known))}
            _take(left, [word for word in said.tokens(of(citation.fields)) if word in own or not word.isdigit()])
    return tuple(left)


def _take_years(left: list[str], others: Sequence[int], cited: Fields) -> None:
    """Take the years of an appearance online or a notice, where the cited year stands beside them as the issue's."""
    year = _SAYS["year"](cited)
    if any(word == year for at, word in enumerate(left) if at not in others):
        for at in others:
            left[at] = TAKEN


def _take(left: list[str], taken: Sequence[str]) -> None:
    """Take words where they stand one behind the other; of those that stand nowhere so, each by itself."""
    size = len(taken)
    for at in range(len(left) - size + 1):
        if size and left[at : at + size] == [*taken]:
            left[at : at + size] = [TAKEN] * size
            return
    for word in taken:
        if word in left:
            left[left.index(word)] = TAKEN


def _take_name(left: list[str], name: Name) -> None:
    """Take a person's surname, and the given names and initials beside it; or a group's name."""
    family = said.tokens(name.literal or name.family)
    at = next((at for at in range(len(left)) if family and tuple(left[at : at + len(family)]) == family), None)
    if at is None:
        return
    end = at + len(family)
    initials = said.letters(names.initials(name.given))
    given = {*said.tokens(name.given), *initials, initials, *said.tokens(name.non_dropping_particle)}
    while at > 0 and end - at < len(family) + _MOST_GIVEN and left[at - 1] in given:
        at -= 1
    while end < len(left) and end - at < len(family) + _MOST_GIVEN and left[end] in given:
        end += 1
    left[at:end] = [TAKEN] * (end - at)


def _same_year(cited: Fields, known: Fields) -> bool:
    return bool(cited.issued and known.issued and cited.issued.year == known.issued.year)


def _same_journal(cited: Fields, known: Fields) -> bool:
    return any(venues.alike(one, other) for one in venues.named(cited) for other in venues.named(known))


def _same_pages(cited: Fields, known: Fields) -> bool:
    ours, theirs = pages.parse(cited.page), pages.parse(known.page)
    return bool(ours and theirs and ours.first and pages.bare(ours.first.lower()) == pages.bare(theirs.first.lower()))


def _same_number(name: str) -> Callable[[Fields, Fields], bool]:
    return lambda cited, known: bool(getattr(cited, name)) and numbering.SAME[name](cited, known)


_SAYS: Mapping[str, Callable[[Fields], str]] = {
    "journal": lambda fields: fields.container_title or fields.container_title_short,
    "year": lambda fields: str(fields.issued.year) if fields.issued else "",
    "volume": lambda fields: fields.volume,
    "issue": lambda fields: fields.issue,
    "pages": lambda fields: fields.page,
}
_AGREES: Mapping[str, Callable[[Fields, Fields], bool]] = {
    "journal": _same_journal,
    "year": _same_year,
    "volume": _same_number("volume"),
    "issue": _same_number("issue"),
    "pages": _same_pages,
}
