"""PubMed: records by PMID from NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit.model import Answer, Question, Record, Reply, Request, Services
from cluneal_lit.sources import ncbi, pubmed_article, pubmed_book, pubmed_stream, pubmed_xml, replies

NAME = "pubmed"
BATCH = 200


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One POST for each 200 PMIDs. NCBI asks for POST above that number and for `tool` and `email` on every call."""
    return tuple(
        Request(
            source=NAME,
            url=f"{services.pubmed}/efetch.fcgi",
            ids=batch,
            form=(
                ("db", "pubmed"),
                ("retmode", "xml"),
                ("id", ",".join(replies.value(name, "pmid") for name in batch)),
                *ncbi.identity(services),
            ),
        )
        for batch in replies.batches(replies.ids(questions), BATCH)
    )


def parse(request: Request, answer: Answer) -> Reply:
    """The records of an efetch answer. A PMID that it leaves out, asked for without those that came, is absent."""
    _check(request, answer)
    deleted: list[str] = []
    try:
        found = list(records(pubmed_stream.blocks(answer.body), deleted))
    except pubmed_stream.Unreadable as error:
        raise replies.refusal(ncbi.SERVICE, request, str(error)) from error
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
    ncbi.check(request, answer, "XML")
    if not answer.body.lstrip().startswith((b"<", b"\xef\xbb\xbf<")):
        said = answer.body.decode("utf-8", "replace")
        raise replies.refusal(ncbi.SERVICE, request, f"it sent text instead of XML, {said}")
