"""How far the asking is: a bar on a terminal, a line now and then elsewhere; on standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cluneal_lit.cli import terminal
from cluneal_lit.pipeline.exchange import Progress as Told

_ASKED = {"links": "their hosts"}  # about what; all else is a matter of the services
_EVERY = 10.0  # seconds between two lines where no terminal is


@contextmanager
def shown() -> Iterator[Told]:
    """What is to be told how many questions are answered, of how many so far."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with _bar() as told:
            yield told
    else:
        yield lines(terminal.progress, time.monotonic)


def lines(say: Callable[[str], None], clock: Callable[[], float]) -> Told:
    """Says a line when something else is asked about, then one every ten seconds, with the rate and the time left."""
    start = last = clock()
    before = ("", 0)

    def told(of: str, answered: int, total: int) -> None:
        nonlocal start, last, before
        now, (was, so_far), before = clock(), before, (of, answered)
        if (of != was or answered < so_far) and total:
            start = last = now
        if of != was and total:
            say(f"asking {_ASKED.get(of, 'the services')} about {total} {of if total > 1 else of.removesuffix('s')}")
        elif now - last >= _EVERY and answered and now > start:
            last = now
            rate = answered / (now - start)
            say(f"{answered} of {total} {of}, {rate:.1f} a second, about {(total - answered) / rate:.0f} s left")

    return told


@contextmanager
def _bar() -> Iterator[Told]:
    """A bar with counts, rate and the time that is left, which disappears at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("asking about {task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def told(of: str, answered: int, total: int) -> None:
            if of != bar.tasks[0].description or answered < bar.tasks[0].completed:
                bar.reset(task, description=of)
            speed = bar.tasks[0].speed
            bar.update(task, completed=answered, total=total, rate=f"{speed:.0f}/s" if speed else "")

        yield told
