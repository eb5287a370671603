"""A project whose services fail one at a time, in every way: the verdict on each of its citations. All is invented."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cluneal_lit.config import Config, Project
from cluneal_lit.http import Http
from cluneal_lit.http.call import Patience
from cluneal_lit.pipeline import check, scope, stored
from cluneal_lit.pipeline.refresh import refresh
from cluneal_lit.pipeline.scan import project_documents
from cluneal_lit.sources.questions import Due
from tests.cli.project import FINE, OTHER, RETRACTED, make
from tests.services import ADDRESSES, Work, loopback

DATASET = Work(
    "An invented dataset of invented nerves", doi="10.5555/invented.21", authors=("Quimby, Ada",), agency="DataCite"
)
PREPRINT = Work(
    "An invented preprint on invented nerves", doi="10.48550/arxiv.2101.00001", authors=("Xu, Eve",), agency="DataCite"
)
FAR = Work("An invented work that mEDRA registered", doi="10.5555/invented.31", agency="mEDRA")
WORKS = (FINE, RETRACTED, OTHER, DATASET, PREPRINT, FAR)
ASTRAY = "Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109. PMID: 90000003."
UNHEARD = "Nemo N. Effects of a block that nobody has ever described. J Invent Med. 2019;14(3):301-309."
DOCUMENT = f"""# Notes (every work in this file is invented)

One (PMID: 90000001), two (doi: 10.5555/invented.2), three (PMCID: PMC9900001), four (doi: 10.5555/invented.21), five
(arXiv:2101.00001), six (doi: 10.5555/invented.31), dead (PMID: 90000099) and dead (doi: 10.5555/invented.99).

References

1. Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109. PMID: 90000001. \
doi: 10.5555/invented.1.
2. Zabel C. An invented result that did not hold. J Invent Med. 2018;11(1):5-9.
3. Yarrow D. Something else entirely about invented knees. Invented Knee Letters. 2001;1:1-2. doi: 10.5555/invented.3.
4. {ASTRAY}
5. {UNHEARD}
"""
SERVICES = ("pubmed", "crossref", "agency", "datacite", "idconv", "deleted")
FAULTS = ("refuse", "drip", "status", "truncated", "cut", "html", "empty")
# What says that something is wrong with a citation, and of which it is true: no run tells that, since on a busy machine
# a run may lose answers too.
CONDEMNING = frozenset({"mismatch", "absent", "unresolved", "conflict"})
WRONG = {
    "PMID: 90000099": "absent",
    "doi: 10.5555/invented.99": "absent",
    ASTRAY: "mismatch",
    UNHEARD: "unresolved",
}
_HASTE = Patience(connect=2.0, read=0.5, whole=1.0)


def verdicts(service: str = "", fault: str = "", latency: float = 0.0) -> dict[str, str]:
    """The verdict on each citation, by its text, of a new project that is checked while a service fails, or none."""
    with TemporaryDirectory() as folder, loopback(*WORKS, latency=latency) as services:
        there = services.services
        if service:
            services.fault(service, fault, status=500)
        root = make(Path(folder), there, DOCUMENT)
        project = Project(root, Config(**{name: getattr(there, name) for name in ADDRESSES}))
        scanned, store = project_documents(project), stored.read(project)
        due = Due(date(2026, 11, 20))
        about = scope.everything(project, scanned, store, check.resolved(scanned, store), due)
        patience = _HASTE if service else Patience()
        refresh(project, about, lambda: Http(there, patience=patience), due, lambda *_: None)
        found = check.checked(project, scanned, stored.read(project))
        judged = (one for one in found.resolutions if one.citation.form != "marker")
        pairs = zip(judged, found.collection.verdicts, strict=True)
        return {one.citation.raw: verdict.name for one, verdict in pairs}


def outages() -> tuple[dict[str, str], dict[tuple[str, str], dict[str, str]]]:
    """The verdicts while all is well, and those under each fault of each service, which are tried side by side."""
    tried = [(service, fault) for service in SERVICES for fault in FAULTS]
    with ThreadPoolExecutor(8) as pool:
        return verdicts(), dict(zip(tried, pool.map(lambda pair: verdicts(*pair), tried), strict=True))


def condemned(found: Mapping[str, str]) -> dict[str, str]:
    """What is called wrong, and is not, or not so."""
    return {text: name for text, name in found.items() if name in CONDEMNING and name != WRONG.get(text)}
