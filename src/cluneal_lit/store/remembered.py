"""`references/keys.json` (citation key → identifiers; what library entries said) and `references/matches.json` (which
string is which work)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit.entries import following
from cluneal_lit.entries.remembering import Print
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Decision, Record
from cluneal_lit.store import files


class Keys(Struct, frozen=True):
    """Citation keys once given: `works` the identifiers and record names of each, `aliases` old key → key; `entries`,
    by its name, what each entry of a library said last."""

    works: dict[str, tuple[str, ...]] = {}
    aliases: dict[str, str] = {}
    entries: dict[str, Print] = {}


class Matched(Struct, frozen=True):
    """A reference string without identifiers, and the work it was found to mean, or that people said it means.

    `searched`: the searches that found nothing certain, with their days; `nearest`: what came nearest, by identifier.
    `decisions`: what people decided about it; `score` and `why` are the program's own judgement of the work.
    """

    citation: str
    document: str
    raw: str
    answer: str
    key: str
    score: float
    why: tuple[str, ...]
    searched: dict[str, str] | msgspec.UnsetType = msgspec.UNSET
    nearest: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    decisions: tuple[Decision, ...] | msgspec.UnsetType = msgspec.UNSET


def read(path: Path) -> Keys:
    """The keys given so far; none for a file that is not there. Raises StoreError for one that does not read."""
    content = files.content(path)
    try:
        return msgspec.json.decode(content, type=Keys) if content else Keys()
    except files.UNREADABLE as error:
        raise StoreError(f"{path}: cannot be read: {error}; take the last good version from git") from error


def followed(keys: Keys, records: Iterable[Record]) -> Keys:
    """The keys with the names that the entries of libraries have today, whose records these are."""
    found = following.followed(keys.entries, records)
    return Keys(found.works(keys.works), keys.aliases, found.entries)


def write(path: Path, keys: Keys) -> bool:
    """Write the keys, sorted, if they changed; say whether they did."""
    if not keys.works and not path.exists():
        return False
    ordered = Keys(
        dict(sorted(keys.works.items())), dict(sorted(keys.aliases.items())), dict(sorted(keys.entries.items()))
    )
    return files.written(path, msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")


def write_matches(path: Path, matches: tuple[Matched, ...]) -> bool:
    """Write the matches, sorted by document and citation, if they changed; say whether they did."""
    if not matches and not path.exists():
        return False
    ordered = sorted(matches, key=lambda match: (match.document, match.citation))
    return files.written(path, msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")
