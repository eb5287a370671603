"""Rules about what people decided: decisions that have nothing to decide about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cluneal_lit import decided, identifiers
from cluneal_lit.checks.case import Case
from cluneal_lit.model import Decision, Finding, Place, Resolution
from cluneal_lit.registries import absent, denied

_FILE = "references/decisions.toml"


def idle(case: Case) -> Iterator[Finding]:
    """Decisions about citations that are gone, and about works that there are not."""
    about = {one.citation.id: one for one in case.resolutions}
    for decision in case.decisions:
        if decision.kind in decided.KINDS and (reason := _reason(decision, about, case)):
            values = {"kind": decision.kind, "id": decided.work(decision), "citation": decided.citation(decision)}
            values |= {"text": f" (“{decision.text}”)" if decision.text else "", "reason": reason}
            place = Place(line=decision.line, column=1)
            yield Finding("LIT411", _FILE, place, citation=values["citation"], values=values)


def _reason(decision: Decision, about: Mapping[str, Resolution], case: Case) -> str:
    """Why a decision decides nothing; empty for one that does."""
    resolution, name = about.get(decided.citation(decision)), decided.work(decision)
    if resolution is None:
        return "no document has this citation any more"
    if decision.kind == "reject" and resolution.how in ("id", "key") and {*resolution.refused} & {*resolution.works}:
        return "the document itself names this work; correct it there"
    if wrong := _unread(decision):
        return wrong
    if decision.kind == "accept" and resolution.works:
        return ""
    if not decided.identifier(name):
        return "" if any(name in work.keys for work in case.works.values()) else f"no work has the key {name}"
    answer = absent(name, case.lock)
    return denied(answer) if answer else ""


def _unread(decision: Decision) -> str:
    """What of a decision names nothing, for it has not the form of an identifier; empty for none."""
    name, *others = decided.names(decision)
    if decided.identifier(name) and not identifiers.key(name):
        return identifiers.fault(name)[1]
    wrong = [other for other in others if not (decided.identifier(other) and identifiers.key(other))]
    return f"`also` has {' '.join(wrong)}, which is no identifier such as pmid:29656623" if wrong else ""
