"""Questions on their way to the services: batches as large as they get without waiting in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cluneal_lit.model import Question, Reply, Request, Services
from cluneal_lit.redacting import secrets, text_redactor
from cluneal_lit.sources import FED_BY, SOURCES

# A list of 200 that is refused is halved until what spoils it is alone; whoever is asked more often answers nothing.
_TRIES = 16
_Name = tuple[str, str]  # the source and the id of a question


class Asking:
    """Which questions are open, which were sent, and which have to be asked once more.

    `failed` counts what was not answered, by source and reason. `redacted` is a text without secrets.
    """

    def __init__(self, services: Services, questions: Iterable[Question] = ()) -> None:
        self.answered = 0
        self.failed: Counter[tuple[str, str]] = Counter()
        self._services = services
        self.redacted = text_redactor(secrets(services))
        self._open: dict[str, dict[str, Question]] = {name: {} for name in SOURCES}
        self._sent: dict[_Name, Question] = {}
        self._tries: Counter[_Name] = Counter()
        self._apart: list[tuple[Question, ...]] = []
        self._awaited: Counter[str] = Counter()
        self.open(questions)

    @property
    def asked(self) -> int:
        """How many identifiers were asked about, whoever was asked."""
        return len({name for _, name in self._tries})

    @property
    def total(self) -> int:
        """How many questions there are so far."""
        return len(self._tries) + sum(map(len, self._open.values()))

    def open(self, questions: Iterable[Question]) -> None:
        """Add questions; each is sent once."""
        for one in questions:
            if (one.source, one.id) not in self._sent:
                self._open[one.source][one.id] = one

    def requests(self, *, waits: bool = True) -> tuple[Request, ...]:
        """The requests to send now, counted as sent.

        One that could hold more `waits` for who may fill it (`FED_BY`), as long as that is quick, and not when all that
        is left waits for each other.
        """
        found = list(self._of_apart())
        for name, source in SOURCES.items():
            may_grow = any(self._awaited[one] or self._open[one] for one in FED_BY.get(name, ()))
            for request in source.requests(tuple(self._open[name].values()), self._services):
                if not (waits and may_grow) or len(request.ids) >= source.BATCH:
                    found.append(self._counted(request))
        if waits and not found and any(self._open.values()) and not any(self._awaited.values()):
            return self.requests(waits=False)
        return tuple(found)

    def take(self, request: Request, reply: Reply) -> Reply:
        """Take a reply in, and give what of it is to be stored."""
        self._awaited[request.source] -= 1
        again = [*((name,) for name in reply.unclear), *reply.apart]
        self.answered += len(request.ids) - sum(map(len, again))
        self.failed.update((request.source, reason) for _, reason in reply.failed)
        for names in again:
            if max(self._tries[request.source, name] for name in names) < _TRIES:
                self._apart.append(tuple(self._sent[request.source, name] for name in names))
            else:
                self.failed[request.source, "it never gave a clear answer"] += len(names)
        return reply

    def _of_apart(self) -> Iterator[Request]:
        """What has to be asked once more, each group in requests of its own."""
        groups, self._apart = self._apart, []
        for group in groups:
            for request in SOURCES[group[0].source].requests(group, self._services):
                yield self._counted(request)

    def _counted(self, request: Request) -> Request:
        self._awaited[request.source] += 1
        for name in request.ids:
            question = self._open[request.source].pop(name, None)
            if question:
                self._sent[request.source, name] = question
            self._tries[request.source, name] += 1
        return request
