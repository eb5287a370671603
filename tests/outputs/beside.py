"""The report on duplicates with what makes pages wide: many sources, records side by side, long names. All invented."""

from __future__ import annotations

from cluneal_lit.duplicates.origins import Count
from cluneal_lit.model import Date, Fields, Ids, Name, Record
from cluneal_lit.outputs import deduped
from cluneal_lit.outputs.deduped import Group, Member, Tied
from cluneal_lit.outputs.templates import Templates

SOURCE = "Invented Central Register of Controlled Trials"


def page(templates: Templates) -> str:
    """The page on a work of six records and a question."""
    members = tuple(map(_member, range(6)))
    counts = [Count(f"{SOURCE} {number}", (_file(number), "b.ris"), 123_456, 1_234, 12_345) for number in range(3)]
    ties = tuple(Tied(0, number, 3.5) for number in range(1, 6))
    question, related = Group(members[:2], (Tied(0, 1, 0.4),)), (members[0], "a reply to", members[1])
    return deduped.page(counts, [question], [Group(members, ties)], [related], 370_368, templates)


def _member(number: int) -> Member:
    fields = Fields(
        title=f"Pneumonoultramicroscopicsilicovolcanoconiosis in invented volcanologists: report {number}",
        author=tuple(Name(family="Quimby-Featherstonehaugh", given=given) for given in ("Ada", "Boris", "Cleo")),
        container_title="Zeitschrift für erfundene Vulkanarbeiterlungenkrankheitenforschung",
        issued=Date(((2019 + number % 2,),)),
        volume="12",
        page=f"{number}01-{number}09",
    )
    doi = "10.5555/invented.volcano.report.without.any.place.to.break.the.line.0123456789"
    return Member(f"R{number}" * 20, SOURCE, _file(number), Record(1, "library", f"a#{number}", Ids(doi=doi), fields))


def _file(number: int) -> str:
    return f"exports/of_the_second_search_that_was_run_on_an_invented_day/register_{number}.ris"
