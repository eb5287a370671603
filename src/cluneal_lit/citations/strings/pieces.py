"""An author part cut into the names, or parts of names, that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cluneal_lit import names
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.strings import organisations as bodies
from cluneal_lit.late import late
from cluneal_lit.others import AND, AND_ALWAYS, AND_IN_NAMES

# `&` of a firm's name, glued between the capitals with which it begins: `R&D Inc.`, but `ROWER J&BOAT K`.
_OF_FIRM = "".join(rf"(?<!{start}[{UPPER}]{{{count}}})" for start in ("^", r"[,;&]\s") for count in (1, 2, 3))
_AND_SIGN = rf"\s*&\s+|\s+&|&(?![{UPPER}]{{1,3}}(?!\w))|{_OF_FIRM}&"
_PARTED = late(rf";|{_AND_SIGN}")
_BEFORE_NAME = "(?=[^\\W\\d_a-z])"
# `in` is Slovene; `u` may be `in` elsewhere: both join names behind initials alone.
_JOINED = late(
    rf"{_AND_SIGN}|(?:[,;]\s*|\s+)(?:and|und|et|with)\s+|\s?/\s|(?<=\.)and\s+|[,;]?\s+{AND_ALWAYS}\s+{_BEFORE_NAME}"
    rf"|(?:(?<=[a-z]\s[A-Z])|(?<=[a-z]\s[A-Z]{{2}}))\sin\s{_BEFORE_NAME}"
    rf"|(?:(?<=[^\W\d_a-z])|(?<=[.,;]))\s(?:u|{AND_IN_NAMES})\s{_BEFORE_NAME}|\s{AND_IN_NAMES}\s(?=[^\W\d_a-z]\.)"
    # behind a given name where family names are in capitals: `NOVÁK, Jan a Petr SVOBODA`
    rf"|\s{AND_IN_NAMES}\s(?=(?:[{UPPER}][^\W\d_{UPPER}]+\s)+[{UPPER}]{{3}})"
)
_WITHIN = late(rf"\s{AND_IN_NAMES}\s{_BEFORE_NAME}")
_RUN = rf"(?:(?:[{UPPER}]\.[\s‐-]*)+[{UPPER}]?\.?|[{UPPER}]{{1,3}}\.?)"
_SEVERAL = late(
    rf"(?<![\w'’‐-])(?P<family>(?:[^\W\d_][\w'’‐-]*[^\W\d_{UPPER}]\.?\s+){{1,3}})(?P<given>{_RUN})(?=\s|$)\s*"
)
# Names of which a PDF lost the blanks: `SmithJA`.
_LOST_BLANK = late(rf"([{UPPER}](?:[^\W\d_]|['’‐-])*[^\W\d_{UPPER}])([{UPPER}]{{1,3}})")
_STUCK = late(r"(?<=\s)([A-Z])(d[aeo]s?)(?=\s[A-Z]\b)")  # `Rower Mde C`
_AND = late(rf"[\s,;]+(?:trans(?:l|lated)?\.?\s+)?(?:(?:{AND_ALWAYS}|{AND_IN_NAMES})[\s.,;:]*|&\s*)$")  # before nobody
_AND_FIRST = late(rf"^{AND_ALWAYS}\s+(?=[{UPPER}])")  # `; and Imberti, J.F.`
_SHORTENED = late(rf"[\s,.][{UPPER}]{{1,3}}\.?\s*[,;]")  # of several people one whose given name is initials
_LETTER = re.compile(r"[^\W\d_]")
# Initials in brackets, or names in full behind one word: `Comeglio (P)`, `Edgar (Robert C)`, but `Patella Club (PC)`.
_BRACKETED = late(
    rf"\s*(?P<family>(?:[{UPPER}][\w'’‐-]*\s|d[aeiu]s?\s|v[ao]n\s){{1,3}}(?=\([{UPPER}][a-z]?(?:\.?[\s.‐-][{UPPER}][a-z]?)*\.?\))"
    rf"|[{UPPER}][\w'’‐-]*[^\W\d_{UPPER}]\s(?=\([{UPPER}][^\W\d_{UPPER}]))\((?P<given>[^,;:()\d]{{1,30}})\)\s*"
)
_PARTS = late(rf"(?<=\))(?:\s*[,;]\s*|\s+{AND}\s+)")
_INVERTED = late(r"[^\W\d_][^,;:\d/]{0,40},[^,;:\d/]{1,40}")
_SURNAME = late(rf"[{UPPER}][\w'’‐-]*[^\W\d_{UPPER}]")
_INITIALS = late(
    rf"(?:[{UPPER}]{{1,4}}\.?|[{UPPER}]{{1,3}}[‐-][{UPPER}]{{1,3}}|[{UPPER}](?:\.?\s?[‐-]\s?(?:[{UPPER}]{{1,3}}|[a-z])\.?|(?:\.\s?|\s)[{UPPER}]){{1,4}}\.?)"
    r"(?:\s(?:d[aeiou]|dos|das|von|van)\.?)?"
)
_ODD = late(rf"(?<=[^\W\d_]\s)[{UPPER}](?:[^\W\d_{UPPER}]|[^\W\d_]*[{UPPER}][^\W\d_]{{0,2}})$")
_LONGEST_INITIALS = 4


def stretches_of(text: str) -> Iterator[list[str]]:
    """The pieces of each stretch between semicolons, and `&` beside these: names and parts of names.

    Where people have initials, the name of a group, with its commas and `and`, is one piece.
    """
    text = _without_slashes(text)
    shortened = bool(_SHORTENED.search(text))
    if ";" not in text:
        yield _pieces(text, shortened)
        return
    for stretch in text.split(";"):
        if shortened and bodies.is_one_group(group := stretch.strip(" ,")):
            yield [group]
            continue
        for one in _PARTED.split(stretch):
            part = _AND_FIRST.sub("", one.strip(" ,.") if names.is_initials(one) else one.strip(" ,"))
            inverted = _JOINED.split(part)
            if len(inverted) > 1 and all(name.count(",") == 1 for name in inverted):
                yield from (_pieces(name, shortened) for name in inverted)
            elif _LETTER.search(part):
                yield _pieces(part, shortened)


def without_brackets(text: str) -> str:
    """The text with inverted names where given names stand in brackets, as in France: `Comeglio (P), Brice (G W)`."""
    if "(" not in text or not all(_BRACKETED.fullmatch(name) for name in _PARTS.split(text) if name):
        return text
    return "; ".join(f"{name['family'].strip()}, {name['given']}" for name in _BRACKETED.finditer(text))


def _without_slashes(text: str) -> str:
    """The text with semicolons where slashes part inverted names, or surnames alone: `Berg, Anna/Kim, Bo C.`"""
    if "/" not in text:
        return text
    people = [name.strip() for name in text.split("/")]
    named = all(_INVERTED.fullmatch(name) for name in people) or all(_SURNAME.fullmatch(name) for name in people)
    return text.replace("/", ";") if named else text


def _pieces(text: str, shortened: bool) -> list[str]:
    """What commas and words like `and` part, and names that only a blank parts; `shortened`: given names are initials,
    so that `and` between words parts no people."""
    for chunk in text.split(",") if shortened else ():
        if group := bodies.joined_group(chunk):
            before, _, after = text.partition(group)
            return [*_pieces(before, shortened), group.strip(" :"), *_pieces(after, shortened)]
    pieces = [piece.strip(" ,:") for joined in _JOINED.split(_STUCK.sub(r"\1 \2", text)) for piece in joined.split(",")]
    pieces = [piece for piece in pieces if _LETTER.search(piece)]
    if len(pieces) % 2 and not shortened:  # `Novák, Jan a Svoboda, Petr`, but `Ramón y Cajal, Santiago`
        pieces = [*pieces[:1], *(one for piece in pieces[1:] for one in _WITHIN.split(piece))]
    if len(pieces) > 1 and all(_LOST_BLANK.fullmatch(piece) for piece in pieces):
        pieces = [_LOST_BLANK.sub(r"\1 \2", piece) for piece in pieces]
    return [one for piece in pieces for one in _apart(piece)]


def _apart(piece: str) -> list[str]:
    """`Smith J Brown K` as two; any other piece as it is."""
    found = list(_SEVERAL.finditer(piece))
    if any(names.PARTICLES.issuperset(one["family"].split()) for one in found):
        return [piece]  # `Fernandes R de CP`
    if len(found) > 1 and found[0].start() == 0 and "".join(one[0] for one in found) == piece:
        return [one[0].strip() for one in found]
    return [piece]


def without_and(text: str) -> str:
    """The text without an `and` at its end, behind which nobody stands."""
    return _AND.sub("", text)


def in_capitals(pieces: list[str]) -> list[str]:
    """The pieces with odd initials (`Orlov Bc`, `Evans JStB`) in capitals where the other names end with initials."""
    behind = [len(piece.split()) > 1 and is_given(piece.split()[-1]) and not is_given(piece) for piece in pieces]
    return pieces if 2 * sum(behind) < len(pieces) else [*map(_in_capital_initials, pieces)]


def _in_capital_initials(piece: str) -> str:
    last = piece.rpartition(" ")[2]
    kept = last.isupper() or last in names.PARTICLES
    return piece if kept else _ODD.sub(lambda match: match[0].upper()[:_LONGEST_INITIALS], piece)


@lru_cache(maxsize=1 << 14)
def is_given(piece: str) -> bool:
    """Whether a piece is initials, with particles behind them or not: `JP van`."""
    return bool(_INITIALS.fullmatch(piece)) and len(re.sub(r"[^\w]", "", piece)) <= 5
