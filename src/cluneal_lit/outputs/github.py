"""Findings as annotations of GitHub's workflows: a command a line, which marks the line of the document.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
"""

from __future__ import annotations

from cluneal_lit import findings
from cluneal_lit.folding import one_line
from cluneal_lit.model import Finding
from cluneal_lit.outputs import words

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
# What the runner itself escapes (actions/toolkit, packages/core/src/command.ts).
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def line(finding: Finding, folder: str = "") -> str:
    """`::error file=notes.md,line=3,col=42,title=LIT501 …::zabel2018 was …`; `folder` goes before the file."""
    rule = findings.rule(finding)
    place = finding.place
    said = {
        "file": finding.document and f"{folder}{finding.document}",
        "line": finding.document and place.line,
        "col": finding.document and place.line and place.column,
        "title": f"{rule.code} {rule.title}",
    }
    properties = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in said.items() if value)
    where = "" if place.line else words.place(place)  # a slide, a cell: no property says it
    message = f"{where and where + ': '}{one_line(findings.message(finding))}\n{one_line(findings.advice(finding))}"
    return f"::{_COMMANDS[rule.level]} {properties}::{_escaped(message, _DATA)}"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for plain, escape in escapes:
        text = text.replace(plain, escape)
    return text
