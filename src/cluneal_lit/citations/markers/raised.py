"""Raised numbers: markers, powers, isotopes, and those between authors and their institutes."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec import Struct

from cluneal_lit import others
from cluneal_lit.citations.markers import company, prose, units, wide
from cluneal_lit.citations.markers.bylines import Institutes
from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.legends import Headed
from cluneal_lit.citations.text.narrowed import signs_narrowed
from cluneal_lit.late import late
from cluneal_lit.model import Span

_HIGHEST = 400
_LONGEST = 200
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
WRITTEN = late(r"⁽?[⁰¹²³⁴-⁹]{1,3}(?:[,،˒，、～⁻–-][⁰¹²³⁴-⁹]{1,3}){0,20}⁾?")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻～،˒，、", "0123456789--,,,,", "⁽⁾")
# How Pandoc writes into plain text what it has no signs for: `pain^(2,3)`.
_CARET = re.compile(r"\^\((\d{1,3}(?:[,–-]\d{1,3}){0,20})\)")
_PAGES = late(r"\((?:pp?|ch(?:ap)?|sec|fig|tab(?:le)?|para|§)\.?\s?[\w.,–-]{1,20}\)", re.IGNORECASE)  # `4(p32)`
_MARKUP = late(r"<[^<>]*>|\]\([^()]*\)|[\^\[\]()（）]")
_INSIDE = late(r"\d{1,3}(?:(?:\s?(?:[,;–—‑-]|--)\s?|\s+)\d{1,3}){0,30}")
_BLANK_BETWEEN = re.compile(r"(?<=\d)\s+(?=\d)")
_DASH = late(r"[–—−‑-]")
# Parts of a page that an author's name, a table or a figure leads to.
_ELSEWHERE = late(r"#(?:aff|ins|author|corr|equ?\d|fig|tab|tbl|sec)", re.IGNORECASE)
_BLANKS = " \u00a0"
_STOPS = (".", "?", "!")
_CLOSING = '.,;:!?)”"’]⁾。，、；：！？）」』'
# A year, by the word before it: `in 2014`, `Kuniya et al. (2014`, `from 2010 to 2014`; other numbers have powers.
BEHIND_YEAR = late(
    r"(?:(?<!\w)(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|and|to|year|Im|im|[Ss]eit|[Ee]n|al\.?,?"
    r"|[A-ZÀ-Þ][^\W\d_]{2,}(?:,|['’]s)?)[ \u00a0]|\()(?:19|20)\d\d[a-z]?\Z"
)
_SMALL_WORD = re.compile(r"(?<![^\W_])[a-zà-ÿ]{2,}")
_TWO_NAMES = late(r"[A-ZÀ-Þ][^\W_]*\.?[\s-][A-ZÀ-Þ]|(?:and|und|et|y|&)\s[A-ZÀ-Þ]|,\s[A-ZÀ-Þ]")
_WIDE_WORDS = 3  # of those of Chinese, Japanese and Korean for one: names and institutes have few
_OF_NAMES = frozenset(
    "and und et al of the for at in for an am der die das von van de del della di da la le du".split()
)


class _Raised(Struct, frozen=True):
    start: int
    end: int
    written: str


def brackets(
    text: str,
    spans: Sequence[Span],
    listed: Collection[int],
    taken: Collection[int],
    named: Collection[int],
    powers: Collection[int],
) -> Iterator[Bracket]:
    """The raised numbers that stand as markers do, none over those that begin at `taken`; also what the list answers
    right behind an identifier that ends at one of `named`.

    `powers`: the numbers that the document cites by brackets, where what it raises are powers and what leads from
    authors to their institutes; then only several numbers in prose are markers, those that no bracket cites, and those
    behind a plain word or a bracket that the list answers. Where most lead to parts of the document, all do.
    """
    begun = sorted(taken)
    elsewhere = [span.start for span in spans if span.kind == "link" and _ELSEWHERE.search(span.target)]
    every = [
        (one, numbers(one.written, _HIGHEST)) for one in (*_signs(text), *_joined(text, list(_spans(text, spans))))
    ]
    institutes = Institutes(text, [(one.start, found) for one, found in every])
    own, headed = set(listed), Headed(text if every else "")
    of_heads = [headed.has(one.start, one.written) for one, _ in every]
    if 2 * sum(of_heads) > len(every):
        return
    behind = -1  # the marker before
    for (one, found), leads in zip(every, of_heads, strict=True):
        answered = own.issuperset(found)
        if any(bisect_left(starts, one.start) < bisect_left(starts, one.end) for starts in (begun, elsewhere)):
            continue  # raised brackets, found as brackets; a number that leads elsewhere than to a reference
        alone = len(found) > 1 or (answered and set(found).isdisjoint(powers))
        cut = answered and others.are_before(text, one.start)
        said = alone or (answered and units.is_plain_before(text, one.start, one.end))
        if powers and not cut and not (said and _is_prose(text, one.start)):
            continue
        if leads or institutes.has(one.start, found):
            continue
        beside = (
            behind >= 0 and text[behind : one.start] in tuple(_BLANKS) and not text[one.end : one.end + 1].isalnum()
        )
        identified = answered and one.start in named and not text[one.end : one.end + 1].isalnum()
        if found and (beside or identified or _credible(text, one.start, one.end, found, answered)):
            behind = one.end
            yield Bracket(one.start, one.end, found, prose.ends(text, one.start, one.end))


def believed(
    found: Sequence[Bracket], listed: Collection[int], others: bool, literature: Callable[[], bool]
) -> Iterator[Bracket]:
    """Those of raised numbers that are markers: all that the list answers, that lie near its numbers or end a clause;
    where there is none, those in company. `others`: the document has other markers."""
    own = set(listed)
    if any(own.issuperset(one.numbers) for one in found):
        yield from (
            one for one in found if own.issuperset(one.numbers) or one.ends or company.fits(one.numbers, own, False)
        )
    elif found and (company.believed(found, bool(listed) or others) or company.believed(found, literature())):
        yield from found


def _credible(text: str, start: int, end: int, values: tuple[int, ...], answered: bool) -> bool:
    """Whether raised numbers stand as markers do: behind a word of three letters that is no unit, or punctuation.

    Where a list answers them (`answered`) two letters, a year or a name such as `IL-6` are enough, and in prose a blank
    may part them; else the line must be prose.
    """
    before = text[max(0, start - 40) : start]
    if not answered and not _is_prose(text, start):
        return False
    if before[-1:] in _BLANKS:
        before = before.rstrip(_BLANKS)
        said = _is_prose(text, start) or _is_sentence(text, start)
        if not answered or text[end : end + 1].isalnum() or not said:
            return False
    if before[-1:] and before[-1] in _CLOSING:
        return not before[-2:-1].isdigit() or answered
    if before[-1:] == "%" and (answered or len(values) == 1):
        return not text[end : end + 1].isalnum() and _is_prose(text, start)
    if answered and BEHIND_YEAR.search(before):
        return not text[end : end + 1].isalnum() and not units.MEASURED.match(text, end)
    if answered and prose.is_behind_name(before):
        return not text[end : end + 1].isalnum() and _is_prose(text, start)
    word = re.search(r"[^\W\d_]+\Z", before)
    if word is None or before[: word.start()][-1:].isdigit() or units.has_power(word[0], values):
        return False
    return len(word[0]) > 2 or (answered and len(word[0]) == 2 and word[0].islower() and not units.is_short(word[0]))


def _signs(text: str) -> Iterator[_Raised]:
    for match in WRITTEN.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        yield _Raised(match.start(), match.end(), match[0].translate(DIGITS))
    for match in _CARET.finditer(text):
        yield _Raised(match.start(), match.end(), match[1])


def _spans(text: str, spans: Sequence[Span]) -> Iterator[_Raised]:
    for span in spans:
        if span.kind == "superscript" and span.end - span.start <= _LONGEST:
            inside = html.unescape(_MARKUP.sub("", _PAGES.sub("", text[span.start : span.end]))).strip()
            inside = signs_narrowed(inside)
            written = _BLANK_BETWEEN.sub(",", inside) if _INSIDE.fullmatch(inside) else ""
            found = numbers(written, _HIGHEST) if written != inside else ()
            if written and list(found) == sorted(found):  # digits that blanks part are numbers where they rise
                yield _Raised(span.start, span.end, written)


def _joined(text: str, found: Sequence[_Raised]) -> Iterator[_Raised]:
    """What is raised, two that a dash parts as one: a range; and two that nothing parts."""
    at = 0
    while at < len(found):
        one, following = found[at], found[at + 1] if at + 1 < len(found) else None
        if following and one.end < following.start and _DASH.fullmatch(text, one.end, following.start):
            one = _Raised(one.start, following.end, f"{one.written}-{following.written}")
            at += 1
        elif following and one.end == following.start and text[one.end - 1] in ">⁾":
            one = _Raised(one.start, following.end, f"{one.written},{following.written}")
            at += 1
        yield one
        at += 1


def _is_prose(text: str, at: int) -> bool:
    """Whether the line holds words of prose, as that of authors and their institutes does not."""
    line = _line(text, at)
    return len(set(_SMALL_WORD.findall(line)) - _OF_NAMES) + wide.words(line) // _WIDE_WORDS > 1


def _is_sentence(text: str, at: int) -> bool:
    """Whether the line is a short sentence, with a full stop and without names: `Known ¹ and ².`, `It hurts. ¹`"""
    line = _line(text, at).rstrip(f"{_BLANKS}0123456789,;–-")
    ended = text[max(0, at - 2) : at].rstrip(_BLANKS).endswith(_STOPS)
    return (ended or (line.endswith(_STOPS) and bool(_SMALL_WORD.search(line)))) and not _TWO_NAMES.search(line)


def _line(text: str, at: int) -> str:
    return text[max(text.rfind("\n", max(0, at - 300), at) + 1, at - 300) : at + 300].partition("\n")[0]
