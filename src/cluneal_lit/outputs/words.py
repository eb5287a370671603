"""What pages say in words about verdicts, sources and places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cluneal_lit import dates
from cluneal_lit.formats import notices
from cluneal_lit.model import Asked, Citation, Entry, Place, Status

SOURCES = {"pubmed": "PubMed", "crossref": "Crossref", "datacite": "DataCite", "retraction-watch": "Retraction Watch"}
VERDICTS = {
    "verified": "the services confirm what is cited",
    "unchecked": "no service has confirmed it",
    "inexact": "the right work, but details of a citation are wrong",
    "unresolved": "a citation was searched for and leads to no certain work",
    "conflict": "the sources contradict each other",
    "mismatch": "a citation describes another work than the one its identifier names",
    "absent": "a cited identifier does not exist",
}


def verdict(entry: Entry) -> str:
    """How the entry stands, in a few words: `unchecked: no service has confirmed it, it rests on the library`."""
    said = VERDICTS.get(entry.verdict)
    if said is None:
        return entry.verdict
    if entry.verdict == "unchecked":
        said += ", it rests on " + (
            "the library" if any(one.source == "library" for one in entry.sources) else "the documents alone"
        )
    return f"{entry.verdict}: {said}"


def source(asked: Asked) -> str:
    """`PubMed, asked 2026-11-20`; a file that people brought by its name, since nobody was asked."""
    if asked.source == "library":
        return f"library file {asked.id.split('#', 1)[0]}"
    return f"{name(asked.source)}, {f'asked {asked.day}' if asked.day else 'not asked yet'}"


def asked(entries: Iterable[Entry]) -> tuple[str, ...]:
    """A sentence a source: `PubMed was asked about 13 records, on 2026-11-20.`; and one for the rest."""
    days: dict[str, list[str]] = {}
    alone = 0
    for entry in entries:
        for one in entry.sources:
            if one.day:
                days.setdefault(one.source, []).append(one.day)
        alone += not any(one.day for one in entry.sources)
    told = [
        f"{name(one)} was asked about {counted(len(days[one]), 'record')}, {_span(days[one])}." for one in sorted(days)
    ]
    rest = f"No service has been asked about {counted(alone, 'work')}."
    return (*told, *([rest] if alone else []))


def name(source: str) -> str:
    """The name of a source as people know it."""
    return SOURCES.get(source, source)


def status(entry: Entry) -> str:
    """`Retracted, 2010 Feb 6 (PubMed, Crossref)`; empty for a work with which nothing is wrong, as far as is known."""
    said, stated = notices.label(entry.status), entry.status
    return said and said + _since(stated) + (f" ({', '.join(map(name, stated.sources))})" if stated.sources else "")


def place(where: Place) -> str:
    """`line 12`, `page 3, paragraph 2`, `slide 4` …; empty where the format knows no places."""
    said = [
        f"{kind} {value}"
        for kind in ("page", "slide", "paragraph", "cell", "note", "line")
        if (value := getattr(where, kind))
    ]
    return ", ".join(said)


def address(path: str, where: Place) -> str:
    """`path:line:column`, as compilers write it, as far as it is known."""
    return ":".join(str(part) for part in (path, where.line, where.column if where.line else None) if part)


def sentence(citation: Citation) -> str:
    """The sentence that cites, or what stands there instead; shortened at a word where it is very long."""
    said = " ".join((citation.sentence or citation.raw).split())
    return said if len(said) <= 400 else f"{said[:400].rsplit(' ', 1)[0]} …"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 work`, `13 works`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def tally(counts: Mapping[str, int]) -> str:
    """`10 verified, 3 unchecked`; `none` of nothing."""
    return ", ".join(f"{number} {word}" for word, number in counts.items()) or "none"


def meaning(verdict: str) -> str:
    """What a verdict means, in a few words."""
    return VERDICTS.get(verdict, "")


def _span(days: list[str]) -> str:
    first, last = min(days), max(days)
    return f"on {first}" if first == last else f"from {first} to {last}"


def _since(stated: Status) -> str:
    day = dates.words(stated.date)
    return f", {day}" if day else ""
