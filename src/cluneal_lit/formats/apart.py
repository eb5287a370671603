"""Markdown from people in which pandoc sees the blocks and the code that CommonMark sees.

What is code is not escaped, so that it must be code to every reader. To pandoc a list, a quote or a heading interrupts
no paragraph, code may go on over what does, a block of code that is not closed is none, and what is indented may belong
to a list of a kind that CommonMark does not have.
(https://pandoc.org/MANUAL.html: blank_before_header, fancy_lists, example_lists, definition_lists)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token
from msgspec import Struct

from cluneal_lit.formats import commonmark

_MARKDOWN = commonmark.reader()
_OBEYED = re.compile(r"[<\\]|\]\s*[(\[:]|\{=")  # what pandoc would obey in code, if it were none
_PLAIN = re.compile(r"(\[@[^\]\s;,`]+\])|([\\`*_\[\]{<>&~|$^@!])")  # the key of a work stays; it is named so
_BLOCK = re.compile(r"[-+#:=%(]|\d+[.)]")  # what may begin a block
_LANGUAGE = re.compile(r"[\w.+#-]+")
_BEHIND_QUOTES = re.compile(r"[^ \t>].*")
_LEAD = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*")
_BLOCKS = frozenset(
    "paragraph_open heading_open blockquote_open bullet_list_open ordered_list_open table_open fence code_block hr"
    " html_block".split()
)
_LISTS = ("bullet_list_open", "ordered_list_open")
_MARKS = ("em", "strong", "s")


class _Edit(Struct, frozen=True, order=True):
    """Lines that stand instead of those from `first` to `last`."""

    first: int
    last: int
    instead: tuple[str, ...]


def apart(text: str) -> str:
    """The Markdown with its blocks apart and code as nobody can mistake it, where what is code would else be obeyed."""
    tokens = _MARKDOWN.parse(text)
    raw = "{=" in text and "`" in text
    if not (raw or any(map(_obeyed, tokens))):
        return text
    lines = commonmark.lines(text)
    edits = [*_gaps(lines, tokens), *_code(lines, tokens), *_inline(lines, tokens)]
    for edit in sorted(edits, reverse=True):
        lines[edit.first : edit.last] = edit.instead
    return "\n".join(lines)


def _obeyed(token: Token) -> bool:
    parts = token.children or () if token.type == "inline" else (token,)
    code = (part.content for part in parts if part.type in ("code_inline", "code_block", "fence"))
    return any(map(_OBEYED.search, code))


def _gaps(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[_Edit]:
    """A blank line between two blocks that have none, but for what stands right below a heading or a rule, and for a
    list in an item of another."""
    above: list[Token | None] = [None]  # the block above on each level
    around: list[str] = []
    for token in tokens:
        if token.nesting < 0 and f"{token.type[:-5]}open" in (*_BLOCKS, "list_item_open"):
            above.pop()
            around.pop()
            continue
        before = above[-1]
        if token.type in _BLOCKS and token.map:
            inner = token.type in _LISTS and around[-1:] == ["list_item_open"]
            adjoins = before is not None and before.map is not None and before.map[1] >= token.map[0]
            loose = before is not None and before.type in ("heading_open", "hr") and token.type == "paragraph_open"
            if adjoins and not inner and not loose and lines[token.map[0] - 1].strip(" \t>"):
                yield _Edit(token.map[0], token.map[0], (_quotes(lines[token.map[0]], around),))
            above[-1] = token
        if token.nesting > 0 and token.type in (*_BLOCKS, "list_item_open"):
            above.append(None)
            around.append(token.type)


def _quotes(line: str, around: Sequence[str]) -> str:
    """The signs of the quotes that a line stands in."""
    parts = line.split(">")
    depth = sum(one == "blockquote_open" for one in around)
    return "".join(f"{part}>" for part in parts[:depth]) if len(parts) > depth else ""


def _code(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[_Edit]:
    """Blocks of code between signs that close, with nothing that would close them before."""
    for token in tokens:
        if token.type not in ("fence", "code_block") or not token.map:
            continue
        first, last = token.map
        own = token.content.rstrip("\n").split("\n")
        while last - 1 > first and not lines[last - 1].strip(" \t>"):  # of one that is not closed
            last -= 1
        sign = token.markup[:1] or "`"
        longest = max((len(run) for run in re.findall(rf"{sign}+", token.content)), default=0)
        fence = sign * max(len(token.markup), longest + 1, 3)
        before = (
            _before_code(lines[first], own[0]) if token.type == "code_block" else _before(lines[first], token.markup)
        )
        on = re.sub(r"[^>\s]", " ", before)
        info = token.info.strip() if _LANGUAGE.fullmatch(token.info.strip()) else ""
        said = (f"{on}{line}" if line else on.rstrip() for line in own if token.content)
        yield _Edit(first, last, (f"{before}{fence}{info}", *said, f"{on}{fence}"))


def _before(line: str, start: str) -> str:
    return line[: line.index(start)]


def _before_code(line: str, code: str) -> str:
    """What stands before a line of code and its indent."""
    said = code.lstrip()
    indent = len(code[: len(code) - len(said)].expandtabs(4)) + 4
    return line[: len(line) - len(said)].expandtabs(4)[:-indent]


def _inline(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[_Edit]:
    """Blocks with backticks, each on one line, with everything in them escaped that is no Markdown."""
    rows: dict[tuple[int, int], list[tuple[str, Token]]] = {}
    for before, token in pairwise(tokens):
        if token.type != "inline" or not token.map:
            continue
        place = (token.map[0], token.map[1])
        if before.type in ("td_open", "th_open"):
            rows.setdefault(place, []).append((before.type, token))
        elif "`" in token.content:
            said = _written(token.children or ())
            yield _Edit(*place, (f"{_head(lines[place[0]], before, token)}{_as_text(said)}",))
    for (first, last), cells in rows.items():
        if any("`" in cell.content for _, cell in cells):
            told = (_written(cell.children or (), in_table=True) for _, cell in cells)
            lead = _LEAD.match(lines[first])
            head = lead[0] if lead and cells[0][0] == "th_open" else _BEHIND_QUOTES.sub("", lines[first])
            yield _Edit(first, last, (f"{head}| {' | '.join(told)} |",))


def _head(line: str, before: Token, token: Token) -> str:
    """What stands before the words of a block in its first line."""
    if before.type == "heading_open" and before.markup.startswith("#"):
        return f"{line.partition('#')[0]}{before.markup} "
    return line[: len(line.rstrip()) - len(token.content.split("\n")[0].rstrip())]


def _as_text(said: str) -> str:
    """The line so that it begins no block."""
    return _BLOCK.sub(lambda sign: f"{sign[0][:-1]}\\{sign[0][-1]}", said, count=1) if _BLOCK.match(said) else said


def _written(tokens: Sequence[Token], in_table: bool = False) -> str:
    """The line that means these tokens."""
    said, links = "", list[str]()
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in _MARKS:
            said += token.markup
        elif token.type == "link_open":
            said += "<" if token.markup == "autolink" else "["
            links.append(_behind(token))
        elif token.type == "link_close":
            said += links.pop()
        elif token.type == "code_inline":
            said += _span(token.content, in_table)
        elif token.type in ("softbreak", "hardbreak"):
            said += " "
        elif links and links[-1] == ">":
            said += token.content.replace("`", "%60")
        else:
            said += _PLAIN.sub(lambda part: part[1] or f"\\{part[2]}", token.content)
    return said


def _behind(token: Token) -> str:
    if token.markup == "autolink":
        return ">"
    title = str(token.attrGet("title") or "").translate(commonmark.TITLE)
    said = f' "{title}"' if title else ""
    return f"](<{str(token.attrGet('href')).replace('`', '%60')}>{said})"


def _span(code: str, in_table: bool) -> str:
    runs = {len(run) for run in re.findall("`+", code)}
    sign = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    pad = " " if code[:1] == "`" or code[-1:] == "`" or (code[:1] == code[-1:] == " " and code.strip()) else ""
    shown = code.replace("|", "\\|") if in_table else code
    return f"{sign}{pad}{shown}{pad}{sign}"
