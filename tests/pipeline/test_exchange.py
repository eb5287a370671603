"""What arrived is given to be stored, also when the asking is interrupted."""

from __future__ import annotations

import pytest

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.pipeline.exchange import exchange
from cluneal_lit.sources.asking import Asking
from tests.pipeline.network import Waiting

DOWN = SourceError("PubMed is down")


class Interrupted(Waiting):
    """Answers as many requests as it is told, then Ctrl-C."""

    def __init__(self, answers: int) -> None:
        super().__init__()
        self.left = answers

    def next(self, patience: float) -> tuple[Request, Answer | SourceError]:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        return self.waiting.pop(0), DOWN


def asking(count: int) -> Asking:
    return Asking(Services(), (Question("pubmed", f"pmid:{number}") for number in range(1, count + 1)))


def test_what_has_arrived_before_an_interruption_is_stored_before_it_is_told() -> None:
    stored: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        exchange(
            Interrupted(2),
            asking(600),
            "identifiers",
            lambda *_: None,
            lambda _, reply: stored.append(len(reply.failed)),
        )
    assert stored == [200, 200]


def test_what_was_being_stored_when_it_was_interrupted_is_stored_again() -> None:
    stored: list[Reply] = []

    def store(_: Request, reply: Reply) -> None:
        stored.append(reply)
        if len(stored) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exchange(Interrupted(3), asking(600), "identifiers", lambda *_: None, store)
    assert [len(reply.failed) for reply in stored] == [200, 200, 200, 200]
    assert (stored[0], len(set(map(id, stored)))) == (stored[1], 3)


def test_every_reply_is_stored_once_and_progress_ends_at_all() -> None:
    told: list[tuple[str, int, int]] = []
    stored: list[int] = []
    exchange(
        Interrupted(3),
        asking(450),
        "identifiers",
        lambda *one: told.append(one),
        lambda _, reply: stored.append(len(reply.failed)),
    )
    assert stored == [200, 200, 50]
    assert (told[0], told[-1]) == (("identifiers", 0, 450), ("identifiers", 450, 450))
