"""RIS as databases and reference managers write it, each in its own way.

(https://en.wikipedia.org/wiki/RIS_(file_format), https://support.clarivate.com/Endnote/s/article/EndNote-RIS-Format)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from msgspec.structs import replace

from cluneal_lit import identifiers, languages, names, pages, preprints
from cluneal_lit.formats import brought, noted, ris_dates, ris_ids, ris_types, styled, tagged, unplaced
from cluneal_lit.formats.csl_item import CALLED, TYPES
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.formats.people import of_line, people, person, with_and
from cluneal_lit.formats.tagged import Tag, Tagged
from cluneal_lit.late import late
from cluneal_lit.lines import Lines
from cluneal_lit.model import Fields, Finding, Ids, Name, Place, Record, Section

_TAGS = (
    "TY|ER|ID|AU|TI|PY|DA|VL|IS|SP|EP|SN|DO|UR|AB|KW|LA|PB|CY|ET|ED|RN|RP|DB|DP|AN|AD|AV|BT|CA|CN|CP|CT|DI|DS|J[1-3AFO]"
    "|A[1-6]|C[1-8]|L[1-5]|M[1-3]|N[12]|T[1-3]|TA|TT|U[1-5]|Y[12]|ST|SE|SV|NV|OP|LB|LK|NO|PA|PP|RI|SO|VO|H[12]|CR|PM"
)
# Any tag in the form of the standard, with two blanks; in other forms only tags that are known.
LINE = late(
    rf"^[ \ufeff]{{0,3}}(?=[A-Z][A-Z\d]  -|(?:{_TAGS})[ \t]{{0,3}}-)([A-Z][A-Z\d])[ \t]{{0,3}}-"
    r"(?=[ \t\n]|\Z)[ \t]*([^\n]*)",
    re.MULTILINE,
)
NOTES = ("N1", "RN")  # people's own, with lists and indents
# What a record says in its fields, if they hold it: people and keywords always do.
_TAKEN = frozenset("ER ID AU A1 ED A2 KW".split())
_FIELDS = frozenset("TI T1 CT VL VO IS CP SP EP JF JO T2 T3 JA J2 BT PB CY ET LA AB N2 DO C3 C7 UR L2 ST".split())
_NO_VALUE = ("NA", "N/A")  # of tables from which abstracts were written


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a RIS file, and a finding for each identifier that is none and each ID that was used before.

    A record's id is `FILE#ID`, its key made where it has no ID of its own. `custom` holds what fields do not.
    """
    records: list[Record] = []
    findings: list[Finding] = []
    place = Lines(text).at
    for entry, record in entries(text, file):
        records.append(record)
        key = brought.key(record)
        if written := ris_ids.again(entry, record):
            line = place(entry.start).line
            values = {"reason": f"line {line}: an entry {entry.first('TY')}: {brought.shared('ID', written)}"}
            findings.append(Finding("LIT617", file, Place(line=line), written, values=values))
        findings += (Finding("LIT201", file, key=key, values=fault.values) for fault in ris_ids.faults(entry))
    return tuple(records), tuple(findings)


def entries(text: str, file: str = "") -> Iterator[tuple[Tagged, Record]]:
    """The entries of a RIS text, each with its record."""
    taken: dict[str, int] = {}
    for entry in tagged.entries(text, LINE, "TY", "ER", kept=NOTES):
        if entry.rest("TY", "ER"):
            yield entry, _record(entry, file, taken)


def _record(entry: Tagged, file: str, taken: dict[str, int]) -> Record:
    fields, beside = styled.parted(_fields(entry))
    known = ris_ids.ids(entry)
    fields = preprints.typed(fields, known)
    known = noted.beside(known, fields, ris_ids.notes(entry))
    key = brought.keyed(entry.first("ID"), fields, taken)
    abstract = brought.said(entry.first("AB", "N2"))
    abstract = "" if abstract in _NO_VALUE else abstract
    keywords = [line for tag in entry.tags if tag.name == "KW" for line in tag.lines or (tag.value,)]
    if len(keywords) == 1:  # all in one, or else a sign that stands within one of several
        keywords = keywords[0].split(";")
    return Record(
        format=1,
        source="library",
        id=brought.named(file, key),
        ids=known,
        fields=fields,
        pages=pages.parse(fields.page),
        issn=brought.issns("\n".join(entry.every("SN"))),
        keywords=brought.words(keywords),
        abstract=(Section(abstract),) if abstract else (),
        custom=_custom(entry, fields, known, abstract) | beside,
    )


def _fields(entry: Tagged) -> Fields:
    shape = ris_types.shape(entry.first("TY").upper(), entry.every("M3"))
    titles = entry.every("TI", "T1", "CT", *(() if shape in ris_types.PARTS else ("BT",)))
    journals = entry.every(*(("BT", "T2", "JF", "JO") if shape in ris_types.PARTS else ("JF", "T2", "JO")))
    short = entry.every("JA", "J2", *(("JO",) if entry.first("JF") else ()))
    if not journals:
        journals, short = short, []
    proceedings = _proceedings(entry, shape)
    series = entry.every("T3")
    if shape == "book":  # which stands in nothing but a series
        series, journals = [*series, *journals], []
    is_versioned = shape in VERSIONED
    volume, issue = ris_types.numbers(entry.first("VL", "VO"))
    fields = Fields(
        type=shape,
        genre=entry.first("M3") if shape in CALLED else "",
        title=titles[0] if titles else "",
        title_short=entry.first("ST"),
        author=_people(entry, "AU", "A1"),
        editor=_people(entry, "ED", "A2", *(("A3",) if shape == "book" else ())),
        translator=_people(entry, "A4") if shape in ris_types.TRANSLATED else (),
        container_title=journals[0] if journals else "",
        container_title_short=next((one for one in short if one not in journals[:1]), ""),
        collection_title=series[0] if series else "",
        collection_number=ris_types.in_series(shape, entry.every) if series else "",
        issued=ris_dates.issued(entry.every("PY", "Y1", "DA")),
        volume=volume,
        issue=entry.first("IS", "CP") or issue,
        page="" if _pages(entry) == entry.first("C7") else _pages(entry),
        number=entry.first("C7"),
        publisher=entry.first("PB"),
        publisher_place=entry.first("CY"),
        edition="" if is_versioned else entry.first("ET"),
        version=entry.first("ET") if is_versioned else "",
        language=languages.code(entry.first("LA")),
        url=entry.first("UR", "L2"),
    )
    if proceedings:  # and what else would hold it is the conference
        fields = replace(fields, container_title=proceedings, event_title=entry.first("T2"))
    return unplaced.noted(ris_ids.notes(entry), fields, unplaced.HELD - ({"edition"} if is_versioned else set()))


def _proceedings(entry: Tagged, shape: str) -> str:
    """The title of proceedings, where EndNote, Zotero and Scopus have it: with the conference in the title's place."""
    titles = (title for title in entry.every("C3") if not ris_ids.counts(title))
    return next(titles, "") if shape == "paper-conference" else ""


def _people(entry: Tagged, tag: str, *tags: str) -> tuple[Name, ...]:
    found: list[Name] = []
    one, other = entry.every(tag), entry.every(*tags)
    for written in filter(brought.said, (*one, *(name for name in other if name not in one))):
        if group := brought.group(written) or with_and(written):
            found.append(group)
        else:
            is_one = brought.is_one(written) or person(written) == names.ET_AL
            found += map(names.parted, of_line(written) if is_one else people(written))
    return tuple(found)


def _pages(entry: Tagged) -> str:
    first, last = entry.first("SP"), entry.first("EP")
    if not last or last == first or "-" in first:
        return first or last
    return last if last.startswith(f"{first}-") else f"{first}-{last}" if first else last


def _custom(entry: Tagged, fields: Fields, ids: Ids, abstract: str) -> dict[str, object]:
    """What no field has taken: other tags, and what of those for one value is said beyond it."""
    said = {str(getattr(fields, name)) for name in fields.__struct_fields__} | {abstract, *fields.page.split("-")}
    said |= {entry.first("SP"), entry.first("EP")} if _pages(entry) == fields.number else set()
    tags = [tag for tag in entry.tags if not _is_said(tag, said, fields, ids)]
    return Tagged(entry.start, entry.end, tuple(tags)).rest()


def _is_said(tag: Tag, said: Set[str], fields: Fields, ids: Ids) -> bool:
    name, value = tag.name, tag.value
    if name in ("PY", "Y1"):
        return ris_dates.is_said(value, fields.issued)
    if name == "SN":
        return bool(brought.issns(value) or brought.isbns(value))
    if name == "DO":
        return bool(ids.doi) and identifiers.doi(value) == ids.doi
    if name == "M1" and value == f"arXiv:{ids.arxiv}":
        return True
    if name == "TY":
        return ris_types.written(fields.type) == value.upper()
    if name == "M3" and fields.type in CALLED:
        return value == fields.genre
    if name == "M3" and (ris_types.is_preprint(value) or value in TYPES):
        return ris_types.is_told(fields.type, value)
    if name in ("AB", "N2") and value in _NO_VALUE:
        return True
    if not brought.said(value):
        return False
    if name == ris_types.IN_SERIES.get(fields.type):
        return value == fields.collection_number
    if name == "LA":
        return languages.code(value) == fields.language
    if name in ("VL", "VO"):
        return ris_types.numbers(value)[0] == fields.volume
    if name in ("A3", "A4"):
        return fields.type in (ris_types.TRANSLATED if name == "A4" else ("book",))
    return name in _TAKEN or (name in _FIELDS and not said.isdisjoint(styled.forms(value)))
