"""A DataCite work as a record; the works are invented where they are not recorded answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from cluneal_lit.folding import words
from cluneal_lit.model import (
    Abstract,
    Author,
    Date,
    Dates,
    Event,
    Fields,
    Grant,
    Ids,
    KeywordList,
    Licence,
    Link,
    Name,
    Pages,
    Record,
    Relation,
    Section,
)
from cluneal_lit.sources.datacite_work import record
from tests.conftest import SHARED

RECORDED = SHARED / "recorded" / "datacite"
WORK: dict[str, object] = {
    "doi": "10.5555/INVENTED.1",
    "identifiers": [
        {"identifier": "978-0-306-40615-7", "identifierType": "ISBN"},
        {"identifier": "https://doi.org/10.5555/invented.1", "identifierType": "DOI"},
        {"identifier": "I-17", "identifierType": "publisherId"},
    ],
    "url": "https://invented.example/1",
    "subjects": [{"subject": "Nerves"}, {"subject": "616.8", "subjectScheme": "DDC"}],
    "rightsList": [{"rights": "CC BY", "rightsUri": "https://l.example/by"}, {"rights": "All <i>rights</i>"}],
    "fundingReferences": [
        {"funderName": "Agency", "funderIdentifier": "https://doi.org/10.13039/1", "awardNumber": "A1"},
        {"funderName": "Other", "funderIdentifier": "https://ror.org/05bp8ka05"},
    ],
    "creators": [
        {"name": "Quimby, Ada", "nameType": "Personal", "givenName": "Ada", "familyName": "Quimby",
         "affiliation": ["Here", {"name": "There &amp; here"}], "nameIdentifiers": [
             {"nameIdentifier": "https://ror.org/05bp8ka05", "nameIdentifierScheme": "ROR"},
             {"nameIdentifier": "https://orcid.org/0000-0002-1825-0097", "nameIdentifierScheme": "ORCID"}]},
        {"name": "Orlov, Boris (An Invented University)", "nameType": "Personal"},
        {"name": "An Invented Group (AIG)", "nameType": "Organizational"},
        {"name": "(:Unav)"},
    ],
    "contributors": [
        {"name": "Zabel, Carla", "contributorType": "Editor"},
        {"name": "Yarrow, Dana", "contributorType": "Translator"},
        {"name": "Somebody, Else", "contributorType": "HostingInstitution"},
    ],
    "titles": [
        {"title": "Ein erfundener Titel", "titleType": "TranslatedTitle"},
        {"title": "An <i>invented</i> title."},
        {"title": "and what it means", "titleType": "Subtitle"},
    ],
    "publisher": {"name": "An invented repository"},
    "container": {
        "type": "Journal",
        "title": "Invented Letters",
        "volume": "3",
        "issue": "2",
        "firstPage": "17",
        "lastPage": "21",
        "identifier": "1234567x",
        "identifierType": "ISSN",
    },
    "publicationYear": 2020,
    "dates": [
        {"date": "2019-12-01", "dateType": "Available"},
        {"date": "2020-03-12T10:00:00Z", "dateType": "Issued"},
        {"date": "2019-11", "dateType": "Submitted"},
        {"date": "2004-03-02/2005-06-02", "dateType": "Collected"},
        {"date": "soon", "dateType": "Accepted"},
    ],
    "language": "EN",
    "types": {"resourceTypeGeneral": "JournalArticle", "resourceType": "Research paper", "citeproc": "article"},
    "relatedIdentifiers": [
        {"relationType": "IsNewVersionOf", "relatedIdentifier": "10.5555/invented.0", "relatedIdentifierType": "DOI"},
        {"relationType": "IsPreviousVersionOf", "relatedIdentifier": "https://doi.org/10.5555/INVENTED.2",
         "relatedIdentifierType": "DOI"},
        {"relationType": "References", "relatedIdentifier": "10.5555/other", "relatedIdentifierType": "DOI"},
        {"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/concept", "relatedIdentifierType": "DOI"},
        {"relationType": "IsNewVersionOf", "relatedIdentifier": "https://x.invalid", "relatedIdentifierType": "URL"},
        {"relationType": "IsSupplementTo", "relatedIdentifier": "10.5555/paper", "relatedIdentifierType": "DOI"},
        {"relationType": "HasVersion", "relatedIdentifier": "10.5555/v9", "relatedIdentifierType": "DOI"},
    ],
    "descriptions": [
        {"description": "How it was made.", "descriptionType": "Methods"},
        {"description": "<p>Nothing here is real.</p>", "descriptionType": "Abstract"},
    ],
}  # fmt: skip


def made(**values: object) -> Record:
    return record({**WORK, **values})


def test_a_whole_record() -> None:
    assert record(WORK) == Record(
        format=1,
        source="datacite",
        id="doi:10.5555/invented.1",
        ids=Ids(doi="10.5555/invented.1", isbn=("9780306406157",)),
        fields=Fields(
            type="article-journal",
            title="An invented title: and what it means",
            author=(Name("Quimby", "Ada"), Name("Orlov", "Boris"), Name(literal="An Invented Group (AIG)")),
            editor=(Name("Zabel", "Carla"),),
            translator=(Name("Yarrow", "Dana"),),
            container_title="Invented Letters",
            publisher="An invented repository",
            issued=Date(date_parts=((2020, 3, 12),)),
            volume="3",
            issue="2",
            page="17-21",
            language="en",
        ),
        other_ids=("publisherid:I-17",),
        authors=(Author("0000-0002-1825-0097", ("Here", "There & here")), Author(), Author()),
        dates=Dates(electronic=Date(date_parts=((2019, 12, 1),))),
        history=(
            Event("received", Date(date_parts=((2019, 11),))),
            Event("collected", Date(date_parts=((2004, 3, 2),))),
        ),
        pages=Pages("17-21", "17", "21"),
        issn=("1234-567X",),
        types=("JournalArticle", "Research paper"),
        keywords=("Nerves", "616.8"),
        keyword_lists=(KeywordList("DDC", ("616.8",)),),
        abstract=(Section("Nothing here is real."),),
        other_abstracts=(Abstract((Section("How it was made."),), "Methods"),),
        grants=(Grant("A1", "Agency", funder="10.13039/1"), Grant(agency="Other")),
        copyright="All rights",
        licences=(Licence("https://l.example/by"),),
        links=(Link("https://invented.example/1"),),
        relations=(
            Relation("update", "of", Ids(doi="10.5555/invented.0")),
            Relation("update", "in", Ids(doi="10.5555/invented.2")),
            Relation("version", "of", Ids(doi="10.5555/concept")),
            Relation("supplement", "of", Ids(doi="10.5555/paper")),
        ),
    )


@pytest.mark.parametrize(
    ("general", "guessed", "kind"),
    [
        ("Dataset", "dataset", "dataset"),
        ("Software", "article", "software"),
        ("Preprint", "article", "article"),
        ("BookChapter", "article", "chapter"),
        ("Dissertation", "thesis", "thesis"),
        ("Text", "report", "report"),
        ("Text", "article", "document"),
        ("Other", "article", "document"),
        (None, None, "document"),
    ],
)
def test_the_type_is_the_general_one_or_else_datacites_guess(general: str, guessed: str, kind: str) -> None:
    assert made(types={"resourceTypeGeneral": general, "citeproc": guessed}).fields.type == kind


def test_the_paper_that_a_preprint_became_has_another_prefix() -> None:
    ties = [
        {"relationType": relation, "relatedIdentifier": doi, "relatedIdentifierType": "DOI"}
        for relation, doi in (("IsVersionOf", "10.1000/paper"), ("IsPreviousVersionOf", "10.5555/invented.1.v2"))
    ]
    assert made(types={"resourceTypeGeneral": "Preprint"}, relatedIdentifiers=ties).relations == (
        Relation("preprint", "of", Ids(doi="10.1000/paper")),
        Relation("update", "in", Ids(doi="10.5555/invented.1.v2")),
    )


def test_a_paper_of_arxiv_has_both_of_its_names_and_is_a_preprint() -> None:
    found = made(doi="10.48550/arXiv.2101.00001", types={"resourceTypeGeneral": "Text"})
    assert (found.ids.doi, found.ids.arxiv, found.fields.type) == (
        "10.48550/arxiv.2101.00001",
        "2101.00001",
        "article",
    )


@pytest.mark.parametrize(
    ("year", "issued", "found"),
    [
        (2020, "2020-03", (2020, 3)),
        (2020, "2019-12-31", (2020,)),
        ("2020", "2004-03-02/2005-06-02", (2020,)),
        (None, "2004-03-02/2005-06-02", (2004, 3, 2)),
        (2020, "soon", (2020,)),
    ],
)
def test_a_day_of_another_year_than_that_of_publication_is_not_the_one_to_cite(
    year: object, issued: str, found: tuple[int, ...]
) -> None:
    dates = [{"date": issued, "dateType": "Issued"}]
    assert made(publicationYear=year, dates=dates).fields.issued == Date(date_parts=(found,))


def test_what_is_no_page_is_left_out() -> None:
    pages = [
        made(container={"type": "Journal", "title": "J", "firstPage": page}).fields.page
        for page in ("e12", "No 1-2 (2018)", "Invented Letters", "S17")
    ]
    assert pages == ["e12", "", "", "S17"]


def works(found: object) -> Iterator[dict[str, object]]:
    if isinstance(found, dict) and "doi" in found and "titles" in found:
        yield found
    elif isinstance(found, dict | list):
        for one in found.values() if isinstance(found, dict) else found:
            yield from works(one)


@pytest.mark.parametrize("name", sorted(path.name for path in RECORDED.glob("*")))
def test_every_recorded_work_is_read(shared: Path, name: str) -> None:
    text = (shared / "recorded/datacite" / name).read_text("utf-8")
    lines = text.splitlines() if name.endswith(".jsonl") else [text]
    listed = [work for line in lines for work in works(json.loads(line))]
    if not listed:
        pytest.skip("the answer holds no work in the form that is asked for")
    for work in listed:
        found = record(work)
        assert msgspec.json.decode(msgspec.json.encode(found), type=Record) == found
        assert found.id == f"doi:{str(work['doi']).lower()}"
        titles = [words(str(title["title"])) for title in work["titles"]]  # type: ignore[attr-defined]
        assert any(set(title) & set(words(found.fields.title)) for title in titles if title) or not any(titles)
        year = int(str(work.get("publicationYear") or 0))
        assert (found.fields.issued.year if found.fields.issued else 0) == year


FIELDS = {
    "bibaudit_datacite_arxiv_preprint.json": (
        Ids(doi="10.48550/arxiv.1706.03762", arxiv="1706.03762"),
        ("article", "Attention Is All You Need", "Vaswani", 8, (2017,), "", ""),
    ),
    "bibaudit_datacite_journal_article.json": (
        Ids(doi="10.24377/dteij.article3641"),
        ("article-journal", "The Name You Can Say Isn’t the Real Name", "McLain", 1, (2026, 7, 29), "323-343", "en"),
    ),
    "fatcat_doc_00.json": (
        Ids(doi="10.1007/s10870-008-9413-z"),
        ("article-journal", "Synthesis and Crystal Structure", "Li", None, (2008, 5, 30), "927-930", ""),
    ),
}


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_of_recorded_works(shared: Path, name: str) -> None:
    (work,) = works(json.loads((shared / "recorded/datacite" / name).read_text("utf-8")))
    ids, (kind, title, family, count, issued, page, language) = FIELDS[name]
    found = record(work).fields
    assert (record(work).ids, found.type, found.title[: len(title)], found.author[0].family) == (
        ids,
        kind,
        title,
        family,
    )
    assert (found.issued, found.page, found.language) == (Date(date_parts=(issued,)), page, language)
    assert count in (None, len(found.author))


@pytest.mark.parametrize(("general", "version"), [("Software", "v2.1"), ("Dataset", "v2.1"), ("Preprint", "")])
def test_the_version_is_that_of_software_and_data(general: str, version: str) -> None:
    """A preprint is cited whichever of its versions was read."""
    said = {"doi": "10.5555/a", "types": {"resourceTypeGeneral": general}, "version": "v2.1"}
    assert record(said).fields.version == version
