"""A collection in, the files of `output/` out."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.config import Project
from cluneal_lit.errors import TemplateError
from cluneal_lit.model import Collection
from cluneal_lit.outputs.rendering import Rendered, rendered
from cluneal_lit.store import outputs, templates


def template_folders(project: Project) -> tuple[Path, ...]:
    """Where templates are looked for: the project's own first, then those of the program.

    An installed program has them inside the package; a checkout, installed for editing, beside `src/`.
    """
    package = Path(__file__).resolve().parents[1]
    places = (project.root / "templates", package / "templates", package.parents[1] / "templates")
    found = tuple(dict.fromkeys(place for place in places if place.is_dir()))
    if not found:
        raise TemplateError(f"no templates in {places[0]} nor in {places[1]}; install cluneal-lit again")
    return found


def files(project: Project, collection: Collection, cache: Path | None = None) -> Rendered:
    """The outputs; compiled templates are kept in the folder `cache`, if there is one."""
    return rendered(
        collection,
        templates.read(template_folders(project)),
        compiled=templates.compiled(cache) if cache else None,
        publish_abstracts=project.config.publish_abstracts,
    )


def build(project: Project, collection: Collection) -> outputs.Published:
    """Render every template and write what changed; only for who holds the writer's lock.

    The output of a broken template stays as it was.
    """
    made = files(project, collection, project.root / ".cache" / "templates")
    published = outputs.publish(project.output, made.texts, kept=made.broken)
    reasons = dict.fromkeys(str(error) for error in made.broken.values())
    return replace(published, failed=(*reasons, *published.failed))


def stale(project: Project, collection: Collection) -> tuple[str, ...]:
    """The outputs that are not current; nothing is written, not even into the cache. Raises TemplateError."""
    made = files(project, collection)
    for error in made.broken.values():
        raise error
    return outputs.stale(project.output, made.texts)
