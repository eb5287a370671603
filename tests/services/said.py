"""What a service is asked, and what it says."""

from __future__ import annotations

import json

from msgspec import Struct

Headers = tuple[tuple[str, str], ...]


class Said(Struct, frozen=True):
    """What a server answers."""

    status: int
    body: bytes
    content_type: str
    headers: tuple[tuple[str, str], ...] = ()
    drips: bool = False


class Asked(Struct, frozen=True):
    """What a server was asked."""

    service: str
    method: str
    path: str
    params: dict[str, str]
    headers: dict[str, str]
    port: int = 0

    @property
    def kind(self) -> str:
        """Whether a look-up or a list is asked for, which Crossref limits apart."""
        return "list" if self.path in ("/works", "/dois") else "single"

    @property
    def polite(self) -> bool:
        """Whether it says who asks."""
        return "mailto" in self.params or "mailto:" in self.headers.get("user-agent", "")


def as_json(value: object, status: int = 200, headers: Headers = (), content_type: str = "application/json") -> Said:
    """A value in JSON, characters as they are."""
    return Said(status, json.dumps(value, ensure_ascii=False).encode(), content_type, headers)
