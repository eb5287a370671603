"""BibTeX as records; every work in it is invented."""

from __future__ import annotations

from itertools import pairwise

import bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.formats import bibtex_names, bibtex_read, bibtex_write
from cluneal_lit.formats.bibtex_blocks import blocks
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.lines import Lines
from cluneal_lit.model import Date, Fields, Finding, Ids, Name, Pages, Place, Record, Section

WHOLE = r"""
A remark. @string{jip = "J Invented " # {Pain}}
@comment{ @article{no, title={no}} }
@preamble{"\newcommand{\x}{y}"}
@Article{isu2018,
  author = {Isu, Toyohiko and van der Berg, Jan and {ABC Study Group} and others},
  title = {{S}uperior {\'e}ntrapment: a $\beta$-test \& more.},
  journal = jip, year = 2018, month = mar # "~28", volume = 15, number = {1}, pages = {25--32},
  doi = {https://doi.org/10.5555/A{\_}b}, pmid = {90000001}, issn = {2586-6583},
  keywords = {nerve; back, low}, abstract = {Pain  is common.}, note = {PMCID: PMC9000001},
}
"""


def test_an_entry_is_a_record_of_which_nothing_is_lost() -> None:
    assert bibtex_read.read(WHOLE, "a.bib") == (
        (
            Record(
                format=1,
                source="library",
                id="a.bib#isu2018",
                ids=Ids(pmid="90000001", pmcid="PMC9000001", doi="10.5555/a_b"),
                fields=Fields(
                    type="article-journal",
                    title="Superior éntrapment: a β-test & more",
                    author=(
                        Name("Isu", "Toyohiko"),
                        Name("Berg", "Jan", non_dropping_particle="van der"),
                        Name(literal="ABC Study Group"),
                        Name(literal="et al."),
                    ),
                    container_title="J Invented Pain",
                    issued=Date(((2018, 3, 28),)),
                    volume="15",
                    issue="1",
                    page="25-32",
                ),
                pages=Pages("25-32", "25", "32"),
                issn=("2586-6583",),
                keywords=("nerve", "back, low"),
                abstract=(Section("Pain is common."),),
                custom={"note": "PMCID: PMC9000001"},
            ),
        ),
        (),
    )


def test_offsets_are_those_of_the_entry() -> None:
    (entry,) = bibtex_read.bibliography(WHOLE).entries
    assert WHOLE[entry.block.start : entry.block.end] == WHOLE[WHOLE.index("@Article") :].rstrip()


@pytest.mark.parametrize(
    ("written", "values", "fault", "line"),
    [
        ("{a, title = {A {B c},\n year = {2001}\n}", {"title": "A {B c", "year": "2001"}, "title is not closed", 1),
        ("{a,\n title = {A}\n foo\n year = 2001}", {"title": "A", "year": "2001"}, "has no = or value", 3),
        ("{a, title = {A}\n", {"title": "A"}, "it is not closed", 1),
        ("{title = {A}}", {"title": "A"}, "it has no key", 1),
        ("{a\n title = {A}}", {"title": "A"}, "", 0),
        ('{a, title = "M\\"uller", year = 2001}', {"title": 'M\\"uller', "year": "2001"}, "", 0),
        ("(a, title = {A})", {"title": "A"}, "", 0),
        ("{a, title = {A}, title = {B}}", {"title": "A"}, "", 0),
    ],
)
def test_what_is_broken_is_told_and_the_rest_is_read(
    written: str, values: dict[str, str], fault: str, line: int
) -> None:
    text = f"@article{written}\n@misc{{next, year = 1}}"
    first, second = bibtex_read.bibliography(text).entries
    assert (first.values, second.values) == (values, {"year": "1"})
    told = first.block.unkeyed or first.block.fault
    assert fault in told and bool(fault) == bool(told)
    if fault:
        assert Lines(text).at(first.block.at).line == line


def test_an_entry_without_a_key_of_its_own_is_told_with_its_line_and_read() -> None:
    text = "@misc{a, title={A}}\n@misc{a, title={B}}\n@misc{, title={C}}\n@misc{d, isbn={978-3-16-148410-1}}"
    records, findings = bibtex_read.read(text, "a.bib")
    assert [record.id for record in records] == ["a.bib#a", "a.bib#a~c166c6", "a.bib#c~26b28d", "a.bib#d"]
    assert records[3].custom == {"isbn": "978-3-16-148410-1"}
    again = "line 2: its key a is that of an entry before it; give each its own"
    no_key = "line 3: an entry @misc: it has no key; give it one behind the brace: @article{smith2020,"
    wrong = {
        "raw": "978-3-16-148410-1",
        "kind": "an ISBN",
        "reason": "its length or its check digit is wrong",
    }
    assert findings == (
        Finding("LIT617", "a.bib", Place(2), "a", values={"reason": again}),
        Finding("LIT617", "a.bib", Place(3), values={"reason": no_key}),
        Finding("LIT201", "a.bib", key="d", values=wrong),
    )


def test_no_block_with_anything_in_it_is_left_out() -> None:
    text = '@article{ title={A}}\n@article{k3 title={B}, year=2002}\n@misc{volume=7}\n@book{k6 "C"}\n@misc{}\n'
    records, findings = bibtex_read.read(text, "a.bib")
    assert [(record.id.partition("~")[0], record.fields.title, record.custom) for record in records] == [
        ("a.bib#a", "A", {}),
        ("a.bib#k3", "B", {}),
        ("a.bib#work", "", {}),
        ("a.bib#work", "", {"unread": 'k6 "C"}'}),
    ]
    assert records[2].fields.volume == "7"
    assert [(finding.code, finding.place.line, finding.key) for finding in findings] == [
        ("LIT617", 1, ""),
        ("LIT617", 2, "k3"),
        ("LIT617", 3, ""),
        ("LIT303", 4, ""),
        ("LIT617", 4, ""),
        ("LIT303", 5, ""),
    ]
    no_comma = "line 2: entry k3: a comma is missing behind its key; write @article{smith2020, title = …"
    assert findings[1].values == {"reason": no_comma}


def test_a_macro_that_doubles_itself_stops_growing() -> None:
    laughs = "@string{a = {" + "x" * 40 + "}}\n" + "@string{a = a # a}\n" * 60
    (entry,) = bibtex_read.bibliography(laughs + "@misc{isu2018, title = a}").entries
    assert entry.values == {"title": "x" * 640}


def test_a_part_inherits_from_the_whole_but_not_its_own_identifiers() -> None:
    text = """@inproceedings{part, crossref={whole}, xdata={place}, title={A part}}
    @proceedings{whole, title={The whole}, year=2019, doi={10.5555/whole}, crossref={part}}
    @xdata{place, location={Sapporo}}"""
    ids, fields, _ = bibtex_read.work(bibtex_read.bibliography(text).entries[0])
    assert (ids, fields) == (
        Ids(),
        Fields(
            type="paper-conference",
            title="A part",
            container_title="The whole",
            issued=Date(((2019,),)),
            publisher_place="Sapporo",
        ),
    )


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        ("eprint={2004.10706v2}, archivePrefix={arXiv}", Ids(arxiv="2004.10706")),
        ("eprint={90000001}, eprinttype={pubmed}", Ids(pmid="90000001")),
        ("eprint={90000001}, eprinttype={jstor}", Ids()),
        ("journal={arXiv preprint arXiv:2004.10706}", Ids(arxiv="2004.10706")),
        ("url={https://pubmed.ncbi.nlm.nih.gov/90000001/}", Ids(pmid="90000001")),
        ("url={http://dx.doi.org/10.5555/x\\_y}", Ids(doi="10.5555/x_y")),
        ("isbn={978-3-16-148410-0 (print), 0-306-40615-2}", Ids(isbn=("9783161484100", "9780306406157"))),
        ("annote={PMID: 90000001}", Ids(pmid="90000001")),
    ],
)
def test_identifiers_are_found_where_programs_write_them(field: str, ids: Ids) -> None:
    (entry,) = bibtex_read.bibliography(f"@article{{a, {field}}}").entries
    assert bibtex_read.work(entry)[0] == ids


@pytest.mark.parametrize(
    ("written", "issued"),
    [
        ("date={2018-03-28}", Date(((2018, 3, 28),))),
        ("date={2018-21}", Date(((2018,),), season="spring")),
        ("date={2018-03/2018-05}", Date(((2018, 3), (2018, 5)), literal="2018 Mar-May")),
        ("year={2018}, month={March}", Date(((2018, 3),))),
        ("year={2018}, month={10~jan}", Date(((2018, 1, 10),))),
        ("year={in press}", Date(literal="in press")),
    ],
)
def test_dates_are_those_of_bibtex_and_biblatex(written: str, issued: Date) -> None:
    (entry,) = bibtex_read.bibliography(f"@article{{a, {written}}}").entries
    assert bibtex_read.work(entry)[1].issued == issued


@pytest.mark.parametrize(
    ("written", "genre"),
    [
        ("@phdthesis{a, title={A}}", "PhD thesis"),
        ("@mastersthesis{a, title={A}}", "Master's thesis"),
        ("@thesis{a, title={A}, type={mathesis}}", "Master's thesis"),
        ("@thesis{a, title={A}, type={phdthesis}}", "PhD thesis"),
        ("@phdthesis{a, title={A}, type={Habilitation}}", "Habilitation"),
        ("@thesis{a, title={A}}", ""),
        ("@phdthesis{a, title={A}, type={Thesis}}", ""),
        ("@techreport{a, title={A}, type={techreport}}", ""),
        ("@report{a, title={A}, type={Working paper}}", "Working paper"),
    ],
)
def test_a_thesis_is_called_by_its_degree_and_is_written_so_that_it_is_read_back(written: str, genre: str) -> None:
    (found,), _ = bibtex_read.read(written, "a.bib")
    again = "".join(bibtex_write.write([("a", found)]))
    unknown = "".join(bibtex_write.write([("a", replace(found, custom={}))]))
    assert found.fields.genre == genre
    assert [bibtex_read.read(one, "a.bib")[0][0].fields for one in (again, unknown)] == [found.fields] * 2


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jean-Yves de la Fontaine", Name("Fontaine", "Jean-Yves", "de la")),
        ("Petri, Jr, William A.", Name("Petri", "William A.", suffix="Jr")),
        ("Petri, William A., Jr", Name("Petri", "William A.", suffix="Jr")),
        ("Isu T", Name("Isu", "T")),
        ("family=Duval, given=Jean, prefix=de", Name("Duval", "Jean", "de")),
        ("{\\'E}mile {Barnes and Noble}", Name("Barnes and Noble", "Émile")),
        ("World Health Organization", Name(literal="World Health Organization")),
    ],
)
def test_names_are_parted_as_bibtex_parts_them(written: str, name: Name) -> None:
    assert bibtex_names.people(written) == (name,)


@pytest.mark.parametrize(
    "written", ["Isu, T, Kim, KS, and Moro, D", "Isu, T, and Kim, KS, and Moro, D", "Isu, T, Kim, KS, Moro, D"]
)
def test_names_that_cochrane_parts_by_commas_are_people_each(written: str) -> None:
    assert bibtex_names.people(written) == (Name("Isu", "T"), Name("Kim", "KS"), Name("Moro", "D"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("M{\\\"u}ller, \\'{\\i}, {\\O}re, \\v{s}, \\c c, \\'{\\^a}", "Müller, í, Øre, š, ç, ấ"),
        ("The $\\less$i$\\greater$Inventa$\\less$/i$\\greater$ of golf", "The <i>Inventa</i> of golf"),
        ("The \\textlessi\\textgreaterInventa of\\textless/i\\textgreater golf", "The <i>Inventa of</i>golf"),
        ("Golf \\textitin vitro with $\\upbeta$-cells", "Golf in vitro with β-cells"),
        ("\\O re ``x'' --- 1--2~\\% \\textit{in vitro} $p<0.05$", "Øre “x” — 1–2 % in vitro p<0.05"),
        ("IFN-$\\gamma$ H$_2$O \\textsuperscript{2} \\{a\\}", "IFN-γ H₂O ² {a}"),
    ],
)
def test_latex_is_shown_as_a_reader_sees_it(written: str, shown: str) -> None:
    assert plain(written) == shown


BALANCED = st.recursive(
    st.text(alphabet="abz =,#'1\"", max_size=8),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: "{" + "".join(parts) + "}"),
    max_leaves=6,
)


@given(st.lists(BALANCED, min_size=1, max_size=6))
def test_fields_of_whole_entries_are_those_that_bibtexparser_reads(titles: list[str]) -> None:
    text = "\n".join(f"@misc{{k{number},\n title = {{x{title}x}}\n}}" for number, title in enumerate(titles))
    theirs = {entry.key: entry["title"] for entry in bibtexparser.parse_string(text).entries}
    ours = {block.key: block.fields["title"].parts[0][0] for block in blocks(text)}
    assert ours == theirs == {f"k{number}": f"x{title}x" for number, title in enumerate(titles)}


@given(st.text(alphabet='@{}()"#=, \n\\ab1%', max_size=200))
def test_whatever_the_text_its_blocks_lie_in_it_in_order(text: str) -> None:
    found = list(blocks("@misc{" + text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) + 6 for one in found)
    bibtex_read.read(text, "a.bib")
