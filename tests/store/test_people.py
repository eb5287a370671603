"""Notes and reading lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Date, Fields, Finding, ListItem, Name, Note, Place, ReadingList
from cluneal_lit.store import people

NOTE = """---
works: [pmid:90000001, https://doi.org/10.5555/A]
tags: [superior, no, 010]
significance: landmark
level: 2b
by: A. N. Invented
reviewed: 2026-11-20
corrections:
  volume: 015
---

**Bottom line.** Invented.
"""


def test_a_note_keeps_every_scalar_as_it_is_written() -> None:
    assert people.note("x", NOTE) == Note(
        key="x",
        works=("pmid:90000001", "doi:10.5555/a"),
        text="**Bottom line.** Invented.",
        tags=("superior", "no", "010"),
        significance="landmark",
        level="2b",
        by="A. N. Invented",
        reviewed="2026-11-20",
        corrections=Fields(volume="015"),
    )


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("works: [pmid:90000001", "line 3: front matter is no YAML"),
        ("- a", "front matter is no mapping"),
        ("work: x", "there is no field work in a note"),
        ("works: [banana]", "`works` names 'banana', which is no identifier"),
        ("work: pmid:1", "there is no field work in a note; did you mean works?"),
        ("tags: one", "`tags` is no list of texts; write tags: [one, other]"),
        ("works: [[1]]", "`works` is no list of texts"),
        ("title: [a]", "`title` is a list or a mapping; write one text"),
        ("corrections: x", "`corrections` is no mapping"),
        ("corrections: {titel: x}", "`corrections` knows no field titel; did you mean title?"),
        ("corrections: {container_title: x}", "did you mean container-title?"),
        ("corrections: {status: x}", "`corrections` knows no field status; there are: URL, author"),
        ("corrections: {DOI: 10.5555/a}", "`corrections` holds DOI, an identifier; identifiers stand under `works`"),
        ("corrections: {volume: [1]}", "`corrections`: volume cannot be read; write one text"),
        ("corrections: {author: Isu T}", "`corrections`: author cannot be read; write a list: [Isu T, Kim K]"),
        ("corrections: {author: [{name: Isu}]}", "`corrections`: author cannot be read"),
        ("corrections: {issued: soon}", "`corrections`: issued cannot be read; write 2018 or 2018 Mar 28"),
        ("corrections: {issued: 2018 Mar 39}", "`corrections`: issued cannot be read; write 2018 or 2018 Mar 28"),
        ("corrections: {issued: 2019-02-30}", "`corrections`: issued cannot be read; write 2018 or 2018 Mar 28"),
        ("corrections: {issued: {date-parts: [[2019, 2, 30]]}}", "`corrections`: issued cannot be read"),
        ("corrections: {issued: {date-parts: [[2018, 13]]}}", "`corrections`: issued cannot be read"),
        ("corrections: {issued: {date-parts: [[]]}}", "`corrections`: issued cannot be read"),
        ("corrections: {issued: {date-parts: [[2018, 1, 45]]}}", "`corrections`: issued cannot be read"),
    ],
)
def test_front_matter_that_does_not_read_says_why(front: str, reason: str) -> None:
    with pytest.raises(StoreError, match=re.escape(reason)):
        people.note("x", f"---\n{front}\n---\nText")


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("issued: 2019", Fields(issued=Date(((2019,),)))),
        ("issued: 2018 Mar 28", Fields(issued=Date(((2018, 3, 28),)))),
        ("issued: ca. 1543", Fields(issued=Date(((1543,),), circa=True))),
        ("issued: {date-parts: [[1543]], circa: true}", Fields(issued=Date(((1543,),), circa=True))),
        ("issued: 2000 1st Quart", Fields(issued=Date(((2000,),), literal="2000 1st Quart"))),
        ("issued: {date-parts: [[2018, 3]]}", Fields(issued=Date(((2018, 3),)))),
        ("author: [Isu T, Kim K]", Fields(author=(Name("Isu", "T"), Name("Kim", "K")))),
        (
            "author: [{family: Isu, given: Toyohiko}, {literal: A Group}]",
            Fields(author=(Name("Isu", "Toyohiko"), Name(literal="A Group"))),
        ),
        ("volume: 015", Fields(volume="015")),
        ("{page: 1-2, issue:}", Fields(page="1-2")),
    ],
)
def test_corrections_are_read_in_the_forms_in_which_people_write_them(written: str, fields: Fields) -> None:
    corrections = written if written.startswith("{") else "{" + written + "}"
    assert people.note("x", f"---\ncorrections: {corrections}\n---\n") == Note("x", (), corrections=fields)


def test_one_work_needs_no_list() -> None:
    assert people.note("x", "---\nworks: pmid:90000001\n---\n").works == ("pmid:90000001",)


def test_a_text_without_front_matter_is_a_note_of_no_work() -> None:
    assert people.note("x", "Only text") == Note("x", (), "Only text")


def test_a_broken_note_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "references" / "notes"
    folder.mkdir(parents=True)
    (folder / "a.md").write_bytes(b"\xff\xfe\x00")
    (folder / "b.md").write_text("Fine", encoding="utf-8")
    notes, findings = people.notes(folder)
    assert notes == (Note("b", (), "Fine"),)
    assert findings == (
        Finding("LIT303", "references/notes/a.md", values={"reason": "is not UTF-8; save it as UTF-8"}),
    )


LIST = """---
title: Start here
---
Five works.

1. [@isu2018] (must): The first
   to read.
2. @konno2017middle: Anatomy.
- [@x]
"""


def test_a_reading_list_has_order_importance_and_reasons() -> None:
    found = ReadingList(
        "start",
        "Start here",
        "Five works.",
        (
            ListItem("isu2018", "must", "The first to read.", 6),
            ListItem("konno2017middle", "", "Anatomy.", 8),
            ListItem("x", "", "", 9),
        ),
    )
    assert people.reading_list("start", LIST) == (found, ())


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("1. [@pmid:90000002] (should): why", ListItem("pmid:90000002", "should", "why", 1)),
        ("- [@doi:10.5555/x]: why", ListItem("doi:10.5555/x", "", "why", 1)),
        ("* @doi:10.5555/x: why", ListItem("doi:10.5555/x", "", "why", 1)),
        ("+ [@a] (MUST) — why", ListItem("a", "must", "why", 1)),
        ("1. [@a] (must, 20 min): why", ListItem("a", "must", "why", 1, 20)),
        ("1. [@a] (5 min) why", ListItem("a", "", "why", 1, 5)),
        ("2) [@a] (2018 review) why", ListItem("a", "", "(2018 review) why", 1)),
        ("- [@a] (vital): why", ListItem("a", "", "(vital): why", 1)),
        ("* **[@pmid:90000002]** — why", ListItem("pmid:90000002", "", "why", 1)),
        ("1. _[@a]_ (must): why", ListItem("a", "must", "why", 1)),
        ("- **[@a]:** why", ListItem("a", "", "why", 1)),
        ("- **@a:** why", ListItem("a", "", "why", 1)),
        ("- _@a_b_ why", ListItem("a_b", "", "why", 1)),
    ],
)
def test_an_item_is_a_key_an_importance_and_a_reason(line: str, item: ListItem) -> None:
    assert people.reading_list("x", line) == (ReadingList("x", "x", items=(item,)), ())


NO_WORK = "it names no work, and belongs to no item above it"
BETWEEN = """# Where to begin

These are about:

- nerves
- blocks

1. (must): an item without a key
2. [@a]: why,
   and more
## Then
A paragraph.

   indented below no item
3. [@b]: why
   - in detail
"""


def test_what_is_no_item_is_told_with_its_line_and_glued_to_nothing() -> None:
    assert people.reading_list("x", BETWEEN) == (
        ReadingList(
            "x",
            "Where to begin",
            "These are about:\n\n- nerves\n- blocks",
            (ListItem("a", "", "why, and more", 9), ListItem("b", "", "why - in detail", 15)),
        ),
        tuple(
            Finding("LIT604", place=Place(line=line), values={"raw": raw, "reason": NO_WORK})
            for line, raw in ((8, "1. (must): an item without a key"), (11, "## Then"), (12, "A paragraph."))
        ),
    )


HALVES = (
    "Intro [reg][r].[^1]",
    "1. [@a] (must): See [reg][r] and\n   a note[^1].\n2. [@b]: so[^n], [r] and [s][].\n- [@c]: why",
    '[r]: https://a.example/ "T"\n[^1]: The *footnote*, as [there][r].\n\n    More.\n[^n]: Another\n'
    "[s]: https://b.example/\n[^no]: Named by nothing",
)
THERE = 'https://a.example/ "T"'
BELOW = f"¹ The *footnote*, as [there]({THERE}).\n\nMore."


@pytest.mark.parametrize("order", ["\n\n".join((HALVES[0], HALVES[2], HALVES[1])), "\n\n".join(HALVES)])
def test_links_and_footnotes_hold_for_a_whole_list_wherever_they_are_defined(order: str) -> None:
    found, told = people.reading_list("x", order)
    assert told == ()
    assert found.text == f"Intro [reg]({THERE}).¹\n\nNamed by nothing\n\n{BELOW}"
    assert [item.reason for item in found.items] == [
        f"See [reg]({THERE}) and a note¹.\n\n{BELOW}",
        f"so¹, [r]({THERE}) and [s](https://b.example/).\n\n¹ Another",
        "why",
    ]
    lines = order.split("\n")
    assert [lines[item.line - 1][:7] for item in found.items] == ["1. [@a]", "2. [@b]", "- [@c]:"]


@pytest.mark.parametrize("gap", ["", "\n", "\n   ", "\n    "])
def test_a_link_may_be_defined_between_items(gap: str) -> None:
    found, told = people.reading_list("x", f"1. [@a]: [x][r]\n{gap}[r]: <https://a.example/>\n2. [@b]: [r]\nNo item\n")
    assert [item.reason for item in found.items] == ["[x](https://a.example/)", "[r](https://a.example/)"]
    assert [finding.values["raw"] for finding in told] == ["No item"]


def test_an_image_has_its_address_too() -> None:
    found, _ = people.reading_list(
        "x", "See ![m][r] and [m][r].\n\n1. [@a]: ![f][r], [f][r]\n\n[r]: https://a.example/"
    )
    assert found.text == "See ![m](https://a.example/) and [m](https://a.example/)."
    assert found.items[0].reason == "![f](https://a.example/), [f](https://a.example/)"


def test_what_defines_no_link_among_items_is_told() -> None:
    _, told = people.reading_list("x", "- [@a]: why\n\n- [b]: why\n\n[c]: two words\n\n[d]: javascript:x\n")
    assert [finding.values["raw"] for finding in told] == ["- [b]: why", "[c]: two words", "[d]: javascript:x"]


def test_a_list_has_no_other_field_than_its_title() -> None:
    with pytest.raises(StoreError, match="there is no field titel in a reading list; did you mean title"):
        people.reading_list("x", "---\ntitel: T\n---\n")


def test_lists_with_an_order_come_first_and_by_it(tmp_path: Path) -> None:
    for name, front in (("a", ""), ("b", "order: 10\n"), ("c", "order: 2\n"), ("d", "order: two\n")):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: T\n{front}---\n- [@x]: why\n", encoding="utf-8")
    found, told = people.lists(tmp_path)
    assert [one.name for one in found] == ["c", "b", "a"]
    assert [finding.values["reason"] for finding in told] == ["`order` is 'two'; write a number such as 1"]


def test_a_list_of_which_no_item_names_a_work_is_told() -> None:
    found, told = people.reading_list("x", "---\r\ntitle: T\r\n---\r\nText\r\n- Isu 2018: read it\r\n")
    assert found == ReadingList("x", "T", "Text")
    assert told == (Finding("LIT604", place=Place(line=5), values={"raw": "- Isu 2018: read it", "reason": NO_WORK}),)


@pytest.mark.parametrize("line", ["1. [@a; @nobody] (must): why", "- **[@a, @b]** why", "  * [@a; @b; @c]"])
def test_of_an_item_with_several_keys_is_said_that_one_item_names_one_work(line: str) -> None:
    found, told = people.reading_list("x", f"{line}\n\n- [@c]: why\n")
    assert found == ReadingList("x", "x", items=(ListItem("c", "", "why", 3),))
    reason = "it names several works; one item names one work"
    assert told == (Finding("LIT604", place=Place(line=1), values={"raw": line.strip(), "reason": reason}),)


def test_a_finding_about_a_line_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.md").write_text("- [@a]\n- b\n")
    found, told = people.lists(tmp_path / "lists")
    assert found == (ReadingList("a", "a", items=(ListItem("a", line=1),)),)
    assert told == (
        Finding("LIT604", f"{tmp_path.name}/lists/a.md", Place(line=2), values={"raw": "- b", "reason": NO_WORK}),
    )


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ('title: "\\ud800"', "line 2: front matter is no YAML: an escape stands for half of a character"),
        ('title: x\n"\\udc00": x', "line 3: front matter is no YAML: an escape stands for half of a character"),
        ('works: ["library/a#\\ud83d\\ude00"]', "line 2: front matter is no YAML: an escape stands for half of"),
        ('title: "\\U00110000"', "front matter is no YAML: an escape stands for no character"),
        ('title: "\\UFFFFFFFF"', "front matter is no YAML: an escape stands for no character"),
        ("title: " + "[" * 5000, "front matter is nested too deeply for a note"),
    ],
)
def test_front_matter_that_stands_for_no_text_is_told(tmp_path: Path, front: str, reason: str) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(f"---\n{front}\n---\nInvented.\n")
    found, (told,) = people.notes(tmp_path / "notes")
    assert (found, told.code, str(told.values["reason"])[: len(reason)]) == ((), "LIT303", reason)


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    nothing: tuple[tuple[object, ...], tuple[Finding, ...]] = ((), ())
    assert (people.notes(tmp_path / "no"), people.lists(tmp_path / "no")) == (nothing, nothing)


FIELDS = {"works", "title", "tags", "corrections", "issued", "author", "date-parts", "volume", "family", "x"}
YAML = st.recursive(
    st.text("ab1: []{}#-'\"\n", max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(sorted(FIELDS)), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), YAML, max_size=3) | YAML)
def test_any_front_matter_gives_a_note_or_one_line(front: object) -> None:
    text = f"---\n{yaml.safe_dump(front)}---\nText"
    try:
        assert people.note("x", text).key == "x"
    except StoreError as error:
        assert "\n" not in str(error)


LINES = ("1. [@a] (must): why", "- @b", "- no work", "text", "  indented", "", "# Heading", "---", "\t- [@c] why")


@given(st.lists(st.sampled_from(LINES)))
def test_every_item_of_a_reading_list_is_read_whatever_stands_beside_it(lines: list[str]) -> None:
    try:
        found, _ = people.reading_list("x", "\n".join(lines))
    except StoreError:  # what begins like front matter and is none that a list has
        assert lines[0] == "---"
    else:
        assert len(found.items) == sum("@" in line for line in lines)
