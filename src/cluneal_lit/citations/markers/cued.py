"""The numbers of markers, and what stands beside them: cues and locators, `[see 2, p. 23]`, `refs. 1-3`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.citations.text.narrowed import signs_narrowed
from cluneal_lit.late import late

_AND = r"(?:,?\s(?:and|und|et|y|e|&)\s)"
_TO = r"(?:\s(?:to|through|bis|à|a|até|hasta)\s)"
_DASH = "–—‐‑-"
_BETWEEN = rf"\s?(?:[,;{_DASH}]|--)\s?|{_AND}"
_LIST = rf"\d{{1,3}}(?:(?:{_BETWEEN}|{_TO})\d{{1,3}}){{0,30}}"
NUMBERS = rf"(?P<numbers>\d{{1,3}}(?:(?:{_BETWEEN})\d{{1,3}}){{0,30}})"  # in round brackets `2 to 4` are counts
CUE = r"(?i:(?:(?:see(?: also)?|e\.\s?g\.|cf\.?|vgl\.?|siehe|reviewed in|refs?\.?|references?),?\s+){0,2})"
LOCATOR = (
    r"(?:[,:;]\s?(?:pp?\.?|pages?|S\.|ch(?:ap(?:ter)?)?\.?|sec(?:tion)?\.?|§+|figs?\.?|tables?|vol\.)"
    r"\s?\d[\w.–-]{0,12})?"
)
# Parts of a work by their names, as square brackets have them; a count in round ones may have a table of its own text.
_PART = (
    r"(?i:(?:pp?|pgs?|pages?|s|seiten?|с|стр|chap(?:ters?|itres?)?|chs?|kap(?:itel)?|cap|sect?(?:ions?)?|abschn(?:itt)?|§+"
    r"|para(?:graph)?s?|fig(?:ure)?s?|abb|tab(?:les?|elle|leau)?|vol(?:ume)?s?|parts?|appendix|app|eqn?s?|equations?"
    r"|theorems?|thm|lemmas?|prop(?:osition)?s?|cor(?:ollary)?|def(?:inition)?s?|examples?|remarks?|alg(?:orithm)?s?|box"
    r"|notes?|lines?|rules?|suppl(?:ement(?:ary)?)?(?:\s(?:tables?|fig(?:ure)?s?))?))"
)
_NUMBER = r"(?>\(\d{1,4}\)|[A-Z]{0,2}\d{1,5}(?:[.–-]?\w{1,5}){0,3}|[ivxIVX]{1,6}(?!\w)|[A-Z])(?!\w)"
_NAMED_PART = (
    rf"(?>{_PART}(?:\.\s?|\s|(?<=[§psPS])(?=\d))\s?{_NUMBER}(?:\s?[,&]\s?{_NUMBER}(?!\s?[,:]\s?{_PART})){{0,5}})"
)
_PAGES = r":(?:\s?\d{1,4}\s?[–—-]\s?\d{1,4}|\s\d{1,4})(?!\s?[\d:–—-])"
_LOCATED = rf"(?>\s?[,:;]\s?{_NAMED_PART}|\s?\({_NAMED_PART}\)|{_PAGES})"
LOCATED_NUMBERS = (
    rf"(?P<numbers>(?>{_LIST})(?:{_LOCATED}{{1,3}}+\s?(?:;|,(?=\s?\d{{1,3}}{_LOCATED}))\s?(?>{_LIST})){{0,10}}+"
    rf"{_LOCATED}{{0,3}}+)"
)
_LOCATORS = late(_LOCATED)
_NUMBERS_ALONE = late(_LIST)
_PAGES_ALONE = re.compile(r":\s?\d")
# The word stands first, and what may stand before it is looked back for: so a search goes from letter to letter.
_NAMED = late(
    r"[rR](?<!\w[rR])ef(?:s?\.?|erence|(?<=ref)erences)[ \u00a0]"
    rf"(?P<numbers>{_LIST})(?P<close>\))?(?![\w%]|\.\d)"
)
# The same in Chinese, Japanese and Korean; with what is counted behind it, `文献3篇`, it is how many there are.
_EASTERN_NAMED = late(
    r"(?:文[献獻]|문헌)[ \u00a0]?(?P<numbers>\d{1,3}(?:[ \u00a0]?[,，、・;；～〜∼~–-]\s?\d{1,3}){0,20})"
    r"(?!\s?(?:[\d%％.．,，、・～–-]\s?\d|[\d%％)）篇件部种種冊册本卷编編条條份项項年号號例名多余餘個个편건개년권]))"
)
_BEFORE = late(r"(?:(?P<open>\()|(?:\A|\n|[.!?]\s)(?P<begins>)|\b(?:[sS]ee|[iI]n|from|and|by|of|to|with|per)\s)$")
_WORDED = late(rf"\d(?:{_AND}|{_TO})\d")
_PLURAL = re.compile(r".efs?\.|.eferences")  # at the beginning of a sentence: `Reference 5 mg` is a dose
_ENDS = re.compile(r"\s?(?:[.,;:)\]]|$)")


def named(text: str) -> Iterator[tuple[int, int, str]]:
    """Where numbers are called references, with the brackets around them, and the numbers as written."""
    for match in _NAMED.finditer(text):
        start = match.start()
        before = _BEFORE.search(text, max(0, start - 6), start)
        opened = before is not None and before["open"] is not None
        if opened and match["close"]:
            yield start - 1, match.end(), match["numbers"]
        elif (before and (before["begins"] is None or _PLURAL.match(match[0]))) or _ENDS.match(
            text, match.end("numbers")
        ):
            yield start, match.end("numbers"), match["numbers"]
    for match in () if text.isascii() else _EASTERN_NAMED.finditer(text):
        yield *match.span(), signs_narrowed(match["numbers"])


def without_locators(written: str) -> str:
    """The numbers of works without those of their parts: `3; 1` of `3, ch. 2; 1`; empty where these are not told."""
    rest = _LOCATORS.sub("", written)
    return rest if _NUMBERS_ALONE.fullmatch(rest) else ""


def has_bare_pages(written: str) -> bool:
    """Whether pages stand behind a colon alone, `3: 12-14`, as the numbers of slices and ratios do."""
    return bool(_PAGES_ALONE.search(written))


def is_worded(written: str) -> bool:
    """Whether words stand between the numbers, `1 and 4`, or before them, as they do in counts too."""
    return bool(_WORDED.search(written))


def numbers(written: str, highest: int) -> tuple[int, ...]:
    """The numbers of `3–5, 8 and 9`, ranges written out; empty where it cannot be a list of reference numbers."""
    found: list[int] = []
    for part in re.split(rf"{_AND}|[,;]", written):
        ends = [int(end) for end in re.split(rf"{_TO}|[{_DASH}]", part) if end.strip()]
        if len(ends) == 1:
            found += ends
        elif len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 100:
            found += range(ends[0], ends[1] + 1)
        else:
            return ()
    fine = all(1 <= number <= highest for number in found) and len(set(found)) == len(found)
    return tuple(found) if fine else ()
