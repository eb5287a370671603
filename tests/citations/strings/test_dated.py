"""A volume before its year in brackets, behind whatever a catalogue adds to the journal's name. All invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.strings.reading import cut
from cluneal_lit.citations.strings.repair_gaps import whole_pages
from cluneal_lit.citations.strings.segments import Segment
from tests.citations.strings.test_rarer_forms import shown

HEAD = "Quimby, Ada; Orlov, Boris: Effects of rowing on nocturnal knee cramps in older adults. In: "
NATURE = "Quimby, A. B., O’Orlov, B. & de la Zabel, C. Effects of rowing on nocturnal knee cramps in older adults. "


def placed(text: str) -> tuple[str, ...]:
    found = shown(parse(text).fields)
    return tuple(found.get(name, "") for name in ("date", "volume", "issue", "page"))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Journal of geriatric rowing (Boston, Mass. : 1999) 33 (2021), Nr. 2, S. e45–e52.",
            ("2021", "33", "2", "e45–e52"),
        ),
        ("Oslo law review (Oslo, Norway : 1936) 53 (1994), Nr. 4, S. 1238–1254.", ("1994", "53", "4", "1238–1254")),
        ("Rowing (Cambridge, England) 140 (2013), Nr. 11, S. 2247–2251.", ("2013", "140", "11", "2247–2251")),
        ("Hua ting za zhi = Hua ting 17 (1997), H. 5, S. 124–127.", ("1997", "17", "5", "124–127")),
        ("Adv. Theor. Math. Row., 8 (2004) no. 6 939-954", ("2004", "8", "6", "939-954")),
        ("Journal of geriatric rowing (Boston, Mass. : 1999) 33 (2021), S. 45–52.", ("2021", "33", "", "45–52")),
    ],
)
def test_the_founding_year_and_place_of_a_journal_are_not_its_volumes(rest: str, expected: tuple[str, ...]) -> None:
    assert placed(HEAD + rest) == expected
    assert shown(parse(HEAD + rest).fields)["type"] == "article-journal"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("J. Geriatr. Row. 33 (2021).", ("2021", "33", "", "")),
        ("J. Geriatr. Row.   33   (2021). PMID: 90000003", ("2021", "33", "", "")),
        ("J. Geriatr. Row. 33, 45–52 (2021).", ("2021", "33", "", "45–52")),
        ("J. Geriatr. Row. 33, 1045 (2021).", ("2021", "33", "", "1045")),
    ],
)
def test_a_lone_number_before_the_year_is_the_volume(rest: str, expected: tuple[str, ...]) -> None:
    assert placed(NATURE + rest) == expected


def test_of_a_reference_without_title_the_number_before_the_year_is_the_page() -> None:
    assert placed("A. B. QUIMBY et C. ORLOV. J. Chem. Soc. 2674 (1958).") == ("1958", "", "", "2674")


ACTA = "Journal of invented rowing (Baltimore, Md. : 1950)"
IEEE = "A. Quimby, B. Orlov, and C. Zabel, “Knees of rowers in winter,” "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Quimby, Ada, et al. “Knees of rowers in winter.” {ACTA}, vol. 206, no. 5, 2021, pp. 1000–09.",
         ("2021", "206", "5", "1000–09")),
        (f"{IEEE}{ACTA}, vol. 206, no. 5, pp. 1000–1009, Mar. 2021.", ("2021 Mar", "206", "5", "1000–1009")),
        (f"{IEEE}J. Inv. Row. (Bethesda, Md. : 1985), vol. 130, no. 3, pp. 45–52, Mar. 2021.",
         ("2021 Mar", "130", "3", "45–52")),
        (f"{IEEE}J. Inv. Row. (1985), vol. 130, no. 3, pp. 45–52, Mar. 2021.", ("2021 Mar", "130", "3", "45–52")),
        (f"QUIMBY, Ada; ORLOV, Boris. Knees of rowers in winter. {ACTA}, 2021, 206. Jg., Nr. 5, S. 1000-1009.",
         ("2021", "206", "5", "1000-1009")),
        (f"{NATURE}{ACTA} 206, 1000–1009 (2021).", ("2021", "206", "", "1000–1009")),
        (f"A. Quimby, B. Orlov, Knees of rowers, {ACTA}. 206 (2021) 1000–1009.", ("2021", "206", "", "1000–1009")),
        (f"Quimby A, Orlov B. Knees of rowers in winter. {ACTA}. 2021;206(5):1000-9. PMID: 90000301",
         ("2021", "206", "5", "1000-9")),
        (f"{NATURE}Spine (Phila Pa 1976) 33 (2021).", ("2021", "33", "", "")),
        (f"{NATURE}Spine (Phila. Pa. 1976). 33 (2021).", ("2021", "33", "", "")),
    ],
)  # fmt: skip
def test_the_year_of_founding_is_no_year_issue_or_page(text: str, expected: tuple[str, ...]) -> None:
    assert placed(text) == expected


def test_the_place_and_year_of_founding_stay_in_the_name() -> None:
    assert shown(parse(f"{NATURE}{ACTA} 206, 1000–1009 (2021).").fields)["in"] == ACTA


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{IEEE}J. Inv. Row. (1985), vol. 130, no. 3, pp. 45–52.", ("1985", "130", "3", "45–52")),
        ("Quimby A. Knees of rowers in winter. Journal of Rowing (1985), 37, 1-9. Accessed 3 May 2021.",
         ("1985", "37", "", "1-9")),
        ("Quimby, A.: Knees. Proc. 1993 Conference on Rowing Research, (1993), 379-384", ("1993", "", "", "379-384")),
        ("Quimby, A. The Oars of Rome (London: 1950), vol. 2, p. 33.", ("1950", "2", "", "33")),
        ("Quimby, A. “Oars.” Journal of Rowing 3 (March 1998): 33–45. Accessed 2003.", ("1998 Mar", "3", "", "33–45")),
    ],
)  # fmt: skip
def test_the_year_in_brackets_is_the_work_s_where_no_other_is(text: str, expected: tuple[str, ...]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("rest", "journal", "volume"),
    [
        ("NIGHT CRAMPS OF ROWERS IN WINTER. QRT 5 (2019).", "QRT", "5"),
        ("Rowers and the widget museum. QRT 749 (2013). doi:10.5555/1234", "QRT", "749"),
        ("The Journal of Rowing Ecology. AMR 749 (1998).", "AMR", "749"),
        ("NEW OSLO ACADEMY OF ROWING. IJCA 110 (2006).", "IJCA", "110"),
        ("Knees of rowers in winter. Proc. Natl. Acad. Sci. USA 110 (2013).", "Proc. Natl. Acad. Sci. USA", "110"),
        ("Knees of rowers in winter. Lect. Notes Row. Sci. LNRS 749 (2013).", "Lect. Notes Row. Sci. LNRS", "749"),
        ("Knees of rowers in winter. J. Geriatr. Row. XII (2013).", "J. Geriatr. Row", "XII"),
    ],
)
def test_capitals_before_a_lone_volume_are_the_journal(rest: str, journal: str, volume: str) -> None:
    found = shown(parse("Quimby, A. et al. " + rest).fields)
    assert (found.get("in"), found.get("volume"), found.get("page")) == (journal, volume, None)


def test_the_number_of_a_part_is_no_volume_of_a_journal() -> None:
    assert placed("Quimby, A. The title of a book. Part II. PART 2 (2013).") == ("2013", "", "", "")


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Acta Cryst. (2000). C56, 1247-1250.", ("2000", "C56", "", "1247-1250")),
        ("Acta Cryst. (2009). E65, o1234.", ("2009", "E65", "", "o1234")),
        ("Acta Cryst. (2015). F71, 23-30.", ("2015", "F71", "", "23-30")),
        ("J. Appl. Row. (2007). 40, 658-674.", ("2007", "40", "", "658-674")),
    ],
)
def test_the_letter_of_a_section_behind_the_year_belongs_to_the_volume(rest: str, expected: tuple[str, ...]) -> None:
    assert placed(f"Quimby A, Orlov B. Multicentre bonds in an invented rowing salt. {rest}") == expected


@pytest.mark.parametrize(("text", "end"), [("309a–310a.", 5), ("309–310a.", 3), ("309a–310 a.", 4), ("309a–310", 4)])
def test_the_letter_of_a_last_page_is_its_own_where_the_first_has_it(text: str, end: int) -> None:
    found = cut(text).tokens
    marked = [Segment("pages", 0, found.texts.index("310") + 1)]
    assert whole_pages(found, marked)[0].end == end
