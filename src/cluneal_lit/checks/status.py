"""Rules about what became of a cited work: retracted, doubted, corrected."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit import dates
from cluneal_lit.checks.case import Case, at
from cluneal_lit.model import Finding, Status


def retracted(case: Case) -> Iterator[Finding]:
    """Citations of works that were retracted or withdrawn."""
    return _with_status(case, "LIT501", ("retracted", "withdrawn", "partially-retracted"))


def concern(case: Case) -> Iterator[Finding]:
    """Citations of works about which their journal has said that it is concerned."""
    return _with_status(case, "LIT502", ("concern",))


def corrected(case: Case) -> Iterator[Finding]:
    """Citations of works that were corrected, republished, reinstated, superseded or retired."""
    return _with_status(case, "LIT503", ("corrected", "republished", "reinstated", "superseded", "retired"))


def _with_status(case: Case, code: str, names: tuple[str, ...]) -> Iterator[Finding]:
    for resolution in case.resolutions:
        for key in resolution.works:
            status = case.entries[key].status
            if status.name in names:
                date = f" on {dates.words(status.date)}" if status.date else ""
                values = {"key": key, "status": status.name, "date": date, "notice": _notice(status)}
                yield at(resolution.citation, code, key, **values)


def _notice(status: Status) -> str:
    told = ", ".join(status.notice.keys()) or status.text or "no notice is named"
    return f"{told} ({', '.join(status.sources)})"
