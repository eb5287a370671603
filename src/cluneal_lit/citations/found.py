"""From identifiers, reference strings, keys and markers to citations: what belongs together is one.

Confidence: how sure it is that something is cited here, and that its identifiers are read right.

    1.00        an identifier behind its label or in its address, a citation key
    0.90        a bare DOI
    0.80        what looks like an identifier and is none
    0.78-0.99   a reference string, by how much of one it shows
    0.75        what does not look like one and stands among others in a list
    0.85-0.95   a number in square brackets or raised, or that is a link to an entry of a list
    0.85-0.95   an author and year that an entry of a list answers; 0.55-0.70 one that stands as those do, or as only
                citations do
    0.50-0.90   a number in round brackets; 0.50 where neither a list nor another marker speaks for it: three or more
                numbers, a range in prose, or two numbers at the end of a sentence
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.citations import anchored, carried, groups, linked, links, markers, parse, references, runs
from cluneal_lit.citations import named as by_names
from cluneal_lit.citations.carried import Carried
from cluneal_lit.citations.finders import identifier_hits
from cluneal_lit.citations.hits import Hit, prepared
from cluneal_lit.citations.known import Known, Listed, Naming
from cluneal_lit.citations.markers import Marker
from cluneal_lit.citations.references import Entry
from cluneal_lit.citations.sentences import Sentences
from cluneal_lit.citations.shown import blanked, rendered, shown, without_raised
from cluneal_lit.folding import one_line
from cluneal_lit.model import Document, Fields, Ids, Span

_COUNTED = {"typst": "+"}  # https://typst.app/docs/reference/model/enum/


class Found(Struct, frozen=True):
    """A citation before it has a document and a name; `raw` only where it is not what stands from start to end."""

    start: int
    end: int
    form: str
    ids: Ids = Ids()
    fields: Fields = Fields()
    in_list: bool = False
    number: int | None = None
    numbers: tuple[int, ...] = ()
    cited_as: str = ""
    sentence: str = ""
    confidence: float = 1.0
    malformed: tuple[str, ...] = ()
    raw: str = ""
    namings: tuple[Naming, ...] = ()


def found(document: Document) -> tuple[Found, ...]:
    """What a document cites, in its order."""
    text = shown(document)
    said = Sentences(text)
    hits: Sequence[Hit] = links.hits(document, text, identifier_hits(prepared(without_raised(text, document.spans))))
    leads = anchored.leads(document)
    prose = blanked(text, carried.stretches(document.embedded)) if document.embedded else text
    entries = tuple(references.entries(prose, hits, anchored.Numbers(text, leads), _COUNTED.get(document.kind, "")))
    numbers = {entry.number for entry in entries} | {one.number for one in document.embedded}
    plain = _without(text, entries, hits)
    cites = bool(entries) or any(hit.value or hit.kind == "key" for hit in hits)
    looking = markers.markers(plain, document.spans, {number or 0 for number in numbers}, cites)
    answering = sorted([*entries, *carried.entries(document.embedded)], key=lambda entry: (entry.start, entry.end))
    told: Sequence[Marker] = list(linked.markers(text, leads, answering, tuple(looking)))
    told = [*told, *linked.without_note(text, told, anchored.without_note(document))]
    unnamed = blanked(text, [(hit.start, hit.end) for hit in hits if not hit.written])
    named, hits, told = carried.carried(text, document.embedded, hits, told)
    inside, outside = references.parted(hits, entries)
    marks = [span for span in document.spans if span.kind == "markup"]
    of_entries = [
        *chain.from_iterable(
            _of_entry(text, unnamed, said, marks, entry, own) for entry, own in zip(entries, inside, strict=True)
        ),
        *(_of_carried(text, said, marks, one) for one in named),
    ]
    by_name = by_names.markers(blanked(plain, carried.stretches(document.embedded)), Known(listed(of_entries)), told)
    everything = chain(
        of_entries,
        (_of_hits(text, said, group) for group in groups.groups(text, outside)),
        (_of_marker(text, said, marker) for marker in (*told, *by_name)),
    )
    return tuple(sorted(everything, key=lambda each: (each.start, each.end, each.form)))


def listed(cited: Iterable[Found]) -> Iterator[Listed]:
    """The entries of lists among citations."""
    return (Listed(one.start, one.number, one.fields, one.sentence) for one in cited if one.in_list)


def _without(text: str, listed: Sequence[Entry], hits: Sequence[Hit]) -> str:
    stretches = [(runs.label_before(text, entry.start), entry.end) for entry in listed]
    return blanked(text, stretches + [(hit.start, hit.end) for hit in hits])


def _of_entry(
    text: str, unnamed: str, said: Sentences, marks: Sequence[Span], entry: Entry, hits: list[Hit]
) -> Iterator[Found]:
    """The citation that a reference string is, and those of the other works that it names."""
    own, further = groups.own(text, hits)
    fields = parse.fields(rendered(unnamed, marks, entry.start, entry.end))
    if entry.told and own and not fields.author:
        fields = Fields()  # the text of a link says what it likes: a title, `PubMed`, `read more`
    yield Found(
        entry.start,
        entry.end,
        "reference",
        ids=_ids(own),
        fields=fields,
        in_list=entry.in_list,
        number=entry.number,
        sentence=one_line(text[entry.start : entry.end]),
        confidence=entry.confidence,
        malformed=_malformed(text, own),
    )
    for group in groups.groups(text, further):
        yield _of_hits(text, said, group)


def _of_carried(text: str, said: Sentences, marks: Sequence[Span], one: Carried) -> Found:
    """The citation of a work that the format itself names; an entry of which it has only the words is parsed."""
    told, entry = one.embedded, one.embedded.form == "entry"
    fields = told.fields
    if entry and not fields:
        fields = parse.parse(rendered(text, marks, told.start, told.end)).fields
    return Found(
        told.start,
        told.end,
        "reference" if entry else told.form,
        ids=one.ids,
        fields=fields,
        in_list=entry,
        number=told.number,
        numbers=one.numbers,
        cited_as=told.key,
        sentence=one_line(text[told.start : told.end]) if entry else said.around(told.start, told.end),
        malformed=one.malformed,
        raw=one.raw,
    )


def _of_marker(text: str, said: Sentences, marker: Marker) -> Found:
    return Found(
        marker.start,
        marker.end,
        "marker",
        numbers=marker.numbers,
        namings=marker.namings,
        cited_as=one_line(text[marker.start : marker.end]),
        sentence=said.around(marker.start, marker.end),
        confidence=marker.confidence,
    )


def _of_hits(text: str, said: Sentences, group: Sequence[Hit]) -> Found:
    first, start, end = group[0], group[0].start, max(hit.end for hit in group)
    form = first.form
    return Found(
        start,
        end,
        form,
        ids=_ids(group),
        cited_as=text[start:end].lstrip("@").strip("{}") if form == "key" else "",
        sentence=said.around(start, end),
        confidence=min(hit.confidence for hit in group),
        malformed=_malformed(text, group),
        raw=_written(text, group),
    )


def _written(text: str, group: Sequence[Hit]) -> str:
    """How the identifiers are written where a link's target holds one of them; else nothing."""
    if not any(hit.written for hit in group):
        return ""
    return " ".join(one_line(hit.written or text[hit.start : hit.end]) for hit in group)


def _ids(hits: Sequence[Hit]) -> Ids:
    return identifiers.ids([f"{hit.kind}:{hit.value}" for hit in hits if hit.value])


def _malformed(text: str, hits: Sequence[Hit]) -> tuple[str, ...]:
    wrong = (hit for hit in hits if not hit.value and hit.kind != "key")
    return tuple(one_line(hit.written or text[hit.start : hit.end]) for hit in wrong)
