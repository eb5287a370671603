"""Rules about what people decided: decisions that have nothing to decide about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cluneal_lit import decided
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
    if decision.kind == "reject":
        own = resolution.how in ("id", "key") and set(resolution.refused) & set(resolution.works)
        return "the document itself names this work; correct it there" if own else ""
    if resolution.works:
        return ""
    if not decided.identifier(name):
        return f"no work has the key {name}"
    answer = absent(name, case.lock)
    return denied(answer) if answer else ""
