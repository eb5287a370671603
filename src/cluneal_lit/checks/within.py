"""Whether a record's title stands in a citation's string as its title, and is not part of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cluneal_lit import ends, journals, kinds, names, others
from cluneal_lit.checks import said, spelling
from cluneal_lit.checks.name_words import GROUP
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields, Name

# What ends a sentence, opens or closes a bracket or quotation; hyphens and dashes within a word do not.
_STOP = late(
    r"(?<!\bvs)(?<!\b[ie]\.[eg])(?<!\bcf)\.|[:;?!()\[\]{}\"“”„«»‹›—|*_†‡]|//|\s[-–/=]+(?=\s)|(?<!\w)['‘’‚`]|['’](?!\w)"
)
# Of whom several are left out, what joins names and what stands for or before one.
_PEOPLE = names.PARTICLES | frozenset(
    "et al others colleagues coll cols and und u y e i a en og och ve oraz ja es si dan un ir dr prof md phd".split()
)
# What else stands right behind a title.
_BEHIND = frozenset("vol volume epub available retrieved accessed".split())
# Said before another text's title, alone: `Re: …`.
_RE = re.compile(r"\W*re\W*$", re.IGNORECASE)
# Remarks: `[German]`, `(Review)`, and one at the end whose bracket was lost when the string was read.
_BRACKETED = re.compile(r"[\[(][^\[\]()]*[\])]|\[[^\[\]]*$")
_PARALLEL = re.compile(r"[\[=/]\s*$|^\s*[=/]")  # parts a title from the same in another language
_COUNTED = re.compile(r"\W*\d{1,2}[.:]\s+(?=[^\W\d])")  # a part and its title: `2. Results`
_NUMBER = re.compile(r"\W*(?:\d+|[ivxlc]+)\W*")  # of a volume


def is_of_other(piece: str, cited: Fields, record: Fields) -> bool:
    """Whether a piece behind a title says that it is another text's: a reply, a protocol, one of several parts, a later
    report, a review of what is known; remarks in brackets, footnotes' marks and the journal's name say nothing."""
    parts = [part for part in _parts(piece) if not part.isdigit()]
    return bool(_COUNTED.match(piece)) or any(_is_of_other(part, cited, record) for part in parts)


def _is_of_other(part: str, cited: Fields, record: Fields) -> bool:
    is_form = not kinds.LABELS.issuperset(ends.names_a_form(part))
    is_one = is_form or is_review(part) or bool(ends.names_another(part))
    return is_one and not _is_place(part, cited, record)


def _parts(piece: str) -> list[str]:
    return ends.parts(_BRACKETED.sub(" ", piece))


def is_of_answer(piece: str) -> bool:
    """Whether a piece of a title says that what has it answers or corrects another paper; no plan and no part does."""
    named = [name for part in ends.parts(piece) if not ends.is_part(part) for name in ends.names_another(part)]
    return not kinds.PLANS.issuperset(named)


def is_review(piece: str) -> bool:
    """Whether a piece says that it is a review of studies, as no study is."""
    plain = said.tokens(piece)
    return not kinds.SYNTHESES.isdisjoint((*plain, *map(" ".join, pairwise(plain))))


def stands(citation: Citation, title: str, record: Fields) -> bool:
    """Whether the string has the title as one of its own: parted from what is before and behind it by a stop, names of
    the authors, the year or the journal, and no part of a longer one that was read."""
    cited = citation.fields
    read = [*spelling.around(title, others.taken_out(cited.title))] or spelling.around(title, cited.title)
    longer = (
        _says_more(before, cited, record)
        or (_says_more(behind, cited, record) and not _is_place(behind, cited, record))
        for before, behind in read
    )
    if any(longer):
        return False
    marks = title[:1], title.rstrip(". ")[-1:]
    return any(
        _is_parted_before(_less(before, marks[0], -1), cited, record)
        and _is_parted_behind(_less(behind, marks[1], 0), cited, record)
        for before, behind in spelling.around(title, said.text(citation))
    )


def _says_more(piece: str, cited: Fields, record: Fields) -> bool:
    """Whether what stands beside a title has words of one: others than those by which people, groups and numbers are
    told, remarks in brackets, and those of the title in another language."""
    plain = _BRACKETED.sub(" ", piece)
    words = said.tokens(plain)
    if _PARALLEL.search(piece) or "behalf" in words:
        return False
    if words and GROUP.fullmatch(words[-1]) and not is_of_other(piece, cited, record):
        return False
    return any(_strangers({*said.tokens(part)}, cited, record) for part in plain.split(","))


def _strangers(words: set[str], cited: Fields, record: Fields) -> set[str]:
    """Those of the words that are no people's and no numbers."""
    left = words - _PEOPLE - _years(cited, record) - {*_named(cited), *_named(record)}
    people = (*cited.author, *record.author)
    left = {word for word in left if len(word) > 1 and not word.isdigit()}
    return {word for word in left if not any(_may_be_given(word, name, words) for name in people)}


def _less(text: str, mark: str, at: int) -> str:
    """The text before or behind a title without the mark that the title itself begins or ends with."""
    bare = text.strip()
    return (bare[:-1] if at else bare[1:]) if not mark.isalnum() and bare[at:][:1] == mark else text


def _is_parted_before(before: str, cited: Fields, record: Fields) -> bool:
    stops = [stop.end() for stop in _STOP.finditer(before)]
    if _strangers({*said.tokens(_last_part(before[stops[-1] if stops else 0 :]))}, cited, record):
        return False
    pieces = [before[one:other] for one, other in pairwise([0, *stops])]
    last = next((_last_part(one) for one in reversed(pieces) if said.tokens(one)), "")
    return not (_RE.match(last) or is_of_answer(last) or _is_plan(last) or ends.is_heading(last))


def _is_plan(piece: str) -> bool:
    return not kinds.PLANS.isdisjoint(ends.names_another(piece))


def _may_be_given(word: str, name: Name, beside: set[str]) -> bool:
    """Whether a word beside a surname may be the given name of which only the initial is known."""
    return word[0] in said.letters(names.initials(name.given)) and beside.issuperset(said.tokens(name.family))


def _last_part(piece: str) -> str:
    """What stands behind the last comma that words are behind."""
    return next((part for part in reversed(piece.split(",")) if said.tokens(part)), "")


def _is_parted_behind(behind: str, cited: Fields, record: Fields) -> bool:
    stops = [stop.span() for stop in _STOP.finditer(behind)]
    begin, end = stops[0] if stops else (len(behind), len(behind))
    if said.tokens(behind[:begin]):
        return _is_place(behind[:begin], cited, record)
    parts = _parts(behind[end : stops[1][0] if stops[1:] else len(behind)])
    return not any(_is_of_other(part, cited, record) for part in parts if not _NUMBER.fullmatch(part))


def _is_place(piece: str, cited: Fields, record: Fields) -> bool:
    """Whether a piece begins with the journal or the year, or a label of what else stands behind a title."""
    words = said.tokens(piece)
    words = words[words[:1] == ("in",) :]
    if not words or words[0] in _BEHIND | _years(cited, record):
        return True
    if words[0] in kinds.ARTICLES:
        return False
    venues = (cited.container_title, record.container_title, record.container_title_short, record.collection_title)
    return any(name[0].startswith(words[0]) for name in map(journals.significant, venues) if name)


def _years(*all_fields: Fields) -> set[str]:
    return {str(fields.issued.year) for fields in all_fields if fields.issued}


def _named(fields: Fields) -> Iterator[str]:
    """The words by which authors are named: surnames, given names, initials one by one and together."""
    for name in fields.author:
        initials = said.letters(names.initials(name.given))
        whole = f"{name.literal} {name.given} {name.family} {name.non_dropping_particle} {name.suffix}"
        yield from said.tokens(f"{whole} {spelling.unglued(whole)}")
        yield from (initials, *initials)
