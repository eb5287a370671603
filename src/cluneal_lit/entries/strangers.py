"""Records of libraries that stand under the names of works with which they share nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from cluneal_lit.entries.library_names import LIBRARY, NO_LONGER, Known, content, is_content, without_file
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

_DATED = re.compile(r"(.*?)([12]\d{3})~([0-9a-f]+)")  # author, year and what is said, of a work's content


def strangers(records: Iterable[Record], known: Known) -> Mapping[str, Collection[str]]:
    """By the names of records, those names with what they said, `library/FILE#KEY~3fa91c`, that mean them no longer: of
    works with other authors, another year and another title, that the key file has, or had, under the name."""
    here = {record.key: record for record in records if record.source == "library"}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for names in known.values():
        before = {LIBRARY + name.removeprefix(NO_LONGER) for name in names if name.startswith(NO_LONGER)}
        for record in filter(None, map(here.get, names)):
            if _shares_nothing(record, names):
                found[record.key] |= _left(record.key, names)
        for record in here.values() if before else ():
            if record.key in names or brought.content_key(record) in names or content(record) in names:
                found[record.key] |= {one for one in before if one.partition("#")[2] != brought.content_key(record)}
    return found


def _left(name: str, names: Iterable[str]) -> set[str]:
    """The name with what its record said."""
    file, _, key = name.partition("#")
    return {f"{file}#{one}" for one in names if is_content(one) and brought.without_digest(one) == key}


def _shares_nothing(record: Record, names: Collection[str]) -> bool:
    """Whether a record has nothing of what a work said and was: a correction leaves the author or the year, or both."""
    ours = _DATED.fullmatch(brought.made_key(record.fields))
    contents = [one for one in map(without_file, names) if is_content(one)]
    theirs = [dated for one in contents if (dated := _DATED.fullmatch(one))]
    if not ours or not theirs or brought.content_key(record) in contents:
        return False
    parts = {part for dated in theirs for part in dated.groups()}
    return parts.isdisjoint(ours.groups()) and not {*names}.intersection(record.ids.keys())
