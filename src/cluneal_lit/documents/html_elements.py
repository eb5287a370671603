"""What the elements of HTML do to a text, and which of them are not shown.

(https://html.spec.whatwg.org/multipage/rendering.html, https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

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
BACK = re.compile(r"(?:^|[\s_-])(?:backlink|back-?ref|footnote-back\w*|reversefootnote)(?:\s|$)")
_LINE_SIGNS = dict.fromkeys(map(ord, "\t\n\r"))
ARROWS = re.compile(r"[\s↩↑↵⤴⏎⇑▲^\ufe0e\ufe0f]+")
CELL = ("table", "td", "th", "caption")
KEEPING_LI = (*LISTS, *CELL)
KEEPING_P = (*CELL, "button")
Names = tuple[str, ...]
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
TABLE_PARTS = frozenset("caption tbody td tfoot th thead tr".split())
_TELLING = frozenset(("id", "style", "hidden", "role"))  # attributes that mean something for any element
_TELLING_CLASS = re.compile(
    "back|note", re.IGNORECASE
)  # in BACK, and in RAISED_BY_WORD and what BACK says of footnotes
_ASKED = frozenset(("a", "img", "dialog", "li", *LISTS))  # elements that are asked for others too
_ACTING = frozenset((*LISTS, "li", "tr", "td", "th", "dd", "img", "br", *PREFORMATTED))


class Tag(Struct, frozen=True):
    """A tag, and what it makes of the text.

    `ends`: what open elements it ends, and what keeps these open. `empty`: nothing is in the element, as `/>` says in
    XML, SVG and MathML; `slash`: it ends so. `plain`: nothing happens but that an element opens or ends. `apart`: a
    block that stands apart even in a list item or cell. `kept`: white space in it is. `lasting`: more than the tag is
    known while the element is open. `raw`: what follows is no markup. `odd`: where the tag ends must be sought.
    `special`: it is one of the last two, or begins SVG or MathML.
    """

    name: str
    closing: bool = False
    attributes: dict[str, str] = {}
    ends: tuple[tuple[Names, Names], ...] = ()
    void: bool = False
    slash: bool = False
    empty: bool = False
    plain: bool = False
    block: bool = False
    apart: bool = False
    kept: bool = False
    hidden: bool = False
    kind: Kind | None = None
    target: str = ""
    anchor: str = ""
    lasting: bool = False
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
    bare = _bare(said.name, said.closing)
    if said.torn:
        return replace(bare, odd=True, special=True)
    if said.name in TRANSPARENT or not (said.slash or _is_asked(said)):
        return bare
    hidden, what, mark, block = is_hidden(said), kind(said), anchor(said), is_block(said)
    return replace(
        bare,
        attributes=said.attributes,
        slash=said.slash,
        plain=bare.plain and block == bare.block and not (hidden or what or mark),
        block=block,
        hidden=hidden,
        kind=what,
        target=target(said) if what == "link" else "",
        anchor=mark,
        lasting=bare.lasting or bool(hidden or what or mark),
    )


def _is_asked(said: Written) -> bool:
    """Whether more than the name may matter: of most tags it is all that does."""
    return (
        said.name in _ASKED
        or not _TELLING.isdisjoint(said.attributes)
        or bool(_TELLING_CLASS.search(said.attributes.get("class", "")))
    )


@lru_cache(1024)
def _bare(name: str, closing: bool) -> Tag:
    """The tag without attributes."""
    said = Written(name, closing)
    block = name in BLOCKS
    if name in TRANSPARENT:
        return Tag(name, closing, void=True)
    if closing:
        return Tag(name, closing=True, plain=not block and name not in _ACTING, block=block, apart=name in APART)
    hidden, what = is_hidden(said), kind(said)
    return Tag(
        name,
        ends=ENDED.get(name, ()),
        void=name in VOID,
        plain=not (block or hidden or what or name in _ACTING or name in VOID or name in ENDED),
        block=block,
        apart=name in APART,
        kept=name in PREFORMATTED,
        hidden=hidden,
        kind=what,
        lasting=bool(hidden or what) or name in LASTING,
        raw=name in RAW,
        special=name in RAW or name in ROOTS,
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


def target(said: Written) -> str:
    """Where a link leads to."""
    href = said.attributes.get("href", "")
    return (href if href.isprintable() else href.translate(_LINE_SIGNS)).strip()


def anchor(said: Written) -> str:
    """The name by which links lead to the element; empty for none."""
    return said.attributes.get("id", "") or (said.attributes.get("name", "") if said.name == "a" else "")


def is_block(said: Written) -> bool:
    """Whether the element stands in lines of its own."""
    return said.name in BLOCKS or bool(BLOCK_STYLE.search(said.attributes.get("style", "")))
