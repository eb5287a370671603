"""A baseline: the findings that were there when it was written, so that later only new ones count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import findings
from cluneal_lit.errors import ConfigError
from cluneal_lit.model import Told
from cluneal_lit.store import files


class Kept(Struct, frozen=True):
    """A finding of a baseline; only `id` is compared, the rest is for people and for what is gone."""

    id: str
    code: str
    document: str
    message: str


class Baseline(Struct, frozen=True):
    """The content of the file: its findings sorted, one as often as it was found."""

    schema: Literal["cluneal-lit/baseline/1"]
    findings: tuple[Kept, ...]


def read(path: Path) -> tuple[Kept, ...]:
    """The findings of a baseline. Raises ConfigError for a file that is none."""
    hint = f"write one with `cluneal-lit check --write-baseline {path}`"
    if not path.is_file():
        raise ConfigError(f"{path}: is no file; {hint}")
    try:
        return msgspec.json.decode(files.content(path), type=Baseline).findings
    except files.UNREADABLE as error:
        raise ConfigError(f"{path}: is no baseline: {error}; {hint}") from error


def write(path: Path, told: Iterable[Told]) -> bool:
    """Write the findings that count as a baseline, a finding a few lines; say whether the file changed.

    Raises ConfigError for a file that is there and no baseline.
    """
    if not _may_be_written(path):
        raise ConfigError(f"{path}: is there and no baseline; name another file")
    kept = sorted((_kept(one) for one in told if one.waiver is None), key=lambda one: (one.document, one.id))
    baseline = Baseline("cluneal-lit/baseline/1", tuple(kept))
    return files.written(path, msgspec.json.format(msgspec.json.encode(baseline), indent=2) + b"\n")


def _may_be_written(path: Path) -> bool:
    """Whether nothing is there, or a baseline."""
    try:
        if files.content(path):
            read(path)
    except ConfigError:
        return False
    return True


def against(told: Iterable[Told], baseline: Iterable[Kept]) -> tuple[tuple[Told, ...], tuple[Kept, ...]]:
    """The findings, those of the baseline marked as known, and what of the baseline is gone.

    A finding that is there more often than in the baseline is known so often as there.
    """
    baseline = tuple(baseline)
    left = Counter(one.id for one in baseline)
    marked = []
    for one in told:
        name = findings.identity(one.finding)
        marked.append(replace(one, is_known=left[name] > 0))
        left[name] -= 1
    gone = []
    for kept in reversed(baseline):  # of several alike the last ones are taken for gone
        if left[kept.id] > 0:
            left[kept.id] -= 1
            gone.append(kept)
    return tuple(marked), tuple(reversed(gone))


def _kept(one: Told) -> Kept:
    finding = one.finding
    return Kept(findings.identity(finding), finding.code, finding.document, findings.message(finding))
