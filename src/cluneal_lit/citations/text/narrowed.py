"""The signs that Chinese, Japanese and Korean write around numbers, as all others: one for one, so that places stay.

`［2，3］` is `[2,3]`, `〔2～3〕` is `[2-3]`, `ＰＭＩＤ：１２` is `PMID:12`. At the beginning of a line `1．` is `1.`,
and `（1）` is `(1)`.
"""

from __future__ import annotations

import re

from cluneal_lit.late import late

_BRACKETS = (("［", "["), ("］", "]"), ("【", "["), ("】", "]"), ("〔", "["), ("〕", "]"), ("\u3000", " "))
_WIDE_DIGITS = "０１２３４５６７８９"
_WIDE_WORD = late(r"[Ａ-Ｚａ-ｚ０-９．／：－＿]+")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_COMMAS, _DASHES = "，、､；・", "～〜∼~－"
_SIGNS = str.maketrans({**dict.fromkeys(_COMMAS, ","), **dict.fromkeys(_DASHES, "-"), "（": "(", "）": ")"})
_LISTED = late(rf"[\[(（]\s?\d{{1,3}}(?:\s?[,;{_COMMAS}{_DASHES}–—‐-]\s?\d{{1,3}})*\s?[\])）]")
# Before a word: in `1．5` and `3、4` it parts numbers.
_LABEL = late(
    r"^(?P<before>[ \t\u00a0>\f]*)(?:(?P<open>[（〈《])(?P<inside>\d{1,3})(?P<close>[）〉》])"
    r"|(?P<number>\d{1,3})(?P<sign>[．、，：:）](?!\s*[\d:]))|(?P<circled>[①-⑨])(?P<blank> ))(?=\s*\S)",
    re.MULTILINE,
)
_FIRST_CIRCLED = ord("①") - 1


def signs_narrowed(numbers: str) -> str:
    """Numbers of a marker with the commas, dashes and round brackets of all others, of the same length."""
    return numbers.translate(_SIGNS)


def narrowed(text: str) -> str:
    """The text with those signs as all others, of the same length."""
    if text.isascii():
        return text
    for wide, narrow in _BRACKETS:
        text = text.replace(wide, narrow)
    if any(digit in text for digit in _WIDE_DIGITS):
        text = _WIDE_WORD.sub(lambda word: word[0].translate(_NARROW), text)
    return _LABEL.sub(_label, _LISTED.sub(lambda listed: signs_narrowed(listed[0]), text))


def _label(label: re.Match[str]) -> str:
    if label["open"]:
        return f"{label['before']}({label['inside']})"
    if label["circled"]:
        return f"{label['before']}{ord(label['circled']) - _FIRST_CIRCLED}."
    return f"{label['before']}{label['number']}{')' if label['sign'] == '）' else '.'}"
