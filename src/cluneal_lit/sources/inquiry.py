"""Asking about identifiers, while answers bring new ones: PMCID, PMID, DOI, its agency, DataCite."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping

from cluneal_lit.model import Asked, Question, Record, Reply, Request, Services
from cluneal_lit.registries import unasked
from cluneal_lit.sources import replies
from cluneal_lit.sources.asking import Asking
from cluneal_lit.sources.questions import Cited, Due, cited, questions


class Inquiry(Asking):
    """The questions about known identifiers and about those that the answers bring.

    `lines` is the lock, which what was answered since then is laid over. `lost` are the names of records that the
    lock knows and the store has not.
    """

    def __init__(
        self, known: Iterable[Cited], lines: Mapping[str, Asked], lost: frozenset[str], due: Due, services: Services
    ) -> None:
        super().__init__(services)
        self._lines: ChainMap[str, Asked] = ChainMap({}, dict(lines))
        self._lost, self._due = lost, due
        self._cited: defaultdict[str, list[Cited]] = defaultdict(list)
        self._add(known)

    @property
    def names(self) -> int:
        """How many identifiers there are to ask about, asked or not."""
        return len(self._cited) - len(unasked(self._cited))

    def take(self, request: Request, reply: Reply) -> None:
        """Take a reply in, and open what it leads to."""
        super().take(request, reply)
        self._lines |= {line.key: line for line in replies.lines(request.source, reply, self._due.today.isoformat())}
        led = (*reply.absent, *reply.deleted, *(name for name, _ in reply.links))
        self._add(
            [
                *(cited(one.ids, one.fields) for one in reply.records),
                *(one for name in led for one in self._cited.get(name, ())),
            ]
        )

    def know(self, records: Iterable[Record]) -> None:
        """Open what records lead to that came otherwise; they themselves are not asked for again."""
        for record in records:
            self._sent[record.source, record.id] = Question(record.source, record.id)
            self._add((cited(record.ids, record.fields),))

    def _add(self, known: Iterable[Cited]) -> None:
        known = tuple(known)
        for one in known:
            for name in one[0].keys():
                if one not in self._cited[name]:
                    self._cited[name].append(one)
        self.open(questions(known, self._lines, self._lost, self._due))
