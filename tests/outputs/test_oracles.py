"""Citations held against what services wrote themselves, in recorded answers; nothing of these is kept here.

NLM: the `SO` lines of PubMed's own exports in `medline/`, of today's form: those of before 2016 leave the DOI out or
have a publisher's number instead. APA: doi.org's content negotiation, in
`cassettes/habanero_test_content_negotiation_style.yaml`. Of AMA there is no such string: it is tested by its rules.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from cluneal_lit import pages
from cluneal_lit.formats import csl, nbib
from cluneal_lit.formats.nbib import LINE
from cluneal_lit.formats.tagged import entries
from cluneal_lit.model import Entry, Record, Status
from cluneal_lit.outputs import apa, styles

RESULT = re.compile(r"(?<=:)[\w-]+(?=\.(?: |$))")
COMPARED = 5


def entry(record: Record) -> Entry:
    return Entry("k", record.ids, record.fields, Status("none"), "verified", dates=record.dates, pages=record.pages)


def in_full(citation: str) -> str:
    """The citation with its last page written out, as we print it."""
    return RESULT.sub(lambda match: pages.full_range(pages.parse(match[0])), citation, count=1)


def test_nlm_cites_as_pubmed_exports(shared: Path) -> None:
    wanted, found = [], []
    for file in sorted((shared / "recorded" / "medline").glob("bibaudit_*.txt")):
        text = file.read_text(encoding="utf-8")
        for tagged, record in zip(entries(text, LINE, "PMID"), nbib.read(text, file.name)[0], strict=False):
            source = tagged.first("SO")
            if source and record.fields.type == "article-journal":
                title = styles.closed(record.fields.title)
                wanted.append(in_full(source))
                said = styles.nlm(entry(record)).partition(f"{title} ")[2].partition(" PMID:")[0]
                found.append(said.replace(" Spanish.", ""))  # the language is no part of PubMed's source
    assert len(found) >= COMPARED
    assert found == wanted


def test_apa_cites_as_doi_org_does(shared: Path) -> None:
    recorded = shared / "recorded"
    cassette = recorded / "cassettes" / "habanero_test_content_negotiation_style.yaml"
    if not cassette.exists():
        pytest.skip("the recorded citation is not there")
    calls = yaml.safe_load(cassette.read_text(encoding="utf-8"))["interactions"]
    (wanted,) = {
        call["response"]["body"]["string"].strip()
        for call in calls
        if "style = apa" in call["request"]["headers"]["accept"][0] and call["response"]["status"]["code"] == 200
    }
    text = (recorded / "crossref" / "rcrossref_cr_cn_citeproc_json_1.json").read_text(encoding="utf-8")
    (record,) = csl.read(text, "f")[0]
    article = replace(record, fields=replace(record.fields, type="article-journal"))  # Crossref has its own words
    assert apa.apa(entry(article)) == wanted
