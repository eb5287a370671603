"""`show` where only a bibliography beside the documents knows the work. Every work here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.project import call

BIB = """@article{alda2001, author = {Alda, Ana and Berg, B.}, title = {On nerves}, journal = {J Inv}, year = 2001,
  volume = 1, pages = {3-4}, doi = {10.5555/invented.7}}
"""
CSL = '[{"id": "cruz2002", "type": "article-journal", "title": "On blocks", "author": [{"family": "Cruz"}]}]'
KEPT = "For more, put that file in references/library/ of a project (`cluneal-lit init`)"
ALDA = (
    f"alda2001 stands only in refs.bib: Alda A, Berg B. On nerves. J Inv. 2001;1:3-4. doi: 10.5555/invented.7. {KEPT}"
)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("alda2001", ALDA),
        ("@alda2001", ALDA),
        ("https://doi.org/10.5555/invented.7", ALDA),
        ("cruz2002", f"cruz2002 stands only in text/refs.json: Cruz. On blocks. {KEPT}"),
        ("nobody", "no work has the key 'nobody'; name the project's folder with -C"),
    ],
)
def test_what_a_bibliography_beside_the_documents_has_is_told(tmp_path: Path, wanted: str, told: str) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "text" / "refs.json").write_text(CSL, encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "no bibliography"}', encoding="utf-8")
    (tmp_path / "a.md").write_text("Nerves hurt [@alda2001].\n", encoding="utf-8")
    said = call(tmp_path, "show", wanted)
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"cluneal-lit: {told}\n")
