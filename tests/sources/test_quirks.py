"""Real records that break a naive reader, each with what it must say.

Which test shows which quirk stands in test_quirk_table.py.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from cluneal_lit.dates import words
from cluneal_lit.entries.status import status
from cluneal_lit.errors import SourceError
from cluneal_lit.model import Date, Dates, Ids, Name, Record, Relation, Reply, Status
from cluneal_lit.names import ET_AL
from cluneal_lit.sources import pubmed_article, pubmed_xml
from cluneal_lit.sources.pubmed_article import RETRACTED
from tests.sources.recorded import (
    SAMPLE,
    article_set,
    crossref_reply,
    pubmed_record,
    pubmed_reply,
    recorded_work,
)


def families(found: Record) -> list[str]:
    return [name.literal or name.family for name in found.fields.author]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("biopython_pubmed1.xml#12091962", Ids(pmid="12091962")),
        (f"{SAMPLE}#973217", Ids(pmid="973217")),
        ("fatcat_31393839.xml#31393839", Ids(pmid="31393839")),
        ("DSpace_15117179.xml#15117179", Ids(pmid="15117179", doi="10.1021/ac0354342")),
        ("eutils_23121403.xml#23121403", Ids(pmid="23121403", doi="10.1056/nejmoa1210384")),
        ("biopython_pubmed1.xml#9997", Ids(pmid="9997", doi="10.1016/0005-2795(76)90109-4")),
        (f"{SAMPLE}#9885794", Ids(pmid="9885794", doi="10.1016/s0893-133x(98)00041-4")),
    ],
)
def test_identifiers_are_those_at_the_documented_place(shared: Path, name: str, ids: Ids) -> None:
    assert pubmed_record(shared, *name.split("#")).ids == ids


@pytest.mark.parametrize(
    ("name", "issued"),
    [
        ("biopython_pubmed1.xml#12091962", Date(((1990,),), season="spring")),
        (f"{SAMPLE}#973217", Date(((1976,),), season="autumn")),
        (f"{SAMPLE}#30426925", Date(((2018, 11, 14),))),
        ("biopython_27797938.xml#27797938", Date(((2017, 6),))),
    ],
)
def test_seasons_and_months_by_name_or_number_are_dates(shared: Path, name: str, issued: Date) -> None:
    assert pubmed_record(shared, *name.split("#")).fields.issued == issued


def test_print_and_electronic_year_differ(shared: Path) -> None:
    dates = pubmed_record(shared, SAMPLE, "10854512").dates
    assert dates and (dates.print, dates.electronic) == (Date(((2000, 1),)), Date(((1999, 11, 25),)))


def test_a_group_may_be_the_only_author(shared: Path) -> None:
    group = "Guideline Development Panel for the Treatment of Depressive Disorders"
    assert pubmed_record(shared, "metapub_34843274.xml", "34843274").fields.author == (Name(literal=group),)


@pytest.mark.parametrize("name", [f"{SAMPLE}#1669026", "metapub_38962805.xml#38962805"])
def test_an_article_may_have_no_authors(shared: Path, name: str) -> None:
    assert pubmed_record(shared, *name.split("#")).fields.author == ()


def test_a_list_that_was_cut_off_says_so(shared: Path) -> None:
    assert pubmed_record(shared, SAMPLE, "1875346").fields.author[-1] == ET_AL


@pytest.mark.parametrize(("name", "count"), [(f"{SAMPLE}#11909345", 621), ("sul_pub_26430984.xml#26430984", 474)])
def test_hundreds_of_authors_are_all_there(shared: Path, name: str, count: int) -> None:
    assert len(pubmed_record(shared, *name.split("#")).fields.author) == count


def test_a_particle_belongs_to_the_family_name(shared: Path) -> None:
    assert families(pubmed_record(shared, "jcore-base_18439884.xml", "18439884")) == ["di Mario", "Cavallaro"]


def test_investigators_stay_out_in_old_records_too(shared: Path) -> None:
    assert len(pubmed_record(shared, SAMPLE, "11537092").fields.author) == 3


def test_a_journal_may_have_no_issn(shared: Path) -> None:
    for name in (f"{SAMPLE}#5757641", "metapub_11636720.xml#11636720"):
        assert pubmed_record(shared, *name.split("#")).issn == ()


def test_a_transliterated_title_is_the_original_title(shared: Path) -> None:
    title = "O vliianii neposredstvennogo razdrazheniia gippokampa na reflektornye reaktsii zhivotnykh"
    assert pubmed_record(shared, SAMPLE, "5757641").fields.original_title == title


def test_an_empty_pagination_and_an_empty_abstract_are_none(shared: Path) -> None:
    pages = pubmed_record(shared, "jcore-base_18439884.xml", "18439884").pages
    assert (pages, pubmed_record(shared, "jcore-base_27805344.xml", "27805344").abstract) == (None, ())


def test_an_abstract_in_another_language_is_an_other_abstract(shared: Path) -> None:
    (other,) = pubmed_record(shared, SAMPLE, "23326248").other_abstracts
    assert (other.language, other.kind, other.sections[0].text[:6]) == ("de", "Publisher", "Obwohl")


@pytest.mark.parametrize(
    ("name", "tie"),
    [
        (f"{SAMPLE}#9505772", ("correction", "in", Ids())),
        ("jcore-base_15915368.xml#15915368", ("comment", "in", Ids(pmid="15843872"))),
        ("metapub_38962805.xml#38962805", ("correction", "of", Ids("38446048", doi="10.1080/09540121.2024.2308745"))),
        ("metapub_36156117.xml#36156117", ("update", "of", Ids("35794888", doi="10.21203/rs.3.rs-1800050/v1"))),
        (f"{SAMPLE}#11034741", ("update", "in", Ids(pmid="11406024"))),
        (f"{SAMPLE}#11279676", ("update", "of", Ids(pmid="10796117"))),
    ],
)
def test_ties_between_works_have_a_direction_and_may_have_no_pmid(
    shared: Path, name: str, tie: tuple[str, str, Ids]
) -> None:
    first = pubmed_record(shared, *name.split("#")).relations[0]
    assert (first.kind, first.direction, first.ids) == tie


def test_a_date_without_a_year_is_none_at_crossref(shared: Path) -> None:
    found = recorded_work(shared, "fatcat_crossref_api_works.json", "10.1109/infvis.2005.1532150")
    assert (found.fields.issued, found.fields.event_title) == (
        None,
        "IEEE Symposium on Information Visualization, 2005. INFOVIS 2005.",
    )


def test_a_title_in_cyrillic_stands_beside_the_translated_one(shared: Path) -> None:
    found = recorded_work(shared, "DSpace_crossRef-test.json", "10.26693/jmbs01.02.184").fields
    assert (found.title[:18], found.original_title[:4]) == ("State of Awareness", "СТАН")


def test_an_author_who_says_nothing_is_none(shared: Path) -> None:
    found = recorded_work(shared, "habanero_test_cursor_max_2.json", "10.31390/gradschool_theses.6125")
    assert all(name != Name() for name in found.fields.author)


def test_what_is_no_pmid_among_references_and_ties_is_none() -> None:
    said = "<PMID>NOT_FOUND;INVALID_JOURNAL</PMID><RefSource>J Invent. 2020;1:2.</RefSource>"
    tie = f"<CommentsCorrectionsList><CommentsCorrections RefType='ErratumIn'>{said}</CommentsCorrections>"
    listed = "<ArticleId IdType='pubmed'>NOT_FOUND;INVALID_JOURNAL</ArticleId><ArticleId IdType='pmc'>none</ArticleId>"
    body = (
        f"<PubmedArticle><MedlineCitation><PMID>1</PMID><Article/>{tie}</CommentsCorrectionsList></MedlineCitation>"
        f"<PubmedData><ArticleIdList>{listed}</ArticleIdList></PubmedData></PubmedArticle>"
    )
    (found,) = pubmed_reply(article_set(body), "1").records
    assert (found.ids, found.relations[0].ids, found.other_ids) == (Ids(pmid="1"), Ids(), ())


def test_every_recorded_medlinedate_is_kept_as_it_is_printed(shared: Path) -> None:
    written = set()
    for path in sorted((shared / "recorded/pubmed-xml").iterdir()):
        for article in etree.parse(path).getroot().iter("MedlineCitation"):
            for element in article.iterfind("Article/Journal/JournalIssue/PubDate/MedlineDate"):
                dates = pubmed_article.record(article).dates
                assert dates
                day = dates.print or dates.electronic
                assert day and (words(day), str(day.year)) == (element.text, str(element.text)[:4])
                written.add(element.text)
    assert len(written) == 13


@pytest.mark.parametrize(
    "printed", ["1998-1999 Winter", "1998 Dec 15-31", "1999 Dec 25-2000 Jan 5", "2000 Spring-Summer", "1998 Winter"]
)
def test_seasons_days_and_turns_of_the_year_are_kept_as_they_are_printed(printed: str) -> None:
    body = (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate>"
        f"<MedlineDate>{printed}</MedlineDate></PubDate></JournalIssue></Journal></Article></MedlineCitation>"
        "</PubmedArticle>"
    )
    (found,) = pubmed_reply(article_set(body), "1").records
    assert found.fields.issued and (words(found.fields.issued), str(found.fields.issued.year)) == (
        printed,
        printed[:4],
    )


@pytest.mark.parametrize(
    ("name", "place", "group"),
    [
        ("eutils_23121403.xml#23121403", 12, "ASPIRE Investigators"),
        ("biopython_29963580.xml#29963580", 8, "Canadian Respiratory Research Network"),
        (f"{SAMPLE}#11428848", 7, "European Society of Cardiology"),
    ],
)
def test_a_group_stands_among_persons_at_its_place(shared: Path, name: str, place: int, group: str) -> None:
    authors = pubmed_record(shared, *name.split("#")).fields.author
    assert [(at, one.literal[: len(group)]) for at, one in enumerate(authors) if one.literal] == [(place, group)]


def test_a_suffix_may_be_any(shared: Path) -> None:
    authors = pubmed_record(shared, "metapub_26568896.xml", "26568896").fields.author
    assert [name for name in authors if name.suffix] == [Name("Wise", "John Pierce", suffix="Sr")]


def test_a_tab_or_line_break_inside_a_title_is_a_blank(shared: Path) -> None:
    assert pubmed_record(shared, "jcore-base_17306504.xml", "17306504").fields.title == (
        "Lymphoepithelial carcinoma of the parotid gland: is an association with Epstein-Barr virus possible in "
        "non-endemic areas?"
    )


def test_no_word_inside_markup_is_lost_from_any_recorded_title_or_abstract(shared: Path) -> None:
    for path in sorted((shared / "recorded/pubmed-xml").iterdir()):
        for article in etree.parse(path).getroot().iter("PubmedArticle"):
            found = pubmed_article.record(article)
            parts = article.iterfind("MedlineCitation/Article/Abstract/AbstractText")
            wanted = [one for part in parts if (one := _letters(part.itertext()))]
            assert [_letters(part.text) for part in found.abstract] == wanted, path.name
            title = _letters(article.find("MedlineCitation/Article/ArticleTitle").itertext())  # type: ignore[union-attr]
            assert not title or _letters(found.fields.title) == title.removesuffix("."), path.name


def _letters(parts: Iterable[str]) -> str:
    """What stands in the parts without blanks, superscripts and subscripts in their line."""
    return "".join(unicodedata.normalize("NFKD", "".join(parts)).replace("−", "-").split())


def test_a_part_of_an_abstract_may_have_no_label(shared: Path) -> None:
    labels = [part.label for part in pubmed_record(shared, "DSpace_36708638.xml", "36708638").abstract]
    assert (labels[0], labels[-3:], len(labels)) == ("AIM/OBJECTIVE", ["CONCLUSIONS", "", ""], 8)


@pytest.mark.parametrize(
    ("written", "found"), [("und", ()), ("ENG", ("en",)), ("en", ("en",)), ("jiddisch", ("jiddisch",))]
)
def test_odd_languages_are_told_as_far_as_they_are_understood(written: str, found: tuple[str, ...]) -> None:
    element = etree.fromstring(f"<Language>{written}</Language>")
    assert pubmed_xml.languages_of([element]) == found


def test_a_preprint_is_one_before_its_paper_is_known(shared: Path) -> None:
    found = pubmed_record(shared, "translators_37064529.xml", "37064529")
    assert (found.fields.type, found.types[0], found.relations) == ("article", "Preprint", ())


def test_an_erratum_that_was_retracted_itself_is_retracted() -> None:
    """As PMID 36736314 is in PubMed: at once a Published Erratum and a Retracted Publication."""
    types = "".join(f"<PublicationType>{name}</PublicationType>" for name in ("Published Erratum", RETRACTED))
    ties = "".join(
        f"<CommentsCorrections RefType='{kind}'><RefSource>J.</RefSource><PMID>{pmid}</PMID></CommentsCorrections>"
        for kind, pmid in (("ErratumFor", "2"), ("RetractionIn", "3"))
    )
    article = f"<Article><PublicationTypeList>{types}</PublicationTypeList></Article>"
    citation = f"<PMID>1</PMID>{article}<CommentsCorrectionsList>{ties}</CommentsCorrectionsList>"
    body = f"<PubmedArticle><MedlineCitation>{citation}</MedlineCitation></PubmedArticle>"
    (found,) = pubmed_reply(article_set(body), "1").records
    assert status((found,)) == Status("retracted", None, Ids(pmid="3"), "J.", ("pubmed",))


def test_an_empty_set_and_fewer_articles_than_asked_are_no_error(shared: Path) -> None:
    body = (shared / "recorded/pubmed-xml/sul_pub_returns_an_empty_array_0.xml").read_bytes()
    assert pubmed_reply(body, "1", "2") == Reply(absent=("pmid:1", "pmid:2"))
    one = (shared / "recorded/pubmed-xml/metapub_39769357.xml").read_bytes()
    reply = pubmed_reply(one, "39769357", "99999999")
    assert ([record.id for record in reply.records], reply.apart) == (["pmid:39769357"], (("pmid:99999999",),))


def test_a_lone_article_or_citation_is_read_like_a_set(shared: Path) -> None:
    roots = {"fatcat_31393839.xml#31393839": "article", "jcore-base_30712376.xml#30712376": "citation"}
    assert [pubmed_record(shared, *name.split("#")).id for name in roots] == ["pmid:31393839", "pmid:30712376"]


@pytest.mark.parametrize(
    "name", ["biopython_pubmed3.html", "fulltext_ft_search_fails_well_entrez_limit2large_1_esummary.html"]
)
def test_a_page_where_xml_is_expected_is_one_error(shared: Path, name: str) -> None:
    with pytest.raises(SourceError, match="it sent a web page instead of XML; run again later"):
        pubmed_reply((shared / "recorded/esearch-esummary" / name).read_bytes(), "1")


def test_refusals_that_users_quoted_are_one_line_without_the_callers_address(shared: Path) -> None:
    quoted = json.loads((shared / "recorded/cassettes/quoted_error_bodies.json").read_bytes())
    with pytest.raises(SourceError) as pubmed:
        pubmed_reply(quoted["ncbi_429"]["body"].encode(), "1", status=429)
    with pytest.raises(SourceError) as crossref:
        crossref_reply(quoted["crossref_429"]["body"].encode(), "10.5555/1", status=429)
    assert (str(pubmed.value), str(crossref.value)) == (
        "PubMed gave no usable answer: HTTP 429, API rate limit exceeded; run again later",
        "Crossref gave no usable answer: HTTP 429, it sent a web page instead of JSON; run again later",
    )
    for shape in quoted["eutils_error_shapes_http200"]:
        with pytest.raises(SourceError, match="PubMed gave no usable answer"):
            pubmed_reply(json.dumps(shape).encode(), "1")


def test_print_and_online_years_of_a_recorded_work_differ_and_the_earlier_is_issued(shared: Path) -> None:
    found = recorded_work(shared, "fatcat_crossref_api_works.json", "10.1007/s10107-009-0306-5")
    assert (found.fields.issued, found.dates) == (
        Date(((2009, 9, 23),)),
        Dates(print=Date(((2011, 6),)), electronic=Date(((2009, 9, 23),))),
    )


@pytest.mark.parametrize(
    ("name", "doi", "title"),
    [
        ("oc_ds_converter_dump_0_every25th.json", "10.1001/archderm.100.1.118", ""),
        (
            "lagotto_should_report_if_there_are_sample_works_returned_by_the_Crossref_REST_API_0.json",
            "10.1371/journal.pone.0121425.t001",
            "",
        ),
        (
            "lagotto_crossref_import.json",
            "10.1787/gen_papers-v2008-art4-en",
            "Human capital formation and foreign direct",
        ),
        (
            "rcrossref_cr_funders_2.json",
            "10.1103/physrevc.91.057301",
            "Persistence of collective behavior at high spin in the N=88 nucleus Tb153",
        ),
        (
            "rcrossref_cr_members_with_cursor_and_progress_bar_1.json",
            "10.1155/2021/6671600",
            "New Properties of Dual Continuous K -g-Frames in Hilbert Spaces",
        ),
        (
            "rcrossref_cr_members_with_cursor_3.json",
            "10.1001/archpedi.1951.02040040742008",
            "IDIOPATHIC ACQUIRED HEMOLYTIC ANEMIA IN AN INFANT Successful Treatment with Corticotropin (ACTH)",
        ),
        (
            "bibaudit_audit_crossref_interleaved_collective.json",
            "10.1158/1055-9965.epi-23-0009",
            "Relationship between ABO Blood Group Alleles and Pancreatic Cancer Is Modulated by Secretor ( FUT2 ) "
            "Genotype, but Not Lewis Antigen ( FUT3 ) Genotype",
        ),
    ],
)
def test_recorded_titles_of_crossref_are_words(shared: Path, name: str, doi: str, title: str) -> None:
    assert recorded_work(shared, name, doi).fields.title == title


@pytest.mark.parametrize(
    ("name", "doi", "author"),
    [
        ("fatcat_crossref_api_works.json", "10.1109/infvis.2005.1532150", Name("Doantam Phan")),
        (
            "habanero_test_types_mixed_ids_works_warn_0.json",
            "10.18535/ijsrm/v13i03.ah01",
            Name("RUFAİOĞLU", "Süreyya Betül"),
        ),
        ("lagotto_should_parse_data_default_90.json", "10.1002/ange.201306511", Name("Smith", "Milton R.", "", "III")),
        ("refchecker_query_items.jsonl", "10.14229/jadc.2025.10.08.001", Name("Lagkadinou", "Eleni")),
        (
            "bibaudit_names_crossref_mojibake_author_list.json",
            "10.5271/sjweh.3626",
            Name("CastaÃ±o-Vinyals", "Gemma"),
        ),
        (
            "bibaudit_names_crossref_first_author_omitted.json",
            "10.1097/00008469-199710000-00007",
            Name("van Liere", "M J"),
        ),
    ],
)
def test_recorded_authors_of_crossref_are_as_they_were_deposited(
    shared: Path, name: str, doi: str, author: Name
) -> None:
    authors = recorded_work(shared, name, doi).fields.author
    assert author in authors, authors


def test_an_author_who_is_not_available_is_none(shared: Path) -> None:
    name, doi = "lagotto_should_parse_data_default_128.json", "10.1097/jpo.0b013e31828bf72f"
    assert recorded_work(shared, name, doi).fields.author == ()


def test_comments_reviews_and_other_names_of_a_work_are_ties(shared: Path) -> None:
    name = "rcrossref_cr_funders_with_cursor_and_progress_bar_1.json"
    found = recorded_work(shared, name, "10.5194/acp-2021-781").relations
    assert [(tie.kind, tie.direction) for tie in found] == [
        ("preprint", "of"),
        *[("review", "in")] * 2,
        *[("comment", "in")] * 3,
    ]
    name, doi = "rcrossref_cr_works_with_cursor_and_progress_bar_0.json", "10.3366/edinburgh/9781474450751.003.0001"
    assert recorded_work(shared, name, doi).relations == (Relation("same", "of", Ids(doi="10.1515/9781474450782-004")),)
