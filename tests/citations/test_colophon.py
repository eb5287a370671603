"""What stands at the end of a page, behind a list of references. All is invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = [
    "Berg, A. (2012). A study of things. Journal of Inventions, 3, 4–9.",
    "Dunn, O., & Orlov, J. (2014). Other findings in rats. Inventions, 12(3), 100–109.",
]
CLOSING = [
    "Last updated: 3 May 2021",
    "© 2021 Walking Clinic, Town",
    "Copyright © 2021 Walking Clinic.",
    "Contact: Dr. A. Berg, phone 031 123 45 67, 2021",
    "This page was last edited on 3 May 2021, at 12:30.",
    "Funding: Foundation of Walkers, grant 123, 2019.",
    "Disclaimer: this page (2021) replaces no visit.",
    "Author: A. Berg, 2021",
    "Written by A. Berg. Published 3 May 2021.",
    "Medically reviewed by Anna Berg, MD, on May 3, 2021",
    "Next review: May 2023",
    "Stand: Mai 2021",
    "Letzte Aktualisierung: 3. Mai 2021",
    "The authors declare no conflicts of interest (2021).",
    "All links were last checked on 3 May 2021.",
    "Dr. A. Berg, Town, May 2021",
    "Download as PDF (2021)",
    "We thank O. Dunn (2021) for his help.",
]
APART = ["Version 2.1, 2021-05-03", "Published 3 May 2021.", "Reviewed 3 May 2021", "Accessed 3 May 2021."]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("closing", CLOSING)
def test_what_a_page_says_of_itself_is_no_entry(closing: str, between: str) -> None:
    listed = "\n\n".join(WORKS)
    found = cited(f"It rises (Berg, 2012).\n\n## References\n\n{listed}{between}{closing}\n", "a.md")
    assert [one.raw for one in found if one.form == "reference"] == WORKS


@pytest.mark.parametrize("closing", APART)
def test_nor_is_what_could_go_on_with_the_last_entry_where_a_blank_line_parts_them(closing: str) -> None:
    listed = "\n".join(WORKS)
    found = cited(f"It rises (Berg, 2012).\n\n## References\n{listed}\n\n{closing}\n", "a.md")
    assert [one.raw for one in found if one.form == "reference"] == WORKS


@pytest.mark.parametrize("closing", ["Stand: Mai", "Last updated by the team.", "© 2021 Klinik", "Wir danken allen."])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_what_stands_behind_a_list_does_not_dissolve_it(closing: str, between: str) -> None:
    works = [
        "Berg A, Dunn O, Orlov J et al. (2016): Leitlinie zum Gehen. Inv J 37: 2893–2962.",
        "Dunn, O.; Orlov, J. (2012): Gehen für die Praxis. 3. Aufl. Stuttgart: Erfunden.",
        "GI [Gehinstitut] (Hrsg.) (2020): Gehen im Land. Berlin.",
        "Gehkammer (GÄK), Vereinigung der Geher (VG): Leitlinie Gehen, 5. Auflage. 2019. DOI: 10.5555/inv/000419.",
    ]
    found = cited(f"Es steigt (Berg et al., 2016).\n\n## Literatur\n{between.join(works)}\n\n{closing}\n", "a.md")
    assert [(one.raw, one.in_list) for one in found if one.form == "reference"] == [(work, True) for work in works]
    assert found[0].cites == (found[1].id,)


def test_works_whose_titles_begin_alike_are_entries() -> None:
    works = [
        "Contact Group of Walkers (2012). Contact: what walkers say. Journal of Inventions, 3, 4–9.",
        "Version Control Institute. (2014). Published by nobody. Inventions, 12(3), 100–109.",
        "Published and forgotten: A history of walks. (2015). Inventions, 13(3), 10–19.",
    ]
    found = cited("## References\n\n" + "\n\n".join([*WORKS, *works]), "a.md")
    assert [one.raw for one in found if one.in_list] == [*WORKS, *works]


@pytest.mark.parametrize("heading", ["## References", "References", "**Literatur**"])
def test_an_author_alone_directly_below_the_heading_begins_the_first_entry(heading: str) -> None:
    found = cited(f"It rises (Berg, 2012).\n\n{heading}\n" + "\n".join(WORKS), "a.md")
    assert [one.raw for one in found if one.in_list] == WORKS
