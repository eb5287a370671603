"""doi.org: which agency registered a DOI."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import SOURCES, agency
from tests.sources.recorded import outcome


def reply(found: object, *dois: str, status: int = 200) -> Reply:
    request = Request("agency", "http://127.0.0.1/doiRA/", tuple(f"doi:{doi}" for doi in dois))
    return agency.parse(request, Answer(status, found if isinstance(found, bytes) else json.dumps(found).encode()))


def test_dois_are_asked_together_and_a_comma_inside_one_is_encoded() -> None:
    questions = [Question("agency", f"doi:10.5555/{name}") for name in ("a", "b,c", "d<e>")]
    (request,) = SOURCES["agency"].requests(questions, Services(doi="http://127.0.0.1"))
    assert request == Request(
        source="agency",
        url="http://127.0.0.1/doiRA/10.5555/a,10.5555/b%2Cc,10.5555/d%3Ce%3E",
        ids=("doi:10.5555/a", "doi:10.5555/b,c", "doi:10.5555/d<e>"),
    )


def test_twenty_dois_are_a_request() -> None:
    questions = [Question("agency", f"doi:10.5555/{number}") for number in range(41)]
    assert [len(request.ids) for request in agency.requests(questions, Services())] == [20, 20, 1]


def test_an_agency_is_a_link_and_an_unknown_doi_is_absent() -> None:
    found = [
        {"DOI": "10.5281/ZENODO.1", "RA": "DataCite"},
        {"DOI": "10.5555/none", "status": "DOI does not exist"},
        {"DOI": "10.5555/bad", "status": "Invalid DOI"},
        {"DOI": "10.5555/odd", "status": "Unknown"},
    ]
    assert reply(found, "10.5281/zenodo.1", "10.5555/none", "10.5555/bad", "10.5555/odd", "10.5555/left") == Reply(
        links=(("doi:10.5281/zenodo.1", "DataCite"),),
        absent=("doi:10.5555/none", "doi:10.5555/bad"),
        failed=(
            ("doi:10.5555/odd", "doi.org says 'Unknown' about it"),
            ("doi:10.5555/left", "doi.org's answer does not mention it"),
        ),
    )


def test_recorded_answers_are_read(shared: Path) -> None:
    folder = shared / "recorded/doi-ra"
    replies = [
        reply((folder / name).read_bytes(), doi)
        for name, doi in (
            ("lagotto_10.1371_xxx.json", "10.1371/xxx"),
            ("lagotto_10.5061_dryad.8515.json", "10.5061/dryad.8515"),
        )
    ]
    assert replies == [Reply(absent=("doi:10.1371/xxx",)), Reply(links=(("doi:10.5061/dryad.8515", "Data Cite"),))]


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, b"<html>", "HTTP 404"),
        (200, b"<html>", "it sent no JSON"),
        (200, b'[{"DOI":"\xff"}]', "it sent no JSON"),
        (200, b"{}", "it sent JSON of another kind"),
        (200, b"[1]", "it sent JSON of another kind"),
    ],
)
def test_an_answer_without_agencies_is_one_clear_line(status: int, body: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        reply(body, "10.5555/1", status=status)
    assert str(error.value) == f"doi.org gave no usable answer: {said}; run again later"


ONE = st.fixed_dictionaries(
    {"DOI": st.sampled_from(["10.5555/1", "10.5555/2", 3])},
    optional={
        "RA": st.sampled_from(["Crossref", "", " ", 1]),
        "status": st.sampled_from(["Invalid DOI", "Unknown", None]),
    },
)


@given(st.lists(ONE, min_size=1))
def test_every_doi_is_accounted_for(found: list[dict[str, object]]) -> None:
    dois = ("10.5555/1", "10.5555/2", "10.5555/4")
    assert outcome(tuple(f"doi:{doi}" for doi in dois), reply(found, *dois)) == []
