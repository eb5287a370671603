"""The bibliographies that a Markdown source has: by its front matter, its Quarto project or its bookdown book.

A Quarto project is the nearest folder upwards with a `_quarto.yml`; each folder from there on may have a
`_metadata.yml`. A file called README is no page of it. The chapters of a book are put behind its `index.Rmd`.
(https://quarto.org/docs/projects/quarto-projects.html, https://bookdown.org/yihui/rmarkdown/bookdown-project.html)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename, normpath, splitext

from msgspec import Struct

from cluneal_lit.documents import beside
from cluneal_lit.documents.file import File
from cluneal_lit.documents.markdown.hidden import front_matter

# What stands behind a name in YAML, with the lines below it that are indented further, or begin with a dash.
_VALUE = r"^([ \t]*){}[ \t]*:(.*(?:\n(?:\1[ \t]+\S|\1[ \t]*-[ \t]).*)*)"
_BIBLIOGRAPHY = re.compile(_VALUE.format("bibliography"), re.MULTILINE)
_FURTHER = re.compile(_VALUE.format("metadata-files?"), re.MULTILINE)
_REMARK = re.compile(r"(?:^|[ \t])#.*", re.MULTILINE)
_NAME = re.compile(r"[^\s\[\],\"'{}]+\.(?:bib|json)\b", re.IGNORECASE)
_CODE = re.compile(r"[`(]|!expr\b")
_SETTINGS = re.compile(r"[^\s\[\],\"'{}]+\.ya?ml\b", re.IGNORECASE)
_BOOKDOWN = re.compile(r"\bbookdown\b")
_BOOKS = (".rmd", ".rmarkdown")
_RENDERED = (*_BOOKS, ".qmd")
_UPWARDS = tuple("../" * number for number in range(16))


class Named(Struct, frozen=True):
    """Bibliographies by their paths relative to the source's folder, those that count first.

    `every` says that pandoc takes every name behind `@` for a key: the source names them itself, or has an ending that
    only sources of such projects have. Of other Markdown in the folders of a project nobody knows whether it is a page.
    `is_computed`: code says where one of them lies, as in R Markdown.
    """

    paths: tuple[str, ...]
    every: bool
    is_computed: bool = False


def bibliographies(file: File, matter: str) -> Named | None:
    """The bibliographies that `matter`, the front matter of a source, and the settings of its project name; None where
    they name none."""
    stem, ending = splitext(basename(file.path.replace("\\", "/")).lower())
    around = list(_around(file, ending)) if stem != "readme" else []
    root = around[-1][1] if around else None
    paths, is_named, is_computed = list[str](), False, False
    for text, folder in ((matter, ""), *around):
        for value in _BIBLIOGRAPHY.finditer(text):
            is_named = True
            written = _REMARK.sub("", value[2])
            is_computed = is_computed or bool(_CODE.search(written))
            names = _NAME.findall(written)
            paths += [_path(file, name, folder, root) for name in names]
    every = bool(_BIBLIOGRAPHY.search(matter)) or ending in _RENDERED
    return Named(tuple(dict.fromkeys(paths)), every, is_computed) if is_named else None


def _path(file: File, name: str, folder: str, root: str | None) -> str:
    """Where a bibliography lies that settings in a folder name: a path of Quarto's may begin at its project, and what
    is not there is sought beside the source."""
    if name.startswith("/") and root is not None:
        return normpath(f"{root}{name[1:]}")
    there = normpath(f"{folder}{name}")
    return there if not folder or file.beside(there) is not None else normpath(name)


def _around(file: File, ending: str) -> Iterator[tuple[str, str]]:
    """The settings of the project or book that a source belongs to, from its own folder upwards, each with its folder.

    Those of the project itself come last.
    """
    for depth, folder in enumerate(_UPWARDS):
        if settings := _texts(file, f"{folder}_quarto"):
            for below in _UPWARDS[: depth + 1]:
                yield from ((text, below) for text in _texts(file, f"{below}_metadata"))
            for text in settings:
                for value in _FURTHER.finditer(text):
                    names = _SETTINGS.findall(_REMARK.sub("", value[2]))
                    yield from ((beside.text(file.beside, normpath(f"{folder}{name}")), folder) for name in names)
                yield text, folder
            return
        if ending in _BOOKS and (book := _book(file, folder)) is not None:
            yield book, folder
            return


def _texts(file: File, stem: str) -> list[str]:
    contents = map(file.beside, (f"{stem}.yml", f"{stem}.yaml"))
    return [beside.text_of(content) for content in contents if content is not None]


def _book(file: File, folder: str) -> str | None:
    """The front matter of the book whose chapters lie in a folder, or below it; None where that has no book."""
    is_book = file.beside(f"{folder}_bookdown.yml") is not None
    index = beside.text(file.beside, f"{folder}index.Rmd") if is_book or not folder else ""
    matter = front_matter(index)
    front = matter[0] if matter else ""
    return front if is_book or _BOOKDOWN.search(front) else None
