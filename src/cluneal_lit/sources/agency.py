"""doi.org: which agency registered a DOI (https://www.doi.org/doi-handbook/HTML/which-ra.html)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from cluneal_lit.identifiers import doi
from cluneal_lit.json_values import decoded, mappings, text
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import replies

NAME = "agency"
BATCH = 20  # the limit is not documented; 20 keep the address short

_SERVICE = "doi.org"
_ABSENT = ("DOI does not exist", "Invalid DOI")
_NAME = re.compile(r"[\w .&()/-]{1,60}")  # of an agency: all of them are short


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each 20 DOIs; the comma that parts them is encoded inside of one, the slash is not."""
    return tuple(
        Request(
            source=NAME,
            url=f"{services.doi}/doiRA/" + ",".join(quote(replies.value(name, "doi"), safe="/") for name in batch),
            ids=batch,
        )
        for batch in replies.batches(replies.ids(questions), BATCH)
    )


def parse(request: Request, answer: Answer) -> Reply:
    """Links from each DOI to the name of its agency (`Crossref`, `DataCite`, …); no records."""
    if answer.status != 200:
        raise replies.refusal(_SERVICE, request, f"HTTP {answer.status}")
    listed = decoded(answer.body)
    if listed is None:
        raise replies.refusal(_SERVICE, request, "it sent no JSON")
    said = {f"doi:{doi(text(one.get('DOI')))}": one for one in mappings(listed)}
    if not said:
        raise replies.refusal(_SERVICE, request, "it sent JSON of another kind")
    answers = [(name, said.get(name, {})) for name in request.ids]
    links = tuple((name, agency) for name, one in answers if _NAME.fullmatch(agency := text(one.get("RA")).strip()))
    absent = tuple(
        name for name, one in answers if text(one.get("status")) in _ABSENT and not text(one.get("RA")).strip()
    )
    known = {*absent, *(name for name, _ in links)}
    failed = tuple((name, _reason(one)) for name, one in answers if name not in known)
    return Reply(links=links, absent=absent, failed=failed)


def _reason(one: dict[str, object]) -> str:
    status = text(one.get("status")).strip()
    return f"doi.org says {replies.quoted(status)} about it" if status else "doi.org's answer does not mention it"
