"""What stands before numbers in Chinese, Japanese and Korean, where few blanks or none part words."""

from __future__ import annotations

import re

from cluneal_lit.citations.references.authors import HAN
from cluneal_lit.late import late

_LETTER = re.compile(HAN)
_AT_END = re.compile(rf"{HAN}$")
_LETTERS = 2  # that are as much as a word
_SHOWN = late(
    r"(?:[图圖図表式第步按键鍵選选问問]|步[骤驟]|手順|症例|[项項]目|条件|段[階阶]|그림|표|식|제|단계|항목|조건)\s?$"
)
_MEASURED = late(rf"(?<![\d.])(?P<figure>\d{{1,4}})(?:\.\d+)?\s?{HAN}{{1,3}}\s?$")
_COUNTED = late(r"[岁歳才세살号號步片粒分点點점度℃年月日天周週时時次例人名个個组組群군条條章页頁%％]")
_LONGEST = 20


def words(text: str) -> int:
    """As how many words the letters of Chinese, Japanese and Korean in a text count."""
    return 0 if text.isascii() else len(_LETTER.findall(text)) // _LETTERS


def ends_with_letter(line: str) -> bool:
    """Whether such a letter ends a line: it is a word, or the last of one."""
    return bool(_AT_END.search(line, max(0, len(line) - 1)))


def is_part(line: str) -> bool:
    """Whether a number behind the line is that of a table, figure, step, key or section."""
    return bool(_SHOWN.search(line, max(0, len(line) - _LONGEST)))


def is_spread(line: str, values: tuple[int, ...]) -> bool:
    """Whether numbers behind a measured figure, with which `line` ends, are between what it lies: `56岁[45,67]`."""
    measured = _MEASURED.search(line, max(0, len(line) - _LONGEST)) if len(values) > 1 else None
    return measured is not None and values[0] <= int(measured["figure"]) <= values[-1]


def is_counted(text: str, end: int) -> bool:
    """Whether what is counted or measured follows numbers: `[18～65]岁`, `[1～2]片`."""
    return bool(_COUNTED.match(text, end))
