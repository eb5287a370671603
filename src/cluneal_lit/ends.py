"""What the end of a title says it is, where only one of two titles has it: another kind of text, or another part.

A subtitle that says what the work is about or how it was done (`a cohort of nurses`, `a systematic review`) is none.
The words are those of `kinds` and `end_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from cluneal_lit import kinds
from cluneal_lit.end_words import FORM, LAST, PART, PHRASE
from cluneal_lit.folding import folded, words
from cluneal_lit.late import late
from cluneal_lit.titles import compact, heads, unmarked

_PARTED = late(r"\s*[:;|]\s*|(?<!et al)(?:[.?!]|(?<!\d),)+\s+|\s[–—-]+\s|\s?—\s?|\s*[()\[\]]\s*")
_SAME = 75  # likeness from which an end is the other, misspelt or not
_WHOLE = 85  # likeness from which what stands behind the first words of a title is the other
_BEFORE = 60  # letters of those first words at most
_FIRST = 2  # words of a title before which another's may begin: `Study protocol`
_BLANK = re.compile(r"\s+")
_LONGEST = 6  # words up to a preposition with which a text is named
_REVIEW = late(
    r"(?:an? |the )?(?:book|media|film)(?: and \w+)? reviews?|review of (?:the )?books?|notes? de lecture|recension"
    r"|(?:(?:buch)?rezension|buchbesprechung)(?:en)?|comptes? rendus?(?: de (?:livre|lecture)s?)?"
    r"|(?:resenh?as?|recension[ei])(?: (?:criticas?|bibliograficas?|d[ei]l? (?:libro|livro|libri)s?))?"
)
_HEADING = late(
    r"(?:(?:guest|invited|introductory|special|issue|editors?) )*(?:editorials?|editoriale|leitartikel|forewords?"
    r"|prefaces?|geleitwort|vorwort|(?<=editor )(?:notes?|comments?)|(?<=editors )(?:notes?|comments?))"
)
# Of a study, where both titles have a subtitle.
_STAGE = late(r"\b(?:pilot\w*|feasibility|interim|secondary|follow up)\b")
_UNSAID = late(r"\bet al\b|^in (?=(?:reply|response|answer)\b)")
_REMARK = late(
    r"see comments?\b|comments? in\b|(?:published )?(?:erratum|errata|corrigendum|correction|retraction"
    r"|expression of concern) (?:(?:published )?in|published|appears?)\b|(?:corrected|retracted)\b"
    r"|version \d+ (?:awaiting |approved |peer review|referees?\b|reviewers?\b)"
)


def another(ours: Iterable[str], theirs: str, *, is_placed: bool) -> str:
    """What the end of one of two titles says it is, and that of the other does not; empty where it says no such thing.

    `ours` are the ways in which a reference may write its title. `is_placed`: the place says that it is one work.
    """
    lacking = alone(ours, theirs)
    return next((end for end in lacking if names_another(end) or (not is_placed and names_a_form(end))), "")


def alone(ours: Iterable[str], theirs: str) -> list[str]:
    """What one of two titles says behind its first stop or before the whole other one, and the other does not; `ours`
    are the ways in which the first may be written."""
    written, other = [unmarked(title) for title in ours if title], unmarked(theirs)
    lacking = [end for title in written for end in _ends(title) if not _has(other, end)]
    lacking += [front for title in written if (front := _front(title, other)) and not _has(other, front)]
    beside = (*_ends(other), *(_front(other, title) for title in written))
    return lacking + [end for end in beside if end and not any(_has(title, end) for title in written)]


def head(title: str) -> str:
    """The title up to its first stop."""
    return _PARTED.split(title, maxsplit=1)[0]


@lru_cache(maxsize=2**12)
def _ends(title: str) -> tuple[str, ...]:
    """What stands behind the first stop of a title, between its stops."""
    return tuple(end for part in _PARTED.split(title)[1:] if (end := part.strip(" .\"'“”’«»")))


def _front(title: str, other: str) -> str:
    """What a title says before the other one, whole or without its subtitle: `Response` of `Response to …`."""
    bodies = (compact(other), *heads(other))
    cuts = [(max(_begins(rest, bodies)), before) for before, rest in _behind(title)]
    likeness, before = max(cuts, key=lambda one: one[0], default=(0, ""))
    said = words(before) if likeness >= _WHOLE else []
    while said and said[-1] in kinds.LINKS | kinds.ARTICLES:
        said.pop()
    return " ".join(said)


@lru_cache(maxsize=2**12)
def _behind(title: str) -> tuple[tuple[str, str], ...]:
    """What stands before each of the first blanks of a title, and, folded, what stands behind it."""
    return tuple((title[: one.start()], compact(title[one.end() :])) for one in _BLANK.finditer(title[:_BEFORE]))


def _begins(text: str, bodies: Iterable[str]) -> Iterator[float]:
    """How like each title the beginning of a text is, all folded; 0 where it is not that title."""
    return (fuzz.ratio(text[: len(body)], body, score_cutoff=_WHOLE) for body in bodies)


def _has(title: str, end: str) -> bool:
    """Whether a title says too what an end says, misspelt or not: behind its first stop, or as its first words, or,
    where it has no stop, as its last ones."""
    if PART.match(folded(end)) and LAST.search(f" {title}"):
        return True  # as `Part II`, and `2`; which parts they are, their numbers say
    names, behind = names_another(end) or names_a_form(end), [words(part) for part in _ends(title)]
    if not behind and names and _STAGE.fullmatch(names[0]):
        return True  # it may have been cited without its subtitle
    said = words(title)
    beyond = [word for part in behind for word in part] or said[-len(words(end)) :]
    near = {*beyond, *said[:_FIRST]}
    return any(
        all(any(_is_alike(word, one) for one in near) for word in name.split()) for name in names or (folded(end),)
    )


def _is_alike(word: str, other: str) -> bool:
    return word[0] == other[0] and fuzz.ratio(word, other) >= _SAME


def names_another(end: str) -> tuple[str, ...]:
    """By which words an end names another text or part: `reply` of `a reply to Smith et al`, `2`."""
    plain = folded(end)
    if is_remark(end):
        return ()
    if found := PART.match(plain) or PHRASE.match(plain):
        return (found[found.lastindex or 0],)
    names: list[str] = []
    for phrase, behind in _phrases(plain):
        *before, noun = phrase
        is_alone = noun in kinds.ALONE and kinds.BESIDE.issuperset(before)
        is_one = noun in kinds.TEXTS or (is_alone and (noun not in kinds.OF or _is_of_a_text(behind, end)))
        names += [noun] if is_one else kinds.FOREIGN.intersection(phrase)
    return tuple(names)


def names_a_form(end: str) -> tuple[str, ...]:
    """By which words an end names another form of a text, or the stage of a study: `update`, `pilot`."""
    plain = folded(end)
    if found := FORM.match(plain):
        return (found[found.lastindex or 0],)
    phrases = [phrase for phrase, _ in _phrases(plain)]
    forms = tuple(name for phrase in phrases for name in phrase if name in kinds.FORMS)
    return forms or tuple(name for phrase in phrases for name in _STAGE.findall(" ".join(phrase)))


def is_part(end: str) -> bool:
    """Whether an end counts parts: `Part II`, and `2`."""
    return bool(PART.match(folded(end)))


def is_remark(end: str) -> bool:
    """Whether an end is what databases say of the texts about a paper, or its journal of its review: `see comments`."""
    return bool(_REMARK.match(folded(end)))


def is_heading(end: str) -> bool:
    """Whether an end is what a journal prints over one of its texts: `Guest editorial`, `Vorwort`, `Book review`."""
    return bool(_HEADING.fullmatch(folded(end))) or is_review(end)


def is_review(end: str) -> bool:
    """Whether an end is what a journal prints over the review of a book: `Book review`, `Rezension`."""
    return bool(_REVIEW.fullmatch(folded(end)))


def parts(title: str) -> list[str]:
    """A title in the parts between its stops."""
    return list(filter(None, _PARTED.split(title)))


def _phrases(plain: str) -> Iterator[tuple[list[str], list[str]]]:
    """The nouns with which an end begins, those joined by `and` apart, each with the words behind them all."""
    tokens = [word for word in _UNSAID.sub("", plain).split() if not _is_code(word)]
    while tokens and tokens[0] in kinds.ARTICLES:
        tokens = tokens[1:]
    last = next((place for place, word in enumerate(tokens) if word in kinds.LINKS), len(tokens))
    for part in re.split(r" (?:and|und|et|y|e) ", " ".join(tokens[:last])):
        if 0 < len(phrase := part.split()) <= _LONGEST and kinds.ASKING.isdisjoint(phrase):
            yield phrase, tokens[last:]


def _is_code(word: str) -> bool:
    """Whether a word is a number, such as a year or that of a conference's abstract: `2020`, `P12`."""
    return any(char.isdigit() for char in word)


def _is_of_a_text(behind: list[str], end: str) -> bool:
    """Whether what a response is one to is a text, or somebody: `to Smith et al`, and not `to treatment`."""
    if not behind or not kinds.WRITTEN.isdisjoint(behind):
        return True
    named = re.search(rf"\b{behind[0]}\s+(?:the\s+|an?\s+)?(\w)", end, re.IGNORECASE)
    return bool(named) and named[1].isupper()  # type: ignore[index]
