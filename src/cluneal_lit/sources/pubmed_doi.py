"""PubMed's search by DOI, for works that are known without a PMID (https://www.ncbi.nlm.nih.gov/books/NBK25499/).

It gives the PMIDs of a whole list: which DOI has which is told by their records alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from cluneal_lit.json_values import decoded_leniently, mapping, text, texts
from cluneal_lit.model import Answer, Candidates, Question, Reply, Request, Services
from cluneal_lit.sources import ncbi, replies

NAME = "pubmed-doi"
BATCH = 50

_MOST = 2 * BATCH  # PMIDs of an answer: few DOIs stand in more than one record
_MARKS = re.compile(r'["\[\]]')  # what ends a phrase, or may be read as a field


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One POST for each 50 DOIs, each a phrase. One with a mark of PubMed's own goes alone: it could spoil a list."""
    lists, alone = replies.parted(replies.ids(questions), BATCH, lambda name: not _MARKS.search(name))
    return tuple(_request(batch, services) for batch in (*lists, *((name,) for name in alone)))


def _request(batch: tuple[str, ...], services: Services) -> Request:
    term = " OR ".join(f'"{replies.value(name, "doi").replace(chr(34), " ")}"[doi]' for name in batch)
    form = (("db", "pubmed"), ("retmode", "json"), ("retmax", str(_MOST)), ("term", term))
    return Request(
        source=NAME, url=f"{services.pubmed}/esearch.fcgi", ids=batch, form=(*form, *ncbi.identity(services))
    )


def parse(request: Request, answer: Answer) -> Reply:
    """The PMIDs of the list as candidates for each of its DOIs; without any, PubMed has none of these.

    A list that is refused for its length or form, or of which not all PMIDs came, is asked about in halves.
    """
    several = len(request.ids) > 1
    if several and _is_refused(answer):
        return replies.halved(request)
    result = ncbi.searched(request, answer)
    if texts(mapping(result.get("errorlist")).get("fieldsnotfound")):
        raise replies.refusal(ncbi.SERVICE, request, "its search knows no field for DOIs")
    if not _speaks(result, request.ids):
        raise replies.refusal(ncbi.SERVICE, request, "it does not say that it searched for these DOIs")
    found, count = ncbi.pmids(result), text(result.get("count"))
    if several and count != str(len(found)):
        return replies.halved(request)
    if not found and count != "0":
        raise replies.refusal(ncbi.SERVICE, request, "it sent fewer PMIDs than it found")
    if not found:
        return Reply(absent=request.ids)
    return Reply(candidates=tuple(Candidates(name, found) for name in request.ids))


def _is_refused(answer: Answer) -> bool:
    """Whether the list was too much, or could not be read: NCBI gives its reasons for other refusals."""
    return answer.status in (413, 414) or (answer.status == 400 and not mapping(decoded_leniently(answer.body)))


def _speaks(result: Mapping[str, object], names: Sequence[str]) -> bool:
    """Whether the answer repeats a DOI that was asked about, in the term as it was read or among what was not found.

    Marks are left out: they may come encoded.
    """
    listed = [mapping(result.get(name)) for name in ("errorlist", "warninglist")]
    told = [
        text(result.get("querytranslation")),
        *(one for part in listed for said in part.values() for one in texts(said)),
    ]
    said = _bare(html.unescape(" ".join(told)))
    return any(_bare(name.partition(":")[2]) in said for name in names)


def _bare(written: str) -> str:
    return re.sub(r"[\W_]+", "", written.lower())
