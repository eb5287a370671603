"""What `run` and `build` do with what was checked: the outputs, written."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.config import Project
from cluneal_lit.errors import LitError, StoreError, TemplateError
from cluneal_lit.pipeline import check, current
from cluneal_lit.store import outputs, remembered

_FEW = 20  # reasons why outputs were not written; more help nobody


def built(
    project: Project, checked: check.Checked, only: Sequence[str] = ()
) -> tuple[outputs.Published, LitError | None]:
    """Remember keys and matches, then write the outputs; what was written, and what kept the rest from it."""
    try:
        remembered.write(project.references / "keys.json", checked.keys)
        remembered.write_matches(project.references / "matches.json", checked.matches)
        made_from = current.inputs(project, checked)
        whole = None if only else current.unchanged(project, made_from)
        published = whole or _rendered(project, made_from, only)
    except (StoreError, TemplateError) as error:
        return outputs.Published(), error
    if not published.failed:
        return published, None
    *first, last = published.failed[:_FEW]
    more = f" (and {left} more)" if (left := len(published.failed) - _FEW) > 0 else ""
    others_done = "" if only else "; the other outputs are written"
    return published, StoreError("\n".join((*first, f"{last}{more}{others_done}")))


def _rendered(project: Project, made_from: current.Inputs, only: Sequence[str]) -> outputs.Published:
    from cluneal_lit.pipeline import build

    return build.build(project, made_from, only)
