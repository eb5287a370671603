"""What is asked next, while answers bring new questions."""

from __future__ import annotations

from datetime import date

from cluneal_lit.model import Asked, Fields, Ids, Record, Reply, Request, Services
from cluneal_lit.sources.inquiry import Inquiry
from cluneal_lit.sources.questions import Due

DUE = Due(date(2026, 11, 20))


def inquiry(*ids: Ids, lines: dict[str, Asked] | None = None) -> Inquiry:
    return Inquiry([(one, 2001) for one in ids], {} if lines is None else lines, frozenset(), DUE, Services())


def sizes(requests: tuple[Request, ...]) -> list[tuple[str, int]]:
    return [(request.source, len(request.ids)) for request in requests]


def record(source: str, name: str, ids: Ids) -> Record:
    return Record(format=1, source=source, id=name, ids=ids, fields=Fields())


def dois(count: int) -> list[Ids]:
    return [Ids(doi=f"10.5555/{number}") for number in range(count)]


def test_full_lists_go_at_once_and_the_rest_waits_for_what_pubmed_brings() -> None:
    asking = inquiry(Ids(pmid="1"), *dois(145))
    first = asking.requests()
    assert sizes(first) == [("pubmed", 1), ("crossref", 70), ("crossref", 70)]
    brought = record("pubmed", "pmid:1", Ids(pmid="1", doi="10.5555/brought"))
    asking.take(first[0], Reply(records=(brought,)))
    assert sizes(asking.requests()) == [("crossref", 6)]
    assert (asking.answered, asking.total, asking.names) == (1, 147, 147)


def test_nothing_waits_where_nothing_can_come() -> None:
    assert sizes(inquiry(*dois(3)).requests()) == [("crossref", 3)]


def test_what_failed_is_not_waited_for() -> None:
    asking = inquiry(Ids(pmid="1"), *dois(2))
    (efetch,) = asking.requests()
    assert asking.requests() == ()
    asking.take(efetch, Reply(failed=(("pmid:1", "down"),)))
    assert asking.failed == {("pubmed", "down"): 1}
    assert sizes(asking.requests()) == [("crossref", 2)]


def test_what_a_list_left_out_is_asked_about_alone_at_once() -> None:
    asking = inquiry(*dois(2))
    (both,) = asking.requests()
    asking.take(both, Reply(unclear=both.ids))
    assert sizes(asking.requests()) == [("crossref", 1), ("crossref", 1)]


def test_who_never_gives_a_clear_answer_is_not_asked_for_ever() -> None:
    asking = inquiry(*dois(1))
    requests = list(asking.requests())
    for _ in range(100):
        if not requests:
            break
        asking.take(requests.pop(), Reply(unclear=("doi:10.5555/0",)))
        requests += asking.requests()
    assert (requests, asking.failed) == ([], {("crossref", "it never gave a clear answer"): 1})


def test_the_list_of_deleted_pmids_is_fetched_once_and_last() -> None:
    asking = inquiry(Ids(pmid="1"), Ids(pmcid="PMC9"))
    order = []
    requests = list(asking.requests())
    while requests:
        request = requests.pop(0)
        order.append(request.source)
        if request.source == "idconv":
            asking.take(request, Reply(records=(record("idconv", "pmcid:PMC9", Ids(pmcid="PMC9", pmid="2")),)))
        else:
            asking.take(request, Reply(absent=request.ids))
        requests += asking.requests()
    assert order == ["idconv", "pubmed", "pubmed", "deleted"]


def test_a_doi_leads_to_its_agency_and_that_to_datacite() -> None:
    asking = inquiry(*dois(1))
    (alone,) = asking.requests()
    asking.take(alone, Reply(absent=alone.ids))
    (agency,) = asking.requests()
    asking.take(agency, Reply(links=(("doi:10.5555/0", "DataCite"),)))
    assert sizes(asking.requests()) == [("datacite", 1)]
    assert asking.asked == 1  # identifier, whoever was asked


def test_ten_thousand_identifiers_are_planned_in_linear_time() -> None:
    asking = inquiry(*dois(10_000))
    requests = asking.requests()
    assert len(requests) == 143
    for request in requests:
        found = tuple(record("crossref", name, Ids(doi=name.partition(":")[2])) for name in request.ids)
        asking.take(request, Reply(records=found))
        assert asking.requests() == ()
