"""What LaTeX sets otherwise in a title, as tags: `\\textit{in vivo}` and `{\\it in vivo}` as `<i>in vivo</i>`."""

from __future__ import annotations

from cluneal_lit import scripts
from cluneal_lit.folding import one_line
from cluneal_lit.formats.bibtex_values import balanced
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.late import late

# Command or switch -> tag. BibLaTeX has commands of its own (biblatex 4.6.4).
_TAGS = {
    **dict.fromkeys("textit emph textsl mkbibemph mkbibitalic it itshape em sl slshape".split(), "i"),
    **dict.fromkeys("textbf mkbibbold bf bfseries".split(), "b"),
    **dict.fromkeys("textsc sc scshape".split(), "sc"),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript"), "sup"),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), "sub"),
}
_SWITCHES = "itshape|it|em|slshape|sl|bfseries|bf|scshape|sc"
_OPENING = late(
    rf"\\(?P<command>{'|'.join(sorted(_TAGS.keys() - set(_SWITCHES.split('|'))))})\s*\{{"
    rf"|\{{\s*\\(?P<switch>{_SWITCHES})(?![A-Za-z])(?:\s*\{{\s*\}})?\s*"
)
_LONGEST, _DEEPEST = 10_000, 8  # of a title, and of what is set otherwise within what is


def title(source: str) -> str:
    """The title of a LaTeX source on one line, with tags around what it sets otherwise."""
    return one_line(plain(_tagged(scripts.of_latex(source, scripts.marked), _DEEPEST)))


def _tagged(source: str, deep: int) -> str:
    if "\\" not in source or len(source) > _LONGEST or not deep:
        return source
    text, end = "", 0
    while opening := _OPENING.search(source, end):
        close = balanced(source, opening.end(), len(source))
        if close < 0:
            break
        tag = _TAGS[opening["command"] or opening["switch"]]
        text += f"{source[end : opening.start()]}<{tag}>{_tagged(source[opening.end() : close - 1], deep - 1)}</{tag}>"
        end = close
    return text + source[end:]
