"""Text, titles and names inside BibTeX braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cluneal_lit.folding import CONTROLS, one_line
from cluneal_lit.model import Name
from cluneal_lit.names import ET_AL

_NAMES = {
    **{char: f"\\{char}" for char in "&%$#_"},
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    "`": "{\\textasciigrave}",  # alone it is a quote
    "\\": "{\\textbackslash}",
    # LaTeX's first encoding, and Better BibTeX with it, has ¡ and ¿ in their places.
    "<": "{\\textless}",
    ">": "{\\textgreater}",
}
_ESCAPES = str.maketrans(
    {
        **{chr(code): None for code in (*CONTROLS, 11, 12, *range(28, 32), 133)},
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
        **_NAMES,
    }
)
_SIGN = re.compile(r"([&%$#_{}~^`\\<>])")
# Parsers that look for entries line by line or word by word take `@article{` in an abstract for the next one.
_ENTRY = re.compile(r"@(?=\w*\s*[({])")
# What LaTeX would print as a dash or a quote.
_LIGATURE = re.compile(r"([-'])(?=\1)")
_PARAGRAPH = re.compile(r"\n\n+")
_PARTING = re.compile(r",|\band\b", re.IGNORECASE)
_WORD = re.compile(r"\w(?:[\w'’./+-]*\w)?")
# The title, or what stands after a colon, quotes and brackets left aside.
_BEGINNING = re.compile(r"(?:^|:)[\"'“”‘’«»„([{¿¡ ]*")
_STOPS = (". ", "? ", "! ")
_PARTS = re.compile(r"['’./+-]")


def escaped(text: str) -> str:
    """The text for LaTeX, as UTF-8; lines and paragraphs stay apart, other blanks become one."""
    lines = "\n".join(map(one_line, text.split("\n")))
    return _without_entries(_PARAGRAPH.sub("\n\n", lines.strip()).translate(_ESCAPES))


def line(text: str) -> str:
    """The text for LaTeX on one line."""
    return _escaped(one_line(text)) if text else ""


def protected(title: str, language: str = "") -> str:
    """The title, escaped, with braces around each word whose capitals a style must not lower.

    Where most long words are capitalised, capitals say nothing, and only acronyms and words with an inner capital are
    protected; else each capitalised word, at the beginning and after a colon only for a capital behind its first
    letter. A title that begins with a small letter means it. Styles lower English titles only, so in another language
    every capital is meant.
    """
    text = one_line(title)
    begins = {match.end() for match in _BEGINNING.finditer(text)}
    words = [(match[0], match.start()) for match in _WORD.finditer(text)]
    small = [word for word, _ in words if word.islower()]
    large = [(word, at) for word, at in words if word != word.lower() or not at]
    inside = [word for word, at in large if at not in begins and text[at - 2 : at] not in _STOPS]
    meant = _meant(text, inside, small, language)
    written, end = "", 0
    for word, at in large:
        if meant(word, at in begins) or (not at and word[0].islower()):
            written += f"{_escaped(text[end:at])}{{{_escaped(word)}}}"
            end = at + len(word)
    return _without_entries(written + _escaped(text[end:]))


def names(people: Iterable[Name]) -> str:
    """The names as BibTeX parts them: `van der Berg, Jan and Petri, Jr, William A. and {ABC Study Group}`."""
    return " and ".join(filter(None, map(_name, people)))


def _name(person: Name) -> str:
    if person == ET_AL:
        return "others"
    if person.literal or not person.family:
        group = line(person.literal or person.given)
        return f"{{{group}}}" if group else ""
    family, given, suffix = _part(person.family), _part(person.given), _part(person.suffix)
    if person.non_dropping_particle:
        family = f"{_part(person.non_dropping_particle)} {family}"
    if not given:
        whole = f"{family} {suffix}".strip()
        return f"{{{whole}}}" if " " in whole else whole
    return f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}"


def _part(text: str) -> str:
    """A part of a name, in braces if it holds what parts names."""
    part = line(text)
    return f"{{{part}}}" if _PARTING.search(part) else part


def _meant(text: str, inside: list[str], small: list[str], language: str) -> Callable[[str, bool], bool]:
    """Whether a word's capitals are meant, by the word and by whether it begins the title or stands after a colon.

    `inside` are the other words with capitals, `small` those in small letters.
    """
    long = [word for word in inside if len(word) > 3 and word.isalpha()]
    if text.isupper() and len(long) > 1:
        return lambda word, starts: any(map(str.isdigit, word)) and any(map(str.isupper, word))
    capitalised = sum(word[0].isupper() and not _special(word) for word in long)
    lowered = sum(len(word) > 3 and word.isalpha() for word in small)
    english = not language or language.lower().startswith("en")
    if english and capitalised > max(1 - lowered, lowered):
        return lambda word, starts: _special(word) or (len(word) == 1 and word.isupper() and word != "A" and not starts)
    return lambda word, starts: any(map(str.isupper, word[starts:])) or _special(word)


def _special(word: str) -> bool:
    """Whether the word has a capital within, or mixes capitals and digits: `MRI`, `mTOR`, `X-ray`, `S1`."""
    if word[1:].islower() or word.islower():
        return False
    if word.isalpha():
        return any(map(str.isupper, word[1:]))
    parts = [part for part in _PARTS.split(word) if part]
    return any(
        any(char.isupper() for char in part[1:])
        or (part[0].isupper() and (any(char.isdigit() for char in part) or (len(part) == 1 < len(parts))))
        for part in parts
    )


def _escaped(text: str) -> str:
    """The text of one line for LaTeX."""
    if not text.isprintable():
        return _without_entries(text.translate(_ESCAPES))
    # To translate takes four times as long.
    if _SIGN.search(text):
        text = "".join([_NAMES.get(part, part) for part in _SIGN.split(text)])
    return _without_entries(text)


def _without_entries(text: str) -> str:
    if "--" in text or "''" in text:
        text = _LIGATURE.sub(r"\1{}", text)
    return _ENTRY.sub("{@}", text) if "@" in text else text
