"""What a reader of the bibliography has to know first, and what is cited without leading to a known work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup
from msgspec import Struct

from cluneal_lit import findings
from cluneal_lit.folding import shortened
from cluneal_lit.formats import bibtex, notices
from cluneal_lit.model import Citation, Collection, Entry, Finding, Status
from cluneal_lit.outputs import words
from cluneal_lit.outputs.standing import judged, leading, spot

PUBLISHED, ASTRAY, MISMATCH = "published", "astray", "mismatch"
BORNE = ", with the identifier of another work"
_GRAVEST = (
    "retracted",
    "withdrawn",
    "absent",
    MISMATCH,
    "partially-retracted",
    "concern",
    "conflict",
    "unresolved",
    ASTRAY,
    "retired",
    "republished",
    "superseded",
    PUBLISHED,
    "inexact",
    "corrected",
    "reinstated",
)
_HEADINGS = {PUBLISHED: "Preprint since published", ASTRAY: "Leads to no known work"}
_QUIET = frozenset({"", "none", "unchecked", "verified"})


class Astray(Struct, frozen=True):
    """A reference or an identifier of a document that leads to no known work, and what was found wrong with it.

    `citations`: the places where it stands, and the markers that stand for it.
    """

    document: str
    citations: tuple[Citation, ...]
    verdict: str
    findings: tuple[Finding, ...]

    @property
    def written(self) -> Citation:
        """The first citation that is no marker."""
        return next(one for one in self.citations if one.form != "marker")

    @property
    def number(self) -> int:
        """How many references and identifiers it is, without the markers."""
        return sum(citation.form != "marker" for citation in self.citations)

    @property
    def anchor(self) -> Markup:
        """Its name to link to on a page, none of a work's."""
        return Markup(f"_{bibtex.key(self.written.id)}")


class Line(Struct, frozen=True):
    """A title or citation in a line, the anchor to which it leads, and what is to be said of that."""

    text: str
    anchor: Markup
    remark: str = ""


class Matter(Struct, frozen=True):
    """A status, a verdict, `published` or `astray`, and the works and citations of which it has to be known.

    `lines`: what it says of them. A mismatch is the citation's fault, not that of the work whose identifier it bears.
    """

    word: str
    works: tuple[Entry, ...]
    astray: tuple[Astray, ...]
    lines: tuple[Line, ...]

    @property
    def heading(self) -> str:
        """The word as a heading."""
        return _HEADINGS.get(self.word) or notices.label(Status(self.word))

    @property
    def anchor(self) -> Markup:
        """Its name to link to on a page, none of a work's."""
        return Markup(f"_needs-{bibtex.key(self.word)}")


def astray(collection: Collection) -> tuple[Astray, ...]:
    """What leads to no known work, by document and place; what is written alike twice in a document stands once."""
    known, verdicts = leading(collection), judged(collection)
    wrong: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in collection.findings:
        wrong[finding.citation].append(finding)
    alike: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
    markers: defaultdict[tuple[str, int], list[Citation]] = defaultdict(list)
    for citation in collection.citations:
        if citation.form != "marker" and spot(citation) not in known:
            alike[citation.document, citation.id].append(citation)
        for number in citation.numbers if citation.form == "marker" else ():
            markers[citation.document, number].append(citation)
    return tuple(
        Astray(
            document,
            (*_pointing(own, markers), *own),
            verdicts.get(name, "unchecked"),
            tuple(sorted(wrong[name], key=findings.order)),
        )
        for (document, name), own in alike.items()
    )


def matters(bibliography: Iterable[Entry], verdicts: Mapping[str, str], lost: Iterable[Astray]) -> tuple[Matter, ...]:
    """What has to be known, gravest first; nothing that is clean or merely unchecked.

    `verdicts`: that of each citation by its id, since a work's own verdict is only the gravest of its citations'.
    """
    works: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in bibliography:
        told = {entry.status.name, entry.verdict, *(verdicts.get(one.id, "") for one in entry.cited_in)}
        told |= {PUBLISHED} if notices.publication(entry) else set()
        for word in told - _QUIET:
            works[word].append(entry)
    citations: defaultdict[str, list[Astray]] = defaultdict(list)
    for one in lost:
        if one.verdict not in _QUIET:
            citations[one.verdict].append(one)
        elif any(findings.rule(found).level != "note" for found in one.findings):
            citations[ASTRAY].append(one)
    return tuple(
        _matter(word, works[word], citations[word], verdicts) for word in sorted({*works, *citations}, key=_rank)
    )


def leads(told: Iterable[Matter]) -> dict[str, Markup]:
    """The anchor to which a word's figure leads: the one work or citation of which it is true, or the list of them."""
    return {matter.word: _lead(matter) for matter in told}


def quiet(entry: Entry) -> str:
    """`No notice of retraction or correction, asked 2026-11-20`, or that nobody was asked; empty beside a status."""
    if words.status(entry):
        return ""
    days = [one.day for one in entry.sources if one.day]
    if entry.status.name != "none":
        return "Not checked for retractions yet"
    when = f", asked {words.span(days).removeprefix('on ')}" if days else ""
    return f"No notice of retraction or correction{when}"


def named(citation: Citation) -> str:
    """The title that a citation states, or else what is written, in a line."""
    return shortened(citation.fields.title or citation.raw, 120)


def _matter(word: str, works: Iterable[Entry], lost: Iterable[Astray], verdicts: Mapping[str, str]) -> Matter:
    works, lost = tuple(works), tuple(lost)
    lines = [line for entry in works for line in _lines(word, entry, verdicts)]
    lines += [Line(named(one.written), one.anchor) for one in lost]
    return Matter(word, works, lost, tuple(dict.fromkeys(lines)))


def _lines(word: str, entry: Entry, verdicts: Mapping[str, str]) -> tuple[Line, ...]:
    """The work's title, or the citations that bear its identifier and mean another work."""
    anchor = Markup(bibtex.key(entry.key))
    wrong = [one for one in entry.cited_in if word == MISMATCH == verdicts.get(one.id) and one.form != "marker"]
    borne = tuple(Line(named(one), anchor, BORNE) for one in wrong)
    return borne or (Line(entry.fields.title or "Title unknown", anchor),)


def _lead(matter: Matter) -> Markup:
    own = [Markup(bibtex.key(entry.key)) for entry in matter.works] + [one.anchor for one in matter.astray]
    return own[0] if len(own) == 1 else matter.anchor


def _pointing(own: Iterable[Citation], markers: Mapping[tuple[str, int], Iterable[Citation]]) -> dict[Citation, None]:
    """The markers with the number that one of these has in its document's list, each once."""
    numbered = ((one.document, one.number) for one in own if one.number is not None)
    return dict.fromkeys(marker for spot in numbered for marker in markers.get(spot, ()))


def _rank(word: str) -> tuple[int, str]:
    return (_GRAVEST.index(word) if word in _GRAVEST else 0, word)


FILTERS: dict[str, Callable[..., object]] = {"leads": leads, "named": named, "quiet": quiet}
