"""Titles without what publishers put around them.

A title that PubMed translated keeps its brackets as it has them: where no original title stands beside it they alone
say that it is none of the work's own. Who prints one puts one pair around it, or none (`bracketed`, `unbracketed`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from cluneal_lit.folding import folded
from cluneal_lit.late import late

MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
# How far its review is, as F1000 and its sisters say behind a title: `[version 2; peer review: 2 approved]`.
_REVIEWED = r"\s*[\[(]version \d+\s*[;,:][^\[\]()]{0,150}[\])]\.?$"
_REVIEW = late(_REVIEWED, re.IGNORECASE)
# Words that publishers put before or behind the title of a work whose status changed, and those; the title is what
# remains.
STATUS_LABEL = late(
    r"^(?:(?:retracted|withdrawn|retraction|removed)(?: article)?\s*[:—–-]\s*"
    r"|[\[(](?:retracted|withdrawn|removed)(?: article)?[:.]?[\])]\s*:?\s*)+"
    r"|\s*[\[(](?:retracted|withdrawn)(?: article)?\b[^\[\]()]{0,80}[\])]\.?$"
    rf"|{_REVIEWED}"
    r"|[\s(\[:—–-]*\bretired chapter, for historical reference only\W*$",
    re.IGNORECASE,
)
_LABELS = (
    "retract",
    "withdrawn",
    "removed",
    "retired",
    "version",
)  # each label has one: to seek these takes a tenth of the time
_BRACKETED = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")
_SUBTITLE = late(r"[:.?!;]\s+|\s[–—-]+\s|\s=\s|\s/\s|\s\[")
_HEAD = 15  # letters that a title without its subtitle keeps at least
_UNTRANSLATED = ("", "[not available]", "not available")


@lru_cache(maxsize=16384)
def bare(title: str) -> str:
    """The folded words of a title without a status label."""
    said = title.lower()
    is_labelled = any(word in said for word in _LABELS)
    return folded(STATUS_LABEL.sub("", title) if is_labelled else title)


def compact(title: str) -> str:
    """The folded letters and digits of a title, blanks, hyphens and status label left out."""
    return bare(unmarked(title)).replace(" ", "")


def unmarked(title: str) -> str:
    """The title without markup, entities and what says how far its review is."""
    plain = MARKUP.sub("", unescape(title)) if "<" in title or "&" in title else title
    return _REVIEW.sub("", plain) if "ersion " in plain else plain


def translated(title: str, original: str) -> tuple[str, str]:
    """The title and the original one; the original alone where PubMed has no translation (`[Not Available]`)."""
    return (original, "") if original and title.lower() in _UNTRANSLATED else (title, original)


def unbracketed(title: str) -> str:
    """The title without the brackets around the whole of it."""
    translated = _BRACKETED.fullmatch(title)
    return translated[1] if translated else title


def bracketed(title: str) -> str:
    """The title in one pair of brackets, whether or not it has them."""
    return f"[{unbracketed(title)}]"


def heads(title: str, least: int = _HEAD) -> tuple[str, ...]:
    """A title without its subtitle, folded, by each way of cutting it, where so many letters of it are left."""
    cuts = (compact(title[: cut.start()]) for cut in _SUBTITLE.finditer(title))
    return tuple(head for head in cuts if len(head) >= least)


def subtitles(title: str) -> tuple[str, ...]:
    """What stands behind a title's head, folded, by each way of cutting it."""
    return tuple(compact(title[cut.end() :]) for cut in _SUBTITLE.finditer(title))
