"""What the elements of HTML do to a text, and which of them are not shown.

(https://html.spec.whatwg.org/multipage/rendering.html, https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)
"""

from __future__ import annotations

import re

from cluneal_lit.documents.html_places import Kind
from cluneal_lit.documents.html_tokens import Tag

VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
TRANSPARENT = frozenset("html head body frameset".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
LISTS = ("ul", "ol", "menu", "dir")
PARTS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header"
    " hgroup hr legend listing main menu nav ol optgroup option p pre search section summary table ul xmp".split()
)
CLOSING_P = PARTS | HEADINGS
BLOCKS = CLOSING_P | frozenset("caption dd dt li tbody td tfoot th thead tr".split())
APART = HEADINGS | frozenset("blockquote dl hr ol pre table tr ul".split())
KINDS: dict[str, Kind] = {
    "sup": "superscript",
    **dict.fromkeys(("code", "kbd", "samp"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "deleted"),
}
PREFORMATTED = frozenset("pre listing textarea xmp".split())
NEVER_SHOWN = frozenset("annotation annotation-xml audio canvas datalist object rp template video".split())
RAISED = re.compile(r"\bvertical-align\s*:\s*super\b", re.IGNORECASE)
RAISED_BY_WORD = frozenset(("msofootnotereference", "msoendnotereference"))
HIDING = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
BLOCK_STYLE = re.compile(r"\bdisplay\s*:\s*(?:block|flex|grid|table(?!-cell)|list-item)\b", re.IGNORECASE)
BACK = re.compile(r"(?:^|[\s_-])(?:backlink|back-?ref|footnote-back\w*|reversefootnote)(?:\s|$)")
ARROWS = re.compile(r"[\s↩↑↵⤴⏎⇑▲^\ufe0e\ufe0f]+")
CELL = ("table", "td", "th", "caption")
KEEPING_P = (*CELL, "button")
# Start tag -> what it ends, and what keeps that open.
ENDED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a": (("a",), CELL),
    "li": (("li",), (*LISTS, *CELL)),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl", *CELL))),
    **dict.fromkeys(("td", "th"), (("td", "th", "caption"), ("table",))),
    "tr": (("tr", "caption"), ("table",)),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (("tbody", "thead", "tfoot", "caption"), ("table",))),
    "option": (("option",), ("select", *CELL)),
}
TABLE_PARTS = frozenset("caption tbody td tfoot th thead tr".split())


def is_hidden(tag: Tag) -> bool:
    """Whether a browser does not show the element, or it only leads back from a footnote to its mark."""
    attributes = tag.attributes
    if tag.name in NEVER_SHOWN or "hidden" in attributes or HIDING.search(attributes.get("style", "")):
        return True
    if tag.name == "dialog" and "open" not in attributes:
        return True
    return attributes.get("role") == "doc-backlink" or bool(BACK.search(attributes.get("class", "")))


def kind(tag: Tag) -> Kind | None:
    """What the element makes of its text, if anything; a span is raised by its style or as Word's footnotes are."""
    if tag.name == "a" and "href" in tag.attributes:
        return "link"
    if tag.name == "span" and (
        RAISED.search(tag.attributes.get("style", ""))
        or not RAISED_BY_WORD.isdisjoint(tag.attributes.get("class", "").lower().split())
    ):
        return "superscript"
    return KINDS.get(tag.name)


def target(tag: Tag) -> str:
    """Where a link leads to."""
    return re.sub(r"[\t\n\r]", "", tag.attributes.get("href", "")).strip()


def anchor(tag: Tag) -> str:
    """The name by which links lead to the element; empty for none."""
    return tag.attributes.get("id", "") or (tag.attributes.get("name", "") if tag.name == "a" else "")


def is_block(tag: Tag) -> bool:
    """Whether the element stands in lines of its own."""
    return tag.name in BLOCKS or bool(BLOCK_STYLE.search(tag.attributes.get("style", "")))
