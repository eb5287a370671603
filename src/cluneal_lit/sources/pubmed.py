"""PubMed: records by PMID from NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Record, Reply, Request, Services
from cluneal_lit.sources import pubmed_article, pubmed_book, pubmed_stream, pubmed_xml, replies
from cluneal_lit.sources.json_values import decoded, mapping

NAME = "pubmed"
BATCH = 200

_SERVICE = "PubMed"


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One POST for each 200 PMIDs. NCBI asks for POST above that number and for `tool` and `email` on every call."""
    identity = (("tool", services.tool), ("email", services.email), ("api_key", services.ncbi_api_key))
    return tuple(
        Request(
            source=NAME,
            url=f"{services.pubmed}/efetch.fcgi",
            ids=batch,
            form=(
                ("db", "pubmed"),
                ("retmode", "xml"),
                ("id", ",".join(replies.value(name, "pmid") for name in batch)),
                *(pair for pair in identity if pair[1]),
            ),
        )
        for batch in replies.batches(replies.ids(questions), BATCH)
    )


def parse(request: Request, answer: Answer) -> Reply:
    """The records of an efetch answer. A PMID that a well-formed answer leaves out is absent: NCBI says no more."""
    _check(request, answer)
    deleted: list[str] = []
    try:
        found = list(records(pubmed_stream.blocks(answer.body), deleted))
    except pubmed_stream.Unreadable as error:
        raise replies.refusal(_SERVICE, request, str(error)) from error
    return replies.accounted(request, found, (f"pmid:{pmid}" for pmid in deleted))


def records(pieces: Iterable[bytes], deleted: list[str]) -> Iterator[Record]:
    """The records of PubMed's XML, one at a time: none is held. PMIDs that it calls deleted are added to `deleted`.

    Raises `pubmed_stream.Unreadable` where the XML ends to make sense.
    """
    for element in pubmed_stream.articles(pieces):
        if element.tag == "DeleteCitation":
            deleted += pubmed_xml.texts(element)
        elif element.tag == "PubmedBookArticle":
            yield pubmed_book.record(element)
        else:
            yield pubmed_article.record(element)


def _check(request: Request, answer: Answer) -> None:
    if answer.status != 200 or answer.body.lstrip()[:1] in (b"{", b"["):
        raise _refused(request, answer)
    if replies.looks_like_html(answer):
        raise replies.refusal(_SERVICE, request, "it sent a web page instead of XML")
    if not answer.body.strip():
        raise replies.refusal(_SERVICE, request, "it sent an empty answer")
    if not answer.body.lstrip().startswith((b"<", b"\xef\xbb\xbf<")):
        said = answer.body.decode("utf-8", "replace")
        raise replies.refusal(_SERVICE, request, f"it sent text instead of XML, {said}")


def _refused(request: Request, answer: Answer) -> SourceError:
    said = _error(answer)
    if "api key invalid" in said.lower():
        do = "correct NCBI_API_KEY, or remove it to ask at the public rate"
        return replies.refusal(_SERVICE, request, "the NCBI API key is not valid", do)
    return replies.refusal(_SERVICE, request, replies.told(answer, said) or "it sent JSON instead of XML")


def _error(answer: Answer) -> str:
    # {"error":"API rate limit exceeded","api-key":"<address or key>"}: only `error` is safe to repeat.
    said = mapping(decoded(answer.body)).get("error")
    return said if isinstance(said, str) else ""
