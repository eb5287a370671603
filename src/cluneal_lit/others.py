"""How a list of authors ends, as the languages that are cited write it: with `and`, or `et al.` for those left out.

The abbreviations are those of the countries' own citation styles and journals: `i wsp.` stands in Polish ones,
`ve ark.` in Turkish ones, `и др.` in Russian ones (GOST R 7.0.5-2008).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.late import late

# Nobody's name and no word of a title, in whatever case.
_SURE = (
    r"et\.?,?\s{0,9}al(?:ii|iae)?",  # Latin
    r"(?:and|&|a)\sothers",
    r"(?:and|&)\s(?:colleagues|co-?workers|co-?authors)",
)
# These are so too, but stand in titles: `Asthma und andere Leiden`.
_ANY_CASE = (
    r"und\s(?:andere|kollegen|mitarb|mitarbeiter(?:innen)?)|u\.?\s(?:mitarb|koll)",  # German
    r"et\.?\s?(?:coll?s?|coll?ab(?:orateurs)?|autres)",  # French
    r"en\s(?:anderen|medewerkers)",  # Dutch
    r"og\s(?:andre|medarb(?:e(?:jd|id)ere)?)|och\s(?:andra|medarbetare)|med\sfler[ea]",  # Danish, Norwegian, Swedish
    r"ja\s(?:muut|työtoverit|teised)|ynnä\smuut",  # Finnish, Estonian
    r"és\s(?:m?tsa?i|munkatársai|társai|mások)",  # Hungarian
    r"[sșş]i\s(?:col|colab(?:oratorii)?|al[tțţ]ii)",  # Romanian
    r"ve\s(?:ark|arkadaşları|diğ|diğerleri)",  # Turkish
    r"και\s(?:συν|συνεργ|συνεργάτες|άλλοι)",  # Greek
    r"dan\skawan-kawan|dkk",  # Indonesian
    r"và\s(?:cs|cộng\ssự)",  # Vietnamese
    r"un\s(?:citi|līdzautori)|ir\s(?:kt|kiti|bendraautoriai)",  # Latvian, Lithuanian
    r"ואח['׳’]?|وآخرون|وآخرين|و\s?همکاران|และคณะ",  # Hebrew, Arabic, Persian, Thai
)
# Short ones, as they are written alone: `E.A.` are initials, `Col` is a surname.
_AS_WRITTEN = (
    r"&\s?al",
    r"[ue]\.\s?a|c\.\s?s",  # German; Dutch
    r"and\s(?:associates|collaborators)",
    # Spanish to Catalan
    r"[eyi&]\s(?:coll?s?|coll?ab(?:orador[ei]s|oratori)?|colegas|colleghi|otros|outros|altr[ie]s?)",
    r"i\s(?:wsp|współ(?:aut|autorzy|prac|pracownicy)|inni)",  # Polish
    r"a\s(?:kolektiv|spol|další|ďalší|jiní|iní)",  # Czech, Slovak
    r"i\s(?:sur|suradnici|sar|saradnici|dr|ostali)|in\ssod|in\sdrugi|idr",  # Croatian, Serbian, Slovene
    r"m\.?\s?fl|mfl|o\.\s?a|y\.m",  # Danish, Norwegian, Swedish; Finnish
    r"и\s(?:др|другие|соавт|соавторы|сотр|сътр|кол|колектив|съавт|сар|сур|сор)|с\sсоавт",  # Russian, Bulgarian, Serbian
    r"(?:та|й|і)\s(?:ін|інші|інш|співавт|співавтори)",  # Ukrainian, Belarusian
    r"κ\.\s?[άα]|κ\.?\s?συν|u\.\s?c|ș\.\s?a",  # Greek, Latvian, Romanian
)
# These may begin something else, unless they are at their end: `i in vitro`, `vd Meer`, `a kol` of no stop.
_STOPPED = r"i\sin|a\skol|aj|jt|ym|vd"
_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W\d_])", r"(?![^\W\d_]|[‐-][^\W\d_])"
_ENDS = r"(?=\.?\]?\s*(?:[,;:()\[\]\d\"“„«]|$)|\.)"

SURE = rf"{_NO_LETTER_BEFORE}(?i:{'|'.join(_SURE)}){_NO_LETTER_BEHIND}"
"""The pattern of those that mean nothing else wherever they stand; a full stop behind them is not in it."""
BEHIND_NAMES = (
    rf"{_NO_LETTER_BEFORE}(?:(?i:{'|'.join((*_SURE, *_ANY_CASE))})|{'|'.join(_AS_WRITTEN)}|(?:{_STOPPED}){_ENDS})"
    rf"{_NO_LETTER_BEHIND}"
)
"""The pattern of all that mean it behind a name; a full stop behind them is not in it. It has no group with a name."""
AND_ALWAYS = r"(?:and|und|u\.|et|en|og|och|ve|oraz|ja|és|[sșş]i|dan|và|un|ir|та|και)"  # Slovene `in` is left out
"""The pattern of what stands before the last of several names and within none, with a blank before and behind it."""
AND_IN_NAMES = r"(?:y|e|i|a|и|й|і)"
"""The pattern of those that stand in surnames too, as in `Ramón y Cajal`, or are initials, but for `&`."""
AND = rf"(?:&|{AND_ALWAYS}|{AND_IN_NAMES})"
"""The pattern of all that stand before the last of several names, with a blank before and behind them."""
EASTERN_AND = r"[和与與及と]"
"""The pattern of those of Chinese and Japanese, which stand between names without a blank."""
EASTERN = r"(?:等人?|ほか|(?<=[\u4e00-\u9fff])ら|(?<=[,，、\s])(?:他(?:\s?\d+\s?名)?|외(?:\s?\d+\s?[인명])?|등))"
"""The pattern of those of Chinese, Japanese and Korean, which stand at the end of the names, often without a blank."""
EASTERN_BEHIND = r"(?:等人?|ほか|ら|他(?:\s?\d+\s?名)?|외(?:\s?\d+\s?[인명])?|등)"
"""The same right behind a name that a year or its bracket follows: nothing need part them."""

_SHORT_AND = re.compile(r"(?<=[^\W\d_a-z.] u)\.(?= [^\W\d_a-z])|(?<=[^\W\d_a-z]\. u)\.(?= [^\W\d_a-z])")
_ALONE = late(rf"(?:(?i:others)|{BEHIND_NAMES}|{EASTERN})\.?")
_AT_END = late(rf"{BEHIND_NAMES}\.$")
_LONGEST = 30  # letters of one
_LAST = late(rf"(?:{BEHIND_NAMES}\.?|{EASTERN}|…|\.\.\.)\s*$")
_EACH = late(rf"{BEHIND_NAMES}\.?")
_ANYWHERE = late(rf"{SURE}|…|\.\.\.")
_CUT_OFF = late(rf"(?<=[\w.,;)])[,;]?\s?(?:{BEHIND_NAMES}{_ENDS}|{EASTERN}(?=\s*(?:[.．。,，:：;\[(\d]|$)))")


def stops_of_and(text: str) -> Iterator[tuple[int, int]]:
    """Where the full stop of a shortened `and` (`Quimby A u. Orlov B`) stands behind initials, and ends nothing."""
    return (found.span() for found in (_SHORT_AND.finditer(text) if " u. " in text else ()))


def are_alone(text: str) -> bool:
    """Whether what stands in the place of a name is `et al.` alone, or BibTeX's `others`."""
    return bool(_ALONE.fullmatch(text))


def are_before(text: str, place: int) -> bool:
    """Whether `et al.`, with its full stop, stands right before a place of a text."""
    return text.endswith(".", 0, place) and bool(_AT_END.search(text, max(0, place - _LONGEST), place))


def without(names: str) -> str:
    """A list of names without the `et al.`, or dots for it, at its end."""
    found = _LAST.search(names, max(0, len(names) - _LONGEST))
    return names[: found.start()] if found else names


def taken_out(text: str) -> str:
    """The text without each `et al.` in it: that of authors who were read into a title."""
    return _EACH.sub(" ", text)


def are_meant(text: str, authors: str) -> bool:
    """Whether a reference leaves authors out; `authors` is the part of its `text` in which they can stand, without its
    title."""
    return bool(_ANYWHERE.search(text) or _CUT_OFF.search(authors))
