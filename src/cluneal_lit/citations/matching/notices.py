"""Which of a reference and a record is a notice of, a reply to or a comment on another work, by its words."""

from __future__ import annotations

import re

from cluneal_lit.citations.matching.cited import Cited
from cluneal_lit.citations.matching.placing import Placed, around, said
from cluneal_lit.late import late
from cluneal_lit.model import Fields

_NOTICE = (
    r"(?:(?:author|publisher|editor|editorial)s?['’]?s?\s)?(?:in\s)?"
    r"(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction(?:\s(?:note|notice))?|withdrawal(?:\snotice)?"
    r"|(?:editorial\s)?expression\sof\sconcern|repl(?:y|ies)|response|rejoinder|rebuttal|comment(?:s|ary)?"
    r"|berichtigung|kommentar|antwort|respuesta|resposta|comentario|comentário|réponse|commentaire)"
)
# By what stands before the title of the other work. `RETRACTED: …` is that work itself.
_ABOUT = late(
    rf"(?:{_NOTICE}|re|letter|discussion|peer\sreview|decision\sletter|(?:book\s)?review|reviewer\sreport)"
    r"(?:\s(?:to|on|for|of|about|regarding|by|zu|zum|auf|a|à|de|al)\b[^:\"“”«]{0,60}?)?\s?[:\"“«—–-]",
    re.IGNORECASE,
)
_BEFORE = late(
    rf"(?:^|[\W_]){_NOTICE}(?:\s(?:to|on|for|of|about|regarding|zu|zum|auf|a|à|de|al)(?:\sthe(?:\sarticle)?)?)?[\W_]*$",
    re.IGNORECASE,
)
# By what stands behind it: `…: authors' reply`.
_BEHIND = late(rf"(?<![\W_])[\W_]*[:.,;(\[–—-]\s*(?:the\s)?{_NOTICE}(?!\s?(?:to|of|in|and|on)\b)(?!\w)", re.IGNORECASE)


def about(cited: Cited, fields: Fields, title: Placed) -> str:
    """Whether one of the two is a notice, a reply or a comment and the other is not."""
    before, behind = around(cited, title)
    own = (cited.fields.title, said(cited, title))
    here = next(filter(None, (_kind(text) for text in own)), "")
    there = _kind(fields.title)
    outside = _BEFORE.search(before) or _BEHIND.match(behind)
    if outside or (here and not there):
        name = outside[0].strip(" .,:;()[]“”") if outside else here
        return f"a notice or reply is cited ({name} …), not the work itself"
    return f"it is about another work ({there} …)" if there and not here else ""


def _kind(title: str) -> str:
    """By which words a title is that of a notice, reply or comment; empty for others."""
    found = _ABOUT.match(title) or next(
        (match for match in _BEHIND.finditer(title) if not title[match.end() :].strip(' .)]"”')), None
    )
    return found[0].strip(" .,:;()[]“”") if found else ""
