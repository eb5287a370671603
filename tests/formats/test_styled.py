"""Titles with letters that are set otherwise, from each format into each. The works are invented."""

from __future__ import annotations

import json
from itertools import product

import pytest
from msgspec.structs import replace

from cluneal_lit.formats import latex_styles, styled, writers
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Fields, Ids, Record
from cluneal_lit.pipeline import dedupe
from cluneal_lit.pipeline.dedupe import File
from cluneal_lit.store import bibliographies

PLAIN = "Growth of Inventa bona on CO₂ at T max: in vitro and 10⁵ cells"
MARKED = "Growth of <i>Inventa bona</i> on CO₂ at <i>T</i> <sub>max</sub>: <b>in vitro</b> and 10⁵ cells"
SAID = {
    "bibtex": r"@article{a, title = {Growth of \textit{Inventa bona} on {CO$_2$} at {\em T} $_{max}$: "
    r"\textbf{in vitro} and 10\textsuperscript{5} cells}}",
    "ris": "TY  - JOUR\nID  - a\nTI  - Growth of <em>Inventa bona</em> on CO<inf>2</inf> at <i>T</i> <sub>max</sub>: "
    "<strong>in vitro</strong> and 10<sup>5</sup> cells.\nER  - \n",
    "csl": json.dumps([{"id": "a", "type": "article-journal", "title": MARKED.replace("₂", "<sub>2</sub>")}]),
    "csv": f'Key,Title,Author,Year\na,"{MARKED}","Muster, A",2019\n',
    "endnote": "<xml><records><record><rec-number>a</rec-number><titles><title><style face='normal'>Growth of </style>"
    "<style face='italic'>Inventa bona</style><style face='normal'> on CO</style><style face='subscript'>2</style>"
    "<style face='normal'> at </style><style face='italic'>T</style> <style face='subscript'>max</style>: "
    "<style face='bold'>in vitro</style><style face='normal'> and 10</style><style face='superscript'>5</style> cells"
    "</title></titles></record></records></xml>",
}
# What a title looks like in the formats that have such letters, and in those that have not.
SHOWN = {
    "bibtex": r"\textit{{Inventa} bona}",
    "csl": "<i>Inventa bona</i>",
    "endnote": '<style face="italic" font="default" size="100%">Inventa bona</style>',
    "csv": MARKED,
}
SUFFIXES = {form: writer.suffix for form, writer in WRITERS.items()}


def read(form: str, text: str) -> Record:
    records, told = bibliographies.read(text.encode(), f"own{SUFFIXES[form]}")
    assert (len(records), told) == (1, ())
    return records[0]


def written(record: Record, form: str) -> str:
    return writers.written([record], form).decode()


@pytest.mark.parametrize("form", SAID)
def test_the_title_is_plain_and_its_letters_stand_beside_it(form: str) -> None:
    record = read(form, SAID[form])
    assert (record.fields.title, styled.whole(record).title) == (PLAIN, MARKED)


@pytest.mark.parametrize(("come", "go"), [*product(SAID, SHOWN)])
def test_formats_that_have_such_letters_hand_them_on(come: str, go: str) -> None:
    text = written(read(come, SAID[come]), go)
    assert SHOWN[go] in text
    back = read(go, text)
    assert (back.fields.title, styled.whole(back).title) == (PLAIN, MARKED)
    assert written(back, go) == text


@pytest.mark.parametrize(("come", "go"), [*product(SAID, ("ris", "nbib", "enw"))])
def test_formats_without_have_plain_text_and_nothing_else(come: str, go: str) -> None:
    text = " ".join(written(read(come, SAID[come]), go).split())
    assert PLAIN in text
    assert not any(sign in text for sign in ("<", "markup", "\\text", "{"))


def test_what_corrects_the_title_counts_more_than_its_old_letters() -> None:
    record = read("csl", SAID["csl"])
    mended = replace(record, fields=replace(record.fields, title="Growth of Inventa mala"))
    assert "title = {Growth of {Inventa} mala}" in written(mended, "bibtex")
    assert "bona" not in written(mended, "bibtex")


def test_a_merged_record_has_the_letters_of_whichever_says_the_same_title() -> None:
    plain = f"TY  - JOUR\nID  - b\nTI  - {PLAIN}\nDO  - 10.5555/a\nAB  - More.\nER  - \n"
    marked = SAID["ris"].replace("ER", "DO  - 10.5555/a\nER")
    done = dedupe.deduped(dedupe.brought([File("a.ris", plain.encode), File("b.ris", marked.encode)]))
    merged = dedupe.content(done, "bibtex").decode()
    assert merged.count("@article") == 1
    assert r"\textit{{Inventa} bona}" in merged
    assert "markup" not in merged


@pytest.mark.parametrize(
    ("fields", "form", "shown"),
    [
        (Fields(type="chapter", container_title="The <i>Inventa</i> book"), "bibtex", r"The \textit{{Inventa}} book"),
        (Fields(type="article-journal", container_title="Acta <i>Inv.</i>"), "bibtex", r"Acta \textit{Inv.}"),
        (Fields(type="book", title_short="<i>Inventa</i>"), "bibtex", r"shorttitle = {\textit{Inventa}}"),
        (
            Fields(type="chapter", collection_title="On <i>Inventa</i>"),
            "csl",
            '"collection-title": "On <i>Inventa</i>"',
        ),
    ],
)
def test_journals_series_and_short_titles_have_them_too(fields: Fields, form: str, shown: str) -> None:
    plain, beside = styled.parted(fields)
    record = Record(1, "library", "own#a", Ids(doi="10.5555/a"), replace(plain, title="T"), custom=beside)
    text = written(record, form)
    assert shown in text
    assert styled.whole(read(form, text)) == styled.whole(record)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (r"\emph{a \textit{b} c} d", "a b c d"),
        (r"{\it in vivo\/} and {\bf{}x}", "in vivo and x"),
        (r"\textsc{Inventa} {{\itshape bona}}", "Inventa bona"),
        ("{\\textless}i{\\textgreater}Inventa{\\textless}/i{\\textgreater} bona", "Inventa bona"),
        (r"$p<i$ and $j>b$: \emph{a} < b", "p<i and j>b: a < b"),
    ],
)
def test_latex_of_many_kinds_is_plain_text(source: str, title: str) -> None:
    record = read("bibtex", f"@article{{a, title = {{{source}}}}}")
    assert record.fields.title == title


@pytest.mark.parametrize(
    "text", ["p <i and j>, a <b> c", "Of <sub> and </b>", "x</i> y", "a<b c=d", "<b class=x y", "<<i>>"]
)
def test_a_tag_that_has_no_other_is_text(text: str) -> None:
    assert styled.parted(Fields(title=text)) == (Fields(title=text), {})


def test_tags_that_cross_are_those_of_the_outer_pair() -> None:
    assert styled.runs("a <i>b <b>c</i> d</b>") == [("a ", ()), ("b <b>c", ("italic",)), (" d</b>", ())]


def test_a_style_within_its_like_is_one() -> None:
    assert styled.parted(Fields(title="<em>a <i>b</i> c</em>"))[1] == {styled.WORDS["title"]: "<i>a b c</i>"}


def test_very_deep_latex_is_read_without_its_styles() -> None:
    deep = "\\textit{" * 3000 + "x" + "}" * 3000
    assert latex_styles.title(deep) == "x"


def test_capitals_of_a_title_that_begins_in_italics_are_those_of_its_beginning() -> None:
    fields, beside = styled.parted(Fields(type="article-journal", title="<i>Inventa</i> grows in water"))
    record = Record(1, "library", "own#a", Ids(), fields, custom=beside)
    assert r"title = {\textit{Inventa} grows in water}" in written(record, "bibtex")
