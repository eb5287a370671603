"""BibTeX and BibLaTeX files as records: what people bring in `references/library/`, and what LaTeX documents cite."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import identifiers, pages, preprints
from cluneal_lit.folding import one_line
from cluneal_lit.formats import bibtex_faults, bibtex_fields, bibtex_ids, bibtex_types, brought, styled
from cluneal_lit.formats.bibtex_blocks import Block, blocks
from cluneal_lit.formats.bibtex_ids import Fault
from cluneal_lit.formats.bibtex_values import Value
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.lines import Lines
from cluneal_lit.model import Fields, Finding, Ids, Record, Section

MONTHS = {month.lower(): month for month in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()}
_NO_ENTRIES = frozenset({"string", "preamble", "comment", "control"})
_INHERITS = ("xdata", "crossref")
_DEEPEST = 5
_WORD = re.compile(r"\w")
_LONGEST_MACRO = 1000  # `@string{a = a # a}` doubles, and each `a` of a value is that long
# What a part of a work does not have from the whole.
_OWN = frozenset(
    "title subtitle shorttitle doi pmid pmcid eprint url urldate abstract keywords file note annote annotation ids"
    " crossref xref xdata pages author date-added date-modified".split()
)


class Entry(Struct, frozen=True):
    """An entry of a file: its block, and its fields as LaTeX, macros written out and inherited ones among them."""

    block: Block
    values: dict[str, str]


class Bibliography(Struct, frozen=True):
    """The entries of a file in order; and by key, the first of several, also by the further keys that `ids` gives."""

    entries: tuple[Entry, ...]
    by_key: dict[str, Entry]


def bibliography(text: str) -> Bibliography:
    """The entries of a BibTeX text; nothing of them is looked into."""
    macros = dict(MONTHS)
    found: list[Entry] = []
    for block in blocks(text):
        values = {name: _value(value, macros) for name, value in block.fields.items()}
        if block.kind == "string":
            macros.update((name, value) for name, value in values.items() if len(value) <= _LONGEST_MACRO)
        elif block.kind not in _NO_ENTRIES:
            found.append(Entry(block, values))
    by_key = _by_key(found)
    if any(word in entry.values for entry in found for word in _INHERITS):
        found = [_with_inherited(entry, by_key) for entry in found]
        by_key = _by_key(found)
    return Bibliography(tuple(found), by_key)


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a BibTeX file, and findings for what in it is wrong.

    A record's id is `FILE#KEY`, its key made where it has none, and with a digest of what it says behind
    it where an entry before has it; both are told. Whatever our fields have no place for is in `custom`, as it was
    written. What of a broken entry can be read is read.
    """
    records: list[Record] = []
    findings: list[Finding] = []
    taken: dict[str, int] = {}
    place = Lines(text).at
    for entry in bibliography(text).entries:
        block = entry.block
        findings += bibtex_faults.told(block, file, place, again=block.key in taken)
        made, faults = record(entry, file)
        if block.key or any(map(str.strip, entry.values.values())) or _WORD.search(block.rest):
            key = brought.keyed(block.key, made.fields, taken)
            records.append(replace(made, id=brought.named(file, key)))
            findings += (Finding("LIT201", file, key=key, values=bibtex_faults.said(one)) for one in faults)
    return tuple(records), tuple(findings)


def record(entry: Entry, file: str) -> tuple[Record, tuple[Fault, ...]]:
    """The record of an entry, and what in it pretends to be an identifier."""
    left = bibtex_fields.Left(entry.values)
    fields, beside = styled.parted(bibtex_fields.fields(entry.block.kind, left))
    ids, faults = bibtex_ids.ids(left, fields)
    fields = preprints.typed(fields, ids)
    if ids.nct and fields.url == identifiers.url(f"nct:{ids.nct}"):
        fields = replace(fields, url="")  # written for those who do not know the number
    keywords = plain(left.take("keywords", "keyword"))
    abstract = one_line(plain(left.take("abstract")))
    issn = bibtex_ids.issns(left)
    made = Record(
        format=1,
        source="library",
        id=brought.named(file, entry.block.key),
        ids=ids,
        fields=fields,
        pages=pages.parse(fields.page),
        issn=issn,
        keywords=tuple(filter(None, map(one_line, keywords.split(";" if ";" in keywords else ",")))),
        abstract=(Section(abstract),) if abstract else (),
        custom=_custom(entry, left.values, fields) | beside,
    )
    return made, faults


def work(entry: Entry) -> tuple[Ids, Fields, tuple[Fault, ...]]:
    """The identifiers and fields of an entry, and what in it pretends to be an identifier."""
    return _work(entry.block.kind, tuple(entry.values.items()))


@lru_cache(maxsize=2**13)  # the documents of a project cite the same works, each in a file of its own
def _work(kind: str, values: tuple[tuple[str, str], ...]) -> tuple[Ids, Fields, tuple[Fault, ...]]:
    left = bibtex_fields.Left(dict(values))
    fields, _ = styled.parted(bibtex_fields.fields(kind, left))
    ids, faults = bibtex_ids.ids(left, fields)
    return ids, preprints.typed(fields, ids), faults


def _custom(entry: Entry, left: Mapping[str, str], fields: Fields) -> dict[str, object]:
    """What no field has taken: other fields as written, those given twice, a type without a word, what is broken."""
    custom: dict[str, object] = {word: value for word, value in left.items() if value.strip()}
    block = entry.block
    if bibtex_types.bibtex(fields.type) != block.kind:
        custom["entrytype"] = block.kind
    for word, value in block.again:
        custom.setdefault(f"{word} (again)", _value(value, MONTHS))
    if block.rest:
        custom["unread"] = block.rest
    return custom


def _value(value: Value, macros: Mapping[str, str]) -> str:
    """The value as LaTeX; a macro that nothing defines is its own name."""
    if len(value.parts) == 1 and not value.parts[0][1]:  # as most are
        return value.parts[0][0]
    return "".join(macros.get(part.lower(), part) if macro else part for part, macro in value.parts)


def _by_key(entries: Sequence[Entry]) -> dict[str, Entry]:
    by_key: dict[str, Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.block.key, entry)
    for entry in entries:
        for alias in _keys(entry.values.get("ids", "")):
            by_key.setdefault(alias, entry)
    return by_key


def _with_inherited(entry: Entry, by_key: Mapping[str, Entry]) -> Entry:
    """The entry with what the entries that it names in `crossref` and `xdata` say and it does not."""
    values = dict(entry.values)
    seen, ahead = {entry.block.key}, [(word, key) for word in _INHERITS for key in _keys(values.get(word, ""))]
    while ahead and len(seen) <= _DEEPEST:
        word, key = ahead.pop(0)
        parent = by_key.get(key)
        if parent is None or key in seen:
            continue
        seen.add(key)
        ahead += [(word, further) for word in _INHERITS for further in _keys(parent.values.get(word, ""))]
        for name, value in parent.values.items():
            if word == "xdata" or name not in _OWN:
                values.setdefault(name, value)
        if word == "crossref" and "title" in parent.values:
            values.setdefault("booktitle", parent.values["title"])
    return Entry(entry.block, values)


def _keys(written: str) -> list[str]:
    return [key.strip() for key in written.split(",") if key.strip()]
