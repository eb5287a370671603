"""What a field of a record said before and says now, as people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from cluneal_lit import dates, names
from cluneal_lit.compare import stretches
from cluneal_lit.folding import shortened
from cluneal_lit.formats import notices
from cluneal_lit.model import Date, Fields, Name, Pages, Relation
from cluneal_lit.store import files
from cluneal_lit.store.changes import Change

_PEOPLE = ("author", "editor", "translator", "chair")
# Fields that are text, though it may look like JSON: the title `[1]`.
_TEXTS = frozenset(one.encode_name for one in msgspec.structs.fields(Fields) if one.type is str)
_WORDS = 60  # characters of a value that are told whole, and of each stretch of a longer one
_LONGEST = 300  # characters of a side


def difference(change: Change) -> str:
    """`volume: 12 → 13`; of a list or long text `relations: added …`. Pages are told under the name of their field,
    which changes with them."""
    old, new, is_part = _apart(change)
    if is_part and not (old and new):
        return f"{field(change)}: {'added' if new else 'removed'} {new or old}"
    return f"{field(change)}: {old or 'nothing'} → {new or 'nothing'}"


def field(change: Change) -> str:
    """The field of a change, as people call it."""
    return "page" if change.field == "pages" else change.field


def sides(change: Change) -> tuple[str, str]:
    """What was said and what is said; of a list or long text what is gone and what is new, on the side that lacks it
    `no …`."""
    old, new, is_part = _apart(change)
    lacking = "no {}" if is_part else "nothing"
    return old or lacking.format(new), new or lacking.format(old)


def _apart(change: Change) -> tuple[str, str, bool]:
    """What only the old value has and what only the new one, and whether both have more than that."""
    old, new = (_values(change.field, text, names.nlm) for text in (change.old, change.new))
    if old == new:  # given names, of which initials are told
        old, new = (_values(change.field, text, names.inverted) for text in (change.old, change.new))
    if len(old) > 1 or len(new) > 1 or change.field == "relations":
        gone, come = (tuple(one for one in said if one not in other) for said, other in ((old, new), (new, old)))
        if gone or come:
            return _joined(gone, "; "), _joined(come, "; "), True
    one, other = _joined(old, "; "), _joined(new, "; ")
    if max(len(one), len(other)) <= _WORDS or not (one and other):
        return shortened(one, _WORDS), shortened(other, _WORDS), False
    if apart := [(left, right) for same, left, right in stretches(one, other) if not same]:
        ours, theirs = (tuple(shortened(word, _WORDS) for word in side if word) for side in zip(*apart, strict=True))
        return _joined(ours, " … "), _joined(theirs, " … "), True
    start = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), 0)
    return one[max(0, start - 20) : start + 40], other[max(0, start - 20) : start + 40], True


def _joined(values: Sequence[str], between: str) -> str:
    return shortened(between.join(values), _LONGEST)


def ties(text: str) -> tuple[Relation, ...]:
    """The ties that a value of `relations` lists; none where people wrote it."""
    try:
        return msgspec.json.decode(text, type=tuple[Relation, ...]) if text else ()
    except files.UNREADABLE:
        return ()


def notice(tie: Relation) -> str:
    """`correction, 2026 May 4: PMID: 90000012`."""
    day = dates.words(tie.date)
    where = notices.place(tie.text, tie.ids) or "no notice is named"
    return f"{tie.kind}{day and f', {day}'}: {where}"


def _values(named: str, text: str, called: Callable[[Name], str]) -> tuple[str, ...]:
    """The values of a field: one, several of a list, none; names, days and ties without the marks of JSON."""
    try:
        if named in _PEOPLE:
            return (", ".join(map(called, msgspec.json.decode(text, type=tuple[Name, ...]))),) if text else ()
        if named == "issued" and text:
            return (dates.words(msgspec.json.decode(text, type=Date)),)
        if named == "dates" and text:
            told_days = msgspec.json.decode(text, type=dict[str, Date])
            return tuple(f"{which} {dates.words(day)}" for which, day in told_days.items())
        if named == "pages" and text:
            return (msgspec.json.decode(text, type=Pages).as_written,)
        if named == "relations" and (told := ties(text)):
            return tuple(map(notice, told))
        if named not in _TEXTS and text.startswith(("[", "{")):
            return tuple(_listed(msgspec.json.decode(text)))
    except files.UNREADABLE:
        pass
    return (text,) if text else ()


def _listed(value: object) -> Iterator[str]:
    """The items of a list, or the parts of a value under their names, each in the words that it holds."""
    if isinstance(value, dict):
        yield from (f"{name} {' '.join(_leaves(part))}" for name, part in value.items())
    elif isinstance(value, list):
        yield from (" ".join(_leaves(part)) for part in value)


def _leaves(value: object) -> Iterator[str]:
    """The texts and numbers in a value."""
    if isinstance(value, dict):
        yield from (leaf for part in value.values() for leaf in _leaves(part))
    elif isinstance(value, list):
        yield from (leaf for part in value for leaf in _leaves(part))
    else:
        yield str(value)
