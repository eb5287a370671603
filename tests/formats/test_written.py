"""What is written is read back as it was, and written again byte for byte. The works are invented."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

import bibtexparser
import pytest
from Bio import Medline
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.formats import brought, writers
from cluneal_lit.formats.carried import READ_AS
from cluneal_lit.formats.csv_types import kind
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Date, Fields, Ids, Name, Pages, Record, Relation, Section
from cluneal_lit.pipeline import dedupe
from cluneal_lit.pipeline.dedupe import File
from cluneal_lit.store import bibliographies

FORMS = list(WRITERS)
RIS = """TY  - JOUR
ID  - muster2019
TI  - Invented nerves
AU  - Muster, Anna B.
AU  - Invented Study Group,
T2  - Journal of Invented Findings
PY  - 2019
DA  - 2019/03/28/
VL  - 7
SP  - 25
EP  - 32
DO  - 10.5555/invented.1
KW  - nerves
KW  - pain
AB  - What was found.
N1  - RAYYAN-INCLUSION: {"Anna"=>"Included"} | RAYYAN-LABELS: pilot
N1  - second note
second line of it
N1  - a third
C1  - custom one
DB  - Embase
L1  - internal-pdf://1/Muster-2019.pdf
M1  - 17
XX  - unknown
ER  -
"""


def written(records: Iterable[Record], form: str) -> str:
    return writers.written(records, form).decode()


def read(text: str, form: str) -> tuple[Record, ...]:
    records, told = bibliographies.read(text.encode(), f"a{WRITERS[form].suffix}")
    assert told == ()
    return records


def again(text: str, form: str) -> str:
    return written(read(text, form), form)


def test_ris_loses_no_tag_and_no_order() -> None:
    (record,) = read(RIS, "ris")
    lines = written([record], "ris").split("\r\n")
    assert [line for line in RIS.split("\n") if line] == [line.rstrip() for line in lines if line]


INDENTED = RIS.replace("N1  - second note\n", "N1  -   a list:\n  - one  item\n\tanother\n\n  last\n").replace(
    "KW  - nerves", "KW  - nerves; of arms\nLB  - lab"
)


def test_the_blanks_of_a_note_and_what_is_within_a_keyword_come_back() -> None:
    lines = [line.rstrip() for line in again(INDENTED, "ris").split("\r\n") if line]
    assert sorted(lines) == sorted(line for line in INDENTED.split("\n") if line)
    (record,) = read(written(read(INDENTED, "ris"), "csl"), "csl")
    assert record.custom["N1"] == read(INDENTED, "ris")[0].custom["N1"]


def test_another_spelling_of_a_name_is_kept_with_where_it_stands() -> None:
    text = merged("ris", a=RIS, b=RIS.replace("Muster, Anna", "Müster, Anna"))
    assert "N1  - also author: Müster, Anna B.; Invented Study Group [b:muster2019]\r\n" in text


@pytest.mark.parametrize("form", ["ris", "csl", "csv", "endnote", "enw"])
def test_blanks_within_a_label_stay(form: str) -> None:
    label = 'RAYYAN-INCLUSION: {"Anna  B"=>"In   cluded"}'
    ((first,), _) = bibliographies.read(f"TY  - JOUR\nTI  - Invented\nN1  - {label}\nER  - \n".encode(), "a.ris")
    suffix = writers.WRITERS[form].suffix
    ((second,), _) = bibliographies.read(writers.written([first], form), f"b{suffix}")
    ((third,), _) = bibliographies.read(writers.written([second], "ris"), "c.ris")
    assert third.custom["N1"] == label


def test_a_key_and_a_label_beside_it_are_two_in_endnotes_tags() -> None:
    (record,) = read(written(read(INDENTED, "ris"), "enw"), "enw")
    assert (brought.key(record), record.custom["label"]) == ("muster2019", "lab")


@pytest.mark.parametrize("form", FORMS)
def test_what_a_format_has_no_word_for_is_in_it_all_the_same(form: str) -> None:
    """Screening labels unchanged and in order, the attachment, custom fields, tags that nobody knows."""
    text = written(read(RIS, "ris"), form)
    assert again(text, form) == text
    (record,) = read(text, form)
    said = str(record.custom)
    values = ['RAYYAN-INCLUSION: {"Anna"=>"Included"} | RAYYAN-LABELS: pilot', "second note", "a third"]
    if form != "bibtex":  # it has escapes
        assert [said.index(value) for value in values] == sorted(said.index(value) for value in values)
    for value in ("custom one", "Embase", "internal-pdf://1/Muster-2019.pdf", "17", "unknown"):
        assert value in said


@pytest.mark.parametrize("form", ["csl", "csv"])
def test_formats_with_room_for_any_word_give_a_file_back_as_it_was(form: str) -> None:
    records = read(written(read(RIS, "ris"), form), form)
    assert written(records, "ris") == written(read(RIS, "ris"), "ris")


OTHER = (
    RIS.replace("ID  - muster2019", "ID  - 8")
    .replace("DB  - Embase", "DB  - Scopus\nAN  - 77\nAD  - Invented Town\nLB  - lab")
    .replace("custom one", "custom two")
)


def merged(form: str, **files: str) -> str:
    done = dedupe.deduped(dedupe.brought(File(name, text.encode) for name, text in files.items()))
    assert len(done.works) == 1
    return dedupe.content(done, form).decode()


@pytest.mark.parametrize("form", ["csl", "csv"])
def test_they_give_a_merged_record_back_as_well(form: str) -> None:
    text = merged(form, a=RIS, b=OTHER)
    assert written(read(text, form), "ris") == merged("ris", a=RIS, b=OTHER)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("first", FORMS)
def test_a_merged_record_is_read_and_written_again_and_names_its_databases_once(first: str, form: str) -> None:
    text = merged(form, a=written(read(RIS, "ris"), first), b=OTHER)
    assert again(text, form) == text
    assert [text.count(name) for name in ("Scopus", "custom two", "a:", "b:8")] == [1, 1, 1, 1]


def test_the_whole_of_an_entry_as_bibtex() -> None:
    assert written(read(RIS, "ris"), "bibtex") == (
        r"""@article{muster2019,
  author = {Muster, Anna B. and {Invented Study Group}},
  title = {Invented nerves},
  journal = {Journal of Invented Findings},
  year = {2019},
  month = mar,
  day = {28},
  volume = {7},
  pages = {25--32},
  doi = {10.5555/invented.1},
  keywords = {nerves, pain},
  abstract = {What was found.},
  database = {Embase},
  file = {internal-pdf://1/Muster-2019.pdf},
  note = {RAYYAN-INCLUSION: {\textbraceleft}"Anna"={\textgreater}"Included"{\textbraceright} | RAYYAN-LABELS: pilot
second note
second line of it
a third
C1: custom one
M1: 17
XX: unknown},
}
"""
    )


def test_the_whole_of_an_entry_as_tags_of_endnote() -> None:
    assert (
        written(read(RIS, "ris"), "enw")
        == """%0 Journal Article
%F muster2019
%A Muster, Anna B.
%A Invented Study Group,
%T Invented nerves
%J Journal of Invented Findings
%P 25-32
%V 7
%K nerves
%K pain
%D 2019
%8 Mar 28
%R 10.5555/invented.1
%X What was found.
%1 custom one
%~ Embase
%> internal-pdf://1/Muster-2019.pdf
%Z RAYYAN-INCLUSION: {"Anna"=>"Included"} | RAYYAN-LABELS: pilot
second note
second line of it
a third
M1: 17
XX: unknown
"""
    )


def test_the_whole_of_an_entry_as_nbib() -> None:
    (record,) = read(RIS, "ris")
    record = replace(record, ids=Ids(pmid="99999901", doi="10.5555/invented.1"), custom={})
    assert written([record], "nbib").split("\n") == [
        "PMID- 99999901",
        "VI  - 7",
        "DP  - 2019 Mar 28",
        "TI  - Invented nerves",
        "PG  - 25-32",
        "LID - 10.5555/invented.1 [doi]",
        "AB  - What was found.",
        "FAU - Muster, Anna B.",
        "AU  - Muster AB",
        "CN  - Invented Study Group",
        "JT  - Journal of Invented Findings",
        "OT  - nerves",
        "OT  - pain",
        "AID - 10.5555/invented.1 [doi]",
        "",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_identifiers_of_other_works_stay_theirs(form: str) -> None:
    """The notice of an erratum and a cited reference, which other formats have in their notes."""
    notice = Relation("correction", "in", Ids(pmid="99999977", doi="10.5555/notice"), text="J Invent Find. 2020;8:1.")
    cited = {"CR": ["Nobody N, 1999, NOWHERE, V1, P1, DOI 10.5555/cited", "PMID: 99999966"], READ_AS: "wos"}
    record = Record(1, "library", "a#b", Ids(), Fields(title="Nerves"), relations=(notice,), custom=cited)
    (back,) = read(written([record], form), form)
    assert back.ids == Ids()


WORDS = st.text("abc déÜ'&%$#_{}~^\\\"-:/()[]<>@αβ", min_size=1, max_size=30).map(
    lambda text: " ".join(f"A {text} z".split())
)
PLAIN = st.text("abcdefgh", min_size=2, max_size=9).map(str.title)
PEOPLE = st.lists(
    st.builds(Name, family=PLAIN, given=st.sampled_from(["Anna", "A. B.", "Anna B."]))
    | st.builds(Name, literal=PLAIN.map(lambda word: f"{word} Study Group")),
    max_size=4,
).map(tuple)
DATES = st.sampled_from(
    [None, Date(((2019,),)), Date(((2019, 3),)), Date(((2019, 3, 28),)), Date(((2019,),), season="spring")]
)
KEYWORDS = st.lists(PLAIN | PLAIN.map(lambda word: f"{word}, Postoperative"), max_size=3, unique=True).map(tuple)


@st.composite
def works(draw: st.DrawFn, types: tuple[str, ...] = ("article-journal", "book", "chapter")) -> Record:
    fields = Fields(
        type=draw(st.sampled_from(types)),
        title=draw(WORDS),
        author=draw(PEOPLE),
        container_title=draw(WORDS),
        issued=draw(DATES),
        volume=draw(st.sampled_from(["", "7"])),
        page=draw(st.sampled_from(["", "25-32", "S1-S9"])),
        language=draw(st.sampled_from(["", "en", "de"])),
    )
    if fields.type == "book":
        fields = replace(fields, container_title="")
    pages = {"25-32": Pages("25-32", "25", "32"), "S1-S9": Pages("S1-S9", "S1", "S9")}
    return Record(
        1,
        "library",
        "a#key1",
        Ids(doi=draw(st.sampled_from(["", "10.5555/a_b"])), pmid=draw(st.sampled_from(["", "99999901"]))),
        fields,
        pages=pages.get(fields.page),
        keywords=draw(KEYWORDS),
        abstract=(Section(draw(WORDS)),),
        custom={"N1": [draw(WORDS), draw(WORDS)], "C1": draw(WORDS), READ_AS: "ris"},
    )


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_written_is_read_back(form: str, data: st.DataObject) -> None:
    record = data.draw(works())
    text = written([record], form)
    (back,) = read(text, form)
    assert (back.fields, back.ids, back.keywords, back.abstract, back.pages) == (
        record.fields,
        record.ids,
        record.keywords,
        record.abstract,
        record.pages,
    )
    assert written([back], form) == text


@settings(max_examples=25)
@given(works())
def test_a_ris_file_is_read_back_with_all_its_words(record: Record) -> None:
    (back,) = read(written([record], "ris"), "ris")
    notes = [*record.custom["N1"]]  # type: ignore[call-overload]
    assert [note for note in back.custom["N1"] if note in notes] == notes  # type: ignore[attr-defined]
    assert back.custom["C1"] == record.custom["C1"]


@settings(max_examples=25)
@given(st.lists(works(), max_size=3))
def test_bibtexparser_reads_as_many_entries(records: list[Record]) -> None:
    library = bibtexparser.parse_string(written(records, "bibtex"))
    assert (len(library.entries), library.failed_blocks) == (len(records), [])


@settings(max_examples=25)
@given(st.lists(works(("article-journal",)), max_size=3))
def test_biopython_reads_the_same(records: list[Record]) -> None:
    read = list(Medline.parse(io.StringIO(written(records, "nbib"))))
    assert [(entry["TI"], entry.get("PMID", ""), entry.get("OT", [])) for entry in read] == [
        (record.fields.title, record.ids.pmid, list(record.keywords)) for record in records
    ]


def test_a_translator_keeps_particle_and_suffix() -> None:
    fields = Fields(title="Nerves", translator=(Name("Berg", "Jan", "van der", "Jr"),))
    record = Record(1, "library", "a#b", Ids(), fields)
    assert ["translator: van der Berg, Jan, Jr" in written([record], form) for form in ("ris", "nbib", "endnote")] == [
        True
    ] * 3


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("others", [(), (Name("Muster", "Anna"),)])
def test_a_group_of_several_words_stays_one(form: str, others: tuple[Name, ...]) -> None:
    authors = (Name(literal="First; Second Study Group"), *others)
    (back,) = read(written([Record(1, "library", "a#b", Ids(), Fields(title="Nerves", author=authors))], form), form)
    said = Name(literal="First, Second Study Group") if form == "csv" else authors[0]
    assert back.fields.author == (said, *others)


def test_a_key_is_given_once_and_begins_with_a_letter_in_bibtex() -> None:
    records = [Record(1, "library", f"{file}#17", Ids(), Fields(title="Nerves")) for file in "abc"]
    text = written(records, "bibtex")
    assert [line.partition("{")[2] for line in text.split("\n") if line.startswith("@")] == [
        "nerves,",
        "nerves-2,",
        "nerves-3,",
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["a", "a-2", "a"], ["a", "a-2", "a-3"]),
        (["a", "a", "a-2", "a"], ["a", "a-2", "a-2-2", "a-3"]),
        (["a-2", "a", "a", "a-2"], ["a-2", "a", "a-3", "a-2-2"]),
    ],
)
def test_no_key_is_given_twice(form: str, keys: list[str], given: list[str]) -> None:
    records = [Record(1, "library", f"{at}#{key}", Ids(), Fields(title="Nerves")) for at, key in enumerate(keys)]
    back = read(written(records, form), form)
    assert len({record.id for record in back}) == len(given)
    if form not in ("nbib", "endnote"):  # these have numbers
        assert [record.id.partition("#")[2] for record in back] == given


@pytest.mark.parametrize("form", FORMS)
def test_a_file_with_a_number_sign_in_its_name_leaves_its_keys_alone(form: str) -> None:
    records, told = bibliographies.read(written(read(RIS, "ris"), form).encode(), f"my #1 file{WRITERS[form].suffix}")
    assert (told, [brought.key(record) for record in records]) == (
        (),
        [brought.key(*read(written(read(RIS, "ris"), form), form))],
    )
    assert written(records, form) == written(read(RIS, "ris"), form)


@pytest.mark.parametrize(
    ("word", "ours"),
    [("Conference paper", "paper-conference"), ("JOUR", "article-journal"), ("Preprint", "article"), ("Poem", "")],
)
def test_kinds_have_many_names(word: str, ours: str) -> None:
    assert kind(word) == ours


def test_a_word_with_the_name_of_a_column_stands_beside_it() -> None:
    entry = "@misc{a, title={Invented}, year={2001}, type={{Work} {Paper}}}"
    (record,), _ = bibliographies.read(entry.encode(), "a.bib")
    table = written((record,), "csv")
    assert (
        table == "id,type,title,author,year,date,type,read as\na,document,Invented,,2001,2001,{Work} {Paper},bibtex\n"
    )
    ((back,), _) = bibliographies.read(table.encode(), "a.csv")
    assert (back.fields, back.custom) == (record.fields, record.custom)


def test_the_day_of_access_has_its_word_in_every_format() -> None:
    day = {"date-parts": [[2024, 2, 3]]}
    source = json.dumps([{"id": "a", "type": "book", "title": "Invented", "note": "mine", "accessed": day}])
    (record,), _ = bibliographies.read(source.encode(), "a.json")
    assert json.loads(written((record,), "csl")) == json.loads(source)
    for form, line in (("ris", "Y2  - 2024-02-03"), ("bibtex", "  urldate = {2024-02-03},")):
        assert line in written((record,), form).splitlines()
    ((back,), _) = bibliographies.read(written((record,), "csv").encode(), "a.csv")
    assert json.loads(written((back,), "csl"))[0]["accessed"] == day


@pytest.mark.parametrize("form", ["ris", "nbib"])
def test_a_particle_is_read_back_as_one(form: str) -> None:
    authors = (Name("Berg", "Jan", "van der"), Name("Öz Taş", "Ada"), Name("al-Invented", "Bo"))
    record = Record(1, "library", "a#b", Ids(), Fields(type="article-journal", title="Nerves", author=authors))
    assert [one.fields.author for one in read(written([record], form), form)] == [authors]


def _through(form: str, said: Fields, **others: object) -> Record:
    record = Record(1, "library", "a.json#key", Ids(), said, **others)  # type: ignore[arg-type]
    return read(written([record], form), form)[0]


@pytest.mark.parametrize("kind", ["chapter", "paper-conference", "book", "webpage"])
@pytest.mark.parametrize("form", ["bibtex", "nbib"])
def test_the_short_name_of_what_a_work_stands_in_is_no_journals_alone(form: str, kind: str) -> None:
    said = Fields(type=kind, title="A", container_title="Handbook of nerves", container_title_short="Handb Nerves")
    assert _through(form, said).fields == said


@pytest.mark.parametrize("said", [Fields(type="chapter", title="A", number="7"), Fields(type="chapter", title="A")])
def test_a_chapter_whose_book_nobody_names_stays_one_in_nbib(said: Fields) -> None:
    assert _through("nbib", said).fields == said


@pytest.mark.parametrize("url", ["", "https://arxiv.org/abs/2101.00001"])
@pytest.mark.parametrize("arxiv", ["", "2101.00001"])
def test_the_number_at_arxiv_is_written_once_in_ris_and_leaves_nothing_behind(url: str, arxiv: str) -> None:
    said = Fields(type="article", title="A", number="arXiv:2101.00001", url=url)
    text = written([Record(1, "library", "a.json#key", Ids(arxiv=arxiv), said)], "ris")
    (again,) = read(text, "ris")
    assert text.count("M1  - ") == (arxiv != "" and not url)
    assert (again.fields, again.custom, again.ids.arxiv) == (said, {}, "2101.00001" if url or arxiv else "")
