"""The values inside CSL-JSON, read as leniently as reference managers write them, and written strictly.

Each reader gives None for what has another form altogether; the caller keeps that as it was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress

from cluneal_lit import names
from cluneal_lit.folding import one_line
from cluneal_lit.model import Name

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
NAMES = frozenset(
    "chair collection-editor compiler composer container-author contributor curator director editorial-director"
    " executive-producer guest host illustrator interviewer narrator organizer original-author performer producer"
    " recipient reviewed-author script-writer series-creator translator".split()
)
DATES = frozenset(("event-date", "original-date", "submitted"))
# The others, which are texts or numbers (the same page, and https://github.com/citation-style-language/schema).
TEXTS = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number"
    " citation-key citation-label citation-number collection-number collection-title container-title"
    " container-title-short dimensions division edition event event-place event-title first-reference-note-number genre"
    " issue journalAbbreviation jurisdiction keyword language license locator medium note number number-of-pages"
    " number-of-volumes original-publisher original-publisher-place original-title page page-first part part-number"
    " part-title printing printing-number publisher publisher-place references reviewed-genre reviewed-title scale"
    " section shortTitle source status supplement supplement-number title title-short version volume volume-title"
    " volume-title-short year-suffix DOI ISBN ISSN PMCID PMID URL".split()
)
_ABBREVIATED_END = re.compile(r"(?:\.\.|\b\w\.\w)\.$")
NAME_KEYS = frozenset({"family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal"})


def text(value: object) -> str | None:
    """The value as text on one line; numbers count as text, None and nothing else is no text."""
    if isinstance(value, str):
        return one_line(value)
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, int | float) else None


def structured(written: Mapping[str, object]) -> dict[str, object]:
    """The lists and mappings, such as names and dates, of which a table holds the JSON; a text of CSL that looks so,
    such as the `[24]` of pages without numbers, is one."""
    found: dict[str, object] = {}
    for word, value in written.items():
        if isinstance(value, str) and value[:1] in ("[", "{") and word not in TEXTS:
            with suppress(ValueError, RecursionError):
                found[word] = json.loads(value)
    return found


def fits(word: str, value: object) -> bool:
    """Whether a variable has the form of its kind: names are a list, a date is a mapping, all else is text or number.
    With another one no program reads it, and pandoc refuses the whole file."""
    if word in NAMES:
        return isinstance(value, list)
    return isinstance(value, dict) if word in DATES else word not in TEXTS or text(value) is not None


def joined(values: list[object]) -> object:
    """The texts of a list with blanks between them; the list where one is no text."""
    plain = [text(value) for value in values]
    return values if None in plain else " ".join(filter(None, plain))


def without_stop(title: str) -> str:
    """The title without its final full stop; an ellipsis and the stop of an abbreviation (`U.S.`) stay."""
    return title[:-1] if title.endswith(".") and not _ABBREVIATED_END.search(title) else title


def people(value: object) -> tuple[tuple[Name, ...], bool] | None:
    """The names of a CSL list, and whether they hold all that was written; None for what is no list of names."""
    if not isinstance(value, list):
        return None
    read = [_name(name) for name in value]
    return tuple(name for name, _ in read if name != Name()), all(whole for _, whole in read)


def _name(value: object) -> tuple[Name, bool]:
    if isinstance(value, str):
        return names.parse(value), True
    if not isinstance(value, dict):
        return Name(), False
    family, given = value.get("family"), value.get("given")
    if len(value) == 2 and isinstance(family, str) and isinstance(given, str):  # as most are
        return Name(one_line(family), one_line(given)), True
    said = {key: plain for key in value if key in NAME_KEYS and (plain := text(value[key]))}
    dropping = said.get("dropping-particle", "")
    particles = f"{dropping} {said.get('non-dropping-particle', '')}".strip()
    name = Name(
        said.get("family", ""), said.get("given", ""), particles, said.get("suffix", ""), said.get("literal", "")
    )
    return name, _says_no_more(value) and not dropping


def _says_no_more(value: Mapping[str, object]) -> bool:
    return value.keys() <= NAME_KEYS and all(
        part is None or isinstance(part, str) or text(part) is not None for part in value.values()
    )
