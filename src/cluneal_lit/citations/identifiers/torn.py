"""DOIs that go on in the next line, and what stands behind `doi:` and is cut off or mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.citations.identifiers.hits import Hit, Text, url_start, word_before
from cluneal_lit.late import late

BREAK_IN_MARKUP = re.compile(r"<br[ /]{0,3}>", re.IGNORECASE)
_BREAK = r"(?:[ \t]{0,4}\r?\n|<[bB][rR][ /]{0,3}>\n?)[ \t>]{0,40}"
_UNFINISHED = late(r"(?:[_/\u2010\u00ad-]|/[a-z]{1,2}\.)$", re.IGNORECASE)
_WITHOUT_NUMBER = late(
    r"10\.\d{4,9}/[a-z]{0,12}(?:\.[a-z]{1,12})*\.?$"  # `10.1371/journal.pone.`: no DOI of words alone goes on so
    r"|10\.1016/[js]\.[a-z-]+\.\d{4}\.?(?:\d\d\.?)?$",  # Elsevier's: `10.1016/j.spinee.2008.11.003`
    re.IGNORECASE,
)
# What is left of an article's: the names of Elsevier's journals are followed by a year and numbers.
CUT_OFF = late(r"10\.1016/[js](?:\.[a-z-]*)?|10\.1371/journal(?:\.p[a-z]{3})?")
_ENTRY = r"(?!\d{1,4}[.)]\s|[-*•] |(?i:https?:|doi|pmid|pmc|arxiv|isbn|nct\d))"
_NEXT_LINE = late(rf"{_BREAK}{_ENTRY}(?=[^\s]*\d)([^\s\"“”|]{{2,200}})")
_NUMBER_NEXT = late(rf"{_BREAK}(?!\d{{1,4}}[.)]\s|(?:19|20)\d\d(?![\w.]*\d))(\d[^\s\"“”|]{{1,200}})")
# What goes on behind a full stop at the end of a line and begins neither a sentence nor an entry: Cochrane's, those of
# PLOS, numbers with a version.
_BEHIND_STOP = tuple(
    (re.compile(before), re.compile(rf"{_BREAK}({after})(?![\w-])"))
    for before, after in (
        (r"10\.1002/14651858\.$", r"[A-Z]{2}\d{6}(?:\.pub\d{1,2})?"),
        (r"10\.1371/journal\.$", r"p[a-z]{3}\.\d{7}"),
        (r".+\.$", r"(?!NCT|PMC)[A-Z]{1,4}\d{3,8}\.[a-z]{1,5}\d{1,3}"),
    )
)
_NUMBERED_NEXT = late(rf"{_BREAK}(?:[A-Z]{{1,4}}|p[a-z]{{3}}\.)\d")  # what all of them begin with
_NAME_BROKEN = late(r"10\.1016/[js]\.[a-z]+[-\u2010]$", re.IGNORECASE)
_NAME_NEXT = late(rf"{_BREAK}[a-z]+\.\d")
_GOES_ON = late(r"(?:\r?\n|<[bB][rR][ /]{0,3}>)[ \t>]{0,40}((?:\.(?=\d\d)|[_/](?=[\w.]*\d))[^\s\"“”|]{2,200})")
_BEHIND_BLANK = late(rf" {_ENTRY}(?=[^\s]*\d{{3}})([a-z\d][^\s\"“”|]{{4,200}})")
_WORDS_ALONE = late(r"10\.\d{4,9}/(?:[a-z]{1,3}\.)?$", re.IGNORECASE)
_BROKEN = late(
    r"(10[.,]\d{0,9}(?:[.,]\d+)*/?(?=[\s.,;)\]]|$)|10\.\d{4,9}\\(?!/)[^\s,;\"<>]{0,200}\w|10\.(?:[1-9]?\d{0,2}|0\d*|\d{10,})/[^\s,;\"<>]{0,200}\w"
    r"|[1lI|][0oO][.,]\s?\d{3,9}/(?:[^\s,;]{0,200}\w)?|10\.(?=\d*[oOlI])[\doOlI]{4,9}/[^\s,;\"<>]{0,200}\w|\d{4,5}/[^\s;,]{0,200}\d[^\s;,]{0,200})[.,;)\]]*"
)
_WELL_FORMED = r"10\.[1-9]\d{3,8}(?:\.\d{1,9}){0,4}(?:/|%(?:25)?2[fF])[^\s.,;)\]]"
_WHOLE = late(_WELL_FORMED)
_CUE = late(rf"(?>doi(?:\.org/|[ \t]?[:\uff1a]|[ \t])[ \t]{{0,4}})(?!{_WELL_FORMED})", re.IGNORECASE)


def whole(text: str, written: str, at: int, announced: bool) -> tuple[str, int] | None:
    """A DOI broken where it cannot end, with what follows the break, and where that ends; None where it is not broken.

    `announced`: a label or an address says that it is one; then a blank may break it too.
    """
    end = at + len(written)
    breaks = text[end : end + 5].lstrip(" \t")[:1] in ("\n", "\r", "<")
    if breaks and "\t" in text[text.rfind("\n", 0, at) + 1 : at].lstrip():
        return None  # the next line is another row of the table in which it stands
    if not breaks and not (announced and written[-1:] in ("/", ".") and text.startswith(" ", end)):
        return None
    following = _GOES_ON.match(text, end) if written[-1:].isalnum() else None
    if not following and written.endswith("."):
        following = _behind_stop(text, written, end)
    if not following and _UNFINISHED.search(written):
        following = _NEXT_LINE.match(text, end)
    if not following and _WITHOUT_NUMBER.search(written):
        following = _NUMBER_NEXT.match(text, end)
        if not following and announced and _WORDS_ALONE.match(written):
            following = _BEHIND_BLANK.match(text, end)
    if following and _NAME_BROKEN.match(written) and _NAME_NEXT.match(text, end):
        written = written[:-1]  # the names of Elsevier's journals hold no hyphen: it parts syllables
    if not following or text.startswith("\t", following.end(1)):
        return None  # what a tab ends is the first cell of the next row
    return written + following[1], following.end(1)


def _behind_stop(text: str, written: str, end: int) -> re.Match[str] | None:
    if not _NUMBERED_NEXT.match(text, end):
        return None
    return next(
        (found for before, after in _BEHIND_STOP if before.match(written) and (found := after.match(text, end))), None
    )


def malformed(text: Text) -> Iterator[Hit]:
    """What a label or the resolver's address announces as a DOI and is none."""
    for at in text.positions("doi"):
        cue = None if word_before(text.text, at) else _CUE.match(text.text, at)
        if cue and (broken := _BROKEN.match(text.text, cue.end())):
            start = url_start(text.text, cue.end()) if "/" in cue[0] else at
            yield Hit("doi", "", at if start < 0 else start, broken.end(1), "malformed", 0.8)


def field(text: str, at: int) -> Hit | None:
    """What stands in the cell of a DOI and is none."""
    broken = None if _WHOLE.match(text, at) else _BROKEN.match(text, at)
    return Hit("doi", "", at, broken.end(1), "malformed", 0.8) if broken else None
