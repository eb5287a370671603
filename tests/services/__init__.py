"""A loopback PubMed, Crossref and doi.org for tests: `with loopback(works) as service:` and ask `service.services`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.services.server import Asked, Loopback
from tests.services.works import Notice, Work

__all__ = ["Asked", "Loopback", "Notice", "Work", "loopback"]


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
