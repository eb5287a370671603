"""Works that are two and belong together; every record is invented."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from cluneal_lit.duplicates import Kin, duplicates
from cluneal_lit.model import Record
from tests.made import fields, record

TITLE = "Salt in the rivers of an invented north"
PAPER = record("library", "a.ris#paper", fields(TITLE))
ABOUT = {"year": "2020", "volume": "13", "page": "7"}


def beside(title: str = TITLE, authors: str = "Quimby A, Orlov B", **said: str) -> Record:
    return record("library", "a.ris#other", fields(title, authors, **{**ABOUT, **said}))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (beside(f"Reply to: {TITLE}"), "reply"),
        (beside(f"{TITLE}: authors' response"), "reply"),
        (beside(f"Comment on “{TITLE}”", "Zabel C"), "comment"),
        (beside(f"Erratum: {TITLE}", volume="12"), "correction"),
        (beside(f"Retraction: {TITLE}", ""), "retraction"),
        (beside(journal="bioRxiv", volume="", page="", year="2018"), "preprint"),
        (replace(beside(), custom={"M3": "Conference Abstract"}), "abstract"),
        (replace(beside(), custom={"work-type": "Conference Abstract"}), "abstract"),
        (replace(beside(), custom={"note": "kept\nM3: Conference Abstract"}), "abstract"),
        (beside("Reply to: Of knees on an invented island"), ""),
        (beside("Erratum: Salt", "Zabel C"), ""),
        (beside(f"Reply to: {TITLE}", year="2019", volume="12", page="101-109"), "reply"),
    ],
)
def test_what_bears_the_title_of_a_paper_is_named_beside_it_and_not_joined(other: Record, kind: str) -> None:
    for order in itertools.permutations((PAPER, other)):
        found = duplicates(order)
        named = [(order[kin.one].id, kin.kind, order[kin.other].id) for kin in found.related]
        assert named == ([("a.ris#other", kind, "a.ris#paper")] if kind else [])
        assert (found.clusters, found.questions) == ((), ()) or not kind


def test_of_two_works_that_several_records_are_it_is_told_once() -> None:
    reply = beside(f"Reply to: {TITLE}")
    found = duplicates((PAPER, PAPER, reply, reply))
    assert (found.clusters, found.related) == (((0, 1), (2, 3)), (Kin(2, 0, "reply"),))
