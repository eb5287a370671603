"""Whether what a note quotes stands in the abstract, word for word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from cluneal_lit.checks.case import Case
from cluneal_lit.folding import shortened
from cluneal_lit.model import Finding, Record

_LEFT_OUT = re.compile(r"\s*[\[(]?(?:…|\.\s?\.\s?\.)[\])]?\s*")
# What programs write in the place of each other: quotes, dashes, blanks.
_SIGNS = str.maketrans({**dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’‚ʼ′`´", "'"), **dict.fromkeys("‐‑–—−", "-")})
_LEAST = 20  # letters of the abstract's nearest words that are worth telling


def not_verbatim(case: Case) -> Iterator[Finding]:
    """Quotes of notes that do not stand in an abstract of their work; one without an abstract is held against none."""
    for entry in case.entries.values():
        quotes = entry.note.quotes if entry.note else ()
        abstracts = [text for record in case.works[entry.key].records for text in _abstracts(record)] if quotes else []
        for quote in quotes:
            if entry.note and abstracts and not any(stands_in(quote, text) for text in abstracts):
                told = {"raw": shortened(quote, 80), "key": entry.key, "near": _near(quote, abstracts)}
                yield Finding("LIT615", f"references/notes/{entry.note.key}.md", key=entry.key, values=told)


def stands_in(quote: str, text: str) -> bool:
    """Whether a text has the words, in their order; `…` stands for words left out, case and letters count."""
    text, start = _plain(text), 0
    for part in filter(None, map(_bare, _LEFT_OUT.split(quote))):
        found = text.find(part, start)
        if found < 0:
            return False
        start = found + len(part)
    return True


def _abstracts(record: Record) -> Iterator[str]:
    """The abstracts that a record has, in each language, with and without the labels of their parts."""
    for sections in (record.abstract, *(one.sections for one in record.other_abstracts)):
        if sections:
            yield " ".join(part.text for part in sections)
            yield " ".join(f"{part.label}: {part.text}" if part.label else part.text for part in sections)


def _near(quote: str, abstracts: list[str]) -> str:
    """The longest stretch of whole words that quote and an abstract share; empty for one of a few letters."""
    ours = _plain(quote).split()
    theirs = max(map(_plain, abstracts), key=len).split()
    match = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    shared = " ".join(ours[match.a : match.a + match.size])
    return f"; there stands “{shortened(shared, 80)}”" if len(shared) >= _LEAST else ""


def _bare(part: str) -> str:
    """A part of a quote without the marks around it and the stop behind it."""
    return _plain(part).strip("\"' ").rstrip(".")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SIGNS).split())
