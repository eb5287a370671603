"""Records as RIS that reference managers and screening tools take, lines ending as its standard has it.

(https://en.wikipedia.org/wiki/RIS_(file_format))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit import dates, pages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import carried, dated, ris_ids, ris_types, suffixed, unplaced
from cluneal_lit.formats.brought import short_title
from cluneal_lit.formats.csl_item import ARTICLES, CALLED
from cluneal_lit.formats.databases import database, untold
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.formats.ris_read import LINE, NOTES
from cluneal_lit.formats.ris_types import PARTS, TRANSLATED
from cluneal_lit.formats.tagged import Tag, Tagged
from cluneal_lit.model import Date, Name, Record


def write(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The RIS of records, each with its key, record by record."""
    return (entry(key, record).replace("\n", "\r\n") for key, record in records)


def entry(key: str, record: Record) -> str:
    """The lines of a record, each with its line feed alone."""
    return "".join(f"{line}\n" for line in _lines(key, record))


def _lines(key: str, record: Record) -> Iterator[str]:
    custom = carried.carried(record, "ris")
    kind = custom.pop("TY", [ris_types.written(record.fields.type)])
    said = _said(key, record)
    is_named = record.fields.type in CALLED
    work = record.fields.genre if is_named else ris_types.work(kind[0], record.fields.type)
    said["M3"] = [work] if work not in custom.get("M3", ()) else []
    if "DA" in custom:
        said["DA"] = custom.pop("DA")
    yield f"TY  - {kind[0]}"
    for tag, values in carried.merged(carried.merged(said, custom), _identifiers(record, custom)).items():
        yield from (f"{tag}  - {_value(tag, value)}" for value in values if value)
    yield "ER  - "


def _said(key: str, record: Record) -> dict[str, list[str]]:
    fields, kind = record.fields, record.fields.type
    first, last = _pages(record)
    return {
        "ID": [key],
        "TI": [fields.title],
        "ST": [fields.title_short],
        "AU": [person(name) for name in fields.author],
        "A2" if kind in PARTS else "A3" if kind == "book" else "ED": [person(name) for name in fields.editor],
        "A4": [person(name) for name in fields.translator if kind in TRANSLATED],
        "T2": [fields.container_title or (fields.collection_title if kind == "book" else "")],
        "J2": [short_title(fields)],
        "T3": [fields.collection_title],
        "PY": [dates.year_words(fields.issued)],
        "DA": [_day(fields.issued)],
        "VL": [fields.volume],
        "IS": [fields.issue],
        "SP": [first],
        "EP": [last],
        "C7": [fields.number],
        "ET": [fields.version if kind in VERSIONED else fields.edition],
        **({tag: [fields.collection_number]} if (tag := ris_types.series_tag(fields)) else {}),
        "PB": [fields.publisher],
        "CY": [fields.publisher_place],
        "SN": [*record.issn, *record.ids.isbn],
        "DO": [record.ids.doi],
        "UR": [fields.url],
        "LA": [fields.language],
        "KW": _keywords(carried.words(record)),
        "AB": [carried.abstract(record.abstract)],
    }


def _identifiers(record: Record, custom: dict[str, list[str]]) -> dict[str, list[str]]:
    """Identifiers without a tag of their own, where none of the tags says them already; and fields without one."""
    ids, url = record.ids, Tag("UR", record.fields.url, 0, 0)
    said = ris_ids.ids(Tagged(0, 0, (url, *(Tag(tag, value, 0, 0) for tag in custom for value in custom[tag]))))
    of_pubmed = "AN" not in custom and "DB" not in custom and database(record) in ("PubMed", "MEDLINE")
    pmid = ids.pmid if ids.pmid != said.pmid else ""
    kind = record.fields.type
    beyond = ("translator",) if kind in TRANSLATED else ("genre",) if kind in CALLED else ()
    held = ris_types.held(record.fields) | {*beyond}
    others = (
        ids.nct and f"NCT: {ids.nct}",
        ids.shortdoi and f"shortDOI: {ids.shortdoi}",
        *unplaced.beside(record.fields, held),
    )
    return {
        "AN": [pmid if of_pubmed else ""],
        "DB": ["PubMed" if of_pubmed else untold(record, "ris", custom)],
        "M1": [f"arXiv:{ids.arxiv}" if ids.arxiv not in ("", said.arxiv) else ""],
        "N1": [
            f"PMID: {pmid}" if pmid and not of_pubmed else "",
            ids.pmcid if ids.pmcid != said.pmcid else "",
            *(other for other in others if other not in custom.get("N1", ())),
        ],
    }


def _keywords(words: Sequence[str]) -> list[str]:
    """The keywords; a semicolon within the only one would be read as two."""
    return [words[0].replace(";", ",")] if len(words) == 1 else list(words)


def person(name: Name) -> str:
    """The name as RIS and EndNote write it: `Petri, William A., Jr`, a group with a comma behind it."""
    if name.literal or not (name.family and (name.given or " " not in name.family)):
        group = one_line(name.literal or name.family or name.given)
        return group.replace(",", ",,", 1) if "," in group else f"{group}," if group else ""
    return suffixed.inverted(name)


def _pages(record: Record) -> tuple[str, str]:
    """The first and the last page; other pages as they are written. An article's number is none, but Zotero and others
    know no other place for it."""
    number = record.fields.number if record.fields.type in ("", *ARTICLES) else ""
    written = pages.full_range(record.pages or pages.parse(record.fields.page))
    if not written:
        return number, ""
    first, dash, last = written.partition("-")
    is_range = dash and first and last and not set("-,; ") & set(first + last)
    return (first, last) if is_range else (written, "")


def _day(issued: Date | None) -> str:
    """The date with slashes where it is more than a year; what is no month or day stands behind the third."""
    if issued is None or issued.year is None:
        return ""
    if issued.season or issued.literal or issued.circa:
        return f"{issued.year}///{dated.words(issued)}"
    day = dates.iso(issued).split("-")
    return "/".join((*day, "", "")[:3]) + "/" if len(day) > 1 else ""


def _value(tag: str, value: str) -> str:
    """The value; on one line where a line of it would be taken for a tag."""
    lines = value.split("\n") if tag in NOTES else [one_line(line) for line in value.split("\n")]
    return one_line(value) if any(LINE.match(line) for line in lines[1:]) else "\n".join(lines)
