"""What a reference says, made ready to be held against works: its fields, its string letter by letter, and titles."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct
from rapidfuzz import fuzz

from cluneal_lit.folding import letters
from cluneal_lit.late import late
from cluneal_lit.model import Fields
from cluneal_lit.titles import MARKUP, compact, heads

_APOSTROPHES = re.compile(r"['’ʼ`´]")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])")
_IDENTIFIERS = late(
    r"\bhttps?://\S+|\b(?:doi(?:\.org)?\W{0,3})?10\.\d{4,9}/\S+|\bwww\.\S+|\bpm(?:id|cid|c)[:\s]*\d+", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W_]+")
_LABEL = re.compile(r"^\s*[\[(]?\d{1,3}[\]).]\s+(?=\D)")
_CLEANING = ((MARKUP, ""), (_BROKEN, ""), (_APOSTROPHES, ""), (_IDENTIFIERS, " "), (_LABEL, ""))
_BRACKETED = re.compile(r"\[([^\]]{8,})\]")
_MOST = 0.7  # share of a stretch from which a title that was read in it is that title
LONGEST = 2000  # characters of a string that are looked at


class Cited(Struct, frozen=True):
    """A reference: `title` and `letters` are the folded letters and digits, no blanks, of its title and of its string,
    `heads` those of its title without a subtitle.

    `tokens` are the folded words of the string, `text` is the string they stand in, at `spans`; `starts` says where
    each begins in `letters`. All of them are empty for a reference that is only fields.
    """

    fields: Fields
    title: str
    heads: tuple[str, ...] = ()
    text: str = ""
    tokens: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = ()
    letters: str = ""

    def token_at(self, letter: int) -> int:
        """The number of the word that begins nearest to a letter; behind the last one where the string ends nearer."""
        bounds = (*self.starts, len(self.letters))
        after = bisect_left(bounds, letter)
        if after and (after == len(bounds) or letter - bounds[after - 1] < bounds[after] - letter):
            return after - 1
        return after

    def between(self, first: int, last: int) -> str:
        """The string from one word up to another, which is not in it, with what parts them."""
        start = self.spans[first][0] if first < len(self.spans) else len(self.text)
        return self.text[start : self.spans[last][0] if last < len(self.spans) else len(self.text)]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """A stretch as long as a title, without what it has before and behind the title that was read there: the names,
        journal and year beside a shorter one are no words of it."""
        at = self.letters.find(self.title) if self.title else -1
        first, last = max(start, at), min(end, at + len(self.title))
        return (first, last) if at >= 0 and last - first >= _MOST * (end - start) else (start, end)


def cited(fields: Fields, raw: str = "") -> Cited:
    """The reference of these fields and, where it is known, the string that they were read from."""
    text = raw[:LONGEST]
    for pattern, instead in _CLEANING:
        text = pattern.sub(instead, text)
    found = [(token, match.span()) for match in _TOKEN.finditer(text) if (token := letters(match[0]))]
    tokens = tuple(token for token, _ in found)
    starts, length = [], 0
    for token in tokens:
        starts.append(length)
        length += len(token)
    return Cited(
        fields,
        compact(fields.title),
        heads(fields.title),
        text,
        tokens,
        tuple(span for _, span in found),
        tuple(starts),
        "".join(tokens),
    )


def in_its_language(cited: Cited, fields: Fields) -> str:
    """The title of a work in the language in which the reference has it."""
    both = filter(None, (fields.title, fields.original_title))
    return max(both, key=lambda one: fuzz.ratio(cited.title, compact(one)), default="")


class Titles(Struct, frozen=True):
    """The titles of a work, folded: `whole` ones, in each language, and `heads`, without the subtitle."""

    whole: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


def titles(fields: Fields) -> Titles:
    """The titles of a work: as it is, in the other language, each half of one in two languages, and their heads."""
    written = [fields.title, fields.original_title, *_BRACKETED.findall(fields.title)]
    written += fields.title.split(" = ") if " = " in fields.title else []
    whole = dict.fromkeys(title for text in written if (title := compact(text)))
    return Titles(tuple(whole), heads(fields.title))
