"""What templates may do with their variables: the filters of every format.

What a filter marked "ready" gives is of its format already; all else is escaped where it is printed.

    everywhere  vancouver, nlm    an Entry's citation, with six or all authors
                ama, apa          the same in these styles
                csl, annotated    an Entry as CSL-JSON; the same with its annotation in `note`, its mark in `annote`
                csl_items         Entries as CSL-JSON, once more under each identifier by which documents cite them
                tojson            any value as JSON, indented (ready)
                evidence_row      an Entry's cells in the table of evidence, under `evidence_heads`
                status, verdict   an Entry's editorial status and verdict in words
                legend            what the marks of library files on these entries mean; empty without any
                label, notice, grave      a Status: its name; where its notice stands; whether to recommend it no more
                significance      the mark of an Entry's note; of a retracted work why it has none
                published         where the paper that an Entry's preprint became stands; empty for none
                message, advice, level    a Finding's words
                ended             a sentence with the full stop that it lacks
                whence            the sources of an Entry's records; empty for none
                source, spoken, asked, place, address, counted, tally, statuses, meaning    see `words`
                citations, unknown        how many citations and markers; how many lead to no known work
                preprints         how many preprints are published by now, of `counts.preprints`; empty for none
                scope, further, evidence, signed, detail, sentence, once    a document's References and each; a
                                  Citation's sentence as readers see it; Citations, of each sentence the first
                only, mentions    what a mapping has for some keys; what may be the keys of works in a person's text
                importance, minutes, whole, unheard    of a reading list and its works: see `list_words`
                quiet             an Entry's status where nothing is wrong with it, as far as is known; empty otherwise
                anchor            a key as a name to link to (ready)
                file, link        a key as the name of a file, or that of a list, `file(lists | map(attribute="name"))`;
                                  a path as a relative address
                news_id, moment   of the feed: see `feed`
                leads, named      the anchors of Matters by their words; a Citation in a line: see `attention`
    .bib        bibtex_head       `@article{isu2018`, how an Entry begins (ready)
                bibtex_fields     its fields, each in a form: `bibtex_fields("  {name} = {value},\\n")` (ready)
                biblatex_head, biblatex_fields    the same for BibLaTeX (ready)
    .ris        ris               an Entry's lines, `TY` to `ER` (ready)
    .nbib       nbib              an Entry's lines (ready)
    .csv        row               cells as a line of the table (ready)
                evidence_line     an Entry's cells in the table of evidence as a line (ready)
    .md         cited             citation with links of an Entry or Reference, beside its status (ready); `cited(true)`
                                  has the notices too that the status says
                advice            a Finding's advice, commands in it as code (ready)
                code              a text as a span of code (ready)
                written           a person's own Markdown (ready); `written(3, works, page)` puts its headings below
                                  ours of level 3 and links the keys of works to their anchors on a page
    .html       cited, written    the same for HTML
                notice, published the same with links (ready)
                bibtex, ris       an Entry as in the .bib and as RIS, as text to copy
                access            how anybody may read an Entry, and where; None where nobody said so
                chips             what is shown beside an Entry, by facet: `chips(sorted_tags)`
                coins (ready), metas    what programs read of an Entry: see `machines`
                gauge             the parts of a bar that shows a tally
                designs, tongue   an Entry's kinds of study; the language of its title, if that is not English
                vernacular        its title in its own language, where the other is a translation (ready)
                dated             a text with its days marked, which no line breaks (ready)
                tone              how a status or verdict is shown
                integrity, lean, dense  what a content security policy says to allow a script; one without indents, and
                                  a style sheet without blanks (ready)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from cluneal_lit import findings
from cluneal_lit.formats import bibtex, notices, prose
from cluneal_lit.model import Entry, Finding
from cluneal_lit.outputs import (
    ama,
    apa,
    attention,
    counting,
    exchanged,
    facets,
    fates,
    feed,
    html,
    ledger,
    list_words,
    machines,
    markdown,
    page,
    paths,
    pictures,
    pieces,
    reference_words,
    styles,
    words,
)
from cluneal_lit.outputs.escapes import ESCAPES, as_json
from cluneal_lit.outputs.references import Reference
from cluneal_lit.registries import spoken

NONE: Mapping[str, Entry] = MappingProxyType({})


def _citing(linked: Callable[[Iterable[styles.Piece]], str]) -> Callable[..., Markup]:
    """A citation with links, which leaves out the notices that its status says beside it unless they are `told`."""

    def cited(cited: Entry | Reference, told: bool = False) -> Markup:
        return Markup(linked(reference_words.pieces(cited, told=told)))

    return cited


def _anchor(name: str) -> Markup:
    return Markup(bibtex.key(name))


def _code(text: str) -> Markup:
    return Markup(markdown.code(text))


def _writing(under: Callable[[str, int, Callable[[str], str]], str]) -> Callable[..., Markup]:
    """A person's own Markdown under a heading of a level, with links from keys to the works' anchors on a page."""

    def written(text: str, below: int = 0, works: Mapping[str, Entry] = NONE, page: str = "") -> Markup:
        return Markup(under(text, below, lambda key: f"{page}#{bibtex.key(works[key].key)}" if key in works else ""))

    return written


def _advice(finding: Finding) -> Markup:
    """What to do, commands and names in it as code."""
    parts = prose.code_apart(findings.advice(finding))
    return Markup("".join((markdown.code if is_code else ESCAPES[".md"])(part) for part, is_code in parts))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def _level(finding: Finding) -> str:
    return findings.rule(finding).level


FILTERS: dict[str, Callable[..., object]] = {
    **attention.FILTERS,
    **exchanged.FILTERS,
    **list_words.FILTERS,
    **reference_words.FILTERS,
    "address": words.address,
    "ama": ama.ama,
    "apa": apa.apa,
    "advice": findings.advice,
    "anchor": _anchor,
    "asked": words.asked,
    "citations": counting.citations,
    "counted": words.counted,
    "ended": _ended,
    "file": paths.named,
    "grave": notices.grave,
    "label": notices.label,
    "legend": words.legend,
    "level": _level,
    "meaning": words.meaning,
    "link": paths.link,
    "message": findings.message,
    "moment": feed.moment,
    "news_id": feed.news_id,
    "nlm": styles.nlm,
    "only": pieces.only,
    "mentions": prose.mentions,
    "notice": notices.notice,
    "place": words.place,
    "preprints": fates.preprints,
    "published": notices.published,
    "significance": notices.significance,
    "whence": ledger.whence,
    "source": words.source,
    "spoken": spoken,
    "status": words.status,
    "statuses": words.statuses,
    "tally": words.tally,
    "tojson": as_json,
    "unknown": counting.unknown,
    "vancouver": styles.vancouver,
    "verdict": words.verdict,
}
BY_FORMAT: dict[str, dict[str, Callable[..., object]]] = {
    **exchanged.BY_FORMAT,
    ".html": {
        **exchanged.BY_FORMAT[".html"],
        **page.FILTERS,
        "chips": facets.chips,
        "coins": machines.coins,
        "gauge": pictures.gauge,
        "metas": machines.metas,
        "cited": _citing(html.linked),
        "written": _writing(html.written),
    },
    ".md": {
        "advice": _advice,
        "cited": _citing(markdown.linked),
        "code": _code,
        "written": _writing(markdown.written),
    },
}
