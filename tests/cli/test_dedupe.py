"""`dedupe` from end to end, as a reviewer calls it. Every record is invented."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cluneal_lit.cli.arguments import parser
from tests.cli.project import call
from tests.duplicates.exports import EMBASE, FILES

ROOT = Path(__file__).resolve().parents[2]
NAMES = tuple(FILES)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def answer(folder: Path, *arguments: str) -> dict[str, object]:
    said = call(folder, "dedupe", *NAMES, "--json", *arguments)
    assert (said.returncode, said.stderr) == (0, "")
    found: dict[str, object] = json.loads(said.stdout)
    return found


def source(name: str, file: str, identified: int, within: int, across: int, left: int) -> dict[str, object]:
    counted = {"identified": identified, "within": within, "across": across, "left": left}
    return {"source": name, "files": [file], **counted}


def test_the_answer_names_works_by_the_records_own_ids_and_counts_for_prisma(exports: Path) -> None:
    assert answer(exports) == {
        "schema": "cluneal-lit/dedupe/1",
        "clusters": [["90000001", "A1", "c.csv:7"], ["90000004", "8"]],
        "questions": [],
        "related": [],
        "sources": [
            source("Embase", "a.ris", 2, 0, 1, 1),
            source("PubMed", "b.nbib", 2, 0, 0, 2),
            source("Scopus", "c.csv", 2, 0, 2, 0),
        ],
        "counts": {"identified": 6, "within": 0, "across": 3, "left": 3},
        "findings": [],
    }


def test_people_are_told_the_counts_in_the_words_of_prisma(exports: Path) -> None:
    said = call(exports, "dedupe", *NAMES)
    assert said.stdout.splitlines() == [
        "records from     identified  within  across  left",
        "Embase (a.ris)            2       0       1     1",
        "PubMed (b.nbib)           2       0       0     2",
        "Scopus (c.csv)            2       0       2     0",
        "all sources               6       0       3     3",
        "",
        "6 records identified; 3 duplicate records removed before screening (0 within a source, 3 across); 3 left for"
        " screening",
    ]
    assert sorted(one.name for one in exports.iterdir()) == sorted(NAMES)


def test_a_merged_record_is_filled_and_loses_nothing(exports: Path) -> None:
    assert call(exports, "dedupe", *NAMES, "-o", "all.ris").returncode == 0
    written = (exports / "all.ris").read_bytes().decode().split("ER  - \r\n")[0].split("\r\n")
    assert written == [
        "TY  - JOUR",
        "ID  - 90000001",
        "TI  - An invented trial of a nerve block",
        "AU  - Quimby, Ada",
        "AU  - Orlov, Boris",
        "T2  - Journal of invented medicine",
        "J2  - J Invent Med",
        "PY  - 2019",
        "DA  - 2019/03//",
        "VL  - 12",
        "IS  - 3",
        "SP  - 101",
        "EP  - 109",
        "DO  - 10.5555/invented.1",
        "LA  - en",
        "KW  - block",
        "KW  - nerve",
        "AB  - Invented nerves were blocked.",
        "N1  - OWN: NLM",
        "N1  - STAT: MEDLINE",
        'N1  - RAYYAN-INCLUSION: {"Ada"=>"Included"}',
        "N1  - second look: 50% & more",
        "N1  - merged from: b.nbib:90000001",
        "N1  - merged from: a.ris:A1",
        "N1  - merged from: c.csv:7",
        "N1  - also author: Quimby, Ada [a.ris:A1]",
        "N1  - PMID: 90000001",
        "C1  - screened",
        "DB  - PubMed",
        "DB  - Embase",
        "DB  - Scopus",
        "",
    ]


def test_a_record_without_a_duplicate_is_written_as_convert_writes_it(exports: Path) -> None:
    (exports / "alone.ris").write_text(EMBASE.partition("\n\n")[2], encoding="utf-8")
    for out in ("all.ris", "all.bib", "all.json", "all.csv", "all.xml", "all.enw", "all.nbib"):
        assert call(exports, "dedupe", "alone.ris", "-o", f"dedupe-{out}").returncode == 0
        assert call(exports, "convert", "alone.ris", "-o", f"convert-{out}").returncode == 0
        assert (exports / f"dedupe-{out}").read_bytes() == (exports / f"convert-{out}").read_bytes()


def test_the_record_of_a_source_that_is_preferred_stays(exports: Path) -> None:
    for prefer, first in (("embase", "A1"), ("c.csv,Embase", "c.csv:7"), ("Embase, PubMed", "A1")):
        clusters = answer(exports, "--prefer", prefer)["clusters"]
        assert isinstance(clusters, list) and clusters[0][0] == first


def test_what_was_decided_is_remembered_and_taken_back(exports: Path) -> None:
    kept = ("--decisions", "d.toml")
    apart = answer(exports, *kept, "--apart", "90000004", "8", "--by", "Ada", "--reason", "other arm")
    assert apart["clusters"] == [["90000001", "A1", "c.csv:7"]] == answer(exports, *kept)["clusters"]
    line = (exports / "d.toml").read_text(encoding="utf-8")
    assert re.fullmatch(
        r'apart\."b\.nbib:90000004 c\.csv:8" = \{ by = "Ada", on = [\d-]{10}, reason = "other arm",'
        r' text = "Invented shoulders in the cold \| Invented shoulders in the cold" \}\n',
        line,
    )
    said = call(exports, "dedupe", *NAMES, *kept, "--join", "8", "90000004")
    assert (said.returncode, said.stderr) == (
        2,
        "cluneal-lit: d.toml: b.nbib:90000004 c.csv:8: is said to be joined and kept apart; take one back with"
        " --undo\n",
    )
    assert (exports / "d.toml").read_text(encoding="utf-8") == line
    undone = answer(exports, *kept, "--apart", "8", "90000004", "--undo")
    assert undone["clusters"] == answer(exports)["clusters"]
    assert (exports / "d.toml").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("name", ["my export.ris", "my  50%20 export.ris", "a\tb.ris"])
def test_a_decision_about_a_file_with_blanks_in_its_name_is_read_again(exports: Path, name: str) -> None:
    (exports / "a.ris").rename(exports / name)
    files = (name, "b.nbib", "c.csv")
    joined = [[f"{name}:7", "8"], ["90000001", "A1", "c.csv:7"]]
    for arguments in (("--join", f"{name}:7", "8", "--apart", "90000004", "8"), (), ()):
        said = call(exports, "dedupe", *files, "--json", "--decisions", "new/d.toml", *arguments)
        assert (said.returncode, said.stderr) == (0, "")
        assert sorted(json.loads(said.stdout)["clusters"]) == sorted(joined)
    assert (exports / "new/d.toml").read_text(encoding="utf-8").count("\n") == 2


def test_a_decision_follows_its_record_when_a_file_numbers_its_records_anew(tmp_path: Path) -> None:
    rows = ['Alpha beams in invented trees,"Doe, J",2001', 'Beta rocks in invented rivers,"Doe, J",2001']
    head = "title,author,year"
    clusters = [["doe2001~22cc37", "doe2001~5e089a"]]
    pair = ("--join", *clusters[0], "--decisions", "d.toml")
    (tmp_path / "a.csv").write_text("\n".join((head, *rows)), encoding="utf-8")
    assert call(tmp_path, "dedupe", "a.csv", *pair).returncode == 0
    renamed = 'Gamma birds of an invented island,"Doe, J",2001'
    for now, wanted, told in (((renamed, *rows[::-1]), [clusters[0][::-1]], 0), ((renamed, rows[0]), [], 1)):
        (tmp_path / "a.csv").write_text("\n".join((head, *now)), encoding="utf-8")
        said = call(tmp_path, "dedupe", "a.csv", "--json", "--decisions", "d.toml")
        assert (json.loads(said.stdout)["clusters"], said.stderr.count("\n")) == (wanted, told)


def test_a_merged_entry_of_bibtex_keeps_the_key_that_documents_cite(exports: Path) -> None:
    entry = "@article{nerve, title={An invented trial of a nerve block}, doi={10.5555/invented.1}, year=2019}"
    (exports / "mine.bib").write_text(entry, encoding="utf-8")
    assert call(exports, "dedupe", *NAMES, "mine.bib", "-o", "all.bib").returncode == 0
    keys = re.findall(r"^@\w+\{(.*),$", (exports / "all.bib").read_text(encoding="utf-8"), re.MULTILINE)
    assert keys == ["nerve", "yarrow2001", "zabel2004"]


def test_files_of_one_name_in_two_folders_are_two_sources(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.csv").write_text('title,author,year\nAlpha beams in invented trees,"Doe, J",2001\n')
    said = call(tmp_path, "dedupe", "one/a.csv", "two/a.csv", "--json", "-o", "all.json", "--prefer", "two/a.csv")
    assert json.loads(said.stdout)["sources"] == [
        source("one/a.csv", "one/a.csv", 1, 0, 1, 0),
        source("two/a.csv", "two/a.csv", 1, 0, 0, 1),
    ]
    (whole,) = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert whole["custom"]["merged from"] == ["two/a.csv:doe2001~22cc37", "one/a.csv:doe2001~22cc37"]


def test_nothing_is_decided_where_something_cannot_be_done(exports: Path) -> None:
    (exports / "mine.html").write_text("mine", encoding="utf-8")
    decide = ("--decisions", "d.toml", "--apart", "90000004", "8")
    for wrong in (("--report", "mine.html"), ("-o", "b.nbib"), ("--prefer", "nobody"), ("-o", "mine.html/all.ris")):
        assert call(exports, "dedupe", *NAMES, *decide, *wrong).returncode == 2
        assert not (exports / "d.toml").exists()


def test_decisions_are_taken_back_all_or_none(exports: Path) -> None:
    pairs = ("--apart", "90000004", "8", "--apart", "A1", "90000001")
    answer(exports, "--decisions", "d.toml", *pairs)
    before = (exports / "d.toml").read_bytes()
    said = call(exports, "dedupe", *NAMES, "--decisions", "d.toml", *pairs, "--join", "A1", "8", "--undo")
    assert (said.returncode, said.stderr) == (
        2,
        "cluneal-lit: d.toml: join 'a.ris:A1 c.csv:8' is not there; nothing was taken back\n",
    )
    assert (exports / "d.toml").read_bytes() == before and before.count(b"\n") == 2
    answer(exports, "--decisions", "d.toml", *pairs, "--undo")
    assert (exports / "d.toml").read_bytes() == b""


def test_two_records_are_joined_by_a_person(exports: Path) -> None:
    clusters = answer(exports, "--join", "a.ris:7", "8", "--apart", "90000004", "8")["clusters"]
    assert clusters == [["90000001", "A1", "c.csv:7"], ["a.ris:7", "8"]]


def test_folders_wildcards_and_standard_input_are_read(exports: Path) -> None:
    (exports / "notes.md").write_text("No bibliography.", encoding="utf-8")
    said = call(exports, "dedupe", ".", "--json")
    assert (said.returncode, len(json.loads(said.stdout)["clusters"])) == (0, 2)
    assert said.stderr.startswith("cluneal-lit: notes.md: LIT101 ") and said.stderr.count("\n") == 1
    assert json.loads(call(exports, "dedupe", "[ab].*", "--json").stdout)["counts"]["identified"] == 4
    command = [sys.executable, "-m", "cluneal_lit", "dedupe", "b.nbib", "-", "-o", "-", "--to", "csv"]
    said = subprocess.run(command, cwd=exports, input=EMBASE, capture_output=True, text=True, check=True)
    assert (said.stdout[:8], said.stdout.count("An invented trial of a nerve block")) == ("id,type,", 1)
    assert "4 records identified; 1 duplicate record removed" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "all.ris"), "name bibliographies, folders with some, or `-`"),
        (("no.ris",), "no.ris: there is no such file; see whether its name is right"),
        (("*.xyz",), "*.xyz: no file matches; check the path"),
        (("",), "a path is empty; name a file, a folder or `-`"),
        (("a.ris", "-o", "a.ris"), "a.ris: is also an input, which is never overwritten; name another"),
        (("a.ris", "--report", "./a.ris"), "./a.ris: is also an input, which is never overwritten; name another"),
        (("a.ris", "-o", "x.ris", "--report", "x.ris"), "x.ris: is named for two things; name another file"),
        (("a.ris", "--to", "ris"), "--to says in which format to write; say where as well: -o OUT"),
        (("a.ris", "--prefer", "Scopus"), "--prefer: no record comes from Scopus; there are Embase"),
        (("a.ris", "--join", "A1", "none"), "there is no record none; the report and --json show their ids"),
        (("a.ris", "c.csv", "--join", "A1", "7"), "7 is the id of 2 records; name one of a.ris:7, c.csv:7"),
        (("a.ris", "--apart", "A1", "A1"), "A1 and A1 are one record; name two"),
        (("a.ris", "--undo"), "--undo takes back --join A B or --apart A B from the file that --decisions names"),
        (("a.ris", "--report", "mine.html"), "mine.html: is there and no report of `dedupe`; name another file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(exports: Path, arguments: tuple[str, ...], message: str) -> None:
    (exports / "mine.html").write_text("mine", encoding="utf-8")
    before = {one.name: one.read_bytes() for one in exports.iterdir()}
    said = call(exports, "dedupe", *arguments)
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"cluneal-lit: {message}\n")
    assert {one.name: one.read_bytes() for one in exports.iterdir()} == before


def test_the_report_is_written_and_written_again(exports: Path) -> None:
    for _ in range(2):
        assert call(exports, "dedupe", *NAMES, "--report", "all.html").returncode == 0
    page = (exports / "all.html").read_text(encoding="utf-8")
    assert (page.count('class="group"'), page.count('class="why"'), page.count('class="stays"')) == (2, 3, 2)


def test_the_guide_names_every_option() -> None:
    guide = (ROOT / "docs" / "deduplicating.md").read_text(encoding="utf-8")
    help_text = parser().parse_args(["dedupe", "a.ris"]).parser.format_help()
    options = set(re.findall(r"(?<![\w-])--[a-z]+", help_text)) - {"--help", "--project"}
    assert options == set(re.findall(r"(?<![\w-])--[a-z]+", guide))


def test_what_is_kept_apart_and_belongs_together_is_named_everywhere(tmp_path: Path) -> None:
    paper = (
        "TY  - JOUR\nID  - {}\nAU  - Doe, Jane\nTI  - {}Salt of invented rivers\nPY  - {}\nVL  - {}\nSP  - 7\nER  - \n"
    )
    texts = (paper.format("one", "", 2001, 3), paper.format("two", "Erratum: ", 2002, 4))
    (tmp_path / "a.ris").write_text("\n".join(texts), encoding="utf-8")
    said = call(tmp_path, "dedupe", "a.ris", "--report", "r.html")
    assert said.stdout.splitlines()[-3:] == [
        "1 pair kept apart, and related by title:",
        "  two is a correction of one",
        "    2002 Erratum: Salt of invented rivers",
    ]
    printed = call(tmp_path, "dedupe", "a.ris", "--json").stdout
    assert json.loads(printed)["related"] == [{"id": "two", "kind": "correction", "of": "one"}]
    line = "two “Erratum: Salt of invented rivers” (a.ris) is a correction of one “Salt of invented rivers” (a.ris)"
    assert line in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_what_is_related_is_named_by_the_records_that_stay(tmp_path: Path) -> None:
    paper = "TY  - JOUR\nID  - {}\nAU  - Doe, Jane\nTI  - {}\nPY  - {}\nVL  - {}\nSP  - 7\n{}ER  - \n"
    title, abstract = "Salt of invented rivers", "AB  - Invented.\n"
    said = (("one", title, 2001, 3, ""), ("two", f"Erratum: {title}", 2002, 4, ""), ("full", title, 2001, 3, abstract))
    (tmp_path / "a.ris").write_text("\n".join(paper.format(*one) for one in said), encoding="utf-8")
    told = json.loads(call(tmp_path, "dedupe", "a.ris", "--json").stdout)
    assert told["clusters"] == [["full", "one"]]
    assert told["related"] == [{"id": "two", "kind": "correction", "of": "full"}]


@pytest.mark.parametrize("out", ["all.ris", "all.bib", "all.json", "all.csv", "all.xml", "all.enw", "all.nbib"])
def test_every_record_that_is_written_keeps_its_source(exports: Path, out: str) -> None:
    of_none = EMBASE.replace("DB  - Embase\n", "").replace("knees", "birds").replace("Yarrow", "Roe")
    (exports / "50% & more.ris").write_text(of_none, encoding="utf-8")
    names = (*NAMES, "50% & more.ris")
    before = json.loads(call(exports, "dedupe", *names, "-o", out, "--json").stdout)
    after = json.loads(call(exports, "dedupe", out, "--json").stdout)
    left = {one["source"]: one["left"] for one in before["sources"] if one["left"]}
    assert {one["source"]: one["identified"] for one in after["sources"]} == left
    assert left["50% & more.ris"] > 0


def test_names_and_dates_of_csl_are_such_in_the_record_of_several(tmp_path: Path) -> None:
    item = {
        "type": "chapter",
        "title": "An invented chapter about nerves",
        "author": [{"family": "Quimby", "given": "A"}],
        "collection-editor": [{"family": "Orlov", "given": "B"}],
        "original-date": {"date-parts": [[1950]]},
        "DOI": "10.5555/invented.7",
    }
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps([{"id": name, **item}]), encoding="utf-8")
    assert call(tmp_path, "dedupe", "a.json", "b.json", "-o", "one.json").returncode == 0
    (one,) = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert {word: one[word] for word in item} == item
    assert "source" not in one  # which is a text in CSL, and no list
