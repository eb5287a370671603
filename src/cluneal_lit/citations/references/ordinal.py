"""Labels of list entries that count and are no numbers alone: letters, Roman numerals, and numbers behind a letter, as
supplements and appendices have them: `[a]`, `(iv)`, `b.`, `A1`, `S2.`.

Alone each may be anything: an initial, the end of a wrapped line, a muscle's nerve. They are labels where they count up
from the first, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.citations.references import authors, doubted
from cluneal_lit.late import late

PREFIXED = r"(?!R\d)[A-Z]{1,2}\d{1,3}"  # `R1` is a number as 1 is
WRITTEN = rf"{PREFIXED}|[a-z]|[ivx]{{2,5}}|[A-Z]|[IVX]{{2,5}}"
_LINE = late(
    r"\n(?P<indent>[ \t\u00a0>\f]*)(?:[•‣◦▪·●○■*+\-–—][ \t]+)?(?P<label>"
    rf"\\?\[(?P<square>{WRITTEN})\\?\]:?|\\?\((?P<round>{WRITTEN})\\?\)"
    rf"|(?P<plain>{WRITTEN})(?:\\?[.):]|(?<=\d)(?=[ \t])))"
    rf"(?:[ \t\u00a0]+(?={authors.BEGUN})|(?<=[\])]){authors.GLUED})"
)
_PARTS = re.compile(r"([A-Z]{1,2})(\d{1,3})")
_VALUES = {"i": 1, "v": 5, "x": 10}
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_GAP = 2  # labels, of which one was not seen
_FORMS = ("square", "round", "plain")
_APART = 6000  # characters between two
_FEWEST, _FEWEST_UNSURE = 2, 3


class Label(Struct, frozen=True):
    """A label at the beginning of a line: what it says, how far the line is indented, and where its text begins."""

    written: str
    indent: str
    content: int


class _Place(Struct, frozen=True):
    """One that may be a label: where its line and itself begin, and its place in its list, counted from 1."""

    start: int
    at: int
    value: int
    label: Label
    unsure: bool


def labels(text: str) -> Mapping[int, Label]:
    """The labels of a text, by where their lines begin."""
    found: dict[int, tuple[int, Label]] = {}
    for chain in _chains(text):
        for one in _believed(text, chain):
            if found.get(one.start, (0,))[0] < len(chain):
                found[one.start] = len(chain), one.label
    return {start: label for start, (_, label) in found.items()}


def _believed(text: str, chain: Sequence[_Place]) -> Sequence[_Place]:
    """The labels of a chain, if it is long enough to be no chance, and none of them an author's initial."""
    unsure = any(one.unsure for one in chain)
    if len(chain) < (_FEWEST_UNSURE if unsure else _FEWEST):
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
    letter = ((f"{case} letter", ord(written.lower()) - ord("a") + 1),) if len(written) == 1 else ()
    small = written.lower()
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
    """Those that count up from 1, each with those that follow it in its form."""
    begun: dict[tuple[str, str], list[_Place]] = {}
    for match in _LINE.finditer(f"\n{text}"):
        form = next(name for name in _FORMS if match[name])
        written = match[form]
        signs = match["label"].replace(written, "", 1).replace("\\", "").rstrip(":")
        unsure = form == "plain" and (not signs or (signs == "." and written.isupper()))
        label = Label(written, match["indent"], match.end() - 1)
        if unsure and not doubted.begins_reference(text, label.content):
            continue
        for series, place in value(written):
            one, chain = (
                _Place(match.start(), match.start("label") - 1, place, label, unsure),
                begun.get((signs, series), []),
            )
            ahead = place - chain[-1].value if chain else 0
            if chain and 0 < ahead <= _GAP and one.start - chain[-1].start <= _APART:
                chain.append(one)
            elif place == 1:
                yield chain
                begun[signs, series] = [one]
    yield from begun.values()
