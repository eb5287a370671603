"""Records as CSV: a column for each field and identifier, and one for each other word of their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit import dates, pages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import carried, csl_noted, csv_heads, csv_rows, csv_ties, csv_types, styled, suffixed, unplaced
from cluneal_lit.formats.csl_item import beside, keyword
from cluneal_lit.formats.csv_rows import PARTING
from cluneal_lit.model import Name, Record

_ALWAYS = ("id", "title", "author", "year")  # what makes it a list of works to whoever reads it
_GAP = re.compile(r"\n\s*\n")


def write(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The table of records, each with its key as id; several values of one word have a blank line between them."""
    rows = [(_said(key, record), _words(record)) for key, record in records]
    words = [*dict.fromkeys(word for _, others in rows for word in others)]
    always = {*_ALWAYS, *words}  # of two columns of one name the first is the field's
    used = [head for head in csv_heads.OURS if head in always or any(said[head] for said, _ in rows)]
    yield csv_rows.line((*used, *words))
    for said, others in rows:
        yield csv_rows.line((*(said[head] for head in used), *(others.get(word, "") for word in words)))


def _words(record: Record) -> dict[str, str]:
    """What the record says beyond its fields, by the words of its file."""
    words = {
        word: PARTING.join(_GAP.sub("\n", value) for value in values)
        for word, values in {
            **carried.carried(record, "csv"),
            **csv_ties.written(record.custom),
            **_marked(record),
        }.items()
        if values
    }
    came = carried.origin(record, "csv")
    if came == "csl":
        _further(record, words)
    for line in unplaced.beside(record.fields, csv_heads.HELD):
        word, _, value = line.partition(": ")
        words.setdefault(word, value)
    words |= {kind: value for kind, value in beside(record.ids).items() if value and kind not in csv_heads.OURS}
    misread = any(PARTING in value for value in words.values()) or csv_heads.columns(tuple(words))
    is_told = words and (came != "csv" or misread)
    return {**words, **({carried.READ_AS: came} if is_told else {})}


def _further(record: Record, words: dict[str, str]) -> None:
    """Put what CSL says beyond the people of a field, as JSON, beside the column of the field; or leave it out where it
    says no more."""
    for name in unplaced.PEOPLE & words.keys():
        if getattr(record.fields, name):
            written = words.pop(name)
            if csl_noted.words(record).get(f"{name}{csl_noted.FURTHER}"):
                words[f"{name}{csl_noted.FURTHER}"] = written


def _marked(record: Record) -> dict[str, list[str]]:
    """The titles that have letters set otherwise."""
    return {word: [str(title)] for word, title in styled.words([record], record.fields).items()}


def _said(key: str, record: Record) -> dict[str, str]:
    fields, ids, issued = record.fields, record.ids, record.fields.issued
    part = fields.type in ("chapter", "paper-conference")
    return {
        "id": key,
        "type": csv_types.written(fields.type),
        "title": fields.title,
        "short title": fields.title_short,
        "original title": fields.original_title,
        "author": people(fields.author),
        "editor": people(fields.editor),
        "year": dates.year_words(issued),
        "date": dates.iso(issued)
        if issued and not (issued.literal or issued.season or issued.circa)
        else dates.words(issued),
        "journal": "" if part else fields.container_title,
        "booktitle": fields.container_title if part else "",
        "journal abbreviation": fields.container_title_short,
        "series": fields.collection_title,
        "volume": fields.volume,
        "issue": fields.issue,
        "pages": pages.full_range(record.pages or pages.parse(fields.page)),
        "article number": fields.number,
        "edition": fields.edition,
        "publisher": fields.publisher,
        "place": fields.publisher_place,
        "language": fields.language,
        "doi": ids.doi,
        "pmid": ids.pmid,
        "pmcid": ids.pmcid,
        "arxiv": ids.arxiv,
        "issn": "; ".join(record.issn),
        "isbn": "; ".join(ids.isbn),
        "url": fields.url,
        "keywords": keyword(carried.words(record)),
        "abstract": one_line(carried.abstract(record.abstract)),
    }


def people(named: Sequence[Name]) -> str:
    """The people with semicolons between them; a lone group with a comma, which says that it is one name."""
    written = "; ".join(map(_person, named))
    return f"{written}," if len(named) == 1 and " " in written and "," not in written else written


def _person(name: Name) -> str:
    """The name; a group that would be read as several has commas, the first of them twice, as EndNote marks it."""
    several = name.literal.replace(";", ",")
    return several.replace(",", ",,", 1) if "," in several else suffixed.inverted(name)
