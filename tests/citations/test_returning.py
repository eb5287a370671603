"""Notes with links that lead back to their marks. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = ("Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.", "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.")
MARKS = '<p>It hurts.<sup id="r1"><a href="#n1">1</a></sup> Much.<a id="r2" href="#n2">[2]</a></p>'


@pytest.mark.parametrize(
    "note",
    [
        '{0} <a href="#r{1}">back</a>',
        '{0} (<a href="#r{1}">zurück zum Text</a>)',
        '{0} <a href="#r{1}">↩ Revenir à la lecture</a>',
        '{0}<p><a href="#r{1}">Return to text</a></p>',
        '{0} <a href="#fnref{1}">leads nowhere</a>',
        '<b><a href="#r{1}">^</a></b> {0}',
        '<a href="#r{1}">Jump up</a> {0}',
        '^ <a href="#r{1}"><sup><i>a</i></sup></a> {0}',
    ],
)
def test_a_link_that_leads_back_to_the_mark_is_no_part_of_a_reference(note: str) -> None:
    notes = "".join(f'<li id="n{number}">{note.format(work, number)}</li>' for number, work in enumerate(WORKS, 1))
    found = [(one.number, one.raw, len(one.cited_at)) for one in cited(f"{MARKS}<ol>{notes}</ol>", "a.html")]
    assert [one for one in found if one[0]] == [(number, work, 1) for number, work in enumerate(WORKS, 1)]


def test_what_a_reference_begins_with_is_its_own_though_it_leads_back() -> None:
    works = '<p id="n1"><a href="#r1">1.</a> {}</p><p id="n2"><a href="#r2">[2]</a> {}</p>'.format(*WORKS)
    numbered = [(one.number, one.raw) for one in cited(MARKS + works, "a.html") if one.in_list]
    assert numbered == list(enumerate(WORKS, 1))
    named = WORKS[0].replace("Alda A,", '<a href="#r1">Alda A,</a>')
    text = f'<p>(<a id="r1" href="#n1">Alda 2001</a>)</p><h2>References</h2><p id="n1">{named}</p><p>{WORKS[1]}</p>'
    assert [one.raw for one in cited(text, "a.html") if one.in_list] == list(WORKS)


def test_a_link_back_in_markdown_is_no_part_of_a_reference() -> None:
    notes = "".join(f'{n}. <a id="n{n}"></a>{work} [back](#r{n})\n' for n, work in enumerate(WORKS, 1))
    text = f'It hurts.<sup id="r1">[1](#n1)</sup> Much.<sup id="r2">[2](#n2)</sup>\n\n## Notes\n\n{notes}'
    assert [(one.raw, len(one.cited_at)) for one in cited(text, "a.md") if one.in_list] == [(work, 1) for work in WORKS]


def test_notes_that_signs_mark_are_cited_by_them() -> None:
    marks = '<p>It hurts.<a href="#n1" id="r1">*</a> Much.<a href="#n2" id="r2"><sup>**</sup></a></p><h2>Notes</h2>'
    notes = '<p id="n1">* {} <a href="#r1">↩</a></p><p id="n2">* {} <a href="#r2">back</a></p>'.format(*WORKS)
    found = cited(marks + notes, "a.html")
    assert [(one.raw, len(one.cited_at)) for one in found if one.in_list] == [(work, 1) for work in WORKS]
    assert [one.raw for one in found if one.form == "marker"] == ["*", "**"]


@pytest.mark.parametrize(
    ("labels", "number"),
    [(("[i]", "[ii]", "[iii]"), False), (("i", "ii", "iii"), False), (("[1]", "[2]", "[3]"), True)],
)
def test_the_endnotes_of_a_word_file_that_was_saved_as_a_page(labels: tuple[str, ...], number: bool) -> None:
    works = (*WORKS, "Egge E. On knees. J Inv. 2003;1:5-9.")
    mark = (
        '<a style=\'mso-endnote-id:edn{0}\' href="#_edn{0}" name="_ednref{0}"><span class=MsoEndnoteReference>'
        "<![if !supportFootnotes]><span class=MsoEndnoteReference>{1}</span><![endif]></span></a>"
    )
    note = (
        "<div style='mso-element:endnote' id=edn{0}><p class=MsoEndnoteText><a style='mso-endnote-id:edn{0}' "
        'href="#_ednref{0}" name="_edn{0}"><span class=MsoEndnoteReference>{1}</span></a> {2}</p></div>'
    )
    said = "".join(f" It hurts.{mark.format(at, label)}" for at, label in enumerate(labels, 1))
    notes = "".join(note.format(at, *each) for at, each in enumerate(zip(labels, works, strict=True), 1))
    found = cited(f"<p>{said}</p><div style='mso-element:endnote-list'><hr>{notes}</div>", "a.html")
    assert [one.raw for one in found if one.form == "marker"] == list(labels)
    assert [(one.number if number else one.label, one.raw, len(one.cited_at)) for one in found if one.in_list] == [
        (at if number else label.strip("[]"), work, 1)
        for at, (label, work) in enumerate(zip(labels, works, strict=True), 1)
    ]
