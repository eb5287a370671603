"""Classes of a stylesheet that raise the text of an element, as those of LibreOffice's e-books do.

(https://www.w3.org/TR/CSS22/visudet.html#propdef-vertical-align, https://www.w3.org/TR/CSS22/visuren.html#choose-position)
"""

from __future__ import annotations

import re

from cluneal_lit.documents.html.elements import RAISED

_RULE = re.compile(r"(?<![^{}])([^{}]{1,1000})\{([^{}]{0,2000})\}")
_LIFTED = re.compile(r"(?:^|[;\s])top\s*:\s*-0?\.\d+em\b", re.IGNORECASE)
_STYLED = re.compile(r"(?<![\w-])style\s*=")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
_SPAN = re.compile(
    r"<span\b(?P<said>[^<>]{0,500}?\bclass\s*=\s*[\"'](?P<classes>[^\"'<>]{1,300})[\"'][^<>]{0,500}?)(?=/?>)"
)


def classes(stylesheet: str) -> frozenset[str]:
    """The classes whose elements stand higher than the line."""
    raising = (rule[1] for rule in _RULE.finditer(stylesheet) if RAISED.search(rule[2]) or _LIFTED.search(rule[2]))
    named = (_CLASS.search(selector) for selectors in raising for selector in selectors.split(","))
    return frozenset(match[1] for match in named if match)


def styled(source: str, raising: frozenset[str]) -> str:
    """The source of a page in which the spans of these classes say themselves that they are raised."""
    return _SPAN.sub(lambda span: _said(span, raising), source) if raising else source


def _said(span: re.Match[str], raising: frozenset[str]) -> str:
    own = not raising.isdisjoint(span["classes"].split()) and not _STYLED.search(span["said"])
    return f"{span[0]} style='vertical-align:super'" if own else span[0]
