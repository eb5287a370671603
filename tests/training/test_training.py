"""What the model learns from, and that it learns the same each time. The strings are invented."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from training.__main__ import MODEL, main
from training.labels import Span, labelled
from training.lessons import lessons
from training.split import in_test, thirds
from training.strings import SETS, strings, training
from training.styles import restyled
from training.variants import misspelt, renamed

from cluneal_lit.citations.strings import phrases
from cluneal_lit.citations.strings.attributes import attributes
from training import journals

SHARED = Path(__file__).resolve().parents[3] / "shared"
RAW = "Quimby A, Orlov B. Knees of rowers. J Invent Med. 2018;15(1):25-32."
SPANS: list[Span] = [
    ("author", 0, 17),
    ("title", 19, 35),
    ("journal", 36, 49),
    ("year", 50, 54),
    ("volume", 55, 57),
    ("issue", 58, 59),
    ("pages", 61, 66),
]
FIELDS = {
    "author_list": [["Quimby", "AB"], ["Orlov", "B"]],
    **{"title": "Knees of rowers", "journal": "J Invent Med", "year": "2018", "volume": "15", "pages": "25-32"},
}


def written(raw: str, spans: list[Span]) -> dict[str, str]:
    return {label: raw[start:end] for label, start, end in spans}


def test_fields_begin_and_go_on_without_the_marks_at_their_ends() -> None:
    found, labels = labelled(RAW, SPANS)
    told = [f"{text}/{label}" for text, label in zip(found.texts, labels, strict=True) if label != "O"]
    assert told == (
        "Quimby/B-author A/I-author ,/I-author Orlov/I-author B/I-author Knees/B-title of/I-title rowers/I-title"
        " J/B-journal Invent/I-journal Med/I-journal 2018/B-year 15/B-volume 1/B-issue 25/B-pages -/I-pages 32/I-pages"
    ).split(" ")


@pytest.mark.parametrize("seed", range(40))
def test_variants_keep_their_fields_where_they_say(seed: int) -> None:
    rng = random.Random(seed)
    raw, spans = restyled(FIELDS, rng) or ("", [])
    fields = written(raw, spans)
    assert {name: fields[name] for name in ("journal", "year", "volume", "pages")} == {
        name: str(FIELDS[name]) for name in ("journal", "year", "volume", "pages")
    }
    assert "quimby" in fields["author"].lower()
    other, moved = renamed(RAW, SPANS, [["Acta Inventa", "Acta Inv"]], rng) or ("", [])
    assert {**written(other, moved), "journal": ""} == {**written(RAW, SPANS), "journal": ""}
    assert written(other, moved)["journal"] in ("Acta Inventa", "Acta Inv", "Acta. Inv.")
    slipped, places = misspelt(RAW, SPANS, 0.1, rng)
    assert written(slipped, places)["volume"] == "15" and slipped != RAW


def test_the_same_strings_give_the_same_bytes() -> None:
    pytest.importorskip("pycrfsuite", reason="needs python-crfsuite, which trains the model")
    from training.trained import model

    names = phrases.listed([("j", "invent", "med")])
    first, again = (msgspec.msgpack.encode(model([(RAW, SPANS)] * 4, names)) for _ in range(2))
    assert first == again


@pytest.mark.skipif(not (SHARED / "reference-strings").is_dir(), reason="needs the shared data")
@pytest.mark.parametrize(("content", "said"), [(None, "no such file"), (b"no model", "no model of reference strings")])
def test_a_model_that_cannot_be_checked_is_told_in_a_line(
    content: bytes | None,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "model.bin"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr("sys.argv", ["training", "--shared", str(SHARED), "--check", "--output", str(path)])
    assert main() == 2
    assert capsys.readouterr().err == f"{path}: {said}; name {'a model' if content is None else 'one'} with --output\n"


def shared(folder: Path, lacking: str = "") -> Path:
    """The files of the shared data, with nothing in them."""
    needed = [f"journals/{name}.csv" for name in journals.LISTS] + [f"reference-strings/{name}.jsonl" for name in SETS]
    for name in {*needed, "score/strings.py"} - {lacking}:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    return folder


@pytest.mark.parametrize(
    ("lacking", "options"),
    [("journals/entrez.csv", ["--check"]), ("reference-strings/plos.jsonl", ["--check"]), ("score/strings.py", [])],
)
def test_shared_data_that_lack_a_file_are_told_in_a_line(
    lacking: str,
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["training", "--shared", str(shared(tmp_path, lacking)), *options])
    assert main() == 2
    assert capsys.readouterr().err == f"{tmp_path}: has no {lacking}; name the shared data with --shared\n"


def test_crfsuite_is_needed_to_train_and_not_to_check(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pycrfsuite'] = None; from training.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "--shared", str(shared(tmp_path))]
    checked, trained = (
        subprocess.run([*command, *options], cwd=MODEL.parents[4], capture_output=True, text=True)
        for options in (["--check"], ["--output", str(tmp_path / "model.bin")])
    )
    assert (checked.returncode, checked.stderr) == (1, "")
    said = "python-crfsuite is not installed, which trains the model: pip install python-crfsuite\n"
    assert (trained.returncode, trained.stdout, trained.stderr) == (2, "", said)


def test_lessons_are_the_attributes_and_labels_of_strings_with_tokens() -> None:
    names = phrases.listed([("j", "invent", "med")])
    (rows, labels), *rest = lessons([(RAW, SPANS), (" ", [])], names)
    assert not rest and labels == labelled(RAW, SPANS)[1] and rows == attributes(labelled(RAW, SPANS)[0], names)


@pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="needs the shared data")
@pytest.mark.parametrize("name", SETS)
def test_nothing_that_is_kept_for_the_test_is_learned(name: str) -> None:
    path = SHARED / "reference-strings" / f"{name}.jsonl"
    scorer = _scorer()
    tested = {record["source"] for record in scorer.load([name], "test")}
    learned = {record["source"] for record in training(path)}
    assert tested.isdisjoint(learned) and tested | learned == {one["source"] for one in scorer.load([name], "all")}


def test_a_set_of_one_document_is_split_in_blocks() -> None:
    split = in_test([f"a#{number}" for number in range(200)])
    assert [len(set(split[at : at + 50])) for at in range(0, 200, 50)] == [1] * 4


def test_thirds_are_of_whole_documents() -> None:
    sources = [f"{document}.xml#{number}" for document in "abcdefghijkl" for number in range(9)]
    split = thirds(sources)
    assert {*split} == {0, 1, 2}
    assert [len(set(split[at : at + 9])) for at in range(0, len(split), 9)] == [1] * 12


@pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="needs the shared data")
def test_the_third_that_judges_is_not_learned() -> None:
    records = training(SHARED / "reference-strings" / "jats-multi.jsonl")
    split = thirds([one["source"] for one in records])
    judging = {one["raw"] for one, third in zip(records, split, strict=True) if third == 1}
    learned = {raw for raw, _ in strings(SHARED, 7, left_out=1)}
    rest = {one["raw"] for one, third in zip(records, split, strict=True) if third != 1}
    assert judging and rest <= learned and not (judging - rest) & learned


def _scorer() -> ModuleType:
    sys.path.insert(0, str(SHARED / "score"))
    try:
        spec = importlib.util.spec_from_file_location("strings_scorer", SHARED / "score" / "strings.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.pop(0)
