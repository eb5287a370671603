"""Registers of trials and of patents: their names are no journals, their numbers no volumes or pages."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_TRIALS = frozenset(("clinicaltrials", "isrctn"))
_PATENT = frozenset(("patent", "patente", "brevet", "patentschrift"))
_BETWEEN = frozenset(("no", "nr", "number", "us", "ep", "wo", "de", "jp", "application"))
_STOPS = frozenset(".?!")
_PLACED = frozenset((*LOCATING, "journal", "booktitle"))


def without_register(found: Tokens, segments: Segments) -> Segments:
    """A register of trials is no journal, where nothing is in a volume of it: `ClinicalTrials.gov identifier: NCT…`."""
    if any(one.label in LOCATING for one in segments):
        return segments
    return [one for one in segments if one.label != "journal" or word(found.texts[one.start]) not in _TRIALS]


def without_patent_number(found: Tokens, segments: Segments) -> Segments:
    """The number of a patent (`US Patent No. 9,123,456`), and what names its office, stand in no journal or title."""
    start, end = _patent(found)
    if not end:
        return segments
    kept = [one for one in segments if one.label not in _PLACED or one.end <= start or one.start >= end]
    return [_before(found, one, start) if one.label == "title" and one.start < start < one.end else one for one in kept]


def _before(found: Tokens, title: Segment, start: int) -> Segment:
    """A title without its last sentence, if that is where the patent stands."""
    stops = [at for at in range(title.start + 1, start) if found.texts[at] in _STOPS and found.spaced[at + 1]]
    return Segment("title", title.start, stops[-1]) if stops else title


def _patent(found: Tokens) -> tuple[int, int]:
    """Where `patent` stands and where the number behind it ends; 0 and 0 for nowhere."""
    texts = found.texts
    for at in range(1, len(texts)):
        if word(texts[at]) in _PATENT:
            end = at + 1
            while end < len(texts) and (texts[end] in ".:#°º№" or word(texts[end]) in _BETWEEN):
                end += 1
            first = end
            while end < len(texts) and (texts[end].isdigit() or (texts[end] in ",./" and not found.spaced[end])):
                end += 1
            if end > first:
                return at, end
    return 0, 0
