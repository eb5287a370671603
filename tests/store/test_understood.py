"""Large library files in the cache: what is kept says the same, and nothing is kept that is stale. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.store import library

GLOBS = ("*.bib",)


def text(title: str) -> str:
    works = (f"@article{{muster{at}, title = {{{title} {at}}}, year = 2019}}\n" for at in range(1500))
    return "".join(works) + "@article{broken, title = {Never closed\n"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The cache of a project beside whose large library file it stands, which was read once."""
    (tmp_path / "mine.bib").write_text(text("Invented"))
    library.read(tmp_path, GLOBS, tmp_path / ".cache", keep=True)
    return tmp_path / ".cache"


def test_what_is_kept_says_the_same_with_its_findings(cache: Path) -> None:
    anew = library.read(cache.parent, GLOBS)
    assert (len(anew[0]) >= 1500, bool(anew[1]), len([*(cache / "library").iterdir()])) == (True, True, 1)
    assert library.read(cache.parent, GLOBS, cache) == anew


def test_a_file_that_changed_is_read_again_and_the_old_reading_dropped(cache: Path) -> None:
    (old,) = (cache / "library").iterdir()
    (cache.parent / "mine.bib").write_text(text("Another"))
    anew = library.read(cache.parent, GLOBS)
    assert library.read(cache.parent, GLOBS, cache) == anew
    assert [*(cache / "library").iterdir()] == [old]  # only who holds the writer's lock writes
    library.read(cache.parent, GLOBS, cache, keep=True)
    (new,) = (cache / "library").iterdir()
    assert new != old


@pytest.mark.parametrize("at", [0, 70, -5])
def test_what_is_not_as_it_was_written_is_not_believed(cache: Path, at: int) -> None:
    (file,) = (cache / "library").iterdir()
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert library.read(cache.parent, GLOBS, cache) == library.read(cache.parent, GLOBS)
