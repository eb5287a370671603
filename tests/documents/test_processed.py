"""Bibliographies that Pandoc 3 has written into Markdown and reStructuredText. All references are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORDS = (
    (
        "doe2018",
        "Doe, Fay, and Gus Roe. 2018. “Invented Nerves.” *Pain* 15: 25–32.\n<https://doi.org/10.5555/nerve.1>.",
    ),
    ("kim1998", "Kim, Cho. 1998. *Anatomy of Invention*. Springer."),
    ("park1997", "Park, Jun. 1997. “Needles.” *Spine* 22: 1156–59. <https://doi.org/10.5555/nerve.2>."),
)
SAID = "It hurts (Doe and Roe 2018) as Park (1997) says (see Kim 1998, 3).\n\n"


def divs(heading: str, entries: list[tuple[str, str]]) -> str:
    each = "".join(f'<div id="ref-{key}" class="csl-entry">\n\n{words}\n\n</div>\n\n' for key, words in entries)
    return (
        f'{heading}<div id="refs" class="references csl-bib-body hanging-indent"\nentry-spacing="0">\n\n{each}</div>\n'
    )


def fences(heading: str, entries: list[tuple[str, str]]) -> str:
    each = "\n".join(f"::: {{#ref-{key} .csl-entry}}\n{words}\n:::\n" for key, words in entries)
    return f"{heading}:::: {{#refs .references .csl-bib-body}}\n{each}::::\n"


def numbered(left: str, right: str) -> list[tuple[str, str]]:
    return [(key, left.format(place) + right.format(words)) for place, (key, words) in enumerate(WORDS, 1)]


@pytest.mark.parametrize("heading", ["# References\n\n", "# References {#references .unnumbered}\n\n", ""])
@pytest.mark.parametrize("form", [divs, fences])
def test_each_entry_is_one_with_its_key(form: object, heading: str) -> None:
    assert callable(form)
    found = cited(SAID + form(heading, list(WORDS)), "a.md")
    entries = [one for one in found if one.in_list]
    assert [(one.cited_as, one.number, one.ids.doi) for one in entries] == [
        ("doe2018", None, "10.5555/nerve.1"),
        ("kim1998", None, ""),
        ("park1997", None, "10.5555/nerve.2"),
    ]
    assert [one.fields.author[0].family for one in entries] == ["Doe", "Kim", "Park"]
    markers = [one for one in found if not one.in_list]
    assert [[entries.index(one) for one in entries if one.id in marker.cites] for marker in markers] == [[0], [2], [1]]


@pytest.mark.parametrize(
    ("form", "left", "right"),
    [
        (
            divs,
            '<span class="csl-left-margin">\\[{}\\] </span><span\nclass="csl-right-inline">',
            "{}</span>",
        ),
        (fences, "[\\[{}\\] ]{{.csl-left-margin}}[", "{}]{{.csl-right-inline}}"),
    ],
)
def test_numbered_ones_have_their_number_and_no_markup_around_them(form: object, left: str, right: str) -> None:
    assert callable(form)
    said = "It hurts [\\[1\\]](#ref-doe2018) and burns [\\[2, p. 3\\]](#ref-kim1998).\n\n"
    found = cited(said + form("# References\n\n", numbered(left, right)), "a.md")
    entries = [one for one in found if one.in_list]
    assert [(one.number, one.raw[:4], one.raw[-4:]) for one in entries] == [
        (1, "Doe,", ".1>."),
        (2, "Kim,", "ger."),
        (3, "Park", ".2>."),
    ]
    assert [(one.form, one.numbers) for one in found if not one.in_list] == [("marker", (1,)), ("marker", (2,))]


def test_what_code_shows_of_one_is_none() -> None:
    assert cited(f"```\n{divs('', list(WORDS[1:2]))}```\n", "a.md") == ()


def test_marks_between_blocks_part_paragraphs_and_keep_what_they_name() -> None:
    lines = "\n".join(f"::: box\n{words}\n:::" for _, words in WORDS)
    found = cited(f"{SAID}# References\n\n{lines}\n", "a.md")
    assert [one.raw[:4] for one in found if one.in_list] == ["Doe,", "Kim,", "Park"]
    named = cited('<div data-doi="https://doi.org/10.5555/nerve.9">\n\nIt hurts.\n\n</div>\n', "a.md")
    assert [one.ids.doi for one in named] == ["10.5555/nerve.9"]


def test_containers_of_restructuredtext_are_no_text() -> None:
    each = "".join(
        f"   .. container:: csl-entry\n      :name: ref-{key}\n\n      {words.replace(chr(10), chr(10) + '      ')}\n\n"
        for key, words in WORDS
    )
    text = f"{SAID}References\n==========\n\n.. container:: references csl-bib-body\n   :name: refs\n\n{each}"
    found = cited(text, "a.rst")
    assert [one.raw[:4] for one in found if one.in_list] == ["Doe,", "Kim,", "Park"]
    assert [one.form for one in found if not one.in_list] == ["marker", "marker", "marker"]
