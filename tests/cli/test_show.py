"""`show`: what is known of a work, as a person asks for it. Every work here is invented."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.cli import sheet
from cluneal_lit.model import Entry, Fields, Ids, Relation, Status
from cluneal_lit.pipeline.show import Sheet, Shown
from tests.cli.project import DOCUMENT, FINE, OTHER, RETRACTED, answer, call, files, make
from tests.services import loopback

KNOWN = replace(FINE, types=("Journal Article", "Review"), mesh=("*Nerve Block", "Humans"), abstract="Invented words.")
NOTE = """---
works: [pmid:90000001]
tags: [block]
significance: landmark
---

**Bottom line.** It may help, in an invented way.

**Limits.** Invented.
"""
LIBRARY = [
    {"id": "quimby2019", "title": KNOWN.title, "volume": "13", "PMID": "90000001"},
    {"id": "knees", "title": "Invented hips and nothing else", "author": [{"family": "Xu"}], "PMID": "90000003"},
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project that has run once, with a note, a list, a library that disagrees, and changes."""
    root = tmp_path_factory.mktemp("show")
    with loopback(KNOWN, RETRACTED, OTHER) as service:
        make(root, service.services)
        for name, text in (
            ("notes/mine.md", NOTE),
            ("lists/first.md", "# First\n\n1. [@quimby2019] (must): an invented reason\n"),
            ("library/mine.json", json.dumps(LIBRARY)),
        ):
            (root / "references" / name).parent.mkdir(exist_ok=True)
            (root / "references" / name).write_text(text, encoding="utf-8")
        call(root, "run")
    changed = {"day": "2026-11-20", "work": "pubmed/pmid:90000001", "field": "volume", "old": "11", "new": "12"}
    (root / "references" / "changes.jsonl").write_text(json.dumps(changed) + "\n", encoding="utf-8")
    yield root


def lines(project: Path, *arguments: str) -> list[str]:
    """What `show` prints, with the day of asking made one day."""
    said = call(project, "show", *arguments)
    assert (said.returncode, said.stderr) == (0, "")
    return re.sub(r"20\d\d-\d\d-\d\d(?= has| that|[;,)]|$)", "DAY", said.stdout, flags=re.MULTILINE).splitlines()


def test_what_is_known_stands_on_one_page(project: Path) -> None:
    assert lines(project, "quimby2019") == [
        "quimby2019",
        "",
        "           Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019 Mar;12(3):101-109. doi: "
        "10.5555/invented.1. PMID: 90000001; PMCID: PMC9900001.",
        "",
        "status     no retraction, concern or correction is known",
        "verdict    Inexact: the right work, but details of a citation are wrong",
        "known from PubMed, asked DAY; Crossref, asked DAY; the library file mine.json",
        "printed    of each field what the first of these says: your note, PubMed, Crossref, DataCite, the library",
        "title      An invented trial of a nerve block (PubMed, Crossref, the library)",
        "authors    Quimby A, Orlov B (PubMed, Crossref)",
        "journal    Journal of Invented Medicine (PubMed, Crossref)",
        "publisher  An invented publisher (Crossref)",
        "date       2019 Mar (PubMed, Crossref)",
        "volume     12 (PubMed, Crossref); the library has 13",
        "issue      3 (PubMed, Crossref)",
        "pages      101-109 (PubMed, Crossref)",
        "PMID       90000001 · https://pubmed.ncbi.nlm.nih.gov/90000001/",
        "DOI        10.5555/invented.1 · https://doi.org/10.5555/invented.1",
        "PMCID      PMC9900001 · https://pmc.ncbi.nlm.nih.gov/articles/PMC9900001/",
        "types      Journal Article, Review",
        "MeSH       2 headings, mainly Nerve Block",
        "abstract   2 words: `cluneal-lit show quimby2019 --json`",
        "changed    2026-11-20 PubMed, volume: 11 → 12",
        "note       references/notes/mine.md",
        "           Bottom line. It may help, in an invented way.",
        "tags       landmark, block",
        "lists      first (must)",
        *CITED,
        "finding    LIT406 warning: volume: PubMed has 12, Crossref has 12, the library has 13",
        "to cite it [@quimby2019], or `cluneal-lit show quimby2019 --format bibtex`",
    ]


CITED = [
    "cited in   references/documents/notes.md:3:18 numbered marker",
    "           “A block may help [1], as others found (PMID: 90000002).”",
    "cited in   references/documents/notes.md:9:4 verified",
    "           “Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109. "
    "PMID: 90000001.”",
    "cited in   references/documents/notes.md:10:4 inexact",
    "           “Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;21(3):101-109. doi: "
    "10.5555/invented.1.”",
    "           LIT404 warning: volume: the document has 21, PubMed has 12",
]


def test_a_work_that_is_not_clean_says_so_first_with_its_notice_and_who_says_it(project: Path) -> None:
    said = lines(project, "zabel2018")
    assert said[:3] == [
        "zabel2018",
        "status     Retracted, 2020 May 4 (publisher, PubMed)",
        "           Retraction in: J Invent Med. 2020 May 4;1(1):1. doi: 10.5555/invented.12. PMID: 90000012.",
    ]
    assert sum("Retraction in:" in line for line in said) == 1
    assert "Retraction in:" in call(project, "show", "zabel2018", "--format", "vancouver").stdout


@pytest.mark.parametrize(
    "wanted",
    [
        "QUIMBY2019",
        "@quimby2019",
        "[@quimby2019]",
        "90000001",
        "pmid:90000001",
        "PMID 90000001",
        "PMID: 90000001",
        "https://pubmed.ncbi.nlm.nih.gov/90000001/",
        "10.5555/INVENTED.1",
        "https://doi.org/10.5555/invented.1",
        "doi: 10.5555/invented.1",
        "PMC9900001",
    ],
)
def test_a_work_is_found_by_its_key_and_by_every_usual_form_of_its_identifiers(project: Path, wanted: str) -> None:
    assert [one["key"] for one in answer(project, "show", wanted)["works"]] == ["quimby2019"]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("quimby2018", "no work has the key 'quimby2018'; did you mean quimby2019?"),
        ("nothing-like-it", "no work has the key 'nothing-like-it'; all keys stand in output/references.bib"),
        (
            "PMID 90000007",
            "pmid:90000007 is no work's, and no document cites it; did you mean pmid:90000003 (knees, yarrow2001) or "
            "pmid:90000002 (zabel2018) or pmid:90000001 (quimby2019)?",
        ),
        (
            "10.1000/182",
            "doi:10.1000/182 is no work's, and no document cites it; cite it in a document, or add it to "
            "references/library/",
        ),
        ("", "no work has the key ''; all keys stand in output/references.bib"),
    ],
)
def test_what_nothing_has_is_one_line_with_the_nearest_names(project: Path, wanted: str, told: str) -> None:
    said = call(project, "show", wanted)
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"cluneal-lit: {told}\n")


def test_an_identifier_that_is_cited_and_has_no_work_tells_of_its_citation(project: Path) -> None:
    assert lines(project, "90000099") == [
        "pmid:90000099  cited, but nothing is known of the work",
        "PubMed     has no such record, asked DAY",
        "cited in   references/documents/notes.md:3:72 absent",
        "           “A dead number: PMID: 90000099.”",
        "           LIT202 error: pmid:90000099 does not exist: PubMed answered on DAY that it has no such record",
    ]
    told = answer(project, "show", "90000099")
    assert (told["works"], [one["verdict"] for one in told["cited_in"]]) == ([], ["absent"])


def test_a_replaced_pmid_leads_to_the_work_that_it_is_now(tmp_path: Path) -> None:
    with loopback(FINE, merged={"80000001": FINE.pmid}) as service:
        make(tmp_path, service.services, "See PMID: 80000001.\n")
        call(tmp_path, "refresh")
    told = answer(tmp_path, "show", "80000001")
    assert (told["name"], [one["ids"]["pmid"] for one in told["works"]]) == ("pmid:80000001", ["90000001"])


def test_several_works_under_one_identifier_are_all_shown_and_it_is_said(project: Path) -> None:
    said = lines(project, "90000003")
    assert said[0] == "pmid:90000003 stands in the records of 2 works: knees, yarrow2001"
    assert [line for line in said if line in ("knees", "yarrow2001")] == ["knees", "yarrow2001"]
    assert sum("LIT407 error" in line for line in said) >= 1
    told = call(project, "show", "90000003", "--format", "vancouver")
    assert (told.stdout.count("\n"), told.stderr.startswith("cluneal-lit: pmid:90000003 stands in")) == (2, True)


def test_an_entry_is_printed_as_the_outputs_have_it_and_nothing_else(project: Path) -> None:
    output = project / "output"
    bib = call(project, "show", "quimby2019", "--format", "bibtex").stdout
    assert bib.startswith("@article{quimby2019,\n") and bib in (output / "references.bib").read_text(encoding="utf-8")
    items = json.loads((output / "references.json").read_text(encoding="utf-8"))
    told = json.loads(call(project, "show", "90000001", "--format", "csl").stdout)
    assert told == [item for item in items if item["id"] == "quimby2019"]
    assert call(project, "show", "quimby2019", "--format", "vancouver").stdout == (
        "Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019 Mar;12(3):101-109. "
        "doi: 10.5555/invented.1. PMID: 90000001; PMCID: PMC9900001.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("90000099", "--format", "csl"), "pmid:90000099 is cited, but nothing is known of the work"),
        (("quimby2019", "--format", "csl", "--json"), "--json and --format are two answers"),
    ],
)
def test_a_format_that_cannot_be_given_is_one_line(project: Path, arguments: tuple[str, ...], told: str) -> None:
    said = call(project, "show", *arguments)
    assert (said.returncode, said.stdout, said.stderr.count("\n"), told in said.stderr) == (2, "", 1, True)


def test_json_holds_the_whole(project: Path) -> None:
    told = answer(project, "show", "90000001")
    (one,) = told["works"]
    assert (told["schema"], told["asked_for"], told["name"]) == ("cluneal-lit/show/1", "90000001", "pmid:90000001")
    volume = one["fields"]["volume"]
    assert (volume["printed"], [(said["source"], said["value"], said["agrees"]) for said in volume["said"]]) == (
        "12",
        [("pubmed", "12", True), ("crossref", "12", True), ("library", "13", False)],
    )
    assert volume["rule"] == "note, pubmed, crossref, datacite, library"
    assert [(said["source"], said["value"]) for said in one["fields"]["doi"]["said"]] == [
        ("pubmed", "10.5555/invented.1"),
        ("crossref", "10.5555/invented.1"),
    ]
    assert [(said["source"], said["value"]) for said in one["fields"]["status"]["said"]] == [
        ("pubmed", "none"),
        ("crossref", "none"),
    ]
    assert one["abstract"] == [{"text": "Invented words."}]
    assert one["note"]["path"] == "references/notes/mine.md"
    assert one["lists"] == [{"name": "first", "title": "First", "importance": "must", "reason": "an invented reason"}]
    assert [cited["line"] for cited in one["cited_in"]] == [3, 9, 10]
    assert sorted(one["cite"]) == ["bibtex", "csl", "markdown", "vancouver"]


def test_showing_writes_nothing_and_needs_no_network(project: Path) -> None:
    before = files(project)
    nowhere = {f"CLUNEAL_LIT_{name}": "http://127.0.0.1:9" for name in ("PUBMED", "CROSSREF", "DOI")}
    assert call(project, "show", "quimby2019", **nowhere).returncode == 0
    assert files(project) == before


def test_lines_fit_the_terminal(project: Path) -> None:
    said = call(project, "show", "quimby2019", COLUMNS="60").stdout
    assert max(len(line) for line in said.splitlines() if "http" not in line) <= 60


def test_what_the_note_corrects_is_printed_and_told_as_ours(tmp_path: Path) -> None:
    make(tmp_path, document="See [@mine].\n")
    (tmp_path / "references" / "library").mkdir()
    entry = {"id": "mine", "title": "An invented\u001b[31m work", "volume": "1", "DOI": "10.5555/mine"}
    (tmp_path / "references" / "library" / "a.json").write_text(json.dumps([entry]))
    (tmp_path / "references" / "notes").mkdir()
    (tmp_path / "references" / "notes" / "mine.md").write_text(
        "---\nworks: [doi:10.5555/mine]\ncorrections: {volume: 2}\n---\n"
    )
    said = call(tmp_path, "show", "mine").stdout
    assert "volume     2 (your note); the library has 1\n" in said
    assert "note       references/notes/mine.md, nothing written in it yet\n" in said
    assert "\x1b" not in said


def test_a_key_that_is_cited_and_unknown_tells_of_its_citation(tmp_path: Path) -> None:
    make(tmp_path, document="See [@nobody1999].\n")
    said = call(tmp_path, "show", "nobody1999").stdout
    assert "nobody1999  cited, but nothing is known of the work\n" in said
    assert "LIT405 warning: no work has the key nobody1999\n" in said


def test_before_the_first_run_the_page_is_the_same_but_for_what_services_say(tmp_path: Path) -> None:
    make(tmp_path, document=DOCUMENT)
    said = call(tmp_path, "show", "90000001").stdout
    assert said.startswith("pmid:90000001  cited, but nothing is known of the work\n")


def test_a_reader_that_stops_reading_is_no_error(project: Path) -> None:
    command = f"{sys.executable} -m cluneal_lit show quimby2019 --json | head -1"
    told = subprocess.run(command, shell=True, cwd=project, capture_output=True, text=True, check=False)
    assert (told.stdout, told.stderr) == ("{\n", "")


def test_a_preprint_that_was_published_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    tie = Relation("preprint", "of", Ids(doi="10.5555/journal.1"), source="crossref")
    entry = Entry("roe2020", Ids(doi="10.5555/pre"), Fields(title="Invented"), Status("none"), "verified")
    one = Sheet(replace(entry, relations=(tie,)), (), (), (), (), (), ())
    sheet.works(Shown("roe2020", (one,)))
    assert "preprint   Since published: doi: 10.5555/journal.1.\n" in capsys.readouterr().out


def test_a_field_that_was_only_seen_in_a_citing_text_says_so(tmp_path: Path) -> None:
    make(tmp_path, document="See [@mine].\n")
    (tmp_path / "references" / "library").mkdir()
    entry = {"id": "mine", "title": "Invented", "volume": "1", "custom": {"basis": "mixed", "seed": ["volume"]}}
    (tmp_path / "references" / "library" / "a.json").write_text(json.dumps([entry]))
    said = call(tmp_path, "show", "mine").stdout
    assert "known from the library file a.json, whose maker marked it “mixed”\ntitle      Invented\n" in said
    assert "volume     1 (seen only in a text that cites the work)\n" in said
