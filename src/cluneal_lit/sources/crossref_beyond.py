"""What a Crossref work says beyond its citation: authors, history, money, terms of use, where it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import dates, identifiers
from cluneal_lit.json_values import date, mapping, mappings, text, texts
from cluneal_lit.model import Author, Event, Grant, Journal, Licence, Link
from cluneal_lit.sources import markup

_DAYS = ("approved", "accepted", "posted", "published-other", "content-created", "content-updated")
# Names of publishers' assertions about a day; the rest of them repeats the record or is about the page.
_TOLD_DAYS = re.compile(r"(?:date_)?(received|revised|accepted)")


def author(person: dict[str, object]) -> Author:
    """What is said about a person beyond the name."""
    places = (markup.plain(text(one.get("name"))) for one in mappings(person.get("affiliation")))
    return Author(identifiers.orcid(text(person.get("ORCID"))), tuple(dict.fromkeys(filter(None, places))))


def history(work: dict[str, object]) -> tuple[Event, ...]:
    """The days on which the work was received, revised, accepted, posted, each once."""
    told = (
        (match[1], dates.parse(text(one.get("value"))))
        for one in mappings(work.get("assertion"))
        if (match := _TOLD_DAYS.fullmatch(text(one.get("name"))))
    )
    stated = ((kind, date(work.get(kind))) for kind in _DAYS)
    return tuple(dict.fromkeys(Event(kind, day) for kind, day in (*told, *stated) if day and day.date_parts))


def journal(work: dict[str, object]) -> Journal | None:
    """Which of the ISSNs is which."""
    kinds = {
        text(one.get("type")): identifiers.issn(text(one.get("value")))
        for one in reversed(mappings(work.get("issn-type")))
    }
    found = Journal(issn_print=kinds.get("print", ""), issn_electronic=kinds.get("electronic", ""))
    return found if found != Journal() else None


def grants(work: dict[str, object]) -> tuple[Grant, ...]:
    """A grant for each award of each funder, and one without a number for a funder without awards."""
    found = (
        Grant(number=award.strip(), agency=markup.plain(text(funder.get("name"))), funder=_funder(funder))
        for funder in mappings(work.get("funder"))
        for award in texts(funder.get("award")) or ("",)
    )
    return tuple(dict.fromkeys(grant for grant in found if grant != Grant()))


def _funder(funder: dict[str, object]) -> str:
    return identifiers.doi(text(funder.get("DOI")))


def licences(work: dict[str, object]) -> tuple[Licence, ...]:
    """The terms of use, each once."""
    found = (
        Licence(text(one.get("URL")).strip(), _stated(one, "content-version"), date(one.get("start")))
        for one in mappings(work.get("license"))
    )
    return tuple(dict.fromkeys(licence for licence in found if licence.url))


def links(work: dict[str, object]) -> tuple[Link, ...]:
    """The landing page, then the files."""
    page = text(mapping(mapping(work.get("resource")).get("primary")).get("URL")).strip()
    files = (
        Link(
            text(one.get("URL")).strip(),
            _stated(one, "intended-application"),
            _stated(one, "content-type"),
            _stated(one, "content-version"),
        )
        for one in mappings(work.get("link"))
    )
    return tuple(dict.fromkeys(link for link in (Link(page), *files) if link.url))


def other_ids(work: dict[str, object]) -> tuple[str, ...]:
    """The publisher's own numbers, and DOIs that lead here."""
    own = (f"alternative:{number.strip()}" for number in texts(work.get("alternative-id")))
    aliases = (f"alias:{doi}" for written in texts(work.get("aliases")) if (doi := identifiers.doi(written)))
    return tuple(dict.fromkeys((*own, *aliases)))


def copyright_line(work: dict[str, object]) -> str:
    """The copyright line that the publisher asserts."""
    names = ("copyright", "copyright_information")
    return next((value for name, _, value in _assertions(work) if name in names), "")


def conflict_of_interest(work: dict[str, object]) -> str:
    """The statement of competing interests that the publisher asserts."""
    return next((value for _, heading, value in _assertions(work) if "interest" in heading), "")


def _assertions(work: dict[str, object]) -> Iterator[tuple[str, str, str]]:
    """Name, heading in lower case, and value of each assertion that has one."""
    for one in mappings(work.get("assertion")):
        headings = (text(one.get("label")), text(mapping(one.get("group")).get("label")), text(one.get("name")))
        if value := markup.plain(text(one.get("value"))):
            yield text(one.get("name")), " ".join(headings).lower(), value


def _stated(one: dict[str, object], key: str) -> str:
    value = text(one.get(key)).strip()
    return "" if value == "unspecified" else value
