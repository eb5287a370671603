"""What of a collection its site shows, and what the site says besides: only documents that are public are told of, and
no work that the others alone brought in."""

from __future__ import annotations

import re
from collections.abc import Set

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.model import Collection, Entry, Finding, Place
from cluneal_lit.outputs.ledger import Ledger
from cluneal_lit.outputs.standing import gravest, judged

_WORD = re.compile(r"[^\s,;]+")
OF_RECORDS = ("LIT406", "LIT509")  # told at the first citation of a work, but of its records


class News(Struct, frozen=True):
    """What a refresh saw become of a work: day, `retracted`, `corrected` …, key and title, what, who says so."""

    day: str
    kind: str
    key: str
    title: str
    what: str
    sources: tuple[str, ...] = ()


class Site(Struct, frozen=True):
    """What its makers said of the site: the paths of the documents that are `public`, None where they said of none, the
    `base_url` without a final slash (empty where nobody knows where it will stand), and `facets`, each
    `Nerve: superior, middle`.

    `news` are those of the literature, the latest first; `ledger`: who says what of works of which several speak.
    """

    public: tuple[str, ...] | None = None
    base_url: str = ""
    facets: tuple[str, ...] = ()
    news: tuple[News, ...] = ()
    ledger: Ledger = {}


def shown(collection: Collection, site: Site) -> Collection:
    """The collection as if nobody had written other documents than the public ones, and without the works that the
    others alone brought in."""
    public = site.public or ()
    citations = tuple(one for one in collection.citations if one.document in public)
    names = {one.id for one in citations}
    verdicts = judged(collection)
    left_out = _hidden(collection, site)
    return replace(
        collection,
        entries=tuple(_entry(one, public, verdicts, left_out) for one in collection.entries if one.key not in left_out),
        citations=citations,
        verdicts=tuple(one for one in collection.verdicts if one.citation in names),
        findings=tuple(told for one in collection.findings for told in _told(one, public, left_out)),
        documents=tuple(one for one in collection.documents if one in public),
    )


def without(site: Site, keys: Set[str]) -> Site:
    """The same without what it says of the works with these keys."""
    ledger = {key: lines for key, lines in site.ledger.items() if key not in keys}
    return replace(site, news=tuple(one for one in site.news if one.key not in keys), ledger=ledger)


def _hidden(collection: Collection, site: Site) -> frozenset[str]:
    """The keys of works of which documents that are not public are all that tells: one that is there, or was.

    What people brought themselves, into the library, a note or a reading list, is written to be published. Nothing is
    hidden where nobody said which documents are public: the site of a first document would be empty.
    """
    public = site.public
    if public is None or all(one in public for one in collection.documents):
        return frozenset()
    on_lists = {item.key for one in collection.lists for item in one.items}
    return frozenset(
        entry.key
        for entry in collection.entries
        if not entry.note
        and not any(one.source == "library" for one in entry.sources)
        and not any(one.document in public for one in entry.cited_in)
        and on_lists.isdisjoint((entry.key, *entry.aliases))
    )


def _entry(entry: Entry, public: tuple[str, ...], verdicts: dict[str, str], left_out: Set[str]) -> Entry:
    """The entry with its public citations alone, the verdict that these give it, and no word of what is left out."""
    kin = tuple(one for one in entry.kin if left_out.isdisjoint(_WORD.findall(one)))
    own = tuple(one for one in entry.cited_in if one.document in public)
    if len(own) == len(entry.cited_in):
        return replace(entry, kin=kin) if kin != entry.kin else entry
    recorded = "verified" if any(one.source != "library" for one in entry.sources) else "unchecked"
    verdict = gravest(verdicts.get(one.id, "") for one in own) or recorded
    return replace(entry, cited_in=own, verdict=verdict, kin=kin)


def _told(finding: Finding, public: tuple[str, ...], left_out: Set[str]) -> tuple[Finding, ...]:
    if not left_out.isdisjoint((finding.key, *finding.values.values())):
        return ()
    if finding.document in public or not finding.document:
        return (finding,)
    return (replace(finding, document="", place=Place(), citation=""),) if finding.code in OF_RECORDS else ()
