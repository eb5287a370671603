"""Documents in, findings about their links into the web out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations.outgoing import Outgoing, outgoing
from cluneal_lit.model import Document, Finding
from cluneal_lit.pipeline.exchange import Network
from cluneal_lit.pipeline.web import Fate, fates


class Linked(Struct, frozen=True):
    """What is wrong with links; how many addresses were asked, and of how many each why nothing is known of them."""

    findings: tuple[Finding, ...]
    asked: int
    unknown: tuple[tuple[str, int], ...]


def linked(documents: Iterable[Document], network: Network, told: Callable[[int, int], None]) -> Linked:
    """What becomes of who follows the documents' links; links that name works are left to the check of citations."""
    links = [link for document in documents for link in outgoing(document)]
    found = fates((link.address for link in links), network, told)
    reasons = Counter(fate.why for fate in found.values() if fate.name == "unknown")
    return Linked(tuple(_told(links, found)), len(found), tuple(reasons.most_common()))


def _told(links: Sequence[Outgoing], found: dict[str, Fate]) -> Iterator[Finding]:
    for link in links:
        fate = found[link.address]
        if fate.name == "gone":
            values = {"raw": link.address, "answer": fate.why}
            yield Finding("LIT107", link.document, link.place, values=values)
        elif fate.name == "moved":
            yield Finding("LIT108", link.document, link.place, values={"raw": link.address, "to": fate.to})
