"""What a record says beyond its fields, in the words of the format that it is written in.

What was read in a format is written in it as it stood. Of another one what both have a word for stands under that word,
all else in a note, as `WORD: value`; CSL-JSON and CSV have room for any word, so that there every word stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from cluneal_lit import dates
from cluneal_lit.formats import (
    bibtex_fields,
    brought,
    csl_dates,
    csl_noted,
    dated,
    latex_addresses,
    ris_dates,
    styled,
)
from cluneal_lit.formats.bibtex_text import escaped
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.formats.meanings import BY_WORD, MEANINGS
from cluneal_lit.formats.medline_tags import IN, stated
from cluneal_lit.model import Date, Record, Section

READ_AS = "read as"  # the word of `custom` that says in which format a record was read
# The word of `custom` for the status as `notices.sentence` tells it, whatever format its other words are of.
NOTICE = "notice"
NOTES = {"ris": "N1", "nbib": "GN", "bibtex": "note", "endnote": "notes"}
ANY_WORD = ("csl", "csv")
_OURS = frozenset((READ_AS, *styled.WORDS.values()))  # what each writer says in its own way
_KEYED = ("ris", "bibtex")  # formats that EndNote's label is no label in, but the key
_DATES = {("ris", "DA"), ("endnote", "dates/pub-dates/date")}
_TIES = frozenset({("csl", "updated-by"), ("csl", "update-to")})  # of which `stated` tells in PubMed's tags
# Fields of BibTeX that are no LaTeX, or none any more.
VERBATIM = ("file", "urldate", "url", "date", bibtex_fields.FURTHER)


def carried(record: Record, form: str) -> dict[str, list[str]]:
    """The words of a format with what they say, each as often as it is said, in the order in which it was read."""
    came = origin(record, form)
    words = {word: texts(value) for word, value in record.custom.items() if word not in _OURS}
    if came == "csl" != form and (day := csl_dates.date(record.custom.get("accessed"))):
        words["accessed"] = list(filter(None, (dates.iso(day[0]),))) or words["accessed"]
    if came == "csl" and form not in ANY_WORD:
        words |= {
            word: said
            for word, said in csl_noted.words(record).items()
            if word.removesuffix(csl_noted.FURTHER) in words
        }
    if form in ANY_WORD:
        tags = stated(record) if came == "nbib" else {}
        return words | {tag: values for tag, values in tags.items() if tag not in words}
    told = words.pop(NOTICE, [])
    found = words if came == form else _in_words(record, came, words, form, told)
    if told:
        word = NOTES.get(form, NOTICE)
        found[word] = [*(map(escaped, told) if came == form == "bibtex" else told), *found.get(word, ())]
    return found


def _in_words(
    record: Record, came: str, words: dict[str, list[str]], form: str, told: list[str]
) -> dict[str, list[str]]:
    """The words of a file in those of another format; `told` is the notice that stands beside them."""
    found: dict[str, list[str]] = {}
    for word, values in (words | _beyond(record, came, words | {NOTICE: told}, form)).items():
        if (came, word) in _DATES:  # every format has the date itself
            values = [value for value in values if not _is_dated(came, value, record.fields.issued)]
        if (came, word) in _TIES or not values:
            continue
        said = [latex_addresses.text(one) if came == "bibtex" and word not in VERBATIM else one for one in values]
        meaning = BY_WORD.get((came if word in words else "nbib", word), "")
        if meaning == "label" and form in _KEYED:
            said = [label for label in said if not _is_key(label, record, form)]
            if not said:
                continue
        if meaning == "database":  # a merged entry of BibTeX names several, a line each
            said = [name for value in said for name in value.split("\n")]
        if ours := MEANINGS.get(meaning, {}).get(form):
            found.setdefault(ours[0], []).extend(said)
        elif form in NOTES:
            found.setdefault(NOTES[form], []).extend(f"{word}: {value}" for value in said)
        else:
            found.setdefault(word, []).extend(said)
    return found


def _is_key(label: str, record: Record, form: str) -> bool:
    """Whether a label of EndNote's, by which its tagged export names the record, stands as its key in the format."""
    return label == brought.key(record) and (form != "bibtex" or label[:1].isalpha())


def _beyond(record: Record, came: str, words: dict[str, list[str]], form: str) -> dict[str, list[str]]:
    """What PubMed's tags say and no word of the record's own file; nothing for NBIB, which has these tags."""
    told = {} if form == "nbib" else stated(record)
    if not told:
        return told
    own = "\n".join(value for values in words.values() for value in values)
    noted = plain(own) if came == "bibtex" else own
    left = {tag: [value for value in values if tag not in IN or value not in noted] for tag, values in told.items()}
    return {tag: values for tag, values in left.items() if values}


def accessed(record: Record) -> Date | None:
    """The day on which its file says that the work was seen on the web; None for none that is understood."""
    for word in MEANINGS["accessed"].get(origin(record, "csl"), ()):
        written = record.custom.get(word)
        said = [written] if isinstance(written, dict) else texts(written)
        for value in said:
            found = csl_dates.date(dated.without_clock(value).strip("/ ") if isinstance(value, str) else value)
            if found and found[0] and found[0].date_parts and dates.is_understood(found[0]):
                return found[0]
    return None


def origin(record: Record, form: str) -> str:
    """The format in which the record was read, by its custom words; else the one given."""
    said = record.custom.get(READ_AS)
    return said if isinstance(said, str) else form


def texts(value: object) -> list[str]:
    """What a word of `custom` says, as texts."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return [part for part in value if part.strip()]
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [] if value is None or value == {} else [json.dumps(value, ensure_ascii=False)]


def abstract(parts: Iterable[Section], between: str = " ") -> str:
    """The abstract in one text, its parts with their labels."""
    return between.join(f"{part.label}: {part.text}".removeprefix(": ") for part in parts)


def words(record: Record) -> tuple[str, ...]:
    """The keywords of a record, subject headings behind them."""
    headings = ("/".join((subject.term, *subject.qualifiers)) for subject in record.mesh)
    return tuple(dict.fromkeys((*record.keywords, *headings)))


def _is_dated(came: str, value: str, issued: Date | None) -> bool:
    """Whether the day that a file has beside the year says no more than the date of the work."""
    if came == "ris":
        return ris_dates.is_said(value, issued)
    return dated.is_said(dated.beside(str(issued.year), value) if issued and issued.year else None, issued)


def merged(first: Mapping[str, list[str]], second: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Both, what a word says in the first before what it says in the second."""
    return {word: [*first.get(word, ()), *second.get(word, ())] for word in dict.fromkeys((*first, *second))}
