"""Short ways to scan an invented text."""

from __future__ import annotations

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation


def cited(text: str, path: str = "a.txt") -> tuple[Citation, ...]:
    """The citations of a text."""
    return scan(read(path, text.encode()))


def ids(text: str, path: str = "a.txt") -> list[tuple[str, ...]]:
    """The identifiers of each citation of a text."""
    return [citation.ids.keys() for citation in cited(text, path)]


def written(text: str, path: str = "a.txt") -> list[tuple[str, str]]:
    """Form and raw text of each citation of a text."""
    return [(citation.form, citation.raw) for citation in cited(text, path)]
