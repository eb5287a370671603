"""The slips in the references of the shared seeds, held against the shared facts, unconfirmed ones included.

What the facts know from memory is marked there; of the abstract of 2010 they say so only in a note, and of no
identifier. Services tell works by one: for them it has an invented DOI.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import call
from tests.services import catalogue, loopback, settings

FROM_MEMORY = {"wisotzky2010": {"issue": "9 Suppl", "page": "S73-S74"}}
INVENTED = {"wisotzky2010": {"DOI": "10.5555/invented.wisotzky2010"}}
OTHERWISE = {"anderson2022": {"id": "anderson2022-crossref", "issue": "3"}}  # what Crossref says of it
SLIPS = {
    "ermis2011": {"authors", "volume"},
    "herring2010": {"no journal", "title"},
    "talu2000": {"authors", "title"},
    "wisotzky2010": {"issue", "pages"},
}


def item(work: dict[str, Any]) -> dict[str, Any]:
    """A work of the facts as a catalogue has it."""
    online = (work["date"]["electronic"] or "")[:4]
    said = {
        "type": "article-journal",
        "title": work["title"],
        "author": [{"family": one["family"], "given": one["given"] or one["initials"]} for one in work["authors"]],
        "container-title": work["journal"]["title"],
        "container-title-short": work["journal"]["nlm_abbreviation"],
        "issued": {"date-parts": [[work["date"]["year"]]]},
        "available-date": {"date-parts": [[int(online)]]} if online else None,
        "volume": work["volume"],
        "issue": work["issue"],
        "page": (work["pages"] or {}).get("full_range"),
        "number": work["article_number"],
        "DOI": work["ids"]["doi"],
        "PMID": work["ids"]["pmid"],
        **FROM_MEMORY.get(work["key"], {}),
    }
    return {"id": work["key"], **{name: value for name, value in said.items() if value}}


def items(works: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for work in works:
        if work["key"] in (*SLIPS, *OTHERWISE):
            yield item(work)
        if work["key"] in OTHERWISE:
            other = {name: value for name, value in item(work).items() if name != "PMID"}
            yield {**other, **OTHERWISE[work["key"]]}


@pytest.fixture(scope="module", params=["catalogue", "services"])
def answer(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("seeds")
    works = list(items(json.loads((shared / "works" / "works.json").read_text(encoding="utf-8"))))
    seeds = [str(path) for path in sorted((shared / "seeds").glob("*.txt"))]
    path = folder / "works.json"
    if request.param == "catalogue":
        path.write_text(json.dumps(works), encoding="utf-8")
        return json.loads(call(folder, "check", *seeds, "--catalogue", "works.json", "--json").stdout)
    path.write_text(json.dumps([{**one, **INVENTED.get(one["id"], {})} for one in works]), encoding="utf-8")
    with loopback(**catalogue.read([path]).options) as service:
        environment = {**settings(service.services), "XDG_CACHE_HOME": str(folder / "cache")}
        return json.loads(call(folder, "check", *seeds, "--json", **environment).stdout)


@pytest.mark.parametrize("key", SLIPS)
def test_the_slips_of_a_seed_are_told_field_by_field(answer: Any, key: str) -> None:
    found = [(one["code"], one["message"]) for one in answer["findings"] if one["key"] == key]
    fields = {message.partition(":")[0] for code, message in found if code == "LIT404"}
    nameless = {"no journal" for code, _ in found if code == "LIT408"}
    assert fields | nameless == SLIPS[key]


def test_the_issue_that_sources_dispute_is_told(answer: Any) -> None:
    found = [(one["verdict"], one["evidence"]) for one in answer["citations"] if one["key"] == "anderson2022"]
    assert found == [("conflict", ["issue: the sources contradict each other"])]


def test_the_electronic_year_of_a_seed_is_told(answer: Any) -> None:
    found = [one["key"] for one in answer["findings"] if one["code"] == "LIT416"]
    assert "herring2010" in found
