"""Citations in AMA style, as plain text. (AMA Manual of Style, 11th edition, chapter 3)"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit import dates, names, pages, titles
from cluneal_lit.formats import csl_item, notices
from cluneal_lit.model import Date, Entry, Fields, Name
from cluneal_lit.outputs import imprint, styles

_MOST, _SHOWN = 6, 3  # more authors than six: the first three and `et al`
_BY_DAY = frozenset({"article-magazine", "article-newspaper"})
_MONTHS = tuple("January February March April May June July August September October November December".split())


def ama(entry: Entry) -> str:
    """The entry in AMA style: at most six authors, else three and `et al`; a DOI without a blank and a full stop.

    Notices of it stand behind the DOI.
    """
    fields = entry.fields
    of_book = fields.type in csl_item.PARTS and bool(fields.container_title)  # whose editors are not the part's
    people = _people(fields.author) or ("" if of_book else _editors(fields.editor))
    written = " ".join(styles.closed(part) for part in (people, *_work(entry)) if part)
    told, where = notices.printed(entry), imprint.where(entry, doi="doi:", arxiv="arXiv:")
    return " ".join(part for part in (written, f"{where}." if told and where else where, *told) if part)


def day(date: Date | None) -> str:
    """`January 24, 2024`, as far as it is known, `ca 1543`; as NLM prints it where it is no day."""
    if date and date.circa:
        return f"ca {day(replace(date, circa=False))}"
    if date is None or date.literal or date.season or len(date.date_parts) != 1:
        return dates.words(date)
    year, month, monthday = (*date.date_parts[0], 0, 0)[:3]
    named = f"{_MONTHS[month - 1]}{f' {monthday},' if monthday else ''} " if month else ""
    return f"{named}{year}"


def _people(people: tuple[Name, ...]) -> str:
    count = sum(name != names.ET_AL for name in people)
    return styles.people(people, _MOST if count <= _MOST else _SHOWN, roman=True)


def _editors(editors: tuple[Name, ...]) -> str:
    return _named(editors, "eds" if len(editors) > 1 else "ed") if editors else ""


def _translators(translators: tuple[Name, ...]) -> str:
    return _named(translators, "trans") if translators else ""


def _named(people: tuple[Name, ...], role: str) -> str:
    return f"{_people(people)}, {role}"


def _work(entry: Entry) -> Iterator[str]:
    fields = entry.fields
    title = titles.unbracketed(fields.title) if imprint.is_translated(fields) else fields.title or "[Title unknown]"
    if fields.type in imprint.ARTICLES:
        yield title
        yield styles.journal(fields)
        yield _issue(entry)
    elif fields.type == "article":
        yield title
        yield styles.journal(fields) or fields.publisher
        yield f"Preprint posted online {day(fields.issued)}" if fields.issued else "Preprint"
    elif told := imprint.meeting(fields):
        yield title
        yield f"Paper presented at: {'; '.join(one for one in (told, day(fields.issued), fields.event_place) if one)}"
    elif fields.type in csl_item.LAWS:
        yield title
        yield fields.number
        yield fields.container_title or fields.publisher
        yield pages.located(day(fields.issued), fields.volume, fields.issue, styles.written_pages(entry))
    elif fields.type in imprint.ONLINE:
        yield title
        yield from _online(entry)
    elif fields.type in csl_item.PARTS:
        makers = (_editors(fields.editor), _translators(fields.translator), fields.container_title)
        yield title
        yield f"In: {'. '.join(filter(None, makers))}" if fields.container_title else ""
        yield from _volume(fields)
        where = styles.written_pages(entry)
        yield ":".join(part for part in (_printed(fields), where) if part)
    else:
        yield title
        yield _translators(fields.translator)
        yield _editors(fields.editor) if fields.author else ""
        yield from _volume(fields)
        yield imprint.degree(fields) if fields.type == "thesis" else ""
        yield imprint.number(fields, " ")
        yield _printed(fields)


def _online(entry: Entry) -> Iterator[str]:
    fields, nct = entry.fields, entry.ids.nct
    yield imprint.edition(fields)
    yield f"ClinicalTrials.gov identifier: {nct}" if nct else imprint.publisher(fields)
    yield day(fields.issued)
    yield f"Accessed {day(entry.accessed)}" if entry.accessed and fields.url else ""


def _issue(entry: Entry) -> str:
    """`2024;4(3):336-349`; of a paper without volume, issue and pages the day on which it was published online."""
    fields = entry.fields
    where = styles.written_pages(entry) or fields.number
    if not (fields.volume or fields.issue or where):
        return f"Published online {day(fields.issued)}" if entry.dates and entry.dates.electronic else _year(fields)
    year = day(fields.issued) if fields.type in _BY_DAY and not fields.volume else _year(fields)
    return pages.located(year, fields.volume, fields.issue, where)


def _volume(fields: Fields) -> Iterator[str]:
    number = imprint.volume(fields)
    yield ". ".join(part for part in (f"Vol {number}" if number else "", fields.volume_title) if part)
    yield imprint.edition(fields, first=False)
    place = imprint.in_series(fields, stop="")
    is_told = place or fields.type == "report"
    yield "; ".join(part for part in (fields.collection_title, place) if part) if is_told else ""


def _printed(fields: Fields) -> str:
    return "; ".join(part for part in (fields.publisher, _year(fields)) if part)


def _year(fields: Fields) -> str:
    issued = fields.issued
    return f"{'ca ' if issued and issued.circa else ''}{dates.years(issued)}"
