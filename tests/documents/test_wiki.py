"""Templates with which wikis cite. All works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.model import Date, Name
from tests.citations.found import cited, written

BERG, DUNN = Name(family="Berg", given="Otto"), Name(family="Dunn", given="Olga")


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("template", "title", "container", "authors"),
    [
        (
            "{{cite journal |last=Berg |first=Otto |last2=Dunn |first2=Olga |title=Walking at night |journal=[[Lancet"
            " (journal)|Lancet]] |date=May 2012 |volume=380 |issue=2 |pages=1–9 |pmid=90000001 |pmc=9000001}}",
            "Walking at night",
            "Lancet",
            (BERG, DUNN),
        ),
        (
            "{{Cite journal | vauthors = Berg O, Dunn OL, ''et al'' | title = Walking at {{nowrap|night}}.<!-- a -->\n"
            " | journal = Lancet | year = 2012 | volume = 380\n | issue = 2 | pages = 1-9 | pmid = 90000001\n"
            " | pmc = PMC9000001 }}",
            "Walking at night",
            "Lancet",
            (Name(family="Berg", given="O"), Name(family="Dunn", given="OL")),
        ),
        (
            "{{Literatur |Autor=Otto Berg, Olga Dunn |Titel=Das Gehen |Sammelwerk=Der Nervenarzt |Band=380 |Nummer=2"
            " |Datum=2012 |Seiten=1–9 |PMID=90000001 |PMC=9000001}}",
            "Das Gehen",
            "Der Nervenarzt",
            (BERG, DUNN),
        ),
        (
            "{{Article |langue=fr |prénom1=Otto |nom1=Berg |prénom2=Olga |nom2=Dunn |titre=La marche |périodique=Revue"
            " |volume=380 |numéro=2 |année=2012 |passage=1-9 |pmid=90000001 |pmc=9000001}}",
            "La marche",
            "Revue",
            (BERG, DUNN),
        ),
        (
            "{{cita publicación |apellidos=Berg |nombre=Otto |título=Andar |publicación=Neurología |año=2012"
            " |volumen=380 |número=2 |páginas=1-9 |pmid=90000001 |pmc=9000001}}",
            "Andar",
            "Neurología",
            (BERG,),
        ),
    ],
)
def test_a_template_is_an_entry_with_its_fields(
    path: str, template: str, title: str, container: str, authors: tuple[Name, ...]
) -> None:
    (one,) = cited(f"It hurts.<ref>{template}</ref> It burns.\n", path)
    fields = one.fields
    assert (one.form, one.in_list, one.ids.keys()) == ("reference", True, ("pmid:90000001", "pmcid:PMC9000001"))
    assert (fields.title, fields.container_title, fields.author) == (title, container, authors)
    assert (fields.volume, fields.issue, fields.page, fields.issued and fields.issued.year) == ("380", "2", "1-9", 2012)


def test_what_is_wrong_or_beside_a_template_is_found_too() -> None:
    text = "{{cite book|title=Walks|pmid=900000011}} (Orlov A. Sitting. Lancet 2014;3:4-9).\n\n{{cite web|title=Open"
    assert [(one.raw, one.malformed) for one in cited(text)] == [
        ("{{cite book|title=Walks|pmid=900000011}}", ("pmid=900000011",)),
        ("Orlov A. Sitting. Lancet 2014;3:4-9", ()),
    ]


@pytest.mark.parametrize(
    "text", ["`{{cite journal|title=Walks|year=2012}}`", "{{infobox|title=Walks}}", "{{cite journal}} {{cite web|a=b}}"]
)
def test_other_templates_and_code_cite_nothing(text: str) -> None:
    assert written(text, "a.md") == []


def test_a_chapter_and_a_date_are_told() -> None:
    (one,) = cited("{{cite book|last=Berg|first=O|chapter=Feet|title=Walks|date=3 May 2012|publisher=House}}")
    assert (one.fields.type, one.fields.title, one.fields.container_title) == ("chapter", "Feet", "Walks")
    assert one.fields.issued == Date(((2012, 5, 3),))
