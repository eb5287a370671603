"""PubMed: records by PMID from NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Record, Reply, Request, Services
from cluneal_lit.sources import pubmed_article, pubmed_book, replies
from cluneal_lit.sources.json_values import decoded, mapping
from cluneal_lit.sources.pubmed_xml import Element, text

NAME = "pubmed"
BATCH = 200

_SERVICE = "PubMed"
_ROOTS = ("PubmedArticleSet", "PubmedArticle", "PubmedBookArticle", "MedlineCitation")


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
    root = _root(request, answer)
    records = [_record(element) for element in _articles(root)]
    gone = [f"pmid:{text(pmid)}" for pmid in root.iterfind("DeleteCitation/PMID")]
    return replies.accounted(request, records, gone)


def _root(request: Request, answer: Answer) -> Element:
    if answer.status != 200 or answer.body.lstrip()[:1] in (b"{", b"["):
        raise _refused(request, answer)
    if replies.looks_like_html(answer):
        raise replies.refusal(_SERVICE, request, "it sent a web page instead of XML")
    if not answer.body.strip():
        raise replies.refusal(_SERVICE, request, "it sent an empty answer")
    if not answer.body.lstrip().startswith((b"<", b"\xef\xbb\xbf<")):
        said = answer.body.decode("utf-8", "replace")
        raise replies.refusal(_SERVICE, request, f"it sent text instead of XML, {said}")
    # A fresh parser each time: parsers keep their error log, and threads may read at once.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(answer.body, parser)
    except etree.XMLSyntaxError as error:
        raise replies.refusal(_SERVICE, request, f"its XML is cut off or broken ({error.msg})") from error
    if root is None or root.tag not in _ROOTS:
        said = (text(root.find("ERROR")) or text(root)) if root is not None else ""
        raise replies.refusal(_SERVICE, request, said or "it sent XML of another kind")
    return root


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


def _articles(root: Element) -> list[Element]:
    if root.tag != "PubmedArticleSet":
        return [root]
    return [child for child in root if child.tag in ("PubmedArticle", "PubmedBookArticle")]


def _record(element: Element) -> Record:
    return pubmed_book.record(element) if element.tag == "PubmedBookArticle" else pubmed_article.record(element)
