"""One reference string, taken apart."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import dates, honorifics, identifiers, others
from cluneal_lit.citations.identifiers.hits import malformed
from cluneal_lit.citations.references import authors, noted
from cluneal_lit.citations.strings.belief import Read, confidence
from cluneal_lit.citations.strings.capitals import eased
from cluneal_lit.citations.strings.fields import CSL, fields_of
from cluneal_lit.citations.strings.founding import foundings
from cluneal_lit.citations.strings.keyed import behind_key
from cluneal_lit.citations.strings.kind import kind
from cluneal_lit.citations.strings.reading import Cut, Reader, cut, reader
from cluneal_lit.citations.strings.repair import repaired
from cluneal_lit.citations.strings.segments import Segment, segments
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Ids

_LONGEST = 4000  # characters, without those of the authors
_MOST = 100_000
# `[Knu84]`, `[AAB+15]`: as BibTeX's style of letters and German alphanumeric ones have them.
_KEY = r"\[[A-Z][A-Za-z+]{1,7}\d{2}[a-z]?\]"
_LABEL = late(
    rf"\s*(?:(?:\[\d{{1,4}}\]\.?|{_KEY}|\(\d{{1,4}}\)|\d{{1,4}}[.)](?=\s*[^\W\d_])|[•‣*–\-\ue000-\uf8ff])\s+"
    rf"|(?:\[\d{{1,3}}\]\.?|\(\d{{1,3}}\)|\d{{1,3}}[.)])(?=[{authors.UPPER}](?:[^\W\d_{authors.UPPER}]|[.'’])))"
)


class Part(Struct, frozen=True):
    """Where a field stands in the text given; `field` has its name in CSL-JSON: `author`, `title`, `issued`, `DOI` …"""

    field: str
    start: int
    end: int


class Parsed(Struct, frozen=True):
    """What a reference string says.

    `confidence`: how likely all fields are right, 0 to 1; `malformed`: what looks like an identifier and is
    none. Authors hidden in `et al.` are not there, nor does anything stand for them. `parts`: where the fields stand in
    the text given, in order and apart from each other.
    """

    fields: Fields = Fields()
    ids: Ids = Ids()
    confidence: float = 0.0
    malformed: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def _behind_authors(text: str) -> int:
    """Where the names end with which a string begins, behind its label: thousands may have signed."""
    label = _LABEL.match(text)
    start = label.end() if label else 0
    return start + authors.leading(text[start:_MOST], told=True).end


def parse(text: str) -> Parsed:
    """The fields and identifiers of one reference string; what is not understood stays out of the fields.

    What stands behind the first 4,000 characters is not read, those of the authors' names not counted.
    """
    most = _LONGEST if len(text) <= _LONGEST else _LONGEST + _behind_authors(text)
    said = text if len(text) <= most else text[:most].rpartition(" ")[0]
    model = reader()
    found, understood = read(said, model)
    if not found.tokens.texts:
        return Parsed()
    of_kind = kind(understood.fields, understood.ids, said)
    return Parsed(
        fields=replace(understood.fields, type=of_kind.type, genre=of_kind.genre),
        ids=understood.ids,
        confidence=round(confidence(understood, model.belief), 4),
        malformed=malformed(said, found.hits),
        parts=_parts(found, understood.mended),
    )


def read(said: str, model: Reader) -> tuple[Cut, Read]:
    """A string as it was cut, and what a model and the rules read in it; nothing in one without tokens."""
    label = _LABEL.match(said)
    behind, keyed = behind_key(said, label.end() if label else 0)
    start = noted.begins_work(said, behind, len(said))
    appended = [*foundings(said, start), *honorifics.spans(said, start), *others.stops_of_and(said)]
    found = cut(eased(said), start, appended)
    labelled = model.labelled(found.tokens)
    marked = segments(labelled.labels)
    mended = repaired(found.tokens, marked, model.journals)
    ids = identifiers.ids([f"{hit.kind}:{hit.value}" for hit in found.hits if hit.value])
    formed = fields_of(said, found.tokens, mended)
    formed = replace(formed, url=next(iter(found.addresses), ""), issued=formed.issued or dates.parse(keyed))
    return found, Read(labelled.probability, found.tokens, marked, mended, formed, ids)


def fields(text: str) -> Fields:
    """The fields alone of a reference string."""
    return parse(text).fields


def _parts(found: Cut, marked: list[Segment]) -> tuple[Part, ...]:
    tokens = found.tokens
    parts = [Part(CSL[one.label], tokens.starts[one.start], tokens.ends[one.end - 1]) for one in marked]
    parts += [Part(hit.kind.upper(), hit.start, hit.end) for hit in found.hits if hit.value]
    apart: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if not apart or part.start >= apart[-1].end:
            apart.append(part)
    return tuple(apart)
