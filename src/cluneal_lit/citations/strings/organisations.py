"""Words by which an author part names a group or an organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late
from cluneal_lit.names import names_group, names_society
from cluneal_lit.others import AND_ALWAYS

# With these the name of a group ends; in titles they stand too.
_ENDING = late(
    r"\b(?:Workshop|Trialists|Trials?|Reviewers|Participants|Contributors|Members|Authors|Subcommittee|Partnership"
    r"|Coalition|Projects?|Cohorts?|Faculty|Task\s?force|Working Party|Conference|Biobank)(?:\s(?:19|20)\d\d)?$",
    re.IGNORECASE,
)
_AND = late(rf"\s+{AND_ALWAYS}\s+")
_COUNTRIES = frozenset(("UK", "USA"))
# `ClinicalTrials.gov`, `EudraCT`; but `McDONALD` is somebody.
_SITE = late(r"[\w-]+\.(?:gov|org|com|net|edu|eu|int)|(?!(?:Ma?c|V[ao]n|D[aeiu]|L[ae])[A-Z])[A-Z][a-z]+[A-Z]{2,}")
# A name of one word that is a group's, by its beginning or end: `Bundesärztekammer`, `PatellaCorp`.
_OF_ONE_WORD = late(
    r"Bundes\w{4,}|\w{3,}(?:kammer|institut|ministerium|gesellschaft|verband|verein|zentrum|behörde|[a-z]Corp)\.?"
)
# Known by their short names alone.
_SHORT = frozenset(
    "WHO OMS OPS OPAS PAHO UNICEF UNESCO UNAIDS ONUSIDA UNFPA UNDP PNUD UNEP UNHCR FAO IFAD WFP ILO OECD OCDE IARC IAEA"
    " ICRP ICRC IPCC CDC ECDC NIH FDA EMA EFSA AHRQ USAID CDISC NHMRC AIHW NICE SIGN INSERM IBGE ANVISA INCA IPEA"
    " CONITEC DHHS HHS NHS RCOG EULAR AAOS IASP".split()
)
_BESIDE_PEOPLE = re.compile(r",\s(?:and|&|for|on behalf of)\s(?:the\s)?\S+\s\S")
_LISTED = late(
    r",\s[^\W\d_][a-z-]+,\s(?:and|&)\s"
)  # what one group is for: `National Heart, Lung, and Blood Institute`
_IN_CAPITALS = late(rf"(?:[{UPPER}]\.[\s‐-]?)+[{UPPER}]{{2,}}")  # `B. J. BERGER`
_LISTING = re.compile(r"[,;]|\s&\s")
_NATION = late(r"^(?:U\.\s?[SKN]\.(?:\s?A\.)?|E\.\s?U\.)(?=\s\w)")
_PERSON = late(
    rf"(?:^(?!(?:US|UK|EU|UN)\s)|[\s,.](?!(?:US|UK|EU|UN)\s[{UPPER}]))[{UPPER}]{{1,3}}\.?(?=[,;.&\s]|$)(?!\s\d)(?<!\bUSA)"
)
_BEHIND_SHORT = late(r"(?<=\w\))\s*(?:[,;&]|\b(?:and|und|e|y|et)\b)\s*(?=\w)")
_BLANK = re.compile(r"\S\s")
_LONGEST_INITIALS = 4
_FIRMS = late(
    r"(?:^|;|\binventors?\b[.,;]?\s)\s*((?:[^;,]|,(?=\s(?:Inc|Ltd|LLC|Corp|Co)\b))+)[\s,]+assignee\b[\s.,;]*$"
    r"|(?:;|\binventors?\b[.,;]?\s)\s*((?:(?!inventor)[^;])+?)[\s,]+assignees\b[\s.,;]*$",
    re.IGNORECASE,
)
_FIRM_ENDS = late(r",\s+(?!(?:Inc|Ltd|LLC|Corp|Co)\b)(?:and\s)?")


@lru_cache(maxsize=1 << 12)
def is_group(piece: str) -> bool:
    """Whether a name of several words is a group's, and nobody's with an initial (`Hospital J`, `J. Hospital`)."""
    words = piece.split()
    initial = len(words) == 2 and any(len(word.rstrip(".")) == 1 for word in words)
    national = len(words) > 2 and words[-1] in _COUNTRIES and all(map(str.istitle, words[:-1]))  # `Knee Research UK`
    return len(words) > 1 and not initial and (national or "&" in piece or _is_named(piece))


def joined_group(text: str) -> str:
    """The end of a text that is the name of one group, with `and` inside it: `Hips and Knees Study Group`, also behind
    `Orlov B and the`; empty without one. Both sides may be people where given names are written in full."""
    starts = [0, *(one.end() for one in _AND.finditer(text))]
    return next((text[start:] for start in starts[:-1] if _is_joined(text[start:])), "")


def _is_joined(text: str) -> bool:
    *before, last = _AND.split(text.strip())
    led = last.startswith(("the ", "for ", "on behalf"))
    return not led and _is_named(last) and not any(map(_PERSON.search, filter(_BLANK.search, before)))


def _is_named(text: str) -> bool:
    return names_group(text) or bool(_ENDING.search(text))


def is_group_word(word: str) -> bool:
    """Whether a name of one word is that of a group or of its site."""
    return bool(_OF_ONE_WORD.fullmatch(word) or _SITE.fullmatch(word)) or names_society(word)


def is_short_name(word: str) -> bool:
    """Whether a word is the short name by which an organisation is known: `UNICEF`."""
    return word in _SHORT


def groups(text: str) -> list[str]:
    """Groups that each end with their abbreviation, apart: `Instituto do Joelho (IJ) & Clube (CR)`; else the text."""
    groups = _BEHIND_SHORT.split(text)
    return groups if all(group.endswith(")") for group in groups) else [text]


def is_one_group(text: str) -> bool:
    """Whether a text is one name of a group, however many commas and `and` it has."""
    if _IN_CAPITALS.fullmatch(text):
        return False
    if text.isupper() and not _LISTING.search(text) and len(text.split()[-1]) > _LONGEST_INITIALS:
        return True
    if _PERSON.search(_NATION.sub("", text)) or not _is_named(text):
        return False
    return not _BESIDE_PEOPLE.search(text) or (bool(_LISTED.search(text)) and is_group(text.partition(",")[0]))


def assigned(text: str) -> tuple[str, list[str]]:
    """What stands before the firms to which a patent belongs, and these: `Oars & Sons` of `Boat J, inventor; Oars &
    Sons, assignee`; the text and nothing without any."""
    found = _FIRMS.search(text) if "ssignee" in text else None
    if not found:
        return text, []
    firms = [found[1]] if found[1] else _FIRM_ENDS.split(found[2])
    return text[: found.start(1 if found[1] else 2)], [firm.rstrip(".") for firm in firms]
