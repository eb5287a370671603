"""Text, links and code as Markdown: whatever a title or a sentence holds, it is shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cluneal_lit.folding import UNSEEN, one_line
from cluneal_lit.formats import definitions, footnotes, images, prose
from cluneal_lit.formats.apart import apart
from cluneal_lit.formats.harmless import harmless
from cluneal_lit.formats.inert import inert
from cluneal_lit.outputs.styles import Piece

_ESCAPES = UNSEEN | str.maketrans({char: f"\\{char}" for char in "\\`*_[]{<>&~|$"})
# GitHub makes links of bare addresses before it looks at backslashes, and would show the backslashes within.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)(?=:)|\b(www)(?=\.)")
_KEY = re.compile(r"(?<![^\W_])@(?=\w)")  # pandoc would seek a work of that name
# What begins a list or a heading, and what is a rule or an underline, at the start of a line.
_BLOCK = re.compile(r"(?=(?:[-+]|#{1,6})(?:\s|$)|[-=]+$)|\d{1,9}(?=[.)](?:\s|$))")
_CLOSING = re.compile(r"#+$")  # ends a heading without being shown


def written(text: str, level: int, address: Callable[[str], str]) -> str:
    """A person's Markdown under a heading of that level, as `prose.under`.

    Tags are shown as they are written, images become links to them, footnotes paragraphs at the end; nothing in it
    depends on what else stands in the file.
    """
    own = images.linked(harmless(footnotes.placed(text.translate(UNSEEN))))
    return prose.under(inert(definitions.inlined(apart(own))), level, address)


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows it literally wherever it stands."""
    plain = _KEY.sub(r"\\@", _ADDRESS.sub(r"\g<0>\\", one_line(text).translate(_ESCAPES)))
    if plain.endswith("#"):
        plain = _CLOSING.sub(r"\\\g<0>", plain)
    return _BLOCK.sub(r"\g<0>\\", plain, count=1) if _BLOCK.match(plain) else plain


def code(text: str) -> str:
    """The text as a span of code, not for tables; empty for none."""
    plain = one_line(text).translate(UNSEEN)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    pad = " " if "`" in plain else ""
    return f"{fence}{pad}{plain}{pad}{fence}" if plain else ""


def linked(pieces: Iterable[Piece]) -> str:
    """The pieces of a citation as Markdown, with links."""
    return "".join(_linked(piece) for piece in pieces)


def _linked(piece: Piece) -> str:
    bare = piece.text.strip()
    before, after = piece.text.split(bare, 1) if bare else (piece.text, "")
    return before + (f"[{escaped(bare)}]({piece.url})" if piece.url else escaped(bare)) + after
