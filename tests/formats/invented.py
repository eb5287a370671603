"""Invented works for the tests of formats and outputs: none of them exists."""

from __future__ import annotations

from cluneal_lit.model import Asked, Date, Dates, Entry, Fields, Ids, Name, Note, Pages, Status

NASTY = (
    "100% of A&B's $5 #1 trials_x {of} ~50 ^2 C:\\new",
    'he said "no", and «yes»',
    "an abstract that holds @article{smith2020, title = {Nothing}} and @string(x)",
    "line one\nline two\r\n\r\n\tline three",
    "α-synuclein, β₂-receptors and ΔF508",
    "腰痛と中殿皮神経 😀 naïve café",
    "unbalanced }} and {{ and \\{ and \\",
    "word " * 1000,
    "*_[]<>|`~# <script>alert(1)</script> [x](javascript:y) ![i](j)",
)
CLEAN = Status("none")
RETRACTED = Status(
    "retracted",
    date=Date(((2020, 5, 4),)),
    notice=Ids(pmid="99999902", doi="10.5555/invented.retraction"),
    text="J Invent. 2020 May 4;7(5):99",
    sources=("pubmed", "crossref"),
)


def article(key: str = "muster2019", **changed: object) -> Entry:
    """An invented journal article."""
    said: dict[str, object] = {
        "key": key,
        "ids": Ids(pmid="99999901", pmcid="PMC9999901", doi="10.5555/invented.1"),
        "fields": Fields(
            type="article-journal",
            title="Invented nerves in a sample of MRI volunteers from Japan: A report",
            author=(Name(family="Muster", given="Anna Maria"), Name(family="Example", given="J", suffix="Jr")),
            container_title="Journal of Invented Findings",
            container_title_short="J Invent Find",
            issued=Date(((2019, 3),)),
            volume="7",
            issue="2",
            page="25-32",
            language="en",
        ),
        "status": CLEAN,
        "verdict": "verified",
        "dates": Dates(print=Date(((2019, 3),)), electronic=Date(((2019, 1, 28),))),
        "pages": Pages("25-32", "25", "32"),
        "issn": ("0000-0000",),
        "keywords": ("nerves", "volunteers"),
        "sources": (Asked("pubmed", "pmid:99999901", "2026-11-20"), Asked("library", "own.json#muster2019")),
        "note": Note(key, ("pmid:99999901",), "What it says.", tags=("middle",), significance="important"),
    }
    return Entry(**(said | changed))  # type: ignore[arg-type]
