"""Code that is woven into a LaTeX source and is none of it: chunks and inline code of Sweave, knitr, Pweave and Weave.jl.

A chunk begins with a line `<<label, options>>=` and ends with one that is `@`; in the form of `.Rtex` it stands between
`%% begin.rcode` and `%% end.rcode`. (`utils::Sweave`, https://yihui.org/knitr/patterns/)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.lines import blanked

_OPEN = re.compile(r"^[ \t]*<<[^\n]*>>=[ \t]*(?:%[^\n]*)?$|^[ \t]*%+[ \t]*begin\.rcode", re.MULTILINE)
_NOWEB = re.compile(r"^@(?=[ \t])|^[ \t]*@[ \t]*(?:%[^\n]*)?$|^(?=[ \t]*<<[^\n]*>>=[ \t]*$)", re.MULTILINE)
_RTEX = re.compile(r"^[ \t]*%+[ \t]*end\.rcode[^\n]*", re.MULTILINE)
_GROUP = r"(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+"
_INLINE = re.compile(rf"\\(?:Sexpr|rinline|SweaveOpts|SweaveInput|py|sage)\s?\{{{_GROUP}\}}|<%=?(?:[^%\n]|%(?!>))*%>")
_SIGNS = ("<<", ".rcode", "\\Sexpr", "\\rinline", "\\Sweave", "\\py", "\\sage", "<%")


def without_code(text: str) -> str:
    """The source, of the same length and in the same lines, with blanks for what is code."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return blanked(text, sorted([*_chunks(text), *(match.span() for match in _INLINE.finditer(text))]))


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Where chunks begin and end; what nothing closes is none."""
    at = 0
    while opening := _OPEN.search(text, at):
        closing = (_NOWEB if "<<" in opening[0] else _RTEX).search(text, opening.end())
        at = opening.end()
        if closing:
            yield opening.start(), (at := closing.end())
