"""What BibTeX, Biber, LaTeX or a manager stop at in entries that can be read: macros, signs, lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.formats.bibtex_blocks import Block, blocks
from cluneal_lit.formats.bibtex_read import MONTHS
from cluneal_lit.lines import Lines
from cluneal_lit.model import Finding, Place

_PRINTED = frozenset(
    "title subtitle booktitle booksubtitle journal journaltitle series publisher address location organization"
    " institution school howpublished edition volume number pages author editor".split()
)
_NAMES = frozenset({"author", "editor", "translator"})
# What ends a line, an alignment or a text for LaTeX (https://www.latex-project.org/help/documentation/, usrguide);
# mathematics and addresses may have them.
_SIGN = re.compile(r"(?<!\\)[&%#]")
_APART = re.compile(r"\$[^$]*\$|\\url\s*\{[^{}]*\}")
_COMMAS = 2  # von Last, Jr, First (https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf, section 11)
_GROUPED = re.compile(r"\{[^{}]*\}")
_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_OTHER_MACROS = frozenset({*MONTHS, "acmcs", "acta", "cacm", "ibmjrd", "ibmsj", "ieeese", "ieeetc", "ieeetcad", "ipl"})


def findings(text: str, file: str) -> Iterator[Finding]:
    """A finding for each field of a BibTeX text that programs refuse or take otherwise than it is meant."""
    place, defined = Lines(text).at, set(_OTHER_MACROS)
    for block in blocks(text):
        if block.kind == "string":
            defined |= block.fields.keys()
        elif block.key and not block.fault:
            for field, reason in _reasons(block, defined):
                values = {"key": block.key, "reason": reason, "field": field}
                yield Finding("LIT613", file, Place(line=place(block.start).line), block.key, values=values)


def _reasons(block: Block, defined: set[str]) -> Iterator[tuple[str, str]]:
    for field, value in block.fields.items():
        for part, is_macro in value.parts:
            if is_macro and part.lower() not in defined:
                yield field, f"its {field} is the macro {part}, which no @string above defines"
        text = " ".join(part for part, is_macro in value.parts if not is_macro)
        if field in _PRINTED and (sign := _SIGN.search(_APART.sub("", text))):
            yield field, f"its {field} has a bare {sign[0]}, at which LaTeX stops; write \\{sign[0]}"
        if field in _NAMES and (reason := _names(text)):
            yield field, f"its {field} {reason}"


def _names(text: str) -> str:
    """What is wrong in a list of names, in words; empty where nothing is."""
    bare = text
    while (without := _GROUPED.sub("x", bare)) != bare:
        bare = without
    names = _AND.split(f" {bare} ")
    if len(names) > 1 and not all(map(str.strip, names)):
        return "has an “and” without a name beside it"
    if ";" in bare:
        return "parts names by “;”, where BibTeX wants “and”"
    crowded = next((name.strip() for name in names if name.count(",") > _COMMAS), "")
    return f"has more than two commas in one name: {crowded}" if crowded else ""
