"""What joined library entries say besides the fields is named with its source; every work and person is invented."""

from __future__ import annotations

from pathlib import Path

from tests.cli.project import answer, call, make

BIB = """@article{kim, title = {Cluneal release under an invented microscope}, author = {Kim, K.}, year = 2020,
  annote = {note of bib}, keywords = {tag-bib}, file = {:x.pdf:PDF}}
"""
RIS = """TY  - JOUR
ID  - k1
TI  - Entrapment of an invented nerve
AU  - Kim, K
PY  - 2018
N1  - note of ris
KW  - tag-ris
L1  - y.pdf
ER  -
"""


def test_notes_tags_and_files_of_every_joined_entry_are_shown_with_their_source(tmp_path: Path) -> None:
    library = tmp_path / "references" / "library"
    library.mkdir(parents=True)
    (library / "b.bib").write_text(BIB, encoding="utf-8")
    (library / "r.ris").write_text(RIS, encoding="utf-8")
    make(tmp_path, {}, "# Notes\n")
    assert call(tmp_path, "join", "kim", "k1").returncode == 0
    (work,) = answer(tmp_path, "show", "kim")["works"]
    beside = {said["id"]: said for said in work["beside"]}
    assert (set(beside), set(work["keywords"])) == ({"b.bib#kim", "r.ris#k1"}, {"tag-bib", "tag-ris"})
    assert (beside["b.bib#kim"]["keywords"], beside["r.ris#k1"]["keywords"]) == (["tag-bib"], ["tag-ris"])
    assert "note of bib" in beside["b.bib#kim"]["custom"].values()
    assert {"note of ris", "y.pdf"} <= {*beside["r.ris#k1"]["custom"].values()}
    page = call(tmp_path, "show", "kim").stdout
    assert all(f"{name}: " in page for name in ("b.bib#kim", "r.ris#k1"))
