"""Remarks that people write in notes, and short references in notes, side by side. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = ("Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.", "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.")
REMARKS = (
    "Values are means; *p* < 0.05; n = 12 for each group; 2012 data.",
    "p < 0.05; n = 12 per arm (2012 data).",
    "Personal communication, J. Smith, 12 March 2020.",
    "J. Smith, personal communication, 12 March 2020.",
    "A. Berg, pers. comm., May 2019.",
    "Table 2 of the report (vol. 1, 2019) shows the same for feet.",
    "Figure 3 in the annex (p. 12, 2018) gives the raw counts.",
    "Interview with the author, Bern, May 2018.",
    "Interviewed in Nowhere, 3 June 2017, by telephone.",
    "Unpublished data, Smith J, 2016.",
    "Smith J, unpublished data, 2016.",
    "Unpublished observations, 2014.",
    "Email to the author, 4 July 2015.",
    "Letter to the author, Nowhere, 4 July 1995.",
    "Author’s own calculation, based on the census, 2011.",
    "Exchange rate of 1 March 2019: 1.08.",
    "Prices are in euros (2015).",
    "Translation mine; the original was printed in Nowhere, 1755.",
    "All translations are my own, unless noted (2012).",
    "Mann-Whitney test, U = 12, p = 0.03; 2014 cohort only.",
    "OR 1.5 (95% CI 1.1-2.3), adjusted for age; follow-up until May 2016.",
    "N = 1,204 in wave 1 (2008) and 988 in wave 2 (2010).",
    "First presented at the Invented Congress, Nowhere, 12 May 2013.",
    "Field notes, Nowhere, August 2009.",
    "Conversation with Otto Berg, Nowhere, 2 May 2011.",
    "Persönliche Mitteilung, O. Berg, 12. März 2020.",
    "Communication personnelle, O. Berg, 12 mars 2020.",
    "Gespräch mit der Verfasserin, Bern, Mai 2018.",
    "Corresponding author; present address: Invented Institute, Nowhere (since 2019).",
    "Version 2.1, released May 2019.",
    "Berg J. Personal communication, 2012.",
    "According to J. Berg (personal communication, 12 March 2020), few walk.",
    "Dr Otto Berg, Office for Health, personal communication, 3 May 2019.",
    "Interview 12, midwife, Nowhere, 14 May 2018, 14:30.",
    "Otto Berg, e-mail message to the author, March 3, 2014.",
    "Source: own calculation, 2015.",
    "All links were last accessed on 12 May 2020.",
    "Response rate 54%, 2012.",
    "1 euro = 1.12 dollars (May 2019).",
    "In force since 1 January 2018; repealed, 2021.",
)
SHORT = (
    "Berg J. Nerves. J Inv. 2012;4:5.",
    "Berg J, J Inv 2012, 4, 5.",
    "J. Berg, J. Inv. Chem. 12, 345 (2012).",
    "Jan Berg, *Walking* (Nowhere: Fictive, 2011).",
    "Berg, Walking on Hills, Nowhere 2011, p. 33.",
    "Berg, “Walking on Hills,” *Inv. Review* 12 (2011): 33.",
    "See Berg, *Walking*, Nowhere, 2011, 33.",
    "Berg J (2011) Walking. Nowhere: Fictive.",
    "Berg, J. (2011). *Walking*. Fictive Press.",
    "Guide to Backs. Nowhere, 2015.",
    "*Walking on Backs*, Fictive Press, 2010.",
    "“Walking on Backs.” Invented News. 3 March 2010.",
    "Office for Invented Health, *Guide to Backs* (Nowhere, 2015).",
    "Invented Health Organization. Report on feet. 2014.",
    "Invented Times, 12 March 2020.",
    "The Invented Times, 12 March 2020, p. 4.",
    "*The Invented Times*, 12 March 2020.",
    "Berg v Dunn [2011] UKSC 12.",
    "Berg v. Dunn, 410 U.S. 113 (1973).",
    "Jan Berg, Walking, 12 Harv. L. Rev. 33 (2016).",
    "Regulation (EU) 2016/679 of 27 April 2016, OJ L 119, 1.",
    "UN Doc. A/RES/12/33 (12 May 2012).",
    "HC Deb 12 May 1912, vol 38, col 33.",
    "“Interview with Otto Berg,” Invented Times, 3 May 2012.",
    "Conversations with Otto Berg. Nowhere: Fictive; 2012.",
    "Own Goals. Nowhere: Fictive, 2012.",
    "The Times of Nowhere, 12 May 1912, p. 3.",
    "Values in Medicine. Nowhere: Fictive; 2012.",
    "Table 4 in Berg J. Walking. J Inv. 2012;4:5.",
    "Walking Act 2011, c. 12 (Nowhere).",
    "Table of Invented Elements. 3rd ed. Nowhere: Fictive; 2011.",
    "Interview with a Walker. Invented Review 2012;3:4.",
    "Personal Communication in Invented Teams. Berg J. J Inv. 2012;4:5-9.",
    "Backs: a guide, http://guide.example/b",
    "Vgl. Berg, Wandern auf Hügeln, Nirgendwo 2011, S. 33.",
    "Cf. Berg J, Dunn O. Walking. J Inv. 2012;4:5-9.",
    "Berg O: Wandern. Nirgendwo: Erfunden; 2011.",
    "O. Berg, ‘Walking’ (2016) 12 LQR 33.",
    "Berg J. Walking on hills [PhD thesis]. Nowhere: Invented University; 2012.",
    "Berg J. Unpublished manuscript on walking, Nowhere, 2016.",
)


def numbers(note: str) -> list[int | None]:
    """The numbers of the entries among three notes, the second of which is the one asked about."""
    notes = list(enumerate((WORKS[0], note, WORKS[1]), 1))
    text = "".join(f"It hurts.[^{n}] " for n, _ in notes) + "\n\n" + "".join(f"[^{n}]: {said}\n" for n, said in notes)
    return [one.number for one in cited(text, "a.md") if one.in_list]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_in_a_note_is_no_entry(remark: str) -> None:
    assert numbers(remark) == [1, 3]


@pytest.mark.parametrize("work", SHORT)
def test_a_short_reference_in_a_note_is_an_entry(work: str) -> None:
    assert numbers(work) == [1, 2, 3]


@pytest.mark.parametrize("told", ["Smith J. Personal communication, 2016.", "Smith J. Unpublished data, 2016."])
def test_what_nobody_printed_stays_an_entry_of_a_numbered_list(told: str) -> None:
    works = "".join(f"{number}. {work}\n" for number, work in enumerate((WORKS[0], told, WORKS[1]), 1))
    found = [
        (one.number, one.raw, len(one.cited_at))
        for one in cited(f"Walk [1-3].\n\nReferences\n\n{works}")
        if one.in_list
    ]
    assert found == [(1, WORKS[0], 1), (2, told, 1), (3, WORKS[1], 1)]
