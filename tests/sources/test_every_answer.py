"""Whatever a service sends: what was asked is read out of it, or it ends in one SourceError, and in nothing else.

Each recorded answer is given to every source, whole and cut off, as the answer to something that it does not answer.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Literal

import pytest

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Ids, Reply, Request
from cluneal_lit.sources import SEARCHES, SOURCES
from tests.conftest import SHARED
from tests.sources.recorded import SAMPLE, crossref_works, outcome
from tests.sources.test_recorded_answers import CROSSREF
from tests.sources.test_recorded_answers import RECORDED as HERE

Kind = Literal["single", "list"]

RECORDED = (
    "pubmed-xml medline crossref datacite idconv ecitmatch esearch-esummary doi-ra cassettes content-negotiation "
    "europepmc openalex retraction-watch unpaywall"
).split()
# What nobody recorded has: an answer that says that it is absent would be wrong about any identifier but for the one.
NOBODYS = {
    "pubmed": "pmid:99999999",
    "crossref": "doi:10.5555/nobodys",
    "agency": "doi:10.5555/nobodys",
    "pubmed-doi": "doi:10.5555/nobodys",
    "datacite": "doi:10.5555/nobodys",
    "idconv": "pmcid:PMC999999999",
    "deleted": "pmid:99999999",
    **dict.fromkeys(SEARCHES, "citation:nobodys"),
}
EMPTY_SET = "pubmed-xml/sul_pub_returns_an_empty_array_0.xml"


def told(source: str, body: bytes, *names: str, kind: Kind = "single", status: int = 200) -> Reply | SourceError:
    """The reply, or its one error; any other exception is the test's failure."""
    try:
        return SOURCES[source].parse(Request(source, "http://127.0.0.1/", names, kind=kind), Answer(status, body))
    except SourceError as error:
        assert "\n" not in str(error)
        return error


def read(source: str, body: bytes, *names: str, kind: Kind = "single") -> Reply:
    reply = told(source, body, *names, kind=kind)
    assert isinstance(reply, Reply), reply
    return reply


@pytest.mark.parametrize("kind", ["single", "list"])
@pytest.mark.parametrize("source", SOURCES)
def test_no_recorded_answer_says_that_something_is_absent_which_it_does_not_speak_of(
    shared: Path, source: str, kind: Kind
) -> None:
    name = NOBODYS[source]
    names = (name,) if kind == "single" else (name, f"{name}1"[:12] if name.startswith("pmid") else f"{name}1")
    for folder in RECORDED:
        for path in sorted(file for file in (shared / "recorded" / folder).iterdir() if file.is_file()):
            reply = told(source, path.read_bytes(), *names, kind=kind)
            assert outcome(names, reply) == [], path.name
            speaks = source == "pubmed" and f"{folder}/{path.name}" == EMPTY_SET
            assert isinstance(reply, SourceError) or speaks or not (reply.absent or reply.deleted), path.name


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503])
@pytest.mark.parametrize("source", SOURCES)
def test_a_recorded_answer_under_the_status_of_an_error_is_one_error(shared: Path, source: str, status: int) -> None:
    for name in (f"pubmed-xml/{SAMPLE}", "crossref/colrev_10.2196_22081.json", "doi-ra/bolognese_10.1055.json"):
        reply = told(source, (shared / "recorded" / name).read_bytes(), NOBODYS[source], status=status)
        assert isinstance(reply, SourceError), name


@pytest.mark.parametrize("name", [name for name in CROSSREF if name.endswith(".json")])
def test_recorded_answers_of_crossref_are_read_whole_as_they_came(shared: Path, name: str) -> None:
    path = shared / "recorded/crossref" / name
    envelope = json.loads(path.read_bytes())
    names = [f"doi:{str(work['DOI']).lower()}" for work in crossref_works(path)]
    if not isinstance(envelope, dict) or "message" not in envelope:
        assert isinstance(told("crossref", path.read_bytes(), *(names or [NOBODYS["crossref"]])), SourceError)
    elif "items" in envelope["message"]:
        reply = read("crossref", path.read_bytes(), *names, kind="list")
        assert [record.id for record in reply.records] == names
    else:
        assert [record.id for record in read("crossref", path.read_bytes(), *names).records] == names


def test_recorded_answers_of_datacite_are_read_whole_as_they_came(shared: Path) -> None:
    count = 0
    for path in sorted((shared / "recorded/datacite").glob("*.json")):
        data = json.loads(path.read_bytes()).get("data")
        works = data if isinstance(data, list) else [data] if data else []
        names = [f"doi:{work['attributes']['doi'].lower()}" for work in works]
        if names:
            kind: Kind = "list" if isinstance(data, list) else "single"
            found = read("datacite", path.read_bytes(), *names, kind=kind).records
            assert [record.id for record in found] == names, path.name
            count += len(names)
    assert count == 7


AGENCIES = {
    "10.1055": "Crossref",
    "10.11367": "JaLC",
    "10.1186": "Crossref",
    "10.1371/xxx": "",
    "10.1392": "mEDRA",
    "10.3390": "Crossref",
    "10.4000": "Crossref",
    "10.4124": "DataCite",
    "10.5012": "KISTI",
    "10.5061": "DataCite",
    "10.5061/dryad.8515": "Data Cite",
    "10.7554": "Crossref",
}


def test_recorded_answers_of_doi_org_are_read(shared: Path) -> None:
    """Most were asked about a prefix, which is no DOI: what they say is taken as said of one under it."""
    said = {}
    for path in sorted((shared / "recorded/doi-ra").iterdir()):
        ((asked, _),) = ((one["DOI"], one) for one in json.loads(path.read_bytes()))
        doi = asked if "/" in asked else f"{asked}/1"
        reply = read("agency", path.read_bytes().replace(asked.encode(), doi.encode(), 1), f"doi:{doi}")
        assert reply.absent == ((f"doi:{doi}",) if not reply.links else ())
        said[asked] = dict(reply.links).get(f"doi:{doi}", "")
    assert said == AGENCIES


def test_recorded_answers_of_the_id_converter_are_read_for_the_pmcid_that_they_name(shared: Path) -> None:
    """As it was until 2022, whatever kind of identifier had been asked about."""
    without_doi, unknown, refused = [], [], []
    for path in sorted((shared / "recorded/idconv").iterdir()):
        (one,) = json.loads(path.read_bytes()).get("records", [{}])
        pmcid = one.get("pmcid", "PMC1")
        reply = told("idconv", path.read_bytes(), f"pmcid:{pmcid}", kind="list")
        if isinstance(reply, SourceError):
            refused.append(path.name)
        elif "pmcid" not in one:
            unknown.append(reply.failed)
        else:
            (record,) = reply.records
            assert record.ids == Ids(pmid=one["pmid"], pmcid=pmcid, doi=one.get("doi", "").lower())
            without_doi += [path.name] if not record.ids.doi else []
    assert (without_doi, len(unknown), refused) == (
        ["lagotto_21196160.json", "lagotto_3051412.json"],
        11,
        ["rcrossref_28371833.json"],
    )
    assert {reason for failed in unknown for _, reason in failed} == {"PubMed Central's answer does not mention it"}


CUT: dict[str, tuple[str, tuple[str, ...], Kind]] = {
    "pubmed": ("pubmed-xml/translators_20821847.xml", ("pmid:20821847",), "single"),
    "crossref": ("crossref/colrev_10.2196_22081.json", ("doi:10.2196/22081",), "single"),
    "datacite": ("datacite/bibaudit_datacite_journal_article.json", ("doi:10.24377/dteij.article3641",), "single"),
    "idconv": ("idconv/lagotto_17275915.json", ("pmcid:PMC1976277",), "list"),
    "agency": ("doi-ra/lagotto_10.5061_dryad.8515.json", ("doi:10.5061/dryad.8515",), "single"),
    "deleted": ("", ("pmid:7",), "single"),
}


@pytest.mark.parametrize("source", CUT)
def test_an_answer_that_is_cut_off_anywhere_is_one_error(shared: Path, source: str) -> None:
    name, names, kind = CUT[source]
    body = (shared / "recorded" / name).read_bytes().rstrip() if name else gzip.compress(b"7\n8\n" * 50)
    step = max(1, len(body) // 400)
    for cut in (*range(0, len(body), step), *range(max(0, len(body) - 40), len(body))):
        assert isinstance(told(source, body[:cut], *names, kind=kind), SourceError), (source, cut)
    assert isinstance(told(source, body, *names, kind=kind), Reply)


HOSTILE = (
    b"",
    b"\x00",
    b"\xef\xbb\xbf",
    b"null",
    b"{}",
    b"[]",
    b'"text"',
    b"true",
    b"<a/>",
    b"<a>",
    b"\x1f\x8b",
    b"<html><body>Busy</body></html>",
    b'{"status":"ok","message":null}',
    b'{"status":"ok","records":null}',
    b'{"data":null}',
    b'{"error":"API rate limit exceeded","count":"11"}',
    b'{"status":"ok","message":{"DOI":"\\ud800"}}',
    b"[" * 50_000,
    b"<a>" * 50_000,
)


@pytest.mark.parametrize("kind", ["single", "list"])
@pytest.mark.parametrize("source", SOURCES)
def test_nothing_odd_is_anything_but_one_error(source: str, kind: Kind) -> None:
    names = (NOBODYS[source],) if kind == "single" else (NOBODYS[source], f"{NOBODYS[source][:9]}1")
    for body in HOSTILE:
        assert isinstance(told(source, body, *names, kind=kind), SourceError), body[:60]


def test_the_recorded_folders_are_all_there(shared: Path) -> None:
    assert HERE == SHARED / "recorded"
    assert set(RECORDED) <= {path.name for path in (shared / "recorded").iterdir()}
