"""Loopback services that know what the probes ask about. The works are invented, but for the identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cluneal_lit.sources.probes import crossref, dois, pubmed
from tests.services import Loopback, Notice, Work, loopback


def _value(name: str) -> str:
    return name.partition(":")[2]


NOTICES = (Notice("Retraction", pmid="90000010", doi="10.5555/invented.notice", date=(2010, 2, 6)),)
WORKS = (
    Work("An invented paper", pmid=pubmed.KNOWN.pmid, pmcid=pubmed.KNOWN.pmcid, doi=pubmed.KNOWN.doi),
    Work(
        "Hyperplasia, colitis and pervasive developmental disorder in children",  # of the words that are searched
        pmid=pubmed.RETRACTED,
        doi=_value(crossref.RETRACTED),
        authors=("Wakefield, A J",),
        journal="Lancet",
        year=1998,
        volume="351",
        pages="637-41",
        notices=NOTICES,
    ),
    Work("An invented paper that had two numbers", pmid=pubmed.INTO),
    Work("An invented paper that had two DOIs", doi=_value(crossref.PRIME)),
    Work("An invented paper with a comma", doi=_value(crossref.COMMA)),
    Work(
        "An invented paper that is matched by its citation",
        pmid="2014248",
        authors=("Mann, B J",),
        journal_short="Proc Natl Acad Sci U S A",
        journal="Proceedings of the National Academy of Sciences of the United States of America",
        year=1991,
        volume="88",
        pages="3248-52",
    ),
    Work(
        "Another one",
        pmid="3026048",
        authors=("Palmenberg, A C",),
        journal="Science",
        year=1987,
        volume="235",
        pages="182-7",
    ),
    Work("Invented data", doi=_value(dois.DATASET), agency="DataCite", types=("Dataset",)),
    Work("An invented preprint", doi=_value(dois.PREPRINT), agency="DataCite", types=("Preprint",)),
)


@contextmanager
def knowing(email: str = "", ncbi_api_key: str = "", limited: bool = False) -> Iterator[Loopback]:
    """Services of which every statement holds that they speak of."""
    with loopback(
        *WORKS,
        merged={pubmed.MERGED: pubmed.INTO},
        aliases={_value(crossref.ALIAS): _value(crossref.PRIME)},
        email=email,
        ncbi_api_key=ncbi_api_key,
        limited=limited,
    ) as service:
        yield service
