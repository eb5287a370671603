"""DOIs as documents write them, with what hangs behind them: told, and cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from cluneal_lit.checks.case import at
from cluneal_lit.citations.identifiers.hung import hung
from cluneal_lit.model import Asked, Citation, Finding
from cluneal_lit.outputs import mending
from cluneal_lit.outputs.patch import Edit, applied
from cluneal_lit.pipeline.source import Source
from cluneal_lit.registries import absent

CODE = "LIT211"


def findings(citations: Iterable[Citation], lock: Mapping[str, Asked]) -> Iterator[Finding]:
    """A note for each DOI that is written so; none for one that does not exist."""
    for citation in citations:
        doi = citation.ids.doi
        if doi and not absent(f"doi:{doi}", lock):
            written = {
                text[edit.start : edit.end]: edit.text
                for text in (citation.raw, *citation.targets)
                for edit in _cut(text, 0, len(text), doi)
            }
            yield from (at(citation, CODE, raw=old, to=new) for old, new in written.items())


def edits(source: Source, citation: Citation) -> Iterator[Edit]:
    """What brings the identifiers of a citation into their normal form, and leaves its DOI alone."""
    span, doi = source.span(citation), citation.ids.doi
    for edit in mending.normal(source.text, *span, source.form):
        yield replace(edit, text=_alone(edit.text, doi))
    yield from _cut(source.text, *span, doi)


def _alone(text: str, doi: str) -> str:
    return applied(text, [*_cut(text, 0, len(text), doi)])


def _cut(text: str, start: int, end: int, doi: str) -> Iterator[Edit]:
    if doi:
        yield from (Edit(first, last, text[first:own]) for first, own, last in hung(text, start, end, doi))
