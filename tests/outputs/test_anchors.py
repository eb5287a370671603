"""Links between outputs lead somewhere, whatever keys people give. The collection is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from cluneal_lit.model import Collection, Finding, ListItem, Note, ReadingList, Verdict
from cluneal_lit.outputs import rendering
from cluneal_lit.store import templates as stored
from tests import made
from tests.formats.invented import article

TEMPLATES = stored.read([Path(__file__).resolve().parents[2] / "templates"])
DOCUMENT = "references/documents/block.md"
UNDERSCORES, STARS, ODD = "muster_a_2019", "*zweig*_2020", "a_b <i>"
PAGES = ("annotated-bibliography.md", "report.md", "reading-lists/first.md", "documents/block.md.md")


def collection(key: str) -> Collection:
    """One work that a document cites, a list names, a note speaks of and a finding is about."""
    cited = made.citation("PMID: 99999901", form="pmid", document=DOCUMENT, line=1)
    return Collection(
        "Invented",
        (article(key, cited_in=(cited,), verdict="inexact", note=Note("n", (), f"Compare [@{key}] and `{key}`.")),),
        (cited,),
        (Verdict(cited.id, "inexact", key),),
        (Finding("LIT405", document=DOCUMENT, key=key, values={"cited": "x"}),),
        (ReadingList("first", "First", f"Begin with `{key}`.", (ListItem(key, "must", "x"),)),),
        documents=(DOCUMENT,),
    )


@pytest.mark.parametrize("key", [UNDERSCORES, STARS, ODD])
def test_every_link_to_a_work_leads_to_its_anchor(key: str) -> None:
    texts = rendering.rendered(collection(key), TEMPLATES).texts
    shown = {name: MarkdownIt("commonmark").enable("table").render(texts[name]) for name in PAGES}
    anchors = {name: re.findall(r'<a id="([^"]*)"></a>', page) for name, page in shown.items()}
    (anchor,) = anchors["annotated-bibliography.md"]
    assert "\\" not in anchor and anchors["documents/block.md.md"] == [f"ref-{anchor}"]
    led = {name: set(re.findall(r'<a href="(?!http)[^"#]*#([^"]*)"', page)) for name, page in shown.items()}
    assert led == {name: {anchor} if name != "documents/block.md.md" else set() for name in PAGES}
