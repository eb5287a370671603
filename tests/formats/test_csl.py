"""CSL-JSON in and out. The works are invented."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import carried, csl, csl_entry, csl_write
from cluneal_lit.model import (
    Date,
    Dates,
    Entry,
    Fields,
    Finding,
    Ids,
    Name,
    Pages,
    Place,
    Record,
    Relation,
    Section,
    Status,
)
from tests.formats.invented import CLEAN, RETRACTED, article


def one(**said: object) -> Record:
    """The record of one entry in a file of its own."""
    records, _ = csl.read(json.dumps([{"id": "x1", **said}]), "own.json")
    return records[0]


def test_an_entry_is_read_as_a_record_with_everything_it_says() -> None:
    text = json.dumps(
        [
            {
                "id": "muster2019",
                "type": "article-journal",
                "title": "Invented nerves.",
                "author": [{"family": "Muster", "given": "Anna"}, {"literal": "The Invented Group"}],
                "container-title": "Journal of Invented Findings",
                "journalAbbreviation": "J Invent Find",
                "issued": {"date-parts": [[2019, "3"]]},
                "available-date": {"date-parts": [[2019, 1, 28]]},
                "volume": 15,
                "page": "417-29",
                "DOI": "https://doi.org/10.5555/INVENTED.1",
                "PMID": 99999901,
                "PMCID": "pmc9999901",
                "ISBN": "0-306-40615-2 (cloth)",
                "ISSN": "0000-0000, 1111-111x",
                "abstract": "What was found.",
                "keyword": "nerves, volunteers",
                "status": "retracted",
                "custom": {"basis": "seed", "arxiv": "2004.10706"},
                "note": "kept",
            }
        ]
    )
    assert csl.read(text, "own.json") == (
        (
            Record(
                format=1,
                source="library",
                id="own.json#muster2019",
                ids=Ids(
                    pmid="99999901",
                    pmcid="PMC9999901",
                    doi="10.5555/invented.1",
                    arxiv="2004.10706",
                    isbn=("9780306406157",),
                ),
                fields=Fields(
                    type="article-journal",
                    title="Invented nerves",
                    author=(Name(family="Muster", given="Anna"), Name(literal="The Invented Group")),
                    container_title="Journal of Invented Findings",
                    container_title_short="J Invent Find",
                    issued=Date(((2019, 3),)),
                    volume="15",
                    page="417-29",
                ),
                dates=Dates(electronic=Date(((2019, 1, 28),))),
                pages=Pages("417-29", "417", "429"),
                issn=("0000-0000", "1111-111X"),
                keywords=("nerves", "volunteers"),
                abstract=(Section("What was found."),),
                status="retracted",
                custom={"note": "kept", "basis": "seed"},
            ),
        ),
        (),
    )


def test_json_lines_are_read_and_a_broken_line_costs_only_itself() -> None:
    records, findings = csl.read('{"id": "a"}\n\n{"id": "b"; 1}\n{"id": "c"}\n', "own.jsonl")
    assert [record.id for record in records] == ["own.jsonl#a", "own.jsonl#c"]
    reason = "entry 2: column 11: no JSON: Expecting ',' delimiter"
    assert findings == (Finding("LIT303", document="own.jsonl", place=Place(line=3), values={"reason": reason}),)


def test_what_is_no_entry_is_a_finding_and_the_others_are_read() -> None:
    records, findings = csl.read('[7, {"title": "x"}, {"id": "a"}, {"id": "a"}]', "own.json")
    assert [record.id for record in records] == ["own.json#x~a7dce8", "own.json#a", "own.json#a~acafff"]
    assert [finding.values["reason"] for finding in findings] == [
        "entry 1: 7 is no object with id, type and title",
        "entry 2: it has no id",
        "entry 4: its id a is that of an entry before it; give each its own",
    ]


def test_a_value_of_another_form_is_told_and_kept() -> None:
    records, findings = csl.read(
        '[{"id": "a", "author": "Muster A", "volume": ["1"], "issued": {"date-parts": 3}}]', "f"
    )
    assert records[0].custom == {"author": "Muster A", "volume": ["1"], "issued": {"date-parts": 3}}
    assert [finding.values["reason"].split("`")[1] for finding in findings] == ["author", "issued", "volume"]


def test_an_identifier_that_does_not_parse_stays_as_written_and_is_told() -> None:
    records, findings = csl.read('[{"id": "a", "PMID": "about 5", "ISBN": "978-0-306-40615-8"}]', "own.json")
    assert (records[0].ids, records[0].custom) == (Ids(), {"PMID": "about 5", "ISBN": "978-0-306-40615-8"})
    assert [(finding.code, finding.document, finding.key, finding.values["raw"]) for finding in findings] == [
        ("LIT201", "own.json", "a", "about 5"),
        ("LIT201", "own.json", "a", "978-0-306-40615-8"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{"id": "a"; 1}]', "own.json: line 1, column 12: no JSON: Expecting ',' delimiter"),
        ('[\n  {"id": "a"}\n  {"id": "b"}\n]', "own.json: line 3, column 3: no JSON: Expecting ',' delimiter"),
        ("@article{a}", "own.json: line 1, column 1: no JSON: Expecting value"),
    ],
)
def test_a_file_that_is_no_json_says_where_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(StoreError) as raised:
        csl.read(text, "own.json")
    assert str(raised.value).startswith(told)
    assert str(raised.value).endswith("; mend it, or export it again as CSL-JSON")


def _nested(levels: int) -> str:
    return '{"id": "a", "type": "book", "title": "T", "foo": ' + '{"a": ' * levels + "1" + "}" * (levels + 1)


@pytest.mark.parametrize("written", ["[" * 100_000, _nested(400), f"[{_nested(60)}]"])
def test_brackets_nested_too_deeply_are_told(written: str) -> None:
    with pytest.raises(StoreError) as raised:
        csl.read(written, "own.json")
    assert str(raised.value) == (
        "own.json: brackets are nested too deeply for a bibliography; export it again as CSL-JSON"
    )


def test_a_line_nested_too_deeply_is_told_and_the_others_are_read() -> None:
    fine = '{"id": "b", "type": "book", "title": "B", "foo": {"a": [{"b": {"c": 1}}]}}'
    records, findings = csl.read(f"{_nested(60)}\n{fine}\n", "own.jsonl")
    assert [record.fields.title for record in records] == ["B"]
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ({"raw": "2018-03-28"}, Date(((2018, 3, 28),))),
        ({"date-parts": [[2018, 3], [2018, 5]]}, Date(((2018, 3), (2018, 5)), literal="2018 Mar-May")),
        ({"date-parts": [[2018]], "season": 1}, Date(((2018,),), season="spring")),
        ({"date-parts": [[None]]}, None),
        ({"literal": "in press"}, Date(literal="in press")),
        (2018, Date(((2018,),))),
        ("2018 Mar", Date(((2018, 3),))),
    ],
)
def test_dates_are_read_as_programs_write_them(written: object, date: Date | None) -> None:
    assert one(issued=written).fields.issued == date


def test_markup_in_a_title_is_taken_off_and_the_written_form_kept() -> None:
    record = one(title='Effect of <i>E. coli</i> and H<sub>2</sub>O <span class="nocase">on</span> p<0.05.')
    assert record.fields.title == "Effect of E. coli and H₂O on p<0.05"
    assert record.custom == {"title with markup": "Effect of <i>E. coli</i> and H₂O on p<0.05"}


def test_the_stop_of_an_abbreviation_or_ellipsis_stays_in_the_title() -> None:
    assert [one(title=title).fields.title for title in ("Nerves in the U.S.", "And so on...", "Done.")] == [
        "Nerves in the U.S.",
        "And so on...",
        "Done",
    ]


def test_names_with_more_than_we_hold_are_kept_whole_beside() -> None:
    names = [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "ORCID": "x"}]
    record = one(author=names)
    assert record.fields.author == (Name(family="Berg", given="Jan", non_dropping_particle="van der"),)
    assert record.custom == {"author": names}


def test_what_custom_and_the_entry_both_say_is_kept_twice() -> None:
    assert one(custom={"note": 1}, note=2).custom == {"note (beside custom)": 2, "note": 1}


def test_an_entry_is_written_with_its_trust_and_without_its_abstract() -> None:
    entry = article(abstract=(Section("Twelve.", "METHODS"), Section("None.")), status=RETRACTED, basis="confirmed")
    assert json.loads(json.dumps(csl_entry.item(entry))) == {
        "id": "muster2019",
        "type": "article-journal",
        "title": "Invented nerves in a sample of MRI volunteers from Japan: A report",
        "author": [{"family": "Muster", "given": "Anna Maria"}, {"family": "Example", "given": "J", "suffix": "Jr"}],
        "container-title": "Journal of Invented Findings",
        "container-title-short": "J Invent Find",
        "issued": {"date-parts": [[2019, 3]]},
        "volume": "7",
        "issue": "2",
        "page": "25-32",
        "language": "en",
        "available-date": {"date-parts": [[2019, 1, 28]]},
        "DOI": "10.5555/invented.1",
        "PMID": "99999901",
        "PMCID": "PMC9999901",
        "ISSN": "0000-0000",
        "keyword": "nerves; volunteers; middle; retracted",
        "status": "retracted",
        "custom": {
            "verdict": "verified",
            "basis": "confirmed",
            "sources": [
                {"source": "pubmed", "id": "pmid:99999901", "day": "2026-11-20"},
                {"source": "library", "id": "own.json#muster2019"},
            ],
            "notice": "RETRACTED 2020 May 4. Retraction in: J Invent. 2020 May 4;7(5):99. "
            "doi: 10.5555/invented.retraction. PMID: 99999902.",
        },
    }
    assert csl_entry.item(entry, abstract=True)["abstract"] == "METHODS: Twelve.\nNone."


def test_one_keyword_that_holds_a_comma_is_read_back_as_one() -> None:
    entry = article(keywords=("Diagnosis, Differential",), note=None)
    assert csl.read(json.dumps([csl_entry.item(entry)]), "f")[0][0].keywords == ("Diagnosis, Differential",)


def test_the_library_of_this_project_is_read_without_a_finding() -> None:
    file = Path(__file__).resolve().parents[2] / "references/library/cluneal.json"
    records, findings = csl.read(file.read_text(encoding="utf-8"), file.name)
    assert (len(records) > 60, findings) == (True, ())


@pytest.mark.parametrize(
    ("issued", "written", "custom"),
    [
        (Date(((2016, 1), (2016, 2)), literal="2016 Jan-Feb"), {"date-parts": [[2016, 1], [2016, 2]]}, {}),
        (Date(((2004, 3, 3), (2004, 3, 9)), literal="2004 Mar 3-9"), {"date-parts": [[2004, 3, 3], [2004, 3, 9]]}, {}),
        (Date(((1965, 12), (1966, 1)), literal="1965 Dec-1966 Jan"), {"date-parts": [[1965, 12], [1966, 1]]}, {}),
        (Date(((2016,), (2017,)), literal="2016-2017"), {"date-parts": [[2016], [2017]]}, {}),
        (
            Date(((2016, 1), (2016, 2)), literal="January/February 2016"),
            {"date-parts": [[2016, 1], [2016, 2]]},
            {"issued": "January/February 2016"},
        ),
        (Date(((2018, 3),), literal="March, 2018"), {"date-parts": [[2018, 3]]}, {"issued": "March, 2018"}),
        (Date(((2016,),), literal="Christmas 2016"), {"date-parts": [[2016]]}, {"issued": "Christmas 2016"}),
        (Date(((2016, 3),), literal="2016 Mar-"), {"date-parts": [[2016, 3], [0]]}, {}),
        (Date(((2016,),), literal="until 2016"), {"date-parts": [[2016]], "literal": "until 2016"}, {}),
        (Date(literal="in press"), {"literal": "in press"}, {}),
    ],
)
def test_a_date_that_its_parts_say_has_no_words_which_processors_would_print_instead(
    issued: Date, written: dict[str, object], custom: dict[str, str]
) -> None:
    entry = replace(article(), fields=Fields(title="A", issued=issued))
    item = csl_entry.item(entry)
    (found,) = csl.read(json.dumps([item]), "own.json")[0]
    assert (item["issued"], found.fields.issued) == (written, issued)
    again = csl_write.item("a", found)
    assert again["issued"] == written
    assert [
        {"issued": one["custom"]["issued"]} if "issued" in one.get("custom", {}) else {} for one in (item, again)
    ] == [
        custom,
        custom,
    ]


@pytest.mark.parametrize(
    ("fields", "page"),
    [
        (Fields(type="article-journal", title="A", number="e1003583"), "e1003583"),
        (Fields(type="article-journal", title="A", number="e1", page="e1-e9"), "e1-e9"),
        (Fields(type="report", title="A", number="12"), None),
    ],
)
def test_the_number_of_an_article_stands_for_its_pages(fields: Fields, page: str | None) -> None:
    item = csl_entry.item(Entry("a", Ids(), fields, CLEAN, "unchecked"))
    (found,) = csl.read(json.dumps([item]), "own.json")[0]
    assert (item.get("page"), item["number"], found.fields) == (page, fields.number, fields)
    assert csl_write.item("a", found).get("page") == page


@pytest.mark.parametrize(
    ("kind", "container"),
    [
        ("chapter", 'Handbook of <span class="nocase">18F</span> PET and <span class="nocase">mRNA</span>'),
        ("article-journal", "Handbook of 18F PET and mRNA"),
    ],
)
def test_what_no_style_may_spoil_is_marked_in_titles_of_books_and_series_but_not_in_names_of_journals(
    kind: str, container: str
) -> None:
    fields = Fields(
        type=kind, title="On pH", container_title="Handbook of 18F PET and mRNA", collection_title="Studies of pH"
    )
    item = csl_entry.item(Entry("a", Ids(), fields, CLEAN, "unchecked"))
    (found,) = csl.read(json.dumps([item]), "own.json")[0]
    again = csl_write.item("a", found)
    said = ['On <span class="nocase">pH</span>', container, 'Studies of <span class="nocase">pH</span>']
    for one in (item, again):
        assert [one["title"], one["container-title"], one["collection-title"]] == said
    assert (found.fields, found.custom) == (fields, {"verdict": "unchecked"})


_line = st.text().map(lambda text: " ".join(text.encode("utf-8", "ignore").decode().split()))
_title = _line.filter(lambda text: "<" not in text and not text.endswith("."))
_filled = _line.filter(bool)
_names = st.builds(Name, family=_filled, given=_line, suffix=_line) | st.builds(Name, literal=_filled)
_days = st.tuples(st.integers(1500, 2100), st.integers(1, 12), st.integers(1, 28))
_dates = st.builds(lambda day: Date((day,)), _days) | st.builds(
    lambda day, season: Date((day[:1],), season=season), _days, st.sampled_from(("spring", "winter"))
)
_fields = st.builds(
    Fields,
    type=st.sampled_from(("article-journal", "book", "chapter")),
    title=_title,
    author=st.lists(_names, max_size=3).map(tuple),
    container_title=_title,
    issued=st.none() | _dates,
    volume=_line,
    page=_line,
)


@given(_fields)
def test_what_is_written_is_read_back_as_the_same_fields_and_identifiers(fields: Fields) -> None:
    ids = Ids(pmid="1", pmcid="PMC2", doi="10.5555/x", arxiv="2004.10706", isbn=("9780306406157",), nct="NCT01234567")
    entry = Entry("k", ids, fields, CLEAN, "unchecked")
    (record,), findings = csl.read(msgspec.json.encode([csl_entry.item(entry)]).decode(), "own.json")
    assert (record.fields, record.ids, record.custom, findings) == (fields, ids, {"verdict": "unchecked"}, ())


_json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "author", "issued", "title", "page", "DOI", "ISBN", "custom", "date-parts", "raw"])
            | st.text(),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.lists(_json, max_size=3))
def test_any_json_is_read_without_a_crash_and_each_entry_is_a_record_or_a_finding(value: list[object]) -> None:
    records, findings = csl.read(json.dumps(value), "own.json")
    assert len(records) + sum(finding.values.get("reason", "").startswith("entry ") for finding in findings) >= len(
        value
    )
    assert all(finding.code in ("LIT201", "LIT303", "LIT617") for finding in findings)
    msgspec.json.encode(records)


@given(st.text())
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        csl.read(text, "own.json")
    except StoreError as error:
        assert str(error).startswith("own.json: ")


def test_what_crossref_deposits_of_notices_is_read_and_written_as_it_stood() -> None:
    update = {"DOI": "10.5555/B", "type": "retraction", "source": "publisher", "updated": {"date-parts": [[2020, 1]]}}
    item = {"id": "a", "type": "article-journal", "title": "Nerves", "updated-by": [update], "relation": {}}
    known = one(**item)
    assert known.relations == (Relation("retraction", "in", Ids(doi="10.5555/b"), Date(((2020, 1),)), "publisher"),)
    assert csl_write.item("a", known) == item
    brought = replace(known, custom={**known.custom, carried.READ_AS: "csl"})
    assert [carried.carried(brought, form) for form in ("bibtex", "ris")] == [
        {"note": ["RIN: doi: 10.5555/b"]},
        {"N1": ["RIN: doi: 10.5555/b"]},
    ]


def test_a_status_nobody_has_checked_is_not_written() -> None:
    assert [word for word in ("none", "unchecked") if "status" in csl_entry.item(article(status=Status(word)))] == []


def same(word: str) -> str:
    return f'<span class="nocase">{word}</span>'


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Of CO₂ in β₂-blockers", 'Of <span class="nocase">CO₂</span> in <span class="nocase">β₂</span>-blockers'),
        ("Is x² < Ca²⁺?", 'Is <span class="nocase">x²</span> < <span class="nocase">Ca²⁺</span>?'),
        ("TNF-α on CO2 (H2O)", f"{same('TNF-α')} on {same('CO2')} ({same('H2O')})"),
        ("Of α-synuclein, p53 and mTOR", f"Of α-synuclein, {same('p53')} and {same('mTOR')}"),
        ("T2-weighted MRI, X-ray", f"{same('T2')}-weighted MRI, {same('X')}-ray"),
        ("The 2nd of 10 non-English MRI-guided p-values", "The 2nd of 10 non-English MRI-guided p-values"),
        ("EFFECT OF CO2 ON RATS", f"EFFECT OF {same('CO2')} ON RATS"),
    ],
)
def test_formulae_keep_their_letters_in_every_style_and_are_read_back(title: str, written: str) -> None:
    item = csl_entry.item(article(fields=Fields(type="book", title=title)))
    assert item["title"] == written
    assert csl.read(json.dumps([item]), "f")[0][0].fields.title == title


def test_an_identifier_may_be_the_only_one_of_a_list_and_isbns_be_several() -> None:
    entry = '{"id": "a", "DOI": ["10.1000/nerves.1"], "PMID": [29656623], "ISBN": ["9783161484100", "9780306406157"]}'
    records, findings = csl.read(f"[{entry}]", "own.json")
    assert records[0].ids.keys() == (
        "pmid:29656623",
        "doi:10.1000/nerves.1",
        "isbn:9783161484100",
        "isbn:9780306406157",
    )
    assert not findings
    _, findings = csl.read('[{"id": "a", "PMID": [29656623, 29656624]}]', "own.json")
    assert ["`PMID`" in finding.values["reason"] for finding in findings] == [True]
