"""Checked documents in, changes of their sources out, each of which was read again and does what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.checks import fixes
from cluneal_lit.checks.case import at
from cluneal_lit.checks.fixes import Mend
from cluneal_lit.entries.known_keys import citable
from cluneal_lit.errors import DocumentError, StoreError
from cluneal_lit.findings import ON_REQUEST
from cluneal_lit.model import Citation, Finding, Ids
from cluneal_lit.outputs import mending
from cluneal_lit.outputs.patch import Edit, applied
from cluneal_lit.pipeline import hanging
from cluneal_lit.pipeline.check import Checked
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.source import Home, Source, opened, unchanged

_LEADING = ("key", "marker")
_FORMS = ("LIT210", hanging.CODE)
_WRONG = ("absent", "mismatch")  # identifiers of such citations are not made nicer


class Fix(Struct, frozen=True):
    """A finding, and the edits that mend it; `number` of the citation in its document, and the ids that it then has."""

    finding: Finding
    edits: tuple[Edit, ...]
    number: int
    ids: Ids


class Proposed(Struct, frozen=True):
    """What can be mended, by document, and in how many places of a document something certain cannot be."""

    fixes: dict[str, tuple[Fix, ...]]
    left: dict[str, int]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told only since it can be mended."""
        every = (fix.finding for those in self.fixes.values() for fix in those)
        return tuple(one for one in every if one.code in ON_REQUEST)


def sources(
    checked: Checked, path: Callable[[str], Path], output: Path | None
) -> tuple[dict[str, Source], dict[str, str]]:
    """The sources of the documents, each read again from its `path`, and why there is none of others. `output`: the
    folder into which their project writes."""
    home = Home(output, citable(checked.keys.works, checked.keys.aliases))
    found: dict[str, Source] = {}
    none: dict[str, str] = {}
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for resolution in checked.resolutions:
        cited[resolution.citation.document].append(resolution.citation)
    for name in checked.collection.documents:
        try:
            found[name] = unchanged(opened(name, path(name), home), cited[name])
        except (DocumentError, StoreError) as error:
            none[name] = str(error)
    return found, none


def proposed(checked: Checked, found: Mapping[str, Source]) -> Proposed:
    """What can be mended for certain in these sources, as they were checked."""
    collection = checked.collection
    entries = {entry.key: entry for entry in collection.entries}
    cited = [resolution.citation for resolution in checked.resolutions]
    mends: defaultdict[str, list[Mend]] = defaultdict(list)
    for mend in (
        *fixes.exchanges(collection.findings, cited),
        *fixes.missing(checked.resolutions, collection.verdicts, entries),
    ):
        mends[mend.citation.document].append(mend)
    wrong = {verdict.citation for verdict in collection.verdicts if verdict.name in _WRONG}
    dois = {one.id: one.ids.doi for one in cited}
    wrong |= {one.id for source in found.values() for one in source.citations if one.ids.doi != dois.get(one.id)}
    told = {finding.citation for finding in collection.findings if finding.code == hanging.CODE}
    kept: dict[str, tuple[Fix, ...]] = {}
    for name, source in found.items():
        kept[name] = _holding(source, (*_mended(source, mends[name]), *_normal(source, wrong, told)))
    made = {name: sum(fix.finding.code not in _FORMS for fix in those) for name, those in kept.items()}
    left = {name: len(those) - made.get(name, 0) for name, those in mends.items() if len(those) > made.get(name, 0)}
    return Proposed({name: those for name, those in kept.items() if those}, left)


def again(checked: Checked, found: Mapping[str, Source]) -> Scanned:
    """The documents with the sources as they are now, to be checked anew."""
    cited = [resolution.citation for resolution in checked.resolutions]
    those = [
        one
        for name in checked.collection.documents
        for one in (found[name].citations if name in found else [other for other in cited if other.document == name])
    ]
    return Scanned(checked.collection.documents, tuple(those))


def _mended(source: Source, mends: Iterable[Mend]) -> Iterator[Fix]:
    """The edits of identifiers that are another one or missing."""
    habits = mending.habits(
        source.text[slice(*source.span(one))] for one in source.citations if one.form == "reference"
    )
    numbers = {(one.start, one.end): number for number, one in enumerate(source.citations)}
    for mend in (one for one in mends if source.is_prose(one.citation)):
        citation = mend.citation
        span = source.span(citation)
        edits = (
            mending.instead(source.text, *span, mend.old, *mend.new)
            if mend.old
            else mending.behind(source.text, *span, source.form, mend.new, habits)
        )
        number = numbers[citation.start, citation.end]
        if those := tuple(edits):
            yield Fix(mend.finding, those, number, _with(citation.ids, mend.new))


def _normal(source: Source, wrong: Collection[str], told: Collection[str]) -> Iterator[Fix]:
    """The edits of identifiers that are not in their normal form, each that is written alike once a citation; `told`:
    the citations behind whose DOI something hangs."""
    seen: set[Edit] = set()
    for number, citation in enumerate(source.citations):
        if not citation.ids or citation.id in wrong or not source.is_prose(citation):
            continue
        written: defaultdict[tuple[str, str], list[Edit]] = defaultdict(list)
        for edit in hanging.edits(source, citation, is_told=citation.id in told):
            if edit not in seen:
                seen.add(edit)
                written[source.text[edit.start : edit.end], edit.text].append(edit)
        for (old, new), edits in written.items():
            code = hanging.CODE if old.startswith(new) else "LIT210"
            yield Fix(at(citation, code, raw=old, to=new), tuple(edits), number, citation.ids)


def _with(ids: Ids, names: Iterable[str]) -> Ids:
    pairs = (name.partition(":") for name in names)
    return replace(ids, **{kind: value for kind, _, value in pairs})


def _holding(source: Source, proposed: Sequence[Fix]) -> tuple[Fix, ...]:
    """The fixes after which every citation is what it was, but for the identifiers that they are about."""
    apart = _not_overlapping(proposed)
    if not apart or _holds(source, apart):
        return apart
    if len(apart) == 1:
        return ()
    half = len(apart) // 2
    kept = (*_holding(source, apart[:half]), *_holding(source, apart[half:]))
    return kept if _holds(source, kept) else ()


def _not_overlapping(proposed: Sequence[Fix]) -> tuple[Fix, ...]:
    """The fixes without those of which an edit meets one that begins before it."""
    edits = sorted((edit, number) for number, fix in enumerate(proposed) for edit in fix.edits)
    meeting = {number for (one, _), (other, number) in pairwise(edits) if other.start < one.end}
    return tuple(fix for number, fix in enumerate(proposed) if number not in meeting)


def _holds(source: Source, chosen: Sequence[Fix]) -> bool:
    """Whether the changed text cites as before, and what these fixes say; a key may get the ids of its entry."""
    wanted = [None if one.form in _LEADING else one.ids for one in source.citations]
    for fix in chosen:
        wanted[fix.number] = _merged(source.citations[fix.number].ids, fix.ids, wanted[fix.number])
    try:
        again = source.changed(_changed(source, chosen)).citations
    except (DocumentError, UnicodeError):
        return False
    if [one.form for one in again] != [one.form for one in source.citations]:
        return False
    return all(ids is None or one.ids == ids for one, ids in zip(again, wanted, strict=True))


def _merged(before: Ids, after: Ids, others: Ids | None) -> Ids:
    """What a citation has after this fix and others."""
    names = (name for name in Ids.__struct_fields__ if getattr(before, name) != getattr(after, name))
    return replace(others or before, **{name: getattr(after, name) for name in names})


def _changed(source: Source, chosen: Iterable[Fix]) -> str:
    """The text of the document after these fixes."""
    return applied(source.text, [edit for fix in chosen for edit in fix.edits])
