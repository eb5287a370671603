"""Identifiers in a running text: what is found, and how the finders look for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct


class Hit(Struct, frozen=True):
    """An identifier that stands in a text from `start` to `end`, with its label or address.

    `value` is its normal form; empty for what looks like an identifier of that kind and is none (`form` is then
    `malformed`) and for a citation key that holds no identifier. `written`: the identifier as the target of a link
    holds it, where the text of the link, from `start` to `end`, does not.
    """

    kind: str
    value: str
    start: int
    end: int
    form: str
    confidence: float = 1.0
    written: str = ""


class Text(Struct, frozen=True):
    """A text and the same text in lower case, character for character, in which literal cues are sought."""

    text: str
    lower: str

    def positions(self, *cues: str) -> Iterator[int]:
        """Where one of the cues (in lower case) stands; each cue in turn."""
        for cue in cues:
            at = self.lower.find(cue)
            while at >= 0:
                yield at
                at = self.lower.find(cue, at + len(cue))


def prepared(text: str) -> Text:
    """The text made ready for the finders. `İ` is the one character whose lower case is two."""
    return Text(text, text.replace("İ", "I").lower())


def word_before(text: str, at: int) -> bool:
    """Whether a letter, digit or underscore stands directly before the offset."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


_URL_ENDS = " \t\n\"'<>[]|\u00a0"
_LONGEST_URL = 500
_SCHEMES = ("https://", "http://", "www.", "dx.doi.org/", "doi.org/")


def url_start(text: str, at: int) -> int:
    """Where the web address begins that runs up to the offset; -1 where there is none."""
    lowest = max(0, at - _LONGEST_URL)
    start = max(lowest, *(text.rfind(char, lowest, at) + 1 for char in _URL_ENDS))
    for scheme in _SCHEMES:
        found = text.find(scheme, start, at)
        if found >= 0 and not (found > start and text[found - 1].isalnum()):
            return found
    return -1
