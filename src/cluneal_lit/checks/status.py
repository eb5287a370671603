"""Rules about what became of a cited work: retracted, doubted, corrected, superseded, published."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit import dates
from cluneal_lit.checks import claimed
from cluneal_lit.checks.case import Case, at
from cluneal_lit.formats import notices
from cluneal_lit.model import Citation, Date, Entry, Finding, Status
from cluneal_lit.registries import spoken


def retracted(case: Case) -> Iterator[Finding]:
    """Citations of works that were retracted or withdrawn."""
    return _with_status(case, "LIT501", notices.RETRACTED)


def concern(case: Case) -> Iterator[Finding]:
    """Citations of works about which their journal has said that it is concerned."""
    return _with_status(case, "LIT502", ("concern",))


def corrected(case: Case) -> Iterator[Finding]:
    """Citations of works that were corrected, republished or reinstated."""
    return _with_status(case, "LIT503", ("corrected", "republished", "reinstated"))


def retired(case: Case) -> Iterator[Finding]:
    """Citations of works that their publishers no longer keep up."""
    return _with_status(case, "LIT506", ("retired",))


def superseded(case: Case) -> Iterator[Finding]:
    """Citations of works of which a newer version is known, be their status graver or of a later day."""
    for citation, entry in _cited(case):
        tie = notices.newer_version(entry)
        if tie:
            newer = f"{notices.place(tie.text, tie.ids)} ({_by(*tie.source.split(', '))})"
            date = "" if dates.words(tie.date) in tie.text else since(tie.date)
            yield at(citation, "LIT504", entry.key, key=entry.key, date=date, newer=newer)
        elif entry.status.name == "superseded":
            newer = f"a version that is not named ({_by(*entry.status.sources)})"
            yield at(citation, "LIT504", entry.key, key=entry.key, date=since(entry.status.date), newer=newer)


def published(case: Case) -> Iterator[Finding]:
    """Citations of preprints that were published since."""
    for citation, entry in _cited(case):
        if tie := notices.publication(entry):
            words = f"{notices.place(tie.text, tie.ids)} ({_by(*tie.source.split(', '))})"
            yield at(citation, "LIT505", entry.key, key=entry.key, published=words)


def _with_status(case: Case, code: str, names: tuple[str, ...]) -> Iterator[Finding]:
    for citation, entry in _cited(case):
        if entry.status.name in names:
            told = {"status": _words(entry.status), "date": since(entry.status.date), "notice": notice(entry.status)}
            yield at(citation, code, entry.key, key=entry.key, **{**told, **_republished(entry)})
    for citation, status in claimed.alone(case):
        if status.name in names:
            told = {"status": _words(status), "date": since(status.date), "notice": notice(status)}
            yield at(citation, code, key=citation.cited_as, **told)


def _words(status: Status) -> str:
    """The status as a sentence says it: partially retracted."""
    return status.name.replace("-", " ")


def _republished(entry: Entry) -> dict[str, str]:
    """What a retracted work was published again as, which is to be cited; nothing where no source says so."""
    ties = (tie for tie in entry.relations if (tie.kind, tie.direction) == ("republication", "in"))
    tie = notices.newest(ties) if entry.status.name in ("retracted", "republished") else None
    again = notices.place(tie.text, tie.ids) if tie else ""
    if not tie or not again:
        return {}
    do = f"Read the republished paper and cite it in this one's place: {again}."
    if entry.status.name == "republished":  # by that paper, which is what its notice names
        return {"do": do}
    named = f"{notice(entry.status)}; " if entry.status.notice.keys() or entry.status.text else ""
    return {"notice": f"{named}republished as {again} ({_by(*tie.source.split(', '))})", "do": do}


def _cited(case: Case) -> Iterator[tuple[Citation, Entry]]:
    for resolution in case.resolutions:
        for key in resolution.works:
            yield resolution.citation, case.entries[key]


def notice(status: Status) -> str:
    """The notice of a status, and who states it."""
    told = ", ".join(status.notice.keys()) or status.text or "no notice is named"
    return f"{told} ({_by(*status.sources)})"


def _by(*sources: str) -> str:
    return ", ".join(map(spoken, sources))


def since(date: Date | None) -> str:
    """` on 2020 May 4`, ` in 2020`; empty without a date."""
    if not date:
        return ""
    is_day = len(date.date_parts) == 1 and len(date.date_parts[0]) == 3
    return f" {'on' if is_day else 'in'} {dates.words(date)}"
