"""Probes of doi.org, which knows the agency of each DOI, and of DataCite."""

from __future__ import annotations

from cluneal_lit.sources.probes.crossref import COMMA, NONE
from cluneal_lit.sources.probes.probe import Exchange, Probe, asked, reply, unlike
from cluneal_lit.sources.probes.pubmed import KNOWN

# A deposit at Zenodo, and a preprint of arXiv's.
DATASET = "doi:10.5281/zenodo.819691"
PREPRINT = "doi:10.48550/arxiv.1706.03762"

_agencies = asked("agency", f"doi:{KNOWN.doi}", DATASET, NONE, COMMA)
_several = asked("datacite", PREPRINT, DATASET, NONE)


def _named(exchange: Exchange) -> str:
    found = dict(reply(exchange).links)
    return unlike(
        (KNOWN.doi, found.get(f"doi:{KNOWN.doi}"), "Crossref"),
        (DATASET.partition(":")[2], found.get(DATASET), "DataCite"),
    )


def _nobodys(exchange: Exchange) -> str:
    found = reply(exchange)
    told = "; ".join(reason for _, reason in found.failed)
    return unlike(("what does not exist", found.absent, (NONE,))) + (f" ({told})" if told else "")


def _encoded(exchange: Exchange) -> str:
    return unlike((COMMA.partition(":")[2], dict(reply(exchange).links).get(COMMA), "Crossref"))


def _work(exchange: Exchange) -> str:
    found = [(record.id, bool(record.fields.title)) for record in reply(exchange).records]
    return unlike(("the work, and whether it has a title", found, [(PREPRINT, True)]))


def _left_out(exchange: Exchange) -> str:
    found = reply(exchange)
    here = tuple(sorted(record.id for record in found.records))
    return unlike(("what it has", here, (PREPRINT, DATASET)), ("what it leaves out", found.unclear, (NONE,)))


def _not_there(exchange: Exchange) -> str:
    return unlike(("what it says that it lacks", reply(exchange).absent, (NONE,)))


PROBES = (
    Probe(
        "S50",
        "`doiRA/A,B` answers with a JSON array that names the agency of each DOI in `RA`: Crossref, DataCite, …",
        _agencies,
        _named,
    ),
    Probe("S51", "Of a DOI that nobody registered it has the `status` `DOI does not exist`.", _agencies, _nobodys),
    Probe("S52", "A comma inside of a DOI, encoded as `%2C`, does not part it.", _agencies, _encoded),
    Probe(
        "S60",
        "DataCite's `/dois/DOI` answers in JSON:API with the work in `data.attributes`.",
        asked("datacite", PREPRINT),
        _work,
    ),
    Probe("S61", "`/dois?ids=A,B` answers with those works, and leaves out what it lacks.", _several, _left_out),
    Probe(
        "S62",
        "A DOI that DataCite does not have is HTTP 404 with `errors` of the `status` 404.",
        asked("datacite", NONE),
        _not_there,
    ),
)
