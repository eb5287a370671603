"""What the string of a reference says for or against a work, where its fields are silent or were read wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz

from cluneal_lit import journals, names, pages
from cluneal_lit.citations.matching.cited import Cited
from cluneal_lit.citations.matching.placing import Placed, number_at
from cluneal_lit.compare import AGREEING, Comparison, compared
from cluneal_lit.folding import folded
from cluneal_lit.model import Fields, Name

_YEAR = re.compile(r"((?:1[5-9]|20)\d\d)[a-h]?")
_FIRST = 5  # words of a string among which the first author's surname stands
_OTHERS = frozenset(("et", "al", "withdrawn", "retracted", "removed"))  # nobody's name, and labels before a title
_LABELLED = re.compile(r"(?:vol|v|no|pp?|s)(?=\d)")


def evidence(cited: Cited, fields: Fields, title: Placed) -> tuple[Comparison, ...]:
    """Every field compared, as `compare.compared`; what the fields do not say, the string may."""
    found = {one.field: one for one in compared(cited.fields, fields)}
    shown = found["title"]
    found["title"] = Comparison("title", title.relation, title.degree, shown.left, shown.right)
    if cited.letters:
        outside = _outside(cited, title)
        for field, said in (
            ("author", _author(cited, fields, title)),
            ("year", _year(outside, fields)),
            ("volume", _volume(outside, cited.fields, fields)),
            ("pages", _pages(outside, fields)),
            ("journal", _journal(cited, fields, title)),
        ):
            found[field] = _stronger(found[field], said)
        if found["author"].relation == "contradicting" and _read_from_title(cited, title):
            found["author"] = replace(found["author"], relation="missing")
    found["pages"] = _last_page(found["pages"], cited.fields, fields)
    return tuple(found.values())


def forgiven(judged: Iterable[Comparison], authors: Sequence[Name] = ()) -> Mapping[str, Comparison]:
    """The comparisons by field; where all else agrees a surname that is half the other is misspelt, and persons who are
    named where a work's `authors` are groups may be their members."""
    found = {one.field: one for one in judged}
    author, rest = found["author"], [found[field] for field in ("title", "year", "volume", "pages")]
    if author.relation != "contradicting" or any(one.relation not in AGREEING for one in rest):
        return found
    if author.degree >= 0.5:
        return {**found, "author": replace(author, relation="close")}
    are_groups = bool(authors) and all(name.literal for name in authors)
    return {**found, "author": replace(author, relation="missing")} if are_groups else found


def is_placed(found: Mapping[str, Comparison]) -> bool:
    """Whether the pages say that two are one work, and the volume nothing else."""
    return found["pages"].relation in AGREEING and found["volume"].relation != "contradicting"


def _stronger(read: Comparison, said: Comparison | None) -> Comparison:
    """What the fields say where they agree; else what the string says, if it says anything."""
    return read if said is None or read.relation in AGREEING else said


def _last_page(read: Comparison, ours: Fields, theirs: Fields) -> Comparison:
    """The pages; where the first ones differ and the last are the same, one of the first is a slip."""
    one, other = pages.parse(ours.page), pages.parse(theirs.page)
    if read.relation != "contradicting" or not one or not other or not one.last or one.last != other.last:
        return read
    return replace(read, relation="close", degree=0.5)


def _outside(cited: Cited, title: Placed) -> tuple[str, ...]:
    """The words of the string outside of the title that have digits, a label in front taken off."""
    return tuple(
        _LABELLED.sub("", token)
        for token, start in zip(cited.tokens, cited.starts, strict=True)
        if not title.start <= start < title.end and not token.isalpha()
    )


def _author(cited: Cited, fields: Fields, title: Placed) -> Comparison | None:
    """The first author's surname at the beginning of the string; names that stand there and are others contradict."""
    if not fields.author:
        return None
    last = cited.token_at(title.start) if title.start > 0 else min(_FIRST, len(cited.tokens))
    head = tuple(token for token in cited.tokens[:last] if token not in _OTHERS)
    if not any(token.isalpha() and len(token) > 1 for token in head) or title.start == 0:
        return None
    surname, shown = names.surname(fields.author[0]), names.nlm(fields.author[0])
    first = [token for token in head[:_FIRST] if len(token) > 2 or token == surname][:2]
    degree = max((_likeness(surname, word) for word in _joined((*first,))), default=0.0)
    if degree < 0.75 and (surname in _joined(head) or _leads(head, fields.author[1:])):
        degree = 0.8
    relation = "equal" if degree == 1 else "close" if degree >= 0.75 else "contradicting"
    return Comparison("author", relation, degree, " ".join(head[:2]), shown)  # type: ignore[arg-type]


def _read_from_title(cited: Cited, title: Placed) -> bool:
    """Whether the string begins with the title, and what was read as first author stands in it."""
    first = names.surname(cited.fields.author[0]) if cited.fields.author else ""
    return title.start == 0 and bool(first) and first.replace(" ", "") in cited.letters[: title.end]


def _joined(tokens: tuple[str, ...]) -> list[str]:
    """The words, and up to four neighbours in one: surnames of several parts, and groups."""
    return ["".join(tokens[at : at + count]) for count in (1, 2, 3, 4) for at in range(len(tokens) - count + 1)]


def _likeness(surname: str, word: str) -> float:
    return fuzz.ratio(surname, word) / 100 if len(surname) > 3 else float(surname == word)


def _leads(head: tuple[str, ...], others: Iterable[Name]) -> bool:
    """Whether another author of the work stands first."""
    return any(len(name := names.surname(other)) > 3 and name in _joined(head[:2]) for other in others)


def _year(outside: tuple[str, ...], fields: Fields) -> Comparison | None:
    year = fields.issued.year if fields.issued else None
    years = [int(match[1]) for token in outside if (match := _YEAR.fullmatch(token))]
    if not years or not year:
        return None
    nearest = min(years, key=lambda other: (abs(other - year), other))
    gap = abs(nearest - year)
    relation = ("equal", "close")[gap] if gap < 2 else "contradicting"
    return Comparison("year", relation, 1 / (1 + gap), str(nearest), str(year))  # type: ignore[arg-type]


def _volume(outside: tuple[str, ...], read: Fields, fields: Fields) -> Comparison | None:
    """The volume among the numbers; one of a single digit may be anything, and says something only by its absence, and
    nothing where it was read as issue or page beside another volume."""
    volume = folded(fields.volume).lstrip("0")
    if not volume or not outside:
        return None
    if volume in (token.lstrip("0") for token in outside):
        if len(volume) == 1 and read.volume and volume in (read.issue, read.page):
            return None
        return Comparison("volume", "equal" if len(volume) > 1 else "close", 0.9, volume, fields.volume)
    return None


def _pages(outside: tuple[str, ...], fields: Fields) -> Comparison | None:
    """The first page, or the article number, among the numbers; not one so short that it may be anything."""
    parsed = pages.parse(fields.page)
    for written in (parsed.first if parsed else "", fields.number):
        first = folded(written).replace(" ", "").lstrip("0")
        if len(first) > 2 and not _YEAR.fullmatch(first) and first in (token.lstrip("0") for token in outside):
            return Comparison("pages", "equal", 0.9, written, fields.page or fields.number)
    return None


def _journal(cited: Cited, fields: Fields, title: Placed) -> Comparison | None:
    """The journal's name between the title and the numbers behind it."""
    first = cited.token_at(title.end) if title.end > 0 else 0
    last = number_at(cited, first)
    for name in filter(None, (fields.container_title, fields.container_title_short)):
        for start in range(first, last):
            degree = journals.likeness(name, cited.between(start, last))
            if degree >= 0.8:
                return Comparison(
                    "journal", "equal" if degree == 1 else "close", degree, cited.between(start, last), name
                )
    return None
