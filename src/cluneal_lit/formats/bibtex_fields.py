"""The fields of a BibTeX or BibLaTeX entry as those of a record, and what is left of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cluneal_lit import languages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import (
    bibtex_dates,
    bibtex_names,
    bibtex_types,
    brought,
    latex_addresses,
    latex_styles,
    styled,
    unplaced,
)
from cluneal_lit.formats.csl_item import CALLED
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.model import Fields, Name

HELD = frozenset(
    "type title title_short original_title author editor translator container_title container_title_short"
    " collection_title collection_number event_title event_place publisher publisher_place edition version issued"
    " volume issue page number chapter_number language url".split()
)
# Where a field of ours stands, by the words of programs, the better first.
_TEXTS: dict[str, tuple[str, ...]] = {
    "container_title_short": ("shortjournal", "journal-iso", "journalabbrev", "iso-source-abbreviation"),
    "event_title": ("eventtitle", "conference", "conf"),
    "event_place": ("venue",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher_place": ("location", "address"),
    "edition": ("edition",),
    "version": ("version",),
    "volume": ("volume",),
    "page": ("pages", "page"),
    "chapter_number": ("chapter",),
}
_TITLES = {"title_short": ("shorttitle",), "original_title": ("origtitle",), "collection_title": ("series",)}
FURTHER = "further addresses"  # the word of `custom` for those that stand with the first
_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
# What has these, or an address such as these, is more than a page.
_OF_WORKS = ("doi", "eprint", "isbn", "pmid", "pmcid", "journal", "booktitle")
_OF_A_WORK = re.compile(
    r"//[^/]*(?:doi\.org|(?:ar|r)xiv\.org|ncbi\.nlm\.nih\.gov|handle\.net|zenodo|figshare)[/.]|\.pdf$", re.IGNORECASE
)
ARTICLES = ("article-journal", "article-magazine", "article-newspaper", "periodical", "review")
_NUMBERS = ("eid", "articleno", "article-number", "artnum", "article_number", "art_number", "elocation-id")
_KEYS = ("techreport", "resreport")
_DASHES = re.compile(r"\s*[-–—]+\s*")


class Left:
    """The fields of an entry of which none is lost: what is understood is taken."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = {word: value for word, value in values.items() if value and not value.isspace()}

    def take(self, *words: str) -> str:
        """The source of the first of these fields that is there and says something."""
        for word in words:
            if word in self.values and brought.said(self.values[word]):
                return self.values.pop(word)
        return ""

    def text(self, *words: str) -> str:
        if self.values.keys().isdisjoint(words):
            return ""
        written = self.take(*words)
        return one_line(plain(written)) if written else ""

    def title(self, *words: str) -> str:
        """The same of a title, with tags around what is set otherwise (`styled`)."""
        return "" if self.values.keys().isdisjoint(words) else latex_styles.title(self.take(*words))

    def people(self, word: str) -> tuple[Name, ...]:
        written = self.take(word)
        return bibtex_names.people(written) if written else ()


_NO_NAME = re.compile(r"://|\\doi\b|\barxiv[\s:]*\d{4}\.\d", re.IGNORECASE)  # what says where to find the work itself


def fields(kind: str, left: Left) -> Fields:
    """The fields of an entry of a type, tags in its titles (`styled`); what they say is taken out of `left`."""
    subtype = left.values.get("entrysubtype", "")
    of_subtype = bibtex_types.of_subtype(subtype)
    url, is_page = _address(left)
    of_type = of_subtype or ("webpage" if kind == "misc" and is_page else bibtex_types.READ.get(kind, "document"))
    if of_subtype:
        del left.values["entrysubtype"]
    of_holder = ("howpublished", "organization") if of_subtype or of_type in bibtex_types.HOLDERS else ()
    beside = tuple(word for word in of_holder if not _NO_NAME.search(left.values.get(word, "")))
    said: dict[str, Any] = _contained(of_type, left, beside) | _numbered(of_type, left)
    here = left.values.keys()
    said |= {ours: left.text(*words) for ours, words in _TEXTS.items() if not here.isdisjoint(words)}
    said |= {ours: left.title(*words) for ours, words in _TITLES.items() if not here.isdisjoint(words)}
    page = _DASHES.sub("-", said.get("page", ""))
    said["page"] = page if page != said["number"] else ""
    found = Fields(
        type=of_type,
        genre=_genre(of_type, kind, left) or one_line(plain(subtype.partition(":")[2] if of_subtype else "")),
        title=_titled(left, "title", "subtitle"),
        author=left.people("author"),
        editor=left.people("editor"),
        translator=left.people("translator"),
        issued=bibtex_dates.read(left.values),
        url=url,
        language=_language(left),
        **said,
    )
    note = left.values.get("note", "")
    return unplaced.noted(plain(note).split("\n"), found, held(found)) if ": " in note else found


def held(fields: Fields) -> frozenset[str]:
    """The fields of this work for which BibTeX has a place: of two numbers it has one, of short names a journal's."""
    in_series = bibtex_types.counts_series(fields.type, fields.collection_title)
    left = {"number" if in_series else "collection_number"}
    is_article = bibtex_types.bibtex(bibtex_types.ours(fields)) == "article"
    return HELD - left - (set() if is_article or not fields.container_title else {"container_title_short"})


def _address(left: Left) -> tuple[str, bool]:
    """The address, and whether it is that of a page alone, as the many say who have it in `howpublished`.

    Mendeley writes several with blanks between them, of which the others stay.
    """
    first, *others = plain(left.take("url"), prose=False).split() or [""]
    if others and all(_ADDRESS.match(other) for other in others):
        left.values[FURTHER] = " ".join(others)
        others = []
    url, made = " ".join((first, *others)), left.values.get("howpublished", "")
    only = latex_addresses.only(made) if made else ""
    if only and url in ("", only):
        del left.values["howpublished"]
        return only, left.values.keys().isdisjoint(_OF_WORKS) and not _OF_A_WORK.search(only)
    return url or (latex_addresses.first(made) if made else ""), False


def _genre(of_type: str, kind: str, left: Left) -> str:
    """What a thesis or report is called; one of BibLaTeX's own words for a report says no more than its type."""
    if of_type not in CALLED or left.values.get("type", "").strip("{} ").lower() in _KEYS:
        return ""
    written = left.text("type")
    return bibtex_types.degree(kind, written) if of_type == "thesis" else written


def _titled(left: Left, word: str, below: str) -> str:
    title, subtitle = left.title(word), left.title(below)
    ends = styled.without_markup(title).endswith(("?", "!", ":"))
    return f"{title}{'' if ends else ':'} {subtitle}".strip(": ") if subtitle else title


def _contained(of_type: str, left: Left, beside: tuple[str, ...]) -> dict[str, str]:
    """What the work stands in; a publisher's `journal` of a chapter stays where it is."""
    for word in ("journaltitle", "journal"):
        if word in left.values:
            return {"container_title": _titled(left, word, "journalsubtitle")}
    if "booktitle" in left.values:
        return {"container_title": _titled(left, "booktitle", "booksubtitle")}
    if "maintitle" in left.values and of_type in ("chapter", "paper-conference", "entry-encyclopedia"):
        return {"container_title": _titled(left, "maintitle", "mainsubtitle")}
    return {"container_title": left.title("fjournal", "publication", "issuetitle", *beside)}


def _numbered(of_type: str, left: Left) -> dict[str, str]:
    """The number: an issue's of an article, that in its series of what has one, else the work's own; an article's own
    number stands apart."""
    own = left.text(*_NUMBERS)
    if of_type in ARTICLES:
        return {"issue": left.text("number", "issue"), "number": own}
    if bibtex_types.counts_series(of_type, left.values.get("series", "")):
        return {"issue": left.text("issue"), "number": own, "collection_number": left.text("number")}
    return {"issue": left.text("issue"), "number": own or left.text("number")}


def _language(left: Left) -> str:
    code = languages.code(left.text("langid", "language", "hyphenation"))
    beside = left.values.get("language", "")
    if beside and (languages.code(beside) in (code, code.partition("-")[0]) or beside == languages.name(code)):
        del left.values["language"]
    return code
