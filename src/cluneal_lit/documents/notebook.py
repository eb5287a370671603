"""Jupyter notebooks: what their cells say, and what running them printed.

Markdown cells are read as Markdown. Code is text too, for its strings and comments hold identifiers, and so do the
texts and tables that it printed; there, brackets around numbers are indices and values, `@` decorates a function, and
neither is a citation. Cells count from 1, and lines within a cell. (https://nbformat.readthedocs.io)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from cluneal_lit.documents import html, markdown
from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.file import File
from cluneal_lit.errors import DocumentError
from cluneal_lit.lines import Lines
from cluneal_lit.model import Anchor, Document, Place, Span

_INDEX = re.compile(r"[\[(][\d\s,;:.–—-]{0,200}[\])]|^[ \t]*@[\w.]+", re.MULTILINE)
_COMMENT = re.compile(r"^([ \t]*)#(?=[ \t])", re.MULTILINE)
_QUOTED = re.compile(r"[\[(][\s\d,'\"]*\d{5}[\s\d,'\"]*[\])]")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_COLOUR = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FORMS = ("text/html", "text/markdown", "text/plain")  # the richest that is there stands for the others
_BROKEN = "is no notebook: {reason}; save it again in Jupyter"


def read(file: File) -> Document:
    """The document of a notebook. Raises DocumentError for what is no JSON, or JSON without cells."""
    composed = Composed()
    for number, cell in enumerate(_cells(file), 1):
        for part, printed in _parts(cell):
            composed.say("" if composed.ends_with("\n\n") else "\n" if composed.ends_with("\n") else "\n\n")
            composed.put(part if printed else _within(part, str(number)), Place(cell=str(number)) if printed else None)
    return composed.document(file.path, "notebook")


def _cells(file: File) -> list[dict[str, Any]]:
    try:
        notebook = json.loads(file.text)
    except RecursionError as error:
        raise DocumentError(f"{file.path}: {_BROKEN.format(reason='it is nested too deeply')}") from error
    except ValueError as error:
        raise DocumentError(f"{file.path}: {_BROKEN.format(reason=f'no JSON, {error}')}") from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if cells is None and isinstance(notebook, dict):  # format 3, until 2015
        sheets = notebook.get("worksheets")
        cells = [cell for sheet in _dicts(sheets) for cell in _dicts(sheet.get("cells"))] if sheets else None
    if not isinstance(cells, list):
        raise DocumentError(f"{file.path}: {_BROKEN.format(reason='it has no cells')}")
    return [cell if isinstance(cell, dict) else {} for cell in cells]


def _parts(cell: dict[str, Any]) -> Iterator[tuple[Document, bool]]:
    """The documents that a cell consists of, and whether running it printed them."""
    source = _text(cell.get("source", cell.get("input")))
    if cell.get("cell_type") == "code":
        yield _code(source), False
        for output in _dicts(cell.get("outputs")):
            if printed := _printed(output):
                yield printed, True
    elif cell.get("cell_type") == "raw":
        yield Document("", "text", source, Lines(source)), False
    elif source:
        yield Document("", "markdown", source, Lines(source), markdown.spans(source)), False


def _code(source: str) -> Document:
    source = _COMMENT.sub(r"\1 ", source)  # what a comment says is said as in a text
    signs = (match for sign in (_INDEX, _RAISED) for match in sign.finditer(source))
    found = [Span(*sign.span(), "code") for sign in signs if not _QUOTED.fullmatch(sign[0])]
    return Document("", "text", source, Lines(source), tuple(found))


def _printed(output: dict[str, Any]) -> Document | None:
    """What a person sees of an output; None for pictures, and for what failed."""
    forms = output.get("data", output)
    shown = {form: text for form in _FORMS if isinstance(forms, dict) and (text := _text(forms.get(form)))}
    if "text/html" in shown:
        return html.read(File("", b"", shown["text/html"]))
    if "text/markdown" in shown:
        written = shown["text/markdown"]
        return Document("", "markdown", written, Lines(written), markdown.spans(written))
    written = shown.get("text/plain") or _text(output.get("text"))
    return _code(_CONTROLS.sub("\n", _COLOUR.sub("", written))) if written else None


def _within(part: Document, cell: str) -> Document:
    places = (Anchor(one.offset, replace(one.place, cell=cell)) for one in part.anchors)
    return replace(part, anchors=tuple(places))


def _text(value: object) -> str:
    """A text, or the lines of one, which notebooks keep apart."""
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str)).replace("\r\n", "\n").replace("\r", "\n")


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
