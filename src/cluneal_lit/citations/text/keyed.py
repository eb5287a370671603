"""The front matter of Markdown key by key: each says something else, of the page or of a work that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.model import Document

_HEAD = re.compile(r"(?P<sign>---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:(?P=sign)|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^[\w\"'][^\n:]*:(?=\s)", re.MULTILINE)  # without indent
_TABLE = re.compile(r"^\[|(?P<key>^[\w\"'][^\n=]*=)", re.MULTILINE)  # of TOML, where keys below a `[table]` are its own


def parts(document: Document, text: str) -> Iterator[str]:
    """The text of a document in stretches that say nothing of one another, each at its offset: what stands below each
    key of front matter, and all behind it."""
    start = 0
    for end in _ends(document.text) if document.kind == "markdown" else ():
        if not text[start:end].isspace():
            yield "\n" * start + text[start:end]
        start = end
    yield "\n" * start + text[start:]


def _ends(text: str) -> Iterator[int]:
    """Where what one key says ends and that of the next begins, and where the last ends."""
    head = _HEAD.match(text)
    if head is None:
        return
    in_table = False
    for sign in (_KEY if head["sign"] == "---" else _TABLE).finditer(text, head.end("sign"), head.end()):
        is_key = sign.re is _KEY or sign["key"]
        if not (is_key and in_table):
            yield sign.start()
        in_table = in_table or not is_key
    yield head.end()
