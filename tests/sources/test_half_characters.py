"""Answers that spell half of a character, which no file can hold: a text without it, or a refusal. All are invented."""

from __future__ import annotations

import msgspec
import pytest

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Request
from cluneal_lit.sources import crossref, pubmed

DOI = Request("crossref", "https://example.org/works/x", ("doi:10.5555/a",))
PMID = Request("pubmed", "https://example.org/efetch.fcgi", ("pmid:1",))
WORK = '{"status": "ok", "message": {"DOI": "10.5555/a", "title": ["Invented %s knees"]}}'
ARTICLE = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Invented %s knees"
    "</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)


@pytest.mark.parametrize("half", ["\\ud800", "\\ud83d \\ude00", "\ud800"])
def test_json_with_half_a_character_is_refused(half: str) -> None:
    with pytest.raises(SourceError, match="Crossref gave no usable answer: its JSON is cut off or broken"):
        crossref.parse(DOI, Answer(200, (WORK % half).encode(errors="surrogatepass"), "application/json"))


@pytest.mark.parametrize("half", ["&#xD800;", "&amp;#xD800;", "&#55357;&#56832;"])
def test_an_entity_of_half_a_character_in_a_title_stands_for_an_unknown_one(half: str) -> None:
    (record,) = crossref.parse(DOI, Answer(200, (WORK % half).encode(), "application/json")).records
    assert msgspec.json.encode(record) and set(record.fields.title) - set("Invented knees") == {"\ufffd"}


@pytest.mark.parametrize("half", ["&#xD800;", "&amp;#xD800;", "\ud800"])
def test_xml_with_half_a_character_is_refused_or_read_without_it(half: str) -> None:
    try:
        reply = pubmed.parse(PMID, Answer(200, (ARTICLE % half).encode(errors="surrogatepass"), "text/xml"))
    except SourceError as error:
        assert "PubMed" in str(error)
    else:
        assert msgspec.json.encode(reply) and [record.id for record in reply.records] == ["pmid:1"]
