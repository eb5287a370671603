"""What a DataCite work says beyond its citation: people, history, money, terms of use, subjects, other identifiers."""

from __future__ import annotations

import re

from cluneal_lit import dates, identifiers
from cluneal_lit.folding import one_line
from cluneal_lit.json_values import mapping, mappings, text
from cluneal_lit.model import Abstract, Author, Date, Event, Grant, KeywordList, Licence, Link
from cluneal_lit.sources import markup

# dateType -> what it is called in a record; Issued and Available are the dates of the work itself.
_DAYS = {
    "Submitted": "received",
    "Accepted": "accepted",
    "Created": "content-created",
    "Updated": "content-updated",
    "Collected": "collected",
    "Copyrighted": "copyrighted",
    "Valid": "valid",
    "Withdrawn": "withdrawn",
}
_OWN = ("DOI", "ISBN")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def author(person: dict[str, object]) -> Author:
    """What is said about a person beyond the name."""
    stated = [text(one.get("nameIdentifier")) for one in mappings(person.get("nameIdentifiers")) if _is_orcid(one)]
    places = person.get("affiliation")
    said = [text(one) or text(mapping(one).get("name")) for one in (places if isinstance(places, list) else [places])]
    orcid = next((found for one in stated if (found := identifiers.orcid(one))), "")
    return Author(orcid, tuple(dict.fromkeys(place for one in said if (place := markup.plain(one)))))


def _is_orcid(one: dict[str, object]) -> bool:
    return text(one.get("nameIdentifierScheme")).upper() == "ORCID"


def date(written: str) -> Date | None:
    """The date of an ISO string, of a range its beginning: `2017-06-12T17:57:34Z`, `2004-03-02/2005-06-02`."""
    match = _DATE.match(written.strip())
    return dates.from_parts(*match.groups()) if match else None


def history(work: dict[str, object]) -> tuple[Event, ...]:
    """The days on which the work was received, accepted, collected, withdrawn, each once."""
    told = (
        (_DAYS[kind], date(text(one.get("date"))))
        for one in mappings(work.get("dates"))
        if (kind := text(one.get("dateType"))) in _DAYS
    )
    return tuple(dict.fromkeys(Event(kind, day) for kind, day in told if day))


def grants(work: dict[str, object]) -> tuple[Grant, ...]:
    """The awards."""
    found = (
        Grant(
            number=text(one.get("awardNumber")).strip(),
            agency=markup.plain(text(one.get("funderName"))),
            funder=identifiers.doi(text(one.get("funderIdentifier"))),
        )
        for one in mappings(work.get("fundingReferences"))
    )
    return tuple(dict.fromkeys(grant for grant in found if grant != Grant()))


def licences(work: dict[str, object]) -> tuple[Licence, ...]:
    """The terms of use that have an address, each once."""
    addresses = (text(one.get("rightsUri")).strip() for one in mappings(work.get("rightsList")))
    return tuple(dict.fromkeys(Licence(address) for address in addresses if address))


def terms(work: dict[str, object]) -> str:
    """The terms of use in words, where they have no address."""
    told = (
        markup.plain(text(one.get("rights")))
        for one in mappings(work.get("rightsList"))
        if not text(one.get("rightsUri")).strip()
    )
    return next((words for words in told if words), "")


def links(work: dict[str, object]) -> tuple[Link, ...]:
    """The landing page."""
    page = text(work.get("url")).strip()
    return (Link(page),) if page else ()


def keywords(work: dict[str, object]) -> tuple[tuple[str, ...], tuple[KeywordList, ...]]:
    """All keywords, each once; and those of a named scheme by its name."""
    lists: dict[str, dict[str, None]] = {}
    for one in mappings(work.get("subjects")):
        if words := markup.plain(text(one.get("subject"))):
            lists.setdefault(one_line(text(one.get("subjectScheme"))), {})[words] = None
    every = tuple(dict.fromkeys(words for own in lists.values() for words in own))
    return every, tuple(KeywordList(owner, tuple(own)) for owner, own in lists.items() if owner)


def other_ids(work: dict[str, object], twin: str) -> tuple[str, ...]:
    """Identifiers by which nothing is joined, as `kind:value`; `twin` is the one of arXiv, which is the work's own."""
    found: dict[str, None] = {}
    for prefix in ("identifier", "alternateIdentifier"):
        for one in mappings(work.get(f"{prefix}s")):
            kind, value = (one_line(text(one.get(key))) for key in (f"{prefix}Type", prefix))
            if value and kind.upper() not in _OWN and (not twin or identifiers.arxiv(value) != twin):
                found[f"{kind.lower() or 'other'}:{value}"] = None
    return tuple(found)


def abstracts(work: dict[str, object], main: str) -> tuple[Abstract, ...]:
    """What describes the work beside its main abstract: in another language, or of another kind."""
    found = (
        Abstract(parts, _kind(one), text(one.get("lang")).lower())
        for one in mappings(work.get("descriptions"))
        if text(one.get("description")) != main and (parts := markup.sections(text(one.get("description"))))
    )
    return tuple(dict.fromkeys(found))


def _kind(one: dict[str, object]) -> str:
    kind = text(one.get("descriptionType"))
    return "" if kind == "Abstract" else kind
