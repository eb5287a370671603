"""What is wrong with a record where the citation is right: known slips of registries, and the record without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cluneal_lit import names, pages
from cluneal_lit.checks import people, said, titles
from cluneal_lit.checks.case import Case, at
from cluneal_lit.checks.persons import is_one
from cluneal_lit.compare import compared
from cluneal_lit.model import Citation, Fields, Finding, Name, Record
from cluneal_lit.registries import spoken

_PARENT = re.compile(r"\[[^\]]{10,}\]\s*(?=\w)")  # the work that a comment or reply is about
_GLUED = re.compile(r"([A-Z]{1,3}) ([^\W\d_][^\W\d_]+(?:[-' ][^\W\d_]+)*)")
_ALIGNED = 3  # authors behind a lost one that are the citation's
_ALIGNED_CUT = 2  # of a list that is cut, as many styles do behind the third


def agrees(citation: Citation, record: Record, field: str) -> bool:
    """Whether a citation that does not say what a record says in a field says what the record means."""
    known = record.fields
    if field in ("author", "authors"):
        meant = replace(known, author=_restored(citation.fields.author, known.author))
        same = people.same_first if field == "author" else people.same_list
        return meant.author != known.author and same(citation, replace(record, fields=meant))
    parent = _PARENT.match(known.title)
    if field != "title" or not parent:
        return False
    return titles.same(citation, replace(known, title=known.title[parent.end() :]))


def _restored(cited: Sequence[Name], authors: Sequence[Name]) -> tuple[Name, ...]:
    """The authors without slips: letters and initials put right; of a garbled list a surname that lost its first one
    is whole where it begins with a small one."""
    meant = tuple(replace(name, family=said.mended(name.family), given=said.mended(name.given)) for name in authors)
    if meant != tuple(authors):
        meant = tuple(next((one for one in cited if _is_beheaded(name, one)), name) for name in meant)
    return tuple(_glued(name, cited) or name for name in meant)


def _is_beheaded(name: Name, whole: Name) -> bool:
    return name.family[:1].islower() and whole.family[1:] == name.family and whole.given[:1] == name.given[:1]


def _glued(name: Name, cited: Sequence[Name]) -> Name | None:
    """The person of whom a name has initials and surname in one, where a citation names that person."""
    whole = _called(name)
    found = _GLUED.fullmatch(whole) if " " in whole else None
    known = found and any((one.given[:1], one.family) == (found[1][0], found[2]) for one in cited)
    return Name(family=found[2], given=found[1]) if found and known else None


def lost_first(citation: Citation, records: Sequence[Record]) -> Name | None:
    """The first author of a citation whom Crossref's record lacks, where all else is the same and nobody else speaks.

    Title, year, volume or page agree, and at least three authors follow, in order, or two and `et al.`: so the record
    of E3N, a French cohort (10.1097/00008469-199710000-00007). An author whom somebody put before the list looks no
    different.
    """
    cited = tuple(name for name in citation.fields.author if name != names.ET_AL)
    is_cut = cited != citation.fields.author or said.is_cut_off(citation)
    is_short = len(cited) <= (_ALIGNED_CUT if is_cut else _ALIGNED)
    if any(record.source != "crossref" for record in records) or len(records) != 1 or is_short:
        return None
    record = records[0].fields
    rest = replace(citation, fields=replace(citation.fields, author=citation.fields.author[1:]))
    followers = record.author[: len(cited) - 1] if is_cut else record.author
    if (
        len(followers) != len(cited) - 1
        or not all(map(is_one, cited[1:], followers))
        or not people.same_list(rest, records[0])
    ):
        return None
    equal = {pair.field for pair in compared(citation.fields, record) if pair.relation == "equal"}
    is_known = any(_same_surname(cited[0], name) or is_one(cited[0], name) for name in record.author)
    agrees_else = titles.same(citation, record) and "year" in equal and equal & {"volume", "pages"}
    return cited[0] if not is_known and agrees_else else None


def _same_surname(one: Name, other: Name) -> bool:
    return bool(one.family) and said.letters(one.family) == said.letters(other.family)


def told(case: Case) -> Iterator[Finding]:
    """What is wrong with the records of cited works, where the citation is right: once a record and slip."""
    seen: set[tuple[str, str]] = set()
    for resolution in case.resolutions:
        citation, works = resolution.citation, resolution.works
        if citation.form == "marker" or len(works) != 1 or not citation.fields:
            continue
        records = [one for one in case.works[works[0]].records if one.fields and one.source != "library"]
        for source, reason in _all(citation, records):
            if (works[0], reason) not in seen:
                seen.add((works[0], reason))
                yield at(citation, "LIT413", works[0], key=works[0], source=spoken(source), field=reason)


def _all(citation: Citation, records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    if lost := lost_first(citation, records):
        yield records[0].source, f"its list of authors lacks the first, {names.nlm(lost)}"
    for record in records:
        for reason in (*_garbled(citation.fields, record.fields), *_of_names(citation.fields, record.fields)):
            yield record.source, reason
        if agrees(citation, record, "title"):
            yield record.source, "its title begins with that of another work, in brackets"
        if padded := _padded(citation.fields, record.fields):
            yield record.source, f"it writes {padded} with zeros in front"


def _garbled(cited: Fields, record: Fields) -> Iterator[str]:
    texts = (record.title, record.container_title, *map(_called, record.author))
    if not said.may_be_garbled("".join(texts)):
        return
    if not (garbled := [text for text in texts if said.mended(text) != text]):
        return
    meant = {said.letters(text) for text in (cited.title, cited.container_title, *map(_called, cited.author))}
    yield from (f"its letters are garbled: {text}" for text in garbled if said.letters(text) in meant)
    for name, whole in zip(record.author, _restored(cited.author, record.author), strict=True):
        if _is_beheaded(name, whole):
            yield f"it has {name.family} for {whole.family}"


def _of_names(cited: Fields, record: Fields) -> Iterator[str]:
    """Groups between the persons whom alone a citation names, and initials and surname in one."""
    if any(name.literal for name in record.author) and not any(name.literal for name in cited.author):
        last = max((place for place, name in enumerate(record.author) if not name.literal), default=0)
        groups = {one.literal for one in record.author[:last] if one.literal and not _glued(one, cited.author)}
        yield from (f"it has a group between the authors: {group}" for group in sorted(groups) if cited.author)
    glued = (_called(name) for name in record.author if _glued(name, cited.author))
    yield from (f"it has initials and surname in one: {name}" for name in glued)


def _padded(cited: Fields, record: Fields) -> str:
    """The page or number that a record writes with zeros in front, and a citation without."""
    theirs = [pages.parse(text) for text in (record.page, record.number) if text.startswith("0")]
    ours = [pages.parse(text) for text in (cited.page, cited.number) if theirs and text]
    bare = {one.first for one in ours if one}
    return next((one.first for one in theirs if one and one.first and one.first.lstrip("0") in bare), "")


def _called(name: Name) -> str:
    return name.literal or name.family
