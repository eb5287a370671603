"""PubMed's XML is read as Bio.Entrez reads it, field by field, wherever Bio.Entrez can read it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from Bio import Entrez

from cluneal_lit import dates, identifiers
from cluneal_lit.folding import one_line
from cluneal_lit.model import Date, Name, Record
from cluneal_lit.names import ET_AL
from cluneal_lit.sources.pubmed_relations import KINDS
from cluneal_lit.sources.pubmed_xml import LANGUAGES
from tests.conftest import SHARED
from tests.sources.test_recorded_answers import PUBMED, articles

INDEX_TIMES = {"pubmed", "medline", "entrez", "pmc", "pubmedr", "premedline"}


@pytest.mark.parametrize("name", PUBMED)
def test_pubmed_is_read_as_bio_entrez_reads_it(shared: Any, name: str) -> None:
    with (SHARED / "recorded/pubmed-xml" / name).open("rb") as file:
        try:
            found = Entrez.read(file)
        except (ValueError, Entrez.Parser.NotXMLError, RuntimeError, OSError) as error:
            pytest.skip(f"Bio.Entrez cannot read it: {error}")
    if not isinstance(found, dict) or "PubmedArticle" not in found:
        pytest.skip("not a set of articles")
    ours = {record.ids.pmid: record for record in articles(shared, name)}
    for theirs in found["PubmedArticle"]:
        if "PMID" in theirs["MedlineCitation"]:
            record = ours[str(theirs["MedlineCitation"]["PMID"])]
            assert _ours(record) == _theirs(theirs)


def _ours(record: Record) -> dict[str, object]:
    fields, journal, state = record.fields, record.journal, record.state
    assert journal and state
    return {
        "title": (fields.title, fields.original_title),
        "authors": [name for name in fields.author if name != ET_AL],
        "orcids": sorted({author.orcid for author in record.authors} - {""}),
        "affiliations": [place for author in record.authors for place in author.affiliations],
        "equal": sum(author.equal for author in record.authors),
        "journal": (fields.container_title, fields.container_title_short, journal.abbreviation, journal.id),
        "issn": (journal.issn_print or journal.issn_electronic, journal.issn_linking, journal.country),
        "volume": (fields.volume, fields.issue, state.medium, state.model, state.record, state.indexing),
        "pages": record.pages.as_written if record.pages else "",
        "dates": _years(record),
        "history": [(event.kind, dates.iso(event.date)) for event in record.history],
        "publication": state.publication,
        "abstract": [(part.label, part.text, part.category) for part in record.abstract],
        "other": [(one.kind, [part.text for part in one.sections]) for one in record.other_abstracts],
        "languages": record.languages or (fields.language,),
        "types": record.types,
        "mesh": [(one.term, one.id, one.qualifiers, one.starred, one.major) for one in record.mesh],
        "substances": [(one.name, one.number, one.id) for one in record.substances],
        "keywords": record.keywords,
        "relations": [(one.text, one.ids.pmid, one.note) for one in record.relations if one.kind != "other-id"],
        "kinds": {one.kind for one in record.relations} - {"other-id", "preprint"} <= set(KINDS.values()),
        "doi": record.ids.doi,
        "pmcid": record.ids.pmcid,
        "grants": [(one.number, one.agency, one.acronym, one.country) for one in record.grants],
        "deposits": [(one.bank, one.numbers) for one in record.deposits],
        "conflict": record.conflict_of_interest,
    }


def _theirs(theirs: Any) -> dict[str, object]:
    citation, data = theirs["MedlineCitation"], theirs["PubmedData"]
    article, info = citation["Article"], citation["MedlineJournalInfo"]
    journal, issue = article["Journal"], article["Journal"]["JournalIssue"]
    people = [one for one in article.get("AuthorList", []) if one.attributes.get("ValidYN") != "N"]
    abstract = article.get("Abstract", {})
    return {
        "title": _titles(article),
        "authors": [_name(one) for one in people],
        "orcids": sorted({identifiers.orcid(text(orcid)) for one in people for orcid in one["Identifier"]} - {""}),
        "affiliations": [
            text(place["Affiliation"])
            for one in people
            for place in one["AffiliationInfo"]
            if text(place["Affiliation"])
        ],
        "equal": sum(one.attributes.get("EqualContrib") == "Y" for one in people),
        "journal": (
            text(journal.get("Title")),
            text(info.get("MedlineTA")),
            text(journal.get("ISOAbbreviation")),
            text(info.get("NlmUniqueID")),
        ),
        "issn": (text(journal.get("ISSN")), text(info.get("ISSNLinking")), text(info.get("Country"))),
        "volume": (
            text(issue.get("Volume")),
            text(issue.get("Issue")),
            issue.attributes["CitedMedium"],
            article.attributes["PubModel"],
            citation.attributes["Status"],
            citation.attributes.get("IndexingMethod", ""),
        ),
        "pages": _pages(article),
        "dates": _their_years(article, issue),
        "history": [
            (one.attributes["PubStatus"], _day(one))
            for one in data.get("History", [])
            if one.attributes["PubStatus"] not in INDEX_TIMES
        ],
        "publication": text(data["PublicationStatus"]),
        "abstract": [_part(part) for part in abstract.get("AbstractText", []) if text(part)],
        "other": [
            (one.attributes["Type"], [text(part) for part in one["AbstractText"] if text(part)])
            for one in citation.get("OtherAbstract", [])
            if any(text(part) for part in one["AbstractText"])
        ],
        "languages": tuple(LANGUAGES.get(code, code) for code in article.get("Language", []) if code != "und") or ("",),
        "types": tuple(dict.fromkeys(text(kind) for kind in article["PublicationTypeList"])),
        "mesh": [_heading(one) for one in citation.get("MeshHeadingList", [])],
        "substances": [
            (
                text(one["NameOfSubstance"]),
                text(one["RegistryNumber"]).removeprefix("0")
                if one["RegistryNumber"] == "0"
                else one["RegistryNumber"],
                one["NameOfSubstance"].attributes["UI"],
            )
            for one in citation.get("ChemicalList", [])
        ],
        "keywords": tuple(
            dict.fromkeys(text(key) for keys in citation.get("KeywordList", []) for key in keys if text(key))
        ),
        "relations": [
            (text(one["RefSource"]), text(one.get("PMID")), text(one.get("Note")))
            for one in citation.get("CommentsCorrectionsList", [])
            if one.attributes["RefType"] != "Cites"
        ],
        "kinds": True,
        "doi": _id(data, "doi").lower() or _located(article),
        "pmcid": (re.findall(r"PMC\d+", _id(data, "pmc")) or [""])[0],
        "grants": [
            tuple(text(one.get(key)) for key in ("GrantID", "Agency", "Acronym", "Country"))
            for one in article.get("GrantList", [])
        ],
        "deposits": [
            (text(one["DataBankName"]), tuple(dict.fromkeys(map(text, one.get("AccessionNumberList", [])))))
            for one in article.get("DataBankList", [])
        ],
        "conflict": text(citation.get("CoiStatement")),
    }


def text(value: object) -> str:
    """Bio.Entrez keeps markup as markup."""
    return (
        one_line(re.sub(r"</?(?:i|b|u|sup|sub|none|(?:mml:)?m[a-z]+)(?: [^<>]*)?/?>", "", str(value)))
        if value is not None
        else ""
    )


def _titles(article: Any) -> tuple[str, str]:
    title, original = (
        re.sub(r"(?<!\.)\.$", "", text(article.get(key))).rstrip() for key in ("ArticleTitle", "VernacularTitle")
    )
    return (original, "") if not title or title == "[Not Available]" else (title, original)


def _name(person: Any) -> Name:
    if "CollectiveName" in person:
        return Name(literal=text(person["CollectiveName"]))
    given = text(person.get("ForeName", person.get("Initials")))
    return Name(
        text(person.get("LastName")) or given, given if person.get("LastName") else "", "", text(person.get("Suffix"))
    )


def _pages(article: Any) -> str:
    said = article.get("Pagination", {})
    return text(said.get("MedlinePgn")) or "-".join(text(said[key]) for key in ("StartPage", "EndPage") if key in said)


def _part(part: Any) -> tuple[str, str, str]:
    label, category = (part.attributes.get(key, "") for key in ("Label", "NlmCategory"))
    return (
        label if label != "UNLABELLED" else "",
        text(part),
        category if category not in ("UNASSIGNED", "UNLABELLED") else "",
    )


def _heading(heading: Any) -> tuple[object, ...]:
    term, qualifiers = heading["DescriptorName"], heading["QualifierName"]
    starred = tuple(text(one) for one in qualifiers if one.attributes["MajorTopicYN"] == "Y")
    major = bool(starred) or term.attributes["MajorTopicYN"] == "Y"
    return text(term), term.attributes["UI"], tuple(map(text, qualifiers)), starred, major


def _years(record: Record) -> set[int | None]:
    days = (record.dates.print, record.dates.electronic) if record.dates else ()
    return {day.year for day in days if day}


def _their_years(article: Any, issue: Any) -> set[int | None]:
    said = issue["PubDate"]
    years = {int(said.get("Year") or said["MedlineDate"][:4])}
    return years | {int(day["Year"]) for day in article.get("ArticleDate", [])}


def _day(said: Any) -> str:
    return dates.iso(dates.from_parts(said["Year"], said["Month"], said["Day"]) or Date())


def _id(data: Any, kind: str) -> str:
    return next((str(one) for one in data["ArticleIdList"] if one.attributes["IdType"] == kind), "")


def _located(article: Any) -> str:
    places = (one for one in article.get("ELocationID", []) if one.attributes["EIdType"] == "doi")
    return next((str(one).lower() for one in places if one.attributes["ValidYN"] != "N"), "")
