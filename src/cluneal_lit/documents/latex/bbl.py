"""What Biber writes for BibLaTeX, a `.bbl` of `\\entry` blocks: each as an entry of a bibliography.

The format is that of `biblatex.sty`'s own commands: https://github.com/plk/biber, `bbl` output.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.formats.bibtex_blocks import Block
from cluneal_lit.formats.bibtex_read import Entry

_ENTRY = re.compile(r"\\entry\{([^{}\n]{1,300})\}\{(\w{1,40})\}\{[^\n]{0,2000}")
_FIELD = re.compile(r"\\(?:field|strng)\{(\w{1,40})\}\{(.*)\}[ \t]*$", re.MULTILINE)
_VERB = re.compile(r"\\verb\{(\w{1,40})\}\s*\\verb (.*)\n")
_LIST = re.compile(r"\\list\{(\w{1,40})\}\{\d+\}\{%?\s*\{(.*)\}%?[ \t]*$", re.MULTILINE)
_NAMES = re.compile(r"\\name\{(author|editor|translator)\}\{\d+\}\{[^\n]*$", re.MULTILINE)
_PERSON = re.compile(r"\bhash=")
_PART = re.compile(
    r"^[ \t]*(family|given|prefix|suffix)=\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,200}\}){0,300})\}", re.MULTILINE
)
_CLOSING = re.compile(r"^[ \t]*\}[ \t]*$", re.MULTILINE)
_MORE = re.compile(r"\\true\{more(author|editor|translator)\}")


def is_one(text: str) -> bool:
    """Whether the text is such a file."""
    return "\\endentry" in text and bool(_ENTRY.search(text))


def entries(text: str) -> Iterator[Entry]:
    """The entries in order, each with its block's place; the first of several with one key."""
    seen: set[str] = set()
    end = 0
    for begin in _ENTRY.finditer(text):
        end = end if end >= begin.end() else text.find("\\endentry", begin.end())
        if end < 0:
            break
        if begin[1] in seen:
            continue
        seen.add(begin[1])
        following = _ENTRY.search(text, begin.end(), end)
        stop = following.start() if following else end
        yield Entry(Block(begin.start(), stop, begin[2].lower(), begin[1]), _values(text[begin.end() : stop]))


def _values(written: str) -> dict[str, str]:
    values = {match[1]: match[2] for pattern in (_FIELD, _LIST, _VERB) for match in pattern.finditer(written)}
    more = {match[1] for match in _MORE.finditer(written)}
    for match in _NAMES.finditer(written):
        people = list(_people(written, match.end()))
        values[match[1]] = " and ".join([*people, *(["others"] if match[1] in more else [])])
    return values


def _people(written: str, at: int) -> Iterator[str]:
    """The names of a list, each in BibLaTeX's form with `family=`."""
    closing = _CLOSING.search(written, at)
    for person in _PERSON.split(written[at : closing.start() if closing else None])[1:]:
        if parts := [f"{match[1]}={{{match[2]}}}" for match in _PART.finditer(person)]:
            yield ", ".join(parts)
