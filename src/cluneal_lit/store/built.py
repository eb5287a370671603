"""What the last build was made from and what it gave, kept in the cache, so that nothing is rendered twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit import __version__
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Collection
from cluneal_lit.outputs.site import Site
from cluneal_lit.outputs.templates import Templates
from cluneal_lit.store import files, outputs

_LIBRARIES = ("jinja2", "lxml", "markupsafe", "markdown_it", "mdurl", "msgspec", "nh3", "yaml")


class Built(Struct, frozen=True):
    """A build: `inputs` names all that it was made from, `digests` are those of its outputs by name."""

    inputs: str
    digests: dict[str, str]


def inputs(collection: Collection, templates: Templates, publish_abstracts: bool, site: Site) -> str:
    """A name for all that outputs are made from: another collection, template, setting or program, another name."""
    made_from = msgspec.msgpack.encode((collection, dict(templates), publish_abstracts, site, program()))
    return files.digest(made_from)


def unchanged(cache: Path, output: Path, inputs: str) -> tuple[str, ...] | None:
    """The outputs, if those on the disk are what the last build gave and it was made from the same; else None."""
    try:
        last = msgspec.json.decode(files.content(cache / "built.json"), type=Built)
        if last.inputs != inputs or set(last.digests) != outputs.manifest(output):
            return None
        same = all(files.digest(files.content(output / name)) == digest for name, digest in last.digests.items())
    except StoreError:  # who writes the outputs says why one cannot be read
        return None
    except files.UNREADABLE:
        return None
    return tuple(last.digests) if same else None


def remember(cache: Path, inputs: str, contents: outputs.Contents) -> None:
    """Keep what a build was made from and gave, where the cache can be written."""
    built = Built(inputs, {name: files.digest(outputs.content(text)) for name, text in contents.items()})
    try:
        files.written(cache / "built.json", msgspec.json.encode(built))
    except StoreError:
        return


def program() -> str:
    """A name for the program and the libraries that read and render."""
    return f"{__version__} {_program()}"


@lru_cache(maxsize=1)
def _program() -> str:
    """A name for every file of the program and of these libraries, by time and size: a checkout changes in between."""
    folders = [str(Path(__file__).resolve().parents[1])]
    folders += [str(Path(spec.origin).parent) for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin]
    return files.digest(msgspec.msgpack.encode(sorted(stamp for folder in folders for stamp in _stamps(folder))))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    # Not Path.rglob, which takes four times as long.
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _stamps(entry.path) if entry.name != "__pycache__" else ()
            else:
                stat = entry.stat()
                yield entry.path, stat.st_mtime_ns, stat.st_size
