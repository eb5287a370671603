"""Surnames as languages with cases write them in a sentence: `podle Nováka a Dvořáka`, `у Иванова`, `Virtasen mukaan`.

The endings are those of the declensions of surnames in Slavic, Baltic and Finnic languages, Hungarian, Turkish, Greek
and Latin, folded. Only where a text is written in such a language is a name with one of them that of an entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from cluneal_lit.late import late

# How a name ends in a list, and how it may in a sentence.
_ENDINGS = {
    tail: frozenset(endings.split())
    for tail, endings in {
        "": "a u em om ovi owi iem ie e y i im ym ove ova ami ach n lla lle lta ssa sta ia nak nek val vel tol ek eknek"
        " ekkel nal nel ot at et t hoz fele in un nin nun ya ye da de ta te dan den yi yu а у ом ым е ы и ых ыми ою"
        " ові еві",
        "a": "y i e u ou o ej iej ie ai os oje",
        "o": "a u em om ovi owi ie",
        "y": "eho emu ego ym em ych ymi",
        "i": "ea en ella elle elta esta essa een ego emu im m ho mu ch mi iego iemu ich imi",
        "ki": "cy en ella elle elta esta essa een",
        "ti": "den della delle delta desta dessa teen",
        "ek": "ka ku kem kiem kovi kowi",
        "ec": "ce cem ci ca cu covi cowi",
        "el": "la lu lem lovi lowi",
        "as": "o ui a e u",
        "is": "io iui i",
        "us": "i o um aus ui",
        "s": "a am u",
        "e": "es ei a o een etta eella eelle eelta eesta",
        "nen": "sen sella selle selta sesta sessa seen sten sta ksi",
        "ne": "teen teella teelle teelta teesta",
        "to": "lon lolla lolle lolta losta don dolla dolle dolta dosta",
        "gas": "kaan gasta kaalla kaalle kaalta kaasta",
        "а": "ы и у ои ою е і оі іи",
        "я": "и ю еи ею е",
        "ая": "ои ую ою",
        "о": "а у ом е",
        "ии": "ого его ому ему им ом ем их ими",
        "ыи": "ого ому ым ом ых",
        "ои": "ого ому ым ом ых",
        "еи": "ея ею еем",
        "ь": "я ю ем е",
        "ος": "ου ο ον",
        "οσ": "ου ο ον",
        "ησ": "η",
        "ης": "η",
        "ασ": "α",
        "ας": "α",
    }.items()
}
_LONGEST = max(map(len, _ENDINGS))
_SHORTEST = 3  # letters that stay
_OWN = "ěščřžďťňůąęłńśźżőűığşșțăāēīūķļņģįųėđ"  # letters that other languages do not have
_SHARE = 0.005
# Finnish has no letter of its own; it has these words, of which `ja` means something elsewhere too.
_FINNISH = late(r"(?<!\w)(?:ja|että|oli|ovat|olivat|mukaan|myös|sekä|kuin|ym|eivät|tutkimuksen)(?!\w)")
_FEWEST, _OF_WORDS = 2, 0.01
_SAMPLE = 100_000  # characters


def is_usual(text: str) -> bool:
    """Whether a text in Latin letters is written in a language that inflects surnames, by its letters; in Finnish, by
    its words: a list of English works may take up most of it."""
    if text.isascii():
        return False
    small = text.lower()
    return sum(map(small.count, _OWN)) > _SHARE * len(text) or ("ä" in small and _is_finnish(small))


def _is_finnish(small: str) -> bool:
    sample = small[:_SAMPLE]
    found = _FINNISH.findall(sample)
    return len(set(found)) >= _FEWEST and len(found) > _OF_WORDS * sample.count(" ")


def nearest(written: str, surnames: Iterable[str], everywhere: bool) -> list[str]:
    """Those of the folded surnames of which a folded name may be a case, that share the most with it; in Latin letters
    only where they are so `everywhere`."""
    shared = {one: _shared(written, one) for one in surnames if everywhere or not one.isascii()}
    most = max(shared.values(), default=0)
    return [one for one, letters in shared.items() if letters == most and most]


@lru_cache(maxsize=65536)
def _shared(written: str, surname: str) -> int:
    """How many letters stay, where one may be a case of the other; else 0."""
    if len(surname) > _SHORTEST and written in (f"{surname}{surname[-1]}al", f"{surname}{surname[-1]}el"):
        return len(surname)  # Hungarian doubles the last before `-val`: `Fehérrel`
    for length in range(min(_LONGEST, len(surname) - _SHORTEST) + 1):
        stem = surname[: len(surname) - length]
        if written.startswith(stem) and written[len(stem) :] in _ENDINGS.get(surname[len(stem) :], ()):
            return len(stem)
    return 0
