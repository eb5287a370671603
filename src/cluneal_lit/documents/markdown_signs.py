"""What tells that a text without a telling name is Markdown.

(https://pandoc.org/MANUAL.html#footnotes, https://pandoc.org/MANUAL.html#citation-syntax)
"""

from __future__ import annotations

import re

from cluneal_lit.late import late

# A YAML head, a fence, a comment, a heading with a blank line below.
_LAID_OUT = late(
    rb"\A---[ \t]*\r?\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*\r?\n|^ {0,3}(?:```|~~~)|^<!--|^#{1,6} [^\n]+\n\r?\n",
    re.MULTILINE,
)
# `[^1]:`, `[^isu]:`, a numbered mark behind what it stands for, `^[Isu T. …]` with words in it, `[text](https:…)`,
# `[@isu2018; @berg2011, p. 3]`. A lone `[1]`, a pattern such as `[^a-z]` and an address in brackets say nothing.
_CITES = late(
    rb"^ {0,3}\[\^[\w-]{1,30}\]:[ \t]|[\w.,;:!?)\"'*\x80-\xff]\[\^\d{1,3}\]"
    rb"|[\w.,;:!?)\"'*\x80-\xff]\^\[[^\[\]\n]{0,60}?[A-Za-z\x80-\xff]{2}[^\s\[\]]*\s"
    rb"|\[[^\[\]\n]{1,200}\]\(<?https?://[^\s()]"
    rb"|\[(?:[^\[\]@\n]{0,60}\s)?-?@(?:[\w\x80-\xff][\w:.#$%&+?<>~/\x80-\xff-]*|\{[^{}\s]+\})(?:[,;][^\[\]]{0,200}|\s[^\[\]]{0,60})?\]",
    re.MULTILINE,
)
_OTHERS = re.compile(rb"\s*(?:#!|[{<]|\[\s*[\[{\"])|.{0,20000}?^Content-Transfer-Encoding:", re.MULTILINE | re.DOTALL)


def is_markdown(head: bytes, more: bytes) -> bool:
    """Whether a text is Markdown, by how its `head` is laid out or how `more` of it cites.

    How scripts, mails, JSON and markup cite says nothing, nor how a script is laid out: `#` begins its comments.
    """
    if _OTHERS.match(head):
        return _LAID_OUT.search(head) is not None and not head.startswith(b"#!")
    return bool(_LAID_OUT.search(head) or _CITES.search(more))
