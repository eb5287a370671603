"""Titles with letters that are set otherwise: italics, bold, small capitals, what is raised or lowered.

A title of ours is plain text (`model.Fields`), which holds most of what is raised or lowered by the characters of
`scripts`. What it cannot hold stands beside it in `custom`, the whole title once more in CSL's markup. The formats that
have such letters write it, as long as it says the same title.
https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from cluneal_lit import scripts
from cluneal_lit.folding import one_line
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.formats.paired import paired
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Record

# Style -> the tags that mean it: HTML's and CSL's, and those of JATS, with which Crossref hands on titles.
_STYLES = {
    "italic": ("i", "em", "italic"),
    "bold": ("b", "strong", "bold"),
    "small-caps": ("sc", "scp"),
    "superscript": ("sup",),
    "subscript": ("sub", "inf"),
}
_BY_TAG = {tag: style for style, tags in _STYLES.items() for tag in tags}
_TAG = late(rf"<(/?)(?:[a-z]+:)?({'|'.join(_BY_TAG)}|span)((?:\s+[\w:.-]+\s*=[^<>]{{0,200}})?)>", re.IGNORECASE)
_SMALL_CAPS = re.compile(r"small-caps", re.IGNORECASE)
_STOP = re.compile(r"\.((?:</[a-z]+>)*)$")
HTML = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}
# The fields that may hold such letters, and the word of `custom` that has each with them.
WORDS = {
    name: f"{name.replace('_', ' ')} with markup"
    for name in (
        "title",
        "title_short",
        "original_title",
        "container_title",
        "container_title_short",
        "collection_title",
    )
}
Run: TypeAlias = tuple[str, tuple[str, ...]]  # a stretch of a text, and its styles, the outer ones first
Signs: TypeAlias = Mapping[str, tuple[str, str]]  # of each style what opens and what closes it


def parted(fields: Fields) -> tuple[Fields, dict[str, object]]:
    """The fields, whose titles may hold tags, without these; and what plain text does not hold of them, by the words
    of `custom`."""
    plain: dict[str, str] = {}
    beside: dict[str, object] = {}
    for name, word in WORDS.items():
        written = getattr(fields, name)
        if "<" in written:
            plain[name], marked = _parted(written)
            beside |= {word: marked} if marked else {}
    fields = replace(fields, **plain) if plain else fields
    title = without_stop(fields.title)
    if title == fields.title:
        return fields, beside
    word = WORDS["title"]
    beside |= {word: _STOP.sub(r"\1", str(beside[word]))} if word in beside else {}
    return replace(fields, title=title), beside


def without_markup(written: str) -> str:
    """The text without tags; what they raise or lower by the characters of `scripts`."""
    return _parted(written)[0] if "<" in written else written


def forms(title: str) -> tuple[str, str, str]:
    """The title as it is written, without tags, and without its final stop too."""
    plain = without_markup(title)
    return title, plain, without_stop(plain)


def whole(record: Record) -> Fields:
    """The fields of a record, their titles with tags where it has them so."""
    said = {name: str(record.custom[word]) for name, word in WORDS.items() if word in record.custom}
    same = {name: text for name, text in said.items() if _says(text, getattr(record.fields, name))}
    return replace(record.fields, **same) if same else record.fields


def words(records: Iterable[Record], fields: Fields) -> dict[str, object]:
    """The words of `custom` that say the titles of these fields with tags, of the first of the records that has them
    so."""
    found: dict[str, object] = {}
    for record in records:
        for name, word in WORDS.items():
            if word not in found and _says(text := str(record.custom.get(word, "")), getattr(fields, name)):
                found[word] = text
    return found


def runs(written: str) -> list[Run]:
    """The stretches of a text with tags; a tag that has no other is text."""
    found: list[Run] = []
    opened: list[str] = []
    end = 0
    for tag, style in _tags(written):
        found.append((written[end : tag.start()], tuple(dict.fromkeys(filter(None, opened)))))
        end = tag.end()
        if tag[1]:
            opened.pop()
        else:
            opened.append(style)
    return [run for run in (*found, (written[end:], ())) if run[0]]


def dressed(stretches: Sequence[Run], signs: Signs) -> str:
    """The text with the signs of its styles, none closed where it goes on."""
    text, open_now = "", tuple[str, ...]()
    for written, styles in (*stretches, ("", ())):
        kept = next((at for at, pair in enumerate(zip(open_now, styles, strict=False)) if len({*pair}) > 1), None)
        kept = min(len(open_now), len(styles)) if kept is None else kept
        text += "".join(signs[style][1] for style in reversed(open_now[kept:]))
        text += "".join(signs[style][0] for style in styles[kept:]) + written
        open_now = styles
    return text


def _tags(written: str) -> list[tuple[re.Match[str], str]]:
    """The tags that belong together, in order, each with its style; that is empty for one that says nothing here."""
    tags = [*_TAG.finditer(written)]
    pairs = paired((tag[2].lower(), bool(tag[1])) for tag in tags)
    return [(tags[place], _style(tags[place])) for place in sorted((*pairs, *pairs.values()))]


def _style(tag: re.Match[str]) -> str:
    return _BY_TAG.get(tag[2].lower()) or ("small-caps" if _SMALL_CAPS.search(tag[3]) else "")


def _parted(written: str) -> tuple[str, str]:
    """The plain text, and the text with tags, empty where plain text holds all of it."""
    marked = one_line(dressed(runs(scripts.of_markup(written, scripts.marked)), HTML))
    plain = "".join(text for text, _ in runs(scripts.of_markup(written)))
    return one_line(plain), marked if _tags(marked) else ""


def _says(marked: str, title: str) -> bool:
    return bool(marked) and without_markup(marked) == title
