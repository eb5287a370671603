"""Volumes, issues and pages: what the form of a reference rules out or demands of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared
from cluneal_lit.citations.strings.tokens import Tokens

LOCATING = ("volume", "issue", "pages")
_COUNTED = frozenset(("p", "pp", "pages", "pags", "s", "seiten", "с"))  # the last is Russian
_CENTURY = frozenset(("siglo", "seculo", "secolo", "siecle", "jahrhundert"))
_SECTIONS = frozenset("ABCDEFGHIJK")
_LONGEST_VOLUME = 4  # digits, and no volume called by its year
_LABELS = frozenset(("doi", "pmid", "epub"))
_OWN = ("title", "booktitle", "author", "editor")  # in which a word for a volume is none
_MARKS = frozenset(".,;:°º()-–—")
_DASHES, _TO = frozenset("-–/"), frozenset(("to", "bis", "à"))
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_YEAR = re.compile(locators.YEAR)


@rule(some=LOCATING, words=_COUNTED)
def without_page_counts(found: Tokens, segments: Segments) -> Segments:
    """`302 p.` says how many pages a book has; `p. 302` is a page."""
    return [one for one in segments if not (one.label in LOCATING and _is_count(found, one))]


def _is_count(found: Tokens, one: Segment) -> bool:
    labelled = _counts(found, one.end - 1)
    number = found.texts[one.start : one.end - labelled]
    before = found.texts[one.start - 1] if one.start else ""
    before = found.texts[one.start - 2] if before == "." and one.start > 1 else before
    return (
        len(number) == 1
        and number[0].isdigit()
        and (labelled or _counts(found, one.end))
        and before.lower() not in _COUNTED
    )


def _counts(found: Tokens, at: int) -> bool:
    """Whether a token says that the number before it counts pages: `302 p`, `302p`; not in `29S`, `6 P11002`."""
    if at >= len(found.texts) or found.texts[at].lower() not in _COUNTED:
        return False
    glued = found.texts[at + 1 : at + 2] and found.texts[at + 1].isdigit() and not found.spaced[at + 1]
    return not glued and (found.spaced[at] or found.texts[at].islower())


@rule(has=("volume",), lacks=("issue",), words=("(",))
def bracketed_issue(found: Tokens, segments: Segments) -> Segments:
    """A number in brackets without a volume before it (`2008; (22):3168`) is the issue."""
    volumes = [one for one in segments if one.label == "volume"]
    if len(volumes) == 1 and _is_bracketed(found, volumes[0]):
        return [Segment("issue", one.start, one.end) if one is volumes[0] else one for one in segments]
    return segments


def _is_bracketed(found: Tokens, one: Segment) -> bool:
    texts = found.texts
    if not (one.start > 0 and one.end < len(texts) and texts[one.start - 1] == "(" and texts[one.end] == ")"):
        return False
    return not any(text.isdigit() for text in texts[one.end + 1 : one.end + 2])  # `(71) 3` is volume 71


@rule(has=("volume",), words=_CENTURY | {"-", "s"})
def whole_volumes(found: Tokens, segments: Segments) -> Segments:
    """A volume ends with the letter behind its hyphen (`306-D`) or the `S` of a supplement glued to it (`29S:`);
    the number of a century (`Siglo XXI`) is none."""
    texts = found.texts
    begun = {one.start for one in segments}
    mended: Segments = []
    for one in segments:
        if one.label == "volume" and one.start and word(texts[one.start - 1]) in _CENTURY:
            continue
        letter = one.label == "volume" and texts[one.end : one.end + 1] == ["-"] and texts[one.end + 1 : one.end + 2]
        glued = letter and letter[0].isalpha() and len(letter[0]) == 1 and not any(found.spaced[one.end : one.end + 2])
        free = begun.isdisjoint((one.end, one.end + 1))
        supplement = one.label == "volume" and texts[one.end : one.end + 2] == ["S", ":"] and not found.spaced[one.end]
        longer = 2 if glued and free else int(supplement and one.end not in begun)
        mended.append(Segment(one.label, one.start, one.end + longer) if longer else one)
    return mended


@rule(has=("journal",), some=("volume", "pages", "issue"))
def section_before_volume(found: Tokens, segments: Segments) -> Segments:
    """The letter of a journal's section that is glued to the volume belongs to it, where the year in brackets parts it
    from the journal: `Acta Cryst. (2000). C56, 1247`, as the Union of Crystallography writes."""
    texts = found.texts
    end = max(one.end for one in segments if one.label == "journal")
    opening = end + (texts[end : end + 1] == ["."])
    at = opening + 3 + (texts[opening + 3 : opening + 4] == ["."])
    mark = at + 2
    if texts[opening : opening + 1] != ["("] or texts[opening + 2 : opening + 3] != [")"] or mark + 1 >= len(texts):
        return segments
    lettered = texts[at] in _SECTIONS and texts[at + 1].isdigit() and len(texts[at + 1]) < _LONGEST_VOLUME
    if not lettered or found.spaced[at + 1] or texts[mark] not in ",:":
        return segments
    kept = [one for one in segments if one.end <= at or one.start > mark]
    kept.append(Segment("volume", at, mark))
    if any(one.label == "pages" for one in kept):
        return kept
    last = mark + 2
    while last < len(texts) and not found.spaced[last] and texts[last] != ".":
        last += 1
    return [*(one for one in kept if one.start <= mark or one.start >= last), Segment("pages", mark + 1, last)]


@rule(has=("pages",), words=_LABELS)
def pages_without_labels(found: Tokens, segments: Segments) -> Segments:
    """Pages end before the label of an identifier that is glued to them: `e1557doi:10…`."""
    if not any(_is_labelled(found, one) for one in segments):
        return segments
    return [Segment(one.label, one.start, one.end - _is_labelled(found, one)) for one in segments]


def _is_labelled(found: Tokens, one: Segment) -> bool:
    return one.label == "pages" and one.end - one.start > 1 and found.texts[one.end - 1].lower() in _LABELS


@rule(words=labels.VOLUME | labels.VOLUME_BEHIND)
def labelled_places(found: Tokens, segments: Segments) -> Segments:
    """Where a number behind a word for a volume is followed by one behind a word for an issue or for pages, they are
    these, in any language: `roč. 49, č. 1, s. 12`, `49. évf. 1. sz.`, `Т. 49. – С. 12`; unless others stand elsewhere,
    as beside the place of what is corrected: `Correction to: Hips (vol 3, p 100)`."""
    for at in range(len(found.texts) - 4):
        volume, end = _labelled(found, at, "volume", labels.VOLUME, labels.VOLUME_BEHIND)
        if not volume or any(one.label in _OWN and one.start <= at < one.end for one in segments):
            continue
        issue, last = _labelled(found, _behind_marks(found, end), "issue", labels.ISSUE, labels.ISSUE_BEHIND)
        pages = _pages(found, _behind_marks(found, last if issue else end))
        told = [*volume, *issue, *pages]
        other = {one.label for one in segments if not at <= one.start < told[-1].end}
        if (issue or pages) and not {"volume", *(one.label for one in issue)} <= other:
            return _with(found, segments, at, told)
    return segments


def _labelled(
    found: Tokens, at: int, label: str, before: frozenset[str], behind: frozenset[str]
) -> tuple[Segments, int]:
    """The number behind a word at a place, or there before one, and where it ends with the word; nothing without."""
    texts = found.texts
    start = at + 1
    while start < len(texts) and texts[start] in ".:°º":
        start += 1
    if start >= len(texts):
        return [], start
    if _is_number(texts[at]) and word(texts[start]) in behind:
        return [Segment(label, at, at + 1)], start + 1
    if word(texts[at]) not in before or not _is_number(texts[start]):
        return [], start
    end = start + 1
    while texts[end : end + 1] and texts[end] in _DASHES and texts[end + 1 : end + 2] and texts[end + 1].isdigit():
        end += 2
    return [Segment(label, start, end)], end


def _is_number(text: str) -> bool:
    return (text.isdigit() and len(text) <= _LONGEST_VOLUME) or bool(_ROMAN.fullmatch(text))


def _behind_marks(found: Tokens, at: int) -> int:
    """Where words go on behind marks and a year in brackets or between commas: `49 (2020), č. 1`."""
    while at < len(found.texts) - 1 and (found.texts[at] in _MARKS or _YEAR.fullmatch(found.texts[at])):
        at += 1
    return min(at, len(found.texts) - 1)


def _pages(found: Tokens, at: int) -> Segments:
    texts = found.texts
    if word(texts[at]) not in labels.PAGES:
        return []
    start = end = at + 1 + (texts[at + 1 : at + 2] == ["."])
    while end < len(texts) and (
        _joins(texts, end)
        or (texts[end].isalnum() and (end == start or _joins(texts, end - 1) or not found.spaced[end]))
    ):
        end += 1
    return [Segment("pages", start, end)] if any(map(str.isdigit, texts[start:end])) else []


def _joins(texts: Sequence[str], at: int) -> bool:
    """Whether what stands there joins two pages: a dash, or `to`, as in `25 to 32`."""
    return texts[at] in _DASHES or (texts[at] in _TO and texts[at + 1 : at + 2] != [] and texts[at + 1].isdigit())


def _with(found: Tokens, segments: Segments, first: int, told: Segments) -> Segments:
    """The segments with what is told from a place on; one that begins so and is longer stays: `1 Suppl 2`."""
    begun = {(one.label, one.start): one for one in segments}
    told = [max(one, begun.get((one.label, one.start), one), key=lambda each: each.end) for one in told]
    kept = [one for one in segments if one.label not in {each.label for each in told}]
    for start, end in ((first, told[0].end), *((one.start, one.end) for one in told)):
        kept = cleared(found, kept, start, end)
    return [*kept, *told]
