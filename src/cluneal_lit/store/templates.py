"""Templates: those of the project and of the program, and their compiled form in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import jinja2

from cluneal_lit import __version__
from cluneal_lit.errors import TemplateError
from cluneal_lit.outputs.environment import Template, Templates
from cluneal_lit.store import files


def read(folders: Iterable[Path]) -> Templates:
    """The templates by name; of files of one name that in the first folder counts.

    Raises TemplateError for one that is not UTF-8.
    """
    found: dict[str, Template] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*.j2")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and name not in found:
                try:
                    found[name] = Template(str(file), files.content(file).decode("utf-8-sig"))
                except UnicodeDecodeError as error:
                    raise TemplateError(f"{file}: is not UTF-8; save it as UTF-8") from error
    return found


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
