"""What the program remembers of the strings that it matched."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET
from msgspec.structs import replace

from cluneal_lit.checks.searched import unfound
from cluneal_lit.model import Resolution
from cluneal_lit.registries import nearest
from cluneal_lit.store import lock, remembered


def matches(found: Iterable[Resolution], lines: lock.Lock) -> tuple[remembered.Matched, ...]:
    """What a citation's text was matched with, each text once: what was found, nearly found, or searched for."""
    told = {}
    for resolution in found:
        citation = resolution.citation
        searched = () if resolution.works else unfound(resolution, lines)
        if resolution.answer in ("match", "unsure") or searched or resolution.decisions:
            told[citation.id] = remembered.Matched(
                citation.id,
                citation.document,
                citation.raw,
                resolution.answer or "none",
                resolution.works[0] if resolution.works else "",
                round(resolution.score, 2),
                resolution.why,
                {line.source: line.day for line in searched} or UNSET,
                nearest(searched, resolution.refused) or UNSET,
                tuple(replace(one, text="", also="", line=0) for one in resolution.decisions) or UNSET,
            )
    return tuple(told.values())
