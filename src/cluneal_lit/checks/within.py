"""Whether a record's title stands in a citation's string as its title, and is not part of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cluneal_lit import journals, names
from cluneal_lit.checks import said, spelling
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields, Name

# What ends a sentence, opens or closes a bracket or quotation; hyphens and dashes within a word do not.
_STOP = re.compile(
    r"(?<!\bvs)(?<!\b[ie]\.[eg])(?<!\bcf)\.|[:;?!()\[\]{}\"“”„«»‹›—|*_†‡]|//|\s[-–/=]+(?=\s)|(?<!\w)['‘’‚`]|['’](?!\w)"
)
# Of whom several are left out, and what stands for a name.
_PEOPLE = frozenset("et al others colleagues coll cols".split()) | names.PARTICLES
# What else stands right behind a title.
_BEHIND = frozenset("vol volume epub available retrieved accessed".split())
# What is another paper, though the title of its paper follows: `Reply: …`, `Correction to …`. In a title that goes on,
# such words may be about anything: `Response to treatment`, `Correction of scoliosis`.
_ANSWER = late(
    r"\W*(?:(?:the |an? )?(?:author\S*|editor\S*|invited) )?(?:repl(?:y|ies)\b|re(?=\s?:)"
    r"|(?:corrigend|errat)(?:um|a)\b|(?:responses?|comment(?:s|ary)?|corrections?|retraction)(?=\W*$|\s(?:note|notice|statement)\b"
    r"|\s(?:to|on)\W*$|\s(?:to|on)\W{1,3}(?:the )?"
    r"(?:letters?|comments?|commentary|editor|authors?|articles?|paper)\b))",
    re.IGNORECASE,
)
_PLAN = late(r"\W*(?:study |trial )?protocol\b", re.IGNORECASE)
# What makes another paper of the same title, where it stands behind: `…: part 2`, `…. II.`
_PART = late(
    r"\W*(?:(?:parts?|chapters?|sections?)\s(?:\d+|[ivx]+)\b|[ivx]+(?=\W*$|[.:]\s)|\d{1,2}(?=[.:]\s))", re.IGNORECASE
)


def is_of_answer(piece: str) -> bool:
    """Whether a piece of a title says that what has it answers or corrects another paper."""
    return bool(_ANSWER.match(piece))


def is_of_other(piece: str) -> bool:
    """Whether a piece behind a title says that it is another paper's: a reply, a protocol, one of several parts."""
    return bool(_ANSWER.match(piece) or _PLAN.match(piece) or _PART.match(piece))


def stands(citation: Citation, title: str, record: Fields) -> bool:
    """Whether the string has the title as one of its own: parted from what is before and behind it by a stop, names of
    the authors, the year or the journal, and of no reply to it or part of it."""
    if any(is_of_other(_behind_stop(behind)) for _, behind in spelling.around(title, citation.fields.title)):
        return False
    marks = title[:1], title.rstrip(". ")[-1:]
    return any(
        _is_parted_before(_less(before, marks[0], -1), citation.fields, record)
        and _is_parted_behind(_less(behind, marks[1], 0), citation.fields, record)
        for before, behind in spelling.around(title, said.text(citation))
    )


def _less(text: str, mark: str, at: int) -> str:
    """The text before or behind a title without the mark that the title itself begins or ends with."""
    bare = text.strip()
    return (bare[:-1] if at else bare[1:]) if not mark.isalnum() and bare[at:][:1] == mark else text


def _behind_stop(behind: str) -> str:
    """What stands behind the first stop, where nothing but that stop is behind the title."""
    stop = _STOP.search(behind)
    return behind[stop.end() :] if stop and not said.tokens(behind[: stop.start()]) else ""


def _is_parted_before(before: str, cited: Fields, record: Fields) -> bool:
    stops = [stop.end() for stop in _STOP.finditer(before)]
    words = {*said.tokens(_last_part(before[stops[-1] if stops else 0 :]))}
    left = words - _PEOPLE - _years(cited, record) - {*_named(cited), *_named(record)}
    if not all(any(_may_be_given(word, name, words) for name in (*cited.author, *record.author)) for word in left):
        return False
    pieces = [before[one:other] for one, other in pairwise([0, *stops])]
    last = next((_last_part(one) for one in reversed(pieces) if said.tokens(one)), "")
    return not (_ANSWER.match(last) or _PLAN.match(last))


def _may_be_given(word: str, name: Name, beside: set[str]) -> bool:
    """Whether a word beside a surname may be the given name of which only the initial is known."""
    return word[0] in said.letters(names.initials(name.given)) and beside.issuperset(said.tokens(name.family))


def _last_part(piece: str) -> str:
    """What stands behind the last comma that words are behind."""
    return next((part for part in reversed(piece.split(",")) if said.tokens(part)), "")


def _is_parted_behind(behind: str, cited: Fields, record: Fields) -> bool:
    stop = _STOP.search(behind)
    words = said.tokens(behind[: stop.start()] if stop else behind)
    words = words[words[:1] == ("in",) :]
    if not words or words[0] in _BEHIND | _years(cited, record):
        return True
    venues = (cited.container_title, record.container_title, record.container_title_short, record.collection_title)
    return any(name[0].startswith(words[0]) for name in map(journals.significant, venues) if name)


def _years(*all_fields: Fields) -> set[str]:
    return {str(fields.issued.year) for fields in all_fields if fields.issued}


def _named(fields: Fields) -> Iterator[str]:
    """The words by which authors are named: surnames, given names, initials one by one and together."""
    for name in fields.author:
        initials = said.letters(names.initials(name.given))
        yield from said.tokens(f"{name.literal} {name.given} {name.family} {name.non_dropping_particle} {name.suffix}")
        yield from (initials, *initials)
