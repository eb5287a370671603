"""Markdown that people write: its words alone, and the same under a heading of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it.token import Token

from cluneal_lit import scripts
from cluneal_lit.formats import commonmark, definitions, footnotes, html_marks

# Text that is escaped stays a token of its own, since it names no work.
_MARKDOWN = commonmark.reader(html=False).disable("text_join")
_DOCUMENT = commonmark.reader().disable("text_join")
_ELEMENTS = (
    "a abbr b bdi bdo big blockquote br center cite code dd del details dfn div dl dt em figure font h[1-6] hr i img"
    " input ins kbd li mark nobr ol p picture pre q rp rt ruby s samp script section small source span strike strong"
    " style sub summary sup table tbody td th thead time tr tt u ul var wbr"
)
_TAG = re.compile(
    rf"<!--.*?-->|</?(?:{_ELEMENTS.replace(' ', '|')})(?:\s+[a-z][\w:-]*\s*=[^<>]*)?\s*/?>", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_CITED = re.compile(r"\[@([^\]\s;,]+)\]")
_BLOCKS = frozenset({"inline", "fence", "code_block"})


@lru_cache(maxsize=2**15)  # of most notes every format tells the words
def plain(text: str) -> str:
    """The words of Markdown without its marks: paragraphs apart, each item of a list on its own line.

    Tags that mark words are read (`html_marks`), others are words. The address to which words link, or of an image,
    follows them in round brackets; footnotes stand at the end.
    """
    parts: list[str] = []
    gap = mark = ""
    for token in _MARKDOWN.parse(html_marks.read(footnotes.placed(text))):
        if token.type == "list_item_open":
            mark += f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open" or token.hidden:  # the paragraphs of a tight list are hidden
            gap = "\n"
        elif token.type not in _BLOCKS:
            gap = gap if token.type[:3] in ("td_", "th_") else "\n\n"
        elif words := _words(token):
            parts += [gap if parts else "", mark, words]
            gap, mark = " | " if token.type == "inline" else "\n\n", ""
    return "".join(parts)


def line(text: str, known: Collection[str] = ()) -> str:
    """The words of a line of a document in Markdown without its marks and HTML's tags, whatever it begins with.

    An address of the web to which words link follows them, unless it holds one of the identifiers that are `known`.
    """
    (token,) = _DOCUMENT.parseInline(scripts.of_markup(text))
    return _inline(token.children or (), lambda address: _tells(address, known)).strip()


def under(text: str, level: int, address: Callable[[str], str]) -> str:
    """The Markdown as it may stand under a heading of that level: its own headings lower, names of works as links.

    A work is named by its key, as `[@isu2018]` or as code; `address` gives where it is, nothing for what is no key.
    """
    lines: list[str | None] = [*commonmark.lines(text)]
    tokens = _MARKDOWN.parse(text)
    depths = iter(ranks(tokens))
    for before, token in pairwise(tokens):
        if token.type != "inline" or not token.map:
            continue
        if before.type == "heading_open":
            _lower(lines, before, token, min(6, next(depths) + level))
        links = {key: where for key in _keys(token.children or ()) if (where := address(key))}
        for place in range(*token.map) if links else ():
            line = lines[place]
            lines[place] = line and _linked(line, links)
    return "\n".join(line for line in lines if line is not None)


def ranks(tokens: Iterable[Token]) -> Iterator[int]:
    """How deep each heading stands among them, from 1 on: no level is left out, whichever a person chose."""
    above: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            own = int(token.tag[1])
            above = [*(one for one in above if one < own), own]
            yield len(above)


def cited(token: Token) -> Iterator[tuple[int, int, str]]:
    """What may be the keys of works in a token of a line, `[@isu2018]` or a key as code, and where they stand in it.

    Not what is escaped, nor code in more than one backtick: so keys are written about.
    """
    if token.type == "code_inline" and token.markup == "`":
        yield 0, len(token.content), token.content
    elif token.type == "text":
        yield from ((*match.span(), match[1]) for match in _CITED.finditer(token.content))


def code_apart(text: str) -> tuple[tuple[str, bool], ...]:
    """The parts of a sentence of ours, and whether each is code: it stands between two backticks. A lone one is one."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return ((text, False),)
    return tuple((part, place % 2 == 1) for place, part in enumerate(parts))


def mentions(text: str) -> tuple[str, ...]:
    """All that may be the keys of works in a text, and more; sorted."""
    code = (" ".join(part.split()) for part in text.split("`")[1:-1])
    return tuple(sorted({*code, *_CITED.findall(text)} - {""}))


def passage(text: str, name: str) -> str:
    """The words behind `**Bottom line.**` or another such name in a note, up to the next, with the footnotes that they
    name and the addresses of links that the note defines; empty for none."""
    body, known = footnotes.parted(text)
    found = re.search(
        rf"^\s*\*\*{re.escape(name)}[.:]?\*\*[.:]?(.*?)(?=\n\s*\n\s*(?:\*\*[^*\n]+\*\*|#)|\Z)",
        body,
        re.DOTALL | re.MULTILINE | re.IGNORECASE,
    )
    if found is None:
        return ""
    elsewhere = definitions.defined(footnotes.placed(text))
    return plain(definitions.inlined(footnotes.noted(found[1].strip(), known), elsewhere))


def _words(block: Token) -> str:
    return (_inline(block.children or ()) if block.type == "inline" else block.content).strip()


def _shown(token: Token) -> str:
    """What a reader of the page sees of it."""
    return _TAG.sub("", _BREAK.sub("\n", token.content)) if token.type == "html_inline" else token.content


def _leads(address: str) -> bool:
    """Whether an address leads out of the page."""
    return bool(address) and not address.startswith("#")


def _inline(tokens: Iterable[Token], tells: Callable[[str], bool] = _leads) -> str:
    """The words of a line, with the addresses of its links and images that tell something."""
    said, links = "", [(0, "")]
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            said += " " if token.type == "softbreak" else "\n"
        elif token.type == "link_open":
            links.append((len(said), "" if token.markup == "autolink" else str(token.attrGet("href"))))
        elif token.type == "link_close":
            start, where = links.pop()
            said += f" ({where})" if where.removeprefix("mailto:") != said[start:] and tells(where) else ""
        elif token.type == "image":
            name, where = _inline(token.children or (), lambda _: False), str(token.attrGet("src"))
            shows = len(links) == 1 and name != where and tells(where)  # within a link its name says where that leads
            said += (f"{name} ({where})" if name else where) if shows else name
        else:
            said += _shown(token)
    return said


def _tells(address: str, known: Collection[str]) -> bool:
    """Whether it is one of the web, and holds no identifier that is known."""
    return address.startswith(("http:", "https:")) and not any(one in unquote(address).lower() for one in known)


def _lower(lines: list[str | None], heading: Token, title: Token, level: int) -> None:
    """Write the heading at another level; one that is underlined becomes one line."""
    start, end = heading.map or (0, 0)
    first, marks = lines[start] or "", "#" * level
    if heading.markup.startswith("#"):
        lines[start] = re.sub("#+", marks, first, count=1)
        return
    words = title.content.split("\n")
    indent = first[: max(0, first.find(words[0]))]
    lines[start:end] = [f"{indent}{marks} {' '.join(words)}", *[None] * (end - start - 1)]


def _keys(tokens: Sequence[Token]) -> set[str]:
    """What may be the keys of works, outside of links."""
    found, depth = set(), 0
    for token in tokens:
        depth += token.nesting * token.type.startswith("link_")
        found |= set() if depth else {key for _, _, key in cited(token)}
    return found


def _linked(line: str, links: dict[str, str]) -> str:
    names = "|".join(re.escape(key) for key in sorted(links, key=lambda key: (-len(key), key)))
    return re.sub(
        rf"(?<![`\\\[])`({names})`(?!`)|(?<!\\)\[@({names})\](?!\()",
        lambda match: f"[`{(key := match[1] or match[2])}`]({links[key]})",
        line,
    )
