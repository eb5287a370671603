"""What is not certain is listed, and people decide: every work and person is invented."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import FINE, OTHER, RETRACTED, answer, call, files, make
from tests.services import Loopback, loopback

FAR = "Quimby A, Orlow B. An invented trial of blocks for nerves. J Invent Med. 2009;21:7-9."
ZABEL = "Zabel C. An invented result that did not hold. J Invent Med. 2018;11(1):5-9."
NEVER = "Nemo N. Effects of a block that nobody has ever described. Invented Press; 1999."
COUSIN = "Zabel C. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109."
DOCUMENT = f"""# Notes

A block may help [1], and another [2]. See PMID: 90000001.

References

1. {FAR}
2. {ZABEL}
3. {NEVER}
"""


@pytest.fixture
def service() -> Iterator[Loopback]:
    with loopback(FINE, RETRACTED, OTHER) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path, service: Loopback) -> Path:
    folder = make(tmp_path, service.services, DOCUMENT)
    assert call(folder, "run", "--fail-on", "never").returncode == 0
    service.requests.clear()
    return folder


def listed(folder: Path, *arguments: str) -> list[Any]:
    return [json.loads(line) for line in call(folder, "match", "--json", *arguments).stdout.splitlines()]


def ids(folder: Path) -> dict[str, str]:
    """The ids of the three references, by the first author."""
    found = {one["raw"].split()[0]: one["id"] for one in listed(folder, "--all")}
    assert sorted(found) == ["Nemo", "Quimby", "Zabel"]
    return found


def decisions(folder: Path) -> str:
    path = folder / "references" / "decisions.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def cited(folder: Path, author: str) -> Any:
    (one,) = [one for one in answer(folder, "check")["citations"] if one["raw"].startswith(author)]
    return one


def matched(folder: Path, author: str) -> Any:
    found = json.loads((folder / "references" / "matches.json").read_text(encoding="utf-8"))
    (one,) = [one for one in found if one["raw"].startswith(author)]
    return one


def codes(folder: Path) -> list[str]:
    return [one["code"] for one in answer(folder, "check")["findings"]]


def test_what_is_not_certain_is_listed_with_what_it_may_mean(project: Path) -> None:
    far, never = listed(project)
    (candidate,) = far.pop("candidates")
    where = {"document": "references/documents/notes.md", "line": 7, "column": 4}
    asked = {"schema": "cluneal-lit/match/1", "id": far["id"], **where, "raw": FAR}
    assert far == asked | {"answer": "unsure", "how": None, "key": None, "decisions": []}
    why, score = candidate.pop("why"), candidate.pop("score")
    assert why[0].startswith("title: close (0.7") and 0 < score < 6
    assert candidate == {
        "id": "pmid:90000001",
        "key": "quimby2019",
        "source": None,
        "title": "An invented trial of a nerve block",
        "authors": "Quimby A, Orlov B",
        "journal": "Journal of Invented Medicine",
        "year": "2019",
        "volume": "12",
        "issue": "3",
        "pages": "101-109",
        "differs": ["authors", "pages", "title", "volume", "year"],
        "answer": "unsure",
        "accept": f"cluneal-lit match --accept {far['id']} pmid:90000001",
        "reject": f"cluneal-lit match --reject {far['id']} pmid:90000001",
    }
    assert (never["raw"], never["answer"], never["candidates"]) == (NEVER, "none", [])


def test_the_list_reads_on_a_narrow_terminal_with_the_differing_words_marked(project: Path) -> None:
    said = call(project, "match", COLUMNS="60").stdout
    far = ids(project)["Quimby"]
    assert f"references/documents/notes.md:7:4 {far} unsure\n    Quimby A, Orlow B. An invented trial" in said
    assert "  pmid:90000001 quimby2019, 2" in said
    assert "    authors  Quimby A, [-Orlow-]{+Orlov+} B\n" in said
    assert "    volume   [-21-]{+12+}\n" in said and "    year     [-2009-]{+2019+}\n" in said
    assert f"    cluneal-lit match --accept {far} pmid:90000001\n" in said
    assert said.endswith("2 citations whose work is not certain\n")
    assert [line for line in said.splitlines() if len(line) > 60] == []


def test_what_a_search_alone_brought_stands_side_by_side_and_is_fetched_once_accepted(
    tmp_path: Path, service: Loopback
) -> None:
    folder = make(tmp_path, service.services, f"# Notes\n\nReferences\n\n1. {COUSIN}\n")
    assert answer(folder, "run")["counts"]["works"] == 0
    ((one,),) = [found["candidates"] for found in listed(folder)]
    assert (one["id"], one["key"], one["source"], one["title"]) == ("pmid:90000001", None, "pubmed", FINE.title)
    assert (one["answer"], one["differs"]) == ("unsure", ["authors"])
    assert [found["answer"] for found in listed(folder)] == ["unsure"]
    said = call(folder, "match").stdout
    assert "notes.md:5:4" in said and " unsure\n    Zabel C. An invented trial" in said
    assert "    authors  [-Zabel C,-]{+Quimby A,+} …" in said
    assert "PubMed gave it to a search, and it is not stored; `cluneal-lit refresh` fetches it once" in said
    kept = matched(folder, "Zabel")
    assert (kept["answer"], kept["key"], kept["score"], kept["why"]) == ("unsure", "", one["score"], one["why"])
    (cited,) = [found["id"] for found in listed(folder)]
    call(folder, "match", "--accept", cited, "pmid:90000001")
    assert [[near["title"] for near in found["candidates"]] for found in listed(folder, "--all")] == [[FINE.title]]
    assert answer(folder, "refresh")["changed"] == ["pubmed/pmid:90000001", "crossref/doi:10.5555/invented.1"]
    ((stored,),) = [found["candidates"] for found in listed(folder, "--all")]
    assert (stored["id"], stored["key"], stored["source"]) == ("pmid:90000001", "quimby2019", None)


def test_what_a_search_brought_and_was_refused_is_shown_no_more(tmp_path: Path, service: Loopback) -> None:
    folder = make(tmp_path, service.services, f"# Notes\n\nReferences\n\n1. {COUSIN}\n")
    call(folder, "run")
    (cited,) = [found["id"] for found in listed(folder)]
    call(folder, "match", "--reject", cited, "doi:10.5555/invented.1")
    assert [found["candidates"] for found in listed(folder)] == [[]]


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_was_refused_by_one_name_comes_back_by_no_other(tmp_path: Path, service: Loopback, by_hand: bool) -> None:
    folder = make(tmp_path, service.services, f"# Notes\n\nReferences\n\n1. {COUSIN}\n")
    call(folder, "run")
    (cited,) = [found["id"] for found in listed(folder)]
    if by_hand:
        (folder / "references" / "decisions.toml").write_text(f'reject."{cited} pmid:90000001" = {{}}\n')
    else:
        call(folder, "match", "--reject", cited, "pmid:90000001", "--by", "Ada")
        assert decisions(folder).endswith(', also = "doi:10.5555/invented.1 pmcid:PMC9900001" }\n')
    for _ in range(3):
        assert [found["candidates"] for found in listed(folder)] == [[]]
        assert "invented.1" not in call(folder, "check").stdout
        service.requests.clear()
        assert answer(folder, "refresh", "--all")["searched"] == 1
    assert call(folder, "match", "--reject", cited, "doi:10.5555/invented.1", "--undo").returncode == 0
    assert (decisions(folder), [one["id"] for found in listed(folder) for one in found["candidates"]]) == (
        "",
        ["pmid:90000001"],
    )


def test_an_accepted_work_is_meant_and_the_line_is_undone_to_the_same_bytes(project: Path) -> None:
    path, far = project / "references" / "decisions.toml", ids(project)["Quimby"]
    path.write_bytes(b"# ours\r\nwaive.'LIT501 zabel2018' = { reason = 'known' }\r\n\r\n# the end")
    before, today = path.read_bytes(), datetime.now(UTC).date().isoformat()
    call(project, "run")
    state = files(project)
    told = call(project, "match", "--accept", far[:5], "90000001", "--by", "Ada Quimby", "--reason", 'a "slip"')
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == f"accepted pmid:90000001 for {far} “{FAR[:78].rsplit(' ', 1)[0]} …”\n"
    line = (
        f'accept."{far} pmid:90000001" = {{ by = "Ada Quimby", on = {today}, reason = "a \\"slip\\"",'
        f' text = "{FAR[:78].rsplit(" ", 1)[0]} …" }}'
    )
    assert path.read_bytes() == before + b"\r\n" + line.encode()
    found = cited(project, "Quimby")
    assert (found["key"], found["verdict"]) == ("quimby2019", "inexact")
    assert found["evidence"][-1] == f'accepted pmid:90000001 by Ada Quimby on {today}: a "slip"'
    assert "LIT403" not in codes(project) and "LIT411" not in codes(project)
    call(project, "run")
    match = matched(project, "Quimby")
    said = {"kind": "accept", "about": f"{far} pmid:90000001", "by": "Ada Quimby", "on": today, "reason": 'a "slip"'}
    assert (match["answer"], match["key"], match["why"][0][:12]) == ("match", "quimby2019", "title: close")
    assert match["decisions"] == [said]
    assert answer(project, "run")["written"] == []
    call(project, "match", "--accept", "references/documents/notes.md:7", "quimby2019", "--undo")
    assert path.read_bytes() == before
    call(project, "run")
    assert files(project) == state


def test_what_the_store_lacks_is_fetched_by_the_next_refresh(project: Path, service: Loopback) -> None:
    never = ids(project)["Nemo"]
    told = answer(project, "match", "--accept", "notes.md:9:4", "PMID: 90000003", "--by", "Ada")
    assert (told["done"], told["stored"], told["work"], told["citation"]) == ("added", False, "pmid:90000003", never)
    assert cited(project, "Nemo")["evidence"][0] == "pmid:90000003: no answer yet"
    assert (cited(project, "Nemo")["verdict"], "LIT401" in [*codes(project)]) == ("unchecked", True)
    frozen = call(project, "run", "--frozen")
    assert (frozen.returncode, "no answer about pmid:90000003" in frozen.stderr) == (2, True)
    again = call(project, "match", "--accept", never, "pmid:90000003").stdout
    assert again.startswith("decided before: accepted pmid:90000003")
    assert "nothing is stored of pmid:90000003 yet: the next `cluneal-lit run`" in again
    refreshed = answer(project, "refresh")
    assert refreshed["changed"] == ["pubmed/pmid:90000003", "crossref/doi:10.5555/invented.3"]
    found = cited(project, "Nemo")
    assert (found["key"], found["verdict"]) == ("yarrow2001", "inexact")
    assert [one["raw"] for one in listed(project)] == [FAR]
    service.requests.clear()
    call(project, "run")
    assert answer(project, "run")["written"] == [] and service.requests == []


def test_what_nobody_has_is_told_as_a_decision_that_decides_nothing(project: Path) -> None:
    path, known = project / "references" / "decisions.toml", ids(project)
    path.write_text(
        f'\naccept."{known["Nemo"]} pmid:90000088" = {{ text = "Nemo" }}\n'
        f'accept."{known["Quimby"]} nobody1999" = {{}}\nreject."{known["Zabel"]} nobody1999" = {{}}\n'
        'accept."000000000000 pmid:90000001" = {}\n'
    )
    assert answer(project, "refresh")["complete"]
    found = [one for one in answer(project, "check")["findings"] if one["code"] == "LIT411"]
    day = datetime.now(UTC).date().isoformat()
    assert [(one["line"], one["message"]) for one in found] == [
        (
            2,
            f"accept pmid:90000088 for citation {known['Nemo']} (“Nemo”): PubMed answered on {day} that it has no such"
            " record",
        ),
        (3, f"accept nobody1999 for citation {known['Quimby']}: no work has the key nobody1999"),
        (4, f"reject nobody1999 for citation {known['Zabel']}: no work has the key nobody1999"),
        (5, "accept pmid:90000001 for citation 000000000000: no document has this citation any more"),
    ]
    assert {one["document"] for one in found} == {"references/decisions.toml"}
    for one in found:
        assert call(project, *one["do"].split("`")[1].removeprefix("cluneal-lit ").split()).returncode == 0
    assert decisions(project) == "\n"


def test_a_refused_work_is_not_found_again_nor_asked_for_nor_told_as_nearest(project: Path, service: Loopback) -> None:
    zabel = ids(project)["Zabel"]
    assert cited(project, "Zabel")["key"] == "zabel2018"
    call(project, "match", "--reject", zabel, "zabel2018", "--by", "Ada")
    assert decisions(project).startswith(f'reject."{zabel} pmid:90000002" = {{ by = "Ada", on = ')
    assert cited(project, "Zabel")["key"] is None
    told = answer(project, "run")
    assert (told["complete"], cited(project, "Zabel")["verdict"]) == (True, "unresolved")
    match = matched(project, "Zabel")
    assert (match["answer"], match["key"], "nearest" in match) == ("none", "", False)
    (finding,) = [one for one in told["findings"] if one["code"] == "LIT401" and one["line"] == 8]
    assert "nearest" not in finding["message"] and "PubMed and Crossref (searched" in finding["message"]
    assert [one["candidates"] for one in listed(project) if one["id"] == zabel] == [[]]
    assert "efetch.fcgi" not in str([asked.path for asked in service.requests])
    service.requests.clear()
    assert (answer(project, "run")["written"], service.requests) == ([], [])
    call(project, "match", "--reject", zabel, "doi:10.5555/invented.2", "--undo")
    assert (decisions(project), cited(project, "Zabel")["key"]) == ("", "zabel2018")


def test_a_nearest_work_that_was_refused_is_told_no_more(project: Path) -> None:
    far = ids(project)["Quimby"]
    call(project, "match", "--reject", far, "90000001")
    call(project, "run")
    match = matched(project, "Quimby")
    assert (match["answer"], match.get("nearest"), match["decisions"][0]["kind"]) == ("none", None, "reject")
    (one,) = [one for one in listed(project) if one["id"] == far]
    assert (one["candidates"], one["decisions"][0]["work"]) == ([], "pmid:90000001")


def test_scan_and_show_tell_what_was_decided(project: Path) -> None:
    far = ids(project)["Quimby"]
    call(project, "match", "--accept", far, "quimby2019", "--by", "Ada", "--reason", "seen")
    day = datetime.now(UTC).date().isoformat()
    told = f"accepted pmid:90000001 by Ada on {day}: seen"
    assert f" reference = quimby2019\n    {FAR}\n    {told}\n" in call(project, "scan").stdout
    assert f"“{FAR}”\n           {told}\n" in call(project, "show", "quimby2019").stdout
    said = {"kind": "accept", "citation": far, "work": "pmid:90000001", "by": "Ada", "on": day, "reason": "seen"}
    assert [one["decisions"] for one in answer(project, "scan")["citations"] if one["id"] == far] == [[said]]
    (work,) = answer(project, "show", "quimby2019")["works"]
    assert [one["decisions"] for one in work["cited_in"] if one["id"] == far] == [[said]]
    assert "decided\n" in call(project, "match", "--all").stdout
    assert f"cluneal-lit match --accept {far} pmid:90000001 --undo\n" in call(project, "match", "--all").stdout


def test_who_decides_is_gits_user(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    subprocess.run(["git", "config", "user.name", "Boris Orlov"], cwd=project, check=True)
    call(project, "match", "--accept", "notes.md:7", "quimby2019")
    assert 'by = "Boris Orlov"' in decisions(project)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--accept", "ffffff", "quimby2019"), "ffffff: no citation has this id or place; `cluneal-lit match --all`"),
        (("--accept", "notes.md:1", "quimby2019"), "notes.md:1: no citation has this id or place"),
        (("--accept", "other.md:7", "quimby2019"), "other.md:7: no citation has this id or place"),
        (("--accept", "", "quimby2019"), ": no citation has this id or place"),
        (("--accept", "notes.md:7", "quimby2020"), "quimby2020: is neither an identifier nor the key of a work here"),
        (("--accept", "notes.md:7", "10.5555"), "10.5555: is neither an identifier nor the key of a work here"),
        (("--reject", "notes.md:7", "10.1"), "10.1: is neither an identifier nor the key of a work here"),
        (("--accept", "notes.md:7", "pmid:abc"), "pmid:abc: a PMID is a number; write pmid:29656623"),
        (("--accept", "notes.md:7", "NCT01234567"), "nct:NCT01234567: no service is asked about it"),
        (
            ("--reject", "notes.md:3", "quimby2019"),
            "notes.md:3: the document itself names quimby2019; correct it in ref",
        ),
        (("--accept", "notes.md:7", "quimby2019", "--undo"), "accept notes.md:7 quimby2019: there is no such decision"),
        (("--undo",), "--undo belongs to a decision; name it: --accept or --reject CITATION ID"),
        (("--by", "Ada"), "--by belongs to a decision"),
        (("queries.jsonl",), "QUERIES are matched with a catalogue; name it: --catalogue FILE"),
        (("--accept", "notes.md:7", "quimby2019", "--all"), "--all belongs to the list"),
        (("--accept", "notes.md:7", "quimby2019", "--undo", "--by", "x"), "--undo takes a decision back whoever"),
        (("--accept", "notes.md:7"), "expected 2 arguments"),
    ],
)
def test_what_cannot_be_decided_is_one_line(project: Path, arguments: tuple[str, ...], told: str) -> None:
    before = files(project)
    said = call(project, "match", *arguments)
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert told in said.stderr and said.stderr.startswith("cluneal-lit")
    assert files(project) == before


def test_several_citations_and_markers_are_told_apart(tmp_path: Path) -> None:
    folder = make(tmp_path, None, DOCUMENT.replace("See PMID", "See [@nobody], PMID"))
    assert "may be 2 citations; name one by its id: " in call(folder, "match", "--accept", "notes.md:3", "1").stderr
    marker = next(one["id"] for one in answer(folder, "scan")["citations"] if one["form"] == "marker")
    said = call(folder, "match", "--accept", marker, "pmid:1").stderr
    assert said == f"cluneal-lit: {marker}: is a marker; decide about the entry of the list that it means\n"


def test_a_second_answer_to_the_same_question_names_the_first(project: Path) -> None:
    far = ids(project)["Quimby"]
    call(project, "match", "--accept", far, "90000001")
    before = decisions(project)
    for arguments in (("--accept", far, "90000002"), ("--reject", far, "90000001")):
        said = call(project, "match", *arguments)
        first = f"take it back first: `cluneal-lit match --accept {far} pmid:90000001 --undo`\n"
        assert (said.returncode, said.stderr.endswith(first)) == (2, True)
    assert decisions(project) == before


@pytest.mark.parametrize(("first", "second"), [("accept", "reject"), ("reject", "accept")])
def test_one_work_is_not_accepted_and_refused_under_two_of_its_names(project: Path, first: str, second: str) -> None:
    zabel = ids(project)["Zabel"]
    call(project, "match", f"--{first}", "notes.md:8", "doi:10.5555/invented.2")
    before = decisions(project)
    said = call(project, "match", f"--{second}", "notes.md:8", "pmid:90000002")
    assert (said.returncode, said.stdout, decisions(project)) == (2, "", before)
    assert said.stderr == (
        f"cluneal-lit: references/decisions.toml:1: {first} '{zabel} doi:10.5555/invented.2' stands against {second}"
        f" '{zabel} pmid:90000002', which is the same work; take it back first: `cluneal-lit match --{first} {zabel}"
        " doi:10.5555/invented.2 --undo`\n"
    )


@pytest.mark.parametrize("verb", [("match",), ("check",), ("run", "--offline"), ("refresh", "--offline")])
@pytest.mark.parametrize(
    ("refused", "also"),
    [("doi:10.5555/invented.2", "{}"), ("zabel2018", "{}"), ("doi:10.5555/other", '{ also = "pmid:90000002" }')],
)
def test_lines_by_hand_about_one_work_that_contradict_each_other_stop_every_verb(
    project: Path, refused: str, also: str, verb: tuple[str, ...]
) -> None:
    zabel = ids(project)["Zabel"]
    (project / "references" / "decisions.toml").write_text(
        f'# ours\naccept."{zabel} pmid:90000002" = {{}}\nreject."{zabel} {refused}" = {also}\n'
    )
    said = call(project, *verb)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == (
        f"cluneal-lit: references/decisions.toml:2: accept '{zabel} pmid:90000002' stands against reject"
        f" '{zabel} {refused}' in line 3, which is the same work; remove one of them\n"
    )


def test_what_a_search_alone_brought_is_not_accepted_by_one_name_and_refused_by_another(
    tmp_path: Path, service: Loopback
) -> None:
    folder = make(tmp_path, service.services, f"# Notes\n\nReferences\n\n1. {COUSIN}\n")
    call(folder, "run")
    call(folder, "match", "--reject", "notes.md:5", "doi:10.5555/invented.1")
    said = call(folder, "match", "--accept", "notes.md:5", "pmid:90000001")
    assert (said.returncode, "stands against" in said.stderr) == (2, True)
    assert call(folder, "match", "--accept", "notes.md:5", "pmid:90000003").returncode == 0


@pytest.mark.parametrize("verb", [("match",), ("check",), ("run", "--offline"), ("match", "--accept", "a", "1")])
def test_a_file_of_decisions_that_does_not_read_stops_every_verb_with_its_line(
    project: Path, verb: tuple[str, ...]
) -> None:
    (project / "references" / "decisions.toml").write_text('# ours\n\naccept."a pmid:1" = { by = "Ada }\n')
    said = call(project, *verb)
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert said.stderr.startswith("cluneal-lit: references/decisions.toml:3: ")


def test_where_nothing_is_open_one_line_says_so(tmp_path: Path) -> None:
    folder = make(tmp_path, None, "See PMID: 90000001.\n")
    assert call(folder, "match").stdout.startswith("every citation without an identifier has its work; ")
    assert call(folder, "match", "--json").stdout == ""


def test_what_a_terminal_would_obey_does_not_reach_the_file(project: Path) -> None:
    command = [sys.executable, "-m", "cluneal_lit", "match", "--accept", "notes.md:7", "90000001"]
    said = subprocess.run([*command, "--reason", b"\x1b[31m\xff\nno"], cwd=project, capture_output=True, check=True)
    assert said.stderr == b""
    assert 'reason = "\\u001b[31m\\\\udcff no"' in decisions(project)
