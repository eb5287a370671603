"""Works that notes name in full, as historians and lawyers do: given names first, the year in brackets or last."""

from __future__ import annotations

import re

from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late

# `Jan Berg, Walking (Oxford: Press, 2011), 3`, `Jan Berg and Otto Dunn, “Walking,” Quarterly 12 (2016): 12`.
WORK = late(
    rf"(?!(?:In|As|For|On|At|From|By)\s)(?:(?:[{UPPER}][\w.’'-]*|and|et|al\.|und|y|&|of|for|the|für|v[ao]n|de[rn]?|la)"
    r",?\s){1,16}(?<=,\s)[*_]{0,2}(?:[“\"‘«][^”\"’»]{8,300}[”\"’»].{0,200}\b(?:1[5-9]|20)\d\d\b"
    r"|[^“”()]{3,200}\([^()]{2,80}[:,]\s?(?:[^()]{2,60},\s)?(?:1[5-9]|20)\d\d\))",
    re.DOTALL,
)
