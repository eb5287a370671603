"""Superscripts and subscripts in plain text: `10⁵` and `H₂O` by the characters that Unicode has for digits and signs.

What Unicode has no such character for, as most letters, stands in its line. Folded, `10⁵` and `105` are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

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
_MARKUP = re.compile(r"<((?:[a-z]+:)?(sup|sub|inf))(?:\s[^<>]{0,200})?>([^<>]{1,20})</\1\s*>", re.IGNORECASE)
_COMMAND = re.compile(r"\\text(super|sub)script\s*\{([^{}\\]{1,20})\}")
_FORMULA = re.compile(r"\$(?:[^$\\]|\\.){1,400}\$|\\ensuremath\{(?:[^{}]|\{[^{}]{0,40}\}){1,200}\}", re.DOTALL)
_IN_FORMULA = re.compile(r"([\^_])(?:\{([^{}\\]{1,20})\}|([\w+−-]))")
_SIGN = re.compile(r"^[\^_](?=\()")
Script: TypeAlias = Callable[[str, str, str], str]  # a kind, `sup…` or `sub…`, the text, what is before -> as written


def raised(text: str) -> str:
    """The text as a superscript; as it is where a sign of it has none."""
    return _written(text, _RAISED)


def lowered(text: str) -> str:
    """The text as a subscript; as it is where a sign of it has none."""
    return _written(text, _LOWERED)


def of_kind(kind: str, text: str, before: str = "") -> str:
    """The text raised for a kind that begins with `sup`, else lowered.

    A number that has a sign without such a character, behind a number, stays apart: `10^(5,6)`, `2_(1/2)`.
    """
    is_raised = kind.startswith("sup")
    written = raised(text) if is_raised else lowered(text)
    runs_on = written == text and text[:1].isdigit() and before[-1:].isdigit()
    return f"{'^' if is_raised else '_'}({text})" if runs_on else written


def marked(kind: str, text: str, _: str = "") -> str:
    """The same; what has no such characters stays marked, `<sup>max</sup>`."""
    is_raised = kind.startswith("sup")
    written = raised(text) if is_raised else lowered(text)
    tag = "sup" if is_raised else "sub"
    return written if written != text else f"<{tag}>{text}</{tag}>"


def of_markup(text: str, write: Script = of_kind) -> str:
    """The text with what `<sup>`, `<sub>` and Scopus's `<inf>` mark raised and lowered; all other tags stay."""
    return _MARKUP.sub(lambda found: write(found[2].lower(), found[3], _before(found)), text) if "<" in text else text


def of_latex(source: str, write: Script = of_kind) -> str:
    """The LaTeX source with what its commands and formulas raise and lower as characters; all other source stays."""
    if "\\" not in source and "$" not in source:
        return source
    source = _COMMAND.sub(lambda found: _as_source(write(found[1], found[2], _before(found))), source)
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

    return _IN_FORMULA.sub(written, formula[0])


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 1) : found.start()]


def _as_source(written: str) -> str:
    return _SIGN.sub(lambda sign: r"\textasciicircum{}" if sign[0] == "^" else r"\_", written)


def _written(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs[sign] for sign in text) if signs.keys() >= set(text) else text
