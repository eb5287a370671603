"""Lines of Markdown that only say what others are: Manubot's other names for works, `[@tag]: doi:10.…`, and the marks
between which blocks stand, as Pandoc writes them around a bibliography and each of its entries.

(https://github.com/manubot/rootstock, USAGE.md, Citations; https://pandoc.org/MANUAL.html#divs-and-spans)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.key_syntax import keys
from cluneal_lit.late import late
from cluneal_lit.model import Ids, Span

_DEFINITION = re.compile(r"^ {0,3}\[@([^\]\s]{1,200})\]:[ \t]*<?@?([^\s<>]{1,500})>?[ \t]*$", re.MULTILINE)
_ELEMENT = r"</?(?:div|section|article|main|aside)(?:\s[^<>]{0,400})?>"
# `:::` with attributes or a class, or alone; a line that holds an identifier or address stays.
_FENCE = r":{3,}(?:[ \t]*\{[^{}\n]{0,400}\}|[ \t]*[\w.-]{1,60})?[ \t]*:*"
_BETWEEN = late(rf"^[ \t>]*(?:{_ELEMENT}(?:\s*{_ELEMENT})*|{_FENCE})[ \t]*$(?<!\n)", re.MULTILINE | re.IGNORECASE)
_NAMING = re.compile(r"\b10\.\d{4}|://|pmid|pmc\d", re.IGNORECASE)
_NAMED = re.compile(
    r"^[ \t>]*:{3,}[ \t]*\{(?![^{}\n]*\.csl-entry)[^{}\n]{0,400}?#([\w:.-]+)[^{}\n]{0,400}\}", re.MULTILINE
)


def works(text: str) -> dict[str, Ids]:
    """The identifiers that names stand for; none for a name that stands for an address."""
    each = ((match[1], identifiers.key(match[2])) for match in _DEFINITION.finditer(text))
    return {name: identifiers.ids([meant] if meant else []) for name, meant in each}


def definitions(text: str) -> Iterator[Span]:
    """Where names are defined that stand elsewhere too: such a line cites nothing itself."""
    found = list(_DEFINITION.finditer(text))
    times = Counter(key.name for key in keys(text)) if found else Counter()
    yield from (Span(*match.span(), "deleted") for match in found if times[match[1]] > 1)


def between(text: str) -> Iterator[Span]:
    """Where nothing stands in a line, or several, but such marks."""
    for match in _BETWEEN.finditer(text) if "<" in text or ":::" in text else ():
        if not _NAMING.search(match[0]):
            yield Span(*match.span(), "deleted")


def named(text: str) -> Iterator[Span]:
    """The places that have a name by which links lead there, `::: {#ref-isu}`."""
    for match in _NAMED.finditer(text) if ":::" in text else ():
        yield Span(match.end(), match.end(), "anchor", match[1])
