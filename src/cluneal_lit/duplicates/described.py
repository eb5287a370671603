"""What of a record is compared with others, made ready once: folded, cut into words, numbers taken out."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import names, pages
from cluneal_lit.duplicates import forms, titles
from cluneal_lit.folding import letters, plain, words
from cluneal_lit.identifiers import twin
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Name, Record

Author = tuple[tuple[str, str], tuple[str, ...]]

_ABSTRACT = 100  # letters of an abstract that are compared
_AUTHORS = 12  # people of a list that are compared, from the first
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_ROMAN_PAGES = late(r"([ivxlc]+)(?:\s*[-\u2010-\u2015]+\s*([ivxlc]+))?$", re.IGNORECASE)
_LABELS = frozenset(("no", "nr", "vol", "issue", "pt", "si"))
# `Suppl 2`, `SUPPL. 1`, `15_suppl`, `S2`, `2S`, `Supl 1`; `Abstract Supplement`, `Abstracts`.
_IN_SUPPLEMENT = late(r"supp?l|abstract|(?<![a-z])s ?\d|\d ?s(?![a-z])", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"(\d+)\s*[(,;]?\s*(s(?:uppl?)?(?:ement)?)\b\.?\s*(.*)", re.IGNORECASE)


class Issue(IntEnum):
    """What an issue, or the volume that holds its name, says to be."""

    UNSAID = 0
    PLAIN = 1
    SUPPLEMENT = 2


class Described(Struct, frozen=True, gc=False):
    """A record as it is compared; empty where nothing is said.

    `written` is the title as the record has it, `title` are the letters of its words without blanks, `words` the
    words themselves, sorted, `original` the letters of the title in the language of the work where the
    other is translated, `numbers` those of them that hold one; `kinds` what it says to be, `about` that with
    which its title begins or ends. `printed`: whether it names an issue, and whether that is a supplement.
    `authors` are surnames with their first initial, `people` every word of the names, sorted.
    """

    written: str
    title: str
    original: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    kinds: frozenset[str]
    about: str
    authors: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    year: int
    volume: str
    issue: str
    printed: Issue
    first: str
    last: str
    journal: str
    doi: str
    pmid: str
    pmcid: str
    abstract: str
    type: str
    form: str
    edition: str
    trial: str
    meeting: forms.Meeting


def described(record: Record) -> Described:
    """The record as it is compared with others."""
    fields, ids = record.fields, record.ids
    said, kinds = titles.read(fields.title, fields.container_title)
    authors = [_author(name) for name in fields.author[:_AUTHORS] if name != names.ET_AL]
    year = (fields.issued.year or 0) if fields.issued else 0
    volume, issue = _numbers(fields, year)
    kind = forms.form(record)
    first, last = _pages(fields)
    return Described(
        written=fields.title,
        title="".join(said),
        original="".join(titles.read(fields.original_title, "")[0]) if fields.original_title else "",
        words=tuple(sorted({*map(intern, said)})),  # one text for all records that have the word
        numbers=tuple(sorted(word for word in said if word[0].isdigit() or word[-1].isdigit())),
        kinds=kinds | forms.stated(record),
        about=titles.about(fields.title),
        authors=tuple(author for author, _ in authors if author[0]),
        people=tuple(sorted({*chain.from_iterable(every for _, every in authors)})),
        year=year,
        volume=volume,
        issue=issue,
        printed=_printed(fields),
        first=first,
        last=last,
        journal=fields.container_title or fields.container_title_short,
        doi=ids.doi
        or (twin(f"arxiv:{ids.arxiv}").removeprefix("doi:") if kind == forms.PREPRINT and ids.arxiv else ""),
        pmid=ids.pmid,
        pmcid=ids.pmcid,
        abstract=letters(record.abstract[0].text[: 2 * _ABSTRACT])[:_ABSTRACT] if record.abstract else "",
        type=fields.type,
        form=kind,
        edition=forms.edition(record),
        trial=forms.trial(record),
        meeting=forms.meeting(record),
    )


def in_one_language(left: Described, right: Described) -> tuple[Described, Described]:
    """Two records, with one title where the original title of one is that of the other."""
    if left.original == right.title and left.original:
        return _titled(left, right), right
    return (left, _titled(right, left)) if right.original == left.title and right.original else (left, right)


def _titled(one: Described, other: Described) -> Described:
    return replace(
        one, written=other.written, title=other.title, words=other.words, numbers=other.numbers, about=other.about
    )


def _numbers(fields: Fields, year: int) -> tuple[str, str]:
    """Volume and issue; a supplement that stands with the volume is the issue, a year in its place says nothing."""
    volume, issue = fields.volume, fields.issue
    if not volume.isdigit() and (found := _SUPPLEMENT.match(volume)):
        volume, issue = found[1], issue or f"suppl {found[3]}"
    number = _number(volume)
    if number and not number.isdigit() and number.partition(" ")[0].isdigit():
        number = number.partition(" ")[0]
    return ("" if number == str(year) else number), _number(issue)


def _printed(fields: Fields) -> Issue:
    if _IN_SUPPLEMENT.search(f"{fields.volume} {fields.issue}"):
        return Issue.SUPPLEMENT
    return Issue.PLAIN if fields.issue else Issue.UNSAID


def _number(written: str) -> str:
    """A volume, issue or article number without what is written differently; empty where no digit is in it."""
    if written.isdigit():
        return written.lstrip("0")
    found = plain(written)
    if not _DIGITS.search(found):
        return titles.ROMAN.get(found.strip(), "")
    parts = [_SUPPLEMENTS.sub("s", word.lstrip("0")) for word in _WORD.findall(found) if word not in _LABELS]
    return " ".join(sorted(parts))


_SUPPLEMENTS = re.compile(r"^suppl(?:ement)?|^sup$")


def _pages(fields: Fields) -> tuple[str, str]:
    """The first and last page without leading zeros, or the article's number; empty where there is none."""
    parsed = pages.parse(fields.page)
    if parsed is None:
        return _number(fields.number), ""
    if roman := _ROMAN_PAGES.match(parsed.as_written):
        return roman[1].lower(), (roman[2] or "").lower()
    return pages.plain(parsed.first), pages.plain(parsed.last)


def _author(name: Name) -> Author:
    """Surname, first initial, and the words of a name that are longer than two letters."""
    return _named(name.family or name.literal, name.given)


@lru_cache(maxsize=65536)
def _named(family_name: str, given_name: str) -> Author:
    family, given = words(family_name), words(given_name)
    kept = [word for word in family if word not in names.PARTICLES] or family or given
    initial = given[0][0] if given else ""
    return ("".join(kept), initial), tuple(intern(word) for word in (*family, *given) if len(word) > 2)
