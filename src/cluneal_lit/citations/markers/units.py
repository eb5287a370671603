"""Units and symbols, whose raised numbers are powers and no markers."""

from __future__ import annotations

import re

from cluneal_lit.late import late

_SHORT_UNITS = frozenset("mm cm dm km nm pm um µm μm in ft yd mi ml cl dl kg mg ng ms kv ev hz pa".split())
_POWERS = frozenset(((2,), (3,)))
_UNIT = late(  # lengths by their names, of which two and three are the powers: areas and volumes
    r"(?:(?:kilo|centi|milli|deci|micro|nano)?(?:met(?:re|er)s?|meters?n?|m(?:è|e)tres?|metros?)"
    r"|foot|feet|inch(?:es)?|yards?|miles?|zoll|fu(?:ß|ss)|pouces?|pies?|pulgadas?|sec(?:onds?)?|kms?|cms?|mms?)",
    re.IGNORECASE,
)
_LONGEST = 40
_PLAIN = late(r"(?:(?<![\w/=×*^+<>·])(?P<word>[a-zà-ÿ]{4,})|\d\s?%|[^\W_]\]|[^\W_]\)(?=[.,;:]))[.,;:]?\Z")
# What statistics and formulas write out, and raise to powers.
_SYMBOL = late(
    r"alpha|beta|gamma|delta|epsilon|zeta|theta|iota|kappa|lambda|sigma|omega|sinh|cosh|tanh|norm|grad|dist"
    r"|heights?|lengths?|radius|radii|diameters?|distances?|velocity|speed|time|mass|size|größe|taille|talla|altura"
)
MEASURED = late(r"[ \u00a0]?(?:[×·=*/^<>%]|(?:[kcmµμn]?m|cells|mg|kg|ml|g|l)\b)")

# A number of which something is counted behind it, `34 [12] years`, and one that is estimated, `OR 3 [2-5]`.
_COUNTED = late(
    r"[ \u00a0](?:(?:years?|yrs?|months?|weeks?|wks?|days?|hours?|h|min(?:utes?)?|s|seconds?|points?|patients?"
    r"|participants?|women|men|mm|cm|m|kg|g|mg|ml|mm\s?Hg|bpm|kcal|kPa|Hz|euros?|dollars?|litres?|liters?"
    r"|[µμmnp]?mol/(?:l|mol|d)|[kmµμnp]?g/(?:d?l|ml|kg|d)|m?[IK]?U/m?l|kg/m(?:²|2|\^2)|ml/min\S*|m/s"
    r"|jahre?n?|monaten?|tagen?|ans|mois|jours|años|meses|días|anos|dias)\b"
    r"|[ydN](?=[.,;:)]|\s*$))",  # letters that are words in other languages where a sentence goes on
    re.IGNORECASE,
)
_ESTIMATED = late(
    r"\b(?:a?[OHRI]RR?|S?MD|WMD|AUC|(?i:ratio|risk|median|mean|average|difference|score|age))"
    r"(?:\s(?:of|was|is|were|=|:)|[,:=])?\s?[-−]?(?P<figure>\d+)(?:[.,·]\d+)?\s?\Z"
)
# What is given with its deviation, by the name of the scale or the word before it: `MMSE 24 [3]`, `Mean 3.2 [1]`.
_SCALED = late(
    r"(?:\b(?:MMSE|MoCA|BBS|TUG|GDS|I?ADL|BMI|VAS|NRS|FIM|CCI|SPPB|GCS|SOFA|NIHSS|ODI|RMDQ|PHQ-9|Barthel)(?:\sscore)?[,:=]?"
    r"|\b(?i:mean|median)[:=]?|\b(?i:score):)(?:\s\d[\d.,·]*\s?\[\d+\],?\s(?:and|vs\.?|to|und|et|y))?\s(?P<figure>\d+)(?:[.,·]\d+)?\s?\Z"
)
# What tables call the numbers in square brackets: in the label of a row, the head of a column, or the title.
_DECLARED = late(
    r"\[±?\s?(?:SDs?|s\.d\.|SEM?|IQR|range|min[–-]max|Q1[^\[\]]{1,8}Q3|%|(?:9[059]\s?%\s?)?(?:CI|KI|IC)"
    r"|interquartile range|standard deviations?|spannweite|étendue|rango)\s?\\?\]",
    re.IGNORECASE,
)
_CELL = late(r"(?:\A|[\n\t|&]|[ \u00a0]{2})[ \u00a0]*[-−<>≤≥]?\d[\d.,·]*\s?%?[ \u00a0]?\Z")
_CELL_ENDED = late(r"[ \u00a0]*%?(?:[ \u00a0]*(?:\Z|[\n\t|&\\])|[ \u00a0]{2})")
_SENTENCE = late(r"[.!?][ \u00a0]")
_PARTED = re.compile(r"[\t|&]|\S {2,}\S")
_ABOVE = 3000  # signs of a table up to its head
_LONGEST_ROW = 120  # without cells: what is longer is the prose behind a table


def is_spread(line: str, behind: str, values: tuple[int, ...]) -> bool:
    """Whether numbers in brackets behind a figure, with which `line` ends, are its deviation or interval: something is
    counted `behind` them, or the figure is an estimate that lies between them, or is one that has a deviation."""
    estimate, scaled = _ESTIMATED.search(line), _SCALED.search(line)
    between = estimate and len(values) > 1 and values[0] <= int(estimate["figure"]) <= values[-1]
    less = scaled and len(values) == 1 and values[0] <= int(scaled["figure"])
    return bool(between or less or _COUNTED.match(behind))


def is_declared(text: str, start: int, end: int, line: str) -> bool:
    """Whether a table says what numbers in brackets behind a figure are, with which `line` ends: in the line before
    them, `Age, mean [SD] 81 [7]`; or above, where figure and bracket are all that stands in the cell."""
    labels = list(_DECLARED.finditer(line))
    if labels and not _SENTENCE.search(line, labels[-1].end()):
        return True
    if not (_CELL.search(text, max(0, start - _LONGEST), start) and _CELL_ENDED.match(text, end)):
        return False
    above = list(_DECLARED.finditer(text, max(0, start - _ABOVE), start))
    between = text[above[-1].end() : start].split("\n")[1:] if above else []
    return bool(above) and not any(len(one) > _LONGEST_ROW and not _PARTED.search(one) for one in between)


def is_short(word: str) -> bool:
    """Whether a word of two letters is a unit."""
    return word in _SHORT_UNITS


def has_power(word: str, values: tuple[int, ...]) -> bool:
    """Whether a word is a length, and the numbers behind it its power."""
    return values in _POWERS and bool(_UNIT.fullmatch(word))


def is_plain_before(text: str, start: int, end: int) -> bool:
    """Whether raised numbers stand behind a word in small letters, a per cent sign or a bracket: no powers."""
    behind = _PLAIN.search(text, max(0, start - _LONGEST), start)
    if behind is None or MEASURED.match(text, end):
        return False
    return not (behind["word"] and (_UNIT.fullmatch(behind["word"]) or _SYMBOL.fullmatch(behind["word"])))
