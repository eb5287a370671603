"""Titles that are one but for a word: of two works, or of one that is misspelt or cited without it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

from rapidfuzz import fuzz

from cluneal_lit import ends
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.places import SAME_JOURNAL, Places
from cluneal_lit.duplicates.relations import EQUAL
from cluneal_lit.duplicates.rules import WITHIN, WORDS
from cluneal_lit.duplicates.slips import own_words

# Words of a title of which, in one issue, one that is so like the other's is rather a slip, and one that is not.
_LONG, _LONGEST, _LIKE = 8, 12, 60
_PART = 4  # words that say which part a text is, and of what: `2`, `surgery`
_NUMBER = re.compile(r"\d{1,2}")
_FRONT = re.compile(r"\W*\w+(?:\s+\w+){0,3}\s*(?:[:：\"“„«‘]|\s[–—-]\s)")
# Chinese and Japanese, Thai, Lao, Burmese and Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_NOTICE = re.compile("正誤|更正|勘误|勘誤|訂正|撤回|撤稿")


def by_words(left: Described, right: Described, stand: Places, corpus: Corpus) -> str:
    """WORDS where each title has one word that the other has not, WITHIN where one has some before or within it; of two
    records that no page says to be one."""
    if left.title == right.title:  # but for blanks
        return ""
    if _UNSPACED.search(left.title) and _UNSPACED.search(right.title):
        return _by_characters(left, right)
    ours, theirs = own_words(left.words, right.words, corpus.rarity)
    is_issue = stand.volume == stand.issue == EQUAL and stand.journal >= SAME_JOURNAL
    if len(ours) == len(theirs) == 1:
        return "" if is_issue and _is_wrong(len(left.words), *ours, *theirs) else WORDS
    if all(len(words) <= _PART and any(map(_NUMBER.fullmatch, words)) for words in (ours, theirs)):
        return WORDS
    short, long = sorted((left, right), key=lambda one: len(one.title))
    is_placed = bool(left.first or right.first) and not is_issue
    return WITHIN if is_placed and bool(ours) != bool(theirs) and _adds(long, short, ours | theirs) else ""


def _is_wrong(many: int, one: str, other: str) -> bool:
    """Whether one of two words of so many in a title is rather a slip, or one is a number that was put behind it."""
    return one.isdigit() != other.isdigit() or many >= _LONGEST or (many >= _LONG and fuzz.ratio(one, other) >= _LIKE)


def _by_characters(left: Described, right: Described) -> str:
    """The same for scripts that put no blank between words, where one character makes another word."""
    ours, theirs = Counter(left.title) - Counter(right.title), Counter(right.title) - Counter(left.title)
    if ours and theirs:
        return WORDS
    short, long = sorted((left.title, right.title), key=len)
    return WITHIN if not long.startswith(short) or _NOTICE.search(long[len(short) :]) else ""


def _adds(long: Described, short: Described, words: Set[str]) -> bool:
    """Whether a title has those words before the other one, if not several without a colon, or within it."""
    if long.title.startswith(short.title) or ends.is_heading(ends.head(long.written)):
        return False  # which says itself where it makes another text (`titles.says_another`)
    return not long.title.endswith(short.title) or len(words) == 1 or bool(_FRONT.match(long.written))
