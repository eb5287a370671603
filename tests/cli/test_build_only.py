"""`build --only`: one output alone. The works are invented."""

from __future__ import annotations

from pathlib import Path

from tests.cli.project import call, files

LIBRARY = "@article{muster2019, title = {Invented nerves}, author = {Muster, Anna}, year = {2019}, pmid = {90000001}}\n"


def test_one_output_is_written_and_the_others_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "cluneal-lit.toml").write_text('title = "Invented"\n', encoding="utf-8")
    library = tmp_path / "references" / "library" / "own.bib"
    library.parent.mkdir(parents=True)
    library.write_text(LIBRARY, encoding="utf-8")
    assert call(tmp_path, "build").returncode == 0
    before = files(tmp_path)
    library.write_text(LIBRARY.replace("Invented nerves", "Other nerves"), encoding="utf-8")
    done = call(tmp_path, "build", "--only", "references.bib", "--only", "evidence.*")
    assert (done.returncode, done.stderr) == (0, "")
    after = files(tmp_path)
    changed = [name for name in after if after[name] != before.get(name) and name.startswith("output/")]
    assert changed == ["output/evidence.csv", "output/evidence.xlsx", "output/references.bib"]
    assert call(tmp_path, "build", "--check", "--only", "references.bib").returncode == 0
    assert call(tmp_path, "build", "--check", "--only", "references.ris").returncode == 1
    assert call(tmp_path, "build").returncode == 0
    assert call(tmp_path, "build", "--check").returncode == 0


def test_a_name_with_signs_of_wildcards_means_itself(tmp_path: Path) -> None:
    documents = tmp_path / "references" / "documents"
    documents.mkdir(parents=True)
    (tmp_path / "cluneal-lit.toml").write_text("", encoding="utf-8")
    (documents / "part [1].md").write_text("Nothing is cited.\n", encoding="utf-8")
    done = call(tmp_path, "build", "--only", "documents/part [1].md.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert [name for name in files(tmp_path) if name.startswith("output/")] == [
        "output/.manifest",
        "output/documents/part [1].md.md",
    ]


def test_a_broken_template_of_the_one_output_speaks_of_no_others(tmp_path: Path) -> None:
    (tmp_path / "references" / "library").mkdir(parents=True)
    (tmp_path / "references" / "library" / "own.bib").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.md.j2").write_text("{{ nothing }}", encoding="utf-8")
    (tmp_path / "cluneal-lit.toml").write_text("", encoding="utf-8")
    done = call(tmp_path, "build", "--only", "a.md")
    told = f"cluneal-lit: {tmp_path}/templates/a.md.j2:1: 'nothing' is undefined; mend the template, or move it away: "
    assert (done.returncode, done.stderr) == (2, f"{told}the program's own, if it has one, is used then\n")


def test_an_output_replaced_by_a_folder_holds_no_other_up(tmp_path: Path) -> None:
    library = tmp_path / "references" / "library" / "own.bib"
    library.parent.mkdir(parents=True)
    library.write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "cluneal-lit.toml").write_text("", encoding="utf-8")
    assert call(tmp_path, "build").returncode == 0
    place = tmp_path / "output" / "references.bib"
    place.unlink()
    place.mkdir()
    done = call(tmp_path, "build")
    told = "cannot be written: is a directory; nothing of it was changed; the other outputs are written"
    assert (done.returncode, done.stderr) == (2, f"cluneal-lit: {place}: {told}\n")


def test_a_name_that_no_output_has_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "references" / "library").mkdir(parents=True)
    (tmp_path / "references" / "library" / "own.bib").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "cluneal-lit.toml").write_text("", encoding="utf-8")
    there = (
        "there are annotated-bibliography.docx, annotated-bibliography.md, annotated.json, biblatex/*, evidence.csv, "
        "evidence.xlsx, references.bib, references.json, references.nbib, references.ris, report.md, site/*, "
        "statement.md"
    )
    for name, *more, told in (
        ("reference.bib", "did you mean references.bib?"),
        ("reference.bib", "--check", "did you mean references.bib?"),
        ("site", "did you mean site/*?"),
        ("xyz", there),
    ):
        done = call(tmp_path, "build", "--only", name, *more)
        assert (done.returncode, done.stderr.splitlines()[-1:]) == (
            2,
            [f"cluneal-lit: --only {name}: no output has this name; {told}"],
        )
