"""Titles that are one but for a word: of two works, or of one that is misspelt or cited without it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from itertools import product

from rapidfuzz import fuzz

from cluneal_lit import ends
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.opposites import opposed
from cluneal_lit.duplicates.own import SESSIONS, is_misread, own
from cluneal_lit.duplicates.places import SAME_JOURNAL, Places
from cluneal_lit.duplicates.relations import APART, EQUAL, relation
from cluneal_lit.duplicates.rules import WITHIN, WORDS
from cluneal_lit.duplicates.slips import own_words
from cluneal_lit.folding import folded
from cluneal_lit.late import late

# Words of a title of which, in one issue, one that is so like the other's is rather a slip, and one that is not.
_LONG, _LONGEST, _LIKE = 8, 12, 60
_BRIEF = 40  # letters of a title of which, in one issue, another may have one word more
_AND = 3  # letters of the joint beside it
_READ = 97  # likeness of titles of which no whole word is another
_PART = 4  # words that say which part a text is, and of what: `2`, `surgery`
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,2}")
_FRONT = late(r"\W*\w+(?:\s+\w+){0,3}\s*(?:[:：\"“„«‘]|\s[–—-]\s)")
# Chinese and Japanese, Thai, Lao, Burmese and Khmer.
_UNSPACED = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
# Words by which a paper says that it is the economic or other side of a trial that has its own.
_COMPANIONS = frozenset("cost costs economic qualitative".split())
# What stands before or behind the title of a paper or guideline on a text of its own, beside the words that `ends` has,
# which keep two apart: a summary or appendix, and corrections in further languages.
_OTHER_TEXT = late(
    r"(?:an? )?(?:plain language|lay|executive|patient|video|visual|graphical) (?:summary|abstract)"
    r"|(?:summary|information|guide|version) for (?:patients|clinicians|consumers|policy ?makers|the public)"
    r"|evidence (?:report|review|summary|tables?)|(?:(?:supplementary|online|technical|web) )?appendi(?:x|ces)"
    r"|infographic|leitlinienreport|patientenleitlinie|(?:kurz|lang|patienten)(?:fassung|version)"
    r"|re(?:sumen ejecutivo|sume executif|sumo executivo)"
    r"|fe de errores|re(?:ctificacion|tificacao|ctificatie)|correctie"
    r"|errore|r[ae]ttelse|oikaisu|sprostowanie|oprava|helyesbites|duzeltme|исправлени[ея]|поправк[аи]"
)
_NOTICE = re.compile("正誤|更正|勘误|勘誤|訂正|撤回|撤稿")


def by_words(left: Described, right: Described, stand: Places, corpus: Corpus) -> str:
    """WORDS where each title has one word that the other has not, WITHIN where one has some before or within it; of two
    records that no page says to be one."""
    if left.title == right.title:  # but for blanks
        return ""
    if _UNSPACED.search(left.title) and _UNSPACED.search(right.title):
        return _by_characters(left, right)
    if _names_another(left.written, right.written):
        return WITHIN
    short, long = sorted((left, right), key=lambda one: len(one.title))
    ours, theirs = (words - SESSIONS for words in own_words(left.words, right.words, corpus.rarity))
    if stand.volume == stand.issue == EQUAL and stand.journal >= SAME_JOURNAL:
        if ours and theirs:
            return _by_words_in_issue(left, right, corpus)
        return _in_issue(short, long, ours | theirs)
    if ours and theirs:
        return "" if _is_misread(left.title, right.title, ours, theirs) else WORDS
    alone = ours | theirs
    is_left_out = len(alone) == 1 and len(short.words) >= _LONG and _COMPANIONS.isdisjoint(alone)
    if not alone or (is_left_out and not long.title.endswith(short.title)):
        return ""
    return WITHIN if _adds(long, short, alone) else ""


def _names_another(ours: str, theirs: str) -> bool:
    """Whether only one of two titles says at an end of it that it is another text of those that are named here."""
    if not any(_OTHER_TEXT.search(folded(title)) for title in (ours, theirs)):
        return False
    return any(_OTHER_TEXT.fullmatch(folded(end)) for end in ends.alone((ours,), theirs))


def _by_words_in_issue(left: Described, right: Described, corpus: Corpus) -> str:
    """WORDS where both have words of their own, in one issue; of two DOIs, whatever the words."""
    ours, theirs = alone = own(left, right, corpus)
    if not ours or not theirs:
        return ""
    if relation(left.doi, right.doi) == APART:
        return WORDS
    if len(ours) == len(theirs) == 1:
        return "" if _is_wrong(min(len(left.words), len(right.words)), *ours, *theirs) else WORDS
    return "" if is_misread(left, right, alone, _LIKE) else WORDS


def _in_issue(short: Described, long: Described, alone: Set[str]) -> str:
    """WITHIN of one issue, where some databases have what stands over a text (`Special issue: …`) in its title."""
    is_before = long.title.endswith(short.title)
    added = len(long.title) - len(short.title) - (0 if is_before else _AND)
    is_own = len(short.title) < _BRIEF and any(len(word) >= max(added, 2) and not word.isdigit() for word in alone)
    is_other = len(alone) == 1 and (is_own or not _COMPANIONS.isdisjoint(alone))
    is_heading = is_before and bool(_FRONT.match(long.written))
    return WITHIN if is_other and not is_heading and _adds(long, short, alone) else ""


def _is_wrong(many: int, one: str, other: str) -> bool:
    """Whether one of two words of so many in a title is rather a slip, or one is a number that was put behind it."""
    return one.isdigit() != other.isdigit() or many >= _LONGEST or (many >= _LONG and fuzz.ratio(one, other) >= _LIKE)


def _is_misread(one: str, other: str, ours: Set[str], theirs: Set[str]) -> bool:
    """Whether two long titles are the same but for letters of words that a program could not tell where to part."""
    if len(ours) == len(theirs) == 1 or any(map(_DIGIT.search, ours | theirs)):
        return False
    return fuzz.ratio(one, other) >= _READ and not any(opposed(*pair) for pair in product(ours, theirs))


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
