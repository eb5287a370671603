"""Field against field: what two descriptions of a work agree on, lack, and contradict each other in.

The degrees rest on labelled reference strings: title first, then first page and volume, first author, year, journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit import dates, journals, names, pages, titles
from cluneal_lit.folding import folded, words
from cluneal_lit.model import Fields, Name

TITLES_APART = 0.7  # likeness below which two titles contradict each other
Relation = Literal["equal", "close", "missing", "contradicting"]
_NEAR = ({"volume", "pages"}, {"author", "year", "volume", "journal"})  # what says as much as a title
AGREEING: tuple[Relation, ...] = ("equal", "close")


class Comparison(Struct, frozen=True):
    """One field compared: `degree` from 0 (nothing alike) to 1 (the same); `left` and `right` as they are written."""

    field: str
    relation: Relation
    degree: float
    left: str
    right: str


def compared(left: Fields, right: Fields) -> tuple[Comparison, ...]:
    """Title, first author, authors, year, journal, volume, issue and first page, in this order."""
    return tuple(compare(left, right) for compare in FIELDS.values())


def comes_near(answer: str, why: Iterable[str]) -> bool:
    """Whether a work may be meant, or lent its title or its place to an invented reference, by an answer and its
    reasons."""
    told = {field: said.partition(" ")[0].rstrip(",") for field, _, said in (line.partition(": ") for line in why)}
    agreeing = {field for field, relation in told.items() if relation in AGREEING}
    return answer == "unsure" or told.get("title") == "equal" or any(fields <= agreeing for fields in _NEAR)


def stated(fields: Fields) -> set[str]:
    """The fields, as they are compared, that say something."""
    return {comparison.field for comparison in compared(fields, fields) if comparison.relation != "missing"}


def title(left: Fields, right: Fields) -> Comparison:
    """Titles by the likeness of their folded words; a status label in front does not count."""
    degree = _title_likeness(left.title, right.title)
    return _alike("title", left.title, right.title, degree, apart=TITLES_APART)


def first_author(left: Fields, right: Fields) -> Comparison:
    """The surnames of the first authors; one that stands elsewhere among the others' authors, or is half of the
    other's double name, is close."""
    one, other = (next((name for name in fields.author if name != names.ET_AL), Name()) for fields in (left, right))
    first, second = names.surname(one), names.surname(other)
    degree = fuzz.ratio(first, second) / 100
    if first and second and degree < 0.75:
        swapped = {first, *_parts(one)} & _surnames(right.author) or {second, *_parts(other)} & _surnames(left.author)
        degree = 0.8 if swapped or {first, *_compound(one)} & {second, *_compound(other)} else degree
    return _alike("author", names.nlm(one), names.nlm(other), degree, apart=0.75)


def authors(left: Fields, right: Fields) -> Comparison:
    """Whether the authors that both name are the same people in the same order; a shorter list may have been cut."""
    ours, theirs = ([name for name in fields.author if name != names.ET_AL] for fields in (left, right))
    shown = (", ".join(map(names.nlm, ours)), ", ".join(map(names.nlm, theirs)))
    pairs = list(zip(ours, theirs, strict=False))
    if not pairs:
        return Comparison("authors", "missing", 0.0, *shown)
    degrees = [fuzz.ratio(names.surname(one), names.surname(other)) / 100 for one, other in pairs]
    degree = sum(degrees) / len(degrees)
    relation: Relation = "equal" if min(degrees) == 1 else "close" if degree >= 0.75 else "contradicting"
    return Comparison("authors", relation, degree, *shown)


def year(left: Fields, right: Fields) -> Comparison:
    """The years; one apart is close, since online and print years differ."""
    one, other = (fields.issued.year if fields.issued else None for fields in (left, right))
    shown = (dates.year_words(left.issued)[:4], dates.year_words(right.issued)[:4])
    if one is None or other is None:
        return Comparison("year", "missing", 0.0, *shown)
    gap = abs(one - other)
    return Comparison(
        "year", ("equal", "close")[gap] if gap < 2 else "contradicting", 1 / (1 + gap), str(one), str(other)
    )


def journal(left: Fields, right: Fields) -> Comparison:
    """The journals, in full or abbreviated, whichever of their names fit best."""
    lefts = [name for name in (left.container_title, left.container_title_short) if name]
    rights = [name for name in (right.container_title, right.container_title_short) if name]
    degree = max((journals.likeness(one, other) for one in lefts for other in rights), default=0.0)
    return _alike("journal", lefts[0] if lefts else "", rights[0] if rights else "", degree, apart=0.5)


def volume(left: Fields, right: Fields) -> Comparison:
    """The volumes, equal when their letters and digits are, but for leading zeros."""
    return _numbered("volume", left.volume, right.volume)


def issue(left: Fields, right: Fields) -> Comparison:
    """The issues, as volumes."""
    return _numbered("issue", left.issue, right.issue)


def _numbered(field: str, left: str, right: str) -> Comparison:
    if not left or not right:
        return Comparison(field, "missing", 0.0, left, right)
    same = _number(left) == _number(right)
    return Comparison(field, "equal" if same else "contradicting", float(same), left, right)


def page(left: Fields, right: Fields) -> Comparison:
    """The first pages, or the article number in their place; without a letter in front (`S73`, `73`) they are close."""
    one, other = _first_pages(left), _first_pages(right)
    shown = (left.page or left.number, right.page or right.number)
    if not one or not other:
        return Comparison("pages", "missing", 0.0, *shown)
    if one & other:
        return Comparison("pages", "equal", 1.0, *shown)
    bare = {*map(pages.bare, one)} & {*map(pages.bare, other)} - {""}
    return Comparison("pages", "close" if bare else "contradicting", 0.8 if bare else 0.0, *shown)


FIELDS: Mapping[str, Callable[[Fields, Fields], Comparison]] = {
    "title": title,
    "author": first_author,
    "authors": authors,
    "year": year,
    "journal": journal,
    "volume": volume,
    "issue": issue,
    "pages": page,
}


def contradict(left: Fields, right: Fields) -> bool:
    """Whether two descriptions cannot be one work: title and first author, or title and year and first page differ."""
    if title(left, right).relation != "contradicting":
        return False
    apart = [check(left, right).relation == "contradicting" for check in (first_author, year, page)]
    return apart[0] or (apart[1] and apart[2])


def stretches(left: str, right: str) -> tuple[tuple[bool, str, str], ...]:
    """The words of two texts side by side, in order: whether a stretch is the same in both, and what it is in each."""
    ours, theirs = left.split(), right.split()
    alike = SequenceMatcher(None, [folded(word) for word in ours], [folded(word) for word in theirs], autojunk=False)
    return tuple(
        (tag == "equal", " ".join(ours[start:end]), " ".join(theirs[first:last]))
        for tag, start, end, first, last in alike.get_opcodes()
    )


def _title_likeness(left: str, right: str) -> float:
    if left == right:
        return 1.0
    return fuzz.ratio(titles.bare(left), titles.bare(right)) / 100


def _alike(field: str, left: str, right: str, degree: float, *, apart: float) -> Comparison:
    if not left or not right:
        return Comparison(field, "missing", 0.0, left, right)
    if degree >= 0.999:
        return Comparison(field, "equal", 1.0, left, right)
    return Comparison(field, "contradicting" if degree < apart else "close", degree, left, right)


def _surnames(authors: tuple[Name, ...]) -> set[str]:
    return {names.surname(name) for name in authors}


def _parts(name: Name) -> list[str]:
    return [folded(part) for part in (name.given, name.family) if len(part) > 2]


def _compound(name: Name) -> list[str]:
    """The parts of a family name of two, of which some lists give only one: `Castillo-Morales`, `Köse Güven`."""
    parts = [part for part in words(name.family) if len(part) > 3]
    return parts if len(parts) > 1 else []


def _number(text: str) -> str:
    return " ".join(word.lstrip("0") or "0" for word in folded(text).split())


def _first_pages(fields: Fields) -> set[str]:
    parsed = pages.parse(fields.page)
    return {one for one in (pages.plain(parsed.first) if parsed else "", pages.plain(folded(fields.number))) if one}
