"""Notes at the foot of a text that begin with a raised number. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, written

NOTES = ["Berg A, Dunn O. Walking in rats. J Inv. 2014;12(3):100-9.", "Orlov J. On things. J Inv. 2012;3:4-9."]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", ["", "## Notes\n", "## Notes\n\n"])
@pytest.mark.parametrize("blank", ["", " "])
def test_they_are_entries_and_what_is_raised_in_the_text_cites_them(
    path: str, between: str, heading: str, blank: str
) -> None:
    found = cited(f"They say¹ and more².\n\n{heading}¹{blank}{NOTES[0]}{between}²{blank}{NOTES[1]}\n", path)
    assert [(one.form, one.raw, one.number) for one in found] == [
        ("marker", "¹", None),
        ("marker", "²", None),
        ("reference", NOTES[0], 1),
        ("reference", NOTES[1], 2),
    ]
    assert [one.cites for one in found[:2]] == [(found[2].id,), (found[3].id,)]


def test_so_are_those_that_markdown_raises_with_tags() -> None:
    found = cited(f"They say<sup>1</sup> it.\n\n<sup>1</sup> {NOTES[0]}\n", "a.md")
    assert [(one.raw, one.number) for one in found if one.in_list] == [(NOTES[0], 1)]
    assert found[0].cites == (found[1].id,)


@pytest.mark.parametrize(
    "note", ["Prices are in euros.", "We thank O. Dunn for this.", "Table 2 of the report shows all."]
)
def test_a_remark_beside_them_is_no_entry(note: str) -> None:
    assert [one.raw for one in cited(f"They say¹ it².\n\n¹ {NOTES[0]}\n² {note}\n") if one.in_list] == [NOTES[0]]


_FULL, _IBID, _OP = "Otto Berg, Walking at Night (Town: House, 2012), 45.", "Ibid., 46.", "Berg, op. cit., 47."


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.txt", f"It hurts¹ and burns² and aches.³\n\n¹ {_FULL}\n² {_IBID}\n³ {_OP}\n"),
        ("a.md", f"It hurts^1^ and burns^2^ and aches.^3^\n\n^1^ {_FULL}\n\n^2^ {_IBID}\n\n^3^ {_OP}\n"),
        (
            "a.html",
            "<p>It hurts<sup>1</sup> and burns<sup>2</sup> and aches.<sup>3</sup></p>"
            f"<p><sup>1</sup> {_FULL}</p><p><sup>2</sup> {_IBID}</p><p><sup>3</sup> {_OP}</p>",
        ),
        (
            "a.html",
            "<p>It hurts<sup>1</sup> and burns<sup>2</sup> and aches.<sup>3</sup></p>"
            f"<h2>Notes</h2><p><sup>1</sup> {_FULL}<br><sup>2</sup> {_IBID}<br><sup>3</sup> {_OP}</p>",
        ),
        (
            "a.html",
            "<p>It hurts<sup>1</sup> and burns<sup>2</sup> and aches.<sup>3</sup></p>"
            f"<p>1. {_FULL}</p><p>2. {_IBID}</p><p>3. {_OP}</p>",
        ),
    ],
)
def test_raised_notes_that_name_a_work_again_mean_it(path: str, source: str) -> None:
    found = cited(source, path)
    (work,) = [one for one in found if one.form == "reference"]
    markers = [one for one in found if one.form == "marker"]
    assert (work.raw, len(work.cited_at), len(markers)) == (_FULL, 5, 5)
    assert all(one.cites == (work.id,) for one in markers)


def test_words_that_name_again_are_no_note_where_nothing_is_named_in_full() -> None:
    assert written("It is ibid.\n\n1 Ibid., 46.\n2 Ibid.\n3 Berg, op. cit., 47.\n") == []


def test_a_short_title_names_again_where_notes_without_a_sign_behind_their_numbers_name_works_in_full() -> None:
    notes = [_FULL, "Eva Lind, “Early Risers,” Isis 90, no. 1 (1999): 5-9.", "Berg, Walking, 20."]
    listed = "".join(f"{at} {note}\n" for at, note in enumerate(notes, 1))
    found = cited(f"It hurts.1 It burns.2 It aches.3\n\n{listed}")
    assert [(one.form, len(one.cited_at)) for one in found if one.raw in notes] == [
        ("reference", 3),
        ("reference", 1),
        ("marker", 0),
    ]
