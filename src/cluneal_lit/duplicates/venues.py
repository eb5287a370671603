"""Whether two names are of two journals, and not of one in two spellings, with and without what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from cluneal_lit.folding import words
from cluneal_lit.journals import BY_LETTERS, FILLERS, is_meeting, likeness, shortens, significant
from cluneal_lit.late import late

# Words of a journal's name that some leave out.
_BESIDE = frozenset("official edition ed volume series section publication proceedings proc online english".split())
# Words that abbreviations leave out, in the languages of journals.
_JOINTS = FILLERS - {"y"} | frozenset(
    "en into to by from with per pro zum zur fur fuer das dem den und des les les aux au une sur dans"
    " del dell della delle dello degli dei di da do das dos das na no nos il lo gli al alla alle nel nella sulla el los"
    " las para por con voor van het een og och och till ve ja si din".split()
)
# `y`, `e`, `i`, `u` are joints too, but not at the end of a name, where a letter counts.
_LETTER = re.compile(r"(?<=\w )[aeiouwyz](?= \w)")
_ELIDED = re.compile(r"\b(?:d|l|dell|nell|sull|all)['’](?=\w{3})", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
# A subtitle, a society, the name in another language.
_BEHIND = late(
    r"\s*(?:;|\s[/=]\s|\|).*|(?<=\w\w)\.\s+(?:\w+ ){0,2}(?:journal|zeitschrift|t[iy]d[js]\w*krif\w*"
    r"|revue|revist[ae]|rivista|annal[es]s|archiv\w*|bulletin|monatsschrift|fortschritte|progr\w+|universit\w+|association|society|school)\b.*",
    re.IGNORECASE,
)
_JOURNAL = re.compile(r"\b(?:j|journals?|trans(?:actions)?|ann(?:als)?|arch(?:ives)?|lett(?:ers)?)\b", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{3,6}(?= \w+\W+\w)")
_ALIKE = 0.85  # likeness of names of one meeting
_MISSPELT = 85  # likeness of words
_FEWEST, _MOST = 2, 5  # letters of an acronym within a name: `NY`, `USA`
Words = tuple[str, ...]


@lru_cache(maxsize=8192)
def are_two(left: str, right: str) -> bool:
    """Whether one of two names has a word that no word of the other is, begins or contracts: `Spine J`, `Eur Spine J`;
    of those of meetings, which each writes in its own way, all words. Neither is the other's acronym."""
    one, other = significant(left), significant(right)
    if not one or not other or likeness(left, right) == BY_LETTERS or _begin(one, other) or _begin(other, one):
        return False
    if is_meeting(f"{left} {right}"):
        if any(is_meeting(one) and not _JOURNAL.search(one) and _is_journal(its) for one, its in _both(left, right)):
            return True
        return likeness(left, right) < _ALIKE and not any(map(_is_beginning, product(one, other)))
    return all(_has_more(*both) or _has_more(*reversed(both)) for both in product(_forms(left), _forms(right)))


def _both(left: str, right: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (left, right), (right, left)


def _is_journal(name: str) -> bool:
    return bool(_JOURNAL.search(name)) and not is_meeting(name)


def _begin(short: Words, long: Words) -> bool:
    """Whether a name is the first letters of another's first words: `PNAS`."""
    return len(short) == 1 and len(short[0]) > 2 and "".join(word[0] for word in long).startswith(short[0])


def _is_beginning(pair: tuple[str, str]) -> bool:
    return pair[0].startswith(pair[1]) or pair[1].startswith(pair[0])


@lru_cache(maxsize=8192)
def _forms(name: str) -> tuple[Words, ...]:
    """The words of a name with and without what stands in brackets, behind a colon or semicolon, and before it as its
    acronym (`AJR Am J Roentgenol`), and with words whole that hyphens part."""
    return tuple(dict.fromkeys(form for written in _written(name) if (form := _words(written))))


def _written(name: str) -> Iterator[str]:
    body = _BEHIND.sub("", name) or name
    for bare in dict.fromkeys((body, _BRACKETED.sub("", body) or body)):
        for cut in dict.fromkeys((bare, bare.partition(":")[0] or bare)):
            found = _ACRONYM.match(cut)
            is_before = found and _is_in(found[0], cut[found.end() :])
            for one in (cut, cut[found.end() :]) if found and is_before else (cut,):
                yield from dict.fromkeys((one, one.replace("-", "")))


def _is_in(letters: str, name: str) -> bool:
    """Whether the letters stand in a name in this order, the first at its beginning."""
    those = iter("".join(words(name)))
    rest = letters.lower()
    return next(those, "") == rest[0] and all(letter in those for letter in rest[1:])


def _words(name: str) -> Words:
    bare = _LETTER.sub(" ", _ELIDED.sub("", name.replace("&", " ")))
    return tuple(word for word in words(bare) if word not in _JOINTS)


def _has_more(one: Words, other: Words) -> bool:
    spelt = {word for short in other for word in _spelt(short, one)}
    return any(
        word not in _BESIDE
        and word not in spelt
        and not any(_are_one(word, its) for its in other)
        and not _spelt(word, other)
        for word in one
    )


def _spelt(short: str, name: Sequence[str]) -> Sequence[str]:
    """The words, one behind the other, whose first letters a word is: `NY`, `USA`."""
    size = len(short)
    if not _FEWEST <= size <= _MOST:
        return ()
    slices = (name[at : at + size] for at in range(len(name) - size + 1))
    return next((part for part in slices if "".join(word[0] for word in part) == short), ())


def _are_one(word: str, other: str) -> bool:
    return shortens(word, other) or shortens(other, word) or fuzz.ratio(word, other) >= _MISSPELT
