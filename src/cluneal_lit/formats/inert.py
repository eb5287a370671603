"""Markdown from people, without what pandoc alone would obey in it: raw HTML and TeX, attributes, metadata,
fences of divisions.

(https://pandoc.org/MANUAL.html: raw_attribute, raw_tex, tex_math_dollars, bracketed_spans, header_attributes,
yaml_metadata_block, fenced_divs)
"""

from __future__ import annotations

import re

from cluneal_lit.formats import commonmark
from cluneal_lit.formats.formulas import FORMULA, is_printable
from cluneal_lit.late import late

_MARKDOWN = commonmark.reader()
_SUSPECT = re.compile(r"[\\{]|<[A-Za-z/!?]|\^\^|:::|^[ \t>]*---[ \t]*$|```|~~~|\$[^$]*[\^_&#%~]", re.MULTILINE)
_OPENING = re.compile(
    r"(`{3,}+|~{3,}+)[ \t]*(?![\w.+#-]*[ \t]*$)[^\n]*$"
)  # pandoc takes a fence with more words for none
_RULE = re.compile(r"-[- \t]*$")
# In order: formulas and what was escaped, which may stay; then what is obeyed.
_PART = late(
    rf"(?P<formula>{FORMULA})"
    r"|(?P<stays>(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<(?:https?:|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>)"
    r"|(?P<division>^[ \t>*+.)\d-]*(?=:::))|(?P<command>\\+)(?=[A-Za-z@])|\\."
    r"|(?P<tag><)(?=[A-Za-z/!?])|(?P<caret>\^\^)|(?<=[\^_])\{[\w+−-]{1,20}\}|(?P<brace>\{)",
    re.DOTALL | re.MULTILINE,
)


def inert(text: str) -> str:
    """The Markdown in which commands of TeX, attributes, metadata and the fences of divisions are shown as they are
    written, by pandoc too.

    Formulas that LaTeX can print stay, as pandoc finds them.
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
    if part["formula"]:
        dollars = "$$" if part[0].startswith("$$") else "$"
        inner = part[0].removeprefix(dollars).removesuffix(dollars)
        shown = dollars.replace("$", r"\$")
        return part[0] if is_printable(inner) else f"{shown}{_PART.sub(_shown, inner)}{shown}"
    if part["division"] is not None:  # pandoc takes the word behind the colons for its class
        return f"{part[0]}\\"
    if part["command"]:
        return part[0] + "\\" * (len(part[0]) % 2)  # an even number of backslashes begins no command
    return "^\\^" if part["caret"] else "\\{" if part["brace"] else "\\<" if part["tag"] else part[0]
