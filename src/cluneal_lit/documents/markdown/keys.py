"""The keys of a Markdown source whose works front matter names: under `nocite`, or by a bibliography beside it.

(https://pandoc.org/MANUAL.html#citations, https://quarto.org/docs/authoring/citations.html)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath

from cluneal_lit.documents import bibliography
from cluneal_lit.documents.file import File
from cluneal_lit.documents.markdown.hidden import front_matter, nocite
from cluneal_lit.documents.spans import Covered
from cluneal_lit.model import Embedded, Fields, Ids

_KEY = re.compile(r"@\{?([\w][\w.#$%&\-+?<>~/]*\w|\w)\}?(?![\w:])")
_PREFIX = re.compile(r"[\s(\[;,–—:“‘*_-]")
_BIBLIOGRAPHY = re.compile(r"^bibliography[ \t]*:(.*(?:\n(?:[ \t]+\S|[ \t]*-[ \t]).*)*)", re.MULTILINE)
_NAME = re.compile(r"[^\s\[\],\"'{}]+\.(?:bib|json)\b", re.IGNORECASE)


def keys(file: File, covered: Covered) -> Iterator[Embedded]:
    """The keys, in order; of those in the text only those that a bibliography has: others are found as keys are."""
    if not (matter := front_matter(file.text)):
        return
    works = _works(file, matter)
    uncited = list(nocite(file.text, matter.end()))
    for key in _KEY.finditer(file.text):
        within = any(start <= key.start() < end for start, end in uncited)
        ids, fields = works.get(key[1], (Ids(), Fields()))
        known = key[1] in works and key.start() >= matter.end() and _stands_free(file.text, key.start())
        if within or (known and covered.shows(Embedded(key.start(), key.end(), "key"))):
            yield Embedded(key.start(), key.end(), "key", ids, fields, key[1])


def _works(file: File, matter: re.Match[str]) -> bibliography.Works:
    found: bibliography.Works = {}
    for value in _BIBLIOGRAPHY.finditer(file.text, 0, matter.end()):
        for name in _NAME.findall(value[1]):
            found = {**bibliography.works(file, normpath(name)), **found}
    return found


def _stands_free(text: str, at: int) -> bool:
    return at == 0 or bool(_PREFIX.match(text, at - 1))
