"""What outputs that belong to one document are called. The documents are invented."""

from __future__ import annotations

import re

import pytest

from cluneal_lit.model import Collection, Entry, Fields, Ids, Status
from cluneal_lit.outputs import paths, rendering
from cluneal_lit.outputs.templates import Template


@pytest.mark.parametrize("letters", ["x", "é", "神", " %", "\udce9"])
def test_outputs_of_documents_with_long_names_have_names_that_fit_and_stay_apart(letters: str) -> None:
    documents = tuple(f"references/documents/{letters * 250}/{letters * 247}{end}.html" for end in "ab")
    templates = {"[document].html.j2": Template("x", "x")}
    names = rendering.rendered(Collection("x", (), (), (), (), (), documents), templates).texts
    parts = [name.split("/") for name in names]
    assert [len(part) for part in parts] == [2, 2] and parts[0][0] == parts[1][0]
    assert all(len(name.encode(errors="surrogateescape")) <= 255 for part in parts for name in part)


@pytest.mark.parametrize("name", ["CON.txt", "aux", "sub/NUL", "nul/x.md", "com1.tar.gz", "Lpt9 .md", "x/prn.[key].md"])
def test_a_template_called_as_a_device_gives_a_file_that_windows_can_have(name: str) -> None:
    works = (Entry("muster2020", Ids(), Fields(), Status("none"), "verified"),)
    templates = {f"{name}.j2": Template("x", "x")}
    (path,) = rendering.rendered(Collection("x", works, (), (), (), (), ()), templates).texts
    written = [part.partition(".")[0].rstrip().lower() for part in path.split("/")]
    wanted = [part.partition(".")[0].rstrip().lower() for part in name.split("/")]
    assert [re.sub("-[0-9a-f]{16}$", "", one) for one in written] == wanted
    assert not {"con", "aux", "nul", "com1", "lpt9", "prn"} & set(written)
    assert path.partition(".")[2] == name.partition(".")[2].replace("[key]", "muster2020")


def test_what_windows_leaves_out_of_a_name_stands_in_it_as_a_number() -> None:
    assert [paths.file(name) for name in ("a.", "a ", ".a", "a.b", ".", "a: b?")] == [
        "a%2E",
        "a%20",
        "%2Ea",
        "a.b",
        "%2E",
        "a%3A b%3F",
    ]
