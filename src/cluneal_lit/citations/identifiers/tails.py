"""What publishers hang behind a DOI in the addresses of their pages, and pages whose address implies one.

Seen in documents; none of the tails is the end of a DOI that a registrant uses.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from cluneal_lit.late import late
from cluneal_lit.model import Ids

# Expressions of what stands behind the DOI, at its end.
_TAILS = (
    r"/(?:full|fulltext)(?:[/._-]?(?:html?|text|pdf|xml|epub))?",  # Wiley, Frontiers, Springer, Karger
    r"/(?:full|abstract|information|references|related-content|pdf)/[a-z]{2}(?:_[A-Za-z]{2,4})?",  # Cochrane
    r"/(?:figures?|tables?|MediaObjects|email/correspondent)/[\w.-]{1,40}",  # Springer, BioMed Central
    r"/(?:abstract|abs|extract|summary|meta|html?|xml|epub|text|reader|doi|index\.html?)",
    r"/e?pdf(?:direct|plus)?(?:/.*)?",  # Wiley, ACS, Taylor & Francis
    r"/(?:references|citations?|citedby|cited-by|figures?|tables?|metrics|related|download|export|article-info|permissions"
    r"|standard|enhanced|preview|information|peer-review|related-content|appendices|supporting-information|supplementary(?:-material)?)",
    r"/(?:suppl_file|asset|tab|media|issuetoc)(?:[-/].*)?",  # ACS, Wiley, Science; `/tab-figures-data` of HighWire
    r"/transform(?:/.*)?",  # Crossref's own interface: `/works/DOI/transform/application/x-bibtex`
    r"/-/dc.*",  # supplements at HighWire and PNAS: `/-/DC1`, `/-/DCSupplemental/…`
    r"(?:v\d{1,2})?\.(?:full|abstract|short|long|extract|article-info|supplementary-material|figures-only|citation)"
    r"(?:[.-]text)?(?:\.pdf)?(?:\+html)?",  # HighWire: bioRxiv, BMJ
    r"(?:\.pdf(?:\+html)?|\.html?|\.xml|\.epub|_reference\.pdf)",
    r";jsessionid=.*",
)
_TAIL = late(rf"(?:{'|'.join(_TAILS)})$", re.IGNORECASE)
# Silverchair's addresses carry the number of the article, and words of its title, behind the DOI.
_NUMBERED = late(
    r"(10\.1093/[a-z]+/[a-z]+\d+|10\.1162/[a-z]+(?:_[a-z])?_\d{5}|10\.1158/\d{4}-\d{4}\.[a-z]+-\d\d-\d{4})/\d{4,9}(?:/.*)?",
    re.IGNORECASE,
)
# (literal of the address, expression from there on with what makes the DOI, the DOI)
LANDING: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "nature.com/articles/",
        # Palgrave's journals of that form, numbered up to 1319, have DOIs of 10.1057.
        late(
            r"nature\.com/articles/(?P<own>[ds]4(?!1599|12|13[01])\d{4}-\d{3}-\d{4,5}-[\da-z])(?:\.pdf)?(?![\w.-]*\w)"
        ),
        "10.1038/{}",
    ),
    (
        "/early/",
        late(
            r"(?:bio|med)rxiv(?:\.org/content)?/early/\d{4}/\d\d/\d\d/(?P<own>(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?![\d-])[\w.+-]*"
        ),
        "10.1101/{}",
    ),
    (
        "elifesciences.org/articles/",
        late(r"elifesciences\.org/articles/(?P<own>\d{5,6})(?!\w)"),
        "10.7554/elife.{}",
    ),
    ("peerj.com/articles/", late(r"peerj\.com/articles/(?P<own>\d{1,6})(?![\w-])"), "10.7717/peerj.{}"),
    ("peerj.com/articles/cs-", late(r"peerj\.com/articles/cs-(?P<own>\d{1,6})(?!\w)"), "10.7717/peerj-cs.{}"),
    # Journals that came to Hindawi before had DOIs of their old publishers.
    (
        "hindawi.com/journals/",
        late(r"hindawi\.com/journals/[a-z]+/(?P<own>20(?:1[6-9]|2\d)/\d{6,8})(?!\w)"),
        "10.1155/{}",
    ),
    ("bmj.com/content/", late(r"bmj\.com/content/\d{3}/(?P<own>bmj\.[a-z]\d{1,6})(?!\w)"), "10.1136/{}"),
)


def without_tail(value: str, in_url: bool) -> str:
    """The DOI without what an address adds to it."""
    if value[-1:].isdigit() and value.count("/") == 1 and ";" not in value:
        return value
    for _ in range(3):
        shorter = _TAIL.sub("", value).rstrip(".,;:")
        value = shorter if "/" in shorter else value
    numbered = _NUMBERED.fullmatch(value) if in_url else None
    return numbered[1] if numbered else value


def without_tails(ids: Ids) -> Ids:
    """The identifiers of a field of their own, where programs put addresses too: the DOI without what these add."""
    shorter = without_tail(ids.doi, in_url=False) if ids.doi else ""
    return replace(ids, doi=shorter) if shorter != ids.doi else ids
