"""BibTeX, parsed back by bibtexparser. The works are invented."""

from __future__ import annotations

import re
from types import ModuleType

import bibtexparser
import pytest
from bibtexparser import middlewares
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.formats import biblatex, bibtex, bibtex_read, prose
from cluneal_lit.formats.bibtex_text import escaped, names
from cluneal_lit.formats.bibtex_title import protected
from cluneal_lit.model import Date, Entry, Fields, Ids, Name, Note, Section, Status
from tests.formats.invented import CLEAN, NASTY, RETRACTED, article

_COMMANDS = {
    "{\\textbraceleft}": "{",
    "{\\textbraceright}": "}",
    "{\\textasciitilde}": "~",
    "{\\textasciicircum}": "^",
    "{\\textasciigrave}": "`",
    "{\\textbackslash}": "\\",
    "{\\textless}": "<",
    "{\\textgreater}": ">",
    "{@}": "@",
    **{f"\\{char}": char for char in "&%$#_"},
    "{": "",
    "}": "",
}
_FORMULA = re.compile(r"(?<!\\)\$([\^_])\{(.)\}\$")
_SCRIPTS = {
    "^": dict(zip("0456789+-=()n", "⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True)),
    "_": dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)),
}


def meant(value: str) -> str:
    """The text that LaTeX shows for a value."""
    raised = _FORMULA.sub(lambda match: _SCRIPTS[match[1]][match[2]], value)
    return re.sub("|".join(map(re.escape, _COMMANDS)), lambda match: _COMMANDS[match[0]], raised)


def parsed(*entries: Entry, abstract: bool = False) -> list[tuple[str, str, dict[str, str]]]:
    """Type, key and fields of each entry, as bibtexparser reads the text that the entries make."""
    text = ""
    for entry in entries:
        fields = "".join(f"  {name} = {value},\n" for name, value in bibtex.fields(entry, abstract=abstract).items())
        text += f"@{bibtex.kind(entry)}{{{bibtex.key(entry.key)},\n{fields}}}\n\n"
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return [(one.entry_type, one.key, {field.key: field.value for field in one.fields}) for one in library.entries]


def test_an_article_has_every_field_a_manager_reads() -> None:
    assert bibtex.fields(article(status=RETRACTED, aliases=("muster2018",))) == {
        "author": "{Muster, Anna Maria and Example, Jr, J}",
        "title": "{Invented nerves in a sample of {MRI} volunteers from {Japan}: A report}",
        "journal": "{Journal of Invented Findings}",
        "shortjournal": "{J Invent Find}",
        "year": "{2019}",
        "month": "mar",
        "volume": "{7}",
        "number": "{2}",
        "pages": "{25--32}",
        "doi": "{10.5555/invented.1}",
        "pmid": "{99999901}",
        "pmcid": "{PMC9999901}",
        "issn": "{0000-0000}",
        "language": "{english}",
        "langid": "{english}",
        "keywords": "{nerves, volunteers, middle, retracted}",
        "note": "{RETRACTED 2020 May 4. Retraction in: J Invent. 2020 May 4;7(5):99. "
        "doi: 10.5555/invented.retraction. PMID: 99999902.}",
        "annote": "{What it says.}",
        "ids": "{muster2018}",
    }


def test_a_note_is_written_as_plain_text_in_paragraphs() -> None:
    note = Note("k", (), "**Bottom line.** See [it](http://x.example/).\n\n<b>Limits.</b> `None`.")
    assert bibtex.fields(article(note=note))["annote"] == "{Bottom line. See it (http://x.example/).\n\nLimits. None.}"


def test_of_two_issns_the_first_is_written() -> None:
    assert [bibtex.fields(article(issn=issn)).get("issn") for issn in (("0000-0000", "1111-111X"), ())] == [
        "{0000-0000}",
        None,
    ]


def test_the_abstract_is_written_only_where_it_may_be() -> None:
    entry = article(abstract=(Section("Twelve.", "METHODS"), Section("None.")))
    assert ("abstract" in bibtex.fields(entry), bibtex.fields(entry, abstract=True)["abstract"]) == (
        False,
        "{METHODS: Twelve.\nNone.}",
    )


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (
            "chapter",
            Fields(type="chapter", title="A part", container_title="A whole", publisher="House", publisher_place="Ulm"),
            ("incollection", {"title": "A part", "booktitle": "A whole", "publisher": "House", "address": "Ulm"}),
        ),
        (
            "thesis",
            Fields(type="thesis", title="A proof", publisher="University"),
            ("phdthesis", {"title": "A proof", "type": "Thesis", "school": "University"}),
        ),
        (
            "report",
            Fields(type="report", title="A count", publisher="Office", number="12"),
            ("techreport", {"title": "A count", "institution": "Office", "number": "12"}),
        ),
        (
            "degree",
            Fields(type="thesis", title="A proof", genre="Master's thesis"),
            ("phdthesis", {"title": "A proof", "type": "Master's thesis"}),
        ),
        ("doctorate", Fields(type="thesis", title="A proof", genre="PhD thesis"), ("phdthesis", {"title": "A proof"})),
        (
            "book and series",
            Fields(
                type="chapter",
                title="On pH",
                container_title="Handbook of 18F PET and CO2 in mRNA",
                collection_title="Studies of pH",
            ),
            (
                "incollection",
                {
                    "title": "On {pH}",
                    "booktitle": "Handbook of {18F} {PET} and {CO}{2} in {mRNA}",
                    "series": "Studies of {pH}",
                },
            ),
        ),
        (
            "article number",
            Fields(type="article-journal", title="A find", number="e18777"),
            ("article", {"title": "A find", "pages": "e18777"}),
        ),
        (
            "preprint",
            Fields(type="article", title="A hope", container_title="inventRxiv", url="https://x.example/a_b%20c"),
            (
                "misc",
                {
                    "title": "A hope",
                    "howpublished": "inventRxiv",
                    "entrysubtype": "preprint",
                    "url": "https://x.example/a_b%20c",
                },
            ),
        ),
        (
            "preprint by its genre",
            Fields(type="article", title="A hope", genre="Preprint"),
            ("misc", {"title": "A hope", "entrysubtype": "preprint"}),
        ),
    ],
)
def test_each_type_has_its_own_fields(kind: str, fields: Fields, expected: tuple[str, dict[str, str]]) -> None:
    entry = Entry("k", Ids(), fields, CLEAN, "unchecked")
    assert parsed(entry) == [(expected[0], "k", expected[1])], kind


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Effect of mTOR inhibitors on Parkinson's disease", "Effect of {mTOR} inhibitors on {Parkinson's} disease"),
        ("Nerves: A study of T-cell data", "Nerves: A study of {T-cell} data"),
        ("“Pseudo-sciatica” in Japan. Nineteen cases", "“Pseudo-sciatica” in {Japan}. {Nineteen} cases"),
        ("The Role of the Middle Nerve in Low Back Pain", "The Role of the Middle Nerve in Low Back Pain"),
        ("Block of the L4-L5 Nerve with an X-Ray Guide", "Block of the {L4-L5} Nerve with an {X-Ray} Guide"),
        ("Vitamin D and Type I Diabetes in Older Patients", "Vitamin {D} and Type {I} Diabetes in Older Patients"),
        ("THE NERVES OF SARS-COV-2 PATIENTS", "THE NERVES OF {SARS-COV-2} PATIENTS"),
        ("PRISMA", "{PRISMA}"),
        ("α-Synuclein in mice: pH and a β-Blocker", "{α-Synuclein} in mice: {pH} and a {β-Blocker}"),
        ("p53 in mice: a review", "{p53} in mice: a review"),
        ("Relief by CO₂ and p⁵³ in 10⁵ mice", r"Relief by {CO}{$_{2}$} and {p$^{5}$³} in 10$^{5}$ mice"),
        ("Of p53-null mice, Nav1.7 and type-2 pain", "Of {p53-null} mice, {Nav1.7} and type-2 pain"),
        ("The Role of p53 and Bcl2 in Older Patients", "The Role of {p53} and {Bcl2} in Older Patients"),
        ("Of mRNA (pH) in iPSC and microRNA-21", "Of {mRNA} ({pH}) in {iPSC} and {microRNA-21}"),
        ("H2O, IL-6 and HbA1c in COVID-19", "{H2O}, {IL-6} and {HbA1c} in {COVID-19}"),
        ("The 2nd CO2-laser and 5-HT1A of 1990s", "The 2nd {CO}{2-laser} and {5-HT}{1A} of 1990s"),
        ("中殿皮神経の解剖", "中殿皮神経の解剖"),
        ("Rates of 5% & more in {x}", "Rates of 5\\% \\& more in {\\textbraceleft}x{\\textbraceright}"),
    ],
)
def test_only_capitals_that_are_meant_are_protected(title: str, written: str) -> None:
    assert protected(title) == written


def test_every_capital_of_a_german_title_is_meant() -> None:
    assert protected("Zur Anatomie der Nerven", "de") == "Zur {Anatomie} der {Nerven}"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="Yürük", given="D"), "Yürük, D"),
        (Name(family="Berg", given="Jan", non_dropping_particle="van der"), "van der Berg, Jan"),
        (Name(family="Petri", given="William A.", suffix="Jr"), "Petri, Jr, William A."),
        (Name(literal="Invented, Study and Trial Group"), "{Invented, Study and Trial Group}"),
        (Name(family="Köse Güven"), "{Köse Güven}"),
        (Name(family="Kim"), "Kim"),
        (Name(family="Smith and Sons", given="J"), "{Smith and Sons}, J"),
        (Name(), ""),
    ],
)
def test_names_are_written_so_that_they_are_parted_in_the_right_places(name: Name, written: str) -> None:
    assert names((name,)) == written


def test_bibtexparser_parts_persons_groups_particles_and_suffixes() -> None:
    people = (
        Name(family="Öz", given="ÖT"),
        Name(literal="Group for A and B"),
        Name(family="Berg", given="Jan", non_dropping_particle="van der"),
        Name(family="Petri", given="William A.", suffix="Jr"),
    )
    text = f"@article{{k,\n  author = {{{names(people)}}},\n}}\n"
    stack = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    (entry,) = bibtexparser.parse_string(text, append_middleware=stack).entries
    assert [(part.von, part.last, part.jr, part.first) for part in entry["author"]] == [
        ([], ["Öz"], [], ["ÖT"]),
        ([], ["{Group for A and B}"], [], []),
        (["van", "der"], ["Berg"], [], ["Jan"]),
        ([], ["Petri"], ["Jr"], ["William", "A."]),
    ]


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("417-29", "417--429"),
        ("417–429", "417--429"),
        ("S12-20", "S12--S20"),
        ("e1234", "e1234"),
        ("1825-34, 1839-40", "1825--34, 1839--40"),
    ],
)
def test_pages_are_written_out_with_two_hyphens(page: str, written: str) -> None:
    entry = Entry("k", Ids(), Fields(type="article-journal", page=page), CLEAN, "unchecked")
    assert bibtex.fields(entry)["pages"] == f"{{{written}}}"


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("isu2018", "isu2018"),
        ("pmid:29656623", "pmid:29656623"),
        ("köse 2022", "kose-2022-b6cc2b"),
        ("2018x", "ref-2018x-154657"),
        ("腰痛", "ref-f92f52"),
    ],
)
def test_a_key_that_bibtex_forbids_is_changed_in_the_same_way_in_every_run(key: str, written: str) -> None:
    assert bibtex.key(key) == written


def test_an_address_is_not_escaped_and_cannot_end_its_field() -> None:
    entry = Entry(
        "k", Ids(doi="10.1002/(sici)1_2:3<1::aid>3.0.co;2-x"), Fields(url="https://x.example/{a}\\b c"), CLEAN, "x"
    )
    assert {name: bibtex.fields(entry)[name] for name in ("doi", "url")} == {
        "doi": "{10.1002/(sici)1_2:3<1::aid>3.0.co;2-x}",
        "url": "{https://x.example/%7Ba%7D%5Cb%20c}",
    }


def test_a_trial_leads_to_its_register() -> None:
    entry = Entry("k", Ids(nct="NCT01234567"), Fields(type="document", title="A trial"), CLEAN, "unchecked")
    assert bibtex.fields(entry) == {
        "title": "{A trial}",
        "nct": "{NCT01234567}",
        "url": "{https://clinicaltrials.gov/study/NCT01234567}",
    }


def test_a_status_without_a_notice_is_told_all_the_same() -> None:
    assert bibtex.fields(article(status=Status("concern")))["note"] == "{EXPRESSION OF CONCERN.}"


def test_paragraphs_and_lines_of_an_annotation_stay_apart() -> None:
    assert escaped("One\n  two.\r\n\r\n\r\n- three  four\n") == "One\ntwo.\n\n- three four"


def nasty(text: str) -> Entry:
    """An invented article that says the same text wherever it can."""
    name = Name(family=text, given=text)
    fields = Fields(
        type="article-journal",
        title=text,
        author=(name, Name(literal=text), Name(family=text, given=text, suffix=text, non_dropping_particle=text)),
        container_title=text,
        issued=Date(((2020, 12, 1),)),
        volume=text,
        page=text,
        url=text,
        language=text,
    )
    note = Note("k", (), text=text, tags=(text,))
    status = Status("retracted", text=text)
    return Entry(
        f"k{text}",
        Ids(doi=text, pmid="1"),
        fields,
        status,
        "unchecked",
        keywords=(text,),
        abstract=(Section(text, text),),
        note=note,
        aliases=(text,),
    )


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_parsed_back_as_it_was(text: str) -> None:
    (_, _, before), (_, _, fields), (_, _, after) = parsed(
        article("first"), nasty(text), article("last"), abstract=True
    )
    assert before == after
    plain = " ".join(text.split())
    assert meant(fields["title"]) == plain
    assert meant(fields["journal"]) == plain
    assert " ".join(meant(fields["annote"]).split()) == " ".join(prose.plain(text).split())
    assert " ".join(meant(fields["abstract"]).split()) == " ".join(f"{text}: {text}".split())
    assert (fields["pmid"], fields["month"]) == ("1", "dec")


_text = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('@{}\\"\n,=()#%&~^_$ '), max_size=40)


@given(
    _text
    | st.sampled_from(["@article", "@string{", "@comment(", "\\{", "\\@a{"]).flatmap(lambda s: _text.map(s.__add__))
)
def test_any_text_leaves_the_file_whole(text: str) -> None:
    kinds = [
        (kind, fields["pmid"])
        for kind, _, fields in parsed(article("first"), nasty(text), article("last"), abstract=True)
    ]
    assert kinds == [("article", "99999901"), ("article", "1"), ("article", "99999901")]


@given(st.text())
def test_braces_are_balanced_and_no_entry_begins_within_a_value(text: str) -> None:
    for value in (escaped(text), protected(text), names((Name(family=text, given=text), Name(literal=text)))):
        depths = [value[:end].count("{") - value[:end].count("}") for end in range(len(value) + 1)]
        assert (min(depths), depths[-1]) == (0, 0)
        assert re.search(r"@\w*\s*[{(]|\\[{}]", value) is None
        value.encode("utf-8")


@given(st.text(min_size=1))
def test_every_key_is_one_that_bibtex_allows(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9:_./+-]*", bibtex.key(text))


@pytest.mark.parametrize("form", [bibtex, biblatex])
@pytest.mark.parametrize("genre", ["", "Working paper: 50% & {more}"])
def test_the_genre_of_a_preprint_is_read_back(form: ModuleType, genre: str) -> None:
    fields = Fields(type="article", genre=genre, title="A hope", container_title="inventRxiv")
    entry = Entry("k", Ids(), fields, CLEAN, "unchecked")
    text = f"{form.head(entry)},\n{form.lines(entry, '  {name} = {value},' + chr(10))}}}\n"
    (record,), findings = bibtex_read.read(text, "a.bib")
    found = (record.fields.type, record.fields.genre, "entrysubtype" in record.custom, findings)
    assert found == ("article", genre, False, ())


def test_signs_that_no_style_prints_stay_in_keywords() -> None:
    written = bibtex.fields(article(keywords=("<b>p<q</b>", "a>b & {c}"), note=None))["keywords"]
    assert written == "{<b>p<q</b>, a>b \\& {\\textbraceleft}c{\\textbraceright}}"
