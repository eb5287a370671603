"""Code that is woven into a LaTeX source and is none of it: that of Sweave, knitr, Pweave and Weave.jl.

A chunk begins with a line `<<label, options>>=` and ends with one that is `@`; in the form of `.Rtex` it stands between
`%% begin.rcode` and `%% end.rcode`. (`utils::Sweave`, https://yihui.org/knitr/patterns/)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.lines import blanked

_OPEN = re.compile(r"^[ \t]*<<[^\n]*>>=[ \t]*(?:%[^\n]*)?$|^[ \t]*%+[ \t]*begin\.rcode", re.MULTILINE)
_NOWEB = re.compile(r"^@(?=[ \t])|^[ \t]*@[ \t]*(?:%[^\n]*)?$|^(?=[ \t]*<<[^\n]*>>=[ \t]*$)", re.MULTILINE)
# A line that is text and no code: a command that code has only in quotes, or two words as a sentence begins with them.
_TEXT = re.compile(
    r"^[ \t]*(?:\\(?:begin|end|(?:sub){0,2}section|paragraph|chapter|part|item|(?:print)?bibliography|noindent|input"
    r"|include|text\w+|emph)\b|[A-Z]\w*,? [A-Za-zà-ÿ]{2,}(?=[\s,.:;)])(?![ \t]*(?:<-|=)))"
    r"|^[^\n\"'#%]*\\\w*cite\w*\*?[\[{]",
    re.MULTILINE,
)
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
    """Where chunks begin and end; what nothing closes is none. One that only the next closes ends where text begins
    again; is there no sign of that, all before the next is code, as noweb has it."""
    at = 0
    while opening := _OPEN.search(text, at):
        is_noweb = "<<" in opening[0]
        closing = (_NOWEB if is_noweb else _RTEX).search(text, opening.end())
        following = _OPEN.search(text, opening.end())
        end, at = closing.end() if closing else None, opening.end()
        if closing and is_noweb and not closing[0]:
            said = _TEXT.search(text, opening.end(), closing.end())
            end = said.start() if said else end
        elif not is_noweb and following and end and following.start() < end:
            end = None  # its code are comments of LaTeX
        if end is not None:
            yield opening.start(), (at := end)
