"""Which work each citation means."""

from __future__ import annotations

from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.model import Citation, Decision, Ids, Resolution, Work
from tests.made import citation, fields, record, work

FIRST = work(record(doi="10.5555/first"), keys=("quimby2019", "old"))
SECOND = work(
    record(name="pmid:90000002", said=fields(title="Another invention", authors="Zabel C", year="2001")),
    keys=("zabel2001",),
)
WORKS = (FIRST, SECOND)


def resolved(*citations: Citation, links: dict[str, str] | None = None) -> list[tuple[tuple[str, ...], str]]:
    return [(found.works, found.how) for found in resolutions(citations, WORKS, links or {})]


def test_an_identifier_leads_to_its_work() -> None:
    cited = citation(ids=Ids(doi="10.5555/first"))
    assert resolved(cited) == [(("quimby2019",), "id")]


def test_identifiers_of_two_works_lead_to_both() -> None:
    cited = citation(ids=Ids(pmid="90000002", doi="10.5555/first"))
    assert resolved(cited) == [(("zabel2001", "quimby2019"), "id")]


def test_a_replaced_identifier_leads_to_where_it_is_now() -> None:
    cited = citation(ids=Ids(pmid="80000000"))
    assert resolved(cited, links={"pmid:80000000": "pmid:90000002"}) == [(("zabel2001",), "id")]


def test_a_second_identifier_of_a_work_leads_to_it_too() -> None:
    works = (Work(FIRST.keys, FIRST.records, None, FIRST.ids, also=("doi:10.5555/second",)), SECOND)
    (found,) = resolutions([citation(ids=Ids(doi="10.5555/second"))], works, {})
    assert (found.works, found.how) == (("quimby2019",), "id")


def test_a_key_or_an_alias_leads_to_its_work() -> None:
    cited = [citation(form="key", cited_as=key, line=line) for line, key in enumerate(("quimby2019", "old", "no"), 1)]
    assert resolved(*cited) == [(("quimby2019",), "key"), (("quimby2019",), "key"), ((), "")]


def test_a_text_leads_to_the_work_that_it_describes() -> None:
    assert resolved(citation(said=fields())) == [(("quimby2019",), "text")]


def test_a_text_whose_identifier_nobody_knows_still_leads_to_its_work() -> None:
    assert resolved(citation(said=fields(), ids=Ids(pmid="1"))) == [(("quimby2019",), "text")]


def test_a_marker_leads_through_the_list_of_its_document() -> None:
    entry = citation(said=fields(), in_list=True, number=2, line=9)
    here = citation("(2)", form="marker", numbers=(2,))
    elsewhere = citation("(2)", form="marker", numbers=(2,), document="other.md")
    assert resolved(here, elsewhere, entry) == [(("quimby2019",), "list"), ((), ""), (("quimby2019",), "text")]


PAPER_AT_ARXIV = record("datacite", "doi:10.48550/arxiv.2101.00001", arxiv="2101.00001")
ARXIV = work(PAPER_AT_ARXIV, keys=("preprint",))


def test_an_arxiv_id_and_its_doi_lead_to_the_same_work() -> None:
    brought = work(record("library", "mine.json#x", arxiv="2101.00001"), keys=("mine",))
    cited = [citation(ids=ids) for ids in (Ids(arxiv="2101.00001"), Ids(doi="10.48550/arxiv.2101.00001"))]
    for known in (ARXIV, brought):
        assert {found.works for found in resolutions(cited, (known,), {})} == {known.keys[:1]}


def test_the_arxiv_id_beside_a_papers_own_is_no_second_work() -> None:
    cited = citation(ids=Ids(doi="10.5555/first", arxiv="2101.00001"))
    (found,) = resolutions([cited], (FIRST, ARXIV), {})
    assert found.works == ("quimby2019",)


def test_the_arxiv_id_of_another_work_is_told_apart() -> None:
    cited = citation(ids=Ids(pmid="90000002", arxiv="2101.00001"))
    (found,) = resolutions([cited], (SECOND, ARXIV), {})
    assert found.works == ("zabel2001", "preprint")


def decided(cited: Citation, *said: str) -> Resolution:
    """The resolution of a citation by decisions such as `accept pmid:90000002`."""
    decisions = [Decision(kind, f"{cited.id} {work}") for kind, work in (one.split(" ", 1) for one in said)]
    (found,) = resolutions([cited], WORKS, {"pmid:80000000": "pmid:90000002"}, decisions)
    assert found.decisions == tuple(decisions)
    return found


def test_an_accepted_work_is_meant_whatever_text_and_identifier_say() -> None:
    for name in ("pmid:90000002", "PMID: 90000002", "pmid:80000000", "zabel2001"):
        for cited in (citation(said=fields()), citation(ids=Ids(doi="10.5555/first")), citation()):
            found = decided(cited, f"accept {name}")
            assert (found.works, found.how, found.answer) == (("zabel2001",), "decision", "match")
    found = decided(citation(said=fields()), "accept zabel2001")
    assert found.score < 0 and found.why[0].startswith("title: contradicting")


def test_an_accepted_work_that_is_not_known_yet_is_no_other() -> None:
    found = decided(citation(said=fields()), "accept pmid:90000009")
    assert (found.works, found.how, found.answer) == ((), "decision", "match")


def test_a_refused_work_is_not_meant_by_its_likeness_under_any_of_its_names() -> None:
    for name in ("quimby2019", "old", "pmid:90000001", "doi:10.5555/first"):
        found = decided(citation(said=fields()), f"reject {name}")
        assert (found.works, found.how, found.answer) == ((), "", "none")
        assert {"quimby2019", "pmid:90000001", "doi:10.5555/first"} <= set(found.refused)


def test_the_next_candidate_may_still_match() -> None:
    twin = work(record(name="pmid:90000007"), keys=("twin",))
    cited = citation(said=fields())
    works = (FIRST, twin)
    assert [found.answer for found in resolutions([cited], works, {})] == ["unsure"]
    (found,) = resolutions([cited], works, {}, [Decision("reject", f"{cited.id} quimby2019")])
    assert (found.works, found.how) == (("twin",), "text")


def test_a_decision_is_about_one_citation_and_those_that_mean_it() -> None:
    entry = citation(said=fields(), in_list=True, number=2, line=9)
    marker = citation("(2)", form="marker", numbers=(2,))
    other = citation(said=fields(), line=7)
    decision = Decision("accept", f"{entry.id} zabel2001")
    found = resolutions([marker, other, entry], WORKS, {}, [decision, Decision("waive", f"{other.id} zabel2001")])
    assert [(one.works, one.how) for one in found] == [
        (("zabel2001",), "list"),
        (("quimby2019",), "text"),
        (("zabel2001",), "decision"),
    ]
