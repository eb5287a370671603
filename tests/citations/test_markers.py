"""Numbered markers. The texts are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.markers.cued import numbers
from tests.citations.found import cited, written


def marked(text: str, path: str = "a.txt") -> list[tuple[str, tuple[int, ...]]]:
    return [(citation.cited_as, citation.numbers) for citation in cited(text, path) if citation.form == "marker"]


def test_numbers_in_square_brackets_are_markers() -> None:
    assert marked("In both studies the pain was strong [1]. It was [3–5] weak[7,9].") == [
        ("[1]", (1,)),
        ("[3–5]", (3, 4, 5)),
        ("[7,9]", (7, 9)),
    ]


def test_numbers_in_round_brackets_behind_sentences_are_markers() -> None:
    text = "Nerve loops pass under the ligament. (8,9,10) It is open. Half of them had a painful leg too. (11) Most do."
    assert marked(text) == [("(8,9,10)", (8, 9, 10)), ("(11)", (11,))]


def test_a_single_number_in_round_brackets_without_a_list_is_no_marker() -> None:
    assert marked("Half of them had a painful leg too. (11) Most do.") == []


def test_numbers_in_round_brackets_that_a_list_answers_are_markers() -> None:
    text = (
        "This pain is common in the clinic (1) and rare at home (2).\n\nReferences\n\n"
        "1. Isu T, Kim K. Nerves of the back. Neurospine. 2018;15(1):25-32.\n"
        "2. Maigne JY. Nerves of the hip. Spine. 1997;22(10):1156-9.\n"
    )
    assert marked(text) == [("(1)", (1,)), ("(2)", (2,))]


def test_a_range_in_round_brackets_that_the_list_answers_in_part_is_a_marker_beside_another() -> None:
    listed = (
        "\n\nReferences\n\n1. Isu T, Kim K. Nerves of the back. Neurospine. 2018;15(1):25-32.\n"
        "2. Maigne JY. Nerves of the hip. Spine. 1997;22(10):1156-9.\n"
    )
    text = "This pain is common in the clinic (1–3) and rare at home (2), as in the young (2-30)."
    assert marked(text + listed) == [("(1–3)", (1, 2, 3)), ("(2)", (2,))]


def test_raised_numbers_behind_words_are_markers() -> None:
    assert marked("In trials relief¹ came.²,³ Walls of 3 m² and 10⁶ cells stay.") == [("¹", (1,)), ("²,³", (2, 3))]
    assert marked("In trials relief^3^ came<sup>4,5</sup> on 10^6^ cells and 4 cm^2^.", "a.md") == [
        ("^3^", (3,)),
        ("<sup>4,5</sup>", (4, 5)),
    ]


LIST = (
    "\n\nReferences\n\n1. Isu T, Kim K. Nerves of the back. Neurospine. 2018;15(1):25-32.\n"
    "2. Maigne JY. Nerves of the hip. Spine. 1997;22(10):1156-9.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This was seen in most patients [1].", [("[1]", (1,))]),
        ("It helps in many cases [1,2]. It lasts three months [2].", [("[1,2]", (1, 2)), ("[2]", (2,))]),
        ("In the control group [1] and at level [2].", [("[1]", (1,)), ("[2]", (2,))]),
        ("This is in the table [2].", [("[2]", (2,))]),
        ("It was seen in most patients (1).", [("(1)", (1,))]),
        ("It lasts for three months (2) in all.", [("(2)", (2,))]),
        ("We show all this in Table (1) and asked for two (2) days, with a 95% CI [1, 2].", []),
    ],
)
def test_a_list_answers_numbers_behind_words_that_are_often_counted(
    text: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert marked(text + LIST) == expected


def test_a_number_in_square_brackets_without_a_list_stops_only_behind_a_label() -> None:
    assert marked("In one study it was seen in patients [8], see Figure [3] and Table [4] and step [5].") == [
        ("[8]", (8,))
    ]


def test_several_numbers_behind_a_sentence_are_half_sure_where_the_text_speaks_of_literature() -> None:
    text = "Nerve loops pass under the ligament. (8,9,10) It is open."
    assert marked(text) == []
    assert [(one.raw, one.confidence) for one in cited(f"Two studies say so. {text}")] == [("(8,9,10)", 0.5)]


@pytest.mark.parametrize(
    "text",
    [
        "The needle was placed at the coordinates (3, 4, 5) of the grid.",
        "The line goes through the point (2, 3).",
        "They met there in October (3-5) and on (12-05-20).",
        "You should call the function add (1, 2). Then foo(1, 2, 3).",
        "We know that the value of f(1,2). And then that g (2, 3).",
        "The risk was lower in women (95% CI 1.2, 3.4), with a confidence interval (1, 3).",
        "The pain was rated mild (1-3), moderate (4-6) or severe (7-10).",
        "The team lost the match (2-3). The other team won again (3-2).",
        "The number of cells was large (1,234). It took them 4 tablets (3-5) in most.",
        "It hurts at the lumbar vertebrae (3-5) and for all (3-5) days of the week.",
        "The patients stayed for some days (3-5) in all, in groups (2-4) of women (3-5).",
        "We have x = y where it is (2, 3).",
        "The order of it was odd (9,3,7).",
    ],
)
def test_coordinates_scores_intervals_and_counts_are_no_markers(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was found (2018) in women (n = 12), in 12% (12%), 15(1), 22(10):1156 and at 15 (3).",
        "The criteria are (1) pain, (2) numbness and (3) relief. Twelve (12) months. Those aged (45) in Table (3).",
        "(1) First thing.\n(2) Second thing.\n(3) Third thing.",
        "Apples (12)\nPears (30)\nPlums (14)\nFigs (3)",
        "sshd[123]: failed for x[1] at [12:30]; CI [1, 3]; [18F]FDG; PyPy[23]-5.3; [0]",
        "[12] INFO started\n[13] INFO stopped",
        "Phone (212) 555-0100 or (574) 404.",
    ],
)
def test_counts_years_labels_and_code_are_no_markers(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3–5, 8", (3, 4, 5, 8)), ("10-2", ()), ("0,1", ()), ("7", (7,)), ("1-300", ()), ("3,3", ())],
)
def test_ranges_are_written_out_and_impossible_ones_refused(text: str, expected: tuple[int, ...]) -> None:
    assert numbers(text, 999) == expected


NOTES = (
    "\n\n[^1]: Isu T, Kim K. Nerves of the back. Neurospine. 2018;15(1):25-32.\n"
    "[^2]: [Konno 2017](https://doi.org/10.2147/JPR.S135382)\n"
)


def test_footnotes_in_markdown_are_markers_and_entries() -> None:
    text = "The nerve is often missed[^1] in the clinic [^2]: so they say, as `[^1]` and [^0-9] do not."
    assert marked(text + NOTES, "a.md") == [("[^1]", (1,)), ("[^2]", (2,))]
    entries = [(one.number, one.ids.doi) for one in cited(text + NOTES, "a.md") if one.form == "reference"]
    assert entries == [(1, ""), (2, "10.2147/jpr.s135382")]


def test_a_footnote_in_markdown_that_is_no_reference_has_no_marker() -> None:
    assert marked("The nerve is often missed[^1].\n\n[^1]: We use the word in its old sense.\n", "a.md") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it <sup>1</sup> clearly", ("<sup>1</sup>", (1,))),
        ("it ^1,2^ clearly", ("^1,2^", (1, 2))),
        ("it<sup>[1](#r1)</sup>", ("[1]", (1,))),
        ('it<sup><a href="#r1">1</a></sup>', ('<sup><a href="#r1">1</a></sup>', (1,))),
        ("x [<sup>2</sup>](#r2)", ("[<sup>2</sup>](#r2)", (2,))),
        ("x ([2](#r2))", ("[2]", (2,))),
        ('x (<a href="#r2">2</a>)', ('(<a href="#r2">2</a>)', (2,))),
    ],
)
def test_raised_and_linked_numbers_in_markdown_are_markers(text: str, expected: tuple[str, tuple[int, ...]]) -> None:
    listed = LIST.replace("1. ", '1. <a id="r1"></a>').replace("2. Maigne", "2. <a name='r2'></a>Maigne")
    found = cited(f"Dissection often shows {text}{listed}", "a.md")
    assert [(one.cited_as, one.numbers) for one in found if one.form == "marker"] == [expected]
    assert [one.fields.author[0].family for one in found if one.form == "reference"] == ["Isu", "Maigne"]


@pytest.mark.parametrize(
    "text",
    [
        "Walls of 4 m ^2^ and 4 mm<sup>2</sup> and 10 <sup>2</sup> cells.",
        "Toyohiko Isu ^1^, Kyongsong Kim <sup>2</sup>",
    ],
)
def test_powers_and_authors_in_markdown_have_no_markers(text: str) -> None:
    assert marked(text + LIST, "a.md") == []


TWO_WORKS = """

References

1. Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.
2. Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.
3. Egge E, Funk F. On both. J Inv. 2003;1(3):7-9.
"""


@pytest.mark.parametrize(
    ("marker", "numbers"),
    [
        ("[2, p. 23]", (2,)),
        ("[see 3]", (3,)),
        ("[e.g. 1, 3]", (1, 3)),
        ("(refs. 1-3)", (1, 2, 3)),
        ("(ref 2)", (2,)),
        ("(reference 2)", (2,)),
        ("refs 1 and 2", (1, 2)),
        ("[Ref. 2]", (2,)),
        ("[1]–[3]", (1, 2, 3)),
        ("[1]-[2]", (1, 2)),
        ("[1]", (1,)),
        ("[1, Table 2]", (1,)),
        ("[1, Table II]", (1,)),
        ("[1, Supplementary Table S1]", (1,)),
        ("[3, ch. 2; 1]", (3, 1)),
        ("[1, vol. 2, p. 3; 2]", (1, 2)),
        ("[1, p. 5, 2, p. 7]", (1, 2)),
        ("[1, pp. 12, 14; 3]", (1, 3)),
        ("[3, pp. 12–14]", (3,)),
        ("[3: 12-14]", (3,)),
        ("[1,2, §§3–4]", (1, 2)),
        ("[2, с. 12]", (2,)),
        ("[2, S. 14; 3]", (2, 3)),
        ("[1 (p. 5)]", (1,)),
        ("[2, Theorem 3.1]", (2,)),
        ("[1, Appendix A]", (1,)),
    ],
)
def test_a_marker_with_a_cue_or_locator(marker: str, numbers: tuple[int, ...]) -> None:
    found = cited(f"Blocks of nerves help most people {marker}, and do no harm.{TWO_WORKS}")
    assert [(one.raw, one.numbers, len(one.cites)) for one in found if one.form == "marker"] == [
        (marker, numbers, len(numbers))
    ]


@pytest.mark.parametrize(
    "written", ["[1:2]", "[2, p < 0.05]", "[1, 2 apples]", "[1, page]", "(3, Table 2)", "(3: 12-14)"]
)
def test_what_stands_behind_a_number_and_is_no_part_of_a_work(written: str) -> None:
    assert marked(f"Blocks of nerves help most people {written}, and do no harm.{TWO_WORKS}") == []


def test_pages_behind_a_colon_alone_need_a_list() -> None:
    assert marked("Two studies say that blocks help [1: 12-14], and that rest does not [2: 3-5].") == []


def test_a_number_in_the_subject_of_a_mail_is_no_marker() -> None:
    mail = f"From: a@example.org\nSubject: Re: minutes of the board [2]\n\nIt was seen by all [1].{TWO_WORKS}"
    assert marked(mail) == [("[1]", (1,))]
    assert marked(f"Subject: adults with pain [2]\nSetting: a hospital{TWO_WORKS}") == [("[2]", (2,))]


def test_a_reference_called_by_its_number() -> None:
    found = cited(f"See reference 3 for more, and ref. 2. The reference 1 mm thick is steel.{TWO_WORKS}")
    assert [(each.raw, each.numbers) for each in found if each.numbers] == [("reference 3", (3,)), ("ref. 2", (2,))]


def test_nothing_is_called_a_reference_without_a_list() -> None:
    assert cited("See reference 3 for more, and (ref. 2) of the order.") == ()


LINE = "Low back pain is a common disorder, and most of it is treated with block"


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.rst"])
@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("[3]. A total of 24 patients came.", [("[3]", (3,))]),
        ("[1,2]. A total of 24 patients came.", [("[1,2]", (1, 2))]),
        ("[1] and rest.", [("[1]", (1,))]),
        ("(1). It hurts.", [("(1)", (1,))]),
        ("(1) and rest.", [("(1)", (1,))]),
    ],
)
def test_a_marker_that_begins_a_line_of_wrapped_text(
    behind: str, expected: list[tuple[str, tuple[int, ...]]], path: str
) -> None:
    listed = TWO_WORKS.replace("References", "# References" if path == "a.md" else "References")
    if path == "a.rst":
        listed = listed.replace("References", "References\n==========")
    assert marked(f"{LINE}\n{behind}{listed}", path) == expected


def test_a_label_that_begins_a_line_is_no_marker() -> None:
    text = f"{LINE}.\n[1] First the patients came.\n(2) Then the blocks were done."
    assert marked(text + TWO_WORKS) == []


@pytest.mark.parametrize(
    "text",
    [
        "A field of 30 feet<sup>2</sup>, or of 9 metres<sup>2</sup> in all, was used.",
        "A field of 30 yards², or 3 inches³ of water.",
    ],
)
def test_powers_of_units_are_no_markers(text: str) -> None:
    assert marked(text + TWO_WORKS, "a.md") == []


def test_raised_numbers_that_a_dash_parts_are_a_range() -> None:
    listed = TWO_WORKS.replace("References", "<h2>References</h2>").replace("\n", "<br>")
    assert marked(f"<p>Blocks help most people.<sup>1</sup>–<sup>3</sup></p>{listed}", "a.html") == [("1–3", (1, 2, 3))]


def test_raised_numbers_beside_brackets_are_markers_where_they_are_several() -> None:
    listed = TWO_WORKS.replace("References", "<h2>References</h2>").replace("\n", "<br>")
    text = (
        "<p>It is common [1], often late [2], and it hurts [3].</p><p>The risk is low.<sup>1, 2</sup> A<sup>3</sup></p>"
    )
    assert marked(text + listed, "a.html")[-1] == ("1, 2", (1, 2))


def test_raised_numbers_that_were_set_down_into_the_line_are_markers_where_a_list_answers_them() -> None:
    text = "Pain is a common disorder.1 The nerves are a cause of it.2,3 Some had blocks,1-3 and some a rest.1\n"
    assert marked(text + TWO_WORKS) == [("1", (1,)), ("2,3", (2, 3)), ("1-3", (1, 2, 3)), ("1", (1,))]
    assert marked(text) == []
    assert marked(f"See Fig.1 The vol.2 and no.3 New; 4.2 of them and v.1 Then.{TWO_WORKS}") == []


def test_the_numbers_of_an_enumeration_are_no_markers() -> None:
    text = "The nurses took each step (1) do this, (2) do that and more, and (3) be done with all of it."
    assert marked(text.replace("each step", "Step") + TWO_WORKS) == []


YEARS = TWO_WORKS.replace("References", "<h2>References</h2>").replace("\n", "<br>")


@pytest.mark.parametrize(
    "text",
    [
        "In 2014<sup>2</sup> a study of the nerves was made.",
        "The nerves were studied by Kuniya 2014<sup>2</sup> and by others.",
        "The nerves were studied by Kuniya et al. (2014<sup>2</sup>) and by others.",
        "It was so from 2010 to 2014.<sup>2</sup>",
        "It was so from 2010 to 2014<sup>2</sup>.",
    ],
)
def test_a_raised_number_behind_a_year_is_a_marker_where_a_list_answers_it(text: str) -> None:
    assert marked(f"<p>{text}</p>{YEARS}", "a.html") == [("2", (2,))]


@pytest.mark.parametrize(
    "text",
    [
        "There were 10<sup>2</sup> cells, or 2000<sup>2</sup> of them in all.",
        "It is as large as 2014<sup>2</sup> is, of 5<sup>2</sup> and 12<sup>1</sup>.",
        "It was found in 2000<sup>2</sup> cells of the nerve.",
        "It fits in 1900<sup>2</sup> mm of the nerve and in 1.2014<sup>2</sup> of it.",
    ],
)
def test_a_power_of_a_number_is_no_marker(text: str) -> None:
    assert marked(f"<p>{text}</p>{YEARS}", "a.html") == []


@pytest.mark.parametrize(
    "authors",
    [
        "Anna Meyer<sup>1</sup>, Bob Huber<sup>1,2</sup>, Cleo Li<sup>2,*</sup>",
        "Anna-Lena von der Meyer, MD<sup>1</sup>; B. J. O'Huber<sup>1,2</sup> and José Li<sup>2</sup>",
        "Anna Meyer<sup>1</sup>",
        "Anna Meyer<sup>1,2</sup> & Bob McHuber, PhD<sup>2</sup>.",
    ],
)
@pytest.mark.parametrize("between", ["</p><p>", "<br>", ", "])
def test_raised_numbers_of_authors_lead_to_their_institutes(authors: str, between: str) -> None:
    below = f"<p><sup>1</sup> Department of Surgery, Munich{between}<sup>2</sup> Institute of Anatomy, Bern</p>"
    text = "<p>Entrapment causes pain<sup>1</sup>. It was studied<sup>1,2</sup>.</p>"
    found = marked(f"<p>{authors}</p>{below}{text}{YEARS}", "a.html")
    assert found == [("1", (1,)), ("1,2", (1, 2))]


def test_raised_numbers_of_names_without_institutes_are_markers() -> None:
    text = "<p>Anna Meyer<sup>1</sup></p><p>Entrapment causes pain<sup>1</sup> in the back.</p>"
    assert len(marked(text + YEARS, "a.html")) == 2
    notes = "<p>Pain of the nerves is common<sup>1</sup>.</p><p><sup>1</sup> A note on the table of it.</p>"
    assert marked(notes + YEARS, "a.html")[:1] == [("1", (1,))]


@pytest.mark.parametrize("name", ["Kim et al. (2)", "Kim et al (2)", "Kim and Park (2)", "Kim u. a. (2)"])
def test_a_number_in_round_brackets_behind_names_is_a_marker_where_a_list_answers_it(name: str) -> None:
    text = f"This pain is common in the clinic (1). {name} reported good results in all of them."
    assert marked(text + LIST) == [("(1)", (1,)), ("(2)", (2,))]


@pytest.mark.parametrize("said", ["Kim et al.2 agreed.", "Kim and Park2 agreed.", "They call it “loin pain”.2 Then."])
def test_numbers_that_were_set_down_behind_names_and_quotes_are_markers(said: str) -> None:
    text = f"The first of them says so.1 The second does too.2 {said}"
    assert [numbers for _, numbers in marked(text + LIST)] == [(1,), (2,), (2,)]


def test_a_raised_number_behind_et_al_is_a_marker_beside_brackets() -> None:
    text = "The first says so [1]. The second says so [2]. Both of them say so [1,2]. Kim et al.^2^ has 5 cm^2^."
    assert marked(text + LIST, "a.md")[-1] == ("^2^", (2,))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[1‑2]", (1, 2)),
        ("[1 and 2]", (1, 2)),
        ("[1, and 2]", (1, 2)),
        ("[1 to 2]", (1, 2)),
        ("[1 bis 2]", (1, 2)),
        ("[1 à 2]", (1, 2)),
        ("[1 et 2]", (1, 2)),
        ("(1 and 2)", (1, 2)),
        ("(see 1, 2)", (1, 2)),
        ("(e.g., 1,2)", (1, 2)),
    ],
)
def test_numbers_with_words_between_them_are_markers_where_a_list_answers_them(
    written: str, meant: tuple[int, ...]
) -> None:
    sign = written[0] + "1" + written[-1]
    text = f"This pain is common in the clinic {sign}. The nerve is found at once {written} in the young."
    assert marked(text + LIST) == [(sign, (1,)), (written, meant)]


def test_numbers_with_words_between_them_that_no_list_answers_are_counts() -> None:
    assert marked("Studies had children (2 and 3), some [2 to 4] and others (1 and 2). Trials [1 and 4] too.") == []


def test_in_round_brackets_two_ages_are_no_markers() -> None:
    text = "This pain is common in the clinic (1). It was seen at ages (1 and 2) and in many (1 to 2)."
    assert marked(text + LIST) == [("(1)", (1,))]


def test_references_from_one_to_another_are_all_between() -> None:
    text = "This pain is common in the clinic [1]. It is shown in references 1 to 2."
    assert marked(text + LIST) == [("[1]", (1,)), ("references 1 to 2", (1, 2))]


@pytest.mark.parametrize("sup", ["<sup>1</sup><sup>2</sup>", "<sup>1&ndash;2</sup>", "<sup>1,&nbsp;2</sup>"])
def test_raised_numbers_of_markdown_may_stand_in_two_tags_and_have_entities(sup: str) -> None:
    assert [numbers for _, numbers in marked(f"It is common in the clinic.{sup} It is." + LIST, "a.md")] == [(1, 2)]


JAPANESE = (
    "\n\n文献\n1) 山田太郎. 神経障害. 整形外科 2012; 63: 1-5.\n2) 鈴木一郎. 神経. 臨床整形外科 2013; 48: 10-15.\n"
)


def test_numbers_behind_japanese_words_are_closed_by_a_bracket() -> None:
    found = cited(f"痛みが強くなる1)2)。報告もある1,2)。また1)～2)も。次の通り。1)病歴、2)診察。{JAPANESE}")
    assert [(one.raw, one.numbers) for one in found if one.form == "marker"] == [
        ("1)2)", (1, 2)),
        ("1,2)", (1, 2)),
        ("1)～2)", (1, 2)),
    ]


def test_indices_of_symbols_are_no_markers_where_brackets_stand_behind_blanks() -> None:
    kim, lee = "[1] Kim C. Nerves. Spine. 2012;37:1-9.", "[2] Lee B. Pain. Pain. 2013;14:2-3."
    found = cited(f"It hurts [1]. It ends [2]. The axis to[1] rose.\n\nReferences\n\n{kim}\n{lee}\n")
    assert [one.raw for one in found if one.form == "marker"] == ["[1]", "[2]"]


def test_a_sentence_may_begin_with_numbers_that_are_called_references() -> None:
    kim, lee = "1. Kim C. Nerves. Spine. 2012;37:1-9.", "2. Lee B. Pain. Pain. 2013;14:2-3."
    found = cited(f"It hurts. Refs. 1-2 show it. Reference 2 mg is a dose.\n\nReferences\n\n{kim}\n{lee}\n")
    assert [one.raw for one in found if one.form == "marker"] == ["Refs. 1-2"]


@pytest.mark.parametrize("name", ["COVID-19", "IL-6", "SARS-CoV-2", "PD-L1", "(ICD-10"])
@pytest.mark.parametrize("mark", [" (2)", "(2)", " [2]", "[2]", "<sup>2</sup>", "²", "^(2)", "⁽²⁾"])
def test_a_number_at_the_end_of_a_name_keeps_no_marker_behind_it_from_being_one(name: str, mark: str) -> None:
    first = "[1]" if mark.strip()[0] == "[" else "(1)" if mark.strip()[0] == "(" else "<sup>1</sup>"
    listed = "".join(f"{n}. Berg A, Cruz B. Invented nerves {n}. J Invent. 2012;3:{n}.\n" for n in (1, 2))
    found = cited(
        f"It hurts badly {first}. It is said of {name}{mark}. It goes on.\n\n## References\n\n{listed}", "a.md"
    )
    assert [one.numbers for one in found if one.form == "marker"] == [(1,), (2,)]


@pytest.mark.parametrize(
    "power", ["10<sup>2</sup>", "mm-2<sup>2</sup>", "R<sup>2</sup>", "12³", "2018 (2)", "the score 12 (2)"]
)
def test_a_number_behind_a_figure_or_unit_is_no_marker(power: str) -> None:
    listed = "".join(f"{n}. Berg A, Cruz B. Invented nerves {n}. J Invent. 2012;3:{n}.\n" for n in (1, 2, 3))
    found = cited(f"It hurts badly (1). It is said of {power} here. It goes on.\n\n## References\n\n{listed}", "a.md")
    assert [one.numbers for one in found if one.form == "marker"] == [(1,)]


def test_raised_numbers_may_have_pages_behind_them() -> None:
    listed = "".join(f"{n}. Berg A, Cruz B. Invented nerves {n}. J Invent. 2012;3:{n}.\n" for n in (1, 2, 3))
    text = f"It hurts.<sup>1(p32),3</sup> It goes on.<sup>2(pp4-6)</sup>\n\n## References\n\n{listed}"
    assert [one.numbers for one in cited(text, "a.md") if one.form == "marker"] == [(1, 3), (2,)]


def test_numbers_set_down_at_words_are_markers_where_they_are_half_of_the_list() -> None:
    listed = "\n".join(f"{n}. Berg A, Cruz B. Invented nerves {n}. J Invent. 2012;3:{n}." for n in (1, 2, 3, 4))
    text = "It hurts adults1. It was seen before2,3, as sha1 and covid19 tell.\n\nReferences\n\n"
    assert [one.numbers for one in cited(text + listed) if one.form == "marker"] == [(1,), (2, 3)]
    text = "It hurts adults1. It was seen before, as sha1 and b12 tell.\n\nReferences\n\n"
    assert [one.numbers for one in cited(text + listed) if one.form == "marker"] == []


@pytest.mark.parametrize("first", ["Berg A", "van der Berg A", "O’Berg A", "A. Berg"])
@pytest.mark.parametrize("label", ["[{}]", "[{}] "])
def test_labels_may_be_glued_to_entries(first: str, label: str) -> None:
    works = [f"{first}, Cruz B. Invented nerves {n}. J Invent. 2012;3:{n}." for n in (1, 2)]
    listed = "\n\n".join(label.format(n) + work for n, work in enumerate(works, 1))
    found = [(one.number, one.raw) for one in cited(f"It hurts.\n\nReferences\n\n{listed}\n") if one.in_list]
    assert found == list(enumerate(works, 1))


def test_a_raised_number_that_leads_to_the_part_of_that_number_and_name_is_no_marker() -> None:
    text = "Users of “warfarin”¹³ in trials.² A visit to care³ in trials.\n\n13. Warfarin\n\n3. Term care\n"
    assert marked(text + LIST) == [("²", (2,)), ("³", (3,))]
    assert marked(text.replace("3. Term care", "3. Care") + LIST) == []


def test_the_line_of_a_table_of_contents_is_no_marker() -> None:
    text = "15.\treferences\t2\n\nPain is common (references 1 and 2)."
    assert marked(f"{text}{LIST}") == [("(references 1 and 2)", (1, 2))]


def test_what_and_or_joins_is_an_enumeration() -> None:
    assert marked(f"It needs (1) a visit in any clinic on different dates, and/or (2) a diagnosis at home.{LIST}") == []


LOST = "Walking eases pain {}. It is cheap {} and safe. Rest was usual {}, but its harms are great {}."


@pytest.mark.parametrize(
    "signs",
    [
        ("[21]", "[22,23]", "[24]", "[25-27]"),
        ("(1)", "(2,3)", "(4)", "(5-7)"),
        ("[1]", "[2,3]", "[4]", "[5-7]"),
    ],
)
def test_numbers_that_count_up_at_the_ends_of_clauses_are_the_markers_of_a_lost_list(signs: tuple[str, ...]) -> None:
    text = f"{LOST.format(*signs)} It was told again {signs[-1].replace('7', '8')}."
    assert [shown for shown, _ in marked(text)] == [*signs, signs[-1].replace("7", "8")]


@pytest.mark.parametrize(
    "text",
    [
        "From (1) we get (2). By (2,3) this gives (4), and so by (5-7) we have (8).",
        "The court held so at [21]. It went on at [22], [23]. It said why at [24]. It closed at [25].",
        "The housing [12] holds a spring [13]. The spring [13] presses the valve [14]. A lid covers the tank [15-17].",
        "Walking eases pain in many adults [12]. It is cheap and has few harms [13].",
        "Soup of the day¹ and bread². Fried fish³,⁴ with salad⁵.\n\n¹ milk ² gluten ³ fish ⁴ egg ⁵ nuts",
        "Trim the hedge (2). The neighbour may ask for it (3), subject to § 14 (4). The fee is due (5,6).",
        "Mix the flour (500). Rest it (30). Fold it (2,3), bake it (45). Store it for days (4-6).",
        "Sodium²³ and chlorine³⁵, then copper²⁺. Carbon¹², carbon¹³, carbon¹⁴. Uranium²³⁵ is heavy.",
        "The first is args[1]. Read buffer [3]. Use the stack [4], the queue [5]. Codes are [12], [13] and [14].",
        "The kit has a saw (1), a plane (2), nails (3-5), and glue (6). The lid is of oak (7).",
        "The king [1] stands on his square. The queen [2] stands on hers. The pawns [5-12] stand before them.",
    ],
)
def test_numbers_of_equations_judgments_parts_and_meals_are_none(text: str) -> None:
    assert marked(text) == []


def test_raised_numbers_that_a_blank_parts_are_two_markers() -> None:
    text = "Pain is common<sup>2</sup> <sup>1</sup> and it is^1^ ^2^ cured, not <sup>3</sup> <sup>2</sup>H."
    assert marked(text + LIST, "a.md") == [
        ("<sup>2</sup>", (2,)),
        ("<sup>1</sup>", (1,)),
        ("^1^", (1,)),
        ("^2^", (2,)),
    ]


def test_a_range_of_two_dashes_is_a_range() -> None:
    text = "Pain is common^1--2^ and cured [1--2]."
    assert [numbers for _, numbers in marked(text + LIST, "a.md")] == [(1, 2), (1, 2)]


def test_a_line_may_go_on_with_an_escaped_bracket() -> None:
    text = "Pain is common in adults \\[1\\] and in children of\n\\[2\\] and it goes on."
    assert [numbers for _, numbers in marked(text + LIST, "a.md")] == [(1,), (2,)]
