"""PubMed's XML is read as Bio.Entrez reads it, field by field, wherever Bio.Entrez can read it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from Bio import Entrez

from cluneal_lit import dates, identifiers, languages
from cluneal_lit.folding import one_line
from cluneal_lit.model import Author, Date, Name, Record
from cluneal_lit.names import ET_AL
from tests.conftest import SHARED
from tests.sources.test_recorded_answers import PUBMED, articles

INDEX_TIMES = {"pubmed", "medline", "entrez", "pmc", "pubmedr", "premedline"}
TIES = {
    "AssociatedDataset": ("dataset", "in"),
    "AssociatedPublication": ("publication", "in"),
    "CommentIn": ("comment", "in"),
    "CommentOn": ("comment", "of"),
    "CorrectedandRepublishedFrom": ("corrected-republication", "of"),
    "CorrectedandRepublishedIn": ("corrected-republication", "in"),
    "ErratumFor": ("correction", "of"),
    "ErratumIn": ("correction", "in"),
    "ExpressionOfConcernFor": ("concern", "of"),
    "ExpressionOfConcernIn": ("concern", "in"),
    "OriginalReportIn": ("original-report", "in"),
    "ReprintIn": ("reprint", "in"),
    "ReprintOf": ("reprint", "of"),
    "RepublishedFrom": ("reissue", "of"),
    "RepublishedIn": ("reissue", "in"),
    "RetractedandRepublishedFrom": ("republication", "of"),
    "RetractedandRepublishedIn": ("republication", "in"),
    "RetractionIn": ("retraction", "in"),
    "RetractionOf": ("retraction", "of"),
    "SummaryForPatientsIn": ("summary-for-patients", "in"),
    "UpdateIn": ("update", "in"),
    "UpdateOf": ("update", "of"),
}


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
        "authors": list(fields.author),
        "beyond": [
            (one.orcid, one.affiliations, one.equal) for one in record.authors or [Author()] * len(fields.author)
        ],
        "about": list(record.about),
        "journal": (fields.container_title, fields.container_title_short, journal.abbreviation, journal.id),
        "issn": (journal.issn_print, journal.issn_electronic, journal.issn_linking, journal.country, record.issn),
        "volume": (fields.volume, fields.issue, state.medium, state.model, state.record, state.indexing),
        "pages": record.pages.as_written if record.pages else "",
        "dates": {dates.words(day) for day in _days(record)},
        "issued": dates.words(fields.issued),
        "history": [(event.kind, dates.iso(event.date)) for event in record.history],
        "publication": state.publication,
        "abstract": [(part.label, part.text, part.category) for part in record.abstract],
        "copyright": record.copyright,
        "other": [
            (one.kind, one.language, one.copyright, [(part.label, part.text, part.category) for part in one.sections])
            for one in record.other_abstracts
        ],
        "languages": record.languages or (fields.language,),
        "language": fields.language,
        "types": record.types,
        "type": fields.type,
        "status": record.status,
        "mesh": [(one.term, one.id, one.qualifiers, one.starred, one.major) for one in record.mesh],
        "substances": [(one.name, one.number, one.id) for one in record.substances],
        "supplementary": record.supplementary,
        "keywords": record.keywords,
        "keyword lists": [(one.owner, one.words, one.major) for one in record.keyword_lists],
        "remarks": record.remarks,
        "relations": [
            (one.kind, one.direction, one.text, one.ids.pmid, one.note)
            for one in record.relations
            if one.kind != "other-id"
        ],
        "doi": record.ids.doi,
        "pmcid": record.ids.pmcid,
        "other ids": record.other_ids,
        "grants": [(one.number, one.agency, one.acronym, one.country) for one in record.grants],
        "deposits": [(one.bank, one.numbers) for one in record.deposits],
        "conflict": record.conflict_of_interest,
    }


def _theirs(theirs: Any) -> dict[str, object]:
    citation, data = theirs["MedlineCitation"], theirs["PubmedData"]
    article, info = citation["Article"], citation["MedlineJournalInfo"]
    journal, issue = article["Journal"], article["Journal"]["JournalIssue"]
    people = [one for one in article.get("AuthorList", []) if one.attributes.get("ValidYN") != "N"]
    cut = getattr(article.get("AuthorList"), "attributes", {}).get("CompleteYN") == "N"
    abstract = article.get("Abstract", {})
    types = tuple(dict.fromkeys(text(kind) for kind in article["PublicationTypeList"]))
    spoken = tuple(languages.code(code) for code in article.get("Language", []) if code != "und")
    return {
        "title": _titles(article),
        "authors": [_name(one) for one in people] + [ET_AL] * cut,
        "beyond": [_beyond(one) for one in people] + [("", (), False)] * cut,
        "about": [_name(one) for one in citation.get("PersonalNameSubjectList", [])],
        "journal": (
            text(journal.get("Title")),
            text(info.get("MedlineTA")),
            text(journal.get("ISOAbbreviation")),
            text(info.get("NlmUniqueID")),
        ),
        "issn": _issns(journal, info),
        "volume": (
            text(issue.get("Volume")),
            text(issue.get("Issue")),
            issue.attributes["CitedMedium"],
            article.attributes["PubModel"],
            citation.attributes["Status"],
            citation.attributes.get("IndexingMethod", ""),
        ),
        "pages": _pages(article),
        "dates": _their_days(article, issue),
        "issued": _leading(article, issue),
        "history": [
            (one.attributes["PubStatus"], _day(one))
            for one in data.get("History", [])
            if one.attributes["PubStatus"] not in INDEX_TIMES
        ],
        "publication": text(data["PublicationStatus"]),
        "abstract": [_part(part) for part in abstract.get("AbstractText", []) if text(part)],
        "copyright": text(abstract.get("CopyrightInformation")),
        "other": [
            (
                one.attributes["Type"],
                languages.code(one.attributes["Language"]),
                text(one.get("CopyrightInformation")),
                [_part(part) for part in one["AbstractText"] if text(part)],
            )
            for one in citation.get("OtherAbstract", [])
            if any(text(part) for part in one["AbstractText"])
        ],
        "languages": spoken or ("",),
        "language": (spoken or ("",))[0],
        "types": types,
        "type": "article" if "Preprint" in types else "article-journal",
        "status": "retracted" if "Retracted Publication" in types else "",
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
        "supplementary": tuple(map(text, citation.get("SupplMeshList", []))),
        "keywords": tuple(
            dict.fromkeys(text(key) for keys in citation.get("KeywordList", []) for key in keys if text(key))
        ),
        "keyword lists": [one for keys in citation.get("KeywordList", []) if (one := _keywords(keys))],
        "remarks": tuple(map(text, citation.get("GeneralNote", []))),
        "relations": [
            (*_tie(one, types, info), text(one["RefSource"]), text(one.get("PMID")), text(one.get("Note")))
            for one in citation.get("CommentsCorrectionsList", [])
            if one.attributes["RefType"] != "Cites"
        ],
        "doi": _id(data, "doi").lower() or _located(article),
        "pmcid": (re.findall(r"PMC\d+", _id(data, "pmc")) or [""])[0],
        "other ids": _others(citation, article, data),
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
    if value is None:
        return ""
    written = re.sub(r"<(sup|sub)>([^<>]*)</\1>", lambda found: scripted(found[1], found[2]), str(value))
    return one_line(re.sub(r"</?(?:i|b|u|sup|sub|none|(?:mml:)?m[a-z]+)(?: [^<>]*)?/?>", "", written))


def scripted(kind: str, signs: str) -> str:
    """The signs by the names that Unicode has for them as superscripts or subscripts; as they are without such."""
    names = (unicodedata.name(sign).removeprefix("DIGIT ").replace("HYPHEN-", "") for sign in signs)
    try:
        return "".join([unicodedata.lookup(f"{kind.upper()}ERSCRIPT {name}".replace("SUBER", "SUB")) for name in names])
    except KeyError:
        return signs


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


def _beyond(person: Any) -> tuple[str, tuple[str, ...], bool]:
    orcids = [identifiers.orcid(text(one)) for one in person["Identifier"] if one.attributes["Source"] == "ORCID"]
    places = [text(place["Affiliation"]) for place in person["AffiliationInfo"]]
    told = tuple(dict.fromkeys(place for place in places if place))
    return next(filter(None, orcids), ""), told, person.attributes.get("EqualContrib") == "Y"


def _issns(journal: Any, info: Any) -> tuple[object, ...]:
    number, linking = text(journal.get("ISSN")), text(info.get("ISSNLinking"))
    electronic = bool(number) and journal["ISSN"].attributes["IssnType"] == "Electronic"
    every = tuple(dict.fromkeys(one for one in (number, linking) if one))
    return "" if electronic else number, number if electronic else "", linking, text(info.get("Country")), every


def _keywords(keys: Any) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    owner, words = keys.attributes["Owner"], tuple(dict.fromkeys(text(key) for key in keys if text(key)))
    major = tuple(dict.fromkeys(text(key) for key in keys if key.attributes["MajorTopicYN"] == "Y"))
    return (owner, words, major) if words and (major or owner != "NOTNLM") else None


def _tie(said: Any, types: tuple[str, ...], info: Any) -> tuple[str, str]:
    """Kind and direction. A preprint's update is its publication, unless it stands on the same server; an article that
    is corrected and republished by its type says what was wrong."""
    kind, server = said.attributes["RefType"], f"{text(info.get('MedlineTA'))}.".casefold()
    if kind == "UpdateIn" and "Preprint" in types and not text(said["RefSource"]).casefold().startswith(server):
        return "preprint", "of"
    if kind == "RepublishedFrom" and "Corrected and Republished Article" in types:
        return "corrected-republication", "of"
    return TIES[kind]


def _others(citation: Any, article: Any, data: Any) -> tuple[str, ...]:
    places = [one for one in article.get("ELocationID", []) if one.attributes["ValidYN"] != "N"]
    found = [(one.attributes["IdType"], text(one)) for one in data["ArticleIdList"]]
    found += [(one.attributes["EIdType"], text(one)) for one in places]
    found += [(one.attributes["Source"].lower(), text(one)) for one in citation.get("OtherID", [])]
    kept = {}
    for kind, value in found:
        if kind not in ("pubmed", "doi", "pmc") and not value.startswith("PMC"):
            kept.setdefault(value, kind)
    return tuple(f"{kind}:{value}" for value, kind in kept.items())


def _days(record: Record) -> list[Date]:
    return [day for day in (record.dates.print, record.dates.electronic) if day] if record.dates else []


def _their_days(article: Any, issue: Any) -> set[str]:
    """As printed, of a work that is only electronic the one day of both."""
    printed, online = _printed(issue["PubDate"]), [_printed(day) for day in article.get("ArticleDate", [])]
    if article.attributes["PubModel"] == "Electronic" and (not online or online[0][:4] == printed[:4]):
        return {(online or [printed])[0]}
    return {printed, *online[:1]}


def _leading(article: Any, issue: Any) -> str:
    online = [_printed(day) for day in article.get("ArticleDate", [])]
    first = article.attributes["PubModel"] in ("Electronic", "Electronic-Print", "Electronic-eCollection")
    return online[0] if online and first else _printed(issue["PubDate"])


def _printed(said: Any) -> str:
    """`2018 Mar 28`, whatever the form of the month."""
    if "MedlineDate" in said:
        return text(said["MedlineDate"])
    month = text(said.get("Month"))
    name = dates.MONTHS[int(month) - 1] if month.isdigit() else month
    season = text(said.get("Season")).replace("Fall", "Autumn")
    return " ".join(filter(None, (text(said["Year"]), name, season, text(said.get("Day")).lstrip("0"))))


def _day(said: Any) -> str:
    return dates.iso(dates.from_parts(said["Year"], said["Month"], said["Day"]) or Date())


def _id(data: Any, kind: str) -> str:
    return next((str(one) for one in data["ArticleIdList"] if one.attributes["IdType"] == kind), "")


def _located(article: Any) -> str:
    places = (one for one in article.get("ELocationID", []) if one.attributes["EIdType"] == "doi")
    return next((str(one).lower() for one in places if one.attributes["ValidYN"] != "N"), "")
