"""The command line: arguments, printing and exit codes. Nothing else in the program prints or exits.

0 clean; 1 findings at or above `--fail-on`; 2 could not run; 3 a service that had to be asked gave no answer;
130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cluneal_lit.cli.arguments import parser
from cluneal_lit.errors import LitError

INTERRUPTED = 130
COULD_NOT_RUN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code."""
    try:
        options = parser().parse_args(arguments)
        code: int = options.verb(options)
        sys.stdout.flush()
        return code
    except LitError as error:
        print(f"cluneal-lit: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        print("cluneal-lit: interrupted; what arrived is kept, and the next run goes on from there", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough; nothing more may be written to it, not even by the interpreter's exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
