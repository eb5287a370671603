"""Macros without arguments that a LaTeX document defines: `\\newcommand{\\pvalue}{\\textit{p}-value}`."""

from __future__ import annotations

import re

from cluneal_lit.documents.latex.source import Source

_DEFINITION = re.compile(
    r"\\(?:(?:re|provide)?(?:new)?command|DeclareRobustCommand)\*?\s*(?:\{\s*\\([A-Za-z]{1,60})\s*\}|\\([A-Za-z]{1,60}))\s*(?=\{)"
    r"|\\def\s*\\([A-Za-z]{1,60})\s*(?=\{)"
)
_LONGEST = 1000


def macros(source: Source) -> dict[str, str]:
    """What each macro stands for, as LaTeX; the last definition counts."""
    found: dict[str, str] = {}
    for match in _DEFINITION.finditer(source.text):
        group = source.group(match.end())
        if group and group[1] - group[0] <= _LONGEST:
            found[match[1] or match[2] or match[3]] = source.text[group[0] : group[1]]
    return found


def defined(source: Source, at: int) -> int:
    """Where the definition ends whose command ends at `at`: behind its name, number of arguments and body."""
    named = re.compile(r"\s*\\[A-Za-z@]+\s*(?:#\d\s*){0,9}").match(source.text, at)
    if named:
        at = named.end()
    elif group := source.group(at):
        at = group[1] + 1
    for _ in range(2):
        if option := source.option(at):
            at = option[1] + 1
    body = source.group(at)
    return body[1] + 1 if body else at
