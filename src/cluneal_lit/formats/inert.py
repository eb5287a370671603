"""Markdown from people, without what pandoc alone would obey in it: raw HTML and TeX, attributes, metadata,
fences of divisions.

(https://pandoc.org/MANUAL.html: raw_attribute, raw_tex, tex_math_dollars, bracketed_spans, header_attributes,
yaml_metadata_block, fenced_divs)
"""

from __future__ import annotations

import re

from cluneal_lit.formats import commonmark
from cluneal_lit.formats.latex_symbols import GREEK, SYMBOLS
from cluneal_lit.late import late

_MARKDOWN = commonmark.reader()
_SUSPECT = re.compile(r"[\\{]|<[A-Za-z/!?]|\^\^|:::|^[ \t>]*---[ \t]*$|```|~~~", re.MULTILINE)
_OPENING = re.compile(
    r"(`{3,}+|~{3,}+)[ \t]*(?![\w.+#-]*[ \t]*$)[^\n]*$"
)  # pandoc takes a fence with more words for none
_RULE = re.compile(r"-[- \t]*$")
# In order: a formula of symbols alone and what was escaped stay; then what is obeyed.
_PART = late(
    r"(?P<stays>(?<![\\\w$])\$(?=\S)(?:[^$\\{}^\n]|\\[A-Za-z]+|\^(?!\^)(?:\{[\w+−-]{1,20}\})?|(?<=_)\{[\w+−-]{1,20}\})+\$"
    r"|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<(?:https?:|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>)"
    r"|(?P<division>^[ \t>*+.)\d-]*(?=:::))|(?P<command>\\+)(?=[A-Za-z@])|\\."
    r"|(?P<tag><)(?=[A-Za-z/!?])|(?P<caret>\^\^)|(?<=[\^_])\{[\w+−-]{1,20}\}|(?P<brace>\{)",
    re.DOTALL | re.MULTILINE,
)
_NAME = re.compile(r"\\([A-Za-z]+)")


def inert(text: str) -> str:
    """The Markdown in which commands of TeX, attributes, metadata and the fences of divisions are shown as they are
    written, by pandoc too.

    Formulas of symbols and numbers stay.
    """
    if not _SUSPECT.search(text):
        return text
    lines = commonmark.lines(text)
    left = set(range(len(lines)))  # what no token stands for: definitions of links
    for token in _MARKDOWN.parse(text):
        first, last = token.map or (0, 0)
        if token.type == "fence":
            lines[first] = _OPENING.sub(r"\1", lines[first])
        elif token.type == "hr":
            lines[first] = _RULE.sub("***", lines[first])
        elif token.type in ("inline", "table_open"):
            lines[first:last] = _PART.sub(_shown, "\n".join(lines[first:last])).split("\n")
        elif token.type != "code_block":
            continue
        left -= set(range(first, last))
    for place in left:
        lines[place] = _PART.sub(_shown, lines[place])
    return "\n".join(lines)


def _shown(part: re.Match[str]) -> str:
    if (
        part["stays"]
        and part["stays"][0] == "$"
        and not all(name in GREEK or name in SYMBOLS for name in _NAME.findall(part[0]))
    ):
        return _PART.sub(_shown, rf"\{part[0]}")
    if part["division"] is not None:  # pandoc takes the word behind the colons for its class
        return f"{part[0]}\\"
    if part["command"]:
        return part[0] + "\\" * (len(part[0]) % 2)  # an even number of backslashes begins no command
    return "^\\^" if part["caret"] else "\\{" if part["brace"] else "\\<" if part["tag"] else part[0]
