"""Articles that are cut out of an answer one at a time are those that are read when it is parsed as a whole."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Record
from cluneal_lit.sources import pubmed, pubmed_stream
from tests.services.works import Work, article, article_set
from tests.sources.recorded import SAMPLE, pubmed_reply

BODY = article_set([article(Work(f"Invented work {pmid}: α", pmid=str(pmid), authors=("A, B",))) for pmid in (1, 2, 3)])


def records(pieces: Iterator[bytes]) -> list[Record]:
    return list(pubmed.records(pieces, []))


def in_pieces(body: bytes, size: int) -> Iterator[bytes]:
    return (body[start : start + size] for start in range(0, len(body), size))


@given(st.integers(1, 700))
def test_it_does_not_matter_how_the_answer_is_cut_into_pieces(size: int) -> None:
    assert records(in_pieces(BODY, size)) == records(iter([BODY]))


@pytest.mark.parametrize("mark", [b"<!-- a comment -->", b"<x><![CDATA[</PubmedArticle>]]></x>"])
def test_an_answer_with_comments_or_cdata_is_read_as_a_whole(mark: bytes) -> None:
    marked = BODY.replace(b"<PubmedArticle>", mark + b"<PubmedArticle>", 1)
    assert [record for record in records(iter([marked])) if record.id] == records(iter([BODY]))


def test_an_article_inside_a_comment_is_none() -> None:
    hidden = BODY.replace(b"<PubmedArticle>", b"<!-- <PubmedArticle>", 1).replace(
        b"</PubmedArticle>", b"</PubmedArticle> -->", 1
    )
    assert [record.id for record in records(iter([hidden]))] == ["pmid:2", "pmid:3"]


def test_reference_lists_within_reference_lists_are_left_out() -> None:
    own = b"<ArticleIdList><ArticleId IdType='doi'>10.5555/%s</ArticleId></ArticleIdList>"
    inner = b"<ReferenceList><Reference>" + own % b"cited" + b"</Reference></ReferenceList>"
    whole = b"<ReferenceList><Title>t</Title>" + inner + inner + b"</ReferenceList>"
    data = b"<PubmedData>" + whole + own % b"own" + b"</PubmedData>"
    citation = b"<MedlineCitation><PMID>1</PMID><Article/></MedlineCitation>"
    body = b"<PubmedArticleSet><PubmedArticle>" + citation + data + b"</PubmedArticle></PubmedArticleSet>"
    (found,) = records(iter([body]))
    assert found.ids.doi == "10.5555/own"


def test_what_is_cut_off_is_told_after_what_came_before_it() -> None:
    found = pubmed.records(in_pieces(BODY[:-200], 100), [])
    assert [next(found).id, next(found).id] == ["pmid:1", "pmid:2"]
    with pytest.raises(pubmed_stream.Unreadable, match="its XML is cut off or broken"):
        list(found)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_real_answer_cut_off_at_any_byte_gives_one_error(shared: Path, data: st.DataObject) -> None:
    body = (shared / "recorded/pubmed-xml" / SAMPLE).read_bytes()
    end = body.rindex(b"</PubmedArticleSet>")
    cut = data.draw(st.integers(0, end))
    with pytest.raises(SourceError, match=r"^PubMed gave no usable answer: [^\n]*$"):
        pubmed_reply(body[:cut], "1")


def test_memory_does_not_grow_with_the_answer(shared: Path) -> None:
    body = (shared / "recorded/pubmed-xml/biblio-glutton_31388315.xml").read_bytes()
    start, end = body.index(b"<PubmedArticle>"), body.rindex(b"</PubmedArticle>") + 16

    def most(copies: int) -> int:
        pieces = (piece for part in (body[:start], *[body[start:end]] * copies, body[end:]) for piece in [part])
        tracemalloc.start()
        assert sum(1 for _ in pubmed.records(pieces, [])) == copies
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    most(2)
    assert most(200) < most(20) + 100_000
