"""Reference strings taken apart. Strings by Smith, Brown and Green are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.citations.parse import Parsed, parse
from cluneal_lit.model import Date, Fields, Ids, Name


def test_an_nlm_string_is_understood_wholly() -> None:
    text = (
        "Maigne JY, Doursounian L. Entrapment neuropathy of the medial superior cluneal nerve. Nineteen cases "
        "surgically treated, with a minimum of 2 years' follow-up. Spine (Phila Pa 1976). 1997 May 15;22(10):1156-9. "
        "doi: 10.1097/00007632-199705150-00017. PMID: 9160476."
    )
    parsed = parse(text)
    assert [(part.field, text[part.start : part.end]) for part in parsed.parts] == [
        ("author", "Maigne JY, Doursounian L"),
        ("title", parsed.fields.title),
        ("container-title", "Spine (Phila Pa 1976)"),
        ("issued", "1997 May 15"),
        ("volume", "22"),
        ("issue", "10"),
        ("page", "1156-9"),
        ("DOI", "doi: 10.1097/00007632-199705150-00017"),
        ("PMID", "PMID: 9160476"),
    ]
    assert replace(parsed, parts=(), confidence=0.0) == Parsed(
        Fields(
            type="article-journal",
            title="Entrapment neuropathy of the medial superior cluneal nerve. Nineteen cases surgically treated, "
            "with a minimum of 2 years' follow-up",
            author=(Name("Maigne", "JY"), Name("Doursounian", "L")),
            container_title="Spine (Phila Pa 1976)",
            issued=Date(((1997, 5, 15),)),
            volume="22",
            issue="10",
            page="1156-9",
        ),
        Ids(pmid="9160476", doi="10.1097/00007632-199705150-00017"),
    )


def test_a_springer_string_is_understood() -> None:
    text = (
        "Darnis, B., Robert, R., Labat, J.J. et al. Perineal pain and inferior cluneal nerves: anatomy and surgery. "
        "Surg Radiol Anat 30, 177–183 (2008). https://doi.org/10.1007/s00276-008-0306-9"
    )
    assert parse(text).fields == Fields(
        type="article-journal",
        title="Perineal pain and inferior cluneal nerves: anatomy and surgery",
        author=(Name("Darnis", "B."), Name("Robert", "R."), Name("Labat", "J.J.")),
        container_title="Surg Radiol Anat",
        issued=Date(((2008,),)),
        volume="30",
        page="177–183",
    )


def test_tags_and_soft_hyphens_are_no_part_of_fields() -> None:
    text = "Smith A, Brown C. Pain of the <i>hip</i> in chil\u00addren. Spine. 2000;<b>25</b>(6):648-650."
    bare = "Smith A, Brown C. Pain of the hip in children. Spine. 2000;25(6):648-650."
    assert parse(text).fields == parse(bare).fields


def test_a_missing_journal_stays_missing() -> None:
    fields = parse(
        "Herring A, Price D, Nagdev A, Simon B. Superior cluneal nerve block for treatment of buttock abcesses in the "
        "emergency department. 2009;39(1):83-85."
    ).fields
    assert (fields.title, fields.container_title, fields.volume) == (
        "Superior cluneal nerve block for treatment of buttock abcesses in the emergency department",
        "",
        "39",
    )


def fields_of(text: str) -> tuple[str, str, str, str, str, str]:
    """First author, title, journal, volume, issue and page of a string."""
    fields = parse(text).fields
    author = fields.author[0].family or fields.author[0].literal if fields.author else ""
    return author, fields.title, fields.container_title, fields.volume, fields.issue, fields.page


@pytest.mark.parametrize(
    "text",
    [
        "Smith AB, Brown C. Pain of the hip. J Hip Pain. 2018 Mar;15(1):25-32.",
        "Smith AB, Brown C. Pain of the hip. J Hip Pain. 2018 Mar;15(1):25-32. Epub 2018 Feb 1. PMID: 12.",
        "3. Smith AB, Brown C, et al. Pain of the hip. J Hip Pain 2018;15(1):25-32. doi:10.1000/x.y",
        "Smith AB, Brown C (2018) Pain of the hip. J Hip Pain 15(1): 25-32.",
        "Smith, A. B., & Brown, C. (2018). Pain of the hip. J Hip Pain, 15(1), 25-32. https://doi.org/10.1000/x.y",
        'A. B. Smith and C. Brown, "Pain of the hip," J Hip Pain, vol. 15, no. 1, pp. 25-32, 2018.',
        "SMITH, A.B., BROWN, C. Pain of the hip. J Hip Pain, v. 15, n. 1, p. 25-32, 2018.",
    ],
)
def test_the_common_styles_say_the_same(text: str) -> None:
    author, *rest = fields_of(text)
    assert (author.title(), *rest) == ("Smith", "Pain of the hip", "J Hip Pain", "15", "1", "25-32")
    assert parse(text).fields.issued.year == 2018  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wisotzky E, Cocchiarella A. Cluneal neuropathy – An underdiagnosed cause of low back pain: A case series. "
            "PM&R. 2010;2(9):73-74.",
            (
                "Wisotzky",
                "Cluneal neuropathy – An underdiagnosed cause of low back pain: A case series",
                "PM&R",
                "2",
                "9",
                "73-74",
            ),
        ),
        (
            "Smith A. Survival after 1990. Spine. 2001;26:12-5.",
            ("Smith", "Survival after 1990", "Spine", "26", "", "12-5"),
        ),
        (
            "Smith A. Is it the hip? J Hip Pain. 2001;26(Suppl 1):S12-5.",
            ("Smith", "Is it the hip?", "J Hip Pain", "26", "Suppl 1", "S12-5"),
        ),
        (
            "Smith A. Pain. Orthop Rev (Pavia). 2022 May 31;14(4):35505.",
            ("Smith", "Pain", "Orthop Rev (Pavia)", "14", "4", "35505"),
        ),
        (
            "Smith A. The hip in children. Current opinion in hips 2019;11:e0148538.",
            ("Smith", "The hip in children", "Current opinion in hips", "11", "", "e0148538"),
        ),
        (
            "World Health Organization. The hip in children. Bull Hip. 2019;11:1-2.",
            ("World Health Organization", "The hip in children", "Bull Hip", "11", "", "1-2"),
        ),
    ],
)
def test_awkward_strings_are_understood(text: str, expected: tuple[str, ...]) -> None:
    assert fields_of(text) == expected


def test_a_lower_case_author_is_an_author() -> None:
    authors = parse(
        "Talu G, Suleyman O, talu U. Supeior cluneal nerve entrapment. Spine. 2000;25(6):648-650."
    ).fields.author
    assert authors == (Name("Talu", "G"), Name("Suleyman", "O"), Name("talu", "U"))


def test_a_group_behind_people_is_an_author() -> None:
    authors = parse("Smith A, Brown C; Hip Pain Study Group. The hip. Spine. 2000;25(6):648-650.").fields.author
    assert authors == (Name("Smith", "A"), Name("Brown", "C"), Name(literal="Hip Pain Study Group"))


def test_identifiers_are_taken_from_any_words() -> None:
    parsed = parse("See PMID: 29656623 and doi:10.1016/")
    assert (parsed.ids, parsed.malformed) == (Ids(pmid="29656623"), ("doi:10.1016/",))


def test_nothing_is_no_reference_and_a_usual_one_is_surer_than_an_odd_one() -> None:
    usual = parse("Smith A, Brown C. Pain of the hip in children. Spine. 2000;25(6):648-650.").confidence
    odd = parse("Smith of Spine, hip, 25 (see 648 or 650) Brown: 2000/6, pain in").confidence
    assert (parse(""), parse(" \n")) == (Parsed(), Parsed())
    assert usual > 0.9 > 0.5 > odd > 0


@given(st.text(max_size=200))
def test_any_text_is_parsed(text: str) -> None:
    parsed = parse(text)
    assert 0 <= parsed.confidence <= 1
    edges = [edge for part in parsed.parts for edge in (part.start, part.end)]
    assert edges == sorted(edges) and set(edges) <= set(range(len(text) + 1))


def test_a_chapter_stands_in_its_book() -> None:
    fields = parse(
        "Smith A. The hip. In: Brown C, Green D, editors. Book of hips. London: Hip Press; 2001. p. 25-32."
    ).fields
    assert fields == Fields(
        type="chapter",
        title="The hip",
        author=(Name("Smith", "A"),),
        editor=(Name("Brown", "C"), Name("Green", "D")),
        container_title="Book of hips",
        publisher="Hip Press",
        publisher_place="London",
        issued=Date(((2001,),)),
        page="25-32",
    )


def test_a_journal_whose_name_begins_with_in_is_no_book() -> None:
    fields = parse("Smith A. The hip. In Vivo. 2001;26:12-5.").fields
    assert (fields.type, fields.title, fields.container_title) == ("article-journal", "The hip", "In Vivo")


def test_a_publisher_is_no_journal() -> None:
    fields = parse("Smith A. The hip in children. London: Hip Press; 2001.").fields
    assert (fields.type, fields.container_title, fields.publisher) == ("book", "", "Hip Press")


def test_an_article_number_of_digits_and_letters_is_whole() -> None:
    assert parse("Smith A. The hip. J Invent. 2005;15(2):04E109.").fields.page == "04E109"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Smith, John, and Jane Doe. 2019. The hip. Spine 12: 3–4.", (Name("Smith", "John"), Name("Doe", "Jane"))),
        ("Smith, Ann B.; Doe, Jane (2019). The hip. Spine 12: 3–4.", (Name("Smith", "Ann B."), Name("Doe", "Jane"))),
        (
            'van der Berg, Jan, Ann Lee Doe Jr., and Hip Study Group. "The hip." Spine 12 (2019): 3–4.',
            (Name("van der Berg", "Jan"), Name("Doe", "Ann Lee", suffix="Jr"), Name(literal="Hip Study Group")),
        ),
    ],
)
def test_authors_may_have_their_names_in_full(text: str, authors: tuple[Name, ...]) -> None:
    fields = parse(text).fields
    assert (fields.author, fields.title, fields.container_title) == (authors, "The hip", "Spine")
    assert (fields.volume, fields.page) == ("12", "3–4")


@pytest.mark.parametrize(
    ("text", "journal", "day", "page"),
    [
        (
            "Smith AB, Brown C. An invented cohort. medRxiv [Preprint]. 2022 Nov 3:2022.11.03.22281234. doi:"
            " 10.5555/2022.11.03.22281234.",
            "medRxiv",
            (2022, 11, 3),
            "2022.11.03.22281234",
        ),
        ("Smith AB. An invented cohort. bioRxiv. 2021 Jan 5. doi: 10.5555/2021.01.05.1", "bioRxiv", (2021, 1, 5), ""),
        (
            "Green D. An invented cohort. J Invent Med. 2020 May 3. doi: 10.5555/x. Epub ahead of print.",
            "J Invent Med",
            (2020, 5, 3),
            "",
        ),
    ],
)
def test_a_work_without_a_volume_keeps_its_journal_and_its_day(
    text: str, journal: str, day: tuple[int, ...], page: str
) -> None:
    fields = parse(text).fields
    assert (fields.title, fields.container_title, fields.issued, fields.volume, fields.page) == (
        "An invented cohort",
        journal,
        Date((day,)),
        "",
        page,
    )


@pytest.mark.parametrize(
    "lead",
    [
        "**[Quimby 2010]** – ",
        "**[Quimby 2010]**: ",
        "[Quimby 2010] — ",
        "[@quimby2010] – ",
        "Figure 2 from ",
        "Fig. 2 adapted from ",
        "Table 1 in ",
        "Abb. 3 aus ",
        "Key paper — ",
        "Recent review - ",
        "Source – ",
    ],
)
def test_what_leads_to_a_reference_is_none_of_its_authors(lead: str) -> None:
    fields = parse(f"{lead}Quimby A, Orlov B. Knees of rowers in winter. Acta Orthop. 2010;12(3):45-52.").fields
    assert [(name.family, name.given) for name in fields.author] == [("Quimby", "A"), ("Orlov", "B")]
    assert fields.title == "Knees of rowers in winter"


@pytest.mark.parametrize(
    "title", ["Figure 2 from the left. A book of knees", "Key papers – the best of rowing", "Table 1 in the garden"]
)
def test_a_title_may_begin_like_what_leads_to_a_reference(title: str) -> None:
    assert parse(f"{title}. Oslo: Patella Press; 2010.").fields.title.startswith(title.split(".")[0])
