"""By what names the authors of an entry are cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from cluneal_lit import names, others
from cluneal_lit.citations.markers import inflected
from cluneal_lit.citations.references.authors import HAN
from cluneal_lit.folding import letters, words
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Name

# What a group is called in short, before, behind or in brackets behind its name.
_ACRONYM = late(
    r"\((?P<round>[A-Z]{2,8})\)|\[(?P<square>[A-Z][\w&-]{1,11})\]"
    r"|^(?P<before>[A-Z]{2,8})\s[–—-]\s|\s[–—-]\s(?P<behind>[A-Z]{2,8})(?=[.,]|\s\(|$)"
)
_WORD = re.compile(r"[^\W\d_]+")
_EASTERN = late(f"{HAN}+")
_OPENING = 400  # characters in which authors stand
_FEWEST = 3  # letters of an acronym
_LONG = 7  # letters of a name that is no other with two of them changed: `Mueller`, `Djordjevic`


def people(fields: Fields) -> Sequence[Name]:
    """By whom a work is: its editors where it has no authors."""
    return fields.author or fields.editor


def first(fields: Fields, raw: str) -> set[str]:
    """By what names the first author of an entry is cited: surname, or the group's words and initials."""
    named = people(fields)[:1]
    called = {each for one in named for each in (names.surname(one), *_eastern(one), *_initials(one, raw))}
    return called - {""}


def _eastern(first: Name) -> Iterable[str]:
    """How a person is called whose name in Chinese, Japanese or Korean is not parted: also by its first letters, of
    which the surname is one to three."""
    if not _EASTERN.fullmatch(first.family):
        return
    yield letters(first.family + first.given)
    if not first.given:
        yield from (letters(first.family[:length]) for length in range(1, min(4, len(first.family))))
    else:
        yield letters(first.given + first.family)  # `王 伟`, of which the second was read as the surname


def _initials(group: Name, raw: str) -> Iterable[str]:
    if not group.literal:
        return
    short = "".join(word[0] for word in _WORD.findall(group.literal) if word[0].isupper()).lower()
    yield short
    if len(short) > _FEWEST:  # bodies leave one of theirs out
        yield from (short[:at] + short[at + 1 :] for at in range(1, len(short)))
    yield "".join(words(_ACRONYM.sub("", group.literal.removeprefix("The "))))
    if match := _ACRONYM.search(raw, 0, len(group.literal) + 20):
        yield letters(match[match.lastgroup or 0])


def are_by(fields: Fields, further: Sequence[str]) -> bool:
    """Whether a work is by these behind its first author."""
    return _further(fields)[: len(further)] == list(further)


def agrees(fields: Fields, further: Sequence[str], others: bool, inflects: bool = False) -> bool:
    """Whether a work is by as many as are named behind its first author, or by more where `others` are said to be, and
    these are its authors, whose names may have more words there, and in Chinese, Japanese and Korean only the first
    letters, and stand in another case (in Latin letters where the text `inflects`)."""
    authors = people(fields)[1:]
    if len(authors) < len(further) or (len(authors) > len(further) and not others):
        return False
    return all(_is_called(author, name, inflects) for author, name in zip(authors, further, strict=False))


def have(fields: Fields, further: Sequence[str], inflects: bool) -> bool:
    """Whether each of these is an author of a work behind its first, in another case too where the text `inflects`, or
    misspelt by a letter, a long one by two."""
    authors = people(fields)[1:]
    return all(
        any(_is_called(author, name, inflects) or _is_misspelt(names.surname(author), name) for author in authors)
        for name in further
    )


def _is_misspelt(surname: str, name: str) -> bool:
    return OSA.distance(surname, name) <= (1 if len(name) < _LONG else 2)


def are_others(fields: Fields, raw: str, further: Sequence[str], inflects: bool) -> bool:
    """Whether a work is by other people than those named behind its first author: it gives all its authors, who are no
    bodies, and one who is named is none of them and stands nowhere in the entry."""
    authors = people(fields)
    before = raw[:_OPENING].partition(fields.title)[0] if fields.title else raw[:_OPENING]
    if others.are_meant(raw, before) or any(author.literal for author in authors) or not authors:
        return False
    every = words(raw)
    said = {*every, *map("".join, pairwise(every))}  # `López Obrador` is asked for as one
    unsaid = [name for name in further if name not in said]
    return not have(fields, unsaid, inflects)


def _is_called(author: Name, name: str, inflects: bool) -> bool:
    surname = names.surname(author)
    if _EASTERN.fullmatch(author.family):
        return surname.startswith(name)
    return name.startswith(surname) or name.endswith(surname) or bool(inflected.nearest(name, [surname], inflects))


def _further(fields: Fields) -> list[str]:
    return [names.surname(author) for author in people(fields)[1:]]
