"""What is known of the entries of a library stays with them, whatever is edited: every work is invented."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec import Struct

from cluneal_lit import decided
from cluneal_lit.formats.exchange import read
from cluneal_lit.model import Decision, Note, Record
from cluneal_lit.pipeline import moved
from cluneal_lit.pipeline.joining import joined
from cluneal_lit.store.remembered import followed
from tests.made import KeyFile

WORDS = "whales crabs herons lighthouses paper winter gardens bridges salt snow ladders clocks moss bread tin".split()
AUTHORS = ("Doe, Jane", "Kim, Bo", "Moe, Al")


class Made(Struct):
    """An entry of an invented library: what it is, whatever it says, is `work`."""

    work: str
    key: str
    author: str
    year: int
    title: str
    page: int
    doi: str

    def written(self, number: int) -> str:
        """The entry in RIS, with this number where it has no key of its own; its keyword tells which it is."""
        key = {"#": str(number), "": ""}.get(self.key, self.key)
        place = f"JO  - Annals of Fiction\nVL  - {self.page % 7}\nSP  - {self.page}\n" if self.page else ""
        lines = (key and f"ID  - {key}\n", place, self.doi and f"DO  - {self.doi}\n")
        return (
            f"TY  - JOUR\nAU  - {self.author}\nPY  - {self.year}\nTI  - {self.title}\nKW  - {self.work}\n"
            f"{''.join(lines)}ER  - \n"
        )


class Library:
    """The files of an invented library, and a person who edits them."""

    def __init__(self, seed: int, kind: str) -> None:
        self.chance, self.kind, self.count = random.Random(seed), kind, 0
        self.files = {name: [self.new() for _ in range(self.chance.randint(2, 5))] for name in ("a.ris", "b.ris")}

    def new(self) -> Made:
        """An entry that is no other's: its title has five words of its own."""
        self.count += 1
        title = " ".join(self.chance.sample(WORDS, 5))
        key = {"numbers": "#", "keys": f"key{self.count}", "none": ""}.get(self.kind, "")
        key = key if self.kind != "all" else self.chance.choice(("#", f"key{self.count}", ""))
        page, doi = self.chance.choice((0, 10 * self.count)), self.chance.choice(("", "", f"10.5555/w{self.count}"))
        return Made(f"w{self.count}", key, *self.by(), title, page, doi)

    def by(self) -> tuple[str, int]:
        return self.chance.choice(AUTHORS), self.chance.choice((2011, 2019))

    def entries(self) -> list[Made]:
        return [entry for those in self.files.values() for entry in those]

    def rename(self) -> None:
        entry = self.chance.choice(self.entries())
        if entry.key not in ("", "#"):
            self.count += 1
            entry.key = f"key{self.count}"

    def exchange(self) -> None:
        one, other = self.chance.sample(self.entries(), 2)
        if "" not in (one.key, other.key) and "#" not in (one.key, other.key):
            one.key, other.key = other.key, one.key

    def renumber(self) -> None:
        self.chance.choice([*self.files.values()]).insert(0, self.new())

    def mend(self) -> None:
        entry = self.chance.choice(self.entries())
        at = self.chance.randrange(len(entry.title) - 1)
        entry.title = entry.title[:at] + self.chance.choice(("", "e", entry.title[at] * 2)) + entry.title[at + 1 :]

    def move(self) -> None:
        name = self.chance.choice([*self.files])
        self.count += 1
        self.files[f"f{self.count}.ris"] = self.files.pop(name)

    def reorder(self) -> None:
        self.chance.shuffle(self.chance.choice([*self.files.values()]))

    def drop(self) -> None:
        those = self.chance.choice([*self.files.values()])
        if len(those) > 1:
            those.pop(self.chance.randrange(len(those)))

    def edit(self) -> None:
        """One edit of any kind."""
        edits: tuple[Callable[[], None], ...] = (
            *(self.rename, self.exchange, self.renumber, self.mend, self.move, self.reorder, self.drop),
        )
        self.chance.choice(edits)()

    def records(self) -> list[Record]:
        """What the files say today."""
        texts = {
            name: "".join(entry.written(at) for at, entry in enumerate(those, 1)) for name, those in self.files.items()
        }
        return [record for name, text in sorted(texts.items()) for record in read(text, name)[0]]


@pytest.mark.parametrize("kind", ["numbers", "keys", "none", "all"])
@pytest.mark.parametrize("seed", range(40))
def test_no_citation_and_no_note_is_silently_anothers_whatever_is_edited(seed: int, kind: str) -> None:
    """A name that documents cite is that of the work for which it was first, or nobody's; a note is printed with its
    work, or told; and a second run changes nothing (`KeyFile.run`)."""
    library, file = Library(seed, kind), KeyFile()
    meant: dict[str, str] = {}
    notes: dict[str, tuple[Note, str]] = {}
    lost = 0
    for step in range(8):
        records = library.records()
        here = {record.keywords[0] for record in records}
        groups = joined(records, followed(file.keys, records), {}).groups
        found = file.run(groups, [note for note, _ in notes.values()])
        cited = {name: work for work in found.works for name in work.keys}
        for name, work in cited.items():
            assert meant.setdefault(name, work.records[0].keywords[0]) in {one.keywords[0] for one in work.records}
        told = {finding.key for finding in file.told}
        printed = {work.note.key: work for work in found.works if work.note}
        for key, (_, about) in notes.items():
            if key in printed and key not in told:
                assert about in {record.keywords[0] for record in printed[key].records}
        lost += sum(name not in cited and about in here for name, about in meant.items())
        record = library.chance.choice(records)
        notes[f"note{step}"] = (Note(f"note{step}", (moved.name(record),), "Of it."), record.keywords[0])
        for _ in range(library.chance.randint(1, 2)):
            library.edit()
    assert lost <= 2


@pytest.mark.parametrize("kind", ["numbers", "keys", "none", "all"])
@pytest.mark.parametrize("seed", range(25))
def test_a_decision_joins_the_works_that_a_person_named_or_is_told(seed: int, kind: str) -> None:
    library, file = Library(seed, kind), KeyFile()
    one, other = library.chance.sample(library.records(), 2)
    named = decided.about(one.key, other.key)
    decision = Decision("join", named, text=f"{one.fields.title}{decided.BETWEEN}{other.fields.title}", line=1)
    pair, held = {one.keywords[0], other.keywords[0]}, 0
    for _ in range(6):
        records = library.records()
        found = joined(records, followed(file.keys, records), {}, [decision])
        file.run(found.groups)
        works = [{record.keywords[0] for record in group.records} for group in found.groups]
        assert all(len(work) == 1 or work == pair for work in works)
        held += pair in works
        assert pair in works or [finding.code for finding in found.findings] == ["LIT412"]
        library.edit()
    assert held
