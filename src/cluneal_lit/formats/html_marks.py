"""HTML in people's Markdown: the few tags that mark words are read, all else between `<` and `>` is text.

`10<sup>5</sup>` is `10⁵`, `<i>in vivo</i>` is `*in vivo*`, `<br>` a line break; `a<b and c>d` and `<script>` stand as
they are written. So it is on every page and in every file.
"""

from __future__ import annotations

import re

from cluneal_lit import scripts
from cluneal_lit.formats import commonmark
from cluneal_lit.formats.paired import paired
from cluneal_lit.late import late

_MARKDOWN = commonmark.reader(html=False)
_NAMES = r"su[bp]|i|em|b|strong"
_MARKS = {"i": "*", "em": "*", "b": "**", "strong": "**"}
_KNOWN = re.compile(rf"</(?:{_NAMES})\s*>|<br\b", re.IGNORECASE)
_ATTRIBUTES = r"(?:\s+[a-z][\w:-]*\s*=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'|[^\s\"'<>=`]{1,200})){0,9}"
# What is escaped and what is code comes first, since it holds no tags.
_PART = late(
    r"\\.|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    rf"|<(?P<opens>{_NAMES}){_ATTRIBUTES}\s*>|</(?P<closes>{_NAMES})\s*>"
    rf"|(?P<breaks>[ \t]*<br{_ATTRIBUTES}\s*/?>[ \t]*\n?[ \t]*)",
    re.DOTALL | re.IGNORECASE,
)
# What would begin a block at the start of a line, or is no line at all.
_BLOCK = re.compile(r"[-+*>#=~`|:\\\[]|\d{1,9}[.)]|\s|$")
_ESCAPED = str.maketrans({"^": "\\^", "_": "\\_"})


def read(text: str) -> str:
    """The Markdown in which tags that mark words are written by Markdown's own marks, as far as it has any."""
    if not _KNOWN.search(text):
        return text
    lines = commonmark.lines(text)
    tokens = _MARKDOWN.parse(text)
    opening = ["", *(token.type for token in tokens)]
    for before, token in [*zip(opening, tokens, strict=False)][::-1]:  # from the end, since lines are added
        if token.map and token.type in ("table_open", "inline"):
            first, last = token.map
            between = "\\\n" if before == "paragraph_open" else " "  # elsewhere a line may not end
            lines[first:last] = _marked("\n".join(lines[first:last]), between).split("\n")
    return "\n".join(lines)


def _marked(source: str, between: str) -> str:
    """The lines of a block with Markdown's marks, `between` where a tag breaks them."""
    parts = [*_PART.finditer(source)]
    tags = [((part["opens"] or part["closes"]).lower(), bool(part["closes"])) for part in parts if _is_tag(part)]
    pairs, said = paired(tags), list[str]()
    begun: list[int] = []  # where each tag stands in what is said
    end = 0
    for part in parts:
        said += filter(None, (source[end : part.start()],))
        end = part.end()
        if _is_tag(part):
            begun.append(len(said))
        if part["closes"] and (opening := pairs.get(len(begun) - 1)) is not None:
            inner = "".join(said[begun[opening] + 1 :])
            del said[begun[opening] :]
            said.append(_written(tags[opening][0], inner, "".join(said[-1:])[-1:], source[end : end + 1]))
            continue
        is_break = part["breaks"] and not _BLOCK.match(source, end)
        said.append(between if is_break else " " if part["breaks"] else part[0])
    return "".join((*said, source[end:]))


def _is_tag(part: re.Match[str]) -> bool:
    return bool(part["opens"] or part["closes"])


def _written(name: str, inner: str, before: str, behind: str) -> str:
    """What stands between two tags as Markdown has it; without marks where these would be none, as in `a*(b)*c`."""
    if name in ("sup", "sub"):
        bare = inner.replace("*", "")  # italics of what is raised
        plain = scripts.of_kind(name, bare, before)
        return plain.translate(_ESCAPED) if plain != bare else inner if bare else inner.replace("*", r"\*")
    words, mark = inner.strip(), _MARKS[name]
    if not words or "*" in words or "*" in (before, behind):
        return inner
    if (before.isalnum() and not words[0].isalnum()) or (behind.isalnum() and not words[-1].isalnum()):
        return inner
    return inner.replace(words, f"{mark}{words}{mark}", 1)
