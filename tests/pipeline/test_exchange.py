"""What arrived is given to be stored, also when the asking is interrupted."""

from __future__ import annotations

import pytest

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.pipeline.exchange import exchanged
from cluneal_lit.sources.asking import Asking
from tests.pipeline.network import Waiting

EMPTY = Answer(200, b"<PubmedArticleSet></PubmedArticleSet>")


class Interrupted(Waiting):
    """Answers as many requests as it is told, then Ctrl-C."""

    def __init__(self, answers: int) -> None:
        super().__init__()
        self.left = answers

    def next(self) -> tuple[Request, Answer | SourceError]:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        return self.waiting.pop(0), EMPTY


def asking(count: int) -> Asking:
    return Asking(Services(), (Question("pubmed", f"pmid:{number}") for number in range(1, count + 1)))


def test_what_has_arrived_before_an_interruption_is_given_before_it_is_told() -> None:
    given: list[tuple[Request, Reply]] = []
    with pytest.raises(KeyboardInterrupt):
        for pair in exchanged(Interrupted(2), asking(600), "identifiers", lambda *_: None):
            given.append(pair)
    assert [len(reply.absent) for _, reply in given] == [200, 200]


def test_every_reply_is_given_once_and_progress_ends_at_all() -> None:
    told: list[tuple[str, int, int]] = []
    network = Interrupted(3)
    given = list(exchanged(network, asking(450), "identifiers", lambda *one: told.append(one)))
    assert [len(reply.absent) for _, reply in given] == [200, 200, 50]
    assert (told[0], told[-1]) == (("identifiers", 0, 450), ("identifiers", 450, 450))
