"""References without an identifier find their works at the services; every work is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.cli.project import FINE, OTHER, RETRACTED, answer, call, make
from tests.services import Loopback, Work, loopback

WHOLE = "Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109."
MISSPELT = "Quimby A, Orlow B. An invented trial of nerve blocks. J Invent Med. 2019;21:101-109."
KNEE = "Yarrow D. Something else entirely about invented knees. Invented Knee Letters. 2001;1:1-2."
NEVER = "Nemo N. Effects of a block that nobody has ever described. J Invent Med. 2019;12(3):101-109."
SEARCHES = ("ecitmatch", "pubmed-search", "crossref-search")


@pytest.fixture
def service() -> Iterator[Loopback]:
    with loopback(FINE, RETRACTED, replace(OTHER, pmid="")) as running:
        yield running


def project(folder: Path, service: Loopback, *references: str) -> Path:
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(references, 1))
    return make(folder, service.services, f"# Notes\n\nReferences\n\n{listed}\n")


def searches(folder: Path) -> dict[str, str]:
    lock = folder / "references" / "lock.jsonl"
    lines = map(json.loads, lock.read_text().splitlines() if lock.exists() else ())
    return {one["source"]: f"{one['state']} {one.get('to', '')}".rstrip() for one in lines if one["source"] in SEARCHES}


def verdicts(folder: Path) -> list[str]:
    return [one["verdict"] for one in answer(folder, "check")["citations"]]


def paths(service: Loopback) -> list[str]:
    return [one.path.rpartition("/")[2] for one in service.requests]


def test_a_whole_reference_is_found_by_its_journal_volume_and_page(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, WHOLE)
    told = answer(folder, "refresh")
    assert (told["searched"], told["found"], told["asked"]) == (1, 1, 1)
    assert told["changed"] == ["pubmed/pmid:90000001", "crossref/doi:10.5555/invented.1"]
    assert paths(service) == ["ecitmatch.cgi", "efetch.fcgi", "10.5555%2Finvented.1"]
    assert searches(folder) == {"ecitmatch": "elsewhere pmid:90000001"}
    assert verdicts(folder) == ["verified"]


def test_a_misspelt_reference_is_found_by_words_of_its_title(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, MISSPELT)
    assert answer(folder, "refresh")["found"] == 1
    assert searches(folder) == {"pubmed-search": "elsewhere pmid:90000001"}
    assert verdicts(folder) == ["inexact"]


def test_what_pubmed_lacks_is_found_at_crossref(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, KNEE)
    assert answer(folder, "refresh")["changed"] == ["crossref/doi:10.5555/invented.3"]
    assert searches(folder) == {"crossref-search": "elsewhere doi:10.5555/invented.3"}
    assert verdicts(folder) == ["verified"]


def test_a_second_run_asks_nothing(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, WHOLE, NEVER)
    call(folder, "run")
    service.requests.clear()
    assert answer(folder, "run")["written"] == []
    assert service.requests == []


def test_an_invented_reference_with_the_numbers_of_a_real_one_is_unresolved(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, NEVER)
    told = answer(folder, "run")
    assert (told["complete"], told["counts"]["works"]) == (True, 0)
    near = {"ecitmatch": "absent pmid:90000001", "crossref-search": "absent doi:10.5555/invented.1"}
    assert searches(folder) == dict.fromkeys(SEARCHES, "absent") | near
    assert verdicts(folder) == ["unresolved"]
    (finding,) = [one for one in told["findings"] if one["code"] == "LIT401"]
    assert finding["message"].startswith("no work in the library, the records, PubMed and Crossref (searched 20")
    place = "same year, journal, volume, pages; other title, author"
    near = f"; nearest: Quimby A 2019, {FINE.title} (pmid:90000001): {place}"
    assert finding["message"].endswith(near)  # once, though Crossref brought it too
    (match,) = json.loads((folder / "references" / "matches.json").read_text())
    assert (match["answer"], sorted(match["searched"])) == ("none", sorted(SEARCHES))
    (evidence, *_) = answer(folder, "check")["citations"][0]["evidence"]
    assert evidence.startswith("PubMed's citation matcher: nothing certain (asked 20")
    assert evidence.endswith(near)


def test_an_outage_is_no_verdict_and_the_next_run_searches_again(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, NEVER)
    service.fault("crossref", status=403)
    told = answer(folder, "run")
    assert (told["complete"], searches(folder), verdicts(folder)) == (False, {}, ["unchecked"])
    service.mend("crossref")
    assert answer(folder, "run")["complete"]
    assert verdicts(folder) == ["unresolved"]


def test_what_one_service_finds_stands_though_another_is_down(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, KNEE)
    service.fault("pubmed", status=403)
    told = answer(folder, "run")
    assert (told["complete"], verdicts(folder)) == (False, ["verified"])


def test_without_searches_no_text_leaves_the_machine(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, WHOLE, "See PMID: 90000002.")
    config = folder / "cluneal-lit.toml"
    config.write_text("search = false\n" + config.read_text())
    told = answer(folder, "run")
    assert told["complete"]
    assert "Quimby" not in str([asked.params for asked in service.requests])
    assert sorted(set(paths(service))) == ["10.5555%2Finvented.2", "efetch.fcgi"]
    assert verdicts(folder) == ["unchecked", "verified"]


def test_only_what_was_asked_about_before_is_searched_again_when_it_is_stale(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, NEVER)
    assert answer(folder, "refresh", "--only-stale")["searched"] == 0
    call(folder, "refresh")
    assert answer(folder, "refresh", "--all")["searched"] == 1
    lock = folder / "references" / "lock.jsonl"
    lock.write_text(lock.read_text().replace('"day":"20', '"day":"19'))
    assert answer(folder, "refresh", "--only-stale")["searched"] == 1


def test_a_reference_that_an_identifier_beside_it_explains_is_not_searched_for(
    tmp_path: Path, service: Loopback
) -> None:
    folder = project(tmp_path, service, WHOLE, "The same again (PMID: 90000001).")
    assert answer(folder, "refresh")["searched"] == 0
    assert verdicts(folder) == ["verified", "verified"]


@pytest.mark.parametrize("wrong", ["PMID: 90000077", "PMID: 90000002", "doi:10.5555/nowhere"])
def test_the_work_of_a_text_is_searched_for_where_its_identifier_leads_astray(
    tmp_path: Path, service: Loopback, wrong: str
) -> None:
    folder = project(tmp_path, service, f"{WHOLE} {wrong}")
    told: Any = answer(folder, "run")
    (message,) = [one["message"] for one in told["findings"] if one["code"] in ("LIT202", "LIT403")]
    kind = "pmid:90000001" if "PMID" in wrong else "doi:10.5555/invented.1"
    assert f"; did you mean {kind} (" in message
    assert verdicts(folder) == ["mismatch" if "90000002" in wrong else "absent"]
    service.requests.clear()
    call(folder, "run")
    assert service.requests == []
    assert json.loads(call(folder, "prune", "--json").stdout)["records"] == []


def test_of_an_invented_reference_with_an_invented_identifier_both_are_told(tmp_path: Path, service: Loopback) -> None:
    told: Any = answer(project(tmp_path, service, f"{NEVER} doi:10.5555/nowhere"), "run")
    found = {one["code"]: one["message"] for one in told["findings"]}
    assert {"LIT202", "LIT401"} <= found.keys()
    assert "PubMed and Crossref (searched 20" in found["LIT401"]
    assert "; nearest: Quimby A 2019, " in found["LIT401"]


def test_the_work_that_lent_its_title_to_an_invented_reference_is_what_came_nearest(
    tmp_path: Path, service: Loopback
) -> None:
    made_of_two = f"Yarrow D, Nemo N. {FINE.title}. Invented Knee Letters. 2001;1:1-2."
    told: Any = answer(project(tmp_path, service, made_of_two), "run")
    (message,) = [one["message"] for one in told["findings"] if one["code"] == "LIT401"]
    other = "same title; other author, year, journal, volume, pages"
    assert message.endswith(f"; nearest: Quimby A 2019, {FINE.title} (doi:10.5555/invented.1): {other}")


@pytest.mark.parametrize(
    ("other", "near"),
    [
        (replace(FINE, doi="", pmcid="", types=("Published Erratum",)), "pmid:90000001, erratum"),
        (
            Work(FINE.title, doi="10.65215/copy", authors=FINE.authors, journal=FINE.journal, year=2019),
            "doi:10.65215/copy",
        ),
        (
            Work(FINE.title, doi="10.5555/pre", authors=FINE.authors, year=2019, types=("Preprint",)),
            "doi:10.5555/pre, preprint",
        ),
    ],
    ids=["an erratum", "a copy", "a preprint"],
)
def test_what_carries_the_title_of_a_work_is_not_the_work(tmp_path: Path, other: Work, near: str) -> None:
    with loopback(other) as service:
        folder = project(tmp_path, service, WHOLE)
        told: Any = answer(folder, "run")
    assert (told["counts"]["works"], verdicts(folder)) == (0, ["unresolved"])
    (finding,) = [one for one in told["findings"] if one["code"] == "LIT401"]
    assert f"; nearest: Quimby A 2019, {FINE.title} ({near}): same title, author, year" in finding["message"]


LONG = "Stimulation of an invented nerve for chronic refractory pain in adults"
CITED = f"Quimby A, Orlov B. {LONG}. Nature Medicine. 2021."
PAPER = replace(FINE, title=LONG, pmid="", pmcid="", doi="10.5555/paper", journal="Nature Medicine", year=2021)


@pytest.mark.parametrize(
    "title",
    [
        *("Correction to: {}", "Author Correction: {}", "Erratum: {}", "Retraction Note: {}", "Reply to: {}"),
        *("Corrigendum to “{}”", "Response to comment on “{}”", 'Peer review of "{}"', 'Decision letter for "{}"'),
    ],
)
def test_what_says_in_its_title_that_it_is_about_the_work_is_not_the_work(tmp_path: Path, title: str) -> None:
    notice = replace(PAPER, title=title.format(LONG), doi="10.5555/notice", volume="27", pages="900")
    with loopback(notice, PAPER) as service:
        folder = project(tmp_path, service, CITED)
        call(folder, "run")
        assert searches(folder)["crossref-search"] == "elsewhere doi:10.5555/paper"
    (tmp_path / "alone").mkdir()
    with loopback(notice) as service:
        folder = project(tmp_path / "alone", service, CITED)
        call(folder, "run")
        assert verdicts(folder) == ["unresolved"]


def test_a_retracted_paper_is_the_paper(tmp_path: Path) -> None:
    with loopback(replace(PAPER, title=f"RETRACTED: {LONG}")) as service:
        folder = project(tmp_path, service, CITED)
        call(folder, "run")
        assert searches(folder)["crossref-search"] == "elsewhere doi:10.5555/paper"


@pytest.mark.parametrize(("journal", "found"), [("Nature Medicine", False), ("medRxiv", True)])
def test_a_preprint_is_found_where_a_preprint_is_cited(tmp_path: Path, journal: str, found: bool) -> None:
    with loopback(Work(LONG, doi="10.5555/pre", authors=FINE.authors, year=2021, types=("Preprint",))) as service:
        folder = project(tmp_path, service, CITED.replace("Nature Medicine", journal))
        assert answer(folder, "refresh")["found"] == found


def test_equal_references_are_searched_for_once(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, NEVER)
    documents = folder / "references" / "documents"
    (documents / "other.md").write_text((documents / "notes.md").read_text())
    assert answer(folder, "refresh")["searched"] == 2
    assert len(set(paths(service))) == len(paths(service))
    assert verdicts(folder) == ["unresolved", "unresolved"]


def test_what_a_search_brought_is_not_asked_for_again(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, WHOLE)
    answer(folder, "refresh", "--all")
    assert paths(service) == ["ecitmatch.cgi", "efetch.fcgi", "10.5555%2Finvented.1"]


def test_two_works_of_the_library_that_fit_alike_are_searched_for_once(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, WHOLE)
    (folder / "references" / "library").mkdir()
    entry = {
        **{"type": "article-journal", "title": FINE.title, "container-title": FINE.journal, "volume": "12"},
        **{"author": [{"family": "Quimby", "given": "Ada"}], "issued": {"date-parts": [[2019]]}, "page": "101-109"},
    }
    entries = [{**entry, "id": name, "DOI": f"10.5555/twin.{name}"} for name in "ab"]
    (folder / "references" / "library" / "twins.json").write_text(json.dumps(entries))
    call(folder, "run")
    service.requests.clear()
    call(folder, "run")
    assert service.requests == []
    assert call(folder, "run", "--frozen").returncode < 2


def test_a_comment_that_is_cited_for_itself_is_found_by_its_page(tmp_path: Path) -> None:
    with loopback(replace(FINE, types=("Letter", "Comment"))) as service:
        folder = project(tmp_path, service, WHOLE)
        assert answer(folder, "refresh")["found"] == 1


def test_a_copy_beside_the_work_does_not_make_it_unsure(tmp_path: Path) -> None:
    with loopback(PAPER, replace(PAPER, doi="10.65215/copy")) as service:
        folder = project(tmp_path, service, CITED)
        call(folder, "run")
        assert searches(folder)["crossref-search"] == "elsewhere doi:10.5555/paper"


def test_what_a_search_finds_later_is_no_news_of_a_work(tmp_path: Path) -> None:
    with loopback(OTHER) as service:
        folder = project(tmp_path, service, WHOLE)
        call(folder, "refresh")
    with loopback(FINE) as service:
        make(tmp_path / "x", service.services)
        (folder / "cluneal-lit.toml").write_text((tmp_path / "x" / "cluneal-lit.toml").read_text())
        assert answer(folder, "refresh", "--all")["found"] == 1
    assert not (folder / "references" / "changes.jsonl").exists()


def test_a_sibling_is_not_the_work(tmp_path: Path) -> None:
    first = replace(FINE, title=f"{LONG}: part I", doi="10.5555/one", volume="8", issue="2", pages="201-211", year=2017)
    second = replace(first, title=f"{LONG}: part II", pmid="90000101", pmcid="", doi="10.5555/two", pages="301-311")
    cited = f"Quimby A, Orlov B. {LONG}: part II. J Invent Med. 2017;8(3):301-311."
    with loopback(first) as service:
        folder = project(tmp_path, service, cited)
        call(folder, "run")
        assert verdicts(folder) == ["unresolved"]
    (tmp_path / "both").mkdir()
    with loopback(first, second) as service:
        folder = project(tmp_path / "both", service, f"Quimby A, Orlov B. {LONG}: part II. 2017.")
        call(folder, "run")
        assert set(searches(folder).values()) == {"elsewhere pmid:90000101"}


def test_another_title_at_another_place_is_another_work(tmp_path: Path) -> None:
    women = replace(FINE, title=f"{LONG} in women", volume="8", issue="4", pages="401-409", year=2017)
    with loopback(women) as service:
        folder = project(tmp_path, service, f"Quimby A, Orlov B. {LONG} in men. J Invent Med. 2017;8(2):201-211.")
        call(folder, "run")
    assert verdicts(folder) == ["unresolved"]


@pytest.mark.parametrize("name", ["pmid:90000001", "doi:10.5555/invented.1"])
def test_what_was_refused_before_it_was_searched_for_is_found_once_it_is_refused_no_more(
    tmp_path: Path, service: Loopback, name: str
) -> None:
    folder = project(tmp_path, service, WHOLE)
    call(folder, "match", "--reject", "notes.md:5", name)
    call(folder, "run")
    assert (searches(folder), verdicts(folder)) == (dict.fromkeys(SEARCHES, "absent"), ["unresolved"])
    service.requests.clear()
    call(folder, "run")
    assert service.requests == []
    call(folder, "match", "--reject", "notes.md:5", name, "--undo")
    assert verdicts(folder) == ["unchecked"]
    call(folder, "run")
    assert (searches(folder)["ecitmatch"], verdicts(folder)) == ("elsewhere pmid:90000001", ["verified"])


def test_what_was_refused_is_found_though_the_search_took_the_next_best_in_its_place(tmp_path: Path) -> None:
    twin = replace(FINE, pmid="90000004", doi="10.5555/invented.4", pmcid="")
    with loopback(FINE, twin) as service:
        folder = project(tmp_path, service, WHOLE)
        (folder / "references" / "decisions.toml").write_text(f'reject."{_id(folder)} pmid:90000001" = {{}}\n')
        call(folder, "run")
        assert "elsewhere pmid:90000004" in searches(folder).values()
        (folder / "references" / "decisions.toml").unlink()
        assert [answer(folder, "refresh")["searched"] for _ in range(2)] == [1, 0]
        assert searches(folder)["ecitmatch"] == "absent pmid:90000001"  # two fit as well


def _id(folder: Path) -> str:
    (one,) = answer(folder, "scan")["citations"]
    return str(one["id"])
