"""Whether the authors that a citation names are those of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cluneal_lit import names
from cluneal_lit.checks import said
from cluneal_lit.model import Citation, Fields, Name

# Umlauts written out: `Mueller` is Müller, `Soerensen` Sørensen.
_UMLAUT = re.compile(r"(?<=[aou])e")
# What stands behind a name and is none: suffixes and degrees.
_TITLES = {*names.SUFFIXES, *"phd md msc bsc mph frcp dphil dvm rn".split()}
_GROUP = re.compile(
    r"\b(?:group|consortium|collaborat\w+|investigators|committee|network|team|society|association|initiative|"
    r"organi[sz]ation|study|project|alliance|council|institute|trialists|registry|working|university|hospital|"
    r"department|school|cent(?:er|re)|program(?:me)?|task force|authors?)\b",
    re.IGNORECASE,
)


def same_first(citation: Citation, record: Fields) -> bool:
    """Whether the first authors are one person, or the string begins with the record's, or all are the same persons.

    Where each is an author of the other list, only their order differs: versions of a work have several.
    """
    if citation.fields.author == record.author:
        return True
    ours, theirs = _people(citation.fields.author), _people(record.author)
    if not ours or not theirs:
        return not (citation.fields.author and record.author) or _groups_alike(citation.fields, record)
    if _is_one(ours[0], theirs[0]) or _stands_first(theirs[0], citation):
        return True
    return len(ours) == len(theirs) > 2 and _all_are(ours, theirs)


def same_list(citation: Citation, record: Fields) -> bool:
    """Whether everybody named is an author, in whatever order behind the first, and nobody is left out unsaid."""
    if citation.fields.author == record.author:
        return True
    ours, theirs = _people(citation.fields.author), _people(record.author)
    if not ours or not theirs or not same_first(citation, record):
        return same_first(citation, record)
    if len(ours) == len(theirs) and all(map(_is_one, ours, theirs)):
        return True
    string = said.letters(said.text(citation))
    cut = names.ET_AL in citation.fields.author or said.is_cut_off(citation) or (bool(string) and len(ours) == 1)
    partial = names.ET_AL in record.author or (len(theirs) == 1 and not theirs[0].given)  # as older deposits are
    if not partial and not _all_are(ours, theirs):
        return _reads_otherwise(ours, theirs, citation)
    return cut or all(any(_is_one(one, their) for one in ours) or _surname(their) in string for their in theirs)


def _all_are(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether each person is another one of the record's."""
    left = [*theirs]
    for one in ours:
        match = next((their for their in left if _is_one(one, their)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _reads_otherwise(ours: Sequence[Name], theirs: Sequence[Name], citation: Citation) -> bool:
    """Whether the string names just the record's authors, in their order, though its fields were read otherwise."""
    words = said.tokens(said.text(citation))
    if not words:
        return False
    start = 0
    for their in theirs:
        parts = said.tokens(their.family or their.literal)
        at = next((at for at in range(start, len(words)) if words[at : at + len(parts)] == parts), -1)
        if at < 0:
            return False
        start = at + len(parts)
    return len(ours) <= len(theirs)


def _people(authors: Sequence[Name]) -> list[Name]:
    """The persons: groups between them are named by some and left out by others."""
    found = (_with_family(name) for name in authors if not name.literal and not _GROUP.search(_whole_name(name)))
    return [name for name in found if said.letters(name.family)]


def _whole_name(name: Name) -> str:
    return f"{name.given} {name.non_dropping_particle} {name.family}"


def _with_family(name: Name) -> Name:
    """The person; where a suffix was taken for the family name, the last given name is it: `Robert Smith`, `III`."""
    words = said.tokens(name.family)
    if not words or any(word not in _TITLES for word in words):
        return name
    given, _, family = name.given.strip().rpartition(" ")
    return Name(family=family, given=given)


def _groups_alike(ours: Fields, theirs: Fields) -> bool:
    """Whether one of two lists, of which one has no person, names a group that the other names."""
    one, other = ({said.letters(name.literal or name.family) for name in fields.author} for fields in (ours, theirs))
    return bool(one & other) or any(left in right or right in left for left in one for right in other)


def _stands_first(their: Name, citation: Citation) -> bool:
    """Whether the string begins with this author, be it behind a number and initials."""
    parts = said.tokens(their.family)
    words = said.tokens(said.text(citation))[: 5 + len(parts)]
    return any(words[at : at + len(parts)] == parts for at in range(len(words) - len(parts) + 1)) if parts else False


def _is_one(one: Name, other: Name) -> bool:
    """Whether our name and theirs may be one person's: one surname, be it written out, doubled or in the given name's
    place."""
    if one == other:
        return True
    if _whole(one) & _surnames(other) or _whole(other) & _surnames(one):
        return _initials_agree(one, other)
    # Their initial may stand for our name in full; ours for theirs is a mistake: `Suleyman O` for Süleyman Özyalçın.
    return _is_turned(one, other, initials=True) or _is_turned(other, one, initials=False)


def _is_turned(one: Name, other: Name, *, initials: bool) -> bool:
    """Whether the one's given name is the other's family name, and the other has the one's family name, or its initial
    where that is enough, before it."""
    forms = {_UMLAUT.sub("", form) for form in (said.letters(one.given), *said.tokens(one.given)) if len(form) > 1}
    if forms.isdisjoint(_surnames(other)):
        return False
    before = {*said.tokens(other.given), said.letters(other.given)}
    return bool(_surnames(one) & before) or (initials and any(form[0] in _initials(other) for form in _whole(one)))


def _surname(name: Name) -> str:
    return said.letters(name.family)


@lru_cache(maxsize=65536)
def _surnames(name: Name) -> frozenset[str]:
    """A family name, and each part of a double one, of which some lists give only one."""
    bare = _bare(_parts(name))
    return _whole(name) | {_UMLAUT.sub("", part) for part in bare if len(part) > 2 and len(bare) > 1}


@lru_cache(maxsize=65536)
def _whole(name: Name) -> frozenset[str]:
    """A family name with and without particles; umlauts as one letter."""
    parts = _parts(name)
    return frozenset(_UMLAUT.sub("", "".join(form)) for form in (parts, _bare(parts)) if form)


def _parts(name: Name) -> list[str]:
    """The words of a family name, without suffixes and what are initials."""
    parts = [part for part in said.tokens(f"{name.non_dropping_particle} {name.family}") if part not in names.SUFFIXES]
    return [part for part in parts if len(part) > 1] or parts


def _bare(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in names.PARTICLES] or parts


def _initials_agree(one: Name, other: Name) -> bool:
    ours, theirs = _initials(one), _initials(other)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _initials(name: Name) -> set[str]:
    """The initials, also those that were read as parts of the family name."""
    return set(_letters(name))


def _letters(name: Name) -> Iterator[str]:
    yield from "".join(said.tokens(names.initials(name.given)))
    yield from (part[0] for part in said.tokens(name.given))
    yield from (part for part in said.tokens(name.family) if len(part) == 1)
