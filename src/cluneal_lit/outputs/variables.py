"""What a template may use: the one place where its variables are made and described.

    title         the collection's title
    entries       every Entry, sorted by key
    bibliography  the same, sorted by first author, year, title
    works         key or alias -> Entry
    citations     every Citation, by document and place
    markers       how many of them are numbered markers, which have no verdict
    verdicts      every Verdict
    findings      every Finding, in the order of reports
    lists         every ReadingList, by name
    documents     the paths of the documents
    tallies       path of a document -> how many citations, error, warning and note it has
    counts        verdicts, statuses (of works), provisional (what is known of works that are not checked), preprints
                  (since published), citations (by verdict), levels (of findings): each word -> number
    references    path of a document -> its References (see `references`), by its own numbers or in citing order
    astray        every Astray (see `attention`): what is cited and leads to no known work
    matters       every Matter (see `attention`): what has to be known first, gravest first
    faults        key of a work in doubt -> the Findings that tell what is wrong (see `faults`)
    statement     the Statement on what the documents cite (see `statement`): sentences, and a line a document
    evidence_heads      of the columns that the filter `evidence_row` fills
    publish_abstracts   whether abstracts may be printed

Templates below `site/` and `reading-lists/` know of documents only if they are public, and of no work that the others
alone cite; they have besides:

    site          the Site: what its makers said of it, the news of the literature, and who says what of works
    places        path of a document -> where its own outputs stand, below `documents/` and without their suffix
    outputs       the paths of the outputs that are one for the whole collection, but for those of the program's own
                  that tell of documents, where some of these are not public
    sorted_tags   a tag in small letters -> the Chip that it is (see `facets`)
    island        what the page's script needs, as JSON (ready)
    years         works per year, and
    citing        which document cites what (see `pictures`); None where there is nothing to draw
    updated       the last day of the news, or else of asking and reviewing; empty without any
    disputes      key of a work -> the Findings that its sources disagree

A template with `[list]`, `[key]` or `[document]` in its name also has `list`, `entry` or `document`. Filters and what
they give stand in `filters`. The structs themselves are described in `model`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cluneal_lit import findings, names
from cluneal_lit.folding import folded
from cluneal_lit.model import VERDICTS, Collection, Entry, Finding
from cluneal_lit.outputs import attention, counting, evidence, facets, feed, pictures
from cluneal_lit.outputs.counting import by_word
from cluneal_lit.outputs.faults import faults
from cluneal_lit.outputs.references import references
from cluneal_lit.outputs.site import OF_RECORDS, Site
from cluneal_lit.outputs.standing import judged
from cluneal_lit.outputs.statement import statement

Counts = dict[str, dict[str, int]]


def variables(collection: Collection, *, publish_abstracts: bool = False) -> dict[str, object]:
    """The variables by name."""
    bibliography = alphabetical(collection.entries)
    astray = attention.astray(collection)
    aliases = {alias: entry for entry in collection.entries for alias in entry.aliases}
    return {
        "title": collection.title,
        "entries": collection.entries,
        "bibliography": bibliography,
        "works": aliases | {entry.key: entry for entry in collection.entries},
        "citations": collection.citations,
        "markers": sum(citation.form == "marker" for citation in collection.citations),
        "verdicts": collection.verdicts,
        "findings": tuple(sorted(collection.findings, key=findings.order)),
        "lists": collection.lists,
        "documents": collection.documents,
        "tallies": tallies(collection),
        "counts": counts(collection),
        "references": references(collection),
        "astray": astray,
        "matters": attention.matters(bibliography, judged(collection), astray),
        "faults": faults(collection),
        "statement": statement(collection),
        "evidence_heads": evidence.HEADS,
        "publish_abstracts": publish_abstracts,
    }


def of_site(
    public: Collection,
    site: Site,
    outputs: tuple[str, ...],
    places: Mapping[str, str],
    *,
    publish_abstracts: bool = False,
) -> dict[str, object]:
    """The variables of templates of what is published, of the public part of a collection, `places` of all."""
    known = variables(public, publish_abstracts=publish_abstracts)
    sorted_tags = facets.tags(site.facets)
    disputes: dict[str, list[Finding]] = {}
    for finding in public.findings:
        if finding.code in OF_RECORDS:
            disputes.setdefault(finding.key, []).append(finding)
    return known | {
        "site": site,
        "places": {document: places[document] for document in public.documents},
        "outputs": outputs,
        "sorted_tags": sorted_tags,
        "island": facets.island(public.entries, sorted_tags),
        "years": pictures.years(public.entries, sorted_tags),
        "citing": pictures.citing(public.entries, public.documents),
        "disputes": disputes,
        "updated": feed.updated(site.news, public.entries),
    }


def counts(collection: Collection) -> Counts:
    """How many of each word there are, in the words' own order; a word without any is absent."""
    return {
        "verdicts": by_word((entry.verdict for entry in collection.entries), VERDICTS),
        "statuses": counting.statuses(collection.entries),
        "provisional": counting.provisional(collection.entries),
        "preprints": counting.preprints(collection.entries),
        "citations": by_word((verdict.name for verdict in collection.verdicts), VERDICTS),
        "levels": by_word((findings.rule(one).level for one in collection.findings), findings.LEVELS[::-1]),
    }


def tallies(collection: Collection) -> Counts:
    """How many citations and findings of each level every document has."""
    found = {document: dict.fromkeys(("citations", *findings.LEVELS), 0) for document in collection.documents}
    words = [(citation.document, "citations") for citation in collection.citations]
    words += [(finding.document, findings.rule(finding).level) for finding in collection.findings]
    for document, word in words:
        if document in found:
            found[document][word] += 1
    return found


def alphabetical(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The works in the order of a bibliography."""
    return tuple(sorted(entries, key=_alphabetical))


def _alphabetical(entry: Entry) -> tuple[bool, str, str, int, str, str]:
    """Works without an author stand among the others by their title, those without either at the end."""
    people = entry.fields.author or entry.fields.editor
    title = folded(entry.fields.title)
    year = entry.fields.issued.year if entry.fields.issued else None
    first = names.surname(people[0]) if people else title
    return (not first, first, people[0].given if people else "", year or 9999, title, entry.key)
