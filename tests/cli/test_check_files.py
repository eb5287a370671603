"""`check FILE`, with and without a catalogue, as a user calls it; every work is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.cli.project import FINE, OTHER, RETRACTED, WORKS, call, files
from tests.services import ADDRESSES, Notice, loopback

TITLE = "Entrapment of an invented nerve below the invented crest"
NERVE = {
    "id": "a",
    "type": "article-journal",
    "title": TITLE,
    "author": [{"family": "Quimby", "given": "Anna"}, {"family": "Orlov", "given": "B"}],
    "container-title": "Journal of Invented Medicine",
    "issued": {"date-parts": [[2011]]},
    "volume": "24",
    "page": "137-144",
    "DOI": "10.9999/invented.7",
    "PMID": "90000123",
    "PMCID": "PMC9100000",
    "status": "retracted",
}
KNEE = {
    "id": "b",
    "type": "article-journal",
    "title": "Quite another thing about knees and golfers",
    "author": [{"family": "Zabel", "given": "Carl"}],
    "issued": {"date-parts": [[2015]]},
    "PMID": "90000777",
}
STRING = f"Quimby A, Orlov B. {TITLE}. J Invent Med."
PAGE = f"""# Invented

Right: PMID: 90000123. Swapped: PMID: 90000132.

References

1. {STRING} 2011;24:137-44.
2. {STRING} 2012;24:137-44. PMID: 90000123.
3. {STRING} 2011;24:137-44. PMID: 90000777.
4. {STRING} 2011;24:137-44. doi:10.9999/invented.70.
5. Nobody N. Never written by anybody at all. Ann Nowhere. 1999;3:1-9.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    lines = "".join(f"{json.dumps(item)}\n" for item in (NERVE, KNEE))
    (tmp_path / "works.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def in_closed_world(folder: Path, *more: str) -> Any:
    told = call(folder, "check", "page.md", "--catalogue", "works.jsonl", "--json", *more)
    return json.loads(told.stdout) | {"code": told.returncode, "said": told.stderr}


def test_every_citation_has_its_verdict_in_a_closed_world(folder: Path) -> None:
    before = files(folder)
    answer = in_closed_world(folder)
    found = [(one["line"], one["verdict"], one["key"], one["status"]) for one in answer["citations"]]
    assert found == [
        (3, "verified", "a", "retracted"),
        (3, "absent", None, None),
        (7, "verified", "a", "retracted"),
        (8, "inexact", "a", "retracted"),
        (9, "mismatch", "b", "none"),
        (10, "absent", "a", "retracted"),
        (11, "unresolved", None, None),
    ]
    assert (answer["schema"], answer["code"], answer["said"], files(folder)) == ("cluneal-lit/check/1", 1, "", before)


def test_the_evidence_says_what_differs_and_what_was_meant(folder: Path) -> None:
    evidence = [one["evidence"] for one in in_closed_world(folder)["citations"]]
    denied = "the catalogue has no such record; did you mean"
    assert evidence[1] == [f"pmid:90000132: {denied} pmid:90000123 (two characters are swapped)?"]
    assert evidence[3] == ["year: the document has 2012, the catalogue has 2011"]
    assert evidence[4][-1] == "the text is that of pmid:90000123"
    assert evidence[5] == [f"doi:10.9999/invented.70: {denied} doi:10.9999/invented.7 (“0” stands behind it)?"]
    assert evidence[6] == ["the catalogue: nothing certain"]


def test_findings_have_place_words_and_what_to_do(folder: Path) -> None:
    (found,) = (one for one in in_closed_world(folder)["findings"] if one["code"] == "LIT403")
    assert {name: value for name, value in found.items() if name not in ("id", "column", "known", "waived")} == {
        "code": "LIT403",
        "level": "error",
        "document": "page.md",
        "line": 9,
        "key": "b",
        "message": f"the text cites Quimby A 2011, {TITLE}, but pmid:90000777 is Zabel C 2015, {KNEE['title']} "
        "(the catalogue); did you mean pmid:90000123 (the text is that work's; that work was retracted)?",
        "do": "Look whether that work is meant, which was retracted; cite it by pmid:90000123 only as that.",
    }


def test_the_exit_code_follows_fail_on(folder: Path) -> None:
    assert in_closed_world(folder, "--fail-on", "never")["code"] == 0
    (folder / "page.md").write_text(f"1. {STRING} 2012;24:137-44. PMID: 90000777.".replace(TITLE, "Of golf"), "utf-8")
    (folder / "works.jsonl").write_text(json.dumps({**NERVE, "status": "none"}), encoding="utf-8")
    (folder / "page.md").write_text(f"References\n\n1. {STRING} 2012;24:137-44. PMID: 90000123.\n", encoding="utf-8")
    codes = [in_closed_world(folder, "--fail-on", level)["code"] for level in ("error", "warning")]
    assert codes == [0, 1]


def test_a_key_of_the_document_is_no_id_of_the_catalogue(folder: Path) -> None:
    (folder / "page.md").unlink()
    (folder / "refs.bib").write_text("@article{a, title = {Never written}, author = {Nobody, N}, year = {1999}}")
    told = call(folder, "check", "refs.bib", "--catalogue", "works.jsonl", "--json")
    assert [(one["cited_as"], one["verdict"]) for one in json.loads(told.stdout)["citations"]] == [("a", "unresolved")]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("page.md", "--catalogue", "no.json"), "no.json: is no file; name a catalogue, CSL-JSON or PubMed's XML"),
        (("page.md", "--catalogue", "page.md"), "page.md: line 1, column 1: no JSON"),
        (("page.md", "--html", "none/page.html"), "none/page.html: there is no folder none; make it, or name another"),
        (("page.md", "--pairs", "none/page.md"), "none/page.md: there is no folder none; make it, or name another"),
        (("",), "a path is empty; name a file, a folder, `-` or an address"),
    ],
)
def test_bad_input_is_one_line(folder: Path, arguments: tuple[str, ...], line: str) -> None:
    told = call(folder, "check", *arguments)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert line in told.stderr


def test_a_file_that_is_not_there_is_told_and_makes_2(folder: Path) -> None:
    told = call(folder, "check", "no.md", "--catalogue", "works.jsonl")
    assert (told.returncode, told.stdout.splitlines()[0]) == (
        2,
        "no.md LIT101 error cannot be read: there is no such file",
    )


def test_without_a_project_answers_are_kept_in_the_cache_folder_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "page.md").write_text("A block may help (PMID: 90000001).\n", encoding="utf-8")
    with loopback(*WORKS) as service:
        addresses = {f"CLUNEAL_LIT_{name.upper()}": getattr(service.services, name) for name in ADDRESSES}
        environment = {**addresses, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        first = call(tmp_path / "work", "check", "page.md", "--json", **environment)
        asked = len(service.requests)
        again = call(tmp_path / "work", "check", "page.md", "--json", **environment)
        offline = call(tmp_path / "work", "check", "page.md", "--json", "--offline", **environment)
        assert (asked > 0, len(service.requests)) == (True, asked)
    verdicts = [json.loads(told.stdout)["citations"][0]["verdict"] for told in (first, again, offline)]
    assert verdicts == ["verified"] * 3
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["page.md"]
    assert (tmp_path / "cache" / "cluneal-lit" / "references" / "records" / "pubmed" / "90000001.json").exists()


def test_what_other_checks_asked_about_says_nothing_about_this_one(tmp_path: Path) -> None:
    retracted = replace(FINE, title="Later", pmid="90000002", doi="", pmcid="", notices=(Notice("Retraction"),))
    for name, text in (("other.md", "PMID: 90000002"), ("page.md", "PMID: 90000001")):
        (tmp_path / name).write_text(f"A block may help ({text}).\n", encoding="utf-8")
    with loopback(FINE, retracted) as service:
        addresses = {f"CLUNEAL_LIT_{name.upper()}": getattr(service.services, name) for name in ADDRESSES}
        environment = {**addresses, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        names = ("other.md", "page.md", "other.md")
        told = [call(tmp_path, "check", name, "--list-retracted", **environment).stdout for name in names]
    assert told == ["pmid:90000002\n", "", "pmid:90000002\n"]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.bib", "@misc{a,\n title={Invented}}\n@misc{b, title={B}}\n@misc{a,\n title={Another}}\n", 4),
        ("a.json", '[{"id": "a", "title": "Invented"},\n {"id": "b", "title": "B"},\n {"id": "a", "title": "C"}]', 3),
        ("a.ris", "".join(f"TY  - JOUR\nID  - {one}\nTI  - Invented {one}\nER  - \n" for one in "aba"), 9),
    ],
)
def test_a_key_of_two_entries_is_told_at_the_second(tmp_path: Path, name: str, text: str, line: int) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "works.jsonl").write_text(json.dumps(KNEE), encoding="utf-8")
    answer = json.loads(call(tmp_path, "check", name, "--catalogue", "works.jsonl", "--json").stdout)
    told = [one for one in answer["findings"] if one["code"] == "LIT617"]
    word = "key" if name == "a.bib" else "ID" if name == "a.ris" else "id"
    reason = f"is read all the same: its {word} a is that of an entry before it; give each its own"
    assert [(one["line"], one["key"], one["message"]) for one in told] == [(line, "a", reason)]


def test_a_folder_without_a_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = call(tmp_path, "check", "empty", "--offline")
    assert (told.returncode, told.stdout.splitlines()[0]) == (
        2,
        "empty LIT101 error cannot be read: no document is in this folder",
    )


def test_what_crossref_deposits_of_notices_counts_in_a_closed_world(tmp_path: Path) -> None:
    doi, notice, paper = "10.9999/invented.90", {"type": "retraction", "source": "publisher"}, {**NERVE}
    del paper["status"]
    ours = {**paper, "id": "n", "title": f"Retraction: {TITLE}", "page": "90", "PMID": "90000124", "DOI": doi}
    del ours["PMCID"]
    cases = ((paper, {**ours, "update-to": [{**notice, "DOI": paper["DOI"]}]}),)
    cases += (({**paper, "updated-by": [{**notice, "DOI": doi}]}, ours),)
    (tmp_path / "page.md").write_text(f"{STRING} doi:{doi}\n\n{STRING} doi:{NERVE['DOI']}\n", encoding="utf-8")
    for works in cases:
        (tmp_path / "works.jsonl").write_text(json.dumps(list(works)), encoding="utf-8")
        answer = in_closed_world(tmp_path)
        found = [(one["line"], one["verdict"], one["key"], one["status"]) for one in answer["citations"]]
        assert found == [(1, "mismatch", "n", "none"), (3, "verified", "a", "retracted")]
        assert [(one["line"], one["code"]) for one in answer["findings"]] == [(1, "LIT403"), (3, "LIT501")]


def test_a_doi_with_its_end_that_is_registered_is_that_work_whether_or_not_the_one_without_is(tmp_path: Path) -> None:
    odd = replace(FINE, pmid="", pmcid="", doi="10.5555/odd.1/full")
    part, alone = replace(OTHER, pmid="", doi="10.5555/odd.3"), replace(RETRACTED, pmid="", notices=())
    both = (replace(part, title="Invented wrists of an invented winter"), replace(alone, doi="10.5555/odd.3/full"))
    text = "Zabel C. An invented result that did not hold. J Invent Med. 2018;11(1):5-9. doi:10.5555/odd.3/full"
    pages = "".join(f"\nhttps://invented.example/doi/10.5555/odd.{one}/full\n" for one in "123")
    lines = f"doi:10.5555/odd.1/full\n\ndoi:10.5555/invented.3/full\n\ndoi:10.5555/odd.2/full\n\n{text}\n{pages}"
    (tmp_path / "page.md").write_text(lines, encoding="utf-8")
    with loopback(*WORKS, odd, *both) as service:
        addresses = {f"CLUNEAL_LIT_{name.upper()}": getattr(service.services, name) for name in ADDRESSES}
        environment = {**addresses, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        first = call(tmp_path, "check", "page.md", "--json", **environment)
        asked = len(service.requests)
        again = call(tmp_path, "check", "page.md", "--json", **environment)
        assert len(service.requests) == asked
    for told in map(json.loads, (first.stdout, again.stdout)):
        verdicts = ["verified", "verified", "absent", "verified", "verified", "absent", "verified"]
        assert [one["verdict"] for one in told["citations"]] == verdicts
        assert [one["key"] for one in told["citations"]][4:] == ["quimby2019", None, "yarrow2001"]
        assert [(one["line"], one["code"]) for one in told["findings"]] == [
            (3, "LIT211"),
            (5, "LIT202"),
            (11, "LIT202"),
        ]


def test_csl_json_is_checked_where_its_entries_stand_and_changed_by_nobody(folder: Path) -> None:
    knee = {name: value for name, value in KNEE.items() if name != "PMID"} | {"DOI": "10.9999/invented.7/full"}
    (folder / "refs.json").write_text(json.dumps([NERVE, knee], indent=1), encoding="utf-8")
    told = call(folder, "check", "refs.json", "--catalogue", "works.jsonl", "--json")
    found = json.loads(told.stdout)
    places = [(one["line"], one["column"], one["cited_as"], one["verdict"]) for one in found["citations"]]
    assert places == [(2, 2, "a", "verified"), (31, 2, "b", "mismatch")]
    codes = [(one["line"], one["code"]) for one in found["findings"]]
    assert codes == [(2, "LIT501"), (31, "LIT211"), (31, "LIT403"), (31, "LIT501")]
    fixed = call(folder, "check", "refs.json", "--catalogue", "works.jsonl", "--fix", "--write")
    assert "refs.json: is CSL-JSON, which is not changed; write by hand what `check` tells\n" in fixed.stderr
    assert json.loads((folder / "refs.json").read_text(encoding="utf-8")) == [NERVE, knee]
