"""What the site tells of a collection and of documents that are not public, and what programs read. All is invented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml import etree
from msgspec.structs import replace

from cluneal_lit.folding import UNSEEN
from cluneal_lit.formats import notices
from cluneal_lit.model import (
    Asked,
    Collection,
    Date,
    Entry,
    Fields,
    Finding,
    Ids,
    ListItem,
    Name,
    Note,
    Place,
    ReadingList,
    Status,
    Verdict,
)
from cluneal_lit.outputs import docx, facets, feed, machines, page, pictures, rendering, xlsx
from cluneal_lit.outputs.facets import Chip
from cluneal_lit.outputs.ledger import Line
from cluneal_lit.outputs.site import News, Site, shown
from cluneal_lit.outputs.templates import Template
from cluneal_lit.store import templates as stored
from tests.formats.invented import CLEAN, article
from tests.outputs import gallery
from tests.outputs.test_html import EVIL, OWN, Page, hostile
from tests.outputs.test_rendered import TEMPLATES

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "site.md"

PUBLIC, PRIVATE = "references/documents/open.md", "references/documents/secret-plan.md"
BY_HIDDEN = ("cited2019", "gone2022", "held2019", "listed2019", "noted2019", "secret2021")
ATOM = "{http://www.w3.org/2005/Atom}"


def site(collection: Collection, **said: object) -> dict[str, str]:
    """The outputs below `site/`, by their paths there."""
    options = {"public": collection.documents} | said
    made = rendering.rendered(collection, stored.read([TEMPLATES]), site=Site(**options))  # type: ignore[arg-type]
    assert not made.broken, made.broken
    return {name.removeprefix("site/"): text for name, text in made.texts.items() if name.startswith("site/")}


def of_two_documents() -> Collection:
    """A work that an open document cites rightly and a secret one wrongly, and one that the secret one alone cites."""
    open_, wrong, alone = (
        gallery.citation(number, "pmid", document, sentence=sentence)
        for number, document, sentence in (
            (1, PUBLIC, "What is said openly."),
            (2, PRIVATE, "What nobody may read."),
            (3, PRIVATE, "A secret too."),
        )
    )
    entries = (
        article("both2019", cited_in=(open_, wrong), verdict="mismatch"),
        article("alone2020", cited_in=(alone,), verdict="inexact"),
    )
    verdicts = (Verdict("c1", "verified"), Verdict("c2", "mismatch"), Verdict("c3", "inexact"))
    dispute = Finding("LIT406", PRIVATE, Place(line=2), "both2019", "c2", {"field": "issue", "values": "3, 4"})
    found = (
        Finding("LIT405", PRIVATE, Place(line=2), citation="c2", values={"cited": "secret"}),
        dispute,
        Finding("LIT405", key="alone2020", values={"cited": "x"}),
    )
    return Collection("Two", entries, (open_, wrong, alone), verdicts, found, (), (PUBLIC, PRIVATE))


def test_the_public_part_is_as_if_nobody_had_written_the_rest() -> None:
    whole = of_two_documents()
    both, alone = whole.entries
    dispute = replace(whole.findings[1], document="", place=Place(), citation="")
    assert shown(whole, Site((PUBLIC,))) == Collection(
        "Two",
        (
            replace(both, cited_in=both.cited_in[:1], verdict="verified"),
            replace(alone, cited_in=(), verdict="verified"),
        ),
        whole.citations[:1],
        whole.verdicts[:1],
        (dispute, whole.findings[2]),
        (),
        (PUBLIC,),
    )
    assert shown(whole, Site((PUBLIC, PRIVATE))) == whole


def test_of_a_document_that_is_not_public_nothing_stands_on_any_page() -> None:
    made = site(of_two_documents(), public=(PUBLIC,))
    assert [
        name for name, text in made.items() if re.search("secret|nobody may read|mismatch", text, re.IGNORECASE)
    ] == []
    assert ["What is said openly." in made[name] for name in ("index.html", "works/both2019.html")] == [True, True]
    assert 'href="../documents/open.md.html"' in made["index.html"]
    assert 'href="../../documents/open.md.html"' in made["works/both2019.html"]
    assert "Disputed: issue: 3, 4." in made["index.html"]


def of_hidden_works() -> tuple[Collection, Site]:
    """Works that an open and a secret document cite; the secret one alone cites `secret2021`, and `gone2022`, which is
    cited nowhere, was brought in by a document that is there no more."""
    open_, *secret = (
        gallery.citation(number, "key", document, sentence=sentence, cited_as="pmid:9")
        for number, document, sentence in ((0, PUBLIC, "Open."), *((one, PRIVATE, "A secret.") for one in range(1, 5)))
    )
    asked = (Asked("pubmed", "pmid:99999901", "2026-11-20"),)
    unbrought = {"note": None, "sources": asked}
    kin = (
        "By its title, this is an erratum of secret2021; no source says so.",
        "By its title, this is b of noted2019.",
    )
    entries = (
        article("cited2019", cited_in=(open_, secret[0]), kin=kin, **unbrought),
        article("gone2022", **unbrought),
        article("held2019", cited_in=(secret[1],), note=None),
        article("listed2019", cited_in=(secret[2],), aliases=("listed2018",), **unbrought),
        article("noted2019", cited_in=(secret[3],), sources=asked),
        article("secret2021", cited_in=(secret[3],), **unbrought),
    )
    trial = {"key": "cited2019", "id": "nct:1", "other": "secret2021", "status": "retracted", "date": "", "notice": "x"}
    found = (
        Finding("LIT507", key="cited2019", values=trial),
        Finding("LIT406", PRIVATE, Place(line=2), "secret2021", "c2", {"field": "issue", "values": "3, 4"}),
    )
    lists = (ReadingList("start", "Start", "", (ListItem("listed2018"),)),)
    citations = (open_, *secret)
    news = tuple(News("2026-11-20", "retracted", one.key, "A title", "retracted") for one in entries)
    said = Site((PUBLIC,), news=news, ledger={one.key: () for one in entries})
    return Collection("Two", entries, citations, (), found, lists, (PUBLIC, PRIVATE)), said


def test_no_page_and_no_download_tells_of_a_work_that_only_other_documents_brought_in() -> None:
    collection, said = of_hidden_works()
    made = rendering.rendered(collection, stored.read([TEMPLATES]), site=said).texts
    own = {name.removeprefix("site/"): text for name, text in made.items() if name.startswith("site/")}
    assert [name for name, text in own.items() if re.search("secret|gone2022", name + text, re.IGNORECASE)] == []
    shown_ = {key for key in BY_HIDDEN if key in own["references.bib"] and f"works/{key}.html" in own}
    assert shown_ == {"cited2019", "held2019", "listed2019", "noted2019"}
    assert ("3 that it does not cite" in own["index.html"], "noted2019" in own["works/cited2019.html"]) == (True, True)
    assert [key for key in BY_HIDDEN if key not in made["references.bib"]] == []
    assert [one["id"] for one in json.loads(own["references.json"])] == [
        "cited2019",
        "pmid:9",
        "held2019",
        "listed2019",
        "noted2019",
    ]


@pytest.mark.parametrize(
    ("public", "number"),
    [((PUBLIC, PRIVATE), 6), (None, 6), ((PUBLIC,), 4), ((), 3)],
    ids=["all", "unsaid", "one", "none"],
)
def test_every_work_is_shown_where_all_documents_are_public_or_nobody_said_which(
    public: tuple[str, ...] | None, number: int
) -> None:
    collection, said = of_hidden_works()
    made = rendering.rendered(collection, stored.read([TEMPLATES]), site=replace(said, public=public)).texts
    assert sum(f"site/works/{key}.html" in made for key in BY_HIDDEN) == number
    assert ("A secret." in made["site/index.html"]) == (public == (PUBLIC, PRIVATE))


def test_the_list_links_no_file_that_tells_of_a_document_which_is_not_public() -> None:
    collection, templates = of_two_documents(), stored.read([TEMPLATES])
    made = rendering.rendered(collection, templates, site=Site(public=(PUBLIC,))).texts
    links = Page(made["site/index.html"]).links
    assert {link for link in links if link.startswith("../")} == {"../documents/open.md.html"}
    offered = {link for link in links if re.search(r"\.(?:bib|ris|nbib|json|docx|csv|xlsx|md)$", link)}
    assert offered == {
        "references.bib",
        "biblatex/references.bib",
        "references.ris",
        "references.nbib",
        "references.json",
    }
    told = [name for name in offered if re.search("secret|mismatch", made[f"site/{name}"])]
    assert (told, "mismatch" in made["references.json"]) == ([], True)  # which has verdicts by all documents
    assert "secret-plan" in made["annotated-bibliography.md"]


def test_without_public_documents_the_page_tells_of_the_works_alone() -> None:
    text = site(of_two_documents(), public=())["index.html"]
    assert ("2 works, 2 of them annotated." in text, "Cited in" in text, "documents/" in text) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("public", "page"),
    [
        (None, "annotated-bibliography.md"),
        ((PUBLIC, PRIVATE), "annotated-bibliography.md"),
        ((PUBLIC,), "site/index.html"),
    ],
)
def test_a_reading_list_leads_to_what_is_published_beside_it(public: tuple[str, ...] | None, page: str) -> None:
    collection, said = of_hidden_works()
    reading = ReadingList(
        "x", "X", "See [@listed2019], [@secret2021].", (ListItem("listed2019", reason="As `listed2019`."),)
    )
    made = rendering.rendered(
        replace(collection, lists=(reading,)), stored.read([TEMPLATES]), site=replace(said, public=public)
    ).texts
    text = made["reading-lists/x.md"]
    assert text.count(f"(../{page}#listed2019)") == 3
    assert ("`secret2021`](" in text) == (page != "site/index.html")  # which says nothing of that work
    for where in re.findall(r"\(\.\./([^)#]+)#listed2019\)", text):
        assert 'id="listed2019"' in made[where]


@pytest.mark.parametrize(
    ("public", "words"),
    [
        (None, "There are no works yet. Put documents"),
        ((), "No document is public yet: public in cluneal-lit.toml means none"),
        ((PUBLIC,), "The public documents cite no work yet."),
    ],
)
def test_a_page_without_works_says_why(public: tuple[str, ...] | None, words: str) -> None:
    documents = () if public is None else (PUBLIC, PRIVATE)
    collection = Collection("One", (), (), (), (), (), documents)
    assert words in " ".join(Page(site(collection, public=public)["index.html"]).text.split())


def test_the_page_of_a_work_tells_who_says_what_and_what_services_say_of_its_status() -> None:
    entry = article("both2019")
    said = {"key": "both2019", "said": "PubMed states nothing; Crossref states retracted"}
    collection = Collection("One", (entry,), (), (), (Finding("LIT509", PRIVATE, key="both2019", values=said),), (), ())
    line = Line("volume", "7", ("PubMed", "the library"), (("Crossref", "8 <b>"),))
    made = site(collection, ledger={"both2019": (line,)})
    row = (
        '<tr><th scope="row">volume</th><td><bdi>7</bdi><p>Crossref: <bdi>8 &lt;b&gt;</bdi></p></td>'
        "<td>PubMed, the library</td></tr>"
    )
    pages = (made["works/both2019.html"], made["index.html"])
    assert [row in text for text in pages] == [True, False]
    assert [f"Disputed: {said['said']}." in text for text in pages] == [True, True]


@pytest.mark.parametrize("text", EVIL)
def test_hostile_text_does_nothing_on_the_other_pages_nor_in_the_feed(text: str) -> None:
    news = (News("2026-11-20", text, text, text, text, (text,)),)
    made, plain = (
        site(hostile(word), news=news, facets=(f"{word.replace(':', '')}: x",)) for word in (text, "harmless")
    )
    work = next(name for name in made if name.startswith("works/"))
    for name, usual in ((work, "works/harmless.html"), ("changes.html", "changes.html"), ("index.html", "index.html")):
        shown_, harmless = Page(made[name]), Page(plain[usual])
        assert shown_.handlers == []
        for tag in ("script", "style", "img", "iframe", "svg", "path", "meta", "title"):
            assert shown_.tags.count(tag) == harmless.tags.count(tag)
        assert [link for link in shown_.links if not re.match(OWN, link)] == []
    root = etree.fromstring(made["feed.xml"].encode())
    assert {one.tag for one in root.iter()} == {one.tag for one in etree.fromstring(plain["feed.xml"].encode()).iter()}


@pytest.mark.parametrize("text", EVIL)
def test_what_the_script_is_given_ends_no_script_and_says_what_was_written(text: str) -> None:
    entry = article(note=Note("n", (), tags=(text,)))
    given = facets.island([entry], {})
    assert (re.search("[<>&\u2028]", given), json.loads(given)["facets"][0]) == (
        None,
        ["Topic", [text.translate(UNSEEN)]],
    )


def test_a_script_loses_its_comments_and_no_text_between_quotes() -> None:
    script = """
      // A line of its own.
      const a = "b  // c";  // what it is
      const url = 'https://example.org/';
      try { run(); } catch { /* refused */ }
    """
    assert page.lean(script).split("\n") == [
        'const a = "b  // c";',
        "const url = 'https://example.org/';",
        "try { run(); } catch { }",
    ]


def test_works_are_sorted_by_their_marks_as_the_documentation_says() -> None:
    said = re.search(r"works stand in this order: ([^;]*);", _PAGE.read_text(encoding="utf-8"))
    marks = re.findall("`([a-z]+)`", said[1] if said else "")
    ordered = [*marks, "invented", ""]
    entries = [article(note=Note("n", (), significance=mark)) for mark in ordered]
    entries.append(article(note=Note("n", (), significance="landmark"), status=Status("retracted")))
    named = [replace(entry, key=f"k{number}") for number, entry in enumerate(entries)]
    ranks = [rank for _, rank, *_ in json.loads(facets.island(named, {}))["works"].values()]
    assert (len(marks), ranks[: len(marks) + 1], sorted(ranks)) == (len(notices.MARKS), [*range(len(marks) + 1)], ranks)


def test_tags_are_what_their_makers_say_and_topics_otherwise() -> None:
    note = Note("n", (), tags=("Middle", "review", "pain", "Cohort"), level="2b")
    entry = article(types=("Journal Article", "Review"), note=note, ids=Ids(pmcid="PMC9"))
    lines = ("Nerve: superior, middle", "Study type: cohort")
    assert facets.chips(entry, facets.tags(lines)) == (
        Chip("Study type", "Review"),
        Chip("Study type", "cohort"),
        Chip("Nerve", "middle"),
        Chip("Topic", "pain"),
        Chip("Evidence level", "2b"),
        Chip("Access", "Free full text"),
    )


@pytest.mark.parametrize(
    ("ids", "licence", "free"),
    [
        (Ids(pmcid="PMC9"), "", page.Free("Free full text", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9/")),
        (Ids(arxiv="2101.1"), "", page.Free("Free full text", "https://arxiv.org/abs/2101.1")),
        (Ids(doi="10.5555/a"), "https://creativecommons.org/x", page.Free("Open access", "https://doi.org/10.5555/a")),
        (Ids(), "https://creativecommons.org/x", page.Free("Open access")),
        (Ids(doi="10.5555/a"), "", None),
    ],
)
def test_access_is_said_where_somebody_said_so(ids: Ids, licence: str, free: page.Free | None) -> None:
    assert page.access(article(ids=ids, licence=licence)) == free


def test_a_context_object_says_what_an_article_is() -> None:
    assert parse_qs(machines.coins(article())) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["Invented nerves in a sample of MRI volunteers from Japan: A report"],
        "rft.jtitle": ["Journal of Invented Findings"],
        "rft.date": ["2019-03"],
        "rft.volume": ["7"],
        "rft.issue": ["2"],
        "rft.pages": ["25-32"],
        "rft.au": ["Muster, Anna Maria", "Example, J, Jr"],
        "rft.issn": ["0000-0000"],
        "rft_id": ["info:doi/10.5555/invented.1", "info:pmid/99999901"],
    }


def test_a_context_object_of_a_chapter_names_its_book_and_a_group() -> None:
    fields = Fields(
        type="chapter", title="A & B <c>", container_title="Book", author=(Name(literal="Group"),), publisher="P"
    )
    entry = Entry("k", Ids(isbn=("9780000000002",)), fields, CLEAN, "verified")
    said = parse_qs(machines.coins(entry))
    assert (said["rft.genre"], said["rft.atitle"], said["rft.btitle"], said["rft.aucorp"], said["rft.isbn"]) == (
        ["bookitem"],
        ["A & B <c>"],
        ["Book"],
        ["Group"],
        ["9780000000002"],
    )


@pytest.mark.parametrize("text", [*EVIL, "\ud800", "&copy=1"])
def test_a_context_object_is_inert(text: str) -> None:
    coins = machines.coins(article(fields=Fields(title=text)))
    assert re.fullmatch(r"[\w.~+%=&:/,-]+", coins, re.ASCII) and not re.search("&(?!rft|ctx)", coins)


@pytest.mark.parametrize(
    ("fields", "told", "kind"),
    [
        (
            Fields(type="thesis", title="A", publisher="University"),
            [("title", "A"), ("dissertation_institution", "University")],
            "dissertation",
        ),
        (
            Fields(type="report", title="A", publisher="Office", number="7"),
            [("title", "A"), ("technical_report_institution", "Office"), ("technical_report_number", "7")],
            "book",
        ),
        (
            Fields(type="paper-conference", title="A", container_title="Papers"),
            [("title", "A"), ("conference_title", "Papers")],
            "book",
        ),
        (
            Fields(type="entry-encyclopedia", title="A", container_title="Book"),
            [("title", "A"), ("inbook_title", "Book")],
            "book",
        ),
        (Fields(type="webpage", title="A", container_title="Site"), [("title", "A"), ("publisher", "Site")], "dc"),
        (Fields(type="legislation", title="A", container_title="Gazette"), [("title", "A")], "dc"),
        (Fields(type="patent", title="A", number="7"), [("title", "A")], "patent"),
    ],
)
def test_metas_and_context_objects_say_what_is_no_article(
    fields: Fields, told: list[tuple[str, str]], kind: str
) -> None:
    entry = article(fields=fields, ids=Ids(), issn=(), pages=None)
    assert machines.metas(entry) == tuple((f"citation_{name}", value) for name, value in told)
    assert parse_qs(machines.coins(entry))["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{kind}"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            Fields("book", title="A", editor=(Name("Muster", "Anna"), Name(literal="Study Group"))),
            {"rft.genre": "book", "rft.btitle": "A", "rft.contributor": "Muster, Anna|Study Group,"},
        ),
        (
            Fields("book", title="A", edition="3", publisher="P", publisher_place="Ulm", collection_title="S"),
            {"rft.edition": "3", "rft.pub": "P", "rft.place": "Ulm", "rft.series": "S"},
        ),
        (Fields("chapter", title="A"), {"rft.genre": "bookitem", "rft.btitle": "A", "rft.atitle": ""}),
        (Fields("speech", title="A", event_title="M"), {"rft.type": "presentation", "rft.source": "M"}),
        (
            Fields("paper-conference", title="A", event_title="M"),
            {"rft.genre": "proceeding", "rft.atitle": "A", "rft.btitle": "M"},
        ),
        (
            Fields("patent", title="A", number="7", publisher="P", author=(Name("Muster", "Anna"),)),
            {"rft.title": "A", "rft.number": "7", "rft.assignee": "P", "rft.inventor": "Muster, Anna", "rft.au": ""},
        ),
        (
            Fields("thesis", "PhD thesis", "A", publisher="P", publisher_place="Ulm"),
            {"rft.title": "A", "rft.degree": "PhD thesis", "rft.inst": "P", "rft.place": "Ulm"},
        ),
        (
            Fields("article", title="A", container_title="inventRxiv", publisher="House"),
            {"rft.type": "preprint", "rft.publisher": "inventRxiv"},
        ),
        (
            Fields("legislation", title="A", container_title="Gazette", page="7", number="§ 4"),
            {"rft.type": "statute", "rft.source": "Gazette", "rft.identifier": "§ 4", "rft.pages": "7"},
        ),
        (Fields("article-newspaper", title="A"), {"rft.type": "newspaperArticle", "rft.title": "A", "rft.genre": ""}),
        (Fields("motion_picture", title="A"), {"rft.type": "film"}),
        (Fields("standard", title="A", number="ISO 1"), {"rft.type": "standard", "rft.identifier": "ISO 1"}),
        (Fields("webpage", title="A", container_title="Site"), {"rft.type": "webpage", "rft.publisher": "Site"}),
        (Fields("performance", title="A"), {"rft.type": "document"}),
    ],
)
def test_a_context_object_says_of_what_kind_a_work_is_and_who_made_it(fields: Fields, said: dict[str, str]) -> None:
    told = parse_qs(machines.coins(Entry("k", Ids(), fields, CLEAN, "verified")))
    assert {name: "|".join(told.get(name, ())) for name in said} == said


def test_a_context_object_of_a_trial_leads_to_its_registry() -> None:
    trial = Entry("k", Ids(nct="NCT01234567"), Fields("webpage", title="A"), CLEAN, "verified")
    assert parse_qs(machines.coins(trial))["rft_id"] == ["https://clinicaltrials.gov/study/NCT01234567"]


def test_every_work_of_the_list_has_one_and_its_own_page_has_metas() -> None:
    made = site(gallery.GALLERY)
    assert made["index.html"].count('class="Z3988"') == len(gallery.ENTRIES)
    metas = re.findall(r'<meta name="(citation_\w+)" content="([^"]*)">', made["works/none2020.html"])
    assert metas[:4] == [
        ("citation_title", gallery.TITLES["none"]),
        ("citation_author", "Muster, Anna Maria"),
        ("citation_author", "Example, J, Jr"),
        ("citation_publication_date", "2019/03"),
    ]


def test_works_per_year_are_drawn_by_kind() -> None:
    def of(year: int, *tags: str) -> Entry:
        issued = Date(((year,),))
        return article(
            f"k{year}{''.join(tags)}", fields=Fields(title="x", issued=issued), note=Note("n", (), tags=tags)
        )

    entries = (
        of(2000, "a"),
        of(2000, "b"),
        of(2000, "a", "b"),
        of(2002),
        of(2002, "a"),
        Entry("k", Ids(), Fields(), CLEAN, "x"),
    )
    drawn = pictures.years(entries, facets.tags(["Nerve: a, b"]))
    assert drawn is not None
    assert (drawn.kinds, drawn.undated) == (((0, "a"), (1, "b"), (4, "several of them"), (5, "other or none")), 1)
    assert drawn.rows == (pictures.Row("2000", (1, 1, 1, 0)), pictures.Row("2002", (1, 0, 0, 1)))
    assert [(bar.kind, bar.y, bar.number) for bar in drawn.bars if bar.x < 240] == [
        (0, 133.3, 1),
        (1, 66.7, 1),
        (4, 0, 1),
    ]
    assert pictures.years(entries[:3], {}) is None


def test_a_bar_of_several_years_says_so_and_stands_right_of_the_year_with_which_it_begins() -> None:
    entries = [article(f"y{year}", fields=Fields(title="T", issued=Date(((year,),)))) for year in (1950, 2004)]
    drawn = pictures.years(entries, {})
    assert drawn is not None
    assert (drawn.step, drawn.rows[-1].years, drawn.labels[0], drawn.bars[0].x > 0) == (
        2,
        "2004–2005",
        (0.0, 1950),
        True,
    )
    text = site(Collection("Old", tuple(entries), (), (), (), (), ()))["index.html"]
    assert '<figcaption id="_years">Works per 2 years</figcaption>' in text


def test_a_message_that_is_a_question_gets_no_full_stop() -> None:
    values = {"key": "a", "said": "did you mean this?"}
    finding = Finding("LIT509", key="muster2019", values=values)
    text = site(Collection("Q", (article(),), (), (), (finding,), (), ()))["index.html"]
    assert "Disputed: did you mean this?</details>" in " ".join(text.split()).replace("? </details>", "?</details>")


def test_which_document_cites_what() -> None:
    drawn = pictures.citing(of_two_documents().entries, (PUBLIC, PRIVATE, "uncited.md"))
    assert drawn is not None
    assert [entry.key for entry in drawn.works] == ["both2019", "alone2020"]
    assert (drawn.rows, drawn.left_out) == (((PUBLIC, (True, False)), (PRIVATE, (True, True))), 0)
    assert pictures.citing((article(),), (PUBLIC,)) is None


def test_the_parts_of_a_bar_fill_it_and_none_is_too_short_to_see() -> None:
    parts = pictures.gauge({"verified": 9_999, "absent": 1})
    assert [word for word, _, _ in parts] == ["verified", "absent"]
    assert parts[1][2] >= 4 and round(parts[1][1] + parts[1][2]) == 997


def dated(collection: Collection, day: str, reviewed: str) -> Collection:
    """The collection with one work, of which nobody was asked but on that day, and whose note was reviewed so."""
    entry = article(sources=(Asked("pubmed", "pmid:1", day),), note=Note("k", (), "Good.", reviewed=reviewed))
    return replace(collection, entries=(entry,))


@pytest.mark.parametrize(
    ("day", "reviewed", "updated"),
    [
        ("2026-11-20", "", "2026-11-20"),
        ("", "2026 May 2", "2026-05-02"),
        ("2026-11-20", "2026-12", "2026-12-01"),
        ("", "soon", ""),
    ],
)
def test_the_feed_says_the_last_day_that_is_known_and_is_not_there_without_one(
    day: str, reviewed: str, updated: str
) -> None:
    made = site(dated(gallery.GALLERY, day, reviewed))
    wanted = [f"<updated>{updated}T00:00:00Z</updated>"] if updated else []
    assert re.findall("<updated>.*</updated>", made.get("feed.xml", "")) == wanted
    assert [("feed.xml" in made[name]) for name in ("index.html", "changes.html")] == [bool(updated)] * 2
    assert ("feed.xml" in made) == bool(updated)


def test_news_name_who_says_so_where_that_is_known() -> None:
    made = site(gallery.GALLERY, news=gallery.NEWS)
    wanted = ["J Invent. 2023;10:1-9 (Crossref)", "retraction, 2024 Mar 12: PMID: 99999902"]
    assert sorted(re.findall("</bdi></a>: (.*)</li>", made["changes.html"])) == wanted
    assert sorted(re.findall('<summary type="text">(.*)</summary>', made["feed.xml"])) == wanted


def test_the_feed_has_what_atom_asks_for() -> None:
    told = site(gallery.GALLERY, news=gallery.NEWS, base_url="https://example.org/lit")["feed.xml"]
    root = etree.fromstring(told.encode())
    assert [root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")] == [
        "tag:example.org,2026:Invented%20nerves",
        "Invented nerves: what became of its works",
        "2026-11-20T00:00:00Z",
    ]
    assert [(one.get("rel"), one.get("href")) for one in root.findall(f"{ATOM}link")] == [
        ("self", "https://example.org/lit/feed.xml"),
        ("alternate", "https://example.org/lit/changes.html"),
    ]
    entry, other = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == f"Retracted: {gallery.TITLES['retracted']}"
    assert other.findtext(f"{ATOM}summary") == "J Invent. 2023;10:1-9 (Crossref)"
    names = [one.findtext(f"{ATOM}id") for one in (entry, other)]
    assert names[0] != names[1] and all(
        re.fullmatch(r"tag:example\.org,2026:Invented%20nerves/[0-9a-f]{16}", str(one)) for one in names
    )


def test_without_an_address_nothing_says_where_the_site_stands() -> None:
    made = site(gallery.GALLERY, news=gallery.NEWS)
    assert [name for name, text in made.items() if 'rel="self"' in text or "canonical" in text] == []
    assert feed.news_id(None, Site(), "A b") == "tag:cluneal-lit.invalid,2026:A%20b"
    placed = site(gallery.GALLERY, base_url="https://example.org/lit")
    assert '<link rel="canonical" href="https://example.org/lit/works/none2020.html">' in placed["works/none2020.html"]


def test_an_abstract_is_shown_only_where_that_is_wanted_and_with_the_notice() -> None:
    texts = [
        rendering.rendered(gallery.GALLERY, stored.read([TEMPLATES]), publish_abstracts=wanted).texts["site/index.html"]
        for wanted in (False, True)
    ]
    assert [("Nobody was invented." in text, "About/disclaimer.html" in text) for text in texts] == [
        (False, False),
        (True, True),
    ]


def test_the_list_offers_each_output_to_take_along_and_no_part() -> None:
    offered = re.findall(r'href="([^"#]*)" download>', site(of_two_documents())["index.html"])
    assert offered == [
        "references.bib",
        "biblatex/references.bib",
        "references.ris",
        "references.nbib",
        "references.json",
        "../annotated-bibliography.docx",
        "../evidence.csv",
        "../evidence.xlsx",
    ]
    texts = {"site/a.txt.j2": "{{ outputs | join(' ') }}", "site/_part.txt.j2": "", "_part.txt.j2": "", "x/.y.j2": ""}
    templates = {name: Template(name, text) for name, text in texts.items()}
    made = rendering.rendered(of_two_documents(), templates, site=Site((PUBLIC, PRIVATE)))
    assert made.texts == {"site/a.txt": "annotated-bibliography.docx evidence.xlsx site/a.txt\n"}


def test_every_link_within_the_site_leads_to_a_file_and_an_anchor() -> None:
    made = rendering.rendered(
        gallery.GALLERY, stored.read([TEMPLATES]), site=Site(gallery.GALLERY.documents, news=gallery.NEWS)
    ).texts
    from posixpath import dirname, normpath
    from urllib.parse import unquote

    ids = {name: set(Page(text).ids) for name, text in made.items() if name.endswith(".html")}
    for name in (one for one in made if re.match("site/.*html$", one)):
        for link in (one for one in Page(made[name]).links if not one.startswith("https:")):
            path, _, anchor = link.partition("#")
            target = normpath(f"{dirname(name)}/{unquote(path)}") if path else name
            assert target in {*made, docx.NAME, xlsx.NAME} and (not anchor or anchor in ids[target]), (name, link)
