"""What HTML shows is what was written: read back by a parser, as a browser reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from cluneal_lit.formats import bibtex, notices, prose
from cluneal_lit.model import Asked, Collection, Entry, Fields, Finding, Ids, Note, Status
from cluneal_lit.outputs import attention, html, page, rendering, styles
from cluneal_lit.outputs.site import Site
from cluneal_lit.outputs.templates import Template
from cluneal_lit.store import templates as stored
from tests.formats.invented import CLEAN, NASTY, RETRACTED, article
from tests.outputs import gallery
from tests.outputs.test_rendered import TEMPLATES

# What a page leads to: neighbours, which have no scheme, registries, and an image of a note as a link.
OWN = r"(?!\s*[A-Za-z][\w+.-]*:|\s*//)|https://(doi\.org|pubmed|evil\.example/i\.png)"
FACETS = ("Nerve: middle, superior",)
EVIL = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></script><img src=https://evil.example/x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "' onfocus='alert(1)' autofocus='",
    "[x](javascript:alert(1)) ![x](https://evil.example/i.png) <javascript:alert(1)>",
    "\u202eevil\u2066 {{ 7 * 7 }} {% raw %} &lt;b&gt; &amp;",
    "--><!--",
    "]]><svg onload=alert(1)>",
)


class Page(HTMLParser):
    """The tags, ids, addresses, event handlers and text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.ids += [value or ""] * (name == "id")
            self.links += [value or ""] * (name == "href" and tag in ("a", "use"))
            self.loaded += [value or ""] * (
                name in ("src", "srcset", "data", "poster") or (name, tag) == ("href", "link")
            )
            self.handlers += [name] * name.startswith("on")

    def handle_data(self, data: str) -> None:
        self.text += data


def texts(collection: Collection, **options: bool) -> dict[str, str]:
    """All outputs of a collection whose documents are all public."""
    site = Site(public=collection.documents, facets=FACETS)
    made = rendering.rendered(collection, stored.read([TEMPLATES]), site=site, **options)
    assert not made.broken, made.broken
    return made.texts


def rendered(collection: Collection, **options: bool) -> str:
    """The page of a collection."""
    return texts(collection, **options)["site/index.html"]


def words(text: str) -> str:
    return " ".join(text.split())


def nowhere(_: str) -> str:
    return ""


def hostile(text: str) -> Collection:
    """A collection in which people and services wrote this everywhere."""
    note = Note(text, (), f"{text}\n\n# {text}\n\n`{text}` [@{text}]", tags=(text,), significance=text, reviewed=text)
    fields = Fields(type="article-journal", title=text, container_title=text, language=text, url=f"javascript:{text}")
    entry = Entry(
        key=text,
        ids=Ids(pmid=text, doi=f"10.5555/{text}"),
        fields=fields,
        status=Status("concern", text=text, notice=Ids(doi=f"10.5555/{text}"), sources=(text,)),
        verdict=text,
        types=(text,),
        basis=text,
        sources=(Asked("library", f"{text}#x"), Asked(text, text, text)),
        note=note,
        cited_in=(
            gallery.citation(1, sentence=text, document=f"{text}.md"),
            gallery.citation(2, "reference", sentence=text, document=f"{text}.md"),
        ),
    )
    reading = gallery.GALLERY.lists[0]
    items = (*(gallery.ListItem(text, text, text),), gallery.ListItem("nobody" + text, text, text))
    lists = (type(reading)(text, text, text, items),)
    lost = replace(gallery.citation(3, "reference", sentence=text, document=f"{text}.md"), id=text, raw=text)
    wrong = Finding("LIT405", lost.document, lost.place, citation=text, values={"cited": text})
    return Collection(text, (entry,), (*entry.cited_in, lost), (), (wrong,), lists, (f"{text}.md",))


@pytest.mark.parametrize("text", EVIL)
def test_hostile_text_adds_no_tag_address_or_handler(text: str) -> None:
    shown, plain = Page(rendered(hostile(text))), Page(rendered(hostile("harmless")))
    assert (shown.handlers, shown.loaded) == ([], ["data:,", "feed.xml"])
    assert {tag: shown.tags.count(tag) for tag in ("script", "style", "img", "iframe", "title", "details", "svg")} == {
        tag: plain.tags.count(tag) for tag in ("script", "style", "img", "iframe", "title", "details", "svg")
    }
    assert [link for link in shown.links if not re.match(OWN, link)] == []


@pytest.mark.parametrize("text", (*EVIL, *NASTY))
def test_hostile_text_is_shown_as_it_is_written(text: str) -> None:
    shown = words(Page(rendered(hostile(text))).text)
    assert words(text.translate({0x202E: None, 0x2066: None})) in shown


@given(st.text(max_size=80))
@example("a\x00\x0b\x1f\ud800\u202e<>&\"'")
def test_any_text_is_shown_without_controls(text: str) -> None:
    shown = html.escaped(text)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069<>\"']", shown.replace("\r", "")
    )
    page_ = Page(f'<p title="{shown}">{shown}</p>')
    assert page_.tags == ["p"]


@given(st.text(st.sampled_from("<>[]()!`*_#&\"'ax:/@ \n-|") | st.characters(codec="utf-8"), max_size=80))
@example("[x](<javascript:alert(1)>)")
@example("<a href=javascript:x onclick=y>")
def test_any_markdown_becomes_harmless_html(text: str) -> None:
    shown = Page(html.written(text, 3, lambda key: f"#{bibtex.key(key)}"))
    assert (shown.handlers, shown.loaded, {"script", "style", "img"} & {*shown.tags}) == ([], [], set())
    assert all(not link.lower().startswith(("javascript:", "data:", "vbscript:")) for link in shown.links)


def test_markdown_keeps_its_form_and_its_headings_stand_below_ours() -> None:
    said = html.written("# Why\n\nSome *words*, ~~not~~ `these`.\n\n- one\n\n| a |\n|--:|\n| 1 |", 3, nowhere)
    assert words(said) == (
        "<h4>Why</h4> <p>Some <em>words</em>, <s>not</s> <code>these</code>.</p> <ul> <li>one</li> </ul> "
        "<table> <thead> <tr> <th>a</th> </tr> </thead> <tbody> <tr> <td>1</td> </tr> </tbody> </table>"
    )


def test_a_heading_never_falls_below_the_sixth_level() -> None:
    assert html.written("# One\n## Two", 5, nowhere) == "<h6>One</h6>\n<h6>Two</h6>"


def test_no_level_is_left_out_between_our_heading_and_those_of_a_note() -> None:
    assert html.written("## Two\n#### Four\n## Two", 3, nowhere) == "<h4>Two</h4>\n<h5>Four</h5>\n<h4>Two</h4>"


def test_keys_lead_to_their_works_outside_of_links_only() -> None:
    known = {"muster2019": "#muster2019", "a_b_c": "#a_b_c"}
    text = (
        "See [@muster2019], `muster2019`, [@a_b_c], [@nobody], `nobody` and [`muster2019` too](https://example.org/)."
    )
    link = '<a href="#muster2019"><code>muster2019</code></a>'
    assert html.written(text, 0, lambda key: known.get(key, "")) == (
        f'<p>See {link}, {link}, <a href="#a_b_c"><code>a_b_c</code></a>, [@nobody], <code>nobody</code> and '
        '<a href="https://example.org/"><code>muster2019</code> too</a>.</p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "[@a1] `a1` [@b2]",
        r"\[@a1] &#91;@a1] [\@a1] [@a\1]",
        "``a1`` and `` `a1` ``",
        r"\[@a1] but [@b2]",
        "[see `a1`](https://a.example/y) and [@b2](https://a.example/z)",
        "    [@a1]\n\n# [@a1]\n\n- `a1`",
    ],
)
def test_the_same_keys_become_links_in_html_and_in_markdown(text: str) -> None:
    def links(page_: str) -> list[str]:
        return [link for link in Page(page_).links if link.startswith("#")]

    def where(key: str) -> str:
        return {"a1": "#a1", "b2": "#b2"}.get(key, "")

    in_markdown = MarkdownIt().render(prose.under(text, 0, where))
    assert links(html.written(text, 0, where)) == links(in_markdown)


def test_an_image_becomes_a_link_since_nothing_is_loaded() -> None:
    assert html.written("![A nerve](https://example.org/n.png)", 0, nowhere) == (
        '<p><a href="https://example.org/n.png">A nerve</a></p>'
    )


def test_tags_in_a_note_are_shown_as_text_unless_they_mark_words() -> None:
    assert html.written("A <b>bold</b> <u>claim</u>: 10<sup>5</sup>\n\n<div>x</div>", 0, nowhere) == (
        "<p>A <strong>bold</strong> &lt;u&gt;claim&lt;/u&gt;: 10⁵</p>\n<p>&lt;div&gt;x&lt;/div&gt;</p>"
    )


def test_a_citation_links_its_identifiers() -> None:
    entry = Entry("k", Ids(pmid="99999901", doi="10.5555/a)b<c"), Fields(title="A & <b>"), CLEAN, "unchecked")
    assert html.linked(styles.pieces(entry)) == (
        'A &amp; &lt;b&gt;. doi: <a href="https://doi.org/10.5555/a%29b%3Cc">10.5555/a)b&lt;c</a>. '
        '<a href="https://pubmed.ncbi.nlm.nih.gov/99999901/">PMID: 99999901</a>.'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "כהן א. ספר מומצא! של דברים, כרך (ב). Magnes; 2018.",
            "<bdi>כהן א</bdi>. <bdi>ספר מומצא!</bdi> <bdi>של דברים, כרך (ב)</bdi>. Magnes; 2018.",
        ),
        ("الف (2019) ب. ج. 2019;3:1-9.", "<bdi>الف (2019) ب</bdi>. <bdi>ج</bdi>. 2019;3:1-9."),
        ("א ב (MRI) ג. ד", "<bdi>א ב (MRI) ג</bdi>. <bdi>ד</bdi>"),
        ("כהן א, Smith J, לוי ב.", "<bdi>כהן א</bdi>, Smith J, <bdi>לוי ב</bdi>."),
        ("Öz & <ב>", "Öz &amp; &lt;<bdi>ב</bdi>&gt;"),
    ],
)
def test_what_is_written_from_right_to_left_turns_no_number_round(text: str, shown: str) -> None:
    assert html.linked([styles.Piece(text)]) == shown


def test_a_notice_links_its_identifiers() -> None:
    assert page.notice(RETRACTED) == (
        "Retraction in: J Invent. 2020 May 4;7(5):99. "
        'doi: <a href="https://doi.org/10.5555/invented.retraction">10.5555/invented.retraction</a>. '
        'PMID: <a href="https://pubmed.ncbi.nlm.nih.gov/99999902/">99999902</a>.'
    )


def test_a_paper_since_published_is_linked() -> None:
    assert page.published(gallery.PREPRINT) == (
        "Since published: J Invent. 2023;10:1-9. "
        'doi: <a href="https://doi.org/10.5555/invented.paper">10.5555/invented.paper</a>. '
        'PMID: <a href="https://pubmed.ncbi.nlm.nih.gov/99999930/">99999930</a>.'
    )


@pytest.mark.parametrize(
    ("types", "designs"),
    [
        (("Journal Article", "Review", "Research Support, Non-U.S. Gov't"), ("Review",)),
        (
            ("Case Reports", "journal-article", "Case reports", "Multicenter Study"),
            ("Case Reports", "Multicenter Study"),
        ),
        (("Retracted Publication", "Preprint"), ()),
    ],
)
def test_kinds_of_study_are_those_that_tell_something(types: tuple[str, ...], designs: tuple[str, ...]) -> None:
    assert page.designs(article(types=types)) == designs


@pytest.mark.parametrize(
    ("language", "source", "tongue"),
    [
        ("fr", "library", "fr"),
        ("pt-BR", "crossref", "pt-BR"),
        ("fr", "pubmed", ""),
        ("en", "library", ""),
        ("english", "library", ""),
        ("chi", "library", "zh"),
        ("de_at", "library", "de-AT"),
        ("Klingon", "library", ""),
        ("qq", "library", ""),
        ('" x', "library", ""),
        ("", "library", ""),
    ],
)
def test_the_language_of_a_title_is_said_where_it_is_known(language: str, source: str, tongue: str) -> None:
    entry = article(fields=Fields(title="Des nerfs", language=language), sources=(Asked(source, "x"),))
    assert page.tongue(entry) == tongue


@pytest.mark.parametrize("title", ["Nerves", "[Nerves]"])
def test_a_translated_title_is_in_english_and_the_works_own_stands_beside_it(title: str) -> None:
    entry = article(fields=Fields(title=title, original_title="Des nerfs <i>", language="fr"), sources=())
    assert (page.tongue(entry), page.vernacular(entry)) == ("", '<bdi lang="fr">Des nerfs &lt;i&gt;</bdi>')
    nobody_knows = article(fields=Fields(title=title, original_title="Des nerfs"), sources=())
    assert page.vernacular(nobody_knows) == "<bdi>Des nerfs</bdi>"
    alone = article(fields=Fields(title="[Nerves]", language="fr"), sources=())
    assert (page.tongue(alone), page.vernacular(alone)) == ("", "")


def test_what_is_escaped_once_stays_so() -> None:
    template = Template("a.html.j2", "{{ title }} {{ entries[0] | cited }} {{ [title, '<'] | join(' & ') }}")
    entry = Entry("k", Ids(), Fields(title="R&D"), CLEAN, "unchecked")
    made = rendering.rendered(Collection("A & B", (entry,), (), (), (), (), ()), {"a.html.j2": template})
    assert made.texts == {"a.html": "A &amp; B R&amp;D. A &amp; B &amp; &lt;\n"}


@pytest.mark.parametrize(
    ("collection", "feeds"),
    [(gallery.GALLERY, ["feed.xml"]), (gallery.ONE, []), (gallery.EMPTY, [])],  # no day, no feed
    ids=["gallery", "one", "empty"],
)
def test_the_page_has_one_main_heading_and_every_id_once_and_loads_nothing(
    collection: Collection, feeds: list[str]
) -> None:
    shown = Page(rendered(collection))
    assert [shown.tags.count(tag) for tag in ("h1", "main", "style", "script")] == [1, 1, 1, 2]
    assert len(shown.ids) == len(set(shown.ids))
    assert {link[1:] for link in shown.links if link.startswith("#")} <= set(shown.ids)
    assert shown.loaded == ["data:,", *feeds]


def test_a_work_that_must_not_be_relied_on_says_so_before_its_title() -> None:
    text = rendered(gallery.GALLERY)
    part = text[text.index('id="retracted2020"') :]
    assert part.index("Retracted, 2024 Mar 12 (PubMed, Crossref).") < part.index("<h3")


def test_every_work_says_how_it_stands_before_its_title() -> None:
    text = rendered(gallery.GALLERY)
    for entry in gallery.GALLERY.entries:
        head = text[text.index(f'id="{entry.key}"') :].split("<h3")[0]
        assert attention.quiet(entry) or f"<strong>{notices.label(entry.status)}" in head
        assert attention.quiet(entry) in head.replace("<time>", "").replace("</time>", "")


def test_what_leads_to_no_known_work_stands_on_the_page_with_its_verdict_places_and_sentences() -> None:
    text = rendered(gallery.GALLERY)
    part = words(Page(text[text.index('<article class="entry astray" id="_c60"') :].split("</article>")[0]).text)
    assert part.startswith(
        "Absent: a cited identifier does not exist. "
        "Nobody A. An invented paper with an invented DOI. J Invent. 2001;1:1. doi: 10.5555/dead. "
        "doi:10.5555/dead does not exist: doi.org answered on 2026-11-20 that it has no such record. "
        "Search the title at https://search.crossref.org/ and correct the identifier. "
        "Cited in invented-nerves.md line 24 Nobody has found that again [6]. line 60"
    )


def test_the_figures_are_those_of_the_report_and_lead_to_what_they_count() -> None:
    made = texts(gallery.GALLERY)
    text = made["site/index.html"]
    counts = re.findall(r"^\| (\w+) \| (\d+) \|", made["report.md"], re.MULTILINE)
    figures = words(Page(text[text.index('id="_verdicts"') : text.index('id="_statuses"')]).text)
    assert counts == [("verified", "10"), ("unchecked", "2"), ("absent", "1")]
    assert [f"{number} {word}:" in figures for word, number in counts] == [True] * 3
    assert '<a href="#retracted2020">1 retracted</a>' in text
    assert '<a href="#preprint2022">1 preprint since published</a>' in text
    assert "1 reinstated, 9 without a notice, 3 not checked; 1 preprint since published." in made["report.md"]
    # A citation and a work: two, so that the figure leads to the list of both.
    assert '<a href="#_needs-absent">1 absent</a>' in text


def test_nothing_is_called_for_attention_where_nothing_is_known_to_be_wrong() -> None:
    assert ("Needs attention" in rendered(gallery.ONE), "Needs attention" in rendered(gallery.GALLERY)) == (False, True)


def test_a_notice_is_told_once_and_with_links() -> None:
    entry = next(one for one in gallery.GALLERY.entries if one.key == "retracted2020")
    made = texts(Collection("x", (entry,), (), (), (), (), ()))
    names = ("site/index.html", "annotated-bibliography.md")
    told = [re.sub(' data-copy="[^"]*"', "", made[name]).count("Retraction in: J Invent") for name in names]
    assert told == [1, 1]
    assert 'doi: <a href="https://doi.org/10.5555/invented.retracted">' in made["site/index.html"]


def test_the_gravest_verdicts_stand_before_the_title_and_unchecked_does_not() -> None:
    text = rendered(gallery.GALLERY)
    before = {}
    for name in ("mismatch", "absent", "inexact", "unchecked", "verified"):
        part = text[text.index(f'id="{name}2021"') :]
        before[name] = f"{name.capitalize()}: " in part[: part.index("<h3")]
    assert before == {"mismatch": True, "absent": True, "inexact": True, "unchecked": False, "verified": False}


def test_the_bibtex_to_copy_is_that_of_the_references() -> None:
    made = texts(gallery.GALLERY)
    pages = {name.rpartition("/")[2]: Page(text).text for name, text in made.items() if name.startswith("site/works/")}
    entries = made["references.bib"].split("\n\n@")[1:]
    named = {f"{entry[entry.index('{') + 1 : entry.index(',')]}.html": f"@{entry.strip()}" for entry in entries}
    assert [name for name, entry in named.items() if entry not in pages[name]] == []
    assert (len(named), set(named)) == (len(gallery.ENTRIES), set(pages))


def test_the_policy_of_the_page_allows_its_own_script_alone() -> None:
    text = rendered(gallery.ONE)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert f"style-src '{page.integrity(style)}'; script-src '{page.integrity(script)}';" in text
    assert ("unsafe-inline" in text, re.findall(r"<[^>]* (?:style|on\w+)=", text)) == (False, [])


def test_the_page_says_what_its_markdown_says() -> None:
    made = texts(gallery.GALLERY)
    shown = words(Page(made["site/index.html"]).text)
    for entry in gallery.GALLERY.entries:
        citation = "".join(piece.text for piece in styles.pieces(entry, told=False))
        for said in (entry.fields.title or "Title unknown", citation, entry.key):
            assert words(said) in shown
        for citation in entry.cited_in:
            assert words(citation.sentence) in shown


def test_the_page_says_of_reading_lists_what_their_markdown_says() -> None:
    made = texts(gallery.GALLERY)
    source = made["site/index.html"]
    shown = words(Page(source[source.index('class="lists"') : source.index("<main")]).text)
    for reading in gallery.GALLERY.lists:
        page_ = MarkdownIt().enable("strikethrough").render(made[f"reading-lists/{reading.name}.md"])
        own = [part for part in re.findall(r"<(?:h1|p)>(.*?)</(?:h1|p)>", page_, re.DOTALL) if ">More</a>" not in part]
        said = [words(Page(part).text).strip(" .") for line in own for part in re.split(r"</?strong>", line)]
        assert [one for one in said if one not in shown] == []
        assert [entry for entry in reading.items if _title(entry.key) not in shown] == []


def _title(key: str) -> str:
    return next((entry.fields.title for entry in gallery.GALLERY.entries if entry.key == key), key)
