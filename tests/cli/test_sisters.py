"""Reports of one trial in a closed world; works and trial are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from lxml.builder import E
from msgspec.structs import replace

from tests.cli.project import FINE, call
from tests.services import Notice, Work
from tests.services.works import article, article_set

LATER = replace(
    FINE, title="Invented pain five years after", pmid="90000002", doi="", pmcid="", year=2024, volume="17", pages="1-9"
)
RETRACTED = replace(LATER, notices=(Notice("Retraction", pmid="90000003"),))


def with_number(element: etree._Element, number: str) -> etree._Element:
    """The article with the number of its trial, as PubMed lists it."""
    bank = E.DataBank(E.DataBankName("ClinicalTrials.gov"), E.AccessionNumberList(E.AccessionNumber(number)))
    (language,) = element.iter("Language")
    language.addnext(E.DataBankList(bank))
    return element


@pytest.mark.parametrize(
    ("later", "number", "codes"),
    [(RETRACTED, "NCT01234567", ["LIT507"]), (RETRACTED, "NCT07654321", []), (LATER, "NCT01234567", [])],
)
def test_another_report_of_a_trial_that_was_retracted_is_told(
    tmp_path: Path, later: Work, number: str, codes: list[str]
) -> None:
    articles = [with_number(article(FINE), "NCT01234567"), with_number(article(later), number)]
    (tmp_path / "n.xml").write_bytes(article_set(articles))
    (tmp_path / "n.md").write_text("A block may help (PMID: 90000001).\n", encoding="utf-8")
    told = json.loads(call(tmp_path, "check", "n.md", "--catalogue", "n.xml", "--json").stdout)
    assert [one["code"] for one in told["findings"]] == codes


def test_the_number_may_stand_in_the_abstract(tmp_path: Path) -> None:
    works = [
        {"id": name, "type": "article-journal", "title": title, "PMID": pmid, "status": status}
        | {"abstract": "Registered as NCT01234567."}
        for name, title, pmid, status in (
            ("main", FINE.title, "90000001", "none"),
            ("later", LATER.title, "90000002", "retracted"),
        )
    ]
    (tmp_path / "works.json").write_text(json.dumps(works), encoding="utf-8")
    (tmp_path / "n.md").write_text("A block may help (PMID: 90000001).\n", encoding="utf-8")
    told = json.loads(call(tmp_path, "check", "n.md", "--catalogue", "works.json", "--json").stdout)
    assert [one["message"] for one in told["findings"] if one["code"] == "LIT507"] == [
        "main reports the trial NCT01234567, as later does, which was retracted: no notice is named (the catalogue)"
    ]
