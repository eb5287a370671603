"""Text without what writers and databases do differently: case, accents, punctuation, blanks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

# What a terminal or a page would obey and not show, white space apart: control characters, and the overrides and
# isolates of direction that, left open, turn round what follows them.
CONTROLS = (
    *range(9),
    *range(14, 28),
    *range(127, 133),
    *range(134, 160),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
# For `str.translate`: without them, and without halves of characters, which no file can hold.
UNSEEN: dict[int, str | None] = {**dict.fromkeys(CONTROLS), **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
# The same, and what XML cannot hold (https://www.w3.org/TR/xml/#charsets).
NOT_XML = {**UNSEEN, **dict.fromkeys((11, 12, *range(28, 32)), " "), **dict.fromkeys((0xFFFE, 0xFFFF))}
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’ʼ`´]")
# What parts the words of an ASCII text: to translate and split takes a fifth of the time.
_PARTING: dict[int, str | None] = {code: " " for code in range(128) if not chr(code).isalnum()}
_WITHOUT_APOSTROPHES = {**_PARTING, ord("'"): None, ord("`"): None}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def plain(text: str) -> str:
    """The text in lower case without accents; punctuation and blanks stay."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(lambda found: _bare(found[0]), text.casefold())


@lru_cache(maxsize=4096)
def _bare(letters: str) -> str:
    """Letters beyond ASCII, in lower case, without their accents."""
    decomposed = unicodedata.normalize("NFKD", letters.translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The words of the text, folded, in order; an apostrophe does not part a word."""
    if text.isascii():
        return text.lower().translate(_WITHOUT_APOSTROPHES).split()
    return _WORD.findall(_APOSTROPHE.sub("", plain(text)))


def folded(text: str) -> str:
    """The words of the text with one blank between them."""
    return " ".join(words(text))


def letters(text: str) -> str:
    """The folded letters and digits of the text, without what parts its words."""
    return "".join(text.lower().translate(_PARTING).split() if text.isascii() else _WORD.findall(plain(text)))


def one_line(text: str) -> str:
    """The text with every run of white space made one blank, and none at its ends."""
    if text.isprintable() and "  " not in text:  # the blank is the only white space that is printable
        return text.strip()
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The text on one line; where it is longer than so many characters cut behind a word, with an ellipsis."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def digest(text: str, length: int) -> str:
    """The first so many hexadecimal digits of the text's SHA-256; half of a character counts as a question mark."""
    return sha256(text.encode(errors="replace")).hexdigest()[:length]
