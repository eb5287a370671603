"""The normal form of each kind of identifier; finding them in a text is `citations.scan`'s work.

Every function takes one identifier as written, with or without its label or address, and gives the normal form, or an
empty string for what is not one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from cluneal_lit.late import late
from cluneal_lit.model import Ids

_PMID = re.compile(r"(?:pmid:?\s*)?0*([1-9]\d{0,7})", re.IGNORECASE)
_PMCID = re.compile(r"(?:pmcid:?\s*)?(?:PMC\s{0,3}0*([1-9]\d{0,8})(?:\.\d{1,2})?|0*([1-9]\d{0,8}))", re.IGNORECASE)
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?)?\s*(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)
# The addresses of bioRxiv and medRxiv have a version, and a page of it, behind the DOI, which has neither and does not
# resolve with them. The second prefix is openRxiv's.
_RXIV = re.compile(
    r"(10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{5,9})(?:v\d{1,3}(?:[./?#]\S*)?|\.(?:full|abstract)\b\S*)"
)
# Numbers begin with year and month; the subject class of an old one is no part of it
# (https://info.arxiv.org/help/arxiv_identifier.html).
_MONTH = r"(?:0[1-9]|1[0-2])"
_NUMBER = rf"(?:0[7-9]|1[0-4]){_MONTH}\.\d{{4}}|(?:1[5-9]|[2-9]\d){_MONTH}\.\d{{5}}"  # five digits since 2015
_ARXIV = late(
    rf"(?:arxiv:?\s*)?(?:({_NUMBER})|([a-z-]+)(?:\.[A-Z]{{2}})?(/\d\d{_MONTH}\d{{3}}))(?:v\d+)?", re.IGNORECASE
)
_ISSN = re.compile(r"(\d{4})-?(\d{3}[\dXx])$")
_ORCID = re.compile(r"(?:^|[/\s])(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])/?$")
_ARXIV_DOI = "10.48550/arxiv."
_VERSIONED = ("10.1101/", "10.64898/", _ARXIV_DOI)
_ARXIV_VERSION = re.compile(r"(?<!.)(10\.48550/arxiv\.(?:\d{4}\.\d{4,5}|[a-z.-]+/\d{7}))v\d+$")
_SHORT = late(r"(?:https?://)?(?:(?:dx\.|www\.|short)?doi\.org/)?(?:10/)?([a-z\d]{3,8})", re.IGNORECASE)
_NCT = re.compile(r"NCT\s?(?!0{8})(\d{8})", re.IGNORECASE)


def pmid(text: str) -> str:
    """`29656623`: one to eight digits without leading zeros (services: NLM, PMID)."""
    match = _PMID.fullmatch(text.strip())
    return match[1] if match else ""


def pmcid(text: str) -> str:
    """`PMC5944640`, without a version; digits with one and without PMC are the beginning of a DOI."""
    match = _PMCID.fullmatch(text.strip())
    return f"PMC{match[1] or match[2]}" if match else ""


def doi(text: str) -> str:
    """The DOI in lower case, without resolver, label or percent-encoding, be it encoded once or twice.

    That of a preprint has no version: arXiv registers a DOI for a paper, not for its versions
    (https://info.arxiv.org/help/doi.html), and those of bioRxiv and medRxiv do not resolve with one.
    """
    written = text.strip()
    while "%" in written and unquote(written) != written:
        written = unquote(written)
    match = _DOI.fullmatch(written)
    found = match[1].lower() if match else ""
    if not found.startswith(_VERSIONED):
        return found
    preprint = _RXIV.fullmatch(found)
    return preprint[1] if preprint else _ARXIV_VERSION.sub(r"\1", found)


def arxiv(text: str) -> str:
    """`2004.10706` or `math/0309136`, without a version."""
    match = _ARXIV.fullmatch(text.strip())
    return "".join(part or "" for part in match.groups()).lower() if match else ""


def twin(name: str) -> str:
    """The other name of a paper at arXiv: the DOI of `arxiv:2004.10706`, the arXiv id of its DOI; empty for others."""
    kind, _, value = name.partition(":") if "arxiv" in name else ("", "", "")
    if kind == "arxiv":
        return f"doi:{_ARXIV_DOI}{value}"
    found = arxiv(value.removeprefix(_ARXIV_DOI)) if kind == "doi" and value.startswith(_ARXIV_DOI) else ""
    return f"arxiv:{found}" if found else ""


def isbn(text: str) -> str:
    """Thirteen digits; an ISBN of ten is made into one, and a wrong check digit makes it none (ISO 2108)."""
    digits = re.sub(r"(?i)^isbn(?:-?1[03])?:?|[\s-]", "", text.strip()).upper()
    if re.fullmatch(r"(?!0{10})\d{9}[\dX]", digits):
        total = sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
        if total % 11:
            return ""
        digits = "978" + digits[:9]
        return digits + _check_digit(digits)
    if re.fullmatch(r"97[89]\d{10}", digits) and _check_digit(digits[:12]) == digits[12]:
        return digits
    return ""


def nct(text: str) -> str:
    """`NCT01234567`, the number of a trial at ClinicalTrials.gov."""
    match = _NCT.fullmatch(text.strip())
    return f"NCT{match[1]}" if match else ""


def issn(text: str) -> str:
    """`1234-567X`, out of the bare digits or an address; empty for what is none."""
    match = _ISSN.search(text.strip())
    return f"{match[1]}-{match[2].upper()}" if match else ""


def orcid(text: str) -> str:
    """`0000-0002-1825-0097`, the number of a person at orcid.org, out of the address or the bare digits."""
    match = _ORCID.search(text.strip())
    return "-".join(match.groups()).upper() if match else ""


def shortdoi(text: str) -> str:
    """`10/gdzs5p`, which stands for a DOI that only its resolver knows (https://shortdoi.org)."""
    match = _SHORT.fullmatch(text.strip())
    return f"10/{match[1].lower()}" if match else ""


NORMAL: dict[str, Callable[[str], str]] = {
    "pmid": pmid,
    "doi": doi,
    "pmcid": pmcid,
    "arxiv": arxiv,
    "nct": nct,
    "isbn": isbn,
    "shortdoi": shortdoi,
}
_IN_WORDS = ("pmid", "doi", "arxiv", "nct", "isbn")  # what a text may be without saying its kind


def key(text: str) -> str:
    """The identifier of `pmid:29656623`, `doi:10.…`, `PMC5944640`, a bare DOI …, as `kind:value`; empty for none.
    Digits alone are a PMID only where the caller asked for an identifier: this is not for running text.
    """
    kind, _, value = text.strip().partition(":")
    if kind.lower() in NORMAL:
        normal = NORMAL[kind.lower()](value)
        return f"{kind.lower()}:{normal}" if normal else ""
    if re.match(r"(?i)pmc", text.strip()):
        return f"pmcid:{value}" if (value := pmcid(text)) else ""
    return next((f"{kind}:{value}" for kind in _IN_WORDS if (value := NORMAL[kind](text))), "")


def fault(text: str) -> tuple[str, str]:
    """The kind of identifier that a text pretends to be, with its article, and why it is none; for a person to read."""
    found = _LABELS.search(text)
    kind = (found.lastgroup or "") if found else ""
    digits = sum(char.isdigit() for char in text)
    zeros = "zeros only keep a place for one" if digits and not re.search(r"[1-9]", text) else ""
    if kind == "pmid" or (not kind and text.isdigit()):
        return "a PMID", f"a PMID has one to eight digits, this has {digits}" if digits > 8 else "a PMID is a number"
    if kind == "pmcid":
        return "a PMCID", "behind PMC stand one to nine digits"
    if kind == "nct":
        return "a trial number", zeros or f"behind NCT stand eight digits, here {digits}"
    if kind == "isbn":
        right = digits + text.upper().count("X", 5) in (10, 13)
        return "an ISBN", zeros or "its check digit is wrong" if right else "an ISBN has 10 or 13 digits"
    if kind == "arxiv":
        return "an arXiv id", "it has the form 1806.05726 or hep-th/9901001"
    form = "a DOI begins with 10., four to nine digits, a slash and at least one more character"
    return "a DOI", "its end is cut off" if doi(text) else form


_LABELS = re.compile(
    r"(?P<isbn>isbn)|(?P<arxiv>arxiv)|(?P<nct>\bnct)|(?P<pmcid>pmc)|(?P<doi>doi)|(?P<pmid>pmid|pub\s?med|list_uids)",
    re.I,
)


def ids(keys: tuple[str, ...] | list[str]) -> Ids:
    """The identifiers of `kind:value` each; of several of one kind the first counts, but for ISBNs."""
    found: dict[str, Any] = {}
    for kind, _, value in (name.partition(":") for name in keys):
        if kind == "isbn":
            found[kind] = (*found.get(kind, ()), value)
        elif kind in NORMAL and not found.get(kind):
            found[kind] = value
    return Ids(**found)


def url(name: str) -> str:
    """The address at which a person reads about `kind:value`; empty where the kind has none."""
    kind, _, value = name.partition(":")
    return {
        "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{value}/",
        "pmcid": f"https://pmc.ncbi.nlm.nih.gov/articles/{value}/",
        "doi": f"https://doi.org/{value}",
        "shortdoi": f"https://doi.org/{value}",
        "arxiv": f"https://arxiv.org/abs/{value}",
        "nct": f"https://clinicaltrials.gov/study/{value}",
    }.get(kind, "")


def _check_digit(digits: str) -> str:
    return str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)
