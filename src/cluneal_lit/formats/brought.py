"""The record of a work in a file that people brought, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern

from cluneal_lit import identifiers, names, pages
from cluneal_lit.folding import digest, folded, one_line
from cluneal_lit.formats import suffixed, tagged
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Ids, Name, Record, Section

_ISSNS = re.compile(r"(?<![\d-])(?:(?:\d{4}-\d{3}[\dXx])+|\d{7}[\dXx])(?![\d-])")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_ISBN = re.compile(r"[;,(\n]|\s(?=97)")

# `Isu, Toyohiko`, and no list such as `Isu T, Kim K` or `T Isu, K Kim`.
_ONE = re.compile(
    r"(?![^,]*\s[A-Z]{1,3},|[A-Z]{1,3} [A-Z][a-z][^,]*, ?[A-Z]{1,3} [A-Z][a-z])"
    r"[^,;]+,[^,;]*"
)

# Numbers that databases and programs give records, such as `2-s2.0-85000000001`, `L2001234567`, `WOS:A1990AB12300001`;
# none of a few figures behind small letters, which people choose: `w1`, `li2020`.
_NUMBER = late(
    r"(?:rayyan|item)?[:_-]?\d[-.:\ds]*|(?-i:[A-Z]{1,2})[:_-]?\d[-.:\ds]*|[a-z]{1,2}[:_-]?\d[-.:\ds]{5,}"
    r"|(?:wos|medline|https?):.*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"-\d+$")
_DIGITS = 6
_MADE = re.compile(rf"~[0-9a-f]{{{_DIGITS}}}(?:-\d+)?$")  # no key of BibTeX has a tilde

# What databases write where there is nothing: Scopus, `[No author name available]`, `[No abstract available]`; Web of
# Science, `[Anonymous]`.
_NOTHING = late(r"\[(?:no [a-z ()]+ (?:available|provided|given|listed)\.?|anonymous)\],?", re.IGNORECASE)


def is_one(written: str) -> bool:
    """Whether a line is one person with a comma behind the family name, perhaps with a suffix behind another."""
    return bool(_ONE.fullmatch(suffixed.without(written)))


def said(written: str) -> str:
    """The value, empty where it says that there is none."""
    return "" if "[" in written and _NOTHING.fullmatch(written.strip()) else written


def named(file: str, key: str) -> str:
    """The id of a record, `FILE#KEY`; a `#` in the name of the file is `%23`."""
    return f"{file.replace('#', '%23')}#{key}"


def key(record: Record) -> str:
    """The key that a record has in its file."""
    return record.id.partition("#")[2]


def given_key(record: Record) -> str:
    """The key that its file gives a record, to one before it too perhaps; else the one that was made."""
    written = key(record)
    plain = without_digest(written)
    return plain if plain != written and written == again(plain, record.fields) else written


def chosen_first(record: Record) -> tuple[bool, bool, bool]:
    """The least for a key that a person chose, more for one of author and year, then for a number, most for one that
    its file does not give."""
    written = given_key(record)
    return is_made(written), is_number(written), _COUNTED.sub("", written) == author_year(record.fields)


def record(
    file: str,
    key: str,
    ids: Ids,
    fields: Fields,
    *,
    issn: str = "",
    keywords: Iterable[str] = (),
    abstract: str = "",
    custom: Mapping[str, object],
) -> Record:
    """The record; its id is `FILE#KEY`. `issn` is a text with ISSNs in it, `custom` what no field has taken."""
    return Record(
        format=1,
        source="library",
        id=named(file, key),
        ids=ids,
        fields=fields,
        pages=pages.parse(fields.page),
        issn=issns(issn),
        keywords=words(keywords),
        abstract=(Section(one_line(abstract)),) if abstract.strip() else (),
        custom=dict(custom),
    )


def words(written: Iterable[str]) -> tuple[str, ...]:
    """The keywords, each once; what many records have is one text."""
    return tuple(dict.fromkeys(intern(word) for word in map(one_line, written) if word))


def group(written: str) -> Name | None:
    """The group that EndNote marks by a comma behind it, or by two in place of its first; None for no group."""
    if ",," in written:
        return Name(literal=written.replace(",,", ",", 1).strip(" ,"))
    return Name(literal=written[:-1]) if written.endswith(",") and written.count(",") == 1 else None


def keyed(written: str, fields: Fields, taken: dict[str, int]) -> str:
    """The key of a record within its file, whose earlier ones have those `taken`: what the file gives it, or a made one
    where it gives none, or gives it to a record before."""
    key = again(written, fields) if written in taken else written or made_key(fields)
    return tagged.keyed(key, taken, str)


def made_key(fields: Fields) -> str:
    """The key of a record that its file gives none, `doe2011~3fa91c`: what it says, whatever stands beside it."""
    return f"{author_year(fields)}~{digest(statement(fields), _DIGITS)}"


def again(written: str, fields: Fields) -> str:
    """The key of a record to which its file gives one that it gave before, `17~3fa91c`: whichever of both is first."""
    return again_with(written, statement(fields))


def shared(word: str, written: str) -> str:
    """What is told of an entry whose key, which its format calls by that word, an entry before it has."""
    return f"its {word} {written} is that of an entry before it; give each its own"


def again_with(written: str, stated: str) -> str:
    """The same of a record with this `statement`."""
    return f"{written}~{digest(f'{written}{chr(10)}{stated}', _DIGITS)}"


def content_key(record: Record) -> str:
    """The key of a record with what it says, `17~3fa91c`, be it the first of its key in its file or another."""
    written = key(record)
    return written if is_made(written) else again(written, record.fields)


@lru_cache(maxsize=2**14)
def statement(fields: Fields) -> str:
    """What a record says, by which it is known again: its title and where it stands."""
    first = pages.parse(fields.page)
    place = (fields.volume, fields.issue, first.first if first else "", fields.number)
    return "\n".join(map(folded, (fields.title, fields.container_title, *place)))


def is_made(key: str) -> bool:
    """Whether a key is one that its file does not give, but `made_key`."""
    return "~" in key and bool(_MADE.search(key))


def is_number(key: str) -> bool:
    """Whether a key is the number that a database or a program gave the record."""
    return bool(_NUMBER.fullmatch(key))


def without_digest(key: str) -> str:
    """The key; of one that was made author and year alone."""
    return _MADE.sub("", key) if "~" in key else key


def author_year(fields: Fields) -> str:
    """First author and year of a work, or the first word of its title."""
    first = next(iter((*fields.author, *fields.editor)), Name(literal=fields.title.partition(" ")[0]))
    return f"{names.surname(first)}{fields.issued.year if fields.issued and fields.issued.year else ''}" or "work"


def short_title(fields: Fields) -> str:
    """The abbreviation of what the work stands in, where it is another than its title."""
    return fields.container_title_short if fields.container_title_short != fields.container_title else ""


def issns(written: str) -> tuple[str, ...]:
    """The ISSNs in a text; some exports write several without anything between them."""
    found = (identifiers.issn(one) for several in _ISSNS.findall(written) for one in _ISSN.findall(several))
    return tuple(dict.fromkeys(filter(None, found)))


def isbns(written: str) -> list[str]:
    """The ISBNs in a text, as `isbn:value`."""
    return [f"isbn:{number}" for part in _ISBN.split(written) if (number := identifiers.isbn(part))]
