"""An identifier of the library that no registry has, as the project and as the file alone is checked. Works are
invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.project import call, make
from tests.services import Loopback, Work, loopback

OTHER = Work("An invented work that is there", doi="10.5555/invented.81", authors=("Orlov, Boris",), year=2019)
TITLE = "An invented result under an identifier that nobody has"
DEAD = f"""@article{{deaddoi,
  author = {{Quimby, Anna and Zabel, Carla}}, title = {{{TITLE}}}, journal = {{Journal of Invented Medicine}},
  year = 2012, volume = 30, number = 2, pages = {{127--134}}, doi = {{10.5555/invented.99}}
}}
"""


@pytest.fixture
def service() -> Iterator[Loopback]:
    with loopback(OTHER) as running:
        yield running


def judged(project: Path, *of: str) -> tuple[set[str], set[str]]:
    """The verdicts on the dead work, and the codes of what is found."""
    told = json.loads(call(project, "check", *of, "--json").stdout)
    named = [one for one in told["citations"] if "deaddoi" in (one["cited_as"] or "") or TITLE in one["raw"]]
    return {one["verdict"] for one in named}, {one["code"] for one in told["findings"]}


def test_a_dead_identifier_is_absent_where_the_library_has_it_and_where_its_file_is_checked(
    tmp_path: Path, service: Loopback
) -> None:
    make(tmp_path, service.services, f"As was shown [@deaddoi], and else (doi: {OTHER.doi}).\n")
    library = tmp_path / "references" / "library" / "my.bib"
    library.parent.mkdir(parents=True, exist_ok=True)
    library.write_text(DEAD, encoding="utf-8")
    call(tmp_path, "run")
    verdicts, codes = judged(tmp_path)
    assert verdicts == {"absent"} and "LIT202" in codes and "LIT304" not in codes
    assert judged(tmp_path, str(library))[0] == {"absent"}
