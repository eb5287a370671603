"""Identifiers that stand only in what a link leads to: behind the word PubMed, a title, a number.

Where the address itself stands in the text of the link, as in Markdown, it is found there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from cluneal_lit.citations.identifiers.finders import identifier_hits
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.late import late
from cluneal_lit.model import Document, Span

# Within the page, and what sends, dials, runs or shares.
_NO_WORK = late(r"#|(?:mailto|tel|sms|fax|callto|skype|whatsapp|javascript|data|blob|about|file):", re.IGNORECASE)
_OF_NLM = re.compile(r"/(?:pubmed/\d|pmc/articles/PMC\d)", re.IGNORECASE)  # what PubMed and PMC themselves write
_OF_WORKS = late(r"doi\.org/|pubmed\.ncbi|/pubmed/|arxiv\.org/", re.IGNORECASE)  # sites of works alone
_NLM = "https://www.ncbi.nlm.nih.gov"
_LONGEST = 2000
_APART = "\n\n\n"  # nothing that is sought goes on behind empty lines


def hits(document: Document, text: str, found: Sequence[Hit]) -> list[Hit]:
    """The hits found in the text as shown, together with those that only targets of its links hold, in order.

    A link's hit stands where the text of the link does; what that text says itself is not said twice.
    """
    starts = [hit.start for hit in found]
    said, further = list(found), []
    for hit in _led_to(document, text):
        own = _within(hit, found, starts)
        begun = next((place for place in own if _begins(said[place], hit)), None)
        if begun is not None:
            said[begun] = replace(hit, start=said[begun].start, end=said[begun].end, written="")
        elif not any(_same(said[place], hit) for place in own):
            further.append(hit)
    return sorted([*said, *further], key=lambda hit: (hit.start, hit.end))


def _led_to(document: Document, text: str) -> Iterator[Hit]:
    """What the targets of the links hold; all are sought at once, as one text."""
    links = [span for span in document.spans if span.kind == "link" and _may_lead_to_a_work(span, text)]
    targets = [f"{_NLM if _OF_NLM.match(span.target) else ''}{span.target}"[:_LONGEST] for span in links]
    joined = _APART.join(targets)
    begins = list(accumulate((len(target) + len(_APART) for target in targets), initial=0))
    for hit in identifier_hits(Text(joined)):
        if hit.kind != "key" and (hit.value or _OF_WORKS.search(joined, hit.start, hit.end)):
            span = links[bisect_right(begins, hit.start) - 1]
            yield replace(hit, start=span.start, end=span.end, written=joined[hit.start : hit.end])


def _may_lead_to_a_work(span: Span, text: str) -> bool:
    if _NO_WORK.match(span.target):
        return False
    written = text[span.start : span.end]
    hidden = written != "" and written.isspace()
    return not hidden and not ("://" in span.target and span.target in written)


def _within(hit: Hit, found: Sequence[Hit], starts: Sequence[int]) -> range:
    """The places of what the text of the link holds, or lies in."""
    first, last = bisect_left(starts, hit.start), bisect_left(starts, hit.end)
    if first and found[first - 1].end > hit.start:
        first -= 1
    return range(first, last)


def _begins(one: Hit, whole: Hit) -> bool:
    """Whether the text of a link shows the beginning of the DOI that its target holds: `10.1016/j.jpain...`."""
    of_resolver = whole.kind == one.kind == "doi" and "doi.org/" in whole.written.lower()
    return of_resolver and one.value != whole.value != "" and whole.value.startswith(one.value)


def _same(one: Hit, other: Hit) -> bool:
    return one.kind == other.kind and (one.value == other.value or not other.value)
