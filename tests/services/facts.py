"""What PubMed's search and citation matcher know of an article: its words and numbers, folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lxml import etree
from msgspec import Struct

Element = etree._Element
_PATHS = {
    "title": "//ArticleTitle|//BookDocument/Book/BookTitle",
    "abstract": "//Abstract/AbstractText",
    "journal": "//Journal/Title|//Journal/ISOAbbreviation|//MedlineJournalInfo/MedlineTA|//Journal/ISSN",
    "volume": "//JournalIssue/Volume",
    "issue": "//JournalIssue/Issue",
    "pages": "//Pagination/MedlinePgn|//Pagination/StartPage",
    "years": "//PubDate/Year|//PubDate/MedlineDate|//ArticleDate/Year",
    "dois": "//ELocationID[@EIdType='doi']|/*/PubmedData/ArticleIdList/ArticleId[@IdType='doi']",
}


class Facts(Struct, frozen=True):
    """An article; `authors` are surname and initials, `journals` the names and numbers that NLM knows it by."""

    pmid: str
    title: tuple[str, ...]
    text: tuple[str, ...]
    authors: tuple[tuple[str, str], ...]
    journals: tuple[str, ...]
    volume: str
    issue: str
    pages: tuple[str, ...]
    years: tuple[int, ...]
    dois: tuple[str, ...]


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    return tuple(re.findall(r"[^\W_]+", "".join(one for one in decomposed if not unicodedata.combining(one))))


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """The words of a text with one blank between them."""
    return " ".join(words(text))


@lru_cache(maxsize=100_000)
def facts(pmid: str, xml: str) -> Facts:
    """The facts of one PubmedArticle."""
    root = etree.fromstring(xml)
    texts = {name: ["".join(map(str, one.itertext())) for one in _all(root, path)] for name, path in _PATHS.items()}
    first = {name: folded(found[0]) if found else "" for name, found in texts.items()}
    title = tuple(word for one in texts["title"] for word in words(one))
    return Facts(
        pmid,
        title,
        (*title, *(word for one in texts["abstract"] for word in words(one))),
        tuple(_author(one) for one in _all(root, "//AuthorList[not(@Type='editors')]/Author")),
        tuple(dict.fromkeys(folded(one) for one in texts["journal"])),
        first["volume"],
        first["issue"],
        tuple(dict.fromkeys(folded(re.split(r"[-–,;]", one)[0]) for one in texts["pages"])),
        tuple(int(year) for one in texts["years"] for year in re.findall(r"\b[12]\d{3}\b", one)),
        tuple(one.strip().lower() for one in texts["dois"]),
    )


def _all(root: Element, path: str) -> list[Element]:
    found = root.xpath(path)
    return [one for one in found if isinstance(one, Element)] if isinstance(found, list) else []


def _author(element: Element) -> tuple[str, str]:
    surname = element.findtext("LastName") or element.findtext("CollectiveName") or ""
    initials = element.findtext("Initials") or ""
    return folded(surname), "".join(words(initials))
