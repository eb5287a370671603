"""What of a collection its site shows, and what the site says besides: only documents that are public are told of."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.model import Collection, Entry, Finding, Place
from cluneal_lit.outputs.ledger import Ledger
from cluneal_lit.outputs.standing import gravest, judged

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
    """What its makers said of the site: the paths of the documents that are `public`, the `base_url` without a final
    slash (empty where nobody knows where it will stand), and `facets`, each `Nerve: superior, middle`.

    `news` are those of the literature, the latest first; `ledger`: who says what of works of which several speak.
    """

    public: tuple[str, ...] = ()
    base_url: str = ""
    facets: tuple[str, ...] = ()
    news: tuple[News, ...] = ()
    ledger: Ledger = {}


def shown(collection: Collection, public: tuple[str, ...]) -> Collection:
    """The collection as if nobody had written other documents than these, but for the works that it holds."""
    citations = tuple(one for one in collection.citations if one.document in public)
    names = {one.id for one in citations}
    verdicts = judged(collection)
    return replace(
        collection,
        entries=tuple(_entry(entry, public, verdicts) for entry in collection.entries),
        citations=citations,
        verdicts=tuple(one for one in collection.verdicts if one.citation in names),
        findings=tuple(told for one in collection.findings for told in _told(one, public)),
        documents=tuple(one for one in collection.documents if one in public),
    )


def _entry(entry: Entry, public: tuple[str, ...], verdicts: dict[str, str]) -> Entry:
    """The entry with its public citations alone, and the verdict that these give it."""
    own = tuple(one for one in entry.cited_in if one.document in public)
    if len(own) == len(entry.cited_in):
        return entry
    recorded = "verified" if any(one.source != "library" for one in entry.sources) else "unchecked"
    return replace(entry, cited_in=own, verdict=gravest(verdicts.get(one.id, "") for one in own) or recorded)


def _told(finding: Finding, public: tuple[str, ...]) -> tuple[Finding, ...]:
    if finding.document in public or not finding.document:
        return (finding,)
    return (replace(finding, document="", place=Place(), citation=""),) if finding.code in OF_RECORDS else ()
