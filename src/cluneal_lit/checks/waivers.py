"""Findings that people waived: which of them need not be heeded today, and waivers that hold no longer."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cluneal_lit import decided, findings
from cluneal_lit.checks.since import changed
from cluneal_lit.model import Decision, Entry, Finding, Place, Told

_FILE = "references/decisions.toml"
_STATUS = "LIT5"  # the codes of what became of a work


def judged(
    found: Iterable[Finding],
    decisions: Iterable[Decision],
    entries: Mapping[str, Entry],
    seen: Mapping[str, str],
    today: str,
) -> tuple[Told, ...]:
    """The findings with the waivers that hold today, in the order of reports, and one for each that holds nothing.

    `seen`: by citation key the day on which a refresh last saw a work's status change.
    """
    found = tuple(found)
    waivers = tuple(one for one in decisions if one.kind == "waive")
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found if waivers else ():
        for name in names(finding, entries):
            about[name].append(finding)
    told = {one: _fault(one, about[one.about], entries, seen, today) for one in waivers}
    holding = {one.about: one for one, fault in told.items() if fault is None}
    judged = [Told(finding, _waiver(finding, holding, entries) if holding else None) for finding in found]
    judged += [Told(fault) for fault in told.values() if fault]
    return tuple(sorted(judged, key=lambda one: findings.order(one.finding)))


def names(finding: Finding, entries: Mapping[str, Entry]) -> Iterator[str]:
    """The words by which a waiver is about a finding: its id, and its code with every key of the work."""
    yield findings.identity(finding)
    if finding.key:
        yield f"{finding.code} {finding.key}"
    if entry := entries.get(finding.key):
        yield from (f"{finding.code} {alias}" for alias in entry.aliases)


def _waiver(finding: Finding, holding: Mapping[str, Decision], entries: Mapping[str, Entry]) -> Decision | None:
    return next((holding[name] for name in names(finding, entries) if name in holding), None)


def _fault(
    waiver: Decision, about: Iterable[Finding], entries: Mapping[str, Entry], seen: Mapping[str, str], today: str
) -> Finding | None:
    """What keeps a waiver from holding; None for one that holds."""
    about = tuple(about)
    if waiver.until and waiver.until < today:
        return _finding("LIT422", waiver, until=waiver.until, by=waiver.by and f", by {waiver.by}")
    if not about and waiver.about[:6] in findings.ON_REQUEST:
        return None
    if not about:
        return _finding("LIT421", waiver, reason=_why_idle(waiver))
    for finding in about if waiver.on and waiver.about.startswith(_STATUS) else ():
        if (entry := entries.get(finding.key)) and (what := changed(entry, waiver.on, seen, today)):
            return _finding("LIT423", waiver, on=waiver.on, changed=what, key=entry.key)
    return None


def _why_idle(waiver: Decision) -> str:
    code = waiver.about[:6]
    return "there is no such finding" if code in findings.CATALOGUE else f"there is no code {code}"


def _finding(code: str, waiver: Decision, **values: str) -> Finding:
    values |= {"about": waiver.about, "id": waiver.about, "called": called(waiver.about)}
    return Finding(code, _FILE, Place(line=waiver.line, column=1), values.get("key", ""), values=values)


def called(about: str) -> str:
    """What a waiver is about as a shell takes it: `LIT501:isu2018`."""
    match = decided.WAIVER.fullmatch(about)
    return shlex.quote(f"{match[1]}:{match[2]}" if match and match[2] else about)
