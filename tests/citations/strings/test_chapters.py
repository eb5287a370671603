"""Chapters whose book no `In:` announces, places that are marked alike, and family names of several words in capitals.

All references are invented.
"""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import fields

CHAPTERS = {
    "Berg R, Kim A. Learning to row. Rowing at Work. London: Patella Education UK; 2016. p. 207–226.": (
        "Learning to row",
        "Rowing at Work",
        "207–226",
        "Patella Education UK",
    ),
    "Orlov K. Tendon resources. Programming with Tendons. New York, NY: Springer New York; 1992. p. 11–26.": (
        "Tendon resources",
        "Programming with Tendons",
        "11–26",
        "Springer",
    ),
    "Orlov K. Using the oar. Pro Rowing, Berkeley, CA: Apress; 2012, p. 621–39.": (
        "Using the oar",
        "Pro Rowing",
        "621–39",
        "Apress",
    ),
    "Orlov, K. The oar. in Programming with Oars 5–10 (Springer New York, New York, NY, 1992).": (
        "The oar",
        "Programming with Oars",
        "5–10",
        "Springer New York",
    ),
    "ORLOV K. Introduction: rowing and ecology[M/OL]//A Rower’s Ecology. Edinburgh University Press, 2020: 1-22.": (
        "Introduction: rowing and ecology",
        "A Rower’s Ecology",
        "1-22",
        "Edinburgh University Press",
    ),
    "Berg R, Kim A. Basic notions. In: Rowing Analysis I. Springer Science + Business Media; 2015:1-30.": (
        "Basic notions",
        "Rowing Analysis I",
        "1-30",
        "Springer Science + Business Media",
    ),
    "Orlov J. A Realistic Oar. In: Javascript for Rowers. Boca Raton: Chapman and Hall/CRC; 2021:67-76.": (
        "A Realistic Oar",
        "Javascript for Rowers",
        "67-76",
        "Chapman and Hall/CRC",
    ),
    "Cap F. Magnetohydrodynamik. In: Lehrbuch der Patellaphysik. Vienna: Springer Vienna; 1994. p. 99–118.": (
        "Magnetohydrodynamik",
        "Lehrbuch der Patellaphysik",
        "99–118",
        "Springer Vienna",
    ),
    "Kim E, Berg L. Rowing through Oar Information Modeling (OIM). Rowing Architecture and Green Transition. Cham:"
    " Springer International Publishing; 2023. p. 569–578.": (
        "Rowing through Oar Information Modeling (OIM)",
        "Rowing Architecture and Green Transition",
        "569–578",
        "Springer International Publishing",
    ),
    "A. Orlov, Using the Oar, in Pro Rowing 2.0 (Apress, Berkeley, CA, 2013), pp. 555–586.": (
        "Using the Oar",
        "Pro Rowing 2.0",
        "555–586",
        "Apress",
    ),
    "Orlov, J. (2021). Your First Oar. In Javascript for Rowers (Chapman and Hall/CRC), pp. 57–66.": (
        "Your First Oar",
        "Javascript for Rowers",
        "57–66",
        "Chapman and Hall/CRC",
    ),
    "Orlov, A. 2012. Using the Oar. Pro Rowing. Apress. 621–639.": ("Using the Oar", "Pro Rowing", "621–639", "Apress"),
    "A. Orlov, in: Pro Rowing, Apress, Berkeley, CA, 2012, pp. 549–585.": ("", "Pro Rowing", "549–585", "Apress"),
}
# Whole books: a subtitle, an edition, many pages.
WHOLE = (
    "Orlov, Michel, Ramer et punir. Naissance de la rame, Paris, Gallimard, 1975, p. 30-45.",
    "Orlov P. Rudergesellschaft. Auf dem Weg in eine andere Moderne. Frankfurt: Suhrkamp; 1986. S. 25-66.",
    "NICE. Low back pain. Assessment and management. London: Patella Press; 2016. p. 20-40.",
    "Orlov J. Rowing pain and dysfunction. The oar manual. Baltimore: Williams & Wilkins; 1992. p. 150-167.",
    "Orlov K. Tendons of the knee. A guide for rowers. London: Patella Press; 2016. p. 207–226.",
    "Orlov K. Tendons of the knee. Second edition. London: Patella Press; 2016. p. 207–226.",
    "Orlov K. Tendons of the knee. Rowing at Work. London: Patella Press; 2016. p. 1–426.",
    "Orlov K. Rowing with Dr. Berg. London: Patella Press; 2016. p. 207–226.",
)
PLACES = {
    "Orlov K, “Magnetic Tendons and their Tensor” (1982) 114 Physica A: Rowing and its Applications 522": (
        "Physica A: Rowing and its Applications",
        "114",
        "522",
    ),
    "Kim, X., Berg, P.: Sectors in Airspace Design. Mathematical Problems in Engineering. 2016, 1–21 (2016).": (
        "Mathematical Problems in Engineering",
        "2016",
        "1–21",
    ),
    "Z. Kim, M. Berg and R. Orlov, Canadian Journal of Infectious Diseases, 2019, 2019, 1–6.": (
        "Canadian Journal of Infectious Diseases",
        "2019",
        "1–6",
    ),
    "Anna Kim and Bo Berg. 2014. Rowers and Missing Oars. Abstract and Applied Analysis 2014, (2014), 1–11.": (
        "Abstract and Applied Analysis",
        "2014",
        "1–11",
    ),
    "KIM W Q, BERG J Y. Fatigue of rowers[J/OL]. Advanced Materials Research, 2011, 199-200: 548-554.": (
        "Advanced Materials Research",
        "199-200",
        "548-554",
    ),
    "Orlov, E.: A rower: an early activist, Archives of Pediatrics & Adolescent Medicine, 128, 824, 1974.": (
        "Archives of Pediatrics & Adolescent Medicine",
        "128",
        "824",
    ),
    "BERG, Robert, 2011. Disputes as makers of disability. Guides Newsletter. 1 July 2011. Vol. 16, n° 4, pp. 1–11.": (
        "Guides Newsletter",
        "16",
        "1–11",
    ),
}
PEOPLE = {
    "DE SOUSA, Camila Soares, DE CASTRO, Bárbara, BASTOS, Breno and AVELINO, Marcelo. Rowers. Spine. 2018;5:1-9.": (
        ("DE SOUSA", "Camila Soares"),
        ("DE CASTRO", "Bárbara"),
        ("BASTOS", "Breno"),
        ("AVELINO", "Marcelo"),
    ),
    "VAN GOOL, Willem A. Studies of rowers. Archives of Neurology. 2006;63:142.": (("VAN GOOL", "Willem A"),),
    "ZILHÃO J., d'ERRICO F. 1999 Reply to rowers. Current Anthropology, 40, 355-364.": (
        ("ZILHÃO", "J."),
        ("d'ERRICO", "F."),
    ),
}


@pytest.mark.parametrize("string", CHAPTERS)
def test_a_chapter_and_its_book_are_told_apart(string: str) -> None:
    found = fields(string)
    assert (found.title, found.container_title, found.page, found.publisher) == CHAPTERS[string]


@pytest.mark.parametrize("string", WHOLE)
def test_a_book_of_which_pages_are_cited_stands_in_no_other(string: str) -> None:
    assert fields(string).container_title == ""


@pytest.mark.parametrize("string", PLACES)
def test_places_marked_alike_are_told_apart(string: str) -> None:
    found = fields(string)
    assert (found.container_title, found.volume, found.page) == PLACES[string]


@pytest.mark.parametrize("string", PEOPLE)
def test_family_names_of_several_words_in_capitals(string: str) -> None:
    assert tuple((name.family, name.given) for name in fields(string).author) == PEOPLE[string]


@pytest.mark.parametrize("key", ["[Orlo06]", "[AAB+15]", "[Knu84a]"])
def test_a_key_of_letters_is_no_part_of_the_reference(key: str) -> None:
    found = fields(f"{key} Orlov, Ann: Oar count. In: Puzzles of Rowers : Elsevier, 2006, pp. 200–202")
    assert [(name.family, name.given) for name in found.author] == [("Orlov", "Ann")]
    assert (found.title, found.container_title) == ("Oar count", "Puzzles of Rowers")


@pytest.mark.parametrize(
    "string",
    [
        "Thomas D. Gillespie. Fundamentals of Rowing. Society of Rowing Engineers, Inc, 1992.",
        "D. A. Atchison and G. Smith, Optics of the human oar. Elsevier Health Sciences, 2000.",
        "Mason, R. Hal and John C. McKelvey. The Rowing Organization. Menlo Park, California: Patella Press, 1962.",
        "U.S. Department of Transportation. Rowing statistics. Patella Press, Washington, D.C., August 2013.",
    ],
)
def test_names_in_full_are_no_title(string: str) -> None:
    found = fields(string)
    assert found.container_title == ""
    assert found.title in (
        "Fundamentals of Rowing",
        "Optics of the human oar",
        "The Rowing Organization",
        "Rowing statistics",
    )


def test_the_year_behind_a_house_is_the_works() -> None:
    found = fields(
        "Krenz G, Berg T. Rowing Curriculum. Proceedings of the 50th Rowing Symposium. New York, NY, USA: ACM 2019."
    )
    assert (found.publisher, found.issued and found.issued.date_parts) == ("ACM", ((2019,),))
