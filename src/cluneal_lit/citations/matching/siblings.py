"""What tells works apart that have nearly one title: parts, editions, companion papers, other people's papers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from cluneal_lit import names
from cluneal_lit.citations.matching.cited import Cited, in_its_language
from cluneal_lit.citations.matching.placing import SLACK, Placed, around, said
from cluneal_lit.citations.matching.supported import is_placed
from cluneal_lit.citations.matching.wording import differing, numerals
from cluneal_lit.compare import AGREEING, Comparison
from cluneal_lit.ends import head
from cluneal_lit.folding import folded, words
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Name
from cluneal_lit.titles import compact, heads

# A number that stands alone behind the title, before the journal; that of a volume has numbers or its end behind it.
_PARTS = r"(?:parts?|pt|teil|partie|parte|phase|section)"
_NUMBERED = late(rf"[\W_]*(?:{_PARTS}\W*)?([ivx]{{1,5}}|\d{{1,2}})\b[^\w(]+[^\W\d_]", re.IGNORECASE)
_PART = late(rf"\b{_PARTS}\b\W*([ivx]{{1,5}}|\d{{1,2}})\b|[^\W_]\W+([ivx]{{1,5}}|\d{{1,2}})[.)]?$", re.IGNORECASE)
_PHASE = late(r"\b(?:phase|section)\b", re.IGNORECASE)  # of a study, not of a series of papers
_LONG = 40  # letters of a title that few works share
_LESS = 20  # letters of one that few works of a first author in a volume share
_BRIEF = 15  # letters of one that says something only at its place
_Numbers = tuple[str, ...]
_OTHER_KIND = frozenset(
    "protocol erratum corrigendum correction retraction reply replies rejoinder comment commentary".split()
)


def apart(cited: Cited, fields: Fields, title: Placed, found: Mapping[str, Comparison], numbers: str) -> str:
    """Whether the titles differ by more than slips, and the place does not say that it is one work all the same;
    `numbers` as `numbered` gives."""
    if title.relation == "missing":
        return ""
    if numbers and all(parts := _parts(cited, fields, title)) and parts[0] != parts[1]:
        return f"their titles number differently: {numbers}"
    if title.beside > SLACK and numbers and (part := next(filter(None, _parts(cited, fields, title)), ())):
        return f"only one title says part {part[0]}"
    if is_placed(found) and not _is_brief(_shared(cited, fields, title), title, found):
        return ""
    if title.beside > SLACK and not _only_shorter(_shared(cited, fields, title), found):
        return "one title says more than the other, and the pages do not say that they are one work"
    if numbers:
        return f"their titles number differently: {numbers}"
    if title.relation != "equal" and (apart := _reworded(cited, fields, title, found)):
        return apart
    return other_people(cited.fields, fields, found["author"]) or _elsewhere(cited, fields, found)


def _reworded(cited: Cited, fields: Fields, title: Placed, found: Mapping[str, Comparison]) -> str:
    """Whether each title has words that the other lacks, as those of one author's papers on one matter have, or one of
    them where the pages contradict, or words for another kind of text."""
    ours, others = differing(_as_read(cited, title), in_its_language(cited, fields))
    is_kind = _OTHER_KIND & {*ours, *others} & _in_heads(cited, fields, title)
    if (ours and others) or ((ours or others) and (is_kind or found["pages"].relation == "contradicting")):
        return f"their titles differ: {' '.join(ours) or 'nothing'} | {' '.join(others) or 'nothing'}"
    return ""


def _as_read(cited: Cited, title: Placed) -> str:
    """The title as it stands in the string, with the subtitle that was read behind it."""
    written = said(cited, title)
    return cited.fields.title if cited.title.startswith(compact(written)) else written


def _in_heads(cited: Cited, fields: Fields, title: Placed) -> frozenset[str]:
    """The words of both titles up to their first stop; what stands behind it, `notices.about` judges."""
    return frozenset(words(f"{head(said(cited, title))} {head(fields.title)}"))


def numbered(cited: Cited, fields: Fields, title: Placed) -> str:
    """The numbers in which two titles that are nearly one differ, `2 | 1`: those of parts, and others that do not stand
    in a subtitle that one of them lacks. Empty where they differ in none."""
    own, theirs = _numerals(cited, title), numerals(fields.title)
    parts = _parts(cited, fields, title)
    apart = all(parts) and parts[0] != parts[1]
    if not apart and (own == theirs or _in_subtitle(cited, fields, title, (own, theirs), parts)):
        return ""
    return f"{' '.join(own) or 'none'} | {' '.join(theirs) or 'none'}"


def _parts(cited: Cited, fields: Fields, title: Placed) -> tuple[_Numbers, _Numbers]:
    return _part(cited, title), _part_of(fields.title)


def _shared(cited: Cited, fields: Fields, title: Placed) -> int:
    """How many letters the shorter of two titles has."""
    if title.start >= 0:
        return title.end - title.start
    return min(len(cited.title), len(compact(fields.title)))


def _is_brief(shared: int, title: Placed, found: Mapping[str, Comparison]) -> bool:
    """Whether a title without its subtitle, of so few letters, says too little where no volume stands beside it."""
    return title.beside > SLACK and shared < _BRIEF and found["volume"].relation not in AGREEING


def _only_shorter(shared: int, found: Mapping[str, Comparison]) -> bool:
    """Whether a title without its subtitle, of so many letters, is so long, and all else that is said so equal, that it
    is the work; the volume may be a slip where the pages are the same."""
    near = all(found[field].relation in AGREEING for field in ("author", "year", "journal"))
    if found["pages"].relation == "equal" and near and shared >= _LESS:
        return True
    rest = {found[field].relation for field in ("author", "year", "journal")}
    least = _LESS if found["volume"].relation == "equal" else _LONG
    is_elsewhere = found["volume"].relation == "contradicting"
    return shared >= least and rest <= {"equal"} and found["pages"].relation == "missing" and not is_elsewhere


def _in_subtitle(
    cited: Cited, fields: Fields, title: Placed, numbers: tuple[_Numbers, _Numbers], parts: tuple[_Numbers, _Numbers]
) -> bool:
    """Whether the numbers that only one title has stand in the subtitle that the other lacks, and count no parts."""
    own, theirs = said(cited, title), fields.title
    if parts[0] != parts[1] and not any(_PHASE.search(text) for text in (own, theirs)):
        return False
    lacks = title.beside > SLACK or compact(own) in heads(theirs) or compact(theirs) in heads(own)
    shared = min(map(len, numbers))
    return lacks and numbers[0][:shared] == numbers[1][:shared]


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
    behind = _NUMBERED.match(around(cited, title)[1])
    return (*numerals(said(cited, title)), *(numerals(f"part {behind[1]}") if behind else ()))


def _part(cited: Cited, title: Placed) -> tuple[str, ...]:
    """The part that the reference's title, or what stands behind it, says it is."""
    behind = _NUMBERED.match(around(cited, title)[1])
    return _part_of(said(cited, title) + (f" {behind[0][:-1]}".rstrip(" .:;,") if behind else ""))


def _part_of(title: str) -> tuple[str, ...]:
    """The number of the part that a title says it is: `2` of `…: Part II`, and of `…. 2`."""
    found = _PART.search(title)
    return numerals(f"part {found[1] or found[2]}") if found else ()
