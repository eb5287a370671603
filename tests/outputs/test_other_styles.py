"""AMA and APA by their rules. The works are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Date, Dates, Entry, Fields, Ids, Name, Pages, Status
from cluneal_lit.names import ET_AL
from cluneal_lit.outputs import ama, apa
from tests.formats.invented import RETRACTED, article
from tests.outputs.hard import HARD

BY_KEY = {entry.key: entry for entry in HARD}


@pytest.mark.parametrize(
    ("key", "in_ama", "in_apa"),
    [
        (
            "book2011",
            "Muster A. Invented nerves of the back. 3rd ed. Invented Monographs; vol 12. Invented House; 2011.",
            "Muster, A. (2011). Invented nerves of the back (3rd ed., Invented Monographs Vol. 12). Invented House.",
        ),
        (
            "chapter2012",
            "Beispiel B, Muster A. The middle nerves. In: van der Berg J; Invented Editorial Board, eds. Handbook of "
            "invented nerves. Invented House; 2012:101-119. doi:10.5555/invented.chapter",
            "Beispiel, B., & Muster, A. (2012). The middle nerves. In J. van der Berg & Invented Editorial Board "
            "(Eds.), Handbook of invented nerves (pp. 101–119). Invented House. https://doi.org/10.5555/invented.chapter",
        ),
        (
            "chinese2020",
            "李 明, 王 小华. 中殿皮神经卡压的解剖学研究. 发明解剖学杂志. 2019;7(2):e0123.",
            "李, 明, & 王, 小华. (2019). 中殿皮神经卡压的解剖学研究. 发明解剖学杂志, 7(2), Article e0123.",
        ),
        (
            "formulae2018",
            "Muster A. Ca²⁺ and α-synuclein in ΔF508: H2O, β₂-receptors and CO₂ at −5 °C ± 0.5 of 10⁻⁵ m². "
            "J Invent Find. "
            "2018;7(2):e18777. doi:10.5555/(sici)1097-0142(19990401)85:7<1::aid-inv1>3.0.co;2-h",
            "Muster, A. (2018). Ca²⁺ and α-synuclein in ΔF508: H2O, β₂-receptors and CO₂ at −5 °C ± 0.5 of 10⁻⁵ m². "
            "Journal of Invented Findings, 7(2), Article e18777. "
            "https://doi.org/10.5555/(sici)1097-0142(19990401)85:7<1::aid-inv1>3.0.co;2-h",
        ),
        (
            "names2017",
            "van der Berg J, Petri WA Jr, García y López MJ, O’Brien C III, d’Aubigné RM. Particles and suffixes. "
            "J Invent Find. 2017;7(2):5.",
            "van der Berg, J., Petri, W. A., Jr., García y López, M.-J., O’Brien, C., III, & d’Aubigné, R. M. (2017). "
            "Particles and suffixes. Journal of Invented Findings, 7(2), 5.",
        ),
        ("nothing", "A work of which nothing else is known.", "A work of which nothing else is known. (n.d.)."),
    ],
)
def test_each_kind_of_work_is_cited_whole(key: str, in_ama: str, in_apa: str) -> None:
    assert (ama.ama(BY_KEY[key]), apa.apa(BY_KEY[key])) == (in_ama, in_apa)


@pytest.mark.parametrize(
    ("editors", "in_apa"),
    [
        ((), "In Handbook"),
        (("Muster",), "In A. Muster (Ed.), Handbook"),
        (("Muster", "Example"), "In A. Muster & A. Example (Eds.), Handbook"),
        (("Muster", "Example", "Beispiel"), "In A. Muster, A. Example, & A. Beispiel (Eds.), Handbook"),
        (("Muster", "et al."), "In A. Muster, et al. (Eds.), Handbook"),
    ],
)
def test_editors_of_a_book_are_named_given_names_first(editors: tuple[str, ...], in_apa: str) -> None:
    people = tuple(ET_AL if name == "et al." else Name(name, "A.") for name in editors)
    fields = Fields(type="chapter", title="Invented", container_title="Handbook", editor=people)
    assert apa.apa(article(fields=fields, ids=Ids(), pages=None)) == f"Invented. (n.d.). {in_apa}."


def test_a_retraction_stands_behind_the_citation() -> None:
    work = article(status=RETRACTED, pages=Pages("25-32", "25", "32"))
    place = "J Invent. 2020 May 4;7(5):99. doi: 10.5555/invented.retraction"
    title = "Invented nerves in a sample of MRI volunteers from Japan: A report"
    assert ama.ama(work) == (
        f"Muster AM, Example J Jr. {title}. J Invent Find. 2019;7(2):25-32. doi:10.5555/invented.1. "
        f"Retraction in: {place}."
    )
    assert apa.apa(work) == (
        f"Muster, A. M., & Example, J., Jr. (2019). {title}. Journal of Invented Findings, 7(2), 25–32. "
        f"https://doi.org/10.5555/invented.1 (Retraction published 2020, {place}. PMID: 99999902)"
    )


def test_authors_are_cut_where_each_style_cuts_them() -> None:
    people = tuple(Name(f"Muster{number}", "A") for number in range(1, 23))
    work = Entry("k", Ids(), Fields(title="Many", author=people), Status("none"), "")
    seven = replace(work, fields=replace(work.fields, author=people[:7]))
    assert ama.ama(seven) == "Muster1 A, Muster2 A, Muster3 A, et al. Many."
    assert apa.apa(work).startswith("Muster1, A., Muster2, A., ")
    assert "Muster19, A., . . . Muster22, A. (n.d.). Many." in apa.apa(work)


def test_what_appears_by_the_day_says_so() -> None:
    preprint = BY_KEY["preprint2023"]
    assert apa.apa(preprint) == (
        "Muster, A. (2023, January 4). A preprint that became a paper. inventRxiv. "
        "https://doi.org/10.5555/2023.01.04.523456"
    )
    day = Date(((2026, 10, 2),))
    early = Entry(
        "k", Ids(doi="10.5555/x"), Fields(title="Early", issued=day), Status("none"), "", dates=Dates(electronic=day)
    )
    assert ama.ama(early) == "Early. Published online October 2, 2026. doi:10.5555/x"
