"""Editions of books as formats want them said: `Third` for the styles of BibTeX, `3` for BibLaTeX and CSL.

BibTeX's styles print what stands there before `edition`, and want an ordinal with a capital (btxdoc, 2.2); BibLaTeX and
CSL make an ordinal of a number, and print other words alone (https://ctan.org/pkg/biblatex, 2.2.2).
"""

from __future__ import annotations

import re
import unicodedata

from cluneal_lit.late import late
from cluneal_lit.model import Fields

_WORDS = (
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth"
    " Sixteenth Seventeenth Eighteenth Nineteenth Twentieth"
).split()
_NUMBERS = {word.lower(): str(number) for number, word in enumerate(_WORDS, 1)}
# A number of more figures is a year, of which there is no ordinal.
_ORDINAL = re.compile(r"([1-9][0-9]{0,2})(?:(?:st|nd|rd|th)?\.?|/e)", re.IGNORECASE)
# The words for it, not letters of others: `Revised` ends in `ed`.
_EDITION = re.compile(r"\s*(?<![^\W\d_])ed(?:ition|n)?\.?$", re.IGNORECASE)
# The words for an edition in other languages and in English; 版 and 판 stand without blanks.
_WORD = late(
    r"(?<![^\W\d_])(?:ed(?:ition|itions|n|s)?|éds?|éditions?|edici[oó]n|edició|edição|edizione|edi[tț]i[ae]|ediție"
    r"|aufl|auflage|ausg|ausgabe|druk|uitg|uitgave|uppl|upplaga|utg|utgave|utgåva|udg|udgave|opl|oplag|painos|laitos"
    r"|wyd|wydanie|vyd|vydání|vydanie|izd|izdanje|izdaja|kiad|kiadás|bask[iı]|basım|izdevums|väljaanne|leidimas"
    r"|изд|издание|вид|видання|έκδοση|έκδ|ver|version|versión|versão|versione|версия|версія)(?![^\W\d_])|[版판]",
    re.IGNORECASE,
)
VERSIONED = frozenset({"dataset", "software"})  # whose editions are versions


def bare(written: str) -> str:
    """`2nd revised` of `2nd revised edition`."""
    return _EDITION.sub("", written)


def number(fields: Fields) -> str:
    """`3` for `3rd ed.`, `3.` or `Third`; what says more, or is a version, stays as it is written."""
    if fields.type in VERSIONED:
        return fields.edition
    named = unicodedata.normalize("NFKC", bare(fields.edition))  # figures of full width are figures
    ordinal = _ORDINAL.fullmatch(named)
    return ordinal[1] if ordinal else _NUMBERS.get(named.lower(), fields.edition)


def word(fields: Fields) -> str:
    """`Third` for `3`, `21st` for `21`; what says more loses the word that styles print behind it."""
    if fields.type in VERSIONED:
        return fields.edition
    counted = number(fields)
    if not _ORDINAL.fullmatch(counted):
        return bare(fields.edition)
    return _WORDS[int(counted) - 1] if int(counted) <= len(_WORDS) else numeral(counted)


def printed(fields: Fields) -> str:
    """`3rd ed` of `3` or `3rd ed.`, `2019 ed` of a year; what has a word for it, in any language, as it stands."""
    counted = number(fields)
    if _ORDINAL.fullmatch(counted):
        return f"{numeral(counted)} ed"
    named = bare(counted)
    return fields.edition if _WORD.search(named) else named and f"{named} ed"


def numeral(counted: str) -> str:
    """`3rd` of `3`."""
    ending = "th" if counted[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(counted[-1], "th")
    return counted + ending
