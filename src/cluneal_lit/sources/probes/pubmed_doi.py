"""Probes of PubMed's search by DOI."""

from __future__ import annotations

from cluneal_lit.sources.probes.crossref import NONE
from cluneal_lit.sources.probes.probe import Exchange, Probe, asked, reply, unlike
from cluneal_lit.sources.probes.pubmed import KNOWN


def _found(exchange: Exchange) -> str:
    found = tuple(name for one in reply(exchange).candidates for name in one.ids)
    return unlike(("the PMIDs, for each DOI", found, (f"pmid:{KNOWN.pmid}",) * 2))


def _not_there(exchange: Exchange) -> str:
    return unlike(("what it says that it lacks", reply(exchange).absent, (NONE,)))


PROBES = (
    Probe(
        "S15",
        "esearch for DOIs in quotes, with the tag `[doi]` and `OR` between them, finds the PMIDs of those that it has.",
        asked("pubmed-doi", f"doi:{KNOWN.doi}", NONE),
        _found,
    ),
    Probe(
        "S16",
        "When it has none of them, `count` is 0, and `querytranslation`, or what was not found, repeats the DOIs.",
        asked("pubmed-doi", NONE),
        _not_there,
    ),
)
