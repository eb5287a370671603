"""Rules about the collection itself: works without a service's word, sources that disagree, gaps, loose ends."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.checks.case import Case, at, first_place
from cluneal_lit.checks.nearest import nearest
from cluneal_lit.folding import shortened
from cluneal_lit.formats.csl_item import LAWS, PARTS
from cluneal_lit.model import Citation, Entry, Fields, Finding, Note, Place, Work
from cluneal_lit.registries import absent, agency, deleted, replacements, spoken, unasked, undeposited, unheard

# What a reader needs to find a work, by CSL type; the rest of the types need the first three. A law has no author.
NEEDED = {
    **dict.fromkeys(LAWS, ("title", "issued")),
    "article-journal": ("title", "author", "issued", "container_title"),
    "chapter": ("title", "author", "issued", "container_title"),
}
_NEEDED_ALWAYS = ("title", "author", "issued")
_WORDS = {"container_title": "journal or book title", "issued": "year"}


def gone(case: Case) -> Iterator[Finding]:
    """Stored records that their service no longer has."""
    for entry in case.entries.values():
        for answer in entry.sources:
            if answer.state == "absent" and not (entry.cited_in and deleted(answer.id, case.lock)):
                values = {"source": spoken(answer.source), "id": answer.id, "day": answer.day}
                yield Finding("LIT302", *first_place(entry), entry.key, values=values)


def not_verified(case: Case) -> Iterator[Finding]:
    """Works, identifiers without a work, and references, that no service was asked about: one finding a work."""
    for entry in case.entries.values():
        cited = [citation for citation in entry.cited_in if citation.form != "marker"]
        denied = any(absent(name, case.lock) for name in entry.ids.keys())  # which is told of the library's file
        if cited and _rests_on_library(entry) and not denied:
            values = {"id": " ".join(entry.ids.keys()) or entry.key, "basis": "what is printed rests on the library"}
            yield at(cited[0], "LIT304", entry.key, **values)
    for resolution in case.resolutions:
        citation = resolution.citation
        silent = unheard(citation.ids.keys(), case.lock)
        known = [case.entries[key] for key in resolution.works]
        if known and not any(_rests_on_library(entry) for entry in known) and silent:
            yield at(citation, "LIT304", id=" ".join(silent), basis="the rest of the citation was checked")
        elif not known and citation.ids and _is_unexplained(citation, case):
            yield at(citation, "LIT304", id=" ".join(citation.ids.keys()), basis=_basis(citation, case))
    yield from _unsearched(case)


def _unsearched(case: Case) -> Iterator[Finding]:
    """References without an identifier that is looked up, for which a search is still to answer."""
    for resolution in case.resolutions:
        citation, names = resolution.citation, resolution.citation.ids.keys()
        if citation.id in case.unsearched and unasked(names) == names:
            near = nearest(resolution, case.works, case.lock)
            basis = f"nothing in the library or the records is surely its work{near and f'; nearest: {near}'}"
            yield at(citation, "LIT304", id=f"“{shortened(citation.raw, 60)}”", basis=basis)


def _basis(citation: Citation, case: Case) -> str:
    converted = case.lock.get(f"idconv/pmcid:{citation.ids.pmcid}")
    if converted and converted.state == "here":
        return "PubMed Central knows the identifier, and tells nothing of the work"
    return "nothing is known of the work"


def _rests_on_library(entry: Entry) -> bool:
    return all(answer.source == "library" for answer in entry.sources)


def _is_unexplained(citation: Citation, case: Case) -> bool:
    """Whether no answer of a registry says why a citation with identifiers has no work."""
    names = citation.ids.keys()
    answers = (absent, agency, undeposited)
    told = any(answer(name, case.lock) for name in names for answer in answers)
    return not told and unasked(names) != names


def second_identifiers(case: Case) -> Iterator[Finding]:
    """Service records that bear an identifier of their kind besides their own."""
    for entry in case.entries.values():
        for relation in entry.relations:
            if entry.cited_in and relation.kind == "other-id":
                values = {
                    "source": spoken(relation.source),
                    "other": ", ".join(relation.ids.keys()),
                }
                own = ", ".join(entry.ids.keys())
                yield Finding("LIT305", *first_place(entry), entry.key, values={**values, "own": own})


def missing_fields(case: Case) -> Iterator[Finding]:
    """Cited works without what a reader needs to find them."""
    for entry in case.entries.values():
        needed = NEEDED.get(entry.fields.type, _NEEDED_ALWAYS)
        missing = [_WORDS.get(name, name) for name in needed if not _has(entry.fields, name)]
        if entry.cited_in and missing:
            values = {"key": entry.key, "fields": ", ".join(missing)}
            yield Finding("LIT601", *first_place(entry), entry.key, values=values)


def _has(fields: Fields, name: str) -> bool:
    """Whether they hold the field; editors stand where no author is, but not for the author of a part."""
    by_editors = name == "author" and fields.editor and fields.type not in PARTS
    return bool(getattr(fields, name) or by_editors)


def unknown_list_keys(case: Case) -> Iterator[Finding]:
    """Items of reading lists that no work answers; one that only an answer or a file of the library is missing for is
    not unknown."""
    awaited = _awaited(case) if case.lists else set()
    known = {key for entry in case.entries.values() for key in (entry.key, *entry.aliases)}
    known |= {note.key for note in case.notes if awaited.intersection(note.works)}
    for reading_list in case.lists if case.knows_library else ():
        for item in reading_list.items:
            if item.key not in known and identifiers.key(item.key) not in awaited:
                place = Place(line=item.line, column=1)
                document = f"references/lists/{reading_list.name}.md"
                yield Finding("LIT602", document, place, item.key, values={"cited": item.key})


def notes_without_work(case: Case) -> Iterator[Finding]:
    """Notes whose works are neither cited nor known; none where a file of the library does not read."""
    works = {*_works(case), *_awaited(case)} if case.notes else set()
    for note in case.notes if case.knows_library else ():
        if note.works and not any(name in works for name in note.works):
            yield _about(note, "LIT603", ids=", ".join(note.works))


def notes_that_name_nothing(case: Case) -> Iterator[Finding]:
    """Notes without the identifier of a work."""
    for note in case.notes:
        if not note.works:
            yield _about(note, "LIT606")


def second_notes(case: Case) -> Iterator[Finding]:
    """Notes on a work that another note speaks for already."""
    used = {work.note.key for work in case.works.values() if work.note}
    works = _works(case) if case.notes else {}
    for note in case.notes:
        others = [work.note.key for name in note.works if (work := works.get(name)) and work.note]
        if note.key not in used and others:
            yield _about(note, "LIT605", other=f"{others[0]}.md")


def _about(note: Note, code: str, **values: str) -> Finding:
    return Finding(code, f"references/notes/{note.key}.md", key=note.key, values=values)


def _works(case: Case) -> dict[str, Work]:
    """The work of each identifier, replaced ones too, and of each entry of a library."""
    works = {record.key: work for work in case.works.values() for record in work.records if record.source == "library"}
    works |= {name: work for work in case.works.values() for name in work.names}
    return works | {old: works[now] for old, now in replacements(case.lock).items() if now in works}


def _awaited(case: Case) -> set[str]:
    """The cited identifiers about which a service has still to answer."""
    names = {name for one in case.resolutions for name in one.citation.ids.keys()}
    known = _works(case)
    converted = {name for name in names if name.startswith("pmcid:") and name not in known}
    return {name for name in names if unheard((name,), case.lock)} | converted
