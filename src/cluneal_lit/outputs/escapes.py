"""How each format of an output escapes what is printed into it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from markupsafe import Markup

from cluneal_lit.folding import one_line
from cluneal_lit.formats import bibtex_text, csv_rows
from cluneal_lit.outputs import html, markdown

Escape = Callable[[object], str]


def as_json(value: object) -> Markup:
    """Any value as JSON, indented."""
    return Markup(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def _spaced(escape: Callable[[str], str]) -> Escape:
    """The escape of values as text, which leaves a blank at either end where it is."""

    def escaped(value: object) -> str:
        text = str(value)
        return f"{text[:1].isspace() * ' '}{escape(text)}{text[-1:].isspace() * ' '}" if text.strip() else text

    return escaped


def _cell(value: object) -> str:
    return csv_rows.line([str(value)]).removesuffix("\n")


ESCAPES: dict[str, Escape] = {
    ".bib": _spaced(bibtex_text.escaped),
    ".csv": _cell,
    ".md": _spaced(markdown.escaped),
    ".nbib": _spaced(one_line),
    ".ris": _spaced(one_line),
    ".json": as_json,
    **dict.fromkeys((".html", ".xml", ".svg", ".atom"), html.escaped),
}
