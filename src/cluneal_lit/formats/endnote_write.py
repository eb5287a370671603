"""Records as EndNote's XML and as its tagged export, `.enw`; both say the same fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from cluneal_lit import dates, pages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import carried, dated, endnote_types, styled, tagged, unplaced
from cluneal_lit.formats.brought import short_title
from cluneal_lit.formats.csl_item import CALLED
from cluneal_lit.formats.databases import database, untold
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.formats.endnote_fields import AS_LINES, LIBRARY, TITLES, UNFIT, identified
from cluneal_lit.formats.enw import LINE, NAMES
from cluneal_lit.formats.ris_write import person
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Record

_UNFIT = late(UNFIT)
_TAGS = {name: tag for tag, name in reversed(NAMES.items())}
_NAME = re.compile(r"[A-Za-z][\w-]*(?:/[A-Za-z][\w-]*)*", re.ASCII)  # of an element
_TAG = late("|".join((*map(re.escape, _TAGS), "ref-type", r"%[^\w\s]")))
# What has another name in the tagged export.
_OF_ARTICLES = {"titles/secondary-title": "periodical/full-title"}
_FACES = frozenset(("italic", "bold", "superscript", "subscript"))
_ELSEWHERE = {"periodical/abbr-1": "titles/alt-title"}


def xml(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The XML of records, each with its key, record by record."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
    for key, record in records:
        yield f"{etree.tostring(_element(key, _said(record, styled.whole(record))), encoding='unicode')}\n"
    yield "</records></xml>\n"


def enw(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The tagged export of records, each with its key as label; a blank line between them."""
    return tagged.parted("".join(_tagged(key, _said(record, record.fields))) for key, record in records)


def _said(record: Record, fields: Fields) -> dict[str, list[str]]:
    """The values of EndNote's fields, by the names of its XML; the `fields` of the record have tags or none."""
    custom = carried.carried(record, "endnote")
    kind = custom.pop("ref-type", [endnote_types.written(fields.type)])
    is_named = fields.type in CALLED
    in_series = endnote_types.counts_series(fields.type, fields.collection_title)
    work = fields.genre if is_named else endnote_types.work(kind[0].lower(), fields.type)
    said = {
        "ref-type": kind[:1],
        "work-type": [work] if work not in custom.get("work-type", ()) else [],
        "contributors/authors/author": [person(name) for name in fields.author],
        "contributors/secondary-authors/author": [person(name) for name in fields.editor],
        "titles/title": [fields.title],
        "titles/secondary-title": [
            fields.container_title or (fields.collection_title if fields.type == "book" else "")
        ],
        "titles/short-title": [fields.title_short],
        "titles/tertiary-title": [fields.collection_title],
        "periodical/abbr-1": [short_title(fields)],
        "pages": [pages.full_range(record.pages or pages.parse(fields.page))],
        "volume": [fields.volume],
        "number": [fields.collection_number if in_series else fields.issue],
        "edition": [fields.version if fields.type in VERSIONED else fields.edition],
        "keywords/keyword": list(carried.words(record)),
        "dates/year": [dates.year_words(fields.issued)],
        "dates/pub-dates/date": [] if "dates/pub-dates/date" in custom else [dated.words(fields.issued)],
        "publisher": [fields.publisher],
        "pub-location": [fields.publisher_place],
        "isbn": [*record.issn, *record.ids.isbn],
        "electronic-resource-num": [record.ids.doi],
        "abstract": [carried.abstract(record.abstract)],
        "urls/related-urls/url": [fields.url],
        "custom7": [fields.number],
        "language": [fields.language],
    }
    whole = carried.merged(carried.merged(said, custom), _identifiers(record, custom))
    kept = {name: [value for value in values if value.strip()] for name, values in whole.items()}
    return {name: values for name, values in kept.items() if values}


def _identifiers(record: Record, custom: dict[str, list[str]]) -> dict[str, list[str]]:
    """Where EndNote has PMID and PMCID, unless they are said already; others, and fields without a place, as notes."""
    ids, said = record.ids, identified({**custom, "url": [record.fields.url]})
    named = custom.get("remote-database-name") or [database(record)]
    of_pubmed = "accession-num" not in custom and {"PubMed", "MEDLINE"}.issuperset(named)
    pmid = ids.pmid if ids.pmid != said.pmid else ""
    others = (
        f"PMID: {pmid}" if pmid and not of_pubmed else "",
        f"arXiv:{ids.arxiv}" if ids.arxiv else "",
        f"NCT: {ids.nct}" if ids.nct else "",
        f"shortDOI: {ids.shortdoi}" if ids.shortdoi else "",
    )
    held = endnote_types.held(record.fields) | ({"genre"} if record.fields.type in CALLED else set())
    written = {line.strip() for note in custom.get("notes", ()) for line in note.split("\n")}
    notes = [note for note in (*others, *unplaced.beside(record.fields, held)) if note and note not in written]
    return {
        "accession-num": [pmid if of_pubmed else ""],
        "remote-database-name": [
            "PubMed" if of_pubmed and "remote-database-name" not in custom else untold(record, "endnote", custom)
        ],
        "custom2": [ids.pmcid if ids.pmcid != said.pmcid else ""],
        "notes": ["\n".join(notes)],
    }


def _element(key: str, said: dict[str, list[str]]) -> etree._Element:
    """The element of a reference; what lies in one element stands together."""
    record = etree.Element("record")
    etree.SubElement(record, "rec-number").text = _shown(key)
    name, number = _kind(said)
    etree.SubElement(record, "ref-type", name=_shown(name)).text = str(number)
    for path, values in _placed(said, _NAME).items():
        *outer, last = ("database" if path == LIBRARY else path).split("/")
        for value in values:
            parent = record
            for step in outer:
                found = parent.find(step)
                parent = found if found is not None else etree.SubElement(parent, step)
            _fill(etree.SubElement(parent, last), value, path in TITLES)
    return record


def _fill(element: etree._Element, value: str, is_title: bool) -> None:
    """Put the value into its element; of a title with tags each stretch in a style of its own, as EndNote has it."""
    stretches = styled.runs(value) if is_title and "<" in value else []
    if not any(styles for _, styles in stretches):
        element.text = _shown(value)
        return
    for text, styles in stretches:
        face = " ".join(style for style in styles if style in _FACES) or "normal"
        etree.SubElement(element, "style", face=face, font="default", size="100%").text = _shown(text)


def _kind(said: dict[str, list[str]]) -> tuple[str, int]:
    """The type as EndNote writes it, with its number; 0 for a type of the person's own."""
    name = said["ref-type"][0]
    return endnote_types.NUMBERS.get(name.lower(), (name, 0))


def _tagged(key: str, said: dict[str, list[str]]) -> Iterator[str]:
    """The lines of a reference; its label is its own, or else its key."""
    kind = _kind(said)[0]
    yield f"%0 {kind}\n"
    elsewhere = {**_ELSEWHERE, **(_OF_ARTICLES if "Article" in kind else {})}
    named: dict[str, list[str]] = {}
    labels = list(dict.fromkeys((key, *said.get("label", ()))))
    for name, values in {"label": labels, **{name: said[name] for name in said if name != "label"}}.items():
        named.setdefault(elsewhere.get(name, name), []).extend(values)
    for name, values in _placed(named, _TAG).items():
        for value in values:
            yield f"%{_TAGS.get(name, name[1:])} {_in_lines(value) if name in AS_LINES else one_line(_shown(value))}\n"


def _in_lines(value: str) -> str:
    """The lines of a note as they are: behind a blank where one would be taken for a tag, and a blank for an empty one,
    where programs would end the reference."""
    first, *others = _shown(value).split("\n")
    return "\n".join((first, *(f" {line}" if not line or LINE.match(line) else line for line in others)))


def _placed(said: dict[str, list[str]], fits: re.Pattern[str]) -> dict[str, list[str]]:
    """The values by the names that a format has, the others as lines of the notes, which are one text."""
    found = {name: values for name, values in said.items() if name != "ref-type" and fits.fullmatch(name)}
    others = [f"{name}: {value}" for name, values in said.items() if not fits.fullmatch(name) for value in values]
    notes = "\n".join(line.rstrip() for note in (*found.pop("notes", ()), *others) for line in note.split("\n"))
    return {**found, "notes": [notes.strip("\n")]} if notes.strip() else found


def _shown(value: str) -> str:
    return _UNFIT.sub("", value)
