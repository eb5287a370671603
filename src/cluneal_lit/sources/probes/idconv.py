"""Probes of the PMC ID Converter."""

from __future__ import annotations

from cluneal_lit.model import Ids, Request, Services
from cluneal_lit.sources.probes.probe import Exchange, Probe, asked, reply, unlike
from cluneal_lit.sources.probes.pubmed import KNOWN

NONE = "PMC99999999"  # PubMed Central had reached 12 million in 2026

_several = asked("idconv", f"pmcid:{KNOWN.pmcid}", f"pmcid:{NONE}")


def _mixed(services: Services) -> tuple[Request, ...]:
    params = (("ids", f"{KNOWN.pmcid},{KNOWN.doi}"), ("idtype", "pmcid"), ("format", "json"), ("tool", services.tool))
    identity = (("email", services.email),) if services.email else ()
    names = (f"pmcid:{KNOWN.pmcid}", f"doi:{KNOWN.doi}")
    return (Request("idconv", f"{services.idconv}/articles/", names, (*params, *identity), kind="list"),)


def _ids(exchange: Exchange) -> str:
    found = {record.id: record.ids for record in reply(exchange).records}
    return unlike(("its ids", found.get(f"pmcid:{KNOWN.pmcid}", Ids()).keys(), KNOWN.keys()))


def _absent(exchange: Exchange) -> str:
    found = reply(exchange)
    told = "; ".join(reason for _, reason in found.failed)
    return unlike(("what it does not have", found.absent, (f"pmcid:{NONE}",))) + (f" ({told})" if told else "")


def _refused(exchange: Exchange) -> str:
    found = reply(exchange)
    here = tuple(record.id for record in found.records)
    return "" if found.apart else unlike(("HTTP status", exchange[1].status, 400), ("what it has", here, ()))


PROBES = (
    Probe(
        "S20",
        "The ID Converter answers a list of PMCIDs with `status` ok and a record for each, with `pmid` and `doi`.",
        _several,
        _ids,
    ),
    Probe(
        "S21",
        "Of a PMCID that it lacks its record says `Identifier not found in PMC`, in the same answer, HTTP 200.",
        _several,
        _absent,
    ),
    Probe("S22", "One identifier of another kind spoils the whole list: HTTP 400.", _mixed, _refused),
)
