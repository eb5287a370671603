"""Crossref: works by DOI from its REST API (https://www.crossref.org/documentation/retrieve-metadata/rest-api/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import crossref_answer, crossref_work, replies

NAME = "crossref"
BATCH = 70  # 20 to 100 are used by others; only the length of the address is limited: some 3,000 characters here

# What a filter can carry for certain: a comma parts two filters, a colon a filter from its value.
_LISTED = re.compile(r"doi:[-._;()/a-z0-9]{1,60}")


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each 70 DOIs; alone goes a DOI that no list can carry, and one that no other goes with.

    The e-mail address, where there is one, goes along as `mailto`. The fields are not selected: `select` refuses
    `language`, `subtype`, `edition-number` and `published-other` (seen in October 2026), which are read here.
    """
    lists, alone = replies.parted(replies.ids(questions), BATCH, _LISTED.fullmatch)
    return (*(_list(batch, services) for batch in lists), *(_single(name, services) for name in alone))


def _single(name: str, services: Services) -> Request:
    address = f"{services.crossref}/works/{quote(replies.value(name, 'doi'), safe='')}"
    return Request(source=NAME, url=address, ids=(name,), params=crossref_answer.identity(services))


def _list(names: tuple[str, ...], services: Services) -> Request:
    for name in names:
        replies.value(name, "doi")
    params = (("filter", ",".join(names)), ("rows", str(len(names))), *crossref_answer.identity(services))
    return Request(source=NAME, url=f"{services.crossref}/works", ids=names, params=params, kind="list")


def parse(request: Request, answer: Answer) -> Reply:
    """The work of an answer, or of a list its works. An alias is answered with its prime DOI: that is a link.

    A list leaves out what is not there, and aliases: that is unclear until it is asked about alone. One that is refused
    says nothing of its DOIs, it is divided.
    """
    if refused := replies.divided(request, answer):
        return refused
    if request.kind == "single" and answer.status == 404 and answer.body.strip() == b"Resource not found.":
        return Reply(absent=request.ids)
    records = map(crossref_work.record, crossref_answer.works(request, answer))
    return (replies.of_list if request.kind == "list" else replies.accounted)(request, records)
