"""Whether each of two titles has words of its own, of records that begin on one page or stand in one issue.

Short texts share a page (news, letters, the abstracts of a supplement), and where a journal numbers its articles some
databases write each from page 1. What is read from print has wrong letters, and databases write headings and
abbreviations as they like: such words are nobody's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from rapidfuzz import fuzz

from cluneal_lit import ends
from cluneal_lit.duplicates import elsewhere
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.opposites import opposed
from cluneal_lit.duplicates.places import Places
from cluneal_lit.duplicates.relations import APART, relation
from cluneal_lit.duplicates.slips import own_words
from cluneal_lit.duplicates.wording import JOINTS
from cluneal_lit.folding import words
from cluneal_lit.late import late

# What databases put before or behind the title of a talk: the kind of its session.
SESSIONS = frozenset("panel session tutorial".split())
_READ = 97  # likeness of titles without blanks that are the same but for how they were read
_MISREAD = 75  # likeness of two words of titles on one page, of which one is misread
_ABBREVIATED = range(2, 7)  # letters of an abbreviation
_HEADED = 2  # words that follow a heading in one title and begin the other
_HEADING = late(r"[^:：]{3,60}?(?:[:：]|\s[–—-])\s+")
_KIND = late(r"\b(?:papers?|essays?|paper competition)\W*$", re.IGNORECASE)
_BEHIND = late(r"[(\[]([^()\[\]]{3,60})[)\]]\W*$")
_MARKS = late(r"(?<!\w)((?:\w*[^\W\d])?)(\d(?:,\s?\d)*)\W*$")
_GLUED = re.compile(r"([^\W\d]{4,})\d[^\W\d]{4,}")
_ALIKE = str.maketrans("l10", "iio")  # as programs read them
_LETTERS = 2  # of what is left of a word that could not be read
_DIGIT = re.compile(r"\d")

Words = tuple[set[str], set[str]]


def on_page(left: Described, right: Described, stand: Places, corpus: Corpus) -> bool:
    """Whether each title has words of its own, of records that begin on one page.

    Not where all pages of four or more are the same, or the number of an article, unless each has a DOI of its own. Of
    abstracts of a supplement, and where DOI or abstract are others, a word that is much like another is another word.
    """
    are_two = relation(left.doi, right.doi) == APART
    if left.title == right.title or (not are_two and (stand.span == 1 or elsewhere.is_located(left, right))):
        return False
    ours, theirs = own(left, right, corpus)
    if not ours or not theirs:
        return False
    are_pieces = elsewhere.is_piece(left) and elsewhere.is_piece(right)
    return are_two or are_pieces or not is_misread(left, right, (ours, theirs), _MISREAD)


def own(left: Described, right: Described, corpus: Corpus) -> Words:
    """The words that each title has alone, but for those that the other spells otherwise, headings, abbreviations,
    marks of footnotes and the author's name."""
    ours, theirs = own_words(left.words, right.words, corpus.rarity)
    ours -= SESSIONS
    theirs -= SESSIONS
    if ours and theirs:
        mine, others = words(left.written), words(right.written)
        ours -= _beside(left, others)
        theirs -= _beside(right, mine)
        _unmark(left.written, right.written, ours, theirs)
        _unmark(right.written, left.written, theirs, ours)
        _spell_out(ours, theirs, others)
        _spell_out(theirs, ours, mine)
        _read(ours, theirs)
    return ours, theirs


def is_misread(left: Described, right: Described, alone: Words, like: int) -> bool:
    """Whether two titles are the same but for words of which each of one title is so `like` one of the other, or for
    letters of words that a program could not tell where to part."""
    few, many = sorted(alone, key=len)
    if any(map(_DIGIT.search, chain(few, many))):
        return False
    rest = {*many}
    for word in sorted(few):
        found = max(sorted(rest), key=lambda other: fuzz.ratio(word, other))
        if fuzz.ratio(word, found) < like or opposed(word, found):
            return len(many) > 1 and fuzz.ratio(left.title, right.title) >= _READ
        rest.discard(found)
    return True


def _beside(one: Described, others: Sequence[str]) -> set[str]:
    """The words of what stands over a text (`Competition paper - …`) or behind it (`(Editorial)`), and of its author
    before it. `others`: the words of the other title."""
    found, behind = _HEADING.match(one.written), _BEHIND.search(one.written)
    head, rest = (found[0], one.written[found.end() :]) if found else ("", "")
    is_over = found and (_KIND.search(head) or _is_unread(head) or words(rest)[:_HEADED] == others[:_HEADED])
    beside = {*words(head)} if is_over else {*words(one.written)[:1]}.intersection(one.people)
    is_label = behind and all(map(ends.is_heading, words(behind[1])))
    return beside.union(words(behind[1])) if behind and is_label else beside


def _is_unread(head: str) -> bool:
    """Whether a heading is but single letters, which a program made of large type: `T MF:`."""
    return len(words(head)) > 1 and all(len(word) <= _LETTERS for word in words(head))


def _unmark(title: str, other: str, alone: set[str], beside: set[str]) -> None:
    """Take out the marks of footnotes behind a title (`3M1,2`) and the word before them, where the other has none, or
    glues them to its word; and one before a mark to which the next word is glued (`Study1Essay`)."""
    found, known = _MARKS.search(title), _MARKS.search(other)
    if found and (not known or (known[2] == found[2] and not found[1])):
        alone.difference_update(words(found[0]))
        beside.difference_update(words(found[1]))
    for word in sorted(alone):
        if (found := _GLUED.fullmatch(word)) and found[1] in beside:
            alone.discard(word)
            beside.discard(found[1])


def _read(alone: set[str], beside: set[str]) -> None:
    """Take out the words that are one but for letters that look alike (`CEO/ClO`)."""
    seen = {word.translate(_ALIKE): word for word in sorted(beside)}
    for word in sorted(alone):
        if other := seen.get(word.translate(_ALIKE)):
            alone.discard(word)
            beside.discard(other)


def _spell_out(alone: set[str], beside: set[str], written: Sequence[str]) -> None:
    """Take out the abbreviations, and the words of the other title, as it is `written`, of which they are the first
    letters."""
    told = [word for word in written if word not in JOINTS]
    for word in sorted(alone):
        many = len(word)
        for at in range(len(told) - many + 1 if many in _ABBREVIATED else 0):
            those = told[at : at + many]
            if "".join(each[0] for each in those) == word and beside.issuperset(those):
                alone.discard(word)
                beside.difference_update(those)
