"""The citations whose work is not certain, and what they may mean, as `match` prints them."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from cluneal_lit import decided
from cluneal_lit.cli import answers, terminal
from cluneal_lit.compare import Comparison, stretches
from cluneal_lit.folding import shortened
from cluneal_lit.model import Resolution
from cluneal_lit.outputs import words
from cluneal_lit.pipeline.matching import Candidate, place
from cluneal_lit.registries import spoken

SCHEMA = "cluneal-lit/match/1"
COLUMN = 13  # where what belongs to a name begins
WIDTH = 300  # of a citation's text on the screen
ROWS = ("title", "authors", "journal", "year", "volume", "issue", "pages")


def show(listed: Iterable[tuple[Resolution, tuple[Candidate, ...]]], *, everything: bool) -> None:
    """Print the citations for people, each with its candidates side by side and the commands that decide."""
    listed = tuple(listed)
    for resolution, candidates in listed:
        _citation(resolution, candidates)
        for one in candidates:
            _candidate(one, resolution)
        if not candidates:
            row("", "nothing that is known comes near; where you know the work:")
            _command(resolution, "accept", "PMID|DOI")
        terminal.say()
    told = words.counted(len(listed), "citation")
    if listed:
        terminal.say(f"{told} without an identifier" if everything else f"{told} whose work is not certain")
    else:
        terminal.say("every citation without an identifier has its work; `cluneal-lit match --all` lists them")


def _citation(resolution: Resolution, candidates: Iterable[Candidate]) -> None:
    citation = resolution.citation
    state = terminal.styled(*_state(resolution, candidates))
    terminal.say(f"{terminal.styled(place(citation), 'bold')} {citation.id} {state}")
    for line in terminal.wrapped(shortened(citation.raw, WIDTH), 4):
        terminal.say(f"    {line}")
    for one in resolution.decisions:
        for line in terminal.wrapped(decided.told(one), 4):
            terminal.say(f"    {terminal.styled(line, 'faint')}")


def _state(resolution: Resolution, candidates: Iterable[Candidate]) -> tuple[str, str]:
    if resolution.works:
        return "sure" if resolution.how == "text" else "decided", "good"
    if resolution.how == "decision":
        return "decided, nothing known of the work yet", "warning"
    return ("unsure", "warning") if _answer_about(resolution, candidates) == "unsure" else ("not found", "error")


def _answer_about(resolution: Resolution, candidates: Iterable[Candidate]) -> str:
    """What is said of a citation: of what a search alone brought, some may be meant though nothing stored is."""
    if resolution.answer in ("match", "unsure"):
        return resolution.answer
    return "unsure" if any(one.source and one.match.answer != "none" for one in candidates) else "none"


def _candidate(one: Candidate, resolution: Resolution) -> None:
    terminal.say()
    key = "" if one.key in ("", one.name) else f" {one.key}"
    terminal.say(f"  {terminal.styled(one.name, 'bold')}{key}{_points(one)}")
    for comparison in one.compared:
        if comparison.field in ROWS:
            row(comparison.field, differing(comparison))
    row("why", "; ".join(map(_reason, one.match.why)))
    if not one.key:
        row("", f"{_origin(one)}; `cluneal-lit refresh` fetches it once it is accepted")
    kinds = {line.kind for line in resolution.decisions if decided.work(line) == one.name}
    for kind in ("accept", "reject"):
        if kind in kinds:
            _command(resolution, kind, one.name, " --undo")
        elif not kinds:
            _command(resolution, kind, one.name)


def _origin(one: Candidate) -> str:
    """Where the words of what is not stored come from."""
    return (
        f"{spoken(one.source)} gave it to a search, and it is not stored" if one.source else "nothing is stored of it"
    )


def _points(one: Candidate) -> str:
    return f", {one.match.score:g} points" if one.compared else ""


def differing(comparison: Comparison) -> str:
    """What the right side says, with what the left one has in its place where they differ."""
    left, right = comparison.left, comparison.right
    if comparison.field == "authors" and left and comparison.relation != "missing":
        ours, theirs = left.split(", "), right.split(", ")
        right = ", ".join(theirs[: len(ours)] + ["…"] * (len(theirs) > len(ours)))
        left += ", …" * (len(theirs) > len(ours))  # a list that ends sooner was cut
    if comparison.relation == "equal" or not left:
        return right
    return " ".join(theirs if same else terminal.changed(ours, theirs) for same, ours, theirs in stretches(left, right))


def _reason(why: str) -> str:
    """`title close (0.86)` of `title: close (0.86): … | …`, whose sides stand above."""
    field, _, said = why.partition(": ")
    return why if field not in (*ROWS, "author") else f"{field} {said.partition('): ')[0]}{')' * ('): ' in said)}"


def _command(resolution: Resolution, kind: str, work: str, undo: str = "") -> None:
    terminal.say(f"    {command(resolution, kind, work)}{undo}")


def command(resolution: Resolution, kind: str, work: str) -> str:
    """The command that decides, as a shell takes it."""
    name = work if work == "PMID|DOI" else shlex.quote(work)
    return f"cluneal-lit match --{kind} {resolution.citation.id} {name}"


def row(label: str, text: str) -> None:
    """Print a name and what belongs to it; where there is nothing, nothing."""
    for number, line in enumerate(terminal.wrapped(text, COLUMN) if text else ()):
        head = "" if number else label
        terminal.say(f"    {terminal.styled(f'{head:<{COLUMN - 4}}', 'faint')}{line}".rstrip())


def lines(listed: Iterable[tuple[Resolution, tuple[Candidate, ...]]]) -> Iterator[answers.Json]:
    """The same for programs, one answer a citation."""
    for resolution, candidates in listed:
        citation = resolution.citation
        yield {
            "schema": SCHEMA,
            "id": citation.id,
            "document": citation.document,
            **answers.place(citation.place),
            "raw": citation.raw,
            "answer": _answer_about(resolution, candidates),
            "how": resolution.how or None,
            "key": resolution.works[0] if resolution.works else None,
            "decisions": [answers.decision(one) for one in resolution.decisions],
            "candidates": [_answer(one, resolution) for one in candidates],
        }


def _answer(one: Candidate, resolution: Resolution) -> answers.Json:
    said = {comparison.field: comparison for comparison in one.compared}
    return {
        "id": one.name,
        "key": one.key or None,
        "source": one.source or None,
        **{field: said[field].right or None if field in said else None for field in ROWS},
        "differs": sorted(
            field for field in ROWS if field in said and said[field].relation not in ("equal", "missing")
        ),
        "answer": one.match.answer,
        "score": round(one.match.score, 2),
        "why": list(one.match.why),
        "accept": command(resolution, "accept", one.name),
        "reject": command(resolution, "reject", one.name),
    }
