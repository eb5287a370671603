"""Citation keys as pandoc and Manubot write them: `@isu2018`, `@{a key with signs}`, `@doi:10.…`.

(https://pandoc.org/MANUAL.html#citation-syntax, https://manubot.github.io/manubot/reference/manubot/cite)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.late import late

_KEY = late(
    r"@(?:\{(?P<braced>[^{}\s]{1,500})\}"
    r"|(?P<schemed>(?:doi|shortdoi|url|https?):(?:[^\s;,\[\]{}\"'“”‘’„«»‹›|]|[;,](?=[\w<]))*[\w)>/])"
    r"|(?P<bare>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))",
    re.IGNORECASE,
)
_BEFORE = frozenset(" \t\n\r\f\v\u00a0([;,–—:“‘*_-")
_CLOSING = {"(": ")", "<": ">"}
_BEHIND = ".:#$%&-+?~*!^="  # what a key does not end with
_NEVER_BEFORE = frozenset("\\/@")  # an escape, a part of an address
# Quarto's cross references, and those of pandoc-crossref and bookdown.
_CROSSREF = re.compile(
    r"(?:(?:sup)?(?:fig|tbl)|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|note|tip|wrn|imp|cau|apx"
    r"|app|ch|chap)[-:]",
    re.IGNORECASE,
)
_YEARED = re.compile(r"[^\W\d_][\w-]*(?:1[89]|20)\d\d[a-z]?(?:[A-Za-z_-]\w*)?")

_SCHEMED = re.compile(
    r"(?P<kind>doi|shortdoi|pmid|pmcid|pmc|arxiv|isbn|nct|clinicaltrials|url|https?|raw|wikidata|tag):(?P<value>.+)",
    re.I,
)


class Key(Struct, frozen=True):
    """A key that stands in a text from `start`, that of its `@`, to `end`.

    `free` says that nothing stands before it that a key does not stand behind, such as the name in an e-mail address.
    What says which identifier it is may stand behind all that is no letter or digit, as pandoc has it: behind the quote
    of YAML (`nocite: "@pmid:29656623"`) too. Of other names those behind a quote are code's: `"@context"`.
    """

    start: int
    end: int
    name: str
    free: bool


def keys(text: str) -> Iterator[Key]:
    """What looks like a key, in order."""
    at = text.find("@")
    while at >= 0:
        match = _KEY.match(text, at)
        end = match.end() if match else at + 1
        if match and (name := match["braced"] or _within(match["schemed"] or "") or match["bare"]):
            end -= len(match["schemed"]) - len(name) if match["schemed"] else 0
            before = text[at - 1 : at]
            if before == "[" and text.startswith("[[", at - 2):  # a wiki's link: what follows `#` is a heading there
                name, _, heading = name.partition("#")
                end -= len(heading) + 1 if heading else 0
            shown = text.startswith("![[", at - 3)  # a picture or another note
            yield Key(at, end, name, _may_precede(before, name) and not shown)
        at = text.find("@", end)


def _within(name: str) -> str:
    """A key without the bracket or tag around it and what follows that: `(@doi:10.5555/x)`, `<b>@doi:10.5555/x</b>`."""
    depth = {")": 0, ">": 0}
    name, tag, _ = name.partition("</")
    for place, char in enumerate(name):
        if closing := _CLOSING.get(char):
            depth[closing] += 1
        elif char in depth:
            depth[char] -= 1
            if depth[char] < 0:
                return name[:place].rstrip(_BEHIND)
    return name.rstrip(_BEHIND) if tag else name


def _may_precede(before: str, name: str) -> bool:
    """Whether a key of that name may stand behind a sign, or at the beginning of the text."""
    if not before or before in _BEFORE:
        return True
    return bool(scheme(name)) and not before.isalnum() and before not in _NEVER_BEFORE


def is_crossref(name: str) -> bool:
    """Whether what looks like a key is a reference to a figure, table or section of the document: `@fig-x`."""
    return bool(_CROSSREF.match(name))


def scheme(name: str) -> re.Match[str] | None:
    """The parts `kind` and `value` of a key that says which identifier it is: `pmid:29656623`; None for others."""
    return _SCHEMED.fullmatch(name)


def is_whole(name: str) -> bool:
    """Whether a key says by itself what it means, in a way that has no record here: `url:https://…`, `raw:…`."""
    schemed = scheme(name)
    return bool(schemed and schemed["kind"].lower() in ("url", "http", "https", "raw", "wikidata"))


def names_a_year(name: str) -> bool:
    """Whether a key is made as most are: a name and a year, `isu2018`, `smith-2019a`, `kim2020nerve`."""
    return bool(_YEARED.fullmatch(name)) and not is_crossref(name)
