"""The records that a decision to join or to part names, and the names by which decisions name records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.entries.decisions import Decided
from cluneal_lit.entries.evidence import is_close
from cluneal_lit.entries.library_keys import record_keys
from cluneal_lit.entries.precedence import precedence
from cluneal_lit.entries.remembering import LIBRARY
from cluneal_lit.entries.works import joining
from cluneal_lit.folding import folded, shortened
from cluneal_lit.formats import brought
from cluneal_lit.model import Decision, Record
from cluneal_lit.pipeline import moved
from cluneal_lit.store.remembered import Keys

Side = tuple[Record, ...]


class Named(Struct, frozen=True):
    """Records by what may name them: `own`, their name at their source or in the store; `borne`, an identifier that
    they bear; `keyed`, a citation key that was given or that their library has; `there`, those of libraries, and
    `titled`, these by the titles that decisions repeat. `links` lead from an old identifier to the one it is now."""

    own: Mapping[str, Side]
    borne: Mapping[str, Side]
    keyed: Mapping[str, Side]
    there: moved.Libraries
    titled: Mapping[str, Side]
    links: Mapping[str, str]

    def records(self, name: str) -> Side:
        """The records that a name means; none where it means nothing."""
        now = self.links.get(name, name)
        return self.own.get(now) or self.borne.get(now) or self.keyed.get(name, ())

    def sides(self, decision: Decision) -> tuple[Side, Side]:
        """The records on either side of a decision, none on both, unless both sides are the same.

        A side of which there is a record with the title that the decision repeats is settled before one of which there
        is none, since a name may be another's by now."""
        names, titles = decided.pair(decision), _titles(decision)
        found: list[Side] = [(), ()]
        for means in (self._titled, self._called):
            for side, (name, title) in enumerate(zip(names, titles, strict=True)):
                found[side] = found[side] or means(name, title, {one.key for one in found[1 - side]})
        return parted(*found)

    def missing(self, names: Sequence[str]) -> str:
        """Why these names, of a decision, mean nothing here."""
        had = " and the title that it had" if any(map(self.records, names)) else ""
        return f"no work here has the name {' or '.join(names)}{had}"

    def _titled(self, name: str, title: str, others: Container[str]) -> Side:
        """The records that a name means beyond doubt: by an identifier or a citation key, or one of a library with the
        title that the decision repeats: that of the name, else the only one with its key, in its file, or in any if
        that file is gone."""
        if not name.startswith(LIBRARY):
            return self.records(name)
        file, _, key = name.partition("#")
        those = [one for one in self.titled.get(title, ()) if one.key not in others] if title else []
        now = {name, self.there.first(name)}
        for found in (
            [one for one in those if one.key == name],
            [one for one in those if one.key in now],
            [one for one in those if brought.without_digest(brought.key(one)) == key],
            [one for one in those if one.key.startswith(f"{file}#")],
            [] if file in self.there.files else those,
        ):
            if len(found) == 1:
                return tuple(found)
        return ()

    def _called(self, name: str, title: str, others: Container[str]) -> Side:
        """The record that is called so, or was and has another name today, though its title is none that the decision
        repeats; one with a number, or a key of author and year, only if its title is much the same."""
        first = self.there.first(name)
        followed = self.there.followed(name) if first == name else None
        found = self.own.get(first) or ((followed,) if followed else ())
        return tuple(one for one in found if one.key not in others and _is_meant(one, title, one.key == first))

    def name(self, records: Sequence[Record]) -> str:
        """The name by which a decision is about these records and no others; of the first, if there is none for all."""
        first = records[0]
        borne = [name for record in records for name in joining(record.ids, record.fields.type)]
        names = [record.id for record in records if record.source != "library"]
        mine = {record.key for record in records}
        meant = ((name, {one.key for one in self.records(name)}) for name in (*names, *borne))
        return next((name for name, keys in meant if keys and keys <= mine), first.key)


def named(records: Iterable[Record], keys: Keys, links: Mapping[str, str]) -> Named:
    """The records of works by their names. Those that tell identifiers alone have none."""
    own: defaultdict[str, list[Record]] = defaultdict(list)
    borne: defaultdict[str, list[Record]] = defaultdict(list)
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    titled: defaultdict[str, list[Record]] = defaultdict(list)
    records = [record for record in records if record.fields]
    for record in records:
        if record.source == "library":
            _put(titled, record, (_title(record),))
        _put(own, record, (record.key, record.id))
        _put(borne, record, joining(record.ids, record.fields.type))
        _put(keyed, record, record_keys(record))
    there = moved.libraries(records, keys.entries)
    found = Named(_frozen(own), _frozen(borne), _frozen(keyed), there, _frozen(titled), links)
    given = {key: _of_key(found, handles) for key, handles in keys.works.items()}
    return replace(found, keyed={**found.keyed, **{key: side for key, side in given.items() if side}})


def parted(one: Side, other: Side) -> tuple[Side, Side]:
    """Each side without the records of the other, where anything is left of it."""
    ours, theirs = ({record.key for record in side} for side in (one, other))
    left = tuple(record for record in one if record.key not in theirs)
    right = tuple(record for record in other if record.key not in ours)
    return left or one, right or other


def decisions(named: Named, all_decisions: Iterable[Decision]) -> Decided:
    """What people decided about the records; of a pair that is to be joined and to be parted the latter holds."""
    apart: set[frozenset[str]] = set()
    together: defaultdict[str, set[tuple[int, bool]]] = defaultdict(set)
    for number, one in enumerate(all_decisions):
        if one.kind not in decided.PAIRS:
            continue
        left, right = ([record.key for record in side] for side in named.sides(one))
        if not left or not right or left == right:
            continue
        if one.kind == "apart":
            apart |= {frozenset((mine, its)) for mine in left for its in right}
            continue
        for is_right, side in enumerate((left, right)):
            for name in side:
                together[name].add((number, bool(is_right)))
    return Decided(frozenset(apart), {name: frozenset(sides) for name, sides in together.items()})


def _titles(decision: Decision) -> Sequence[str]:
    """The title that a decision repeats of either side, folded; one that both have stands there once."""
    found = [folded(title) for title in decision.text.split(decided.BETWEEN)]
    return found * 2 if len(found) == 1 else found if len(found) == 2 else ("", "")


def _title(record: Record) -> str:
    return folded(shortened(record.fields.title, decided.TITLE))


def _is_meant(record: Record, title: str, is_known: bool) -> bool:
    """Whether a record that has not the title is the one of a name all the same, which it has, or is known to have had,
    or which has its key alone."""
    if not title:
        return is_known or not brought.is_number(brought.key(record))
    return is_close(_title(record), title) or not any(brought.chosen_first(record))


def _of_key(found: Named, handles: Iterable[str]) -> Side:
    """The records for which a citation key was given."""
    named = [record for name in handles for record in found.records(name)]
    return tuple(sorted({record.key: record for record in named}.values(), key=precedence))


def _put(where: defaultdict[str, list[Record]], record: Record, names: Iterable[str]) -> None:
    for name in dict.fromkeys(names):
        where[name].append(record)


def _frozen(found: Mapping[str, list[Record]]) -> dict[str, Side]:
    return {name: tuple(records) for name, records in found.items()}
