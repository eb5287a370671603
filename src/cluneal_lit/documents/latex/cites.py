"""`\\cite` and its relatives: which keys they name, and what is written about them."""

from __future__ import annotations

from msgspec import Struct

from cluneal_lit.documents.latex import commands
from cluneal_lit.documents.latex.source import Source

_MOST_GROUPS = 30


class Cite(Struct, frozen=True):
    """The keys that a command names, each with its offset in the source; the notes before and behind them, by their
    stretches; and where the command ends."""

    keys: tuple[tuple[str, int], ...]
    notes: tuple[tuple[int, int], ...]
    end: int


def every(source: Source, name: str, at: int) -> tuple[int, int] | None:
    """Where the star of `\\nocite{*}` stands, which cites every work of the bibliography; None where it is none."""
    group = source.group(at) if name == "nocite" else None
    return group if group and source.text[group[0] : group[1]].strip() == "*" else None


def cites(name: str) -> bool:
    """Whether a command of this name cites."""
    return bool(commands.CITING.fullmatch(name)) and not commands.NOT_CITING.fullmatch(name)


def cite(source: Source, name: str, at: int) -> Cite | None:
    """What the command whose name ends at `at` cites; None where no keys follow."""
    several = bool(commands.SEVERAL.fullmatch(name))
    keys: list[tuple[str, int]] = []
    notes: list[tuple[int, int]] = []
    for _ in range(2 if several else 0):
        if option := source.option(at, "()"):
            notes.append(option)
            at = option[1] + 1
    end = -1
    for _ in range(_MOST_GROUPS if several else 1):
        found = _group(source, name, at)
        if found is None:
            break
        keys += found.keys
        notes += found.notes
        at = end = found.end
    return Cite(tuple(keys), tuple(notes), end) if keys else None


def _group(source: Source, name: str, at: int) -> Cite | None:
    """One `[before][behind]{a,b}`."""
    notes: list[tuple[int, int]] = []
    if commands.VOLUME.fullmatch(name) and (volume := source.group(at)):
        notes.append(volume)
        at = volume[1] + 1
    for _ in range(2):
        if option := source.option(at):
            notes.append(option)
            at = option[1] + 1
    group = source.group(at)
    if group is None:
        return None
    keys = tuple(_keys(source.text[group[0] : group[1]], group[0]))
    return Cite(keys, tuple(notes), group[1] + 1) if keys else None


def _keys(written: str, at: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for part in written.split(","):
        begin = at + len(part) - len(part.lstrip())
        key = part.split("%")[0].strip() if "\n" not in part else _on_lines(part)
        if key == "*" or "#" in key:
            return []
        if commands.KEY.fullmatch(key):
            found.append((key, begin))
        elif key:
            return []  # it is no list of keys
        at += len(part) + 1
    return found


def _on_lines(part: str) -> str:
    """A key that comments or line ends surround."""
    return " ".join(line.split("%")[0].strip() for line in part.split("\n")).strip()
