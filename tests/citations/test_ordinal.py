"""Lists whose labels count and are no numbers alone, and the markers that name them. All references are invented."""

from __future__ import annotations

from itertools import product

import pytest

from tests.citations.found import cited

NAMES = ("Doe F, Roe G", "Kim C, Lee B", "Park J, Yun A", "Zeller C")
ENTRIES = [
    f"{names}. Invented nerve {place}. Pain 201{place};{place}:1-9. doi:10.5555/nerve.{place}"
    for place, names in enumerate(NAMES, 1)
]
FORMS = [
    "[a] [b] [c] [d]",
    "(a) (b) (c) (d)",
    "a. b. c. d.",
    "a) b) c) d)",
    "i. ii. iii. iv.",
    "(i) (ii) (iii) (iv)",
    "I. II. III. IV.",
    "A. B. C. D.",
    "[A] [B] [C] [D]",
    "A1 A2 A3 A4",
    "S1. S2. S3. S4.",
    "[S1] [S2] [S3] [S4]",
]


def listed(labels: list[str], path: str, apart: str = "\n") -> str:
    lines = [f"{label} {entry}" for label, entry in zip(labels, ENTRIES, strict=True)]
    if path == "a.html":
        return f"<h2>References</h2>{''.join(f'<p>{line}</p>' for line in lines)}"
    return f"## References\n\n{apart.join(lines)}\n"


@pytest.mark.parametrize("labels", FORMS)
@pytest.mark.parametrize(("path", "apart"), [("a.md", "\n"), ("a.md", "\n\n"), ("a.txt", "\n"), ("a.html", "")])
def test_each_is_an_entry_with_its_label_and_its_identifier(labels: str, path: str, apart: str) -> None:
    found = cited(listed(labels.split(), path, apart), path)
    assert [(one.form, one.in_list, one.number, one.label) for one in found] == [
        ("reference", True, None, label.strip("[().]")) for label in labels.split()
    ]
    assert [one.ids.doi for one in found] == [f"10.5555/nerve.{place}" for place in range(1, 5)]
    assert [one.fields.author[0].family for one in found] == ["Doe", "Kim", "Park", "Zeller"]


@pytest.mark.parametrize(
    ("labels", "said", "meant"),
    [
        ("[a] [b] [c] [d]", "It hurts [a] and burns [c, d].", [[0], [2, 3]]),
        ("a. b. c. d.", "It hurts [a–c].", [[0, 1, 2]]),
        ("a. b. c. d.", "It hurts <sup>b</sup> and burns.<sup>a,d</sup>", [[1], [0, 3]]),
        ("i. ii. iii. iv.", "It hurts [i] and burns [ii–iv].", [[0], [1, 2, 3]]),
        ("(a) (b) (c) (d)", "It hurts (b), and burns (c).", [[1], [2]]),
        ("A1 A2 A3 A4", "It hurts [A2].", [[1]]),
        ("S1. S2. S3. S4.", "It hurts [S1–S3, S4] and burns [see S2].", [[0, 1, 2, 3], [1]]),
        ("S1. S2. S3. S4.", "It hurts [S2-4].", [[1, 2, 3]]),
        ("(S1) (S2) (S3) (S4)", "It hurts (S2) and burns.", [[1]]),
    ],
)
def test_labels_in_brackets_mean_their_entries(labels: str, said: str, meant: list[list[int]]) -> None:
    found = cited(f"{said}\n\n{listed(labels.split(), 'a.md')}", "a.md")
    entries = [one.id for one in found if one.in_list]
    markers = [one for one in found if one.form == "marker"]
    assert [[entries.index(each) for each in one.cites] for one in markers] == meant


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ("[a] [b] [c] [d]", "She said that it was [a] nerve."),
        ("(a) (b) (c) (d)", "We saw (a) the nerve, and (b) the muscle."),
        ("A1 A2 A3 A4", "It lies at (A2)."),
    ],
)
def test_letters_that_a_sentence_holds_are_no_markers(labels: str, said: str) -> None:
    found = cited(f"{said}\n\n{listed(labels.split(), 'a.md')}", "a.md")
    assert [one.raw for one in found if not one.in_list] == []


def test_a_label_as_those_of_the_list_that_it_lacks_is_missing() -> None:
    marker = cited(f"It hurts [S9].\n\n{listed('S1. S2. S3. S4.'.split(), 'a.md')}", "a.md")[0]
    assert (marker.raw, marker.missing) == ("[S9]", ("S9",))


def test_a_list_of_the_supplement_takes_no_number_of_the_articles_own() -> None:
    own = "\n".join(f"{place}. Own {entry}" for place, entry in enumerate(ENTRIES, 1))
    text = f"It hurts [2] and burns [S2].\n\n# References\n\n{own}\n\n# Supplementary references\n\n"
    found = cited(text + listed("S1. S2. S3. S4.".split(), "a.md"), "a.md")
    entries = [one for one in found if one.in_list]
    markers = [one for one in found if one.form == "marker"]
    assert [[entries.index(each) for each in entries if each.id in one.cites] for one in markers] == [[1], [5]]


@pytest.mark.parametrize(
    "text",
    [
        "The nerve of\nS1. Pain is felt at\nL5. It hurts.\n",
        "References\n\nDoe F. The nerve of\nA. Roe. Pain 2011;1:1-9.\n\nKim C. Pain, p.\ni. Nerves. Pain 2012;2:1-9.\n",
    ],
)
def test_what_a_line_break_brought_to_the_beginning_of_a_line_is_no_label(text: str) -> None:
    assert [one.label for one in cited(text) if one.label] == []


@pytest.mark.parametrize(
    "labels",
    [
        "[a] [b] [d] [k]",
        "[a] [b] [i] [t]",
        "a. b. d. k.",
        "A. B. C. M.",
        "[A] [D] [K] [Z]",
        "[S1] [S2] [S6] [S19]",
        "[S1] [S7] [S10] [S23]",
        "S1. S2. S6. S19.",
        "i. ii. ix. xl.",
        "[i] [ii] [lxxxviii] [xc]",
        "I. II. XXXVIII. XCIX.",
    ],
)
def test_labels_that_leave_others_out_begin_entries(labels: str) -> None:
    found = cited(listed(labels.split(), "a.txt"), "a.txt")
    assert [(one.in_list, one.label) for one in found] == [(True, label.strip("[().]")) for label in labels.split()]
    assert [one.ids.doi for one in found] == [f"10.5555/nerve.{place}" for place in range(1, 5)]


@pytest.mark.parametrize("form", ["[{}]", "({})", "{}.", "{})"])
def test_letters_and_numerals_go_on_as_far_as_they_are_counted(form: str) -> None:
    letters = [chr(97 + place % 26) for place in range(26)]
    letters += [f"a{one}" for one in letters] + ["ba"]
    tens, ones = ("", *"x xx xxx xl l lx lxx lxxx xc c".split()), ("", *"i ii iii iv v vi vii viii ix".split())
    numerals = [ten + one for ten in tens for one in ones][1:102]
    for labels in (letters, numerals):
        lines = [f"{form.format(name)} Doe F. Nerve {at}. Pain 2001;{at}:1-9." for at, name in enumerate(labels, 1)]
        assert [one.label for one in cited("References\n\n" + "\n".join(lines))] == labels


def test_a_numeral_among_letters_does_not_end_their_list() -> None:
    inner = "(i) Doe F. One. Pain 2001;1:1-9.\n(ii) Doe F. Two. Pain 2001;2:1-9."
    lines = [f"({one}) {entry}" for one, entry in zip("abcd", ENTRIES, strict=True)]
    found = cited("References\n\n" + "\n".join([*lines[:2], inner, *lines[2:]]))
    assert [one.label for one in found] == ["a", "b", "i", "ii", "c", "d"]


@pytest.mark.parametrize(
    "part",
    ["   a. Erratum: Pain 2013;3:1.\n   b. Comment: Lee B. Pain 2013;3:2.", "(a) Pain 2013;3:1.\n(b) Pain 2013;3:2."],
)
@pytest.mark.parametrize("place", [1, 2, 3])
def test_letters_within_a_numbered_entry_are_parts_of_it(part: str, place: int) -> None:
    lines = [f"{number}. {entry.split(' doi')[0]}" for number, entry in enumerate(ENTRIES[:3], 1)]
    lines[place - 1] += f" In:\n{part}" if part.startswith("(") else f"\n{part}"
    for apart in ("\n", "\n\n"):
        marker, *found = cited("It hurts [1–3].\n\n## References\n\n" + apart.join(lines), "a.md")
        assert [(one.number, one.label) for one in found] == [(1, ""), (2, ""), (3, "")]
        assert len(marker.cites) == 3
        assert "3:2" in found[place - 1].raw


@pytest.mark.parametrize(
    "above", ["## 2. References\n\n", "2. References\n", "1. Lee B. Spine 2001;1:1-9.\n\nNotes\n\n"]
)
def test_letters_below_a_numbered_heading_or_another_list_are_a_list(above: str) -> None:
    lines = "\n".join(f"[{one}] {entry}" for one, entry in zip("abcd", ENTRIES, strict=True))
    found = cited(f"1. Methods\n\nIt hurts [a].\n\n{above}{lines}\n\n3. Appendix\n", "a.md")
    assert [one.label for one in found if one.label] == ["a", "b", "c", "d"]


def test_initials_of_authors_are_no_labels_where_other_entries_begin_with_others() -> None:
    people = ["A. Doe, R. Roe, and P. Lee", "J. Kim, T. Park", "M. Yun and O. Roe", "B. Zeller, K. Doe, and L. Lee"]
    people += ["S. Lee", "C. Roe, M. Yun, and R. Park", "D. Park and T. Yun"]
    lines = [f"{names}. Invented nerve. Pain, {place}:1-9, 2019." for place, names in enumerate(people, 1)]
    for apart in ("\n", "\n\n"):
        found = cited(f"References\n\n{apart.join(lines)}\n")
        assert [one.raw for one in found] == lines
        assert [len(one.fields.author) for one in found] == [3, 2, 2, 3, 1, 3, 2]
        assert (found[0].fields.author[0].given, found[0].label) == ("A.", "")


def test_initials_that_count_by_chance_are_no_labels() -> None:
    lines = ["A. Doe, R. Roe. Nerve. Pain 2019;1:1-9.", "B. Kim, S. Lee. Nerve. Pain 2018;2:1-9."]
    lines += ["C. Park, M. Yun. Nerve. Pain 2017;3:1-9."]
    assert [one.raw for one in cited("References\n\n" + "\n".join(lines))] == lines
    two = [line.replace(". ", ". R. ", 1) for line in lines]  # with two initials both would do
    assert [one.label for one in cited("References\n\n" + "\n".join(two))] == ["A", "B", "C"]
    more = [*two, "J. Zeller, M. Roe. Nerve. Pain 2016;4:1-9."]
    assert [one.raw for one in cited("References\n\n" + "\n".join(more))] == more


@pytest.mark.parametrize(
    ("path", "label"),
    [
        *product(("a.md", "a.html"), ("<sup>{}</sup>", "<sup>{}.</sup>", "<sup>[{}]</sup>", "<sup>{}</sup> ")),
        ("a.md", "^{}^"),
    ],
)
def test_raised_numbers_label_entries_without_a_blank(path: str, label: str) -> None:
    lines = [label.format(place) + entry for place, entry in enumerate(ENTRIES, 1)]
    joined = "".join(f"<p>{line}</p>" for line in lines) if path == "a.html" else "\n\n".join(lines)
    heading = "<h2>References</h2>" if path == "a.html" else "## References\n\n"
    found = cited(f"{heading}{joined}\n", path)
    assert [(one.in_list, one.number, one.fields.author[0].family) for one in found] == [
        (True, 1, "Doe"),
        (True, 2, "Kim"),
        (True, 3, "Park"),
        (True, 4, "Zeller"),
    ]


def test_an_identifier_stays_with_its_reference_before_the_numeral_of_the_next() -> None:
    lines = f"so it is. {ENTRIES[0]}\nii. {ENTRIES[1]}"
    found = cited(f"It hurts, and {lines}\n", "a.md")
    assert [one.ids.doi for one in found] == ["10.5555/nerve.1", "10.5555/nerve.2"]
    assert {one.form for one in found} == {"reference"}


@pytest.mark.parametrize(
    ("path", "label"),
    [
        *product(("a.md", "a.html"), ("<sup>{}</sup>", "<sup>{}</sup> ")),
        *product(("a.md",), ("<sup>{}.</sup>", "^{}^ ", "^{}^")),
    ],
)
@pytest.mark.parametrize("names", ["abcd", ["i", "ii", "iii", "iv"]])
def test_raised_letters_label_entries(path: str, label: str, names: list[str]) -> None:
    lines = [label.format(name) + entry for name, entry in zip(names, ENTRIES, strict=True)]
    said = f"It hurts.<sup>{names[0]}</sup> It burns.<sup>{names[1]},{names[3]}</sup>"
    joined = "".join(f"<p>{line}</p>" for line in [said, "<h2>References</h2>", *lines])
    found = cited(joined if path == "a.html" else "\n\n".join([said, "## References", *lines]), path)
    entries = [one for one in found if one.in_list]
    assert [(one.label, one.fields.author[0].family) for one in entries] == list(
        zip(names, ("Doe", "Kim", "Park", "Zeller"), strict=True)
    )
    markers = [[entries.index(each) for each in entries if each.id in one.cites] for one in found if not one.in_list]
    assert markers == [[0], [1, 3]]


@pytest.mark.parametrize(
    "labels",
    [
        "[d] [e] [f] [g]",
        "d. e. f. g.",
        "[D] [E] [F] [G]",
        "(iv) (v) (vi) (vii)",
        "iv. v. vi. vii.",
        "S12. S13. S14. S15.",
        "S12. S13. S15. S16.",
    ],
)
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_the_rest_of_a_list_need_not_begin_at_the_first(labels: str, apart: str) -> None:
    names = [label.strip("[().]") for label in labels.split()]
    found = cited(f"It hurts [{names[1]}, {names[3]}].\n\n{listed(labels.split(), 'a.md', apart)}", "a.md")
    assert [(one.label, len(one.cited_at)) for one in found if one.in_list] == list(
        zip(names, (0, 1, 0, 1), strict=True)
    )


@pytest.mark.parametrize("form", ["[S{}]", "S{}."])
def test_a_chapter_may_stand_between_the_parts_of_a_list(form: str) -> None:
    first, rest = ([form.format(at) for at in four] for four in (range(1, 5), range(5, 9)))
    between = f"\n# More\n\n{'It goes on here. ' * 500}\n\n"
    text = f"It hurts [S2, S6].\n\n{listed(first, 'a.md')}{between}{listed(rest, 'a.md')}"
    found = [one for one in cited(text, "a.md") if one.in_list]
    assert [(one.label, len(one.cited_at)) for one in found] == [(f"S{at}", int(at in (2, 6))) for at in range(1, 9)]


@pytest.mark.parametrize(
    "lines",
    [
        "D. Kim, R. Stone. Nerves. Pain 2011;1:1-9.\nE. Lee, P. Hill. Backs. Pain 2012;2:1-9.\n"
        "F. Roe, M. Yun. Knees. Pain 2013;3:1-9.",
        "(d) the nerve\n(e) the back\n(f) Kim C, Lee B. Backs. Pain 2012;2:1-9.",
        "(d) Kim C, Lee B. Backs. Pain 2012;2:1-9.\n(e) Roe A. Backs. Pain 2013;2:1-9.",
        "S12 Kim C, Lee B. Backs. Pain 2012;2:1-9.\nS13 Roe A. Knees. Pain 2013;2:1-9.\n"
        "S14 Yun A. Toes. Pain 2014;2:1-9.",
    ],
)
def test_what_may_be_initials_parts_or_numbers_of_talks_labels_nothing_behind_the_first(lines: str) -> None:
    assert not [one.label for one in cited(f"Text.\n\n{lines}\n") if one.label]
