"""Prose of any size with one identifier in two kilobytes, made from real documents; the same at every call."""

from __future__ import annotations

import json
import random
import re
from itertools import cycle
from pathlib import Path

from cluneal_lit.documents import read

# Named, and not whatever can be read, so that a new reader does not change the text.
SOURCES = ("meta_review_main.md", "hindawi_801626.html", "trials_16_2.html", "meta_review_old.html", "awesome_bioie.md")
FORMS = {
    "doi": ("doi:{}", "https://doi.org/{}", "DOI: {}", "http://dx.doi.org/{}", "{}"),
    "pmid": ("PMID: {}", "PubMed PMID: {}", "https://pubmed.ncbi.nlm.nih.gov/{}/", "[PubMed: {}]"),
    "pmcid": ("PMCID: {}", "{}", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/"),
    "arxiv": ("arXiv:{}", "https://arxiv.org/abs/{}"),
}
APART = 2000
_SENTENCE = re.compile(r"[A-Z](?:[^.\n]|\.(?! ))+\.(?= |\n|\Z)")
_IDENTIFIER = re.compile(
    r"\S*(?:10\.\d{4}|https?:|www\.|@)\S*|\b(?:PMC|NCT)\s?\d+|\b(?:pmc?id|pubmed|doi|arxiv|isbn)s?\b[\s:.]{0,3}\S*\d\S*",
    re.IGNORECASE,
)
_FEWEST_WORDS = 12


def prose(folder: Path, size: int) -> str:
    """So many characters of the sentences of shared documents, with a real identifier behind one in two kilobytes."""
    order = random.Random(5)
    sentences = _sentences(folder)
    order.shuffle(sentences)
    named = _named(folder)
    pieces: list[str] = []
    length = since = 0
    for place, sentence in enumerate(cycle(sentences)):
        if length >= size:
            break
        piece = f"{sentence}{' ' if place % 6 else chr(10)}"
        if since + len(piece) >= APART:
            piece = f"{piece[:-2]} ({order.choice(named)}).\n"
            since -= APART
        pieces.append(piece)
        length += len(piece)
        since += len(piece)
    return "".join(pieces)[:size]


def _sentences(folder: Path) -> list[str]:
    texts = (read(name, (folder / name).read_bytes()).text for name in SOURCES)
    found = (_IDENTIFIER.sub("", match[0]).strip() for text in texts for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if len(sentence.split()) >= _FEWEST_WORDS]


def _named(folder: Path) -> list[str]:
    """The identifiers of the documents, each in the forms that are usual for its kind."""
    truth = json.loads((folder / "truth.json").read_text())["documents"]
    return [
        form.format(value)
        for document in sorted(truth)
        for kind, forms in FORMS.items()
        for value in truth[document].get(kind, ())
        for form in forms
    ]
