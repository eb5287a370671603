"""What a token says by its form: its word, shape, beginning and end; to itself, and to the tokens beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit.folding import plain

REACH = (-3, -2, -1, 1, 2, 3)  # where the tokens stand whose forms count, seen from a token
BEFORE, BEHIND = "^", "$"  # what stands there beyond the ends of a string
_BESIDE = tuple((f"{offset}w=", f"{offset}s=", f"{offset}e=" if abs(offset) < 3 else "") for offset in REACH)
_LONGEST_ROMAN = 5
_ROMAN = re.compile(r"[ivxlcdm]+|[IVXLCDM]+")
MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august"
    " september october november december janeiro fevereiro marco abril maio junho julho agosto setembro outubro"
    " novembro dezembro enero febrero marzo mayo junio julio septiembre octubre noviembre diciembre janvier"
    " fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januar februar marz juni juli"
    " oktober dezember spring summer autumn fall winter".split()
)
INSIDE = frozenset(("in", "em", "en", "dans"))  # before the book of a chapter
_GROUP = tuple(
    "group collabor committ consorti network investigat associa asocia societ socied organis organiz team initiat"
    " council institut agenc college academ foundat funda commiss minist department departa federat panel alliance"
    " universi secretar conselho consejo banco bureau gesellschaft bundes empresa escola escuela servic serviz".split()
)
_GROUP_WORDS = frozenset("center centers centre centres centro centros bank office".split())
_DASHES = frozenset("‐‑‒–—―−")
_QUOTES = {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'", "’": "'", "`": "'", "´": "'"}


@lru_cache(maxsize=1 << 16)
def word(text: str) -> str:
    """A token's word: in lower case without accents; every dash is one, every quotation mark is one."""
    if text in _DASHES:
        return "-"
    return _QUOTES.get(text) or plain(text).strip() or text


@lru_cache(maxsize=1 << 16)
def shape(text: str) -> str:
    """How a token looks: `y` a year, `d3` three digits, `X` one capital, `XX`, `Xx`, `x`, or the mark itself."""
    if text.isdigit():
        return "y" if len(text) == 4 and "1500" <= text <= "2049" else f"d{min(len(text), 7)}"
    if not text[0].isalpha():
        return word(text)
    if text.isupper():
        return "X" if len(text) == 1 else "XX" if len(text) < 4 else "XXX"
    if text.islower():
        return "x"
    if text[0].isupper():
        return "Xx" if text[1:].islower() else "XxX"
    return "xX"


def here(text: str) -> list[str]:
    """What a token says to itself."""
    lower, looks = word(text), shape(text)
    found = [f"w={lower}", f"s={looks}"]
    if text.isdigit():
        found.append(f"n={text[:2]}:{len(text)}" if looks == "y" else f"n={len(text)}")
        return found
    if not lower[:1].isalpha():
        return found
    size = len(lower)
    found.append(f"s+={looks}:{min(size, 9)}")
    for count, longer in ((2, 2), (3, 2), (4, 4), (5, 5)):
        if size > longer:
            found += (f"p={lower[:count]}", f"e={lower[-count:]}")
    if lower in MONTHS:
        found.append("month")
    if lower.startswith(_GROUP) or lower in _GROUP_WORDS:
        found.append("group")
    if len(text) <= _LONGEST_ROMAN and _ROMAN.fullmatch(text):
        found.append("roman")
    return found


def beside(text: str) -> list[list[str]]:
    """What a token says to those from which it stands so far as REACH has it."""
    if text in (BEFORE, BEHIND):
        return [[f"{offset}{text}"] for offset in REACH]
    lower, looks = word(text), shape(text)
    end = lower[-3:] if len(lower) > 3 else ""
    return [
        [of_word + lower, of_shape + looks, of_end + end] if end and of_end else [of_word + lower, of_shape + looks]
        for of_word, of_shape, of_end in _BESIDE
    ]
