"""Probes of NCBI's E-utilities: efetch, esearch, ecitmatch."""

from __future__ import annotations

from collections.abc import Callable

from cluneal_lit.json_values import decoded, mapping, text, texts
from cluneal_lit.model import Date, Fields, Ids, Name, Question, Request, Services
from cluneal_lit.sources import ncbi, pubmed_search
from cluneal_lit.sources.probes.probe import Exchange, Probe, asked, number, reply, unlike

# The triple of the ID Converter's own documentation; a paper that was retracted in 2010; a number that PubMed, which
# counts upwards and had reached 42 million in 2026, will not give for long; a duplicate and what replaced it, by
# https://github.com/PathwayCommons/semantic-search/issues/106 (2021-12-08).
KNOWN = Ids(pmid="23193287", pmcid="PMC3531190", doi="10.1093/nar/gks1195")
RETRACTED = "9500320"
NONE = "99999999"
MERGED, INTO = "33890651", "31311831"
# Two citations of the documentation of ecitmatch, with their PMIDs; the third is of no journal.
CITATIONS = (
    ("proc natl acad sci u s a|1991|88|3248|mann bj|Art1|", "2014248"),
    ("science|1987|235|182|palmenberg ac|Art2|", "3026048"),
    ("no such journal at all|1987|235|182|nobody x|Art3|", "NOT_FOUND"),
)

_several = asked("pubmed", f"pmid:{KNOWN.pmid}", f"pmid:{RETRACTED}", f"pmid:{NONE}")


def _call(name: str, *params: tuple[str, str]) -> Callable[[Services], tuple[Request, ...]]:
    def requests(services: Services) -> tuple[Request, ...]:
        whole = (("db", "pubmed"), *params, *ncbi.identity(services))
        return (Request("pubmed", f"{services.pubmed}/{name}", (), whole),)

    return requests


# As the program itself searches for the retracted paper.
_SOUGHT = Fields(
    title="Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in children",
    author=(Name("Wakefield", "AJ"),),
    issued=Date(date_parts=((1998,),)),
)


def _found(services: Services) -> tuple[Request, ...]:
    return pubmed_search.requests((Question("pubmed-search", "citation:probe", _SOUGHT),), services)


_not_found = _call("esearch.fcgi", ("retmode", "json"), ("term", "zzzzcluneallitnosuchword[ti]"))
_matched = _call("ecitmatch.cgi", ("retmode", "xml"), ("bdata", "\r".join(line for line, _ in CITATIONS)))


def _own_ids(exchange: Exchange) -> str:
    found = {record.id: record.ids for record in reply(exchange).records}
    ids = found.get(f"pmid:{KNOWN.pmid}", Ids())
    return unlike(("its ids", ids.keys(), KNOWN.keys()))


def _left_out(exchange: Exchange) -> str:
    found = reply(exchange)
    here = tuple(sorted(record.id for record in found.records))
    return unlike(
        ("what it has", here, (f"pmid:{KNOWN.pmid}", f"pmid:{RETRACTED}")),
        ("what it leaves out", found.apart, ((f"pmid:{NONE}",),)),
    )


def _empty_set(exchange: Exchange) -> str:
    found, answer = reply(exchange), exchange[1]
    return unlike(
        ("HTTP status", answer.status, 200),
        ("records", tuple(record.id for record in found.records), ()),
        ("an empty set", b"PubmedArticleSet" in answer.body, True),
    )


def _retraction(exchange: Exchange) -> str:
    record = next((one for one in reply(exchange).records if one.id == f"pmid:{RETRACTED}"), None)
    if record is None:
        return f"no record of pmid:{RETRACTED}"
    ties = {relation.direction for relation in record.relations if relation.kind == "retraction"}
    return unlike(
        ("its type", "Retracted Publication" in record.types, True),
        ("a correction of the kind RetractionIn", "in" in ties, True),
    )


def _limit(exchange: Exchange) -> str:
    due = 10 if dict(exchange[0].form).get("api_key") else 3
    came = number(exchange, "x-ratelimit-limit")
    return unlike(("x-ratelimit-limit", came or None, due)) if came < due else ""


def _merged(exchange: Exchange) -> str:
    found = reply(exchange)
    name, other = f"pmid:{MERGED}", f"pmid:{INTO}"
    ways = (((name, other),), ()), ((), (name,))
    here = (found.links, found.absent)
    told = unlike(("where it is, and what is left out", here, ways[0]))
    return "" if here in ways and not found.failed else told


def _hits(exchange: Exchange) -> str:
    answer = exchange[1]
    found = mapping(mapping(decoded(answer.body)).get("esearchresult"))
    return unlike(
        ("HTTP status", answer.status, 200),
        ("the paper in idlist", RETRACTED in texts(found.get("idlist")), True),
        ("count, a string", isinstance(found.get("count"), str), True),
    )


def _no_hits(exchange: Exchange) -> str:
    answer = exchange[1]
    found = mapping(mapping(decoded(answer.body)).get("esearchresult"))
    return unlike(
        ("HTTP status", answer.status, 200),
        ("count", found.get("count"), "0"),
        ("idlist", found.get("idlist"), []),
        ("ERROR", text(found.get("ERROR")), ""),
    )


def _pmids(exchange: Exchange) -> str:
    found = _last_fields(exchange)
    status = ("HTTP status", exchange[1].status, 200)
    return unlike(status, *((f"Art{place}", found.get(f"Art{place}", ""), CITATIONS[place - 1][1]) for place in (1, 2)))


def _no_match(exchange: Exchange) -> str:
    came = _last_fields(exchange).get("Art3", "")
    return "" if came.startswith("NOT_FOUND") else unlike(("Art3", came, "NOT_FOUND"))


def _last_fields(exchange: Exchange) -> dict[str, str]:
    """The last field of each line, by the key that was given with it."""
    lines = exchange[1].body.decode("utf-8", "replace").split("\n")
    parts = [line.strip().split("|") for line in lines]
    return {key: part[-1].strip() for part in parts for key in part if key.startswith("Art")}


PROBES = (
    Probe(
        "S1",
        "efetch answers a POST of several PMIDs with one `PubmedArticleSet`, each record with its PMID, DOI and PMCID.",
        _several,
        _own_ids,
    ),
    Probe(
        "S2",
        "Of several PMIDs efetch leaves out those that it does not have, and says nothing of them.",
        _several,
        _left_out,
    ),
    Probe(
        "S3",
        "When it has none of them, efetch answers with an empty `PubmedArticleSet`, HTTP 200.",
        asked("pubmed", f"pmid:{NONE}"),
        _empty_set,
    ),
    Probe(
        "S4",
        "A retracted paper has the type “Retracted Publication” and a correction of the kind `RetractionIn`.",
        _several,
        _retraction,
    ),
    Probe(
        "S5",
        "The E-utilities state their limit in the header `x-ratelimit-limit`: 3 a second, with a key 10, or more.",
        _several,
        _limit,
    ),
    Probe(
        "S6",
        "A PMID that was merged into another is answered with the record of the other, or left out.",
        asked("pubmed", f"pmid:{MERGED}"),
        _merged,
    ),
    Probe(
        "S7",
        "esearch answers in JSON, `count` and `idlist` as strings, and knows `[ti] [1au]`, spans of `[dp]`, brackets.",
        _found,
        _hits,
    ),
    Probe("S8", "A search without a hit is no error: HTTP 200, `count` 0, an empty `idlist`.", _not_found, _no_hits),
    Probe(
        "S9",
        "ecitmatch answers with a line for each citation: its fields, its key, then the PMID; encoded pipes are read.",
        _matched,
        _pmids,
    ),
    Probe(
        "S10",
        "The last field of a citation that ecitmatch does not find begins with `NOT_FOUND`.",
        _matched,
        _no_match,
    ),
)
