"""How each format of an output escapes what is printed into it."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
from markupsafe import Markup

from cluneal_lit.folding import CONTROLS, UNSEEN, one_line
from cluneal_lit.formats import bibtex_text, csv_rows
from cluneal_lit.outputs import html, markdown

Escape = Callable[[object], str]
_BARE = re.compile("[" + "".join(chr(code) for code in CONTROLS if code > 126) + "]")
_OBEYED = re.compile("[" + re.escape("".join(map(chr, CONTROLS))) + "]")
_ESCAPED = re.compile(r"\\(?:(b|u00(?:0[0-7ef]|1[\dab]))|.)")  # what JSON writes by a code


def leaving(text: str) -> str:
    """A whole output without what is obeyed and not shown (`folding.CONTROLS`): filters may hand it past the escapes of
    a format, and what is in none of our formats has none."""
    return _OBEYED.sub("", text)


def as_json(value: object) -> Markup:
    """Any value as JSON, indented, without the characters that are obeyed and not shown (`folding.CONTROLS`)."""
    written = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    if r"\u00" in written or r"\b" in written:
        written = _ESCAPED.sub(lambda found: "" if found[1] else found[0], written)
    return Markup(_BARE.sub("", written))


def _spaced(escape: Callable[[str], str]) -> Escape:
    """The escape of values as text, which leaves a blank at either end where it is."""

    def escaped(value: object) -> str:
        text = str(value)
        return f"{text[:1].isspace() * ' '}{escape(text)}{text[-1:].isspace() * ' '}" if text.strip() else text

    return escaped


def _cell(value: object) -> str:
    return csv_rows.line([str(value).translate(UNSEEN)]).removesuffix("\n")


def _line(text: str) -> str:
    return one_line(text).translate(UNSEEN)


ESCAPES: dict[str, Escape] = {
    ".bib": _spaced(bibtex_text.escaped),
    ".csv": _cell,
    ".md": _spaced(markdown.escaped),
    ".nbib": _spaced(_line),
    ".ris": _spaced(_line),
    ".json": as_json,
    **dict.fromkeys((".html", ".xml", ".svg", ".atom"), html.escaped),
}
