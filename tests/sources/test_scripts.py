"""Superscripts and subscripts in the titles of every source. Titles in recorded answers, and invented works."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit import compare
from cluneal_lit.checks import titles
from cluneal_lit.sources import markup
from tests.made import citation, fields
from tests.sources.recorded import article_set, pubmed_record, pubmed_reply, recorded_work

RECORDED = {
    "10.1039/d0ce00680g": (
        "habanero_test_funders_filter_works_0.json",
        "Encapsulation of the [Ru(bpy)₃]²⁺ luminophore in a unique hydrogen-bonded host framework",
    ),
    "10.1039/d1tc03502a": (
        "rcrossref_cr_funders_with_cursor_and_progress_bar_1.json",
        "Chlorine-mediated atomic layer deposition of HfO₂ on graphene",
    ),
    "10.1063/1.4802210": (
        "rcrossref_cr_funders_with_cursor_and_progress_bar_1.json",
        "Antisite defects in La0.7Sr0.3MnO₃ and La0.7Sr0.3FeO₃",
    ),
    "10.1103/physrevmaterials.5.064417": (
        "rcrossref_cr_funders_with_cursor_and_progress_bar_1.json",
        "Understanding magnetic phase coexistence in Ru₂Mn1−xFexSn Heusler alloys: A neutron scattering, "
        "thermodynamic, and phenomenological analysis",
    ),
    "10.1063/1.4752395": (
        "rcrossref_cr_funders_2.json",
        "Directed assembly of nano-scale phase variants in highly strained BiFeO₃ thin films",
    ),
    "10.1137/s0895479898346995": (
        "refchecker_query_items.jsonl",
        "On the Best Rank-1 and Rank-(R₁ ,R₂ ,. . .,RN) Approximation of Higher-Order Tensors",
    ),
}
TITLE = "Of 10⁵ cells in H₂O, Ca²⁺ and Tmax"
MARKED = "Of 10<sup>5</sup> cells in H<sub>2</sub>O, Ca<sup>2+</sup> and T<sub>max</sub>"
PLAIN = "Of 105 cells in H2O, Ca2+ and Tmax"


@pytest.mark.parametrize("doi", RECORDED)
def test_crossrefs_titles_keep_them(shared: Path, doi: str) -> None:
    name, title = RECORDED[doi]
    assert recorded_work(shared, name, doi).fields.title == title


@pytest.mark.parametrize(
    ("name", "pmid", "begins"),
    [
        ("metapub_38914053.xml", "38914053", "Doped SnO₂thin films fabricated at low temperature"),
        ("jcore-base_30712376.xml", "30712376", "An investigation into the effects of marine biofilm on the roughness"),
    ],
)
def test_pubmeds_titles_keep_them(shared: Path, name: str, pmid: str, begins: str) -> None:
    title = pubmed_record(shared, name, pmid).fields.title
    assert (title[: len(begins)], "₂" in title) == (begins, True)


def test_every_title_of_pubmed_keeps_them() -> None:
    said = f"<ArticleTitle>{MARKED}.</ArticleTitle><VernacularTitle>{MARKED}.</VernacularTitle>"
    said += f"<Abstract><AbstractText>{MARKED}</AbstractText></Abstract>"
    article = article_set(
        f"<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>{said}</Article></MedlineCitation></PubmedArticle>"
    )
    (found,) = pubmed_reply(article, "1").records
    assert (found.fields.title, found.fields.original_title, found.abstract[0].text) == (TITLE, TITLE, TITLE)


def test_every_title_of_a_book_of_pubmed_keeps_them() -> None:
    book = f"<Book><BookTitle>{MARKED}</BookTitle><CollectionTitle>{MARKED}</CollectionTitle></Book>"
    chapter = f"<PMID>1</PMID>{book}<ArticleTitle>{MARKED}</ArticleTitle><VernacularTitle>{MARKED}</VernacularTitle>"
    xml = article_set(f"<PubmedBookArticle><BookDocument>{chapter}</BookDocument></PubmedBookArticle>")
    said = pubmed_reply(xml, "1").records[0].fields
    assert (said.title, said.original_title, said.container_title, said.collection_title) == (TITLE,) * 4


@pytest.mark.parametrize(
    "written",
    [
        MARKED,
        MARKED.replace("<", "&lt;").replace(">", "&gt;"),
        MARKED.replace("<s", "<jats:s").replace("</s", "</jats:s"),
        MARKED.replace("<sup>2+</sup>", "<sup><b>2</b>+</sup>"),
        MARKED.replace(
            "10<sup>5</sup>", "<mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>5</mml:mn></mml:msup></mml:math>"
        ),
        MARKED.replace("Ca<sup>2+</sup>", "<msup><mi>Ca</mi><mrow><mn>2</mn><mo>+</mo></mrow></msup>"),
    ],
)
def test_every_way_to_mark_them_is_read(written: str) -> None:
    assert markup.title(f"{written}.") == TITLE


@pytest.mark.parametrize("written", ["10⁵", "105", "10(5)", "10^5", "10 5", "10<sup>5</sup>", "10**5"])
def test_however_a_citation_writes_them_its_title_is_the_records(written: str) -> None:
    cited = citation("@article{quimby2019}", fields(title=PLAIN.replace("105", written)))
    assert titles.same(cited, fields(title=TITLE))


def test_another_number_is_another_title() -> None:
    assert not titles.same(
        citation("@article{quimby2019}", fields(title=PLAIN.replace("105", "106"))), fields(title=TITLE)
    )


@pytest.mark.parametrize("cited", ["Base strengths of invented amines", "Base strengths of invented amines1"])
def test_a_raised_mark_of_a_footnote_is_none_of_the_title(cited: str) -> None:
    record = fields(title=markup.title("Base strengths of invented amines<sup>1</sup>"))
    assert titles.same(citation("@article{quimby2019}", fields(title=cited)), record)


def test_they_count_for_nothing_where_titles_are_compared() -> None:
    assert compare.title(fields(title=TITLE), fields(title=PLAIN)).relation == "equal"
