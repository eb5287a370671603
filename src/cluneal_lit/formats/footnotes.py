"""Markdown from people, in which footnotes are numbers and paragraphs at the end: CommonMark, Word and plain text know
none, and where several notes share a page the words of one would answer to the number in another.

(https://pandoc.org/MANUAL.html#footnotes, https://github.github.com/gfm/ has them by example only)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cluneal_lit import scripts
from cluneal_lit.formats import commonmark
from cluneal_lit.late import late

_MARKDOWN = commonmark.reader()
_START = re.compile(r" {0,3}\[\^([^\]\[\s]+)\]:[ \t]*(.*)")
_INDENT = re.compile(r" {4}|\t")
_QUOTED = re.compile(r"(?: {0,3}> ?)*")
# What begins a block of its own, and so ends the paragraph of a footnote.
_BLOCK = re.compile(
    r" {0,3}(?:\[[^\]]+\]:|#{1,6}(?:\s|$)|>|[-*+](?:\s|$)|\d{1,9}[.)]\s|```|~~~|([-*_])(?:[ \t]*\1){2,}\s*$)"
)
# The power of a formula, `$x^[2]$`, is no footnote: https://pandoc.org/MANUAL.html#extension-tex_math_dollars
_FORMULA = r"\$(?=[^\s$])(?:(?!\[\^|\^\[[^\]\s]*\s)[^$\n])*(?<=[^\s\\])\$(?!\d)"
_SIGN = late(
    rf"{commonmark.LITERAL}|{_FORMULA}|\[\^(?P<label>[^\]\[\s]+)\]|\^\[(?P<words>(?:\\.|[^\\\[\]]|\[[^\[\]]*\])+)\]",
    re.DOTALL,
)


def placed(text: str) -> str:
    """The Markdown with a raised number where a footnote was, and the footnotes as paragraphs at the end.

    They are numbered as they are named. The words of one that nothing names stay, without a number, before the others.
    """
    if "[^" not in text and "^[" not in text:
        return text
    body, known = parted(text)
    return shared((body,), known)[0]


def shared(texts: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """The parts of a file, each with numbers of its own and the footnotes that it names below it.

    What no part names stands in the first, without a number.
    """
    made: list[list[str]] = []
    named: list[str] = []
    for text in texts:
        own: list[str] = []
        made.append(_noted(text, known, own))
        named += own
    made[0][1:1] = [words for label, words in known.items() if label not in named]
    return ["\n\n".join(filter(None, parts)) for parts in made]


def parted(text: str) -> tuple[str, dict[str, str]]:
    """The Markdown without its footnotes, and these by the labels that name them."""
    lines, found = taken(commonmark.lines(text))
    return "\n".join(line for line in lines if line is not None).rstrip() if found else text, found


def taken(lines: Sequence[str]) -> tuple[list[str | None], dict[str, str]]:
    """The lines of Markdown, none where a footnote and the gap behind it stood, and the footnotes by their labels."""
    code = {
        line
        for token in _MARKDOWN.parse("\n".join(line.replace("\r", " ") for line in lines))
        if token.type in ("fence", "code_block") and token.map
        for line in range(*token.map)
    }
    body: list[str | None] = []
    found: dict[str, str] = {}
    inner, quotes = _unquoted(lines)
    place = 0
    while place < len(lines):
        match = _START.match(inner[place]) if place not in code else None
        place += 1
        if match is None:
            body.append(lines[place - 1])
            continue
        own, last = [match[2]], quotes[place - 1]
        while (end := _end(inner, place, last, own[-1])) > place:
            own += [_INDENT.sub("", line, count=1) for line in inner[place:end]]
            place = end
        label = match[1] if match[1] not in found else f"{match[1]} {len(found)}"  # the first is meant; none is lost
        found[label] = "\n".join(own).strip()
        place += place < last and not inner[place].strip()  # a gap is a single one
        body += [None] * (place - len(body))
    return body, found


def _unquoted(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines without the signs of block quotes, and for each where the quote that it stands in ends."""
    inner = [_QUOTED.sub("", line, count=1) for line in lines]
    depths = [line.count(">") - own.count(">") for line, own in zip(lines, inner, strict=True)]
    ends = list(range(1, len(lines) + 1))
    for place in range(len(lines) - 2, -1, -1):
        if depths[place] == depths[place + 1]:
            ends[place] = ends[place + 1]
    return inner, ends


def _end(lines: Sequence[str], place: int, last: int, above: str) -> int:
    """Up to where a footnote goes on, from a line on and before the last; that line where it does not."""
    after = place
    while after < last and not lines[after].strip():
        after += 1
    if after == last:
        return place
    goes_on = _INDENT.match(lines[after]) or (after == place and above.strip() and not _BLOCK.match(lines[after]))
    return after + 1 if goes_on else place


def noted(text: str, known: Mapping[str, str]) -> str:
    """The Markdown with raised numbers for the footnotes that it names, and these below it.

    `known`: the footnotes by their labels.
    """
    return "\n\n".join(_noted(text, known, []))


def _noted(text: str, known: Mapping[str, str], named: list[str]) -> list[str]:
    """The Markdown, and each footnote that it names; `named` becomes their labels in the order of their numbers."""
    words = dict(known)
    parts = [_numbered(text, words, named)]
    for number, label in enumerate(named, 1):  # which grows by what footnotes name
        said = _numbered(words[label], words, named)
        gap = "\n\n" if _BLOCK.match(said) else " "
        parts.append(f"{scripts.raised(str(number))}{gap}{said}")
    return parts


def _numbered(text: str, words: dict[str, str], named: list[str]) -> str:
    """The Markdown with numbers for what it names as footnotes."""
    lines = commonmark.lines(text)
    blocks = {token.map[0]: token.map[1] for token in _MARKDOWN.parse(text) if token.type == "inline" and token.map}

    def number(sign: re.Match[str]) -> str:
        label = sign["label"] or (sign["words"] and f"{sign['words']} {len(words)}")
        if not label or (sign["label"] and label not in words):
            return sign[0]
        if sign["words"]:
            words[label] = sign["words"]
        if label not in named:
            named.append(label)
        # behind a digit it would be taken for its exponent; a raised one is a digit too
        apart = " " if sign.string[: sign.start()][-1:].isdigit() or sign.start() == ends[-1] else ""
        ends.append(sign.end())
        return apart + scripts.raised(str(named.index(label) + 1))

    for first in sorted(blocks):
        ends = [-1]
        last = blocks[first]
        shown = _SIGN.sub(number, "\n".join(lines[first:last])).split("\n")
        lines[first:last] = [*shown, *[""] * (last - first - len(shown))]
    return "\n".join(lines)
