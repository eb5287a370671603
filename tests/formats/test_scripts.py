"""Superscripts and subscripts of titles in every format. The works are invented."""

from __future__ import annotations

import json

import pytest
from lxml import etree
from msgspec.structs import replace

from cluneal_lit import compare, scripts
from cluneal_lit.formats import exchange, writers, xml_text
from cluneal_lit.model import Fields, Ids, Record

TITLE = "Of 10⁵ cells in H₂O, Ca²⁺ and 10⁻³ M"
MARKED = "Of 10<sup>5</sup> cells in H<sub>2</sub>O, Ca<sup>2+</sup> and 10<SUP>−3</SUP> M"
LATEX = (
    r"Of 10\textsuperscript{5} cells in {H\textsubscript{2}O}, {Ca\textsuperscript{2+}} and 10\textsuperscript{-3} M",
    r"Of $10^5$ cells in {H$_2$O}, {Ca$^{2+}$} and $10^{-3}$ {M}",
    r"Of 10\ensuremath{^{5}} cells in \ensuremath{\mathrm{H_2O}}, {Ca}$^{2+}$ and $10^{-3}$ M",
)
SAID = {
    "csl": f'[{{"id": "a", "type": "article-journal", "title": "{MARKED}"}}]',
    "ris": f"TY  - JOUR\nID  - a\nTI  - {MARKED}\nER  - \n",
    "csv": f'Title,DOI\n"{MARKED}",10.5555/a\n',
    "endnote": "<xml><records><record><titles><title>Of 10<style face='superscript'>5</style> cells in H"
    "<style face='subscript'>2</style>O, Ca<style face='superscript'>2+</style> and 10"
    "<style face='superscript'>-3</style> M</title></titles></record></records></xml>",
}


def title(form: str, text: str) -> str:
    """The title of the one work in a text of a format."""
    records, told = exchange.read(text, "own", form)
    assert (len(records), told) == (1, ())
    return records[0].fields.title


@pytest.mark.parametrize("form", SAID)
def test_what_markup_raises_or_lowers_is_read_as_such(form: str) -> None:
    assert title(form, SAID[form]) == TITLE


@pytest.mark.parametrize("written", LATEX)
def test_what_latex_raises_or_lowers_is_read_as_such(written: str) -> None:
    assert title("bibtex", f"@article{{a,\n  title = {{{written}}},\n}}\n") == TITLE


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("T<sub>max</sub> and <sup>99m</sup>Tc", "Tmax and 99mTc"),
        ("2<sup>nd</sup> and a < b <sup>x</sup>", "2nd and a < b x"),
        ("10<sup>n</sup><i>in vivo</i>", "10ⁿin vivo"),
        ("10<sup>5,6</sup> and 10<sup>1/2</sup> or x<sub>1/2</sub>", "10^(5,6) and 10^(1/2) or x1/2"),
    ],
)
def test_what_unicode_cannot_raise_stands_in_its_line(written: str, read: str) -> None:
    assert title("ris", f"TY  - JOUR\nTI  - {written}\nER  - \n") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10<sup>\u20135</sup> or 10<sup>\u20115</sup> or 10<sup>− 5</sup>", "10⁻⁵ or 10⁻⁵ or 10⁻⁵"),
        ("HCO<sub>3</sub><sup>\u2013</sup> and SO<sub>4</sub><sup>2\u2013</sup>", "HCO₃⁻ and SO₄²⁻"),
        ("10<sup>5 </sup>cells, 10<sup> 5</sup>, a<sup> b</sup>", "10⁵ cells, 10⁵, a b"),
        ("10<sup><i>5</i></sup> and 10<i><sup>5</sup></i>", "10⁵ and 10⁵"),
        ("10<sup>5\u20136</sup> and 10<sup>5,6 </sup>", "10^(5\u20136) and 10^(5,6)"),  # a range, no minus
    ],
)
def test_what_is_raised_is_read_whatever_dash_blank_or_font_it_has(written: str, read: str) -> None:
    assert title("csl", json.dumps([{"id": "a", "type": "article-journal", "title": written}])) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Costs of \$5 for 10$^{5}$ cells, \$6 for H$_{2}${}$^{+}$", "Costs of $5 for 10⁵ cells, $6 for H₂⁺"),
        (r"mm$^{\rm 2}$, CO$_{\text{2}}$, $10^\mathrm{5}$, $10 ^ {-\,5}$", "mm², CO₂, 10⁵, 10⁻⁵"),
        (r"$10^{5^2}$ and \ensuremath{2^{3^{4}}}, 10$^{5--6}$", "10^(5²) and 2^(3⁴), 10^(5–6)"),
        (r"10\textsuperscript{$-$5}, 10\textsuperscript{--5}, 10\textsuperscript{\textit{5}}", "10⁻⁵, 10⁻⁵, 10⁵"),
        (r"\({10}^{5}\) cells \(all\)", "10⁵ cells (all)"),
        (
            r"$\frac{1}{2}$, 2$\frac12$, 2$\frac{5}{7}$, $\frac{a+b}{10^2}$, \nicefrac{3}{4}",
            "½, 2½, 2 5/7, (a+b)/10², ¾",
        ),
        (r"$\sqrt{2}$, $\sqrt{a+b}$", "√2, √(a+b)"),
    ],
)
def test_no_number_of_a_formula_runs_into_another(written: str, read: str) -> None:
    assert title("bibtex", f"@article{{a,\n  title = {{{written}}},\n}}\n") == read


@pytest.mark.parametrize("title_", ["Costs of $5 for 10⁵ cells", "10⁵ for $5, $6 \\ 10⁻⁶", "$$ 10⁵ $ 10⁶", "10⁵$10⁶$"])
def test_a_dollar_of_ours_opens_no_formula(title_: str) -> None:
    record = Record(1, "library", "own#a", Ids(doi="10.5555/a"), Fields(type="article-journal", title=title_))
    assert title("bibtex", writers.written([record], "bibtex").decode()) == title_


def test_notes_and_keywords_of_bibtex_keep_what_is_raised() -> None:
    text = "@article{a, title = {T}, keywords = {10$^{5}$ cells}, note = {Of 10$^{5}$ cells}}"
    (record,), _ = exchange.read(text, "own", "bibtex")
    ris = writers.written([replace(record, custom={**record.custom, "read as": "bibtex"})], "ris").decode()
    assert ("KW  - 10⁵ cells" in ris, "N1  - Of 10⁵ cells" in ris) == (True, True)


@pytest.mark.parametrize("form", sorted(writers.WRITERS))
def test_they_come_back_from_every_format(form: str) -> None:
    record = Record(1, "library", "own#a", Ids(doi="10.5555/a"), Fields(type="article-journal", title=TITLE))
    assert title(form, writers.written([record], form).decode()) == TITLE


def test_latex_keeps_a_number_apart_that_has_a_sign_without_such_a_character() -> None:
    written = r"10$^{5,6}$, $10^{1/2}$, 10\textsuperscript{5,6} and {CD4}$^+$"
    assert title("bibtex", f"@article{{a,\n  title = {{{written}}},\n}}\n") == "10^(5,6), 10^(1/2), 10^(5,6) and CD4⁺"


def test_a_title_that_lost_them_is_the_same_title() -> None:
    lost = Fields(title="Of 105 cells in H2O, Ca2+ and 10-3 M")
    assert compare.title(Fields(title=TITLE), lost).relation == "equal"


def test_the_signs_of_a_formula_that_unicode_has_not_stand_in_its_line() -> None:
    assert scripts.of_latex("H$_x$O_2 and $x_i^2$") == "H$x$O_2 and $xi²$"


def test_instructions_to_programs_are_no_text_of_an_element() -> None:
    element = etree.fromstring("<title>Of 10<?layout no break?><sup>5</sup><!-- five --> cells</title>")
    assert xml_text.text(element, lambda child: child.tag) == "Of 10⁵ cells"
