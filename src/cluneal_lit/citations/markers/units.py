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
    r"[ \u00a0](?:years?|months?|weeks?|days?|hours?|h|min(?:utes?)?|s|seconds?|points?|patients?|participants?"
    r"|women|men|mm|cm|m|kg|g|mg|ml|mmHg|bpm|jahre?n?|monaten?|tagen?|ans|mois|jours|años|meses|días|anos|dias)\b",
    re.IGNORECASE,
)
_ESTIMATED = late(
    r"\b(?:a?[OHRI]RR?|S?MD|WMD|AUC|(?i:ratio|risk|median|mean|average|difference|score|age))"
    r"(?:\s(?:of|was|is|were|=|:)|[,:=])?\s?[-−]?(?P<figure>\d+)(?:[.,·]\d+)?\s?\Z"
)


def is_spread(line: str, behind: str, values: tuple[int, ...]) -> bool:
    """Whether numbers in brackets behind a figure, with which `line` ends, are its deviation or interval: something is
    counted `behind` them, or the figure is an estimate that lies between them."""
    estimate = _ESTIMATED.search(line)
    between = estimate and len(values) > 1 and values[0] <= int(estimate["figure"]) <= values[-1]
    return bool(between or _COUNTED.match(behind))


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
