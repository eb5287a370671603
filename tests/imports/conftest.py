"""Our exports of the works that are hard to exchange, as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.model import Collection
from cluneal_lit.outputs import rendering
from cluneal_lit.store import templates
from tests.imports.programs import ROOT
from tests.outputs.hard import HARD


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every output of the templates, abstracts in it."""
    folder = tmp_path_factory.mktemp("output")
    made = rendering.rendered(
        Collection("Invented", HARD, (), (), (), (), ()), templates.read([ROOT / "templates"]), publish_abstracts=True
    )
    assert made.broken == {}
    for name, text in made.texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return folder
