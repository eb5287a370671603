"""A reading list's text: a title, Markdown, then items `1. [@key] (must, 20 min): reason`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cluneal_lit.formats import definitions, footnotes
from cluneal_lit.late import late
from cluneal_lit.model import Finding, ListItem, Place

IMPORTANCE = ("must", "should", "background")

_MARKER = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_START = r"\s*(?:[-*+]|\d+[.)])\s+"
_ITEM = late(
    _START + r"(?:(?P<emphasis>[*_]{1,3})(?:\[@(?P<one>[^\]\s]+)\]|@(?P<two>\S+?))[:,;]?(?P=emphasis)(?!\w)"
    r"|\[@(?P<three>[^\]\s]+)\]|@(?P<four>\S+))\s*(?P<rest>.*)"
)
_OF_ITEM = re.compile(rf"\s|{_START}")
_DEFINES = re.compile(r"\s*\[[^\]@][^\]]*\]:")
_SEVERAL = re.compile(_START + r"[*_]{0,3}\[\s*@[^\]]*\s@[^\]]*\]")
_SAID = re.compile(rf"\(\s*({'|'.join(IMPORTANCE)})?\s*,?\s*(?:(\d{{1,3}})\s*min)?\s*\)\s*", re.IGNORECASE)
_HEADING = re.compile(r"#\s+(.+?)\s*#*\s*")
_WIDTH = 60  # of a line that a finding repeats


def title(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The heading with which the lines begin, and the lines below it; empty, and all lines, where there is none."""
    first = next((place for place, line in enumerate(lines) if line.strip()), len(lines))
    match = _HEADING.fullmatch(lines[first]) if first < len(lines) else None
    return (match[1], ["" if place == first else line for place, line in enumerate(lines)]) if match else ("", [*lines])


def read(lines: Sequence[str], offset: int) -> tuple[str, tuple[ListItem, ...], tuple[Finding, ...]]:
    """The Markdown before the items, the items, and a finding for each line among them that is none.

    `offset`: the number of the first line in its file. Links and footnotes hold for the whole list, wherever in it they
    are defined: each part has the addresses of its links, and below it the footnotes that it names.
    """
    kept, known = footnotes.taken(lines)
    left = [line or "" for line in kept]
    intro, rest = _parted(left)
    before = len(left) - len(rest)
    links = definitions.defined(_without_items(left, before))
    of_links = {place for one in links.values() for place in range(*one["map"])}
    found, findings = _items([(place + offset, line) for place, line in rest if place not in of_links])
    texts = [intro, *(item.reason for item in found)]
    if links:
        texts = [definitions.inlined(text, links) for text in texts]
        known = {label: definitions.inlined(text, links) for label, text in known.items()}
    texts = footnotes.shared(texts, known) if known else texts
    reasons = zip(found, texts[1:], strict=True)
    return texts[0], tuple(replace(item, reason=reason) for item, reason in reasons), findings


def _without_items(lines: Sequence[str], before: int) -> str:
    """The Markdown of a list without its items, which begin behind so many lines: `- [@key]: why` defines no link, and
    what stands right below an item may."""
    shown = [line.replace("\r", " ") for line in lines]
    rest = (line.strip() if _DEFINES.match(line) else "" if _OF_ITEM.match(line) else line for line in shown[before:])
    return "\n".join((*shown[:before], *rest))


def _parted(lines: Sequence[str]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The Markdown before the items, and the lines from the first item on with their places, counted from 0.

    Of lists without any `@key`, which may be part of the Markdown, only the one right above an item is one of items.
    """
    items = [place for place, line in enumerate(lines) if _ITEM.match(line) or _SEVERAL.match(line)]
    start = items[0] if items else 0
    while start and lines[start - 1].strip() and items:
        start -= 1
    start = next((place for place in range(start, len(lines)) if _MARKER.match(lines[place])), len(lines))
    start = min(start, *items) if items else start
    return "\n".join(lines[:start]).strip(), tuple(enumerate(lines))[start:]


def _items(lines: Sequence[tuple[int, str]]) -> tuple[tuple[ListItem, ...], tuple[Finding, ...]]:
    """The items of numbered lines, and a finding for each line that is none and belongs to none.

    An item's reason goes on in indented lines below it. Other words in brackets than an importance and a time
    are of the reason.
    """
    found: list[ListItem] = []
    findings: list[Finding] = []
    open_ = False  # whether the line above belongs to an item
    for number, line in lines:
        if match := _ITEM.match(line):
            found.append(_item(match, number))
            open_ = True
        elif line[:1].isspace() and line.strip() and not _SEVERAL.match(line):
            if open_:
                found[-1] = replace(found[-1], reason=f"{found[-1].reason} {line.strip()}".strip())
        elif line.strip():
            raw = line.strip()
            shown = raw if len(raw) <= _WIDTH else raw[: _WIDTH - 1] + "…"
            findings.append(Finding("LIT604", place=Place(line=number), values={"raw": shown, "reason": _reason(line)}))
            open_ = False
    return tuple(found), tuple(findings)


def _item(match: re.Match[str], number: int) -> ListItem:
    key, rest = match["one"] or match["three"] or (match["two"] or match["four"]).rstrip(":,;"), match["rest"]
    said = _SAID.match(rest)
    importance, minutes = (said[1] or "", said[2] or "0") if said else ("", "0")
    reason = re.sub(r"^[:—–-]\s*", "", rest[said.end() :] if said else rest).strip()
    return ListItem(key, importance.lower(), reason, number, int(minutes))


def _reason(line: str) -> str:
    if _SEVERAL.match(line):
        return "it names several works; one item names one work"
    return "it names no work, and belongs to no item above it"
