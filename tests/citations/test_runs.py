"""References one after another in one paragraph. All are invented."""

from __future__ import annotations

import textwrap

import pytest

from cluneal_lit.citations.references.lists import blocks
from tests.citations.found import cited

ALDA = "Alda A, Berg B. On the nerves of the back. J Inv Nerves. 2001;1(2):3-14. doi: 10.1000/inv.2001.1."
CRUZ = "Cruz C. Blocks of nerves, part 2. J Inv Nerves. 2002;1(3):5-6. PMID: 21013577."
DUNN = "Dunn D, Egge E, Funk F, et al. More blocks. J Inv Nerves. 2003;2(3):5-6. https://doi.org/10.1000/inv.3"
GRAF = "World Organization of Nerves. Surgery. 2nd ed. Graz: Inv; 2004."
WORKS = (ALDA, CRUZ, DUNN, GRAF)
PROSE = "Pain is common [1], and blocks help [2,3]; surgery works [4].\n\n"


def run(label: str, works: tuple[str, ...] = WORKS, parting: str = " ") -> str:
    return parting.join(f"{label.format(number)} {work}" for number, work in enumerate(works, 1))


def entries(text: str) -> list[tuple[int | None, str, int]]:
    return [(each.number, each.raw, len(each.cited_at)) for each in cited(text) if each.in_list]


@pytest.mark.parametrize("label", ["{}.", "{})", "[{}]", "({})", r"\[{}\]"])
@pytest.mark.parametrize(
    "title", ["References\n\n", "References\n", "References: ", "**References:** ", "Literatur\n\n", ""]
)
def test_each_is_an_entry_with_its_number_and_what_cites_it(label: str, title: str) -> None:
    assert entries(PROSE + title + run(label) + "\n") == [(at, work, 1) for at, work in enumerate(WORKS, 1)]


@pytest.mark.parametrize("label", ["{}", "^{}", "^{}^"])
@pytest.mark.parametrize("title", ["References\n\n", "References\n"])
def test_numbers_may_have_no_sign_behind_them(label: str, title: str) -> None:
    assert entries(PROSE + title + run(label) + "\n") == [(at, work, 1) for at, work in enumerate(WORKS, 1)]


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("title", ["References\n\n", ""])
@pytest.mark.parametrize(
    ("path", "raise_"),
    [
        ("a.html", "<sup>{}</sup>"),
        ("a.md", "<sup>{}</sup>"),
        ("a.md", "^{}^"),
        ("a.txt", "{}"),
        ("a.txt", "¹²³⁴"),
    ],
)
def test_raised_numbers_stand_before_names_with_and_without_a_blank(
    path: str, raise_: str, title: str, blank: str
) -> None:
    labels = list(raise_) if raise_ == "¹²³⁴" else [raise_.format(number) for number in range(1, 5)]
    listed = " ".join(f"{label}{blank}{work}" for label, work in zip(labels, WORKS, strict=True))
    text = f"<p>{title}</p><p>{listed}</p>" if path == "a.html" else f"{title}{listed}"
    assert [(each.number, each.raw) for each in cited(text, path) if each.in_list] == list(enumerate(WORKS, 1))


@pytest.mark.parametrize("raise_", ["<sup>{}</sup>", "{}"])
def test_no_blank_need_stand_before_a_number_behind_a_full_stop(raise_: str) -> None:
    works = (
        "Alda A. Nerves. J Inv. 2001;1(2):3-14.",
        "Berg B. Backs. J Inv. 2002;2:5-6.",
        "Cruz C. 3D. J Inv. 2003;3:5-9.",
    )
    text = "".join(raise_.format(number) + work for number, work in enumerate(works, 1))
    found = cited(f"<p>Text.</p><p>{text}</p>", "a.html")
    assert [(each.number, each.raw) for each in found if each.in_list] == list(enumerate(works, 1))


@pytest.mark.parametrize(
    "text",
    [
        "1Alda A. Of 2Nerves and 3Blocks. J Inv Nerves. 2001;1(2):3-14. 2Pages of 5Tables are added.",
        "1 Alda A, Berg B. Of 2 Nerves and 3 Blocks. J Inv Nerves. 2001;1(2):3-14. 4 Pages of 5 Tables are added.",
        "1 Alda A. Rooms to let. 2 Berg B. Rooms. 3 Cruz C. Rooms since 2001.",
    ],
)
def test_numbers_without_signs_in_other_text_part_nothing(text: str) -> None:
    assert len(entries("References\n\n" + text)) < 2


@pytest.mark.parametrize("width", [50, 78, 100])
@pytest.mark.parametrize("label", ["{}.", "[{}]"])
def test_the_paragraph_may_be_wrapped(label: str, width: int) -> None:
    wrapped = textwrap.fill(run(label), width, break_long_words=False, break_on_hyphens=False)
    assert entries(PROSE + "References\n\n" + wrapped) == [(at, work, 1) for at, work in enumerate(WORKS, 1)]


def test_each_has_its_own_identifiers() -> None:
    found = [each.ids.keys() for each in cited(PROSE + run("{}."))]
    assert found[-4:] == [("doi:10.1000/inv.2001.1",), ("pmid:21013577",), ("doi:10.1000/inv.3",), ()]
    assert len(found) == 7


def test_a_semicolon_between_them_is_none_of_theirs() -> None:
    works = tuple(work.rstrip(".") for work in WORKS)
    assert entries(PROSE + run("({})", works, "; ")) == [(at, work, 1) for at, work in enumerate(works, 1)]


def test_two_are_a_list_below_a_heading() -> None:
    assert [number for number, _, _ in entries("References\n\n" + run("{}.", WORKS[:2]))] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "We asked 1. Smith, A. about pain in 2001. 2. Jones, B. about nerves in 2002. 3. Poe, C. about blocks.",
        "The trial had three arms: (1) blocks in 2001, by A. Smith; (2) surgery in 2002; (3) neither in 2003.",
        "1. Bring the form of 2001. 2. Sign it before May 2002. 3. Send it to Graz, Austria, in 2003.",
    ],
)
def test_numbered_clauses_are_no_references(text: str) -> None:
    assert entries(text) == []


def test_prose_in_the_line_below_is_no_part_of_the_last() -> None:
    text = f"{PROSE}References\n\n{run('{}.', WORKS[:3])}\nWe thank the people who were there.\n"
    assert [raw for _, raw, _ in entries(text)] == list(WORKS[:3])


def test_one_behind_another_in_a_list_of_lines() -> None:
    rows = f"References\n\n1. {ALDA} 2. {CRUZ}\n" + "".join(f"{number}. {DUNN}\n" for number in range(3, 9))
    assert [(number, raw) for number, raw, _ in entries(rows)] == [
        (1, ALDA),
        (2, CRUZ),
        *((number, DUNN) for number in range(3, 9)),
    ]


TITLES = (
    "References", "References:", "**References**", "Bibliography:", "Literatur:", "Literature cited", "Works Cited",
    "Referências", "Riferimenti:", "参考文献", "参考文献：", "Quellen", "Список литературы", "Notes:", "Références :",
)  # fmt: skip


@pytest.mark.parametrize("before", ["", "The end of the text. "])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_before_the_first_in_one_line(title: str, before: str) -> None:
    text = f"{PROSE}{before}{title} {run('{}.', WORKS[:2])}\n"
    assert [(number, raw) for number, raw, _ in entries(text)] == [(1, ALDA), (2, CRUZ)]
    assert numbered(text, everywhere=True) == numbered(text, everywhere=False) == [1, 2]


@pytest.mark.parametrize("label", ["{}.", "{})", "[{}]", "({})", "**{}.**", "R{}.", "| {} |", "[^{}]:", "- [{}]"])
def test_what_is_left_out_holds_no_entry(label: str) -> None:
    text = f"{PROSE}References\n\n{run(label, WORKS, chr(10))}\n\nThe end of it.\n"
    assert numbered(text, everywhere=True) == numbered(text, everywhere=False) == [1, 2, 3, 4]


def numbered(text: str, *, everywhere: bool) -> list[int]:
    return [block.number for block in blocks(text, everywhere) if block.number is not None]


DATED = (
    "Alda, A., & Berg, B. (2001). On the nerves of the back. Journal of Inventions, 1(2), 3-14.",
    "World Organization of Nerves. (2004). Surgery of every nerve. Graz: Invention Press.",
    "Cruz, C. (2002). Blocks of nerves. Part 2. Journal of Inventions, 1(3), 5-6.",
)


@pytest.mark.parametrize("works", [WORKS[:3], DATED])
@pytest.mark.parametrize("width", [60, 90, 2000])
def test_they_need_no_numbers_below_a_heading(works: tuple[str, ...], width: int) -> None:
    wrapped = textwrap.fill(" ".join(works), width, break_long_words=False, break_on_hyphens=False)
    assert entries(f"Pain is common.\n\nReferences\n\n{wrapped}\n") == [(None, work, 0) for work in works]


def test_without_a_heading_they_are_none() -> None:
    assert entries("Pain is common.\n\n" + " ".join(WORKS[:3])) == []


def test_sentences_that_begin_with_people_are_not_cut() -> None:
    said = "Alda A. said so in 2001. Berg B. said no in 2002. Cruz C. went home in 2003."
    assert [raw for _, raw, _ in entries(f"References\n\n{said}\n")] == [said]


@pytest.mark.parametrize("title", ["References: ", "Sources: ", "References\n"])
@pytest.mark.parametrize(
    "labels",
    [("¹", "²", "³"), ("¹ ", "² ", "³ "), ("<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>"), ("1 ", "2 ", "3 ")],
)
def test_raised_numbers_behind_a_title_label_entries(labels: tuple[str, str, str], title: str) -> None:
    works = [
        "Berg A, Kim B. Walking after block. Lancet 2012;380:1-9.",
        "Roe C. Pain and sleep. BMJ 2014;348:g12.",
        "Diaz E, Poe F. Surgery of the nerve. Spine 2016;41:100-5.",
    ]
    text = title + " ".join(label + work for label, work in zip(labels, works, strict=True))
    found = [one for one in cited(f"Walking helps.\n\n{text}\n", "a.md") if one.form == "reference"]
    assert [(one.number, one.raw) for one in found] == list(enumerate(works, 1))
