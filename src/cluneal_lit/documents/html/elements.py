"""What the elements of HTML do to a text, and which of them are not shown.

(https://html.spec.whatwg.org/multipage/rendering.html, https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cluneal_lit.documents.html.places import Kind
from cluneal_lit.documents.html.written import Written
from cluneal_lit.late import late

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
APART = HEADINGS | frozenset("blockquote dl hr li ol pre table tr ul".split())  # also in a list item or cell
KINDS: dict[str, Kind] = {
    "sup": "superscript",
    **dict.fromkeys(("code", "kbd", "samp"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "deleted"),
}
PREFORMATTED = frozenset("pre listing textarea xmp".split())
NEVER_SHOWN = frozenset("annotation annotation-xml audio canvas datalist object rp template video".split())
UNSEEN = frozenset(("script", "style", "iframe", "noembed", "noframes", "noscript", "title"))
RAW = UNSEEN | {"textarea", "xmp"}  # what is in them is no markup
RAISED = re.compile(r"\bvertical-align\s*:\s*super\b", re.IGNORECASE)
RAISED_BY_WORD = frozenset(("msofootnotereference", "msoendnotereference"))
HIDING = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
BLOCK_STYLE = re.compile(r"\bdisplay\s*:\s*(?:block|flex|grid|table(?!-cell)|list-item)\b", re.IGNORECASE)
BESIDE = "csl-right-inline"  # citeproc's second column, as Pandoc and Zotero write it behind that of the labels
_NUMBER = re.compile(r"[\[(]?\d{1,4}[\])]?[.:]?")
_LABEL = re.compile(r"\s*\S{1,40}\s*")
BACK = re.compile(r"(?:^|[\s_-])(?:backlink|back-?ref|footnote-back\w*|reversefootnote)(?:\s|$)")
_LINE_SIGNS = dict.fromkeys(map(ord, "\t\n\r"))
ARROWS = late(r"[\s↩↑↵⤴⏎⇑▲^\ufe0e\ufe0f]+")
CELL = ("table", "td", "th", "caption")
KEEPING_LI = (*LISTS, *CELL)
KEEPING_P = (*CELL, "button")
Names = tuple[str, ...]
# End tag -> what keeps the element open; for those that are not here, CELL does.
KEEPING: dict[str, Names] = {
    "table": (),
    "li": (*CELL, *LISTS),
    **dict.fromkeys("caption tbody td tfoot th thead tr".split(), ("table",)),
}
# Start tag -> what it ends, and what keeps that open.
ENDED: dict[str, tuple[tuple[Names, Names], ...]] = {
    **dict.fromkeys(CLOSING_P, ((("p",), KEEPING_P),)),
    "a": ((("a",), CELL),),
    "li": ((("li",), KEEPING_LI),),
    **dict.fromkeys(("dt", "dd"), ((("dt", "dd"), ("dl", *CELL)),)),
    **dict.fromkeys(("td", "th"), ((("td", "th", "caption"), ("table",)),)),
    "tr": ((("tr", "caption"), ("table",)),),
    **dict.fromkeys(("tbody", "thead", "tfoot"), ((("tbody", "thead", "tfoot", "caption"), ("table",)),)),
    "option": ((("p",), KEEPING_P), (("option",), ("select", *CELL))),
}
LASTING = frozenset((*LISTS, "li", "tr"))
ACTING = frozenset((*LISTS, "li", "tr", "td", "th", "dd", "img", "br", *PREFORMATTED))


def is_hidden(said: Written) -> bool:
    """Whether a browser does not show the element, or it only leads back from a footnote to its mark."""
    attributes = said.attributes
    if said.name in NEVER_SHOWN or "hidden" in attributes or HIDING.search(attributes.get("style", "")):
        return True
    if said.name == "dialog" and "open" not in attributes:
        return True
    return attributes.get("role") == "doc-backlink" or bool(BACK.search(attributes.get("class", "")))


def kind(said: Written) -> Kind | None:
    """What the element makes of its text, if anything; a span is raised by its style or as Word's footnotes are."""
    if said.name == "a" and "href" in said.attributes:
        return "link"
    if said.name == "span" and (
        RAISED.search(said.attributes.get("style", ""))
        or not RAISED_BY_WORD.isdisjoint(said.attributes.get("class", "").lower().split())
    ):
        return "superscript"
    return KINDS.get(said.name)


def target(said: Written) -> str:
    """Where a link leads to."""
    href = said.attributes.get("href", "")
    return (href if href.isprintable() else href.translate(_LINE_SIGNS)).strip()


def anchor(said: Written) -> str:
    """The name by which links lead to the element; empty for none."""
    return said.attributes.get("id", "") or (said.attributes.get("name", "") if said.name == "a" else "")


def stands_beside(name: str, attributes: Mapping[str, str], line: str) -> bool:
    """Whether a block stands in the line of the label before it, all that `line` holds: a `dd`, a CSL style's entry."""
    if name == "dd":
        return bool(_NUMBER.fullmatch(line))
    return BESIDE in attributes.get("class", "").split() and bool(_LABEL.fullmatch(line))


def is_block(said: Written) -> bool:
    """Whether the element stands in lines of its own."""
    return said.name in BLOCKS or bool(BLOCK_STYLE.search(said.attributes.get("style", "")))
