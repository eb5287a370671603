"""The keys of a Markdown source whose works front matter names: under `nocite`, under `references`, or by a
bibliography beside the source; and those that the source itself says by other names.

(https://pandoc.org/MANUAL.html#citations, https://quarto.org/docs/authoring/citations.html)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from posixpath import normpath

import yaml

from cluneal_lit.documents import bibliography
from cluneal_lit.documents.file import File
from cluneal_lit.documents.markdown import tags
from cluneal_lit.documents.markdown.hidden import front_matter, keyed, nocite
from cluneal_lit.documents.spans import Covered
from cluneal_lit.key_syntax import Key, is_crossref, names_a_year, scheme
from cluneal_lit.key_syntax import keys as written
from cluneal_lit.model import Embedded, Fields, Ids

_BIBLIOGRAPHY = re.compile(r"^bibliography[ \t]*:(.*(?:\n(?:[ \t]+\S|[ \t]*-[ \t]).*)*)", re.MULTILINE)
_REFERENCES = re.compile(r"^references[ \t]*:[ \t]*\n(?:(?:[ \t]+\S|[ \t]*-[ \t]).*\n|[ \t]*\n)*", re.MULTILINE)
_NAME = re.compile(r"[^\s\[\],\"'{}]+\.(?:bib|json)\b", re.IGNORECASE)
_LONGEST = 1_000_000


class _Loader(yaml.BaseLoader):
    """Scalars stay strings; what stands for something else is refused, for it may stand for endlessly much."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def keys(file: File, covered: Covered) -> Iterator[Embedded]:
    """The keys, in order. Of those in the text what a bibliography has and, where it has any, each other one; where it
    is not there, what is made as keys are. Others are found as keys are."""
    matter, tagged = front_matter(file.text), tags.works(file.text)
    if not matter and not tagged:
        return
    works, begin = (_works(file, matter), matter.end()) if matter else (None, 0)
    told = {**{name: (ids, Fields()) for name, ids in tagged.items()}, **(works or {})}
    own = [one for one in _own(file, begin, told, works is not None) if one.start < begin or covered.shows(one)]
    yield from sorted([*own, *_every(file.text, begin, works or {}, own)], key=lambda one: one.start)


def _own(file: File, begin: int, told: bibliography.Works, has_works: bool) -> Iterator[Embedded]:
    """The keys that stand in a source whose text begins at `begin`; `told` are the works of keys."""
    uncited = list(nocite(file.text, begin))
    for key in written(file.text):
        plain = not scheme(key.name)  # what says which identifier it is needs no bibliography
        within = plain and any(start <= key.start < end for start, end in uncited)
        missing = plain and has_works and (names_a_year(key.name) or (bool(told) and _is_cited(file.text, key)))
        known = key.name in told or missing
        if within or (known and key.free and key.start >= begin):
            yield Embedded(key.start, key.end, "key", *told.get(key.name, (Ids(), Fields())), key.name)


def _is_cited(text: str, key: Key) -> bool:
    """Whether a name that the bibliography lacks is a key all the same, as pandoc has it: no cross reference, and no
    person's name in a link."""
    return not is_crossref(key.name) and not text.startswith("](", key.end)


def _every(text: str, begin: int, works: bibliography.Works, own: Sequence[Embedded]) -> Iterator[Embedded]:
    """The rest of a bibliography where `nocite: "@*"` cites all of it: each work once, by the first of its keys."""
    at = max((text.find("@*", start, end) for start, end in nocite(text, begin)), default=-1)
    cited = {(one.ids, one.fields) for one in own}
    for key, work in works.items() if at >= 0 else ():
        if work not in cited:
            cited.add(work)
            yield Embedded(at, at + 2, "key", *work, key)


def _works(file: File, matter: re.Match[str]) -> bibliography.Works | None:
    """The works by key; None where front matter names neither works nor bibliographies."""
    named = list(_BIBLIOGRAPHY.finditer(file.text, 0, matter.end()))
    inline = _REFERENCES.search(file.text, 0, matter.end()) if any(keyed(file.text, matter.end())) else None
    if not named and not inline:
        return None
    found = _inline(inline[0]) if inline else {}
    for value in named:
        for name in _NAME.findall(value[1]):
            found = {**bibliography.works(file, normpath(name)), **found}
    return found


def _inline(source: str) -> bibliography.Works:
    """The works under `references`, CSL-JSON in the form of YAML. (https://pandoc.org/MANUAL.html#inline-references)"""
    try:
        read = yaml.load(source, _Loader) if len(source) <= _LONGEST else {}
        items = [one for one in read.get("references") or () if isinstance(one, dict) and "id" in one]
        return bibliography.of_csl(json.dumps(items))
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
