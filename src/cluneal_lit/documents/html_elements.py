"""What the elements of HTML do to a text, and which of them are not shown.

(https://html.spec.whatwg.org/multipage/rendering.html, https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)
"""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.documents.html_foreign import ROOTS
from cluneal_lit.documents.html_places import Kind
from cluneal_lit.documents.html_tags import Written, parsed

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
UNSEEN = frozenset(("script", "style", "iframe", "noembed", "noframes", "noscript", "title"))
RAW = UNSEEN | {"textarea", "xmp"}  # what is in them is no markup
RAISED = re.compile(r"\bvertical-align\s*:\s*super\b", re.IGNORECASE)
RAISED_BY_WORD = frozenset(("msofootnotereference", "msoendnotereference"))
HIDING = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
BLOCK_STYLE = re.compile(r"\bdisplay\s*:\s*(?:block|flex|grid|table(?!-cell)|list-item)\b", re.IGNORECASE)
BACK = re.compile(r"(?:^|[\s_-])(?:backlink|back-?ref|footnote-back\w*|reversefootnote)(?:\s|$)")
ARROWS = re.compile(r"[\s↩↑↵⤴⏎⇑▲^\ufe0e\ufe0f]+")
CELL = ("table", "td", "th", "caption")
KEEPING_P = (*CELL, "button")
Names = tuple[str, ...]
# Start tag -> what it ends, and what keeps that open.
ENDED: dict[str, tuple[tuple[Names, Names], ...]] = {
    **dict.fromkeys(CLOSING_P, ((("p",), KEEPING_P),)),
    "a": ((("a",), CELL),),
    "li": ((("li",), (*LISTS, *CELL)),),
    **dict.fromkeys(("dt", "dd"), ((("dt", "dd"), ("dl", *CELL)),)),
    **dict.fromkeys(("td", "th"), ((("td", "th", "caption"), ("table",)),)),
    "tr": ((("tr", "caption"), ("table",)),),
    **dict.fromkeys(("tbody", "thead", "tfoot"), ((("tbody", "thead", "tfoot", "caption"), ("table",)),)),
    "option": ((("p",), KEEPING_P), (("option",), ("select", *CELL))),
}
REMEMBERED = frozenset((*LISTS, "li", "tr", "img"))  # of them more than the name is known while they are open
TABLE_PARTS = frozenset("caption tbody td tfoot th thead tr".split())
_ACTING = frozenset((*LISTS, "li", "tr", "td", "th", "dd", "img", "br", *PREFORMATTED, *TRANSPARENT))


class Tag(Struct, frozen=True):
    """A tag, and what it makes of the text.

    `empty`: nothing is in the element, as `/>` says in XML, SVG and MathML; `slash`: it ends so. `plain`: nothing
    happens but that an element opens or ends. `raw`: what follows is no markup. `odd`: where it ends must be sought.
    `special`: it is one of these, or begins SVG or MathML.
    """

    name: str
    closing: bool = False
    slash: bool = False
    empty: bool = False
    attributes: dict[str, str] = {}
    plain: bool = False
    block: bool = False
    hidden: bool = False
    kind: Kind | None = None
    anchor: str = ""
    raw: bool = False
    odd: bool = False
    special: bool = False


class Tags(dict[str, Tag]):
    """The tags of a page by how they are written: most are written many times."""

    def __missing__(self, written: str) -> Tag:
        found = self[written] = Tag("", odd=True, special=True) if written == "<" else tag_of(written)
        return found


def tag_of(written: str) -> Tag:
    """The tag that is written so."""
    said = parsed(written)
    name, block = said.name, is_block(said)
    if said.closing:
        return Tag(name, closing=True, plain=not block and name not in _ACTING, block=block)
    hidden, what, mark = is_hidden(said), kind(said), anchor(said)
    ordinary = name not in _ACTING and name not in VOID and name not in ENDED
    return Tag(
        name,
        slash=said.slash,
        attributes=said.attributes,
        plain=ordinary and not (block or hidden or what or mark),
        block=block,
        hidden=hidden,
        kind=what,
        anchor=mark,
        raw=name in RAW,
        odd=said.torn,
        special=said.torn or name in RAW or name in ROOTS,
    )


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


def target(tag: Tag) -> str:
    """Where a link leads to."""
    return re.sub(r"[\t\n\r]", "", tag.attributes.get("href", "")).strip()


def anchor(said: Written) -> str:
    """The name by which links lead to the element; empty for none."""
    return said.attributes.get("id", "") or (said.attributes.get("name", "") if said.name == "a" else "")


def is_block(said: Written) -> bool:
    """Whether the element stands in lines of its own."""
    return said.name in BLOCKS or bool(BLOCK_STYLE.search(said.attributes.get("style", "")))
