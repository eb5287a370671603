"""Citation keys: given once, never lettered anew, the same for every order of input.

The key file remembers each key with the handles of its work: its identifiers and the names of its library records. A
work is known again by them. Every other name by which documents may cite a work, as another key in a library, is an
alias with handles of its own: when two works become one, one key stays and the other becomes its alias, and comes back
when the works part again. No name is another work's while that for which it was given is there.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, product

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import names
from cluneal_lit.entries.known_keys import end, handles, known_again, remembered, root
from cluneal_lit.entries.library_keys import fit, given_keys, is_identifier, library_keys, record_keys
from cluneal_lit.entries.remembering import Known
from cluneal_lit.entries.works import Group
from cluneal_lit.folding import folded, words
from cluneal_lit.formats import brought
from cluneal_lit.model import Note, Work


class Assigned(Struct, frozen=True):
    """The works under their keys, sorted by key, and the key file's content: `works` and `aliases`."""

    works: tuple[Work, ...]
    known: dict[str, tuple[str, ...]]
    aliases: dict[str, str]


def assigned(
    groups: Iterable[Group],
    notes: Sequence[Note],
    known: Known,
    aliases: Mapping[str, str],
    links: Mapping[str, str] | None = None,
) -> Assigned:
    """A key for every work: the one it has, else its library's, else its note's file name, else author and year.

    `known` and `aliases` are those of the key file, `links` lead from a replaced identifier to the one it is now; all
    name records as they are called today. A key that no work has any more stays taken, but for a library that gives it
    to a new one; the number of a record may be any work's.
    """
    ordered, links = sorted(groups, key=_order), links or {}
    noted = _noted(ordered, notes, links)
    keyed, ends = known_again(ordered, known, aliases, links)
    held = {*keyed, *(old for old in ends if end(old, ends) in keyed), *filter(brought.is_number, known)}
    taken = {key.lower() for key in held}  # BibTeX and some file systems know no case
    new = _given(sorted(set(range(len(ordered))) - set(keyed.values())), ordered, library_keys, keyed, taken)
    taken |= {key.lower() for key in {*known, *ends}}
    new = _given(new, ordered, lambda group: noted.get(_name(group), ()), keyed, taken)
    _given(new, ordered, lambda group: _free(_author_year(group)), keyed, taken)
    ends = {old: key for old, key in ends.items() if old not in keyed}
    kept = {key: remembered(ordered[index], key, known.get(key, ()), links) for key, index in keyed.items()}
    file = _with_besides({**known, **kept}, ends, ordered, keyed)
    by_name = {fit(note.key): note for note in reversed(notes)}
    others = _named(file.aliases)
    works = (_work(key, ordered[keyed[key]], others.get(key, ()), by_name, noted) for key in sorted(keyed))
    return replace(file, works=tuple(works))


def _given(
    indexes: Iterable[int],
    groups: Sequence[Group],
    wanted: Callable[[Group], Iterable[str]],
    keyed: dict[str, int],
    taken: set[str],
) -> list[int]:
    """Give each group the first key it wants that is free; the groups that want none of the free ones."""
    rest: list[int] = []
    for index in indexes:
        key = next((key for key in wanted(groups[index]) if key.lower() not in taken), "")
        if key:
            keyed[key] = index
            taken.add(key.lower())
        else:
            rest.append(index)
    return rest


def _noted(groups: Sequence[Group], notes: Sequence[Note], links: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The keys of the notes of each group that has any, by the group's name."""
    by_handle: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        for name in note.works:
            by_handle[links.get(name, name)].append(note.key)
    found = {
        _name(group): tuple(sorted({key for name in handles(group) for key in by_handle.get(name, ())}))
        for group in groups
    }
    return {name: tuple(map(fit, keys)) for name, keys in found.items() if keys}


def _work(
    key: str,
    group: Group,
    besides: Sequence[str],
    notes: Mapping[str, Note],
    noted: Mapping[str, tuple[str, ...]],
) -> Work:
    mine = noted.get(_name(group), ())
    chosen = key if key in mine else next(iter(mine), "")
    return Work((key, *besides), group.records, notes.get(chosen), group.ids, group.also)


def _with_besides(
    known: Known, aliases: Mapping[str, str], groups: Sequence[Group], keyed: Mapping[str, int]
) -> Assigned:
    """What the key file has, with what libraries call works besides: each name that is nobody's yet is an alias of the
    key that its entry had first."""
    found, ends, others = {**known}, {**aliases}, _named(aliases)
    for written in (record_keys, lambda record: given_keys(Group((record,), record.ids))):
        for key in sorted(keyed):
            for record in groups[keyed[key]].records:
                for name in written(record):
                    if name not in found and name not in ends and not is_identifier(name):
                        found[name] = (record.key,)
                        ends[name] = root(record.key, known, aliases, (key, *others.get(key, ()))) or key
    return Assigned((), found, ends)


def _named(aliases: Mapping[str, str]) -> dict[str, list[str]]:
    """The aliases of each key to which they lead in the end."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for old in sorted(aliases):
        found[end(old, aliases)].append(old)
    return found


def _name(group: Group) -> str:
    return group.records[0].key


def _author_year(group: Group) -> str:
    fields = [record.fields for record in group.records]
    author = next((found.author[0] for found in fields if found.author), None)
    year = next((found.issued.year for found in fields if found.issued and found.issued.year), None)
    title = next((found.title for found in fields if found.title), "")
    name = names.surname(author) if author else next((word for word in words(title) if len(word) > 3), "")
    return f"{re.sub('[^a-z0-9]', '', name) or 'work'}{year or ''}"


def _free(stem: str) -> Iterable[str]:
    letters = chain.from_iterable(product(string.ascii_lowercase, repeat=length) for length in (1, 2, 3))
    return chain([stem], (stem + "".join(letter) for letter in letters))


def _order(group: Group) -> tuple[object, ...]:
    fields = group.records[0].fields
    year = fields.issued.year if fields.issued and fields.issued.year else 9999
    return (year, folded(fields.title), _name(group))
