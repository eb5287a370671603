"""A project of invented documents, and the services that know the works they cite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.project import WORKS, make
from tests.services import Loopback, loopback


@pytest.fixture
def service() -> Iterator[Loopback]:
    with loopback(*WORKS) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path, service: Loopback) -> Path:
    return make(tmp_path, service.services)
