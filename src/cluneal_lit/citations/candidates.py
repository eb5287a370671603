"""What carries the title of a work and is not the work: notices, replies, reviews, copies, parts, and its preprint."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cluneal_lit.citations.cited import Cited
from cluneal_lit.citations.placing import SLACK, Placed
from cluneal_lit.citations.wording import differing, numerals
from cluneal_lit.compare import Comparison
from cluneal_lit.model import Fields, Record

# By the types of PubMed and Crossref.
_ABOUT_ANOTHER = {
    *("component", "peer-review", "dataset"),
    *("published erratum", "retraction notice", "retraction of publication", "expression of concern"),
    "scientific integrity review",
}
_MAYBE = {"comment", "news"}  # many a letter that is cited for itself is a comment on another work
_NOTICE = (
    r"(?:(?:author|publisher|editor|editorial)s?['’]?s?\s)?(?:in\s)?"
    r"(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction(?:\s(?:note|notice))?|withdrawal(?:\snotice)?"
    r"|(?:editorial\s)?expression\sof\sconcern|repl(?:y|ies)|response|rejoinder|rebuttal|comment(?:s|ary)?"
    r"|berichtigung|kommentar|antwort|respuesta|resposta|comentario|comentário|réponse|commentaire)"
)
# By what stands before the title of the other work. `RETRACTED: …` is that work itself.
_ABOUT = re.compile(
    rf"(?:{_NOTICE}|re|letter|discussion|peer\sreview|decision\sletter|(?:book\s)?review|reviewer\sreport)"
    r"(?:\s(?:to|on|for|of|about|regarding|by|zu|zum|auf|a|à|de|al)\b[^:\"“”«]{0,60}?)?\s?[:\"“«—–-]",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:^|[\W_]){_NOTICE}(?:\s(?:to|on|for|of|about|regarding|zu|zum|auf|a|à|de|al)(?:\sthe(?:\sarticle)?)?)?[\W_]*$",
    re.IGNORECASE,
)
# By what stands behind it: `…: authors' reply`.
_BEHIND = re.compile(rf"[\W_]*[:.,;(\[–—-]\s*(?:the\s)?{_NOTICE}(?!\s?(?:to|of|in|and|on)\b)(?!\w)", re.IGNORECASE)
_OTHER_KIND = frozenset("protocol erratum corrigendum correction retraction reply rejoinder comment commentary".split())
# Member 54718 of Crossref registers copies of famous papers under it (seen in public notes of August to October 2026).
_COPIES = "10.65215/"
_PREPRINTS = re.compile(r"rxiv|preprint|research square|ssrn|zenodo|osf|authorea|f1000", re.IGNORECASE)
_PREPRINT_TYPES = {"preprint", "posted-content"}
_WINDOW = 70  # characters before and behind a title in which a notice says what it is
_AGREEING = ("equal", "close")


def doubt(cited: Cited, record: Record, title: Placed, found: Mapping[str, Comparison]) -> str:
    """Why a record that fits a reference is not what it cites; empty if it may be."""
    types = {kind.lower() for kind in record.types}
    if about := types & _ABOUT_ANOTHER:
        return f"it is a {sorted(about)[0]}"
    if (maybe := types & _MAYBE) and found["pages"].relation not in _AGREEING:
        return f"it is a {sorted(maybe)[0]}"
    if record.ids.doi.startswith(_COPIES):
        return "it is a copy"
    if _is_preprint(record) and _cites_an_article(cited.fields):
        return "it is a preprint, and an article is cited"
    return _about(cited, record.fields, title) or _apart(cited, record.fields, title, found)


def said(cited: Cited, title: Placed) -> str:
    """The title as the reference has it, where a work's title was found in its string; else its title field."""
    if title.start < 0:
        return cited.fields.title
    return cited.between(cited.first_token(title.start), cited.next_token(title.end))


def _about(cited: Cited, fields: Fields, title: Placed) -> str:
    """Whether one of the two is a notice, a reply or a comment and the other is not."""
    before, behind = _around(cited, title)
    here = _ABOUT.match(cited.fields.title) or _ABOUT.match(said(cited, title)) or _BEFORE.search(before)
    here = here or _BEHIND.match(behind) or _ends(cited.fields.title)
    there = _ABOUT.match(fields.title) or _ends(fields.title)
    if there and not here:
        return f"it is about another work ({there[0].strip()} …)"
    if here and not there:
        return f"a notice or reply is cited ({here[0].strip()} …), not the work itself"
    return ""


def _around(cited: Cited, title: Placed) -> tuple[str, str]:
    """What stands in the string before and behind the title."""
    if title.start < 0:
        return "", ""
    first, last = cited.first_token(title.start), cited.next_token(title.end)
    start = cited.spans[first][0]
    end = cited.spans[last - 1][1]
    return cited.text[max(start - _WINDOW, 0) : start], cited.text[end : end + _WINDOW]


def _ends(title: str) -> re.Match[str] | None:
    """The words by which a title ends as a notice does."""
    return next((match for match in _BEHIND.finditer(title) if not title[match.end() :].strip(" .)]\"”")), None)


def _apart(cited: Cited, fields: Fields, title: Placed, found: Mapping[str, Comparison]) -> str:
    """Whether the titles differ by more than slips, and the place does not say that it is one work all the same."""
    pages, volume = found["pages"].relation, found["volume"].relation
    if title.relation == "missing" or (pages in _AGREEING and volume != "contradicting"):
        return ""
    if title.beside > SLACK:
        return "one title says more than the other, and the pages do not say that they are one work"
    words = said(cited, title)
    if (own := _numerals(cited, title)) != (theirs := numerals(fields.title)):
        return f"their titles number differently: {' '.join(own) or 'none'} | {' '.join(theirs) or 'none'}"
    if title.degree == 1:
        return ""
    ours, others = differing(words, fields.title)
    if (ours or others) and (pages == "contradicting" or _OTHER_KIND & {*ours, *others}):
        return f"their titles differ: {' '.join(ours) or 'nothing'} | {' '.join(others) or 'nothing'}"
    if pages == "contradicting" and "contradicting" in (volume, found["issue"].relation) and title.degree < 1:
        return "neither its title is quite the same nor its place"
    return ""


def _numerals(cited: Cited, title: Placed) -> tuple[str, ...]:
    """The numbers in the reference's title, with the one that stands alone behind it: `…. 2. Acta Medica`."""
    if title.start < 0:
        return numerals(cited.fields.title)
    last = cited.next_token(title.end)
    behind = cited.tokens[last] if last < len(cited.tokens) and len(cited.tokens[last]) < 5 else ""
    tail = numerals(behind) if not behind.isdigit() or len(behind) < 3 else ()
    within = numerals(said(cited, title))
    followed = cited.between(last + 1, last + 2)
    return (*within, *tail) if followed[:1].isalpha() else within


def _is_preprint(record: Record) -> bool:
    types = {kind.lower() for kind in record.types} | {record.fields.type}
    return bool(types & _PREPRINT_TYPES) or bool(
        record.fields.type == "article" and _PREPRINTS.search(f"{record.fields.container_title} {record.fields.publisher}")
    )


def _cites_an_article(fields: Fields) -> bool:
    """Whether a reference names a journal, or a place in one."""
    if fields.type == "article" or _PREPRINTS.search(fields.container_title):
        return False
    return bool(fields.volume or fields.page or fields.container_title)
