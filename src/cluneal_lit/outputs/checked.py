"""What a check found, as a page to read: on each sentence that cites, what is wrong and what to do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from cluneal_lit import decided, findings
from cluneal_lit.model import Citation, Collection, Entry, Finding, Place, Told
from cluneal_lit.outputs import html, styles, words
from cluneal_lit.outputs.environment import environment
from cluneal_lit.outputs.templates import Templates

GENERATOR = '<meta name="generator" content="cluneal-lit check">'


class Said(Struct, frozen=True):
    """A finding as it stands on the page; `aside`: why it does not count, if so."""

    code: str
    level: str
    title: str
    message: Markup
    why: Markup
    do: Markup
    aside: str


class Passage(Struct, frozen=True):
    """What cites, and what is wrong with it: the sentence before, in and behind the `mark`; `sentences` that cite it
    where it is an entry of a list; the work that is meant, as a reference."""

    number: int
    place: str
    before: str
    mark: str
    behind: str
    sentences: tuple[tuple[str, str], ...]
    work: str
    said: tuple[Said, ...]

    @property
    def level(self) -> str:
        """The gravest level of what counts."""
        levels = [one.level for one in self.said if not one.aside]
        return max(levels, key=findings.LEVELS.index, default="aside")


class Page(Struct, frozen=True):
    """A document, or the collection where it has no name."""

    path: str
    citations: int
    findings: int
    passages: tuple[Passage, ...]


def page(collection: Collection, told: Sequence[Told], templates: Templates) -> str:
    """The page as HTML that loads nothing and needs no script."""
    pages = tuple(_pages(collection, told))
    counting = Counter(findings.rule(one.finding).level for one in told if one.counts)
    return (
        environment(".html", templates)
        .get_template("_check.html.j2")
        .render(
            pages=pages,
            title=collection.title,
            documents=collection.documents,
            citations=len(collection.citations),
            verdicts=Counter(verdict.name for verdict in collection.verdicts),
            levels={level: counting[level] for level in reversed(findings.LEVELS)},
            aside=sum(not one.counts for one in told),
            generator=Markup(GENERATOR),
        )
    )


def _pages(collection: Collection, told: Iterable[Told]) -> Iterator[Page]:
    cited = {(one.document, one.id, one.place): one for one in collection.citations}
    entries = {entry.key: entry for entry in collection.entries}
    counts = Counter(one.document for one in collection.citations)
    by_document: defaultdict[str, dict[tuple[str, Place, str], list[Told]]] = defaultdict(dict)
    for one in told:
        finding = one.finding
        own = finding.key if not finding.citation else ""
        by_document[finding.document].setdefault((finding.citation, finding.place, own), []).append(one)
    number = 0
    for path in dict.fromkeys((*collection.documents, *sorted(by_document))):
        passages = []
        for (citation, place, _), those in by_document.get(path, {}).items():
            number += 1
            passages.append(_passage(number, cited.get((path, citation, place)), those, entries))
        yield Page(path, counts[path], sum(len(one.said) for one in passages), tuple(passages))


def _passage(number: int, citation: Citation | None, told: Sequence[Told], entries: Mapping[str, Entry]) -> Passage:
    finding = told[0].finding
    place = words.place(finding.place)
    key = next((one.finding.key for one in told if one.finding.key), "")
    work = styles.vancouver(entries[key]) if key in entries else ""
    before, mark, behind = _sentence(citation) if citation else ("", "", "")
    mentions = citation.cited_at if citation else ()
    sentences = tuple((words.place(one.place), one.sentence) for one in mentions if one.sentence)
    return Passage(number, place, before, mark, behind, sentences, work, tuple(map(_said, told)))


def _sentence(citation: Citation) -> tuple[str, str, str]:
    """What stands before a citation in its sentence, the citation, and what stands behind it."""
    before, found, behind = citation.sentence.partition(citation.raw)
    return (before, citation.raw, behind) if found else ("", citation.raw, "")


def _said(one: Told) -> Said:
    finding: Finding = one.finding
    rule = findings.rule(finding)
    aside = decided.told(one.waiver) if one.waiver else "in the baseline" if one.is_known else ""
    message, why, do = (
        Markup(html.coded(text)) for text in (findings.message(finding), rule.why, findings.advice(finding))
    )
    return Said(rule.code, rule.level, rule.title, message, why, do, aside)
