"""What the program's regular expressions compile to, beside its bytecode and on its terms: like a module's, it is
written where Python writes bytecode, and another program, Python or machine takes none of it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from pathlib import Path

from cluneal_lit import late
from cluneal_lit.store import kept


@contextmanager
def compiled_once() -> Iterator[None]:
    """Within it, patterns that an earlier run compiled are not compiled again; those that are new are kept."""
    file = _file()
    patterns = late.take_from(lambda: kept.read(file, bytes) if file else {})
    try:
        yield
    finally:
        if file and patterns.new and not sys.dont_write_bytecode:
            kept.remember(file, patterns.known, patterns.known | patterns.new)


def _file() -> Path | None:
    try:
        bytecode = Path(util.cache_from_source(late.__file__))
    except NotImplementedError:  # a Python that keeps none
        return None
    return bytecode.with_suffix(f".{re._compiler.MAGIC}-{sys.byteorder}")  # type: ignore[attr-defined]
