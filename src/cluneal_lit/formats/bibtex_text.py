"""Text, titles and names inside BibTeX braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from cluneal_lit.folding import UNSEEN, one_line
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
_SEEN = UNSEEN | dict.fromkeys((11, 12, *range(28, 32), 133))
_ESCAPES = _SEEN | str.maketrans(_NAMES)
# Braces of ours among text that is still to be escaped, where no control character is left.
_OPEN, _CLOSE = "\2", "\3"
_SIGNS = {**_NAMES, _OPEN: "{", _CLOSE: "}"}
_SIGN = re.compile(rf"([&%$#_{{}}~^`\\<>{_OPEN}{_CLOSE}])")
# Parsers that look for entries line by line or word by word take `@article{` in an abstract for the next one.
_ENTRY = re.compile(r"@(?=\w*\s*[({])")
# What LaTeX would print as a dash or a quote.
_LIGATURE = re.compile(r"([-'])(?=\1)")
_PARAGRAPH = re.compile(r"\n\n+")
_PARTING = re.compile(r",|\band\b", re.IGNORECASE)
_WORD = re.compile(r"\w(?:[\w'’./+-]*\w)?")
# Where the title begins, or what stands after a colon, quotes and brackets left aside.
_BEGINNING = re.compile(r"[\"'“”‘’«»„([{¿¡ ]*")
_COLON = re.compile(f":{_BEGINNING.pattern}")
_STOPS = (". ", "? ", "! ")
_PARTS = re.compile(r"['’./+-]")
_SAID_AGAIN = 2**14  # names, journals and keywords, of which a bibliography holds most several times


def escaped(text: str) -> str:
    """The text for LaTeX, as UTF-8; lines and paragraphs stay apart, other blanks become one."""
    if not text:
        return ""
    lines = "\n".join(map(one_line, text.split("\n")))
    return _without_entries(_PARAGRAPH.sub("\n\n", lines.strip()).translate(_ESCAPES))


@lru_cache(maxsize=_SAID_AGAIN)
def line(text: str) -> str:
    """The text for LaTeX on one line."""
    return _signed(_seen(one_line(text)))


def protected(title: str, language: str = "") -> str:
    """The title, escaped, with braces around each word whose capitals a style must not lower.

    Where most long words are capitalised, capitals say nothing, and only acronyms and words with an inner capital are
    protected; else each capitalised word, at the beginning and after a colon only for a capital behind its first
    letter. A title that begins with a small letter means it. Styles lower English titles only, so in another language
    every capital is meant.
    """
    text = _seen(one_line(title))
    begins = _begins(text)
    large = _large(text)
    inside = [word for word, at in large if at not in begins and text[at - 2 : at] not in _STOPS]
    meant = _meant(text, inside, language)
    marked, end = "", 0
    for word, at in large:
        if meant(word, at in begins) or (not at and word[0].islower()):
            marked += f"{text[end:at]}{_OPEN}{word}{_CLOSE}"
            end = at + len(word)
    return _signed(marked + text[end:])


def _begins(text: str) -> set[int]:
    """Where the first word stands, and each behind a colon."""
    first = _BEGINNING.match(text)
    return {first.end() if first else 0, *(match.end() for match in _COLON.finditer(text))}


def _large(text: str) -> list[tuple[str, int]]:
    """The words that hold capitals, and the first of the text, each with its place."""
    found, end = [], 0
    for run in [run for run in text.split(" ") if run != run.lower()] if text != text.lower() else ():
        at = text.find(run, end)
        end = at + len(run)
        words = [(run, 0)] if run.isalnum() else [(match[0], match.start()) for match in _WORD.finditer(run)]
        found += [(word, at + start) for word, start in words if word != word.lower()]
    first = _WORD.match(text)
    return found if first is None or (first[0], 0) in found[:1] else [(first[0], 0), *found]


def names(people: Iterable[Name]) -> str:
    """The names as BibTeX parts them: `van der Berg, Jan and Petri, Jr, William A. and {ABC Study Group}`."""
    return " and ".join(filter(None, map(_name, people)))


def _name(person: Name) -> str:
    if person == ET_AL:
        return "others"
    if person.literal or not person.family:
        group = line(person.literal or person.given)
        return f"{{{group}}}" if group else ""
    family, given = _part(person.family), _part(person.given)
    suffix = _part(person.suffix) if person.suffix else ""
    if person.non_dropping_particle:
        family = f"{_part(person.non_dropping_particle)} {family}"
    if not given:
        whole = f"{family} {suffix}".strip()
        return f"{{{whole}}}" if " " in whole else whole
    return f"{family}, {suffix}, {given}" if suffix else f"{family}, {given}"


@lru_cache(maxsize=_SAID_AGAIN)
def _part(text: str) -> str:
    """A part of a name, in braces if it holds what parts names."""
    part = line(text)
    if part.isalpha() and len(part) != 3:
        return part  # a word alone, and not `and`
    return f"{{{part}}}" if _PARTING.search(part) else part


def _meant(text: str, inside: list[str], language: str) -> Callable[[str, bool], bool]:
    """Whether a word's capitals are meant, by the word and by whether it begins the title or stands after a colon.

    `inside` are the other words with capitals.
    """
    long = [word for word in inside if len(word) > 3 and word.isalpha()]
    if len(long) > 1 and text.isupper():
        return lambda word, starts: any(map(str.isdigit, word)) and any(map(str.isupper, word))
    if len(long) > 1 and (not language or language.lower().startswith("en")) and _capitalised(text, long):
        return lambda word, starts: _special(word) or (len(word) == 1 and word.isupper() and word != "A" and not starts)
    return lambda word, starts: any(map(str.isupper, word[starts:])) or _special(word)


def _capitalised(text: str, long: Iterable[str]) -> bool:
    """Whether several long words, and most, begin with a capital; `long` are those with any that begin no part."""
    large = len([word for word in long if word[0].isupper() and not _special(word)])
    return large > 1 and large > len([word for word in _WORD.findall(text) if _is_small(word)])


def _is_small(word: str) -> bool:
    return len(word) > 3 and word.islower() and word.isalpha()


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


def _seen(text: str) -> str:
    """The text without what no reader sees."""
    return text if text.isprintable() else text.translate(_SEEN)


def _signed(text: str) -> str:
    """The seen text of one line for LaTeX."""
    # To translate takes four times as long.
    if _SIGN.search(text):
        text = "".join([_SIGNS.get(part, part) for part in _SIGN.split(text)])
    return _without_entries(text)


def _without_entries(text: str) -> str:
    if "--" in text or "''" in text:
        text = _LIGATURE.sub(r"\1{}", text)
    return _ENTRY.sub("{@}", text) if "@" in text else text
