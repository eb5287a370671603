"""What the tags of an HTML source say, each by itself.

(https://html.spec.whatwg.org/multipage/parsing.html#tokenization)
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from msgspec import Struct

from cluneal_lit.late import late

SPACES = " \t\n\f\r"
_NAME = re.compile(rf"[a-zA-Z][^{SPACES}/>]*")
_ATTRIBUTE = late(
    rf"([^{SPACES}/>][^{SPACES}/>=]*+)"
    rf"(?:[{SPACES}]*+=[{SPACES}]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^{SPACES}>]*+)))?"
)
# A name without semicolon before `=` or a letter is a part of an address: `?a=1&copy=2`.
_REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*(?:;|(?![=a-zA-Z0-9])))")


class Written(Struct, frozen=True):
    """A tag as it is written; `slash` says that it ends with `/>`, `torn` that a quoted value does not end in it.

    Of two attributes of one name the first counts.
    """

    name: str
    closing: bool = False
    slash: bool = False
    torn: bool = False
    attributes: dict[str, str] = {}


def parsed(tag: str) -> Written:
    """What a tag says, from `<` to `>`."""
    closing = tag[1] == "/"
    match = _NAME.match(tag, 1 + closing)
    name = match[0].lower() if match else ""
    if closing or len(name) == len(tag) - 2:
        return Written(name, closing)
    found = _ATTRIBUTE.findall(tag, 1 + len(name), len(tag) - 1)
    attributes = {attribute.lower(): double or single or bare for attribute, double, single, bare in reversed(found)}
    if "&" in tag:
        attributes = {attribute: decoded(value) for attribute, value in attributes.items()}
    bare = found[-1][3] if found else ""
    slash = tag[-2] == "/" and not (bare and tag.endswith(f"={bare}>"))
    torn = any(one[3].startswith(("'", '"')) for one in found)
    return Written(name, slash=slash, torn=torn, attributes=attributes)


def decoded(value: str) -> str:
    """The value of an attribute with its entities decoded."""
    return _REFERENCE.sub(lambda match: meant(match[0]), value) if "&" in value else value


@lru_cache(4096)
def meant(entity: str) -> str:
    """What an entity stands for, with what of its last letters stands for itself: `¬it;` for `&notit;`."""
    return unescape(entity)
