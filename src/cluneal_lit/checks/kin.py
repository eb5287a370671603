"""Rules about what else tells of a cited work: reports of its trial, other printings, what each source alone states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from cluneal_lit import identifiers
from cluneal_lit.checks.case import Case, at
from cluneal_lit.checks.status import notice, since
from cluneal_lit.formats import notices
from cluneal_lit.model import Entry, Finding, Record, Status
from cluneal_lit.registries import spoken

# Registries of trials among NLM's data banks (https://www.nlm.nih.gov/bsd/medline_databank_source.html).
_TRIALS = frozenset(
    "anzctr chictr clinicaltrials.gov cris ctri drks eudract irct isrctn jprn kct ntr pactr rebec repec rpcec slctr"
    " tctr umin-ctr umin_ctr ctis euctr".split()
)
_NUMBER = re.compile(r"\b(?:NCT|ISRCTN)\d{8}\b")
_GUIDELINES = frozenset({"Guideline", "Practice Guideline", "Consensus Statement"})
# Statuses about which it matters who is silent; errata are deposited by some publishers and not by others.
_DISPUTED = frozenset({*notices.RETRACTED, "concern", "reinstated", "republished"})


def sisters(case: Case) -> Iterator[Finding]:
    """Citations of works that report the same trial as one that was retracted."""
    reports: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in case.entries.values():
        for trial in trials(case.works[entry.key].records):
            reports[trial].append(entry)
    for trial in sorted(reports):
        retracted = [entry for entry in reports[trial] if entry.status.name in notices.RETRACTED]
        for entry in reports[trial]:
            other = next((one for one in retracted if one is not entry), None)
            if other and entry not in retracted:
                told = {"other": other.key, "status": other.status.name, "date": since(other.status.date)}
                told |= {"key": entry.key, "id": trial, "notice": notice(other.status)}
                yield from (at(citation, "LIT507", entry.key, **told) for citation in entry.cited_in)


def trials(records: Iterable[Record]) -> tuple[str, ...]:
    """The numbers of the trials that a work says it reports, as their registries write them.

    PubMed lists them once a record is indexed; the abstract has them before. A file may give one as an identifier.
    """
    records = tuple(records)
    found = [
        number
        for record in records
        for deposit in record.deposits
        if deposit.bank.lower() in _TRIALS
        for number in deposit.numbers
    ]
    found += [record.ids.nct for record in records]
    found += [number for record in records for part in record.abstract for number in _NUMBER.findall(part.text)]
    return tuple(dict.fromkeys(identifiers.nct(number) or number.strip().upper() for number in found if number.strip()))


def again(case: Case) -> Iterator[Finding]:
    """Citations of guidelines that were published again elsewhere or later."""
    for entry in case.entries.values():
        types = {name for record in case.works[entry.key].records for name in record.types}
        places = [
            notices.place(tie.text, tie.ids)
            for tie in entry.relations
            if (tie.kind, tie.direction) == ("reissue", "in") and types & _GUIDELINES
        ]
        if told := "; ".join(filter(None, places)):
            yield from (at(citation, "LIT508", entry.key, key=entry.key, again=told) for citation in entry.cited_in)


def disputed(case: Case) -> Iterator[Finding]:
    """Cited works of which services state different statuses, one of them a grave one."""
    for entry in case.entries.values():
        stated = [one for one in entry.stated if one.sources != ("library",)]
        names = {one.name for one in stated}
        if entry.cited_in and len(names) > 1 and names & _DISPUTED:
            yield at(entry.cited_in[0], "LIT509", entry.key, key=entry.key, said="; ".join(map(_stated, stated)))


def _stated(status: Status) -> str:
    (source,) = status.sources
    name = "nothing" if status.name == "none" else f"{status.name}{since(status.date)}"
    named = ", ".join(status.notice.keys())
    return f"{spoken(source)} states {name}{named and f' ({named})'}"
