"""Numbers in round brackets, `(8,9,10)`: markers, but also counts, ages and enumerations.

They are believed only where they stand like markers, and where the document has several or a list that answers them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from cluneal_lit import others
from cluneal_lit.citations.markers import company, cued, prose, raised, wide
from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.square import INTERVALS, LABELS, word_before
from cluneal_lit.late import late

_HIGHEST_ROUND = 400
_MISSING = 2
_ROUND = late(rf"\((?P<cue>{cued.CUE}){cued.NUMBERS}{cued.LOCATOR}\)")
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
_MEASURES = frozenset(
    "grade grades age ages stage stages type types class level version part parts phase day days week weeks month"
    " months year years group groups case cases patient patients m task visit site model experiment or total sum"
    " about around approximately only".split()
)
_NOT_BEFORE = LABELS | INTERVALS | _COUNTS | _MEASURES
_OF_EQUATIONS = frozenset("in from by of at see with and or to per under that via using into eq".split())
_AT_STOPS = ("behind a sentence", "at its end")
_ENDING, _PARTING = (".", ";", "。", "；", "．"), (",", "，", "、")
_FEWEST_COUNTED = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3  # of a line that is prose
_REACH = 200
_LEADING = frozenset(
    "see also cf compare in with by from as of and or to per reviewed siehe vgl in mit von nach voir".split()
)
_SEVERAL = late(r"\d\s?[,;–-]\s?\d")
_LISTING = late(r"(?:[,;:]|(?<!\))[,;]?\s(?:and(?:/or)?|or|und|oder|et|ou|y|o|e))\s?$")


def brackets(text: str, listed: Collection[int], literature: Callable[[], bool]) -> Iterator[tuple[Bracket, float]]:
    """The markers in round brackets, each with how sure it is. Where no list answers: only behind a sentence or at
    its end, and several of them; or where the list lacks one or two of the numbers, and answers other markers."""
    own = set(listed)
    found = []
    for match in _ROUND.finditer(text):
        values = _listed(match)
        if values and (stands := _stands(text, match, own.issuperset(values) and not _is_worded(match))):
            found.append((match, values, stands))
    closing = [values for _, values, stands in found if stands == "behind a sentence"]
    ending = sum(stands in _AT_STOPS for _, _, stands in found)
    believed = any(own.issuperset(values) for match, values, _ in found if not _is_worded(match))
    several = any(len(values) > 1 for values in closing)  # the numbers of an enumeration stand alone
    counted = 0 if own else _counted(text, found)
    for match, values, stands in found:
        if _is_worded(match) and not (believed and own.issuperset(values)):
            continue
        missing = len(set(values) - own)
        answered = missing == 0
        partly = believed and missing < len(values) and missing <= _MISSING
        alone = stands == "behind a sentence" and len(closing) > 1 and (several or literature())
        lone = stands == "behind a sentence" and len(values) > 1 and literature()
        ends = stands == "at its end" and (ending > 3 or len(closing) > 1) and literature()
        if answered or alone or partly or ends or lone or max(values) <= counted:
            sure = 0.9 if answered else 0.7 if alone or partly else 0.5
            yield Bracket(*match.span(), values, stands in _AT_STOPS), sure


def _counted(text: str, found: Sequence[tuple[re.Match[str], tuple[int, ...], str]]) -> int:
    """The highest number of brackets that are the markers of a lost list: most end clauses, they count up from 1, hold
    several numbers at times, and none stands behind `by` or `from`, as the number of an equation does; else 0."""
    ending = sum(stands in _AT_STOPS for _, _, stands in found)
    if ending < _FEWEST_COUNTED or 2 * ending < len(found):
        return 0
    if found[0][1][0] != 1 or all(len(values) == 1 for _, values, _ in found):
        return 0
    if any(word_before(text, match.start()) in _OF_EQUATIONS for match, _, _ in found):
        return 0
    counts = company.believed([Bracket(*match.span(), values, True) for match, values, _ in found], False)
    return max(max(values) for _, values, _ in found) if counts else 0


def _listed(match: re.Match[str]) -> tuple[int, ...]:
    return numbers(match["numbers"], _HIGHEST_ROUND)


def _is_worded(match: re.Match[str]) -> bool:
    return bool(match["cue"]) or cued.is_worded(match["numbers"])


def _stands(text: str, match: re.Match[str], answered: bool) -> str:
    """How a number in round brackets stands to the sentence; empty where it is no marker."""
    line = prose.before(text, match.start(), match.end())
    after = text[match.end() : match.end() + 3]
    named = answered and prose.is_behind_name(line.rstrip())
    if not line.strip() or (line[-1:].isdigit() and not named) or after[:1].isalnum() or after[:1] in ("(", "%", "-"):
        return ""
    if line[-1:].isalnum() and len(line) > 1 and not line[-2].isalpha() and not named:
        return ""
    shown = line.rstrip()
    if shown[-1:] in '.!?”"’)' and _is_prose(line) and _sentence_follows(after):
        return "behind a sentence"
    if wide.is_part(line) or wide.is_spread(line, _listed(match)):
        return ""
    stops = _NOT_BEFORE - _MEASURES if answered else _NOT_BEFORE
    if word_before(line, len(line)) in stops:
        return ""
    dated = answered and "," in match["numbers"] and bool(raised.BEHIND_YEAR.search(shown))
    if not (named or dated or shown[-1:].isalpha() or shown[-1:] in '”"’)' or others.are_before(shown, len(shown))):
        return ""
    short = answered and _is_short_prose(text, match)
    if not (_is_prose(line) or short or others.are_before(shown, len(shown))) or (
        _LISTING.search(line) and after[1:2].isalpha()
    ):
        return ""
    if after[:1] in _ENDING or (after[:1] in _PARTING and "," in match["numbers"]):
        return "at its end"
    return "in a sentence"


def _is_short_prose(text: str, match: re.Match[str]) -> bool:
    """Whether a line has too few words before a bracket to be prose there, and is so in all; the bracket stands behind
    what leads to works, and so does one in the line that holds several numbers: `See (8,9,10).`, `With (1) and (2,3).`
    """
    farthest = max(0, match.start() - _REACH)
    begin = text.rfind("\n", farthest, match.start()) + 1 or farthest
    line = text[begin : match.end() + _REACH].partition("\n")[0]
    led = [one for one in _ROUND.finditer(line) if word_before(line, one.start()) in _LEADING]
    several = any(_SEVERAL.search(one["numbers"]) for one in led)
    return several and match.start() - begin in (one.start() for one in led) and _is_prose(_ROUND.sub(" ", line))


def _is_prose(line: str) -> bool:
    return len(_WORD.findall(line)) + wide.words(line) >= _FEWEST_WORDS


def _sentence_follows(after: str) -> bool:
    return (
        not after.strip()
        or after[0] == "\n"
        or (after[0] in " \u00a0" and (after[1:2].isupper() or after[1:2] in '“"‘(['))
    )
