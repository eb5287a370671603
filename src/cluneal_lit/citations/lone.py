"""Several numbers in round brackets that nothing else in the document speaks for: `They entrap nerves (8,9,10).`

Such brackets are also coordinates, arguments, intervals, scores and counts; what stands around them tells.
"""

from __future__ import annotations

import re

_WRAPPED = 40
_MOST = 12
_WORD = re.compile(r"[^\W\d_]{2,}")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_CODE_OR_MATHS = re.compile(r"[=+*/<>±≤≥≈≠×·%$\\`{}\[\]|_∈→∞√]|\w\(|\b[b-zB-Z]\s*$")
_FIGURE = re.compile(r"(?<![\w.,-])\d{1,3}(?:[.,]\d+)?(?![\w-])")
_TOLD_OTHERWISE = frozenset(
    "coordinate coordinates point points pixel pixels position positions vector vectors tuple tuples matrix array"
    " arrays origin vertex vertices axis grid cell cells index indices shape dimension dimensions pair pairs triple"
    " function functions method call calls called argument arguments returns maps integer integers digits primes"
    " score scores scored scoring scale scales rated rating rank ranks ranked ranking ranges range ranging interval"
    " intervals ci cis iqr nrs vas odi likert mean median sd hr rr quartile quartiles percentile ratio odds mild"
    " moderate severe won lost win wins loss match game games beat beaten defeat defeated victory goals"
    " january february march april june july august september october november december date dates"
    " max min add sum print log sin cos exp gcd lcm pow sqrt len mod".split()
)
_COUNTED = frozenset(
    "second seconds minute minutes min hour hours day days week weeks month months year years mm cm m km mg g kg ml"
    " l mmhg percent times time points dose doses tablets injections sessions visits women men children people"
    " persons subjects participants controls adults patients cases knees hips feet toes toe fingers finger ribs rib"
    " vertebra vertebrae discs disc segment segments levels lumbar metatarsals metacarpals rays molars teeth may few"
    " questions items".split()
)


def credible(text: str, start: int, end: int, values: tuple[int, ...]) -> bool:
    """Whether the bracket at `start` is a marker on its own: three or more numbers, a range in prose, or two numbers
    at the end of a sentence."""
    before, after, written = _line(text, start), text[end : end + 40], text[start + 1 : end - 1]
    if not 2 <= len(values) <= _MOST or list(values) != sorted(values) or _THOUSANDS.fullmatch(written):
        return False
    words = _WORD.findall(before)
    listing = len(re.findall(r"\d+", written)) > 2
    if len(words) < (2 if listing else 3) or _speaks_against(before, after):
        return False
    behind = before.rstrip()[-1:] in ".!?" and re.match(r"\s*(?:$|[^\W\d_])", after)
    ends = re.match(r"[.!?](?!\w)", after)
    return bool(listing or behind or ends or re.search("[–-]", written))


def _line(text: str, start: int) -> str:
    """What stands before a bracket in its line, and in the line before it where that one is wrapped prose."""
    own = text.rfind("\n", 0, start) + 1
    above = text.rfind("\n", 0, max(own - 1, 0)) + 1
    return text[max(above if own - above > _WRAPPED else own, start - 200) : start].replace("\n", " ")


def _speaks_against(before: str, after: str) -> bool:
    sentence = re.split(r"[.!?;](?:\s+(?=\S))", before)[-1]
    told = {word.lower() for word in _WORD.findall(sentence[-80:])}
    following = re.match(r"\s*([^\W\d_]+)", after)
    last = (_WORD.findall(before)[-1:] or [""])[0].lower()
    return bool(
        not told.isdisjoint(_TOLD_OTHERWISE)
        or last in _COUNTED
        or _CODE_OR_MATHS.search(sentence[-60:])
        or before[-1:].isalnum()
        or _FIGURE.search(" ".join(sentence.split()[-3:]))
        or (following and following[1].lower() in _COUNTED | {"scale", "points", "score"})
        or re.match(r"\s*[=+*/<>±×%]|[({\[]", after)
    )
