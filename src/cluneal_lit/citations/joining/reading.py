"""From what is found in a document to citations: each with its identifiers, fields, place and sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.citations import parse
from cluneal_lit.citations.identifiers.hits import Hit, malformed
from cluneal_lit.citations.joining import groups
from cluneal_lit.citations.joining.carried import Carried
from cluneal_lit.citations.markers.known import Naming
from cluneal_lit.citations.markers.numbered import Marker
from cluneal_lit.citations.references import authors, noted
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.text.sentences import Sentences
from cluneal_lit.citations.text.shown import rendered
from cluneal_lit.citations.text.worded import Words
from cluneal_lit.folding import digest, folded, one_line
from cluneal_lit.lines import blanked
from cluneal_lit.model import Citation, Document, Fields, Ids

_OPENING = 400  # characters in which authors stand


class Found(Struct, frozen=True):
    """A citation, and the authors and years in it by which it means entries of a list.

    `further` says of an entry that it stands in the note of the one before it; `again` of a note that only names
    another entry again where that begins.
    """

    citation: Citation
    namings: tuple[Naming, ...] = ()
    further: bool = False
    again: int | None = None


class Reading:
    """A document while it is read; `text` is what of it is shown, `hits` what names works in it."""

    def __init__(self, document: Document, text: str, hits: Sequence[Hit]) -> None:
        self._document, self._text = document, text
        self._said = Sentences(text, Words(document, text).between)
        self._marks = [span for span in document.spans if span.kind == "markup"]
        self._unnamed = blanked(text, [(hit.start, hit.end) for hit in hits if not hit.written])

    def entry(self, entry: Entry, hits: list[Hit]) -> Iterator[Found]:
        """The citation that a reference string is, and those of the other works that it names."""
        own, further = groups.own(self._text, hits, said=entry.note and not self._is_full(entry))
        fields = self._fields(*noted.in_short(self._text, entry.start, entry.end))
        if entry.told and own and not fields.author:
            fields = Fields()  # the text of a link says what it likes: a title, `PubMed`, `read more`
        cited = self._found(
            entry.start,
            entry.end,
            "reference",
            ids=_ids(own),
            fields=fields,
            in_list=entry.in_list,
            number=entry.number,
            label=entry.label,
            sentence=one_line(self._text[entry.start : entry.end]),
            confidence=entry.confidence,
            malformed=malformed(self._text, own),
            targets=tuple(hit.written for hit in own if hit.written),
        )
        yield replace(cited, further=entry.further)
        keys = ([hit] for hit in own if hit.kind == "key" and hit.start > entry.start)
        for group in (*keys, *groups.groups(self._text, further)):
            yield self.identifiers(group)

    def _is_full(self, entry: Entry) -> bool:
        """Whether authors begin a reference string, or a work as notes name it."""
        start, end = noted.in_short(self._text, entry.start, entry.end)
        named = authors.leading(self._text[start : min(end, start + _OPENING)]).names
        return bool(named) or noted.names_work(self._text, start, end)

    def carried(self, one: Carried) -> Found:
        """The citation of a work that the format itself names; an entry of which it has only the words is parsed."""
        told, is_entry = one.embedded, one.embedded.form == "entry"
        return self._found(
            told.start,
            told.end,
            "reference" if is_entry else told.form,
            one.raw,
            ids=one.ids,
            fields=self._fields(told.start, told.end) if is_entry and not told.fields else told.fields,
            in_list=is_entry,
            number=told.number,
            numbers=one.numbers,
            cited_as=told.key,
            sentence=one_line(self._text[told.start : told.end]) if is_entry else self._around(told.start, told.end),
            malformed=one.malformed,
            targets=one.targets,
            claims=told.claims,
        )

    def marker(self, marker: Marker) -> Found:
        """The citation that stands for entries of a list."""
        return self._found(
            marker.start,
            marker.end,
            "marker",
            namings=marker.namings,
            numbers=marker.numbers,
            cited_as=one_line(self._document.text[marker.start : marker.end]),
            sentence=self._around(marker.start, marker.end),
            confidence=marker.confidence,
        )

    def identifiers(self, group: Sequence[Hit]) -> Found:
        """The citation of a work by its identifiers alone, or by its key."""
        form, start, end = group[0].form, group[0].start, max(hit.end for hit in group)
        return self._found(
            start,
            end,
            form,
            self._written(group),
            ids=_ids(group),
            cited_as=self._text[start:end].lstrip("@").strip("{}") if form == "key" else "",
            sentence=self._around(start, end),
            confidence=min(hit.confidence for hit in group),
            malformed=malformed(self._text, group),
        )

    def _found(
        self, start: int, end: int, form: str, written: str = "", namings: tuple[Naming, ...] = (), **said: Any
    ) -> Found:
        """What is found from `start` to `end`; `written` only where that is not what stands there."""
        raw = written or one_line(self._document.text[start:end])
        said["confidence"] = round(said.get("confidence", 1.0), 2)
        names = tuple(naming.name for naming in namings)
        path, place = self._document.path, self._document.place(start)
        return Found(Citation(citation_id(path, raw), path, place, start, end, raw, form, names=names, **said), namings)

    def _fields(self, start: int, end: int) -> Fields:
        return parse.fields(rendered(self._unnamed, self._marks, start, end))

    def _around(self, start: int, end: int) -> str:
        return self._said.around(start, end)

    def _written(self, group: Sequence[Hit]) -> str:
        """How the identifiers are written where a link's target holds one of them; else nothing."""
        if not any(hit.written for hit in group):
            return ""
        return " ".join(one_line(hit.written or self._text[hit.start : hit.end]) for hit in group)


def citation_id(path: str, raw: str) -> str:
    """The name of a citation, from its document and folded text."""
    return digest(f"{path}\0{folded(raw)}", 12)


def _ids(hits: Sequence[Hit]) -> Ids:
    return identifiers.ids([f"{hit.kind}:{hit.value}" for hit in hits if hit.value])
