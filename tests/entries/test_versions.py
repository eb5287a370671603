"""What the works of a collection tell of each other. All of it is invented, the Cochrane DOIs too."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.entries.versions import told
from cluneal_lit.model import Fields, Ids, Relation, Work
from tests.made import fields, record, work
from tests.sources.recorded import pubmed_record

REVIEW = "10.1002/14651858.cd999999"


def review(version: str, year: str, key: str) -> Work:
    return work(record("crossref", f"doi:{REVIEW}{version}", fields(year=year)), keys=(key,))


ARTICLE = fields(year="2023")
PREPRINT = replace(fields(year="2023", volume="", page=""), type="article")


def article(*ties: Relation, doi: str = "10.5555/paper", key: str = "paper", said: Fields = ARTICLE) -> Work:
    return work(replace(record("crossref", f"doi:{doi}", said), relations=ties), keys=(key,))


def preprint(doi: str = "10.5555/p", key: str = "preprint", *ties: Relation) -> Work:
    return article(*ties, doi=doi, key=key, said=PREPRINT)


def tie(kind: str, source: str = "crossref") -> Relation:
    direction = "of" if kind == "preprint" else "in"
    return Relation(kind, direction, Ids(doi="10.5555/paper"), dates.parse("2023"), source)  # type: ignore[arg-type]


def test_a_cochrane_review_is_superseded_by_the_newest_version_in_the_collection() -> None:
    works = (review("", "2001", "old"), review(".pub3", "2019", "new"), review(".pub2", "2010", "middle"))
    newest = Relation("update", "in", Ids(doi=f"{REVIEW}.pub3"), dates.parse("2019"), "doi")
    assert told(works) == {"old": (newest,), "middle": (newest,)}


def test_another_review_supersedes_none() -> None:
    other = work(record("crossref", "doi:10.1002/14651858.cd999998.pub2"), keys=("other",))
    assert told((review("", "2001", "old"), other)) == {}


@pytest.mark.parametrize("named", ["10.5555/p", "10.5555/p/v1", "10.5555/p/v2"])
@pytest.mark.parametrize("cited", ["10.5555/p", "10.5555/p/v1"])
def test_a_preprint_was_published_when_its_paper_says_so_whatever_the_version(named: str, cited: str) -> None:
    works = (preprint(cited), article(Relation("preprint", "in", Ids(doi=named))))
    assert told(works) == {"preprint": (tie("preprint"),)}


def test_an_update_of_a_preprint_is_its_publication_and_of_a_review_its_newer_version() -> None:
    paper = article(Relation("update", "of", Ids(doi="10.5555/old")))
    assert told((paper, preprint("10.5555/old"))) == {"preprint": (tie("preprint"),)}
    assert told((paper, article(doi="10.5555/old", key="old"))) == {"old": (tie("update"),)}
    newer = preprint("10.5555/paper", "paper", Relation("update", "of", Ids(doi="10.5555/old")))
    assert told((newer, preprint("10.5555/old"))) == {"preprint": (tie("update"),)}


def test_an_article_that_is_named_as_a_preprint_is_none() -> None:
    assert told((article(Relation("preprint", "in", Ids(doi="10.5555/b"))), article(doi="10.5555/b", key="b"))) == {}


def test_a_recorded_paper_tells_that_its_preprint_was_published(shared: Path) -> None:
    paper = work(pubmed_record(shared, "metapub_36156117.xml", "36156117"), keys=("paper",))
    cited = preprint("10.21203/rs.3.rs-1800050/v1")
    (found,) = told((cited, paper))["preprint"]
    assert found == Relation(
        "preprint", "of", Ids(pmid="36156117", doi="10.1093/cid/ciac769"), paper.records[0].fields.issued, "pubmed"
    )
