"""Field against field, a citation beside a record: equal is what is only written otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from operator import attrgetter

from msgspec.structs import replace

from cluneal_lit import numbering, pages
from cluneal_lit.checks import as_notice, people, said, slips, titles, tongues, venues
from cluneal_lit.compare import FIELDS, Comparison
from cluneal_lit.folding import folded
from cluneal_lit.model import Citation, Dates, Fields, Record
from cluneal_lit.preprints import is_preprint

# A year that a DOI carries is that of its work's first appearance, online or as a preprint: 10.1016/j.jpain.2018.05.003
_YEAR_IN_DOI = re.compile(r"(?<=[./])(?:19|20)\d\d(?=[./])")
_SUPPLEMENT = re.compile(r"^(\d+)s$")  # `45S` for S45
_OF_ISSUE = re.compile(r"suppl|\bs\d|\d\s?s\b", re.IGNORECASE)  # `9 Suppl`, `9S`, `S1`
_PEOPLE = ("author", "authors")


def settled(citation: Citation, record: Record) -> Iterator[tuple[str, Comparison | None]]:
    """Each field that both say, or the citation should say and does not: None where both mean the same, else compared.

    The comparison costs more than to see that both mean the same, which is the rule.
    """
    if "book" in (citation.fields.type, record.fields.type):
        citation, record = _with_editors(citation, record)
    cited, known = citation.fields, record.fields
    unsaid = () if people.are_comparable(citation, record) else _PEOPLE
    for field, means_the_same in _SETTLES.items():
        says = _SAYS[field]
        if field in unsaid:
            continue
        if not (says(cited) and says(known)):
            if field == "volume" and _lacks_volume(citation, known):
                yield field, Comparison(field, "close", 0.0, "none", known.volume)
        elif means_the_same(citation, record) or any(agrees(citation, record, field) for agrees in _EXCUSED):
            yield field, None
        else:
            found = FIELDS[field](cited, known)
            if field in _PEOPLE and found.left.replace(".", "") == found.right.replace(".", ""):
                yield field, None  # a name that prints alike, whichever part of it is the surname
                continue
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
    page bear witness."""
    cited, known = citation.fields, record.fields
    if titles.same(citation, known) or (titles.is_head(cited.title, known) and _is_placed(citation, record)):
        return True
    comparable = known.language.startswith("en") or known.original_title or known.title.startswith("[")
    marked = tongues.is_translated(citation) and not comparable
    original = tongues.is_original(citation, known)
    other = marked or original or tongues.apart(cited.title, known.title)
    if not other or not people.same_first(citation, record):
        return False
    placed = (("volume", partial(_number, "volume")), ("pages", _pages))
    told = [same(citation, record) for field, same in placed if _SAYS[field](cited) and _SAYS[field](known)]
    # Letters that nobody can compare: of year, volume and page two bear witness, and the third may be a slip.
    return sum((*told, _year(citation, record))) > 1 if original else any(told)


def _is_placed(citation: Citation, record: Record) -> bool:
    """Whether a citation names the page where the record's work begins, and no other volume."""
    cited, known = citation.fields, record.fields
    if not (_SAYS["pages"](cited) and _SAYS["pages"](known) and _pages(citation, record)):
        return False
    return not (cited.volume and known.volume) or _number("volume", citation, record)


def _year(citation: Citation, record: Record) -> bool:
    year, first = (fields.issued.year if fields.issued else None for fields in (citation.fields, record.fields))
    if year is None or first is None:
        return False
    if year == first or year in years(record):
        return True
    elsewhere = {record.fields.volume, *said.tokens(record.fields.title), *said.tokens(record.fields.container_title)}
    words = titles.words_beside(citation, record.fields) - elsewhere
    return any(str(other) in words for other in years(record))


def _number(name: str, citation: Citation, record: Record) -> bool:
    """Whether a volume or issue is the record's, or the string has taken the place of one for the other."""
    written = getattr(citation.fields, name), getattr(record.fields, name)
    if written[0] == written[1] or numbering.SAME[name](citation.fields, record.fields):
        return True
    ours, theirs = map(numbering.numbers, written)
    if ours and ours == numbering.numbers(record.fields.collection_number):
        return True  # that of the series, read for the volume of the book
    words = titles.words_beside(citation, record.fields)
    other = "issue" if name == "volume" else "volume"
    read_as_other = numbering.numbers(getattr(citation.fields, other)) == theirs or not ours & words
    return bool(theirs) and read_as_other and theirs <= words


def _issue(citation: Citation, record: Record) -> bool:
    """Whether the issues are the same; that of a supplement is not where the page lacks the supplement's letter too."""
    if (citation.fields.issue, citation.fields.page) == (record.fields.issue, record.fields.page):
        return True
    ours, theirs = (pages.parse(fields.page) for fields in (citation.fields, record.fields))
    lettered = ours and theirs and ours.first and theirs.first.lower() == f"s{ours.first}"
    if lettered and _OF_ISSUE.search(record.fields.issue) and not _OF_ISSUE.search(citation.fields.issue):
        return "suppl" in citation.raw.lower()
    return _number("issue", citation, record)


def _pages(citation: Citation, record: Record) -> bool:
    """Whether first and last page are the same, or an article is paged from 1, or the string has both pages."""
    taken = record.fields.volume if not citation.fields.volume and said.text(citation) else ""  # for the page
    if citation.fields.page and citation.fields.page in (record.fields.page, taken):
        return True
    ours, theirs = pages.parse(citation.fields.page), pages.parse(record.fields.page)
    numbers = {_bare(one) for one in (record.fields.number, theirs.first if theirs else "")} - {""}
    if ours and ours.first and _bare(ours.first) in numbers | {_bare(citation.fields.number)} & numbers:
        return not (theirs and theirs.last and ours.last) or _bare(ours.last) == _bare(theirs.last)
    if _bare(citation.fields.number) in numbers:
        return True
    if ours and ours.first == "1" and ours.last and not (theirs and theirs.last):
        return True
    words = set(map(_bare, titles.words_beside(citation, record.fields)))
    return bool(numbers) and not numbers.isdisjoint(words) and max(map(len, numbers)) > 1


def _bare(page: str) -> str:
    """A page or article number without what only some write: zeros in front, the `e` of an electronic one, the `s` of
    a supplement behind it."""
    return _SUPPLEMENT.sub(r"s\1", folded(page).replace(" ", "")).removeprefix("e").lstrip("0")


def _lacks_volume(citation: Citation, record: Fields) -> bool:
    """Whether a reference gives the page in a journal and not the volume, which is none that counts by years, nor the
    issue that it names, as in the Cochrane Library's own files."""
    cited, volume = citation.fields, record.volume
    if cited.volume or not volume or not cited.page or not cited.container_title:
        return False
    told = {*said.tokens(said.text(citation)), *numbering.numbers(cited.issue)}
    return not numbering.counts_by_years(volume) and not numbering.numbers(volume) <= told


_SETTLES: Mapping[str, Callable[[Citation, Record], bool]] = {
    "title": _title,
    "author": people.same_first,
    "authors": people.same_list,
    "year": _year,
    "journal": lambda citation, record: venues.same(citation, record.fields),
    "volume": partial(_number, "volume"),
    "issue": _issue,
    "pages": _pages,
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
