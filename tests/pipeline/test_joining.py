"""Which records are one work, beyond their identifiers: every work is invented."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from cluneal_lit.duplicates import duplicates
from cluneal_lit.entries import citekeys
from cluneal_lit.entries.works import grouped
from cluneal_lit.formats import brought
from cluneal_lit.model import Alike, Decision, Fields, Finding, Ids, Note, Place, Record, Relation
from cluneal_lit.pipeline import moved, pairs
from cluneal_lit.pipeline.joining import Joined, joined, unsettled
from cluneal_lit.pipeline.related import Related
from cluneal_lit.store.remembered import Keys, followed
from tests.made import KeyFile, fields, record

PUBMED = record(doi="10.5555/a")
CROSSREF = record("crossref", "doi:10.5555/a")
MINE = record("library", "mine.bib#mine")
THINNER = record("library", "mine.bib#thin", fields(journal="", volume="", issue="", page=""))
STRANGER = record("library", "mine.bib#zabel", fields(title="Of other things", authors="Zabel C", page="7"))
UNCERTAIN = record("library", "mine.bib#held", fields(journal="", volume="", issue="", page="", authors="", year=""))

NO_KEYS = Keys()

TITLED = (("", "Of trees in invented rivers"), ("-2", "Of rocks on invented roads"))


def found(records: Sequence[Record], decisions: Sequence[Decision] = (), keys: Keys = NO_KEYS) -> Joined:
    return joined(records, keys, {}, decisions)


def works(records: Sequence[Record], *decisions: Decision, keys: Keys = NO_KEYS) -> list[list[str]]:
    return sorted([one.id for one in group.records] for group in found(records, decisions, keys).groups)


def decision(kind: str, about: str, line: int = 1) -> Decision:
    return Decision(kind, about, line=line)


def test_a_library_entry_joins_the_work_that_it_is_and_it_is_told_by_what() -> None:
    answer = found((PUBMED, CROSSREF, MINE, STRANGER))
    assert [[one.id for one in group.records] for group in answer.groups] == [
        ["mine.bib#zabel"],
        ["pmid:90000001", "doi:10.5555/a", "mine.bib#mine"],
    ]
    names = ("pmid:90000001", "library/mine.bib#mine")
    why = "the same pages of the same journal, by the same authors"
    assert answer.alike == (Alike((PUBMED, CROSSREF), (MINE,), names, 100.0, why, True),)
    assert answer.findings == ()


def test_a_title_without_a_second_witness_is_asked_about_and_not_joined() -> None:
    answer = found((PUBMED, UNCERTAIN))
    assert len(answer.groups) == 2
    assert [(one.one, one.other, one.names, one.joined) for one in answer.alike] == [
        ((PUBMED,), (UNCERTAIN,), ("pmid:90000001", "library/mine.bib#held"), False)
    ]


def test_two_works_of_pubmed_are_never_joined_nor_asked_about() -> None:
    twin = record(name="pmid:90000002")
    for records in itertools.permutations((PUBMED, twin, MINE)):
        answer = found(records)
        assert sorted(len(group.records) for group in answer.groups) == [1, 2]
        assert [one.joined for one in answer.alike] == [True]
    assert works((PUBMED, twin), decision("join", "pmid:90000001 pmid:90000002")) == [
        ["pmid:90000001"],
        ["pmid:90000002"],
    ]


def test_two_works_of_crossref_are_asked_about() -> None:
    answer = found((CROSSREF, record("crossref", "doi:10.5555/b")))
    assert [(one.joined, one.why, one.chance) for one in answer.alike] == [
        (False, "Crossref has them as two works", "")
    ]


@pytest.mark.parametrize("kind", ["preprint", "update", "comment", "translation"])
def test_works_that_are_tied_are_neither_joined_nor_asked_about(kind: str) -> None:
    tied = replace(PUBMED, relations=(Relation(kind, "in", Ids(doi="10.5555/b")),))
    answer = found((tied, record("datacite", "doi:10.5555/b")))
    assert (len(answer.groups), answer.alike) == (2, ())


def test_what_is_one_work_with_a_tied_one_is_not_asked_about_either() -> None:
    tied = replace(PUBMED, relations=(Relation("update", "in", Ids(doi="10.5555/b")),))
    newer = record("datacite", "doi:10.5555/b", fields(year="2020", volume="", issue="", page="", journal=""))
    answer = found((tied, newer, MINE, THINNER))
    assert sorted(len(group.records) for group in answer.groups) == [1, 3]
    assert {one.joined for one in answer.alike} == {True}


def test_many_records_of_one_service_are_asked_about_once_each() -> None:
    answer = found([record("crossref", f"doi:10.5555/{number}") for number in range(12)])
    assert (len(answer.groups), len(answer.alike)) == (12, 11)


def test_a_preprint_is_not_its_paper_though_nothing_ties_them() -> None:
    said = replace(fields(volume="", issue="", page="", journal=""), type="article")
    preprint = record("crossref", "doi:10.5555/pre", said)
    answer = found((PUBMED, preprint, MINE))
    assert sorted(len(group.records) for group in answer.groups) == [1, 2]
    assert [(one.joined, one.names) for one in answer.alike] == [(True, ("pmid:90000001", "library/mine.bib#mine"))]


def test_people_join_what_contradicts_itself_and_both_identifiers_stay_the_works() -> None:
    other = record("crossref", "doi:10.5555/b", fields(title="De nervis fictis", authors="Quimbius A", page="7"))
    answer = found((CROSSREF, other), [decision("join", "doi:10.5555/b doi:10.5555/a")])
    ((group,), alike, findings) = (answer.groups, answer.alike, answer.findings)
    assert (group.records, group.ids, group.also) == ((CROSSREF, other), Ids(doi="10.5555/a"), ("doi:10.5555/b",))
    assert (alike, findings) == ((), ())


GERMAN = record("library", "mine.bib#de", fields(title="Versuch an erfundenen Nerven", page="", year="2018"))
ENGLISH = record("library", "mine.bib#en", fields(page=""))
AS_ENGLISH = record("library", "other.bib#zz", fields(page="", volume="", issue=""))
TRANSLATED = decision("join", "library/mine.bib#de library/mine.bib#en")


def test_what_is_alike_with_either_of_two_that_people_joined_is_one_with_both_and_it_is_told_with_which() -> None:
    answer = found((GERMAN, ENGLISH, AS_ENGLISH), [TRANSLATED])
    assert [[one.id for one in group.records] for group in answer.groups] == [
        ["mine.bib#de", "mine.bib#en", "other.bib#zz"],
    ]
    assert [(one.one, one.other, one.joined) for one in answer.alike] == [((ENGLISH,), (AS_ENGLISH,), True)]
    assert answer.findings == ()


def test_the_twins_of_both_of_two_that_people_joined_are_one_work_with_them() -> None:
    """A paper in two languages, on other pages each, in two libraries that hold both."""
    german = fields(title="Von Bäumen an erfundenen Flüssen", journal="Erfundenes Blatt", volume="77", page="801-808")
    those = [MINE, record("library", "mine.bib#german", german)]
    those += [replace(one, id=one.id.replace("mine.bib", "yours.bib")) for one in those]
    names = [one.id for one in those]
    join = decision("join", "library/mine.bib#mine library/mine.bib#german")
    assert len(works(those)) == 2
    for records in itertools.permutations(those):
        assert [sorted(work) for work in works(records, join)] == [sorted(names)]
        assert all(one.joined for one in found(records, [join]).alike)
    apart = decision("apart", "library/yours.bib#mine library/yours.bib#german", line=2)
    assert len(works(those, join, apart)) > 1


def test_what_people_kept_from_either_of_two_that_they_joined_is_another_work() -> None:
    kept = decision("apart", "library/mine.bib#de library/other.bib#zz", line=2)
    assert works((GERMAN, ENGLISH, AS_ENGLISH), TRANSLATED, kept) == [["mine.bib#de", "mine.bib#en"], ["other.bib#zz"]]


def test_a_question_about_one_of_two_that_people_joined_is_asked_of_the_work() -> None:
    doubted = record("library", "other.bib#zz", fields(title=ENGLISH.fields.title, authors="", year="", journal=""))
    doubted = replace(doubted, fields=replace(doubted.fields, volume="", issue="", page=""))
    answer = found((GERMAN, ENGLISH, doubted), [TRANSLATED])
    assert [len(group.records) for group in answer.groups] == [2, 1]
    assert [(one.one, one.other, one.joined) for one in answer.alike] == [((ENGLISH,), (doubted,), False)]


def test_people_settle_two_works_under_one_identifier() -> None:
    claims = replace(STRANGER, ids=Ids(pmid="90000001"))
    assert [one.code for one in found((PUBMED, claims)).findings] == ["LIT407"]
    for kind, count in (("join", 1), ("apart", 2)):
        answer = found((PUBMED, claims), [decision(kind, "pmid:90000001 mine.bib#zabel")])
        assert (len(answer.groups), answer.findings) == (count, ())


def test_what_is_no_duplicate_is_neither_joined_nor_asked_about_again() -> None:
    for one in (MINE, UNCERTAIN, replace(MINE, ids=Ids(pmid="90000001"))):
        answer = found((PUBMED, one), [decision("apart", f"pmid:90000001 {one.id}")])
        assert (len(answer.groups), answer.alike, answer.findings) == (2, (), ())


def test_what_was_kept_apart_is_not_welded_through_a_third() -> None:
    records = (PUBMED, MINE, THINNER)
    assert len(works(records)) == 1
    parted = works(records, decision("apart", "pmid:90000001 library/mine.bib#thin"))
    assert sorted(map(len, parted)) == [1, 2]
    assert all(not {"pmid:90000001", "mine.bib#thin"} <= {*work} for work in parted)


def test_nothing_follows_from_two_decisions_of_which_one_has_no_effect() -> None:
    said = (decision("join", "mine zabel"), decision("join", "mine pmid:90000001"), decision("apart", "mine zabel"))
    assert works((PUBMED, MINE, STRANGER), *said) == [["mine.bib#zabel"], ["pmid:90000001", "mine.bib#mine"]]


def test_a_citation_key_names_what_it_was_given_for() -> None:
    keys = Keys({"quimby2019": ("pmid:90000001", "library/mine.bib#mine"), "mine": ("library/mine.bib#mine",)})
    assert works((PUBMED, MINE), decision("apart", "quimby2019 mine"), keys=keys) == [
        ["mine.bib#mine"],
        ["pmid:90000001"],
    ]
    assert works((PUBMED, STRANGER), decision("join", "quimby2019 zabel"), keys=keys) == [
        ["pmid:90000001", "mine.bib#zabel"]
    ]


def test_a_blank_in_the_name_of_a_file_is_written_as_in_an_address() -> None:
    spaced = replace(STRANGER, id="my own.bib#zabel")
    assert works((PUBMED, spaced), decision("join", "pmid:90000001 my%20own.bib#zabel")) == [
        ["pmid:90000001", "my own.bib#zabel"]
    ]


TWIN = record(name="pmid:90000002")


@pytest.mark.parametrize(
    ("decisions", "kind", "names", "line", "reason"),
    [
        (
            ["join nobody2000 pmid:90000001"],
            "join",
            "nobody2000 pmid:90000001",
            1,
            "no work here has the name nobody2000",
        ),
        (
            ["apart pmid:9 doi:10.5555/z"],
            "apart",
            "pmid:9 doi:10.5555/z",
            1,
            "no work here has the name pmid:9 or doi:10.5555/z",
        ),
        (
            ["join PMID:90000001 pubmed/pmid:90000001"],
            "join",
            "PMID:90000001 pubmed/pmid:90000001",
            1,
            "both names mean the same",
        ),
        (
            ["join pmid:90000001 pmid:90000002"],
            "join",
            "pmid:90000001 pmid:90000002",
            1,
            "PubMed has them as two works",
        ),
        (
            ["join mine pmid:90000001", "apart pmid:90000001 mine"],
            "join",
            "mine pmid:90000001",
            1,
            "another line keeps them apart",
        ),
        (
            ["join mine zabel", "join zabel pmid:90000001", "apart mine pmid:90000001"],
            "join",
            "mine zabel",
            1,
            "another line keeps them apart",
        ),
    ],
)
def test_a_decision_without_effect_is_told(decisions: list[str], kind: str, names: str, line: int, reason: str) -> None:
    those = [decision(*one.split(" ", 1), line) for line, one in enumerate(decisions, 1)]
    records = (PUBMED, MINE, STRANGER, *([TWIN] if "PubMed" in reason else []))
    (finding,) = found(records, those).findings
    assert finding == Finding("LIT412", "references/decisions.toml", Place(line=line, column=1), values=finding.values)
    assert (finding.values["kind"], finding.values["id"], finding.values["reason"]) == (kind, names, reason)


def test_a_decision_holds_no_other_record_that_has_the_made_up_key_of_the_one_it_was_about() -> None:
    one, other = (record("library", f"a.csv#quimby2019{end}", fields(title=title)) for end, title in TITLED)
    about = "library/a.csv#quimby2019 library/a.csv#quimby2019-2"
    decided = replace(decision("join", about), text=" | ".join(title for _, title in TITLED))
    assert works((one, other), decided) == [["a.csv#quimby2019", "a.csv#quimby2019-2"]]
    stranger = replace(other, fields=fields(title="Of birds on an invented island", volume="9", page="70-79"))
    answer = found((one, stranger), (decided,))
    assert len(answer.groups) == 2
    assert [finding.values["reason"] for finding in answer.findings] == [
        "no work here has the name library/a.csv#quimby2019-2 and the title that it had"
    ]


def test_what_was_kept_apart_stays_so_when_its_key_is_another() -> None:
    text = MINE.fields.title
    decided = replace(decision("apart", "pmid:90000001 library/mine.bib#mine"), text=text)
    renamed = record("library", "mine.bib#other")
    assert works((PUBMED, renamed), decided) == [["mine.bib#other"], ["pmid:90000001"]]
    assert found((PUBMED, renamed), (decided,)).findings == ()
    elsewhere = record("library", "a.bib#other")
    assert found((PUBMED, elsewhere), (decided,)).findings == ()  # the file has another name, too
    for records in ((PUBMED, renamed, record("library", "mine.bib#third")), (PUBMED, STRANGER, elsewhere)):
        answer = found(records, (decided,))  # which of two is meant nobody can tell, nor is it one of another file
        assert len(answer.groups) == 1 + (STRANGER in records)
        assert [finding.values["reason"] for finding in answer.findings] == [
            "no work here has the name library/mine.bib#mine"
        ]


@pytest.mark.parametrize("key", ["mine", "quimby2019", "17", "quimby2019~3fa91c"])
def test_what_was_decided_holds_when_the_file_has_another_name(key: str) -> None:
    decided = decision("apart", f"pmid:90000001 library/old.bib#{key}")
    with_title = replace(decided, text=MINE.fields.title)
    renamed = record("library", f"new.bib#{key}")
    answer = found((PUBMED, renamed), (with_title,))
    assert (len(answer.groups), answer.findings) == (2, ())
    assert len(found((PUBMED, renamed), (decided,)).findings) == (key == "17")
    others = (renamed, record("library", f"newer.bib#{key}", STRANGER.fields))  # which of two the title alone tells
    assert found((PUBMED, *others), (with_title,)).findings == ()
    assert [one.code for one in found((PUBMED, *others), (decided,)).findings] == ["LIT412"]


@pytest.mark.parametrize(("key", "now"), [("mine", "new.bib#mine"), ("q~3fa91c", "new.bib#q~3fa91c"), ("17", "")])
def test_a_note_is_about_its_record_when_the_file_has_another_name(key: str, now: str) -> None:
    note = Note("of-mine", ("pmid:90000001", f"library/old.bib#{key}"), "Read this.")
    wanted = replace(note, works=("pmid:90000001", f"library/{now}")) if now else note
    assert moved.notes((note,), (PUBMED, record("library", f"new.bib#{key}")), {}) == ((wanted,), ())
    assert moved.notes((note,), (PUBMED, STRANGER), {}) == ((note,), ())


def key_file(*records: Record) -> KeyFile:
    """The key file after a run with these entries."""
    file = KeyFile()
    file.run(grouped(records)[0])
    return file


AGAIN = brought.again("mine", MINE.fields)  # the key of `MINE` with what it says
TAKEN = (replace(STRANGER, id="mine.bib#mine"), replace(MINE, id=f"mine.bib#{AGAIN}"))  # another stands before it
RENAMED = (
    replace(STRANGER, id="mine.bib#mine"),
    replace(MINE, id="old.bib#mine"),
)  # another's file has its file's name
ANEW = (replace(STRANGER, id="mine.bib#mine"), replace(MINE, id="mine.bib#other"))  # both have other keys
REMEMBERED = key_file(MINE).keys


@pytest.mark.parametrize("now", [TAKEN, RENAMED, ANEW])
@pytest.mark.parametrize("text", [MINE.fields.title, ""])
def test_what_was_decided_stays_with_its_work_when_another_takes_the_name(now: tuple[Record, ...], text: str) -> None:
    """Its title says which it was, or else what the key file remembers."""
    decided = replace(decision("join", "pmid:90000001 library/mine.bib#mine"), text=text)
    keys = followed(REMEMBERED, now)
    other = record(name="pmid:90000001", said=fields("Of whales", "Yarrow D", "2001", volume="1", page="3-5"))
    assert works((other, MINE), decided) == [["pmid:90000001", "mine.bib#mine"]]
    assert works((other, *now), decided, keys=keys) == [["mine.bib#mine"], ["pmid:90000001", now[1].id]]


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (TAKEN, f"library/mine.bib#{AGAIN}"),
        (RENAMED, f"library/old.bib#{AGAIN}"),
        (ANEW, f"library/mine.bib#{brought.again('other', MINE.fields)}"),
    ],
)
def test_a_note_stays_with_its_work_when_another_takes_the_name(now: tuple[Record, ...], name: str) -> None:
    note = Note("of-mine", ("library/mine.bib#mine",), "Read this.")
    wanted = replace(note, works=(now[1].key,))
    values = {"name": note.works[0], "now": name, "id": note.works[0]}
    told = Finding("LIT616", "references/notes/of-mine.md", key="of-mine", values=values)
    assert moved.notes((note,), now, followed(REMEMBERED, now).entries) == ((wanted,), (told,))
    sure = replace(note, works=(name,))
    assert moved.notes((replace(note, works=(f"library/mine.bib#{AGAIN}",)),), now, {}) == ((wanted,), ())
    assert moved.notes((sure,), now, {}) == ((wanted,), ())


def test_what_was_decided_and_noted_by_a_number_follows_when_all_are_numbered_anew() -> None:
    was = [record("library", f"a.ris#{at}", fields(title=title)) for at, (_, title) in enumerate(TITLED, 1)]
    text = " | ".join(title for _, title in TITLED)
    decided = replace(decision("apart", "library/a.ris#1 library/a.ris#2"), text=text)
    now = [replace(STRANGER, id="a.ris#1"), *(replace(one, id=f"a.ris#{at}") for at, one in enumerate(was, 2))]
    assert found(now, (decided,)).findings == ()
    assert [len(found(those, (decided,)).groups) for those in (was, now)] == [2, 3]
    note = Note("of-first", (moved.name(was[0]),), "Read this.")
    assert moved.notes((note,), now, {}) == ((replace(note, works=("library/a.ris#2",)),), ())
    left = (replace(was[1], id="a.ris#1"),)  # the first is gone, and its number is the other's now
    nobodys = replace(note, works=(moved.name(was[0]),))
    entries = followed(key_file(*was).keys, left).entries
    assert moved.notes((replace(note, works=(was[0].key,)),), left, entries) == ((nobodys,), ())


SWAPPED = [record("library", f"a.ris#{at}", fields(title=title)) for at, (_, title) in zip((2, 1), TITLED, strict=True)]
WERE = [replace(one, id=f"a.ris#{at}") for at, one in enumerate(SWAPPED, 1)]


@pytest.mark.parametrize("at", [0, 1])
def test_what_a_note_and_a_decision_are_about_stays_when_two_entries_change_their_numbers(at: int) -> None:
    file = key_file(*WERE)
    after = file.run(grouped(SWAPPED)[0], (Note("of-it", (moved.name(WERE[at]),), "Read this."),))
    held = {work.records[0].fields.title: (work.keys[0], bool(work.note)) for work in after.works}
    assert held == {title: (str(place + 1), place == at) for place, (_, title) in enumerate(TITLED)}
    assert file.told == ()
    named = pairs.named(SWAPPED, file.keys, {})
    assert [named.records(key) for key in "12"] == [(one,) for one in SWAPPED]


def test_a_note_whose_entry_has_other_words_and_another_number_is_its_works_by_its_identifier() -> None:
    was = replace(WERE[0], ids=Ids(doi="10.5555/rivers"))
    keys = key_file(was).keys
    corrected = replace(was, id="a.ris#2", fields=fields(title="Of trees in many invented rivers"))
    note = Note("of-it", (moved.name(was),), "Read this.")
    both = (replace(WERE[1], id="a.ris#1", fields=fields(TITLED[1][1], page="7")), corrected)  # on other pages
    (now,), (told,) = moved.notes((note,), both, followed(keys, both).entries)
    assert (now.works, told.code, told.values["now"]) == ((corrected.key,), "LIT616", moved.name(corrected))
    assert moved.notes((note,), both[:1], followed(keys, both[:1]).entries) == ((note,), ())


def test_a_key_that_another_work_took_leads_no_note_to_it() -> None:
    rocks, birds = (replace(one, id=f"a.bib#{key}") for one, key in zip(WERE, ("rocks", "birds"), strict=True))
    note = Note("of-it", ("library/a.bib#rocks~3fa91c",), "Read this.")  # what it said long ago
    now = (replace(rocks, id="a.bib#birds"), replace(birds, id="a.bib#rocks"))
    assert moved.notes((note,), now, followed(key_file(rocks, birds).keys, now).entries) == ((note,), ())


def test_a_note_whose_entry_says_something_else_is_told_and_one_by_a_number_is_nobodys() -> None:
    note = Note("of-mine", (f"library/mine.bib#{AGAIN}", "library/mine.bib#17~3fa91c"))
    corrected = [replace(STRANGER, id=f"mine.bib#{key}") for key in ("mine", "17")]
    (now,), (told,) = moved.notes((note,), corrected, {})
    assert now.works == ("library/mine.bib#mine", "library/mine.bib#17~3fa91c")
    assert (told.code, told.values["now"]) == ("LIT616", moved.name(corrected[0]))
    assert moved.notes((replace(note, works=(moved.name(corrected[0]),)),), corrected, {})[1] == ()


def test_the_order_of_the_records_changes_nothing_and_merged_works_keep_their_keys() -> None:
    other = record(
        "pubmed", "pmid:90000009", fields("An invented case of knees", "Yarrow D", "2001", volume="1", page="3-5")
    )
    knee = record("library", "mine.bib#knee", other.fields)
    records = [PUBMED, CROSSREF, MINE, THINNER, STRANGER, UNCERTAIN, other, knee, replace(knee, id="b.bib#yarrow")]
    given = Keys({"old2019": ("pmid:90000001",), "older": ("library/mine.bib#thin",)})
    wanted = None
    for seed in range(20):
        random.Random(seed).shuffle(records)
        answer = joined(records, given, {})
        keyed = citekeys.assigned(answer.groups, (), given.works, {})
        told = (keyed, {one.names for one in answer.alike}, answer.findings)
        wanted = wanted or told
        assert told == wanted
    assert wanted is not None
    assert [(work.keys, len(work.records)) for work in wanted[0].works] == [
        (("held",), 1),
        (("knee", "yarrow"), 3),
        (("older", "mine", "old2019", "thin"), 4),
        (("zabel",), 1),
    ]
    again = citekeys.assigned(found(records, keys=Keys(wanted[0].known)).groups, (), wanted[0].known, wanted[0].aliases)
    assert again == wanted[0]


def test_a_key_that_is_used_twice_is_told_until_both_are_one_work() -> None:
    twice = Finding("LIT607", "references/library/b.bib", key="mine", values={"key": "mine", "other": "more/a.bib"})
    one, other = (replace(MINE, id=f"{file}#mine") for file in ("b.bib", "./more/a.bib"))
    for records, told in (((one, other), []), ((one, replace(other, fields=STRANGER.fields)), [twice])):
        keyed = citekeys.assigned(found(records).groups, (), {}, {}).works
        assert list(unsettled([twice], keyed, ())) == told


def test_a_number_that_two_exports_have_is_told_where_a_document_cites_it() -> None:
    twice = Finding("LIT607", "references/library/b.ris", key="1", values={"key": "1", "other": "a.ris"})
    one, other = replace(MINE, id="b.ris#1"), replace(STRANGER, id="./a.ris#1")
    keyed = citekeys.assigned(found((one, other)).groups, (), {}, {}).works
    for cited, told in (((), []), (("1",), [twice])):
        assert list(unsettled([twice], keyed, cited)) == told


def test_nothing_and_records_that_say_nothing() -> None:
    assert found(()) == Joined((), (), ())
    bare = record("library", "mine.bib#empty", Fields(type="article-journal"))
    assert works((bare, replace(bare, id="mine.bib#also"))) == [["mine.bib#also"], ["mine.bib#empty"]]


def test_what_belongs_together_by_its_title_is_named_beside_it_unless_a_source_says_how() -> None:
    reply = record(
        "library", "mine.bib#reply", fields(f"Reply to: {fields().title}", year="2020", volume="13", page="7")
    )
    ours = Related("library/mine.bib#reply", "reply", "pubmed/pmid:90000001")
    assert found((PUBMED, reply)).related == (ours,)
    stated = replace(reply, ids=Ids(doi="10.5555/reply"), relations=(Relation("comment", "of", Ids(pmid="90000001")),))
    assert found((PUBMED, stated)).related == ()


@pytest.mark.parametrize(
    ("title", "volume", "issue", "outcome"),
    [
        (MINE.fields.title, "12", "3", (1, 0)),  # some leave the letter out
        (MINE.fields.title, "12 Suppl 1", "Suppl 1", (0, 1)),
        (f"Abstract 101: {MINE.fields.title}", "12", "3", (0, 0)),
    ],
)
def test_a_page_of_a_supplement_is_another_than_that_of_its_number(
    title: str, volume: str, issue: str, outcome: tuple[int, int]
) -> None:
    other = record("library", "b.ris#2", fields(title, volume=volume, issue=issue, page="S101"))
    answer = duplicates((MINE, other))
    assert (len(answer.joins), len(answer.questions)) == outcome


@pytest.mark.parametrize("ours", [("a.bib#x", "b.bib#y"), ("b.bib#y", "a.bib#x")])
def test_one_identifier_of_two_titles_joins_what_the_service_says_and_the_other_is_asked_about(
    ours: tuple[str, str],
) -> None:
    same = record("library", ours[0], doi="10.5555/a")
    other = record("library", ours[1], fields(title="Of stones beside an invented road", page=""), doi="10.5555/a")
    why = "the same identifier, but their titles or pages differ"
    answer = found((same, other))
    assert [len(group.records) for group in answer.groups] == [1, 1]
    assert [(one.why, one.joined) for one in answer.alike] == [(f"{why}; doi:10.5555/a is printed with neither", False)]
    assert [group.ids.keys() for group in answer.groups] == [(), ()]
    answer = found((CROSSREF, same, other))
    assert [[one.id for one in group.records] for group in answer.groups] == [["doi:10.5555/a", ours[0]], [ours[1]]]
    assert [(one.one, one.other, one.why, one.joined) for one in answer.alike] == [
        ((CROSSREF, same), (other,), why, False)
    ]
    pair = f"library/{ours[0]} library/{ours[1]}"
    assert found((same, other), [decision("apart", pair)]).alike == ()
    assert works((CROSSREF, same, other), decision("join", pair)) == [["doi:10.5555/a", *sorted(ours)]]


@pytest.mark.parametrize("key", ["rocks", "17"])
@pytest.mark.parametrize("sure", [True, False])
def test_what_is_known_of_two_entries_stays_with_them_when_their_file_is_renamed_and_their_keys_exchanged(
    key: str, *, sure: bool
) -> None:
    both = [record("library", f"old.bib#{name}", said.fields) for name, said in zip((key, "18"), WERE, strict=True)]
    file = key_file(*both)
    now = [replace(one, id=f"new.bib#{name}") for one, name in zip(both, ("18", key), strict=True)]
    notes = (Note("of-it", (moved.name(both[0]) if sure else both[0].key,), "Read this."),)
    text = " | ".join(title for _, title in TITLED)
    decided = [replace(decision("apart", " ".join(one.key for one in both)), text=said) for said in (text, "")]
    after = file.run(grouped(now)[0], notes)
    assert [one.code for one in file.told] == ([] if sure else ["LIT616"])
    held = {work.records[0].fields.title: (work.keys[0], bool(work.note)) for work in after.works}
    assert held == {TITLED[0][1]: (key, True), TITLED[1][1]: ("18", False)}
    named = pairs.named(now, file.keys, {})
    assert [named.sides(one) for one in decided] == [((now[0],), (now[1],))] * 2


def test_a_number_that_an_entry_never_seen_took_is_neither_a_key_nor_a_note_of_the_one_that_is_gone() -> None:
    file = key_file(*WERE)
    keys = file.keys
    new = replace(STRANGER, id="a.ris#1")  # the second is there still
    found = file.run(grouped((new, WERE[1]))[0], (Note("of-it", ("library/a.ris#1",), "Read this."),))
    assert {work.keys[0]: (work.records[0].fields.title, work.note) for work in found.works} == {
        "zabel2019": ("Of other things", None),
        "2": (TITLED[1][1], None),
    }
    corrected = replace(WERE[0], fields=fields(title="Of trees at invented rivers"))
    kept = KeyFile(keys).run(grouped((corrected, WERE[1]))[0])
    assert sorted(work.keys[0] for work in kept.works) == ["1", "2"]
