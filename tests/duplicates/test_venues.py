"""Two journals, and one in two spellings."""

from __future__ import annotations

import pytest

from cluneal_lit.duplicates.venues import are_two


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("European Heart Journal", "European Journal of Heart Failure", True),
        ("Spine J", "Eur Spine J", True),
        ("Indian J Surg", "Br J Surg", True),
        ("Lancet Neurol", "Lancet", True),
        ("BMJ", "BMJ Open", True),
        ("J Neurosurg", "J Neurosurg Spine", True),
        ("Chinese Medical Journal", "Medical Journal of Australia", True),
        ("J Inv Med", "Journal of Invented Medicine", False),
        ("JAMA", "Journal of the American Medical Association", False),
        ("Pain", "Pain (Amsterdam)", False),
        ("Am J Epidemiol", "American Journal of Epidemiology", False),
        ("Diabetes", "Diabetes. Conference: 70th Scientific Sessions", False),
        ("", "Pain", False),
        ("Journal of Neurosurgery: Spine", "J Neurosurg Spine", False),
        ("Progrès en Urologie", "Prog Urol", False),
        ("Insights into Imaging", "Insights Imaging", False),
        ("Zeitschrift für Orthopädie und Unfallchirurgie", "Z Orthop Unfall", False),
        ("Nederlands Tijdschrift voor Geneeskunde", "Ned Tijdschr Geneeskd", False),
        ("Cuore e circolazione", "Cuore Circ", False),
        ("Am. J. Roentgenol.", "AJR Am J Roentgenol", False),
        ("American Journal of Neuroradiology", "AJNR Am J Neuroradiol", False),
        ("Stroke; a journal of cerebral circulation", "Stroke", False),
        ("Proceedings of the National Academy of Sciences of the United States of America", "PNAS", False),
        ("Proceedings of the National Academy of Sciences", "Proc Natl Acad Sci USA", False),
        ("Journal of forensic odonto-stomatology", "J Forensic Odontostomatol", False),
        ("New York folklore quarterly", "NY Folkl Q", False),
        ("South African journal of surgery. Afrikaanse tydskrif vir chirurgie", "S Afr J Surg", False),
        ("Family research journal / American Association of Families", "Fam Res J", False),
        ("Circulation", "Circulation. Heart failure", True),
        ("Am J Physiol. Heart", "Am J Physiol. Cell", True),
        ("Journals of Gerontology. Series A", "Journals of Gerontology. Series B", True),
        ("Physical Review E", "Physical Review", True),
        ("J Neurol", "J Child Neurol", True),
        ("Am J Pain", "J Pain", True),
        ("JAMA", "JAMA Internal Medicine", True),
        ("Proceedings of the Conference on Machine Learning", "J Mach Learn Res", True),
        ("Proceedings of the Conference on Machine Learning", "ICML Machine Learning", False),
    ],
)
def test_two_journals_are_told_from_one_in_two_spellings(one: str, other: str, found: bool) -> None:
    assert are_two(one, other) == are_two(other, one) == found
