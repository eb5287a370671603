"""Probes of Crossref's REST API."""

from __future__ import annotations

from collections.abc import Callable

from cluneal_lit.identifiers import doi
from cluneal_lit.json_values import decoded, mapping, mappings, text
from cluneal_lit.model import Request, Services
from cluneal_lit.sources.probes.probe import Exchange, Probe, asked, number, reply, unlike
from cluneal_lit.sources.probes.pubmed import KNOWN

# A paper that was retracted in 2010; nothing, below the prefix that Crossref keeps for trials; an alias and its prime
# DOI (https://community.crossref.org/t/2870); one of the DOIs with a comma that were registered before 2007
# (https://github.com/CrossRef/rest-api-doc/issues/167).
RETRACTED = "doi:10.1016/s0140-6736(97)11096-0"
NONE = "doi:10.5555/cluneal-lit.no-such-work"
ALIAS, PRIME = "doi:10.5479/si.0081024x.43", "doi:10.5479/si.0081024x.43.1"
COMMA = "doi:10.1001/jama.251.19.2504,2509"
REFERENCE = (
    "Wakefield AJ. Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in "
    "children. Lancet 1998;351:637-641"
)

_alone = asked("crossref", RETRACTED)
_several = asked("crossref", RETRACTED, f"doi:{KNOWN.doi}", NONE)


def _listed(*params: tuple[str, str]) -> Callable[[Services], tuple[Request, ...]]:
    def requests(services: Services) -> tuple[Request, ...]:
        identity = (("mailto", services.email),) if services.email else ()
        return (Request("crossref", f"{services.crossref}/works", (), (*params, *identity), kind="list"),)

    return requests


_selected = _listed(("filter", f"doi:{KNOWN.doi}"), ("select", "DOI,language"))
_searched = _listed(("query.bibliographic", REFERENCE), ("rows", "5"))


def _both(services: Services) -> tuple[Request, ...]:
    return (*_alone(services), *_several(services))


def _work(exchange: Exchange) -> str:
    found = reply(exchange).records
    return unlike(("the work", tuple(record.id for record in found), (RETRACTED,)))


def _retraction(exchange: Exchange) -> str:
    ties = [(tie.kind, tie.direction) for record in reply(exchange).records for tie in record.relations]
    return unlike(
        ("a retraction in `updated-by`", ("retraction", "in") in ties, True),
        ("a retraction in `update-to`", ("retraction", "of") in ties, False),
    )


def _not_there(exchange: Exchange) -> str:
    return unlike(("what it says that it lacks", reply(exchange).absent, (NONE,)))


def _left_out(exchange: Exchange) -> str:
    found = reply(exchange)
    here = tuple(sorted(record.id for record in found.records))
    return unlike(
        ("what it has", here, (RETRACTED, f"doi:{KNOWN.doi}")), ("what it leaves out", found.unclear, (NONE,))
    )


def _alike(alone: Exchange, several: Exchange) -> str:
    (one, *_), listed = reply(alone).records or (None,), {record.id: record for record in reply(several).records}
    other = listed.get(RETRACTED)
    if one is None or other is None:
        return f"no record of {RETRACTED}"
    names = [name for name in one.__struct_fields__ if getattr(one, name) != getattr(other, name)]
    return f"{', '.join(names)}: not the same in a list and alone" if names else ""


def _prime(exchange: Exchange) -> str:
    return unlike(("where it is", reply(exchange).links, ((ALIAS, PRIME),)))


def _one(exchange: Exchange) -> str:
    return unlike(("the work", tuple(record.id for record in reply(exchange).records), (COMMA,)))


def _no_select(exchange: Exchange) -> str:
    answer = exchange[1]
    said = mappings(mapping(decoded(answer.body)).get("message"))
    kinds = tuple(text(one.get("value")) for one in said)
    return unlike(("HTTP status", answer.status, 400), ("what it refuses", kinds, ("language",)))


def _among(exchange: Exchange) -> str:
    answer = exchange[1]
    message = mapping(mapping(decoded(answer.body)).get("message"))
    found = tuple(f"doi:{doi(text(one.get('DOI')))}" for one in mappings(message.get("items")))
    among = RETRACTED if RETRACTED in found[:5] else found[:5]
    return unlike(("HTTP status", answer.status, 200), ("the first five", among, RETRACTED))


def _pool(ending: str) -> Callable[[Exchange], str]:
    def wrong(exchange: Exchange) -> str:
        request, answer = exchange
        stated = ("x-rate-limit-limit", "x-rate-limit-interval", "x-concurrency-limit")
        missing = tuple(name for name in stated if not answer.headers.get(name))
        pool = f"{'polite' if 'mailto' in dict(request.params) else 'public'}-{ending}"
        return unlike(("headers that are missing", missing, ()), ("x-api-pool", answer.headers.get("x-api-pool"), pool))

    return wrong


def _no_lower(public: tuple[int, int], polite: tuple[int, int]) -> Callable[[Exchange], str]:
    def wrong(exchange: Exchange) -> str:
        due = polite if "mailto" in dict(exchange[0].params) else public
        seconds = number(exchange, "x-rate-limit-interval") or 1
        came = (number(exchange, "x-rate-limit-limit") / seconds, number(exchange, "x-concurrency-limit"))
        told = came if all(came) else "not stated"
        return unlike(("calls a second, and at once", told, due)) if came[0] < due[0] or came[1] < due[1] else ""

    return wrong


PROBES = (
    Probe("S30", "`/works/DOI`, the DOI percent-encoded, answers with the work, its DOI in lower case.", _alone, _work),
    Probe(
        "S31",
        "A retracted paper has `updated-by` of the type retraction; `update-to` is the notice's.",
        _alone,
        _retraction,
    ),
    Probe(
        "S32",
        "A DOI that Crossref does not have is HTTP 404 with the words `Resource not found.`.",
        asked("crossref", NONE),
        _not_there,
    ),
    Probe("S33", "`filter=doi:A,doi:B` answers with those works, and leaves out what it lacks.", _several, _left_out),
    Probe("S34", "A list tells of a work what a look-up tells.", _both, _alike),
    Probe(
        "S35",
        "An alias is answered, through a redirect on the same host, with the work under its prime DOI.",
        asked("crossref", ALIAS),
        _prime,
    ),
    Probe("S36", "A DOI with a comma, alone and encoded, is looked up as one.", asked("crossref", COMMA), _one),
    Probe("S37", "`select` refuses `language`, and with it the whole list: HTTP 400.", _selected, _no_select),
    Probe(
        "S38",
        "A look-up states its limits and its pool in headers: `public-single`, with an e-mail address `polite-single`.",
        _alone,
        _pool("single"),
    ),
    Probe("S39", "A list does so too: `public-array`, `polite-array`.", _several, _pool("array")),
    Probe(
        "S40",
        "Look-ups: 5 a second, 1 at a time; with an e-mail address 10 and 3, or more.",
        _alone,
        _no_lower((5, 1), (10, 3)),
    ),
    Probe(
        "S41",
        "Lists: 1 a second, 1 at a time; with an e-mail address 3 and 3, or more.",
        _several,
        _no_lower((1, 1), (3, 3)),
    ),
    Probe(
        "S42",
        "`query.bibliographic` with a whole reference has the work among its first five.",
        _searched,
        _among,
    ),
)
