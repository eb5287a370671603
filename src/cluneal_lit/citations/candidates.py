"""What carries the title of a work and is not the work: notices, replies, reviews, copies, parts, and its preprint."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from cluneal_lit import names
from cluneal_lit.citations.cited import Cited
from cluneal_lit.citations.placing import SLACK, Placed
from cluneal_lit.citations.wording import differing, numerals
from cluneal_lit.compare import Comparison
from cluneal_lit.folding import folded
from cluneal_lit.model import Fields, Name, Record

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
# A number that stands alone behind the title, before the journal; that of a volume has numbers or its end behind it.
_PARTS = r"(?:parts?|pt|teil|partie|parte|phase|section)"
_NUMBERED = re.compile(rf"[\W_]*(?:{_PARTS}\W*)?([ivx]{{1,5}}|\d{{1,2}})\b[^\w(]+[^\W\d_]", re.IGNORECASE)
_PART = re.compile(
    rf"\b{_PARTS}\b\W*([ivx]{{1,5}}|\d{{1,2}})\b|[^\W_]\W+([ivx]{{1,5}}|\d{{1,2}})[.)]?$", re.IGNORECASE
)
_LONG = 40  # letters of a title that few works share
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
    return cited.between(cited.token_at(title.start), cited.token_at(title.end)).rstrip(" .,;:(")


def _about(cited: Cited, fields: Fields, title: Placed) -> str:
    """Whether one of the two is a notice, a reply or a comment and the other is not."""
    before, behind = _around(cited, title)
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
        (match for match in _BEHIND.finditer(title) if not title[match.end() :].strip(" .)]\"”")), None
    )
    return found[0].strip(" .,:;()[]“”") if found else ""


def _around(cited: Cited, title: Placed) -> tuple[str, str]:
    """What stands in the string before and behind the title."""
    if title.start < 0:
        return "", ""
    first, last = cited.token_at(title.start), cited.token_at(title.end)
    start, end = cited.spans[first][0], cited.spans[last - 1][1]
    return cited.text[max(start - _WINDOW, 0) : start], cited.text[end : end + _WINDOW]


def _apart(cited: Cited, fields: Fields, title: Placed, found: Mapping[str, Comparison]) -> str:
    """Whether the titles differ by more than slips, and the place does not say that it is one work all the same."""
    if title.relation == "missing":
        return ""
    own, theirs = _numerals(cited, title), numerals(fields.title)
    numbered = f"their titles number differently: {' '.join(own) or 'none'} | {' '.join(theirs) or 'none'}"
    parts = _part(cited, title), _part_of(fields.title)
    if all(parts) and parts[0] != parts[1]:
        return numbered
    if found["pages"].relation in _AGREEING and found["volume"].relation != "contradicting":
        return ""
    if title.beside > SLACK and not _only_shorter(title, found):
        return "one title says more than the other, and the pages do not say that they are one work"
    if own != theirs:
        return numbered
    ours, others = differing(said(cited, title), fields.title) if title.degree < 1 else ((), ())
    if (ours or others) and (found["pages"].relation == "contradicting" or _OTHER_KIND & {*ours, *others}):
        return f"their titles differ: {' '.join(ours) or 'nothing'} | {' '.join(others) or 'nothing'}"
    return other_people(cited.fields, fields, found["author"]) or _elsewhere(cited, fields, found)


def _only_shorter(title: Placed, found: Mapping[str, Comparison]) -> bool:
    """Whether a title without its subtitle is so long, and all else that is said so equal, that it is the work."""
    rest = {found[field].relation for field in ("author", "year", "journal")}
    return title.end - title.start >= _LONG and rest <= {"equal"} and found["pages"].relation == "missing"


def _elsewhere(cited: Cited, fields: Fields, found: Mapping[str, Comparison]) -> str:
    """Whether the pages contradict, and what else should then be right is not: slips come one at a time."""
    if found["pages"].relation != "contradicting":
        return ""
    if "contradicting" in (found["volume"].relation, found["issue"].relation):
        return "it stands in another place"
    if found["author"].relation == "missing" or found["author"].degree < 0.8:
        return "the pages differ, and no first author says that it is the one"
    if found["authors"].relation == "contradicting" or not _same_initial(cited.fields, fields):
        return "the pages differ, and so do the authors"
    return ""


def other_people(one: Fields, other: Fields, author: Comparison) -> str:
    """Whether another person stands first and most of the others are others too: many share a common surname."""
    ours, theirs = ([name for name in fields.author if name != names.ET_AL] for fields in (one, other))
    if author.relation == "missing" or not ours or not theirs or _are_one(ours[0], theirs[0], 75):
        return ""
    shared = sum(any(_are_one(name, their, 90) for their in theirs) for name in ours)
    return "its authors are others" if shared < 0.6 * min(len(ours), len(theirs)) else ""


def _are_one(one: Name, other: Name, like: int) -> bool:
    """Whether two names may be one person's: the surname, or half a double one, and an initial if both have any."""
    ours, theirs = _initials(one), _initials(other)
    parts, others = ({names.surname(name), *folded(name.family).split()} for name in (one, other))
    alike = parts & others or fuzz.ratio(names.surname(one), names.surname(other)) >= like
    return bool(alike) and (like < 90 or not ours or not theirs or bool(ours & theirs))


def _same_initial(one: Fields, other: Fields) -> bool:
    """Whether the first authors may be one person by an initial, where both have any."""
    first, second = (_initials(fields.author[0]) if fields.author else set() for fields in (one, other))
    return not first or not second or bool(first & second)


def _initials(name: Name) -> set[str]:
    """The initials of a name, also those that were read as a part of the family name."""
    return {*names.initials(name.given), *(part[0] for part in name.family.split() if len(part.strip(".")) == 1)}


def _numerals(cited: Cited, title: Placed) -> tuple[str, ...]:
    """The numbers in the reference's title, with the one that stands alone behind it: `…. 2. Acta Medica`."""
    if title.start < 0:
        return numerals(cited.fields.title)
    behind = _NUMBERED.match(_around(cited, title)[1])
    return (*numerals(said(cited, title)), *(numerals(f"part {behind[1]}") if behind else ()))


def _part(cited: Cited, title: Placed) -> tuple[str, ...]:
    """The part that the reference's title, or what stands behind it, says it is."""
    behind = _NUMBERED.match(_around(cited, title)[1])
    return _part_of(said(cited, title) + (f" {behind[0][:-1]}".rstrip(" .:;,") if behind else ""))


def _part_of(title: str) -> tuple[str, ...]:
    """The number of the part that a title says it is: `2` of `…: Part II`, and of `…. 2`."""
    found = _PART.search(title)
    return numerals(f"part {found[1] or found[2]}") if found else ()


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
