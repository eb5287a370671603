"""Real and invented Crossref works, each with something that breaks a naive reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.model import (
    Date,
    Dates,
    Fields,
    Ids,
    Journal,
    Licence,
    Link,
    Name,
    Pages,
    Record,
    Relation,
    Section,
)
from tests.sources.recorded import crossref_record, recorded_work


def record(**values: object) -> Record:
    """The record of an invented work; `_` in a name stands for `-`."""
    return crossref_record({"DOI": "10.5555/1", **{key.replace("_", "-"): value for key, value in values.items()}})


def test_a_whole_record(shared: Path) -> None:
    doi = "10.29328/journal.jcmhs.1001023"
    found = recorded_work(shared, "bibaudit_compare_crossref_partial_retraction.json", doi)
    day = Date(date_parts=((2022, 12, 1),))
    own = [Relation("partial-retraction", where, Ids(doi=doi), day, "publisher") for where in ("in", "of")]
    (abstract,) = found.abstract
    site = "https://www.communitymedjournal.com/index.php/jcmhs/article"
    assert abstract.text.startswith("Background: The rapid increase in the popularity of")
    assert found == Record(
        format=1,
        source="crossref",
        id=f"doi:{doi}",
        ids=Ids(doi=doi),
        fields=Fields(
            type="article-journal",
            title="Association Between Internet Gaming Disorder And Attention Deficit Hyperactivity Disorder: "
            "A Narrative Review",
            author=(Name(family="Bumozah", given="Hanin"), Name(family="Alabdulbaqi", given="Donna")),
            container_title="Journal of Community Medicine and Health Solutions",
            container_title_short="J Community Med Health Solut",
            publisher="Heighten Science Publications Corporation",
            issued=day,
            volume="3",
            issue="1",
            page="069-075",
        ),
        dates=Dates(electronic=day),
        pages=Pages(as_written="069-075", first="069", last="075"),
        issn=("2833-5333",),
        journal=Journal(issn_electronic="2833-5333"),
        types=("journal-article",),
        abstract=(abstract,),
        licences=(Licence("https://creativecommons.org/licenses/by/4.0", start=day),),
        links=(
            Link(f"{site}/view/jcmhs-aid1023"),
            Link(f"{site}/download/jcmhs-aid1023/pdf", "text-mining", "application/pdf", "vor"),
            Link(f"{site}/download/jcmhs-aid1023/4881", "text-mining", version="vor"),
            Link(f"{site}/download/jcmhs-aid1023/pdf", "similarity-checking", version="vor"),
        ),
        relations=tuple(own),
    )


def test_a_notice_is_told_from_the_retracted_paper(shared: Path) -> None:
    paper = recorded_work(shared, "bibaudit_crossref_reciprocal_retracted_paper.json", "10.1016/s0140-6736(20)31180-6")
    notice = Ids(doi="10.1016/s0140-6736(20)31324-6")
    assert [found for found in paper.relations if found.ids == notice] == [
        Relation("retraction", "in", notice, Date(date_parts=((2020, 6, 5),)), "retraction-watch"),
        Relation("correction", "in", notice, Date(date_parts=((2020, 6, 13),)), "publisher"),
        Relation("retraction", "of", notice, Date(date_parts=((2020, 5, 22),)), "publisher"),
    ]


def test_what_two_origins_state_is_one_relation_of_the_earlier_day() -> None:
    def update(source: str, day: int) -> dict[str, object]:
        date = {"date-parts": [[2020, 5, day]]}
        return {"DOI": "10.5555/NOTICE", "type": "Expression_of_Concern", "source": source, "updated": date}

    assert record(updated_by=[update("retraction-watch", 30), update("publisher", 2)]).relations == (
        Relation(
            "concern", "in", Ids(doi="10.5555/notice"), Date(date_parts=((2020, 5, 2),)), "publisher, retraction-watch"
        ),
    )


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("retraction", "retraction"),
        ("partial_retraction", "partial-retraction"),
        ("removal", "withdrawal"),
        ("withdrawal", "withdrawal"),
        ("corrigendum", "correction"),
        ("erratum", "correction"),
        ("new_version", "update"),
        ("new-edition", "update"),
        ("Something_New", "something-new"),
    ],
)
def test_every_type_of_update_has_a_kind(written: str, kind: str) -> None:
    (found,) = record(update_to=[{"type": written, "DOI": "10.5555/2"}]).relations
    assert found == Relation(kind, "of", Ids(doi="10.5555/2"))


def test_ties_to_other_works_are_relations_and_references_are_none() -> None:
    ties = {
        "has-preprint": [{"id-type": "doi", "id": "10.5555/Preprint"}],
        "is-review-of": [{"id-type": "other", "id": "no DOI"}],
        "is-version-of": [{"id-type": "doi", "id": "10.5555/first"}],
        "is-supplemented-by": [{"id-type": "doi", "id": "10.5555/table"}],
        "cites": [{"id-type": "doi", "id": "10.5555/cited"}],
    }
    assert record(relation=ties).relations == (
        Relation("preprint", "in", Ids(doi="10.5555/preprint")),
        Relation("review", "of", text="no DOI"),
        Relation("version", "of", Ids(doi="10.5555/first")),
        Relation("supplement", "in", Ids(doi="10.5555/table")),
    )


@pytest.mark.parametrize(
    ("values", "title"),
    [
        (
            {"title": ["Probing the role of\n            <i>E. coli</i>\n            Y"]},
            "Probing the role of E. coli Y",
        ),
        ({"title": ["dynamics of<i>Burkholderia terrae</i>BS001"]}, "dynamics of Burkholderia terrae BS001"),
        ({"title": ["5,7-Dimethyl-1<i>H</i>-indole"]}, "5,7-Dimethyl-1H-indole"),
        ({"title": ["HfO<sub>2</sub> &amp; graphene."]}, "HfO₂ & graphene"),
        ({"title": ["Relative to the H &lt;scp&gt;i&lt;/scp&gt; Disk"]}, "Relative to the H i Disk"),
        ({"title": ["p &lt; 0.05 if a<b and c>d"]}, "p < 0.05 if a<b and c>d"),
        ({"title": ["the<mml:math><mml:mi>N</mml:mi><mml:mo>=</mml:mo></mml:math>nucleus"]}, "the N= nucleus"),
        ({"title": ["", "The second"]}, "The second"),
        ({"title": []}, ""),
        ({"title": "A lone string"}, "A lone string"),
        ({"title": ["Insulin overdose"], "subtitle": ["Mildly low"]}, "Insulin overdose: Mildly low"),
        ({"title": ["Insulin overdose"], "subtitle": [""]}, "Insulin overdose"),
        ({"title": ["Insulin overdose: Mildly low"], "subtitle": ["Mildly low"]}, "Insulin overdose: Mildly low"),
    ],
)
def test_titles_lose_markup_and_no_word(values: dict[str, object], title: str) -> None:
    assert record(**values).fields.title == title


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ([{"name": "A Group"}, {"family": "Ann", "given": "B"}], (Name(literal="A Group"), Name("Ann", "B"))),
        ([{"family": "&NA;"}, {}, {"ORCID": "0"}, {"name": "&amp;NA;"}], ()),
        ([{"family": "Smith", "given": "J", "suffix": "III"}], (Name("Smith", "J", suffix="III"),)),
        ([{"family": "Quimby, MD, Ph.D.", "given": "Ada"}], (Name("Quimby", "Ada"),)),
        ([{"family": "Quimby, Ada"}], (Name("Quimby, Ada"),)),
        ([{"family": "Doantam Phan"}, {"given": "Plato"}], (Name("Doantam Phan"), Name("Plato"))),
        ([{"family": "CastaÃ±o-Vinyals", "given": "Gemma"}], (Name("CastaÃ±o-Vinyals", "Gemma"),)),
        ("nobody", ()),
    ],
)
def test_authors_are_taken_as_they_are(people: object, names: tuple[Name, ...]) -> None:
    assert record(author=people).fields.author == names


def test_groups_keep_their_place_between_persons(shared: Path) -> None:
    doi = "10.1158/1055-9965.epi-23-0009"
    authors = recorded_work(shared, "bibaudit_audit_crossref_interleaved_collective.json", doi).fields.author
    assert [name.literal or name.family for name in authors[:7]] == [
        "Kim",
        "Yuan",
        "Amundadottir",
        "Wolpin",
        "for the Pancreatic Cancer Cohort Consortium (PanScan)",
        "Klein",
        "for the Pancreatic Cancer Case–Control Consortium (PanC4)",
    ]


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([[2024, 3, 12]], Date(date_parts=((2024, 3, 12),))),
        ([[2024]], Date(date_parts=((2024,),))),
        ([["2024", "3"]], Date(date_parts=((2024, 3),))),
        ([[None]], None),
        ([[2024, 13]], Date(date_parts=((2024,),))),
        ([], None),
        (None, None),
    ],
)
def test_dates_have_as_many_parts_as_are_known(parts: object, date: Date | None) -> None:
    assert record(issued={"date-parts": parts}).fields.issued == date


def test_print_and_online_are_two_dates_and_the_earlier_is_issued() -> None:
    values = {key: {"date-parts": [[year]]} for key, year in (("published_print", 2011), ("published_online", 2009))}
    found = record(issued={"date-parts": [[2009]]}, **values)
    dates = Dates(print=Date(date_parts=((2011,),)), electronic=Date(date_parts=((2009,),)))
    assert (found.fields.issued, found.dates) == (Date(date_parts=((2009,),)), dates)


@pytest.mark.parametrize(
    ("values", "containers"),
    [
        ({"type": "journal-article", "container_title": ["Eur &amp; J"]}, ("Eur & J", "", "")),
        (
            {"type": "journal-article", "container_title": ["AMR", "Advanced Materials Research"]},
            ("Advanced Materials Research", "AMR", ""),
        ),
        (
            {"type": "journal-article", "container_title": ["The Lancet"], "short_container_title": ["Lancet"]},
            ("The Lancet", "Lancet", ""),
        ),
        ({"type": "book-chapter", "container_title": ["The Series", "The Book"]}, ("The Book", "", "The Series")),
        ({"type": "monograph", "container_title": ["The Series"]}, ("", "", "The Series")),
        ({"type": "journal-article", "container_title": []}, ("", "", "")),
    ],
)
def test_container_titles_are_told_apart(values: dict[str, object], containers: tuple[str, str, str]) -> None:
    fields = record(**values).fields
    assert (fields.container_title, fields.container_title_short, fields.collection_title) == containers


@pytest.mark.parametrize(
    ("page", "pages"),
    [
        ("233-240.e2", Pages("233-240.e2", "233", "240")),
        ("n/a-n/a", None),
        ("no-no", None),
        ("IFC", Pages("IFC")),
        ("123–130", Pages("123–130", "123", "130")),
    ],
)
def test_pages_that_say_nothing_are_none(page: str, pages: Pages | None) -> None:
    assert record(page=page).pages == pages


def test_an_article_number_is_a_number(shared: Path) -> None:
    found = recorded_work(shared, "papis_test_5_aps_article_number.json", "10.1103/physreva.106.022212")
    assert (found.fields.number, found.fields.page, found.pages) == ("022212", "", None)


def test_volume_and_issue_zero_are_not_assigned_yet() -> None:
    fields = record(volume="0", issue="0").fields
    assert (fields.volume, fields.issue) == ("", "")


def test_numbers_of_books_and_journals_are_freed_of_addresses_and_repetition() -> None:
    found = record(
        ISSN=["http://id.crossref.org/issn/1234-567x", "1234567X", "none"],
        ISBN=["http://id.crossref.org/isbn/9780198528074", "0198528078", "123"],
    )
    assert (found.issn, found.ids) == (("1234-567X",), Ids(doi="10.5555/1", isbn=("9780198528074",)))


@pytest.mark.parametrize(
    ("kind", "subtype", "csl"),
    [
        ("journal-article", None, "article-journal"),
        ("posted-content", "preprint", "article"),
        ("posted-content", "other", "document"),
        ("book-chapter", None, "chapter"),
        ("proceedings-article", None, "paper-conference"),
        ("peer-review", None, "review"),
        ("something-new", None, "document"),
    ],
)
def test_types_are_those_of_csl(kind: str, subtype: str | None, csl: str) -> None:
    found = record(type=kind, subtype=subtype)
    assert (found.fields.type, found.types) == (csl, (kind, subtype) if subtype else (kind,))


@pytest.mark.parametrize(
    ("abstract", "sections"),
    [
        (
            "<jats:title>Abstract</jats:title><jats:p>One <jats:italic>two</jats:italic>.</jats:p>",
            (Section("One two."),),
        ),
        (
            "<jats:sec><jats:title>Aim:</jats:title><jats:p>One.</jats:p></jats:sec>"
            "<jats:sec><jats:title>Results</jats:title><jats:p>Two.</jats:p><jats:p>Three.</jats:p></jats:sec>",
            (Section("One.", "Aim"), Section("Two. Three.", "Results")),
        ),
        ("&lt;p&gt;Escaped &amp;amp; plain&lt;/p&gt;", (Section("Escaped & plain"),)),
        ("", ()),
    ],
)
def test_abstracts_are_plain_sections(abstract: str, sections: tuple[Section, ...]) -> None:
    assert record(abstract=abstract).abstract == sections


def test_what_changes_without_the_work_changing_is_left_out() -> None:
    counts = {"score": 1, "is-referenced-by-count": 7, "indexed": {"timestamp": 1}, "reference": [{"DOI": "10.5555/9"}]}
    assert record(title=["Invented"], **counts) == record(title=["Invented"])
