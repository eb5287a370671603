"""How much a stretch of text looks like a reference string."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from cluneal_lit.citations.identifiers.hits import Hit
from cluneal_lit.citations.references import authors, locators
from cluneal_lit.citations.references.continued import Block
from cluneal_lit.citations.references.locators import UNDATED
from cluneal_lit.citations.references.published import PUBLISHED
from cluneal_lit.late import late

YEAR = late(rf"(?<![\d.,/]){locators.YEAR}(?!\d)|\((?:{UNDATED})[),]", re.IGNORECASE)
_YEAR_NEXT = late(rf"[\s.,]*\(?{locators.YEAR}[a-h]?[).,]")
_QUOTED = late(r"[\"“”'‘«].*[\"“”'’»]\.?$", re.DOTALL)
REST = late(
    r"[\W_]|\b(?:doi|pmid|pmcid|pmc|epub|available|from|at|free|full text|article|pubmed|crossref|google|scholar"
    r"|accessed|issn|print|online|in|internet|cited|and|url|\d+)\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*",
    re.IGNORECASE,
)
# From when to when of a programme, times and scores, the time behind a day or year of birth, what is counted of a year.
_TIMES = late(
    r"\b\d\d?[:.]\d\d\s?[-–]\s?\d\d?[:.]\d\d\b|\b\d?\d:[0-5]\d[.,]\d{1,2}\b(?!\s?[-–])|\(\d\d?:\d\d?\)"
    r"|\b\d\d?:\d\d?(?=,?\s(?:on\s)?\d{1,2}\.?\s[A-Z][a-z]+\s\d{4})|(?<=\d,\s)\d?\d:[0-5]\d\b(?!\s?[-–]\s?\d)"
    rf"|\b{locators.YEAR}:\s\d+(?:[.,]\d+)?\s?(?:[a-zà-ÿ]|%|€)"
    rf"|\({locators.YEAR}\):\s\d+\s?(?:min|sec|[hs]|k?m|[cm]m|k?g|m?l|W|V|A|EUR)\b"
)
# What kind of work it is, as Chinese lists say it: `[J]`. (GB/T 7714-2015)
_MARKED = late(r"\[(?:[JMCDNRSPGA]|DB|CP|EB)(?:/OL)?\][.,/\s]")
_SENTENCE = late(rf"\.\s+[\"“‘«*_]{{0,2}}[{authors.UPPER}]")
# What parts a title from what stands behind it, or encloses it.
_PARTED = late(
    rf"[^\W\d_)]{{2}}[.?!:]\s+[\"“*_(]{{0,2}}[{authors.UPPER}]|\s//\s|[\"“«]|\)[.,]\s+[\"“*_]{{0,2}}[{authors.UPPER}]"
)
# With what a title begins, behind authors and year.
_TITLE = late(
    rf"[\s.,:;]*(?:\(?{locators.YEAR}[a-h]?\)?[\s.,:;]*)?[\"“”'‘«*_(\[]{{0,3}}(?:[{authors.UPPER}\d]|{authors.HAN})"
    r"|[\s.,]*\(?(?:eds?|editors?|hrsg|dirs?|coords?|(?:in )?press|n\.\s?d)\b",
)
_TALKATIVE = 80  # letters behind the last number: a sentence goes on there
_WORDED = 3  # letters between authors and numbers: without them the numbers are the authors' own
_SURE = 6  # points of what says itself that it is a reference
_SHORTEST = 25  # characters behind the authors that hold a title
_DATED_TITLE = late(
    rf"[.,]?\s?\(?(?:{locators.YEAR}[a-h]?|{UNDATED})\)?[.:,]?\s[\"“‘«*_]{{0,2}}[{authors.UPPER}][^.?!]{{8,}}"
    rf"(?:[.?!][\"”’»*_]{{0,2}}\s+[\"“*_(]{{0,2}}[{authors.UPPER}]|[*_]\.)"
)
_BODY = late(rf"{authors.BODY}{_DATED_TITLE.pattern}")
_YEAR_LAST = late(rf"[,;:]\s[c©]?{locators.YEAR}\.?$")
# An event of a family's history and where it is registered, behind a name and year: `(1890). Burial, plot 12`.
_REGISTERED = late(
    rf"[\s.,]*\(?{locators.YEAR}\)?[\s.,:]*"
    r"(?:burial|buried|baptism|baptised|baptized|christening|marriage|married|banns|birth|born|death|died|will|probate"
    r"|census|deed|obituary|naturali[sz]ation|emigration|immigration|enlistment|divorce)\b"
    r"(?!.*(?<!\bSt)\.\s(?-i:[A-Z]))(?:,\s[^\W\d]"
    r"|[^.]*\b(?:plot|grave|folio|parish|register|registry|certificate|cemetery|churchyard|church|piece|schedule)\b)",
    re.IGNORECASE | re.DOTALL,
)
# What bills, directories, matches and histories of families have behind names and years: money, telephones, houses, the
# minute of a goal, lives, and where somebody was when.
_ACCOUNT = late(
    r"(?:[€$£]|\b(?:EUR|USD|CHF|GBP))\s?\d|\d\s?(?:[€$£]|(?:EUR|USD|CHF|GBP|Euros?)\b)"
    r"|\b(?:Tel|Phone|Telephone|Telefon|Fax|IBAN)\b[.:]{0,2}\s?[\d+(]"
    r"|\b\d{1,4}[a-z]?\s(?:[A-Z]\w+\s){1,2}(?:Street|Road|Avenue|Lane|Ave|Rd)\b"
    r"|\b[A-Z]\w*(?:straße|strasse|gasse|weg) \d"
    r"|\b(?:b|d|m|geb|gest|verh|bur|bap)\. (?:\d|[A-Z]?[a-z]{2,8}\.? \d{4}|in [A-Z]|at [A-Z])"
    r"|\b(?:born|died|married|baptised|baptized|buried|geboren|gestorben|verheiratet)"
    r" (?:\d|in |at |mit |c\. ?\d|[A-Z])"
    rf"|\b[A-Z][^\W\d_]+: {locators.YEAR}[;,] [A-Z][^\W\d_]+ {locators.YEAR}\b|\b[Mm]inute \d{{1,3}}\b"
    r"|; \d{1,2} (?:children|sons|daughters|Kinder|Söhne|Töchter|enfants)\b",
)


def score(string: str, block: Block, hits: Sequence[Hit], start: int) -> int:
    """Points for what a reference string shows. It must begin with authors, or stand in a list and end with the
    numbers and identifiers that references end with."""
    years = len(YEAR.findall(string))
    if not (years or hits or block.labelled):
        return 0
    if block.labelled and years and _MARKED.search(string):
        return _SURE
    found = authors.leading(string, block.under)
    people = len(found.names) if found.style != "group" else int(block.under)
    if not found.names and not (block.labelled and (block.under or block.number is not None)):
        return 0
    if not years and not hits and people < 2:
        return 0
    told = bool(hits or block.under)
    located = _located(string, 0 if told else found.end)
    if people == 1 and not (told or block.labelled) and _REGISTERED.match(string, found.end):
        return 0
    if not told and _ACCOUNT.search(string):
        return 0
    if _talk_behind(string, hits, start, located) > _TALKATIVE and not block.under:
        return 0
    points = min(people, 2) + (1 if found.names else 0)
    points += (2 if located else 0) + (1 if years else 0) + (2 if hits else 0)
    points += (1 if block.labelled else 0) + (1 if block.number is not None else 0) + (1 if block.under else 0)
    if not found.names and (_QUOTED.fullmatch(string) or not (years or located)):
        return 0
    if not found.names and not block.under and not (hits and _ends_with_hit(string, hits, start)):
        return 0
    if not (located or told) and not _titled(string, found, people):
        return 0
    if people and not years and not hits and not (people >= 2 and block.labelled and _distinct(found)):
        return 0
    return points


def is_beside(string: str) -> bool:
    """Whether a paragraph is one beside references: people or a body with their year and a title begin it and more
    stands behind that, or people begin it, and a year ends it."""
    if _ACCOUNT.search(string) or not authors.OPENS.match(string):
        return False
    found = authors.leading(string, told=True)
    people = found.names and found.style != "group"
    if people and _REGISTERED.match(string, found.end):
        return False
    begun = _DATED_TITLE.match(string, found.end) if found.names else _BODY.match(string)
    return bool(begun or (people and _SENTENCE.match(string, found.end) and _YEAR_LAST.search(string)))


def _located(string: str, behind: int) -> re.Match[str] | None:
    """What looks like volume and pages, or place and publisher, with words before it behind the authors."""
    shown = _TIMES.sub(lambda times: " " * len(times[0]), string)
    letters = (at for at in range(behind, len(shown)) if shown[at].isalpha())
    worded = next(islice(letters, _WORDED - 1, None), len(shown)) if behind else -1
    hints = locators.HINT.finditer(shown)
    return next((hint for hint in hints if hint.start() > worded), None) or PUBLISHED.search(shown, behind)


def _titled(string: str, found: authors.Authors, people: int) -> bool:
    """Whether authors with initials have behind them what only a title can be; one of them with the year before it."""
    if found.style == authors.FULL or not _TITLE.match(string, found.end) or len(string) - found.end < _SHORTEST:
        return False
    dated = bool(_YEAR_NEXT.match(string, found.end))
    if people > 1 and _SENTENCE.match(string, found.end):
        return True
    return (dated or people != 1) and bool(_PARTED.search(string, found.end + 1))


def _distinct(found: authors.Authors) -> bool:
    return len({name.family for name in found.names}) == len(found.names)


def _ends_with_hit(string: str, hits: Sequence[Hit], start: int) -> bool:
    return len(string) - (hits[-1].end - start) <= 3


def _talk_behind(string: str, hits: Sequence[Hit], start: int, located: re.Match[str] | None) -> int:
    """How many letters follow the last number part or identifier that are no words of a reference's end."""
    end = max(hits[-1].end - start if hits else 0, located.end() if located else 0)
    return len(REST.sub("", string[end:])) if end else 0
