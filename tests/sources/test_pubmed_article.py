"""Real PubMed records, each with something that breaks a naive reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.model import Date, Dates, Fields, Ids, Journal, Name, Pages, Record, Relation, Section, State, Subject
from tests.sources.recorded import SAMPLE, article_set, pubmed_record, pubmed_reply


def record(article: str, citation: str = "", after: str = "") -> Record:
    body = f"<PMID>1</PMID><Article PubModel='Print'>{article}</Article>{citation}"
    xml = article_set(f"<PubmedArticle><MedlineCitation>{body}</MedlineCitation>{after}</PubmedArticle>")
    return pubmed_reply(xml, "1").records[0]


def listed(doi: str) -> str:
    return f"<PubmedData><ArticleIdList><ArticleId IdType='doi'>{doi}</ArticleId></ArticleIdList></PubmedData>"


def test_a_whole_record(shared: Path) -> None:
    assert pubmed_record(shared, SAMPLE, "11600210") == Record(
        format=1,
        source="pubmed",
        id="pmid:11600210",
        ids=Ids(pmid="11600210"),
        fields=Fields(
            type="article-journal",
            title="Editorial. Anthropology and genetic markers",
            author=(Name(family="Suciu-Foca", given="N"), Name(family="Lewis", given="R")),
            container_title="Human immunology",
            container_title_short="Hum Immunol",
            issued=Date(date_parts=((2001, 10),)),
            volume="62",
            issue="10",
            page="1063",
            language="en",
        ),
        dates=Dates(print=Date(date_parts=((2001, 10),))),
        pages=Pages(as_written="1063", first="1063"),
        other_ids=("pii:S0198885901003500",),
        issn=("0198-8859",),
        journal=Journal("8010936", "Hum. Immunol.", "United States", issn_print="0198-8859", issn_linking="0198-8859"),
        types=("Retraction of Publication",),
        relations=(
            Relation(
                kind="retraction",
                direction="of",
                ids=Ids(pmid="11543891"),
                date=Date(date_parts=((2001, 9),)),
                text="Arnaiz-Villena A, Elaiwa N, Silvera C, Rostom A, Moscoso J, Gómez-Casado E, Allende L, Varela P, "
                "Martínez-Laso J. Hum Immunol. 2001 Sep;62(9):889-900",
            ),
        ),
        state=State("MEDLINE", publication="ppublish", model="Print", medium="Print"),
    )


def test_a_retracted_paper_is_told_from_the_notice(shared: Path) -> None:
    paper, notice = (pubmed_record(shared, SAMPLE, pmid) for pmid in ("8655018", "11600210"))
    assert (paper.status, [(found.kind, found.direction, found.ids) for found in paper.relations]) == (
        "retracted",
        [("comment", "in", Ids(pmid="9867475")), ("retraction", "in", Ids(pmid="9867474"))],
    )
    assert (notice.status, [found.direction for found in notice.relations]) == ("", ["of"])


def test_words_inside_markup_stay_in_the_title(shared: Path) -> None:
    title = "Genome-wide significant risk factors on chromosome 19 and the APOE locus"
    assert pubmed_record(shared, "jabref_29872490.xml", "29872490").fields.title == title


def test_a_full_stop_goes_and_a_question_mark_stays(shared: Path) -> None:
    title = (
        'A "Blood Relationship" Between the Overlooked Minimum Lactate Equivalent and Maximal Lactate Steady State in '
        "Trained Runners. Back to the Old Days?"
    )
    assert pubmed_record(shared, "biopython_30108519.xml", "30108519").fields.title == title


def test_a_line_break_inside_a_title_is_a_blank(shared: Path) -> None:
    assert (
        pubmed_record(shared, "jcore-base_18788097.xml", "18788097").fields.title
        == "Case 16-2008: a woman with bone pain"
    )


def test_a_missing_title_is_the_vernacular_one(shared: Path) -> None:
    title = "Psykisk ohälsa, radikalisering och terrorism - Inget säkert samband har kunnat påvisas"
    assert pubmed_record(shared, "translators_29292925.xml", "29292925").fields.title == title


def test_a_title_that_is_not_available_is_the_vernacular_one() -> None:
    found = record("<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Erfundener Titel.</VernacularTitle>")
    assert found.fields.title == "Erfundener Titel"


def test_a_group_keeps_its_place_among_the_authors() -> None:
    found = record(
        "<AuthorList><Author><LastName>Invented</LastName><Initials>A</Initials></Author>"
        "<Author><CollectiveName>The <i>Invented</i> Group</CollectiveName></Author>"
        "<Author><LastName>Other</LastName><ForeName>Ann B</ForeName><Suffix>3rd</Suffix></Author></AuthorList>"
    )
    assert found.fields.author == (
        Name(family="Invented", given="A"),
        Name(literal="The Invented Group"),
        Name(family="Other", given="Ann B", suffix="3rd"),
    )


def test_a_suffix_is_no_part_of_the_name(shared: Path) -> None:
    assert pubmed_record(shared, SAMPLE, "9575322").fields.author == (
        Name(family="Alvarez", given="J A"),
        Name(family="Hardy", given="R H", suffix="Jr"),
    )


def test_a_misspelt_author_whom_validyn_withdraws_is_left_out(shared: Path) -> None:
    families = [name.family for name in pubmed_record(shared, SAMPLE, "17713168").fields.author]
    assert families[:4] == ["Di Giambenedetto", "Bracciale", "Colafigli", "Cattani"]
    assert "Colatigli" not in families


def test_a_family_name_alone_is_kept(shared: Path) -> None:
    families = [
        name for name in pubmed_record(shared, "eutils_22351513.xml", "22351513").fields.author if not name.given
    ]
    assert families == [Name(family="Mahmooduzzafar")]


def test_investigators_are_no_authors(shared: Path) -> None:
    found = pubmed_record(shared, "eutils_23121403.xml", "23121403").fields.author
    assert (len(found), found[-1]) == (13, Name(literal="ASPIRE Investigators"))


def test_ids_of_the_works_that_it_cites_are_not_its_own(shared: Path) -> None:
    assert pubmed_record(shared, "biblio-glutton_31388315.xml", "31388315").ids == Ids(
        pmid="31388315", pmcid="PMC6607986", doi="10.2147/cmar.s186042"
    )


def test_a_record_without_an_own_doi_takes_none_from_its_references() -> None:
    reference = (
        "<ReferenceList><Reference><ArticleIdList><ArticleId IdType='doi'>10.5555/other</ArticleId></ArticleIdList>"
    )
    after = f"<PubmedData><ArticleIdList/>{reference}</Reference></ReferenceList></PubmedData>"
    assert record("<ArticleTitle>Invented.</ArticleTitle>", after=after).ids == Ids(pmid="1")


def test_a_doi_that_stands_only_in_elocationid_counts(shared: Path) -> None:
    ids = pubmed_record(shared, "jcore-base_30712376.xml", "30712376").ids
    assert ids == Ids(pmid="30712376", doi="10.1080/08927014.2018.1559305")


def test_an_invalid_elocationid_does_not_count() -> None:
    assert record("<ELocationID EIdType='doi' ValidYN='N'>10.5555/wrong</ELocationID>").ids == Ids(pmid="1")


def test_a_second_doi_becomes_a_relation() -> None:
    found = record(
        "<ELocationID EIdType='doi'>10.5555/second</ELocationID>",
        after=listed("10.5555/First"),
    )
    assert (found.ids.doi, found.relations) == (
        "10.5555/first",
        (Relation("other-id", "in", ids=Ids(doi="10.5555/second")),),
    )


def test_brackets_and_angle_brackets_belong_to_a_doi() -> None:
    doi = "10.1002/(sici)1097-0258(19980815/30)17:15/16&lt;1661::aid-sim968&gt;3.0.co;2-2"
    found = record("", after=listed(doi))
    assert found.ids.doi == "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("<Year>2018</Year><Month>Mar</Month><Day>28</Day>", Date(date_parts=((2018, 3, 28),))),
        ("<Year>2018</Year><Month>03</Month>", Date(date_parts=((2018, 3),))),
        ("<Year>1976</Year><Season>Fall</Season>", Date(date_parts=((1976,),), season="autumn")),
        (
            "<MedlineDate>1965 Dec-1966 Jan</MedlineDate>",
            Date(date_parts=((1965, 12), (1966, 1)), literal="1965 Dec-1966 Jan"),
        ),
        (
            "<MedlineDate>2018 May - Jun</MedlineDate>",
            Date(date_parts=((2018, 5), (2018, 6)), literal="2018 May - Jun"),
        ),
        ("<MedlineDate>2000 Spring</MedlineDate>", Date(date_parts=((2000,),), season="spring")),
        ("<MedlineDate>2024 Winter-Spring</MedlineDate>", Date(date_parts=((2024,),), literal="2024 Winter-Spring")),
        ("<MedlineDate>in press</MedlineDate>", Date(literal="in press")),
        ("", None),
    ],
)
def test_every_form_of_a_date(written: str, date: Date | None) -> None:
    found = record(f"<Journal><JournalIssue><PubDate>{written}</PubDate></JournalIssue></Journal>")
    assert (found.fields.issued, found.dates) == (date, Dates(print=date) if date else None)


@pytest.mark.parametrize(
    ("model", "issued", "dates"),
    [
        ("Print", (2017, 6), Dates(Date(((2017, 6),)), Date(((2016, 10, 21),)))),
        ("Print-Electronic", (2017, 6), Dates(Date(((2017, 6),)), Date(((2016, 10, 21),)))),
        ("Electronic-Print", (2016, 10, 21), Dates(Date(((2017, 6),)), Date(((2016, 10, 21),)))),
        ("Electronic-eCollection", (2016, 10, 21), Dates(Date(((2017, 6),)), Date(((2016, 10, 21),)))),
        ("Electronic", (2016, 10, 21), Dates(Date(((2017, 6),)), Date(((2016, 10, 21),)))),
    ],
)
def test_the_publication_model_says_which_date_leads(model: str, issued: tuple[int, ...], dates: Dates) -> None:
    xml = article_set(
        f"<PubmedArticle><MedlineCitation><PMID>1</PMID><Article PubModel='{model}'><Journal><JournalIssue><PubDate>"
        "<Year>2017</Year><Month>Jun</Month></PubDate></JournalIssue></Journal><ArticleDate DateType='Electronic'>"
        "<Year>2016</Year><Month>10</Month><Day>21</Day></ArticleDate></Article></MedlineCitation></PubmedArticle>"
    )
    (found,) = pubmed_reply(xml, "1").records
    assert (found.fields.issued, found.dates) == (Date(date_parts=(issued,)), dates)


@pytest.mark.parametrize(
    ("written", "page", "pages"),
    [
        ("<MedlinePgn>417-29</MedlinePgn>", "417-429", Pages("417-29", "417", "429")),
        (
            "<StartPage>336</StartPage><EndPage>349</EndPage><MedlinePgn>336-349</MedlinePgn>",
            "336-349",
            Pages("336-349", "336", "349"),
        ),
        ("<StartPage>336</StartPage><EndPage>349</EndPage>", "336-349", Pages("336-349", "336", "349")),
        ("<MedlinePgn>e12516</MedlinePgn>", "e12516", Pages("e12516", "e12516")),
        ("<MedlinePgn>1825-34, 1839-40</MedlinePgn>", "1825-34, 1839-40", Pages("1825-34, 1839-40", "1825", "1834")),
        ("<MedlinePgn/>", "", None),
    ],
)
def test_pages_are_written_out_and_kept_as_written(written: str, page: str, pages: Pages | None) -> None:
    found = record(f"<Pagination>{written}</Pagination>")
    assert (found.fields.page, found.pages) == (page, pages)


def test_the_parts_of_an_abstract_keep_their_labels() -> None:
    found = record(
        "<Abstract><AbstractText Label='AIM'>To <i>invent</i> it.</AbstractText><AbstractText/>"
        "<AbstractText Label='UNLABELLED'>And more.</AbstractText><CopyrightInformation>c</CopyrightInformation>"
        "</Abstract>"
    )
    assert found.abstract == (Section(text="To invent it.", label="AIM"), Section(text="And more."))


def test_a_subject_is_major_when_it_or_a_qualifier_is() -> None:
    heading = (
        "<MeshHeading><DescriptorName MajorTopicYN='{}'>{}</DescriptorName>"
        "<QualifierName MajorTopicYN='{}'>surgery</QualifierName></MeshHeading>"
    )
    headings = [("N", "Nerves", "Y"), ("Y", "Pain", "N"), ("N", "Adult", "N")]
    found = record("", f"<MeshHeadingList>{''.join(heading.format(*parts) for parts in headings)}</MeshHeadingList>")
    assert found.mesh == (
        Subject("Nerves", ("surgery",), major=True, starred=("surgery",)),
        Subject("Pain", ("surgery",), major=True),
        Subject("Adult", ("surgery",)),
    )


@pytest.mark.parametrize(
    ("kind", "relation"),
    [
        ("RetractionIn", ("retraction", "in")),
        ("RetractionOf", ("retraction", "of")),
        ("ExpressionOfConcernIn", ("concern", "in")),
        ("ExpressionOfConcernFor", ("concern", "of")),
        ("ErratumIn", ("correction", "in")),
        ("ErratumFor", ("correction", "of")),
        ("UpdateIn", ("update", "in")),
        ("UpdateOf", ("update", "of")),
        ("RepublishedFrom", ("reissue", "of")),
        ("CorrectedandRepublishedIn", ("corrected-republication", "in")),
        ("RetractedandRepublishedIn", ("republication", "in")),
        ("CommentOn", ("comment", "of")),
        ("SummaryForPatientsIn", ("summary-for-patients", "in")),
        ("AssociatedDataset", ("dataset", "in")),
        ("NewlyInventedIn", ("newly-invented", "in")),
    ],
)
def test_every_kind_of_correction_has_a_kind_and_a_direction(kind: str, relation: tuple[str, str]) -> None:
    source = "J. 2020 Jan 2;1:3. doi: 10.5555/A."
    link = f"<CommentsCorrections RefType='{kind}'><RefSource>{source}</RefSource></CommentsCorrections>"
    (found,) = record("", f"<CommentsCorrectionsList>{link}</CommentsCorrectionsList>").relations
    assert found == Relation(
        relation[0],
        relation[1],  # type: ignore[arg-type]
        ids=Ids(doi="10.5555/a"),
        date=Date(date_parts=((2020, 1, 2),)),
        text=source,
    )


def test_what_a_record_cites_is_no_relation_and_a_link_without_a_type_is_none() -> None:
    links = "<CommentsCorrections RefType='Cites'><PMID>2</PMID></CommentsCorrections><CommentsCorrections/>"
    assert record("", f"<CommentsCorrectionsList>{links}</CommentsCorrectionsList>").relations == ()


def test_the_links_of_old_files_are_read(shared: Path) -> None:
    (found,) = pubmed_record(shared, "jcore-base_15915368.xml", "15915368").relations
    assert (found.kind, found.direction, found.ids) == ("comment", "in", Ids(pmid="15843872"))


def test_a_preprint_names_the_paper_that_it_became(shared: Path) -> None:
    found = pubmed_record(shared, "translators_36798302.xml", "36798302")
    assert (found.fields.type, found.relations) == (
        "article",
        (
            Relation(
                kind="preprint",
                direction="of",
                ids=Ids(pmid="37385249", doi="10.1016/j.cell.2023.05.044"),
                date=Date(date_parts=((2023, 7, 20),)),
                text="Cell. 2023 Jul 20;186(15):3307-3324.e30. doi: 10.1016/j.cell.2023.05.044.",
            ),
        ),
    )


def test_the_next_version_of_a_preprint_on_the_same_server_is_an_update() -> None:
    link = (
        "<CommentsCorrections RefType='UpdateIn'><RefSource>Invent Prepr. 2021:7.</RefSource></CommentsCorrections>"
        "<CommentsCorrections RefType='UpdateIn'><RefSource>Invent Med. 2022;1:7.</RefSource></CommentsCorrections>"
    )
    found = record(
        "<PublicationTypeList><PublicationType>Preprint</PublicationType></PublicationTypeList>",
        "<MedlineJournalInfo><MedlineTA>Invent Prepr</MedlineTA></MedlineJournalInfo>"
        f"<CommentsCorrectionsList>{link}</CommentsCorrectionsList>",
    )
    assert [(tie.kind, tie.direction) for tie in found.relations] == [("update", "in"), ("preprint", "of")]


def test_an_erratum_without_a_pmid_is_kept_as_written(shared: Path) -> None:
    first, _ = pubmed_record(shared, SAMPLE, "9505772").relations
    assert first == Relation(
        kind="correction",
        direction="in",
        date=Date(date_parts=((1998, 4),)),
        text="Br J Anaesth 1998 Apr;80(4):572",
    )


def test_of_several_languages_the_first_counts(shared: Path) -> None:
    assert pubmed_record(shared, SAMPLE, "11488864").fields.language == "en"


def test_a_book_is_a_book(shared: Path) -> None:
    found = pubmed_record(shared, "translators_20821847.xml", "20821847")
    assert (found.ids, found.fields) == (
        Ids(pmid="20821847", isbn=("9781859962527",)),
        Fields(
            type="book",
            title="Endocrinology: An Integrated Approach",
            author=(Name(family="Nussey", given="Stephen"), Name(family="Whitehead", given="Saffron")),
            publisher="BIOS Scientific Publishers",
            publisher_place="Oxford",
            issued=Date(date_parts=((2001,),)),
            language="en",
        ),
    )


def test_a_part_of_a_book_is_a_chapter() -> None:
    people = "<AuthorList Type='{0}s'><Author><LastName>{0}</LastName></Author></AuthorList>"
    book = f"<BookTitle>An Invented Book</BookTitle><PubDate><Year>2001</Year></PubDate>{people.format('editor')}"
    chapter = f"<ArticleTitle>An invented chapter</ArticleTitle>{people.format('author')}"
    document = f"<BookDocument><PMID>1</PMID><Book>{book}</Book>{chapter}</BookDocument>"
    xml = article_set(f"<PubmedBookArticle>{document}</PubmedBookArticle>")
    assert pubmed_reply(xml, "1").records[0].fields == Fields(
        type="chapter",
        title="An invented chapter",
        author=(Name(family="author"),),
        editor=(Name(family="editor"),),
        container_title="An Invented Book",
        issued=Date(date_parts=((2001,),)),
    )
