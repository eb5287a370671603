"""Markers of author and year, and what they mean. The texts and their lists are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation, Date, Embedded, Fields, Ids, Name
from tests.citations.found import cited

LIST = """

References

Kuniya H, Quimby A (2013a) Nerves of the invented hip. J Invent Med 3:11-19.

Kuniya H, Quimby A (2013b) Nerves of the invented knee. J Invent Med 3:21-29.

Orlov, B., Quimby, A., & Zeller, C. (2018). Nerves of the invented back. Journal of Invention, 15(1), 25-32.

Orlov, B., & van der Berg, D. (2019). Nerves of the invented foot. Journal of Invention, 16(2), 33-41.

O'Neill P. (2020) Relief by invented needles. J Invent Med 9:1-8.

Pérez-Núñez M. (in press). Needles of tomorrow. Journal of Invention.

World Health Organization (2007) Guidelines for invented outbreaks. WHO, Geneva.

The BACK-X Investigators (2006) Exercise for invented backs. J Invent Med 1:1-8.

Data Society (2005) Codes of invented nerves. J Invent Med 1:9-12.
"""


def named(text: str, path: str = "a.txt") -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The markers of author and year: what is written, what it names, and what of it no entry answers."""
    return [(one.raw, one.names, one.missing) for one in cited(text, path) if one.names]


def meant(found: tuple[Citation, ...], marker: Citation) -> list[str]:
    return [one.raw.partition(")")[0].partition("(")[2][:6] for one in found if one.id in marker.cites]


@pytest.mark.parametrize(
    ("text", "raw", "names", "years"),
    [
        ("It hurts (Orlov et al., 2018).", "(Orlov et al., 2018)", ["Orlov 2018"], ["2018"]),
        ("It hurts (Orlov et al. 2018, p. 3).", "(Orlov et al. 2018, p. 3)", ["Orlov 2018"], ["2018"]),
        ("It hurts (see Orlov 2018, pp. 25–27).", "(see Orlov 2018, pp. 25–27)", ["Orlov 2018"], ["2018"]),
        (
            "As Orlov and van der Berg (2019) say.",
            "Orlov and van der Berg (2019)",
            ["Orlov and van der Berg 2019"],
            ["2019"],
        ),
        ("Orlov et al. [2018] say so.", "Orlov et al. [2018]", ["Orlov 2018"], ["2018"]),
        ("In O’Neill’s (2020) words.", "O’Neill’s (2020)", ["O’Neill 2020"], ["2020"]),
        ("It is said (Kuniya & Quimby, 2013a, b).", "(Kuniya & Quimby, 2013a, b)", None, ["2013a", "2013b"]),
        ("It is said (Kuniya 2013a,b; Orlov 2018).", "(Kuniya 2013a,b; Orlov 2018)", None, ["2013a", "2013b", "2018"]),
        ("It is said (Orlov 2018, 2019).", "(Orlov 2018, 2019)", ["Orlov 2018", "Orlov 2019"], ["2018", "2019"]),
        (
            "It is said (e.g., Orlov, 2018, O'Neill, 2020).",
            "(e.g., Orlov, 2018, O'Neill, 2020)",
            None,
            ["2018", "2020"],
        ),
        ("Soon (Pérez-Núñez, in press).", "(Pérez-Núñez, in press)", None, ["in pre"]),
        ("Soon (Perez-Nunez in press).", "(Perez-Nunez in press)", None, ["in pre"]),
        ("So they say (World Health Organization, 2007).", "(World Health Organization, 2007)", None, ["2007"]),
        ("So they say (WHO 2007).", "(WHO 2007)", ["WHO 2007"], ["2007"]),
        ("So they say (The BACK-X Investigators, 2006).", "(The BACK-X Investigators, 2006)", None, ["2006"]),
        ("So they say (Data Society, 2005).", "(Data Society, 2005)", ["Data Society 2005"], ["2005"]),
        ("It is said (ORLOV; VAN DER BERG, 2019).", "(ORLOV; VAN DER BERG, 2019)", ["ORLOV 2019"], ["2019"]),
        (
            "It is said (O'NEILL, 2020; ORLOV; QUIMBY; ZELLER, 2018).",
            None,
            ["O'NEILL 2020", "ORLOV 2018"],
            ["2018", "2020"],
        ),
        ("It is said (Orlov/van der Berg 2019).", "(Orlov/van der Berg 2019)", ["Orlov 2019"], ["2019"]),
        ("It is said (Orlov 2019 chap. 3).", "(Orlov 2019 chap. 3)", ["Orlov 2019"], ["2019"]),
        ("It is said (Orlov, 2019, Chapter 3).", "(Orlov, 2019, Chapter 3)", ["Orlov 2019"], ["2019"]),
        ("However, Orlov (2018) disagrees.", "Orlov (2018)", ["Orlov 2018"], ["2018"]),
        ("It hurts (n = 12; Orlov et al., 2018).", "(n = 12; Orlov et al., 2018)", ["Orlov 2018"], ["2018"]),
    ],
)
def test_author_and_year_lead_to_the_entry(
    text: str, raw: str | None, names: list[str] | None, years: list[str]
) -> None:
    found = scan(read("a.txt", (text + LIST).encode()))
    (marker,) = [one for one in found if one.names]
    assert (marker.missing, meant(found, marker)) == ((), years)
    assert raw is None or marker.raw == raw
    assert names is None or list(marker.names) == names


def test_what_no_entry_answers_is_missing() -> None:
    text = "It hurts (Orlov et al., 2018). It does not (Orlov, 2021). Who knows (Adeyemi et al., 2016)? (O'Neill, 2020)"
    assert named(text + LIST) == [
        ("(Orlov et al., 2018)", ("Orlov 2018",), ()),
        ("(Orlov, 2021)", ("Orlov 2021",), ("Orlov 2021",)),
        ("(Adeyemi et al., 2016)", ("Adeyemi 2016",), ("Adeyemi 2016",)),
        ("(O'Neill, 2020)", ("O'Neill 2020",), ()),
    ]


@pytest.mark.parametrize("listed", ["", LIST], ids=["without a list", "with a list"])
@pytest.mark.parametrize(
    "text",
    [
        "It was held there (Smith 1994 election), and then in May (2018), in London (2012) and on Windows (2000).",
        "The price rose (January 2018) and fell (Spring, 2019), as in Germany (2001–2005) and (Table 2000).",
        "Version Two (2015) and Romeo and Juliet (1996) were seen (London, 2012; Beijing, 2008).",
        "Cars (Tesla 2018; Ford 2019), polls (Obama, 2008; Trump, 2016) and accounts (Johnson & Johnson, 2019) came.",
        "The Great War (1914-1918) and the Second World War (1939) ended. Anna Smith (1920–1999) lived.",
    ],
)
def test_towns_months_products_and_lives_cite_nothing(text: str, listed: str) -> None:
    assert named(text + listed) == []


def test_without_a_list_only_what_stands_as_citations_do_is_believed() -> None:
    text = "It hurts (Orlov et al., 2018). It may (Quimby & Zeller, 2019). Nobody in Paris (Texas, 1984) knows it."
    found = [(one.raw, one.confidence) for one in cited(text) if one.names]
    assert found == [("(Orlov et al., 2018)", 0.6), ("(Quimby & Zeller, 2019)", 0.6)]


def test_numbered_citations_keep_their_names_in_the_text() -> None:
    text = (
        "Orlov et al. (2018) [1] found it [2], and Adeyemi et al. (2016) did not [1,2].\n\nReferences\n\n"
        "1. Orlov B, Quimby A. Nerves of the back. J Invent. 2018;15(1):25-32.\n"
        "2. Zeller C. Nerves of the hip. J Invent. 1997;22(10):1156-9.\n"
    )
    assert named(text) == []


def test_an_entry_knows_the_places_that_cite_it() -> None:
    text = "It hurts (Orlov et al., 2018).\nMuch (O'Neill 2020; Orlov 2018)." + LIST
    places = {
        one.raw[11:17]: [(at.place.line, at.place.column) for at in one.cited_at] for one in cited(text) if one.cited_at
    }
    assert places == {"Quimby": [(1, 10), (2, 6)], "(2020)": [(2, 6)]}


NUMBERED = """Chapter {0}

It hurts [1], they say [2,3].

References

1. Orlov B, Quimby A. Nerves of the {0} back. J Invent. 2018;15(1):25-32.
2. Zeller C. Nerves of the {0} hip. J Invent. 1997;22(10):1156-9.

"""


def test_numbers_belong_to_the_list_of_their_chapter() -> None:
    text = NUMBERED.format("first") + "# Next\n\n" + NUMBERED.format("second")
    found = scan(read("a.md", text.encode()))
    assert [(one.number, [at.place.line for at in one.cited_at]) for one in found if one.in_list] == [
        (1, [3]),
        (2, [3]),
        (1, [14]),
        (2, [14]),
    ]


def test_a_reference_alone_among_numbered_items_answers_no_number_of_a_list() -> None:
    item = "It hurts [1].\n\n1. Orlov B, Quimby A. An item with a reference. J Invent. 2011;1(1):5-9.\n\nProse.\n\n"
    found = cited(item + NUMBERED.format("first"))
    assert [(one.number, [at.place.line for at in one.cited_at]) for one in found if one.in_list] == [
        (1, []),
        (1, [1, 9]),
        (2, [9]),
    ]


def test_an_entry_knows_every_sentence_that_cites_it() -> None:
    text = "It hurts (Orlov et al., 2018). It does (Orlov et al., 2018)." + LIST
    (said,) = [one.cited_at for one in scan(read("a.md", text.encode())) if one.cited_at]
    assert [one.sentence for one in said] == ["It hurts (Orlov et al., 2018).", "It does (Orlov et al., 2018)."]


@pytest.mark.parametrize(
    ("shown", "fields", "ids", "entry"),
    [
        (
            "(Orlov et al., 2018)",
            Fields(author=(Name("Orlov", "Boris"),), issued=Date(((2018,),))),
            Ids(),
            "Orlov, B., Q",
        ),
        (
            "(Kuniya & Quimby, 2013b)",
            Fields(author=(Name("Kuniya"), Name("Quimby")), issued=Date(((2013,),))),
            Ids(),
            "Kuniya H, Quimby A (2013b)",
        ),
        (
            "(Kuniya & Quimby, 2013)",
            Fields(title="Nerves of the Invented Knee", author=(Name("Kuniya"),), issued=Date(((2013,),))),
            Ids(),
            "Kuniya H, Quimby A (2013b)",
        ),
        ("(Needles)", Fields(title="Relief by invented needles", issued=Date(((2019,),))), Ids(), "O'Neill P."),
        ("(Orlov, 2017)", Fields(author=(Name("Orlov"),), issued=Date(((2017,),))), Ids(), ""),
        ("(Adeyemi, 2016)", Fields(author=(Name("Adeyemi"),), issued=Date(((2016,),))), Ids(pmid="17"), ""),
    ],
)
def test_a_field_means_the_entry_of_its_author_and_year_or_title(
    shown: str, fields: Fields, ids: Ids, entry: str
) -> None:
    text = f"It hurts {shown}.{LIST}\nAdeyemi C. (2016) Nerves of the invented ear. J Invent Med 5:1-8. PMID: 18\n"
    document = replace(read("a.md", text.encode()), embedded=(Embedded(9, 9 + len(shown), "field", ids, fields),))
    found = [one.raw for one in scan(document) if one.cited_at]
    assert len(found) == bool(entry)
    assert all(raw.startswith(entry) for raw in found)


def test_a_key_and_an_identifier_lead_to_the_entry_of_a_format() -> None:
    fields = Fields(title="Nerves of the invented back")
    text = "It hurts [@orlov2018], so @doi:10.1000/invent.18.\n\nORLOV"
    at = text.index("ORLOV")
    entry = Embedded(at, at + 5, "entry", Ids(doi="10.1000/invent.18"), fields, "orlov2018", 1)
    document = replace(read("a.md", text.encode()), embedded=(entry,))
    (listed,) = [one for one in scan(document) if one.in_list]
    assert [one.place.column for one in listed.cited_at] == [11, 27]


def test_the_end_of_a_word_is_no_particle_of_a_name() -> None:
    listed = "\n\n# References\n\nSmith, J. (2020). On the nerves of the back. Pain, 3, 4–5.\n"
    found = cited(f"As was found by Smith (2020), it hurts.{listed}", "a.md")
    assert [(one.raw, len(one.cites)) for one in found if one.form == "marker"] == [("Smith (2020)", 1)]


def test_author_and_year_that_no_entry_of_a_short_list_answers() -> None:
    listed = (
        "\n\n# References\n\nLee, B. (2017). On the nerves of the back. J Pain, 1, 2-3.\n\n"
        "Smith, J. (2020). On the nerves of the hip. Pain, 3, 4–5.\n"
    )
    found = cited(f"Pain (Brown, 2001) and Smith (2020) and Lee (2017), in town (Expo 2000).{listed}", "a.md")
    assert [(one.raw, one.missing) for one in found if one.form == "marker"] == [
        ("(Brown, 2001)", ("Brown 2001",)),
        ("Smith (2020)", ()),
        ("Lee (2017)", ()),
    ]


def test_names_with_others_and_a_bare_year_are_a_marker_where_an_entry_answers_it() -> None:
    listed = "\n\nReferences\n\nBerg A, Cruz B, Dunn C. Nerves of the hip. J Inv. 2018;3:5-9.\n"
    text = "Berg et al. 2018 showed it, and Cruz et al. 2018 did not. It was so (as Berg et al. 2018 know, and we)."
    assert [raw for raw, _, _ in named(text + listed)] == ["Berg et al. 2018", "(as Berg et al. 2018 know, and we)"]


@pytest.mark.parametrize("author", ["Institute for Health and Care (IHC)", "Institute for Health and Care"])
def test_initials_in_brackets_may_stand_between_a_group_and_its_year(author: str) -> None:
    said = "Institute for Health and Care (IHC) (2016)"
    marker, entry = cited(f"As the {said} told.\n\n## References\n\n- {author}. (2016). Back pain. Pain, 1, 2-9.\n")
    assert (marker.raw, marker.cites) == (said, (entry.id,))


def test_capitals_behind_a_particle_are_a_person_and_no_acronym() -> None:
    listed = (
        "\n\nReferences\n\nvan der Meer A. Walking and resting after an illness. J Knees. 2010;5:11-19.\n\n"
        "de Wit B. Counting steps in winter and in summer. J Knees. 2011;6:21-29.\n"
    )
    text = "It hurts (VAN DER MEER 2010) and heals (DE WIT 2011) or not (VON HAGEN 2001), says the law (MDR 2017)."
    assert [one.missing for one in cited(text + listed) if one.form == "marker"] == [(), (), ("VON HAGEN 2001",)]


@pytest.mark.parametrize("others", ["e.a.", "u.a.", "en anderen", "m.fl.", "et al."])
def test_and_others_in_further_languages(others: str) -> None:
    work = "Berg, J., Dunn, O., & Falk, E. (2018). Walking. Lancet, 380, 1-9."
    found = cited(
        f"It hurts (Berg {others}, 2018).\n\nReferences\n\n{work}\n\nOrlov, A. (2011). Sitting. BMJ, 3, 4-9.\n"
    )
    assert [len(one.cites) for one in found if one.form == "marker"] == [1]
