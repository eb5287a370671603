"""Identifiers that count only behind a cue. The numbers are partly invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids, written


@pytest.mark.parametrize(
    "text",
    [
        "PMID: 29656623",
        "PMID 29656623",
        "pmid:29656623",
        "PMID-29656623",
        "PubMed ID: 29656623",
        "PubMed PMID:\n      29656623",
        "[PubMed: 29656623]",
        "**PMID:** 29656623",
        "PMID：29656623",
        "PubMed：29656623",
        "pmid=29656623",
        "PMID: `29656623`",
        "PMID [29656623]",
        "PMID（29656623）",
        "PMID n° 29656623",
        "PMID; 29656623",
        "<b>PMID:</b> 29656623",
        "PubMed-ID 29656623",
        "PubMed accession number 29656623",
        "identifiant PubMed : 29656623",
        "PubMed\n29656623",
        "info:pmid/29656623",
        "29656623[pmid]",
        "29656623 [uid]",
        "PM:29656623",
        "PubMed: 29656623. It is so.",
    ],
)
def test_a_pmid_stands_behind_its_label(text: str) -> None:
    assert ids(f"It is so ({text}).") == [("pmid:29656623",)]


@pytest.mark.parametrize("digits", ["1", "12", "123", "1234", "12345", "123456", "1234567", "12345678"])
def test_a_pmid_has_one_to_eight_digits(digits: str) -> None:
    assert ids(f"See PMID: {digits}.") == ids(f"See PubMed PMID {digits}.") == [(f"pmid:{digits}",)]


def test_the_plural_announces_short_numbers_too() -> None:
    assert ids("PMIDs: 1, 2 and 3.") == [("pmid:1",), ("pmid:2",), ("pmid:3",)]


def test_a_year_behind_a_pmid_is_none() -> None:
    assert ids("PMID: 29656623, 2018.") == [("pmid:29656623",)]


@pytest.mark.parametrize("number", ["5944640", "29656623", "13462591"])
@pytest.mark.parametrize(
    "text",
    [
        "PMC{}",
        "PMCID: {}",
        "PubMed Central ID: {}",
        "pmc={}",
        "PMC: {}",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{}/",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
        "https://www.ncbi.nlm.nih.gov/pmc/{}",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC{}/pdf/a.pdf",
        "https://europepmc.org/articles/pmc{}?pdf=render",
        "http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid={}",
    ],
)
def test_the_digits_of_a_pmcid_are_never_a_pmid(text: str, number: str) -> None:
    assert ids(f"See {text.format(number)} now.") == [(f"pmcid:PMC{number}",)]


def test_several_pmids_behind_one_label_are_several_citations() -> None:
    assert ids("PMIDs: 29656623, 13462591 and 9160476.") == [("pmid:29656623",), ("pmid:13462591",), ("pmid:9160476",)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(PMID: 29656623,13462591)", ["PMID: 29656623", "13462591"]),
        ("(PMID: 29656623/13462591).", ["PMID: 29656623", "13462591"]),
        ("(PMID:29656623,3) and PMID: 13462591.4 by them", ["PMID:29656623", "PMID: 13462591"]),
        ("PMID: 296566231,3", ["PMID: 296566231"]),
        ("PMIDs 29656623, 1346259100, 9160476.", ["PMIDs 29656623", "1346259100", "9160476"]),
        ("PMID 29656623; 1346259100; 9160476", ["PMID 29656623", "1346259100", "9160476"]),
        ("PMID: 29656623, 0303123456", ["PMID: 29656623"]),
        ("PMID: 2.5 mg", []),
    ],
)
def test_a_list_of_pmids_goes_on_behind_a_sign_without_a_blank_and_a_number_that_is_too_long(
    text: str, numbers: list[str]
) -> None:
    assert [raw for _, raw in written(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "29656623",
        "Call 574-404-7246 or 12345678.",
        "https://www.facebook.com/groups/1648029625458814/",
        "We searched PubMed in 2019 and found 12345 records; PubMed 123456 records.",
        "PubMed: 123456; Embase: 345678.",
        "We found 12 PMIDs. 34 articles were left; the PMID 3 times, PubMed ID\n3 results.",
        "There is no PMID; the PMIDs are listed elsewhere.",
        "PMCs and PMC are short for many things",
        "arr[1234567] = 10.5; 2018-03-28 12:15:01 [29656623] GET /x 200",
    ],
)
def test_bare_numbers_are_no_identifiers(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("PMC5944640", "pmcid:PMC5944640"),
        ("PMCID: PMC5944640", "pmcid:PMC5944640"),
        ("PMCID: 5944640", "pmcid:PMC5944640"),
        ("PMCID：PMC5944640", "pmcid:PMC5944640"),
        ("arXiv：1806.05726", "arxiv:1806.05726"),
        ("ISBN：978-3-16-148410-0", "isbn:9783161484100"),
        ("arXiv:1806.05726v2", "arxiv:1806.05726"),
        ("arXiv preprint arXiv:1810.04805", "arxiv:1810.04805"),
        ("arXiv: hep-th/9901001", "arxiv:hep-th/9901001"),
        ("https://arxiv.org/pdf/1806.05726v1.pdf", "arxiv:1806.05726"),
        ("Report No.: 1304.7151v1", "arxiv:1304.7151"),
        ("arXiv:math.GT/0309136v1", "arxiv:math/0309136"),
        ("arXiv [Preprint]. 2018; 1806.05726", "arxiv:1806.05726"),
        ("arXiv e-prints, 1806.05726", "arxiv:1806.05726"),
        ("CoRR abs/1806.05726", "arxiv:1806.05726"),
        ("arXiv:1806.\n05726", "arxiv:1806.05726"),
        ("[hep-th/9901001]", "arxiv:hep-th/9901001"),
        ("https://www.alphaxiv.org/abs/1806.05726", "arxiv:1806.05726"),
        ("https://ar5iv.org/abs/1806.05726", "arxiv:1806.05726"),
        ("NCT01234567", "nct:NCT01234567"),
        ("NCT-01234567", "nct:NCT01234567"),
        ("ISBN-13 (pbk): 978 3 16 148410 0", "isbn:9783161484100"),
        ("eISBN 978‑3‑16‑148410‑0", "isbn:9783161484100"),
        ("ISBN no. 0-8044-2957-X", "isbn:9780804429573"),
        ("ISBN 978-3-16-148410-0", "isbn:9783161484100"),
        ("ISBN: 0-306-40615-2", "isbn:9780306406157"),
    ],
)
def test_other_identifiers_have_their_normal_form(text: str, key: str) -> None:
    assert ids(f"See {text}.") == [(key,)]


@pytest.mark.parametrize(
    "text",
    [
        "PMID: 123456789",
        "PMID 0",
        "PMID: 2965O623",
        "PMCID: PMC",
        "NCT012345",
        "arXiv:1806.057",
        "arXiv:1813.05726",
        "https://arxiv.org/abs/1813.05726",
        "PMID:2965 6623",
        "PMCID: PMC5944640123",
        "ISBN 978-3-16",
        "NCT012345678",
        "ISBN 978-3-16-148410-1",
    ],
)
def test_what_has_the_wrong_form_is_malformed(text: str) -> None:
    (citation,) = cited(f"In 2019 {text}.")
    assert (citation.form, citation.malformed, citation.ids.keys()) == ("malformed", (text,), ())


def test_one_label_may_stand_before_thousands_of_numbers() -> None:
    found = ids("ISBN " + "9780306406157, " * 3000 + "978-3-16-148410-1.")
    assert (len(found), set(found)) == (3001, {("isbn:9780306406157",), ()})


@pytest.mark.parametrize("text", ["NCT123456", "NCT00000000", "ISBN 12345", "ISBN=0000000000"])
def test_too_few_digits_and_zeros_alone_are_malformed(text: str) -> None:
    (found,) = cited(f"See {text}, they say.")
    assert (found.form, found.malformed, found.ids.keys()) == ("malformed", (text,), ())


@pytest.mark.parametrize("text", ["PMIDs 21345671-21345673", "PMID: 21345671–21345673"])
def test_both_ends_of_a_range_are_found(text: str) -> None:
    assert ids(f"See {text}.") == [("pmid:21345671",), ("pmid:21345673",)]


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-12 ERROR pmid=4242 worker exited",
        "PMID 4242 started (12345678)",
        "INFO pmid: 4242",
        "pmid: 31337 (process manager id)",
        "10:11:12 pmid=42 x",
    ],
)
def test_the_number_of_a_process_is_no_pmid(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize("behind", [".", ". Epub 2020", ",", ";", ").", ""])
@pytest.mark.parametrize("before", ["PMCID: ", "pmcid:", "PMID: 90000302; PMCID: ", "See "])
def test_a_pmcid_with_a_blank_in_it_is_read_at_the_end_of_a_sentence_too(before: str, behind: str) -> None:
    pmid = ("pmid:90000302",) if "PMID:" in before else ()
    assert ids(f"({before}PMC 9900302{behind}") == [(*pmid, "pmcid:PMC9900302")]


@pytest.mark.parametrize("gap", [" ", "  ", "\u00a0", "\n", "&nbsp;"])
@pytest.mark.parametrize("label", ["PMC", "pmc"])
def test_whatever_blank_a_pmcid_has_in_it_needs_no_label(label: str, gap: str) -> None:
    assert ids(f"See {label}{gap}9900302.") == [("pmcid:PMC9900302",)]


@pytest.mark.parametrize("text", ["See pmc 99003.", "pmc 9900302kg", "the PMC\n\n9900302 of them"])
def test_what_stands_behind_other_letters_pmc_is_none(text: str) -> None:
    assert ids(text) == []


def test_a_pmcid_with_a_letter_behind_it_is_malformed() -> None:
    assert written("PMCID: 31234567x") == [("malformed", "PMCID: 31234567x")]


def test_a_telephone_number_is_no_pmid() -> None:
    assert written("PM: 31234567; 3PM:31234567") == []


@pytest.mark.parametrize(
    "text",
    [
        '{"isbn": "978-3-16-148410-0", "n": 3}',
        "isbn: '978-3-16-148410-0'\nn: 3\n",
        '"isbn_13" : [ "978-3-16-148410-0" ]',
        "ISBN “978-3-16-148410-0”",
    ],
)
def test_an_isbn_in_quotes_is_found_and_its_check_digit_asked(text: str) -> None:
    assert ids(text) == [("isbn:9783161484100",)]
    (odd,) = cited(text.replace("10-0", "10-1"))
    assert (odd.form, odd.malformed) == ("malformed", ("ISBN 978-3-16-148410-1",))


def test_several_isbns_in_quotes_are_several() -> None:
    assert ids('"isbn": ["978-3-16-148410-0", "0-306-40615-2"]') == [("isbn:9783161484100",), ("isbn:9780306406157",)]


@pytest.mark.parametrize("text", ["PMCID: 1234567890123", "PMC1234567890123", "NCT 0123", "NCT-012345678"])
def test_numbers_too_long_and_parted_ones_too_short_are_malformed(text: str) -> None:
    (found,) = cited(f"See {text}, they say.")
    assert (found.form, found.malformed, found.ids.keys()) == ("malformed", (text,), ())


def test_identifiers_in_wide_letters_are_found() -> None:
    text = "痛み（ＰＭＩＤ：２９６５６６２３）。ＤＯＩ：１０．５５５５／ａｂ１２、ＰＭＣ５９４４６４０。"
    text += "PMID：２９６５６６２４"
    assert ids(text) == [("pmid:29656623",), ("doi:10.5555/ab12",), ("pmcid:PMC5944640",), ("pmid:29656624",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PMID 20656806, 12345678 people were asked", ["20656806"]),
        ("PMID 20656806, 12345678 healthy women were asked", ["20656806"]),
        ("PMID: 20656806; 12345678 patients in Nowhere", ["20656806"]),
        ("PMID 20656806, 12345678 Menschen wurden befragt", ["20656806"]),
        ("PMID 20656806, 12345678 and 23456789", ["20656806", "12345678", "23456789"]),
        ("PMID 20656806, 12345678 suggests that it hurts", ["20656806", "12345678"]),
        ("PMID 20656806, 12345678 was new", ["20656806", "12345678"]),
        ("PMIDs 20656806 and 12345678 studies", ["20656806", "12345678"]),
    ],
)
def test_a_number_behind_a_pmid_that_counts_something_is_none(text: str, found: list[str]) -> None:
    assert ids(text) == [(f"pmid:{each}",) for each in found]


@pytest.mark.parametrize("odd", ["2166394x", "2O656806", "x1663946", "21663946ab"])
@pytest.mark.parametrize(
    "listed", ["PMIDs: 20656806, {}, 30000001", "PMID 20656806; {}; 30000001", "PMIDs: 20656806, 30000001 and {}."]
)
def test_a_malformed_pmid_in_a_list_is_told_and_ends_no_list(odd: str, listed: str) -> None:
    found = written(listed.format(odd))
    assert sorted(form for form, _ in found) == ["malformed", "pmid", "pmid"] and ("malformed", odd) in found


@pytest.mark.parametrize(
    "text", ["PMIDs: 20656806, 12Mar2019", "PMID 20656806, 2166394x people", "PMIDs: 20656806, 10mg"]
)
def test_what_stands_behind_a_list_of_pmids_is_no_malformed_one(text: str) -> None:
    assert [form for form, _ in written(text)] == ["pmid"]
