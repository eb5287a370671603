"""Labels of list entries that count and are no numbers alone: letters, Roman numerals, and numbers behind a letter, as
supplements and appendices have them: `[a]`, `(iv)`, `b.`, `A1`, `S2.`.

Alone each may be anything: an initial, the end of a wrapped line, a muscle's nerve. They are labels where they count up
from the first, line by line, or from another before references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.references import authors, doubted
from cluneal_lit.late import late

PREFIXED = r"(?!R\d)[A-Z]{1,2}\d{1,3}"  # `R1` is a number as 1 is
_NUMERAL = r"c?(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"  # to 199
_BOTH = rf"(?=[ivxlc]{{2}}){_NUMERAL}|[ab][a-z]|[a-z]"  # behind the last of the alphabet, `aa`, `ab`
WRITTEN = rf"{PREFIXED}|{_BOTH}|{_BOTH.upper()}"
_LINE = late(
    r"\n(?P<indent>[ \t\u00a0>\f]*)(?:[•‣◦▪·●○■*+\-–—][ \t]+)?(?P<label>"
    rf"\\?\[(?P<square>{WRITTEN})\\?\]:?|\\?\((?P<round>{WRITTEN})\\?\)"
    rf"|<sup>[\[(]?(?P<tagged>{WRITTEN})[\]).]?</sup>|\^(?P<raised>{WRITTEN})\^"
    rf"|(?P<plain>{WRITTEN})(?:\\?[.):]|(?<=\d)(?=[ \t]))"
    rf"|(?P<bare>{_BOTH})(?={authors.GLUED}|[ \t\u00a0]))"  # raised on a page: `aIsu T`
    rf"(?:[ \t\u00a0]+(?={authors.BEGUN})|(?<=[\])a-z]){authors.GLUED}|(?<=[>^])(?={authors.BEGUN}))"
)
_PARTS = re.compile(r"([A-Z]{1,2})(\d{1,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(_NUMERAL)
_LETTERS = re.compile(r"[ab]?[a-z]")
_ALPHABET = 26
_GAP = 2  # labels, of which one was not seen
_FORMS = ("square", "round", "tagged", "raised", "plain", "bare")
_APART = 6000  # characters between two
_FEWEST, _FEWEST_UNSURE = 2, 3


class Label(Struct, frozen=True):
    """A label at the beginning of a line: what it says, how far the line is indented, and where its text begins."""

    written: str
    indent: str
    content: int


class _Place(Struct, frozen=True):
    """One that may be a label: where its line and itself begin, and its place in its list, counted from 1;
    `jumps` says that some were left out before it."""

    start: int
    at: int
    value: int
    label: Label
    unsure: bool
    jumps: bool = False


def labels(text: str) -> Mapping[int, Label]:
    """The labels of a text, by where their lines begin."""
    found: dict[int, tuple[int, Label]] = {}
    for chain in _chains(text):
        for one in _believed(text, chain):
            if found.get(one.start, (0,))[0] < len(chain):
                found[one.start] = len(chain), one.label
    written = {start: label for start, (_, label) in found.items()}
    if not any(label.written.isalpha() for label in written.values()):
        return written
    numbered = doubted.Numbered(text)
    return {
        start: label
        for start, label in written.items()
        if not (label.written.isalpha() and numbered.holds(start, label.indent))
    }


def _follows(text: str, chain: Sequence[_Place], one: _Place, series: str) -> bool:
    """Whether a label goes on with those before it; where more than one was left out, only if a reference begins there,
    or it stands in brackets behind the end of one, and what it says has no other meaning."""
    ahead = one.value - chain[-1].value
    if ahead <= 0:
        return False
    if one.start - chain[-1].start > _APART:  # a long remark stands between, or a chapter
        sure = not (one.unsure and one.label.written.isalpha())
        return sure and ahead <= _GAP and doubted.begins_reference(text, one.label.content)
    if ahead <= _GAP:
        return True
    single = len(one.label.written) == 1
    if single == series.endswith("numeral") and one.label.written.isalpha():  # `c`, the hundredth; `an`
        return False
    if one.unsure and (len(chain) < _FEWEST + single or (single and doubted.is_initialled(text, one.at))):
        return False
    closed = text[one.at] in "[(\\" and len(chain) >= _FEWEST and doubted.follows_end(text, one.start)
    return closed or doubted.begins_reference(text, one.label.content)


def _believed(text: str, chain: Sequence[_Place]) -> Sequence[_Place]:
    """The labels of a chain, if it is long enough to be no chance, and none of them an author's initial."""
    unsure = any(one.unsure for one in chain)
    late = bool(chain) and chain[0].value > 1
    if len(chain) < (_FEWEST_UNSURE if unsure or late else _FEWEST):
        return ()
    places = [(one.start, one.at, one.label.content) for one in chain]
    if unsure and chain[0].label.written.isupper() and doubted.are_initials(text, places):
        return ()
    return chain


def value(written: str) -> Sequence[tuple[str, int]]:
    """The lists in which a label may stand, by what all their labels share, and its place in each: `i` is the ninth
    letter and the first numeral."""
    if parts := _PARTS.fullmatch(written):
        return ((parts[1], int(parts[2])),)
    case = "upper" if written.isupper() else "lower"
    small = written.lower()
    place = _ALPHABET * (len(small) > 1) * (ord(small[0]) - ord("a") + 1) + ord(small[-1]) - ord("a") + 1
    letter = ((f"{case} letter", place),) if _LETTERS.fullmatch(small) else ()
    if not _ROMAN.fullmatch(small):
        return letter
    signs = [_VALUES[sign] for sign in small]
    roman = sum(-one if one < other else one for one, other in zip(signs, [*signs[1:], 0], strict=True))
    return (*letter, (f"{case} numeral", roman))


def between(first: str, last: str, among: Iterable[str]) -> list[str]:
    """The labels that stand between two of one list, in their order."""
    found: set[tuple[int, str]] = set()
    for series, begin in value(first):
        ends = [place for other, place in value(last) if other == series]
        for end in ends:
            each = ((place, one) for one in among for other, place in value(one) if other == series)
            found.update((place, one) for place, one in each if begin < place < end)
    return [one for _, one in sorted(found)]


def _chains(text: str) -> Iterator[Sequence[_Place]]:
    """Those that count up from 1, each with those that follow it in its form; and those that count up from another, as
    the rest of a list does behind a heading."""
    begun: dict[tuple[str, str], list[_Place]] = {}
    late: dict[tuple[str, str], list[_Place]] = {}
    for signs, series, one in _places(text):
        chain = begun.get((signs, series), [])
        kept = sum(not other.jumps or other.value < one.value for other in chain) if one.value > 1 else len(chain)
        if kept and _follows(text, chain[:kept], one, series):
            if kept < len(chain):
                yield tuple(chain)
            last = chain[kept - 1]
            chain[kept:] = [replace(one, jumps=last.jumps or one.value - last.value > _GAP)]
        elif one.value == 1:
            yield chain
            begun[signs, series] = [one]
        elif _may_be_late(text, one, signs):
            rest = late.get((signs, series), [])
            if rest and _follows(text, rest, one, series):
                rest.append(one)
            else:
                yield rest
                late[signs, series] = [one]
    yield from begun.values()
    yield from late.values()


def _may_be_late(text: str, one: _Place, signs: str) -> bool:
    """Whether a label may be the first of those seen of its list: it is no initial, and a reference begins there."""
    named = bool(signs) and (not one.unsure or any(map(str.isdigit, one.label.written)))
    return named and doubted.begins_reference(text, one.label.content)


def _places(text: str) -> Iterator[tuple[str, str, _Place]]:
    """What may be a label, with the signs around it, for each list in which it may stand."""
    for match in _LINE.finditer(f"\n{text}"):
        form = next(name for name in _FORMS if match[name])
        written = match[form]
        before, behind = match.start(form) - match.start("label"), match.end(form) - match.end("label")
        signs = (
            (match["label"][:before] + match["label"][behind or len(match["label"]) :]).replace("\\", "").rstrip(":")
        )
        unsure = form == "bare" or (form == "plain" and (not signs or (signs == "." and written.isupper())))
        label = Label(written, match["indent"], match.end() - 1)
        if unsure and not doubted.begins_reference(text, label.content):
            continue
        for series, place in value(written):
            yield signs, series, _Place(match.start(), match.start("label") - 1, place, label, unsure)
