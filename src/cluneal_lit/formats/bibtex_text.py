"""Text, titles and names inside BibTeX braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cluneal_lit.folding import CONTROLS, one_line
from cluneal_lit.model import Name
from cluneal_lit.names import ET_AL

_ESCAPES = str.maketrans(
    {
        **{chr(code): None for code in (*CONTROLS, 11, 12, *range(28, 32), 133)},
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
        **{char: f"\\{char}" for char in "&%$#_"},
        "{": "{\\textbraceleft}",
        "}": "{\\textbraceright}",
        "~": "{\\textasciitilde}",
        "^": "{\\textasciicircum}",
        "\\": "{\\textbackslash}",
        # LaTeX's first encoding, and Better BibTeX with it, has ¡ and ¿ in their places.
        "<": "{\\textless}",
        ">": "{\\textgreater}",
    }
)
# Parsers that look for entries line by line or word by word take `@article{` in an abstract for the next one.
_ENTRY = re.compile(r"@(?=\w*\s*[({])")
# What LaTeX would print as a dash or a quote.
_LIGATURE = re.compile(r"([-'])(?=\1)")
_PARAGRAPH = re.compile(r"\n\n+")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_WORD = re.compile(r"\w(?:[\w'’./+-]*\w)?")
_STOPS = (". ", "? ", "! ")
_PARTS = re.compile(r"['’./+-]")


def escaped(text: str) -> str:
    """The text for LaTeX, as UTF-8; lines and paragraphs stay apart, other blanks become one."""
    lines = "\n".join(map(one_line, text.split("\n")))
    return _without_entries(_PARAGRAPH.sub("\n\n", lines.strip()).translate(_ESCAPES))


def line(text: str) -> str:
    """The text for LaTeX on one line."""
    return _without_entries(one_line(text).translate(_ESCAPES)) if text else ""


def protected(title: str, language: str = "") -> str:
    """The title, escaped, with braces around each word whose capitals a style must not lower.

    Where most long words are capitalised, capitals say nothing, and only acronyms and words with an inner capital are
    protected; else each capitalised word, at the beginning and after a colon only for a capital behind its first
    letter. A title that begins with a small letter means it. Styles lower English titles only, so in another language
    every capital is meant.
    """
    text = one_line(title)
    found = [(match, _starts(text, match.start())) for match in _WORD.finditer(text)]
    inside = [
        match[0] for match, starts in found if not starts and text[match.start() - 2 : match.start()] not in _STOPS
    ]
    meant = _meant(text, inside, language)
    written, end = "", 0
    for match, starts in found:
        word = match[0].translate(_ESCAPES)
        written += text[end : match.start()].translate(_ESCAPES) + (f"{{{word}}}" if meant(match[0], starts) else word)
        end = match.end()
    return _without_entries(written + text[end:].translate(_ESCAPES))


def names(people: Iterable[Name]) -> str:
    """The names as BibTeX parts them: `van der Berg, Jan and Petri, Jr, William A. and {ABC Study Group}`."""
    return " and ".join(written for person in people if (written := _name(person)))


def _name(person: Name) -> str:
    if person == ET_AL:
        return "others"
    if person.literal or not person.family:
        group = line(person.literal or person.given)
        return f"{{{group}}}" if group else ""
    family, given, suffix = (_part(part) for part in (person.family, person.given, person.suffix))
    if person.non_dropping_particle:
        family = f"{_part(person.non_dropping_particle)} {family}"
    if not given:
        whole = f"{family} {suffix}".strip()
        return f"{{{whole}}}" if " " in whole else whole
    return f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}"


def _part(text: str) -> str:
    """A part of a name, in braces if it holds what parts names."""
    part = line(text)
    return f"{{{part}}}" if "," in part or _AND.search(part) else part


def _meant(text: str, inside: list[str], language: str) -> Callable[[str, bool], bool]:
    """Whether a word's capitals are meant, by the word and by whether it begins the title or stands after a colon."""
    long = [word for word in inside if len(word) > 3 and word.isalpha()]
    if text.isupper() and len(long) > 1:
        return lambda word, starts: any(char.isdigit() for char in word) and any(char.isupper() for char in word)
    mixed = [word for word in long if not _special(word)]
    english = not language or language.lower().startswith("en")
    if english and len(mixed) > 1 and 2 * sum(word[0].isupper() for word in mixed) > len(mixed):
        return lambda word, starts: _special(word) or (len(word) == 1 and word.isupper() and word != "A" and not starts)
    return lambda word, starts: (
        _special(word)
        or any(map(str.isupper, word[starts:]))
        or (starts and word[0].islower() and text.startswith(word))
    )


def _special(word: str) -> bool:
    """Whether the word has a capital within, or mixes capitals and digits: `MRI`, `mTOR`, `X-ray`, `S1`."""
    if word[1:].islower() or word.islower():
        return False
    parts = [part for part in _PARTS.split(word) if part]
    return any(
        any(char.isupper() for char in part[1:])
        or (part[0].isupper() and (any(char.isdigit() for char in part) or (len(part) == 1 < len(parts))))
        for part in parts
    )


def _starts(text: str, place: int) -> bool:
    """Whether the word at a place begins the title or what stands after a colon, quotes and brackets left aside."""
    before = text[:place].rstrip("\"'“”‘’«»„([{¿¡ ")
    return not before or before.endswith(":")


def _without_entries(text: str) -> str:
    if "--" in text or "''" in text:
        text = _LIGATURE.sub(r"\1{}", text)
    return _ENTRY.sub("{@}", text) if "@" in text else text
