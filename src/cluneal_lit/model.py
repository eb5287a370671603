"""The values that travel between the stages.

A Record is what a source says. A Note is what we say. An Entry is what we print. A Citation is what a document says.
Bibliographic fields have the names and forms of CSL-JSON (`Fields`); what CSL has no word for stands beside them.
An empty string or tuple means that nothing was said.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, Protocol

import msgspec
from msgspec import Struct


class Place(Struct, frozen=True, omit_defaults=True):
    """Where in a document something stands. Line and column count from 1, in code points; None: the format lacks it."""

    line: int | None = None
    column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    slide: int | None = None
    cell: str | None = None
    note: str | None = None


class Anchor(Struct, frozen=True):
    """The place of one offset of a document's text; it holds, column counted on, up to the next anchor."""

    offset: int
    place: Place


class Places(Protocol):
    """Where the characters of a text stand, worked out when it is asked for; gone through, it gives the anchors."""

    def at(self, offset: int) -> Place: ...

    def __iter__(self) -> Iterator[Anchor]: ...


class Span(Struct, frozen=True, omit_defaults=True):
    """A stretch of a document's text, `start` to `end` (exclusive), that is more, or less, than its characters.

    `code` and `deleted` are not scanned for citations; `markup` are characters that a reader of the rendered document
    does not see; `anchor` is what links of the document lead to that have `#` and its `target` in theirs.
    """

    start: int
    end: int
    kind: Literal["superscript", "link", "code", "deleted", "markup", "anchor"]
    target: str = ""


def order(span: Span) -> tuple[int, int, str, str]:
    """The order of a document's spans: as they begin, the outer ones first."""
    return (span.start, -span.end, span.kind, span.target)


class Document(Struct, frozen=True, omit_defaults=True):
    """A file that cites. `anchors` are sorted and begin at offset 0; `embedded` are sorted by `start`.

    `has_bibliography`: one that it names was read, so that the works of its keys are known.
    """

    path: str
    kind: str
    text: str
    anchors: tuple[Anchor, ...] | Places
    spans: tuple[Span, ...] = ()
    embedded: tuple[Embedded, ...] = ()
    findings: tuple[Finding, ...] = ()
    has_bibliography: bool = False

    def place(self, offset: int) -> Place:
        """The place of a character of the text, by its offset."""
        if not isinstance(self.anchors, tuple):
            return self.anchors.at(offset)
        anchor = self.anchors[bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1]
        if anchor.place.column is None:
            return anchor.place
        return msgspec.structs.replace(anchor.place, column=anchor.place.column + offset - anchor.offset)


class Ids(Struct, frozen=True, omit_defaults=True, dict=True):
    """The identifiers of one work, in normal form (`identifiers`)."""

    pmid: str = ""
    pmcid: str = ""
    doi: str = ""
    arxiv: str = ""
    isbn: tuple[str, ...] = ()
    nct: str = ""
    shortdoi: str = ""

    def __bool__(self) -> bool:
        return bool(self.pmid or self.doi or self.pmcid or self.arxiv or self.isbn or self.nct or self.shortdoi)

    def keys(self) -> tuple[str, ...]:
        """Each identifier as `kind:value`, in the order in which kinds are preferred."""
        return self._keys

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        # Asked for twenty times a citation; a loop over the kinds takes three times as long.
        names: list[str] = []
        if self.pmid:
            names.append("pmid:" + self.pmid)
        if self.doi:
            names.append("doi:" + self.doi)
        if self.pmcid:
            names.append("pmcid:" + self.pmcid)
        if self.arxiv:
            names.append("arxiv:" + self.arxiv)
        if self.nct:
            names.append("nct:" + self.nct)
        if self.shortdoi:
            names.append("shortdoi:" + self.shortdoi)
        for isbn in self.isbn:
            names.append("isbn:" + isbn)
        return tuple(names)


class Name(Struct, frozen=True, omit_defaults=True, rename="kebab"):
    """A person (family name, given names or initials) or a group (`literal`)."""

    family: str = ""
    given: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""


class Date(Struct, frozen=True, omit_defaults=True, rename="kebab"):
    """A date of one, two or three parts, or a range of two; `literal` where it is more than its parts.

    `circa`: it is approximate or uncertain. An open range is its one day, with `2009-` or `until 2009` as `literal`.
    """

    date_parts: tuple[tuple[int, ...], ...] = ()
    season: str = ""
    literal: str = ""
    circa: bool = False

    @property
    def year(self) -> int | None:
        return self.date_parts[0][0] if self.date_parts and self.date_parts[0] else None


class Fields(Struct, frozen=True, omit_defaults=True, rename="kebab"):
    """What is said about a work, by the names of CSL-JSON. Titles are plain text without the final full stop.

    `genre` says more than `type` can: the registration of a trial is a `webpage` to CSL, which has no word for it.
    `volume` of a book is its own where there is a `collection_number`, that of the book in its series; else it may be
    either. `version` is that of software, data, or a document.
    """

    type: str = ""
    genre: str = ""
    title: str = ""
    title_short: str = ""
    original_title: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    chair: tuple[Name, ...] = ()
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    collection_number: str = ""
    volume_title: str = ""
    event_title: str = ""
    event_place: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    version: str = ""
    issued: Date | None = None
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    chapter_number: str = ""
    language: str = ""
    url: str = msgspec.field(default="", name="URL")

    def __bool__(self) -> bool:
        return self != _NOTHING


def first_said(layers: Iterable[Fields]) -> Fields:
    """Each field from the first of the layers that says something of it."""
    layers = list(filter(None, layers))
    if len(layers) < 2:
        return layers[0] if layers else _NOTHING
    return Fields(
        **{
            name: next((value for layer in layers if (value := getattr(layer, name))), getattr(_NOTHING, name))
            for name in Fields.__struct_fields__
        }
    )


_NOTHING = Fields()


class Embedded(Struct, frozen=True, omit_defaults=True):
    """A work that a format names by values, not words, at a stretch of the document's text, `start` to `end`.

    `form`: `field` (a field code of a word processor, behind the `(3)` or `(Isu 2018)` that it shows), `entry` (of
    a list of references or bibliography file), `key` (`\\cite{isu2018}`). `key` is its name in the document, and
    `claims` the notices that it says its work has. Several works may stand at one stretch.
    """

    start: int
    end: int
    form: Literal["field", "entry", "key"]
    ids: Ids = Ids()
    fields: Fields = Fields()
    key: str = ""
    number: int | None = None
    claims: tuple[Relation, ...] = ()


class Pages(Struct, frozen=True, omit_defaults=True):
    """Pages as the source writes them, and the first and last of them written out in full."""

    as_written: str
    first: str = ""
    last: str = ""


class Dates(Struct, frozen=True, omit_defaults=True):
    """The two days on which a work may have appeared."""

    print: Date | None = None
    electronic: Date | None = None


class Author(Struct, frozen=True, omit_defaults=True):
    """What is said about an author beyond the name.

    `equal`: contributed as much as the others who are marked so. `initials`, where the given names do not give them.
    """

    orcid: str = ""
    affiliations: tuple[str, ...] = ()
    equal: bool = False
    initials: str = ""


class Journal(Struct, frozen=True, omit_defaults=True):
    """A journal as a library knows it: `id` in NLM's catalogue, the abbreviation of ISO 4, and which ISSN is which."""

    id: str = ""
    abbreviation: str = ""
    country: str = ""
    issn_print: str = ""
    issn_electronic: str = ""
    issn_linking: str = ""


class Section(Struct, frozen=True, omit_defaults=True):
    """A part of an abstract; `label` as printed, empty for an abstract in one part; `category` as NLM sorts it:
    BACKGROUND, OBJECTIVE, METHODS, RESULTS, CONCLUSIONS."""

    text: str
    label: str = ""
    category: str = ""


class Abstract(Struct, frozen=True, omit_defaults=True):
    """An abstract beside the main one: a translation, or of another `kind` such as `plain-language-summary`."""

    sections: tuple[Section, ...]
    kind: str = ""
    language: str = ""
    copyright: str = ""


class Subject(Struct, frozen=True, omit_defaults=True):
    """A MeSH heading; `major` when it or one of its qualifiers is what the work is mainly about.

    `starred` are the qualifiers that are it; none of a major heading: the heading itself. `id` is that of the term,
    which stays when a year renames it.
    """

    term: str
    qualifiers: tuple[str, ...] = ()
    major: bool = False
    starred: tuple[str, ...] = ()
    id: str = ""


class Substance(Struct, frozen=True, omit_defaults=True):
    """A substance that the work is about, with its CAS, UNII or EC number; `id` is its MeSH identifier."""

    name: str
    number: str = ""
    id: str = ""


class KeywordList(Struct, frozen=True, omit_defaults=True):
    """Keywords that others than the authors gave, or of which some are `major`."""

    owner: str
    words: tuple[str, ...]
    major: tuple[str, ...] = ()


class Grant(Struct, frozen=True, omit_defaults=True):
    """Money for the work: `acronym` of the institute within the agency, `funder` the agency's DOI."""

    number: str = ""
    agency: str = ""
    acronym: str = ""
    country: str = ""
    funder: str = ""


class Deposit(Struct, frozen=True, omit_defaults=True):
    """What the work registered or deposited elsewhere: trials (`ClinicalTrials.gov`), sequences, figures.

    A trial's number is no identifier of the article: several articles report one trial, and one reports several.
    """

    bank: str
    numbers: tuple[str, ...] = ()


class Licence(Struct, frozen=True, omit_defaults=True):
    """Terms of use by their address, of which `version` of the text (`vor`, `am`, `tdm`), and from when on."""

    url: str
    version: str = ""
    start: Date | None = None


class Link(Struct, frozen=True, omit_defaults=True):
    """Where the work can be read: its landing page (`use` empty), or a file for a `use` such as `text-mining`."""

    url: str
    use: str = ""
    kind: str = ""
    version: str = ""


class Event(Struct, frozen=True, omit_defaults=True):
    """A day in the life of the work: `received`, `revised`, `accepted`, `aheadofprint`, `retracted`, …"""

    kind: str
    date: Date


class State(Struct, frozen=True, omit_defaults=True):
    """How far a source is with a work, in its own words.

    `record`: MEDLINE, PubMed-not-MEDLINE, In-Process, Publisher, …; `indexing`: who gave the MeSH headings (Automated,
    Curated); `publication`: ppublish, epublish, aheadofprint; `model`: which date leads (Print-Electronic);
    `medium`: Print or Internet.
    """

    record: str = ""
    indexing: str = ""
    publication: str = ""
    model: str = ""
    medium: str = ""


class Relation(Struct, frozen=True, omit_defaults=True):
    """A tie between two works.

    `kind`: retraction, partial-retraction, withdrawal, concern, correction, corrected-republication, update,
    republication, reinstatement, preprint, comment, … `direction`: `in` when the record's own work is the one concerned
    (it *was* retracted, *has* a preprint), `of` when it is the notice (it retracts the other). `text`: the other work
    as the source writes it; `note`: what is said to it.
    """

    kind: str
    direction: Literal["in", "of"]
    ids: Ids = Ids()
    date: Date | None = None
    source: str = ""
    text: str = ""
    note: str = ""


class Record(Struct, frozen=True, omit_defaults=True):
    """What one source says about one work.

    `source` is `pubmed`, `crossref`, … or `library`; `id` the record's own name there: `pmid:29656623`, `doi:10.…`, or
    for a library `cluneal.json#isu2018`. `custom` holds what a file people brought says beyond all this.

    `other_ids` are identifiers by which nothing is joined, as `kind:value` (`pii:…`, `mid:NIHMS…`). `authors` are one
    for each of `fields.author`, or none; `languages` all where there are several; `about` people who are the subject;
    `contents` the titles of a book's sections. `copyright` and `conflict_of_interest` are the sentences printed.
    """

    format: Literal[1]
    source: str
    id: str
    ids: Ids
    fields: Fields
    other_ids: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    languages: tuple[str, ...] = ()
    dates: Dates | None = None
    history: tuple[Event, ...] = ()
    pages: Pages | None = None
    issn: tuple[str, ...] = ()
    journal: Journal | None = None
    types: tuple[str, ...] = ()
    mesh: tuple[Subject, ...] = ()
    supplementary: tuple[str, ...] = ()
    substances: tuple[Substance, ...] = ()
    about: tuple[Name, ...] = ()
    keywords: tuple[str, ...] = ()
    keyword_lists: tuple[KeywordList, ...] = ()
    abstract: tuple[Section, ...] = ()
    other_abstracts: tuple[Abstract, ...] = ()
    contents: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    grants: tuple[Grant, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    conflict_of_interest: str = ""
    copyright: str = ""
    licences: tuple[Licence, ...] = ()
    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()
    status: str = ""
    state: State | None = None
    custom: dict[str, object] = {}

    @property
    def key(self) -> str:
        """The record's name in the whole store."""
        return f"{self.source}/{self.id}"


class Mention(Struct, frozen=True, omit_defaults=True):
    """Where an entry of a list is cited, and the sentence that does; in another `document` where it is not its own."""

    place: Place
    sentence: str = ""
    document: str = ""


class Citation(Struct, frozen=True, omit_defaults=True):
    """What a document says at one place.

    `id` comes from the document's path and the folded text, not from the line: equal texts of a document share it.
    `start` and `end` are offsets of `raw` in the document's text; where the target of a link holds the identifiers,
    `raw` is their address and the offsets those of the link's text. `form` says how it is written: `reference` (a
    reference string), `marker` (a number that stands for a list entry), `key` (`[@isu2018]`), or for a lone identifier
    `pmid`, `pmid-url`, `doi`, `doi-url`, `pmcid`, `pmcid-url`, …. `cited_as` is the key or marker that stands there.
    `field` is a work that a field code names (`raw` is then what it shows, and the work's name).
    `number` is that of an entry in its list, `label` what stands in its place and is no number: `a`, `iv`, `KL12`.
    `numbers` are the list numbers that a marker stands for, `names` its authors and years (`Isu 2018`), `missing` those
    of them that no entry answers; `malformed` is what looks like an identifier and is none. `cites` are the ids of the
    list entries that a marker, key or field means, and `cited_at` where the document cites an entry: each marker once,
    also where several stand at one place. `claims` are the notices that the entry of a bibliography says its work has;
    `targets` the addresses of the links in an entry that hold identifiers which its text does not.
    """

    id: str
    document: str
    place: Place
    start: int
    end: int
    raw: str
    form: str
    ids: Ids = Ids()
    fields: Fields = Fields()
    in_list: bool = False
    number: int | None = None
    label: str = ""
    numbers: tuple[int, ...] = ()
    cited_as: str = ""
    sentence: str = ""
    confidence: float = 1.0
    malformed: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    cited_at: tuple[Mention, ...] = ()
    claims: tuple[Relation, ...] = ()
    targets: tuple[str, ...] = ()


class Note(Struct, frozen=True, omit_defaults=True):
    """What we say about a work. `works`: its identifiers as `kind:value`; `corrections`: CSL fields that we print
    instead of what the records say; `quotes`: words of its abstract that we rest on; `text`: Markdown; `level`: of
    evidence; `by`: who signs; `reviewed`: the day."""

    key: str
    works: tuple[str, ...]
    text: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    significance: str = ""
    reviewed: str = ""
    corrections: Fields = Fields()
    level: str = ""
    by: str = ""
    quotes: tuple[str, ...] = ()


class Finding(Struct, frozen=True, omit_defaults=True):
    """Something to tell. Its words come from the catalogue (`findings`), filled with `values`."""

    code: str
    document: str = ""
    place: Place = Place()
    key: str = ""
    citation: str = ""
    values: dict[str, str] = {}


class Told(Struct, frozen=True):
    """A finding as it stands today: `waiver`, the decision by which it need not be heeded; `is_known`, in the baseline
    that a check was given."""

    finding: Finding
    waiver: Decision | None = None
    is_known: bool = False

    @property
    def counts(self) -> bool:
        """Whether it makes a check fail, where its level does."""
        return self.waiver is None and not self.is_known


class Asked(Struct, frozen=True, omit_defaults=True):
    """Who was asked about what, and what came of it: a line of the lock.

    `day` in UTC and ISO form; `state` empty and no day: nobody was asked, the record is a file people brought.
    `sha256` of the record file's bytes; `to`: where it is instead, another id (`merged-into`), the name of the
    registration agency or the PMID of a DOI (`elsewhere`). `deleted`: it stands in a list of identifiers that were
    taken back. `near`: what a search for a citation brought and was not certain, the best first; no work is made of it.
    `withheld`: names, refused by people, of what it brought and passed over; where one is refused no more, the line is
    as good as none.
    """

    source: str
    id: str
    day: str = ""
    state: Literal["", "here", "absent", "merged-into", "elsewhere", "deleted"] = ""
    sha256: str = ""
    to: str = ""
    near: tuple[Record, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name, in the whole store, of the record that was asked for."""
        return f"{self.source}/{self.id}"


class Decision(Struct, frozen=True, omit_defaults=True):
    """What a person decided, a line of `references/decisions.toml`, which overrules the program.

    `kind`: accept, reject, join, apart or waive; `about`: the words that say of what, such as a citation's id and a
    work. `on` and `until` are days in ISO form; `text`: what the decision is about, for people to read. `also`: other
    identifiers of the work, a blank between them. `line` counts from 1.
    """

    kind: str
    about: str
    by: str = ""
    on: str = ""
    reason: str = ""
    text: str = ""
    until: str = ""
    also: str = ""
    line: int = 0


class Resolution(Struct, frozen=True, omit_defaults=True):
    """The works that a citation means, by citation key: none, one, or several for a marker or contradicting ids.

    `ids` are the citation's identifiers as they are now, replaced ones exchanged. `how`: by a `decision`, its `id`, its
    `key`, its `text`, through a `list` (markers), or empty where nothing was found; `answer`, `score` and `why` are
    those of the match by text. `near`: the work, by its key, that its text means where its identifiers name another, or
    that comes nearest to its text where none is certain. `decisions`: what people decided about it; `refused`: all
    names of the works that it does not mean by these.
    """

    citation: Citation
    works: tuple[str, ...] = ()
    how: str = ""
    ids: Ids = Ids()
    answer: str = ""
    score: float = 0.0
    why: tuple[str, ...] = ()
    near: str = ""
    decisions: tuple[Decision, ...] = ()
    refused: tuple[str, ...] = ()


class Verdict(Struct, frozen=True, omit_defaults=True):
    """How a citation stands: `name` is one of `VERDICTS`, `evidence` one line a reason."""

    citation: str
    name: str
    key: str = ""
    against: tuple[Asked, ...] = ()
    evidence: tuple[str, ...] = ()


VERDICTS = ("verified", "unchecked", "inexact", "unresolved", "conflict", "mismatch", "absent")  # weak to strong
STATUSES = (  # gravest first
    "retracted",
    "withdrawn",
    "partially-retracted",
    "concern",
    "retired",
    "superseded",
    "republished",
    "corrected",
    "reinstated",
    "none",
    "unchecked",
)


class Status(Struct, frozen=True, omit_defaults=True):
    """The editorial status of a work (one of `STATUSES`), since when, by which notice, and who says so.

    `provisional`: not everybody was heard who would know of something graver; never so for a retraction or withdrawal.
    `kind`: of the notice, if it is not the one that this status mostly comes from.
    """

    name: str
    date: Date | None = None
    notice: Ids = Ids()
    text: str = ""
    sources: tuple[str, ...] = ()
    provisional: bool = False
    kind: str = ""

    @property
    def checked(self) -> bool:
        """Whether it is known if the work was retracted."""
        return self.name != "unchecked" and not self.provisional


class Work(Struct, frozen=True):
    """Records that are one work, and its note.

    `keys`: its citation key first, then aliases; `ids`: the identifiers that are this work's and no other's, `also`
    those of a kind of which `ids` holds another, such as a second DOI.
    """

    keys: tuple[str, ...]
    records: tuple[Record, ...]
    note: Note | None
    ids: Ids
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its identifiers."""
        return (*self.ids.keys(), *self.also)


class Alike(Struct, frozen=True):
    """Two works, by their records, that are one by their likeness (`joined`), or may be.

    `points`: log-odds of it; `why`: what decided without any, in words, or what keeps from joining them; else empty.
    `names`: by what decisions name the two.
    """

    one: tuple[Record, ...]
    other: tuple[Record, ...]
    names: tuple[str, str]
    points: float
    why: str
    joined: bool

    @property
    def chance(self) -> str:
        """How surely they are one, `93 %`; empty where no points decided."""
        chance = 100 / (1 + math.exp(-self.points))
        return "" if self.why else "over 99.9 %" if chance > 99.9 else f"{chance:.3g} %"


class Entry(Struct, frozen=True, omit_defaults=True):
    """What we print about a work: a note laid over its records, under a fixed citation key.

    `stated`: the status as each source alone states it, `none` of a service that states nothing.
    `licence`: the address of the Creative Commons licence under which a source says that it may be read. `accessed`:
    the day on which a library says that the work was seen on the web. `kin`: what it and others are to each other by
    their titles, in sentences, where no source says so.
    """

    key: str
    ids: Ids
    fields: Fields
    status: Status
    verdict: str
    aliases: tuple[str, ...] = ()
    dates: Dates | None = None
    pages: Pages | None = None
    issn: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    mesh: tuple[Subject, ...] = ()
    keywords: tuple[str, ...] = ()
    abstract: tuple[Section, ...] = ()
    relations: tuple[Relation, ...] = ()
    stated: tuple[Status, ...] = ()
    basis: str = ""
    sources: tuple[Asked, ...] = ()
    note: Note | None = None
    cited_in: tuple[Citation, ...] = ()
    licence: str = ""
    accessed: Date | None = None
    kin: tuple[str, ...] = ()


class ListItem(Struct, frozen=True, omit_defaults=True):
    """An item of a reading list; `importance` is must, should, background or empty, `minutes` to read it, or 0.

    `reason`: Markdown, with the footnotes that it names as paragraphs below it.
    """

    key: str
    importance: str = ""
    reason: str = ""
    line: int = 0
    minutes: int = 0


class ReadingList(Struct, frozen=True, omit_defaults=True):
    """A reading list: `name` is its file's name without suffix, `text` the Markdown before its items.

    `order`: its place among the lists, counted from 1; 0 where its maker gave it none.
    """

    name: str
    title: str
    text: str = ""
    items: tuple[ListItem, ...] = ()
    order: int = 0


class Collection(Struct, frozen=True):
    """All that outputs are made from. Entries are sorted by key, citations by document and place."""

    title: str
    entries: tuple[Entry, ...]
    citations: tuple[Citation, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    lists: tuple[ReadingList, ...]
    documents: tuple[str, ...]


class Question(Struct, frozen=True):
    """One thing to ask one service: `source` by name, `id` as `kind:value`.

    A search has the `id` `citation:` and that of a citation, the `fields` of its reference string, and its `text`.
    """

    source: str
    id: str
    fields: Fields = Fields()
    text: str = ""


class Services(Struct, frozen=True):
    """Where the services are, and who asks. Addresses without a final slash; an empty e-mail means the public pools."""

    pubmed: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    crossref: str = "https://api.crossref.org"
    doi: str = "https://doi.org"
    datacite: str = "https://api.datacite.org"
    idconv: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1"
    deleted_pmids: str = "https://ftp.ncbi.nlm.nih.gov/pubmed/deleted.pmids.gz"
    email: str = ""
    ncbi_api_key: str = ""
    tool: str = "cluneal-lit"


class Request(Struct, frozen=True, omit_defaults=True):
    """One HTTP request of a source. `ids` are what its answer must account for; `form` is the body of a POST.

    `kind`: some services limit look-ups (`single`) and queries (`list`) apart. `reads`: of a service its `answer`, its
    redirections followed and its refusals errors; of a place in the web whatever it says: its `page`, its `status`
    without the page, or its status by a HEAD (`head`).
    """

    source: str
    url: str
    ids: tuple[str, ...]
    params: tuple[tuple[str, str], ...] = ()
    form: tuple[tuple[str, str], ...] = ()
    kind: Literal["single", "list"] = "single"
    reads: Literal["answer", "page", "status", "head"] = "answer"

    @property
    def method(self) -> str:
        return "HEAD" if self.reads == "head" else "POST" if self.form else "GET"


class Answer(Struct, frozen=True):
    """What came back, whatever its status; the names of `headers` in lower case."""

    status: int
    body: bytes
    content_type: str = ""
    headers: Mapping[str, str] = {}


class Candidates(Struct, frozen=True, omit_defaults=True):
    """What a search found for the question `name`, best first: `ids` to look up, or `records` that came along.

    Nothing is judged: that the service found a work does not say that it is the one. Neither: it found nothing.
    """

    name: str
    ids: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()


class Reply(Struct, frozen=True, omit_defaults=True):
    """What an answer says about every id of its request: a record, a link to another id, absent, deleted, the
    candidates of a search, or failed; or that it must be asked about again in another request, alone (`unclear`) or
    with a part of the others (`apart`).

    `links` are (asked, where it is): another id (`pmid:2`), for the registration agencies its name (`DataCite`), or the
    PMID of a DOI.
    `failed` are (id, reason).
    """

    records: tuple[Record, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    absent: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    candidates: tuple[Candidates, ...] = ()
