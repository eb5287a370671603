"""PMC ID Converter: the PMID and DOI of a PMCID (https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/)."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit import identifiers
from cluneal_lit.json_values import decoded, mapping, mappings, text
from cluneal_lit.model import Answer, Fields, Ids, Question, Record, Reply, Request, Services
from cluneal_lit.sources import replies

NAME = "idconv"
BATCH = 200

_SERVICE = "PubMed Central"
_ABSENT = ("identifier not found in pmc", "invalid article id")  # in 2026, and until 2022


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each 200 PMCIDs; all ids of a request are of one kind."""
    identity = (("tool", services.tool), ("email", services.email))
    return tuple(
        Request(
            source=NAME,
            url=f"{services.idconv}/articles/",
            ids=batch,
            params=(
                ("ids", ",".join(replies.value(name, "pmcid") for name in batch)),
                ("idtype", "pmcid"),
                ("format", "json"),
                ("versions", "no"),
                *(pair for pair in identity if pair[1]),
            ),
            kind="list",
        )
        for batch in replies.batches(replies.ids(questions), BATCH)
    )


def parse(request: Request, answer: Answer) -> Reply:
    """A record of identifiers, without fields, for each PMCID. One bad id spoils a request (400): it is divided."""
    if refused := replies.divided(request, answer):
        return refused
    if answer.status != 200:
        message = text(mapping(decoded(answer.body)).get("message"))
        raise replies.refusal(_SERVICE, request, replies.told(answer, message))
    envelope = mapping(decoded(answer.body))
    if envelope.get("status") != "ok" or not isinstance(envelope.get("records"), list):
        raise replies.refusal(_SERVICE, request, text(envelope.get("message")) or "it sent no JSON of its own kind")
    said = {_asked(one): one for one in mappings(envelope["records"])}
    return _reply(request, {name: said.get(name, {}) for name in request.ids})


def _asked(one: dict[str, object]) -> str:
    """The id that a part of the answer is about; until 2022 it was not repeated beside the PMCID."""
    return f"pmcid:{identifiers.pmcid(text(one.get('requested-id')) or text(one.get('pmcid')))}"


def _reply(request: Request, said: dict[str, dict[str, object]]) -> Reply:
    absent = tuple(name for name, one in said.items() if text(one.get("errmsg")).strip().lower() in _ABSENT)
    records = {name: _record(name, one) for name, one in said.items() if text(one.get("pmcid")) and "errmsg" not in one}
    known = {*absent, *records}
    failed = tuple((name, _reason(one)) for name, one in said.items() if name not in known)
    return Reply(records=tuple(records.values()), absent=absent, failed=failed)


def _record(name: str, one: dict[str, object]) -> Record:
    pmid, doi = identifiers.pmid(text(one.get("pmid"))), identifiers.doi(text(one.get("doi")))
    ids = Ids(pmid=pmid, pmcid=name.partition(":")[2], doi=doi)
    return Record(format=1, source=NAME, id=name, ids=ids, fields=Fields())


def _reason(one: dict[str, object]) -> str:
    said = text(one.get("errmsg")).strip()
    return f"{_SERVICE} says {replies.quoted(said)} about it" if said else f"{_SERVICE}'s answer does not mention it"
