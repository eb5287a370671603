"""The least time that asking can take: what the services' latency and limits, and our batches, leave."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.invented import Mix
from cluneal_lit.sources import agency, crossref, datacite, idconv, pubmed, pubmed_doi

LATENCY = 0.15


@dataclass(frozen=True)
class Service:
    """Who answers `batch` identifiers a call, `LATENCY` after it, `rate` calls a second and `at_once` at most."""

    batch: int
    rate: float = math.inf
    at_once: float = math.inf

    def answers(self, known: Iterable[float]) -> list[float]:
        """When identifiers are answered that become known at these times, first come, first served.

        A call is made when its batch is full or nothing more comes, so that there are as few as can be, and calls keep
        the same distance: n of them at 3/s take (n - 1)/3 s and the latency of the last.
        """
        times = sorted(known)
        found: list[float] = []
        free = 0.0
        for at in range(0, len(times), self.batch):
            batch = times[at : at + self.batch]
            start = max(free, batch[-1])
            free = start + max(1 / self.rate, LATENCY / self.at_once)
            found += [start + LATENCY] * len(batch)
        return found


# As the services state them, and `tests/services` keeps them: NCBI without a key, Crossref's polite pool.
PUBMED = Service(pubmed.BATCH, rate=3)
PUBMED_BY_DOI = Service(pubmed_doi.BATCH, rate=3)
IDCONV = Service(idconv.BATCH, rate=3)
CROSSREF = Service(crossref.BATCH, rate=3, at_once=3)
CROSSREF_ALONE = Service(1, rate=10, at_once=3)
AGENCY = Service(agency.BATCH)
DATACITE = Service(datacite.BATCH, rate=1000 / 300)


def seconds(mix: Mix) -> float:
    """From the first call to the last answer, if nothing but the network took time.

    The services are asked side by side, each for what is known: at first what the document names; a PMCID's PMID and
    DOI when the ID Converter has answered, the DOI of any other article when PubMed has. A DOI that is DataCite's is
    left out by Crossref's list, asked for alone, and goes to doi.org and on to DataCite. PubMed, which has none of
    them, is searched for the DOIs that are cited, when their registry has answered: a status that PubMed alone states
    is seen in no other way.

    The windows of a second that the services count in would let calls go three at a time, the last of n up to 2/3 s
    sooner; a polite client spreads them.
    """
    converted = IDCONV.answers([0.0] * mix.pmcids)
    articles = PUBMED.answers([0.0] * mix.pmids + converted)
    works = CROSSREF.answers([0.0] * (mix.datasets + mix.dois) + converted + articles[: mix.pmids])
    registrars = AGENCY.answers(CROSSREF_ALONE.answers(works[: mix.datasets]))
    datasets = DATACITE.answers(registrars)
    searched = PUBMED_BY_DOI.answers(works[mix.datasets : mix.datasets + mix.dois] + datasets)
    return max(*articles, *works, *datasets, *searched, 0.0)
