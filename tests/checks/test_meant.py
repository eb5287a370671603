"""Which identifier was meant by a wrong one; all are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.case import Case
from cluneal_lit.checks.meant import instead, slip
from cluneal_lit.checks.meant import said as values
from cluneal_lit.model import Asked, Fields, Ids, Resolution, Status
from tests.formats.invented import article
from tests.made import citation, fields, record, work

KNOWN = ("pmid:90000123", "pmcid:PMC9100000", "doi:10.5555/invented.8", "doi:10.5555/preprint.7")
LOCK = {f"catalogue/{name}": Asked("catalogue", name, state="here") for name in KNOWN}
WORKS = {"quimby": work(record(name="pmid:90000123", doi="10.5555/invented.8"), keys=("quimby",))}


@pytest.mark.parametrize(
    ("name", "other", "said"),
    [
        ("pmid:90000123", "pmid:90000132", "two characters are swapped"),
        ("pmid:90000123", "pmid:90000124", "one character is another"),
        ("pmid:9100000", "pmcid:PMC9100000", "it is a PMCID"),
        ("doi:10.5555/a.8/full", "doi:10.5555/a.8", "“/full” stands behind it"),
        ("doi:10.5555/inv", "doi:10.5555/invented.8", "its end “ented.8” is missing"),
        ("pmid:90000123", "pmid:81234567", ""),
        ("pmid:123", "pmid:132", ""),
    ],
)
def test_a_slip_has_words(name: str, other: str, said: str) -> None:
    assert slip(name, other) == said


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("pmid:90000132", "pmid:90000123"),
        ("pmid:90000193", "pmid:90000123"),
        ("pmid:9100000", "pmcid:PMC9100000"),
        ("pmcid:PMC90000123", "pmid:90000123"),
        ("doi:10.5555/invented.8/full", "doi:10.5555/invented.8"),
        ("doi:10.5555/preprint.7v2.full.pdf", "doi:10.5555/preprint.7"),
        ("doi:10.5555/inv", "doi:10.5555/invented.8"),
        ("doi:10.5555/invented.9", "doi:10.5555/invented.8"),
        ("doi:10.5556/inv", ""),
        ("pmid:70000000", ""),
        ("doi:10.5555/nothing", ""),
    ],
)
def test_a_lone_identifier_is_a_slip_of_one_that_exists(name: str, other: str) -> None:
    assert instead(name, Resolution(citation()), WORKS, LOCK)[0] == other


def test_no_identifier_that_registries_deny_is_meant_nor_the_wrong_one_itself() -> None:
    library = work(record("library", "mine.bib#x", doi="10.5555/nobody.1", pmid="90000777"), keys=("x",))
    by_text = Resolution(citation(), ("x",), "text")
    denied = {f"catalogue/{one}": Asked("catalogue", one, state="absent") for one in library.names}
    assert set(denied) == {"catalogue/doi:10.5555/nobody.1", "catalogue/pmid:90000777"}
    assert instead("doi:10.5555/nobody.1", by_text, {"x": library}, denied) == ("", "")
    assert instead("doi:10.5555/nobody.1", by_text, {"x": library}, {}) == ("pmid:90000777", "the text is that work's")


def test_the_work_that_the_text_means_has_the_identifier_that_was_meant() -> None:
    by_text = Resolution(citation(ids=Ids(doi="10.5555/dead")), ("quimby",), "text")
    near = Resolution(citation(ids=Ids(pmid="90000777")), ("other",), "id", near="quimby")
    assert instead("doi:10.5555/dead", by_text, WORKS, LOCK) == ("doi:10.5555/invented.8", "the text is that work's")
    assert instead("pmid:90000777", near, WORKS, LOCK) == ("pmid:90000123", "the text is that work's")


@pytest.mark.parametrize(
    ("said", "told", "certain"),
    [
        (fields(), "doi:10.5555/invented.8", "doi:10.5555/invented.8"),
        (fields(year="2014"), "doi:10.5555/invented.8", ""),
        (fields("Of other things"), "", ""),
        (fields(authors="Zabel C, Quimby A"), "", ""),
        (fields(title=""), "", ""),
    ],
)
def test_the_work_of_the_identifier_beside_a_dead_one_has_the_one_that_was_meant(
    said: Fields, told: str, certain: str
) -> None:
    found = Resolution(citation("", said, form="key"), ("quimby",), "id", Ids(pmid="90000123", doi="10.5555/dead"))
    lock = LOCK | {"catalogue/doi:10.5555/dead": Asked("catalogue", "doi:10.5555/dead", state="absent")}
    why = "the text and pmid:90000123 are that work's" if told else ""
    assert instead("doi:10.5555/dead", found, WORKS, lock) == (told, why)
    case = Case((found,), ((),), WORKS, {}, lock)
    assert values("doi:10.5555/dead", found, case).get("instead", "") == certain


@pytest.mark.parametrize(("status", "gone"), [("retracted", "retracted"), ("clean", ""), ("corrected", "")])
def test_the_identifier_of_a_retracted_work_is_never_written_without_asking(status: str, gone: str) -> None:
    found = Resolution(citation(said=fields(), ids=Ids(pmid="90000124")), ("other",), "id", near="quimby")
    entries = {"quimby": article("quimby", ids=Ids(pmid="90000123"), status=Status(status))}
    told = values("pmid:90000124", found, Case((found,), ((),), WORKS, entries, LOCK), of_text=True)
    assert told.get("instead", "") == ("" if gone else "pmid:90000123")
    assert ("that work was retracted" in told["meant"]) == bool(gone) == ("retracted" in told["do"])


def test_a_text_that_only_comes_near_a_work_makes_no_other_identifier_the_one_that_was_meant() -> None:
    far = Resolution(citation(ids=Ids(doi="10.5555/another.work")), near="quimby")
    cut = Resolution(citation(ids=Ids(doi="10.5555/invented")), near="quimby")
    assert instead("doi:10.5555/another.work", far, WORKS, LOCK) == ("", "")
    assert instead("doi:10.5555/invented", cut, WORKS, LOCK)[0] == "doi:10.5555/invented.8"


def test_an_entry_that_says_nothing_but_its_kind_has_no_text() -> None:
    lone = Resolution(replace(citation(), fields=Fields(type="document")))
    assert instead("doi:10.5555/inv", lone, WORKS, LOCK)[0] == "doi:10.5555/invented.8"


def test_what_begins_as_several_known_works_do_is_no_question() -> None:
    lock = LOCK | {"catalogue/doi:10.5555/invented.88": Asked("catalogue", "doi:10.5555/invented.88", state="here")}
    assert instead("doi:10.5555/inv", Resolution(citation()), WORKS, lock) == ("", "")
