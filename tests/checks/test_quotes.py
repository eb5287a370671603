"""Quotes of notes beside abstracts."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.quotes import stands_in
from cluneal_lit.model import Note, Record, Section
from cluneal_lit.store.people import note
from tests.checks.test_rules import told
from tests.made import record, work
from tests.sources.recorded import pubmed_record

TEXT = "Pain fell by 3.2 points (95% CI 2.1–4.3); the nerve’s “block” held. No harm was seen."
ABSTRACT = (Section(TEXT, "RESULTS"), Section("Blocks help.", "CONCLUSIONS"))


def lines(quote: str, source: Record | None = None) -> list[tuple[str, int | None, str]]:
    found = source or replace(record(), abstract=ABSTRACT)
    kept = Note("mine", found.ids.keys(), quotes=(quote,))
    return told(works=(work(found, note=kept),), notes=(kept,))


@pytest.mark.parametrize(
    "quote",
    [
        "Pain fell by 3.2 points (95% CI 2.1-4.3)",
        'the nerve\'s "block" held',
        "“No harm was seen.”",
        "Pain fell … No harm was seen",
        "Pain fell by 3.2 points [...] Blocks help.",
        "No harm was seen.\n  CONCLUSIONS: Blocks help",
    ],
)
def test_what_stands_in_the_abstract_in_other_signs_is_verbatim(quote: str) -> None:
    assert lines(quote) == []


@pytest.mark.parametrize(
    "quote", ["pain fell", "Pain fell by 3.3 points", "No harm was seen … Pain fell", "Block help"]
)
def test_another_word_case_number_or_order_is_not(quote: str) -> None:
    assert [(code, place) for code, place, _ in lines(quote)] == [("LIT615", None)]


def test_the_nearest_words_are_told() -> None:
    (found,) = lines("Pain fell by 3.2 points in all patients")
    near = "“Pain fell by 3.2 points in all patients” does not stand in the abstract of quimby2019"
    assert found == ("LIT615", None, f"{near}; there stands “Pain fell by 3.2 points”")
    (cut,) = lines("Pain fell by 3.2 pounds")
    assert cut[2].endswith("does not stand in the abstract of quimby2019")  # “Pain fell by 3.2” is too short
    (within,) = lines("No pain; Pain fell by 3.2 points (95% CI 2.1–4.8)")
    assert within[2].endswith("there stands “Pain fell by 3.2 points (95% CI”")


def test_without_an_abstract_nothing_is_told() -> None:
    assert lines("Pain fell", record()) == []


def test_a_quote_of_a_recorded_abstract(shared: Path) -> None:
    found = pubmed_record(shared, "DSpace_36708638.xml", "36708638")
    words = found.abstract[0].text.split()
    assert lines(" ".join(words[3:12]), found) == []
    assert [code for code, _, _ in lines(" ".join((*words[3:8], "not", *words[8:12])), found)] == ["LIT615"]


def test_front_matter_has_one_quote_or_several() -> None:
    one = note("mine", "---\nworks: pmid:1\nquote: No harm was seen.\n---\n")
    several = note("mine", '---\nworks: pmid:1\nquote:\n  - No harm\n  - "Pain: less"\n---\n')
    assert (one.quotes, several.quotes) == (("No harm was seen.",), ("No harm", "Pain: less"))


def test_an_empty_quote_stands_everywhere() -> None:
    assert stands_in("…", "Any text")
