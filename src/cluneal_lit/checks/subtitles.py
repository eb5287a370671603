"""What stands behind a journal's name and makes no other journal of it: its subtitle, its place, its acronym spelt out.

NLM and publishers set these behind the names that are short, and reference managers shorten them as one name: `Lancet
Lond Engl` of `Lancet (London, England)`, `Brain J Neurol` of `Brain : a journal of neurology`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import journals
from cluneal_lit.checks import acronyms
from cluneal_lit.folding import plain, words
from cluneal_lit.model import Fields

# What says that the words are about the journal before them: `J Head Face Pain`, `Zeitschrift für Dermatologie`.
_JOURNAL = frozenset(
    "j jour journal official off z zeitschrift revue revista rivista tidskrift tidsskrift tijdschrift casopis".split()
)
# Before a journal: where it is from, `an`.
_FROM = frozenset("an am american br brit british can canadian eur european int international nordic scand".split())
# Places by which journals of one name are told apart, as NLM and databases write them. No land that a family of
# journals has for one of them (`Nature India`).
_PLACES = frozenset(
    "amsterdam auckland auckl baltim baltimore barc barcelona basel berl berlin boston bristol calif camb cambridge"
    " chic chicago copenh copenhagen dallas dc edinb edinburgh engl england evanston fr france ger germany hagerstown"
    " hoboken il ill kingdom lond london ma madrid mass md milan milano minneap minneapolis nederland neth netherlands"
    " new nj ny nyc oxf oxford pa paris phila philadelphia rome scotl scotland states stockh stockholm switz"
    " switzerland tex tokyo uk united usa va wash washington york".split()
)
# The lands and states of these, before which any town may stand: `Obesity Silver Spring Md`.
_LANDS = frozenset(
    "calif engl england fr france ger germany il ill ma mass md nj neth netherlands ny pa scotl scotland states switz"
    " switzerland tex uk usa va".split()
)
# A name that ends with the letter of a series, be it the `A` that is an article elsewhere.
_SERIES = re.compile(r"\b[A-Z]\W*$")
_LABELS = frozenset("chapter vol volume no nr".split())
_EDITION = frozenset("ed edn edition soc society".split())  # `BMJ Clin Res Ed`, `Heart Br Card Soc`
_LONGEST = 4  # words of an edition, or of a place with its land
_SECTION = 3  # words of a section at most: `Neurology: Genetics`


def only_adds(long: str, short: str) -> bool:
    """Whether a name is another, whole or shortened, with only its subtitle, place or acronym spelt out behind it."""
    head, full = journals.significant(short), whole(long)
    count = len(head)
    first, rest = full[:count], full[count:]
    is_whole = first == head
    if not head or not rest or not _are_one(first, head):
        return False
    if journals.are_sisters(head, full):
        return False
    if (
        _are_from(rest, whole(short)[count:])
        or _is_place(rest)
        or (count > 1 and is_series(head) and first[-1] == head[-1])
    ):
        return True
    if count == 1:
        return is_whole and (_is_subtitle(rest, head, long) or _is_acronym(head, rest))
    is_about = len(rest) > 1 and (_is_subtitle(rest, head, long) or rest[0] == "rev")
    return is_about or _is_acronym(head, rest)


def goes_on(long: str, short: str, record: Fields) -> bool:
    """Whether a name is another of several words and goes on with words that make it another journal's; those of a
    series do not: `Physical Review E` and what it is about."""
    head, full = journals.significant(short), journals.significant(long)
    rest = without_place(full[len(head) :], record)
    if len(head) < 2 or full[: len(head)] != head or not any(map(tells, rest)):
        return False
    return not is_series(head, rest) and not only_adds(long, short)


def without_place(rest: Sequence[str], record: Fields) -> tuple[str, ...]:
    """The words behind a name without those of its work's place that were read as of the journal: `Chapter 6`, `F6`."""
    own = {*words(f"{record.volume} {record.issue} {record.page} {record.number}")} | _LABELS
    return tuple(word for word in rest if word not in own)


def tells(word: str) -> bool:
    """Whether a word is no number and no letter but the `J` of a journal."""
    return word == "j" or (len(word) > 1 and not word.isdigit())


def is_series(head: Sequence[str], rest: Sequence[str] = ()) -> bool:
    """Whether the letter of a series stands where the words behind a name begin."""
    return any(len(word) == 1 and word != "j" for word in (*head[-1:], *rest[:1]))


def is_section(long: str, short: str) -> bool:
    """Whether a name is another with a few words behind a colon that are not about that journal, but name another of
    its family: `Neurology: Genetics`."""
    head, colon, behind = journals.unbracketed(long).partition(":")
    one, rest = journals.significant(head), journals.significant(behind)
    if not colon or not one or not _are_one(one, whole(short)) or not 0 < len(rest) <= _SECTION:
        return False
    if is_series(one, rest) or _SERIES.search(head) or acronyms.is_behind(head, behind) or journals.is_server(head):
        return False
    return _JOURNAL.isdisjoint(rest) and not _is_place(rest) and not _is_acronym(one, rest)


def _is_acronym(head: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether one of both is the other's acronym: `JAMA`, `World J Gastroenterol`."""
    initials = "".join(word[0] for word in head)
    return rest in (head, (initials,)) or acronyms.is_made_of(head, rest)


def whole(name: str) -> tuple[str, ...]:
    """The words of a name that an abbreviation keeps, with its place and subtitle."""
    return tuple(word for word in words(name.replace("&", " ")) if word not in journals.FILLERS)


def _are_from(rest: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether each word begins or contracts one of a journal's own, in order; `J` is no Japan."""
    left = iter(own)
    return all(
        any(journals.abbreviates((word,), (full,)) and word + full[:2] != "jja" for full in left) for word in rest
    )


def _are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether names have the same words, in one of them shortened."""
    return len(one) == len(other) and (one == other or _are_from(one, other) or _are_from(other, one))


def _is_place(rest: tuple[str, ...]) -> bool:
    """Whether the words are a place, with or without its land or year, an edition, or the society that has it."""
    if rest[-1] in _EDITION and len(rest) <= _LONGEST:
        return True
    named = [word for word in rest if not word.isdigit()]
    if named and named[-1] in _LANDS and len(named) <= _LONGEST:
        return True
    told = [word for word in named if len(word) > 1]
    return _PLACES.issuperset(told) and (not {"new"}.issuperset(told) or rest[:2] == ("n", "y"))


def _is_subtitle(rest: tuple[str, ...], head: tuple[str, ...], long: str) -> bool:
    """Whether the words say of which journal the name is. Where no mark parts them from the name they begin so."""
    if rest[0] in _JOURNAL or (rest[0] in _FROM and not _JOURNAL.isdisjoint(rest[1:2])):
        return True
    parting = re.search(rf"\b{head[0]}\s*([^\w\s&])", plain(long))
    return bool(parting) and not _JOURNAL.isdisjoint(rest[:3])
