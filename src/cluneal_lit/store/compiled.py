"""The compiled form of templates, in the cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2

from cluneal_lit import __version__


def compiled(folder: Path) -> Callable[[str], jinja2.BytecodeCache] | None:
    """Where the compiled templates of a format are kept, by its suffix; None where the folder cannot be.

    A part may be included in outputs of several formats, and compiles differently in each.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    stem = f"{__version__}-{jinja2.__version__}"
    return lambda suffix: jinja2.FileSystemBytecodeCache(str(folder), f"{stem}{suffix}-%s.template")
