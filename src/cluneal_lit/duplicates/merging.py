"""One record of the records of a work, in the words of the format that it will be written in.

Field by field what the survivor says, and where it says nothing what the next record says. Nothing is lost: keywords,
notes and labels of all stay as they stand and in order, and a value that another record gives is kept beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from msgspec.structs import replace

from cluneal_lit import dates, pages
from cluneal_lit.duplicates.origins import Origin
from cluneal_lit.formats import brought, carried, csl_values, styled
from cluneal_lit.formats.bibtex_text import escaped
from cluneal_lit.formats.databases import database
from cluneal_lit.formats.meanings import MEANINGS
from cluneal_lit.model import Date, Fields, Ids, Record, first_said
from cluneal_lit.names import inverted

MERGED_FROM = "merged from"
_WORDS = {"enw": "endnote"}  # formats that are written in the words of another
_SPELT = re.compile(r"[^\W_]+")
_OF_ONE = frozenset(("TY", "entrytype", "ref-type"))  # what a record can be only one of
_APART = frozenset(("format", "source", "id", "ids", "fields", "pages", "custom"))  # what `merged` itself puts together
_WHOLE = frozenset(("authors", "abstract"))  # lists of which parts of two records do not make one
_FIELDS = Fields.__struct_fields__
_REST = tuple(name for name in Record.__struct_fields__ if name not in _APART)


def merged(records: Sequence[Record], origins: Sequence[Origin], form: str) -> Record:
    """The record of a work, of which the first record is the survivor; what fields do not hold stands in `custom`."""
    fields = first_said([one.fields for one in records])
    ids = Ids(**{kind: _together(kind, [one.ids for one in records]) for kind in Ids.__struct_fields__})
    rest = {name: _together(name, records) for name in _REST}
    rest["authors"] = next(one.authors for one in records if one.fields.author == fields.author)
    whole = replace(records[0], **rest, ids=ids, fields=fields, pages=pages.parse(fields.page))
    named = min(records, key=brought.chosen_first) if form == "bibtex" else whole  # what documents cite
    return replace(whole, id=named.id, custom=_custom(whole, records, origins, _words(records, form)))


def alone(record: Record, origin: Origin, form: str) -> Record:
    """The record of a work that has no other, with its source, where its file names no database."""
    if database(record):
        return record
    words = carried.origin(record, _WORDS.get(form, form))
    source = {MEANINGS["database"][words][0]: _escaped([origin.source], words)[0]}
    return replace(record, custom={**record.custom, **source, carried.READ_AS: words})


def _words(records: Sequence[Record], form: str) -> str:
    """The format in whose words the record speaks: where any word has room, that of the first record with some, so
    that it goes back into its format as it was."""
    if form in carried.ANY_WORD:
        return next(filter(None, (carried.origin(record, "") for record in records)), form)
    return _WORDS.get(form, form)


def _first(values: Sequence[Any]) -> Any:
    return next(filter(None, values), values[0])


def _together(name: str, parts: Sequence[Record] | Sequence[Ids]) -> Any:
    """All that a list of several parts holds, in order; of anything else the first that says something."""
    values = [getattr(one, name) for one in parts]
    if name in _WHOLE or not isinstance(values[0], tuple):
        return _first(values)
    return tuple(dict.fromkeys(part for several in values for part in several))


def _custom(whole: Record, records: Sequence[Record], origins: Sequence[Origin], words: str) -> dict[str, object]:
    said: dict[str, list[str]] = {}
    for place, record in enumerate(records):
        for word, values in _in_words(record, words).items():
            if not (place and word in _OF_ONE):
                _add(said, word, values)
    known = MEANINGS["database"][words]
    bases = [one.source for one in origins]  # first that of the record which stays
    there = [value for word in known for value in said.pop(word, ())]
    said[known[0]] = list(dict.fromkeys((*_escaped(bases, words), *there)))
    beside = {MERGED_FROM: [one.short_label for one in origins]}
    for word, values in (beside | _losing(whole, records, origins)).items():
        if words in carried.NOTES:
            _add(said, carried.NOTES[words], _escaped([f"{word}: {value}" for value in values], words))
        else:
            _add(said, word, values)
    kept: dict[str, object] = {word: values[0] if len(values) == 1 else values for word, values in said.items()}
    kept |= csl_values.structured(kept) if words == "csl" else {}
    return kept | styled.words(records, whole.fields) | {carried.READ_AS: words}


def _add(said: dict[str, list[str]], word: str, values: Sequence[str]) -> None:
    """Put the values behind those that the word has, but for those among them."""
    if values:
        known = said.setdefault(word, [])
        known += [value for value in values if value not in known]


def _in_words(record: Record, words: str) -> Mapping[str, list[str]]:
    """What a record says beyond its fields, in the words of a format."""
    found = carried.carried(record, words)
    if carried.origin(record, words) == words:
        return found
    return {word: values if word in carried.VERBATIM else _escaped(values, words) for word, values in found.items()}


def _escaped(values: Sequence[str], words: str) -> list[str]:
    """The values as they stand in a file of these words; only in BibTeX these are source, and no text."""
    return [escaped(value) for value in values] if words == "bibtex" else list(values)


def _losing(whole: Record, records: Sequence[Record], origins: Sequence[Origin]) -> dict[str, list[str]]:
    """What the records say otherwise than the merged one, by `also FIELD`, each with where it stands."""
    said = dict(_texts(whole))
    found: dict[str, dict[str, str]] = {}
    for record, origin in zip(records, origins, strict=True):
        for name, text in _texts(record):
            if text != said[name] and not _is_said(name, plain := _spelt(text), said):
                found.setdefault(f"also {name}", {}).setdefault(plain, f"{text} [{origin.short_label}]")
    return {word: list(values.values()) for word, values in found.items()}


def _spelt(text: str) -> str:
    """The words of a text without case and punctuation, with their accents: `Muller` is said beside `Müller`."""
    return " ".join(_SPELT.findall(normalize("NFC", text).casefold()))


def _is_said(name: str, plain: str, said: Mapping[str, str]) -> bool:
    """Whether the merged record says it; also a year of its date, and the short name of its journal."""
    won = _spelt(said[name])
    if name == "issued":
        return f"{won} ".startswith(f"{plain} ")
    return plain == won or (name == "container title" and plain == _spelt(said.get("container title short", "")))


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Each field, identifier and the abstract that the record has, in words."""
    for name in _FIELDS:
        if value := getattr(record.fields, name):
            yield name.replace("_", " "), pages.full_range(record.pages) if name == "page" else _text(value)
    for kind in Ids.__struct_fields__:
        if kind != "isbn" and (value := getattr(record.ids, kind)):
            yield kind, value
    if record.abstract:
        yield "abstract", carried.abstract(record.abstract)


def _text(value: object) -> str:
    if isinstance(value, Date):
        return dates.words(value)
    if isinstance(value, tuple):
        return "; ".join(map(inverted, value))
    return str(value)
