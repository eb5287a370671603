"""Which records are of preprints; every record is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.model import Fields, Ids, Record
from cluneal_lit.preprints import is_preprint

ARTICLE, PREPRINT = Fields(type="article-journal", container_title="Invented Nerves"), Fields(type="article")


@pytest.mark.parametrize(
    ("said", "doi", "types", "found"),
    [
        (PREPRINT, "", (), True),
        (Fields(type="document"), "", ("posted-content",), True),
        (Fields(type="article-journal"), "", ("Preprint",), True),
        (Fields(type="article-journal", container_title="bioRxiv"), "", (), True),
        (Fields(type="article-journal", container_title="CoRR", volume="abs/2101.00001"), "", (), True),
        (Fields(publisher="arXiv"), "", (), True),
        (Fields(type="article", publisher="Zenodo"), "", (), True),
        (Fields(type="article", container_title="Invented ePrint Archive"), "", (), True),
        (Fields(type="article-journal"), "10.1101/2020.01.01.123456", (), True),
        (Fields(type="article", container_title="Invented Nerves", volume="3"), "", (), False),
        (Fields(type="article", container_title="Invented Nerves", page="1-9"), "", (), False),
        (ARTICLE, "10.1101/2020.01.01.123456", (), False),
        (Fields(type="article-journal"), "10.1101/gr.1234", (), False),
        (Fields(type="dataset", publisher="Zenodo"), "", ("Dataset",), False),
        (ARTICLE, "10.5555/a", ("Journal Article",), False),
        (Fields(), "", (), False),
        (Fields(type="document", url="https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1"), "", (), True),
        (Fields(type="webpage", url="https://europepmc.org/article/PPR/PPR12345"), "", (), True),
        (Fields(type="article-journal", volume="3", url="https://www.biorxiv.org/content/1"), "", (), False),
        (Fields(type="dataset", url="https://osf.io/preprints/abc"), "", (), False),
        (Fields(type="document", url="https://osf.io/abc"), "", (), False),
    ],
)
def test_a_preprint_is_told_by_its_kind_its_server_or_its_doi(
    said: Fields, doi: str, types: tuple[str, ...], found: bool
) -> None:
    assert is_preprint(Record(1, "library", "a", Ids(doi=doi), said, types=types)) == found


def test_one_record_of_a_work_is_enough() -> None:
    one, other = (Record(1, "library", name, Ids(), said) for name, said in (("a", ARTICLE), ("b", PREPRINT)))
    assert (is_preprint(one), is_preprint(one, other), is_preprint()) == (False, True, False)
