"""Footnotes beside a numbered list of references. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = ("Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.", "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.")
LIST = f"<h2>References</h2><ol><li>{WORKS[0]}</li><li>{WORKS[1]}</li></ol>"
NOTES = '<ol><li id="fn1">See PMID: 23232323. <a href="#fnref1">back</a></li></ol>'
PROSE = '<p>Blocks help [2].<sup><a href="#fn1" id="fnref1">1</a></sup> Pain is common [1].</p>'
IN_MARKDOWN = f"""Blocks help [2].[^1] Pain is common [1].

[^1]: See PMID: 23232323.

## References

1. {WORKS[0]}
2. {WORKS[1]}
"""


@pytest.mark.parametrize(
    ("text", "path"),
    [(PROSE + LIST + NOTES, "a.html"), (PROSE + NOTES + LIST, "a.html"), (IN_MARKDOWN, "a.md")],
)
def test_a_footnote_mark_cites_no_reference_and_a_remark_is_no_entry(text: str, path: str) -> None:
    found = cited(text, path)
    assert [(each.raw, each.numbers) for each in found if each.form == "marker"] == [("[2]", (2,)), ("[1]", (1,))]
    assert [(each.number, each.raw, len(each.cited_at)) for each in found if each.in_list] == [
        (1, WORKS[0], 1),
        (2, WORKS[1], 1),
    ]
    assert [each.raw for each in found if each.form == "pmid"] == ["PMID: 23232323"]


def test_footnotes_that_are_the_list_are_cited_by_their_marks() -> None:
    notes = "".join(f'<li id="fn{number}">{work}</li>' for number, work in enumerate(WORKS, 1))
    marks = "".join(f'Nerves hurt.<sup><a href="#fn{number}">{number}</a></sup> ' for number in (1, 2))
    found = cited(f"<p>{marks}</p><ol>{notes}</ol>", "a.html")
    assert [(each.raw, each.numbers, len(each.cites)) for each in found if each.form == "marker"] == [
        ("1", (1,), 1),
        ("2", (2,), 1),
    ]


def test_footnotes_of_a_name_are_joined_by_where_their_marks_lead() -> None:
    text = (
        "Pain hurts.[^alda2001] It helps.[^note] Again.[^alda2001] Blocks help[^1], as does rest[^9].\n\n"
        f"[^alda2001]: {WORKS[0]}\n[^note]: This is only a comment of mine.\n[^unused]: {WORKS[0]}\n[^1]: {WORKS[1]}\n"
    )
    found = cited(text, "a.md")
    assert [(each.raw, each.numbers, len(each.cites)) for each in found if each.form == "marker"] == [
        ("[^alda2001]", (), 1),
        ("[^alda2001]", (), 1),
        ("[^1]", (1,), 1),
        ("[^9]", (9,), 0),
    ]
    assert [(each.number, len(each.cited_at)) for each in found if each.in_list] == [(None, 2), (None, 0), (1, 1)]


def test_a_bracket_that_leads_elsewhere_than_to_an_entry_is_no_marker() -> None:
    text = f'<p id="methods">Pain hurts, see [<a href="#methods">methods</a>] and <a href="#x">[x]</a>.</p>{LIST}'
    assert [each.raw for each in cited(text, "a.html") if each.form == "marker"] == []


def test_a_number_in_brackets_beside_a_raised_one() -> None:
    text = "<p>Pain is common in the old and it hurts<sup>2</sup> (1).</p>"
    assert [each.raw for each in cited(text + LIST, "a.html") if each.form == "marker"] == ["2", "(1)"]


@pytest.mark.parametrize("said", ["Compare", "See", "Vgl."])
def test_a_note_that_names_works_beside_others_is_no_entry(said: str) -> None:
    note = f"{said} PMID: 21000001 and (Berg et al. 2014, 3)."
    page = (
        '<p>Pain is common<sup><a href="#fn1">1</a></sup> and rare (Berg et al. 2014).</p><h2>References</h2>'
        f'<p>Berg H, Alda A. Entrapment. J Inv. 2014;3:5-9.</p><h2>Footnotes</h2><ol><li id="fn1">{note}</li></ol>'
    )
    found = cited(page, "a.html")
    assert [one.raw for one in found if one.in_list] == ["Berg H, Alda A. Entrapment. J Inv. 2014;3:5-9."]
    assert [one.ids.keys() for one in found if one.ids.keys()] == [("pmid:21000001",)]
    assert sum(len(one.cited_at) for one in found if one.in_list) == 2


BOOKS = (
    "Jan van der Berg, *Invented Walking*, 3rd ed. (Nowhere: Fictive Press, 2011), 3.",
    "Maria Alda-Cruz and Otto Dunn, “Nerves by Invention,” *Invented Quarterly* 12, no. 3 (2016): 12–19.",
    "Office for Invented Health, *Guide to Backs* (Nowhere, 2015).",
)
REMARKS = (
    "The office was closed in 2018 (see chapter 3), “for good,” as one said.",
    "In Nowhere, “the walking quarter,” nobody walked in 2011 (Berg 2011).",
)


@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_notes_that_name_works_in_full_are_entries_and_remarks_are_none(path: str) -> None:
    notes = list(enumerate((*BOOKS, *REMARKS), 1))
    if path == "a.md":
        text = " ".join(f"Nerves hurt.[^{n}]" for n, _ in notes) + "\n\n" + "\n".join(f"[^{n}]: {s}" for n, s in notes)
    else:
        marks = "".join(f'Nerves hurt.<sup><a href="#fn{n}">{n}</a></sup> ' for n, _ in notes)
        text = f"<p>{marks}</p><ol>" + "".join(f'<li id="fn{n}">{s}</li>' for n, s in notes) + "</ol>"
    found = [(one.number, one.raw, len(one.cited_at)) for one in cited(text, path) if one.in_list]
    assert found == [(number, work, 1) for number, work in enumerate(BOOKS, 1)]


@pytest.mark.parametrize("between", ["; ", ";\n    "])
def test_a_note_that_names_several_works_in_full_is_an_entry_for_each(between: str) -> None:
    several = between.join(work.rstrip(".") for work in BOOKS)
    found = cited(f"Nerves hurt.[^1] Backs too.[^2]\n\n[^1]: {several}.\n[^2]: {BOOKS[0]}\n", "a.md")
    assert [(one.number, one.raw.rstrip("."), len(one.cited_at)) for one in found if one.in_list] == [
        *((1, work.rstrip("."), 1) for work in BOOKS),
        (2, BOOKS[0].rstrip("."), 1),
    ]


@pytest.mark.parametrize("label", ["{0} ", "{0}. ", "[{0}] "])
def test_notes_at_the_foot_of_a_page_are_told_by_one_another(label: str) -> None:
    notes = [*BOOKS, "Most of them walked in 2011, as far as one knows."]
    text = "Nerves hurt.1 Backs hurt.2 Feet too.3 So do hands.4\n\n"
    text += "\n\n".join(label.format(number) + note for number, note in enumerate(notes, 1))
    assert [(one.number, one.raw) for one in cited(text) if one.in_list][:3] == list(enumerate(BOOKS, 1))


def test_an_entry_that_is_cut_goes_on_behind_a_blank_line() -> None:
    cut = "1. Alda A, Berg B. On the invented\n\nnerves of the hip. J Inv. 2001;1(2):3-4."
    works = f"{cut}\n\n2. Cruz C. On feet. J Inv. 2002;1:5-6."
    found = [one.raw for one in cited(f"It hurts [1].\n\nReferences\n\n{works}\n") if one.in_list]
    assert found == [
        "Alda A, Berg B. On the invented nerves of the hip. J Inv. 2001;1(2):3-4.",
        "Cruz C. On feet. J Inv. 2002;1:5-6.",
    ]


LAID = {
    "a.md": ("It hurts.[^{}]\n\n", "[^{}]: {}\n"),
    "a.rst": ("It hurts. [{}]_\n\n", ".. [{}] {}\n"),
    "a.html": ("<p>It hurts.<sup><a href='#fn{0}'>{0}</a></sup></p>", "<p id='fn{0}'>{0}. {1}</p>"),
    "b.html": ("<p>It hurts.<a href='#_edn{0}'>[{0}]</a></p>", "<p id='_edn{0}'>[{0}] {1}</p>"),
}


@pytest.mark.parametrize("path", LAID)
@pytest.mark.parametrize(
    "remark",
    [
        "This is only a remark of mine.",
        "The office was closed in 2018 (see chapter 3).",
        "See p. 12 above.",
        "Die Zählung wurde 2018 eingestellt.",
        "My thanks to all who walked.",
        "Founded in 1851.",
        "We thank J. Berg for this remark of 2019.",
        "Prices rose by 12-15 percent in 2008.",
        "See the war (2012–2014) for the background.",
        "See the debate of 1998–2003, above.",
        "Otto Berg (1845–1901), painter of hills.",
        "Otto Berg (b. 1845) painted hills.",
        "Cf. the earlier crisis (2008–09).",
        "Born 1845, died 1901.",
    ],
)
def test_a_remark_among_notes_that_are_references_is_no_entry(path: str, remark: str) -> None:
    mark, note = LAID[path]
    notes = list(enumerate((*WORKS, remark, WORKS[0], WORKS[1]), 1))
    text = "".join(mark.format(number) for number, _ in notes) + "".join(note.format(*each) for each in notes)
    assert [one.number for one in cited(text, path) if one.in_list] == [1, 2, 4, 5]
    assert [one.numbers for one in cited(text, path) if one.form == "marker"] == [(1,), (2,), (4,), (5,)]


@pytest.mark.parametrize("path", LAID)
def test_a_note_that_shows_a_work_by_little_is_an_entry(path: str) -> None:
    mark, note = LAID[path]
    notes = list(enumerate((*WORKS, "Guide to Backs. Nowhere, 2015.", "Backs: a guide, http://guide.example/b"), 1))
    text = "".join(mark.format(number) for number, _ in notes) + "".join(note.format(*each) for each in notes)
    assert [one.number for one in cited(text, path) if one.in_list] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "work",
    [
        "Collected Walks (2012–2014). Nowhere: Fictive Press.",
        "Invented Review 12 (2012–2014): 33.",
        "Invented Review (2012–2013) 12, 33-40.",
        "See the notice in Invented Review 12 (2014): 33.",
    ],
)
def test_a_note_with_a_span_of_years_that_shows_a_work_is_an_entry(work: str) -> None:
    notes = list(enumerate((*WORKS, work, *WORKS), 1))
    text = "".join(f"It hurts.[^{n}] " for n, _ in notes) + "\n\n" + "".join(f"[^{n}]: {said}\n" for n, said in notes)
    assert [one.number for one in cited(text, "a.md") if one.in_list] == [1, 2, 3, 4, 5]


LEADING = "See also Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4; Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6."


@pytest.mark.parametrize("path", LAID)
def test_a_note_that_leads_to_several_works_is_an_entry_for_each(path: str) -> None:
    mark, note = LAID[path]
    notes = list(enumerate((LEADING, "We thank all who walked.", "We rest."), 1))
    text = "".join(mark.format(number) for number, _ in notes) + "".join(note.format(*each) for each in notes)
    found = [one for one in cited(text, path) if one.in_list]
    assert [(one.number, one.raw, len(one.cited_at)) for one in found] == [
        (1, "See also Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4", 1),
        (1, "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.", 1),
    ]
    assert [one.fields.author[0].family for one in found] == ["Alda", "Cruz"]
    alone = cited("It hurts.[^1]\n\n[^1]: See KC, Lee B. On nerves. J Inv. 2001;1(2):3-4.\n", "a.md")
    assert [one.fields.author[0].family for one in alone if one.in_list] == ["See"]


@pytest.mark.parametrize("label", ["orlov", "fn-a", "1"])
@pytest.mark.parametrize("order", [1, -1])
def test_all_works_of_a_note_are_cited_where_it_is_marked_whatever_its_label(label: str, order: int) -> None:
    notes = [f"[^{label}]: {LEADING}", f"[^b]: {BOOKS[1]}"][::order]
    found = cited(f"It hurts.[^{label}] Much.[^b] Again.[^{label}]\n\n" + "\n\n".join(notes), "a.md")
    assert {(one.raw[:8], len(one.cited_at)) for one in found if one.in_list} == {
        ("See also", 2),
        ("Cruz C, ", 2),
        ("Maria Al", 1),
    }
    assert [len(one.cites) for one in found if one.form == "marker"] == [2, 1, 2]


def test_a_note_of_a_name_that_only_names_a_work_again_cites_it() -> None:
    text = f"It hurts.[^a] Much.[^b] Ever.[^c]\n\n[^a]: {BOOKS[0]}\n[^b]: Ibid., 12.\n[^c]: {BOOKS[1]}\n"
    found = [(one.raw, len(one.cited_at)) for one in cited(text, "a.md") if one.in_list]
    assert found == [(BOOKS[0], 3), (BOOKS[1], 1)]


TILLY = "See C. Tillson, *Coercion, Invented* (Nowhere: Fictive, 1990)"
BREWER = "J. Brewson, *The Sinews of Invention* (Nowhere: Fictive, 1989), 12."


@pytest.mark.parametrize("path", LAID)
def test_a_note_that_leads_to_books_is_an_entry_for_each(path: str) -> None:
    mark, note = LAID[path]
    own = "See Section B, on what else he found (Berg, 2011)."
    notes = list(enumerate((BREWER, f"{TILLY}.", f"{TILLY}; {BREWER}", own), 1))
    text = "".join(mark.format(number) for number, _ in notes) + "".join(note.format(*each) for each in notes)
    found = [one for one in cited(text, path) if one.in_list]
    assert [(one.number, one.raw, len(one.cited_at)) for one in found] == [
        (1, BREWER, 1),
        (2, f"{TILLY}.", 1),
        (3, TILLY, 1),
        (3, BREWER, 1),
    ]
    assert [one.fields.author[0].family for one in found] == ["Brewson", "Tillson", "Tillson", "Brewson"]


@pytest.mark.parametrize("between", ["This view was common in the 1950s, but few held it for long.", f"{TILLY}."])
def test_notes_that_stand_out_of_their_order_are_one_each(between: str) -> None:
    text = f"One.[^8] Two.[^7] Three.[^6]\n\n[^8]: {BOOKS[0]}\n[^6]: {between}\n[^7]: {BREWER}\n"
    found = [(one.number, one.raw, len(one.cited_at)) for one in cited(text, "a.md") if one.in_list]
    led = [(6, between, 1)] if between.startswith("See") else []
    assert found == [(8, BOOKS[0], 1), *led, (7, BREWER, 1)]


def test_a_number_in_brackets_means_the_list_though_notes_stand_before_it() -> None:
    books = {1: BREWER, 2: f"{TILLY}."}
    notes = "".join(f'<li id="fn{number}">{book}</li>' for number, book in books.items())
    marks = "".join(f'Rest helps.<sup><a href="#fn{number}">{number}</a></sup> ' for number in books)
    found = cited(f"<p>Nerves hurt [1]. Blocks help [2]. {marks}</p><ol>{notes}</ol>{LIST}", "a.html")
    assert [(one.raw, len(one.cited_at)) for one in found if one.in_list] == [
        *((work, 1) for work in (*books.values(), *WORKS))
    ]
    raw = {one.id: one.raw for one in found}
    assert [(one.raw, *map(raw.get, one.cites)) for one in found if one.form == "marker"] == [
        ("[1]", WORKS[0]),
        ("[2]", WORKS[1]),
        ("1", books[1]),
        ("2", books[2]),
    ]


IN_TEXT = f"""Nerves hurt.^[{WORKS[0]}] Backs too [1].^[{TILLY};
{BREWER}] So do feet.[^1] Hands.^[A remark of mine.] Old^[3]^ and `a^[Code, {WORKS[0]}]`.

[^1]: {BOOKS[0]}

## References

1. {WORKS[0]}
2. {WORKS[1]}
"""


def test_notes_that_stand_in_markdowns_text_are_notes() -> None:
    found = cited(IN_TEXT, "a.md")
    entries = [one for one in found if one.in_list]
    at = [(one.place.line, one.place.column, one.number, one.raw, len(one.cited_at)) for one in entries]
    assert at == [
        (4, 7, 1, BOOKS[0], 1),
        (8, 4, 1, WORKS[0], 1),
        (9, 4, 2, WORKS[1], 0),
        (1, 15, 2, WORKS[0], 1),
        (1, IN_TEXT.index(TILLY) + 1, 3, TILLY, 1),
        (2, 1, 3, BREWER, 1),
    ]
    raw = {one.id: one.raw for one in entries}
    assert [(one.raw, one.place.column, *map(raw.get, one.cites)) for one in found if one.form == "marker"] == [
        ("²", 13, WORKS[0]),
        ("[1]", IN_TEXT.index("[1]") + 1, WORKS[0]),
        ("³", IN_TEXT.index(f"^[{TILLY}") + 1, TILLY, BREWER),
        ("[^1]", len(BREWER) + 14, BOOKS[0]),
    ]
