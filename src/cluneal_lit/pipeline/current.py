"""Whether the outputs are those of this collection already."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path, PurePath

from msgspec import Struct

from cluneal_lit.config import Project
from cluneal_lit.errors import TemplateError
from cluneal_lit.model import Collection
from cluneal_lit.outputs.ledger import Ledger
from cluneal_lit.outputs.site import News, Site
from cluneal_lit.outputs.templates import Templates
from cluneal_lit.pipeline import diff
from cluneal_lit.pipeline.check import Checked
from cluneal_lit.pipeline.ledger import ledgers
from cluneal_lit.store import built, changes, files, outputs, templates
from cluneal_lit.store.found import matched


class Inputs(Struct, frozen=True):
    """All that outputs are made from, and a name for it that changes when it changes."""

    collection: Collection
    templates: Templates
    publish_abstracts: bool
    site: Site
    name: str


def inputs(project: Project, checked: Checked) -> Inputs:
    """What outputs are made from. Raises TemplateError for templates that cannot be read."""
    collection = checked.collection
    found = templates.read(template_folders(project))
    publish = project.config.publish_abstracts
    site = _site(project, checked, ledgers(collection.entries, checked.records))
    return Inputs(collection, found, publish, site, built.inputs(collection, found, publish, site))


def _site(project: Project, checked: Checked, told: Ledger) -> Site:
    """What the project says of its site, the news of its works, the latest first, and who says what of them."""
    config, collection = project.config, checked.collection
    found, _ = matched(project.root, config.public)
    names = {files.shown(file.relative_to(project.root).as_posix()) for file in found}
    seen = diff.events(changes.read(project.references / "changes.jsonl"), collection.entries, checked.links)
    news = [
        News(one.day, one.kind, one.key, one.entry.fields.title, one.what, one.sources)
        for one in sorted(seen, key=lambda one: one.day, reverse=True)
        if one.entry and one.kind != "details"
    ]
    public = tuple(one for one in collection.documents if _is_of(one, names)) if config.public else None
    return Site(public, config.base_url.rstrip("/"), config.facets, tuple(news), told)


def _is_of(document: str, among: Set[str]) -> bool:
    """Whether a document is one of the files, or of a zipped project among them (`talk.zip/main.tex`)."""
    return not among.isdisjoint((document, *map(str, PurePath(document).parents)))


def unchanged(project: Project, made_from: Inputs) -> outputs.Published | None:
    """What there is to say of a build that need not be, since the last one was made from the same; else None."""
    names = built.unchanged(project.cache, project.output, made_from.name)
    return None if names is None else outputs.Published(unchanged=names)


def template_folders(project: Project) -> tuple[Path, ...]:
    """Where templates are looked for: the project's own first, then those of the program.

    An installed program has them inside the package; a checkout, installed for editing, beside `src/`. Raises
    TemplateError where there are none, and for one of the project that is no folder.
    """
    package = Path(__file__).resolve().parents[1]
    places = (templates.own(project.root), package / "templates", package.parents[1] / "templates")
    found = tuple(dict.fromkeys(place for place in places if place.is_dir()))
    if not found:
        raise TemplateError(f"no templates in {places[0]} nor in {places[1]}; install cluneal-lit again")
    return found
