"""Bibliographies for other programs, and that our own import reads the same works of them. The works are invented."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit import names, pages
from cluneal_lit.entries import merge, status
from cluneal_lit.formats import (
    biblatex,
    carried,
    csl,
    csl_item,
    csv_read,
    editions,
    exchange,
    published,
    styled,
    writers,
)
from cluneal_lit.model import (
    Citation,
    Collection,
    Date,
    Dates,
    Entry,
    Fields,
    Ids,
    Name,
    Note,
    Place,
    Record,
    Section,
    Status,
)
from cluneal_lit.outputs import rendering
from cluneal_lit.store import bibliographies
from cluneal_lit.store import templates as stored
from tests.formats.invented import CLEAN, NASTY, RETRACTED, article
from tests.made import work as made_work
from tests.outputs.hard import HARD, work

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
EXCHANGED = (
    "annotated.json",
    "biblatex/references.bib",
    "references.bib",
    "references.json",
    "references.nbib",
    "references.ris",
)
STATUS = (
    "RETRACTED 2020 May 4. Retraction in: J Invent. 2020 May 4;7(5):99. doi: 10.5555/invented.retraction. "
    "PMID: 99999902."
)
BY_KEY = {entry.key: entry for entry in HARD}


def rendered(*entries: Entry, only: tuple[str, ...] = (*EXCHANGED, "evidence.csv")) -> dict[str, str]:
    found = stored.read([TEMPLATES])
    chosen = {name: text for name, text in found.items() if name.removesuffix(".j2") in only}
    made = rendering.rendered(Collection("x", entries, (), (), (), (), ()), chosen, publish_abstracts=True)
    assert made.broken == {}
    return made.texts


TEXTS = rendered(*HARD)


def said(one: Entry | Record) -> dict[str, object]:
    """What an export must keep: particles as parts of the family name, pages in full, no order of words."""
    people = {
        part: [(names.inverted(name), bool(name.literal)) for name in getattr(one.fields, part)]
        for part in ("author", "editor", "translator")
    }
    fields = {name: getattr(one.fields, name) for name in Fields.__struct_fields__ if name not in people}
    fields["page"] = pages.full_range(one.pages or pages.parse(one.fields.page))
    fields["edition"] = editions.number(one.fields)
    abstract = " ".join(f"{part.label}: {part.text}".removeprefix(": ") for part in one.abstract)
    words = frozenset(one.keywords if isinstance(one, Record) else published.keywords(one))
    return {
        **fields,
        **people,
        "ids": one.ids,
        "issn": one.issn,
        "keywords": words,
        "abstract": " ".join(abstract.split()),
    }


def lost(name: str, text: str, entries: tuple[Entry, ...]) -> dict[str, dict[str, object]]:
    """What the import of an export says otherwise than the entries, by key; NBIB, which has no keys, by title."""
    records, told = exchange.read(text, name)
    assert (told, len(records)) == ((), len(entries))
    by_name = {record.id.partition("#")[2]: record for record in records}
    by_title = {record.fields.title: record for record in records}
    found: dict[str, dict[str, object]] = {}
    for entry in entries:
        ours = said(entry)
        theirs = said(
            by_title[styled.without_markup(entry.fields.title)] if name.endswith(".nbib") else by_name[entry.key]
        )
        if other := {word: theirs[word] for word in ours if ours[word] != theirs[word]}:
            found[entry.key] = other
    return found


# What a format has no place for, or says in another way, and as what it comes back.
NO_TYPE: dict[str, dict[str, object]] = {"nothing": {"type": "document"}}
MARKUP = BY_KEY["signs2016"].fields.title.replace("<i>", "").replace("</i>", "")
IN_BIBTEX: dict[str, object] = {
    "issn": ("0000-0000",),  # JabRef's check refuses a field with two
    "keywords": frozenset({"nerves cluneal", "low back pain"}),  # a comma parts keywords
}
EXPECTED: dict[str, dict[str, dict[str, object]]] = {
    "biblatex/references.bib": {"group2021": IN_BIBTEX, **NO_TYPE, "signs2016": {"title": MARKUP}},
    "references.bib": {
        "formulae2018": {"page": "e18777", "number": ""},  # where Zotero and BibTeX's styles have it
        "group2021": IN_BIBTEX,
        **NO_TYPE,
        "signs2016": {"title": MARKUP},
    },
    "references.json": {**NO_TYPE, "signs2016": {"title": MARKUP}},
    "annotated.json": {**NO_TYPE, "signs2016": {"title": MARKUP}},
    "references.nbib": {"nothing": {"type": "article-journal"}, "signs2016": {"title": MARKUP}},
    "references.ris": {**NO_TYPE, "signs2016": {"title": MARKUP}},
}


@pytest.mark.parametrize("name", EXCHANGED)
def test_our_own_import_reads_the_same_works(name: str) -> None:
    assert lost(name, TEXTS[name], HARD) == EXPECTED[name]


# NBIB tells a chapter from an article by its book alone.
_BOOKS = {"chapter": {"container_title": "An Invented Book"}}


@pytest.mark.parametrize("name", EXCHANGED)
def test_every_type_of_work_is_read_back(name: str) -> None:
    entries = tuple(
        work(kind.replace("-", "_"), type=kind, title=f"An invented {kind}", **_BOOKS.get(kind, {}))
        for kind in sorted(csl_item.TYPES)
    )
    assert lost(name, rendered(*entries, only=(name,))[name], entries) == {}


@pytest.mark.parametrize("kind", ["book", "chapter", "entry-encyclopedia", "entry-dictionary"])
def test_translators_are_read_back(kind: str) -> None:
    entry = work(
        "a", type=kind, title="An invented text", author=(Name("Muster", "A"),), translator=(Name("Über", "S"),)
    )
    for name in set(EXCHANGED) - {"references.nbib"}:  # which has no place for them
        assert lost(name, rendered(entry, only=(name,))[name], (entry,)) == {}, name


@pytest.mark.parametrize("kind", ["thesis", "report"])
def test_what_a_thesis_or_report_is_called_is_read_back(kind: str) -> None:
    entry = work("a", type=kind, title="An invented text", genre="Master's thesis & more", publisher="Invented House")
    for name in ("references.bib", "biblatex/references.bib"):
        assert lost(name, rendered(entry, only=(name,))[name], (entry,)) == {}, name


@pytest.mark.parametrize("name", sorted({*EXCHANGED} - {"references.nbib"}))  # which has no place for it
def test_the_day_on_which_a_work_was_seen_goes_through_an_export_and_its_import(name: str) -> None:
    day = Date(((2022, 1, 2),))
    entry = work("a", type="webpage", title="A page", url="https://example.org/a", accessed=day)
    (record,), _ = bibliographies.read(rendered(entry, only=(name,))[name].encode(), name)
    assert carried.accessed(record) == day
    again = merge.entry(made_work(record, keys=("a",)), (), (), {})
    assert (again.accessed, again.fields.url) == (day, "https://example.org/a")


@pytest.mark.parametrize(
    ("form", "word", "value", "day"),
    [
        ("bibtex", "urldate", "2022-01-02 10:11:12", (2022, 1, 2)),
        ("ris", "Y2", "2022/01/02/", (2022, 1, 2)),
        ("csl", "accessed", {"date-parts": [[2022, 1]]}, (2022, 1)),
        ("endnote", "access-date", "2 January 2022", (2022, 1, 2)),
        ("bibtex", "urldate", "lately", None),
    ],
)
def test_the_day_on_which_a_work_was_seen_by_any_format(
    form: str, word: str, value: object, day: tuple[int, ...] | None
) -> None:
    record = Record(1, "library", "a#b", Ids(), Fields(title="x"), custom={carried.READ_AS: form, word: value})
    assert carried.accessed(record) == (Date((day,)) if day else None)


@pytest.mark.parametrize(
    ("edition", "of_bibtex", "of_others"),
    [
        ("3", "Third", "3"),
        ("3rd ed.", "Third", "3"),
        ("third", "Third", "3"),
        ("20", "Twentieth", "20"),
        ("22.", "22nd", "22"),
        ("113", "113th", "113"),
        ("2nd revised ed.", "2nd revised", "2nd revised ed."),
        ("Revised", "Revised", "Revised"),
        ("1.2", "1.2", "1.2"),
        ("0", "0", "0"),
    ],
)
def test_an_edition_is_an_ordinal_in_bibtex_and_a_number_elsewhere(
    edition: str, of_bibtex: str, of_others: str
) -> None:
    entry = article(fields=Fields("book", title="Nerves", edition=edition))
    texts = rendered(entry)
    assert f"  edition = {{{of_bibtex}}},\n" in texts["references.bib"]
    assert f"  edition = {{{of_others}}},\n" in texts["biblatex/references.bib"]
    assert json.loads(texts["references.json"])[0]["edition"] == of_others
    assert (f"ET  - {of_others}\n" in texts["references.ris"], f"EN  - {of_others}\n" in texts["references.nbib"]) == (
        True,
        True,
    )
    for name in EXCHANGED:  # read again and written again
        ((record,), _) = exchange.read(texts[name], name)
        again = replace(entry, fields=replace(entry.fields, edition=record.fields.edition))
        assert rendered(again, only=(name,))[name] == texts[name]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Souza e Silva", "Ana", non_dropping_particle="de"), "de {Souza e Silva}, Ana"),
        (Name("Berg en Dal", "Jan", "van der", "Jr"), "van der {Berg en Dal}, Jr, Jan"),
        (Name("Ortega y Gasset", "José"), "{Ortega y Gasset}, José"),
        (Name("Dyke Parks", "Anna", "van"), "van Dyke Parks, Anna"),
        (Name("García Márquez", "Ana"), "García Márquez, Ana"),
        (Name("Berg", "Jan", "van der"), "van der Berg, Jan"),
    ],
)
def test_small_words_within_a_family_name_stay_in_it(name: Name, written: str) -> None:
    entry = article(fields=replace(article().fields, author=(name,)))
    texts = rendered(entry)
    for form in ("references.bib", "biblatex/references.bib"):
        ((record,), _) = exchange.read(texts[form], form)
        assert (f"author = {{{written}}}" in texts[form], record.fields.author) == (True, (name,))


def test_small_words_before_a_family_name_are_left_to_bibtex() -> None:
    people = (Name("de Souza e Silva", "Ana"), Name("von Trapp", "Maria"), Name("e Silva", "C"))
    said = rendered(article(fields=replace(article().fields, author=people)))["references.bib"]
    assert "author = {de {Souza e Silva}, Ana and von Trapp, Maria and e Silva, C}" in said


def test_what_bibtex_and_ris_cannot_hold_of_a_work_is_what_the_page_says() -> None:
    """`docs/formats.md`: labels of an abstract, the day on which it appeared online."""
    days = Dates(print=Date(((2019, 3),)), electronic=Date(((2018, 12, 24),)))
    parts = (Section("We asked.", "METHODS"), Section("It was: so.", "RESULTS"))
    texts = rendered(article(dates=days, abstract=parts))
    read = {form: exchange.read(texts[form], form)[0][0] for form in EXCHANGED}
    assert {record.abstract for record in read.values()} == {(Section("METHODS: We asked. RESULTS: It was: so."),)}
    online = {form for form, record in read.items() if record.dates and record.dates.electronic == days.electronic}
    assert online == {"annotated.json", "references.json", "references.nbib"}


def test_the_genre_of_a_preprint_is_read_back_from_every_format() -> None:
    fields = Fields("article", title="A hope", container_title="bioRxiv", genre="working paper")
    texts = rendered(article(fields=fields))
    read = {form: exchange.read(texts[form], form)[0][0].fields for form in EXCHANGED}
    assert {(one.type, one.genre) for one in read.values()} == {("article", "working paper")}


def test_the_version_of_a_program_is_no_edition() -> None:
    entry = article(fields=Fields("software", title="Tool", edition="3"))
    assert "  edition = {3},\n" in rendered(entry)["references.bib"]


@pytest.mark.parametrize(
    ("name", "text", "edition"),
    [
        ("a.bib", "@book{k,\n  title = {Nerves},\n  edition = {3},\n}\n", "3"),
        ("a.bib", "@book{k,\n  title = {Nerves},\n  edition = {Third},\n}\n", "Third"),
        ("a.ris", "TY  - BOOK\nID  - k\nTI  - Nerves\nET  - 3\nER  - \n", "Third"),
    ],
)
def test_converting_leaves_bibtexs_own_edition_as_it_stood(name: str, text: str, edition: str) -> None:
    ((record,), _) = bibliographies.read(text.encode(), name)
    assert f"  edition = {{{edition}}},\n" in writers.written([record], "bibtex").decode()


def test_a_chapter_that_has_only_the_title_of_its_book_has_all_that_its_type_must_have() -> None:
    part = work("a", type="chapter", title="An invented book", chapter_number="7", page="10-12", publisher="House")
    nameless = work("b", type="chapter", title="An invented chapter")
    named = work("c", type="chapter", title="An invented chapter", container_title="A book", page="1-2")
    for name, heads in (
        ("references.bib", ["inbook", "incollection", "incollection"]),
        ("biblatex/references.bib", ["book", "incollection", "incollection"]),
    ):
        text = rendered(part, nameless, named, only=(name,))[name]
        assert re.findall(r"^@(\w+)", text, re.MULTILINE) == heads
        assert lost(name, text, (part, nameless, named)) == {}


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_read_back_wherever_it_stands(text: str) -> None:
    # CSL and RIS read markup in titles; where that is text, it is taken off.
    line = re.sub(r"</?[a-z]+>", "", " ".join(text.split()))
    fields = Fields(type="book", title=f"Of {line} in", publisher=line, author=(Name("Muster", "A"),), volume="3")
    entry = article(fields=fields, pages=None, keywords=(), note=None, issn=())
    for name, written in rendered(article("a"), entry, article("z")).items():
        if name != "evidence.csv":
            records = [record for record in exchange.read(written, name)[0] if record.fields.volume == "3"]
            assert [(one.fields.title, one.fields.publisher) for one in records] == [(f"Of {line} in", line)], name


_WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp")), min_size=1, max_size=12)


@settings(max_examples=40)
@given(
    title=st.lists(_WORD, min_size=1, max_size=6).map(" ".join),
    volume=st.integers(1, 400).map(str),
    year=st.integers(1600, 2100),
    kind=st.sampled_from(["article-journal", "book", "thesis", "report", "dataset", "webpage", "article", "software"]),
)
def test_any_title_and_type_is_read_back(title: str, volume: str, year: int, kind: str) -> None:
    wanted = Fields(type=kind, title=f"x {title} x", volume=volume, issued=Date(((year,),)))
    entry = Entry("k1", Ids(pmid="1"), wanted, CLEAN, "verified")
    for name, text in rendered(entry, only=("biblatex/references.bib", "references.bib", "references.ris")).items():
        (record,) = exchange.read(text, name)[0]
        assert record.fields == wanted, name


@pytest.mark.parametrize("name", ["biblatex/references.bib", "references.bib"])
def test_no_entry_begins_within_an_abstract(name: str) -> None:
    library = bibtexparser.parse_string(TEXTS[name])
    assert (library.failed_blocks, [entry.key for entry in library.entries]) == ([], [*BY_KEY])
    assert re.findall(r"(?<!^)@\w*\s*[{(]|\\[{}]", TEXTS[name], re.MULTILINE) == []


def test_the_status_is_written_where_it_survives() -> None:
    texts = rendered(BY_KEY["retracted2020"])
    wanted = {
        "references.bib": ["  keywords = {middle, block, retracted},", f"  note = {{{STATUS[:-1]}}},"],
        "biblatex/references.bib": ["  keywords = {middle, block, retracted},", f"  note = {{{STATUS[:-1]}}},"],
        "references.ris": ["KW  - retracted", f"N1  - {STATUS}"],
        "references.nbib": [
            "OT  - retracted",
            "PT  - Retracted Publication",
            "RIN - J Invent. 2020 May 4;7(5):99. doi:",
        ],
        "references.json": ['    "status": "retracted",', f'      "notice": "{STATUS}"'],
        "annotated.json": ['    "status": "retracted",', f'      "notice": "{STATUS}"'],
    }
    for name, lines in wanted.items():
        assert [line for line in lines if line not in texts[name]] == [], name


def test_annotation_and_mark_have_the_words_of_csl() -> None:
    (one,) = json.loads(rendered(BY_KEY["retracted2020"])["annotated.json"])
    told = "Bottom line. Do not rely on it; see group2021.\n\nResult. 31 of 40 {sic} & 100%."
    assert (one["note"], one["annote"]) == (f"{STATUS}\n\n{told}", "not recommended: retracted")
    (cited,) = json.loads(rendered(BY_KEY["retracted2020"])["references.json"])
    assert {"note", "annote"} & cited.keys() == set()


def test_biblatex_has_its_own_types_and_names() -> None:
    text = rendered(BY_KEY["formulae2018"], BY_KEY["preprint2023"], BY_KEY["retracted2020"])["biblatex/references.bib"]
    article_, preprint, retracted = text.split("\n\n")[1:4]
    assert [line.strip() for line in article_.splitlines() if "eid" in line or "date" in line or "title" in line][
        1:
    ] == [
        "journaltitle = {Journal of Invented Findings},",
        "eid = {e18777},",
        "date = {2018-05},",
    ]
    assert preprint == (
        "@online{preprint2023,\n  author = {Muster, Anna},\n  title = {A preprint that became a paper},\n"
        "  organization = {inventRxiv},\n  entrysubtype = {preprint},\n  doi = {10.5555/2023.01.04.523456},\n"
        "  url = {https://example.org/a_b%20c?d=e&f=g#h~i},\n  date = {2023-01-04},\n}"
    )
    assert "  annotation = {Bottom line. Do not rely on it" in retracted


def test_a_book_that_editors_made_needs_no_author() -> None:
    text = rendered(BY_KEY["editors2003"])
    assert "@collection{editors2003," in text["biblatex/references.bib"]
    assert "@book{editors2003," in text["references.bib"]


def test_a_journal_article_has_a_publication_type_in_nbib() -> None:
    text = rendered(BY_KEY["names2017"], BY_KEY["editors2003"], BY_KEY["retracted2020"])["references.nbib"]
    assert re.findall("PT  - (.*)", text) == ["Journal Article", "Journal Article", "Retracted Publication"]


@pytest.mark.parametrize(
    ("kind", "types", "written"),
    [
        ("article", ("posted-content", "preprint"), ["Preprint"]),
        ("article", ("Preprint", "Text"), ["Preprint"]),
        ("article", ("Journal Article", "Preprint"), ["Journal Article", "Preprint"]),
        ("article", (), ["Preprint"]),
        ("article-journal", ("journal-article",), ["Journal Article"]),
        ("article-journal", ("JournalArticle", "Systematic Review"), ["Systematic Review"]),
        ("article-journal", ("Journal Article", "Review", "News"), ["Journal Article", "Review", "News"]),
        ("chapter", ("book-chapter",), []),
        ("thesis", ("dissertation",), []),
    ],
)
def test_publication_types_in_nbib_are_pubmeds_own_words(kind: str, types: tuple[str, ...], written: list[str]) -> None:
    entry = article(types=types, fields=replace(article().fields, type=kind))
    assert re.findall("PT  - (.*)", rendered(entry)["references.nbib"]) == written


@pytest.mark.parametrize(
    ("issued", "written"),
    [
        (Date(((2019, 3), (2019, 5))), ["2019-03/2019-05"]),
        (Date(((2019,),), season="spring"), ["2019-21"]),
        (Date(((2019,),), literal="2019 Christmas"), []),
    ],
)
def test_dates_of_biblatex(issued: Date, written: list[str]) -> None:
    entry = article(fields=replace(article().fields, issued=issued))
    assert re.findall("^date=(.*)$", biblatex.lines(entry, "{name}={value}\n"), re.MULTILINE) == [
        f"{{{one}}}" for one in written
    ]


KEYS = ("pmid:99999901", "doi:10.5555/invented.1", "muster2019", "pmid:99999901")


def test_each_key_by_which_a_document_cites_is_an_id_and_is_joined_again() -> None:
    cited = tuple(
        Citation(f"c{n}", "a.md", Place(n), 0, 1, f"@{key}", "key", cited_as=key) for n, key in enumerate(KEYS)
    )
    text = rendered(article(cited_in=cited))["references.json"]
    read = [(one["id"], one["custom"].get("same as"), one["DOI"]) for one in json.loads(text)]
    assert read == [
        ("muster2019", None, "10.5555/invented.1"),
        ("doi:10.5555/invented.1", "muster2019", "10.5555/invented.1"),
        ("pmid:99999901", "muster2019", "10.5555/invented.1"),
    ]
    assert [record.id for record in csl.read(text, "f")[0]] == ["f#muster2019"]
    assert [record.id for record in csl.read(text, "f", other_names=True)[0]] == [f"f#{key}" for key, *_ in read]
    alone = json.dumps(json.loads(text)[1:2])
    assert [record.id for record in csl.read(alone, "f")[0]] == ["f#doi:10.5555/invented.1"]


def test_a_key_in_a_footnote_that_is_a_reference_is_an_id_too() -> None:
    raw = "Details in @pmid:99999901, not in @doi:10.5555/other or a@doi:10.5555/invented.1."
    cited = Citation("c", "a.md", Place(1), 0, 1, raw, "reference", ids=Ids(pmid="99999901"))
    text = rendered(article(cited_in=(cited,)))["references.json"]
    assert [one["id"] for one in json.loads(text)] == ["muster2019", "pmid:99999901"]


def test_the_table_of_evidence_has_a_row_a_work() -> None:
    note = Note(
        "k",
        (),
        "**Bottom line.** It *works*,\nmostly.\n\n**Limits.** Few.\n\n**Result.** 3.",
        tags=("middle", "block"),
        significance="landmark",
        level="2b",
    )
    citation = Citation("c", "talk.md", Place(3), 0, 1, "[1]", "marker")
    entry = article(
        status=RETRACTED, note=note, types=("Journal Article", "Case Reports"), cited_in=(citation, citation)
    )
    head, row = csv.reader(rendered(entry)["evidence.csv"].splitlines())
    assert dict(zip(head, row, strict=True)) == {
        "key": "muster2019",
        "authors": "Muster, Anna Maria; Example, J, Jr",
        "year": "2019",
        "title": "Invented nerves in a sample of MRI volunteers from Japan: A report",
        "journal": "Journal of Invented Findings",
        "type": "article-journal",
        "study type": "Case Reports",
        "evidence level": "2b",
        "appraisal": "Few.",
        "tags": "middle; block",
        "significance": "not recommended: retracted",
        "bottom line": "It works, mostly.",
        "status": "Retracted, 2020 May 4 (PubMed, Crossref)",
        "pmid": "99999901",
        "pmcid": "PMC9999901",
        "doi": "10.5555/invented.1",
        "arxiv": "",
        "isbn": "",
        "cited in": "talk.md",
    }


def test_the_table_of_evidence_is_read_as_the_same_works_with_the_same_status() -> None:
    text = rendered(*HARD, only=("evidence.csv",))["evidence.csv"]
    read = {record.id.partition("#")[2]: record for record in exchange.read(text, "evidence.csv")[0]}
    assert read.keys() == BY_KEY.keys()
    for key, record in read.items():
        entry, stated = BY_KEY[key], status.status((record,))
        assert (stated.name, stated.date) == (
            {"none": "unchecked"}.get(entry.status.name, entry.status.name),
            entry.status.date,
        )
        assert record.ids == replace(entry.ids, nct="", shortdoi=""), key
        assert record.fields.title == styled.without_markup(entry.fields.title)
        made = "editor" if entry.fields.editor and not entry.fields.author else "author"
        shown = said(entry)[made] if made == "author" or entry.fields.type not in csl_item.PARTS else []
        assert said(record)[made] == shown, key


@pytest.mark.parametrize(
    ("name", "provisional", "sentence"),
    [
        ("corrected", True, "CORRECTED 2020 May 4."),
        ("republished", False, "RETRACTED AND REPUBLISHED 2020 May 4."),
        ("unchecked", False, None),
    ],
)
def test_the_status_of_a_row_is_that_of_its_work(name: str, provisional: bool, sentence: str | None) -> None:
    entry = article(
        status=Status(name, RETRACTED.date, sources=("pubmed",), provisional=provisional),
        fields=Fields(type="book", title="Of nerves", editor=(Name("Muster", "Anna"), Name(literal="A Nerve Group"))),
    )
    (record,) = exchange.read(rendered(entry)["evidence.csv"], "evidence.csv")[0]
    assert (record.custom.get("notice"), record.custom.get("status")) == (sentence, None)
    assert (record.fields.author, record.fields.editor) == ((), entry.fields.editor)
    alone = article(fields=Fields(type="book", title="Of nerves", author=(Name(literal="A and B of Nerves"),)))
    (record,) = exchange.read(rendered(alone)["evidence.csv"], "evidence.csv")[0]
    assert record.fields.author == alone.fields.author


@pytest.mark.parametrize("title", ['=HYPERLINK("http://x.example","y")', "+1", "-omics", "@x", "'=1", "''-x", "it's"])
def test_no_cell_is_a_formula_and_the_text_comes_back(title: str) -> None:
    text = rendered(article(fields=Fields(type="book", title=title)))["evidence.csv"]
    (cell,) = [row["title"] for row in csv.DictReader(text.splitlines())]
    assert cell[0] not in "=+-@\t\r"
    assert [record.fields.title for record in csv_read.read(text, "f")[0]] == [title]


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        (Fields(author=(Name(literal="Invented Study Group"),)), "Invented Study Group"),
        (Fields(author=(Name(literal="Group, Town"), Name("Muster", "Anna"))), "Group, Town; Muster, Anna"),
        (
            Fields(type="book", editor=(Name("Muster", "Anna"), Name("Berg", "J", "van der"))),
            "Muster, Anna; van der Berg, J (eds)",
        ),
        (Fields(type="book", editor=(Name("Muster", "Anna"),)), "Muster, Anna (ed)"),
        (Fields(type="book", author=(Name("Über", "S"),), editor=(Name("Muster", "Anna"),)), "Über, S"),
        (Fields(type="chapter", editor=(Name("Muster", "Anna"),)), ""),
    ],
)
def test_the_table_of_evidence_names_who_made_a_work(fields: Fields, authors: str) -> None:
    text = rendered(article(fields=fields))["evidence.csv"]
    assert [row["authors"] for row in csv.DictReader(text.splitlines())] == [authors]
