"""Text and names inside BibTeX braces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cluneal_lit import scripts
from cluneal_lit.folding import UNSEEN, one_line
from cluneal_lit.formats import styled
from cluneal_lit.late import late
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
OPEN, CLOSE = "\2", "\3"
# What opens each style of a title (`styled`), likewise; CLOSE closes it.
_STYLES = {
    "italic": ("\4", "\\textit{"),
    "bold": ("\5", "\\textbf{"),
    "small-caps": ("\6", "\\textsc{"),
    "superscript": ("\7", "\\textsuperscript{"),
    "subscript": ("\x0e", "\\textsubscript{"),
}
STYLES = "".join(sign for sign, _ in _STYLES.values())
_OPENED = {style: (sign, CLOSE) for style, (sign, _) in _STYLES.items()}
_SIGNS = {**_NAMES, OPEN: "{", CLOSE: "}", **dict(_STYLES.values())}
_SIGN = late(rf"([&%$#_{{}}~^`\\<>{OPEN}{CLOSE}{STYLES}])")
# Parsers that look for entries line by line or word by word take `@article{` in an abstract for the next one.
_ENTRY = late(r"@(?=\w*\s*[({])")
# What LaTeX would print as a dash or a quote.
_LIGATURE = re.compile(r"([-'])(?=\1)")
_PARAGRAPH = re.compile(r"\n\n+")
_PARTING = re.compile(r",|\band\b", re.IGNORECASE)
_SAID_AGAIN = 2**14  # names, journals and keywords, of which a bibliography holds most several times


def escaped(text: str) -> str:
    """The text for LaTeX, as UTF-8; lines and paragraphs stay apart, other blanks become one."""
    if not text:
        return ""
    lines = "\n".join(map(one_line, text.split("\n")))
    spelled = _PARAGRAPH.sub("\n\n", lines.strip()).translate(_ESCAPES)
    return without_entries(_without_ligatures(scripts.to_latex(spelled)))


@lru_cache(maxsize=_SAID_AGAIN)
def line(text: str) -> str:
    """The text for LaTeX on one line."""
    return scripts.to_latex(without_entries(spelt(seen(one_line(text)))))


def unprinted(text: str) -> str:
    """The same of what no style prints and Better BibTeX takes as it is written: superscripts, `<` and `>` stay."""
    found = without_entries(spelt(seen(one_line(text))))
    return found.replace(_NAMES["<"], "<").replace(_NAMES[">"], ">") if "{\\text" in found else found


def titled(text: str) -> str:
    """A title, which may have tags (`styled`), on one line, where no style changes its letters."""
    return scripts.to_latex(without_entries(spelt(marked(text))))


def marked(title: str) -> str:
    """The seen title on one line, with signs of ours in place of its tags, which `spelt` writes as commands."""
    text = seen(one_line(title))
    return styled.dressed(styled.runs(text), _OPENED) if "<" in text else text


def names(people: Iterable[Name]) -> str:
    """The names as BibTeX parts them: `van der Berg, Jan and Petri, Jr, William A. and {ABC Study Group}`."""
    return " and ".join(filter(None, map(_name, people)))


@lru_cache(maxsize=_SAID_AGAIN)
def _name(person: Name) -> str:
    if person == ET_AL:
        return "others"
    if person.literal or not person.family:
        group = line(person.literal or person.given)
        return f"{{{group}}}" if group else ""
    family, given = _family(person.family), _part(person.given)
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


def _family(text: str) -> str:
    """A family name, in braces behind its own particles where BibTeX would take more of it for such, up to the last
    small word before its end: `de {Souza e Silva}, Ana`."""
    part, words = _part(text), text.split()
    small = [word[:1].islower() for word in words[:-1]]
    lead = small.index(False) if False in small else len(small)
    if part.startswith("{") or True not in small[lead:]:
        return part
    return " ".join((*map(_part, words[:lead]), f"{{{line(' '.join(words[lead:]))}}}"))


def seen(text: str) -> str:
    """The text without what no reader sees."""
    return text if text.isprintable() else text.translate(_SEEN)


def spelt(text: str) -> str:
    """The seen text of one line as LaTeX spells it; what begins an entry is still in it."""
    # To translate takes four times as long.
    if _SIGN.search(text):
        text = "".join([_SIGNS.get(part, part) for part in _SIGN.split(text)])
    return _without_ligatures(text)


def _without_ligatures(text: str) -> str:
    return _LIGATURE.sub(r"\1{}", text) if "--" in text or "''" in text else text


def without_entries(text: str) -> str:
    """The text without what begins an entry of BibTeX."""
    return _ENTRY.sub("{@}", text) if "@" in text else text
