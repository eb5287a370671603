"""Citations that EndNote has not formatted yet: `{Isu, 2018 #33; Aota, 2014 #7@12}`."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late

_WORK = late(r"\s?(?P<work>[^\W\d_][^{};#@\n]{0,100}, ?(?:1[5-9]|20)\d\d[a-z]? #\d{1,7})(?:@[^{};\n]{0,60})?(?=[;}])")
_LONGEST, _MOST = 120, 1000


def hits(text: Text) -> Iterator[Hit]:
    """The works of citations in curly brackets by author, year and record number, each as a key."""
    for at in text.positions(" #"):
        begin = max(text.text.rfind(sign, max(0, at - _LONGEST), at) for sign in "{;")
        opening = text.text.rfind("{", max(0, at - _MOST), at)
        match = _WORK.match(text.text, begin + 1) if opening >= 0 and "}" not in text.text[opening:at] else None
        if match:
            yield Hit("key", "", *match.span("work"), "key")
