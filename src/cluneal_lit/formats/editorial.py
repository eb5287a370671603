"""What records state of other works, and the editorial status that notices give a work, whoever states them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cluneal_lit import days
from cluneal_lit.formats import notices
from cluneal_lit.model import STATUSES, Date, Record, Relation, Status

_FINAL, _LIFTING = ("retracted", "withdrawn"), ("reinstated", "republished")
_CLAIMED = ("library", "file")  # sources that people wrote


def attributed(records: Iterable[Record]) -> list[Relation]:
    """What records state of other works, each with who states it: the source of the record that names no other."""
    return [replace(tie, source=tie.source or record.source) for record in records for tie in record.relations]


def by_notices(stated: Sequence[Relation], heard: bool) -> Status:
    """The status by these notices; `heard`: whether somebody who would know was heard."""
    if not stated:
        return Status("none" if heard else "unchecked")
    believed = _above_claims(stated)
    name = _standing(believed)
    telling = [tie for tie in believed if notices.NAMES[tie.kind] == name]
    same = [*telling, *(tie for tie in stated if notices.NAMES[tie.kind] == name and tie not in telling)]
    notice = notices.newest(telling) or telling[0]
    sources = tuple(sorted({source for tie in same for source in tie.source.split(", ")}))
    date = notice.date or _borrowed(name, same)
    kind = "" if notice.kind == notices.KINDS[name] else notice.kind
    return Status(name, date, notice.ids, notice.text, sources, not heard and name not in _FINAL, kind)


def _above_claims(stated: Sequence[Relation]) -> list[Relation]:
    """What services state, and of a library's claims a retraction or withdrawal of which none of them knows.

    A library may have it from where no service was asked; one that a service lifted was true once.
    """
    stood = [tie for tie in stated if tie.source not in _CLAIMED]
    names = {notices.NAMES[tie.kind] for tie in stood}
    if not stood:
        return [*stated]
    unknown = set() if names.intersection(_LIFTING) else {*_FINAL} - names
    return [tie for tie in stated if tie in stood or notices.NAMES[tie.kind] in unknown]


def _borrowed(name: str, same: Sequence[Relation]) -> Date | None:
    """The day on which another notice says that a work was retracted or withdrawn; that is mostly done once."""
    dated = [tie.date for tie in same if tie.date] if name in _FINAL else []
    return max(dated, key=days.earliest, default=None)


def _standing(stated: Sequence[Relation]) -> str:
    """The status that the notices give."""
    by_name: defaultdict[str, list[Relation]] = defaultdict(list)
    for tie in stated:
        by_name[notices.NAMES[tie.kind]].append(tie)
    spans = {name: _span(ties) for name, ties in by_name.items()}
    lifted = max((spans[name][0] for name in _LIFTING if name in spans), default=None)
    final = [name for name in _FINAL if name in spans]
    if grave := [name for name in final if lifted is None or spans[name][1] >= lifted]:
        return min(grave, key=lambda name: (tuple(-part for part in spans[name][1]), STATUSES.index(name)))
    open_ = {name: span for name, span in spans.items() if name not in final}
    latest = max(first for first, _ in open_.values())
    return min((name for name, (_, last) in open_.items() if last >= latest), key=STATUSES.index)


def _span(ties: Sequence[Relation]) -> tuple[days.Day, days.Day]:
    """The first and the last day that the latest of these can be of; any day if none is dated."""
    dated = [tie for tie in ties if tie.date and tie.date.year] or ties
    return max(days.earliest(tie.date) for tie in dated), max(days.latest(tie.date) for tie in dated)
