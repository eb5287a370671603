"""Registers of trials: their names, and the numbers that they give."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, begun
from cluneal_lit.citations.strings.tokens import Tokens

_TRIALS = frozenset(("clinicaltrials", "isrctn", "eudract", "prospero"))
_REGISTERS = frozenset(("register", "registry"))
_GIVING = frozenset("isrctn drks actrn chictr umin irct pactr ntr kct tctr ctri jprn crd".split())
_LONGEST = 8  # tokens of a register's name
_BEHIND = frozenset(("number", "no", "nr", "identifier", "id"))


@rule(words=_TRIALS | _REGISTERS)
def register_first(found: Tokens, segments: Segments) -> Segments:
    """The register that stands first, before a title, is the author: `ISRCTN registry. ISRCTN12345678: Knees.`"""
    end = _end_of_register(found)
    if not end or any(one.label in ("author", "editor") and one.start >= end for one in segments):
        return segments
    start = _behind_number(found, end + 1)
    kept = [begun(one, start) for one in segments if one.end > start and one.label != "author"]
    return [Segment("author", 0, end), *kept] if any(one.label == "title" for one in kept) else segments


@rule(words=_GIVING)
def number_first(found: Tokens, segments: Segments) -> Segments:
    """The number of a trial that stands first, before a sentence, is no author: `UMIN000012345. Knees of rowers.`"""
    start, end = _number(found)
    if start or not end or found.texts[end : end + 1] not in (["."], [":"]):
        return segments
    return [begun(one, end + 1) for one in segments if one.end > end + 1]


@rule(lacks=LOCATING, words=_TRIALS)
def without_register(found: Tokens, segments: Segments) -> Segments:
    """A register of trials (`ClinicalTrials.gov identifier: NCT…`) is no journal and no sentence of a title, where
    nothing is in a volume of it."""
    kept = [one for one in segments if one.label != "journal" or word(found.texts[one.start]) not in _TRIALS]
    return [_before_register(found, one) if one.label == "title" else one for one in kept]


@rule(lacks=("volume", "issue"), words=_GIVING | {"eudract"})
def number_of_a_trial(found: Tokens, segments: Segments) -> Segments:
    """The number that a register gave (`ISRCTN12345678`, `EudraCT number 2014-001234-56`) is that of what is in no
    journal, and neither date nor author."""
    start, end = _number(found)
    if not end or (start and any(one.label == "journal" for one in segments)):
        return segments
    apart = [one for one in segments if one.end <= start or one.start >= end or one.label == "title"]
    titled = any(one.label == "title" and one.start < end and one.end > start for one in apart)
    return apart if titled else [*apart, Segment("number", start, end)]


@rule(words=("<nct>",))
def name_behind_identifier(found: Tokens, segments: Segments) -> Segments:
    """The title of a trial as NLM cites it stands between its number and the semicolon before its date:
    `ClinicalTrials.gov [Internet]. … Identifier NCT…, Knees of rowers; 2011`."""
    texts = found.texts
    at = texts.index("<nct>") if texts[:3] == ["ClinicalTrials", ".", "gov"] else 0
    if not at or not {"Identifier", "identifier"}.intersection(texts[at - 2 : at]) or "[" not in texts[:at]:
        return segments
    start = at + 2
    end = next((place for place in range(start, len(texts)) if texts[place] == ";"), 0)
    if end < start + 2 or texts[at + 1] not in ",.:":
        return segments
    before = [one for one in segments if one.end <= at and one.label in ("location", "publisher")]
    behind = [one for one in segments if one.start > end]
    return [Segment("author", 0, 3), *before, Segment("title", start, end), *behind]


def _before_register(found: Tokens, title: Segment) -> Segment:
    texts = found.texts
    starts = (at for at in range(title.start + 2, title.end) if texts[at - 1] == "." and word(texts[at]) in _TRIALS)
    return Segment("title", title.start, next(starts, title.end + 1) - 1)


def _end_of_register(found: Tokens) -> int:
    """Where the dot behind the name of a register stands that begins a string; 0 without one."""
    texts = found.texts
    end = 3 if texts[1:3] == [".", "gov"] else next((at for at in range(1, _LONGEST) if texts[at : at + 1] == ["."]), 0)
    if not end or texts[end : end + 1] != ["."] or not found.spaced[end + 1 : end + 2]:
        return 0
    named = [word(text) for text in texts[:end]]
    alone = named[0] in _TRIALS and (end == 1 or named[1:] in (["registry"], ["register"], [".", "gov"]))
    return end if alone or (named[-1] in _REGISTERS and not {"trial", "trials"}.isdisjoint(named)) else 0


def _behind_number(found: Tokens, start: int) -> int:
    """Where a title begins, behind the number of its trial and the mark behind that."""
    first, last = _number(found)
    if found.texts[start : start + 1] == ["<nct>"]:
        first, last = start, start + 1
    first = start if word(found.texts[start]) == "eudract" else first
    return last + 1 if first == start and found.texts[last : last + 1] in ([":"], ["."]) else start


def _number(found: Tokens) -> tuple[int, int]:
    """Where the first number of a trial stands outside addresses; 0 and 0 for nowhere."""
    texts = found.texts
    for at in range(len(texts) - 1):
        name = word(texts[at])
        if name == "eudract":
            start = at + 1
            while start < len(texts) and (texts[start] in ".:" or word(texts[start]) in _BEHIND):
                start += 1
            shown = texts[start : start + 5]
            if [len(text) for text in shown] == [4, 1, 6, 1, 2] and all(map(str.isdigit, shown[::2])):
                return start, start + 5
        elif name == "ctri" and [text.isdigit() for text in texts[at + 2 : at + 7 : 2]] == [True] * 3:
            return at, at + 7
        elif name in _GIVING and (end := _end_of_glued(found, at)) > at + 1:
            return at, end
    return 0, 0


def _end_of_glued(found: Tokens, at: int) -> int:
    """Where the letters and numbers end that are glued to the name of a register, dashes between them; there without
    numbers: `IRCT20120101001234N5`, `ChiCTR-IOR-15006789`."""
    texts, end = found.texts, at + 1
    while end < len(texts) and not found.spaced[end] and (texts[end].isalnum() or texts[end] in "-‐‑"):
        end += 1
    return end if texts[end - 1].isdigit() else at + 1
