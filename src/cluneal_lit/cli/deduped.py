"""What `dedupe` tells: the counts of each source, the first questions, and all of it as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import asdict

from cluneal_lit.cli import answers, terminal
from cluneal_lit.duplicates import Kin, Tie
from cluneal_lit.duplicates.kinship import KINDS
from cluneal_lit.duplicates.origins import Count
from cluneal_lit.folding import shortened
from cluneal_lit.outputs import words
from cluneal_lit.outputs.deduped import chance
from cluneal_lit.pipeline.dedupe import Deduped, Pair

SCHEMA = "cluneal-lit/dedupe/1"
_HEADS = ("records from", "identified", "within", "across", "left")
_ASKED = 10  # questions that are printed
_TOLD = 10  # findings
_TITLE = 90  # of a title on the screen


def faults(done: Deduped, together: Iterable[Pair]) -> None:
    """Tell what was wrong in the files, and which decisions others overrule."""
    told = done.brought.findings
    for finding in told[:_TOLD]:
        terminal.tell(finding)
    if len(told) > _TOLD:
        terminal.progress(f"and {words.counted(len(told) - _TOLD, 'more finding')}; --json has them all")
    home = {place: at for at, work in enumerate(done.works) for place in work}
    for one, other in together:
        if home.get(one, one) != home.get(other, other):
            terminal.progress(f"{done.ids[one]} and {done.ids[other]}: not joined, since other decisions part them")


def answer(done: Deduped) -> answers.Json:
    """The answer of `--json`."""
    total = _total(done.counts)
    return {
        "schema": SCHEMA,
        "clusters": [[done.ids[place] for place in work] for work in done.works],
        "questions": [[done.ids[tie.one], done.ids[tie.other]] for tie in done.found.questions],
        "related": [
            {"id": done.ids[kin.one], "kind": kin.kind, "of": done.ids[kin.other]} for kin in done.found.related
        ],
        "sources": [{**asdict(one), "left": one.left} for one in done.counts],
        "counts": {"identified": total.identified, "within": total.within, "across": total.across, "left": total.left},
        "findings": [answers.finding(finding) for finding in done.brought.findings],
    }


def summary(done: Deduped) -> Iterator[str]:
    """The counts as a table, a sentence for PRISMA's diagram, and the first questions."""
    total = _total(done.counts)
    rows = [_HEADS, *map(_row, done.counts), _row(total)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *numbers in rows:
        cells = (number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True))
        yield f"{first.ljust(widths[0])}  {'  '.join(cells)}"
    removed = total.within + total.across
    yield ""
    yield (
        f"{words.counted(total.identified, 'record')} identified; {words.counted(removed, 'duplicate record')} removed "
        f"before screening ({total.within} within a source, {total.across} across); {total.left} left for screening"
    )
    yield from _questions(done, done.found.questions)
    yield from _related(done, done.found.related)


def _questions(done: Deduped, asked: Sequence[Tie]) -> Iterator[str]:
    if not asked:
        return
    yield f"{words.counted(len(asked), 'pair')} for a person to decide, by --join A B or --apart A B:"
    for tie in asked[:_ASKED]:
        yield f"  {done.ids[tie.one]} {done.ids[tie.other]}  chance {chance(tie.points)}"
        for place in (tie.one, tie.other):
            yield f"    {shortened(_said(done, place), _TITLE)}"
    if len(asked) > _ASKED:
        yield f"  and {len(asked) - _ASKED} more: --report FILE shows them all"


def _related(done: Deduped, found: Sequence[Kin]) -> Iterator[str]:
    if not found:
        return
    yield f"{words.counted(len(found), 'pair')} kept apart, and related by title:"
    for kin in found[:_ASKED]:
        yield f"  {done.ids[kin.one]} is {KINDS[kin.kind]} {done.ids[kin.other]}"
        yield f"    {shortened(_said(done, kin.one), _TITLE)}"
    if len(found) > _ASKED:
        yield f"  and {len(found) - _ASKED} more: --report FILE shows them all"


def _said(done: Deduped, place: int) -> str:
    fields = done.brought.records[place].fields
    return f"{fields.issued.year if fields.issued and fields.issued.year else '–'} {fields.title or '(no title)'}"


def _row(one: Count) -> tuple[str, ...]:
    name = one.source if one.files in ((), (one.source,)) else f"{one.source} ({', '.join(one.files)})"
    return (shortened(name, 60), *(str(number) for number in (one.identified, one.within, one.across, one.left)))


def _total(counts: Iterable[Count]) -> Count:
    every = tuple(counts)
    sums = (sum(getattr(one, name) for one in every) for name in ("identified", "within", "across"))
    return Count("all sources", (), *sums)
