"""Findings as SARIF 2.1.0, held against what its schema asks for; every finding is invented."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from cluneal_lit import findings
from cluneal_lit.findings import CATALOGUE
from cluneal_lit.model import Decision, Finding, Place, Told
from cluneal_lit.outputs import sarif

VALUES = {"field": "volume", "cited": "21", "source": "PubMed", "found": "12"}
FOUND = Finding("LIT404", "my docs/nötes:1.md", Place(line=10, column=4), values=VALUES)
SLIDE = Finding("LIT404", "talk.pptx", Place(slide=3), values=VALUES)
NOWHERE = Finding("LIT404", values=VALUES)


def log(*told: Told, folder: str = "") -> Any:
    return json.loads(msgspec.json.encode(sarif.log(told, folder)))


def faults(answer: Any) -> list[str]:
    """What the schema would refuse: its required properties and closed lists of words, as far as a log has them."""
    (run,) = answer["runs"]
    rules = run["tool"]["driver"]["rules"]
    found = [] if answer["version"] == "2.1.0" else ["version"]
    found += [] if run["tool"]["driver"]["name"] else ["driver.name"]
    found += [] if len({rule["id"] for rule in rules}) == len(rules) else ["a rule twice"]
    found += [] if run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints") else ["columnKind"]
    levels = {"none", "note", "warning", "error"}
    for rule in rules:
        texts = [rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")]
        found += [] if all(texts) and rule["defaultConfiguration"]["level"] in levels else [rule["id"]]
    for result in run["results"]:
        (location,) = result["locations"]
        region = location["physicalLocation"].get("region", {"startLine": 1})
        whole = (
            rules[result["ruleIndex"]]["id"] == result["ruleId"]
            and result["level"] in levels
            and result["message"]["text"]
            and location["physicalLocation"]["artifactLocation"]["uri"]
            and all(isinstance(value, int) and value >= 1 for value in region.values())
            and all(isinstance(value, str) for value in result["partialFingerprints"].values())
            and result.get("baselineState", "new") in ("new", "unchanged", "updated", "absent")
            and all(one["kind"] in ("inSource", "external") for one in result.get("suppressions", ()))
        )
        found += [] if whole else [json.dumps(result)]
    return found


def test_a_log_is_what_the_schema_asks_for_and_its_rules_are_the_catalogue() -> None:
    answer = log(Told(FOUND), Told(SLIDE), Told(NOWHERE))
    assert faults(answer) == []
    (run,) = answer["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(CATALOGUE)
    assert faults({**answer, "version": "2.0"}) == ["version"]


def test_a_result_says_rule_level_message_place_and_the_id_of_the_finding() -> None:
    (result,) = log(Told(FOUND), folder="pages/")["runs"][0]["results"]
    assert result == {
        "ruleId": "LIT404",
        "ruleIndex": list(CATALOGUE).index("LIT404"),
        "level": "warning",
        "message": {"text": "volume: the document has 21, PubMed has 12\nCorrect the volume in the document."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "pages/my%20docs/n%C3%B6tes%3A1.md"},
                    "region": {"startLine": 10, "startColumn": 4},
                }
            }
        ],
        "partialFingerprints": {"clunealLitFinding/v1": findings.identity(FOUND)},
    }


def test_what_has_no_line_or_no_document_has_a_place_all_the_same() -> None:
    slide, nowhere = (one["locations"] for one in log(Told(SLIDE), Told(NOWHERE))["runs"][0]["results"])
    assert slide == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "talk.pptx"}},
            "logicalLocations": [{"fullyQualifiedName": "slide 3"}],
        }
    ]
    assert nowhere == [{"physicalLocation": {"artifactLocation": {"uri": "cluneal-lit.toml"}}}]


def test_what_does_not_count_says_why() -> None:
    waiver = Decision("waive", "LIT404-0123456789", reason="a slip of PubMed")
    answer = log(Told(FOUND, waiver), Told(FOUND, is_known=True))
    waived, known = answer["runs"][0]["results"]
    assert waived["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "a slip of PubMed"}]
    assert (known["baselineState"], "suppressions" in known) == ("unchanged", False)
    assert faults(answer) == []


def test_a_page_of_the_web_is_named_by_its_address() -> None:
    finding = Finding(
        "LIT202",
        "https://page.example/a?b=1",
        Place(1, 2),
        values={"id": "pmid:1", "answer": "no", "meant": "", "where": "x"},
    )
    (result,) = sarif.log((Told(finding),), "docs/")["runs"][0]["results"]  # type: ignore[index]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "https://page.example/a?b=1"}
