"""Lists of names as BibTeX and BibLaTeX write them: `van der Berg, Jan and Petri, Jr, William and {ABC Group}`.

How a name is parted: BibTeX's manual, "Names" (https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf, section 11);
the form with `family=` is BibLaTeX's (https://ctan.org/pkg/biblatex, "Data Annotations", name list format).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cluneal_lit import names, others
from cluneal_lit.folding import one_line
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.formats.people import parted
from cluneal_lit.late import late
from cluneal_lit.model import Name

_LATEX = re.compile(r"[{}\\]")


class _Separator:
    """What parts a list where no brace and no backslash stands in it, and what is looked at where one does."""

    def __init__(self, pattern: str) -> None:
        self.bare = re.compile(pattern, re.IGNORECASE)
        self.among_braces = re.compile(rf"[{{}}]|\\.|(?P<cut>{pattern})", re.IGNORECASE | re.DOTALL)


_AND = _Separator(r"(?<!\s)\s+and(?=\s)")
_COMMA = _Separator(",")
_BLANK = _Separator(r"[\s~]+")
# A name as most are: one family name, and given names behind a comma.
_REGULAR = late(r"([^\W\d_]++(?:['’-][^\W\d_]++)*+), ?((?:[^\W\d_]++\.?[ -]?)++)")
_EXTENDED = re.compile(r"\s*\"?(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
_GROUP = late(
    r"\b(?:group|collaborat(?:ion|ors|ive)|consortium|committee|society|organi[sz]ation|network|association|foundation"
    r"|institutes?|university|team|investigators|initiative|program(?:me)?|agency|ministry|centers?|council|trialists)\b",
    re.IGNORECASE,
)


def people(written: str) -> tuple[Name, ...]:
    """The names of a list; `others` at its end is `et al.`."""
    return tuple(name for part in _parted(written, _AND) for name in _persons(part))


def _parted(written: str, separator: _Separator) -> Iterator[str]:
    """The parts between separators outside of braces."""
    if not _LATEX.search(written):
        yield from map(str.strip, separator.bare.split(written))
        return
    depth, start = 0, 0
    for match in separator.among_braces.finditer(written):
        depth = max(0, depth + {"{": 1, "}": -1}.get(match[0], 0))
        if match["cut"] and not depth:
            yield written[start : match.start()].strip()
            start = match.end()
    yield written[start:].strip()


@lru_cache(maxsize=2**14)  # whoever cites a person cites most of them several times
def _persons(written: str) -> tuple[Name, ...]:
    """The one of a name as most are; several where a list is written as one."""
    return tuple(name for part in parted(written) if (name := _person(part)) != Name())


def _person(written: str) -> Name:
    if regular := _REGULAR.fullmatch(written):
        return Name(family=regular[1], given=regular[2])
    if others.are_alone(written):
        return names.ET_AL
    if written.startswith("{") and written.endswith("}") and _is_one_group(written):
        return _literal(written)
    parts = list(_parted(written, _COMMA))
    if "=" in written and _EXTENDED.match(parts[0]):
        return _extended(parts)
    if len(parts) == 1:
        return _given_first([part for part in _parted(written, _BLANK) if part], written)
    von, family = _von(parts[0])
    suffix, given = (_text(parts[1]), parts[2:]) if len(parts) > 2 else ("", parts[1:])
    if len(parts) == 3 and _text(parts[2]).rstrip(".").lower() in names.SUFFIXES:
        suffix, given = _text(parts[2]), parts[1:2]  # `Petri, William, Jr`, as many write it
    return Name(family=family, given=_text(" ".join(given)), non_dropping_particle=von, suffix=suffix)


def _is_one_group(written: str) -> bool:
    depth = 0
    for place, char in enumerate(written):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if not depth:
            return place == len(written) - 1
    return False


def _given_first(tokens: list[str], written: str) -> Name:
    """`Jan van der Berg`, `Isu T` as medicine writes it, or the words of a group."""
    if not tokens:
        return Name()
    if len(tokens) == 1 or _GROUP.search(written):
        return Name(family=_text(written)) if len(tokens) == 1 else _literal(written)
    last = _text(tokens[-1])
    if names.is_initials(last) and not names.is_initials(_text(tokens[0])) and len(last) <= 4:
        return names.parse(_text(written))
    suffix = ""
    if len(tokens) > 2 and last.rstrip(".").lower() in names.SUFFIXES:
        suffix, tokens = last, tokens[:-1]
    small = [place for place, token in enumerate(tokens[:-1]) if place and _is_small(token)]
    begin = small[0] if small else len(tokens) - 1
    von, family = _von(" ".join(tokens[begin:]))
    return Name(family=family, given=_text(" ".join(tokens[:begin])), non_dropping_particle=von, suffix=suffix)


def _von(written: str) -> tuple[str, str]:
    """The particles before a family name, which begin with a small letter, and the name."""
    tokens = [part for part in _parted(written, _BLANK) if part]
    if len(tokens) < 2:
        return "", _text(written)
    count = 0
    while count < len(tokens) - 1 and _is_small(tokens[count]):
        count += 1
    last = max((place + 1 for place, token in enumerate(tokens[:-1]) if count and _is_small(token)), default=count)
    return _text(" ".join(tokens[:last])), _text(" ".join(tokens[last:]))


def _is_small(token: str) -> bool:
    if token.startswith("{") and not token.startswith("{\\"):
        return False
    return next((char.islower() for char in plain(token) if char.isalpha()), False)


def _extended(parts: list[str]) -> Name:
    said: dict[str, str] = {}
    for part in parts:
        word, _, value = part.strip('"').partition("=")
        said[word.strip().lower()] = _text(value.strip().strip('"'))
    return Name(
        family=said.get("family", ""),
        given=said.get("given", "") or said.get("given-i", ""),
        non_dropping_particle=said.get("prefix", ""),
        suffix=said.get("suffix", ""),
    )


def _literal(written: str) -> Name:
    group = _text(written)
    return Name(literal=group) if group else Name()


def _text(written: str) -> str:
    return one_line(plain(written))
