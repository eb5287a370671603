"""What a document's own references say to the readers of the document, the same in every format.

What is meant for its author (findings, lines, markers that lead nowhere) stands in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cluneal_lit.model import Entry
from cluneal_lit.outputs import fates, quoted, styles, words, written
from cluneal_lit.outputs.references import Reference, References
from cluneal_lit.outputs.styles import Piece

_ORDER = ", in the order in which they are cited"
_NUMBERS = {
    "own": ". The numbers are those of the document's own list.",
    "citing": ".",
    "none": ". Not numbered here, since no single list explains the numbers in the document.",
}
_VERDICTS = {
    "verified": "Verified",
    "unchecked": "Could not be checked yet",
    "inexact": "The right work; the document gives some of its details otherwise",
    "unresolved": "No such work was found for certain",
    "conflict": "The right work; the sources contradict each other about its details",
    "mismatch": "Printed as the document has it: an identifier given with it belongs to another work",
    "absent": "No work was found for it: an identifier given with it does not exist",
}


def scope(own: References) -> str:
    """How many references there are, in which order, and what their numbers are; that there is none."""
    number = len(own.cited)
    if not number:
        return "No reference was found in this document."
    order = _ORDER if number > 1 and own.numbers != "own" else ""
    return f"{words.counted(number, 'reference')}{order}{_NUMBERS[own.numbers]}"


def further(own: References) -> str:
    """What those without a number are, if others have one; else empty."""
    return "Cited without a number in the document's list:" if own.numbered and own.others else ""


def signed(group: Sequence[Reference]) -> Iterator[tuple[str, Reference]]:
    """Each reference with the sign behind its number that Markdown needs: another where the numbers do not go on,
    since only there begins a list with a number of its own."""
    sign = "."
    for before, one in zip((group[0], *group), group, strict=False):
        if one is not before and one.number != (before.number or 0) + 1:
            sign = ")" if sign == "." else "."
        yield sign, one


def pieces(cited: Entry | Reference, *, told: bool = False) -> tuple[Piece, ...]:
    """The citation of a work, or of that which is meant, beside its status; else what the document says.

    Links of this are as `written.pieces` gives them; `told` as in `styles.pieces`.
    """
    if isinstance(cited, Reference):
        return pieces(cited.meant, told=told) if cited.meant else written.pieces(cited)
    return styles.pieces(cited, told=told)


def detail(reference: Reference, own: References) -> str:
    """How a reference stands, and when its evidence was asked, if that is not said of all."""
    told = [f"The same as number {reference.same_as}"] if reference.same_as is not None else []
    told.append(_verdict(reference))
    meant = reference.meant
    if meant and meant.status.name == "unchecked" and reference.verdict != "unchecked":
        told.append("Whether it was retracted could not be checked yet")
    asked = "" if own.one_day else words.asked_on(reference.asked)
    return " ".join([*(f"{one}." for one in told), *([asked] if asked else [])])


def evidence(own: References) -> str:
    """When the services were asked, if that was on one day, or that none has said anything; else empty."""
    if own.asked:
        return words.asked_on(own.asked) if own.one_day else ""
    works = {entry.key for reference in own.cited for entry in reference.works}
    return words.unanswered(len(works), len(works)) if works else ""


def _verdict(reference: Reference) -> str:
    meant = reference.meant
    if meant and reference.verdict == "verified" and (came := fates.doubt(meant.status)):
        return came
    if meant and reference.verdict == "absent":
        return "An identifier given with it does not exist"
    return _VERDICTS.get(reference.verdict, _VERDICTS["unchecked"])


FILTERS: dict[str, Callable[..., object]] = {
    "detail": detail,
    "evidence": evidence,
    "further": further,
    "once": quoted.once,
    "scope": scope,
    "sentence": quoted.sentence,
    "signed": signed,
}
