"""Web of Science's tagged export (`.txt`, `.ciw`): a line begins with two letters, what goes on with three blanks.

(https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html)
So is what bibutils writes (`xml2isi` 7.2): without a head, kinds in words, a chapter's book under BT.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import dates, identifiers, languages, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats import brought, dated, styled, tagged
from cluneal_lit.formats.tagged import Tagged
from cluneal_lit.model import Date, Fields, Finding, Ids, Name, Record

LINE = re.compile(r"^\ufeff?([A-Z][A-Z0-9])(?:[ \t]|(?=\n|\Z))[ \t]*([^\n]*)", re.MULTILINE)
_WORD = re.compile(r"\b[^\W\d_]+")
_TYPES = {"J": "article-journal", "B": "book", "S": "chapter", "P": "patent", "C": "paper-conference"}
_TYPES |= {"Journal": "article-journal", "Book": "book", "Chapter": "chapter"}
_KINDS = {
    "proceedings paper": "paper-conference",
    "book chapter": "chapter",
    "article; book chapter": "chapter",
    "dataset": "dataset",
}
# What stands on a line of its own each; the rest goes on.
_BY_LINE = frozenset(("AU", "AF", "BE", "ED", "CR", "C1", "CA", "GP", "BA", "BF"))
_KNOWN = frozenset(
    "PT AU AF ED BE TI SO BT J9 JI SE PY PD VL IS BP EP AR DI PM BN SN EI LA DE AB PU PI CT CA ER EF FN VR".split()
)
_FRAME = ("FN", "VR", "ER", "EF")


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a tagged export of Web of Science.

    A record's id is `FILE#UT`, the number that Web of Science gives the work, a key that is made where it has
    none. Whatever our fields have no place for is in `custom`, by its tag.
    """
    taken: dict[str, int] = {}
    found = (entry for entry in tagged.entries(text, LINE, "PT", "ER") if entry.rest(*_FRAME))
    return tuple(_record(_values(text, entry), file, taken) for entry in found), ()


def _values(text: str, entry: Tagged) -> dict[str, list[str]]:
    """The values of each tag, one a line where each line is one."""
    found: dict[str, list[str]] = {}
    for tag in entry.tags:
        lines = filter(None, map(one_line, text[tag.start : tag.end].split("\n")))
        found.setdefault(tag.name, []).extend(lines if tag.name in _BY_LINE else filter(None, [tag.value]))
    return found


def _record(said: dict[str, list[str]], file: str, taken: dict[str, int]) -> Record:
    fields, beside = styled.parted(_fields(said))
    key = brought.keyed(_first(said, "UT"), fields, taken)
    ids = _ids(said)
    custom = _custom(said, fields, ids) | beside
    issn = " ".join((*said.get("SN", ()), *said.get("EI", ())))
    keywords = [word for written in said.get("DE", ()) for word in written.split(";")]
    abstract = _first(said, "AB")
    return brought.record(file, key, ids, fields, issn=issn, keywords=keywords, abstract=abstract, custom=custom)


def _custom(said: dict[str, list[str]], fields: Fields, ids: Ids) -> dict[str, object]:
    """What no field has taken: other tags, and those of which another says the same in a better way."""
    left = {
        *(("DI",) if not ids.doi else ()),
        *(("PM",) if not ids.pmid else ()),
        *(("J9",) if said.get("JI") else ()),
        *(("BT",) if said.get("SO") else ()),
        *(("AU",) if said.get("AF") else ()),
        *(("PT",) if _TYPES.get(_first(said, "PT")) != fields.type else ()),
    }
    kept = {tag: values for tag, values in said.items() if values and (tag not in _KNOWN or tag in left)}
    return {tag: values[0] if len(values) == 1 else values for tag, values in kept.items()}


def _fields(said: dict[str, list[str]]) -> Fields:
    first, last = _first(said, "BP"), _first(said, "EP")
    journal, short = _first(said, "SO") or _first(said, "BT"), _first(said, "JI") or _first(said, "J9")
    people = _people(said.get("AF") or said.get("AU") or said.get("BF") or said.get("BA") or ())
    return Fields(
        type=_KINDS.get(_first(said, "DT").lower(), _TYPES.get(_first(said, "PT"), "document")),
        title=_first(said, "TI"),
        author=(*people, *(Name(literal=group) for group in said.get("CA") or said.get("GP") or ())),
        editor=_people(said.get("BE") or said.get("ED") or ()),
        container_title=journal,
        container_title_short=short if short != journal else "",
        collection_title=_first(said, "SE"),
        event_title=_first(said, "CT"),
        publisher=_first(said, "PU"),
        publisher_place=_first(said, "PI"),
        issued=_issued(_first(said, "PY"), _first(said, "PD")),
        volume=_first(said, "VL"),
        issue=_first(said, "IS"),
        page=f"{first}-{last}" if last and last != first else first,
        number=_first(said, "AR"),
        language=languages.code(_first(said, "LA")),
    )


def _issued(year: str, day: str) -> Date | None:
    """The date of a year and `MAR 28`, `MAR`, `MAR-APR` or `WIN`; what is none stays beside the year in words."""
    said = _WORD.sub(lambda word: word[0].title(), day)
    return dated.beside(year, said) if year and said else dates.parse(year or said)


def _ids(said: dict[str, list[str]]) -> Ids:
    ut = _first(said, "UT")
    found = [f"doi:{identifiers.doi(_first(said, 'DI'))}", f"pmid:{identifiers.pmid(_first(said, 'PM'))}"]
    found += [f"pmid:{identifiers.pmid(ut.removeprefix('MEDLINE:'))}"] if ut.startswith("MEDLINE:") else []
    found += brought.isbns("\n".join(said.get("BN", ())))
    return identifiers.ids([name for name in dict.fromkeys(found) if not name.endswith(":")])


def _people(written: Sequence[str]) -> tuple[Name, ...]:
    return tuple(names.parse(name) for name in written)


def _first(said: dict[str, list[str]], tag: str) -> str:
    return next(iter(said.get(tag, ())), "")
