"""What is asked next, while answers bring new questions."""

from __future__ import annotations

from datetime import date

from cluneal_lit.model import Asked, Candidates, Fields, Ids, Record, Reply, Request, Services
from cluneal_lit.sources.inquiry import Inquiry
from cluneal_lit.sources.questions import Due

DUE = Due(date(2026, 11, 20))


def inquiry(*ids: Ids, lines: dict[str, Asked] | None = None) -> Inquiry:
    return Inquiry([(one, 2001) for one in ids], lines or {}, frozenset(), DUE, Services(), {})


def sizes(requests: tuple[Request, ...]) -> list[tuple[str, int]]:
    return [(request.source, len(request.ids)) for request in requests]


def record(source: str, name: str, ids: Ids) -> Record:
    return Record(format=1, source=source, id=name, ids=ids, fields=Fields())


def article(pmid: str, doi: str) -> Record:
    return record("pubmed", f"pmid:{pmid}", Ids(pmid=pmid, doi=doi))


def here(*names: str) -> Reply:
    """Crossref's reply that it has these DOIs."""
    return Reply(records=tuple(record("crossref", name, Ids(doi=name.partition(":")[2])) for name in names))


def found(request: Request, *pmids: str) -> Reply:
    """What PubMed's search found for the DOIs of a request."""
    return Reply(candidates=tuple(Candidates(name, pmids) for name in request.ids))


def searching(*ids: Ids, lines: dict[str, Asked] | None = None) -> tuple[Inquiry, Request]:
    """An inquiry that has heard from Crossref about all of its DOIs, and its request to search PubMed for them."""
    asking = inquiry(*ids, lines=lines)
    (crossref,) = asking.requests()
    asking.take(crossref, here(*crossref.ids))
    (search,) = asking.requests()
    return asking, search


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
    searches: list[Request] = []
    for request in requests:
        asking.take(request, here(*request.ids))
        searches += asking.requests()
    assert sizes(tuple(searches)) == [("pubmed-doi", 50)] * 200


def test_the_records_say_which_doi_has_which_pmid_whatever_the_order() -> None:
    asking, search = searching(*dois(3))
    assert asking.take(search, found(search, "pmid:8", "pmid:7")) == found(search, "pmid:8", "pmid:7")
    (efetch,) = asking.requests()
    assert (efetch.source, efetch.ids, list(asking.settled)) == ("pubmed", ("pmid:8", "pmid:7"), [])
    records = Reply(records=(article("7", "10.5555/2"), article("8", "10.5555/0")))
    assert asking.take(efetch, records) == records
    links = (("doi:10.5555/0", "pmid:8"), ("doi:10.5555/2", "pmid:7"))
    assert list(asking.settled) == [Reply(links=links, absent=("doi:10.5555/1",))]
    assert asking.requests() == ()


def test_a_record_that_bears_none_of_the_dois_is_not_stored_and_its_own_doi_not_asked_about() -> None:
    asking, search = searching(*dois(1))
    asking.take(search, found(search, "pmid:7", "pmid:8"))
    (efetch,) = asking.requests()
    answer = Reply(records=(article("7", "10.5555/another"),), links=(("pmid:8", "pmid:9"),))
    assert asking.take(efetch, answer) == Reply()
    assert list(asking.settled) == [Reply(absent=("doi:10.5555/0",))]
    assert (asking.requests(), asking.names, asking.asked) == ((), 1, 1)


def test_a_doi_whose_pmids_were_not_answered_is_not_called_absent() -> None:
    asking, search = searching(*dois(2))
    asking.take(search, found(search, "pmid:7", "pmid:8"))
    (efetch,) = asking.requests()
    one = Reply(records=(article("7", "10.5555/0"),), failed=(("pmid:8", "down"),))
    assert asking.take(efetch, one) == one
    assert list(asking.settled) == [Reply(links=(("doi:10.5555/0", "pmid:7"),))]


def test_pmids_bring_no_search_for_their_dois() -> None:
    asking = inquiry(Ids(pmid="1"), Ids(doi="10.5555/1"))
    (efetch,) = asking.requests()
    asking.take(efetch, Reply(records=(article("1", "10.5555/1"),)))
    (crossref,) = asking.requests()
    asking.take(crossref, here(*crossref.ids))
    assert (asking.requests(), list(asking.settled)) == ((), [])


def test_a_doi_beside_a_pmid_is_searched_for_when_the_record_of_the_pmid_does_not_bear_it() -> None:
    asking = inquiry(Ids(pmid="1", doi="10.5555/1"))
    (efetch,) = asking.requests()
    asking.take(efetch, Reply(records=(article("1", ""),)))
    (crossref,) = asking.requests()
    asking.take(crossref, here(*crossref.ids))
    (search,) = asking.requests()
    asking.take(search, found(search, "pmid:1"))
    assert (asking.requests(), list(asking.settled)) == ((), [Reply(absent=("doi:10.5555/1",))])


def test_a_doi_that_a_record_bears_by_now_is_not_searched_for() -> None:
    asking = inquiry(Ids(pmid="1"), *dois(71))
    efetch, crossref = asking.requests()
    asking.take(crossref, here(*crossref.ids))
    (search,) = asking.requests()  # full; the others wait for what else Crossref has
    late = next(name for name in crossref.ids if name not in search.ids)
    asking.take(efetch, Reply(records=(article("1", late.partition(":")[2]),)))
    (last,) = asking.requests()
    asking.take(last, here(*last.ids))
    (rest,) = asking.requests()
    assert {*search.ids, *rest.ids} == {*crossref.ids, *last.ids} - {late}


def test_what_waits_for_each_other_goes() -> None:
    asking = inquiry(Ids(pmid="1"), *dois(71))
    efetch, crossref = asking.requests()
    asking.take(crossref, here(*crossref.ids))
    (search,) = asking.requests()
    asking.take(search, found(search, "pmid:7"))
    assert asking.requests() == ()
    asking.take(efetch, Reply(records=(article("1", ""),)))
    assert sizes(asking.requests()) == [("pubmed", 1), ("crossref", 1), ("pubmed-doi", 20)]
