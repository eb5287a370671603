"""What outputs that belong to one document are called. The documents are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.model import Collection
from cluneal_lit.outputs import rendering
from cluneal_lit.outputs.templates import Template


@pytest.mark.parametrize("letters", ["x", "é", "神", " %", "\udce9"])
def test_outputs_of_documents_with_long_names_have_names_that_fit_and_stay_apart(letters: str) -> None:
    documents = tuple(f"references/documents/{letters * 250}/{letters * 247}{end}.html" for end in "ab")
    templates = {"[document].html.j2": Template("x", "x")}
    names = rendering.rendered(Collection("x", (), (), (), (), (), documents), templates).texts
    parts = [name.split("/") for name in names]
    assert [len(part) for part in parts] == [2, 2] and parts[0][0] == parts[1][0]
    assert all(len(name.encode(errors="surrogateescape")) <= 255 for part in parts for name in part)
