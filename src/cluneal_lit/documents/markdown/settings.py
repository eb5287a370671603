"""The bibliographies that a Markdown source has: by its front matter, its Quarto project or its bookdown book.

A Quarto project is the nearest folder upwards with a `_quarto.yml`; each folder from there on may have a
`_metadata.yml`. A file called README is no page of it. The chapters of a book are put behind its `index.Rmd`.
(https://quarto.org/docs/projects/quarto-projects.html, https://bookdown.org/yihui/rmarkdown/bookdown-project.html)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import basename, join, normpath, splitext
from types import MappingProxyType
from urllib.parse import unquote

from msgspec import Struct

from cluneal_lit.documents import beside, bibliography
from cluneal_lit.documents.file import File
from cluneal_lit.documents.markdown.hidden import front_matter
from cluneal_lit.formats import yaml_text
from cluneal_lit.late import late

# What stands behind a name in YAML, with the lines below it that are indented further, or begin with a dash; of a whole
# file only this is read, which takes a thousandth of the time.
_VALUE = r"^([ \t]*)[\"']?{}[\"']?[ \t]*:(?=\s)(.*(?:\n(?:\1(?:[ \t]+\S|[ \t]*-[ \t]).*|[ \t]*(?:#.*)?(?=\n)))*+)"
_BIBLIOGRAPHY = late(_VALUE.format("bibliography"), re.MULTILINE)
_FURTHER = late(_VALUE.format("metadata-files?"), re.MULTILINE)
_NAME = re.compile(rf".*\.(?:{'|'.join(bibliography.READ)})", re.IGNORECASE)
_ENDING = re.compile(r"(?!\w+:/)[^`(]*\.[A-Za-z]\w{1,9}")
_IN_CODE = re.compile(rf"[\"']([^\"'`]+\.(?:{'|'.join(bibliography.READ)}))[\"']", re.IGNORECASE)
_CODE = re.compile(r"[`(]|!expr\b")
_SETTINGS = re.compile(r".*\.ya?ml", re.IGNORECASE)
_LONGEST = 100_000  # characters of a list of files
_BOOKDOWN = re.compile(r"\bbookdown\b")
_BOOKS = (".rmd", ".rmarkdown")
_RENDERED = (*_BOOKS, ".qmd")
_UPWARDS = tuple("../" * number for number in range(16))


class Named(Struct, frozen=True):
    """Bibliographies by their paths relative to the source's folder, those that count first.

    `every` says that pandoc takes every name behind `@` for a key: the source names them itself, or has an ending that
    only sources of such projects have. Of other Markdown in the folders of a project nobody knows whether it is a page.
    `is_computed`: code says where one of them lies, as in R Markdown. `unread`: those of a format that is not read.
    `where`: for those that the source does not name itself the path of the settings that do, relative to the source's
    folder, and their text.
    """

    paths: tuple[str, ...]
    every: bool
    is_computed: bool = False
    unread: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, str]] = MappingProxyType({})


class _Settings(Struct, frozen=True):
    """A text that names bibliographies, the folder from which it does, and its path, relative to the source's folder;
    both are empty for the source itself."""

    text: str
    folder: str = ""
    path: str = ""


def bibliographies(file: File, matter: str) -> Named | None:
    """The bibliographies that `matter`, the front matter of a source, and the settings of its project name; None where
    they name none."""
    stem, ending = splitext(basename(file.path.replace("\\", "/")).lower())
    around = list(_around(file, ending)) if stem != "readme" else []
    root = around[-1].folder if around else None
    paths, is_named, is_computed = dict[str, tuple[str, str]](), False, False
    for one in (_Settings(matter), *around):
        for value in dict.fromkeys(match[0] for match in _BIBLIOGRAPHY.finditer(one.text)):
            is_named = True
            is_computed = is_computed or bool(_CODE.search(value))
            names = [name for text in _texts_of(value) for name in _IN_CODE.findall(text) or (text,)]
            for name in reversed(names):  # of two with one key pandoc takes the entry of the last
                paths.setdefault(_path(file, name, one.folder, root), (one.path, one.text))
    every = bool(_BIBLIOGRAPHY.search(matter)) or ending in _RENDERED
    read = tuple(path for path in paths if _NAME.fullmatch(path))
    unread = tuple(path for path in paths if not _NAME.fullmatch(path) and _ENDING.fullmatch(path))
    where = {name: said for name, said in paths.items() if said[0]}
    return Named(read, every, is_computed, unread, where) if is_named else None


def _texts_of(value: str) -> list[str]:
    """The texts that a key of YAML has as its value, be it a list of them, or a mapping as filters of pandoc take."""
    read = yaml_text.load(value, aliases=False) if len(value) <= _LONGEST else None
    found: dict[str, None] = {}
    left = [read]
    while left:
        one = left.pop()
        if isinstance(one, str):
            found.setdefault(one.strip())
        elif isinstance(one, dict | list):
            left += reversed([*one.values()] if isinstance(one, dict) else one)
    return list(filter(None, found))


def _path(file: File, name: str, folder: str, root: str | None) -> str:
    """Where a bibliography lies that settings in a folder name, or would lie: a path of Quarto's may begin at its
    project, and what is not there is sought beside the source. It may have its blanks as `%20`, as pandoc reads it."""
    places: list[str] = []
    for written in dict.fromkeys((unquote(name), name)):
        is_of_root = written.startswith("/") and root is not None
        both = (f"{root}{written[1:]}",) if is_of_root else (join(folder, written), written)
        places += map(normpath, both)
    found = (place for place in places if file.beside(place) is not None)
    return next(found, places[0])


def _around(file: File, ending: str) -> Iterator[_Settings]:
    """The settings of the project or book that a source belongs to, from its own folder upwards.

    Those of the project itself come last.
    """
    for depth, folder in enumerate(_UPWARDS):
        if settings := _texts(file, folder, "_quarto"):
            for below in _UPWARDS[: depth + 1]:
                yield from _texts(file, below, "_metadata")
            for one in settings:
                for value in _FURTHER.finditer(one.text):
                    names = filter(_SETTINGS.fullmatch, _texts_of(value[0]))
                    further = (normpath(f"{folder}{name}") for name in names)
                    yield from (_Settings(beside.text(file.beside, path), folder, path) for path in further)
                yield one
            return
        if ending in _BOOKS and (book := _book(file, folder)) is not None:
            yield _Settings(book, folder, f"{folder}index.Rmd")
            return


def _texts(file: File, folder: str, stem: str) -> list[_Settings]:
    contents = ((file.beside(path), path) for path in (f"{folder}{stem}.yml", f"{folder}{stem}.yaml"))
    return [_Settings(beside.text_of(content), folder, path) for content, path in contents if content is not None]


def _book(file: File, folder: str) -> str | None:
    """The front matter of the book whose chapters lie in a folder, or below it; None where that has no book."""
    is_book = file.beside(f"{folder}_bookdown.yml") is not None
    index = beside.text(file.beside, f"{folder}index.Rmd") if is_book or not folder else ""
    matter = front_matter(index)
    front = matter[0] if matter else ""
    return front if is_book or _BOOKDOWN.search(front) else None
