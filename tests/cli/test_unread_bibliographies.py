"""The keys of a document whose bibliography nobody could read are not called unknown: why, is told once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import call


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ('[{"id": "d1", "type": "book", "title": "A"},]', ["LIT106"]),
        (None, ["LIT110"]),
        ('[{"id": "d1", "type": "book", "title": "A"}]', ["LIT405"]),
    ],
)
def test_a_key_of_a_bibliography_that_does_not_read_is_not_unknown(
    tmp_path: Path, content: str | None, codes: list[str]
) -> None:
    (tmp_path / "a.md").write_text("---\nbibliography: refs.json\n---\nSee [@d1] and [@d2].\n", encoding="utf-8")
    if content is not None:
        (tmp_path / "refs.json").write_text(content, encoding="utf-8")
    told = call(tmp_path, "check", "a.md", "--json", "--offline")
    assert [one["code"] for one in json.loads(told.stdout)["findings"] if one["code"] in _OF_KEYS] == codes, told.stderr


SETTINGS = {
    "_quarto.yml": ("project:\n  type: book\nbibliography: gone.json\n", "a.qmd", "As [@d1] and [@d2] say.\n"),
    "index.Rmd": (
        "---\nsite: bookdown::bookdown_site\nbibliography: gone.json\n---\n\nHi.\n",
        "a.Rmd",
        "As [@d1] says.\n",
    ),
    "conf.py": ("bibtex_bibfiles = ['gone.bib']\n", "a.rst", "As :cite:`d1` and :cite:`d2` say.\n"),
    "main.tex": ("\\begin{document}\\include{a}\\bibliography{gone}\\end{document}\n", "a.tex", "\\cite{d1,d2}\n"),
}


@pytest.mark.parametrize("broken", [False, True])
@pytest.mark.parametrize("settings", SETTINGS)
def test_nor_is_one_of_a_bibliography_that_settings_name(tmp_path: Path, settings: str, broken: bool) -> None:
    said, name, text = SETTINGS[settings]
    (tmp_path / settings).write_text(said, encoding="utf-8")
    for page in (name, f"b{name}"):
        (tmp_path / page).write_text(text, encoding="utf-8")
    if broken:
        (tmp_path / f"gone.{'json' if 'gone.json' in said else 'bib'}").write_text("<html>", encoding="utf-8")
    told = call(tmp_path, "check", name, f"b{name}", "--json", "--offline")
    seen = [(one["code"], one["document"]) for one in json.loads(told.stdout)["findings"] if one["code"] in _OF_KEYS]
    assert seen == [("LIT106" if broken else "LIT110", settings)], told.stderr


_OF_KEYS = ("LIT106", "LIT110", "LIT405")
