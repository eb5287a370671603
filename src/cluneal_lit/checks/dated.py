"""The year of a reference beside those in which its work appeared online and in print."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.checks.case import Case, at
from cluneal_lit.checks.differing import held_against
from cluneal_lit.model import Dates, Finding, Record
from cluneal_lit.preprints import is_preprint
from cluneal_lit.registries import spoken


def electronic_year(case: Case) -> Iterator[Finding]:
    """References with the volume or pages of an issue, and the year in which the work was online and the issue was not.

    Nothing where any source has the cited year for the issue.
    """
    for resolution in case.resolutions:
        cited = resolution.citation.fields
        if len(resolution.works) == 1 and cited.issued and (cited.volume or cited.page):
            year = cited.issued.year
            if all(_years(record)[1] != year for record in case.works[resolution.works[0]].records):
                continue  # as for most: which records count need not be asked
            records = held_against(resolution, case.works, case.lock)
            dated = [(*_years(record), record.source) for record in records if not is_preprint(record)]
            for printed, online, source in dated:
                if printed and online == year and all(other != year for other, _, _ in dated):
                    said = {"cited": str(year), "printed": str(printed), "source": spoken(source)}
                    yield at(resolution.citation, "LIT416", resolution.works[0], **said)
                    break


def _years(record: Record) -> tuple[int | None, int | None]:
    """The years of the issue and of the electronic version, as far as the record tells them."""
    days = record.dates or Dates()
    printed = days.print or record.fields.issued
    return printed.year if printed else None, days.electronic.year if days.electronic else None
