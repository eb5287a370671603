"""An author part cut into the names, or parts of names, that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import names
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.strings import organisations as bodies
from cluneal_lit.late import late

# `&` of a firm's name, glued between the capitals with which it begins: `R&D Inc.`, but `ROWER J&BOAT K`.
_OF_FIRM = "".join(rf"(?<!{start}[{UPPER}]{{{count}}})" for start in ("^", r"[,;&]\s") for count in (1, 2, 3))
_AND_SIGN = rf"\s*&\s+|\s+&|&(?![{UPPER}]{{1,3}}(?!\w))|{_OF_FIRM}&"
_PARTED = late(rf";|{_AND_SIGN}")
_JOINED = late(
    rf"{_AND_SIGN}|[,;]?\s+(?:and|und|et|with)\s+|\s?/\s|(?<=\.)and\s+|(?:(?<=[^\W\d_a-z])|(?<=[.,;]))\s(?:y|e|i|u)\s(?=[^\W\d_a-z])|\s(?:y|e)\s(?=[^\W\d_a-z]\.)"
)
_RUN = rf"(?:(?:[{UPPER}]\.[\s‐-]*)+[{UPPER}]?\.?|[{UPPER}]{{1,3}}\.?)"
_SEVERAL = late(
    rf"(?<![\w'’‐-])(?P<family>(?:[^\W\d_][\w'’‐-]*[^\W\d_{UPPER}]\.?\s+){{1,3}})(?P<given>{_RUN})(?=\s|$)\s*"
)
# Names of which a PDF lost the blanks: `SmithJA`.
_LOST_BLANK = late(rf"([{UPPER}](?:[^\W\d_]|['’‐-])*[^\W\d_{UPPER}])([{UPPER}]{{1,3}})")
_STUCK = late(r"(?<=\s)([A-Z])(d[aeo]s?)(?=\s[A-Z]\b)")  # `Rower Mde C`
_AND = late(r"[\s,;]+(?:trans(?:l|lated)?\.?\s+)?(?:(?:and|und|et|y|e)[\s.,;:]*|&\s*)$")  # before nobody
_ANDS = (" and", " und", " et", " y", " e", "&")
_SHORTENED = late(rf"[\s,.][{UPPER}]{{1,3}}\.?\s*[,;]")  # of several people one whose given name is initials
_LETTER = re.compile(r"[^\W\d_]")


def stretches_of(text: str) -> Iterator[list[str]]:
    """The pieces of each stretch between semicolons, and `&` beside these: names and parts of names.

    Where people have initials, the name of a group, with its commas and `and`, is one piece.
    """
    shortened = bool(_SHORTENED.search(text))
    if ";" not in text:
        yield _pieces(text, shortened)
        return
    for stretch in text.split(";"):
        if shortened and bodies.is_one_group(group := stretch.strip(" ,")):
            yield [group]
            continue
        for one in _PARTED.split(stretch):
            part = one.strip(" ,.") if names.is_initials(one) else one.strip(" ,")
            if _LETTER.search(part):
                yield _pieces(part, shortened)


def _pieces(text: str, shortened: bool) -> list[str]:
    """What commas and words like `and` part, and names that only a blank parts; `shortened`: given names are initials,
    so that `and` between words parts no people."""
    for chunk in text.split(",") if shortened else ():
        if group := bodies.joined_group(chunk):
            before, _, after = text.partition(group)
            return [*_pieces(before, shortened), group.strip(" :"), *_pieces(after, shortened)]
    pieces = [piece.strip(" ,:") for joined in _JOINED.split(_STUCK.sub(r"\1 \2", text)) for piece in joined.split(",")]
    pieces = [piece for piece in pieces if _LETTER.search(piece)]
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
    return _AND.sub("", text) if text.rstrip(" .,;:")[-4:].lower().endswith(_ANDS) else text
