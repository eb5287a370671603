"""Findings as SARIF 2.1.0, which code-scanning services read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from cluneal_lit import __version__, findings
from cluneal_lit.findings import CATALOGUE, Rule
from cluneal_lit.model import Finding, Place, Told
from cluneal_lit.outputs import rules, words

Json = dict[str, object]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "clunealLitFinding/v1"  # the finding's id, which a line inserted above does not change
_PLACES = {code: number for number, code in enumerate(CATALOGUE)}


def log(told: Iterable[Told], folder: str = "", elsewhere: str = "cluneal-lit.toml") -> Json:
    """A log of one run, with every rule of the catalogue and a result a finding.

    `folder` goes before the path of each document; what stands in none, and so is about the collection, is told of the
    file `elsewhere`, since services drop results without a place.
    """
    driver = {
        "name": "cluneal-lit",
        "semanticVersion": __version__,
        "version": __version__,
        "rules": [_rule(rule) for rule in CATALOGUE.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, folder, elsewhere) for one in told],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rules.plain(rule.do)},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(one: Told, folder: str, elsewhere: str) -> Json:
    finding = one.finding
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": _PLACES[finding.code],
        "level": findings.rule(finding).level,
        "message": {"text": f"{findings.message(finding)}\n{findings.advice(finding)}"},
        "locations": [_location(finding, folder, elsewhere)],
        "partialFingerprints": {FINGERPRINT: findings.identity(finding)},
    }
    if one.is_known:
        result["baselineState"] = "unchanged"
    if one.waiver:
        reason = {"justification": one.waiver.reason} if one.waiver.reason else {}
        result["suppressions"] = [{"kind": "external", "status": "accepted", **reason}]
    return result


def _location(finding: Finding, folder: str, elsewhere: str) -> Json:
    # A colon in the first part of a relative address would be read as its scheme, so it is escaped like the rest.
    document = finding.document or elsewhere
    is_page = document.lower().startswith(("http://", "https://"))
    physical: Json = {"artifactLocation": {"uri": document if is_page else quote(f"{folder}{document}")}}
    place = finding.place
    if finding.document and place.line:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    location: Json = {"physicalLocation": physical}
    if finding.document and (named := _unlined(place)):
        location["logicalLocations"] = [{"fullyQualifiedName": named}]
    return location


def _unlined(place: Place) -> str:
    """The place in words where it is no line, as on a slide or in a cell."""
    return "" if place.line else words.place(place)
