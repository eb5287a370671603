"""What people decided about which records are one work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cluneal_lit.model import Record


class Decided(Struct, frozen=True):
    """What people decided about records, by their names: pairs that are `apart`, in either order, and by which
    decisions a record is `together` with others, each with the side on which it stands: nothing follows from two."""

    apart: frozenset[frozenset[str]] = frozenset()
    together: Mapping[str, frozenset[tuple[int, bool]]] = {}

    def parts(self, one: Sequence[Record], other: Sequence[Record]) -> bool:
        """Whether people said that the works of these records are two."""
        return bool(self.apart) and any(
            frozenset((left.key, right.key)) in self.apart for left in one for right in other
        )

    def joins(self, one: Sequence[Record], other: Sequence[Record]) -> bool:
        """Whether people said that the works of these records are one."""
        theirs = {side for record in other for side in self.together.get(record.key, ())}
        return any((number, not side) in theirs for record in one for number, side in self.together.get(record.key, ()))


NOTHING = Decided()
