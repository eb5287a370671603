"""Notes: the works that they name in full, as historians and lawyers do, given names first and the year in brackets or
last; and what is only a remark."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import authors, locators
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late

# `Jan Berg, Walking (Oxford: Press, 2011), 3`, `Jan Berg and Otto Dunn, “Walking,” Quarterly 12 (2016): 12`.
WORK = late(
    rf"(?!(?:In|As|For|On|At|From|By)\s)(?:(?:[{UPPER}][\w.’'-]*|and|et|al\.|und|y|&|of|for|the|für|v[ao]n|de[rn]?|la)"
    r",?\s){1,16}(?<=,\s)[*_]{0,2}(?:[“\"‘«][^”\"’»]{8,300}[”\"’»].{0,200}\b(?:1[5-9]|20)\d\d\b"
    r"|[^“”()]{3,200}\([^()]{2,80}[:,]\s?(?:[^()]{2,60},\s)?(?:1[5-9]|20)\d\d\))",
    re.DOTALL,
)

_SHAPED = late(
    rf"(?<!\d){locators.YEAR}(?!\d)|\b(?:{locators.UNDATED}|unpublished)\b|https?://|www\."
    r"|\d\s?\([^()]{1,20}\)\s?[:,]|\d:\s?[A-Za-z]{0,2}\d",
    re.IGNORECASE,
)
_SAID = late(
    r"(?:the|this|th[eo]se|that|it|in|on|at|by|for|from|as|of|to|with|and|but|when|while|since|after|before|if|all|both"
    r"|such|some|most|many|no|here|there|one|an?|we|i|he|she|they|my|our|his|her|their|although|though|however"
    r"|der|die|das|den|dem|dies\w*|es|ein\w*|im|am|bei|mit|nach|seit|für|wir|ich|er|sie|hier|auch"
    r"|les?|la|l’|ces?|cette|il|elle|nous|je|on|en|dans|pour|par|un|une|el|los|las|este|esta|se|es)\s"
    r".*\b(?:was|were|is|are|am|has|have|had|will|would|can|could|may|might|must|shall|should|did|does|do|been|be"
    r"|ist|sind|war|waren|wurden?|wird|werden|hat|haben|kann|est|sont|était|étaient|fut|ont|fue|eran?|son|ha|han)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_remark(text: str, start: int, end: int) -> bool:
    """Whether a note without identifiers names no work: no author begins it, and it has neither year, address, nor
    volume with pages; or it is a sentence."""
    if authors.leading(text[start : min(end, start + 400)]).names:
        return False
    return bool(_SAID.match(text, start, end)) or not _SHAPED.search(text, start, end)
