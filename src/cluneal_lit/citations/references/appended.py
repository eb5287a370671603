"""What stands behind a reference in lines of its own: parts of its entry, `Accessed …`, `[In German]`,
`Available at …`, `Comment in: …`; and remarks about it, `Note: …`, `* of special interest`."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import authors
from cluneal_lit.late import late

_LANGUAGE = (
    r"(?:afrikaans|arabic|bulgarian|catalan|chinese|croatian|czech|danish|dutch|english|estonian|finnish|french|german"
    r"|greek|hebrew|hungarian|icelandic|indonesian|italian|japanese|korean|latin|lithuanian|norwegian|persian|polish"
    r"|portuguese|romanian|russian|serbian|slovak|slovenian|spanish|swedish|thai|turkish|ukrainian|vietnamese)"
)
_NOTICE = (
    r"(?:(?:published\s)?(?:comments?|errat(?:um|a)|corrections?|corrigend(?:um|a)|retraction|expression of concern"
    r"|republished|reprinted|reprint|update|updated|summary for patients|discussion|reply|original report)"
    r"(?:\sappears)?\s(?:in|of|on|from|to)\b\s?:?)"
)
_READ = (
    r"(?:(?:last\s|date\s)?(?:accessed|access(?: date)?|retrieved|visited|viewed)\b(?!\sto)"
    r"|(?:zuletzt\s)?(?:abgerufen|aufgerufen|zugriff|zugegriffen|abruf)\b|consult(?:é|ada?|ado)\s(?:le|el|em|en)\b"
    r"|acess(?:o|ado)\sem|geraadpleegd|consultato\sil)"
)
_FOUND = (
    r"(?:(?:also\s|freely\s|now\s)?available\s(?:at|from|online|via|through|as)\b|(?:online\s)?(?:verfügbar|abrufbar)"
    r"\s(?:unter|bei|über)|disponible\s(?:en|sur|à|dans|desde)\b|disponível\sem\b|disponibile\s(?:su|a)\b"
    r"|full text|free (?:full text|article|pmc article))"
)
_AHEAD = r"(?:e-?pub\b|e-?published\b|published online\b|online ahead of print|advance access|first published\b)"
_TAIL = late(
    rf"[(\[]?(?:{_NOTICE}|{_READ}|{_FOUND}|{_AHEAD})|[(\[](?:(?:article|paper|text|abstract)\s)?in\s{_LANGUAGE}\b"
    r"|[(\[](?:auf|in)\s(?:deutsch|englisch|französisch|spanisch|russisch|polnisch|italienisch)\b",
    re.IGNORECASE,
)
_REMARK = late(
    r"(?:notes?|annotations?|comments?|remarks?|abstract|summary|conclusions?|keywords?|relevance"
    r"|key (?:points?|finding)|anm(?:erkung)?\.?|kommentar|bemerkung|remarque|nota|observación)\s?:\s",
    re.IGNORECASE,
)
# The stars or bullets that annotated lists have before entries and remarks.
INTEREST = r"(?:\*{1,3}[ \u00a0]+|[•●]{1,3}[ \u00a0]*)"
_OF_INTEREST = late(
    r"(?:[*•●]{1,3}[ \u00a0]*)?(?:(?:papers?|articles?|references?|those|this)\s.{0,80}?)?\b(?:of\s)?"
    r"(?:special|outstanding|major|considerable|particular|great|high|general)\s(?:interest|importance|note)\b",
    re.IGNORECASE,
)
_AHEAD_OF = 400


def is_tail(text: str, start: int, end: int) -> bool:
    """Whether what stands there is part of the entry above it: no authors begin it."""
    return bool(_TAIL.match(text, start, end))


def is_remark(text: str, start: int, end: int) -> bool:
    """Whether it says something about the entry above, or about the list, and names no work itself."""
    if _OF_INTEREST.match(text, start, end):
        return True
    remark = _REMARK.match(text, start, end)
    return remark is not None and not authors.leading(text[remark.end() : min(end, remark.end() + _AHEAD_OF)]).names
