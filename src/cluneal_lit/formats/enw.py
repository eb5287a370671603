"""EndNote's tagged export (`.enw`) and the format of Refer from which it comes: a line begins with `%` and a sign.

(https://en.wikipedia.org/wiki/EndNote#Tags_and_fields, https://en.wikipedia.org/wiki/Refer_(software))
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.folding import one_line
from cluneal_lit.formats import brought, endnote_fields, tagged
from cluneal_lit.formats.tagged import Tagged
from cluneal_lit.model import Finding, Record

LINE = re.compile(r"^\ufeff?%([0-9A-Za-z@!#$&(+*<>=?~^\[\])\-\"'/,.:;])(?:[ \t]+|(?=\n|\Z))([^\n]*)", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n(?=\s*%)")
# Tag -> EndNote's name of the field.
NAMES = {
    "0": "ref-type",
    "A": "contributors/authors/author",
    "E": "contributors/secondary-authors/author",
    "Y": "contributors/tertiary-authors/author",
    "?": "contributors/subsidiary-authors/author",
    "T": "titles/title",
    "J": "periodical/full-title",
    "B": "titles/secondary-title",
    "S": "titles/tertiary-title",
    "!": "titles/short-title",
    "Q": "titles/translated-title",
    "O": "titles/alt-title",
    "D": "dates/year",
    "8": "dates/pub-dates/date",
    "V": "volume",
    "N": "number",
    "P": "pages",
    "&": "section",
    "7": "edition",
    "I": "publisher",
    "C": "pub-location",
    "@": "isbn",
    "R": "electronic-resource-num",
    "U": "urls/related-urls/url",
    ">": "urls/pdf-urls/url",
    "M": "accession-num",
    "L": "call-num",
    "F": "label",
    "K": "keywords/keyword",
    "X": "abstract",
    "Z": "notes",
    "<": "research-notes",
    "+": "auth-address",
    "G": "language",
    "9": "work-type",
    "~": "remote-database-name",
    "W": "remote-database-provider",
    "[": "access-date",
    **{str(number): f"custom{number}" for number in range(1, 5)},
    **{"#": "custom5", "$": "custom6", "]": "custom7"},
}
_IN_LINES = tuple(tag for tag, name in NAMES.items() if name in endnote_fields.AS_LINES)
_BY_LINE = frozenset(("keywords/keyword", "contributors/authors/author", "contributors/secondary-authors/author"))


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a tagged EndNote or Refer file.

    A record's id is `FILE#LABEL`, a key that is made where it has none. Whatever our fields have no place for
    is in `custom`, by the names of EndNote's fields.
    """
    return tuple(record for _, _, record in placed(text, file)), ()


def placed(text: str, file: str) -> Iterator[tuple[int, int, Record]]:
    """The records, each with where in the text its entry begins and ends."""
    taken: dict[str, int] = {}
    for at, part in _parts(text):
        for entry in tagged.entries(part, LINE, "0", kept=_IN_LINES):
            if entry.rest("0"):
                start = max(part.rfind("%", 0, entry.start + 1), 0)
                yield at + start, at + entry.end, _record(part, entry, file, taken)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The texts that hold entries, each with where it begins; Refer parts entries with a blank line."""
    gaps = () if re.search(r"^\ufeff?%0", text, re.MULTILINE) else _GAP.finditer(text)
    start = 0
    for gap in gaps:
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _record(text: str, entry: Tagged, file: str, taken: dict[str, int]) -> Record:
    said: dict[str, list[str]] = {}
    for tag in entry.tags:
        name = NAMES.get(tag.name, f"%{tag.name}")
        if name in endnote_fields.AS_LINES:
            values = ["\n".join(tag.lines)]
        elif name in _BY_LINE:
            values = list(map(one_line, text[tag.start : tag.end].split("\n")))
        else:
            values = [tag.value]
        said.setdefault(name, []).extend(filter(None, values))
    fields = endnote_fields.work(said)
    label = "".join(said.get("label", [])[:1])
    if said.get("label", [])[1:]:  # the key, and what its program calls label
        said["label"].pop(0)
    return endnote_fields.record(said, file, brought.keyed(label, fields, taken))
