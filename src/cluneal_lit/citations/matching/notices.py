"""Which of a reference and a record is another kind of text than the other, or another part, by its title's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cluneal_lit import others
from cluneal_lit.citations.matching.cited import Cited, in_its_language
from cluneal_lit.citations.matching.placing import Placed, around, said
from cluneal_lit.ends import another
from cluneal_lit.folding import folded
from cluneal_lit.late import late
from cluneal_lit.model import Fields

_NOTICE = (
    r"(?:(?:the|an?|our)\s)?(?:(?:author|publisher|editor|editorial)s?['’]?s?\s)?(?:in\s)?"
    r"(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction(?:\s(?:note|notice))?|withdrawal(?:\snotice)?"
    r"|(?:editorial\s)?expression\sof\sconcern|repl(?:y|ies)|response|rejoinder|rebuttal|comment(?:s|ary)?"
    r"|berichtigung|kommentar|antwort|respuesta|resposta|comentario|comentário|réponse|commentaire)"
)
# By what stands before the title of the other work. `RETRACTED: …` is that work itself.
_ABOUT = late(
    rf"(?:{_NOTICE}|re|letter|discussion|peer\sreview|decision\sletter|(?:book\s)?review|reviewer\sreport)"
    r"(?:\s(?:to|on|for|of|about|regarding|by|zu|zum|auf|a|à|de|al)\b[^:\"“”«]{0,60}?)?(?:\s?[:\"“«—]|\s[–-]|–\s)",
    re.IGNORECASE,
)
_BEFORE = late(
    rf"(?:^|[\W_]){_NOTICE}(?:\s(?:to|on|for|of|about|regarding|zu|zum|auf|a|à|de|al)(?:\sthe(?:\sarticle)?)?)?[\W_]*$",
    re.IGNORECASE,
)
# By what stands behind it in a string, up to the next stop: `…: authors' reply`.
_BEHIND = late(r"[\W_]*[:.,;(\[–—-][\W_]*((?:et al\.|[^:.,;?!()\[\]–—])+)")
_VERSION = late(r"(?:(?:R|Python|Stata) package,?\s)?(?:version|release|ver|v)\b", re.IGNORECASE)  # of a program
_JOURNAL = re.compile(r"(?<=[a-zß-ÿ])\s+(?=[A-Z])")  # where a journal may begin

_STOP = re.compile(r"[.,):]\s+")
_INITIAL = 3  # letters of what may be the last author's


def about(cited: Cited, fields: Fields, title: Placed, *, is_placed: bool) -> str:
    """Whether one of the two is a notice, a reply, a comment, another kind of text or a part, and the other is not.

    `is_placed`: the place says that they are one work.
    """
    before, _ = around(cited, title)
    own = (cited.fields.title, said(cited, title))
    here = next((kind for one in own if (kind := _kind(one, (fields.title,)))), "")
    there = _kind(fields.title, own)
    outside = _BEFORE.search(before)
    if outside and f"{folded(fields.title)} ".startswith(f"{folded(outside[0])} "):
        outside = None  # a status label, which is no part of a title as it is placed, and the record's has it too
    if outside or (here and not there):
        name = outside[0].strip(" .,:;()[]“”") if outside else here
        return f"a notice or reply is cited ({name} …), not the work itself"
    if there and not here:
        return f"it is about another work ({there} …)"
    end = another(_written(cited, fields, title), in_its_language(cited, fields), is_placed=is_placed)
    return f"only one title says “{end}”" if end else ""


def _written(cited: Cited, fields: Fields, title: Placed) -> tuple[str, ...]:
    """The title as the reference has it: read, and in its string, with what stands behind it up to the journal, also
    where no stop parts the two (`…: authors' reply Ann Nowhere`)."""
    written = said(cited, title)
    before, after = around(cited, title)
    front = _STOP.split(before.rstrip(' .:–—-"“«'))[-1]
    if len(front) > _INITIAL and not others.are_alone(front):
        written = f"{front} {written}"
    behind = _BEHIND.match(after)
    if not behind or ("software" in (fields.type, cited.fields.type) and _VERSION.match(behind[1])):
        return cited.fields.title, written
    end = behind[1]
    for journal in filter(None, (fields.container_title, fields.container_title_short, cited.fields.container_title)):
        end = re.split(re.escape(journal), end, maxsplit=1, flags=re.IGNORECASE)[0]
    ends = (end, _JOURNAL.split(end, maxsplit=1)[0]) if not end.strip().isdigit() else ()
    return (cited.fields.title, written, *(f"{written}: {one}" for one in ends))


def _kind(title: str, others: Iterable[str]) -> str:
    """By which words in front a title is that of a notice, reply or comment; empty for others, and where another title
    begins with the same words: `Response to intervention: …`."""
    found = _ABOUT.match(title)
    kind = found[0].strip(" .,:;()[]“”") if found else ""
    return "" if any(f"{folded(other)} ".startswith(f"{folded(kind)} ") for other in others) else kind
