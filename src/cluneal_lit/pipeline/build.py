"""A collection in, the files of `output/` out."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.config import Project
from cluneal_lit.outputs.rendering import rendered
from cluneal_lit.pipeline.current import Inputs
from cluneal_lit.store import built, outputs
from cluneal_lit.store.compiled import compiled


def build(project: Project, made_from: Inputs) -> outputs.Published:
    """Render every template and write what changed; only for who holds the writer's lock.

    The output of a broken template stays as it was.
    """
    made = rendered(
        made_from.collection,
        made_from.templates,
        compiled=compiled(project.cache / "templates"),
        publish_abstracts=made_from.publish_abstracts,
        site=made_from.site,
    )
    published = outputs.publish(project.output, made.texts, kept=made.broken)
    reasons = dict.fromkeys(str(error) for error in made.broken.values())
    published = replace(published, failed=(*reasons, *published.failed))
    if not published.failed:
        built.remember(project.cache, made_from.name, made.texts)
    return published


def stale(project: Project, made_from: Inputs) -> tuple[str, ...]:
    """The outputs that are not current; nothing is written, not even into the cache. Raises TemplateError."""
    made = rendered(
        made_from.collection,
        made_from.templates,
        publish_abstracts=made_from.publish_abstracts,
        site=made_from.site,
    )
    for error in made.broken.values():
        raise error
    return outputs.stale(project.output, made.texts)
