"""reStructuredText becomes documents. The texts are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation, Place


def cited(text: str) -> tuple[Citation, ...]:
    return scan(read("a.rst", text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        ".. PMID: 29656623 is a comment\n   PMID: 11097678\n",
        "..\n   PMID: 29656623\n",
        "Code ``PMID: 29656623``.\n",
        "As follows::\n\n   PMID: 29656623\n\n   PMID: 11097678\n",
        ".. code-block:: python\n   :linenos:\n\n   x = 'PMID: 29656623'\n",
        ">>> search('PMID: 29656623')\n",
    ],
)
def test_code_and_comments_are_no_text(text: str) -> None:
    assert [one.ids.keys() for one in cited(f"{text}\nPMID: 17\n")] == [("pmid:17",)]


def test_an_empty_comment_hides_nothing() -> None:
    assert [one.ids.keys() for one in cited("..\n\n   PMID: 29656623\n")] == [("pmid:29656623",)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("See :doi:`10.1000/a`.", ("doi:10.1000/a",)),
        ("See :pmid:`29656623`.", ("pmid:29656623",)),
        ("See `Isu <https://doi.org/10.1000/a>`_.", ("doi:10.1000/a",)),
        (".. note:: PMID: 29656623", ("pmid:29656623",)),
        (".. _Isu: https://doi.org/10.1000/a", ("doi:10.1000/a",)),
    ],
)
def test_roles_links_and_directives_are_text(text: str, ids: tuple[str, ...]) -> None:
    assert [one.ids.keys() for one in cited(text)] == [ids]


LIST = """Pain is common [1]_ and treated [Isu2018]_ and described :cite:p:`kim2019, talu2000`.

.. rubric:: References

.. [1] Talu GK, Talu U. Superior cluneal nerve entrapment.
   Reg Anesth Pain Med. 2000;25:648-50.
.. [Isu2018] Isu T, Kim K. Cluneal nerve entrapment.
   *Neurospine*. 2018;15:25-32. doi:10.14245/ns.1836024.012

PMID: 17
"""


def test_footnotes_and_citations_are_joined_to_what_leads_to_them() -> None:
    assert [(one.form, one.cited_as, one.number, one.numbers, one.place, one.ids.keys()) for one in cited(LIST)] == [
        ("marker", "[1]", None, (1,), Place(1, 16), ()),
        ("key", "Isu2018", None, (), Place(1, 33), ()),
        ("key", "kim2019", None, (), Place(1, 67), ()),
        ("key", "talu2000", None, (), Place(1, 76), ()),
        ("reference", "", 1, (), Place(5, 8), ()),
        ("reference", "Isu2018", None, (), Place(7, 14), ("doi:10.14245/ns.1836024.012",)),
        ("pmid", "", None, (), Place(10, 1), ("pmid:17",)),
    ]


@pytest.mark.parametrize(
    ("marks", "labels", "numbers"),
    [
        (("#", "#"), ("#", "#"), (1, 2)),
        (("#b", "#a"), ("#a", "#b"), (2, 1)),
        (("1", "#a"), ("1", "#a"), (1, 2)),
        (("#", "2"), ("2", "#"), (1, 2)),
        (("*", "#"), ("#", "*"), (2, 1)),
    ],
)
def test_notes_that_count_themselves_are_numbered(
    marks: tuple[str, str], labels: tuple[str, str], numbers: tuple[int, int]
) -> None:
    head = f"It hurts [{marks[0]}]_. It is treated [{marks[1]}]_ well.\n\n.. rubric:: References\n\n"
    isu, kim = (
        f".. [{labels[0]}] Isu T. Nerves. Pain. 2001;1:2-3.\n",
        f".. [{labels[1]}] Kim K. Backs. Pain. 2002;1:4-5.",
    )
    first, second, *entries = cited(head + isu + kim)
    assert (first.numbers, second.numbers) == ((numbers[0],), (numbers[1],))
    assert [one.fields.title for one in entries] == ["Nerves", "Backs"]
    places = [
        Place(1, 10),
        Place(1, 29 + len(marks[0])),
        Place(5, len(labels[0]) + 7),
        Place(6, len(labels[1]) + 7),
    ]
    assert [one.place for one in (first, second, *entries)] == places
    by_number = {one.number: one.id for one in entries}
    assert [one.cites for one in (first, second)] == [(by_number[one],) for one in numbers]


def test_a_footnote_is_no_entry_of_the_list_of_its_number() -> None:
    listed = "1. Aa B. Nerves. Pain. 2001;1:2-3.\n2. Cc D. Backs. Pain. 2002;1:2-3."
    note = ".. [1]\n   Smith J. Notes. Pain. 2020;3:4-5. doi:10.1000/a"
    found = cited(f"It hurts. [1]_\n\nReferences\n==========\n\n{listed}\n\n{note}")
    entries = {one.id: one.raw for one in found}
    assert [[entries[each] for each in one.cites] for one in found if one.form == "marker"] == [
        ["Smith J. Notes. Pain. 2020;3:4-5. doi:10.1000/a"]
    ]


def test_raised_numbers_are_markers() -> None:
    text = "Studies call it common\\ :sup:`1`\\ , cured.:sup:`2,3` It is 9 cm\\ :sup:`2` wide and H\\ :sub:`2`\\ O.\n"
    assert [(one.form, one.numbers) for one in cited(text)] == [("marker", (1,)), ("marker", (2, 3))]


def test_an_entry_is_parsed_without_its_markup() -> None:
    (entry,) = [one for one in cited(LIST) if one.cited_as == "Isu2018" and one.in_list]
    assert (entry.fields.title, entry.fields.container_title) == ("Cluneal nerve entrapment", "Neurospine")


@given(st.text(alphabet=".[]_ :`*|>a1\n\t\\-", max_size=80))
def test_whatever_the_text_the_document_is_its_source(text: str) -> None:
    document = read("a.rst", text.encode())
    assert document.text == text
    scan(document)


@given(st.lists(st.sampled_from([".. [#] ", "[#]_ ", ".. [#a] ", "[#a]_", ".. [*] b", "[*]_", ".. [2] ", "\n", "c"])))
def test_whatever_counts_every_letter_stands_where_its_place_says(parts: list[str]) -> None:
    source = "".join(parts)
    document = read("a.rst", source.encode())
    lines = source.split("\n")
    for offset, sign in enumerate(document.text):
        if sign in "c\n":
            place = document.place(offset)
            assert place.line and place.column
            assert (lines[place.line - 1] + "\n")[place.column - 1] == sign
    scan(document)


def test_the_references_of_a_shared_bibliography_are_found(shared: Path) -> None:
    name = "biopython_bibliography.rst"
    truth = json.loads((shared / "documents" / "truth.json").read_bytes())["documents"][name]
    content = (shared / "documents" / name).read_bytes()
    found = scan(read(name, content))
    assert sorted({one.ids.doi for one in found} - {""}) == sorted(truth["doi"])
    assert [one.in_list for one in found] == [True] * content.count(b"\n.. [")


ENTRIES = (
    ".. [#] Orlov A. Pressure pain over the frontal nerve. J Inv Med. 2019;4:1-9.\n"
    ".. [#b] Berg J. Walking and resting after an illness. J Inv Med. 2020;5:11-19.\n"
)


def test_a_mark_without_its_note_has_a_number_that_no_entry_has() -> None:
    found = cited(
        f"Walking eases pain [#]_. It is cheap [#b]_. Rest is not [#]_, sleep is [#c]_ and [#c]_.\n\n{ENTRIES}"
    )
    marks = [(one.numbers, bool(one.cites)) for one in found if one.form == "marker"]
    assert marks == [((1,), True), ((2,), True), ((3,), False), ((4,), False), ((4,), False)]


def test_a_substitution_stands_where_it_is_named_and_nowhere_else() -> None:
    told = ".. |one| replace:: :sup:`1`\n.. |2| replace:: :sup:`2,9`\n"
    listed = "\nReferences\n==========\n\n" + ENTRIES.replace(".. [#]", "1.").replace(".. [#b]", "2.")
    found = cited(f"Walking eases pain |one|. It is cheap.\\ |2|\n\n{told}{listed}")
    assert [(one.numbers, one.place.line, one.place.column) for one in found if one.form == "marker"] == [
        ((1,), 1, 20),
        ((2, 9), 1, 39),
    ]


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        (":cite:`a` :cite:`b`", ["a", "b"]),
        (":cite:`a`:cite:`b`", ["a", "b"]),
        (":cite:p:`a,b`:cite:t:`c`", ["a", "b", "c"]),
        (":cite:p:`{see}a{p. 12}, b`", ["a", "b"]),
        ("[Isu2018]_ [Kim2019]_", ["Isu2018", "Kim2019"]),
        ("[Isu2018]_[Kim2019]_", ["Isu2018", "Kim2019"]),
    ],
)
def test_roles_and_marks_side_by_side_are_citations_of_their_own(said: str, keys: list[str]) -> None:
    assert [(one.form, one.cited_as) for one in cited(f"It hurts {said}, and so on.\n")] == [
        ("key", key) for key in keys
    ]


WORKS = b"@article{berg, title={Walks}, doi={10.5555/inv.1}} @book{dunn, title={Runs}, isbn={9780306406157}}"
BESIDE: dict[str, dict[str, bytes]] = {
    ".. bibliography:: lit/refs.bib\n   :style: plain\n": {"lit/refs.bib": WORKS},
    ".. bibliography:: other.bib lit/refs.bib\n": {"lit/refs.bib": WORKS},
    ".. bibliography::\n": {"refs.bib": WORKS, "conf.py": b"project = 'x'\nbibtex_bibfiles = ['refs.bib']\n"},
    "": {"../lit/refs.bib": WORKS, "../conf.py": b"bibtex_bibfiles = [\n    'lit/refs.bib',\n]\n"},
}


@pytest.mark.parametrize("directive", BESIDE)
def test_keys_have_the_works_of_the_bibliography_that_the_source_or_its_settings_name(directive: str) -> None:
    source = f"See :cite:p:`berg,other` and :cite:t:`dunn`.\n\n{directive}"
    found = scan(read("a.rst", source.encode(), BESIDE[directive].get))
    assert [(one.cited_as, one.ids.keys()) for one in found] == [
        ("berg", ("doi:10.5555/inv.1",)),
        ("other", ()),
        ("dunn", ("isbn:9780306406157",)),
    ]
