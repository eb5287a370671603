"""Citation keys."""

from __future__ import annotations

import itertools
import random

import pytest
from msgspec.structs import replace

from cluneal_lit.entries.citekeys import Assigned, assigned
from cluneal_lit.entries.works import Group, grouped, merged
from cluneal_lit.formats.exchange import read
from cluneal_lit.model import Note, Record
from tests.made import KeyFile, fields, record


def of(*records: Record) -> Group:
    ((group,), _) = grouped(records)
    return group


A = of(record(name="pmid:1", said=fields(title="Alpha")))
B = of(record(name="pmid:2", said=fields(title="Beta")))
C = of(record(name="pmid:3", said=fields(title="Gamma", authors="Żółć Ż", year="")))
LIBRARY = of(record("library", "mine.json#My Key", said=fields(title="Delta"), pmid="4"))


def given(*groups: Group, notes: tuple[Note, ...] = (), known: object = None) -> dict[str, str]:
    found = assigned(groups, notes, known or {}, {})  # type: ignore[arg-type]
    return {work.keys[0]: work.records[0].id for work in found.works}


def test_new_works_are_lettered_by_title_whatever_their_order() -> None:
    wanted = {"quimby2019": "pmid:1", "quimby2019a": "pmid:2", "zolc": "pmid:3"}
    assert all(given(*order) == wanted for order in itertools.permutations((A, B, C)))


def test_a_key_once_given_stays_though_an_earlier_title_comes() -> None:
    first = assigned((B,), (), {}, {})
    assert given(A, B, known=first.known) == {"quimby2019": "pmid:2", "quimby2019a": "pmid:1"}


def test_the_library_key_is_respected_and_made_fit() -> None:
    assert given(LIBRARY) == {"My-Key": "mine.json#My Key"}


def test_the_key_that_a_person_chose_comes_before_the_number_of_a_record() -> None:
    names = ("a.ris#12", "b.csv#quimby2019", "c.ris#2-s2.0-85000000001", "d.bib#salt")
    (work,) = assigned((of(*(record("library", name, pmid="4") for name in names)),), (), {}, {}).works
    assert work.keys == ("salt", "12", "2-s2.0-85000000001", "quimby2019")


def test_a_key_stays_when_works_are_parted_and_no_more() -> None:
    one, other = (record("library", name, doi="10.5555/a") for name in ("a.bib#zeta", "b.bib#alpha"))
    whole = assigned((of(one, other),), (), {}, {})
    parted = assigned((of(one), of(other)), (), whole.known, whole.aliases)
    assert [work.keys for work in parted.works] == [("alpha",), ("zeta",)]
    again = assigned((of(one, other),), (), parted.known, parted.aliases)
    assert [work.keys for work in (*whole.works, *again.works)] == [("alpha", "zeta")] * 2


def test_the_note_names_a_work_that_no_library_names() -> None:
    assert given(A, notes=(Note("my-note", ("pmid:1",)),)) == {"my-note": "pmid:1"}


def test_a_note_is_laid_over_its_work() -> None:
    note = Note("my-note", ("pmid:2",), "Read this.")
    works = assigned((A, B), (note,), {}, {}).works
    assert {work.keys[0]: work.note for work in works} == {"my-note": note, "quimby2019": None}


def test_works_that_became_one_leave_an_alias() -> None:
    known = {"one": ("pmid:1",), "two": ("doi:10.5555/a",)}
    merged = of(record(name="pmid:1", doi="10.5555/a"))
    found = assigned((merged,), (), known, {})
    assert (found.works[0].keys, found.known, found.aliases) == (
        ("one", "two"),
        {"one": ("pmid:1", "doi:10.5555/a"), "two": ("doi:10.5555/a",)},
        {"two": "one"},
    )


def test_an_alias_comes_back_when_the_works_part_again() -> None:
    known = {"one": ("pmid:1", "doi:10.5555/a"), "two": ("doi:10.5555/a",)}
    parted = (of(record(name="pmid:1")), of(record("crossref", "doi:10.5555/a")))
    found = assigned(parted, (), known, {"two": "one"})
    assert {work.keys: work.records[0].id for work in found.works} == {("one",): "pmid:1", ("two",): "doi:10.5555/a"}
    assert found.aliases == {}


def test_aliases_of_aliases_lead_to_the_end() -> None:
    known = {"a": ("pmid:9",), "b": ("pmid:1",), "c": ("doi:10.5555/a",)}
    found = assigned((of(record(name="pmid:1", doi="10.5555/a")),), (), known, {"a": "c"})
    assert (found.works[0].keys, found.aliases) == (("b", "a", "c"), {"a": "c", "c": "b"})


def test_a_key_stays_with_its_library_entry_though_a_service_says_its_identifier_is_another_work() -> None:
    mine = record("library", "mine.json#a", fields(title="Alpha"), pmid="2", doi="10.5555/a")
    first = assigned((of(mine),), (), {}, {})
    other = record(name="pmid:2", said=fields(title="Beta", authors="Zabel C"))
    groups, _ = grouped((mine, other, record("crossref", "doi:10.5555/a", fields(title="Alpha"))))
    second = assigned(groups, (), first.known, first.aliases)
    assert {work.keys[0]: work.records[0].key for work in second.works} == {
        "a": "crossref/doi:10.5555/a",
        "zabel2019": "pubmed/pmid:2",
    }
    assert assigned(groups, (), second.known, second.aliases) == second


def test_a_replaced_identifier_keeps_its_key() -> None:
    found = assigned((of(record(name="pmid:2")),), (), {"old": ("pmid:1",)}, {}, {"pmid:1": "pmid:2"})
    assert [work.keys[0] for work in found.works] == ["old"]


def test_a_replaced_identifier_keeps_its_key_though_a_source_contradicts_that() -> None:
    """By Crossref the old PMID is one DOI, by PubMed the new one another: two works, as it was before."""
    old, new = record("crossref", "doi:10.5555/a", pmid="1"), record(name="pmid:2", doi="10.5555/b")
    groups, links = (of(old), of(new)), {"pmid:1": "pmid:2"}
    first = assigned(groups, (), {}, {}, links)
    assert first.known["quimby2019"][0] == "pmid:1"
    assert assigned(groups, (), first.known, first.aliases, links) == first


def test_of_two_libraries_with_one_key_the_second_gets_another_and_takes_no_alias() -> None:
    one = of(record("library", "a.json#smith2020", fields(title="Alpha"), doi="10.5555/a"))
    other = of(record("library", "b.json#smith2020", fields(title="Beta", authors="Adams B"), doi="10.5555/b"))
    assert [work.keys for work in assigned((one, other), (), {}, {}).works] == [("adams2019",), ("smith2020",)]


def test_a_key_is_ascii_and_what_the_library_wrote_leads_to_it() -> None:
    (work,) = assigned((of(record("library", "a.json#Müller 2019", doi="10.5555/a")),), (), {}, {}).works
    assert work.keys == ("Muller-2019", "Müller 2019")


def test_the_key_of_a_work_that_is_gone_stays_taken() -> None:
    found = assigned((A,), (), {"quimby2019": ("pmid:99",)}, {})
    assert found.known == {"quimby2019": ("pmid:99",), "quimby2019a": ("pmid:1",)}


def test_a_second_round_changes_nothing() -> None:
    first = assigned((A, B, C, LIBRARY), (), {}, {})
    assert assigned((LIBRARY, C, B, A), (), first.known, first.aliases) == first


def test_two_keys_never_differ_by_case_alone() -> None:
    one = of(record("library", "a.json#Smith2020", fields(title="Alpha"), doi="10.5555/a"))
    other = of(record("library", "b.json#smith2020", fields(title="Beta", authors="Adams B"), doi="10.5555/b"))
    assert [work.keys[0] for work in assigned((one, other), (), {}, {}).works] == ["Smith2020", "adams2019"]


ENTRIES = [
    *(
        f"TY  - JOUR\nAU  - Doe, Jane\nPY  - 2011\nTI  - Invented {word}\nER  - \n"
        for word in ("rocks", "birds", "knees")
    ),
    *(f"TY  - JOUR\nAU  - Doe, Jane\nPY  - 2011\nTI  - Editorial\nVL  - {volume}\nER  - \n" for volume in (7, 8)),
    *(f"TY  - JOUR\nAU  - Doe, Jane\nPY  - 2011\nTI  - Two\nDO  - 10.5555/{name}\nER  - \n" for name in ("one", "two")),
]


@pytest.mark.parametrize("seed", range(20))
def test_a_work_to_which_its_file_gives_no_key_keeps_its_own_whatever_is_beside_it(seed: int) -> None:
    """Whatever the order of the file, its name, and what is added to it or goes from it: no key is another work's."""
    chance = random.Random(seed)
    file, held = KeyFile(), dict[str, tuple[str, str, str]]()
    for step in range(6):
        entries = chance.sample(ENTRIES, chance.randint(1, len(ENTRIES)))
        records, _ = read("\n".join(entries), f"{step}.ris")
        for work in file.run([of(one) for one in records]).works:
            said = work.records[0].fields
            mine = (said.title, said.volume, work.ids.doi)
            assert (held.setdefault(work.keys[0], mine), work.keys[1:]) == (mine, ())
        assert len(held) == len(set(held.values()))


def test_a_key_that_a_person_gave_stays_though_their_file_has_another_name() -> None:
    one, other = (of(record("library", f"{name}.bib#salt")) for name in "ab")
    file = KeyFile()
    file.run((one,))
    assert [work.keys for work in file.run((other,)).works] == [("salt",)]


def test_a_doi_that_ends_like_a_key_that_was_made_is_known_again() -> None:
    one, other = (of(record(name=f"pmid:{pmid}", doi="10.5555/rose~3fa91c")) for pmid in (1, 2))
    first = assigned((one,), (), {}, {})
    known = {"salt": first.known["quimby2019"]}
    assert [work.keys for work in assigned((other,), (), known, {}).works] == [("salt",)]


def keyed_of(found: Assigned) -> dict[str, tuple[str, ...]]:
    return {work.records[0].id: work.keys for work in found.works}


ALGAE = record("library", "b.ris#mykey", fields(title="Algae"))
KEYLESS = record("library", "b.ris#quimby2019~003a91", fields(title="Lichen"), doi="10.5555/lichen")
LICHEN = record("library", "b.ris#other", fields(title="Lichen"), doi="10.5555/lichen")


@pytest.mark.parametrize(("lichen", "key"), [(LICHEN, "other"), (KEYLESS, "quimby2019")])
def test_a_key_in_a_library_is_its_records_though_the_work_was_joined_with_another_and_the_file_has_a_new_name(
    lichen: Record, key: str
) -> None:
    file = KeyFile()
    file.run((joined_of(*(replace(one, id=one.id.replace("b.ris", "a.ris")) for one in (ALGAE, lichen))),))
    found = file.run((of(ALGAE), of(lichen)))
    assert (keyed_of(found), found.aliases) == ({"b.ris#mykey": ("mykey",), lichen.id: (key,)}, {})


def test_an_alias_is_no_new_works_while_its_own_is_there() -> None:
    known, aliases = {"quimby2019": ("pmid:1",), "mykey": ("pmid:9",)}, {"mykey": "quimby2019"}
    found = assigned((of(ALGAE), A), (), known, aliases)
    assert keyed_of(found) == {"b.ris#mykey": ("quimby2019a",), "pmid:1": ("quimby2019", "mykey")}
    alone = assigned((of(ALGAE),), (), known, aliases)
    assert (keyed_of(alone), alone.aliases) == ({"b.ris#mykey": ("mykey",)}, {})


def test_two_works_never_have_one_name() -> None:
    works = [of(record("library", f"{file}.ris#mykey", fields(title=file), doi=f"10.5555/{file}")) for file in "ab"]
    known = {"one": ("doi:10.5555/a",), "two": ("doi:10.5555/b",)}
    assert keyed_of(assigned(works, (), known, {})) == {"a.ris#mykey": ("one", "mykey"), "b.ris#mykey": ("two",)}


TWICE = "TY  - JOUR\nID  - 17\nPY  - 2011\nTI  - {}\nER  - \n"


@pytest.mark.parametrize("form", [TWICE, "@article{{17,\n title = {{{}}},\n year = 2011\n}}\n"])
def test_a_key_used_twice_in_a_file_stays_with_its_work_whatever_the_order(form: str) -> None:
    file = KeyFile()
    entries = [form.format(title) for title in ("Rocks", "Birds", "Knees")]
    held = []
    for order in ([0], [0, 1], [1, 0], [0, 1], [1, 2, 0], [2, 1, 0], [0, 2, 1]):
        records, _ = read("".join(entries[place] for place in order), "a.ris" if form == TWICE else "a.bib")
        found = file.run([of(one) for one in records])
        held.append({work.records[0].fields.title: work.keys for work in found.works})
    rocks, birds, knees = ({"Rocks": ("17",)}, {"Birds": ("birds2011",)}, {"Knees": ("knees2011",)})
    assert held == [rocks, *[rocks | birds] * 3, *[rocks | birds | knees] * 3]


def entry(title: str) -> str:
    return f"@article{{salt,\n title = {{{title}}},\n volume = 3\n}}\n"


ROCKS, BIRDS, KNEES = map(entry, ("Rocks", "Birds", "Knees"))


@pytest.mark.parametrize(
    "now",
    [
        {"a.bib": BIRDS + ROCKS},
        {"a.bib": KNEES + BIRDS + ROCKS},
        {"a.bib": BIRDS, "old.bib": ROCKS},
        {"a.bib": BIRDS + KNEES, "old.bib": ROCKS + BIRDS},
        {"a.bib": BIRDS + ROCKS.replace("salt", "stone")},
        {"a.bib": BIRDS, "old.bib": ROCKS.replace("salt", "17")},
    ],
)
def test_a_key_stays_with_its_work_when_another_takes_its_name(now: dict[str, str]) -> None:
    """Be the other before it in the file, or in a file that has the name of its own, or it have another key there."""
    file = KeyFile()
    file.run([of(one) for one in read(ROCKS, "a.bib")[0]])
    note = Note("rocks", ("library/a.bib#salt",), "Of rocks.")
    found = file.run([of(one) for name, content in now.items() for one in read(content, name)[0]], (note,))
    keyed = {work.records[0].fields.title: (work.keys[0], work.note and work.note.key) for work in found.works}
    assert keyed["Rocks"] == ("salt", "rocks")
    assert [title for title, (key, its) in keyed.items() if key == "salt" or its] == ["Rocks"]


NUMBERED = "TY  - JOUR\nID  - {}\nPY  - 2011\nTI  - {}\nER  - \n"


def test_keys_stay_when_an_export_is_numbered_anew() -> None:
    """Something comes in, goes, changes places, comes back."""
    held, file = [], KeyFile()
    for order in ("Rocks Birds", "Knees Rocks Birds", "Birds Rocks", "Birds", "Knees Birds", "Rocks Birds Knees"):
        text = "".join(NUMBERED.format(number, title) for number, title in enumerate(order.split(), 1))
        found = file.run([of(one) for one in read(text, "a.ris")[0]])
        held.append({work.records[0].fields.title: work.keys[0] for work in found.works})
    keys = {"Rocks": "1", "Birds": "2", "Knees": "knees2011"}
    assert [{title: keys[title] for title in each} for each in held] == held


def test_a_key_stays_with_an_entry_that_was_corrected() -> None:
    file = KeyFile()
    file.run([of(one) for one in read(ROCKS + BIRDS, "a.bib")[0]])
    found = file.run([of(one) for one in read(entry("Of rocks") + BIRDS, "a.bib")[0]])
    assert {work.records[0].fields.title: work.keys[0] for work in found.works} == {
        "Of rocks": "salt",
        "Birds": "birds",
    }


def test_an_alias_stays_with_its_work_when_another_takes_its_name() -> None:
    """Rocks were joined to another work, whose key is theirs since."""
    other = record("library", "a.bib#stone", fields(title="Of rocks"))
    rocks, birds = read(ROCKS + BIRDS, "a.bib")[0]
    file = KeyFile()
    file.run((of(rocks), of(birds), of(other)))
    whole = file.run((joined_of(rocks, other), of(birds)))
    before = file.keys
    for content in (BIRDS + ROCKS, KNEES + ROCKS + BIRDS):
        those = {one.fields.title: one for one in read(content, "a.bib")[0]}
        rest = [of(those[title]) for title in those if title != "Rocks"]
        found = KeyFile(before).run((joined_of(those["Rocks"], other), *rest))
        keys = {work.records[-1].fields.title: work.keys for work in found.works}
        assert (keys["Of rocks"], found.aliases) == (whole.works[-1].keys, whole.aliases)


def joined_of(*records: Record) -> Group:
    return merged([of(one) for one in records])


PAIR = ("Rocks", "Birds")  # which people joined


@pytest.mark.parametrize("dois", ["", "Rocks", "Rocks Birds"])
@pytest.mark.parametrize("seed", range(10))
def test_keys_of_a_joined_work_stay_when_an_export_is_numbered_anew(seed: int, dois: str) -> None:
    """Something comes in, goes, changes places; and a second run writes what the first did."""
    chance = random.Random(seed)
    file = KeyFile()
    titles = [*PAIR, "Knees"]
    for step in range(6):
        if step > 1:
            titles = [*PAIR, "Knees", *chance.sample(["Whales", "Trees", "Roads"], chance.randint(0, 3))]
            chance.shuffle(titles)
        found = file.run(_numbered(titles, dois, is_joined=step > 0))
        keyed = {key: {one.fields.title for one in work.records} for work in found.works for key in work.keys[:1]}
        assert (keyed["1"], keyed["3"]) == ({*PAIR} if step else {"Rocks"}, {"Knees"})
        assert found.aliases.get("2") == ("1" if step else None)
    parted = file.run(_numbered(titles, dois, is_joined=False))
    keys = {work.records[0].fields.title: work.keys[0] for work in parted.works}
    assert (keys["Rocks"], keys["Birds"], parted.aliases.keys() & {"1", "2"}) == ("1", "2", set())


def _numbered(titles: list[str], dois: str, *, is_joined: bool) -> list[Group]:
    entries = (
        NUMBERED.format(number, title).replace("ER  -", f"DO  - 10.5555/{title}\nER  -" if title in dois else "ER  -")
        for number, title in enumerate(titles, 1)
    )
    those = {one.fields.title: one for one in read("".join(entries), "a.ris")[0]}
    pair = [joined_of(*(those.pop(title) for title in PAIR))] if is_joined else []
    return [*pair, *map(of, those.values())]


def test_keys_of_a_joined_work_stay_when_entries_are_renamed() -> None:
    stone = BIRDS.replace("salt", "stone")
    rocks, birds, knees = read(ROCKS + stone + KNEES.replace("salt", "knee"), "a.bib")[0]
    file = KeyFile()
    file.run((of(rocks), of(birds), of(knees)))
    file.run((joined_of(rocks, birds), of(knees)))
    rocks, birds, knees = read(ROCKS.replace("salt", "quartz") + stone + KNEES, "a.bib")[0]
    found = file.run((joined_of(rocks, birds), of(knees)))
    keyed = {work.records[0].fields.title: work.keys for work in found.works}
    assert keyed == {"Rocks": ("salt", "quartz", "stone"), "Knees": ("knee",)}
    assert found.aliases == {"quartz": "salt", "stone": "salt"}
