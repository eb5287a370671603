"""The normal form of each kind of identifier."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit import identifiers
from cluneal_lit.model import Ids


@pytest.mark.parametrize(
    ("kind", "text", "normal"),
    [
        ("pmid", "PMID: 029656623", "29656623"),
        ("pmid", "0", ""),
        ("pmid", "123456789", ""),
        ("pmcid", "PMCID: pmc5944640.2", "PMC5944640"),
        ("pmcid", "PMC", ""),
        ("pmcid", "PMCID 5944640", "PMC5944640"),
        ("pmcid", "10.5555", ""),
        ("pmcid", "pmc 5944640", "PMC5944640"),
        ("pmcid", "PMCID: PMC\u00a05944640", "PMC5944640"),
        ("doi", "https://doi.org/10.1007%2FS00276-008-0306-9", "10.1007/s00276-008-0306-9"),
        ("doi", "doi: 10.1016/", ""),
        ("doi", "10.1101/2020.01.01.123456v2", "10.1101/2020.01.01.123456"),
        ("doi", "https://doi.org/10.1101/2020.01.01.20012345v12", "10.1101/2020.01.01.20012345"),
        ("doi", "10.1101/123456v1.FULL.pdf+html", "10.1101/123456"),
        ("doi", "10.64898/2026.01.05.999999v1.full.pdf?download=true", "10.64898/2026.01.05.999999"),
        ("doi", "10.1101/2020.01.01.123456.full", "10.1101/2020.01.01.123456"),
        ("doi", "10.1101/gad.123456v2.107", "10.1101/gad.123456v2.107"),
        ("doi", "10.1101/087969477.29.1", "10.1101/087969477.29.1"),
        ("doi", "10.5555/2020.01.01.123456v2", "10.5555/2020.01.01.123456v2"),
        ("arxiv", "arXiv:1806.05726v2", "1806.05726"),
        ("isbn", "0-306-40615-2", "9780306406157"),
        ("isbn", "978-3-16-148410-1", ""),
        ("nct", "nct 01234567", "NCT01234567"),
    ],
)
def test_an_identifier_has_one_normal_form(kind: str, text: str, normal: str) -> None:
    assert identifiers.NORMAL[kind](text) == normal


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("pmid:29656623", "pmid:29656623"),
        ("PMC5944640", "pmcid:PMC5944640"),
        ("PMCID 5944640", "pmcid:PMC5944640"),
        ("pmcid:5944640", "pmcid:PMC5944640"),
        ("29656623", "pmid:29656623"),
        ("123456789", ""),
        ("10.5555", ""),
        ("10.1", ""),
        ("10.5555/", ""),
        ("pmcid:10.5555", ""),
        ("PMC10.5555", ""),
        ("PMC 5944640", "pmcid:PMC5944640"),
        ("10.14245/NS.1836024.012", "doi:10.14245/ns.1836024.012"),
        ("doi:10.1016/", ""),
        ("isu2018", ""),
    ],
)
def test_a_key_is_kind_and_value(text: str, key: str) -> None:
    assert identifiers.key(text) == key


def test_of_several_identifiers_of_a_kind_the_first_counts_but_for_isbns() -> None:
    found = identifiers.ids(["pmid:1", "pmid:2", "isbn:9780306406157", "isbn:9783161484100"])
    assert found == Ids(pmid="1", isbn=("9780306406157", "9783161484100"))


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("PMID: 123456789", "a PMID", "a PMID has one to eight digits, this has 9"),
        ("PMCID: PMC", "a PMCID", "behind PMC stand one to nine digits"),
        ("ISBN 978-3-16-148410-1", "an ISBN", "its check digit is wrong"),
        ("ISBN 12345678", "an ISBN", "an ISBN has 10 or 13 digits"),
        ("NCT0123", "a trial number", "behind NCT stand eight digits, here 4"),
        ("arXiv:1806.057", "an arXiv id", "it has the form 1806.05726 or hep-th/9901001"),
        (
            "doi:10.1016/",
            "a DOI",
            "a DOI begins with 10., four to nine digits, a slash and at least one more character",
        ),
    ],
)
def test_a_fault_says_what_it_pretends_to_be_and_why_it_is_none(text: str, kind: str, reason: str) -> None:
    assert identifiers.fault(text) == (kind, reason)


@given(st.text(max_size=30))
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    for normal in identifiers.NORMAL.values():
        assert normal(normal(text)) == normal(text)


def test_the_normal_form_of_a_doi_is_its_own_normal_form() -> None:
    for written in ("10.5555/abc%252525def", "10.5555/a%2525zz", "10.5555/100%25", "10.5555/a%2Fb"):
        assert identifiers.doi(identifiers.doi(written)) == identifiers.doi(written) != ""


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("10.48550/arXiv.2004.10706v2", "10.48550/arxiv.2004.10706"),
        ("https://doi.org/10.48550/arXiv.math/0309136v1", "10.48550/arxiv.math/0309136"),
        ("10.48550/arXiv.2004.10706", "10.48550/arxiv.2004.10706"),
        ("10.21203/rs.3.rs-1800050/v1", "10.21203/rs.3.rs-1800050/v1"),
    ],
)
def test_the_doi_of_a_paper_at_arxiv_has_no_version(written: str, normal: str) -> None:
    assert identifiers.doi(written) == normal


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("arxiv:2004.10706", "doi:10.48550/arxiv.2004.10706"),
        ("doi:10.48550/arxiv.math/0309136", "arxiv:math/0309136"),
        ("doi:10.48550/arxiv.nonsense", ""),
        ("doi:10.5555/1", ""),
        ("pmid:1", ""),
    ],
)
def test_a_paper_at_arxiv_has_two_names(name: str, other: str) -> None:
    assert identifiers.twin(name) == other


@pytest.mark.parametrize("written", ["arXiv:2001.0123", "1301.12345", "0612.1234", "1513.00001"])
def test_numbers_of_arxiv_have_four_digits_until_2014_and_five_since(written: str) -> None:
    assert identifiers.arxiv(written) == ""
