"""Whether numbers stand in prose: what is written before them, and whether that is a sentence or code."""

from __future__ import annotations

import re

from cluneal_lit.citations.markers import wide
from cluneal_lit.citations.references import locators
from cluneal_lit.late import late

_REACH = 200
_WRAPPED = 40  # a line that is shorter was not broken by its width
_INDENT = " \t\u00a0>\r"
_BEHIND = (".", ",", ";", ":", ")", "?", "!")
_CLOSED = tuple('.,;:!?)”"’]。，、；：！？）」』')
_FOLLOWING = ".,;:)!?[\n\r。，、；：！？）」』"
_ENDS = (".", "!", "?", ":")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_LABELLED = re.compile(r"[\s>]*[\[(]\d{1,3}[\])]\s+\w")
_CODE = late(r"[={}`$\\_<>|~]|\w\(|//|;\s*$|->")
_FIGURE = late(rf"(?<![\w.])(?!{locators.YEAR}\b)[\d.,]*\d\s?[%°]?\s*$")
_NAME = late(r"(?<![^\s(\[“\"'/])[^\W\d_][^\W_]*(?:[-‐‑–][^\W_]+)*(?<=\d)(?<!\d{4})\Z")
_LONGEST_NAME = 40
_FEWEST_WORDS = 2
# Lines of an e-mail's head: in its subject a number in brackets counts mails or parts, or belongs to the title of one.
_HEAD_LINE = (
    r"[ \t>*_]*(?:from|to|cc|date|sent|reply-to|message-id|von|an|datum|gesendet|de|à|para|fecha|data|enviado)"
    r"[*_]*:[^\n]*"
)
_HEAD = late(_HEAD_LINE, re.IGNORECASE)
_SUBJECT = late(r"[ \t>*_]*(?:subject|betreff|objet|asunto|assunto|oggetto)[*_]*:[^\n]*", re.IGNORECASE)
_NUMBERED = re.compile(r"[\[(]\d")


def before(text: str, start: int, end: int) -> str:
    """What stands before a bracket in its line; before one that begins a line, the line of prose that goes on in it."""
    own = _line_start(text, start)
    line = text[own:start]
    if line.strip(_INDENT) or not own:
        return line
    above = _line_start(text, own - 1)
    wrapped = text[above : own - 1].rstrip()
    if own - above <= _WRAPPED or not _goes_on(wrapped, text[start:end], text[end : end + 2]):
        return ""
    return f"{wrapped} "


def _line_start(text: str, at: int) -> int:
    """Where a line begins, or as far before a place in it as is looked."""
    farthest = max(0, at - _REACH)
    return text.rfind("\n", farthest, at) + 1 or farthest


def _goes_on(wrapped: str, bracket: str, after: str) -> bool:
    """Whether a line goes on with a bracket in the next, which is no label of an item there."""
    if not is_sentence(wrapped):
        return False
    if after.startswith(_BEHIND) or len(re.findall(r"\d+", bracket)) > 1:
        return True
    return not _LABELLED.match(wrapped) and (not wrapped.endswith(_ENDS) or after[1:].islower())


def is_sentence(line: str) -> bool:
    """Whether a line holds words enough to be prose, and its end no code; brackets may be escaped, as Pandoc does."""
    return len(_WORD.findall(line)) + wide.words(line) >= _FEWEST_WORDS and not _CODE.search(
        line[-60:].replace("\\[", "[").replace("\\]", "]")
    )


def is_behind_figure(line: str) -> bool:
    """Whether a line ends with a number that is no year: a bracket behind it is its interval."""
    return bool(_FIGURE.search(line))


def is_behind_name(line: str) -> bool:
    """Whether a line ends with a name that ends with a number, `COVID-19`, `IL-6`, `CD4`: what is raised or in brackets
    behind that may be a marker, behind a figure it seldom is."""
    name = _NAME.search(line[-_LONGEST_NAME:])
    letters = [sign for sign in name[0] if sign.isalpha()] if name else []
    return len(letters) > 1 and any(map(str.isupper, letters))


def subjects(text: str) -> list[tuple[int, int]]:
    """Where subjects of e-mails stand that hold a number in brackets; a line of the head stands beside them."""
    begins = dict.fromkeys(_line_start(text, number.start()) for number in _NUMBERED.finditer(text))
    lines = (line for begin in begins if (line := _SUBJECT.match(text, begin)))
    return [line.span() for line in lines if _beside_head(text, line)]


def _beside_head(text: str, line: re.Match[str]) -> bool:
    above = _line_start(text, line.start() - 1) if line.start() else None
    return bool(_HEAD.match(text, line.end() + 1) or (above is not None and _HEAD.match(text, above)))


def ends(text: str, start: int, end: int) -> bool:
    """Whether a clause or paragraph ends at a bracket: behind it, or before it (`It hurts.[1] It …`)."""
    after = text[end : end + 2].lstrip(" \u00a0")
    return not after or after[0] in _FOLLOWING or text[max(0, start - 1) : start] in _CLOSED
