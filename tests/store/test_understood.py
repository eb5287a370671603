"""What is understood of the store, in the cache: what is kept says the same, and nothing that is stale is believed.

All is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.model import Finding, Note, Record
from cluneal_lit.store import library, people
from cluneal_lit.store.understood import Understood

Said = tuple[tuple[Record, ...], tuple[Finding, ...], tuple[Note, ...], tuple[Finding, ...]]
NOTE = "---\nworks: [doi:10.5555/muster]\ntags: [no, 010]\n---\nInvented {}.\n"


def text(title: str) -> str:
    works = (f"@article{{muster{at}, title = {{{title} {at}}}, year = 2019}}\n" for at in range(1500))
    return "".join(works) + "@article{broken, title = {Never closed\n"


def read(project: Path, known: Understood | None = None) -> Said:
    return *library.read(project, ("*.bib",), known), *people.notes(project / "notes", known)


def once_more(project: Path) -> bytes:
    """Read with the cache and keep it, and what the file of the cache holds then."""
    known = Understood(project / ".cache", keep=True)
    read(project, known)
    known.remember()
    return (project / ".cache" / "understood").read_bytes()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a large library file and notes, one of which does not read, that was read once."""
    (tmp_path / "mine.bib").write_text(text("Invented"))
    (tmp_path / "notes").mkdir()
    for name, note in (("muster", NOTE.format("relief")), ("other", NOTE.format("pain")), ("broken", "---\n[\n---\n")):
        (tmp_path / "notes" / f"{name}.md").write_text(note)
    once_more(tmp_path)
    return tmp_path


def test_what_is_kept_says_the_same_with_its_findings(project: Path) -> None:
    anew = read(project)
    assert [len(told) for told in anew] == [1501, 1, 2, 1]
    assert read(project, Understood(project / ".cache")) == anew


def test_it_is_taken_from_the_cache(project: Path) -> None:
    def refused() -> Note:
        raise AssertionError("understood again")

    content = (project / "notes" / "muster.md").read_bytes()
    known = Understood(project / ".cache")
    assert known.once(Note, ("muster", content), refused) == people.note("muster", content.decode())
    with pytest.raises(AssertionError):
        known.once(Note, ("muster", content + b"\n"), refused)


@pytest.mark.parametrize("name", ["mine.bib", "notes/muster.md", "notes/broken.md"])
def test_a_file_that_changed_is_understood_again(project: Path, name: str) -> None:
    before = (project / ".cache" / "understood").read_bytes()
    (project / name).write_text(text("Another") if name.endswith(".bib") else NOTE.format("another"))
    anew = read(project)
    assert read(project, Understood(project / ".cache")) == anew
    assert (project / ".cache" / "understood").read_bytes() == before  # only who holds the writer's lock writes
    assert once_more(project).startswith(before) and once_more(project) != before
    assert read(project, Understood(project / ".cache")) == anew


def test_what_nobody_asks_for_any_more_is_dropped(project: Path) -> None:
    whole = once_more(project)
    for name in ("mine.bib", "notes/other.md"):
        (project / name).unlink()
    assert len(once_more(project)) < len(whole) / 100


def test_what_cannot_be_kept_as_it_is_is_not_kept(tmp_path: Path) -> None:
    known = Understood(tmp_path, keep=True)
    assert known.once(Note, "half", lambda: Note("half", (), "\ud800")).text == "\ud800"
    assert known.once(Note, "\ud800", lambda: Note("key", ())).key == "key"
    known.remember()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("at", [0, 33, 70, -5])
def test_what_is_not_as_it_was_written_is_not_believed(project: Path, at: int) -> None:
    file = project / ".cache" / "understood"
    whole = bytearray(file.read_bytes())
    whole[at] ^= 1
    file.write_bytes(whole)
    assert read(project, Understood(project / ".cache")) == read(project)
    whole[at] ^= 1
    assert once_more(project) == bytes(whole)


def test_half_of_a_part_is_not_believed(project: Path) -> None:
    file = project / ".cache" / "understood"
    whole = file.read_bytes()
    for cut in (whole[:20], whole[:-1], whole + whole[:20]):
        file.write_bytes(cut)
        assert read(project, Understood(project / ".cache")) == read(project)
        assert once_more(project) == whole
