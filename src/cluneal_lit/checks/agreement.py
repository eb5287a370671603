"""Field against field, a citation beside a record: equal is what is only written otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from operator import attrgetter

from msgspec.structs import replace

from cluneal_lit.checks import (
    as_notice,
    bracketed,
    free,
    in_words,
    members,
    people,
    places,
    said,
    slips,
    titles,
    tongues,
    venues,
)
from cluneal_lit.compare import FIELDS, Comparison
from cluneal_lit.model import Citation, Dates, Fields, Record
from cluneal_lit.preprints import is_preprint

# A year that a DOI carries is that of its work's first appearance, online or as a preprint: 10.1016/j.jpain.2018.05.003
_YEAR_IN_DOI = re.compile(r"(?<=[./])(?:19|20)\d\d(?=[./])")
_SOON = 2  # years between the appearance online and the issue at most, to be no slip
_PEOPLE = ("author", "authors")


def settled(citation: Citation, record: Record) -> Iterator[tuple[str, Comparison | None]]:
    """Each field that both say, or the citation should say and does not: None where both mean the same, else compared.

    The comparison costs more than to see that both mean the same, which is the rule.
    """
    if "book" in (citation.fields.type, record.fields.type):
        citation, record = _with_editors(citation, record)
    cited, known = citation.fields, record.fields
    unsaid = () if people.are_comparable(citation, record) else _PEOPLE
    is_other_title = False  # beside which nobody is a member
    for field, means_the_same in _SETTLES.items():
        says = _SAYS[field]
        if field in unsaid:
            continue
        if not (says(cited) and says(known)):
            if field == "volume" and places.lacks_volume(citation, known):
                yield field, Comparison(field, "close", 0.0, "none", known.volume)
        elif means_the_same(citation, record) or any(agrees(citation, record, field) for agrees in _EXCUSED):
            yield field, None
        else:
            found = FIELDS[field](cited, known)
            if field in _PEOPLE and found.left.replace(".", "") == found.right.replace(".", ""):
                yield field, None  # a name that prints alike, whichever part of it is the surname
                continue
            if field == "title" and (other := bracketed.another(citation, record)) and other not in found.left:
                found = replace(found, left=f"{found.left} {other}")  # which was read as none of the title
            if field in _PEOPLE and not is_other_title and members.may_be(cited, known):
                found = replace(found, relation="close")
            is_other_title = is_other_title or (field == "title" and found.relation == "contradicting")
            if found.relation == "equal":  # an equal beginning says little: what stands beside it may be altered
                found = replace(found, relation="close")
            if found.relation != "missing":
                yield field, found


def _with_editors(citation: Citation, record: Record) -> tuple[Citation, Record]:
    """Both, with the editors of a whole book as its authors where one of them names no author."""
    cited, known = citation.fields, record.fields
    if (cited.author and known.author) or cited.container_title or known.container_title:
        return citation, record
    return (
        replace(citation, fields=replace(cited, author=cited.author or cited.editor)),
        replace(record, fields=replace(known, author=known.author or known.editor)),
    )


def years(record: Record) -> set[int]:
    """The years in which a work appeared: in print, online, and the one that its DOI carries, if that is near.

    The versions of a preprint appear for a year or more, under one record.
    """
    dates = record.dates or Dates()
    told = {date.year for date in (record.fields.issued, dates.print, dates.electronic) if date and date.year}
    carried = {int(year) for year in _YEAR_IN_DOI.findall(record.ids.doi)}
    near = {year + step for year in told for step in (-1, 0, 1)}
    return near if is_preprint(record) else told | (carried & near)


def _title(citation: Citation, record: Record) -> bool:
    """Whether the titles are the same, or one is short of its subtitle or in another language or script, and volume or
    page bear witness. A record that has no page bears none against a subtitle that it lacks."""
    cited, known = citation.fields, record.fields
    if bracketed.another(citation, record):
        return False
    if titles.same(citation, known) or (titles.is_head(cited.title, known) and _is_placed(citation, record)):
        return True
    if titles.goes_on(citation, known) and (not _SAYS["pages"](known) or _is_placed(citation, record)):
        return True
    comparable = known.language.startswith("en") or known.original_title or known.title.startswith("[")
    marked = tongues.is_translated(citation) and not comparable
    original = tongues.is_original(citation, known)
    other = marked or original or tongues.apart(cited.title, known.title)
    if not other or not people.same_first(citation, record):
        return False
    told = _placed(citation, record)
    # Letters that nobody can compare: of year, volume and page two bear witness, and the third may be a slip.
    return sum((*told, _year(citation, record))) > 1 if original else any(told)


def is_elsewhere(citation: Citation, record: Record) -> bool:
    """Whether a citation names another volume, page or year than those of a record."""
    year, known = (fields.issued.year if fields.issued else None for fields in (citation.fields, record.fields))
    return not all(_placed(citation, record)) or bool(year and known and year not in years(record))


def _placed(citation: Citation, record: Record) -> list[bool]:
    """Of volume and page those that both say, whether they are the same."""
    placed = (("volume", partial(places.same_number, "volume")), ("pages", places.same_pages))
    both = (citation.fields, record.fields)
    return [same(citation, record) for field, same in placed if all(_SAYS[field](fields) for fields in both)]


def _is_placed(citation: Citation, record: Record) -> bool:
    """Whether a citation names the page where the record's work begins, and no other volume."""
    cited, known = citation.fields, record.fields
    if not (_SAYS["pages"](cited) and _SAYS["pages"](known) and places.same_pages(citation, record)):
        return False
    return not (cited.volume and known.volume) or places.same_number("volume", citation, record)


def _year(citation: Citation, record: Record) -> bool:
    year, first = (fields.issued.year if fields.issued else None for fields in (citation.fields, record.fields))
    if year is None or first is None:
        return False
    if year == first or year in years(record):
        return True
    if _is_printed_later(year, citation, record):
        return True
    words = free.words(citation, record.fields, "year")
    return any(str(other) in words for other in years(record))


def _is_printed_later(year: int, citation: Citation, record: Record) -> bool:
    """Whether a citation has the year online of a record that knows no other, and a year soon after as its issue's."""
    online = record.dates.electronic if record.dates and not record.dates.print else None
    if online is None or not online.year or not 0 < year - online.year <= _SOON:
        return False
    return str(online.year) in said.tokens(said.text(citation))


def _journal(citation: Citation, record: Record) -> bool:
    known = record.fields
    return venues.same(citation, known) or in_words.stands(free.words(citation, known, "journal"), known)


_SETTLES: Mapping[str, Callable[[Citation, Record], bool]] = {
    "title": _title,
    "author": people.same_first,
    "authors": people.same_list,
    "year": _year,
    "journal": _journal,
    "volume": partial(places.same_number, "volume"),
    "issue": places.same_issue,
    "pages": places.same_pages,
}
_EXCUSED = (slips.agrees, as_notice.agrees)
_SAYS: Mapping[str, Callable[[Fields], object]] = {
    "title": attrgetter("title"),
    "author": attrgetter("author"),
    "authors": attrgetter("author"),
    "year": attrgetter("issued"),
    "journal": lambda fields: fields.container_title or fields.container_title_short,
    "volume": attrgetter("volume"),
    "issue": attrgetter("issue"),
    "pages": lambda fields: fields.page or fields.number,
}
