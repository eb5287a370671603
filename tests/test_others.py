"""`Et al.` of many languages: one table, that every reader of authors asks."""

from __future__ import annotations

import pytest

from cluneal_lit import names, others
from cluneal_lit.checks import said
from cluneal_lit.citations.markers.namings import ITEM
from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.references import authors
from cluneal_lit.formats.people import people
from cluneal_lit.model import Citation, Fields, Place

FORMS = (
    "et al.",
    "et alii",
    "and co-workers",
    "u. a.",
    "und Mitarb.",
    "et coll.",
    "y cols.",
    "e colaboradores",
    "e coll.",
    "i altres",
    "i wsp.",
    "i in.",
    "ve ark.",
    "и др.",
    "и соавт.",
    "та ін.",
    "a kol.",
    "e.a.",
    "m.fl.",
    "og andre",
    "ym.",
    "és mtsai.",
    "și colab.",
    "i sur.",
    "i sar.",
    "in sod.",
    "και συν.",
    "jt.",
    "ir kt.",
    "dkk.",
)
TITLE = "Outcomes after surgical release of the superior cluneal nerve in elderly people"
STYLES = (
    "Nowak A, Kowalska M, Zielinski P {} {}. J Invented Med. 2016;13(3):201-9.",
    "Nowak A, Kowalska M, Zielinski P, {} {}. J Invented Med. 2016;13(3):201-9.",
    "Nowak A, Kowalska M, Zielinski P {}: {}. J Invented Med. 2016;13(3):201-9.",
    "Nowak, A., Kowalska, M., Zielinski, P., {} (2016). {}. J Invented Med, 13(3), 201-209.",
    "A. Nowak, M. Kowalska, P. Zielinski {}, {}, J Invented Med 13 (2016) 201-209.",
)


def reference(string: str, fields: Fields) -> Citation:
    return Citation("one", "a.txt", Place(), 0, len(string), string, "reference", fields=fields)


def stopped(form: str) -> str:
    return form if form.endswith(".") else f"{form}."


@pytest.mark.parametrize("form", FORMS)
def test_it_is_nobody_in_a_reference_and_no_word_of_its_title(form: str) -> None:
    for style in STYLES:
        string = style.format(form if "{}:" in style or "{}," in style else stopped(form), TITLE)
        fields = parse(string).fields
        assert [names.nlm(one) for one in fields.author] == ["Nowak A", "Kowalska M", "Zielinski P"], string
        assert fields.title == TITLE, string
        assert said.is_cut_off(reference(string, fields)), string


@pytest.mark.parametrize(
    "form",
    (
        *FORMS,
        "und andere",
        "i altres",
        "i inni",
        "a další",
        "en anderen",
        "med flere",
        "och medarbetare",
        "és mtsai",
        "și alții",
        "y otros",
        "and others",
    ),
)
def test_it_needs_no_stop_behind_initials(form: str) -> None:
    for style in (
        "Nowak A, Kowalska M, Zielinski P {}: {}. J Invented Med. 2016;13(3):201-9.",
        "NOWAK, A.; KOWALSKA, M.; ZIELINSKI, P. {} {}. J Invented Med, v. 13, n. 3, p. 201-209, 2016.",
    ):
        string = style.format(form, TITLE)
        fields = parse(string).fields
        people = [names.nlm(one).title() for one in fields.author]
        assert (people, fields.title) == (["Nowak A", "Kowalska M", "Zielinski P"], TITLE), string
        assert said.is_cut_off(reference(string, fields)), string
    alone = parse(f"Nowak A {form} {TITLE}. J Invented Med. 2016;13(3):201-9.").fields
    assert ([names.nlm(one) for one in alone.author], alone.title) == (["Nowak A"], TITLE), form


@pytest.mark.parametrize("title", ["Vitamin D und andere Hormone im Alter", "Asthma und andere Leiden im Alter"])
def test_it_is_part_of_a_title_behind_a_word_of_it(title: str) -> None:
    fields = parse(f"Nowak A. {title}. J Invented Med. 2016;13(3):201-9.").fields
    assert (fields.title, len(fields.author)) == (title, 1)


@pytest.mark.parametrize("form", FORMS)
def test_it_ends_the_authors_of_a_list_of_a_marker_and_of_a_table(form: str) -> None:
    written = f"Nowak A, Kowalska M {stopped(form)} Walking home."
    found = authors.leading(written)
    assert (len(found.names), written[found.end :].strip()) == (2, "Walking home."), form
    marker = ITEM.fullmatch(f"Nowak {form}, 2016")
    assert marker and marker["others"], form
    assert people(f"Nowak A, Kowalska M, {form}")[-1] == names.ET_AL, form


@pytest.mark.parametrize(
    "string, count",
    [
        ("Pazuki, G. R., Nikookar, M., & Al-Anazi, B. (2012). Networks. Petrol Sci, 30(20), 2108.", 3),
        ("Berg E.A., Kol A., Col E. (2012). Networks of pain. Petrol Sci, 30(20), 2108.", 3),
        ("Berg A, vd Meer B. Networks of pain. Petrol Sci. 2012;30(20):2108.", 2),
    ],
)
def test_names_and_initials_like_it_are_somebodys(string: str, count: int) -> None:
    assert len(parse(string).fields.author) == count


@pytest.mark.parametrize(
    "string",
    [
        "Nowak A, Kol E. Leczenie w Polsce i in. J Invented Med. 2016;13:201.",
        "Berg E.A., Kol A. Asthma und andere Leiden. J Invented Med. 2016;13:201.",
        "Berg A. Leczenie w Polsce i in. Berlin u.a.: Springer; 2016.",
    ],
)
def test_its_words_in_a_title_or_behind_a_place_leave_nobody_out(string: str) -> None:
    title = string.split(". ")[1] if "E.A." not in string else "Asthma und andere Leiden"
    assert not said.is_cut_off(reference(string, Fields(title=title)))


@pytest.mark.parametrize(
    "string",
    [
        "张三, 李四, 等. 髋关节. 中华外科杂志. 2016.",
        "佐藤健ら. 股関節. 整形外科. 2016.",
        "김철수 외 3명. 고관절. 2016.",
    ],
)
def test_it_is_known_in_eastern_scripts(string: str) -> None:
    assert said.is_cut_off(reference(string, Fields()))


def test_it_stands_before_a_place_with_its_full_stop() -> None:
    assert others.are_before("as Berg i wsp.", 14) and not others.are_before("as Berg i wsp", 13)
    assert not others.are_before("taken home. (3)", 11)
