"""Identifiers in RIS: where databases and reference managers put them, and what there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.formats import brought, databases
from cluneal_lit.formats.noted import of_its_own
from cluneal_lit.formats.tagged import Fault, Tagged, fault
from cluneal_lit.late import late
from cluneal_lit.model import Ids, Record

_NOTED = ("N1", "M1", "M2", "M3", "C1", "C2", "U1", "U2")
_NOTES = (*_NOTED, "PM", "UR", "L2", "LK", "AN", "C3")
_PUBMED = re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE)
_EMBASE = re.compile(r"embase", re.IGNORECASE)
_COUNTS = late(r"(?:(?:PUBMED|EMBASE|CINAHL|CTgov|ICTRP) [A-Z\d/-]+,? ?)+")
_PMID = re.compile(
    r"(?:PMID|PubMed(?: ID)?)\W{0,5}(\d{1,8})(?!\d)|/(?:pubmed/|pubmed\.ncbi\.nlm\.nih\.gov/)(\d{1,8})", re.I
)
_DOI = re.compile(r"\bdoi:?\s*(10\.\d{4,9}/\S+?)[.;,]?(?:\s|$)", re.IGNORECASE)
_ARXIV = late(r"arxiv(?:\.org/(?:abs|pdf)/|:\s?)(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.IGNORECASE)
_PMCID = re.compile(r"\bPMC(?:\d{3,9}|\s{1,2}\d{5,9})\b", re.IGNORECASE)
_TOO_LONG = re.compile(r"\bPMID\W{0,5}\d{9,20}\b", re.IGNORECASE)
_BOOK = re.compile(r"(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx]")
_WHOLE = re.compile(r"\d{7,8}")  # a PMID of those given since 1976
_ACCESSION = re.compile(r"\bAN=(\d{1,8})\b")
_APART = re.compile(r"[;,(]|\s(?=97)")


def ids(entry: Tagged) -> Ids:
    """The identifiers of an entry; a PMID that is called so counts before a number of PubMed's, which in a merged entry
    may be another database's."""
    found = [f"doi:{identifiers.doi(raw)}" for raw in entry.every("DO", "DI", "M3", "UR", "L3", "LK")]
    for written in _told(entry):
        found += [f"pmid:{identifiers.pmid(match[1] or match[2])}" for match in _PMID.finditer(written)]
        found += [f"pmcid:{identifiers.pmcid(match[0])}" for match in _PMCID.finditer(written)]
        found += [f"doi:{identifiers.doi(match[1])}" for match in _DOI.finditer(written)]
    if databases.of_one(_PUBMED, entry.every("DB"), entry.every("DP")):
        found += [f"pmid:{identifiers.pmid(raw)}" for raw in (*entry.every("AN"), *_numbers(entry))]
    if databases.of_one(_EMBASE, entry.every("DB"), entry.every("DP")):  # as Embase.com has MEDLINE's number
        found += [f"pmid:{identifiers.pmid(raw)}" for raw in entry.every("C5") if raw.isdigit()]
    for written in entry.every("UR", "JO", "T2", "JF", "M1", "AN"):
        found += [f"arxiv:{identifiers.arxiv(match[1])}" for match in _ARXIV.finditer(written)]
    found += [f"arxiv:{identifiers.arxiv(match[1])}" for line in notes(entry) if (match := _ARXIV.fullmatch(line))]
    found += [f"isbn:{identifiers.isbn(part)}" for raw in entry.every("SN") for part in _APART.split(raw)]
    return identifiers.ids([name for name in dict.fromkeys(found) if not name.endswith(":")])


def _told(entry: Tagged) -> Iterator[str]:
    """The values in which words may stand around identifiers of the work; of notes the lines that say nothing else."""
    for name in _NOTES:
        values = ("\n".join(tag.lines) or tag.value for tag in entry.tags if tag.name == name)
        yield from filter(None, map(of_its_own, values) if name in _NOTED else values)


def _numbers(entry: Tagged) -> Iterator[str]:
    """The IDs of an entry of MEDLINE that are no key or running number.

    Ovid and EBSCO write the database's number there, in entries with `T1` for the title, where managers, and we, have
    `TI`; and repeat it in the address, as `AN=29656623`.
    """
    addresses = " ".join(entry.every("UR"))
    is_export = bool(entry.every("T1")) and not entry.every("TI")
    for raw in entry.every("ID"):
        if (is_export and _WHOLE.fullmatch(raw)) or raw in _ACCESSION.findall(addresses):
            yield raw


def counts(written: str) -> bool:
    """Whether CENTRAL says there which numbers a work has in databases: `PUBMED 16125588,EMBASE 41198234`."""
    return bool(_COUNTS.fullmatch(written))


def notes(entry: Tagged) -> list[str]:
    """The lines of the notes."""
    return [line.strip() for tag in entry.tags if tag.name == "N1" for line in tag.lines or (tag.value,)]


def again(entry: Tagged, record: Record) -> str:
    """The ID of an entry, which its record could not have for its key, since one before has it; else empty."""
    written = entry.first("ID")
    return written if written != brought.key(record) else ""


def faults(entry: Tagged) -> Iterator[Fault]:
    """What in an entry pretends to be an identifier."""
    for tag in entry.tags:
        if tag.name == "DO" and tag.value and not identifiers.doi(tag.value):
            yield fault(tag, tag.value, "doi")
        elif tag.name == "SN":
            parts = (part.strip() for part in _APART.split(tag.value))
            yield from (fault(tag, one, "isbn") for one in parts if _BOOK.fullmatch(one) and not identifiers.isbn(one))
        elif tag.name in _NOTES:
            yield from (fault(tag, match[0], "pmid") for match in _TOO_LONG.finditer(tag.value))
