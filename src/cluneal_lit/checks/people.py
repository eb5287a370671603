"""Whether the authors that a citation names are those of a record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cluneal_lit import names
from cluneal_lit.checks import free, name_words, said, tongues
from cluneal_lit.checks.persons import has_other_initials, is_one, may_be_one
from cluneal_lit.model import Citation, Name, Record
from cluneal_lit.preprints import is_preprint

# What stands behind a name and is none: suffixes and degrees.
_TITLES = {*names.SUFFIXES, *"phd md msc bsc mph frcp dphil dvm rn".split()}
_TELLING = 12  # letters of a group's name that stand in a string by no accident


def are_comparable(citation: Citation, record: Record) -> bool:
    """Whether the authors of both are written in one script: if not, they neither agree nor differ."""
    if citation.fields.author == record.fields.author:
        return True
    return not tongues.apart(*(" ".join(map(_named, one.fields.author)) for one in (citation, record)))


def same_first(citation: Citation, record: Record) -> bool:
    """Whether the first authors are one person, or the string begins with the record's.

    Of a preprint and a paper of a conference, which have versions, all the same persons may stand in another order.
    """
    if citation.fields.author == record.fields.author:
        return True
    ours, theirs = individuals(citation.fields.author), individuals(record.fields.author)
    if not ours or not theirs:
        return not (citation.fields.author and record.fields.author) or _groups_alike(citation, record)
    if may_be_one(ours[0], theirs[0]):
        return True
    is_other = _is_namesake(ours[0], theirs) or any(is_one(ours[0], their) for their in theirs[1:])
    if not is_other and name_words.stands_first(theirs[0], citation):
        return True
    has_versions = record.fields.type == "paper-conference" or is_preprint(record)
    return has_versions and len(ours) == len(theirs) > 2 and _all_are(ours, theirs)


def same_list(citation: Citation, record: Record) -> bool:
    """Whether everybody named is an author, in whatever order behind the first, and nobody is left out unsaid."""
    if citation.fields.author == record.fields.author:
        return True
    ours, theirs = individuals(citation.fields.author), individuals(record.fields.author)
    if not ours or not theirs or not same_first(citation, record):
        return same_first(citation, record)
    if len(ours) == len(theirs) and all(map(may_be_one, ours, theirs)):
        return True
    is_alone = len(ours) == 1 and bool(said.text(citation))
    cut = names.ET_AL in citation.fields.author or said.is_cut_off(citation) or is_alone
    partial = names.ET_AL in record.fields.author or (len(theirs) == 1 and not theirs[0].given)  # as older deposits are
    if _are_versions(ours, theirs, record):
        return True
    if not partial and not _all_are(ours, theirs):
        return _reads_otherwise(ours, theirs, theirs, citation) or (
            cut and _reads_otherwise(ours, theirs[:1], theirs, citation)
        )
    if cut:
        return True
    missing = [their for their in theirs if not any(is_one(one, their) for one in ours)]
    if missing:
        string = free.words(citation, record.fields, "authors")
        missing = [their for their in missing if not name_words.stands(their, string)]
    return _all_are(missing, [one for one in ours if not any(is_one(one, their) for their in theirs)])


def _are_versions(ours: Sequence[Name], theirs: Sequence[Name], record: Record) -> bool:
    """Whether the lists are those of two versions of a preprint, between which an author may come or go, of many a
    few."""
    short, long = sorted((ours, theirs), key=len)
    changed = len(long) - len(short)
    return is_preprint(record) and len(short) > 2 and changed <= max(1, len(long) // 5) and _all_are(short, long)


def _all_are(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether each person is another one of the record's, or may be one where nobody can tell."""
    left, open_ = [*theirs], [*ours]
    for alike in (is_one, may_be_one):  # who may be anybody gets whom nobody else is
        for one in tuple(open_):
            match = next((their for their in left if alike(one, their)), None)
            if match is not None:
                left.remove(match)
                open_.remove(one)
    return not open_


def _reads_otherwise(ours: Sequence[Name], named: Sequence[Name], theirs: Sequence[Name], citation: Citation) -> bool:
    """Whether the string has those who must be `named`, in their order, and nobody but the record's authors, though its
    fields were read otherwise."""
    words = said.tokens(said.text(citation))
    if not words or any(_is_namesake(one, theirs) for one in ours):
        return False
    start = 0
    for their in named:
        if not (start := name_words.behind(said.tokens(their.family or their.literal), words, start)):
            return False
    known = {word for their in theirs for word in said.tokens(name_words.whole_name(their))}
    initials = {said.letters(names.initials(their.given)) for their in theirs}
    strangers = any(name_words.has_others(one, known, initials) for one in ours)
    return not strangers or (named is theirs and len(ours) <= len(theirs))


def _is_namesake(one: Name, others: Sequence[Name]) -> bool:
    """Whether a person is none of the others, though one has the surname; a given name that was read from another's
    surname, or is a particle, says nothing."""
    surnames = {word for other in others for word in said.tokens(other.family)} | names.PARTICLES
    if not surnames.isdisjoint(said.tokens(one.given)):
        return False
    namesakes = any(has_other_initials(one, other) for other in others)
    return namesakes and not any(is_one(one, other) for other in others)


def individuals(authors: Sequence[Name]) -> list[Name]:
    """The persons: groups between them are named by some and left out by others."""
    return [person for person in map(_person, dict.fromkeys(authors)) if person]


@lru_cache(maxsize=65536)
def _person(name: Name) -> Name | None:
    """The person whom a name is of; None for a group, and for what has no letters."""
    if name.literal or name_words.GROUP.search(name_words.whole_name(name)):
        return None
    person = _with_family(name)
    return person if said.letters(person.family) else None


def _named(name: Name) -> str:
    return f"{name.literal}{name_words.whole_name(name)}"


def _with_family(name: Name) -> Name:
    """The person; where a suffix was taken for the family name, the given name holds it: `Robert Smith`, `III`."""
    words = said.tokens(name.family)
    if not words and name.given:
        return Name(family=name.given)
    if not words or any(word not in _TITLES for word in words):
        return name
    given, _, family = name.given.strip().rpartition(" ")
    return Name(family=family, given=given)


def _groups_alike(citation: Citation, record: Record) -> bool:
    """Whether one of two lists, of which one has no person, names a group that the other names, or the string does."""
    one, other = (
        {_without_and(name.literal or name.family) for name in fields.author} - {""}
        for fields in (citation.fields, record.fields)
    )
    string = _without_and(said.text(citation))
    return any(left in right or right in left for left in one for right in other) or any(
        name in string for name in other if len(name) > _TELLING
    )


def _without_and(group: str) -> str:
    """Its letters without `and`, for which some write `&`."""
    return "".join(word for word in said.tokens(group) if word != "and")
