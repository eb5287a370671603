"""`scan --html`, standard input and wildcards."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

from tests.cli.project import call

TEXT = "See PMID: 29656623.\n"


def test_the_page_is_written_and_written_again_but_over_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "page.html"
    said = call(tmp_path, "scan", "a.txt", "--html", str(out))
    assert (said.returncode, said.stderr) == (0, f"cluneal-lit: {out}: 1 citation marked\n")
    first = out.read_bytes()
    assert call(tmp_path, "scan", "a.txt", "--html", str(out)).returncode == 0
    assert out.read_bytes() == first
    out.write_text("mine", encoding="utf-8")
    said = call(tmp_path, "scan", "a.txt", "--html", str(out))
    assert (said.returncode, out.read_text(encoding="utf-8")) == (2, "mine")
    assert said.stderr == f"cluneal-lit: {out}: is there and no page of `scan --html`; name another file\n"


def test_wildcards_are_understood_where_no_shell_did(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = json.loads(call(tmp_path, "scan", "*.txt", "--json").stdout)
    assert [one["document"] for one in found["citations"]] == ["a.txt", "c.txt"]
    said = call(tmp_path, "scan", "*.pdf")
    assert (said.returncode, "LIT101" in said.stdout, "no file matches" in said.stdout) == (2, True, True)


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "cluneal_lit", "scan", "-", "--json"],
        cwd=tmp_path,
        input=f"<!doctype html><p>{TEXT}",
        capture_output=True,
        text=True,
        check=True,
    )
    (one,) = json.loads(said.stdout)["citations"]
    assert (one["document"], one["ids"]["pmid"]) == ("-", "29656623")


def test_what_a_document_alone_tells_is_told_without_a_project(tmp_path: Path) -> None:
    entry = "Isu T, Kim K. Cluneal nerve entrapment. Neurospine. 2018;15:25-32. PMID: 123456789."
    text = f"# Nerves\n\nSaid [1] and [9].\n\n## References\n\n1. {entry}\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    told = json.loads(call(tmp_path, "scan", "a.md", "--json").stdout)
    assert [one["malformed"] for one in told["citations"]] == [[], [], ["PMID: 123456789"]]
    assert [(one["code"], one["line"]) for one in told["findings"]] == [("LIT402", 3), ("LIT201", 7)]
    said = call(tmp_path, "scan", "a.md")
    assert (said.returncode, "a.md:7:4 reference, malformed: PMID: 123456789\n" in said.stdout) == (0, True)


def test_the_page_goes_to_standard_output_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    said = call(tmp_path, "scan", "a.txt", "no.txt", "--html", "-")
    assert (said.returncode, said.stderr) == (2, "cluneal-lit: no.txt: LIT101 cannot be read: there is no such file\n")
    assert (said.stdout[:15], said.stdout.rstrip()[-7:]) == ("<!doctype html>", "</html>")
    assert not (tmp_path / "-").exists()
    said = call(tmp_path, "scan", "a.txt", "--html", "-", "--json")
    assert (said.returncode, said.stdout, "both write to standard output" in said.stderr) == (2, "", True)


def test_a_path_that_is_empty_or_mistyped_is_told_so(tmp_path: Path) -> None:
    said = call(tmp_path, "scan", "")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "cluneal-lit: a path is empty; name a file, a folder or `-`\n"
    said = call(tmp_path, "scan", "no.txt")
    assert (said.returncode, said.stdout.splitlines()[1]) == (2, "    Check the path.")


def test_the_page_says_which_marker_has_no_entry_and_which_entry_nothing_cites(tmp_path: Path) -> None:
    works = "1. Isu T, Kim K. Nerves. Spine. 2018;15:25-32.\n2. Kim K, Isu T. Backs. Spine. 2019;16:25-32."
    (tmp_path / "notes.md").write_text(f"So it is [1], not [7].\n\n## References\n\n{works}\n")
    written = call(tmp_path, "scan", "notes.md", "--html", "-").stdout
    assert (written.count("[7] points at reference 7"), written.count("nothing in this document cites entry 2")) == (
        1,
        1,
    )


def test_lines_fit_a_narrow_terminal(tmp_path: Path) -> None:
    (tmp_path / "a-document-with-a-name.txt").write_text(
        "See doi:10.5555/invented.1 (PMID: 90000001) and PMID: 123456789."
    )
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    lines = call(tmp_path, "scan", ".", COLUMNS="60").stdout.splitlines()
    assert max(map(len, lines)) <= 60 and any(line.startswith("    ") for line in lines)


INTERRUPTED = """
import signal
from cluneal_lit.cli import main
signal.signal(signal.SIGALRM, signal.default_int_handler)
signal.setitimer(signal.ITIMER_REAL, 1)
raise SystemExit(main(["scan", "-"]))
"""


def test_a_scan_that_is_interrupted_promises_nothing(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED], cwd=tmp_path, text=True, stdin=PIPE, stderr=PIPE)
    assert process.wait(timeout=60) == 130 and process.stderr
    assert process.stderr.read() == "cluneal-lit: interrupted\n"


def test_a_page_is_written_into_no_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    said = call(tmp_path, "scan", "a.txt", "--html", "none/page.html")
    told = "cluneal-lit: none/page.html: there is no folder none; make it, or name another file\n"
    assert (said.returncode, said.stdout, said.stderr, (tmp_path / "none").exists()) == (2, "", told, False)


def test_a_document_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert call(tmp_path, "scan", "a.txt", ".", "*.txt").stdout.splitlines()[-1] == "1 citation in 1 document"
