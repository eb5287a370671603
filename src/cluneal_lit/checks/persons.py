"""Whether two names may be one person's, whatever initials, particles and transcription have done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cluneal_lit import names
from cluneal_lit.checks import said, tongues
from cluneal_lit.model import Name

# Umlauts written out: `Mueller` is Müller, `Soerensen` Sørensen.
_UMLAUT = re.compile(r"(?<=[aou])e")
# Of names that other languages write apart, and some leave out.
_PARTICLES = names.PARTICLES | {"bin", "ibn", "bint", "abd", "abu", "op", "della", "vom"}
_SAINT = {"st": "saint", "ste": "saint"}
_ELIDED = re.compile(r"^[dloDLO]['’](?=[^\W\d_]{3})")  # `D'Aubeterre`
# What an export writes for a letter that it cannot: `G?k`.
_LOST = re.compile(r"(?<=\w)[?\ufffd](?=\w)")


def is_one(one: Name, other: Name) -> bool:
    """Whether our name and theirs may be one person's: one surname, be it written out, doubled or in the given name's
    place, or the given name's where initials may have taken its own."""
    return any(_are_one(our, their) for our in _readings(one) for their in _readings(other))


def _readings(name: Name) -> Iterator[Name]:
    """The name; and turned round where its family name may be initials (`TK`, `Isu`), or a short one in capitals
    (`KIM`, `Min Ho`)."""
    yield name
    if names.is_initials(name.family) and len(name.given) > 2 and not names.is_initials(name.given):
        yield Name(family=name.given, given=name.family)


def _are_one(one: Name, other: Name) -> bool:
    if one == other:
        return True
    if _whole(one) & _surnames(other) or _whole(other) & _surnames(one) or _lost_letters(one, other):
        return _initials_agree(one, other)
    if _is_particle(one, other) or _is_particle(other, one) or _is_second(one, other) or _is_second(other, one):
        return True
    if _is_shuffled(one, other) or _is_shuffled(other, one) or _is_undivided(one, other):
        return True
    # Their initial may stand for our name in full; ours for theirs is a mistake: `Suleyman O` for Süleyman Özyalçın.
    return _is_turned(one, other, initials=True) or _is_turned(other, one, initials=False)


def may_be_one(one: Name, other: Name) -> bool:
    """Whether they are one person's, or have no script in common, so that nobody can tell."""
    return is_one(one, other) or tongues.apart(f"{one.family}{one.given}", f"{other.family}{other.given}")


def has_other_initials(one: Name, other: Name) -> bool:
    """Whether two persons of one surname have given names of which none begins alike."""
    same = not _whole(one).isdisjoint(_surnames(other)) or not _whole(other).isdisjoint(_surnames(one))
    return same and not _initials_agree(one, other)


def _is_undivided(one: Name, other: Name) -> bool:
    """Whether the names have the same letters, undivided in one (王小明)."""
    ours, theirs = (f"{name.family}{name.given}" for name in (one, other))
    turned = f"{other.given}{other.family}"
    return said.letters(ours) in (said.letters(theirs), said.letters(turned))


def _is_turned(one: Name, other: Name, *, initials: bool) -> bool:
    """Whether the one's given name is the other's family name, and the other has the one's family name, or its initial
    where that is enough, before it."""
    forms = {_UMLAUT.sub("", form) for form in (said.letters(one.given), *said.tokens(one.given)) if len(form) > 1}
    if forms.isdisjoint(_surnames(other)):
        return False
    before = {*said.tokens(other.given), said.letters(other.given)}
    return bool(_surnames(one) & before) or (initials and any(form[0] in _initials(other) for form in _whole(one)))


def _is_shuffled(one: Name, other: Name) -> bool:
    """Whether a name of initials has the other's words in another order: `Quimby OP`, `Orlov QP`, Quimby Paul Orlov."""
    if not names.is_initials(one.given):
        return False
    ours, family = sorted(said.letters(one.given)), said.letters(one.family)
    if names.is_initials(other.given):
        theirs, its = said.letters(other.given), said.letters(other.family)[:1]
        return len(ours) > 1 and its in ours and sorted([family[:1], *ours]) == sorted([its, *theirs])
    words = [*said.tokens(other.given), *said.tokens(other.family)]
    return len(words) > 2 and family in words and sorted(word[0] for word in words) == sorted([family[:1], *ours])


def _lost_letters(one: Name, other: Name) -> bool:
    """Whether a family name is the other's but for letters that were lost on the way: `G?k`, `Bu?lova`, `Mller`."""
    for lossy, whole in ((one.family, other.family), (other.family, one.family)):
        rest = said.letters(whole.encode("ascii", "ignore").decode())
        if not whole.isascii() and len(rest) > 2 and rest == said.letters(lossy):
            return True
        if _LOST.search(lossy):
            pattern = ".{1,2}".join(map(said.letters, _LOST.split(lossy)))
            return bool(re.fullmatch(pattern, said.letters(whole)))
    return False


def _is_second(one: Name, other: Name) -> bool:
    """Whether the one's family name stands behind the other's first given name, the first half of a double one."""
    first, *further = said.tokens(other.given) or ("",)
    if not first or not one.given or first[0] != (said.letters(one.given) or " ")[0]:
        return False
    return not _whole(one).isdisjoint(word for word in further if len(word) > 2)


def _is_particle(one: Name, other: Name) -> bool:
    """Whether only the particle of a name was kept, and the rest made initials: `van KF` for `van Kemenade F`."""
    if one.given == "" or said.letters(one.family) not in names.PARTICLES:
        return False
    kept = said.letters(names.initials(one.given))
    initials = {part[0] for part in _bare(_parts(other))} | _initials(other)
    whole = said.tokens(f"{other.given} {other.non_dropping_particle} {other.family}")
    return len(kept) > 1 and set(kept) <= initials and said.letters(one.family) in whole


@lru_cache(maxsize=65536)
def _surnames(name: Name) -> frozenset[str]:
    """A family name, and each part of a double one, of which some lists give only one."""
    bare = _bare(_parts(name))
    parts = {_UMLAUT.sub("", part) for part in bare if len(part) > 2 and len(bare) > 1}
    return _whole(name) | parts | {said.letters(_ELIDED.sub("", name.family))} - {""}


@lru_cache(maxsize=65536)
def _whole(name: Name) -> frozenset[str]:
    """A family name with and without particles; umlauts as one letter."""
    parts, every = _parts(name), [_SAINT.get(word, word) for word in said.tokens(name.family)]
    return frozenset(_UMLAUT.sub("", "".join(form)) for form in (parts, _bare(parts), every) if form)


def _parts(name: Name) -> list[str]:
    """The words of a family name, without suffixes and what are initials."""
    words = said.tokens(f"{name.non_dropping_particle} {name.family}")
    parts = [_SAINT.get(word, word) for word in words if word not in names.SUFFIXES]
    return [part for part in parts if len(part) > 1] or parts


def _bare(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in _PARTICLES] or parts


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
