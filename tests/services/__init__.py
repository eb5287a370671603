"""Loopback services for tests: `with loopback(works) as service:` and ask `service.services`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cluneal_lit.model import Services
from tests.services.said import Asked
from tests.services.server import Loopback
from tests.services.works import Notice, Work

ADDRESSES = ("pubmed", "crossref", "doi", "datacite", "idconv", "deleted_pmids")

__all__ = ["ADDRESSES", "Asked", "Loopback", "Notice", "Work", "loopback", "settings"]


@contextmanager
def loopback(*works: Work, **options: Any) -> Iterator[Loopback]:
    """The running services; `options` are those of `Loopback`. A proxy of the environment is not asked for them."""
    before = os.environ.get("NO_PROXY")
    os.environ["NO_PROXY"] = "127.0.0.1"
    service = Loopback(works, **options)
    try:
        yield service
    finally:
        service.close()
        if before is None:
            del os.environ["NO_PROXY"]
        else:
            os.environ["NO_PROXY"] = before


def settings(services: Services) -> dict[str, str]:
    """The environment that points the program at these services, and no proxy in between."""
    found = {f"CLUNEAL_LIT_{name.upper()}": getattr(services, name) for name in ADDRESSES}
    return {**found, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
