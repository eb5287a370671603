"""Addresses in LaTeX: none is lost, none is another. All are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.formats import latex_addresses, writers
from cluneal_lit.model import Record
from cluneal_lit.store import bibliographies


def _read(fields: str, kind: str = "misc") -> Record:
    source = f"@{kind}{{a, title={{T}}, year=2020, {fields}}}"
    ((record,), _) = bibliographies.read(source.encode(), "a.bib")
    return record


@pytest.mark.parametrize(
    ("howpublished", "url"),
    [
        (r"{\url{https://a.example/b_c}}", "https://a.example/b_c"),
        (r"{\url|https://a.example/b_c|}", "https://a.example/b_c"),
        (r"{\href{https://a.example/b}{a.example/b}}", "https://a.example/b"),
        (r"{{\url{https://a.example/~b--c}}}", "https://a.example/~b--c"),
        (r"{https://a.example/b\_c\#d}", "https://a.example/b_c#d"),
        (r'"\href{https://a.example/(b)}{https://a.example/(b)}"', "https://a.example/(b)"),
        ("{www.a.example/b}", "www.a.example/b"),
    ],
)
def test_where_a_page_is_published_is_its_address(howpublished: str, url: str) -> None:
    record = _read(f"howpublished={howpublished}")
    assert (record.fields.type, record.fields.url, record.custom) == ("webpage", url, {})
    for form in writers.WRITERS:
        written = writers.written([record], form)
        ((again,), _) = bibliographies.read(written, f"b{writers.WRITERS[form].suffix}")
        assert (again.fields.type, again.fields.url) == ("webpage", url), form


@pytest.mark.parametrize(
    ("fields", "kind", "type_", "url", "left"),
    [
        (r"howpublished={Available at \url{https://a.example/b}}", "misc", "document", "https://a.example/b", True),
        (r"howpublished={\href{https://a.example/b}{Leaflet 12}}", "misc", "document", "https://a.example/b", True),
        (r"howpublished={Available at https://a.example/B_(c)}", "misc", "document", "https://a.example/B_(c)", True),
        (r"howpublished={(see https://a.example/B_(c).)}", "misc", "document", "https://a.example/B_(c)", True),
        (r"howpublished={(see https://a.example/b).}", "misc", "document", "https://a.example/b", True),
        (r"howpublished={At: https://a.example/a?b=[c]}", "misc", "document", "https://a.example/a?b=[c]", True),
        (
            r"howpublished={At: [https://a.example/a?b=[c(d)]]}",
            "misc",
            "document",
            "https://a.example/a?b=[c(d)]",
            True,
        ),
        (r"howpublished={At: https://a.example/a)b(c.}", "misc", "document", "https://a.example/a)b(c", True),
        (r"howpublished={At \url|https://a.example/b|.}", "misc", "document", "https://a.example/b", True),
        (r"howpublished={\url{https://a.example/b}}", "techreport", "report", "https://a.example/b", False),
        (
            r"howpublished={\url{https://a.example/b}}, doi={10.5555/b}",
            "misc",
            "document",
            "https://a.example/b",
            False,
        ),
        (r"howpublished={\url{https://a.example/b.pdf}}", "misc", "document", "https://a.example/b.pdf", False),
        (
            r"howpublished={\url{https://a.example}}, url={https://c.example}",
            "misc",
            "document",
            "https://c.example",
            True,
        ),
        ("howpublished={Invented Archive}", "misc", "document", "", True),
    ],
)
def test_words_stay_and_what_is_more_than_a_page_is_none(
    fields: str, kind: str, type_: str, url: str, left: bool
) -> None:
    record = _read(fields, kind)
    assert (record.fields.type, record.fields.url, "howpublished" in record.custom) == (type_, url, left)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\href{https://a.example/b}{the data}", "the data (https://a.example/b)"),
        (r"\href{https://a.example/b\#c}{https://a.example/b\#c}.", "https://a.example/b#c."),
        (r"\href{https://a.example/}{a.example}", "https://a.example/"),
        ("see https://a.example/$b, and $c$", "see https://a.example/$b, and c"),
        (r"see {https://a.example/b--c}, a--b, $p<0.05$ of 5\%", "see https://a.example/b--c, a–b, p<0.05 of 5%"),
        (r"(\url{https://a.example/~b}) costs \$5", "(https://a.example/~b) costs $5"),
        (r"\textit{No} address", "No address"),
    ],
)
def test_a_note_keeps_its_addresses(source: str, text: str) -> None:
    assert latex_addresses.text(source) == text
    written = writers.written([_read(f"note={{{source}}}", "article")], "ris").decode()
    assert f"N1  - {text}\r\n" in written


def test_what_is_no_latex_is_noted_as_it_stands() -> None:
    written = writers.written([_read("date={1543?}, url={https://a.example/~b https://c.example/~d}")], "ris").decode()
    assert "N1  - date: 1543?\r\n" in written
    assert "UR  - https://a.example/~b\r\n" in written
    assert "N1  - further addresses: https://c.example/~d\r\n" in written
    written = writers.written([_read("date={1543~/1550}")], "ris").decode()
    assert "N1  - date: 1543~/1550\r\n" in written


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/" + "(a)b" * 40,
        "http://a.example/?" + "&".join(f"f[k{number}]v=x" for number in range(40)),
        "http://a.example/" + "(a" * 40 + "b" + ")c" * 40,
        "http://a.example/" + "[(" * 40,
    ],
)
def test_brackets_take_no_time(address: str) -> None:
    """Each would double it, were it tried in two ways: these would take years."""
    assert latex_addresses.only(f"{address} accessed 2018") == ""
    assert latex_addresses.first(f"At {address} accessed 2018").startswith("http://a.example/")


@pytest.mark.parametrize(
    ("fields", "dois"),
    [
        (r"howpublished={\doi{10.5555/a\_b}}", "10.5555/a_b"),
        (r"howpublished={Available at \doi{https://doi.org/10.5555/a}}", "10.5555/a"),
        (r"note={\doi{10.5555/a}.}", "10.5555/a"),
        (r"note={Erratum in \doi{10.5555/a}}", ""),
        (r"note={\doi{nothing}}", ""),
        (r"doi={10.5555/b}, howpublished={\doi{10.5555/a}}", "10.5555/b"),
    ],
)
def test_a_doi_in_its_command_is_the_works_where_it_stands_for_no_other(fields: str, dois: str) -> None:
    assert _read(fields).ids.doi == dois


@pytest.mark.parametrize(
    "howpublished",
    [r"\href{https://arxiv.org/abs/2001.00001}{arXiv:2001.00001}", "arXiv:2001.00001", r"Preprint at \doi{10.5555/a}"],
)
def test_where_a_preprint_is_found_is_no_title_of_what_it_stands_in(howpublished: str) -> None:
    record = _read(f"howpublished={{{howpublished}}}")
    for _ in range(3):
        written = writers.written([record], "bibtex")
        ((again,), _told) = bibliographies.read(written, "b.bib")
        assert (again.fields.container_title, again.custom["howpublished"]) == ("", howpublished)
        assert again.ids == record.ids
        record = again
