"""Superscripts and subscripts in plain text: `10⁵` and `H₂O` by the characters that Unicode has for digits and signs.

What Unicode has no such character for, as most letters, stands in its line. Folded, `10⁵` and `105` are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from cluneal_lit.late import late

_SIGNS = "0123456789+−-=()"  # the hyphen behind the minus, so that formulas have it
_RAISED = dict(zip(f"{_SIGNS}n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
# At these pdfLaTeX stops; those of Latin-1 it knows (`t1enc.dfu`, `ts1enc.dfu`). One in each formula is what Zotero's
# own importer has a table of, and all that bibutils knows.
_FORMULAS = {
    sign: f"${mark}{{{plain}}}$"
    for mark, signs in (("^", _RAISED), ("_", _LOWERED))
    for plain, sign in signs.items()
    if sign > "\xff"
}
_UNKNOWN = re.compile(f"[{''.join(_FORMULAS)}]")
_INNER = r"</?(?:i|em|b|strong|italic|bold|span)\b[^<>]{0,200}>"  # what a number has no other sign for
_MARKUP = late(
    rf"<((?:[a-z]+:)?(sup|sub|inf))(?:\s[^<>]{{0,200}})?>((?:[^<>]|{_INNER}){{1,20}})</\1\s*>", re.IGNORECASE
)
_TAG = re.compile(_INNER, re.IGNORECASE)
_STYLE = r"(?:text|math)(?:rm|bf|it|sf|up|normal)|text|emph|mbox"
_STYLED = re.compile(rf"\\(?:{_STYLE})\s*\{{([^{{}}\\]{{1,20}})\}}")
_COMMAND = late(
    rf"\\text(super|sub)script\s*\{{((?:[^{{}}\\]|\\[,;:! ]|\\(?:{_STYLE})\s*\{{[^{{}}\\]{{1,20}}\}}){{1,20}})\}}"
)
# A dollar that is escaped opens none.
_FORMULA = re.compile(
    r"\\[\\$]|\$(?:[^$\\]|\\.){1,400}\$|\\ensuremath\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,40}\}){0,40}\}){1,200}\}", re.DOTALL
)
_BRACKETED = re.compile(r"(?<!\\)\\\(((?:[^$\\()]|\\[^()$]){1,400})\\\)", re.DOTALL)
_MATHS = re.compile(r"[\^_{\\]")  # else somebody escaped brackets
# In a formula a font changes no number.
_FONT = re.compile(rf"\\(?:{_STYLE}|rm|bf|it|sf|boldsymbol|bm|displaystyle|scriptstyle)(?![A-Za-z])\s*")
_TWICE = re.compile(r"\{\s*\{([^{}]*)\}\s*\}")
_IN_FORMULA = late(r"\s*([\^_])\s*(?:\{((?:[^{}\\^_]|\\[,;:! ]){1,20})\}|([\w+−-]))")
_DEEPEST = 3
_SPACES = re.compile(r"\\[,;:! ]|[\s$]+")
# What people and programs write for a minus; between digits such a dash may be that of a range.
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": ""})
_MINUS = re.compile(r"(?<!\d)[\u2012-\u2014]|[\u2012-\u2014]$")
_SIGN = re.compile(r"^[\^_](?=\()")
_TERM = re.compile(r"\d/\d|[√½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
Script: TypeAlias = Callable[[str, str, str], str]  # a kind, `sup…` or `sub…`, the text, what is before -> as written


def raised(text: str) -> str:
    """The text as a superscript; as it is where a sign of it has none."""
    return _written(text, _RAISED)


def lowered(text: str) -> str:
    """The text as a subscript; as it is where a sign of it has none."""
    return _written(text, _LOWERED)


def of_kind(kind: str, text: str, before: str = "") -> str:
    """The text raised for a kind that begins with `sup`, else lowered.

    A number that has a sign without such a character, behind a number, stays apart: `10^(5,6)`, `2_(1/2)`; so does a
    fraction or root that is raised behind a letter: `x^(½)`.
    """
    is_raised = kind.startswith("sup")
    written = raised(text) if is_raised else lowered(text)
    behind = before[-1:].isdigit() and text.strip()[:1].isnumeric()
    runs_on = written == text and (behind or bool(is_raised and before[-1:].isalnum() and _TERM.search(text)))
    return f"{'^' if is_raised else '_'}({text.strip()})" if runs_on else written


def marked(kind: str, text: str, _: str = "") -> str:
    """The same; what has no such characters stays marked, `<sup>max</sup>`."""
    is_raised = kind.startswith("sup")
    written = raised(text) if is_raised else lowered(text)
    tag = "sup" if is_raised else "sub"
    return written if written != text else f"<{tag}>{text}</{tag}>"


def of_markup(text: str, write: Script = of_kind) -> str:
    """The text with what `<sup>`, `<sub>` and Scopus's `<inf>` mark raised and lowered; all other tags stay."""

    def written(found: re.Match[str]) -> str:
        kind, inner, before = found[2].lower(), found[3], _before(found)
        bare = _TAG.sub("", inner)
        plain = write(kind, bare, before)
        return plain if bare == inner or _is_written(plain, bare) else write(kind, inner, before)

    return _MARKUP.sub(written, text) if "<" in text else text


def of_latex(source: str, write: Script = of_kind) -> str:
    """The LaTeX source with what its commands and formulas raise and lower as characters; all other source stays."""
    if "\\" not in source and "$" not in source:
        return source

    def commanded(found: re.Match[str]) -> str:
        bare = _STYLED.sub(r"\1", found[2])
        plain = write(found[1], bare, _before(found))
        return _as_source(plain) if bare == found[2] or _is_written(plain, bare) else found[0]

    source = _BRACKETED.sub(lambda found: f"${found[1]}$" if _MATHS.search(found[1]) else found[0], source)
    source = _COMMAND.sub(commanded, source)
    return _FORMULA.sub(lambda formula: _of_formula(formula, write), source)


def to_latex(text: str) -> str:
    """The LaTeX source with those raised and lowered characters that pdfLaTeX does not know as formulas."""
    if text.isascii() or not _UNKNOWN.search(text):
        return text
    # Two signs of a formula in a row would begin one that stands alone.
    return _UNKNOWN.sub(lambda found: _FORMULAS[found[0]], text).replace("$$", "${}$")


def _of_formula(formula: re.Match[str], write: Script) -> str:
    def written(found: re.Match[str]) -> str:
        before = _before(found).strip("$") or _before(formula)
        return _as_source(write("super" if found[1] == "^" else "sub", found[2] or found[3], before))

    if formula[0] in (r"\\", r"\$"):
        return formula[0]
    text = formula[0]
    if "\\" in text:
        text = _TWICE.sub(r"{\1}", _FONT.sub("", text))
    for _ in range(_DEEPEST):  # what is raised within what is raised comes first
        text, count = _IN_FORMULA.subn(written, text)
        if not count:
            break
    return text


def _is_written(written: str, text: str) -> bool:
    """Whether all of a text has such characters."""
    return written in (raised(text), lowered(text)) and written != text


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 1) : found.start()]


def _as_source(written: str) -> str:
    return _SIGN.sub(lambda sign: r"\textasciicircum{}" if sign[0] == "^" else r"\_", written)


def _written(text: str, signs: Mapping[str, str]) -> str:
    """The text in these signs, a blank behind it kept; as it is where one is missing."""
    bare = _MINUS.sub("-", _SPACES.sub("", text).replace("--", "\u2013").translate(_HYPHENS))
    if not bare or not signs.keys() >= set(bare):
        return text
    return "".join(signs[sign] for sign in bare) + " " * text.endswith(" ")
