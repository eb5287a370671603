"""What brackets right behind a title say: that it is another text's, as `(protocol)`, or a remark, as `[Internet]`.

Styles set there the kind of article too (`[letter]`, `[abstract]`), which is no other text where the record is of one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cluneal_lit import ends, kinds, pages
from cluneal_lit.checks import as_notice, counted, noted, said, spelling, titles, within
from cluneal_lit.formats.notices import KINDS
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields, Record
from cluneal_lit.titles import STATUS_LABEL

_ANY = re.compile(r"[\[(][^\[\]()]*[^\W\d][^\[\]()]*[\])]")  # none of a number alone, as of an issue
ENDS = "?!\"'“”’»"  # what titles end with, or the quotation marks around them, in a class of characters
_BEHIND = re.compile(rf"[{ENDS}]*(?:\s*[\[(][^\[\]()]*[\])])+")
_LONGEST = 6  # words of a name; more are the title in another language
_CALLED = {kind: late(rf"\W*{called}\b", re.IGNORECASE) for kind, called in as_notice.CALLED.items()}
_NOTICES = {"correction": ("corrected",), "retraction": ("retracted", "withdrawn"), "concern": ("concern",)}
# The types of what answers or discusses another text, and has a title of its own.
_OPINIONS = frozenset(("letter", "comment", "editorial"))
# What journals set over a text of its own; registries without types of articles do not say it.
_HEADINGS = frozenset("letter letters editorial editorials editoriale leitartikel".split())
_COMMENTS = frozenset("comment comments commentary commentaries kommentar commentaire comentario commento".split())
_SYNTHESIS, _ABSTRACT = "review", "abstract"
_OF_MEETING = late(r"[\[(](?:(?:conference|meeting|congress|poster|published) )?abstracts?\b(?! in\b)", re.IGNORECASE)
_SHORT = 3  # pages of a comment that stands alone at most; of an abstract one less
_SUPPLEMENT = re.compile(r"suppl|^s\d|\ds$", re.IGNORECASE)
_LOCATOR = re.compile(r"[ce]\d", re.IGNORECASE)  # the number of an article that has no pages: `c4521`


def another(citation: Citation, record: Record) -> str:
    """What brackets behind a title say it is, where that is another text or part and the record does not say so:
    `(protocol)`; else empty."""
    told = {said.plainly(one): one for text in _texts(citation) for one in _ANY.findall(text) if _names(one)}
    own = _sorts(record.fields.title) if told else set()
    told = {plain: one for plain, one in told.items() if own.isdisjoint(_sorts(one))}
    if not told:
        return ""
    behind = (one for text in _texts(citation) for one in _behind(text, record) if one in told)
    others = (one for one in behind if not noted.tells_where(one, citation, record))
    return next((told[one] for one in others if not _is_said_of(told[one], record)), "")


def _sorts(title: str) -> set[str]:
    """Of which sorts the texts are that a title or bracket names. Brackets behind a title that says itself that it is a
    comment or protocol may translate it; a notice, or the plan of a study, is no translation of a comment."""
    named = {part: ends.names_another(part) for part in ends.parts(title) if not ends.is_part(part)}
    return {_sort(part, names) for part, names in named.items() if names}


def _sort(part: str, names: Collection[str]) -> str:
    if any(called.match(part) for called in _CALLED.values()):
        return "notice"
    return "opinion" if kinds.PLANS.isdisjoint(names) else "plan"


def _texts(citation: Citation) -> tuple[str, ...]:
    return citation.fields.title, said.text(citation)


def _behind(text: str, record: Record) -> Iterator[str]:
    """What stands in the brackets behind the record's titles in a text, folded."""
    for title in filter(None, (record.fields.title, record.fields.original_title)):
        for one in (title, *(head for head, _ in titles.cuts(title))):
            for _, behind in spelling.around(STATUS_LABEL.sub("", one), text):
                if found := _BEHIND.match(behind):
                    yield from _ANY.findall(found[0])


def _names(bracket: str) -> list[str]:
    """By which words a bracket names another text or part, a review of studies, or an abstract."""
    if len(bracket.split()) > _LONGEST or ends.is_remark(bracket):
        return []
    names = [name for part in ends.parts(bracket) for name in ends.names_another(part)]
    names += [_SYNTHESIS] if within.is_review(bracket) else []
    return [*names, _ABSTRACT] if _OF_MEETING.match(bracket) else names


def _is_said_of(bracket: str, record: Record) -> bool:
    """Whether the record says of its work what a bracket names, or lacks what would say otherwise."""
    fields, types = record.fields, {kind.lower() for kind in record.types}
    words = {*said.tokens(f"{fields.title} {fields.original_title} {fields.genre} {' '.join(types)}")}
    if _counted(f" {bracket}") in _counted(fields.title):
        return True
    if within.is_review(bracket) and within.is_review(f"{fields.title} {' '.join(types)}"):
        return True
    befell = {tie.kind for tie in record.relations if tie.direction == "in"} | {record.status}
    if any(called.match(bracket) and befell & _statuses(kind) for kind, called in _CALLED.items()):
        return True
    names = {*_names(bracket)}
    is_opinion = bool(types & _OPINIONS) and kinds.PLANS.isdisjoint(names)
    return all(is_opinion or words.issuperset(said.tokens(name)) or _may_be(name, bracket, record) for name in names)


def _counted(title: str) -> str:
    return said.plainly(counted.one_way(title)).strip("; ")


def _statuses(kind: str) -> set[str]:
    """What a notice of a kind makes of a work, and what registries call the tie to it."""
    return {*_NOTICES[kind], *(KINDS[status] for status in _NOTICES[kind])}


def _may_be(name: str, bracket: str, record: Record) -> bool:
    """Whether a record without types of articles may be of such a text: by its length, or since all may be."""
    if name == _ABSTRACT:
        return _is_short(record.fields, _SHORT - 1)
    if any(kind[:1].isupper() for kind in record.types):  # as PubMed has them
        return False
    is_type = name in _HEADINGS or (name == _SYNTHESIS and bracket.startswith("["))
    return is_type or (name in _COMMENTS and _is_short(record.fields, _SHORT))


def _is_short(fields: Fields, most: int) -> bool:
    """Whether a text has a few pages, or stands in a supplement."""
    found = pages.parse(fields.page)
    if _SUPPLEMENT.search(f"{fields.volume} {fields.issue}") or not found or not found.first:
        return True
    first, last = (int(re.sub(r"\D", "", page) or 0) for page in (found.first, found.last or found.first))
    return last - first < most and not _LOCATOR.match(found.first)
