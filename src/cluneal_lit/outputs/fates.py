"""What became of works, in words: retractions, other notices, and preprints that have since been published."""

from __future__ import annotations

from collections.abc import Mapping

from cluneal_lit.model import Status

# Of one work and of several.
FATES = {
    "retracted": ("was retracted", "were retracted"),
    "withdrawn": ("was withdrawn", "were withdrawn"),
    "partially-retracted": ("was partially retracted", "were partially retracted"),
    "concern": ("has an expression of concern", "have an expression of concern"),
    "retired": ("was retired", "were retired"),
    "superseded": ("was superseded by a newer version", "were superseded by newer versions"),
    "republished": ("was retracted and republished", "were retracted and republished"),
    "corrected": ("was corrected", "were corrected"),
    "reinstated": ("was reinstated", "were reinstated"),
    "none": ("has no such notice", "have no such notice"),
}
_STANDING = frozenset({"corrected", "reinstated", "none"})


def doubt(status: Status) -> str:
    """`The citation is right; the work was retracted`; empty for a work that stands."""
    doubted = status.name in FATES.keys() - _STANDING
    return f"The citation is right; the work {FATES[status.name][0]}" if doubted else ""


def preprints(counts: Mapping[str, int]) -> str:
    """`1 preprint since published`, of the `counting.preprints`; empty for none."""
    number = counts.get("published", 0)
    return f"{number} {'preprint' if number == 1 else 'preprints'} since published" if number else ""
