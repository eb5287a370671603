"""The page of a scan: the whole text, every citation marked in it and told beside it. The texts are invented."""

from __future__ import annotations

import html
import re
from pathlib import Path

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Finding
from cluneal_lit.outputs import scanned
from cluneal_lit.store import templates

TEMPLATES = templates.read([Path(__file__).resolve().parents[2] / "templates"])
TEXT = """The nerve is often missed (PMID: 29656623), they say <so>.

Others did not agree [1].

References

1. Isu T, Kim K. Nerves of the back & others. Neurospine. 2018;15(1):25-32. doi:10.14245/ns.1836024.012
"""


def page(text: str, name: str = "notes.txt", told: tuple[Finding, ...] = ()) -> str:
    document = read(name, text.encode())
    return scanned.page([(document, scan(document))], told, TEMPLATES)


def said(written: str) -> str:
    """The words of a page, without the numbers of citations."""
    plain = re.sub(r'<a class="number"[^>]*>\d+</a>', "", written)
    return html.unescape(re.sub(r"<[^>]+>", "", plain))


def test_the_whole_text_stands_there_and_every_citation_is_marked_once() -> None:
    written = page(TEXT)
    texts = [said(one) for one in re.findall(r'<p class="text">(.*?)</p>', written, re.DOTALL)]
    assert texts == [one.strip() for one in TEXT.split("\n\n")]
    assert re.findall(r'<mark class="(\w+)" id="t(\d+)">', written) == [
        ("identifier", "1"),
        ("marker", "2"),
        ("reference", "3"),
    ]


def test_beside_it_stands_what_each_was_read_as() -> None:
    cards = [said(one).split() for one in re.findall(r'<li id="c\d+".*?</li>', page(TEXT), re.DOTALL)]
    assert cards[0] == ["pmid", "1:28", "pmid:29656623"]
    assert cards[1] == ["marker", "3:22", "stands", "for", "1"]
    assert cards[2][:8] == ["reference", "7:4", "number", "1", "of", "its", "list", "doi:10.14245/ns.1836024.012"]
    assert "Nerves of the back & others" in " ".join(cards[2])


def test_a_document_without_citations_says_so() -> None:
    assert "No citation was found." in page("Nothing here.")


def test_what_stands_in_one_another_is_shown_once() -> None:
    text = "1. Isu T, Kim K. Nerves of the back. Neurospine. 2018;15:25-32. PMID: 1. See also PMID: 2 and PMID: 3.\n"
    (block,) = re.findall(
        r'<p class="text">(.*?)</p>', page(f"References\n\n{text}").partition("References</p>")[2], re.DOTALL
    )
    assert said(block) == text.strip()


def test_the_notes_of_a_block_with_many_citations_stand_under_it() -> None:
    several = [" ".join(f"PMID: {number}" + "." for number in range(1, count + 1)) for count in (8, 9)]
    assert re.findall(r'<div class="(block[^"]*)">', page("\n\n".join(several))) == ["block", "block many"]


def test_what_is_wrong_with_a_citation_stands_beside_it() -> None:
    text = "Studies say so [1] and [1].\n"
    first, second = scan(read("notes.txt", text.encode()))
    told = Finding("LIT402", "notes.txt", second.place, citation=first.id, values={"marker": "[1]", "numbers": "1"})
    cards = [said(one) for one in re.findall(r'<li id="c\d+".*?</li>', page(text, told=(told,)), re.DOTALL)]
    assert ["no numbered list" in card for card in cards] == [False, True]


def test_what_a_document_deletes_is_struck_out() -> None:
    text = "It ~~hurts a lot [1], PMID: 1~~ is rare (PMID: 29656623).\n\n<!-- gone\n\nfor good -->\n\nBehind."
    written = page(text, "notes.md")
    struck = re.findall(r"<del [^>]*>(.*?)</del>", written, re.DOTALL)
    assert struck == ["~~hurts a lot [1], PMID: 1~~", "&lt;!-- gone", "for good --&gt;"]
    assert re.findall(r'<mark class="(\w+)" id="t(\d+)">', written) == [("identifier", "1")]
