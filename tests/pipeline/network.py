"""A network without hosts: what was sent waits until somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Request


class Waiting:
    """Every answer has arrived as soon as its request was sent; `next` is for the test to say."""

    def __init__(self) -> None:
        self.waiting: list[Request] = []

    @property
    def awaited(self) -> int:
        return len(self.waiting)

    @property
    def arrived(self) -> bool:
        return bool(self.waiting)

    def send(self, requests: Iterable[Request]) -> None:
        self.waiting += requests

    def next(self, patience: float) -> tuple[Request, Answer | SourceError] | None:
        raise NotImplementedError

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Answer | SourceError]]:
        self.send(requests)
        while self.waiting:
            if answered := self.next(0):
                yield answered
