"""Whether a record's journal stands in the words of a citation's string, whatever was read from them as the journal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import journals
from cluneal_lit.checks import acronyms, subtitles, venues
from cluneal_lit.model import Fields

_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
# The end of a remark or of a title in quotation marks, before a journal: `German] Age Ageing`.
_REMARK = re.compile(r"^.*[)\]]|^.*[”»“]\s")
_TOLD = 3  # letters of the longest word of a shortened name: initials and labels of numbers have fewer
_ALONE = 4  # letters of a shortened name that is one word


def stands(words: Sequence[str], record: Fields) -> bool:
    """Whether the words of a string have the record's journal, in full or shortened."""
    kept = [word for word in words if word not in journals.FILLERS]
    return bool(kept) and any(_stands_in(kept, name) for name in venues.named(record, is_supplement=True))


def is_longer(cited: str, record: Fields) -> bool:
    """Whether a name that is none of the record's has one of them among other words, which make it another journal:
    `Am J Obstet Gynecol` of `Obstet Gynecol`. Words of the title before it were read as of the journal."""
    words = subtitles.whole(_REMARK.sub("", journals.unbracketed(cited)))
    people = " ".join(f"{name.family} {name.given}" for name in record.author)
    titled = {*subtitles.whole(f"{record.title} {record.original_title} {people}")}
    for name in venues.named(record, is_supplement=True):
        if found := _stands_in(words, name):
            before, own, behind = words[: found[0]], words[found[0] : found[1]], words[found[1] :]
            goes_on = any(map(subtitles.tells, subtitles.without_place(behind, record))) and not (
                len(own) > 1 and subtitles.is_series(own, behind)
            )
            if goes_on or any(word not in titled for word in before if subtitles.tells(word)):
                return True
    return False


def has_acronym(text: str, record: Fields) -> bool:
    """Whether a text has the record's journal as an acronym in capitals."""
    capitals = {(found.lower(),) for found in _CAPITALS.findall(text)}
    theirs = venues.named(record, is_supplement=True)
    return any(acronyms.is_made_of(word, journals.significant(name)) for word in capitals for name in theirs)


def _stands_in(words: Sequence[str], name: str) -> tuple[int, int] | None:
    """Where the name stands in the words of a string, each of its words whole or shortened: its first, and behind."""
    full = journals.significant(name)
    for count in range(len(full), min(len(full), 2) - 1, -1):
        for at in range(len(words) - count + 1):
            one = tuple(words[at : at + count])
            if one == full or (_is_telling(one, full) and journals.abbreviates(one, full)):
                return at, at + count
    return None


def _is_telling(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether some word is too long to be an initial or a label; of one that stands for a name alone a beginning."""
    if len(words) == 1:
        return len(words[0]) >= _ALONE and full[0].startswith(words[0])
    return words[0][0] == full[0][0] and max(map(len, words)) >= _TOLD
