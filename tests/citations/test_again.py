"""Notes that name again what an earlier one names in full. The works and texts are invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cluneal_lit.model import Citation
from tests.citations.found import cited

ORLOV = "Anna Orlov, *Walking and Resting* (Oxford: Invented Press, 2011), 3."
BERG = "Jan Berg, “Counting Steps in Winter,” *Journal of Invented Medicine* 12, no. 2 (2016): 12–19."


def joined(notes: list[str], path: str) -> list[tuple[str, list[int | None], tuple[str, ...]]]:
    """Of each note and mark that is a marker: how it is written, the numbers of its entries, and whom no entry has."""
    marks = {
        "a.md": ("[^{}]", "[^{}]: {}\n\n"),
        "b.md": ("^{}^", "{}. {}\n"),
        "a.rst": (" [{}]_", ".. [{}] {}\n"),
        "a.html": ("<sup><a href='#fn{0}'>{0}</a></sup>", "<p id='fn{0}'>{0}. {1}</p>"),
    }
    inside = {"a.tex": "Walking eases pain.\\footnote{{{}}}\n", "a.typ": "Walking eases pain.#footnote[{}]\n"}
    if path in inside:
        return _markers(cited("".join(map(inside[path].format, notes)), path))
    mark, note = marks[path]
    heading = {"b.md": "## Notes\n\n", "a.html": "</p>"}.get(path, "")
    text = "".join(f"Walking eases pain in many adults.{mark.format(at)} " for at, _ in enumerate(notes, 1))
    listed = "".join(note.format(at, one) for at, one in enumerate(notes, 1))
    found = cited(("<p>" if path == "a.html" else "") + f"{text}\n\n{heading}{listed}", path)
    return _markers(found)


def _markers(found: Sequence[Citation]) -> list[tuple[str, list[int | None], tuple[str, ...]]]:
    entries = {one.id: one.number for one in found if one.in_list}
    return [(one.raw, [entries[each] for each in one.cites], one.missing) for one in found if one.form == "marker"]


@pytest.mark.parametrize("path", ["a.md", "b.md", "a.rst", "a.html", "a.tex", "a.typ"])
@pytest.mark.parametrize(
    ("note", "meant", "missing"),
    [
        ("Ibid., 45.", [2], ()),
        ("Vgl. ebd., S. 13 f.", [2], ()),
        ("Orlov, a. a. O., S. 12.", [1], ()),
        ("Orlov, op. cit., p. 14.", [1], ()),
        ("Orlov (n 1) 45.", [1], ()),
        ("Orlov, Walking and Resting, 17.", [1], ()),
        ("See Orlov 2011, p. 3.", [1], ()),
        ("Berg (2016), S. 12.", [2], ()),
        ("Smith, 2019, p. 4.", [], ("Smith 2019",)),
    ],
)
def test_a_note_that_names_a_work_again_is_a_marker_as_its_mark_is(
    path: str, note: str, meant: list[int], missing: tuple[str, ...]
) -> None:
    found = joined([ORLOV, BERG, note], path)
    assert [cites for _, cites, _ in found] == [[1], [2], meant, meant]
    assert found[-1][2] == missing
    assert joined([ORLOV, BERG, note, "Ibid."], path)[-1][1] == meant


@pytest.mark.parametrize(
    "entry",
    [
        "Kim C, 2018, 15:25-32.",
        "World Health Organization, 2019.",
        "Ibid Press. Handbook of rest. Oxford; 2018.",
        "Orlov A. Walking, 2019;4:1-9.",
    ],
)
def test_entries_of_a_list_stay_entries(entry: str) -> None:
    listed = "1. Dunn O. Steps in winter. J Knees. 2021;6:21-29.\n2. Berg J. Rest. J Knees. 2020;5:11-19.\n"
    found = cited(f"Pain is common [1-3].\n\n## References\n\n{listed}3. {entry}\n", "a.md")
    assert [one.number for one in found if one.in_list] == [1, 2, 3]


GERMAN = ["Orlov, Anna: Gehen in der Stadt. Eine Geschichte. Bergen 1999, S. 12.",
          "Berg, Jan/Dunn, Otto: Frühaufsteher, in: Inv. Journal 33 (1998), S. 401–423, hier S. 405.",
          "Ebd., S. 410.", "Vgl. Orlov, Gehen (wie Anm. 1), S. 20."]  # fmt: skip


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.tex"])
def test_german_notes_name_works_family_first_and_again_by_the_number_of_the_note(path: str) -> None:
    found = joined(GERMAN, path)
    marks = [entries for raw, entries, _ in found if raw not in GERMAN]
    again = {raw: entries for raw, entries, _ in found if raw in GERMAN}
    assert marks == [[1], [2], [2], [1]]
    assert again == {GERMAN[2]: [2], GERMAN[3]: [1]}


FRENCH = ["Anna Orlov, *La marche en ville*, Paris, PUF, 1999, p. 12.",
          "Anna Orlov, La marche en ville, Paris, PUF, 1999, p. 12.",
          "Jan Berg (dir.), La nuit, Paris, Seuil, coll. Points, 2001, p. 5-9."]  # fmt: skip
NO_WORKS = ["Anna Orlov, Hôpital de Bergen, Paris, France, 1999.", "Anna Orlov, née à Bergen, Paris, 1999."]


@pytest.mark.parametrize("note", FRENCH)
def test_french_notes_name_works_with_place_and_house_between_commas(note: str) -> None:
    assert joined([note, "ORLOV, A., op. cit., p. 3." if "Orlov" in note else "Ibid., p. 3."], "a.md") == [
        ("[^1]", [1], ()),
        ("[^2]", [1], ()),
        ("ORLOV, A., op. cit., p. 3." if "Orlov" in note else "Ibid., p. 3.", [1], ()),
    ]


@pytest.mark.parametrize("note", NO_WORKS)
def test_where_somebody_works_is_no_work(note: str) -> None:
    assert [one.raw for one in cited(f"It hurts.[^1]\n\n[^1]: {note}\n", "a.md")] == []


@pytest.mark.parametrize("note", ["Ibid., p. 4.", "Roe, p. 4.", "See Roe, 4.", "Roe, Pain and sleep, 4."])
@pytest.mark.parametrize("labels", [("i", "ii", "iii"), ("I", "II", "III"), ("1", "2", "3")])
def test_notes_that_letters_label_name_a_work_again(labels: tuple[str, str, str], note: str) -> None:
    works = [
        "Berg A, Kim B. Walking after block. Lancet 2012;380:1-9.",
        "Roe C. Pain and sleep. BMJ 2014;348:12-9.",
        note,
    ]
    marks = " ".join(f'Walking helps.<a href="#_edn{at}" name="_ednref{at}">[{at}]</a>' for at in labels)
    notes = "".join(
        f'<div id="edn{at}"><p><a href="#_ednref{at}" name="_edn{at}">[{at}]</a> {work}</p></div>'
        for at, work in zip(labels, works, strict=True)
    )
    found = cited(f"<html><body><p>{marks}</p>{notes}</body></html>", "a.htm")
    assert [one.raw for one in found] == [*(f"[{at}]" for at in labels), *works]
    assert found[2].cites == found[-1].cites == (found[-2].id,)


def test_a_note_with_a_name_that_no_entry_has_is_none() -> None:
    full = "Berg A. Walking after block. Lancet 2012;380:1-9."
    notes = f'<p><a name="n1">[i]</a> {full}</p><p><a name="n2">[ii]</a> Table, p. 4.</p>'
    found = cited(
        f'<html><body><p>Well.<a href="#n1">[i]</a> So.<a href="#n2">[ii]</a></p>{notes}</body></html>', "a.htm"
    )
    assert [one.raw for one in found] == ["[i]", full]
