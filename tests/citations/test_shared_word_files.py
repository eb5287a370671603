"""The shared Word files: how much of what they say is found, and how many works their fields name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation
from tests.citations.test_shared_pages import scorer

__all__ = ["scorer"]

# Document -> references in lists, works in fields and how many of these show their number, kind -> (found, missed, too
# many) without what only fields say. Of the first document two headings of its appendix are references.
FIGURES = {
    "ohdsi_stroke_validation.docx": (16, 0, 0, {"doi": (8, 0, 0), "pmid": (2, 0, 0)}),
    "ohdsi_h2ra_cancer.docx": (29, 53, 53, {"doi": (28, 0, 0)}),
    "ohdsi_apap_bias.docx": (31, 129, 129, {"doi": (24, 0, 0)}),
    "ohdsi_ci_calibration.docx": (10, 11, 11, {"doi": (7, 0, 0)}),
    "meta_review_v4.docx": (
        97,
        0,
        0,
        {"doi": (69, 0, 0), "pmid": (2, 0, 0), "pmcid": (1, 0, 0), "arxiv": (3, 0, 0), "isbn": (1, 0, 0)},
    ),
}


def citations(shared: Path, name: str) -> tuple[Citation, ...]:
    return scan(read(name, (shared / "documents" / name).read_bytes()))


def scored(found: list[Citation]) -> list[dict[str, object]]:
    kinds = ("pmid", "doi", "pmcid", "arxiv")
    return [{"ids": {**{kind: getattr(one.ids, kind) for kind in kinds}, "isbn": list(one.ids.isbn)}} for one in found]


@pytest.mark.parametrize("name", FIGURES)
def test_what_a_word_file_says_is_found(shared: Path, scorer: object, name: str) -> None:
    found = citations(shared, name)
    fields = [one for one in found if one.form == "field"]
    truth = scorer.load(shared / "documents" / "truth.json", "documents", dict)[name]  # type: ignore[attr-defined]
    compared = scorer.compare(scored([one for one in found if one.form != "field"]), truth)  # type: ignore[attr-defined]
    figures = {kind: tuple(map(len, sets)) for kind, sets in compared.items() if any(sets)}
    listed = sum(one.in_list for one in found)
    assert (listed, len(fields), sum(bool(one.numbers) for one in fields), figures) == FIGURES[name]


def test_every_reference_that_a_manuscript_lists_is_marked(shared: Path) -> None:
    marked = {number for one in citations(shared, "meta_review_v4.docx") for number in one.numbers}
    assert marked >= set(range(1, 98))
