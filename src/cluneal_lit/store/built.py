"""What the last build was made from and what it gave, kept in the cache, so that nothing is rendered twice."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Collection
from cluneal_lit.outputs.site import Site
from cluneal_lit.outputs.templates import Templates
from cluneal_lit.store import files, outputs
from cluneal_lit.store.program import program


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
