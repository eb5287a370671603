"""The catalogue of findings as a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cluneal_lit.findings import Rule

_FAMILIES = {
    "LIT1": "Documents",
    "LIT2": "Identifiers",
    "LIT3": "Sources and the store",
    "LIT4": "Matching, identity and decisions",
    "LIT5": "Editorial status",
    "LIT6": "Duplicates and the collection",
    "LIT7": "Outputs",
}
_HEAD = """# The findings

What each finding means, why it matters and what to do. `cluneal-lit explain CODE` prints the same; this page is what
`cluneal-lit explain --markdown` prints. Words in *italics* stand for what a finding is about.
"""
_VALUE = re.compile(r"\{(\w+)\}")


def page(rules: Iterable[Rule]) -> str:
    """The page of these rules, a section a family and a heading a code, in Markdown."""
    parts, family = [_HEAD], ""
    for rule in rules:
        if rule.code[:4] != family:
            family = rule.code[:4]
            parts.append(f"## {_FAMILIES[family]}\n")
        parts.append(f"### {rule.code}: {rule.title}\n")
        parts.append(f"**{rule.level}** · {_shown(rule.message)}\n")
        parts.append(f"{rule.why}\n")
        parts.append(f"{_shown(rule.do)}\n")
    return "\n".join(parts)


def plain(text: str) -> str:
    """A rule's text with its values as words in capitals, as a usage line names them."""
    return _VALUE.sub(lambda found: found[1].upper(), text)


def _shown(text: str) -> str:
    """The text with its values in italics; those within code stay words of the code, where no mark is read."""
    parts = text.split("`")
    parts[::2] = [_VALUE.sub(r"*\1*", part) for part in parts[::2]]
    parts[1::2] = map(plain, parts[1::2])
    return "`".join(parts)
