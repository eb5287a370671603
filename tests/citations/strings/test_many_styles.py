"""References as the styles of the humanities, of handbooks and of many journals write them; the works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import fields, parse
from cluneal_lit.model import Fields, Name


def _names(people: tuple[Name, ...]) -> list[str]:
    return [one.literal or f"{one.family}|{one.given}" for one in people]


def _place(said: Fields) -> tuple[str, str, str]:
    return said.volume, said.issue, said.page


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Quimby, A. (1969) “Hips of old rowers,” Archives of Hippology, 100/3: 294–296.", ("100", "3", "294–296")),
        ("Quimby, A., “Hips of old rowers,” Hip Open, 4/2 (2020), e157–61.", ("4", "2", "e157–61")),
        ("Quimby, A., “Hips of old rowers,” Archives of Hippology, 12/13 (2020), 157–61.", ("12/13", "", "157–61")),
        ("Quimby, A., “Hips of old rowers,” Archives of Hippology, 15/3-4 (1994), 299–308.", ("15", "3-4", "299–308")),
        ("Quimby, A. “Hips of old rowers.” Archives of Hippology 88.10 (2002): 1018.", ("88", "10", "1018")),
        ("Quimby, A. 1966. “Hips of old rowers,” Acta Hippologica, 13.4, pp. 498–505", ("13", "4", "498–505")),
        (
            "Quimby A, Hips of old rowers, in Archives of Hippology 132 (2022) 10, p. e154225.",
            ("132", "10", "e154225"),
        ),
        ("Quimby A, Hips of old rowers, “Hippology,” 66 (2017), 6, p. 1116–1122.", ("66", "6", "1116–1122")),
        (
            "Quimby, A. 2001. Hips of old rowers. The Journal of hippology, 276, 39, 36520–29.",
            ("276", "39", "36520–29"),
        ),
        ("Quimby A., Hips of old rowers, in Spine, 308, 7-8, 2012, pp. 921–930.", ("308", "7-8", "921–930")),
        ('Quimby, Ada, "Hips of old rowers", Spine 308:12 (2012): p. 1208.', ("308", "12", "1208")),
        ("1) A. Quimby, Archives of Hippology 106 [6], 894 (1972).", ("106", "6", "894")),
        ("Quimby A. Hips of old rowers. Curr Protoc Hippol. 2011;Chapter 6:Unit6.10.", ("Chapter 6", "", "Unit6.10")),
        ("8. Quimby A. Hips of old rowers. BMJ. 2016 Feb 8;352:i493.", ("352", "", "i493")),
        ("Quimby A. Hips of old rowers. Gastrointestinal Endoscopy, 2007 65: AB122.", ("65", "", "AB122")),
        ("Quimby A. Hips of old rowers. The Journal of Hippology, 1984,251,2184.", ("251", "", "2184")),
        ("Quimby, A. (1989) “Hips of old rowers,” Hippology, 64(127-128), pp. 365–367.", ("64", "127-128", "365–367")),
        ("Quimby, A. (2020) “Hips of old rowers,” The Lancet, 395/10240: 1820.", ("395", "10240", "1820")),
        ("QUIMBY, Ada. Hips of old rowers. Revista do Quadril, v.39, p.74-77, 2015.", ("39", "", "74-77")),
        ("Quimby, Ada. 1870. Hips of old rowers (review). Nature 1.256-259.", ("1", "", "256-259")),
        ("Quimby, A. 2006. “Hips of old rowers,” Archives of Hippology, 124/2 (2006), 281.", ("124", "2", "281")),
        (
            "Quimby, B et al., Hips of rowers and of others, in: Spine 88, 10 (11. March 2002), p. 1018.",
            ("88", "10", "1018"),
        ),
        ("Ada Quimby, Hips, in «Journal of Modern Hips», 67 (6 June 2020), 10, pp. 857–868.", ("67", "10", "857–868")),
        (
            "Quimby H.-D., “Hips of rowers,” in Hippology A, 114, no. 1–3, August 1982, pp. 522–25.",
            ("114", "1–3", "522–25"),
        ),
        (
            "Quimby, A (2013), Hips, in: Journal of Hips 07/2013, Band 39, Ausgabe 7, pp. 865–872.",
            ("39", "7", "865–872"),
        ),
        (
            'QUIMBY, I. (2002) "Hips of rowers". In Hippology International. Año 22, N° 2. Págs. 71–76.',
            ("22", "2", "71–76"),
        ),
        ("Quimby K, “Vom Zweck der Hüften” (2012) 12 HippoPoetik 285.", ("12", "", "285")),
        (
            "Quimby, S., « Hips of rowers », The Annals, 574, 2001, pp. 24-35 (il manque pp.28-29).",
            ("574", "", "24-35"),
        ),
        ("Swaters R. A., Madore B. F., 2003, ApJ, 583,732", ("583", "", "732")),
    ],
)
def test_volume_issue_and_pages_are_told_apart_however_they_are_parted(
    written: str, place: tuple[str, str, str]
) -> None:
    assert _place(fields(written)) == place


@pytest.mark.parametrize(
    "written",
    [
        "Quimby, A. (2011) “Hips of old rowers.” Rowing Research and Treatment, 2011, pp. 1–7.",
        "Quimby, A. 2011. Hips of old rowers. Rowing Research and Treatment 2011, pp. 1–7. doi: 10.5555/2011/8715",
        "Quimby A. Hips of old rowers, in: Rowing Research and Treatment 2011 (2011), 1–7.",
    ],
)
def test_a_volume_may_be_called_by_its_year(written: str) -> None:
    said = fields(written)

    assert (said.volume, said.page) == ("2011", "1–7")
    assert said.issued
    assert said.issued.year == 2011
    assert said.container_title == "Rowing Research and Treatment"


@pytest.mark.parametrize(
    ("written", "journal"),
    [
        (
            "QUIMBY, Ada, 2021. Consensus building and its conditions. Acta Orthopaedica. November 2021. Vol. 40.",
            "Acta Orthopaedica",
        ),
        ("BANGASH, Hana et al. Hips of old rowers. In ACI open [online]. 2020, vol. 4, no. 2, s. e157.", "ACI open"),
        ("Quimby A (2007) Hips of old rowers in relation to weight. In J Obes 31:942-949", "In J Obes"),
        ("Quimby A. Hips of old rowers. In Vivo. 2020;34(2):157-61.", "In Vivo"),
        ("Quimby K, “Vom Zweck der Hüften” (2012) 12 HippoPoetik 285.", "HippoPoetik"),
    ],
)
def test_months_volumes_and_in_are_no_part_of_a_journal(written: str, journal: str) -> None:
    assert fields(written).container_title == journal


def test_the_year_in_the_name_of_a_meeting_is_no_volume() -> None:
    assert not fields("Quimby A (2012) Learning hips. In: Proceedings of ICML 2012, pp. 1–7").volume


@pytest.mark.parametrize(
    "written",
    [
        "5. Quimby, A. Hips of old rowers. Archives of Hippology 23(12):1834–1838 2021. https://doi.org/10.5555/q1",
        "Quimby et al. 2021: A. Quimby, B. Orlov, “Hips of old rowers,” in Archives of Hippology 97, 1, pp. 333–340.",
        "Quimby 2021 A. Quimby, “Hips of old rowers,” Archives of Hippology, 277, 4, pp. 297–298.",
        "Quimby A. 2021 – Hips of old rowers, Archives of Hippology, 241 (18), p. 1890.",
        "Quimby, A.: Hips of old rowers. In: Archives of Hippology vol. 108 / 2021, number 2, pp. 218–219.",
    ],
)
def test_the_year_is_found_behind_pages_in_a_key_and_before_the_title(written: str) -> None:
    said = fields(written)

    assert said.issued
    assert said.issued.year == 2021
    assert said.title == "Hips of old rowers"
    assert said.author[0].family == "Quimby"


def test_a_group_and_the_year_before_a_title_with_its_name_are_no_key() -> None:
    said = fields("IUCN (2012) IUCN Red List Categories and Criteria: Version 3.1. Gland.")

    assert _names(said.author) == ["IUCN"]


@pytest.mark.parametrize(
    ("written", "people"),
    [
        (
            "Quimby, Ada/Rower, Bo/Orlov, Cleo P.: Hips of old rowers. In: Hippology 16 (2014), no. 24, p. 6440–6443.",
            ["Quimby|Ada", "Rower|Bo", "Orlov|Cleo P"],
        ),
        (
            "Nakano/Sakai/Yagishita, The fine structure of hips, Hippology 1979, 56",
            ["Nakano|", "Sakai|", "Yagishita|"],
        ),
        (
            "Di Biase, Simona; Bracciale, Laura; Ruiz Sol, Ana and Lenz, Heinz-Josef (2019). The impact of rowing on"
            " hips. Hippology, 11, 5911–5924.",
            ["Di Biase|Simona", "Bracciale|Laura", "Ruiz Sol|Ana", "Lenz|Heinz-Josef"],
        ),
        (
            "Comeglio (P), Evans (A L) et al., “Hips of old rowers,” Human hips, vol. 18, no. 6 (2001), pp. 546–547.",
            ["Comeglio|P", "Evans|A L"],
        ),
        (
            "AYODELE Maranatha O., PEKMEZCI Melike et al., “Headache of rowers,” Hip Neurology, 70, 2013, p. 1.",
            ["AYODELE|Maranatha O.", "PEKMEZCI|Melike"],
        ),
        ("S. W. BENSON. Prog. Energy Combust. Sci. 7, 125 (1981).", ["BENSON|S. W."]),
        (
            "Boriani, G.; Mei, D.A.; and Imberti, J.F., 2024, Hips of old rowers, Europace, 26, 6, 122.",
            ["Boriani|G.", "Mei|D.A.", "Imberti|J.F."],
        ),
        (
            "HINZ, H D and H LOBL. Hips of old rowers. Hippology. 1985, vol. 4, no. 1, pp. 39–43.",
            ["HINZ|H D", "LOBL|H"],
        ),
        ("T. KAMETANI et K. OGASAWARA. J. Chem. Soc. (C), 2208 (1967).", ["KAMETANI|T.", "OGASAWARA|K."]),
        ("8.D. A. TICE, Archives of Hippology, 1963, 87, 461.", ["TICE|D. A."]),
        ("National Rowing Council (NRC). Hips of old rowers. Oslo: NRC; 2019.", ["National Rowing Council (NRC)"]),
        ("Ministério da Saúde (BR). Quadris. Brasília: Ministério da Saúde; 2017.", ["Ministério da Saúde (BR)"]),
        ("WHO/UNICEF. Global rowing scorecard. Geneva: WHO; 2019.", ["WHO/UNICEF"]),
    ],
)
def test_names_are_parted_by_slashes_semicolons_and_brackets(written: str, people: list[str]) -> None:
    assert _names(fields(written).author) == people


@pytest.mark.parametrize(
    "written",
    [
        "Lin et al. (2018) Clinical outcomes of back pain. Spine 12:3-9.",
        "Ng and Chan (2012) Changing spine care. Spine 12:3-9.",
        "An et al. (2015): Anatomy of the cluneal nerves. Spine 12:3-9.",
        "Eurostat (2020): Eurostat regional yearbook. Luxembourg.",
        "Gray 1918: Gray's Anatomy of the Human Body. Philadelphia: Lea & Febiger.",
        "Freud, Trauma: an essay. Vienna: Deuticke; 1920.",
    ],
)
def test_a_title_that_names_its_author_makes_no_key_of_him(written: str) -> None:
    assert fields(written).author[0].family == written.replace(",", " ").split()[0]


def test_bodies_in_capitals_behind_a_label_or_people_are_no_titles() -> None:
    alone = fields("4. AMERICAN COLLEGE OF RHEUMATOLOGY. Guidelines for osteoarthritis. Arthritis Rheum 2000;43:1905.")
    behind = fields("Berg A; AMERICAN COLLEGE OF RHEUMATOLOGY. Guidelines for arthritis. Arthritis Rheum 2000;43:1905.")

    assert _names(alone.author) == ["AMERICAN COLLEGE OF RHEUMATOLOGY"]
    assert _names(behind.author) == ["Berg|A", "AMERICAN COLLEGE OF RHEUMATOLOGY"]


@pytest.mark.parametrize(
    ("written", "last"),
    [
        (
            "Dem’yants, E. Yu., and N. P. Lysogorskaya. 2002. Russian Journal of Applied Hips 75 (7): 1166.",
            "Lysogorskaya",
        ),
        ("Warburg, O., and W. Christian. Biochem. Z. 1939;303:40-68.", "Christian"),
    ],
)
def test_the_last_author_is_no_title_where_none_stands(written: str, last: str) -> None:
    said = fields(written)

    assert (said.author[-1].family, said.title) == (last, "")


def test_isotopes_and_locants_are_neither_labels_nor_volumes() -> None:
    assert fields("[18]F-FDG PET imaging of hips. Spine 2019;4:3-9.").title == "[18]F-FDG PET imaging of hips"
    assert "vitamin D3 receptors" in fields("Berg PP. 1,25(OH)2-vitamin D3 receptors. FASEB J. 1988;2:3043-53.").title


def test_a_page_of_a_site_is_no_chapter() -> None:
    site = parse("Berg J. Rowing hips. In: Rowblog [Internet]. 3 May 2017. Available: http://blogs.example.org/2017/x/")

    assert (site.fields.type, site.fields.container_title) == ("webpage", "Rowblog")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (
            "1. WHITMAN A. A VARIATION IN THE OPERATIVE TREATMENT OF STRUCTURAL SCOLIOSIS. Spine 1927;89(26):2159.",
            "A VARIATION IN THE OPERATIVE TREATMENT OF STRUCTURAL SCOLIOSIS",
        ),
        (
            "Kawani K, Taka Y. PERFORMANCE ANALYSIS OF HIPS FOR FACSIMILE NETWORKS. Hippology. 2001 Jul;15(3):295–310.",
            "PERFORMANCE ANALYSIS OF HIPS FOR FACSIMILE NETWORKS",
        ),
        (
            "4. SCHUT JW. HEREDITARY ATAXIA. A.M.A. Archives of Neurology & Psychiatry 1953; 70: 169.",
            "HEREDITARY ATAXIA",
        ),
        ("9. Ghavi B, Bidar A. Reply. Hip Open Rheumatol. 2022;4:564–565.", "Reply"),
        ("Ghavi B., Bidar A. 2022. Reply. Hip Open Rheumatology, 4 (7), 564–565.", "Reply"),
        (
            "4. Dunn-Walters, D. K., Boursier, L., & Spencer, J. Hypermutation, diversity and dissemination of cells."
            " European journal of immunology. 27(11): 2959–2964. 1997.",
            "Hypermutation, diversity and dissemination of cells",
        ),
        ("10 SIMMONS HJF. TORTICOLLIS. Journal of the American Hips. 1915 Feb;LXIV(8):645.", "TORTICOLLIS"),
        (
            "AYALA, Marco Antonio and Myron William YENCHA. Gongylonema. Archives of Hippology. 2012, vol. 138.",
            "Gongylonema",
        ),
        ("Castiello, Umberto: (Re)claiming hips, in: “Journal of hippology,” 135, 2021, 127–141.", "(Re)claiming hips"),
        (
            "MULLER, S. A. Trichotillomania. A Study of 24 Cases. Archives of Hippology, v. 105, n. 4, p. 535, 1972.",
            "Trichotillomania. A Study of 24 Cases",
        ),
        (
            "King, D. I., R. M. Graf, and J. P. Buonaccorsi. Habitat selection of rowers. Journal of Hips 269: 414.",
            "Habitat selection of rowers",
        ),
        (
            "L. Berre, H. Varella, G. Desroziers. Modelling of rowers. Q. J. Row. Soc. 141, 2803-2812.",
            "Modelling of rowers",
        ),
        (
            "7. Mull SA: Trichotillomania. A clinical study of 24 cases. Archives of Hippology 105:535–40, 1972",
            "Trichotillomania. A clinical study of 24 cases",
        ),
    ],
)
def test_titles_in_capitals_or_of_one_word_are_no_names(written: str, title: str) -> None:
    assert fields(written).title == title


@pytest.mark.parametrize(
    ("written", "book", "house"),
    [
        (
            "12. Coen J. Your First Widget. In: Javascript for rowers. Boca Raton: Chapman and Hall; 2021. p. 57–66.",
            "Javascript for rowers",
            None,
        ),
        (
            "Coen, J. (2021). A Realistic Widget. In Javascript for R (pp. 67–76). Chapman and Hall/CRC.",
            "Javascript for R",
            "Chapman and Hall/CRC",
        ),
        (
            "Mill J. 2008. E-Rowing for an Inclusive Society. In: E-Rowing Research. IGI Global, 254–267.",
            "E-Rowing Research",
            "IGI Global",
        ),
        (
            "Kalt V. Als Ruderin in der Medizin? Ein Resümee. In: Form, Macht, Differenz. Göttingen: Göttingen"
            " University Press; 2009. p. 347–55.",
            "Form, Macht, Differenz",
            "Göttingen University Press",
        ),
        (
            "Free, A. 2012. Using the Tabs Widget. Pp. 549–585 in Pro jRow. Apress, Berkeley, CA.",
            "Pro jRow",
            "Apress",
        ),
        (
            "Castellano, A. (2021). Learning to be safe, in finite time. 2021 American Control Conference (ACC). IEEE.",
            "2021 American Control Conference (ACC)",
            "IEEE",
        ),
    ],
)
def test_what_stands_behind_in_is_the_book(written: str, book: str, house: str | None) -> None:
    said = fields(written)

    assert said.container_title == book
    assert house is None or said.publisher == house


def test_a_state_in_capitals_announces_no_book() -> None:
    said = fields("Macin, A. (2007). After virtue: A study (3rd ed.). Notre Dame, IN: University of Notre Dame Press.")

    assert (said.title, said.container_title) == ("After virtue: A study", "")
