"""Characters that an XML gives by names or numbers which its parser does not know."""

from __future__ import annotations

import html.entities
import json
import re

_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
# The numbers of surrogates, D800 to DFFF, are no characters: lxml cannot decode what libxml2 makes of them.
_SURROGATE = re.compile(
    rb"&#(?:x0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));"
)
_REPLACEMENT = b"&#xFFFD;"


def named(content: bytes) -> bytes:
    """The XML with numbers for the names that HTML has: journals use them without saying what they are."""
    return _NAMED.sub(_number, content)


def sound(content: bytes) -> bytes:
    """The XML with a replacement character for every surrogate that it gives by its number."""
    encoding = json.detect_encoding(content[:4])
    if encoding.startswith("utf-8"):
        return _SURROGATE.sub(_REPLACEMENT, content)
    return _SURROGATE.sub(_REPLACEMENT, content.decode(encoding, "replace").encode()).decode().encode(encoding)


def _number(match: re.Match[bytes]) -> bytes:
    characters = html.entities.html5.get(f"{match[1].decode()};", "")
    return "".join(f"&#{ord(one)};" for one in characters).encode() or match[0]
