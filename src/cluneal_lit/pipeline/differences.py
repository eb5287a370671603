"""What a field of a record said before and says now, as people read it."""

from __future__ import annotations

import msgspec

from cluneal_lit import dates, names
from cluneal_lit.folding import shortened
from cluneal_lit.formats import notices
from cluneal_lit.model import Date, Name, Pages, Relation
from cluneal_lit.store import files
from cluneal_lit.store.changes import Change

_PEOPLE = ("author", "editor", "translator", "chair")
_WORDS = 60  # characters of a value that are told


def difference(change: Change) -> str:
    """`volume: 12 → 13`. Pages are told under the name of their field, which changes with them."""
    old, new = (shortened(_value(change.field, text), _WORDS) or "nothing" for text in (change.old, change.new))
    return f"{'page' if change.field == 'pages' else change.field}: {old} → {new}"


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


def _value(field: str, text: str) -> str:
    """Names, days, ties and lists without the marks of JSON; all else as it is."""
    try:
        if field in _PEOPLE:
            return ", ".join(map(names.nlm, msgspec.json.decode(text or "[]", type=tuple[Name, ...])))
        if field == "issued":
            return dates.words(msgspec.json.decode(text or "null", type=Date | None))
        if field == "pages" and text:
            return msgspec.json.decode(text, type=Pages).as_written
        if field == "relations":
            return "; ".join(map(notice, ties(text))) or text
        if text.startswith("["):
            return ", ".join(msgspec.json.decode(text, type=tuple[str, ...]))
    except files.UNREADABLE:
        pass
    return text
