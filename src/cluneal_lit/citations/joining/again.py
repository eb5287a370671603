"""Notes that name again what an earlier one names in full: `Ibid., 45`, `Orlov, op. cit.`, `Orlov, Walking, 17`.

A name, year and page, `Orlov 2011, p. 3`, mean an entry as they do in brackets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.joining.reading import Found
from cluneal_lit.citations.markers.known import Naming
from cluneal_lit.citations.markers.namings import ITEM, namings
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.references.repeated import ALONE, LEAD, NAMED, NOTED, PAGED, TITLED
from cluneal_lit.citations.references.unprinted import is_unprinted
from cluneal_lit.citations.text.anchored import Lead
from cluneal_lit.folding import folded, one_line
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields

ORPHAN = -1  # what it means stands nowhere
_LONGEST = 150
_YEAR_IN_BRACKETS = re.compile(rf",?\s?\(({locators.YEAR}[a-h]?)\)")
_IN_FULL = re.compile(
    r"(?:,(?!\s?(?:and|und|et|y|&)\s)[^,]+){2,}"
)  # title and place: `Orlov, Walking, Nowhere 2011, 33`
_INVERTED = re.compile(r",\s[A-Z]\.")  # `ORLOV, A.`
_LEADING = late(LEAD)
_LOCATED = late(r"\s?[,:]\s?(?:(?:pp?|S|s|fol|chap|ch|Kap|n|Anm|§+)\.?\s?)?\d[\d\s–-]{0,12}(?:ff?)?\.?\s*")
_MARKS = re.compile(r"[*_]+")
_LABEL = re.compile(r"[\s\[(^#]*(?:(?<=[\[(])(?P<letters>[A-Za-z]{1,7})(?=[\])])|\d{0,3})[\])]?[.:)]?\s*")


class _Full(Struct, frozen=True):
    """An entry that names its work in full: where it begins, and what it says, folded, with a blank around it."""

    start: int
    said: str


_ByWord = defaultdict[str, list[_Full]]  # by the words among its first signs


def notes(text: str, leads: Sequence[Lead], entries: Sequence[Entry]) -> Iterator[Entry]:
    """The notes to which marks lead that are no entries and name again what an entry names."""
    begun = {entry.start for entry in entries}
    seen: set[int] = set()
    for lead in leads if entries else ():
        named = text.endswith("]:", lead.first, lead.last)  # of Markdown, where the name alone is the place
        begin = lead.last if named else lead.first
        label = _LABEL.match(text, begin)
        lettered = label["letters"] if label else None  # as Word numbers endnotes: `[iii] Ibid.`
        if (lead.number is None and not named and not lettered) or lead.first in seen:
            continue
        seen.add(lead.first)
        start = label.end() if label else begin
        end = start + len(text[start : start + 2 * _LONGEST].partition("\n")[0].rstrip(" \t↩↑"))
        if start in begun or end - start > _LONGEST or is_unprinted(text, start, end):
            continue
        written = _MARKS.sub("", text[start:end])
        if _refers(written) or _is_by_one(written, text, entries):
            yield Entry(start, end, lead.number, True, 0.75, told=True, label=lettered or "")


def _refers(written: str) -> bool:
    return any(pattern.fullmatch(written) for pattern in (ALONE, NAMED, NOTED, TITLED)) or bool(_naming(written))


def _is_by_one(written: str, text: str, entries: Sequence[Entry]) -> bool:
    """Whether a name and a page are those of an entry."""
    paged = PAGED.fullmatch(written)
    full: _ByWord = defaultdict(list)
    for entry in entries if paged else ():
        _take(full, entry.start, text[entry.start : entry.end])
    return paged is not None and _by(paged["names"], "", full) != ORPHAN


def told(found: Iterable[Found]) -> Iterator[Found]:
    """The entries of lists; those that only name another again are markers, `again` where that begins."""
    full: _ByWord = defaultdict(list)
    meant: dict[int, int] = {}  # by the number of a note: where what it means begins
    before = ORPHAN
    named: tuple[Naming, ...] = ()
    for one in found:
        citation = one.citation
        if not citation.in_list:
            yield one
            continue
        whole = one.further or citation.ids or len(citation.raw) > _LONGEST  # says more than a note that names again
        written = "" if whole else _MARKS.sub("", citation.raw)
        target, named = (before, named) if ALONE.fullmatch(written) else _target(written, full, meant)
        if target is None:
            _take(full, citation.start, citation.raw)
        before = citation.start if target is None else target
        if citation.number is not None:
            meant[citation.number] = before
        yield one if target is None else Found(_marker(citation, named), named, again=target)


def _target(written: str, full: _ByWord, meant: Mapping[int, int]) -> tuple[int | None, tuple[Naming, ...]]:
    """Where begins what a note means, or what it names by author and year; None where it is one in full."""
    if noted := NOTED.fullmatch(written):
        return meant.get(int(noted["note"]), ORPHAN), ()
    if named := NAMED.fullmatch(written):
        return _by(named["names"], "", full), ()
    if (paged := PAGED.fullmatch(written)) and (start := _by(paged["names"], "", full)) != ORPHAN:
        return start, ()
    titled = TITLED.fullmatch(written)
    if titled and (start := _by(titled["names"], titled["title"], full)) != ORPHAN:
        return start, ()
    naming = _naming(written)
    return (ORPHAN if naming else None), naming


def _take(full: _ByWord, start: int, written: str) -> None:
    named = _Full(start, f" {folded(written)} ")
    for word in set(named.said[:_LONGEST].split()):
        full[word].append(named)


def _by(names: str, title: str, full: _ByWord) -> int:
    """Where the last work by somebody with such a title begins."""
    family = names.partition(", ")[0] if _INVERTED.search(names) else names.split()[-1]
    surname, words = f" {folded(family)} ", f" {folded(title)}"
    by_name = reversed(full.get(surname.split()[-1], ())) if surname.strip() else ()
    return next((one.start for one in by_name if surname in one.said[:_LONGEST] and words in one.said), ORPHAN)


def _naming(written: str) -> tuple[Naming, ...]:
    plain = _YEAR_IN_BRACKETS.sub(r", \1", written)
    lead = _LEADING.match(plain)
    item = ITEM.match(plain, lead.end() if lead else 0)
    if item and not item["others"] and _IN_FULL.fullmatch(item["more"]):
        return ()
    return namings(item, item["years"]) if item and _LOCATED.fullmatch(plain, item.end()) else ()


def _marker(entry: Citation, named: tuple[Naming, ...]) -> Citation:
    shown, names = one_line(entry.raw), tuple(naming.name for naming in named)
    return replace(entry, form="marker", in_list=False, fields=Fields(), cited_as=shown, names=names)
