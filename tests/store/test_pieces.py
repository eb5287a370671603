"""What a build keeps for the next: it saves work and changes no byte. The works are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.errors import TemplateError
from cluneal_lit.model import Collection, Entry, Fields, Ids, Note, Status
from cluneal_lit.outputs.pieces import Pieces
from cluneal_lit.outputs.rendering import rendered
from cluneal_lit.outputs.templates import Template
from cluneal_lit.store import kept, templates

TEMPLATES = templates.read([Path(__file__).resolve().parents[2] / "templates"])
WORKS = tuple(
    Entry(
        key=key,
        ids=Ids(doi=f"10.5555/{key}"),
        fields=Fields(type="article-journal", title=f"Invented {key}"),
        status=Status("none"),
        verdict="verified",
        note=Note(key, (), text),
    )
    for key, text in (("muster", "Beside `sample`."), ("sample", "Words \ud800 of a half."), ("third", "Alone."))
)


def outputs(works: tuple[Entry, ...], saved: Pieces) -> dict[str, str]:
    chosen = {name: one for name, one in TEMPLATES.items() if not name.endswith(".json.j2")}  # no half fits in JSON
    made = rendered(Collection("Invented", works, (), (), (), (), ()), chosen, pieces=saved)
    assert made.broken == {}
    return made.texts


def again(cache: Path) -> Pieces:
    return Pieces(kept.read(cache / "pieces", str))


def remember(cache: Path, made: Pieces) -> None:
    kept.remember(cache / "pieces", made.known, made.used)


def changed(key: str) -> tuple[Entry, ...]:
    return tuple(replace(one, note=Note(key, (), "Another.")) if one.key == key else one for one in WORKS)


def test_one_changed_note_is_rendered_and_no_other(tmp_path: Path) -> None:
    first = Pieces()
    before = outputs(WORKS, first)
    remember(tmp_path, first)
    second = again(tmp_path)
    before_it = (tmp_path / "pieces").read_bytes()
    after = outputs(changed("third"), second)
    new = [text for name, text in second.used.items() if name not in first.used]
    assert after == outputs(changed("third"), Pieces())
    assert {name for name in after if after[name] != before[name]} >= {"references.bib", "site/works/third.html"}
    assert new and all("third" in text for text in new)
    assert len(second.used) == len(first.used)
    remember(tmp_path, second)
    assert (tmp_path / "pieces").read_bytes().startswith(before_it)  # what is new is added
    assert again(tmp_path).known == {**first.used, **second.used}


def test_what_was_not_used_is_dropped(tmp_path: Path) -> None:
    first = Pieces()
    outputs((*WORKS, *(replace(WORKS[2], key=f"more{at}") for at in range(9))), first)
    remember(tmp_path, first)
    second = again(tmp_path)
    outputs(WORKS[:1], second)
    remember(tmp_path, second)
    assert again(tmp_path).known == second.used != {}


@pytest.mark.parametrize("at", [0, 3, 33, 70, -5, None])
def test_a_cache_that_is_gone_or_not_as_it_was_written_is_none(tmp_path: Path, at: int | None) -> None:
    first = Pieces()
    whole = outputs(WORKS, first)
    remember(tmp_path, first)
    file = tmp_path / "pieces"
    content = bytearray(file.read_bytes())
    if at is None:
        file.unlink()
    else:
        content[at] ^= 1
        file.write_bytes(content)
    assert again(tmp_path).known == {}
    assert outputs(WORKS, again(tmp_path)) == whole


def test_pieces_of_another_program_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Pieces()
    outputs(WORKS, first)
    remember(tmp_path, first)
    assert again(tmp_path).known == first.used
    monkeypatch.setattr("cluneal_lit.store.program.__version__", "0.0.0")
    assert again(tmp_path).known == {}


def test_another_part_is_rendered_anew() -> None:
    whole = {"a.md.j2": Template("a.md.j2", '{{ piece("_p.j2", title=title) }}')}
    nothing = Collection("Invented", (), (), (), (), (), ())
    first = Pieces()
    one = rendered(nothing, whole | {"_p.j2": Template("_p.j2", "{{ title }} one")}, pieces=first)
    two = rendered(nothing, whole | {"_p.j2": Template("_p.j2", "{{ title }} two")}, pieces=Pieces(first.used))
    assert (one.texts, two.texts) == ({"a.md": "Invented one\n"}, {"a.md": "Invented two\n"})


def test_a_value_that_is_not_handed_to_a_part_is_an_error() -> None:
    whole = {
        "a.md.j2": Template("a.md.j2", '{{ piece("_p.j2", title=title) }}'),
        "_p.j2": Template("_p.j2", "{{ entries }}"),
    }
    made = rendered(Collection("Invented", (), (), (), (), (), ()), whole)
    assert isinstance(made.broken["a.md"], TemplateError)
    assert "_p.j2:1: 'entries' is undefined" in str(made.broken["a.md"])
