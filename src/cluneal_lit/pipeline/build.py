"""A collection in, the files of `output/` out."""

from __future__ import annotations

import difflib
import fnmatch
from collections.abc import Sequence

from msgspec.structs import replace

from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError, TemplateError
from cluneal_lit.outputs import docx, xlsx
from cluneal_lit.outputs.environment import Compiled
from cluneal_lit.outputs.pieces import Pieces
from cluneal_lit.outputs.rendering import Rendered, rendered
from cluneal_lit.outputs.variables import alphabetical
from cluneal_lit.pipeline.current import Inputs
from cluneal_lit.store import built, kept, outputs
from cluneal_lit.store.compiled import compiled


def build(project: Project, made_from: Inputs, only: Sequence[str] = ()) -> outputs.Published:
    """Render every template and write what changed; only for who holds the writer's lock.

    The output of a broken template stays as it was; with names or wildcards in `only`, so do all others. Raises
    ConfigError for one of these that no output has.
    """
    saved = Pieces(kept.read(project.cache / "pieces", str))
    made = _rendered(made_from, compiled(project.cache / "templates"), saved)
    contents = _contents(made_from, made, saved)
    kept.remember(project.cache / "pieces", saved.known, saved.used)
    names = _chosen((*contents, *made.broken), only)
    broken = {name: error for name, error in made.broken.items() if name in names}
    unknown = any(name.endswith("/") for name in made.broken)  # what lies in a folder may have any output
    left = {*made.broken, *(outputs.manifest(project.output) if only or unknown else ())}
    chosen = {name: one for name, one in contents.items() if name in names}
    published = outputs.publish(project.output, chosen, kept=left)
    reasons = dict.fromkeys(str(error) for error in broken.values())
    published = replace(published, failed=(*reasons, *published.failed))
    if not published.failed and not only:
        built.remember(project.cache, made_from.name, contents)
    return published


def stale(project: Project, made_from: Inputs, only: Sequence[str] = ()) -> tuple[str, ...]:
    """The outputs that are not current; nothing is written, not even into the cache.

    Raises TemplateError with a line for each broken template, and ConfigError for one in `only` that no output has.
    """
    made = _rendered(made_from)
    contents = _contents(made_from, made)
    names = _chosen((*contents, *made.broken), only)
    if reasons := dict.fromkeys(str(error) for name, error in made.broken.items() if name in names):
        raise TemplateError("\n".join(reasons))
    return tuple(name for name in outputs.stale(project.output, contents) if name in names or not only)


def _rendered(made_from: Inputs, kept_in: Compiled | None = None, saved: Pieces | None = None) -> Rendered:
    return rendered(
        made_from.collection,
        made_from.templates,
        compiled=kept_in,
        pieces=saved,
        publish_abstracts=made_from.publish_abstracts,
        site=made_from.site,
    )


def _chosen(names: Sequence[str], only: Sequence[str]) -> frozenset[str]:
    """The outputs that the names or wildcards mean; all without any."""
    chosen = set[str]()
    for wanted in only:
        found = {name for name in names if name == wanted or fnmatch.fnmatchcase(name, wanted)}
        if not found:
            raise ConfigError(f"--only {wanted}: no output has this name; {_meant(wanted, names)}")
        chosen |= found
    return frozenset(chosen if only else names)


def _meant(wanted: str, names: Sequence[str]) -> str:
    """What a name that no output has may mean: a folder's outputs, a name like it; else which names there are."""
    folder = f"{wanted.rstrip('/')}/*"
    near = (
        [folder] if any(name.startswith(folder[:-1]) for name in names) else difflib.get_close_matches(wanted, names, 1)
    )
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted({_first(name) for name in names}))}"


def _first(name: str) -> str:
    """An output by its name, or its folder's with a wildcard."""
    folder, inside, _ = name.partition("/")
    return f"{folder}/*" if inside else folder


def _contents(made_from: Inputs, made: Rendered, saved: Pieces | None = None) -> dict[str, str | bytes]:
    """All outputs by their paths: those of templates, and the Word and Excel files."""
    collection = made_from.collection
    in_order = alphabetical(collection.entries)
    return {
        **made.contents,
        docx.NAME: docx.bibliography(collection.title, in_order, saved),
        xlsx.NAME: xlsx.workbook(in_order, saved),
    }
