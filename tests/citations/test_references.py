"""Reference strings in lists and on their own. Some references are real, some invented (their authors are A to Z)."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from tests.citations.found import cited, written

ISU = "Isu T, Kim K, Morimoto D, Iwamoto N. Superior and Middle Cluneal Nerve Entrapment. Neurospine. 2018;15(1):25–32."
MAIGNE = "Maigne JY, Doursounian L. Entrapment neuropathy of a nerve. Spine. 1997;22(10):1156-9. PMID: 9160476."


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "  •", "    -", "\t•"])
def test_a_bullet_is_not_part_of_the_reference(bullet: str) -> None:
    (citation,) = cited(f"{bullet} {ISU}\n")
    assert (citation.raw, citation.in_list, citation.number) == (ISU, True, None)
    assert citation.place.column == len(bullet) + 2


@pytest.mark.parametrize("label", ["7. ", "7) ", "[7] ", "(7) ", "[^7]: ", "7 "])
def test_the_number_of_an_entry_is_kept_beside_it(label: str) -> None:
    (citation,) = cited(f"{label}{ISU}\n")
    assert (citation.raw, citation.in_list, citation.number) == (ISU, True, 7)


def test_identifiers_of_an_entry_are_one_citation() -> None:
    (citation,) = cited(f"1. {MAIGNE[:-1]}; PMCID: PMC123456; doi: 10.1097/00007632-199705150-00017.")
    assert citation.ids.keys() == ("pmid:9160476", "doi:10.1097/00007632-199705150-00017", "pmcid:PMC123456")


def test_a_second_identifier_of_one_kind_is_a_citation_of_its_own() -> None:
    assert [citation.form for citation in cited(f"- {MAIGNE} Comment in: PMID: 1111111.")] == ["reference", "pmid"]


def test_an_entry_goes_on_in_the_next_lines() -> None:
    head, tail = ISU.split(" Neurospine")
    (citation,) = cited(f"1. {head}\n   Neurospine{tail}\n")
    assert citation.raw == ISU


def test_the_journal_behind_a_blank_line_belongs_to_the_entry() -> None:
    head, tail = ISU.split(" Neurospine")
    (citation,) = cited(f"  • {head}\n\n    Neurospine{tail}\n\nDisclaimer\n")
    assert (citation.raw, citation.fields.container_title) == (ISU, "Neurospine")


def test_a_number_at_the_beginning_of_a_wrapped_line_is_no_new_entry() -> None:
    text = (
        f"1. {MAIGNE}\n2. Isu T, Kim K. Superior and middle nerves. Neurospine. 2018;15(1):25-\n32. PMID: 29656623.\n"
    )
    assert [citation.number for citation in cited(text)] == [1, 2]


def test_references_below_each_other_without_labels_are_parted() -> None:
    assert written(f"{ISU}\n{MAIGNE}\n\nSome prose.") == [("reference", ISU), ("reference", MAIGNE)]


def test_a_title_in_quotes_above_its_reference_is_no_citation() -> None:
    text = f'• "Superior and Middle Cluneal Nerve Entrapment"\n  • {ISU}\n'
    assert written(text) == [("reference", ISU)]


def test_a_reference_without_year_journal_and_identifier_is_kept() -> None:
    text = "Yürük D, Akkaya ÖT, Polat ÖE. Easy to treat when the diagnosis is made: three cases."
    assert written(f"• {text}") == [("reference", text)]


def test_a_group_can_be_the_author_in_a_list_of_references() -> None:
    text = "World Health Organization. Guidelines for invented things. Geneva: WHO; 2018."
    assert written(f"## References\n\n1. {text}\n") == [("reference", text)]


@pytest.mark.parametrize(
    "text",
    [
        "• Lower back pain to the Buttocks",
        "• Trigger point 35 mm caudal to the PSIS and lateral to the edge of the iliac crest",
        "- Vitamin B, Vitamin C, Zinc. Take them daily with your food.",
        "- Kim K, president of the club. Called in 2018.",
        "1. In 2018 we moved to 15 Main Street.\n2. Price 12.50 (2019)",
        "Monday 9:00-12:00, 14:00-17:00\nTuesday 9:00-12:00",
    ],
)
def test_other_entries_are_no_references(text: str) -> None:
    assert written(text) == []


def test_a_prose_entry_with_an_identifier_cites_the_identifier_alone() -> None:
    assert written("1. We follow the approach of Isu (PMID: 29656623) here.") == [("pmid", "PMID: 29656623")]


def test_markup_is_not_part_of_the_fields() -> None:
    (citation,) = cited(
        "* Isu T, Kim K. *Superior cluneal nerve*. **Neurospine**. 2018;15(1):25-32. "
        "[doi](https://doi.org/10.14245/ns.1836024.012)\n",
        "a.md",
    )
    assert (citation.fields.title, citation.fields.container_title) == ("Superior cluneal nerve", "Neurospine")
    assert citation.ids.keys() == ("doi:10.14245/ns.1836024.012",)


def test_a_list_may_be_longer_than_a_thousand_and_a_year_at_a_line_start_is_no_label() -> None:
    lines = [
        f"{number}. Quimby A, Orlov B. Invented title {number}. J Invent. 2019;1:{number}." for number in range(1, 2105)
    ]
    found = scan(read("a.md", ("References\n\n" + "\n".join(lines)).encode()))
    assert [citation.number for citation in found] == list(range(1, 2105))
    prose = scan(read("a.md", b"As it was shown in\n2019. Then Quimby A. found nothing.\n"))
    assert [citation.number for citation in prose] == []


@pytest.mark.parametrize("heading", ["References\n", "## Bibliography\n", "References:"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_references_one_a_line_under_a_heading_are_parted_also_with_names_in_full(heading: str, between: str) -> None:
    lines = [
        "Smith, John, and Jane Doe. 2019. Title. Journal 12: 3–4.",
        "Doe, Jane. 2018. Another title. Journal of Things 3: 4–5.",
        "Quimby A, Orlov B. Invented title. J Invent. 2019;1(2):3-4.",
    ]
    assert written(f"{heading}\n{between.join(lines)}\n") == [("reference", line) for line in lines]


@pytest.mark.parametrize("text", ["Berlin, Germany. 2019. We met there.", "1. Berlin, Germany. 2019. We met there."])
def test_a_town_and_a_year_are_no_reference(text: str) -> None:
    assert written(text) == []


def test_a_name_that_a_line_break_parts_from_the_next_line_is_read() -> None:
    (citation,) = cited("1. A. Abel, B. Baker, C. Cole\nScience (2016-12-08) https://doi.org/10.1000/aah6168\n")
    assert (citation.form, citation.ids.doi) == ("reference", "10.1000/aah6168")
    assert [name.family for name in citation.fields.author][:2] == ["Abel", "Baker"]


def test_letters_label_entries_only_in_their_order() -> None:
    text = f"References\n\na. {ISU}\nb. {MAIGNE}\nd. {ISU}\n\nc. {ISU}\n"
    assert [(one.raw[:6], one.in_list) for one in cited(text)] == [
        ("Isu T,", True),
        ("Maigne", True),
        ("Isu T,", True),
        ("Isu T,", False),
    ]


FOUR = (
    "Orlov, B., Quimby, A., & Zeller, C. (2018). Nerves of the invented back and what becomes of them in a long life. "
    "Journal of Invention, 15(1), 25-32.",
    "Quimby A. An invented title that is long enough to be broken twice where a page is narrow. J Invent Med. "
    "2019;12(3):101-109. doi: 10.1000/invent.2019.12",
    "World Health Organization. Guidelines for invented outbreaks, with the fifth edition of the tables. Geneva: WHO; "
    "2007.",
    "Zeller C, van der Berg D. Further nerves. J Invent Med. 2020;13:1-8.",
)


def broken(text: str, first: str = "", rest: str = "") -> str:
    """The text in lines of 70 columns."""
    return "\n".join(textwrap.wrap(text, 70, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False))


@pytest.mark.parametrize(
    "label", ["[{}] ", "{}. ", "{}) ", "({}) ", "{}\t", "^{} ", "R{} ", "[{}]", "- ", "• ", "", "{}.\n", "[R{}] "]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_way_of_labelling_a_list_is_read(label: str, between: str) -> None:
    listed = between.join(label.format(number) + one for number, one in enumerate(FOUR, 1))
    found = [one for one in cited(f"Prose.\n\nReferences\n\n{listed}\n") if one.in_list]
    numbers = [1, 2, 3, 4] if "{" in label else [None] * 4
    assert [(one.raw, one.number) for one in found] == list(zip(FOUR, numbers, strict=True))


@pytest.mark.parametrize(
    ("first", "rest", "between"),
    [
        ("", "    ", "\n"),
        ("    ", "", "\n"),
        ("", "", "\n\n"),
        ("", "    ", "\n\n"),
        ("- ", "  ", "\n"),
        ("1. ", "", "\n\n"),
    ],
)
def test_lines_broken_by_width_are_joined(first: str, rest: str, between: str) -> None:
    listed = between.join(broken(one, first, rest) for one in FOUR)
    assert [one.raw for one in cited(f"Prose.\n\nLiteratur\n\n{listed}\n") if one.in_list] == list(FOUR)


@pytest.mark.parametrize(
    "heading",
    (
        "Literatur|Literaturverzeichnis|Références|Bibliographie|Bibliografía|Referencias|Referências|Bibliografia"
        "|Literatuur|Kaynaklar|参考文献|文献|REFERENCES|Quellenverzeichnis|Kaynakça|Литература|Literatura|Irodalomjegyzék"
        "|Lähteet|Källor|المراجع|참고 문헌|Список использованных источников|Referencias / References|A. References"
        "|Literatur und Quellen|Appendix A: References|References for Chapter 2|Notes and references"
        "|Supplementary references|References (in order of appearance)|R E F E R E N C E S"
        "|References and further reading"
    ).split("|"),
)
def test_a_list_is_told_by_its_heading_in_many_languages(heading: str) -> None:
    law = "Act on invented nerves of 3 May 2011, Invented Gazette 12, https://law.example.org/nerves"
    page = "Guidance on invented needles (2019), www.example.org/needles"
    listed = "\n\n".join([*FOUR, law, page])
    found = [one.raw for one in cited(f"Prose.\n\n{heading}\n\n{listed}\n\nAppendix\n\nProse of 2019.\n")]
    assert found == [*FOUR, law, page]


def test_a_list_goes_on_behind_a_page_break() -> None:
    listed = f"1. {FOUR[0][:60]}\f{FOUR[0][60:]}\n2. {FOUR[1]}\n\f\n3. {FOUR[3]}\n"
    assert [one.number for one in cited(f"References\n\n{listed}") if one.in_list] == [1, 2, 3]


def test_a_caption_that_a_link_numbers_is_no_reference() -> None:
    text = f"References\n\n1. {FOUR[0]}\n2. Table 2: What 10.1000/invent.2019.12 says.\n3. {FOUR[3]}\n"
    assert [one.number for one in cited(text) if one.in_list] == [1, 3]


LAYOUTS = {
    "numbers": lambda number, text: f"{number}. {text}\n",
    "square, hanging": lambda number, text: broken(text, f"[{number}] ", "     ") + "\n",
    "numbers, flush": lambda number, text: broken(text, f"{number}. ") + "\n",
    "round, parted": lambda number, text: broken(text, f"({number}) ") + "\n\n",
    "bullets": lambda number, text: broken(text, "- ", "  ") + "\n",
    "paragraphs": lambda number, text: f"{text}\n\n",
    "hanging": lambda number, text: broken(text, "", "    ") + "\n",
    "tabs": lambda number, text: f"{number}\t{text}\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_hundred_real_references_are_split_in_each_layout(shared: Path, layout: str) -> None:
    strings: list[str] = []
    for name in ("plos", "jats-multi", "scielo", "pmc-glutton", "grobid-biorxiv"):
        lines = (shared / "reference-strings" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        every = [" ".join(json.loads(line)["raw"].split()) for line in lines]
        strings += [one for one in every[:: max(1, len(every) // 60)] if 40 < len(one) < 600][:40]
    assert len(strings) == 200
    listed = "".join(LAYOUTS[layout](number, text) for number, text in enumerate(strings, 1))
    found = ["".join(one.raw.split()) for one in cited(f"Prose.\n\nReferences\n\n{listed}") if one.in_list]
    wanted = {"".join(one.split()) for one in strings}
    assert sum(one in wanted for one in found) >= 194
    assert sum(one not in wanted for one in found) <= 4


@pytest.mark.parametrize(
    "label", ["- [{}] ", "* {}. ", r"\[{}\] ", "**{}.** ", "**[{}]** ", "- ({}) ", "| {} | ", "| [{}] | ", r"{}\. "]
)
@pytest.mark.parametrize("heading", ["## References\n\n", ""])
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_the_labels_of_lists_in_markdown(label: str, heading: str, parting: str) -> None:
    end = " |" if label.startswith("|") else ""
    rows = parting.join(f"{label.format(number)}{work}{end}" for number, work in enumerate((ISU, MAIGNE), 1))
    found = cited(f"Entrapment is known [1] and treated \\[1, 2\\].\n\n{heading}{rows}\n", "a.md")
    assert [(each.numbers, each.number, each.raw) for each in found] == [
        ((1,), None, "[1]"),
        ((1, 2), None, r"\[1, 2\]"),
        ((), 1, ISU),
        ((), 2, MAIGNE),
    ]


def test_entries_without_a_year_stand_beside_those_with_one() -> None:
    rows = [
        "Doe C (2002) On blocks. J Inv 1:5-6",
        "Li X (in press) Soon. J Inv",
        "Poe P (2001) Older. J Inv 1:2-3",
        "Roe R (n.d.) Oldest, and with a title that is as long as a line. J Inv",
        "World Organization of Nerves (n.d.) Pain. Graz: Inv.",
        "Zoe, R. (forthcoming). Later than all. J Inv",
    ]
    found = cited("Blocks (Doe 2002) and (Li in press) help (Poe 2001).\n\nReferences\n\n" + "\n".join(rows) + "\n")
    assert [each.raw for each in found if each.in_list] == rows
    assert [len(each.cited_at) for each in found if each.in_list] == [1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize(
    "entry",
    [
        "Alda, A. (1890). Burial, plot 12, 34-35.",
        "Berg, B. (1851). Will, vol. 3, pp. 12-14.",
        "Cruz, C. (1851). Marriage of Carl Cruz and Dora Dunn, Parish register, 3, 12-14.",
    ],
)
def test_an_event_in_a_register_is_no_reference(entry: str) -> None:
    assert written(entry) == []


@pytest.mark.parametrize(
    "entry",
    [
        "Alda, A. (1990). Birth, 17, 34-35.",
        "Alda, A. (2019). Burial practices in the north. Journal of Inventions, 12, 34-35.",
        "Alda, A. (1990). Death, dying and bereavement. Journal of Inventions, 12, 34-35.",
    ],
)
def test_a_work_on_such_events_is_a_reference(entry: str) -> None:
    assert written(entry) == [("reference", entry)]


@pytest.mark.parametrize("label", ["[{}]", "［{}］", "【{}】", "［{}］ "])
def test_chinese_lists_and_their_markers_are_read(label: str) -> None:
    works = (
        "王发明，李发明. 神经的发明研究[J]. 发明杂志, 2015, 33(2): 145-149.",
        "陈发明. 发明学[M]. 北京: 发明出版社, 2012.",
    )
    listed = "\n".join(label.format(number) + work for number, work in enumerate(works, 1))
    first, second = label.strip().format("1-2"), label.strip().format(2)
    text = f"神经卡压是腰痛的常见原因{first}。王发明等{second}报道了相似的结果。\n\n参考文献\n\n{listed}\n"
    found = cited(text)
    assert [(one.cited_as, one.numbers) for one in found if one.form == "marker"] == [(first, (1, 2)), (second, (2,))]
    assert [(one.number, one.raw) for one in found if one.in_list] == list(enumerate(works, 1))


@pytest.mark.parametrize("label", ["1.- ", "1.– ", "1.-"])
def test_numbers_may_have_a_stop_and_a_dash_behind_them(label: str) -> None:
    works = ("Isu T, Kim K. Nervios de la espalda. Dolor. 2018;15(1):25-32.", "Ministerio Inv. Guía. Madrid; 2019.")
    listed = "\n".join(label.replace("1", str(number)) + work for number, work in enumerate(works, 1))
    found = cited(f"El dolor es frecuente (1,2). Según Pérez y cols. (2) es así.\n\nBibliografía\n\n{listed}\n")
    assert [one.numbers for one in found if one.form == "marker"] == [(1, 2), (2,)]
    assert [(one.number, one.raw) for one in found if one.in_list] == list(enumerate(works, 1))


BOOKS = (
    "Isu, Tora. Nerves of the Back. Tokyo: Inv, 2018.",
    "Maigne, Jean, and Louis Dourville. Nerves of the Hip. Paris: Inv, 1997.",
    "Tubbs, Rita S., Mario Loukas, and Ann Lee. More Nerves. Graz: Inv, 2010.",
    "———. Other Nerves. Graz: Inv, 2012.",
)
GERMAN = (
    "Maigne, Rémy: Nerven des Rückens, in: Inv Rev 41 (1974), S. 781–789.",
    "Lu, Jike / Berg, Anna: Nerven, in: Inv Orthop 347 (1998), S. 224–228.",
    "Trest, Andrea (Hrsg.): Nerven der Hüfte, Graz 2016.",
)
GERMAN_DATED = (
    "Müller-Ast, Gerhard; Überall, Michael A. (2015): Nerven in der Praxis. 3. Aufl. Stuttgart: Inv.",
    "Trest, Andrea (Hg.) (2016): Nerven. Graz: Inv.",
    "Urban, Tom (2017): Mehr Nerven. Graz: Inv.",
)


def listed(text: str, path: str = "a.md") -> list[str]:
    return [one.raw for one in cited(text, path) if one.in_list]


@pytest.mark.parametrize("works", [BOOKS, GERMAN, GERMAN_DATED])
@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_books_by_names_in_full_are_entries_below_a_heading(works: tuple[str, ...], bullet: str, between: str) -> None:
    lines = between.join(bullet + work for work in works)
    assert listed(f"It hurts.\n\n## Literatur\n\n{lines}\n") == list(works)


def test_names_in_full_without_a_heading_are_none() -> None:
    assert listed("It hurts.\n\n- Berlin, Germany. Fair of 2018.\n- Paris, France. Fair of 2019.\n") == []


def test_references_by_authors_and_years_in_one_paragraph_begin_with_their_first_author() -> None:
    works = (
        'Isu, Tora, and K. Kim. 2018. "Nerves." Inv Spine 15: 25–32.',
        'Maigne, J. Y., and L. Dourville. 1997. "Entrapment." Inv Spine 22 (10): 1156–9.',
        'Tubbs, R. S., and M. Loukas. 2010. "Landmarks." Inv Anat 32: 1–4.',
    )
    assert listed(f"References\n\n{' '.join(works)}\n") == list(works)


def test_markers_name_editors_and_the_authors_that_a_line_stands_for() -> None:
    text = "Pain is common (Trest 2016; Tubbs et al. 2012)."
    lines = "\n".join((*BOOKS, "Trest, A. (Hrsg.) (2016): Nerven. Graz: Inv."))
    found = cited(f"{text}\n\n## Bibliography\n\n{lines}\n")
    assert [one.raw for one in found if one.cited_at] == [
        "———. Other Nerves. Graz: Inv, 2012.",
        "Trest, A. (Hrsg.) (2016): Nerven. Graz: Inv.",
    ]


@pytest.mark.parametrize("blank", [" ", "\n"])
def test_numbered_lists_that_pandoc_wrote_into_markdown_are_read(blank: str) -> None:
    works = ("Berg A, Alda B. Nerves of the hip. Inv 2012;37:1–9.", "Cruz C. Nerves of the back. Inv 2013;38:1–9.")
    entry = (
        '<div id="ref-{0}" class="csl-entry">\n\n<span class="csl-left-margin">{0}. </span><span{2}'
        'class="csl-right-inline">{1}</span>\n\n</div>\n\n'
    )
    listed = "".join(entry.format(number, work, blank) for number, work in enumerate(works, 1))
    found = cited(f"As Berg<sup>1</sup> and Cruz<sup>2</sup> say.\n\n# References\n\n{listed}", "a.md")
    entries = [one for one in found if one.in_list]
    assert [(one.number, one.raw.removesuffix("</span>"), len(one.cited_at)) for one in entries] == [
        (number, work, 1) for number, work in enumerate(works, 1)
    ]


def test_an_escaped_label_that_pandoc_wrote_into_markdown_is_no_marker() -> None:
    label = '<span class="csl-left-margin">\\[{0}\\] </span><span\nclass="csl-right-inline">'
    entry = label + "Berg {1}. Nerves. Inv 2012;37:1–9.</span>"
    found = cited("As Berg says \\[1\\].\n\n# References\n\n" + "\n\n".join(map(entry.format, (1, 2), "AB")), "a.md")
    assert [(one.form, one.number) for one in found] == [("marker", None), ("reference", 1), ("reference", 2)]


def test_a_group_that_begins_a_list_leaves_the_heading_above_where_it_is() -> None:
    works = ("The BACK Investigators. (2019). Nerves. Inv, 8, 1–9.", "Walkers’ World (2011) Walking. Nowhere: Press.")
    text = "\n\n".join(("Funding: none", "References", *works, "Berg, A. (2012). Nerves. Inv, 37, 1–9.", ""))
    assert [one.raw for one in cited(text) if one.in_list][:2] == list(works)


def test_what_stands_for_the_work_above_is_an_entry() -> None:
    kim, lee = "[1] Kim C. Nerves. Spine. 2012;37:1-9.", "[3] Lee B. Pain. Pain. 2013;14:2-3."
    found = cited(f"Siehe [2].\n\nLiteratur\n\n{kim}\n[2] a.a.O., S. 25.\n{lee}\n")
    assert [(one.raw, one.number) for one in found][::2] == [("[2]", None), ("a.a.O., S. 25.", 2)]
