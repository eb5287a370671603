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


_OF_KEYS = ("LIT106", "LIT110", "LIT405")
