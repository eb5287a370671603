"""Rules about what a citation claims to be: its identifiers, its key, its text, beside the work that it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cluneal_lit import identifiers, key_syntax
from cluneal_lit.checks import free, in_words, meant, said
from cluneal_lit.checks.case import Case, Disagreeing, at, described
from cluneal_lit.checks.differing import IDENTIFIERS, NOTICE, PAPER
from cluneal_lit.checks.nearest import nearest
from cluneal_lit.checks.searched import unfound
from cluneal_lit.checks.verdict import is_other_work
from cluneal_lit.compare import Comparison, stretches
from cluneal_lit.folding import shortened
from cluneal_lit.model import Asked, Citation, Fields, Finding, Record, Resolution
from cluneal_lit.registries import CATALOGUE, SEARCHES, spoken

_CITE_PAPER = "Cite the paper by its own identifier and say what became of it, or cite the notice as what it is."
_CITE_NOTICE = "Cite the notice by its own identifier, or the paper without what its notice is called."
_WHICH = "Correct the title, or the identifier if the title is that of another work."
_TOLD = 0.6  # what stands as the citations of its document do, and not as only citations do, is surer by less


def malformed(case: Case) -> Iterator[Finding]:
    """What looks like an identifier and is none."""
    for resolution in case.resolutions:
        for raw in resolution.citation.malformed:
            kind, reason = identifiers.fault(raw)
            yield at(resolution.citation, "LIT201", raw=raw, kind=kind, reason=reason)


def unresolved(case: Case) -> Iterator[Finding]:
    """References that lead to no work, by all searches for it, or where none can be made."""
    for resolution in case.resolutions:
        citation = resolution.citation
        searched = unfound(resolution, case.lock)
        unknown = not resolution.works and resolution.how != "decision"
        if citation.fields and unknown and (searched or not (citation.ids or citation.id in case.unsearched)):
            near = nearest(resolution, case.works, case.lock)
            yield at(citation, "LIT401", where=_searched(searched), nearest=near and f"; nearest: {near}")


def _searched(lines: Sequence[Asked]) -> str:
    """Where the work of a reference was searched, and when."""
    if not lines:
        return "in the library or the records"
    if lines[0].source == CATALOGUE:
        return "in the catalogue"
    days = " and ".join(dict.fromkeys(line.day for line in lines))
    services = " and ".join(dict.fromkeys(SEARCHES[line.source] for line in lines))
    return f"in the library, the records, {services} (searched {days})"


def dangling_marker(case: Case) -> Iterator[Finding]:
    """Numbered markers with a number that no list entry of their document has."""
    listed = {
        (resolution.citation.document, resolution.citation.number)
        for resolution in case.resolutions
        if resolution.citation.number is not None
    }
    for resolution in case.resolutions:
        citation = resolution.citation
        missing = [number for number in citation.numbers if (citation.document, number) not in listed]
        if citation.form == "marker" and missing:
            yield at(citation, "LIT402", marker=citation.raw, numbers=", ".join(map(str, missing)))


def unlisted_name(case: Case) -> Iterator[Finding]:
    """Markers of author and year that no list entry of their document answers."""
    yield from _unlisted(case, "LIT409", guessed=False)


def guessed_name(case: Case) -> Iterator[Finding]:
    """Names and years that may be such a marker, or a town and the year of a fair."""
    yield from _unlisted(case, "LIT418", guessed=True)


def _unlisted(case: Case, code: str, *, guessed: bool) -> Iterator[Finding]:
    for resolution in case.resolutions:
        citation = resolution.citation
        if citation.form == "marker" and citation.missing and (citation.confidence < _TOLD) == guessed:
            yield at(citation, code, marker=citation.raw, names="; ".join(citation.missing))


def uncited_entry(case: Case) -> Iterator[Finding]:
    """Entries that nothing cites, of lists of which at least half is cited: others are lists for further reading.

    Of a BibTeX file LaTeX prints what is cited and no more: no reader sees the rest.
    """
    lists: defaultdict[tuple[str, bool], list[Citation]] = defaultdict(list)
    for resolution in case.resolutions:
        citation = resolution.citation
        if citation.in_list and citation.form == "reference" and not citation.document.lower().endswith(".bib"):
            lists[citation.document, citation.number is not None].append(citation)
    for entries in lists.values():
        uncited = [entry for entry in entries if not entry.cited_at]
        if 2 * len(uncited) <= len(entries):
            yield from (at(entry, "LIT410", entry=_entry(entry)) for entry in uncited)


def _entry(citation: Citation) -> str:
    number = f"{citation.number}, " if citation.number is not None else ""
    return f"{number}“{shortened(citation.raw, 60)}”"


def other_work(case: Case) -> Iterator[Finding]:
    """Citations whose text or second identifier is another work's."""
    for resolution, disagreeing in zip(case.resolutions, case.disagreeing, strict=True):
        if is_other_work(resolution, disagreeing):
            citation, (_, record) = resolution.citation, disagreeing[0]
            own = _cited_of(resolution, record)
            cited, name, found = described(citation.fields), own, described(record.fields)
            foreign = [pair for pair, _ in disagreeing if pair.field in IDENTIFIERS]
            if foreign:
                cited = f"{', '.join(f'{pair.field} {pair.left}' for pair in foreign)} for {found}"
                name, found = "that work", ", ".join(f"{pair.field} {pair.right}" for pair in foreign)
            values = {"cited": cited, "id": name, "found": f"{found} ({spoken(record.source)})"}
            values |= meant.said(own, resolution, case, of_text=True)
            values |= _of_notice(disagreeing, described(citation.fields), own)
            yield at(citation, "LIT403", resolution.works[0], **values)


def _of_notice(disagreeing: Disagreeing, cited: str, own: str) -> dict[str, str]:
    """What there is to say of a notice that is cited for the paper, or under the paper's identifier; nothing of other
    works."""
    for comparison, record in disagreeing:
        if comparison.field == NOTICE:
            found = f"{comparison.right}: {described(record.fields)} ({spoken(record.source)})"
            if comparison.left == PAPER:
                return {"cited": cited, "id": own, "found": found, "do": _CITE_PAPER}
            return {"cited": f"{comparison.left}: {cited}", "id": own, "found": found, "do": _CITE_NOTICE}
    return {}


def _cited_of(resolution: Resolution, record: Record) -> str:
    """The cited identifier that a record answers to, or the first that is cited."""
    cited = resolution.ids.keys()
    return next((name for name in cited if name in record.ids.keys()), next(iter(cited), record.id))


def details(case: Case) -> Iterator[Finding]:
    """Details of a reference that its records do not confirm."""
    for resolution, disagreeing in zip(case.resolutions, case.disagreeing, strict=True):
        if not is_other_work(resolution, disagreeing):
            shown = {comparison.field for comparison, _ in disagreeing}
            for comparison, record in disagreeing:
                if not (comparison.field == "author" and "authors" in shown):
                    cited, found = _differing(comparison)
                    values = {"cited": cited, "source": spoken(record.source), "found": found}
                    if comparison.field == "title" and comparison.relation == "contradicting":
                        values["do"] = _WHICH
                    yield at(resolution.citation, "LIT404", resolution.works[0], field=comparison.field, **values)


def incomplete(case: Case) -> Iterator[Finding]:
    """References to an article, with volume or pages, that do not name its journal."""
    for resolution in case.resolutions:
        cited = resolution.citation.fields
        if len(resolution.works) == 1 and (cited.volume or cited.page) and not cited.container_title:
            known = case.entries[resolution.works[0]].fields
            if (found := known.container_title) and not _names_journal(resolution.citation, known):
                yield at(resolution.citation, "LIT408", resolution.works[0], field="journal", found=found)


def _names_journal(citation: Citation, known: Fields) -> bool:
    """Whether a reference of which no journal was read has it in its string."""
    stands = in_words.stands(free.words(citation, known, "journal"), known)
    return stands or in_words.has_acronym(said.text(citation), known)


def unknown_key(case: Case) -> Iterator[Finding]:
    """Citation keys that no work has, and no entry of the document's list or bibliography; none of a document whose
    bibliography, and none where a file of the library, is not there or does not read, as nobody knows which works its
    keys stand for."""
    for resolution in case.resolutions if case.knows_library else ():
        citation = resolution.citation
        if citation.document in case.unread:
            continue
        told = citation.ids or citation.fields or citation.cites or key_syntax.is_whole(citation.cited_as)
        if citation.form == "key" and not told and not resolution.works:
            yield at(citation, "LIT405", cited=citation.cited_as)


def _differing(comparison: Comparison) -> tuple[str, str]:
    """What of both sides to show: of titles that are nearly the same only the words that differ, `no …` for those that
    the one lacks and the other has."""
    if comparison.field != "title" or comparison.relation == "contradicting":
        return comparison.left, comparison.right
    apart = [(left, right) for same, left, right in stretches(comparison.left, comparison.right) if not same]
    cited, found = (" … ".join(filter(None, side)) for side in zip(*apart, strict=True))
    return f"“{cited}”" if cited else f"no “{found}”", f"“{found}”" if found else f"no “{cited}”"
