"""The keys of a Markdown source whose works front matter names: under `nocite`, under `references`, or by a
bibliography, as the settings of its project do; and those that the source itself says by other names.

(https://pandoc.org/MANUAL.html#citations, https://quarto.org/docs/authoring/citations.html)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from cluneal_lit.documents import bibliography
from cluneal_lit.documents.file import File
from cluneal_lit.documents.markdown import settings, tags
from cluneal_lit.documents.markdown.hidden import front_matter, keyed, nocite
from cluneal_lit.documents.spans import Covered
from cluneal_lit.key_syntax import Key, is_crossref, names_a_year, scheme
from cluneal_lit.key_syntax import keys as written
from cluneal_lit.model import Embedded, Fields, Finding, Ids

_REFERENCES = re.compile(r"^references[ \t]*:[ \t]*\n(?:(?:[ \t]+\S|[ \t]*-[ \t]).*\n|[ \t]*\n)*", re.MULTILINE)


class _Told(Struct, frozen=True):
    """The works by key that a source has, those of its own tags apart; and which names are keys though no work has
    them: those that are made as keys are (`yeared`), or `every` one. `is_read`: a bibliography is there; `read` are the
    paths of those that are, `missed` of those that are not or do not read, `unread` of those of a format of which
    nothing is read; `where`: what names them, but for the source."""

    works: bibliography.Works = {}
    tagged: bibliography.Works = {}
    yeared: bool = False
    every: bool = False
    is_read: bool = False
    read: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, str]] = MappingProxyType({})


class Keys(Struct, frozen=True):
    """The keys of a source in order, whether a bibliography was read, and what is told of those that were not."""

    embedded: tuple[Embedded, ...] = ()
    has_bibliography: bool = False
    findings: tuple[Finding, ...] = ()


def keys(file: File, covered: Covered) -> Keys:
    """The keys of a source. Of those in the text what a bibliography has and, where pandoc has it so, each other one,
    be the bibliography there or not; else, where it is not, what is made as keys are. Others are found as keys are."""
    if "@" not in file.text:
        return Keys()
    matter = front_matter(file.text)
    begin = matter.end() if matter else 0
    told = _told(file, begin)
    own = [one for one in _own(file, begin, told) if one.start < begin or covered.shows(one)]
    every = sorted([*own, *_every(file.text, begin, told.works, own)], key=lambda one: one.start)
    where = told.where
    missing = (finding for path in told.missed for finding in bibliography.missed(file, path, where.get(path)))
    unread = (finding for path in told.unread for finding in bibliography.unread(file, path, where.get(path)))
    cited = {one.key for one in every}
    shared = (finding for path in told.read for finding in bibliography.shared(file, path, cited))
    return Keys(tuple(every), told.is_read, (*missing, *unread, *shared) if every else ())


def _own(file: File, begin: int, told: _Told) -> Iterator[Embedded]:
    """The keys that stand in a source whose text begins at `begin`."""
    uncited = list(nocite(file.text, begin))
    for key in written(file.text):
        plain = not scheme(key.name)  # what says which identifier it is needs no bibliography
        within = plain and any(start <= key.start < end for start, end in uncited)
        is_made = told.yeared and names_a_year(key.name)
        missing = plain and (is_made or (told.every and _is_cited(file.text, key)))
        work = told.works.get(key.name) or told.tagged.get(key.name)
        if within or ((work or missing) and key.free and key.start >= begin):
            yield Embedded(key.start, key.end, "key", *(work or (Ids(), Fields())), key.name)


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


def _told(file: File, begin: int) -> _Told:
    """What is told of keys by front matter that ends at an offset, by the project, and by the source's own tags."""
    inline = _REFERENCES.search(file.text, 0, begin) if any(keyed(file.text, begin)) else None
    named = settings.bibliographies(file, file.text[:begin])
    found = {path: bibliography.works(file, path) for path in (named.paths if named else ())}
    there = [works for works in found.values() if works is not None]
    works: bibliography.Works = {}
    for one in (*reversed(there), (bibliography.of_yaml(inline[0]) if inline else None) or {}):
        works |= one
    tagged = {name: (ids, Fields()) for name, ids in tags.works(file.text).items()}
    every = bool(found and (inline or named.every)) if named else bool(inline and (works or tagged))
    missed = [path for path, works in found.items() if not works] if named and not named.is_computed else []
    unread, where = (named.unread, named.where) if named else ((), MappingProxyType({}))
    is_read = bool(there or inline)
    read = tuple(path for path, works in found.items() if works)
    return _Told(works, tagged, bool(named or inline), every, is_read, read, tuple(missed), unread, where)
