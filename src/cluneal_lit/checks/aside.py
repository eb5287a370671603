"""What a citation's string says that is no part of where its work stands: when somebody looked, the days of its dates,
how many pages or references it has, numbers of journals, and the words before numbers.

A number or word of these stands for no field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit import days, labels
from cluneal_lit.checks import as_notice, said
from cluneal_lit.late import late
from cluneal_lit.months import FURTHER, NAMES

Placed = Sequence[tuple[str, int, int]]  # words, and where each begins and ends


def _any(words: Sequence[str] | frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted({said.plainly(word) for word in words}, key=lambda one: (-len(one), one))))


_YEAR = r"(?:19|20)\d\d"
_ASKED = _any(days.ASKED)
# `accessed 3 may 2020`, `[cited 2020 may 3]`, `zugriff am 03.05.2020`, `дата обращения: 03.05.2020`, `stand: 5/2020`
_VISIT = late(
    rf"\b(?:(?P<asked>{_ASKED})\b|(?:{_any(days.ASKED_BEFORE_DATE)})\b(?=[.:]?\s(?:[^\W\d]+\.?\s){{0,2}}\d))"
    rf"[^()\[\];]{{0,60}}?\b{_YEAR}\b(?:[-./]\s?\d\d?\b){{0,2}}(?:\s[^\W\d]{{3,12}}\.?(?:\s\d\d?\b)?)?"
)
_EASTERN_DAY = rf"{_YEAR}\s?[年년./-]\s?\d\d?(?:\s?[月월./-]\s?\d\d?\s?[日일]?)?"
# Both sides of the date, and the day alone in brackets that GB/T 7714 sets behind a work's place.
_VISIT_EASTERN = late(
    rf"(?P<asked>{_any(days.ASKED_EASTERN)})[^()\[\];\d]{{0,8}}{said.plainly(_EASTERN_DAY)}"
    rf"|{said.plainly(_EASTERN_DAY)}\s?\S{{0,3}}(?:{_any(days.ASKED_EASTERN)})|\[{_YEAR}-\d\d?-\d\d?\]"
)
_MONTH = rf"(?:{_any(FURTHER.union(*(names.split() for names in NAMES)))})"
_DAYS = (
    rf"(?<![\w.])(\d\d?)(?:st|nd|rd|th|er|o)?\.?\s(?:de\s|di\s|of\s|d')?{_MONTH}\b",  # `12 march`, `1 de mayo`
    rf"\b{_MONTH}\.?\s(\d\d?)(?:st|nd|rd|th)?\b(?!\s?[(:-–]\s?\d)",  # `mar 12`, not `mar 12(3)`
    rf"(?<![\w./-])(\d\d?)[./-](\d\d?)[./-]{_YEAR}\b",  # `12.03.2020`
    rf"(?<![\w./-]){_YEAR}[./-](0?[1-9]|1[0-2])[./-](\d\d?)\b(?![/-])",  # `2020-03-12`
)
_DAY = late("|".join(_DAYS))
_COUNT = late(rf"(?<![:\w-])(\d{{1,6}})\s(?:{_any(labels.COUNTED)})\b(?!\.?\s?\d)")
_NUMBER = late(
    rf"(?:©|\(c\)|\bcopyright)\s?({_YEAR})|\be?issn\b\W{{0,3}}(\d{{4}})-(\d{{3}}[\dx])"
    r"|\bisbn\b[\W\d]{0,3}([\d -]{9,17}[\dx])|\barxiv:\s?(\d{4})\.(\d{4,5})"
)
# `epub 2020 feb 3`, `published online 26 february 2020`
_ONLINE = late(rf"\b(?:{_any(days.ONLINE)})\b[^()\[\];]{{0,30}}?\b({_YEAR})\b")
# `Erratum in: J Pain 2021;22:7`, `(published correction appears in … 2021)`, `Comment in: … 2021`
_OF_NOTICE = late(
    rf"(?:[.;:?!)\]”\"]\s+|[\[(]\s?)(?:{said.plainly('|'.join(as_notice.CALLED.values()))}|comments?|updates?)"
    rf"(?:\s?[:,]|\s(?:in|im|on|dans|en|em|nel|was|published|appear(?:s|ed))\b)[^\[\]]{{0,90}}?\b({_YEAR})\b"
)
_LABELS = labels.VOLUME | labels.ISSUE | labels.PAGES


def taken(text: str, words: Placed, own: Sequence[str]) -> list[int]:
    """The places of the words of a folded text that are said aside; a word of its `own` title or journal, as that of
    IEEE Access, says of no visit."""
    spans = [*_spans(text, words, own)]
    return [at for at, (_, start, end) in enumerate(words) if any(begin <= start and end <= to for begin, to in spans)]


def other_years(text: str, words: Placed) -> list[int]:
    """The places of the years in which a folded text says that its work appeared online, ahead of its issue, or that a
    notice about it appeared."""
    spans = [found.span(1) for pattern in (_ONLINE, _OF_NOTICE) for found in pattern.finditer(text)]
    return [at for at, (_, start, end) in enumerate(words) if (start, end) in spans]


def _spans(text: str, words: Placed, own: Sequence[str]) -> Iterator[tuple[int, int]]:
    for pattern in (_VISIT, _VISIT_EASTERN):
        for found in pattern.finditer(text):
            if found["asked"] not in own:
                yield found.span()
    labelled = {words[at + 1][1] for at in are_labels(words)}
    for pattern in (_DAY, _COUNT, _NUMBER):
        for found in pattern.finditer(text):
            for group, written in enumerate(found.groups(), 1):
                if written and found.start(group) not in labelled:
                    yield found.span(group)


def are_labels(words: Placed) -> Iterator[int]:
    """The places of the words that say of which kind the number behind them is: `vol` of `vol. 21`."""
    behind = False
    for at in range(len(words) - 1, -1, -1):
        is_label = behind and words[at][0] in _LABELS
        if is_label:
            yield at
        behind = is_label or words[at][0][0].isdigit()
