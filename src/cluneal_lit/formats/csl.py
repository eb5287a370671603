"""Bibliographies in CSL-JSON, as people bring them and as we write them.

Fields: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

import msgspec
from msgspec.structs import replace

from cluneal_lit import dates, identifiers, languages, pages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import brought, crossref_relations, csl_dates, csl_file, csl_item, csl_values, noted, styled
from cluneal_lit.model import Dates, Fields, Finding, Ids, Place, Record, Section

_ATTRIBUTES = {field.encode_name: field.name for field in msgspec.structs.fields(Fields)}
_PEOPLE = frozenset({"author", "editor", "translator", "chair"})
_SYNONYMS = {"journalAbbreviation": "container-title-short"}  # written by Zotero and for citeproc-js
_ISSN = re.compile(r"\b(\d{4})-?(\d{3}[\dXx])\b")
_FORMS = {
    "DOI": ("doi", "a DOI", "a DOI begins with 10., digits and a slash"),
    "PMID": ("pmid", "a PMID", "a PMID is one to eight digits"),
    "PMCID": ("pmcid", "a PMCID", "a PMCID is PMC and digits"),
    "ISBN": ("isbn", "an ISBN", "its length or its check digit is wrong"),
}


class _Entry:
    """An entry while it is read: what is understood is taken out of `rest`, what has the wrong form is told."""

    def __init__(self, entry: dict[str, Any], key: str, file: str) -> None:
        self.rest = {_SYNONYMS.get(word, word): entry[word] for word in reversed(entry) if word != "id"}
        self.key, self.file = key, file
        self.findings: list[Finding] = []
        custom = self.rest.pop("custom", {})
        self.custom: dict[str, Any] = dict(custom) if isinstance(custom, dict) else {"custom": custom}

    def text(self, word: str) -> str:
        plain = csl_values.text(self.rest.get(word, ""))
        if plain is None:
            self._tell(word)
            return ""
        self.rest.pop(word, None)
        return plain

    def field(self, word: str) -> Any:
        if word in _PEOPLE or word in ("issued", "available-date"):
            read = csl_values.people(self.rest[word]) if word in _PEOPLE else csl_dates.date(self.rest[word])
            if read is None:
                self._tell(word)
                return () if word in _PEOPLE else None
            if read[1]:
                del self.rest[word]
            return read[0]
        plain = self.text(word)
        return languages.code(plain) if word == "language" else plain

    def ids(self) -> Ids:
        found: list[str] = []
        for word, (kind, name, reason) in _FORMS.items():
            if isinstance(listed := self.rest.get(word), list) and (len(listed) == 1 or word == "ISBN"):
                self.rest[word] = csl_values.joined(listed)
            for raw in _identifiers(word, self.text(word)):
                if normal := identifiers.NORMAL[kind](raw):
                    found.append(f"{kind}:{normal}")
                else:
                    self.custom.setdefault(word, raw)
                    values = {"raw": raw, "kind": name, "reason": reason}
                    self.findings.append(Finding("LIT201", document=self.file, key=self.key, values=values))
        for kind in csl_item.BESIDE:
            if normal := identifiers.NORMAL[kind](str(self.custom.get(kind, ""))):
                found.append(f"{kind}:{normal}")
                del self.custom[kind]
        note = self.rest.get("note")
        return identifiers.ids([*found, *(noted.told(note) if isinstance(note, str) else ())])

    def several(self, word: str) -> str:
        """A text, or the texts of a list, which some programs write instead, with semicolons between them."""
        value = self.rest.get(word)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            self.rest[word] = "".join(f"{part};" for part in value)
        return self.text(word)

    def left(self) -> dict[str, object]:
        """All that no field has taken; of two things under one name, that in `custom` keeps it."""
        names = {word: f"{word} (beside custom)" if word in self.custom else word for word in reversed(self.rest)}
        return {**{name: self.rest[word] for word, name in names.items()}, **self.custom}

    def _tell(self, word: str) -> None:
        reason = f"entry {self.key}: the value of `{word}` does not have the form that CSL-JSON gives it"
        self.findings.append(Finding("LIT303", document=self.file, key=self.key, values={"reason": reason}))


def read(text: str, file: str, *, other_names: bool = False) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a CSL-JSON file (an array, one object, or JSON Lines), and findings for what in it is wrong.

    An item of ours that only gives another one a further id is left out, unless `other_names` are wanted.

    A record's id is `FILE#ID`, a key that is made where it has none, and with a digest of what it says behind it where
    an entry before has it; both are told. Whatever our fields have no place for is in `custom`, as it was written. An
    entry that is none becomes a finding, the others are read. Raises StoreError for a file of which nothing is JSON.
    """
    records: list[Record] = []
    findings: list[Finding] = []
    taken: dict[str, int] = {}
    entries = list(csl_file.entries(text, file))
    said = (value.get("id") for _, value in entries if isinstance(value, dict))
    ids = {one for one in said if one and isinstance(one, str)}
    for number, (line, value) in enumerate(entries, 1):
        if not other_names and isinstance(value, dict) and same_as(value) in ids:
            continue
        key = (csl_values.text(value.get("id")) or "") if isinstance(value, dict) else ""
        if reason := _fault(value, key, taken):
            code, values = "LIT617" if _is_named(value, key) else "LIT303", {"reason": f"entry {number}: {reason}"}
            findings.append(Finding(code, document=file, place=Place(line=line), key=key, values=values))
        if isinstance(value, dict) and _is_named(value, key):
            made, told = record(value, key, file)
            key = brought.keyed(key, made.fields, taken)
            records.append(replace(made, id=brought.named(file, key)))
            findings += told
    return tuple(records), tuple(findings)


def record(value: dict[str, Any], key: str, file: str) -> tuple[Record, list[Finding]]:
    """The record of one item, named by a key in a file, and findings for what in it is wrong."""
    entry = _Entry(value, key, file)
    fields = Fields(**{_ATTRIBUTES[word]: entry.field(word) for word in _ATTRIBUTES if word in entry.rest})
    fields, beside = styled.parted(_whole(fields, entry.custom))
    online = entry.field("available-date") if "available-date" in entry.rest else None
    issn = entry.several("ISSN")
    keywords = entry.several("keyword")
    abstract = entry.text("abstract")
    ids, status = entry.ids(), entry.text("status")
    read = Record(
        format=1,
        source="library",
        id=brought.named(entry.file, entry.key),
        ids=ids,
        fields=fields,
        dates=Dates(electronic=online) if online else None,
        pages=pages.parse(fields.page),
        issn=tuple(dict.fromkeys(f"{head}-{tail.upper()}" for head, tail in _ISSN.findall(issn))),
        keywords=tuple(filter(None, map(one_line, keywords.split(";" if ";" in keywords else ",")))),
        abstract=(Section(abstract),) if abstract else (),
        relations=crossref_relations.relations(entry.rest),
        status=status,
        custom=entry.left() | beside,
    )
    return read, entry.findings


def _whole(fields: Fields, custom: dict[str, Any]) -> Fields:
    """The fields with what `custom` says of the date beyond its parts, and an article's number but once."""
    issued, words = fields.issued, custom.get("issued")
    if issued and isinstance(words, str) and dates.is_understood(issued):
        fields = replace(fields, issued=replace(issued, literal=custom.pop("issued")))
    again = fields.page and fields.page == fields.number and fields.type in csl_item.ARTICLES
    return replace(fields, page="") if again else fields


def same_as(value: dict[str, Any]) -> str:
    """The id of the item of which this one is another name; empty for one that stands for itself."""
    custom = value.get("custom")
    said = custom.get(csl_item.SAME) if isinstance(custom, dict) else ""
    return said if isinstance(said, str) and said != value.get("id") else ""


def _is_named(value: object, key: str) -> bool:
    """Whether a value is an entry that is known by its id or else its title."""
    return isinstance(value, dict) and bool(key or csl_values.text(value.get("title")))


def _fault(value: object, key: str, taken: Collection[str]) -> str:
    """What is wrong with a value as an entry with that id; empty for nothing."""
    if isinstance(value, csl_file.Broken):
        return value
    if not isinstance(value, dict):
        return f"{json.dumps(value, ensure_ascii=False)[:60]} is no object with id, type and title"
    if key in taken:
        return brought.shared("id", key)
    return "" if key else "it has no id"


def _identifiers(word: str, written: str) -> list[str]:
    """The identifiers in a value; only of ISBNs there may be several, with remarks in brackets."""
    if not written:
        return []
    if word != "ISBN" or identifiers.isbn(written):
        return [written]
    return [part for part in re.split(r"[,;\s]+", re.sub(r"\([^)]*\)", " ", written)) if part]
