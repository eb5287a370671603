"""Titles as they are compared: without what databases put around them, numbers in figures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from cluneal_lit import ends, languages
from cluneal_lit.folding import letters, one_line
from cluneal_lit.late import late
from cluneal_lit.parts import numbered

_TAG = re.compile(r"</?[A-Za-z]{1,6}/?>")
_OPENS = re.compile(r"[\[({]")
_INSIDE = r"[^\])]{0,200}"
# What databases put behind a title: its language, its kind, a count of references, a notice about it, a footnote.
_REMARK = late(
    rf"[\[({{](?:\d{{1,3}}|\d{{1,5}} ref(?:s|erences)?\.?|(?:{languages.WORDS})(?: version)?"
    rf"|(?:article|text) in {_INSIDE}|in (?:{languages.WORDS})|see comments?{_INSIDE}"
    rf"|(?:comment|letter|editorial|review|abstract|proceeding|multiple letters)s?(?:[;:,.] {_INSIDE})?"
    rf"|(?:published )?erratum (?:appears|in)\b.{{0,300}}|retraction in{_INSIDE}|corrected{_INSIDE})"
    r"[\])}]?[ .*]{0,9}$",
    re.IGNORECASE,
)
# What Web of Science and Scopus put behind that of a notice: the place of what it corrects.
_CORRECTS = re.compile(
    r"\((?:vol\.? \w{1,20}, (?:pg|p|art)\b[^)]{0,100}"
    r"|[^()]{0,200}\(\d{4}\)[^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200}){0,4})\)[ .]{0,9}$",
    re.IGNORECASE,
)
# What publishers put before the title of a paper whose status changed; `Retraction:` is the notice.
_STATUS = late(r"(?:retracted|withdrawn|removed)(?: article)?\s?[:—–-]\s?", re.IGNORECASE)
ROMAN = {
    **{"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"},
    **{"xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18", "xix": "19", "xx": "20"},
}
_COUNTED = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
# Words that say that a work is about another, whose title it bears, or an early or late form of it.
_KINDS = {
    **dict.fromkeys(("reply", "replies", "response", "responses", "rejoinder", "respuesta", "antwort"), "reply"),
    **dict.fromkeys(("comment", "comments", "commentary", "commentaries", "kommentar", "comentario"), "comment"),
    **dict.fromkeys(("erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections"), "correction"),
    **dict.fromkeys(("retraction", "retracted", "withdrawn", "withdrawal"), "retraction"),
    **dict.fromkeys(
        ("editorial", "editor", "editors", "editorials", "introduction", "preface", "foreword"), "editorial"
    ),
    **dict.fromkeys(("protocol", "protocols"), "protocol"),
    **dict.fromkeys(("letter", "letters"), "letter"),
    **dict.fromkeys(("discussion", "debate"), "discussion"),
    **dict.fromkeys(("update", "updated", "addendum", "supplement", "supplementary"), "update"),
    **dict.fromkeys(("abstract", "abstracts", "poster"), "abstract"),
}
# A title that begins or ends so is that of another work than the one that it names. In brackets databases put it behind
# a letter's own title.
_ABOUT = (
    r"(?:authors?['’]?s? )?(repl(?:y|ies)|responses?|rejoinders?|comments?|commentar(?:y|ies)|letters?|errat(?:um|a)"
    r"|corrigend(?:um|a)|corrections?|re)"
)
_BEGINS = late(rf"\W*{_ABOUT}(?:\s+(?:to|on|from|by|regarding|concerning|for|about)\b|\s*[:.–—]|\s+-\s)", re.IGNORECASE)
_ENDS = late(rf"(?:[:.;?!–—]| -) *(?:an? |the )?{_ABOUT}(?: to (?:the )?(?:editor|comments?))?[\s.]*$", re.IGNORECASE)
_PERHAPS = late(rf"[\[(](?:multiple )?{_ABOUT}\b[^\])]*[\])](?: *\[\d+\])?[\s.]*$", re.IGNORECASE)
_LABELLED = late(
    r"[\[(](?:guest |invited |multiple )?(?:letters?|comments?|commentar(?:y|ies)|[eé]ditorials?|kommentar|reply)\b"
    r"[^\])]*[\])](?: *\[\d+\])?[\s.]*$",
    re.IGNORECASE,
)
_REVIEWS = late(r"review|rezension|besprechung|rese[nñ]|recensi|comptes? rendu|note de lecture", re.IGNORECASE)
UNKNOWN = "?"
_LONGEST = 1500  # letters of a title that are read
_FIRST, _LAST = 3, 2  # words of a title among which one says what it is
_HEAD = 24  # letters of a journal's name that are more than a title would have of it by chance


def read(title: str, journal: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a title, and what it says the work to be (`reply`, `correction`); none for the head of a page."""
    bare, kinds = _bare(title)
    if _is_journal(bare, journal):
        return (), frozenset(kinds)
    found = _words(bare)
    ends = (*found[:_FIRST], *found[-_LAST:])  # `in response to an earthquake` stands in between
    return found, frozenset((*kinds, *(_KINDS[word] for word in ends if word in _KINDS)))


def about(title: str) -> str:
    """What a title that begins or ends with such a word says its work to be about another: `reply`; empty for none.

    UNKNOWN where only a bracket behind it says so.
    """
    bare = one_line(title[:_LONGEST])
    found = _BEGINS.match(bare) or _ENDS.search(bare)
    if not found:
        return UNKNOWN if _PERHAPS.search(bare) else ""
    return _KINDS.get(found[1].lower(), "letter")


def is_about(about: str, words: Iterable[str], other: str) -> bool:
    """Whether a title says so, and the other, of these words, that says `other`, does not."""
    return about not in ("", UNKNOWN) and other != UNKNOWN and all(_KINDS.get(word) != about for word in words)


def says_another(ours: str, theirs: str, *, in_volume: bool, in_issue: bool, by_others: bool) -> bool:
    """Whether one of two titles says, and the other does not, that its work is another kind of text, or another part.

    `in_volume`: both stand in one journal and year, where what is printed over a text (`Editorial`, `Book review`) or
    behind its title (`extended abstract`) stands in one database and is left out in another. `in_issue`: both stand in
    one issue, where a number behind a title is more often that of a footnote. `by_others`: they are not known to be by
    the same people, and a book is reviewed by others.
    """
    alone = ends.alone((_bare(ours)[0],), _bare(theirs)[0])
    texts = any(ends.names_another(end) and not ends.is_part(end) and not ends.is_heading(end) for end in alone)
    parts = not in_issue and any(map(ends.is_part, alone))
    forms = not in_volume and any(ends.is_heading(end) or ends.names_a_form(end) for end in alone)
    reviews = by_others and any(map(ends.is_review, alone))
    return texts or parts or forms or reviews


@lru_cache(maxsize=2**14)  # asked of every pair in which a record stands
def is_review(title: str) -> bool:
    """Whether a title begins or ends with what a journal prints over the review of a book."""
    return bool(_REVIEWS.search(title)) and any(map(ends.is_review, ends.parts(title[:_LONGEST])))


def is_labelled(title: str) -> bool:
    """Whether a database has put behind a title that it is one of a letter, comment or editorial."""
    return bool(_LABELLED.search(one_line(title[:_LONGEST])))


def _bare(title: str) -> tuple[str, tuple[str, ...]]:
    """The title without what databases put behind it, and what that says the work to be."""
    bare = title[:_LONGEST]
    bare = html.unescape(bare) if "&" in bare else bare
    bare = one_line(_TAG.sub("", bare) if "<" in bare else bare)
    if status := _STATUS.match(bare):
        bare = bare[status.end() :]
    if not _OPENS.search(bare):
        return bare, ()
    if notice := _CORRECTS.search(bare):
        return bare[: notice.start()] or bare, ("correction",)
    while (remark := _REMARK.search(bare)) and remark.start():
        bare = bare[: remark.start()].rstrip()
    return bare, ()


def _is_journal(title: str, journal: str) -> bool:
    """Whether what stands as title is the head of the journal's page, as programs that read PDFs take it."""
    if not title or len(journal) < _HEAD or title[0].lower() != journal[0].lower():
        return False
    ours, theirs = letters(title), letters(journal)
    if len(theirs) < _HEAD or len(ours) > len(theirs) + _HEAD or (ours == theirs and not ours.startswith("journal")):
        return False
    return ours.startswith(theirs[:-8]) or fuzz.ratio(ours, theirs) >= 85


def _words(title: str) -> tuple[str, ...]:
    """The words of a title, numbers in figures."""
    return tuple(ROMAN.get(word) or _COUNTED.get(word) or word for word in numbered(title))
