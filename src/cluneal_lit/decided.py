"""What people decided: `accept` and `reject`, which work a citation means; `join` and `apart`, which works are one;
`waive`, which findings need not be heeded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from cluneal_lit import identifiers
from cluneal_lit.model import Decision

KINDS = ("accept", "reject")  # each of a citation and a work
PAIRS = ("join", "apart")  # each of two works
WAIVER = re.compile(r"(LIT\d{3})(?:-[0-9a-f]{10}| (.+))")  # a finding's id, or a code and a citation key
TITLE = 60  # of each title, characters that a decision repeats
BETWEEN = " | "  # two titles that it repeats
_BLANK = re.compile(r"\s")


def by_citation(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions about each citation, by its id."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        if one.kind in KINDS:
            found[citation(one)].append(one)
    return {name: tuple(those) for name, those in found.items()}


def accepted(decisions: Iterable[Decision]) -> Decision | None:
    """The decision by which a citation is a work; None where there is none."""
    return next((one for one in decisions if one.kind == "accept"), None)


def citation(decision: Decision) -> str:
    """The id of the citation that a decision is about."""
    return decision.about.partition(" ")[0]


def work(decision: Decision) -> str:
    """The work that a decision names: an identifier as `kind:value`, or else a citation key as it is written."""
    return named(decision.about.partition(" ")[2])


def names(decision: Decision) -> tuple[str, ...]:
    """All names by which a decision is about its work, the one that it is written by first."""
    return work(decision), *map(named, decision.also.split())


def pair(decision: Decision) -> tuple[str, str]:
    """The two works that a decision to join or to part names: identifiers, names of records or citation keys."""
    one, _, other = decision.about.partition(" ")
    return named(one.replace("%20", " ")), named(other.replace("%20", " "))


def about(one: str, other: str) -> str:
    """The words by which a decision is about two works; a blank within a name, as in that of a file, is `%20`."""
    return " ".join(_BLANK.sub("%20", name) for name in (one, other))


def named(work: str) -> str:
    """The normal form of `PMID:29656623`; what does not say the kind of an identifier is a citation key."""
    kind = work.partition(":")[0].lower()
    return (identifiers.key(work) if kind in identifiers.NORMAL else "") or work


def identifier(work: str) -> str:
    """The work where it is named by an identifier; empty for a citation key."""
    return work if work.partition(":")[0] in identifiers.NORMAL else ""


def told(decision: Decision) -> str:
    """`accepted pmid:29656623 by Ada on 2026-11-29: the volume is a slip`."""
    what = _SUBJECTS.get(decision.kind, work)(decision)
    by, on = (decision.by and f" by {decision.by}"), (decision.on and f" on {decision.on}")
    until = decision.until and f" until {decision.until}"
    return f"{_DONE[decision.kind]} {what}{by}{on}{until}{decision.reason and f': {decision.reason}'}"


_DONE = {"accept": "accepted", "reject": "refused", "join": "joined", "apart": "kept apart", "waive": "waived"}
_SUBJECTS: dict[str, Callable[[Decision], str]] = {
    **dict.fromkeys(PAIRS, lambda decision: " and ".join(pair(decision))),
    "waive": lambda decision: decision.about,
}
