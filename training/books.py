"""Books, chapters, theses, data and pages of the web in the styles of journals, made from parts of real ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from training import groups, styles
from training.labels import Span

_DATES = ("Jan", "Feb", "March", "April", "May", "jun.", "July", "Aug", "set.", "Oct", "nov.", "Dezember", "mars")
_ARCHIVES = ("Zenodo", "Dryad", "figshare", "Mendeley Data", "Harvard Dataverse", "OSF", "UK Data Service", "PANGAEA")
_UNIVERSITIES = (
    *(
        "University of {}",
        "{} University",
        "Universidade de {}",
        "Universidad de {}",
        "Universität {}",
        "Université de {}",
    ),
    *("University of {}, Faculty of Medicine", "Universidade Federal de {}", "{} Institute of Technology"),
)
# As in `styles`; `author` and `editor` are lists of names, each written by the first or the second function.
_Form = tuple[Callable[[styles.Name], str], Callable[[styles.Name], str], str, str, str]
_BOOKS: tuple[_Form, ...] = (
    (styles.bare, styles.bare, ", ", ", ", "{author}. {book}.(| 2nd ed.| 3. ed.| 4th edition.) {location}: {publisher}(;|,) {year}(.|. {n} p.)"),
    (styles.dotted, styles.dotted, ", ", ", & ", "{author} ({year}). {book}(|, 2nd ed). (|{location}: ){publisher}."),
    (styles.tight, styles.tight, ", ", " and ", "{author} {year}, {book}(|, 3rd edn), {publisher}, {location}."),
    (styles.capitals, styles.capitals, "; ", "; ", "{author} {book}.(| {n}. ed.) {location}: {publisher}, {year}(.|. {n} p.)"),
    (styles.bare, styles.bare, ", ", ", ", "{author} ({year}) {book}(|, 2nd edn). {publisher}(, {location}|)(|.)"),
    (styles.dotted, styles.dotted, ", ", " & ", "{author} {book} ({publisher}, {year})."),
    (styles.turned, styles.turned, ", ", ", and ", "{author}, {book} ({location}: {publisher}, {year})(|, p. {n})."),
    (styles.turned, styles.turned, ", ", " et ", "{author}, {book}, {location}, {publisher}, {year}(|, {n} p.)"),
)  # fmt: skip
_CHAPTERS: tuple[_Form, ...] = (
    (styles.bare, styles.bare, ", ", ", ", "{author}. {title}. In: {editor}, editor(|s). {book}.(| 2nd ed.) {location}: {publisher}; {year}. p. {pages}."),
    (styles.dotted, styles.turned, ", ", " & ", "{author} ({year}). {title}. In {editor} ({Eds}), {book} (pp. {pages}). (|{location}: ){publisher}."),
    (styles.bare, styles.bare, ", ", ", ", "{author} ({year}) {title}. In: {editor} (eds) {book}. {publisher}, {location}, pp {pages}(|.)"),
    (styles.dotted, styles.turned, ", ", ", and ", "{author} {year}. “{title}.” In {book}, edited by {editor}, {pages}. {location}: {publisher}."),
    (styles.capitals, styles.capitals, "; ", "; ", "{author} {title}. In: {editor} (Org.). {book}. {location}: {publisher}, {year}. p. {pages}."),
    (styles.dotted, styles.dotted, ", ", " & ", "{author} {title}. in {book} (eds {editor}) {pages} ({publisher}, {year})."),
    (styles.bare, styles.bare, ", ", ", ", "{author} ({year}). “{title},” in {book}, eds {editor} ({location}: {publisher}), {pages}."),
    (styles.dotted, styles.dotted, "; ", "; ", "{author} {title}. In {book}; {editor}, {Eds}; {publisher}: {location}, {year}; pp. {pages}."),
    (styles.tight, styles.tight, ", ", " and ", "{author} ({year}), ‘{title}’, in {editor} (eds), {book}, {publisher}, {location}, pp. {pages}."),
    (styles.turned, styles.turned, ", ", " and ", "{author}, “{title},” in {book}, ed. {editor} ({location}: {publisher}, {year}), {pages}."),
)  # fmt: skip
_OTHERS: tuple[_Form, ...] = (
    (styles.bare, styles.bare, ", ", ", ", "{author}. {title} [(dissertation|thesis|PhD thesis|master’s thesis|tese|tesis doctoral)]. {location}: {university}; {year}."),
    (styles.dotted, styles.dotted, ", ", " & ", "{author} ({year}). {title} [(Doctoral dissertation|Master's thesis|Tesis doctoral|Unpublished doctoral dissertation), {university}]."),
    (styles.turned, styles.turned, ", ", " and ", "{author}. “{title}.” (PhD diss.|Ph.D. thesis), {university}, {year}."),
    (styles.capitals, styles.capitals, "; ", "; ", "{author} {title}. (|{n} f. )(Tese|Dissertação) (⟨Doutorado em Saúde⟩|⟨Mestrado⟩|de Doutorado) (–|-) {university}, {location}, {year}."),
    (styles.bare, styles.bare, ", ", ", ", "{author} ({year}) {title}. (PhD|Master's|Doctoral|M.Sc.) thesis, {university}, {location}(|.)"),
    (styles.dotted, styles.dotted, ", ", ", & ", "{author} ({year}). {title} ([Data set]|[Dataset]|⟨Version {n}⟩ [Data set]|[Computer software]). {archive}. https://doi.org/10.5281/zenodo.{n}"),
    (styles.bare, styles.bare, ", ", ", ", "{author}. {title} ([dataset]|[Internet]). {archive}(, |. |; ){year}(. Available from:|.) https://www.example.org/{n}"),
    (styles.bare, styles.bare, ", ", ", ", "{group}. {title} [Internet]. {location}: {institute}; {year} [cited {asked} {month} {day}]. Available from: https://www.example.org/{n}"),
    (styles.bare, styles.bare, ", ", ", ", "{group} ({year}). {title}. Retrieved {month} {day}, {asked}, from https://www.example.org/{n}"),
    (styles.bare, styles.bare, ", ", ", ", "{group}. {title}. {location}: {institute}, {year}. Disponível em: https://www.example.org/{n}. Acesso em: {day} {month} {asked}."),
    (styles.bare, styles.bare, ", ", ", ", "{group}. {title}. {year}. (Available at: |)https://www.example.org/{n} (accessed {day} {month} {asked})."),
    (styles.bare, styles.bare, ", ", ", ", "{author}. {title}. {reviews}(|.) {year};(|⟨{number}⟩|{number}):{code}."),
    (styles.dotted, styles.dotted, ", ", ", & ", "{author} ({year}). {title}. {reviews}, (|⟨{number}⟩|{number}), (|Art. No.: ){code}."),
)  # fmt: skip
_BRACKETS = str.maketrans("⟨⟩", "()")  # those that stand in a choice, whose brackets are round
_LABELS = {
    **{"book": "title", "university": "publisher", "archive": "publisher", "group": "author", "institute": "publisher"},
    **{
        "number": "issue",
        "code": "pages",
        "reviews": "journal",
        "Eds": "",
        "n": "",
        "month": "",
        "day": "",
        "asked": "",
    },
}


@dataclass(frozen=True)
class Shelf:
    """Parts that are drawn: titles of books, places with publishers, people who edit."""

    books: Sequence[str]
    houses: Sequence[tuple[str, str]]
    people: Sequence[Sequence[styles.Name]]


def shelf(records: Iterable[tuple[Mapping[str, Any], str, Sequence[Span]]]) -> Shelf:
    """The parts of books that strings hold, in their order; each string with its fields and spans."""
    books: dict[str, None] = {}
    houses: dict[tuple[str, str], None] = {}
    people = []
    for fields, raw, spans in records:
        said = {label: raw[start:end].strip(" .,;:()") for label, start, end in spans}
        if "booktitle" in said or ("publisher" in said and "journal" not in said):
            books[said.get("booktitle") or said.get("title", "")] = None
        if said.get("publisher") and said.get("location"):
            houses[said["location"], said["publisher"]] = None
        if styles.are_named(named := fields.get("author_list") or []):
            people.append(named)
    return Shelf([one for one in books if 10 < len(one) < 150], list(houses), people)


def shelved(fields: Mapping[str, Any], kept: Shelf, rng: random.Random) -> tuple[str, list[Span]] | None:
    """A work as a book, a chapter or another kind, in a style drawn at random, and where its fields stand; nothing
    without authors, title and year."""
    people = fields.get("author_list") or []
    if not styles.are_named(people) or not (fields.get("title") and fields.get("year")):
        return None
    kind = rng.choice((_BOOKS, _CHAPTERS, _OTHERS))
    written, written_there, between, last, form = rng.choice(kind)
    editors = rng.choice(kept.people)[: rng.choice((1, 2, 2, 3))]
    values = _values(fields, kept, rng) | {
        "author": styles.listed([written(name) for name in people], between, last, rng),
        "editor": styles.joined([written_there(name) for name in editors], between, last),
        "Eds": rng.choice(("Ed.", "ed.")) if len(editors) == 1 else rng.choice(("Eds.", "eds.")),
    }
    labels = _LABELS | ({"book": "booktitle"} if kind is _CHAPTERS else {})
    return styles.filled(styles.drawn(form, rng).translate(_BRACKETS), values, labels)


def _values(fields: Mapping[str, Any], kept: Shelf, rng: random.Random) -> dict[str, str]:
    location, publisher = rng.choice(kept.houses)
    first = rng.randint(1, 600)
    return {
        "title": str(fields["title"]).strip().rstrip(".,;"),
        "year": str(fields["year"]).strip(),
        "book": rng.choice(kept.books),
        **{"location": location, "publisher": publisher},
        "pages": f"{first}{rng.choice('-–')}{first + rng.randint(2, 40)}",
        "university": rng.choice(_UNIVERSITIES).format(location.split(",")[0]),
        "archive": rng.choice(_ARCHIVES),
        **{"group": groups.name(rng), "institute": groups.name(rng)},
        **{"n": str(rng.randint(2, 900)), "number": str(rng.randint(1, 12)), "day": str(rng.randint(1, 28))},
        **{"month": rng.choice(_DATES), "asked": str(rng.randint(2001, 2026))},
        "reviews": rng.choice(("Cochrane Database Syst Rev", "Cochrane Database of Systematic Reviews")),
        "code": f"CD{rng.randint(1, 15999):06d}",
    }
