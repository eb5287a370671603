"""Halves of characters, which no file can hold, and bytes that are no UTF-8: from nowhere do they end in a traceback.

Every work here is invented.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.project import call, files, make

HALF = "\\ud800"
ODD = os.fsdecode(b"caf\xe9")
WAYS = {
    "references/library/a.json": f'[{{"id": "a{HALF}", "title": "Invented {HALF} knees", "note{HALF}": "{HALF}"}}]',
    "references/library/a.jsonl": f'{{"id": "b{HALF}", "title": "Invented {HALF} hips"}}\n"{HALF}"\n',
    "references/notes/a.md": f'---\ntitle: "{HALF}"\n---\nInvented.',
    "references/notes/b.md": f'---\nworks: [pmid:1]\ncorrections: {{title: "{HALF}"}}\n---\n&#xD800;',
    "references/lists/a.md": f'---\ntitle: "{HALF}"\n---\n- [@a]',
    "references/documents/a.html": "<meta charset=utf-7><p title='&#xD800;'>+2AA- &#xD800; PMID: 9 <a href=&#xD800;>b",
    "references/documents/b.md": "[@a\ud800] &#xD800; PMID: 90000001",
    "references/keys.json": f'{{"a{HALF}": ["pmid:1"]}}',
    "references/changes.jsonl": f'{{"day": "2026-11-20", "work": "{HALF}", "field": "", "old": "", "new": ""}}\n',
    "references/lock.jsonl": f'{{"source": "pubmed", "id": "{HALF}", "day": "2026-11-20"}}\n',
    "references/records/pubmed/1.json": f'{{"format": 1, "source": "pubmed", "id": "pmid:1{HALF}"}}',
    "cluneal-lit.toml": f'title = "{HALF}"\n',
    "templates/a.txt.j2": '{{ "' + HALF + '" }}',
    "templates/a.md.j2": '{{ "' + HALF + '" }}',
    f"templates/{ODD}.md.j2": "x",
    f"references/library/{ODD}.json": '[{"id": "a", "title": "Invented knees"}]',
    f"references/notes/{ODD}.md": "x",
    f"references/lists/{ODD}.md": "x",
    f"references/documents/{ODD}.md": "PMID: 90000001",
}


@pytest.mark.parametrize("path", WAYS, ids=lambda path: path.replace(ODD, "odd"))
def test_half_a_character_in_a_file_is_no_traceback(tmp_path: Path, path: str) -> None:
    make(tmp_path)
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(WAYS[path].encode(errors="surrogatepass"))
    for arguments in (("run", "--offline"), ("run", "--offline", "--json"), ("show", "a"), ("build",)):
        said = call(tmp_path, *arguments)
        assert said.returncode in (0, 1, 2) and "Traceback" not in said.stderr, (arguments, said.stderr)


def test_a_note_on_a_work_with_a_rare_sign_in_its_id_is_this_work_s(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "references" / "library").mkdir()
    work = {"id": "smith\U0001f600", "title": "An invented book without a number"}
    (tmp_path / "references" / "library" / "a.json").write_text(json.dumps([work]))
    made = [call(tmp_path, "note", work["id"]).stdout for _ in range(2)]
    assert made == ["references/notes/smith.md\n"] * 2
    assert "references/notes" not in call(tmp_path, "run", "--offline").stdout
    assert "output/references.bib" in files(tmp_path)


def test_a_folder_whose_name_is_not_utf8_can_be_a_project(tmp_path: Path) -> None:
    root = tmp_path / ODD
    root.mkdir()
    assert call(tmp_path, "-C", ODD, "init", "--json").returncode == 0
    (root / "references" / "library" / "a.json").write_text('[{"id": "a", "title": "Invented knees"}]')
    (root / "templates").mkdir()
    (root / "templates" / "a.md.j2").write_text("x")
    assert call(root, "run", "--offline").returncode == 0
    made = json.loads(call(tmp_path, "-C", ODD, "note", "a", "--json").stdout)
    assert made == {"schema": "cluneal-lit/note/1", "path": "caf\\xe9/references/notes/a.md", "made": True}
