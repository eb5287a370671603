"""What pages say in words about verdicts, sources and places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import notices
from cluneal_lit.model import Asked, Entry, Place, Status
from cluneal_lit.outputs import fates
from cluneal_lit.registries import spoken

VERDICTS = {
    "verified": "the services confirm what is cited",
    "unchecked": "no service has given a record of it, or not every one that has to",
    "inexact": "the right work, but details of a citation are wrong",
    "unresolved": "a citation was searched for and leads to no certain work",
    "conflict": "the sources contradict each other",
    "mismatch": "a citation describes another work than the one its identifier names",
    "absent": "a cited identifier does not exist",
}


STATUSES = {
    "partially-retracted": "partially retracted",
    "concern": "with an expression of concern",
    "republished": "retracted and republished",
    "none": "without a notice",
    "unchecked": "not checked",
}
NOTHING: Mapping[str, int] = MappingProxyType({})
# What makers of libraries write as the `basis` of an entry. Other words are printed as they are and not explained.
MARKS = {
    "confirmed": "the fields were seen in stored pages of publishers or indexers",
    "mixed": "some fields were seen in such pages, the others only in a text that cites the work",
    "seed": "the fields stand only in a text that cites the work",
}


def verdict(entry: Entry) -> str:
    """How the entry stands, in a few words: `Verified: the services confirm what is cited`.

    Of a retracted or doubted work that only its citation is right, lest it read as approved.
    """
    if entry.verdict == "verified" and (doubted := fates.doubt(entry.status)):
        return doubted
    said = _unheard(entry) if entry.verdict == "unchecked" else VERDICTS.get(entry.verdict)
    name = entry.verdict.capitalize()
    return f"{name}: {said}" if said else name


def _unheard(entry: Entry) -> str:
    """Why nothing is confirmed. Of a service that was asked and did not answer the store knows no more than of one
    that nobody asked, so that neither is claimed."""
    heard = {one.source for one in entry.sources if one.day}
    agency = "datacite" if "datacite" in heard or entry.ids.arxiv else "crossref"
    by = {"pubmed": entry.ids.pmid, agency: entry.ids.doi or entry.ids.arxiv}
    missing = [spoken(service) for service, value in by.items() if value and service not in heard]
    if not missing:
        return "no service has confirmed it" if heard else "it has no PMID and no DOI by which to ask a service"
    silent = f"neither {' nor '.join(missing)} has" if len(missing) > 1 else f"{missing[0]} has not"
    if heard:
        return f"{' and '.join(map(spoken, sorted(heard)))} gave a record of it, {silent} yet"
    return f"{silent} given a record of it yet"


def source(asked: Asked) -> str:
    """`PubMed, asked 2026-11-20`; a file that people brought by its name, since nobody was asked."""
    if asked.source == "library":
        return f"the library file {asked.id.split('#', 1)[0]}"
    return f"{spoken(asked.source)}, {f'asked {asked.day}' if asked.day else 'not asked yet'}"


def legend(entries: Iterable[Entry]) -> str:
    """A sentence on the words with which makers of libraries mark their entries, as far as they occur; else empty."""
    found = {entry.basis for entry in entries}
    told = ", ".join(f"“{mark}” ({meant})" for mark, meant in MARKS.items() if mark in found)
    return told and f"What the maker of a library file means by a mark: {told}. No mark stands for a service's word."


def asked(entries: Collection[Entry]) -> tuple[str, ...]:
    """A sentence a source: `PubMed was asked about 13 records, on 2026-11-20.`; and one for the rest."""
    days: dict[str, list[str]] = {}
    alone = 0
    for entry in entries:
        for one in entry.sources:
            if one.day:
                days.setdefault(one.source, []).append(one.day)
        alone += not any(one.day for one in entry.sources)
    told = [
        f"{spoken(one)} was asked about {counted(len(days[one]), 'record')}, {span(days[one])}." for one in sorted(days)
    ]
    return (*told, *([unanswered(alone, len(entries))] if alone else []))


def unanswered(alone: int, number: int) -> str:
    """That no service has given a record of some of so many works, or of any of them, yet."""
    which = f"any of the {number} works" if alone == number > 1 else f"{alone} of the {number} works"
    return f"No service has given a record of {'the work' if number == 1 else which} yet."


def status(entry: Entry) -> str:
    """`Retracted, 2010 Feb 6 (PubMed, Crossref)`; empty for a work with which nothing is wrong, as far as is known.

    With `; not checked for retractions yet` behind it where something graver may be unsaid.
    """
    said, stated = notices.label(entry.status), entry.status
    by = f" ({', '.join(map(spoken, stated.sources))})" if stated.sources else ""
    return said and said + _since(stated) + by + "; not checked for retractions yet" * stated.provisional


def place(where: Place) -> str:
    """`line 12`, `page 3, paragraph 2`, `slide 4, notes` …; empty where the format knows no places."""
    said = [
        f"{value}" if kind == "note" else f"{kind} {value}"
        for kind in ("page", "slide", "paragraph", "cell", "note", "line")
        if (value := getattr(where, kind))
    ]
    return ", ".join(said)


def asked_on(answers: Iterable[Asked]) -> str:
    """`PubMed and Crossref were asked on 2026-11-20.`, or each with its days; empty where nobody was asked."""
    found = days(answers)
    spans = {span(own) for own in found.values()}
    if len(spans) == 1:
        return f"{joined([*found])} {'was' if len(found) == 1 else 'were'} asked {spans.pop()}."
    told = joined([f"{one} was asked {span(own)}" for one, own in found.items()])
    return told and f"{told}."


def days(answers: Iterable[Asked]) -> dict[str, list[str]]:
    """The days on which each service answered, by its name in running text."""
    found: dict[str, list[str]] = {}
    for one in answers:
        if one.day:
            found.setdefault(spoken(one.source), []).append(one.day)
    return dict(sorted(found.items()))


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def address(path: str, where: Place) -> str:
    """`path:line:column`, as compilers write it, and what else is known of the place: `talk.pptx, slide 3`."""
    lined = ":".join(str(part) for part in (path, where.line, where.column if where.line else None) if part)
    return ", ".join(filter(None, (lined, place(replace(where, line=None)))))


def counted(number: int, one: str, many: str = "") -> str:
    """`1 work`, `13 works`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def tally(counts: Mapping[str, int]) -> str:
    """`10 verified, 3 unchecked`; `none` of nothing."""
    return ", ".join(f"{number} {word}" for word, number in counts.items()) or "none"


def statuses(counts: Mapping[str, int], provisional: Mapping[str, int] = NOTHING) -> str:
    """`1 retracted, 12 without a notice, 3 not checked (1 superseded)`: a tally of editorial statuses.

    `provisional`: what is known of some of those that are not checked.
    """
    known = f" ({statuses(provisional)})" if provisional else ""
    return tally({STATUSES.get(name, name) + known * (name == "unchecked"): number for name, number in counts.items()})


def meaning(verdict: str) -> str:
    """What a verdict means, in a few words."""
    return VERDICTS.get(verdict, "")


def span(days: Sequence[str]) -> str:
    """`on 2026-11-20`, or `from 2026-11-18 to 2026-11-20`."""
    first, last = min(days), max(days)
    return f"on {first}" if first == last else f"from {first} to {last}"


def _since(stated: Status) -> str:
    day = dates.words(stated.date)
    return f", {day}" if day else ""
