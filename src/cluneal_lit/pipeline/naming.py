"""What a person names to decide about: a citation, a work, a decision to take back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from cluneal_lit import decided, identifiers
from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import shortened
from cluneal_lit.model import Citation, Decision
from cluneal_lit.pipeline import pairs
from cluneal_lit.pipeline.matching import Known, name
from cluneal_lit.pipeline.pairs import Side
from cluneal_lit.pipeline.refused import with_names
from cluneal_lit.pipeline.show import names
from cluneal_lit.registries import LOOKED_UP, replacements

_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")


def work_named(known: Known, text: str) -> tuple[str, str]:
    """The name of the work that a person names by key or identifier, and its key; no key where nothing is known of it.

    Raises ConfigError for what is neither, and for an identifier that nobody is asked about.
    """
    for one in names(text):
        if work := known.owner(one):
            return (name(work) if one in work.keys else one), work.keys[0]
    found = [identifiers.key(one) or one for one in names(text) if one.partition(":")[0] in identifiers.NORMAL]
    if not found:
        raise ConfigError(
            f"{text}: is neither an identifier nor the key of a work here; write pmid:29656623 or doi:10.…"
        )
    kind, _, value = found[0].partition(":")
    if not identifiers.NORMAL[kind](value):
        raise ConfigError(f"{text}: {'; '.join(identifiers.fault(found[0])[1:])}; write pmid:29656623 or doi:10.…")
    if kind not in LOOKED_UP:
        raise ConfigError(
            f"{found[0]}: no service is asked about it and no work here has it; name a PMID, DOI, PMCID or arXiv id, or"
            " bring the work in references/library/ and name its key"
        )
    return found[0], ""


def citation_named(citations: Iterable[Citation], text: str) -> Citation:
    """The citation that a person names by its id, an unambiguous beginning of it, or FILE:LINE.

    Raises ConfigError for none, several, and a marker, which means what the entry of its list means.
    """
    place = _PLACE.fullmatch(text)
    here = [one for one in citations if (_stands(one, place[1], int(place[2])) if place else _begins(one, text))]
    found = {one.id: one for one in here if one.form != "marker"}
    if len(found) == 1:
        return next(iter(found.values()))
    if len(found) > 1:
        told = "; ".join(f"{one.id} “{shortened(one.raw, 40)}”" for one in found.values())
        raise ConfigError(f"{text}: may be {len(found)} citations; name one by its id: {told}")
    if here:
        raise ConfigError(f"{text}: is a marker; decide about the entry of the list that it means")
    raise ConfigError(
        f"{text}: no citation has this id or place; `cluneal-lit match --all` and `scan --json` give them"
    )


def _begins(citation: Citation, text: str) -> bool:
    return bool(text) and citation.id.startswith(text.lower())


def _stands(citation: Citation, file: str, line: int) -> bool:
    parts, own = PurePath(file).parts, PurePath(citation.document).parts
    return citation.place.line == line and own[-len(parts) :] == parts


def taken(known: Known, kind: str, cited: str, work: str) -> Decision:
    """The decision of a kind about a citation and a work that a person names to undo it; the citation may be gone.

    Raises ConfigError, with those that there are, where there is none.
    """
    those = [one for one in with_names(known.store.decisions, known.store.lock) if one.kind == kind]
    here = [one for one in those if decided.citation(one).startswith(cited.lower())]
    if len({decided.citation(one) for one in here}) != 1:
        named = citation_named(known.citations, cited).id if not here else ""
        here = [one for one in those if decided.citation(one) == named]
    wanted = {work, *names(work)}
    keys = {key for one in wanted if (key := _key(known, one))}
    found = [one for one in here if not wanted.isdisjoint(decided.names(one)) or _key(known, decided.work(one)) in keys]
    if len(found) == 1:
        return found[0]
    there = ", ".join(f"{one.about} (line {one.line})" for one in here or those) or "none"
    raise ConfigError(f"{kind} {cited} {work}: there is no such decision; of this kind there are: {there}")


def _key(known: Known, name: str) -> str:
    owner = known.owner(name)
    return owner.keys[0] if owner else ""


def records_named(known: Known) -> pairs.Named:
    """The records of a project by what may name them."""
    return pairs.named(known.store.current, known.store.keys, replacements(known.store.lock))


def sides_named(known: Known, one: str, other: str) -> tuple[Side, Side]:
    """The records of two works that a person names by key, identifier or the name of a record.

    Raises ConfigError for a name that means nothing, and for two that mean the same.
    """
    named = records_named(known)
    left, right = (_side(known, named, text) for text in (one, other))
    if left == right:
        names = ", ".join(record.id for record in left)
        what = f"work, which is {names}; name two of these" if len(left) > 1 else "record; name two"
        raise ConfigError(f"{one} and {other}: both mean one {what}")
    return pairs.parted(left, right)


def _side(known: Known, named: pairs.Named, text: str) -> Side:
    for one in names(text):
        if found := named.records(one):
            return found
        if work := known.owner(one):
            return tuple(record for record in work.records if record.fields)
    raise ConfigError(
        f"{text}: is neither the key of a work here nor an identifier or record of one; `cluneal-lit dedupe` names what"
        " is alike"
    )


def pair_taken(known: Known, kind: str, one: str, other: str) -> Decision:
    """The decision of a kind about two works that a person names to undo it; the works may be gone.

    Raises ConfigError, with those that there are, where there is none.
    """
    those = [decision for decision in known.store.decisions if decision.kind == kind]
    wanted = {_plain(one), _plain(other)}
    found = [decision for decision in those if {*map(_plain, decided.pair(decision))} == wanted]
    if not found:
        named, sides = records_named(known), sides_named(known, one, other) if those else ((), ())
        found = [decision for decision in those if _is_about(named.sides(decision), sides)]
    if len(found) == 1:
        return found[0]
    there = ", ".join(f"{one.about} (line {one.line})" for one in found or those) or "none"
    many = f"there are {len(found)} such decisions, take one back by its names: {there}"
    none = f"there is no such decision; of this kind there are: {there}"
    raise ConfigError(f"{kind} {one} {other}: {many if found else none}")


def _plain(name: str) -> str:
    """The name of a work as decisions have it, that of a library's record as it is listed: `refs.bib#isu`."""
    return decided.named(name).removeprefix("library/")


def decided_before(known: Known, kind: str, sides: tuple[Side, Side]) -> Decision | None:
    """The decision to join or part two works that is there already, first one of the other kind; None for none."""
    named = records_named(known)
    those = sorted(
        (one for one in known.store.decisions if one.kind in decided.PAIRS), key=lambda one: one.kind == kind
    )
    return next((one for one in those if _is_about(named.sides(one), sides)), None)


def _is_about(said: tuple[Side, Side], sides: tuple[Side, Side]) -> bool:
    """Whether a decision's sides are those, in either order, as far as they have records."""
    ours, theirs = ([{record.key for record in side} for side in both] for both in (said, sides))
    return any(not (ours[0].isdisjoint(one) or ours[1].isdisjoint(other)) for one, other in (theirs, theirs[::-1]))
