"""Preprints, chapters, talks and manuscripts beside the article or book of their title."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Record
from cluneal_lit.store import bibliographies
from tests.duplicates.invented import SAID, record
from tests.duplicates.judged import outcome

NOWHERE = {"volume": "", "issue": "", "page": "", "container_title": ""}
SAYS = "title = {%s}, author = {Quimby, A and Orlov, B and Petrova, C}, year = 2018" % SAID["title"]  # noqa: UP031


def of(kind: str, **said: Any) -> Record:
    whole = record(**{**NOWHERE, **said})
    return replace(whole, fields=replace(whole.fields, type=kind))


def bibtex(kind: str, said: str) -> Record:
    return bibliographies.read(f"@{kind}{{a, {SAYS}, {said}}}".encode(), "a.bib")[0][0]


@pytest.mark.parametrize("kind", ["misc", "unpublished", "article"])
@pytest.mark.parametrize(
    "said",
    [
        *("howpublished = {bioRxiv}", "type = {preprint}", "note = {Preprint}", "note = {bioRxiv 2020.01.01.123456}"),
        *("archiveprefix = {bioRxiv}, eprint = {2020.01.01}", "eprinttype = {medRxiv}", "note = {Posted on medRxiv}"),
        *("url = {https://www.biorxiv.org/content/10.1101/1v1}", "url = {https://osf.io/preprints/psyarxiv/ab3cd}"),
        "howpublished = {Preprint at \\url{https://www.researchsquare.com/article/rs-1/v1}}",
    ],
)
def test_a_preprint_is_known_by_any_word_for_its_server(kind: str, said: str) -> None:
    assert outcome(bibtex(kind, said), record()) == "apart"


@pytest.mark.parametrize(
    "said",
    [
        "journal = {Journal of Invented Medicine}, url = {https://www.biorxiv.org/content/10.1101/1v1}",
        "note = {The figures differ from those of the preprint}, journal = {Journal of Invented Medicine}",
        "url = {https://example.org/nerves}",
    ],
)
def test_an_article_that_names_a_server_besides_its_journal_is_none(said: str) -> None:
    assert outcome(bibtex("article", said), record()) == "join"


@pytest.mark.parametrize("said", ["note = {under review}", "note = {Submitted to Invented Medicine}"])
@pytest.mark.parametrize("kind", ["unpublished", "article", "misc"])
def test_a_manuscript_is_asked_about_beside_its_article(kind: str, said: str) -> None:
    assert outcome(bibtex(kind, said), record()) == "form"


@pytest.mark.parametrize("kind", ["paper-conference", "speech", "document", "patent", "chapter", "manuscript"])
def test_another_kind_of_text_without_a_journal_is_asked_about_beside_an_article(kind: str) -> None:
    assert outcome(of(kind), record()) == "form"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (of("chapter", container_title="Handbook of pain", page="101-120"), of("book"), "form"),
        (of("document"), of("report"), "join"),  # @misc, and GEN, are what nobody knows better
        (of("paper-conference", container_title=SAID["container_title"]), of("article-journal"), "form"),
        (of("paper-conference", container_title=SAID["container_title"]), record(), "join"),
    ],
)
def test_types_that_are_two_are_asked_about_where_not_both_name_what_they_stand_in(
    one: Record, other: Record, expected: str
) -> None:
    assert outcome(one, other) == expected
