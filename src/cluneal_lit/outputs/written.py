"""A citation for which no work is meant, as its document says it, in pieces of which some lead to its identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from cluneal_lit.folding import one_line
from cluneal_lit.formats import prose
from cluneal_lit.model import Citation
from cluneal_lit.outputs import styles
from cluneal_lit.outputs.references import Reference
from cluneal_lit.outputs.styles import Piece

_LABELS = {"pmid": "PMID: ", "doi": "doi: ", "pmcid": "PMCID: ", "arxiv": "arXiv:", "nct": "ClinicalTrials.gov: "}
_LAST = 80  # characters in which the words of the last links are sought, so that no long text takes long
# What people write before an identifier, and as the words of a link to it.
_NAMES = {"pmid": "pmid|pubmed", "doi": "doi", "pmcid": "pmcid|pmc", "arxiv": "arxiv", "nct": r"clinicaltrials\.gov"}
_MARKDOWN = frozenset({".md", ".markdown"})


def pieces(reference: Reference) -> tuple[Piece, ...]:
    """The words of the citation, its own identifiers as links where they stand, and behind it those that do not.

    Identifiers that are wrong are none: they would lead to what is not meant, or nowhere.
    """
    cited, wrong = reference.written, reference.verdict in ("mismatch", "absent")
    ids = [(kind, value) for kind, _, value in (name.partition(":") for name in cited.ids.keys())]
    links = [(kind, value, url) for kind, value in ids if (url := styles.address(kind, value))]
    if links and len(links) == len(ids) and cited.form != "reference" and not wrong:
        return tuple(piece for link in links for piece in (_labelled(*link), Piece(". ")))[:-1]
    text = _words(cited)
    spans = {link: span for link in links if (span := _span(text, *link[:2]))}
    behind = [link for link in links if link not in spans]
    text = _without_labels(text, [kind for kind, _, _ in behind])
    stretches = sorted((*span, url) for (_, _, url), span in spans.items())
    found = [*_in_place(text, stretches), *(piece for link in behind for piece in (Piece(" "), _labelled(*link)))]
    return tuple(Piece(piece.text) if wrong else piece for piece in found if piece.text)


def _words(cited: Citation) -> str:
    """The citation without the marks of its document."""
    if PurePath(cited.document).suffix.lower() not in _MARKDOWN:
        return cited.raw
    known = [name.partition(":")[2].lower() for name in cited.ids.keys()]
    return one_line(prose.line(cited.raw, known)) or cited.raw


def _span(text: str, kind: str, value: str) -> tuple[int, int] | None:
    """Where an identifier stands in a text, with its label or the address that it ends; None if nowhere.

    A PMID is only a number: it does not count without one of the two.
    """
    before = rf"(?:\b(?:{_NAMES.get(kind, '(?!)')})[\s:#]*|\bhttps?://[^\s<>]{{0,200}}/){'' if kind == 'pmid' else '?'}"
    after = r"(?:v\d+)?" if kind == "arxiv" else ""
    match = re.search(rf"{before}(?<!\w){re.escape(value)}{after}(?!\w|[-./_;()<>:]+\w)", text, re.IGNORECASE)
    return match.span() if match else None


def _without_labels(text: str, kinds: Sequence[str]) -> str:
    """The text without the words of its last links, which are said again with the identifiers that they hid."""
    if not (names := "|".join(_NAMES[kind] for kind in kinds if kind in _NAMES)):
        return text
    last = re.compile(rf"(?:\s*(?<!\w)[\[(]?(?:{names})\b[\])]?:?)+\s*$", re.IGNORECASE)
    match = last.search(text, max(0, len(text) - _LAST))
    return text[: match.start()] if match else text


def _in_place(text: str, stretches: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    at = 0
    for start, end, url in stretches:
        if start >= at:
            yield Piece(text[at:start])
            yield Piece(text[start:end], url)
            at = end
    yield Piece(text[at:])


def _labelled(kind: str, value: str, url: str) -> Piece:
    return Piece(f"{_LABELS.get(kind, '')}{value}", url)
