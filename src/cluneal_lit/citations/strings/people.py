"""The people of an author part: `Isu T, Kim K`, `Darnis, B., & Mohkam, K.`, `J.-P. Serre and A. Weil`."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from cluneal_lit import honorifics, names, others
from cluneal_lit.citations.references.authors import HAN, UPPER
from cluneal_lit.citations.strings import capitalised
from cluneal_lit.citations.strings import organisations as bodies
from cluneal_lit.citations.strings.pieces import in_capitals, is_given, stretches_of, without_and, without_brackets
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Name

_ET_AL = late(
    rf"(?<![\s,;(\[])[\s,;(\[]*(?:{others.BEHIND_NAMES}"
    r"|(?:et\.?,?\sal|(?<=[^\W\d_][A-Z])etal)(?![^\W\d_])"  # glued to a name, which may be `Bennet AL`
    rf"|[,\s]?{others.EASTERN}[.．。,，]?$).*$",
    re.DOTALL,
)
_EDITORS = late(
    r"(?<![\s,;.])[\s,;.]*\(?\b(?:[EeÉé]ds?|[Ee]ditors?|EDITORS?|EDS|[Hh]rsg|[Oo]rgs?|[Cc]oords?|[Cc]omps?)\b\.?\)?[\s.,;:]*$"
)
_BEHALF = late(r"^(?:on behalf of|for|and|by|with)\s+(?:the\s+)?", re.IGNORECASE)
_GLUED_SUFFIX = late(rf"(?<=[{UPPER}])(?=(?:Jr|Sr|[23]rd|2nd|4th)\b)")
_GLUED = late(rf"(?P<given>(?:[{UPPER}]\.[‐-]?)+)(?P<family>[^\W\d_]{{2,}}[^\W\d_‐-]*)")
# Of people and firms in a patent.
_ROLE = late(r"[\s,]*\b(?:inventors?|assignees?|applicants?)\b\.?(?=\s*(?:[;,.:]|$))", re.IGNORECASE)
_NUMBER = late(r"^(?:\d{1,3}[.)]?|\(?[a-h]\))\s")  # of the reference
_GAP = re.compile(r"(?:,\s*)?(?:\.\s?){3,}|(?:,\s*)?…")
# Behind initials only: some are family names too.
_GENERATIONS = names.SUFFIXES | {name.lower(): name for name in "Filho Neto Junior Sobrinho".split()} | {"no": "Neto"}
_STUCK = late(rf"(?<=(?<![^\W\d_])[{UPPER}]\.)(?=[{UPPER}][^\W\d_{UPPER}])")  # `D. W.Orlov`
_LOOSE = re.compile(r"(?<=\w)\s+(?=[.,;])")  # blanks that a PDF puts before marks: `Yorke H .W .`
_WIDE_COMMAS = str.maketrans({"，": ", ", "、": ", ", "；": "; "})
# Between people of Japan or Korea; in names brought into Chinese or Kana it parts given name and surname.
_DOT = late(
    "(?<=[\u3041-\u309f\u3400-\u9fff])\\s?・\\s?(?=[\u3041-\u309f\u3400-\u9fff])|(?<=[가-힣])\\s?[·・ㆍ]\\s?(?=[가-힣])"
)
_EASTERN = late(HAN)  # names without a comma inside
_STOPPED = late(rf"[{UPPER}]\.")
_WITHIN = ("y", "e", "i")  # a surname
_LETTER = re.compile(r"[^\W\d_]")


def people(text: str) -> tuple[Name, ...]:
    """The people and groups that an author part names, in its order; `et al.` and `eds` are nobody."""
    plain = honorifics.without(_NUMBER.sub("", one_line(text.replace("&amp;", "&"))))
    written = _DOT.sub(", ", _STUCK.sub(" ", _LOOSE.sub("", _GAP.sub(", ", plain)))).translate(_WIDE_COMMAS)
    before, firms = bodies.assigned(written)
    if firms:
        return (*people(before), *(Name(literal=firm) for firm in firms))
    alone = _EDITORS.sub("", _ROLE.sub("", without_and(_ET_AL.sub("", written))))
    written = _GLUED_SUFFIX.sub(" ", without_brackets(alone)).strip(" ,;:&[(/")
    if not _LETTER.search(written):
        return ()
    if " " in written and bodies.is_one_group(written):
        return tuple(Name(literal=_BEHALF.sub("", group).rstrip(".")) for group in bodies.groups(written))
    stretches = [*stretches_of(written)]
    return tuple(found for pieces in stretches for found in _sequence(pieces, len(stretches) > 1))


def _sequence(pieces: list[str], apart: bool) -> Iterator[Name]:
    """The names of pieces in turn: a family name takes the initials or given names behind its comma. `apart`: the
    pieces are those between two semicolons, so that two of them are likely one name."""
    if apart and _is_pair(pieces):
        yield _inverted(pieces[0], pieces[1], "")
        return
    if capitalised.are_pairs(pieces) and not any(map(bodies.is_group, pieces)):
        yield from (_inverted(family, given, "") for family, given in zip(pieces[::2], pieces[1::2], strict=True))
        return
    inverted = _is_inverted(pieces)
    capitals = inverted and len(pieces[0]) > 2 and pieces[0].isupper() and not pieces[1].isupper()
    shouted = len(pieces) > 2 and len(pieces[0]) > 2 and pieces[0].isupper() and is_given(pieces[1])
    rest = deque(in_capitals(pieces))
    while rest:
        piece, following = rest.popleft(), rest[0] if rest else ""
        if bodies.is_group(piece) or (
            bodies.is_short_name(piece) and (bodies.is_short_name(following) or not is_given(following))
        ):
            yield Name(literal=_BEHALF.sub("", piece))
        elif following and _takes(piece, following, inverted):
            yield _inverted(piece, rest.popleft(), _suffix(rest))
        elif turned := capitalised.last(piece, in_full=capitals, initials=shouted):
            yield Name(family=turned["family"], given=turned["given"].strip(), suffix=_suffix(rest))
        else:
            yield _alone(piece, _suffix(rest))


def _is_pair(pieces: list[str]) -> bool:
    """Whether two pieces are a family name of several words and given names: `Di Biase, Ada`, `Ruiz Sol, Ana M.`"""
    if len(pieces) != 2 or any(bodies.is_group(piece) for piece in pieces):
        return False
    family, given = (piece.split() for piece in pieces)
    return 1 < len(family) < 4 and not is_given(family[-1]) and all(map(is_given, given[1:])) and not is_given(given[0])


def _takes(family: str, given: str, inverted: bool) -> bool:
    """Whether two pieces are one name."""
    if bodies.is_short_name(given):
        return False
    if is_given(given):
        return not is_given(family) or (len(family) > 1 and family.isalpha())  # `LI` in `LI, X., HE, Y.`
    return inverted and _is_single(family) and not bodies.is_group(given)


def _suffix(rest: deque[str]) -> str:
    """The generation that comes next, taken away: `Jr` in `Ferren, W. R., Jr.`"""
    suffix = names.SUFFIXES.get(rest[0].rstrip(".").lower(), "") if rest else ""
    if suffix:
        rest.popleft()
    return suffix


def _is_inverted(pieces: list[str]) -> bool:
    """Whether given names in full stand behind commas: `Allio, Cédric Loïc`."""
    if len(pieces) < 2 or not _is_single(pieces[0]) or bodies.is_group(pieces[0]) or _EASTERN.match(pieces[0]):
        return False
    single = [_is_single(piece) for piece in pieces]
    return len(pieces) == 2 or not all(single) or len(pieces) % 2 == 0


def _is_single(piece: str) -> bool:
    """Whether it is one word, particles apart: `Berg`, `van der Berg`, or two that are one: `Ramón y Cajal`."""
    words = piece.split()
    return sum(word not in names.PARTICLES for word in words) == 1 or (len(words) == 3 and words[1] in _WITHIN)


def _inverted(family: str, given: str, suffix: str) -> Name:
    name = names.parse(f"{family.rstrip('.')}, {given}")
    return Name(family=name.family, given=name.given, suffix=suffix or name.suffix)


def _alone(piece: str, suffix: str) -> Name:
    """One piece that is a whole name: `Isu T`, `J. Serre`, `Denis Menjot`, `WHO`."""
    words = piece.split()
    if len(words) == 1:
        if match := _GLUED.fullmatch(piece):
            return Name(family=match["family"], given=match["given"], suffix=suffix)
        if bodies.is_group_word(piece):
            return Name(literal=piece.rstrip("."))
        grouped = piece.isupper() and len(piece) > 1
        return Name(literal=piece) if grouped else Name(family=piece.rstrip("."), suffix=suffix)
    if not suffix and (suffix := _generation(words)):
        words.pop()
    if turned := capitalised.FIRST.fullmatch(piece):
        return Name(family=turned["family"], given=turned["given"], suffix=suffix)
    count = _given_at_end(words)
    first = -count if count else _family_from(words)
    parts = " ".join(words[:first]), " ".join(words[first:])
    family, given = parts if count else reversed(parts)
    return Name(family=family, given=given, suffix=suffix)


def _generation(words: list[str]) -> str:
    """The generation that ends a name of three words and more."""
    if len(words) < 3:
        return ""
    if not is_given(words[-2]) and words[-1] in names.LIKE_SUFFIXES:
        return ""
    known = _GENERATIONS if is_given(words[-2]) else names.SUFFIXES
    return known.get(words[-1].rstrip(".").lower(), "")


def _given_at_end(words: list[str]) -> int:
    """How many words at the end are initials, with particles: of `Isu T`, `Berg JP van der`; none in `J. SERRE`."""
    if words[-1][-1] != "." and all(_STOPPED.fullmatch(word) for word in words[:-1]):
        return 0
    if len(words) > 3 and names.PARTICLES.issuperset(words[-2:]) and is_given(words[-3]):
        return 2 + _given_at_end(words[:-2])
    count = 1 if words[-1] in names.PARTICLES else 0
    while count < len(words) - 1 and (is_given(words[-1 - count]) or _is_between(words, -1 - count)):
        count += 1
    initials = [word for word in words[-count:] if word not in names.PARTICLES] if count else []
    if count > 1 and initials and not is_given((" " if len(initials) == count else "").join(initials)):
        return 1 if is_given(words[-1]) else 0
    return count


def _is_between(words: list[str], at: int) -> bool:
    """Whether a particle stands among initials: `Fernandes R de CP`."""
    return 1 - at < len(words) and words[at] in names.PARTICLES and is_given(words[at - 1]) and is_given(words[at + 1])


def _family_from(words: list[str]) -> int:
    """Where the family name begins in a name that ends with it: at its particles (`Jan van der Berg`) or last word."""
    if words[0].isalpha() and words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        return 0
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in names.PARTICLES:
        first -= 1
    return first
