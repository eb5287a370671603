"""That records with one identifier contradict each other."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from msgspec.structs import replace

from cluneal_lit.model import Finding, Record


def contradiction(both: Sequence[Record], shared: str) -> Finding:
    """That a record is kept apart from a group for one of its members, which perhaps shares no identifier with it."""
    titles = " | ".join(f"{one.key}: {one.fields.title}" for one in both)
    about = shlex.join(one.key if one.source == "library" else one.id for one in both)
    return Finding("LIT407", key=shared, values={"id": shared, "titles": titles, "about": about})


def counted(refused: Sequence[Finding]) -> Finding:
    """The one finding of an identifier: the first two records that contradict each other, and how many more do."""
    first = min(refused, key=lambda finding: finding.values["titles"])
    more = f" | and {len(refused) - 1} more" if len(refused) > 1 else ""
    return replace(first, values={**first.values, "titles": first.values["titles"] + more})
