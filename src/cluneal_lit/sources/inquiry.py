"""What is to be asked next, while answers bring new questions: batches as large as they get without waiting in vain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cluneal_lit.model import Asked, Question, Record, Reply, Request, Services
from cluneal_lit.registries import unasked
from cluneal_lit.sources import SOURCES
from cluneal_lit.sources.questions import Cited, Due, questions

# A list of 200 that is refused is halved until what spoils it is alone; whoever is asked more often answers nothing.
_TRIES = 16


class Inquiry:
    """The questions of a run: which are open, which were sent, and what answers bring.

    `lines` is the lock; who takes a reply in adds its lines before it is told here. `missing` are the names of records
    that the lock knows and the store has not.
    """

    def __init__(
        self,
        known: Iterable[Cited],
        lines: Mapping[str, Asked],
        missing: frozenset[str],
        due: Due,
        services: Services,
    ) -> None:
        self.answered = 0
        self.sent: Counter[Question] = Counter()
        self._lines, self._missing, self._due, self._services = lines, missing, due, services
        self._open: dict[str, dict[Question, None]] = {name: {} for name in SOURCES}
        self._apart: list[tuple[Question, ...]] = []
        self._awaited: Counter[str] = Counter()
        self._cited: defaultdict[str, list[Cited]] = defaultdict(list)
        self._add(known)

    @property
    def names(self) -> int:
        """How many identifiers there are to ask about, asked or not."""
        return len(self._cited) - len(unasked(self._cited))

    @property
    def total(self) -> int:
        """How many questions there are so far."""
        return len(self.sent) + sum(map(len, self._open.values()))

    def requests(self) -> tuple[Request, ...]:
        """The requests to send now, counted as sent.

        A source may bring questions to those that `SOURCES` lists behind it. A request that could hold more of them
        waits as long as something is open in front of it.
        """
        found = list(self._of_apart())
        flowing = False
        for name, source in SOURCES.items():
            for request in source.requests(tuple(self._open[name]), self._services):
                if not flowing or len(request.ids) >= source.BATCH:
                    found.append(self._counted(request))
            flowing = flowing or bool(self._awaited[name] or self._open[name])
        return tuple(found)

    def take(self, request: Request, reply: Reply) -> tuple[tuple[str, str], ...]:
        """Take a reply in; which ids failed, with the reason."""
        self._awaited[request.source] -= 1
        again = [(name,) for name in reply.unclear] + list(reply.apart)
        hopeless: list[tuple[str, str]] = []
        for names in again:
            group = tuple(Question(request.source, name) for name in names)
            if max(self.sent[one] for one in group) < _TRIES:
                self._apart.append(group)
            else:
                hopeless += [(name, "it never gave a clear answer") for name in names]
        self.answered += len(request.ids) - sum(map(len, again))
        self._add(cited(record) for record in reply.records)
        led = (*reply.absent, *reply.deleted, *(name for name, _ in reply.links))
        self._add([one for name in led for one in self._cited.get(name, ())])
        return (*reply.failed, *hopeless)

    def _add(self, known: Iterable[Cited]) -> None:
        known = tuple(known)
        for one in known:
            for name in one[0].keys():
                if one not in self._cited[name]:
                    self._cited[name].append(one)
        for question in questions(known, self._lines, self._missing, self._due):
            if question not in self.sent:
                self._open[question.source][question] = None

    def _of_apart(self) -> Iterator[Request]:
        """What has to be asked once more, each group in requests of its own."""
        groups, self._apart = self._apart, []
        for group in groups:
            for request in SOURCES[group[0].source].requests(group, self._services):
                yield self._counted(request)

    def _counted(self, request: Request) -> Request:
        self._awaited[request.source] += 1
        for name in request.ids:
            question = Question(request.source, name)
            self._open[request.source].pop(question, None)
            self.sent[question] += 1
        return request


def cited(record: Record) -> Cited:
    """What there is to ask about a record: its identifiers, with its year."""
    return record.ids, record.fields.issued.year if record.fields.issued else None
