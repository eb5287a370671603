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


SECRETS = Services(email="josé@lab.example", ncbi_api_key="SECRET")
REPEATED = "SECRET of jos%C3%A9@lab.example, JOSÉ@LAB.EXAMPLE"


class Repeating(Waiting):
    """Every service repeats who asks, in the forms in which it tells what is wrong."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__()
        self.status, self.body = status, body

    def next(self, patience: float) -> tuple[Request, Answer | SourceError]:
        return self.waiting.pop(0), Answer(self.status, self.body.encode(), "application/json")


@pytest.mark.parametrize(
    ("question", "status", "body"),
    [
        (Question("pubmed", "pmid:1"), 200, f"<eFetchResult><ERROR>{REPEATED}</ERROR></eFetchResult>"),
        (Question("crossref", "doi:10.5555/1"), 400, f'{{"message":[{{"message":"{REPEATED}"}}]}}'),
        (Question("datacite", "doi:10.5555/1"), 400, f'{{"errors":[{{"title":"{REPEATED}"}}]}}'),
        (Question("agency", "doi:10.5555/1"), 200, f'[{{"DOI":"10.5555/1","status":"{REPEATED}"}}]'),
        (Question("agency", "doi:10.5555/1"), 200, f'[{{"DOI":"10.5555/1","RA":"{REPEATED}"}}]'),
        (Question("idconv", "pmcid:PMC1"), 200, f'{{"records":[{{"requested-id":"PMC1","errmsg":"{REPEATED}"}}]}}'),
    ],
    ids=lambda value: value.source if isinstance(value, Question) else "",
)
def test_no_message_repeats_who_asks(question: Question, status: int, body: str) -> None:
    stored: list[Reply] = []
    exchange(
        Repeating(status, body),
        Asking(SECRETS, (question,)),
        "identifiers",
        lambda *_: None,
        lambda _, reply: stored.append(reply),
    )
    told = str(stored).lower()
    assert len(stored) == 1 and stored[0].failed and stored[0].links == ()
    assert not any(secret in told for secret in ("secret", "lab.example", "jos"))
