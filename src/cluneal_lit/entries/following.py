"""Which entry of a library is which that the key file remembers: each is one at most, the best evidence counts first.

An entry keeps what it is known by when it is corrected, has another key, number or file, or stands elsewhere; so its
work keeps key, notes and decisions, which name it by that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.entries.evidence import SURE, Named, named, rank
from cluneal_lit.entries.remembering import LIBRARY, Handles, Known, Print, Prints, prints
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

_Pair = tuple[int, bool, bool, bool, str, str]  # rank; key, name and file differ; the name that was, and that is
_MOST = 50  # entries of one title, or by one author and of one year, against which each is held


class Followed(Struct, frozen=True):
    """What is remembered of `entries`, by the names that they have today, or had last; and for each name that its entry
    had when it was last seen, and has no more, the one that it has: `moves`."""

    entries: dict[str, Print]
    moves: dict[str, str]

    def works(self, known: Known) -> dict[str, Handles]:
        """What each key was given for, by today's names."""
        moved = {key: tuple(self.moves.get(name, name) for name in names) for key, names in known.items()}
        return {key: tuple(dict.fromkeys(names)) for key, names in moved.items()}


def followed(entries: Prints, records: Iterable[Record]) -> Followed:
    """The entries that are remembered, where they stand today, and those that are new. What is gone keeps its name, or
    has what it said for one, `library/a.ris#1~3fa91c`, where another has it."""
    here = prints(records)
    homes = _homes(entries, here)
    first = {name: owner for owner, said in entries.items() for name in said.once if name.startswith(LIBRARY)}
    found: dict[str, Print] = {}
    moves: dict[str, str] = {}
    for name, was in sorted(entries.items()):
        now = homes.get(name) or (name if name not in here else _gone(name, was, (here, entries, found)))
        says = here.get(now, was)
        had = (name,) if first.get(name, name) == name and not brought.is_made(name) else ()
        before = (was.says,) if was.says not in ("", says.says) else ()
        once = dict.fromkeys((*was.once, *before, *had, *says.once))
        found[now] = replace(says, once=tuple(one for one in once if one != now))
        if name != now:
            moves[name] = now
    return Followed({**{name: said for name, said in here.items() if name not in found}, **found}, moves)


def _gone(name: str, was: Print, taken: Iterable[Prints]) -> str:
    """The name of an entry that is gone, whose own another has."""
    file, _, key = name.partition("#")
    content = next((one for one in reversed(was.once) if brought.without_digest(one) == key), was.says)
    gone = f"{file}#{content or key}"
    while any(gone in those for those in taken):
        gone += "~"
    return gone


def _homes(entries: Prints, here: Prints) -> dict[str, str]:
    """The name that each entry has today; first those that are what they were, so that nothing moves without need."""
    homes = {name: name for name, was in entries.items() if name in here and _is_unchanged(was, here[name])}
    before, after = ({name for name in those if name not in homes} for those in (entries, here))
    if not before or not after:
        return homes
    ids = _alone(entries) & _alone(here)
    files = {name.partition("#")[0] for name in here}
    for handles in (_says, _handles):
        ours = [named(name, entries[name]) for name in sorted(before - homes.keys())]
        theirs = [named(name, here[name]) for name in sorted(after.difference(homes.values()))]
        fits = _fits(ours, theirs, handles, lambda was, now: rank(was, now, ids, files))
        homes |= _settled(sorted(fits))
    return homes


def _is_unchanged(was: Print, now: Print) -> bool:
    return was.says == now.says and (was.ids == now.ids or not was.ids or not now.ids)


def _alone(those: Prints) -> set[str]:
    """The identifiers that one entry has, and no other."""
    counted = Counter(name for said in those.values() for name in said.ids)
    return {name for name, number in counted.items() if number == 1}


def _says(one: Named) -> Iterable[object]:
    return filter(None, (one.said.says,))


def _handles(one: Named) -> Iterable[object]:
    """By what an entry may be found."""
    dated = (one.author, one.year) if one.year else None
    those = (one.said.says, one.said.place, one.said.title, dated, one.key, one.name)
    return filter(None, (*those, *one.said.ids, *one.said.once))


def _fits(
    ours: Iterable[Named],
    theirs: Iterable[Named],
    handles: Callable[[Named], Iterable[object]],
    ranked: Callable[[Named, Named], int],
) -> Iterable[_Pair]:
    """The pairs of a remembered entry and one of today that may be one."""
    found: defaultdict[object, list[Named]] = defaultdict(list)
    for now in theirs:
        for handle in handles(now):
            found[handle].append(now)
    for was in ours:
        near = {now.name: now for handle in handles(was) for now in found[handle][:_MOST]}
        for now in near.values():
            if (place := ranked(was, now)) >= 0:
                yield place, was.key != now.key, was.name != now.name, was.file != now.file, was.name, now.name


def _settled(fits: Iterable[_Pair]) -> dict[str, str]:
    """Each entry with the one of today, of pairs in their order: of several that fit alike none but by its name, unless
    all are sure."""
    homes: dict[str, str] = {}
    taken: set[str] = set()
    for place, group in groupby(fits, key=lambda pair: pair[0]):
        those = [(was, now) for *_, was, now in group]
        for accepts in (_is_named, _is_only):
            free = [(was, now) for was, now in those if was not in homes and now not in taken]
            counted = Counter(name for pair in free for name in (f"<{pair[0]}", f">{pair[1]}"))
            for was, now in free:
                is_free = was not in homes and now not in taken
                if is_free and (place <= SURE or accepts(was, now, counted)):
                    homes[was] = now
                    taken.add(now)
    return homes


def _is_named(was: str, now: str, _counted: Mapping[str, int]) -> bool:
    return was == now


def _is_only(was: str, now: str, counted: Mapping[str, int]) -> bool:
    return counted[f"<{was}"] == counted[f">{now}"] == 1
