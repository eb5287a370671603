"""Reference strings within sentences, brackets, cells and front matter. The works are invented, the journals real."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids, written

FULL = "Berg J, Dunn O. Walking at night. N Engl J Med 2012;366(3):2102-10"
HARVARD = "Berg, J., Dunn, O., et al. Walking. N Engl J Med 2016; 374: 1332–1343"


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (f"It hurts ({FULL}) in all.", [FULL]),
        (f"It hurts, as is known. {FULL} is the proof of it for all who have doubts about what hurts whom.", [FULL]),
        (f"From Figure 3 of ‘Walking’ by {HARVARD}.", [HARVARD]),
        (f"| Trial | Source |\n|---|---|\n| A | {FULL} |\n| B | none |", [FULL]),
        ("It hurts (N Engl J Med 2012;366:2102-2110).", ["N Engl J Med 2012;366:2102-2110"]),
        ("It hurts (Berg J. Walk. Spine (Phila Pa 1976) 2012;37:1-9).",
         ["Berg J. Walk. Spine (Phila Pa 1976) 2012;37:1-9"]),
        ("It hurts (BMJ 2012;344:e2102).", ["BMJ 2012;344:e2102"]),
        ("We follow NEJM 2019;381:1995-2008 and the Lancet 2019;3:4.", ["NEJM 2019;381:1995-2008", "Lancet 2019;3:4"]),
        ("Source: **Lancet** 2014;383:1-9.", ["**Lancet** 2014;383:1-9"]),
        ("It is so; see T. N. Berg, “Walking at night,” Lancet 117, no. 1 (January 1969): 73-75, doi:10.1000/a.",
         ["T. N. Berg, “Walking at night,” Lancet 117, no. 1 (January 1969): 73-75, doi:10.1000/a"]),
        ("It is so (Berg, T. N. “Walking at night.” Lancet, vol. 117, no. 1, 1969, pp. 73-75).",
         ["Berg, T. N. “Walking at night.” Lancet, vol. 117, no. 1, 1969, pp. 73-75"]),
        ("It is so (Berg, T. N. “Walking at night.” Lancet 117.1 (1969): 73-75).",
         ["Berg, T. N. “Walking at night.” Lancet 117.1 (1969): 73-75"]),
        ("We cite Berg, M. N. (1999). Walking at night. Inv Walks of Towns, 117(1), 73-75, here.",
         ["Berg, M. N. (1999). Walking at night. Inv Walks of Towns, 117(1), 73-75"]),
        ("See NEJM 2009;361:1139-51, and Lancet 2018;17:1021-30, and so on.",
         ["NEJM 2009;361:1139-51", "Lancet 2018;17:1021-30"]),
        ("Berg M et al. (N Engl J Med 2020; 383: 1413-24). There is a review which we like. See pmid 32865377.",
         ["Berg M et al. (N Engl J Med 2020; 383: 1413-24).", "pmid 32865377"]),
        ("We follow N Engl J Med 2019;381:1995-2008.", ["N Engl J Med 2019;381:1995-2008"]),
        ("Walks, Lancet 2014;371:993-1004, and Eur Heart J 2020; 41: 543–603 says so. Ann Intern Med. 2018;169:467.",
         ["Lancet 2014;371:993-1004", "Eur Heart J 2020; 41: 543–603", "Ann Intern Med. 2018;169:467"]),
        ("Paper 2 is Berg JJV et al. N Engl J Med 2019;381:1995-2008 - well done.",
         ["Berg JJV et al. N Engl J Med 2019;381:1995-2008"]),
        ("| A | Gut 2019;68:123-130 |\n| B | N Engl J Med 2009;361:1139-51 |",
         ["Gut 2019;68:123-130", "N Engl J Med 2009;361:1139-51"]),
        ("We cite Berg, J. I., … & Dunn, A. (2023). Walking Here in Towns With Hills. Lancet, 76, 342-345, here.",
         ["Berg, J. I., … & Dunn, A. (2023). Walking Here in Towns With Hills. Lancet, 76, 342-345"]),
        ("Compare: Berg M. N., “Walking at night,” N Engl J Med, vol. 345, no. 22, pp. 1621–1626, 1999, for it.",
         ["Berg M. N., “Walking at night,” N Engl J Med, vol. 345, no. 22, pp. 1621–1626, 1999"]),
        ("Es steht bei Berg MN: Walking at night. In: N Engl J Med 354 (1999), H. 2, S. 1621-6.",
         ["Berg MN: Walking at night. In: N Engl J Med 354 (1999), H. 2, S. 1621-6"]),
        ("It hurts (M.N. Berg, Walking at night, Lancet 354 (1999) 1621–6).",
         ["M.N. Berg, Walking at night, Lancet 354 (1999) 1621–6"]),
        ("[Berg J. Walking. BMJ. 2007;335(7618):467. Erratum in: BMJ. 2008;336(7635):64. PMID: 17823161].",
         ["Berg J. Walking. BMJ. 2007;335(7618):467. Erratum in: BMJ. 2008;336(7635):64. PMID: 17823161"]),
        ("It hurts [Berg, R. M. (1970). Skin. Lancet, 101(2), 251b-252. https://doi.org/10.1000/a].",
         ["Berg, R. M. (1970). Skin. Lancet, 101(2), 251b-252. https://doi.org/10.1000/a"]),
        ("It hurts; see Lancet 2012;380:1-9 for it.", ["Lancet 2012;380:1-9"]),
        ("As Berg et al., N Engl J Med 2012; 366: 2102, show.", ["Berg et al., N Engl J Med 2012; 366: 2102"]),
        ("See also Berg & Dunn (2012), Pain 153(4): 812-9, for it.", ["Berg & Dunn (2012), Pain 153(4): 812-9"]),
        ("It hurts (Berg, Lancet 2012;380:1).", ["Berg, Lancet 2012;380:1"]),
        ("It hurts (Berg J. Walk. Lancet 2012;380:1; Dunn O. Run. BMJ 2011;342:d549).",
         ["Berg J. Walk. Lancet 2012;380:1", "Dunn O. Run. BMJ 2011;342:d549"]),
        ("(World Health Organization. A walk. Bull World Health Organ 2012;90:1-9)",
         ["World Health Organization. A walk. Bull World Health Organ 2012;90:1-9"]),
        ("It hurts (Berg J. *Walking.* *J. Am. Chem. Soc.* 2012, *134*, 1234–5).",
         ["Berg J. *Walking.* *J. Am. Chem. Soc.* 2012, *134*, 1234–5"]),
        ("It is so (Berg, Otto. “Walking at Night.” BMJ, vol. 345, 2012, p. 4483) and (Gut, vol. 3, 2012, p. 4).",
         ["Berg, Otto. “Walking at Night.” BMJ, vol. 345, 2012, p. 4483", "Gut, vol. 3, 2012, p. 4"]),
        ("It says so (JAMA, Vol 312, No 4, 23 July 2014, pp 345-50).",
         ["JAMA, Vol 312, No 4, 23 July 2014, pp 345-50"]),
        ("In the Lancet, volume 393, issue 2, 2019, pages 1000-10, it says so.",
         ["Lancet, volume 393, issue 2, 2019, pages 1000-10"]),
        ("Siehe Nervenarzt, Bd. 83, Nr. 4, 2012, S. 12–19.", ["Nervenarzt, Bd. 83, Nr. 4, 2012, S. 12–19"]),
        ("Ver Neurology, v. 83, n. 4, p. 12-19, mar. 2012.", ["Neurology, v. 83, n. 4, p. 12-19, mar. 2012"]),
        ("It hurts (JAMA, 312(4), 345-50, 2014).", ["JAMA, 312(4), 345-50, 2014"]),
        ("The trial (The Lancet, 2019, vol. 393, no. 2, pp. 1000–10) says so.",
         ["The Lancet, 2019, vol. 393, no. 2, pp. 1000–10"]),
        ("It was printed in The Lancet (2019; 393: 1000–10).", ["The Lancet (2019; 393: 1000–10)"]),
        ("Berg BR. Bone Joint J 2016;98-B:780-6; Dunn O. Walks. Lancet. 2012;94-A(2):3-9.",
         ["Berg BR. Bone Joint J 2016;98-B:780-6", "Dunn O. Walks. Lancet. 2012;94-A(2):3-9"]),
        ("| Study | Source |\n|---|---|\n| A | Berg J. Walking in towns. Bergen: University Press; 1999. |\n| B | no |",
         ["Berg J. Walking in towns. Bergen: University Press; 1999."]),
        ("Others disagree. See *JAMA*, vol. 312, no. 4, 2014, pp. 345-50.",
         ["*JAMA*, vol. 312, no. 4, 2014, pp. 345-50"]),
        ("In the Lancet (vol. 393, 2019, pp. 1000-10) it says so.", ["Lancet (vol. 393, 2019, pp. 1000-10)"]),
        ("It hurts (BMJ in 2016 (353:i3189)).", ["BMJ in 2016 (353:i3189)"]),
        ("It was printed in Brain of 2016 (353:12-9) and hurts.", ["Brain of 2016 (353:12-9)"]),
        ("Berg et al. (Eur Inv J, 2021, 6, 10–17) found it. (Dunn, 2019), (Falk, 2020), (Orlov, 2011).",
         ["Berg et al. (Eur Inv J, 2021, 6, 10–17)"]),
        ("Berg et al. (2021; Eur Inv J 6:10-17) and Berg et al. (Annals of Inv Walks, 2021).",
         ["Berg et al. (2021; Eur Inv J 6:10-17)", "Berg et al. (Annals of Inv Walks, 2021)"]),
        ("It is so; Berg et al. Eur Inv J, 2021, 6: 10–17.", ["Berg et al. Eur Inv J, 2021, 6: 10–17"]),
        ("Berg J. Walking. Lancet 2012;380:1-9. ·\nDunn O, et al. Running. BMJ 2011;342:d549.",
         ["Berg J. Walking. Lancet 2012;380:1-9.", "Dunn O, et al. Running. BMJ 2011;342:d549."]),
    ],
)  # fmt: skip
def test_a_reference_within_text_begins_with_its_authors_and_ends_with_its_numbers(text: str, works: list[str]) -> None:
    assert written(text, "a.md") == [("pmid" if work.startswith("pmid") else "reference", work) for work in works]


@pytest.mark.parametrize(
    "text",
    [
        "Gut 2014; 12:30-14:00 and Brain 2015; 9:15-10:45",
        "It rained 2012; 366: 12 times, and in Nature 12:30 was lunch.",
        "Pain in 2012, 4: 5 people had it.",
        "Trials 2014 15:511",  # the head of the article itself
        "Version 3.2 (2012), 14:15 o’clock; score 3(2):1.",
        "Nature in 2016 (3 people), Pain in 2012 (12:30), Science of 2016 (n=12), In 2016 (3:2) they won.",
        "Rev. John Berg 1850, 12 (3), Ann Berg 1850; 12: 3-4, and J. R. Berg 2012; 4: 5-6; J Street 2012, 4 (5).",
        "Time, vol. 3, is lost. Brain volume 12, 2012. Lung vol 3, no 4. Brain vol. 12, 13, 14 of 2012.",
        "| Berg J. | Town: 12 Street; 1999 |\n|---|---|\n| Dunn O, nurse, 1999 | Berg J. Tel: 12; 1999 |",
        "Match (Stroke, 2012). Brain (12, 3-4, 2012). The Lancet (2019) is sold. In Journal 2019, 12: 3 pm we met.",
    ],
)
def test_numbers_beside_other_words_are_no_reference(text: str) -> None:
    assert written(text, "a.md") == []


def test_an_identifier_beside_a_reference_within_text_is_its_own() -> None:
    (one,) = cited("AB (Berg 2013, Lancet 2013;369:799-808, PMID 23808982, DOI 10.1000/nerves.1; see there).", "a.md")
    assert (one.ids.pmid, one.ids.doi, one.fields.container_title, one.fields.volume, one.fields.page) == (
        "23808982",
        "10.1000/nerves.1",
        "Lancet",
        "369",
        "799-808",
    )


def test_latex_writes_journal_and_volume_in_fonts() -> None:
    text = r"\begin{document}It hurts (Berg~J. Walking. \textit{Lancet} \textbf{380}:1--9 (2012)).\end{document}"
    assert written(text, "a.tex") == [("reference", "Berg J. Walking. Lancet 380:1–9 (2012)")]


@pytest.mark.parametrize(
    ("behind", "works"),
    [
        ("). PMID 23808982.", [("pmid:23808982",)]),
        ("). PMID: 23808982. It burns.", [("pmid:23808982",)]),
        (") [PMID 23808982], and it burns.", [("pmid:23808982",)]),
        (", PMID 23808982 says the same).", [("pmid:23808982",)]),
        ("). PMID 23808982 says the same.", [(), ("pmid:23808982",)]),
    ],
)
def test_an_identifier_behind_a_full_stop_is_a_reference_s_where_it_is_all_of_its_sentence(
    behind: str, works: list[tuple[str, ...]]
) -> None:
    assert ids(f"It hurts (Berg 2013, Lancet 2013;369:799-808{behind}", "a.md") == works


FRONT = """---
title: Walking
tags: [1, 2]
mail: somebody@example.org
twitter: "@walker"
sources:
  - type: review
    ref: "Berg J et al. Walking. Lancet 2012;380:1-9"
    pmid: "22646632"
  - url: "https://example.org"
doi: 10.1000/nerves.1
references:
  - id: berg
    DOI: 10.1000/nerves.2
---
It hurts.
"""


def test_front_matter_names_works_by_identifiers_and_nothing_by_numbers_and_names() -> None:
    found = [(one.form, one.ids.keys()) for one in cited(FRONT, "a.md")]
    assert found == [("reference", ("pmid:22646632",)), ("doi", ("doi:10.1000/nerves.1",))]


def test_front_matter_of_toml_is_read_alike() -> None:
    assert [one.ids.keys() for one in cited('+++\ndoi = "10.1000/nerves.1"\ntags = [1]\n+++\nIt hurts.', "a.md")] == [
        ("doi:10.1000/nerves.1",)
    ]


@pytest.mark.parametrize("name", ["Cureus", "Inv Walks", "J Inv Nerves", "J. Inv. Nerves", "Inv Walks of the North"])
def test_a_journal_that_no_list_has_needs_authors_and_the_form_of_medline(name: str) -> None:
    work = f"Berg J, Dunn O. Walking at night. {name} 2012;366(3):2102-10"
    assert written(f"It hurts ({work}).", "a.md") == [("reference", work)]
    assert written(f"It hurts there ({name}, 366:2102-10).", "a.md") == []


def test_an_identifier_in_the_type_of_code_behind_its_label_is_cited() -> None:
    text = "It hurts (DOI `10.1000/nerves.1` / PMID: `23141526`); call `pmid:23141527` or `10.1000/nerves.2`."
    assert [one.ids.keys() for one in cited(text, "a.md")] == [("pmid:23141526", "doi:10.1000/nerves.1")]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("As Berg et al. JAMA 2019 say, and Dunn O et al., N Engl J Med 2021.",
         ["Berg et al. JAMA 2019", "Dunn O et al., N Engl J Med 2021"]),
        ("Deaths: Berg FL, et al. JAMA 2001; PMID: 11594901", ["Berg FL, et al. JAMA 2001; PMID: 11594901"]),
        ("Berg et al. (*Brain*, 2023) say it.", ["Berg et al. (*Brain*, 2023)"]),
        ("It is so (Brain 2023), as et al. (Brain 2023) says.", []),
        ("As Berg et al. NEJM 2015 say.", ["Berg et al. NEJM 2015"]),
        ("As Berg et al. showed in 2019, and the Lancet in 2020, JAMA 2021.", []),
        ("Berg et al. Walks 2019 and Dunn et al. 2020.", []),
    ],
)  # fmt: skip
def test_with_a_year_alone_a_journal_of_a_list_stands_behind_et_al(text: str, works: list[str]) -> None:
    assert written(text) == [("reference", work) for work in works]


@pytest.mark.parametrize("called", ["**Berg 2019** — ", "Berg 2019 – ", "**The walk:** ", "Berg et al. 2019: "])
def test_what_somebody_calls_a_work_is_none_of_its_authors(called: str) -> None:
    work = f"{called}Berg J, Dunn O, et al. Walking. Lancet 2019;380:1-9."
    found = cited(f"# References\n\n1. {work}\n2. {work}\n", "a.md")
    assert [[name.family for name in one.fields.author] for one in found] == [["Berg", "Dunn"]] * 2


def test_an_identifier_of_the_next_item_is_none_of_a_reference_within_text() -> None:
    found = cited("- As in Lancet 2019;3:4\n- doi:10.1000/nerves.1 is another.\n", "a.md")
    assert [one.ids.keys() for one in found] == [(), ("doi:10.1000/nerves.1",)]
