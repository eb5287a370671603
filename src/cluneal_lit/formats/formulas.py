"""Formulas of LaTeX in Markdown: where pandoc finds them, and whether LaTeX can print them.

(https://pandoc.org/MANUAL.html#extension-tex_math_dollars)
"""

from __future__ import annotations

import re

from cluneal_lit.formats.latex_symbols import GREEK
from cluneal_lit.late import late

# What stands between dollars: no dollar, no blank at an end, and no digit behind the last.
FORMULA = r"\$\$(?:[^$\\]|\\.)+\$\$|\$(?![\s$])(?:[^$\\]|\\.)+(?<!\s)\$(?![\d$])"
# Names of ours that LaTeX does not know, and those that are no single sign.
_NOT_LATEX = frozenset("less greater lt gt sum prod int".split())
_NAMES = sorted({name for name in GREEK if not name.startswith("text")} - _NOT_LATEX)
_SIGN = (  # what may be raised without braces
    rf"\\(?:{'|'.join(_NAMES)}|circ|ldots|cdots|nabla|mid|ll|gg|propto|simeq|cong|perp|parallel|setminus|neg|land|lor"
    r"|hbar)(?![A-Za-z])"
)
_LARGE = r"\\(?:sum|prod|int|log|ln|exp|sin|cos|tan|min|max|lim|Pr|Re|Im|dots|quad|qquad)(?![A-Za-z])"
_STYLE = r"text|textrm|textit|textbf|textnormal|mathrm|mathbf|mathit|mathsf|mathtt|mathcal|mathbb|operatorname"
_OVER = r"bar|hat|tilde|vec|dot|ddot|overline|underline|widehat|widetilde|boldsymbol|mathring|acute|grave|check|breve"
_DEEPEST = 8
# Letters for what is found to be printable: a group in braces; a sign or a text; a space.
_GROUP, _ATOM, _SPACE = "\1", "\2", "\3"
_WRITTEN = late(rf"\\(?:{_STYLE})\s*\{{[^\\{{}}$^_&#%~]*\}}|\\[\\%#&_,;:! {{}}|]")
_INNERMOST = re.compile(r"\{([^{}]*)\}")
_ARGUMENT = rf"\s*[{_GROUP}\dA-Za-z]"
_PLAIN = rf"[^\\{{}}^_&#%~$'\s{_SPACE}]"
_BASE = (
    rf"(?:{_PLAIN}|{_SIGN}|{_LARGE}|\\[dt]?frac(?![A-Za-z]){_ARGUMENT}{_ARGUMENT}"
    rf"|\\sqrt(?![A-Za-z])(?:\[\w\])?{_ARGUMENT}|\\(?:{_OVER})(?![A-Za-z]){_ARGUMENT})"
)
_SCRIPT = rf"\s*(?:{_PLAIN}|{_SIGN})"
_SCRIPTS = rf"(?:\s*\^{_SCRIPT}(?:\s*_{_SCRIPT})?|\s*_{_SCRIPT}(?:\s*\^{_SCRIPT})?|'+(?:_{_SCRIPT})?)"
_PRINTABLE = late(rf"\s*+(?:{_SCRIPTS})?+(?:\s*+(?:{_BASE}(?:{_SCRIPTS})?+|{_SPACE}))*+\s*+")


def is_printable(formula: str) -> bool:
    """Whether LaTeX prints a formula, its dollars left out: signs, Greek letters, scripts, fractions, roots, text."""
    text = _WRITTEN.sub(_letter, formula)
    for _ in range(_DEEPEST):
        text, count = _INNERMOST.subn(lambda found: _GROUP if _PRINTABLE.fullmatch(found[1]) else found[0], text)
        if not count:
            break
    return bool(_PRINTABLE.fullmatch(text))


def _letter(written: re.Match[str]) -> str:
    if written[0] == "\\\\":  # the end of a line
        return written[0]
    return _SPACE if written[0][1] in ",;:! " else _ATOM
