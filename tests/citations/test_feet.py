"""Raised numbers that lead to notes which the format does not call so. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

LIST = (
    "Isu T, Kim K (2012). Nerve entrapment. Inv Neurosurgery, 70(4), 120-125.",
    "Kuniya H (2014). Prevalence of a disorder. Journal of Invention, 9, 139.",
    "Orlov P (2018). Low back pain in clinics. Inv Spine, 43(2), 88-95.",
)
NAMED = ["(Orlov, 2018)", "Isu and Kim (2012)", "(Orlov, 2018; Kuniya, 2014)"]

TEXT = "Low back pain is common (Orlov, 2018).<sup>1</sup> Patients were recruited in two clinics.<sup>2</sup>"
WORKS = "<h2>References</h2>" + "".join(f"<p>{work}</p>" for work in LIST)


def page(*notes: str) -> str:
    works = "".join(f"<p>{work}</p>" for work in LIST)
    return (
        "<h1>Pain</h1><p>Low back pain is common (Orlov, 2018).<sup>1</sup> It was described by Isu and Kim (2012)."
        " Patients were recruited in two clinics.<sup>2</sup> More trials are needed (Orlov, 2018; Kuniya, 2014).</p>"
        f"<h2>References</h2>{works}<hr>{''.join(notes)}"
    )


@pytest.mark.parametrize(
    "notes",
    [
        ("<p><sup>1</sup> We use the definition of the ministry.</p>", "<p><sup>2</sup> Both in the north.</p>"),
        ("<p><sup>1</sup>We use the definition of the ministry. <sup>2</sup>Both in the north.</p>",),
        ("<p>¹ We use the definition of the ministry.</p>", "<p>² Both in the north.</p>"),
    ],
)
def test_a_number_that_leads_to_a_remark_at_the_foot_cites_nothing(notes: tuple[str, ...]) -> None:
    assert [one.cited_as for one in cited(page(*notes), "a.html") if one.form == "marker"] == NAMED


def test_without_the_note_it_is_told_as_before() -> None:
    found = [one.cited_as for one in cited(page(), "a.html") if one.form == "marker"]
    assert sorted(found) == sorted([*NAMED, "1", "2"])


def test_a_number_whose_note_names_a_work_in_full_means_that() -> None:
    note = "Aristotle. De Anima. Ed. by Robert Hicks. Cambridge: University Press, 1907."
    found = cited(page(f"<p><sup>1</sup> {note}</p>", "<p><sup>2</sup> Both in the north.</p>"), "a.html")
    (own,) = (one for one in found if one.in_list and one.number)
    assert (own.number, own.raw) == (1, note)
    assert [one.cites for one in found if one.numbers] == [(own.id,)]


def test_a_number_whose_note_names_a_work_again_is_told_where_no_list_has_it() -> None:
    found = cited(page("<p><sup>1</sup> Ibid.</p>", "<p><sup>2</sup> Both in the north.</p>"), "a.html")
    assert [one.numbers for one in found if one.numbers] == [(1,)]


def test_a_note_that_has_an_identifier_needs_no_list() -> None:
    note = "<p><sup>1</sup> See doi:10.1000/inv.12</p>"
    found = cited(page(note, "<p><sup>2</sup> Both in the north.</p>"), "a.html")
    assert [one.ids.doi for one in found if one.ids] == ["10.1000/inv.12"]
    assert not any(one.numbers for one in found)


def test_numbers_of_institutes_before_the_text_are_no_notes_of_it() -> None:
    head = "<p>Anna Alda<sup>1</sup>, Bo Berg<sup>2</sup></p><p><sup>1</sup> Clinic of Pain, Graz</p>"
    text = f"{head}<p><sup>2</sup> Institute of Nerves, Town</p>{page()}"
    found = [one.cited_as for one in cited(text, "a.html") if one.form == "marker"]
    assert sorted(found) == sorted([*NAMED, "1", "2"])


def test_a_number_whose_note_is_a_reference_cites_it() -> None:
    text = (
        "<p>Low back pain is common.<sup>1</sup> Patients were recruited in two clinics.<sup>2</sup></p><hr>"
        f"<p><sup>1</sup> {LIST[0]}</p><p><sup>2</sup> {LIST[1]}</p>"
    )
    found = cited(text, "a.html")
    assert [(one.form, one.numbers, len(one.cites)) for one in found if one.form == "marker"] == [
        ("marker", (1,), 1),
        ("marker", (2,), 1),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "See Orlov (2018) for the funding.",
        "See also Orlov P. Low back pain in towns. Inv Spine. 2017;42:8-15.",
        "https://www.example.org/report.pdf (accessed 3 May 2020).",
        "The code is at doi:10.1000/inv.12, and is free.",
    ],
)
def test_what_a_note_names_is_found_in_it_and_its_number_needs_no_list(note: str) -> None:
    found = cited(f"<p>{TEXT}</p><hr><p><sup>1</sup> {note}</p><p><sup>2</sup> Both in towns.</p>{WORKS}", "a.html")
    assert not any(one.numbers for one in found if one.form == "marker")


def test_notes_that_go_on_in_a_line_are_notes() -> None:
    notes = "<sup>1</sup>See Orlov (2018) for it.<sup>2</sup>https://www.example.org/pain"
    found = cited(f"<p>{TEXT}</p><hr><p>{notes}</p>{WORKS}", "a.html")
    assert not any(one.numbers for one in found if one.form == "marker")


BRACKETED = "<h2>References</h2>" + "".join(f"<p>[{number}] {work}</p>" for number, work in enumerate(LIST, 1))
FOOT = "<hr><p><sup>1</sup> All of 2020 unless told.</p><p><sup>2</sup> In the first edition.</p>"


def test_beside_square_brackets_a_raised_number_leads_to_its_note_and_not_to_the_list() -> None:
    text = "<p>Pain is common [1, 2]. Few die [3]. Data are open<sup>1</sup> and the code too.<sup>2</sup></p>"
    found = [one.cited_as for one in cited(text + FOOT + BRACKETED, "a.html") if one.form == "marker"]
    assert found == ["[1, 2]", "[3]"]


def test_a_single_bracket_takes_no_raised_number_from_the_list() -> None:
    text = "<p>Pain is common.<sup>1</sup> Few die<sup>2</sup> of it.<sup>3</sup> It was said before [3].</p>"
    found = [one.numbers for one in cited(text + FOOT + BRACKETED, "a.html") if one.form == "marker"]
    assert found == [(1,), (2,), (3,), (3,)]


def test_without_notes_raised_numbers_cite_the_list_also_beside_brackets() -> None:
    text = "<p>Pain is common [1, 2]. Data are open<sup>1</sup> and the code too.<sup>3</sup></p>"
    found = [one.numbers for one in cited(text + BRACKETED, "a.html") if one.form == "marker"]
    assert found == [(1, 2), (1,), (3,)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<sup>1</sup>All figures are of the year 2020.", "<sup>2</sup>See Orlov (2018) for the funding."),
        ("<sup>1</sup> All figures are of the year 2020.", "<sup>2</sup> See https://www.example.org/pain for it."),
        ("<sup>1</sup>See Orlov (2018) for it.<sup>2</sup>https://www.example.org/pain", "Oslo, 2020."),
    ],
)
def test_notes_below_the_list_are_no_entries_of_it(first: str, second: str) -> None:
    found = cited(f"<p>{TEXT}</p>{WORKS}<p>{first}</p><p>{second}</p>", "a.html")
    assert [one.raw for one in found if one.in_list] == list(LIST)
    assert not any(one.numbers for one in found if one.form == "marker")


def test_numbers_that_lead_to_works_in_full_are_told() -> None:
    works = "".join(f"<p><sup>{number}</sup>{work}</p>" for number, work in enumerate(LIST, 1))
    found = cited(f"<p>Pain is common.<sup>1,2</sup> Few die.<sup>3</sup></p>{works}", "a.html")
    assert [one.numbers for one in found if one.form == "marker"] == [(1, 2), (3,)]
