"""Lists of authors as tables and tagged files write them in one value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import names, others
from cluneal_lit.folding import one_line
from cluneal_lit.formats import suffixed
from cluneal_lit.late import late
from cluneal_lit.model import Name

_SIGNS = (";", "|", "\n", " and ", " & ")
_AND = re.compile(r"\s(?:and|&)\s")
# Between authors of whom an export lost the line ends.
GLUED = late(r"(?<=[A-Z]\.)(?=[A-Z][a-z])")
_TURNED = late(r"[^\W\d][^,;.]+,? (?:[A-Z]\.[ -]?)+")  # `Isu T.`, `Isu, T.`
_MOST = 5000
_GROUP = frozenset("board fund force trial services".split())  # beside the words that `names` knows


def people(written: str) -> tuple[Name, ...]:
    """The names of `Isu T, Kim K`, `Isu, T.; Kim, K.`, `Isu, T. and Kim, K.`, `Toyohiko Isu, Kyongsong Kim`."""
    written = "; ".join(unglued(written))
    rest = others.without(written.rstrip())
    ends = " ;,." if rest.count(".") == 1 else " ;,"  # PubMed ends its list with a full stop
    parts = _parts(rest.rstrip(ends))
    found = [name for part in parts[:_MOST] if (name := person(part)) != Name()]
    return (*found, names.ET_AL) if found and rest != written.rstrip() else tuple(found)


def with_and(written: str) -> Name | None:
    """The one of `Food and Drug Administration` or `Ampersand & Sons, A. B.`; None where no `and` stands, or people
    stand around it."""
    text = others.without(one_line(written)).strip(" ,")
    parts = _AND.split(text)
    if len(parts) == 1 or ";" in text or _are_people(parts):
        return None
    *family, given = text.split(",")
    return names.parse(text) if len(family) == 1 and _is_given(given.strip()) else Name(literal=text)


def _are_people(parts: Sequence[str]) -> bool:
    """Whether what stands around `and` is plainly one person or several each; a group may end a list of them."""
    first = parts[0].rstrip(" ,")
    listed = "," in first and _is_given(first.rpartition(" ")[2]) and _is_turned(first)
    return all(_is_turned(part) or (listed and _is_group(part)) for part in parts)


def _is_turned(part: str) -> bool:
    """Whether a part is `Isu, Toyohiko`, `Isu T` or `T. Isu`."""
    words = part.strip(" ,").split(" ")
    has_sign = "," in part.strip(" ,") or any(map(names.is_initials, (words[0], words[-1])))
    return has_sign and not _is_group(part)


def _is_group(part: str) -> bool:
    return names.names_group(part) or not _GROUP.isdisjoint(part.lower().split())


def family_first(written: str) -> Name:
    """The author of a line that has no given name first: `Isu T`, `Isu, Toyohiko`, a group, `et al`."""
    one = with_and(written) or suffixed.parse(written)
    return names.ET_AL if person(written) == names.ET_AL else names.parted(one)


def of_line(written: str) -> tuple[Name, ...]:
    """The author of a line that is meant for one; several where `and` joins people on it."""
    is_list = is_cut_off(written) or (_AND.search(written) and with_and(written) is None)
    return people(written) if is_list and person(written) != names.ET_AL else (person(written),)


def is_cut_off(written: str) -> bool:
    """Whether a list of names ends with `et al.`."""
    return others.without(written) != written


def unglued(written: str) -> list[str]:
    """The names of `Isu T.Kim K.`, between which an export lost its signs; of anything else all in one."""
    parts = GLUED.split(written) if "." in written else ()
    return parts if len(parts) > 1 and all(map(_TURNED.fullmatch, parts)) else [written]


def parted(written: str) -> list[str]:
    """The names of what BibTeX takes for one and is several: also of `Isu, T, Kim, K,`, as Cochrane writes them."""
    if is_cut_off(written) and (rest := others.without(written.rstrip()).rstrip(" ,")):
        return [*parted(rest), "others"]
    many = written.count(",") > 2 or written.endswith(",")
    return (_paired([part.strip() for part in written.rstrip(" ,").split(",")]) if many else []) or unglued(written)


def person(written: str) -> Name:
    """The person of `Isu T`, `Isu, Toyohiko` or `Toyohiko Isu`; one word is a group or family name."""
    text = one_line(written).strip(" ,;")
    if others.are_alone(text):
        return names.ET_AL
    if group := with_and(text):
        return group
    given, _, family = text.rpartition(" ")
    if not given or "," in text or names.is_initials(family.replace(".", "")) or family.rstrip(".").isdigit():
        return suffixed.parse(text)
    if text.lower() == text.upper():
        return Name(family=text)  # 张 伟: a script without capitals has the family name first
    if _is_group(text):
        return Name(literal=text)
    words = text.split()
    first = next(
        (place for place, word in enumerate(words[1:-1], 1) if word.lower() in names.PARTICLES), len(words) - 1
    )
    if words[-1].rstrip(".").lower() in names.SUFFIXES and len(words) > 2:
        return Name(family=words[-2], given=" ".join(words[:-2]), suffix=names.SUFFIXES[words[-1].rstrip(".").lower()])
    return Name(family=" ".join(words[first:]), given=" ".join(words[:first]))


def _parts(written: str) -> Sequence[str]:
    for sign in _SIGNS:
        if sign in written and (sign in ";|\n" or not (_is_group(written) and with_and(written))):
            pieces = written.split(sign, _MOST)
            return pieces if sign in ";|\n" else [part for piece in pieces for part in _parts(piece)]
    if with_and(written):
        return [written]
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if paired := _paired(parts):
        return paired
    if len(parts) == 2 and " " not in parts[0]:
        return [written]  # `Isu, Toyohiko`
    return parts


def _paired(parts: Sequence[str]) -> list[str]:
    """The names where each second part is initials: `Isu`, `T`, `Kim`, `K`; none where it is otherwise."""
    turned = len(parts) > 1 and len(parts) % 2 == 0 and all(_is_given(part) for part in parts[1::2])
    if not turned or all(_is_given(part) for part in parts[::2]):
        return []
    return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]


def _is_given(part: str) -> bool:
    return names.is_initials(part.replace(". ", "."))
