"""By what readers choose among works: kind of study, what their tags say, level of evidence, access, status, year."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from cluneal_lit.folding import UNSEEN
from cluneal_lit.formats import bibtex, notices
from cluneal_lit.model import Entry
from cluneal_lit.outputs.page import access, designs

STUDY, TOPIC, LEVEL, STATUS, ACCESS = "Study type", "Topic", "Evidence level", "Status", "Access"
_INERT = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})  # in a script element


class Chip(Struct, frozen=True, order=True):
    """A word that is true of a work, and the facet to which it belongs."""

    facet: str
    word: str


def tags(lines: Iterable[str]) -> dict[str, Chip]:
    """The chip of each tag, by its word in small letters: lines such as `Nerve: superior, middle` sort them."""
    found: dict[str, Chip] = {}
    for line in lines:
        facet, _, words = line.partition(":")
        for word in filter(None, map(str.strip, words.split(","))):
            found.setdefault(word.casefold(), Chip(facet.strip(), word))
    return found


def chips(entry: Entry, sorted_tags: dict[str, Chip]) -> tuple[Chip, ...]:
    """What is shown beside a work: kinds of study, its tags by facet, level of evidence and access, each once."""
    found = [Chip(STUDY, design) for design in designs(entry)]
    note = entry.note
    own = [sorted_tags.get(tag.casefold(), Chip(TOPIC, tag)) for tag in (note.tags if note else ())]
    order = [STUDY, *dict.fromkeys(chip.facet for chip in sorted_tags.values()), TOPIC]
    found += sorted(own, key=lambda chip: order.index(chip.facet))
    found += [Chip(LEVEL, note.level)] if note and note.level else []
    found += [Chip(ACCESS, free.words)] if (free := access(entry)) else []
    once: dict[str, Chip] = {}
    for chip in found:
        once.setdefault(chip.word.casefold(), chip)
    return tuple(once.values())


def island(entries: Sequence[Entry], sorted_tags: dict[str, Chip]) -> Markup:
    """What the page's script needs of the works, as JSON that ends no script element.

    `facets`: [name, [word, …]], the most frequent first; `works`: anchor → [year, rank of significance, [word, …],
    ISBN …], a word by its number, counted through all facets.
    """
    of_works = {
        bibtex.key(entry.key): (*chips(entry, sorted_tags), Chip(STATUS, _standing(entry))) for entry in entries
    }
    counted = Counter(chip for own in of_works.values() for chip in own)
    names = [STUDY, *dict.fromkeys(chip.facet for chip in sorted_tags.values()), TOPIC, LEVEL, STATUS, ACCESS]
    words = {name: sorted(chip for chip in counted if chip.facet == name) for name in dict.fromkeys(names)}
    ordered = {name: sorted(own, key=lambda chip: -counted[chip]) for name, own in words.items() if own}
    numbers = {chip: number for number, chip in enumerate(chip for own in ordered.values() for chip in own)}
    works = {
        anchor: [_year(entry), _rank(entry), [numbers[chip] for chip in own], *entry.ids.isbn]
        for (anchor, own), entry in zip(of_works.items(), entries, strict=True)
    }
    shown = [[name, [chip.word.translate(UNSEEN) for chip in own]] for name, own in ordered.items()]
    said = {"facets": shown, "works": works}
    return Markup(json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_INERT))


def kinds(entry: Entry, sorted_tags: dict[str, Chip]) -> Iterator[str]:
    """The words of a work in the first facet that its makers named; without one, its topics."""
    first = next(iter(sorted_tags.values())).facet if sorted_tags else TOPIC
    yield from (chip.word for chip in chips(entry, sorted_tags) if chip.facet == first)


def _standing(entry: Entry) -> str:
    return notices.label(entry.status) or ("No notice" if entry.status.name == "none" else "Not checked")


def _year(entry: Entry) -> int:
    return (entry.fields.issued and entry.fields.issued.year) or 0


def _rank(entry: Entry) -> int:
    mark, known = notices.significance(entry).lower(), notices.MARKS
    return known.index(mark) if mark in known else len(known) + (not mark or notices.grave(entry.status))
