"""Rule about the sources of a work: what they say that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from cluneal_lit import names, pages
from cluneal_lit.checks import people, said
from cluneal_lit.checks.case import Case, first_place
from cluneal_lit.checks.persons import may_be_one
from cluneal_lit.compare import FIELDS, compared, stated
from cluneal_lit.model import Fields, Finding, Name, Record
from cluneal_lit.numbering import SAME, placed
from cluneal_lit.registries import spoken

_MISSPELT = 75  # likeness of surnames, of 100, from which one may be the other with a slip
_NAMED = 3  # people who are named one by one


def contradictions(records: Sequence[Record]) -> Iterator[tuple[str, Record, Record]]:
    """Each field in which two of the records contradict each other, with the two; no volume or issue that is one,
    written otherwise."""
    for one, other in combinations(records, 2):
        left, right = placed(one.fields), placed(other.fields)
        for field in (pair.field for pair in compared(left, right) if pair.relation == "contradicting"):
            if field not in SAME or not SAME[field](left, right):
                yield field, one, other


def sources_disagree(case: Case) -> Iterator[Finding]:
    """Fields in which the records of a cited work contradict each other, but for those that its note settles."""
    for entry in case.entries.values():
        records = case.works[entry.key].records
        if not entry.cited_in or len(records) < 2:
            continue
        settled = stated(entry.note.corrections) if entry.note else set()
        for field, values in sorted(_disputed(records).items()):
            if field not in settled:
                yield Finding("LIT406", *first_place(entry), entry.key, values={"field": field, "values": values})


def _disputed(records: Sequence[Record]) -> Mapping[str, str]:
    """What each record says, by the field in which some contradict each other."""
    fields = {field for field, _, _ in contradictions(records)} - {"authors"}
    if _end_apart(records):
        fields.add("pages")
    told = {field: ", ".join(_said(field, records)) for field in fields}
    if "author" not in fields and (lists := _lists(records)):
        told["authors"] = lists
    return told


def _said(field: str, records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        fields = placed(record.fields)
        if shown := FIELDS[field](fields, fields).left:
            yield f"{spoken(record.source)} has {shown}"


def _end_apart(records: Sequence[Record]) -> bool:
    """Whether pages that begin alike end elsewhere. What ends where it begins (`e12-e12`) names no last page."""
    ends: dict[str, set[str]] = {}
    for told in filter(None, (pages.parse(record.fields.page) for record in records)):
        first, last = pages.plain(told.first), pages.plain(told.last)
        if last and last != first:
            ends.setdefault(first, set()).add(last)
    return any(len(lasts) > 1 for lasts in ends.values())


def _lists(records: Sequence[Record]) -> str:
    """How many authors each service has, and whom it lacks whom another has; empty where none lacks anybody.

    Libraries' lists are often cut without a word.
    """
    lists = [
        (record.source, record.fields) for record in records if record.source != "library" and record.fields.author
    ]
    lacking = [_lacking(fields, [other for _, other in lists]) for _, fields in lists]
    if not any(lacking):
        return ""
    told = (
        f"{spoken(source)} has {len(fields.author)}{_without(missing)}"
        for (source, fields), missing in zip(lists, lacking, strict=True)
    )
    return ", ".join(told)


def _lacking(fields: Fields, others: Sequence[Fields]) -> tuple[Name, ...]:
    missing = (name for other in others for name in _unnamed(fields.author, other.author))
    return tuple(dict.fromkeys(missing))


def _unnamed(ours: Sequence[Name], theirs: Sequence[Name]) -> tuple[Name, ...]:
    """The people of another list of the same authors whom ours lacks.

    Nobody where ours says that it is cut, has but a surname as older deposits do, or names a group that the others may
    be of; nor who stands in ours misspelt.
    """
    mine, others = people.individuals(ours), people.individuals(theirs)
    only = len(mine) == 1 and not mine[0].given
    is_cut = any(names.surname(one) == names.surname(names.ET_AL) for one in ours)
    if not mine or only or is_cut or len(mine) < len(dict.fromkeys(ours)):
        return ()
    others = [other for other in others if names.surname(other) != names.surname(names.ET_AL)]
    missing = [other for other in others if not any(may_be_one(one, other) for one in mine)]
    strange = [one for one in mine if not any(may_be_one(one, other) for other in others)]
    return tuple(other for other in missing if not any(_is_misspelt(one, other) for one in strange))


def _is_misspelt(one: Name, other: Name) -> bool:
    return fuzz.ratio(said.letters(one.family), said.letters(other.family)) >= _MISSPELT


def _without(missing: Sequence[Name]) -> str:
    if not missing:
        return ""
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return f" (without {' and '.join(map(names.nlm, missing[:_NAMED]))}{more})"
