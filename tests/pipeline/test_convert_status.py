"""What became of a work is told in every format that `convert` writes, whatever it was read in. All works, files and
notices are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cluneal_lit import dates
from cluneal_lit.entries.status import status
from cluneal_lit.formats import notices
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Date, Ids, Record, Status
from cluneal_lit.pipeline import convert, dedupe
from cluneal_lit.store import bibliographies

FORMS = list(WRITERS)
KINDS = ("retracted", "withdrawn", "partially-retracted", "concern", "corrected", "republished", "reinstated")
NOTICE = "J Invent. 2020 May 4;7(5):99-101. doi: 10.5555/s0140-6736(20)31324-6_a. PMID: 99999902"
IDS = Ids(pmid="99999902", doi="10.5555/s0140-6736(20)31324-6_a")
# How each format says a status with its notice, and how it says no more than that a work was retracted.
SAID = {
    "a.bib": "@article{muster2019, title = {Nerves}, year = {2019}, note = {%s}}",
    "a.ris": "TY  - JOUR\nID  - muster2019\nTI  - Nerves\nPY  - 2019\nN1  - %s\nER  - \n",
    "a.nbib": "PMID- 99999901\nTI  - Nerves\nDP  - 2019\nGN  - %s\n",
    "a.json": '[{"id": "muster2019", "type": "article-journal", "title": "Nerves", "note": "%s"}]',
    "a.xml": "<xml><records><record><titles><title>Nerves</title></titles><notes>%s</notes></record></records></xml>",
    "a.enw": "%%0 Journal Article\n%%T Nerves\n%%D 2019\n%%Z %s\n",
    "a.csv": 'id,title,year,notes\nmuster2019,Nerves,2019,"%s"\n',
}
BARE = {
    "a.bib": "@article{muster2019, title = {Nerves}, keywords = {Retracted Publication, nerves}}",
    "a.ris": "TY  - JOUR\nTI  - Nerves\nM3  - Retracted Publication\nER  - \n",
    "a.nbib": "PMID- 99999901\nOWN - NLM\nTI  - Nerves\nPT  - Journal Article\nPT  - Retracted Publication\n",
    "a.json": '[{"id": "muster2019", "type": "article-journal", "title": "Nerves", "status": "retracted"}]',
    "a.xml": '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>RETRACTED: Nerves'
    "</title></titles></record></records></xml>",
    "a.enw": "%0 Journal Article\n%T Nerves\n%K retracted article\n",
    "a.csv": "id,title,Document Type\nmuster2019,Nerves,Retracted\n",
    "savedrecs.txt": "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Nerves\n"
    "DT Article; Retracted Publication\nUT WOS:000000000000001\nER\n\nEF\n",
}
TAGS = {"retracted": "RIN", "concern": "ECI", "corrected": "EIN", "superseded": "UIN", "republished": "RRI"}
REFERENCES = {
    "retracted": "RetractionIn",
    "concern": "ExpressionOfConcernIn",
    "corrected": "ErratumIn",
    "superseded": "UpdateIn",
    "republished": "RetractedandRepublishedIn",
}
PUBMED = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99999901</PMID><Article><Journal><Title>J Invent Find"
    "</Title><JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue></Journal><ArticleTitle>Nerves."
    "</ArticleTitle></Article><CommentsCorrectionsList><CommentsCorrections RefType='%s'><RefSource>J Invent. 2020 May"
    " 4;7(5):99-101. doi: 10.5555/s0140-6736(20)31324-6_a.</RefSource><PMID>99999902</PMID></CommentsCorrections>"
    "</CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)


def converted(text: str, name: str, form: str) -> str:
    done = convert.converted([dedupe.File(name, text.encode)], form)
    assert done.findings == ()
    return done.content.decode()


def read(text: str, name: str) -> Record:
    ((record,), told) = bibliographies.read(text.encode(), name)
    assert told == ()
    return record


def dated(stated: Status) -> str:
    return f" {dates.words(stated.date)}" if stated.date else ""


def held(text: str, name: str, form: str) -> tuple[Status, Status]:
    """The status that a file gives its work, and the one that is read from what it becomes in a format.

    What it becomes is written again byte for byte, and says the status in words, as a keyword, and where CSL has it.
    """
    there = converted(text, name, form)
    told = f"b{WRITERS[form].suffix}"
    assert converted(there, told, form) == there
    record, stated = read(there, told), status((read(text, name),))
    assert str(record.custom).count(f"{notices.label(stated).upper()}{dated(stated)}.") == 1
    assert stated.name in record.keywords
    if form == "csl":
        assert json.loads(there)[0]["status"] == stated.name
    return stated, status((record,))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAID)
def test_a_status_is_told_with_its_day_and_its_notice(name: str, form: str, kind: str) -> None:
    given = Status(kind, Date(((2020, 5, 4),)), IDS, NOTICE)
    stated, there = held(SAID[name] % notices.sentence(given), name, form)
    assert (there.name, there.date, there.notice, there.text) == (kind, given.date, IDS, stated.text)
    assert notices.place(there.text, there.notice) == NOTICE


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", BARE)
def test_a_work_that_was_retracted_nobody_says_when_is_told_to_be(name: str, form: str) -> None:
    stated, there = held(BARE[name], name, form)
    assert (stated.name, there) == ("retracted", stated)


@pytest.mark.parametrize("kind", TAGS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["a.nbib", "a.xml"])
def test_what_pubmed_says_with_a_tag_is_told(name: str, form: str, kind: str) -> None:
    said = f"PMID- 99999901\nOWN - NLM\nTI  - Nerves\n{TAGS[kind]} - {NOTICE}\n"
    text = said if name == "a.nbib" else PUBMED % REFERENCES[kind]
    stated, there = held(text, name, form)
    assert (there.name, there.date, there.notice) == (kind, Date(((2020, 5, 4),)), IDS)
    assert notices.sentence(there) == notices.sentence(stated)


@pytest.mark.parametrize("form", FORMS)
def test_recorded_works_keep_their_status(form: str, shared: Path) -> None:
    """Real exports of PubMed, with a retraction, an expression of concern and an erratum."""
    for path in sorted((shared / "recorded" / "medline").glob("bibaudit_*.txt")):
        given, _ = bibliographies.read(path.read_bytes(), path.name)
        there = converted(path.read_text("utf-8"), path.name, form)
        back, _ = bibliographies.read(there.encode(), f"b{WRITERS[form].suffix}")
        stated = [[status((one,)) for one in records] for records in (given, back)]
        first, second = ([(one.name, one.date, one.notice) for one in statuses] for statuses in stated)
        assert first == second
