"""The command line: arguments, printing and exit codes. Nothing else in the program prints or exits.

0 clean; 1 findings at or above `--fail-on`; 2 could not run; 3 a service that had to be asked gave no answer;
130 interrupted.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence

from cluneal_lit.cli import streams
from cluneal_lit.cli.arguments import parsed
from cluneal_lit.errors import LitError

INTERRUPTED = 130
COULD_NOT_RUN = 2
# What is read and judged are trees without cycles, which the collector would otherwise go through again and again: a
# seventh of the time for ten thousand citations.
COLLECTED = (200_000, 20, 20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code."""
    streams.prepare()
    gc.set_threshold(*COLLECTED)
    try:
        return _ran(arguments)
    except LitError as error:
        for line in str(error).split("\n"):  # several outputs may have a reason each
            streams.tell(line)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        streams.tell("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        streams.abandon()
        return 0


def _ran(arguments: Sequence[str] | None) -> int:
    try:
        options = parsed(arguments)
        if options.json:
            streams.prepare("utf-8")
        try:
            return int(options.verb(options))
        except KeyboardInterrupt:
            if not hasattr(options, "offline") or getattr(options, "fresh", False):  # then nothing is kept
                raise
            streams.tell("interrupted; what arrived is kept, and the next run goes on from there")
            return INTERRUPTED
    finally:
        streams.flush()
