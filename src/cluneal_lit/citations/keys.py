"""Citation keys as pandoc and Manubot write them: `[@isu2018; @doi:10.…, p. 3]` and `@isu2018`.

(https://pandoc.org/MANUAL.html#citation-syntax, https://manubot.github.io/manubot/reference/manubot/cite)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.dois import clean
from cluneal_lit.citations.hits import Hit, Text

_KEY = re.compile(
    r"@(?:\{(?P<braced>[^{}\s]{1,500})\}"
    r"|(?P<schemed>(?:doi|shortdoi|url|https?):(?:[^\s;,\[\]{}\"'“”|]|[;,](?=[\w<]))*[\w)>/])"
    r"|(?P<bare>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))",
    re.IGNORECASE,
)
# Quarto's cross references, and those of pandoc-crossref and bookdown.
_CROSSREF = re.compile(
    r"(?:(?:sup)?(?:fig|tbl)|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|note|tip|wrn|imp|cau|apx"
    r"|app|ch|chap)[-:]",
    re.IGNORECASE,
)
_SCHEMED = re.compile(
    r"(?P<kind>doi|shortdoi|pmid|pmcid|pmc|arxiv|isbn|nct|clinicaltrials|url|https?|raw|wikidata|tag):(?P<value>.+)",
    re.I,
)
_YEARED = re.compile(r"[^\W\d_][\w-]*(?:1[89]|20)\d\d[a-z]?(?:[A-Za-z_-]\w*)?")
_PREFIX = re.compile(r"(?:^|[\s(\[;,–—:“‘*_-])$")


def hits(text: Text) -> Iterator[Hit]:
    """The citation keys of a text; those that hold an identifier have its kind and value, others the kind `key`."""
    found = list(_found(text.text))
    known = {match["braced"] or match["schemed"] or match["bare"] for match, bracketed in found if bracketed}
    for match, bracketed in found:
        name = match["braced"] or match["schemed"] or match["bare"]
        if bracketed or name in known or _SCHEMED.fullmatch(name) or _YEARED.fullmatch(name):
            yield _hit(match, name)


def _found(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """What looks like a key, and whether it certainly is one: in square brackets."""
    at = text.find("@")
    while at >= 0:
        match = _KEY.match(text, at) if _PREFIX.search(text, max(0, at - 1), at) else None
        name = match and (match["braced"] or match["schemed"] or match["bare"])
        if match and name and not _CROSSREF.match(name):
            bracketed = _bracketed(text, at, match.end())
            if bracketed is not None:
                yield match, bracketed
        at = text.find("@", match.end() if match else at + 1)


def _bracketed(text: str, start: int, end: int) -> bool | None:
    """Whether the key stands in square brackets; None in the text of a link, which holds a person's handle."""
    opening = max(text.rfind("[", max(0, start - 400), start), text.rfind("]", max(0, start - 400), start))
    if opening < 0 or text[opening] == "]":
        return False
    closing = text.find("]", end, end + 400)
    if closing < 0 or "\n\n" in text[opening:closing]:
        return False
    return None if text.startswith("(", closing + 1) else True


def _hit(match: re.Match[str], name: str) -> Hit:
    schemed = _SCHEMED.fullmatch(name)
    if not schemed:
        return Hit("key", "", match.start(), match.end(), "key")
    kind = {"pmc": "pmcid", "clinicaltrials": "nct"}.get(schemed["kind"].lower(), schemed["kind"].lower())
    if kind not in identifiers.NORMAL:
        return Hit("key", "", match.start(), match.end(), "key")
    if kind == "doi" and schemed["value"].startswith("10/"):
        kind = "shortdoi"
    value = clean(schemed["value"], False)[0] if kind == "doi" else identifiers.NORMAL[kind](schemed["value"])
    return Hit(kind, value, match.start(), match.end(), "key", 1.0 if value else 0.8)
