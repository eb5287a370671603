"""The editorial status that a file gives a work in its notes, keywords and types, as we write it and as others do.

What is read so is what the file claims: its source is the library, and whoever merges records hears services first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import carried, notices
from cluneal_lit.formats.labelled import labels
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.formats.meanings import MEANINGS
from cluneal_lit.formats.medline_tags import tie
from cluneal_lit.late import late
from cluneal_lit.model import Record, Relation, Status

_CAPITALS = {label.upper(): name for name, label in notices.LABELS.items()}
_DAY = (
    r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?\d{4}(?:-\d\d){0,2}"
    r"(?: [A-Z][a-z]{2,8}\.?(?:-\w{3,9})?(?: \d[\d-]*)?)?"
)
# `RETRACTED 2010 Feb 6. Retraction in: Lancet. 2010;375:445. PMID: 20137807.`, as `notices.sentence` writes it; of what
# was taken back also as others do: `RETRACTED ARTICLE (12 Mar 2024)`.
_SENTENCE = late(
    rf"(?:notice: )?[\[(]?(?P<name>{'|'.join(sorted(_CAPITALS, key=len, reverse=True))})"
    rf"(?: (?:ARTICLE|PAPER|PUBLICATION|CHAPTER))?[\])]?(?:[:,]? \(?(?:on |in )?(?P<date>{_DAY})\)?)?"
    rf"(?P<rest>(?:[.:;,\])–—]| -).*)?"
)
_NOTICE = late(rf"\.\s*(?P<heading>{'|'.join(notices.HEADINGS.values())}): (?P<text>.*?(?:PMID:? \d+\b|$))")
_ALONE = re.compile(r"\W*(?:status:\s*)?(retracted|withdrawn)(?: (?:article|paper|publication|chapter))?\W*", re.I)
_STATUS = re.compile(rf"status:\s*({'|'.join(notices.KINDS)})", re.IGNORECASE)  # so Zotero keeps what CSL says
# PubMed's publication type, Web of Science's and Scopus' kind of document; as keywords Zotero and others have them.
_TYPE = re.compile(r"(?:.*;\s*)?retracted(?: publication| article)?(?:\s*;.*)?", re.IGNORECASE)
_KEYWORD = re.compile(
    r"[\W_]*(?:retracted(?: publication| article| paper)?|(partially-retracted))[\W_]*", re.IGNORECASE
)

_WRAPPED = re.compile(r"\n[ \t]+(?=\S)")

# A word of every claim, in a title, note, keyword or type.
_WORDS = tuple(
    "retract withdr remov concern errat corri correct republ reissu reinstat retired archived update supersed".split()
)
SOURCE = "file"  # whose word it is in a document that is checked


class _Claim(Struct, frozen=True):
    """A status, and the notice that is named with it; None for one that is not."""

    name: str
    notice: Relation | None = None


def with_status(record: Record, form: str) -> Record:
    """The record with the status that its file claims in that format, and the notices that it names."""
    said = [claim for line in _lines(record, form) if (claim := _claim(line))]
    written = record.status.lower()
    name = written if written in notices.KINDS else said[0].name if said else _marked(record, form)
    named = tuple(dict.fromkeys(claim.notice for claim in said if claim.notice))
    if not name and not named:
        return record
    known = [next((tie for tie in named if _is_told(one, tie)), one) for one in record.relations]
    relations = dict.fromkeys((*(tie for tie in named if tie not in known), *known))
    return replace(record, status=name or record.status, relations=tuple(relations))


def told(record: Record, status: Status) -> Record:
    """The record with this status in the words by which each format tells it: a sentence, a keyword, and its name."""
    sentence = notices.sentence(status)
    if not sentence:
        return record
    claim = _claim(sentence)
    is_said = any(_claim(line) == claim for line in _lines(record, ""))
    custom = record.custom if is_said else {**record.custom, carried.NOTICE: sentence}
    keywords = tuple(dict.fromkeys((*record.keywords, status.name)))
    return replace(record, status=status.name, keywords=keywords, custom=custom)


def of(record: Record, form: str) -> tuple[Relation, ...]:
    """What a document that is checked says has befallen the work of a record in it, of that format."""
    stated = with_status(record, form)
    named = (tie for tie in stated.relations if tie.direction == "in" and tie.kind in notices.NAMES)
    return tuple(replace(tie, source=SOURCE) for tie in (*named, *labels(stated)))


def may_stand(values: Iterable[str]) -> bool:
    """Whether a claim may be among the values of an entry: for a reader that makes no record of those without."""
    written = "\n".join(values).lower()  # of so many words, one search for each takes a tenth of an expression's time
    return any(word in written for word in _WORDS)


def _lines(record: Record, form: str) -> Iterator[str]:
    """The lines of the notes in which a format may say what became of a work."""
    form = carried.origin(record, form)
    words = MEANINGS["note"].get("endnote" if form == "enw" else form, ())
    for word in (carried.NOTICE, *words, "pubstate"):
        for text in carried.texts(record.custom.get(word)):
            is_latex = form == "bibtex" and word != carried.NOTICE
            shown = plain(_WRAPPED.sub(" ", text)) if is_latex else text
            yield from map(str.strip, shown.splitlines())


def _claim(line: str) -> _Claim | None:
    """What a line says of the status; None for nothing."""
    if (alone := _ALONE.fullmatch(line)) or (alone := _STATUS.fullmatch(line)):
        return _Claim(alone[1].lower())
    match = _SENTENCE.fullmatch(line)
    if match is None:
        return None
    name, rest = _CAPITALS[match["name"]], match["rest"] or ""
    if rest and not (rest.startswith(".") or name in notices.RETRACTED):
        return None
    return _Claim(name, _notice(name, match["date"] or "", rest))


def _notice(name: str, date: str, rest: str) -> Relation | None:
    """The notice of a status, by the day and the words behind it; None where these tell nothing of it."""
    told = _NOTICE.match(rest)
    kind = notices.KIND_OF[told["heading"]] if told else ""
    if notices.NAMES.get(kind) != name:  # several kinds may have one status; what is of another is a slip
        kind = notices.KINDS[name]
    found = tie(kind, "in", told["text"] if told else rest)
    day = dates.parse(date) if date else found.date
    text = found.text.rstrip(". ") if told else ""
    return replace(found, date=day, text=text) if day or text or found.ids else None


def _marked(record: Record, form: str) -> str:
    """The status by keyword or type; none for a notice, which may have the words of its paper."""
    if not notices.ABOUT_ANOTHER.isdisjoint(map(str.lower, record.types)):
        return ""
    kinds = MEANINGS["kind of work"].get(carried.origin(record, form), ())
    types = (*record.types, *(text for word in kinds for text in carried.texts(record.custom.get(word))))
    if any(map(_TYPE.fullmatch, types)):
        return "retracted"
    return next(filter(None, map(keyword, record.keywords)), "")


@lru_cache(maxsize=2**14)
def keyword(word: str) -> str:
    """The status that a keyword claims; empty for one that claims none."""
    marked = _KEYWORD.fullmatch(word)
    return (marked[1] or "retracted").lower() if marked else ""


def _is_told(one: Relation, other: Relation) -> bool:
    """Whether the second is the same notice, which it dates."""
    if (one.kind, one.direction) != (other.kind, other.direction):
        return False
    return not {*one.ids.keys()}.isdisjoint(other.ids.keys()) or one.text.rstrip(". ") == other.text
