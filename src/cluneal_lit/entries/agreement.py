"""Whether a source says what is printed of a work, and not only a part of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from cluneal_lit import compare, names, numbering, pages
from cluneal_lit.folding import folded
from cluneal_lit.model import Date, Fields, Ids, Name, Status

PEOPLE = ("author", "editor", "translator", "chair")
_ABBREVIATED = 0.95  # likeness from which one name of a journal is the other, its abbreviation or its acronym
_RANGES = re.compile(r"\s*[,;]\s*")


def agree(field: str, printed: Fields, said: Fields) -> bool:
    """Whether two sources say the same in a field, however they write it, or the one less of a date, name or page."""
    same = _COMPARED.get(field)
    return same(printed, said) if same else folded(getattr(printed, field)) == folded(getattr(said, field))


def agree_in_status(printed: Status, said: Status) -> bool:
    """Whether two sources state the same: the fate, its day and its notice, as far as both name them."""
    return printed.name == said.name and _same_day(printed.date, said.date) and _same_ids(printed.notice, said.notice)


def _same_ids(one: Ids, other: Ids) -> bool:
    named = ((getattr(one, kind), getattr(other, kind)) for kind in ("pmid", "doi", "pmcid"))
    return all(left == right for left, right in named if left and right)


def _people(field: str) -> Callable[[Fields, Fields], bool]:
    """The same people in the same order, nobody more and nobody less: an `et al.` names nobody."""

    def same(printed: Fields, said: Fields) -> bool:
        ours, theirs = (getattr(fields, field) for fields in (printed, said))
        return len(ours) == len(theirs) and all(map(_is_one, ours, theirs))

    return same


def _is_one(one: Name, other: Name) -> bool:
    """One surname; initials and suffix where both have them. Fewer initials are those of the same given names."""
    ours, theirs = (folded(names.initials(name.given)) for name in (one, other))
    suffixes = {names.suffixed(name, roman=True).suffix.rstrip(".").lower() for name in (one, other)} - {""}
    alike = ours.startswith(theirs) or theirs.startswith(ours)
    return names.surname(one) == names.surname(other) and alike and len(suffixes) < 2


def _titles(printed: Fields, said: Fields) -> bool:
    return compare.title(printed, said).relation == "equal"


def _journals(printed: Fields, said: Fields) -> bool:
    return compare.journal(printed, said).degree >= _ABBREVIATED


def _dates(printed: Fields, said: Fields) -> bool:
    return _same_day(printed.issued, said.issued)


def _same_day(one: Date | None, other: Date | None) -> bool:
    """The same date, or the year or month of it: PubMed's `2018 Mar` is Crossref's 2018 Mar 28."""
    if one is None or other is None or one == other:
        return True
    seasons = {one.season, other.season} - {""}
    return len(seasons) < 2 and (_is_part(one, other) or _is_part(other, one))


def _is_part(short: Date, long: Date) -> bool:
    if len(short.date_parts) != 1 or not long.date_parts:
        return short.date_parts == long.date_parts != ()
    (parts,) = short.date_parts
    return all(other[: len(parts)] == parts for other in long.date_parts)


def _page(printed: Fields, said: Fields) -> bool:
    """The same ranges; the last page where both name it, and an article number in the place of the only page."""
    one, other = (tuple(_ranges(fields.page)) for fields in (printed, said))
    begin = [first for first, _ in one] == [first for first, _ in other]
    numbered = len(one) == 1 and compare.page(printed, said).relation == "equal"
    ends = [left == right for (_, left), (_, right) in zip(one, other, strict=False) if left and right]
    return len(one) == len(other) and (begin or numbered) and all(ends)


def _ranges(page: str) -> Iterator[tuple[str, str]]:
    """First and last page of each range of `1825-34, 1839-40`, written out; what is no page as the words that it is."""
    for said in filter(None, map(pages.parse, _RANGES.split(page))):
        yield pages.plain(said.first or folded(said.as_written)), pages.plain(said.last)


_COMPARED: Mapping[str, Callable[[Fields, Fields], bool]] = {
    "title": _titles,
    "container_title": _journals,
    "issued": _dates,
    "page": _page,
    **numbering.SAME,
    **{field: _people(field) for field in PEOPLE},
}
