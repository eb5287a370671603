"""From identifiers, reference strings, keys and markers to citations: what belongs together is one.

Confidence: how sure it is that something is cited here, and that its identifiers are read right.

    1.00        an identifier behind its label, in its address or below its head; a citation key; a work that the format
                itself names
    0.90        a DOI or a number of an archive of preprints that says itself what it is
    0.80        what looks like an identifier and is none; a PMID behind `PM:`, in columns that only blanks part, or
                beside words in its cell
    0.70        a short DOI without an address
    0.78-0.99   a reference string, by how much of one it shows
    0.75        what does not look like one and stands among others in a list
    0.95        a number in square brackets that a list answers, and what links to an entry; 0.85 where no list does
    0.95        an author and year that an entry answers, 0.85 where it answers one of several; else 0.70 an author of
                the list, or two beside answered ones, 0.60 what only citations have, 0.55 what stands as those do
    0.90        a raised number, one that is called a reference, and one in round brackets that a list answers; of those
                that none answers 0.70 behind a sentence or beside answered ones, 0.50 at the end of one
    0.80        a raised number that the text has set down into its line
    0.70        a label as those of the list are, `[KL12]`, that no entry has
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.identifiers import keys, links
from cluneal_lit.citations.identifiers.finders import identifier_hits
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.citations.joining import again, carried, groups
from cluneal_lit.citations.joining.reading import Found, Reading
from cluneal_lit.citations.markers import inflected, linked, named, unlinked
from cluneal_lit.citations.markers import numbered as markers
from cluneal_lit.citations.markers.known import Known, Naming
from cluneal_lit.citations.markers.listed import Listed
from cluneal_lit.citations.markers.numbered import Marker
from cluneal_lit.citations.references import entries as references
from cluneal_lit.citations.references import inline, lettered, runs
from cluneal_lit.citations.references.continued import SAME_AUTHOR
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.text import anchored, keyed
from cluneal_lit.citations.text.anchored import Lead
from cluneal_lit.citations.text.shown import shown, without_raised
from cluneal_lit.lines import blanked
from cluneal_lit.model import Citation, Document, Name

_START = attrgetter("start")
_KEYED = ("markdown", "notebook")


class Cited(Struct, frozen=True):
    """What a document cites, in its order; the entries of its lists, and where its numbers lead that are links; the
    names in it that are keys where a work has them."""

    found: tuple[Found, ...]
    known: Known
    leads: tuple[Lead, ...]
    names: tuple[Citation, ...] = ()


def cited(document: Document) -> Cited:
    """What a document cites, not yet joined to the entries of its lists."""
    text, leads = shown(document), anchored.leads(document)
    unsought = carried.stretches(document.embedded)
    beside = blanked(text, unsought)
    hits: Sequence[Hit] = links.hits(document, text, identifier_hits(Text(without_raised(text, document.spans))))
    if beside.isspace() and all(one.form == "entry" for one in document.embedded):
        return _bibliography(document, text, hits)
    entries, leads = _entries(document, beside, hits, leads)
    leads = tuple(sorted([*leads, *lettered.leads(text, entries, document.spans)], key=_START))
    plain = _without(text, entries, hits)
    taken = [(hit.start, hit.end) for hit in hits]
    labels = [(entry.start, entry.start + 1) for entry in entries]
    reading = Reading(document, text, hits)
    numbered: Sequence[Marker] = _numbered(document, text, plain, leads, entries, hits)
    works, hits, numbered = carried.carried(text, document.embedded, hits, numbered)
    inside, outside = groups.parted(hits, entries)
    parsed = chain.from_iterable(reading.entry(entry, own) for entry, own in zip(entries, inside, strict=True))
    of_lists = [*again.told(_taken_over(parsed)), *map(reading.carried, works)]
    known = Known(_listed(of_lists, anchored.Numbers(text, leads)), inflected.is_usual(text))
    links_in = list(unlinked.markup(document))
    by_name = _with_links(named.markers(blanked(plain, [*unsought, *links_in]), known, numbered), links_in)
    unknown = lettered.unknown(text, entries, plain)
    found = chain(
        of_lists,
        map(reading.identifiers, groups.groups(text, outside)),
        map(reading.marker, chain(numbered, by_name, map(_without_entry, unknown))),
    )
    names = tuple(reading.identifiers([hit]).citation for hit in _names(document, text, [*unsought, *taken, *labels]))
    return Cited(tuple(sorted(found, key=_place)), known, leads, names)


def _entries(
    document: Document, text: str, hits: Sequence[Hit], leads: Sequence[Lead]
) -> tuple[tuple[Entry, ...], tuple[Lead, ...]]:
    """The reference strings of a text in order: in lists, as paragraphs, in notes that name one again, in sentences;
    and the leads, those to a note now to its first work."""
    markup = [(span.start, span.end) for span in document.spans if span.kind == "markup"]
    numbers, listed, within = anchored.Numbers(text, leads), list[Entry](), list[Entry]()
    for part in keyed.parts(document, text):
        bare, known = blanked(part, markup), hits[: bisect_left(hits, len(part), key=_START)]
        own = [one for entry in references.entries(part, known, numbers) for one in inline.parted(bare, known, entry)]
        within += inline.entries(blanked(bare, [(entry.start, entry.end) for entry in own]), known)
        listed += own
    begun = {entry.home: entry.start for entry in listed if entry.home is not None and not entry.further}
    leads = anchored.led_on(text, leads, begun)
    notes = list(again.notes(text, leads, tuple(listed)))
    within = [entry for entry in within if not any(note.start < entry.end and entry.start < note.end for note in notes)]
    return tuple(sorted([*listed, *notes, *(_with_marks(text, entry) for entry in within)], key=_START)), leads


def _names(document: Document, text: str, taken: Iterable[tuple[int, int]]) -> Iterator[Hit]:
    """The names of a text in which `@` may begin a key, where they stand in nothing that is `taken`."""
    if document.kind not in _KEYED or "@" not in text:
        return
    free = blanked(text, taken)
    yield from (hit for hit in keys.names(text) if free[hit.start] == "@")


def _with_marks(text: str, entry: Entry) -> Entry:
    """The entry with the signs of emphasis that its first word stands in."""
    start = entry.start
    while start and text[start - 1] in "*_":
        start -= 1
    return replace(entry, start=start)


def _with_links(found: Iterable[Marker], markup: Iterable[tuple[int, int]]) -> Iterator[Marker]:
    """The markers with the sign at which a link begins that is their first word."""
    begun = {end: start for start, end in markup}
    yield from (replace(one, start=begun.get(one.start, one.start)) for one in found)


def _bibliography(document: Document, text: str, hits: Sequence[Hit]) -> Cited:
    """What a document cites that is nothing but entries which its format names, so that no list or marker is sought."""
    reading = Reading(document, text, hits)
    works, rest, _ = carried.carried(text, document.embedded, hits, ())
    found = chain(map(reading.carried, works), map(reading.identifiers, groups.groups(text, rest)))
    return Cited(tuple(sorted(found, key=_place)), Known(()), ())


def _numbered(
    document: Document, text: str, plain: str, leads: Sequence[Lead], entries: Sequence[Entry], hits: Sequence[Hit]
) -> list[Marker]:
    """The markers that are numbers: by how they look, where a reader sees them, and by what they lead to."""
    numbers = {entry.number or 0 for entry in entries} | {one.number or 0 for one in document.embedded}
    cites = bool(entries) or any(hit.value or hit.kind == "key" for hit in hits)
    looking = markers.markers(plain, document.spans, numbers, cites, {hit.end for hit in hits if hit.value})
    answering = sorted([*entries, *carried.entries(document.embedded)], key=lambda entry: (entry.start, entry.end))
    found = list(linked.markers(text, leads, answering, tuple(looking)))
    return [*found, *linked.without_note(text, found, anchored.without_note(document))]


def _without_entry(one: tuple[int, int, list[str]]) -> Marker:
    """The marker that names are which no entry has."""
    start, end, names = one
    return Marker(start, end, (), 0.7, tuple(Naming(name, (name,), (), False, "", "") for name in names))


def _taken_over(found: Iterable[Found]) -> Iterator[Found]:
    """The entries of lists; one that has a line in the place of its authors has those of the entry above."""
    above: tuple[Name, ...] = ()
    for one in found:
        fields = one.citation.fields
        if one.citation.in_list and above and SAME_AUTHOR.match(one.citation.raw):
            one = replace(one, citation=replace(one.citation, fields=replace(fields, author=above)))
        elif one.citation.in_list:
            above = fields.author
        yield one


def _listed(found: Iterable[Found], numbers: anchored.Numbers) -> Iterator[Listed]:
    """The entries of lists among citations, and the notes that name one again, by their numbers."""
    note = False
    for each in found:
        one = each.citation
        if one.in_list or each.again is not None:
            note = (each.further and note) or numbers.of_note(one.start, one.end)
            yield Listed(one.start, one.number, one.fields, one.sentence, note)


def _without(text: str, listed: Sequence[Entry], hits: Sequence[Hit]) -> str:
    begun = (min(runs.label_before(text, entry.start), lettered.begin(text, entry)) for entry in listed)
    stretches = [(start, entry.end) for start, entry in zip(begun, listed, strict=True)]
    return blanked(text, stretches + [(hit.start, hit.end) for hit in hits])


def _place(one: Found) -> tuple[int, int, str]:
    return (one.citation.start, one.citation.end, one.citation.form)
