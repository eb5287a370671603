"""The finders of identifiers, and what becomes of hits that overlap."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from cluneal_lit.citations.identifiers import (
    addresses,
    columns,
    dois,
    eprints,
    gridded,
    keys,
    labelled,
    pmids,
    ruled,
    short,
    spaced,
    tagged,
    unformatted,
)
from cluneal_lit.citations.identifiers.hits import Hit, Text

_FINDERS = (
    keys.hits,
    addresses.hits,
    dois.hits,
    short.hits,
    pmids.pmids,
    columns.hits,
    gridded.hits,
    ruled.hits,
    tagged.hits,
    spaced.hits,
    labelled.pmcids,
    eprints.arxiv_ids,
    eprints.biology_preprints,
    labelled.trials,
    labelled.isbns,
    unformatted.hits,
)


def identifier_hits(text: Text) -> list[Hit]:
    """The identifiers and keys of a text in order; of two that overlap the one that begins first, then the longer."""
    every = sorted(
        chain.from_iterable(finder(text) for finder in _FINDERS),
        key=lambda hit: (hit.start, not hit.value, -hit.end, hit.kind),
    )
    kept: list[Hit] = []
    for hit in every:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif not kept[-1].value and hit.value and kept[-1].form == "malformed":
            kept[-1] = hit
        elif kept[-1].kind == "key" and hit.value and hit.end <= kept[-1].end:  # `@{https://doi.org/10.…}`
            kept[-1] = replace(hit, start=kept[-1].start, end=kept[-1].end, form="key", confidence=1.0)
    return kept
