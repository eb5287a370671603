"""The tags of a page: what each says and does, worked out once however often it is written."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.documents.html import elements
from cluneal_lit.documents.html.foreign import ROOTS
from cluneal_lit.documents.html.places import Kind
from cluneal_lit.documents.html.written import Written, parsed

_TELLING = frozenset(("id", "style", "hidden", "role"))  # attributes that mean something for any element
_TELLING_CLASS = re.compile("back|note|csl-", re.IGNORECASE)  # as in elements.BACK, RAISED_BY_WORD and BESIDE
_SHORT = 200
_ASKED = frozenset(("a", "img", "dialog", "li", *elements.LISTS))  # elements that are asked for others too


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
    ends: tuple[tuple[elements.Names, elements.Names], ...] = ()
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
        found = self[written] = _known(written) if len(written) < _SHORT else tag_of(written)
        return found


@lru_cache(10_000)
def _known(written: str) -> Tag:
    """The tag that is written so, remembered for the next page: those of one house have most in common."""
    return tag_of(written) if written != "<" else Tag("", odd=True, special=True)


def tag_of(written: str) -> Tag:
    """The tag that is written so."""
    said = parsed(written)
    bare = _bare(said.name, said.closing and said.name != "br")  # `</br>` is read as `<br>`
    if said.torn:
        return replace(bare, odd=True, special=True)
    if said.name in elements.TRANSPARENT or not (said.slash or _is_asked(said)):
        return bare
    hidden, block = elements.is_hidden(said), elements.is_block(said)
    what, mark = elements.kind(said), elements.anchor(said)
    return replace(
        bare,
        attributes=said.attributes,
        slash=said.slash,
        plain=bare.plain and block == bare.block and not (hidden or what or mark),
        block=block,
        hidden=hidden,
        kind=what,
        target=elements.target(said) if what == "link" else "",
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
    block = name in elements.BLOCKS
    if name in elements.TRANSPARENT:
        return Tag(name, closing, void=True)
    if closing:
        return Tag(
            name,
            closing=True,
            plain=not block and name not in elements.ACTING,
            block=block,
            apart=name in elements.APART,
        )
    hidden, what = elements.is_hidden(said), elements.kind(said)
    return Tag(
        name,
        ends=elements.ENDED.get(name, ()),
        void=name in elements.VOID,
        plain=not (
            block or hidden or what or name in elements.ACTING or name in elements.VOID or name in elements.ENDED
        ),
        block=block,
        apart=name in elements.APART,
        kept=name in elements.PREFORMATTED,
        hidden=hidden,
        kind=what,
        lasting=bool(hidden or what) or name in elements.LASTING,
        raw=name in elements.RAW,
        special=name in elements.RAW or name in ROOTS,
    )
