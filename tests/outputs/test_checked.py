"""The page of a check, of an invented collection."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.model import Decision, Finding, Mention, Place, Told
from cluneal_lit.outputs import checked
from cluneal_lit.store import templates
from tests.outputs import gallery
from tests.outputs.test_rendered import TEMPLATES

CITED = replace(
    gallery.citation(1, "reference"),
    raw="Quimby A. <Invented> & told. 2019.",
    sentence="As Quimby A. <Invented> & told. 2019. found.",
    in_list=True,
    cited_at=(Mention(Place(3, 7), "It may help [1]."), Mention(Place(9, 1), "Elsewhere [1].")),
)
COLLECTION = replace(gallery.GALLERY, citations=(CITED,), documents=(CITED.document,))
WAIVED = Decision("waive", "LIT404-0123456789", by="Ada Quimby", on="2026-11-29", reason="so it was printed")
TOLD = (
    Told(Finding("LIT402", CITED.document, CITED.place, "", CITED.id, {"marker": "[9]", "numbers": "9"})),
    Told(
        Finding(
            "LIT404",
            CITED.document,
            CITED.place,
            "",
            CITED.id,
            {"field": "year", "cited": "1", "source": "us", "found": "2"},
        ),
        WAIVED,
    ),
    Told(Finding("LIT606", "references/notes/a.md", key="a")),
)
PAGE = checked.page(COLLECTION, TOLD, templates.read([TEMPLATES]))


def test_what_is_wrong_stands_on_the_sentence_that_cites() -> None:
    wanted = (
        "<blockquote><p>As <mark>Quimby A. &lt;Invented&gt; &amp; told. 2019.</mark> found.</p></blockquote>",
        '<p class="what">[9] points at reference 9, but no numbered list in this document answers it</p>',
        '<p class="do"><b>To do:</b> Restore the reference list, or replace the marker by the reference.</p>',
        '<div class="said aside">',
        "<summary>Cited in 2 sentences</summary>",
        '<li><span class="place">line 3</span> It may help [1].</li>',
        '<h2 id="d2">references/notes/a.md</h2>',
    )
    assert [one for one in wanted if one not in PAGE] == []


def test_what_stands_between_backticks_is_code_and_a_lone_one_is_none() -> None:
    told = (
        Told(Finding("LIT101", "a.md", values={"reason": "holds `<b>`", "do": "Run `cluneal-lit check`, or `rm`."})),
        Told(Finding("LIT101", "b.md", values={"reason": "it`s one"})),
    )
    shown = checked.page(COLLECTION, told, templates.read([TEMPLATES]))
    wanted = (
        '<p class="what">cannot be read: holds <code>&lt;b&gt;</code></p>',
        '<p class="do"><b>To do:</b> Run <code>cluneal-lit check</code>, or <code>rm</code>.</p>',
        '<p class="what">cannot be read: it`s one</p>',
    )
    assert [one for one in wanted if one not in shown] == []


def test_what_does_not_count_is_counted_apart() -> None:
    shown = [
        f'<div class="{level}"><dt>{word}</dt><dd>{number}</dd></div>'
        for level, word, number in (
            ("error", "errors", 0),
            ("warning", "warnings", 2),
            ("note", "notes", 0),
            ("aside", "waived or known", 1),
        )
    ]
    assert [one for one in shown if one not in PAGE] == []


def test_a_check_of_nothing_is_a_page() -> None:
    empty = replace(COLLECTION, citations=(), documents=(), verdicts=(), entries=())
    assert "No document was checked." in checked.page(empty, (), templates.read([TEMPLATES]))
