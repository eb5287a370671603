"""What the key file keeps of a work, so that it is known again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cluneal_lit.entries.library_names import LIBRARY, NO_LONGER, Handles, content, placed, said_by
from cluneal_lit.entries.works import Group
from cluneal_lit.formats import brought


def remembered(
    group: Group,
    mine: Handles,
    past: Mapping[str, str],
    before: Mapping[str, Sequence[str]],
    strange: Mapping[str, Collection[str]],
) -> Handles:
    """The handles of a work, with the names that others took from its records, and without those taken by them;
    `before`: the names that a record had, by that of today.

    Each of these is there with what its record says, too, `once/FILE#KEY~3fa91c`, that it be known whose it was.
    Last are those of `strange` that mean others than its records."""
    those = [record for record in group.records if record.source == "library"]
    called = {record.key for record in those}
    old = {name: record for record in those for name in before.get(record.key, ())}
    changed = {brought.content_key(one) for one in those if past.get(one.key) in called and content(one)}
    said = (said_by(name, one) for name, one in sorted(old.items()) if not brought.is_made(name))
    kept = (name for name in mine if name not in past and name not in changed)
    places = filter(None, map(placed, those))
    others = sorted(name for record in those for name in strange.get(record.key, ()))
    no_longer = (NO_LONGER + name.removeprefix(LIBRARY) for name in others)
    return tuple(dict.fromkeys((*kept, *places, *sorted(old), *said, *no_longer)))
