"""What the works of a collection tell of each other: notices, newer versions, and the papers that preprints became.

Services deposit a tie on either of its two works, or on both. One of Cochrane's versions follows from its DOI alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from cluneal_lit.entries.status import relations
from cluneal_lit.formats import notices
from cluneal_lit.model import Ids, Relation, Work
from cluneal_lit.preprints import is_preprint, stem

# 10.1002/14651858.CD002020 is the first version, 10.1002/14651858.CD002020.pub2 the second, and so on
# (https://www.cochranelibrary.com/about/about-cochrane-reviews).
_COCHRANE = re.compile(r"10\.1002/14651858\.(cd\d{6})(?:\.pub([1-9]\d?))?")
_NOTICES = frozenset(notices.NAMES) - {"update"}


def told(works: Iterable[Work]) -> dict[str, tuple[Relation, ...]]:
    """By citation key, the ties of a work that other works state, as if it stated them itself."""
    works = tuple(works)
    found: dict[str, list[Relation]] = {}
    for key, tie in (*_noticed(works), *_turned(works), *_newer_reviews(works)):
        found.setdefault(key, []).append(tie)
    return {key: tuple(ties) for key, ties in found.items()}


def _noticed(works: tuple[Work, ...]) -> Iterator[tuple[str, Relation]]:
    """What notices say of the works that they are about, with the day of the notice."""
    by_id = {name: work for work in works for name in work.names}
    ties = {work.keys[0]: relations(work.records) for work in works}
    for work in works:
        for tie in ties[work.keys[0]]:
            if tie.direction == "of" and tie.kind in _NOTICES:
                other = _only(tie.ids, by_id)
                if other and other is not work and not _is_denied(tie, work, other, ties):
                    yield other.keys[0], _tie(tie.kind, "in", work, tie.source)


def told_of_notices(works: Iterable[Work]) -> dict[str, tuple[Relation, ...]]:
    """By citation key of a notice, the ties to the works that say that it is about them."""
    works = tuple(works)
    by_id = {name: work for work in works for name in work.names}
    saying = [work for work in works if any(_befell(tie) for record in work.records for tie in record.relations)]
    found: dict[str, list[Relation]] = {}
    for work in saying:
        own = relations(work.records)
        for tie in filter(_befell, own):
            other = _only(tie.ids, by_id)
            if other is None or other is work:
                continue
            ties = {work.keys[0]: own, other.keys[0]: relations(other.records)}
            turned = replace(tie, direction="of", ids=Ids(pmid=work.ids.pmid, doi=work.ids.doi))
            if not _is_denied(turned, other, work, ties):
                found.setdefault(other.keys[0], []).append(turned)
    return {key: tuple(ties) for key, ties in found.items()}


def _befell(tie: Relation) -> bool:
    return tie.direction == "in" and tie.kind in _NOTICES


def _only(ids: Ids, by_id: Mapping[str, Work]) -> Work | None:
    """The work that all the identifiers name which name any; None where they name two."""
    named = {by_id[name].keys[0]: by_id[name] for name in ids.keys() if name in by_id}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_denied(tie: Relation, notice: Work, other: Work, ties: Mapping[str, tuple[Relation, ...]]) -> bool:
    """Whether it is as likely the other way round."""
    turned = [one for one in ties[notice.keys[0]] if one.direction == "in" and _names(one, other)]
    turned += [one for one in ties[other.keys[0]] if one.direction == "of" and _names(one, notice)]
    return notices.is_denied(tie, turned, (one for one in ties[notice.keys[0]] if one.direction == "in"))


def _names(tie: Relation, work: Work) -> bool:
    return tie.kind in _NOTICES and not set(tie.ids.keys()).isdisjoint(work.names)


def _turned(works: tuple[Work, ...]) -> Iterator[tuple[str, Relation]]:
    by_id = {name: work for work in works for name in work.names}
    preprints: dict[str, list[Work]] = {}
    for work in works:
        if work.ids.doi and is_preprint(*work.records):
            preprints.setdefault(stem(work.ids.doi), []).append(work)
    for work in works:
        for tie in relations(work.records):
            named = {by_id[name].keys[0]: by_id[name] for name in tie.ids.keys() if name in by_id}
            if (tie.kind, tie.direction) == ("preprint", "in"):
                versions = preprints.get(stem(tie.ids.doi), [])
                for other in {**named, **{one.keys[0]: one for one in versions}}.values():
                    if other is not work and is_preprint(*other.records):
                        yield other.keys[0], _tie("preprint", "of", work, tie.source)
            elif (tie.kind, tie.direction) == ("update", "of"):
                for other in named.values():
                    if other is not work:
                        yield other.keys[0], _newer(other, work, tie.source)


def _newer(older: Work, newer: Work, source: str) -> Relation:
    """The tie of a work to one that updates it; PubMed calls the paper that a preprint became its update too."""
    if is_preprint(*older.records) and not is_preprint(*newer.records):
        return _tie("preprint", "of", newer, source)
    return _tie("update", "in", newer, source)


def _tie(kind: str, direction: Literal["in", "of"], other: Work, source: str) -> Relation:
    issued = next((record.fields.issued for record in other.records if record.fields.issued), None)
    return Relation(kind, direction, Ids(pmid=other.ids.pmid, doi=other.ids.doi), issued, source)


def _newer_reviews(works: tuple[Work, ...]) -> Iterator[tuple[str, Relation]]:
    newest: dict[str, tuple[int, Work]] = {}
    versions: list[tuple[str, int, Work]] = []
    for work in works:
        if match := _COCHRANE.fullmatch(work.ids.doi):
            version = int(match[2] or 1)
            versions.append((match[1], version, work))
            newest[match[1]] = max(newest.get(match[1], (0, work)), (version, work), key=lambda one: one[0])
    for review, version, work in versions:
        if version < newest[review][0]:
            yield work.keys[0], _tie("update", "in", newest[review][1], "doi")
