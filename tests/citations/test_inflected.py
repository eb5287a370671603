"""Surnames in the cases in which a sentence has them. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.markers import inflected
from tests.citations.test_named_forms import led

CZECH = """

## Literatura

Dvořák, K., & Čapek, J. (2016). Zlomeniny. *Časopis lékařů českých*, 155, 1–9.

Novák, J., & Dvořák, K. (2015). Pády starších osob. *Časopis lékařů českých*, 154, 1–9.

Nováková, L. (2015). Zlomeniny krčku. *Geriatrie*, 7, 5–14.

Novotný, P. (2018). Šířka a výška. *Geriatrie*, 8, 5–14.
"""
POLISH = """

## Bibliografia

Nowak, A., Kowalski, B. (2015). Złamania biodra. *Polski Tygodnik Lekarski*, 70, 12–18.

Wiśniewska, C. (2018). Upadki. *Geriatria*, 12, 1–8.
"""
SKI = """

## Bibliografia

Kowalski, B. (2015). Złamania biodra. *Polski Tygodnik Lekarski*, 70, 12–18.

Nowicka, C. (2018). Upadki w domu. *Geriatria*, 12, 1–8.

Nowicki, D. (2017). Ból w krzyżu. *Geriatria*, 11, 1–8.
"""
UKRAINIAN = """

## Література

Грушевська, Л. (2015). Переломи стегна у літніх. *Медицина*, 93, 12–18.

Ковальчук, О. (2016). Падіння літніх людей. *Медицина*, 94, 1–4.
"""
MAGYAR = """

## Irodalom

Fehér, C. (2019). Törések időskorban. *Orvosi Hetilap*, 160, 1–9.

Nagy, B. (2018). Esések időskorban. *Orvosi Hetilap*, 159, 1–9.
"""
RUSSIAN = """

## Список литературы

Иванов А. А., Петров Б. Б. Переломы бедра у пожилых // Клиническая медицина. 2015. Т. 93, № 4. С. 12–18.

Иванова В. В. Падения // Клиническая медицина. 2015. Т. 93, № 5. С. 19–21.

Достоевский Г. Г. Шкалы // Клиническая медицина. 2016. Т. 94, № 1. С. 1–4.
"""
FINNISH = """

## Lähteet

Virtanen, M., & Mäkelä, P. (2016). Kaatumiset ja lääkkeet. *Duodecim*, 132, 7–12.
"""
WORKS_IN_ENGLISH = """

## Kirjallisuus

Johnson, G. (2013). Rest in bed and acute low back pain: a randomised controlled trial. *BMJ*, 346, 100–109.

Korhonen, D. (2018). Outcome of surgery in older patients: a national registry study. *Eur Spine J*, 27, 1–9.

Mäkinen, F., & Niemi, G. (2016). Daily walking in patients with chronic low back pain. *Pain*, 157, 1–9.

Lahti, S. (2017). Walking in older people: a survey of the towns of the northern coast. *Pain*, 158, 1–9.
"""
TURKISH = """

## Kaynaklar

Yılmaz, A. (2020). Kırıklar. *Türk Geriatri Dergisi*, 23, 5–10.
"""
HUNGARIAN = """

## Irodalom

Kovács, A., & Nagy, B. (2017). Esések és törések időskorban. *Orvosi Hetilap*, 158, 1–9.
"""


@pytest.mark.parametrize(
    ("text", "raw", "entry", "of"),
    [
        ("Podle Nováka a Dvořáka (2015) riziko roste.", "Nováka a Dvořáka (2015)", "Novák", CZECH),
        ("Práce Novákové (2015) je novější.", "Novákové (2015)", "Nováková", CZECH),
        ("Podle Dvořáka a Čapka (2016) riziko roste.", "Dvořáka a Čapka (2016)", "Dvořák", CZECH),
        ("U Novotného (2018) je to jinak.", "Novotného (2018)", "Novotný", CZECH),
        ("Według Nowaka i Kowalskiego (2015) rośnie.", "Nowaka i Kowalskiego (2015)", "Nowak", POLISH),
        ("Badania Wiśniewskiej (2018) są nowsze.", "Wiśniewskiej (2018)", "Wiśniewska", POLISH),
        ("Kowalskiemu (2015) się udało.", "Kowalskiemu (2015)", "Kowalski", SKI),
        ("Zdaniem Kowalskich (2015) rośnie.", "Kowalskich (2015)", "Kowalski", SKI),
        ("Z Kowalskimi (2015) się zgadza.", "Kowalskimi (2015)", "Kowalski", SKI),
        ("Jak piszą Kowalscy (2015), rośnie.", "Kowalscy (2015)", "Kowalski", SKI),
        ("Według Nowickiego (2017) rośnie.", "Nowickiego (2017)", "Nowicki", SKI),
        ("Badania Nowickiej (2018) są nowsze.", "Nowickiej (2018)", "Nowicka", SKI),
        ("За даними Грушевської (2015), ризик росте.", "Грушевської (2015)", "Грушевська", UKRAINIAN),
        ("Ковальчукові (2016) це вдалося.", "Ковальчукові (2016)", "Ковальчук", UKRAINIAN),
        ("По данным Иванова и Петрова (2015), риск растёт.", "Иванова и Петрова (2015)", "Иванов", RUSSIAN),
        ("Как пишет Иванова (2015), риск растёт.", "Иванова (2015)", "Иванова", RUSSIAN),
        ("По Достоевскому (2016), риск растёт.", "Достоевскому (2016)", "Достоевский", RUSSIAN),
        ("Virtasen ja Mäkelän (2016) mukaan riski kasvaa.", "Virtasen ja Mäkelän (2016)", "Virtanen", FINNISH),
        ("Korhosen (2018) mukaan leikkaus ja lepo auttavat.", "Korhosen (2018)", "Korhonen", WORKS_IN_ENGLISH),
        ("Lepo ja uni, Johnsonin (2013) mukaan.", "Johnsonin (2013)", "Johnson", WORKS_IN_ENGLISH),
        ("Mäkisen ja Niemen (2016) mukaan ei.", "Mäkisen ja Niemen (2016)", "Mäkinen", WORKS_IN_ENGLISH),
        ("Lahden (2017) mukaan lepo ja uni auttavat.", "Lahden (2017)", "Lahti", WORKS_IN_ENGLISH),
        ("Yılmaz’ın (2020) çalışması yenidir.", "Yılmaz’ın (2020)", "Yılmaz", TURKISH),
        ("Nagynál (2018) és Fehérrel (2019) nő.", "Nagynál (2018)|Fehérrel (2019)", "Nagy|Fehér", MAGYAR),
        ("Kovácsnak és Nagynak (2017) igaza van.", "Kovácsnak és Nagynak (2017)", "Kovács", HUNGARIAN),
    ],
)
def test_a_name_in_another_case_means_its_entry(text: str, raw: str, entry: str, of: str) -> None:
    assert led(text, of) == (raw.split("|"), entry.split("|"), [])


@pytest.mark.parametrize(
    ("written", "surnames"),
    [("hanson", ["hansen"]), ("martini", ["martin"]), ("rossa", ["ross"]), ("novakov", ["novak"]), ("leea", ["le"])],
)
def test_other_names_are_no_cases(written: str, surnames: list[str]) -> None:
    assert inflected.nearest(written, surnames, False) == []


def test_a_text_of_a_language_without_cases_has_none() -> None:
    english = "\n\n## References\n\nMartin, J. (2015). Nerves of the back. *Pain*, 1, 1-5.\n"
    assert led("It hurts (Martin, 2015), as Martini (2015) says.", english)[0] == ["(Martin, 2015)"]
    assert not inflected.is_usual(english)
    assert not inflected.is_usual("Über die Größe der Häuser schreiben Müller, Schröder und Jäger seit Jahren früh.")
    assert not inflected.is_usual(
        "Ja , ja , das wäre ja schön gewesen , ja , und ja , es hat ja nicht sein sollen , ja ."
    )
    assert not inflected.is_usual(
        f"{'It hurts where a nerve is. ' * 99}Tiivistelmä: kipu ja lepo, oli sitä ja mukaan lepo."
    )


def test_the_nearest_is_meant() -> None:
    assert inflected.nearest("novakove", ["novak", "novakova"], True) == ["novakova"]
    assert inflected.nearest("novaka", ["novak", "novakova"], True) == ["novak"]


@pytest.mark.parametrize(
    ("surname", "case"),
    [
        *(("Virtanen", "Virtasta"), ("Hämäläinen", "Hämäläistä"), ("Laine", "Laineen"), ("Laine", "Lainetta")),
        *(("Rinne", "Rinteen"), ("Aalto", "Aallon"), ("Lehto", "Lehdon"), ("Niemi", "Niemeä"), ("Kangas", "Kankaan")),
        ("Smith", "Smithiä"),
    ],
)
def test_finnish_names_change_their_stem(surname: str, case: str) -> None:
    listed = (
        f"\n\n## Lähteet\n\n{surname}, A. (2015). Uni ja kipu. Kipu, 12, 1–9.\n\nKim, B. (2012). Uni. Kipu, 9, 1–5.\n"
    )
    text = f"Kävely auttaa, ja myös uni on tärkeää, kuten {case} (2015) mukaan on todettu, sekä lepo."
    assert led(text, listed) == ([f"{case} (2015)"], [surname], [])
