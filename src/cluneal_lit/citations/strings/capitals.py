"""Reference strings, and titles, that are wholly in capitals, written as others are, so that names and titles are told
apart."""

from __future__ import annotations

import re

from cluneal_lit.late import late

_SHARE = 0.8  # of the letters
_FEWEST = 24  # letters
_HEAD = 40  # characters
_ADDRESS = re.compile(r"\S*[/@]\S*")
_STRETCH = late(r"[^.,;:()]+")
_WORD = late(r"[^\W\d_]+")
_TITLE = 4  # words of what is no name of people or places
# Of a title in capitals among others: words, behind a full stop or not; letters of all, and of one, as no acronym has.
_FEWEST_WORDS = {False: 3, True: 2}
_LETTERS, _LONG_WORD = 16, 6
_SHOUTED = late(r"[^a-z.;()\[\]]{18,}")
_MARKS = frozenset('.,:)]-–—?!…"“”')
_INITIALS = 2  # letters
_SMALL = frozenset(
    "a an the of and in on for with without to from by at as is or its de der die das den des und im zur zum von bei du"
    " la le les et en au aux del el los las y o da do dos e em da di il lo gli van het een te".split()
)


def eased(text: str) -> str:
    """The text, of the same length, with small letters where one wholly in capitals would have them elsewhere: in what
    stands between two marks behind its first word, and in each word of what is short, as names are; so too a title in
    capitals behind names that are not."""
    return _STRETCH.sub(lambda stretch: _eased(stretch[0]), text) if _is_shouted(text) else _SHOUTED.sub(_title, text)


def _is_shouted(text: str) -> bool:
    if sum(map(str.islower, text[:_HEAD])) > _HEAD // 4:
        return False  # nearly every string; the rest is counted whole
    letters = [char for char in _ADDRESS.sub("", text) if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return len(letters) >= _FEWEST and capitals >= _SHARE * len(letters)


def _title(match: re.Match[str]) -> str:
    """What may be a title in capitals, eased: some words behind a mark."""
    words = [word for word in _WORD.findall(match[0]) if len(word) > _INITIALS]
    head = match.string[: match.start()].rstrip()
    before = head[-1:] if any(map(str.isalpha, head)) else ""  # behind a label alone a body may stand
    few = len(words) < _FEWEST_WORDS[before == "."] or sum(map(len, words)) < _LETTERS
    if before not in _MARKS or few or max(map(len, words)) < _LONG_WORD or not all(map(str.isupper, words)):
        return match[0]
    return _STRETCH.sub(lambda stretch: _eased(stretch[0]), match[0])


def _eased(stretch: str) -> str:
    words = list(_WORD.finditer(stretch))
    kept = list(stretch)
    for place, word in enumerate(words):
        is_small = word[0].lower() in _SMALL
        if len(word[0]) <= _INITIALS and not (is_small and place):
            continue
        is_within = place and (is_small or len(words) >= _TITLE)
        start = word.start() + (not is_within)
        kept[start : word.end()] = map(_small, stretch[start : word.end()])
    return "".join(kept)


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter  # `İ` has two
