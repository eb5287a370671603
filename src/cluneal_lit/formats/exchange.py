"""The formats in which works are exchanged: which of them a text is of, told by its content, and its reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from msgspec import Struct

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_read, claims, csl, csv_read, csv_table, endnote, enw, nbib, ris_read, wos
from cluneal_lit.late import late
from cluneal_lit.model import Finding, Record

Reading = tuple[tuple[Record, ...], tuple[Finding, ...]]


class Format(Struct, frozen=True):
    """A format: what it is called in a message, its suffixes, and its reader of a text and the file's name."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Reading]


FORMATS = {
    "bibtex": Format("BibTeX", (".bib", ".bibtex"), bibtex_read.read),
    "ris": Format("RIS", (".ris",), ris_read.read),
    "nbib": Format("NBIB (MEDLINE)", (".nbib", ".medline"), nbib.read),
    "csl": Format("CSL-JSON", (".json", ".jsonl"), csl.read),
    "endnote": Format("EndNote XML", (".xml",), endnote.read),
    "enw": Format("EndNote's tagged export", (".enw", ".refer"), enw.read),
    "wos": Format("Web of Science's tagged export", (".ciw", ".isi"), wos.read),
    "csv": Format("CSV", (".csv", ".tsv", ".tab"), csv_read.read),
}
PUBMED = "pubmed"
_SUFFIXES = {suffix: kind for kind, form in FORMATS.items() for suffix in form.suffixes}
_PUBMED = re.compile(r"<(?:PubmedArticleSet|PubmedBookArticle|PubmedArticle|MedlineCitation)\b")
_MARKUP = re.compile(r"<[?!A-Za-z]")
_COMMENT = late(r"^[ \t\ufeff]*%.*$", re.MULTILINE)  # in BibTeX
_JSON = re.compile(r"\[\s*[{\]]|\{\s*[\"}]")
_ENDNOTE = re.compile(r"<(?:records?|xml)\b")
# How a line says which format it is of; that counts which comes first.
_LINES = (
    ("ris", re.compile(r"^[ \ufeff]{0,3}TY[ \t]{1,3}-[ \t]*\w", re.MULTILINE)),
    (
        "wos",
        re.compile(
            r"^\ufeff?(?:FN (?:Clarivate|Thomson|ISI)|PT (?:[A-Z]|Journal|Book|Chapter|Unknown)(?=\n))", re.MULTILINE
        ),
    ),
    ("enw", re.compile(r"^\ufeff?%(?:0 [A-Z]|[ATJD] \S)", re.MULTILINE)),
    ("nbib", re.compile(r"^\ufeff?(?:(?:PMID|OWN|STAT|UI|VN)[ \t]{0,2}- ?\S|PMID- ?$)", re.MULTILINE)),
    ("bibtex", re.compile(r"^[ \t\ufeff]*@[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)),
)
_BEGINNING = 200_000  # characters in which a file says what it is


def read(text: str, file: str, form: str = "") -> Reading:
    """The records of a bibliography, and findings for what in it is wrong; `form` is its `kind`, where that is known.

    `file` names the records, `FILE#KEY`. Raises StoreError for a text that is none, and for PubMed's XML, which is read
    from its bytes.
    """
    name = form or kind(text, file)
    if name == PUBMED:
        raise StoreError(f"{file}: is PubMed's XML, which is read from its bytes")
    found = FORMATS[name].read(text, file) if name else ((), ())
    if name and not found[0] and not _is_told(text) and _COMMENT.sub("", text).strip("\ufeff \t\r\n"):
        raise StoreError(f"{file}: {_UNKNOWN}")
    if name == "csl" and found[1] and not found[0]:
        raise StoreError(f"{file}: {found[1][0].values['reason']}; {_UNKNOWN}")
    return tuple(claims.with_status(record, name) for record in found[0]), found[1]


def kind(text: str, file: str) -> str:
    """The format of a text, one of FORMATS, or `pubmed` for its XML; empty for a text without anything.

    The name of the file counts only where the text does not say. Raises StoreError where neither does.
    """
    head = text[:_BEGINNING].lstrip("\ufeff \t\r\n")
    if not head:
        return ""
    by_name = _SUFFIXES.get(PurePath(file).suffix.lower(), "")
    if _MARKUP.match(head):
        found, by_name = _of_xml(head), ""
    elif by_name == "csl" or _JSON.match(head):
        found = "csl"
    else:
        found = _of_lines(head)
    if not (found or by_name) or (by_name == "csv" and not found):
        raise StoreError(f"{file}: {_UNKNOWN}")
    return found or by_name


def _is_told(text: str) -> bool:
    """Whether the text itself says in which format it is, so that it may well be one without anything."""
    head = text[:_BEGINNING].lstrip("\ufeff \t\r\n")
    return bool(_JSON.match(head) or _MARKUP.match(head) or _of_lines(head))


def _of_xml(head: str) -> str:
    if _PUBMED.search(head):
        return PUBMED
    return "endnote" if _ENDNOTE.search(head) else ""


def _of_lines(head: str) -> str:
    """The format that the first telling line names: a line of tags, or the heads of a table, whose cells have lines."""
    found = [(match.start(), name) for name, line in _LINES if (match := line.search(head))]
    at, name = min(found, default=(len(head), ""))
    table = csv_table.table(head)
    return "csv" if table and head.count("\n", 0, at) >= table.at else name


def names() -> str:
    """The formats that are read, as a sentence says them."""
    return f"{', '.join(form.name for form in FORMATS.values())} and PubMed's XML"


_UNKNOWN = f"is no bibliography that is read; export it as one of {names()}"
