"""Templates in, texts out. The collection is invented."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import bibtexparser
import pytest
from markdown_it import MarkdownIt
from msgspec import structs

from cluneal_lit.errors import TemplateError
from cluneal_lit.formats import biblatex, bibtex, csl_entry
from cluneal_lit.formats.csl_title import as_spelt
from cluneal_lit.model import (
    Asked,
    Citation,
    Collection,
    Entry,
    Fields,
    Finding,
    Ids,
    ListItem,
    Name,
    Note,
    Place,
    ReadingList,
    Relation,
    Section,
    Status,
    Verdict,
)
from cluneal_lit.outputs import paths, rendering
from cluneal_lit.outputs.escapes import as_json
from cluneal_lit.store import people
from cluneal_lit.store import templates as stored
from cluneal_lit.store.compiled import compiled
from tests.formats.invented import NASTY, RETRACTED, article
from tests.outputs.test_exchanged import EXCHANGED


def rendered(collection: Collection, folders: Sequence[Path], **options: Any) -> dict[str, str]:
    """The outputs of the templates in these folders; what breaks one is raised."""
    made = rendering.rendered(collection, stored.read(folders), **options)
    for error in made.broken.values():
        raise error
    return made.texts


TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
EMPTY = Collection("Nothing yet", (), (), (), (), (), ())

CITATION = Citation(
    "c1",
    "references/documents/block.md",
    Place(line=12, column=3),
    100,
    114,
    "PMID: 99999901",
    "pmid",
    sentence="It *works* in\nmost [1].",
)
UNKNOWN = Entry(
    "anon",
    Ids(),
    Fields(),
    Status("unchecked"),
    "unchecked",
    sources=(Asked("library", "own.json#anon"),),
    basis="seed",
)
COLLECTION = Collection(
    title="Invented nerves",
    entries=(
        UNKNOWN,
        article(cited_in=(CITATION,)),
        article("zweig2020", status=RETRACTED, note=None, aliases=("zweig2019",), ids=Ids(pmid="99999903")),
    ),
    citations=(CITATION,),
    verdicts=(Verdict("c1", "verified", "muster2019"),),
    findings=(
        Finding("LIT101", document="references/documents/lost.md", values={"reason": "no such file"}),
        Finding("LIT103", document="references/documents/block.md", place=Place(line=1, column=1)),
        Finding("LIT405", key="anon", values={"cited": "<b>|"}),
    ),
    lists=(
        ReadingList("empty", "Empty"),
        ReadingList(
            "start-here",
            "Start here",
            "Read *these*.",
            (
                ListItem("muster2019", "must", "The **one** to know."),
                ListItem("zweig2019", "must", "It was on the list."),
                ListItem("nobody2000"),
            ),
        ),
    ),
    documents=("references/documents/block.md", "references/documents/lost.md"),
)


def templates(folder: Path, **texts: str) -> Path:
    """A folder of templates: `a_md` is `a.md.j2`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{'.'.join(name.rsplit('_', 1))}.j2").write_text(text, encoding="utf-8")
    return folder


def test_an_empty_collection_gives_every_output_that_is_not_one_of_many() -> None:
    texts = rendered(EMPTY, [TEMPLATES])
    assert texts["references.json"] == "[]\n"
    assert texts["references.bib"].count("@") == 0
    assert texts["annotated-bibliography.md"] == (
        "# Nothing yet: annotated bibliography\n\n0 works, 0 of them cited. 0 citations in 0 documents.\n\n"
        "*There are no works yet. Put documents that cite "
        "into `references/documents/`, or a bibliography into `references/library/`.*\n"
    )
    assert texts["report.md"] == (
        "# Nothing yet: report\n\n0 works, 0 of them cited. 0 citations in 0 documents.\n\n"
        "## Findings\n\nThere is nothing to report.\n"
    )
    exchanged = {name for name in EXCHANGED if name != "annotated.json"}
    assert {name for name in texts if not name.endswith(".html")} == {
        "annotated-bibliography.md",
        "annotated.json",
        "evidence.csv",
        "report.md",
        "statement.md",
        *exchanged,
        *(f"site/{name}" for name in exchanged),
    }


def test_without_a_title_every_heading_says_only_what_it_is_above() -> None:
    texts = rendered(structs.replace(EMPTY, title=""), [TEMPLATES])
    page = texts["site/index.html"]
    names = ("annotated-bibliography.md", "report.md", "statement.md")
    assert [texts[name].splitlines()[0] for name in names] == [
        "# Annotated bibliography",
        "# Report",
        "# Statement of the check",
    ]
    assert re.findall("<(?:title|h1)>.*", page) == [
        "<title>Annotated bibliography</title>",
        "<h1>Annotated bibliography</h1>",
    ]


def test_the_annotated_bibliography_says_all_about_each_work() -> None:
    assert (
        rendered(COLLECTION, [TEMPLATES])["annotated-bibliography.md"]
        == """\
# Invented nerves: annotated bibliography

3 works, 1 of them cited. 1 citation in 2 documents. Citations by verdict: 1 verified. \
Works by editorial status: 1 retracted, 1 without a notice, 1 not checked.

What the maker of a library file means by a mark: “seed” (the fields stand only in a text that cites the work). \
No mark stands for a service's word.

## Needs attention

- **Retracted:** [Invented nerves in a sample of MRI volunteers from Japan: A report](#zweig2020)

## Cited in the documents

### <a id="muster2019"></a>Invented nerves in a sample of MRI volunteers from Japan: A report

*No notice of retraction or correction, asked 2026-11-20.*

Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan: A report. J Invent Find. \
2019 Mar;7(2):25-32. doi: [10.5555/invented.1](https://doi.org/10.5555/invented.1). Epub 2019 Jan 28. \
[PMID: 99999901](https://pubmed.ncbi.nlm.nih.gov/99999901/); \
[PMCID: PMC9999901](https://pmc.ncbi.nlm.nih.gov/articles/PMC9999901/).

**important** · `middle`

What it says.

**Cited in**

- `references/documents/block.md`, line 12: “It works in most \\[1\\].”

**Where this comes from:** PubMed, asked 2026-11-20; the library file own.json. Verified: the services confirm what is \
cited. Key: `muster2019`.

## Not cited in the documents

### <a id="zweig2020"></a>Invented nerves in a sample of MRI volunteers from Japan: A report

> **Retracted, 2020 May 4 (PubMed, Crossref).** Retraction in: J Invent. 2020 May 4;7(5):99. \
doi: 10.5555/invented.retraction. PMID: 99999902.

Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan: A report. J Invent Find. \
2019 Mar;7(2):25-32. Epub 2019 Jan 28. [PMID: 99999903](https://pubmed.ncbi.nlm.nih.gov/99999903/).

*No annotation of this work has been written yet.*

**Where this comes from:** PubMed, asked 2026-11-20; the library file own.json. The citation is right; the work was \
retracted. Key: `zweig2020`.

### <a id="anon"></a>Title unknown

*Not checked for retractions yet.*

\\[Title unknown\\].

*No annotation of this work has been written yet.*

**Where this comes from:** the library file own.json, whose maker marked it “seed”. Unchecked: it has no PMID and \
no DOI by which to ask a service. Key: `anon`.
"""
    )


def test_a_reading_list_strikes_out_what_was_retracted_and_says_which_keys_are_unknown() -> None:
    assert (
        rendered(COLLECTION, [TEMPLATES])["reading-lists/start-here.md"]
        == """\
# Start here

Read *these*.

1. Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan: A report. J Invent Find. \
2019 Mar;7(2):25-32. doi: [10.5555/invented.1](https://doi.org/10.5555/invented.1). Epub 2019 Jan 28. \
[PMID: 99999901](https://pubmed.ncbi.nlm.nih.gov/99999901/); \
[PMCID: PMC9999901](https://pmc.ncbi.nlm.nih.gov/articles/PMC9999901/). \
[More](../annotated-bibliography.md#muster2019)

   **Must read.** The **one** to know.

2. ~~Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan: A report. J Invent Find. \
2019 Mar;7(2):25-32. Epub 2019 Jan 28. Retraction in: J Invent. 2020 May 4;7(5):99. \
doi: 10.5555/invented.retraction. [PMID: 99999903](https://pubmed.ncbi.nlm.nih.gov/99999903/).~~ \
[More](../annotated-bibliography.md#zweig2020)

   **Retracted, 2020 May 4 (PubMed, Crossref). Not recommended.** Retraction in: J Invent. 2020 May 4;7(5):99. \
doi: 10.5555/invented.retraction. PMID: 99999902.

3. `nobody2000`: no work in the collection has this key.
"""
    )


def test_the_footnotes_of_an_item_stand_within_it() -> None:
    text = (
        "\n".join(f"{number}. [@muster2019] (must): So[^1]." for number in range(1, 11)) + "\n\n[^1]: Few\n\n    More."
    )
    collection = structs.replace(COLLECTION, lists=(people.reading_list("x", text)[0],))
    made = rendered(collection, [TEMPLATES])
    listed = MarkdownIt().render(made["reading-lists/x.md"])
    for page in (listed, made["site/index.html"]):
        items = re.findall(r"<li[ >].*?</li>", page, re.DOTALL)
        told = [one for one in items if re.search(r"So¹\.</p>\s*<p>¹ Few</p>\s*<p>More\.</p>", one)]
        assert len(told) == 10
    assert "<pre" not in listed


def test_what_is_cited_without_a_known_work_stands_as_it_is_written() -> None:
    dead = Citation(
        "c9", "a.md", Place(line=31), 0, 1, "Nobody A. Lost_work. doi: 10.5555/dead", "reference", sentence="As cited."
    )
    values = {
        "id": "doi:10.5555/dead",
        "source": "doi.org",
        "day": "2026-11-20",
        "answer": "doi.org answered on 2026-11-20 that it has no such record",
        "meant": "",
        "where": "a catalogue",
    }
    finding = Finding("LIT202", "a.md", Place(line=31), citation="c9", values=values)
    collection = Collection("x", (), (dead,), (Verdict("c9", "absent"),), (finding,), (), ("a.md",))
    texts = rendered(collection, [TEMPLATES])
    assert (
        texts["annotated-bibliography.md"]
        == """\
# x: annotated bibliography

0 works, 0 of them cited. 1 citation in 1 document. Citations by verdict: 1 absent. \
1 reference or identifier leads to no known work.

## Needs attention

- **Absent:** [Nobody A. Lost\\_work. doi: 10.5555/dead](#_c9)

## Cited, but no such work is known

### <a id="_c9"></a>Nobody A. Lost\\_work. doi: 10.5555/dead

> **Absent: a cited identifier does not exist.**

- doi:10.5555/dead does not exist: doi.org answered on 2026-11-20 that it has no such record. \
Search the title at a catalogue and correct the identifier.

**Cited in**

- `a.md`, line 31: “As cited.”
"""
    )
    assert texts["report.md"].endswith(
        "## Cited, but no such work is known\n\n- `a.md:31` absent: "
        "[Nobody A. Lost\\_work. doi: 10.5555/dead](annotated-bibliography.md#_c9)\n"
    )


def test_markers_are_counted_apart() -> None:
    markers = [Citation(f"m{n}", "a.md", Place(line=n), 0, 1, "(1)", "marker") for n in (1, 2)]
    collection = Collection("x", (), (CITATION, *markers), (Verdict("c1", "verified"),), (), (), ("a.md",))
    report = rendered(collection, [TEMPLATES])["report.md"]
    assert [line for line in report.splitlines() if "marker" in line] == [
        "0 works, 0 of them cited. 3 citations (1 reference or identifier, 2 numbered markers) in 1 document. "
        "Citations by verdict: 1 verified. 1 reference or identifier leads to no known work.",
        "A numbered marker has no verdict: it stands for the reference that has its number.",
    ]


def test_a_reading_list_says_what_was_not_checked_for_retractions() -> None:
    reading = ReadingList("x", "X", items=(ListItem("anon"), ListItem("muster2019")))
    collection = Collection("x", COLLECTION.entries, (), (), (), (reading,), ())
    assert rendered(collection, [TEMPLATES])["reading-lists/x.md"].splitlines()[-2:] == [
        "",
        "*Not yet checked for retractions and corrections: 1 work on this list.*",
    ]


def test_notes_link_to_works_and_their_headings_stay_below_the_works_title() -> None:
    note = Note("muster2019", (), "# What\n\nSee [@zweig2019] and `nobody`.")
    reading = ReadingList("x", "X", "# Why\n\nSee `zweig2019`.", (ListItem("muster2019", reason="After [@anon]."),))
    entries = tuple(structs.replace(one, note=note) if one.key == note.key else one for one in COLLECTION.entries)
    texts = rendered(Collection("x", entries, (), (), (), (reading,), ()), [TEMPLATES])
    assert "#### What\n\nSee [`zweig2019`](#zweig2020) and `nobody`.\n" in texts["annotated-bibliography.md"]
    assert "\n## Why\n\nSee [`zweig2019`](../annotated-bibliography.md#zweig2020).\n" in texts["reading-lists/x.md"]
    assert "\n   After [`anon`](../annotated-bibliography.md#anon).\n" in texts["reading-lists/x.md"]


def test_a_note_brings_nothing_that_a_terminal_obeys() -> None:
    note = Note("muster2019", (), "**Bottom line.** \x1b[31mRed\u202e\n\nMore.")
    entries = tuple(structs.replace(one, note=note) if one.key == note.key else one for one in COLLECTION.entries)
    texts = rendered(Collection("x", entries, (), (), (), (), ()), [TEMPLATES])
    assert "**Bottom line.** [31mRed\n\nMore." in texts["annotated-bibliography.md"]
    assert [name for name, text in texts.items() if re.search("[\x1b\u202e]", text)] == []


OBEYED = "\x00\x08\x1b\x7f\x9b\u202a\u202e\u2066\u2069"


def _has_backspace(name: str, text: str) -> bool:
    """Whether JSON, to which `\\b` is one, has it."""
    return (name == "island" or name.endswith(".json")) and r"\b" in text


def test_no_output_has_a_character_that_is_obeyed_and_not_shown() -> None:
    evil = {
        name: f"a{OBEYED}b {name}" for name in ("title", "container_title", "publisher", "edition", "original_title")
    }
    entry = structs.replace(
        COLLECTION.entries[0],
        fields=Fields("book", author=(Name(f"Mu{OBEYED}ster", f"A{OBEYED}"), Name(literal=f"G{OBEYED}")), **evil),
        keywords=(f"word{OBEYED}",),
        abstract=(Section(f"Text{OBEYED}", f"Label{OBEYED}"),),
        note=Note(
            "n", (), f"Note{OBEYED}", tags=(f"tag{OBEYED}",), significance=f"key{OBEYED}", level=f"1{OBEYED}", by=OBEYED
        ),
    )
    texts = rendered(Collection(f"x{OBEYED}", (entry,), (), (), (), (), ()), [TEMPLATES], publish_abstracts=True)
    coded = r"\\u00(?:0[0-8]|1b|7f|9b)|\\u20(?:2[ae]|6[69])|%00|%08|%1B|%7F|%C2%9B|%E2%80%AE|%E2%81%A6"
    assert {name: found for name, text in texts.items() if (found := re.findall(f"[{OBEYED}]|{coded}", text))} == {}
    island = re.search('type="application/json"[^>]*>(.*?)</script>', texts["site/index.html"])
    assert [
        name for name, text in {**texts, "island": island[1] if island else ""}.items() if _has_backspace(name, text)
    ] == []
    assert json.loads(texts["references.json"])[0]["title"] == "ab title"
    assert json.loads(texts["annotated.json"])[0]["annote"] == "key"


@pytest.mark.parametrize("suffix", ["txt", "tex", "md", "html", "json", "csv"])
def test_no_template_of_ones_own_prints_a_character_that_is_obeyed_and_not_shown(suffix: str, tmp_path: Path) -> None:
    printed = "\n".join(f"{{{{ entries[0] | {style} }}}}" for style in ("nlm", "vancouver", "ama", "apa"))
    printed += "\n{{ entries[0].fields.title }} {{ entries[0] | csl | tojson }} {{ entries[0].fields.title | safe }}"
    (tmp_path / f"own.{suffix}.j2").write_text(printed, encoding="utf-8")
    fields = Fields("book", title=f"Ti{OBEYED}tle", author=(Name("Mu\u202ester", "A"),))
    entry = structs.replace(COLLECTION.entries[0], fields=fields)
    text = rendered(Collection("x", (entry,), (), (), (), (), ()), [tmp_path])[f"own.{suffix}"]
    assert (re.findall(f"[{OBEYED}]", text), "Title" in text, "Muster" in text) == ([], True, True)


def test_a_backslash_in_json_is_no_code() -> None:
    texts = [r"\u001b", r"\\b", "\b\\u0007", 'a"\x1b"']
    assert json.loads(as_json(texts)) == [r"\u001b", r"\\b", r"\u0007", 'a""']


def test_every_link_to_a_work_leads_to_an_anchor() -> None:
    texts = rendered(COLLECTION, [TEMPLATES])
    anchors = set(re.findall(r'<a id="([^"]+)">', texts["annotated-bibliography.md"]))
    linked = {
        key
        for name, text in texts.items()
        for path, key in re.findall(r"\]\(([^)#]*)#([^)]+)\)", text)
        if (PurePosixPath(name).parent / path).name == "annotated-bibliography.md"
    }
    assert (linked - anchors, linked) == (set(), {"anon", "muster2019", "zweig2020"})


def test_a_reading_list_tells_the_notice_of_a_work_that_was_corrected() -> None:
    corrected = structs.replace(COLLECTION.entries[2], status=structs.replace(RETRACTED, name="corrected"))
    reading = ReadingList("x", "X", "", (ListItem("zweig2020"),))
    texts = rendered(Collection("x", (corrected,), (), (), (), (reading,), ()), [TEMPLATES])
    assert (
        "\n   **Corrected, 2020 May 4 (PubMed, Crossref).** Erratum in: J Invent. 2020 May 4;7(5):99. "
        "doi: 10.5555/invented.retraction. PMID: 99999902.\n"
    ) in texts["reading-lists/x.md"]


def test_a_reading_list_is_one_numbered_list_with_a_struck_item() -> None:
    page = (
        MarkdownIt("commonmark")
        .enable("strikethrough")
        .render(rendered(COLLECTION, [TEMPLATES])["reading-lists/start-here.md"])
    )
    assert [page.count(tag) for tag in ("<ol>", "<li>", "<s>", "</s>", "~~")] == [1, 3, 1, 1, 0]


def test_a_reading_list_of_more_than_nine_items_is_one_list() -> None:
    items = tuple(ListItem("zweig2020", "must", f"Reason {number}.") for number in range(1, 13))
    texts = rendered(structs.replace(COLLECTION, lists=(ReadingList("long", "Long", "", items),)), [TEMPLATES])
    html = MarkdownIt("commonmark").render(texts["reading-lists/long.md"])
    assert (html.count("<ol>"), html.count("<li>"), html.count("<pre>")) == (1, 12, 0)


def test_the_report_counts_and_lists_what_was_found() -> None:
    assert (
        rendered(COLLECTION, [TEMPLATES])["report.md"]
        == """\
# Invented nerves: report

3 works, 1 of them cited. 1 citation in 2 documents. Citations by verdict: 1 verified. \
Works by editorial status: 1 retracted, 1 without a notice, 1 not checked.

PubMed was asked about 2 records, on 2026-11-20. No service has given a record of 1 of the 3 works yet.

## How the citations stand

| Verdict | Citations | It means |
|---|---:|---|
| verified | 1 | the services confirm what is cited |

## Documents

| Document | Citations | Errors | Warnings | Notes |
|---|---:|---:|---:|---:|
| references/documents/block.md | 1 | 0 | 0 | 1 |
| references/documents/lost.md | 0 | 1 | 0 | 0 |

## Findings

1 error, 1 warning, 1 note.

### The collection

- **LIT405** warning: no work has the key \\<b\\>\\| ([`anon`](annotated-bibliography.md#anon))\\
  Correct the key, or add the work to references/library/.

### `references/documents/block.md`

- `references/documents/block.md:1:1` **LIT103** note: is empty: there is nothing to find in it\\
  Export it again, or remove it.

### `references/documents/lost.md`

- `references/documents/lost.md` **LIT101** error: cannot be read: no such file\\
  Make the file readable, or leave it out.

## Works that are not verified

### Unchecked: no service has given a record of it, or not every one that has to

1 work that no document cites.
"""
    )


def test_a_bibtex_entry_has_a_field_a_line() -> None:
    said = Fields(type="article-journal", title="Rates of 5 {x}", volume="7")
    entries = (UNKNOWN, Entry("muster2019", Ids(), said, Status("none"), "verified"))
    assert rendered(Collection("x", entries, (), (), (), (), ()), [TEMPLATES])["references.bib"] == (
        "% Written by cluneal-lit. Change the works' notes or the library, not this file.\n\n"
        "@misc{anon,\n}\n\n"
        "@article{muster2019,\n  title = {Rates of 5 {\\textbraceleft}x{\\textbraceright}},\n  volume = {7},\n}\n"
    )


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("{name}\n", "title\nvolume\n"),
        ("{value} {name} {value}\n", "{Five \\%s} title {Five \\%s}\n{7} volume {7}\n"),
        ("100% %s {name}={value}\n", "100% %s title={Five \\%s}\n100% %s volume={7}\n"),
    ],
)
@pytest.mark.parametrize("lines", [bibtex.lines, biblatex.lines])
def test_a_form_of_fields_may_have_the_value_anywhere(lines: Callable[[Entry, str], str], form: str, text: str) -> None:
    said = Fields(type="article-journal", title="Five %s", volume="7")
    assert lines(Entry("k", Ids(), said, Status("none"), "verified"), form) == text


def test_the_bibtex_file_is_parsed_without_a_failed_block_and_the_json_is_csl() -> None:
    texts = rendered(COLLECTION, [TEMPLATES])
    library = bibtexparser.parse_string(texts["references.bib"])
    assert (library.failed_blocks, [entry.key for entry in library.entries]) == (
        [],
        ["anon", "muster2019", "zweig2020"],
    )
    assert json.loads(texts["references.json"]) == json.loads(
        json.dumps([csl_entry.item(entry) for entry in COLLECTION.entries])
    )


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_leaves_every_output_whole(text: str) -> None:
    said = Fields(type="article-journal", title=text, author=(Name(literal=text),), container_title=text)
    citation = Citation("c", text, Place(line=1), 0, 1, text, "pmid", sentence=text)
    entry = article(fields=said, status=Status("corrected", text=text), basis=text, cited_in=(citation,), note=None)
    collection = Collection(
        text, (entry,), (citation,), (), (), (ReadingList("x", text, "", (ListItem("muster2019"),)),), (text,)
    )
    texts = rendered(collection, [TEMPLATES])
    assert bibtexparser.parse_string(texts["references.bib"]).failed_blocks == []
    assert json.loads(texts["references.json"])[0]["title"] == as_spelt(text)
    for name in ("annotated-bibliography.md", "report.md", "reading-lists/x.md"):
        page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(texts[name])
        assert [
            tag for tag in ("<script", "<img", 'href="javascript', "<blockquote>\n<h", "<pre>") if tag in page
        ] == [], name


def test_rendering_twice_and_from_compiled_templates_gives_the_same(tmp_path: Path) -> None:
    cold = rendered(COLLECTION, [TEMPLATES])
    assert [cold] * 3 == [
        rendered(COLLECTION, [TEMPLATES]),
        rendered(COLLECTION, [TEMPLATES], compiled=compiled(tmp_path / "a" / "b")),
        rendered(COLLECTION, [TEMPLATES], compiled=compiled(tmp_path / "a" / "b")),
    ]


def test_abstracts_are_published_only_when_that_is_wanted() -> None:
    collection = Collection("x", (article(abstract=(Section("Secret."),)),), (), (), (), (), ())
    kept, given = (rendered(collection, [TEMPLATES], publish_abstracts=wanted) for wanted in (False, True))
    assert [name for name in kept if "Secret" in kept[name]] == []
    own = [f"site/{name}" for name in EXCHANGED if name != "annotated.json"]
    pages = ("site/index.html", "site/works/muster2019.html")
    assert [name for name in given if "Secret" in given[name]] == [
        *EXCHANGED,
        *own[:1],
        "site/index.html",
        *own[1:],
        pages[1],
    ]


def test_of_two_folders_the_first_counts_file_by_file_and_parts_are_no_outputs(tmp_path: Path) -> None:
    mine = templates(tmp_path / "mine", a_md="mine {% include '_part.md.j2' %}", _part_md="part")
    theirs = templates(tmp_path / "theirs", a_md="theirs", b_md="theirs", _part_md="their part")
    assert rendered(EMPTY, [mine, theirs]) == {"a.md": "mine part\n", "b.md": "theirs\n"}


def test_one_output_is_made_for_each_list_key_and_document(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    for name, text in (
        ("[list].md.j2", "{{ list.name }}"),
        ("works/[key].md.j2", "{{ entry.key }}"),
        ("documents/[document].md.j2", "{{ document }}"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    assert rendered(COLLECTION, [folder]) == {
        "documents/block.md.md": "references/documents/block.md\n",
        "documents/lost.md.md": "references/documents/lost.md\n",
        "empty.md": "empty\n",
        "start-here.md": "start-here\n",
        "works/anon.md": "anon\n",
        "works/muster2019.md": "muster2019\n",
        "works/zweig2020.md": "zweig2020\n",
    }


def test_no_name_leads_out_of_the_output_folder(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "[document].md.j2").write_text("x", encoding="utf-8")
    documents = ("../../etc/passwd", "/abs/x.md", "C:\\x.md", "a/./b.md")
    collection = Collection("x", (), (), (), (), (), documents)
    assert sorted(rendered(collection, [folder])) == [
        "%2E%2E/%2E%2E/etc/passwd.md",
        "C%3A%5Cx.md.md",
        "a/%2E/b.md.md",
        "abs/x.md.md",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one\n{% if %}\n", "a.md.j2:2: Expected an expression, got 'end of statement block'"),
        ("one\n\n{{ nothing }}\n", "a.md.j2:3: 'nothing' is undefined"),
        ("{{ entries[0].nothing }}", "a.md.j2:1: 'cluneal_lit.model.Entry object' has no attribute 'nothing'"),
        ("\n{% include 'no.md.j2' %}", "a.md.j2:2: there is no template 'no.md.j2'"),
        ("\n{{ 1 / 0 }}", "a.md.j2:2: division by zero"),
        ("\n{{ 5 | message }}", "a.md.j2:2 (findings.py:"),
        ("{{ title | nofilter }}", "a.md.j2:1: No filter named 'nofilter';"),
        ("\n{% include 'a.md.j2' %}", "a.md.j2:2: it takes in itself without end, or is nested too deeply;"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "a.md.j2:2: it takes in itself without end"),
        ("\n{{ 'a' * 10 ** 15 }}", "a.md.j2:2: it makes more than the memory holds;"),
        ("\n{{ cycler() }}", "a.md.j2:2 (utils.py:"),
    ],
)
def test_a_broken_template_says_its_file_line_and_reason(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(TemplateError) as raised:
        rendered(COLLECTION, [templates(tmp_path, a_md=text)])
    assert str(raised.value).startswith(f"{tmp_path}/{told}")
    assert str(raised.value).endswith(
        "; mend the template, or move it away: the program's own, if it has one, is used then"
    )


def test_a_template_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_bytes(b"\xff")
    with pytest.raises(TemplateError, match=r"a\.md\.j2"):
        rendered(EMPTY, [tmp_path])


def test_a_name_with_an_unknown_word_in_brackets_is_told(tmp_path: Path) -> None:
    (tmp_path / "[work].md.j2").write_text("x", encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        rendered(EMPTY, [tmp_path])
    assert str(raised.value) == (
        "[work].md.j2: a template's name may hold one of [list], [key] and [document]; rename it"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ entries | map(attribute='__class__.__init__.__globals__') | list }}",
        "{{ works.update(a=1) }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ range(10 ** 9) | list }}",
    ],
)
def test_a_template_reaches_nothing_but_its_values(tmp_path: Path, text: str) -> None:
    made = rendering.rendered(COLLECTION, stored.read([templates(tmp_path, a_md=text)]))
    assert ([*made.contents], [*made.broken]) == ([], ["a.md"])


def test_two_templates_for_one_output_are_told(tmp_path: Path) -> None:
    for name in ("empty.md.j2", "[list].md.j2"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    made = rendering.rendered(COLLECTION, stored.read([tmp_path]))
    told = "empty.md.j2: writes empty.md, as another template does; rename one of them"
    assert ("empty.md" in made.contents, {path: str(error) for path, error in made.broken.items()}) == (
        False,
        {"empty.md": told},
    )


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.md.j2", lambda path: path.write_bytes(b"\xff")),
        ("a.md.j2", lambda path: path.symlink_to("nowhere")),
        ("a.md.j2", lambda path: path.symlink_to(path)),
        ("a.md.j2", lambda path: path.mkdir()),
        ("a.md.j2", os.mkfifo),
        ("[bogus].md.j2", lambda path: path.write_text("x")),
        ("a.md.j2", lambda path: path.write_text("{% include '_b.md.j2' %}")),
    ],
)
def test_a_template_that_cannot_be_used_holds_no_other_up(
    tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    (tmp_path / "fine.md.j2").write_text("x", encoding="utf-8")
    (tmp_path / "_b.md.j2").write_bytes(b"\xff")
    make(tmp_path / name)
    made = rendering.rendered(EMPTY, stored.read([tmp_path]))
    assert (made.texts, [*made.broken]) == ({"fine.md": "x\n"}, [name.removesuffix(".j2")])


def test_lists_that_are_one_file_on_some_systems_stand_apart_and_the_site_leads_to_both() -> None:
    lists = tuple(ReadingList(name, f"List {name}", "", (ListItem("muster2019"),)) for name in ("l", "L"))
    made = rendering.rendered(structs.replace(COLLECTION, lists=lists), stored.read([TEMPLATES]))
    names = [name.removeprefix("reading-lists/") for name in made.contents if name.startswith("reading-lists/")]
    linked = [name for name in names if f'href="../reading-lists/{name}"' in made.texts["site/index.html"]]
    assert (len(names), names[0], len({name.lower() for name in names}), linked) == (2, "L.md", 2, names)
    assert made.broken == {}


@pytest.mark.parametrize("name", ["CON", "aux", "COM1", "nul.a.b", "LPT³"])
def test_a_name_of_a_device_on_windows_is_no_name_of_a_file(name: str) -> None:
    device, dot, rest = paths.file(name).partition(".")
    assert (device.rpartition("-")[0], len(device.rpartition("-")[2]), dot + rest) == (
        name.partition(".")[0],
        16,
        name[len(name.partition(".")[0]) :],
    )
    assert [paths.file(one) for one in ("CON2", "console", "a.con")] == ["CON2", "console", "a.con"]


def test_outputs_that_are_one_file_on_some_systems_are_told_and_hold_no_other_up(tmp_path: Path) -> None:
    for name in ("A.md.j2", "a.md.j2", "b.md.j2", "e\u0301.md.j2", "\xe9.md.j2"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    made = rendering.rendered(EMPTY, stored.read([tmp_path]))
    assert [*made.contents] == ["A.md", "b.md", "e\u0301.md"]
    assert str(made.broken["a.md"]) == (
        "a.md.j2: writes a.md, which differs from A.md by capitals or accents alone, and is the same file on Windows "
        "and macOS; rename what one of them is named after"
    )
    assert [*made.broken] == ["a.md", "\xe9.md"]


def test_documents_that_are_one_file_on_some_systems_have_outputs_apart() -> None:
    found = paths.places(("B.md", "references/documents/Talk.md", "references/documents/b.md", "talk.md"))
    assert found == {
        "B.md": "B.md",
        "references/documents/Talk.md": "references/documents/Talk.md",
        "references/documents/b.md": "references/documents/b.md",
        "talk.md": "talk.md",
    }
    first, second = paths.places(("references/documents/A.md", "references/documents/a.md")).values()
    assert (first, second[:5], len(second)) == ("A.md", "a.md-", 21)


def test_a_folder_of_templates_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "templates"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        stored.read([tmp_path / "none", file])
    assert str(raised.value) == f"{file}: not a directory: make it a folder that you may read, or move it away"


def test_a_template_for_an_output_that_is_none_of_a_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "evidence.xlsx.j2").write_text("x", encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        rendered(EMPTY, [tmp_path])
    assert str(raised.value) == "evidence.xlsx.j2: writes evidence.xlsx, which no template can make; rename it"


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_what_stands_in_place_of_a_template_is_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    place = tmp_path / "references.bib.j2"
    make(place)
    with pytest.raises(TemplateError) as raised:
        rendered(EMPTY, [tmp_path, TEMPLATES])
    assert str(raised.value) == f"{place}: is no file, or leads to none; mend it, or move it away"


def test_values_are_escaped_once_in_each_format(tmp_path: Path) -> None:
    text = "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"
    text += "{{ title }} {{ '<&' }} {{ twice(title) }} {{ [title, 'b'] | join(' & ') }}"
    folder = templates(
        tmp_path,
        a_md=text,
        a_bib=text,
        a_txt=text,
        a_html=text,
        a_json="[{{ title }}, {{ entries | length }}, {{ ['x'] }}]",
    )
    collection = Collection("R&D_1", (), (), (), (), (), ())
    assert rendered(collection, [folder]) == {
        "a.bib": "R\\&D\\_1 {\\textless}\\& R\\&D\\_1R\\&D\\_1 R\\&D\\_1 \\& b\n",
        "a.html": "R&amp;D_1 &lt;&amp; R&amp;D_1R&amp;D_1 R&amp;D_1 &amp; b\n",
        "a.json": '["R&D_1", 0, [\n  "x"\n]]\n',
        "a.md": "R\\&D\\_1 \\<\\& R\\&D\\_1R\\&D\\_1 R\\&D\\_1 \\& b\n",
        "a.txt": "R&D_1 <& R&D_1R&D_1 R&D_1 & b\n",
    }


def test_a_broken_template_holds_no_other_up(tmp_path: Path) -> None:
    made = rendering.rendered(COLLECTION, stored.read([templates(tmp_path, a_md="{{ nothing }}", b_md="fine")]))
    assert (made.texts, list(made.broken)) == ({"b.md": "fine\n"}, ["a.md"])


def test_what_a_preprint_became_is_told_in_the_same_words_everywhere() -> None:
    tie = Relation("preprint", "of", Ids(pmid="7"), source="pubmed", text="J Invent. 2021;1:2.")
    entry = article("amber", relations=(tie,), cited_in=(CITATION,))
    reading = ReadingList("start", "Start here", items=(ListItem("amber"),))
    verdicts = (Verdict("c1", "verified", "amber"),)
    collection = Collection("x", (entry,), (CITATION,), verdicts, (), (reading,), (CITATION.document,))
    told = rendered(collection, [TEMPLATES])
    said = {name: re.sub(r"\[(.*?)\]\(.*?\)|<[^>]*>", r"\1", text) for name, text in told.items()}
    wanted = r"^>? *(\*\*)?Since published: J Invent\. 2021;1:2\. PMID: 7\.(\*\*)?$"
    assert sorted(name for name, text in said.items() if re.search(wanted, text, re.MULTILINE)) == [
        "annotated-bibliography.md",
        "documents/block.md.html",
        "documents/block.md.md",
        "reading-lists/start.md",
        "site/index.html",
        "site/works/amber.html",
    ]
