"""Records as BibTeX that BibLaTeX reads too, with what their files say beyond what our own bibliography prints.

Types and fields beside those of `bibtex` are BibLaTeX's (https://ctan.org/pkg/biblatex, 2.1 and 2.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from cluneal_lit import languages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import bibtex, bibtex_fields, bibtex_types, carried, styled, tagged, unplaced
from cluneal_lit.formats.bibtex_text import escaped, line, unprinted
from cluneal_lit.formats.bibtex_values import balanced
from cluneal_lit.formats.csl_item import CALLED, keyword
from cluneal_lit.formats.databases import untold
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.model import Entry, Record, Status

_FIELD = re.compile(r"[a-z][a-z0-9_-]*")
_AGAIN = " (again)"


def write(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The BibTeX of records, each with its key, entry by entry, a blank line between them."""
    return tagged.parted(_entry(key, record) for key, record in records)


def _entry(key: str, record: Record) -> str:
    custom = carried.carried(record, "bibtex")
    ours = bibtex_types.ours(record.fields)
    kind = custom.pop("entrytype", [bibtex_types.nearest(ours)])[0]
    types = {"entrysubtype": f"{{{bibtex_types.subtype(ours, kind, line(record.fields.genre))}}}"}
    types |= {"type": f"{{{bibtex_types.typed(ours, kind, line(record.fields.genre))}}}"}
    base = {"database": f"{{{escaped(untold(record, 'bibtex', custom))}}}"}
    whole = _said(key, record) | _beyond(record) | types | base
    said = {name: value for name, value in whole.items() if value != "{}"}
    if "date" in custom:  # which says more than ours
        said.pop("date", None)
    fields = [*said.items(), *_kept(record, custom)]
    lines = "".join(f"  {name} = {value},\n" for name, value in fields)
    return f"@{kind}{{{bibtex.key(key)},\n{lines}}}\n"


def _said(key: str, record: Record) -> dict[str, str]:
    """What every bibliography of ours prints, each value with its braces."""
    fields, kind = styled.whole(record), bibtex_types.ours(record.fields)
    entry = Entry(
        key=key,
        ids=record.ids,
        fields=replace(fields, type=kind, language=languages.code(fields.language)),
        status=Status("none"),
        verdict="",
        pages=record.pages,
        issn=record.issn,
    )
    said = bibtex.fields(entry)
    return {"booktitle" if name == "howpublished" else name: value for name, value in said.items() if name != "note"}


def _beyond(record: Record) -> dict[str, str]:
    """What they print otherwise, or not at all."""
    fields = record.fields
    ours = bibtex_types.ours(fields)
    is_article = ours in bibtex_fields.ARTICLES
    in_series = bibtex_types.counts_series(ours, fields.collection_title)
    own = {"edition": fields.edition} if carried.origin(record, "bibtex") == "bibtex" else {}  # as it stood
    texts = {
        **own,
        "number": fields.issue if is_article else fields.collection_number if in_series else fields.number,
        "issue": "" if is_article else fields.issue,
        "eid": fields.number if is_article else "",
        "issn": ", ".join(record.issn),
        "language": languages.name(fields.language) or fields.language,
        "langid": languages.babel(fields.language),
        "keywords": _keywords(carried.words(record)),
        "abstract": carried.abstract(record.abstract),
    }
    return {name: f"{{{unprinted(value) if name == 'keywords' else line(value)}}}" for name, value in texts.items()}


def _keywords(words: Iterable[str]) -> str:
    """The keywords with commas between them, with semicolons where one holds a comma."""
    found = [one_line(word).replace(";", ",") for word in words]
    return keyword(found) if any("," in word for word in found) else ", ".join(found)


def _kept(record: Record, custom: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The other fields: those of a BibTeX file as they stood there, also where a field of ours has the same name."""
    own = carried.origin(record, "bibtex") == "bibtex"
    has_genre = record.fields.type in CALLED | {"article"}
    held = bibtex_fields.held(record.fields) | ({"genre"} if has_genre else set())
    there = set(plain("\n".join(custom.get("note", ()))).split("\n"))
    notes = [note for note in unplaced.beside(record.fields, held) if note not in there]
    short = f"shortDOI: {record.ids.shortdoi}" if record.ids.shortdoi else ""
    notes += [short] if short and short not in there else []
    for word, values in custom.items():
        name = word.removesuffix(_AGAIN)
        if not _FIELD.fullmatch(name):
            notes += [f"{word}: {value}" for value in values]
        elif name != "note":
            yield name, _braced("\n".join(values), own or name in carried.VERBATIM)
    parts = [_braced(value, own)[1:-1] for value in custom.get("note", ())] + [escaped(note) for note in notes]
    if parts:
        yield "note", f"{{{chr(10).join(parts)}}}"


def _braced(value: str, as_it_stood: bool) -> str:
    """The value in braces; one whose own do not close is escaped."""
    whole = f"{value}}}"
    return f"{{{value}}}" if as_it_stood and balanced(whole, 0, len(whole)) == len(whole) else f"{{{escaped(value)}}}"
