"""Names of journals."""

from __future__ import annotations

import pytest

from cluneal_lit import journals


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("J Back Muscul Rehab", "Journal of Back and Musculoskeletal Rehabilitation"),
        ("Spine (Phila Pa 1976)", "Spine"),
        ("Surg Neurol Int", "Surgical neurology international"),
        ("Orthop Rev (Pavia)", "Orthopedic Reviews"),
        ("Turk J Phys Med Rehabil", "Turkish journal of physical medicine and rehabilitation"),
        ("Reg Anesth Pain Med", "Regional Anesthesia and Pain Medicine"),
        ("J Magn Reson", "Journal of magnetic resonance (San Diego, Calif. : 1997)"),
    ],
)
def test_an_abbreviation_is_its_journal(short: str, long: str) -> None:
    assert (journals.likeness(short, long), journals.likeness(long, short)) == (1.0, 1.0)


def test_an_acronym_is_nearly_its_journal() -> None:
    assert journals.likeness("JAMA", "Journal of the American Medical Association") == 0.95


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pain Medicine", "Sports Medicine"), ("Neurospine", "Surg Neurol Int"), ("Spine", "The Lancet")],
)
def test_other_journals_are_not_alike(one: str, other: str) -> None:
    assert journals.likeness(one, other) < 0.8


def test_no_name_is_like_nothing() -> None:
    assert journals.likeness("", "Spine") == 0.0


def test_servers_of_preprints_are_known_by_their_names() -> None:
    servers = ("bioRxiv", "arXiv", "EdArXiv", "SSRN", "OSF Preprints", "preprints.org", "Research Square")
    assert all(journals.SERVER.fullmatch(name) for name in servers)
    assert not any(journals.SERVER.search(name) for name in ("Volume CCXIV", "Preprint", "Nature"))
