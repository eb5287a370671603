"""Identifiers of the library that no registry has, told where they stand. Every work here is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.project import FINE, call, make
from tests.services import loopback

ENTRY = """@article{quimby2019, author = {Quimby, Ada and Orlov, Boris}, title = {An invented trial of a nerve block},
  journal = {Journal of Invented Medicine}, year = 2019, volume = 12, number = 3, pages = {101-109},
  doi = {10.5555/invented.1}, pmid = {90000098}}
"""


@pytest.mark.parametrize(
    "document", ["A block may help [@quimby2019], and again [@quimby2019].\n", "No citation here.\n"]
)
@pytest.mark.parametrize("where", ["references/library/own.bib", "own.bib"])
def test_one_that_does_not_exist_is_told_once_at_the_file_and_key(tmp_path: Path, document: str, where: str) -> None:
    with loopback(FINE) as service:
        make(tmp_path, service.services, document)
        settings = tmp_path / "cluneal-lit.toml"
        settings.write_text(f'library = ["{where}"]\n{settings.read_text(encoding="utf-8")}', encoding="utf-8")
        (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / where).write_text(ENTRY, encoding="utf-8")
        call(tmp_path, "run")
        answer = json.loads(call(tmp_path, "check", "--json").stdout)
    told = [(one["code"], one["document"], one["key"], one["message"]) for one in answer["findings"]]
    (found,) = [one for one in told if one[0] == "LIT202"]
    assert found[:3] == ("LIT202", where, "quimby2019")
    assert found[3].startswith("pmid:90000098 does not exist: ")
    assert [one["verdict"] for one in answer["citations"]] == ["verified"] * document.count("@")
