"""Citation keys of pandoc and Manubot."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.citations.found import cited, written


def keys(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What stands as key, and the identifiers in it."""
    return [(citation.cited_as, citation.ids.keys()) for citation in cited(text, "a.md")]


def test_each_key_in_brackets_is_a_citation() -> None:
    assert keys("So [see @isu2018, p. 3; -@aota]. As @aota says.") == [("isu2018", ()), ("aota", ()), ("aota", ())]


def test_keys_with_identifiers_have_them() -> None:
    assert keys("[@pmid:29656623; @doi:10.1007/978-3-319-00026-8_8] @pmcid:PMC5944640. [@pmc:PMC4719068]") == [
        ("pmid:29656623", ("pmid:29656623",)),
        ("doi:10.1007/978-3-319-00026-8_8", ("doi:10.1007/978-3-319-00026-8_8",)),
        ("pmcid:PMC5944640", ("pmcid:PMC5944640",)),
        ("pmc:PMC4719068", ("pmcid:PMC4719068",)),
    ]


def test_keys_of_wiki_links_and_of_front_matter_are_citations() -> None:
    assert keys("Pain [[@aota|Aota 2007]] and [[@isu2018]].") == [("aota", ()), ("isu2018", ())]
    assert keys("---\nnocite: |\n  @isu, @pmid:29656623\nauthor: '@kim2019'\n---\nText.") == [
        ("isu", ()),
        ("pmid:29656623", ("pmid:29656623",)),
    ]


def test_a_short_doi_is_a_key_of_its_own_kind() -> None:
    assert keys("[@doi:10/gddkhn; @shortdoi:10/gdzs5p]") == [
        ("doi:10/gddkhn", ("shortdoi:10/gddkhn",)),
        ("shortdoi:10/gdzs5p", ("shortdoi:10/gdzs5p",)),
    ]


@pytest.mark.parametrize("key", ["doi:10/x", "shortdoi:10/x"])
def test_what_looks_like_a_short_doi_and_is_none_is_malformed(key: str) -> None:
    (citation,) = cited(f"[@{key}]")
    assert (citation.form, citation.malformed) == ("key", (f"@{key}",))


def test_a_key_whose_identifier_has_the_wrong_form_is_malformed() -> None:
    (citation,) = cited("[@pmid:123456789]")
    assert (citation.form, citation.malformed) == ("key", ("@pmid:123456789",))


@pytest.mark.parametrize(
    "text",
    [
        "Write to info@example.org.",
        "Follow @spine_clinic and @user.",
        "Follow @clinic2020.\n\n@decorator2020\ndef painful(): ...",
        "See @fig-one, [@fig:x], @tbl-2 and @sec-method; @eq-3.",
        "Thanks to [@user](https://github.com/user).",
        '["@context"]',
    ],
)
def test_addresses_handles_and_cross_references_are_no_keys(text: str) -> None:
    assert written(text, "a.md") == []


def test_keys_of_obsidian_are_keys() -> None:
    assert keys("As [[@smith2019]] and [[@jones]] say.") == [("smith2019", ()), ("jones", ())]


@pytest.mark.parametrize("nocite", ["nocite: '@a, @b'", "nocite: |\n  @a, @b", 'nocite: "@a;@b"'])
def test_what_a_front_matter_lists_without_citing_it_is_cited(nocite: str) -> None:
    assert keys(f"---\ntitle: An invented page\n{nocite}\nauthor: '@c'\n---\n\nText.\n") == [("a", ()), ("b", ())]


@pytest.mark.parametrize(
    "nocite",
    [
        'nocite: "@pmid:29656623, @doi:10.5555/x"',
        "nocite: '@pmid:29656623, @doi:10.5555/x'",
        "nocite: ['@pmid:29656623', \"@doi:10.5555/x\"]",
        "nocite:\n- \"@pmid:29656623\"\n- '@doi:10.5555/x'",
        "nocite: '@pmid:29656623, @{doi:10.5555/x}'",
    ],
)
def test_what_says_which_identifier_it_is_is_a_key_behind_a_quote_of_yaml_too(nocite: str) -> None:
    assert keys(f"---\n{nocite}\n---\n\nText.\n") == [
        ("pmid:29656623", ("pmid:29656623",)),
        ("doi:10.5555/x", ("doi:10.5555/x",)),
    ]


@pytest.mark.parametrize("before", ["“", '"', "'", "„", "«", "/ ", "|", ">", "…"])
def test_what_says_which_identifier_it_is_is_a_key_behind_any_sign(before: str) -> None:
    assert keys(f"So {before}@pmid:29656623 says.") == [("pmid:29656623", ("pmid:29656623",))]


@pytest.mark.parametrize("before", ["a", "7", "\\", "https://example.org/"])
def test_behind_letters_and_in_addresses_it_is_no_key(before: str) -> None:
    assert "pmid:29656623" not in [key for key, _ in keys(f"So {before}@pmid:29656623 says.")]


def test_a_name_and_year_is_a_key_in_a_text_that_has_keys() -> None:
    assert keys("As @isu2018 says [@aota].") == [("isu2018", ()), ("aota", ())]


def test_the_heading_of_a_wiki_link_is_no_part_of_its_key() -> None:
    assert keys("As [[@isu2018#methods|Isu]] says.") == [("isu2018", ())]


def test_an_address_as_key_has_its_identifier() -> None:
    assert keys("As @{https://doi.org/10.5555/invented.1} says.") == [
        ("https://doi.org/10.5555/invented.1", ("doi:10.5555/invented.1",))
    ]


@pytest.mark.parametrize("doi", ["10.1000/a<x>b", "10.1000/(sici)1:2<3::aid-a4>3.0.co;2-5", "10.1000/a[b]c"])
def test_a_key_in_braces_is_the_whole_of_its_doi(doi: str) -> None:
    assert keys(f"As [@{{doi:{doi}}}, p. 3] says.") == [(f"doi:{doi}", (f"doi:{doi}",))]


def test_what_endnote_has_not_formatted_is_cited() -> None:
    assert keys("So {Isu, 2018 #33;Aota, 2014 #7@12}, not {x; y #3}.") == [("Isu, 2018 #33", ()), ("Aota, 2014 #7", ())]


def test_a_key_in_a_note_that_is_a_reference_is_cited_too() -> None:
    kim = "Kim C, Lee B. Superior nerves. Spine. 2012;37(1):1-9. See also [@doe2014]."
    found = cited(f"Pain.[^1]\n\n[^1]: {kim}\n", "a.md")
    assert [(one.form, one.cited_as) for one in found] == [("marker", "[^1]"), ("reference", ""), ("key", "doe2014")]


_CONTEXTS = (
    "({})",
    "(see {})",
    "(see {}, too)",
    "({}.)",
    "({}, p. 3)",
    "({}; and more)",
    '"{} says"',
    '"{}"',
    "„{}“",
    "“{}”",
    "‘{}’",
    "'{}'",
    "«{}»",
    "‹{} so›",
    "![Caption {}](x.png)",
    "![Caption [{}]](x.png)",
    "[the words {}](https://example.org/)",
    "| a | b |\n|---|---|\n|{}|[{}]|",
    "*{}* and **{}**",
    "[{}]{{.x}}",
    "A note.^[See {} for more.]",
    "# Heading {}",
    "- {}\n- [{}, pp. 3-5; see also {}]",
    "As {}'s work; {}, {}; dash---{}",
    "{}!",
    "{}?",
    "{}: it",
    "<b>{}</b>",
    "... ({}). ({})",
)


@pytest.mark.parametrize("context", _CONTEXTS)
@pytest.mark.parametrize("key", ["doi:10.5555/w.1", "pmid:29656623"])
def test_what_pandoc_takes_for_a_key_is_one(context: str, key: str) -> None:
    number = context.count("{}")
    assert [name for name, _ in keys(context.format(*[f"@{key}"] * number))] == [key] * number


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_takes_the_same_for_keys() -> None:
    names = [f"doi:10.5555/w.{number}" for number in range(sum(one.count("{}") for one in _CONTEXTS))]
    waiting = iter(names)
    text = "\n\n".join(one.format(*[f"@{next(waiting)}" for _ in range(one.count("{}"))]) for one in _CONTEXTS)
    done = subprocess.run(["pandoc", "-t", "json"], input=text, capture_output=True, text=True, check=True)
    taken = re.findall(r'"citationId":"([^"]*)"', done.stdout)
    assert sorted(set(taken)) == sorted(names)
    assert sorted({name for name, _ in keys(text)}) == sorted(names)
