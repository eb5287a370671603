"""The files beside documents, which say what works their keys stand for."""

from __future__ import annotations

from pathlib import Path

from cluneal_lit.errors import StoreError
from cluneal_lit.store import files, outputs


def beside(folder: Path, name: str, output: Path | None = None) -> bytes | None:
    """The content of a file that a document names (`refs.bib`), relative to the document's folder; None for none.

    Nothing is in a bibliography that a project writes into its folder `output`, or will: it says what the project knows
    already, so that a document cites the same before and after it is written.
    """
    file = folder / name
    try:
        if output and _is_written(file, output):
            return b"[]" if file.suffix.lower() == ".json" else b""  # an empty file is no JSON
        return files.content(file) if file.is_file() else None
    except (StoreError, OSError, ValueError):
        return None


def _is_written(file: Path, output: Path) -> bool:
    file, output = file.resolve(), output.resolve()
    if output not in file.parents:
        return False
    return not file.exists() or file.relative_to(output).as_posix() in outputs.manifest(output)
