"""The identifiers of a BibTeX entry, in whatever field programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.formats.bibtex_fields import Left
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.formats.noted import of_its_own
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Ids

# Field -> kind. Mendeley writes `arxivId`, JabRef `pmid`, Zotero `pmcid`, EndNote `accession-num` for anything.
_WORDS = {
    "pmid": "pmid",
    "pubmed": "pmid",
    "pubmedid": "pmid",
    "pubmed_id": "pmid",
    "pubmed-id": "pmid",
    "pmcid": "pmcid",
    "pmc": "pmcid",
    "doi": "doi",
    "arxivid": "arxiv",
    "arxiv": "arxiv",
    "nct": "nct",
}
_NAMES = {
    "pmid": ("a PMID", "a PMID is one to eight digits"),
    "pmcid": ("a PMCID", "a PMCID is PMC and digits"),
    "doi": ("a DOI", "a DOI begins with 10., digits and a slash"),
    "arxiv": ("an arXiv id", "it has the form 1806.05726 or hep-th/9901001"),
    "nct": ("a trial number", "it is NCT and eight digits"),
    "isbn": ("an ISBN", "its length or its check digit is wrong"),
}
_ADDRESSES = (
    ("doi", re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}/\S+)", re.I)),
    ("pmid", re.compile(r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})\b")),
    ("pmcid", re.compile(r"https?://\S*ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/(PMC\d{1,9})\b", re.I)),
    ("arxiv", re.compile(r"https?://arxiv\.org/(?:abs|pdf)/([\w.-]+(?:/\d{7})?)", re.I)),
)
_LABELLED = (
    ("pmid", re.compile(r"\bPMID:?\s*(\d{1,8})\b", re.I)),
    ("pmcid", re.compile(r"\bPMCID:?\s*(PMC\s?\d{1,9})\b", re.I)),
    ("shortdoi", re.compile(r"\bshortDOI:\s*(10/\w{1,20})\b", re.I)),
)
_ARXIV = late(r"\barxiv(?:\s+(?:preprint|e-?prints?))?[\s:]*(?:arxiv[\s:]*)?(\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.I)
_DOI = re.compile(r"\\doi\*?\s*\{\s*(?:https?://(?:dx\.)?doi\.org/)?([^{}\s]{1,300})\s*\}")
_NOTES = ("note", "annote", "annotation", "extra", "addendum")


class Fault(Struct, frozen=True):
    """What pretends to be an identifier: its field, as written, which `kind` it should be, and why it is none."""

    field: str
    raw: str
    kind: str
    reason: str


def ids(left: Left, fields: Fields) -> tuple[Ids, tuple[Fault, ...]]:
    """The identifiers of an entry, and what pretends to be one.

    What is understood is taken out of `left`; notes and addresses, which say more, stay.
    """
    found: list[str] = []
    faults: list[Fault] = []
    for word, kind in _WORDS.items():
        if word in left.values and (written := _plain(left.values[word])):
            normal = identifiers.NORMAL[kind](written if kind == "doi" else written.replace("~", " "))
            if normal:
                del left.values[word]
                found.append(f"{kind}:{normal}")
            else:
                faults.append(Fault(word, written, *_NAMES[kind]))
    found += _eprint(left)
    for written in _isbns(left):
        if normal := identifiers.isbn(written):
            found.append(f"isbn:{normal}")
        else:
            left.values["isbn"] = written
            faults.append(Fault("isbn", written, *_NAMES["isbn"]))
    return identifiers.ids(list(dict.fromkeys((*found, *_elsewhere(left, fields))))), tuple(faults)


def issns(left: Left) -> tuple[str, ...]:
    """The ISSNs of an entry."""
    found = re.findall(r"\b\d{4}-?\d{3}[\dXx]\b", _plain(left.values.get("issn", "")))
    if found:
        del left.values["issn"]
    return tuple(dict.fromkeys(identifiers.issn(written) for written in found))


def _plain(written: str) -> str:
    return plain(written, prose=False).strip()


def _eprint(left: Left) -> Iterator[str]:
    """The number at arXiv or PubMed that `eprint` is; of an archive that is not named, where it looks like arXiv's."""
    if "eprint" not in left.values:
        return
    written = _plain(left.values["eprint"])
    archive = _plain(left.values.get("eprinttype", "") or left.values.get("archiveprefix", "")).lower()
    kind = {"pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "arxiv": "arxiv", "": "arxiv"}.get(archive)
    named = written.removeprefix("https://arxiv.org/abs/").removeprefix("http://arxiv.org/abs/")
    if kind and written and (normal := identifiers.NORMAL[kind](named)):
        for word in ("eprint", "eprinttype", "archiveprefix"):
            left.values.pop(word, None)
        yield f"{kind}:{normal}"


def _isbns(left: Left) -> list[str]:
    if "isbn" not in left.values:
        return []
    written = re.sub(r"\([^)]*\)", " ", _plain(left.take("isbn")))
    if not written or identifiers.isbn(written):
        return [written] if written else []
    return [part for part in re.split(r"[,;\s]+", written) if part]


def _elsewhere(left: Left, fields: Fields) -> Iterator[str]:
    """What an address says, the label in a note, or the journal of a preprint."""
    told = (_plain(left.values[word]) for word in ("howpublished", "ee", "link") if word in left.values)
    addresses = " ".join((fields.url, *told))
    for kind, pattern in _ADDRESSES if "/" in addresses else ():
        if (match := pattern.search(addresses)) and (normal := identifiers.NORMAL[kind](match[1].rstrip(".,"))):
            yield f"{kind}:{normal}"
    made = left.values.get("howpublished", "")
    dois = (_DOI.search(made), *(_DOI.fullmatch(left.values.get(word, "").strip(" .")) for word in _NOTES))
    yield from (f"doi:{normal}" for match in dois if match and (normal := identifiers.doi(_plain(match[1]))))
    notes = "\n".join(of_its_own(left.values[word]) for word in _NOTES if word in left.values).replace("~", " ")
    for kind, pattern in _LABELLED if notes else ():
        if (match := pattern.search(notes)) and (normal := identifiers.NORMAL[kind](match[1])):
            yield f"{kind}:{normal}"
    note = left.values.get("note", "")
    for text in (fields.container_title, of_its_own(note) if note else "", made):
        if match := _ARXIV.search(text) if "arxiv" in text.lower() else None:
            yield f"arxiv:{match[1].lower()}"
            break
