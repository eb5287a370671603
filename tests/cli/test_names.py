"""Names behind `@` that stand bare, in documents without a bibliography of their own. Every work here is invented."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.project import call, files, make
from tests.services import Loopback

LIBRARY = """@misc{soft, title={A tool}, author={{The Team}}, year=2023}
@misc{42, title={A number}, author={{The Team}}, year=2021}
"""
DOCUMENT = """# Invented nerves

As @quimby2019 shows with @soft, which @nobody and @soft2 like, see PMID: 90000001. Write to a@soft, as
[@soft](https://example.org/soft) and `@soft` say; issue @42.

```python
@soft
def painful(): ...
```
"""


@pytest.fixture
def project(tmp_path: Path, service: Loopback) -> Path:
    folder = make(tmp_path, service.services, DOCUMENT)
    (folder / "references" / "library").mkdir(parents=True, exist_ok=True)
    (folder / "references" / "library" / "a.bib").write_text(LIBRARY, encoding="utf-8")
    return folder


def named(project: Path, *paths: str) -> list[tuple[str, str | None]]:
    """The citations that `scan` finds, and the keys of their works."""
    said = json.loads(call(project, "scan", "--json", *paths).stdout)
    return [(one["raw"], one["key"]) for one in said["citations"]]


def test_a_name_is_a_key_where_a_work_has_it(project: Path) -> None:
    """Also in the first run, in which the work is given its key, so that the second writes nothing."""
    assert named(project) == [("@soft", "soft"), ("PMID: 90000001", None)]
    assert call(project, "run", "--fail-on", "never").returncode == 0
    before = files(project)
    every = [("@quimby2019", "quimby2019"), ("@soft", "soft"), ("PMID: 90000001", "quimby2019")]
    assert named(project) == named(project, "references/documents/notes.md") == every
    shutil.rmtree(project / ".cache")
    assert call(project, "run", "--fail-on", "never", "--offline").returncode == 0
    assert files(project) == before
    assert "notes.md:3:27" in call(project, "show", "soft").stdout


def test_a_key_that_was_a_works_is_told_when_no_work_has_it_any_more(project: Path) -> None:
    assert call(project, "run", "--fail-on", "never").returncode == 0
    (project / "references" / "library" / "a.bib").unlink()
    assert "LIT405 warning no work has the key soft" in call(project, "check", "--offline").stdout


def test_without_a_project_no_name_is_a_key(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DOCUMENT, encoding="utf-8")
    assert named(tmp_path, "a.md") == [("PMID: 90000001", None)]


def test_what_stands_beside_a_name_is_mended(project: Path) -> None:
    notes = project / "references" / "documents" / "notes.md"
    notes.write_text("As @soft says, see https://dx.doi.org/10.5555/INVENTED.1.\n", encoding="utf-8")
    assert call(project, "run", "--fail-on", "never").returncode == 0
    said = call(project, "check", "--offline", "--fix", "--write")
    assert (said.returncode, "1 change in 1 document" in said.stderr) == (0, True), said.stderr
    assert notes.read_text(encoding="utf-8") == "As @soft says, see https://doi.org/10.5555/INVENTED.1.\n"


def test_what_the_settings_of_quarto_say_counts_with_the_next_run(project: Path) -> None:
    """Its bibliography is ours, and says nothing before or after it is written."""
    documents = project / "references" / "documents"
    (documents / "notes.md").rename(documents / "notes.qmd")
    assert call(project, "run", "--fail-on", "never").returncode == 0
    assert "LIT405" not in call(project, "check", "--offline").stdout
    (project / "_quarto.yml").write_text("bibliography: output/references.json\n", encoding="utf-8")
    assert call(project, "run", "--fail-on", "never", "--offline").returncode == 0
    told = call(project, "check", "--offline").stdout
    assert "LIT106" not in told
    assert [key for key in ("nobody", "soft2", "soft", "42") if f"no work has the key {key}\n" in told] == [
        "nobody",
        "soft2",
    ]
    before = files(project)
    shutil.rmtree(project / ".cache")
    assert call(project, "run", "--fail-on", "never", "--offline").returncode == 0
    assert files(project) == before
    shutil.rmtree(project / "output")
    assert call(project, "run", "--fail-on", "never", "--offline").returncode == 0
    assert files(project) == before
    (project / "_quarto.yml").unlink()
    assert "LIT405" not in call(project, "check", "--offline").stdout
