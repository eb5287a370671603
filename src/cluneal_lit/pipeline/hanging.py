"""DOIs as documents write them, with what hangs behind them: told, and cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.checks.case import at
from cluneal_lit.citations.identifiers.hung import hung
from cluneal_lit.model import Asked, Citation, Finding
from cluneal_lit.outputs import mending
from cluneal_lit.outputs.patch import Edit, applied
from cluneal_lit.pipeline.source import Source
from cluneal_lit.registries import absent, heard, unheard

CODE = "LIT211"


def whole(citation: Citation) -> str:
    """The DOI as the citation writes it, with what hangs behind it, as `doi:…`; empty without, or for several."""
    return _written(citation, anywhere=True)


def settled(citations: Iterable[Citation], lock: Mapping[str, Asked]) -> tuple[Citation, ...]:
    """The citations, those with the `whole` DOI of which that exists: what is registered is no DOI with a tail.

    In a publisher's own address the one without comes first, if there is one.
    """
    return tuple(_settled(citation, lock) for citation in citations)


def names(citations: Iterable[Citation], lock: Mapping[str, Asked]) -> Iterator[str]:
    """The identifiers that citations have once they are settled, and those by whose answers they are."""
    for one in citations:
        cited = _settled(one, lock)
        yield from cited.ids.keys()
        yield from filter(None, (whole(one),))
        yield from (name for name in one.ids.keys() if cited is not one and absent(name, lock))


def _settled(citation: Citation, lock: Mapping[str, Asked]) -> Citation:
    name = whole(citation)
    if not name or not heard(name, lock) or absent(name, lock):
        return citation
    if not _written(citation, anywhere=False) and not absent(f"doi:{citation.ids.doi}", lock):
        return citation
    return replace(citation, ids=replace(citation.ids, doi=name.removeprefix("doi:")))


def _written(citation: Citation, *, anywhere: bool) -> str:
    doi = citation.ids.doi
    texts = (citation.raw, *citation.targets) if doi else ()
    found = {text[first:last] for text in texts for first, _, last in hung(text, 0, len(text), doi, anywhere=anywhere)}
    written = identifiers.doi(found.pop()) if len(found) == 1 else ""
    return f"doi:{written}" if written else ""


def findings(citations: Iterable[Citation], lock: Mapping[str, Asked]) -> Iterator[Finding]:
    """A note for each DOI of `settled` citations that is written so.

    None for one that does not exist, nor before somebody has answered about it, with and without its end.
    """
    for citation in citations:
        doi, name = citation.ids.doi, f"doi:{citation.ids.doi}"
        if doi and heard(name, lock) and not absent(name, lock) and not unheard((whole(citation),), lock):
            written = {
                text[edit.start : edit.end]: edit.text
                for text in (citation.raw, *citation.targets)
                for edit in _cut(text, 0, len(text), doi)
            }
            yield from (at(citation, CODE, raw=old, to=new) for old, new in written.items())


def edits(source: Source, citation: Citation, *, is_told: bool) -> Iterator[Edit]:
    """What brings the identifiers of a citation into their normal form, and, where it `is_told`, cuts off what hangs
    behind its DOI."""
    span, doi = source.span(citation), citation.ids.doi if is_told else ""
    for edit in mending.normal(source.text, *span, source.form):
        yield replace(edit, text=_alone(edit.text, doi))
    yield from _cut(source.text, *span, doi)


def _alone(text: str, doi: str) -> str:
    return applied(text, [*_cut(text, 0, len(text), doi)])


def _cut(text: str, start: int, end: int, doi: str) -> Iterator[Edit]:
    if doi:
        yield from (Edit(first, last, text[first:own]) for first, own, last in hung(text, start, end, doi))
