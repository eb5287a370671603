"""Readers of PubMed's XML: `python pubmed_xml.py NAME FILE` prints CPU seconds, peak megabytes and articles as JSON.

It is run in the environment of each reader, so it imports nothing but that reader.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


def ours() -> Callable[[str], int]:
    """Every field, one record at a time."""
    from cluneal_lit.sources import pubmed

    def read(file: str) -> int:
        with Path(file).open("rb") as opened:
            return _count(pubmed.records(iter(lambda: opened.read(1 << 16), b""), []))

    return read


def entrez() -> Callable[[str], int]:
    """Bio.Entrez.read: the whole file as nested dictionaries."""
    from Bio import Entrez

    def read(file: str) -> int:
        with Path(file).open("rb") as opened:
            return len(Entrez.read(opened)["PubmedArticle"])

    return read


def pubmed_parser() -> Callable[[str], int]:
    """parse_medline_xml as it is called by default; it opens compressed files only, which is put right here."""
    from pubmed_parser import medline_parser

    medline_parser.gzip = type("plain", (), {"open": staticmethod(open)})
    return lambda file: _count(medline_parser.parse_medline_xml(file))


def metapub() -> Callable[[str], int]:
    """PubMedArticle; it reads one article at a time, so lxml, which it stands on, parts the set for it."""
    from lxml import etree
    from metapub import PubMedArticle

    def articles(file: str) -> Iterator[object]:
        for _, element in etree.iterparse(file, tag="PubmedArticle"):
            yield PubMedArticle(
                b"<PubmedArticleSet>" + etree.tostring(element, with_tail=False) + b"</PubmedArticleSet>"
            )
            element.clear()

    return lambda file: _count(articles(file))


READERS = {"ours": ours, "Bio.Entrez.read": entrez, "pubmed_parser": pubmed_parser, "metapub": metapub}


def _count(records: Iterable[object]) -> int:
    return sum(1 for _ in records)


if __name__ == "__main__":
    read = READERS[sys.argv[1]]()
    start = time.process_time()
    count = read(sys.argv[2])
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak, "articles": count}))
