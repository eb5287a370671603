"""Heads of tables: which field of a work, or which identifier, stands in the column below.

The names are those of exports (PubMed, Scopus, Web of Science, Zotero, Dimensions, Lens, Embase, Rayyan, Covidence) and
of people's own lists. The two letters are Web of Science's (https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from cluneal_lit.folding import folded

# Field -> names of its column, folded; of several columns the one counts whose name stands first.
_NAMES: dict[str, tuple[str, ...]] = {
    "pmid": (
        *("pmid", "pmids", "pubmed id", "pubmed ids", "pubmedid", "pubmedids", "pub med id", "pub med ids"),
        *(
            "pubmed pmid",
            "pubmed pmids",
            "pubmed pmid s",
            "pmid s",
            "medline pmid",
            "pubmed identifier",
            "pubmed number",
            "pm",
        ),
    ),
    "pmcid": ("pmcid", "pmcids", "pmc id", "pmc ids", "pmc number", "pubmed central id", "pubmed central pmcid"),
    "doi": ("doi", "dois", "di", "doi link", "doi url", "article doi", "digital object identifier"),
    "arxiv": ("arxiv", "arxiv id", "arxiv ids", "arxivid", "arxiv number", "arxiv identifier"),
    "isbn": ("isbn", "isbns", "isbn 13", "isbn 10", "isbn13", "isbn10", "e isbn", "eisbn", "bn"),
    "title": (
        *("title", "article title", "document title", "item title", "paper title", "study title", "title of article"),
        *("ti", "titel", "titre", "titulo", "titolo", "public title", "scientific title"),
    ),
    "author": (
        *("author", "authors", "author s", "author names", "authors list", "author list", "author string", "autoren"),
        *("autores", "auteurs", "au", "author full names", "af", "creator", "creators", "first author"),
    ),
    "container-title": (
        *("journal", "journal book", "journal name", "journal title", "source title", "publication title"),
        *("publication name", "container title", "secondary title", "periodical", "zeitschrift", "revue", "revista"),
        *("rivista", "book title", "source", "so"),
    ),
    "container-title-short": ("journal abbreviation", "abbreviated source title", "iso abbreviation", "ji", "j9"),
    "issued": (
        *("publication year", "year", "pubyear", "pub year", "published year", "year of publication", "py", "jahr"),
        *("annee", "ano", "anno"),
        *("publication date", "date published", "date", "pub date"),
    ),
    "volume": ("volume", "vol", "vl", "band", "jahrgang", "volumen"),
    "issue": ("issue", "issue number", "number", "is", "heft", "numero"),
    "page": ("pages", "page", "pagination", "page range", "page s", "seiten", "paginas", "pagine"),
    "page-first": ("start page", "page start", "first page", "startpage", "bp"),
    "page-last": ("end page", "page end", "last page", "endpage", "ep"),
    "number": ("article number", "art no", "ar"),
    "publisher": ("publisher", "pu"),
    "URL": ("url", "link", "web address", "study url", "articleurl"),
    "key": ("citation key", "citekey", "cite key", "bibtex key", "bibtexkey", "key"),
    "label": ("ref no", "reference number", "reference no", "citation number"),
    "reference": (
        *("reference", "full reference", "citation", "full citation", "reference text", "bibliographic reference"),
        *("reference string", "quelle", "literaturangabe", "ref"),
    ),
    "others": (
        *("abstract", "abstracts", "abstract note", "ab", "cited references", "references", "cr"),
        *("notice", "updated by", "update to"),
    ),
}
Ranked = Mapping[str, tuple[str, int]]


def ranked(names: Mapping[str, Sequence[str]]) -> Ranked:
    """The field of each head, and the place of that head among those of the field."""
    return {head: (field, rank) for field, heads in names.items() for rank, head in enumerate(heads)}


_FIELDS = ranked(_NAMES)
IDENTIFIERS = ("pmid", "pmcid", "doi", "arxiv", "isbn")
# The words that say a kind, and those that only say that it is a number or name, in the languages of people's lists.
_KINDS = {
    "pmid": frozenset(("pmid", "pmids", "pubmed", "medline")),
    "pmcid": frozenset(("pmcid", "pmcids", "pmc")),
    "doi": frozenset(("doi", "dois")),
    "arxiv": frozenset(("arxiv",)),
    "isbn": frozenset(("isbn", "isbns")),
}
_NUMBER = frozenset(
    "id ids no nr num number numbers nummer nummern numero numeros numer identifier identifiers"
    " identifiant identifiants identificador identificadores"
    " identificativo identificatore identifikator kennung code codigo codice kod"
    " of de del der des du di da do the la le el номер идентификатор"
    " код 号 号码 编号 編號 番号 번호".split()
)
_BARE = frozenset(("pubmed", "medline", "pmc"))  # these alone may head a column of yes and no
_SCRIPTS = re.compile(r"(?<=[a-z])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[a-z])")
_BESIDE = (*IDENTIFIERS, "reference", "label", "key")
_MARKUP = re.compile(r"[ *_`]*(.*?)[ *_`:]*", re.DOTALL)
_LONGEST = 40
_NUMBERED = re.compile(r"\d{3}")  # no head says a number as long: the line of a DOI does
GROUPED = re.compile(
    r"\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*"
)  # `31,234,572`, as a spreadsheet shows a number
_EXCEL = re.compile(r"(\d{1,15})\.0{1,6}|(\d)(?:[.,](\d{1,14}))?[eE]\+?0?(\d{1,2})")


def field(head: str) -> str:
    """The field that the column of this head holds; empty for a head that is not known, or too short to say so."""
    written = _MARKUP.fullmatch(head) if 2 < len(head) <= _LONGEST and not _NUMBERED.search(head) else None
    if not written:
        return ""
    return _ranked(written[1], _FIELDS)[0]


def _ranked(head: str, fields: Ranked) -> tuple[str, int]:
    """The field of a head, and how late it comes among the names of that field; empty where it is not known."""
    name = folded(head)
    return fields.get(name) or (_identifier(name), len(fields))


def _identifier(name: str) -> str:
    """The kind of identifier that a head says in whatever language: `identifiant pubmed`, `pmid号`; else empty."""
    said = frozenset(_SCRIPTS.sub(" ", name).split()) - _NUMBER
    for kind, words in _KINDS.items():
        if said and said <= words and (len(said) > 1 or not said <= _BARE or name not in said):
            return kind
    return ""


def columns(heads: Sequence[str]) -> dict[str, int]:
    """The column of each field; none where the heads are not those of a list of works.

    Such a list has titles and besides identifiers or authors with a journal or year, or identifiers of two kinds; or
    whole references: then `reference` is the column in which they may stand, and identifiers are told beside it.
    """
    found = known(heads)
    named = [name for name in IDENTIFIERS if name in found]
    told = "author" in found and ("container-title" in found or "issued" in found)
    if "title" in found and "reference" in found:
        found.setdefault("label", found.pop("reference"))
    works = ("title" in found and (named or told)) or len(set(named) - {"isbn"}) > 1
    kept = found if works else _BESIDE if "reference" in found else ()
    return {name: column for name, column in found.items() if name in kept}


def known(heads: Sequence[str], fields: Ranked = _FIELDS) -> dict[str, int]:
    """The column of each field whose head is known, whatever the table is of; of several that which is named first."""
    found: dict[str, tuple[int, int]] = {}
    for column, head in enumerate(heads):
        name, rank = _ranked(head, fields) if len(head) <= _LONGEST else ("", 0)
        if name and (name not in found or rank < found[name][0]):
            found[name] = (rank, column)
    return {name: column for name, (_, column) in found.items()}


def lists_works(columns: Mapping[str, int]) -> bool:
    """Whether the columns are those of a list whose rows are works, also where no reference stands in them."""
    return "title" in columns or sum(name in columns for name in IDENTIFIERS if name != "isbn") > 1


def exact(written: str) -> str:
    """The whole number that a spreadsheet wrote as `29656623.0` or `2.9656623E+07`; empty where digits are lost."""
    match = _EXCEL.fullmatch(written.strip())
    if not match:
        return ""
    if match[1]:
        return match[1]
    digits, power = match[2] + (match[3] or ""), int(match[4])
    return str(int(Decimal(digits).scaleb(power - len(digits) + 1))) if len(digits) == power + 1 else ""


def is_rounded(written: str) -> bool:
    """Whether a spreadsheet wrote a number in powers of ten and lost digits: `2.97E+07`."""
    match = _EXCEL.fullmatch(written.strip())
    return bool(match and not match[1] and not exact(written))
