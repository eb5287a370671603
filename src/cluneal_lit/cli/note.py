"""`note`: the annotation of a work, made if there is none and opened."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from cluneal_lit.cli import show, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.model import Note
from cluneal_lit.outputs import styles
from cluneal_lit.pipeline.show import Sheet, Shown, shown
from cluneal_lit.store import files, people, prompts
from cluneal_lit.store.spelt import from_here

_UNFIT = re.compile(r"[^A-Za-z0-9._+-]+")  # in the name of a file, on every system


def main(options: argparse.Namespace) -> int:
    """Open the note of a work, made if there is none; without a terminal or an editor print its path."""
    project = work.project(options)
    sheet = _one(options.work, shown(project, options.work), project)
    path, made = _note(project, sheet)
    name = from_here(path)
    if options.json:
        terminal.answer({"schema": "cluneal-lit/note/1", "path": name, "made": made})
        return 0
    editor = _editor()
    if not (editor and sys.stdin.isatty() and sys.stdout.isatty()):
        terminal.say(name)
        return 0
    if made:
        terminal.progress(f"made {name}; what is left empty is not printed")
    return _edited(editor, path, name)


def _one(wanted: str, found: Shown, project: Project) -> Sheet:
    """The one work that is meant. Raises ConfigError for none or several."""
    if found.citing:
        raise ConfigError(f"{found.name} is cited, but nothing is known of the work yet; run `cluneal-lit refresh`")
    if not found.sheets:
        raise show.unknown(wanted, found, project)
    if len(found.sheets) > 1:
        keys = ", ".join(one.entry.key for one in found.sheets)
        raise ConfigError(f"{found.name} stands in the records of several works; name one by its key: {keys}")
    return found.sheets[0]


def _note(project: Project, sheet: Sheet) -> tuple[Path, bool]:
    """The file of the work's note, and whether it was made now. Raises StoreError where another file has its name."""
    folder, entry = project.references / "notes", sheet.entry
    if entry.note:
        return folder / f"{entry.note.key}.md", False
    path = folder / f"{_UNFIT.sub('-', entry.key).strip('-.') or 'note'}.md"
    made = files.created(path, prompts.unfilled(sheet.names, styles.vancouver(entry)).encode())
    if not made:
        _told(path, sheet)
    return path, made


def _told(path: Path, sheet: Sheet) -> None:
    """Say why a file with the note's name is not the note; it is opened where that can be mended in it."""
    notes, findings = people.notes(path.parent)
    there: Note | None = next((note for note in notes if note.key == path.stem), None)
    works = ", ".join(sheet.names)
    if there and there.works:
        others = ", ".join(there.works)
        raise StoreError(
            f"{from_here(path)}: is about another work ({others}); rename it, or add to its `works`: {works}"
        )
    reason = next((one.values["reason"] for one in findings if one.document.endswith(f"/{path.name}")), "")
    terminal.progress(f"{from_here(path)}: {reason or 'names no work'}; mend it: its `works` must name {works}")


def _editor() -> list[str]:
    """The words of the command that $VISUAL or $EDITOR gives; none where neither does."""
    for name in ("VISUAL", "EDITOR"):
        if command := os.environ.get(name, "").strip():
            try:
                return shlex.split(command, posix=os.name != "nt")
            except ValueError as error:
                raise ConfigError(f"{name} is {command!r}, which is no command: {str(error).lower()}") from error
    return []


def _edited(editor: list[str], path: Path, name: str) -> int:
    """Run the editor until it ends. Raises ConfigError where it cannot be run or fails."""
    command = shlex.join(editor)
    try:
        code = subprocess.run([*editor, path], check=False).returncode
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"the editor {command} cannot be run: {reason}; set VISUAL or EDITOR; {name}") from error
    if code:
        ended = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        raise ConfigError(f"the editor {command} {ended}; the note is {name}")
    return 0
