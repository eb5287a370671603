"""What of a Markdown source is more, or less, than text. The texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import markdown
from cluneal_lit.documents.file import File
from cluneal_lit.model import Document, Embedded, Span


def read(path: str, source: str) -> Document:
    return markdown.read(File(path, source.encode(), source))


def spans(text: str, *kinds: str) -> list[tuple[str, str]]:
    """Kind and text of the spans of these kinds."""
    return [(span.kind, text[span.start : span.end]) for span in read("a.md", text).spans if span.kind in kinds]


def test_the_text_stays_the_source() -> None:
    text = "# Title\n\n*pain* `code`\n"
    assert read("a.md", text).text == text


def test_fenced_and_inline_code_front_matter_and_comments_are_hidden() -> None:
    text = "---\na: b\n---\nx `PMID: 1` y\n\n```\nPMID: 2\n```\n<!-- PMID: 3 -->\n~~~ r\nPMID: 4\n"
    assert spans(text, "code", "deleted") == [
        ("code", "---\na: b\n---\n"),
        ("code", "`PMID: 1`"),
        ("code", "```\nPMID: 2\n```"),
        ("deleted", "<!-- PMID: 3 -->"),
        ("code", "~~~ r\nPMID: 4\n"),
    ]


def test_a_lone_backtick_hides_nothing() -> None:
    assert spans("a ` b\n\nc ` d", "code") == []


def test_links_carry_their_targets() -> None:
    text = "[A](https://doi.org/10.1016/s2589-7500(24)00061-x) <https://x.org> [B][b] [C]\n\n[b]: https://y.org\n"
    assert [span for span in read("a.md", text).spans if span.kind == "link"] == [
        Span(0, 50, "link", "https://doi.org/10.1016/s2589-7500(24)00061-x"),
        Span(51, 66, "link", "https://x.org"),
        Span(67, 73, "link", "https://y.org"),
    ]


def test_superscripts_and_emphasis_are_marked() -> None:
    text = "pain^12^ *J Pain Res* snake_case_name __b__"
    assert spans(text, "superscript", "markup") == [
        ("superscript", "^12^"),
        ("markup", "*"),
        ("markup", "*"),
        ("markup", "__"),
        ("markup", "__"),
    ]


@pytest.mark.parametrize(
    ("matter", "code", "keys"),
    [
        (
            "title: a\nnocite: |\n  @isu, @doi:10.1/x\n  @{kim}\nlang: en\n",
            ["title: a\nnocite:", "lang: en\n"],
            ["isu", "kim"],
        ),
        ("nocite: '@isu, @*'\n", ["nocite:", ""], ["isu"]),
        ("nocite:\n- '@isu'\n-  \"@kim\"\n", ["nocite:", ""], ["isu", "kim"]),
        ("title: '@isu'\nbibliography: refs.bib\n", ["title: '@isu'\nbibliography: refs.bib\n"], ["aota"]),
    ],
)
def test_front_matter_is_code_but_for_what_is_cited_without_a_place(
    matter: str, code: list[str], keys: list[str]
) -> None:
    document = read("a.qmd", f"---\n{matter}---\nText @aota.\n")
    hidden = [document.text[span.start : span.end] for span in document.spans if span.kind == "code"]
    assert "".join(hidden) == "---\n" + "".join(code) + "---\n" and len(hidden) == len(code)
    assert [(one.form, one.key) for one in document.embedded] == [("key", key) for key in keys]
    assert all(one.key in document.text[one.start : one.end] for one in document.embedded)


def test_a_work_without_a_place_stands_where_its_key_does() -> None:
    assert read("a.md", "---\nnocite: '@isu'\n---\n").embedded == (Embedded(13, 17, "key", key="isu"),)


@pytest.mark.parametrize(
    "hidden",
    [
        "%%PMID: 1%%",
        "%%\nPMID: 1\n\nPMID: 2\n%%",
        "<!-- %% PMID: 1 -->",
        "((64f1a2b3-1234-4abc-9def-0123456789ab))",
        "id:: 64f1a2b3-1234-4abc-9def-0123456789ab",
        "```{r}\n#| label: x\nPMID <- 1\n```",
        "`r PMID: 1`",
        "~~PMID: 1~~",
        "<del>PMID: 1</del>",
        "<s class='x'>PMID: 1\nPMID: 2</s>",
    ],
)
def test_comments_chunks_and_bookkeeping_are_no_text(hidden: str) -> None:
    assert [text for _, text in spans(f"x\n\n{hidden}\n\ny", "code", "deleted")] == [hidden]


@pytest.mark.parametrize(
    "text",
    [
        "a 5%% b 6%% c",
        "a %% b\n\nc %% d",
        "doi:: 10.1000/x",
        "a %%% b %%% c",
        "%%",
        "~~5 to ~~6",
        "a~~\n\nb~~",
        "<span>",
    ],
)
def test_signs_that_begin_no_comment_hide_nothing(text: str) -> None:
    assert spans(text, "code", "deleted") == []


@pytest.mark.parametrize(
    ("text", "link", "target", "seen"),
    [
        ("[[Isu 2018]]", "[[Isu 2018]]", "Isu 2018", "Isu 2018"),
        ("[[notes/isu#Results|Isu]]", "[[notes/isu#Results|Isu]]", "notes/isu#Results", "Isu"),
        ("[Isu T][a]\n\n[a]: x", "[Isu T][a]", "x", "Isu T"),
        ("[Isu T]\n\n[isu t]: x", "[Isu T]", "x", "Isu T"),
        ("[Isu][]\n\n[isu]: <x>", "[Isu][]", "x", "Isu"),
    ],
)
def test_links_of_wikis_and_by_reference_show_their_text(text: str, link: str, target: str, seen: str) -> None:
    found = read("a.md", text).spans
    (span,) = (span for span in found if span.kind == "link")
    marks = [(span.start, span.end) for span in found if span.kind == "markup"]
    assert (text[span.start : span.end], span.target) == (link, target)
    assert text[marks[0][1] : marks[1][0]] == seen


@pytest.mark.parametrize(
    "piece", ["[", "[[", "*", "_a", "`a", "``", "<a ", "<!--", "%%", "^[", "[^", "((", "\n- id::", "```\n"]
)
def test_a_source_made_to_be_slow_is_read(piece: str) -> None:
    text = f"---\nnocite:\n{piece * 20_000}"
    assert read("a.md", text).place(len(text)).line == text.count("\n") + 1


@given(st.text(alphabet="`~<!->[]()*_^\\ \nab#:%|@", max_size=120))
def test_spans_lie_within_the_text_in_order(text: str) -> None:
    found = read("a.md", text).spans
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert [span.start for span in found] == sorted(span.start for span in found)


BIB = b"@article{isu2018, title={Nerves}, doi={10.5555/isu}, pmid={90000001}}\n@book{kim, title={Backs}}\n"


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("bibliography: refs.bib", ["refs.bib"]),
        ("bibliography: [refs.bib, other.json]", ["refs.bib", "other.json"]),
        ("bibliography:\n  - lit/refs.bib", ["lit/refs.bib"]),
    ],
)
def test_keys_have_the_works_of_the_bibliography_beside(front: str, names: list[str]) -> None:
    source = f"---\n{front}\n---\nSo [@isu2018, p. 3; -@kim] and @other, not `@isu2018` or a@isu2018.\n"
    asked: list[str] = []

    def beside(name: str) -> bytes | None:
        asked.append(name)
        return BIB if name.endswith(".bib") else None

    found = markdown.read(File("a.qmd", source.encode(), source, beside)).embedded
    assert {name for name in asked if name.endswith((".bib", ".json"))} == set(names)
    assert [(one.key, source[one.start : one.end], one.ids.pmid, one.fields.title) for one in found] == [
        ("isu2018", "@isu2018", "90000001", "Nerves"),
        ("kim", "@kim", "", "Backs"),
        ("other", "@other", "", ""),
    ]


def test_a_key_with_a_colon_has_its_work_and_one_that_is_made_as_keys_are_counts_beside_a_bibliography() -> None:
    works = b"@article{Aad:2012tfa, ids={aad, higgs}, title={Boson}, doi={10.5555/aad}}"
    source = (
        "---\nbibliography: refs.bib\n---\n[@Aad:2012tfa] @Aad:2012tfa, @higgs, @isu2018, @fig-2018, ![[@i2018.png]]\n"
    )
    found = markdown.read(File("a.qmd", source.encode(), source, {"refs.bib": works}.get)).embedded
    assert [(one.key, one.ids.doi) for one in found] == [
        ("Aad:2012tfa", "10.5555/aad"),
        ("Aad:2012tfa", "10.5555/aad"),
        ("higgs", "10.5555/aad"),
        ("isu2018", ""),
    ]


def test_front_matter_may_hold_the_works_themselves() -> None:
    source = "---\nreferences:\n- id: isu\n  title: Nerves\n  DOI: 10.5555/isu\nlang: en\n---\nSo @isu.\n"
    (found,) = read("a.qmd", source).embedded
    assert (found.key, found.ids.doi, found.fields.title) == ("isu", "10.5555/isu", "Nerves")


@pytest.mark.parametrize("works", ["", "- a: [", " text", "\n- &a [*a]", "\n- id: [1]", "\n " + "[" * 3000])
def test_what_front_matter_calls_references_and_is_none_has_no_works(works: str) -> None:
    assert read("a.qmd", f"---\nreferences:{works}\n---\nSo @isu.\n").embedded == ()


def test_a_definition_that_a_link_uses_is_not_shown() -> None:
    text = "[A][1] [2]\n\n[1]: https://x.org 'T'\n[2]: https://y.org\n"
    assert spans(text, "deleted") == [("deleted", "[1]: https://x.org 'T'")]


def test_captions_of_chunks_are_shown() -> None:
    text = "```{r}\n#| fig-cap: 'From [@a].'\nx@y\n```\n\n```{r, fig.cap=\"See @b\"}\nx@y\n```\n"
    assert [span for _, span in spans(text, "code")] == [
        "```{r}\n#| fig-cap:",
        "\nx@y\n```",
        "```{r, fig.cap=",
        "}\nx@y\n```",
    ]


def test_other_names_for_works_mean_their_identifiers() -> None:
    text = "Pain [@lee; @tag:kim].\n\n[@lee]: pmid:20000271\n[@tag:kim]: doi:10.1000/kim.1\n[@unused]: pmid:20000272\n"
    assert [(one.form, one.cited_as, one.ids.keys()) for one in scan(read("a.md", text))] == [
        ("key", "lee", ("pmid:20000271",)),
        ("key", "tag:kim", ("doi:10.1000/kim.1",)),
        ("key", "unused", ("pmid:20000272",)),
        ("pmid", "", ("pmid:20000272",)),
    ]


def test_what_cites_the_whole_bibliography_cites_each_work_that_no_key_cites() -> None:
    works = BIB + b"@article{aad, ids={higgs}, title={Boson}}"
    source = '---\nbibliography: refs.bib\nnocite: "@*"\n---\nSo [@kim].\n'
    found = markdown.read(File("a.md", source.encode(), source, {"refs.bib": works}.get)).embedded
    assert [(one.key, source[one.start : one.end]) for one in found] == [
        ("isu2018", "@*"),
        ("aad", "@*"),
        ("kim", "@kim"),
    ]
    assert [one.raw for one in scan(markdown.read(File("a.md", b"", source, {"refs.bib": works}.get)))][:2] == [
        "@* isu2018",
        "@* aad",
    ]


INDENTED = {
    "So:\n\n    doi:10.1000/a\n\n    more\n\nBehind.\n": ["    doi:10.1000/a\n\n    more"],
    "## Usage\n    run 10.1000/a\nBehind.\n": ["    run 10.1000/a"],
    "\n\n\tcode at the top\n": ["\tcode at the top"],
    "- item\n\n    goes on\n\nBehind.\n\n    code\n": ["    code"],
    "1. item\nlazy line\n\n    goes on\n": [],
    "[^1]: A note.\n\n    Its second paragraph.\n": [],
    "Term\n\n:   Defined.\n\n    Further.\n": [],
    "!!! note\n\n    Admonished.\n": [],
    "A paragraph\n    that goes on.\n": [],
    "Listed:\n\n    - deep item\n    - other\n": [],
    "<div>\n\n    <p>As in HTML.</p>\n": [],
    "- item\n\n      code\n\n  text\n": ["      code"],
    "- item\n\n    text\n\n- next\n": [],
    "1. item\n\n       code\n\n       more\n\n2. next\n": ["       code\n\n       more"],
    "1. item\n\n    text\n": [],
    "- item\n\n    - nested\n\n      text\n\n          code\n": ["          code"],
    "-\titem\n\n\ttext\n\n\t\tcode\n": ["\t\tcode"],
    "- item goes\n      on lazily\n": [],
    "[^1]: A note.\n\n    Text.\n\n        code\n": ["        code"],
    "Text.\n\n    code\n": ["    code"],
}


@pytest.mark.parametrize("text", INDENTED)
def test_code_by_indent_is_told_from_what_goes_on_with_an_item(text: str) -> None:
    assert [said for _, said in spans(text, "code")] == INDENTED[text]


IN_CODE = "doi:10.1000/a https://doi.org/10.1000/b PMID: 20000271 pmid:20000272 [@isu2018] [1]"


@pytest.mark.parametrize("code", ["```python\n{}\n```", "```\n{}\n```", "~~~{{r}}\n{}\n~~~", "``{}``", "So:\n\n    {}"])
def test_code_cites_nothing(code: str) -> None:
    assert scan(read("a.md", f"Pain.\n\n{code.format(IN_CODE)}\n")) == ()


def test_of_a_command_only_arguments_with_the_name_of_their_scheme_are_read() -> None:
    found = scan(read("a.md", f"```sh\ncite {IN_CODE}\n```\n"))
    assert [one.ids.keys() for one in found] == [("doi:10.1000/a",), ("pmid:20000272",)]


def test_beside_a_bibliography_a_name_that_it_lacks_is_a_key_but_no_cross_reference_or_handle() -> None:
    source = "---\nbibliography: refs.bib\n---\nSo @kim and @nobody, see @fig-a, [@handle](https://x.example), a@b.\n"
    found = [
        markdown.read(File("a.md", b"", source, files.get)).embedded
        for files in ({"refs.bib": BIB}, {"refs.bib": b""}, dict[str, bytes]())
    ]
    assert [[one.key for one in each] for each in found] == [["kim", "nobody"]] * 3
