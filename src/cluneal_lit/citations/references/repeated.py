"""How notes name again what an earlier one names in full: `Ibid., 45`, `Orlov, op. cit.`, `Orlov, Walking, 17`."""

from __future__ import annotations

from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late

_LONGEST = 150
LEAD = r"(?:(?i:see(?: also)?|cf|compare|but|also|vgl|siehe|so|auch|voir|z\.\s?B|e\.\s?g)\b[\s.,:]*){0,3}"
_SAME = r"(?i:ibid(?:em)?|ebd|ebenda|ebda|idem|id|(?:loc|op)\.?\s?cit|[lo]\.\s?c|a\.\s?a\.\s?o|aao)(?![^\W\d_])\.?"
_PAGES = (
    r"(?:[\s.,:;()\[\]–—§-]|\d|(?i:pp?|s|ff?|nn?|fn|anm|rn|rz|nr|at|and|und|ch|chap|vol|bd|fol|paras?|passim"
    r"|[ivxlc]{1,7})(?![^\W\d_]))*"
)
_NAMES = (
    rf"(?P<names>[{UPPER}][\w.’'-]+(?:,\s[{UPPER}]\.(?:[\s-]?[{UPPER}]\.)*"
    rf"|\s(?:and|und|&|et|[{UPPER}][\w.’'-]*|v[ao]n|de[rn]?)){{0,5}})"
)
ALONE = late(rf"{LEAD}{_SAME}{_PAGES}")
NAMED = late(rf"{LEAD}{_NAMES},?\s{_SAME}{_PAGES}")
NOTED = late(
    rf"{LEAD}{_NAMES}(?:,\s[^\d,;:()“”\"]{{2,60}}(?=\s\())?,?\s\(?"
    rf"(?i:supra |wie |above )?(?i:n|note|fn|anm)\.?\s?(?P<note>\d{{1,3}}){_PAGES}"
)
TITLED = late(
    rf"{LEAD}{_NAMES},\s[“\"‘«]?(?P<title>[^\W\d_][^,;:()“”\"]{{2,80}})[,”\"’»]{{1,3}}\s(?=\D{{0,5}}\d){_PAGES}"
)
# A name and a page alone, which is a note only where an earlier one is by that name.
PAGED = late(rf"{LEAD}{_NAMES},\s(?:(?i:pp?|s|fol)\.?\s?)?\d{_PAGES}")


def is_again(text: str, start: int, end: int) -> bool:
    """Whether all that stands there is a word such as Ibid., or a name with op. cit."""
    return end - start <= _LONGEST and bool(ALONE.fullmatch(text, start, end) or NAMED.fullmatch(text, start, end))


def may_be_again(text: str, start: int, end: int) -> bool:
    """Whether it may be that beside notes which name works in full: also a name with a title in short and a page, or
    with the number of a note."""
    named = NOTED.fullmatch(text, start, end) or TITLED.fullmatch(text, start, end)
    return is_again(text, start, end) or (end - start <= _LONGEST and bool(named))
