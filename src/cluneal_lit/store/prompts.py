"""A note before anybody has written it: front matter that names the work, and prompts that print nothing when left."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from cluneal_lit.folding import one_line
from cluneal_lit.formats.notices import MARKS

PROMPTS = ("Bottom line", "What was done", "Result", "Limits", "Why it is here")
_PROMPT = re.compile(rf"\*\*(?:{'|'.join(PROMPTS)})\.\*\*")
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9:./()_#-]*[A-Za-z0-9)]")  # a plain scalar of YAML

_FORM = """\
---
# {citation}
# The work that this note is about; these lines tie the note to it.
works:
{works}
# Words to find it by: [review, nerve block]
tags: []
# {marks}
significance:
# The level of evidence, by the scale that you use, and who signs: 2b, A. Author
level:
by:
# The day on which a person last held this note against the paper: 2026-11-20
reviewed:
# What is printed in place of what the sources say, such as a page that they have wrong:
# corrections: {{page: 101-109}}
---

{prompts}
"""


def unfilled(names: Iterable[str], citation: str) -> str:
    """The text of a new note on the work of these names (`pmid:…`, `library/FILE#ID`), cited in a comment."""
    plain = "".join(char for char in one_line(citation) if char.isprintable())
    works = "\n".join(f"  - {name if _SAFE.fullmatch(name) else _quoted(name)}" for name in names)
    marks = f"{', '.join(MARKS[:-1])} or {MARKS[-1]}"
    return _FORM.format(
        citation=plain, works=works, marks=marks, prompts="\n\n".join(f"**{prompt}.**" for prompt in PROMPTS)
    )


def _quoted(name: str) -> str:
    return yaml.safe_dump(name, default_style='"', width=float("inf"), allow_unicode=True).rstrip("\n")


def filled(text: str) -> str:
    """The text of a note without the prompts behind which nothing was written, ready to print."""
    lines = text.split("\n")
    kept: list[str] = []
    following = ""  # the next line that is not blank
    for line in reversed(lines):
        written = line.strip()
        if _PROMPT.fullmatch(written) and (not following or following.startswith("#") or _PROMPT.match(following)):
            while kept and not kept[-1].strip():
                kept.pop()
            continue
        kept.append(line)
        following = written or following
    return "\n".join(reversed(kept)).strip()
