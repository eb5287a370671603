"""Jupyter notebooks become documents. The notebooks are invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Citation, Document, Place


def cell(kind: str, source: str | list[str], *outputs: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, **({"outputs": list(outputs)} if kind == "code" else {})}


def notebook(*cells: dict[str, Any]) -> bytes:
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}).encode()


def cited(*cells: dict[str, Any]) -> tuple[Citation, ...]:
    return scan(read("a.ipynb", notebook(*cells)))


def places(*cells: dict[str, Any]) -> list[tuple[tuple[str, ...], Place]]:
    return [(one.ids.keys(), one.place) for one in cited(*cells)]


def test_cells_are_read_with_their_places() -> None:
    assert places(
        cell("markdown", ["# Nerves\n", "See [Isu](https://doi.org/10.14245/ns.1836024.012).\n"]),
        cell("code", "import x\npmids = ['PMID: 11097678']", {"output_type": "stream", "text": ["\n", "PMC5944640\n"]}),
        cell("raw", "doi:10.1000/raw"),
    ) == [
        (("doi:10.14245/ns.1836024.012",), Place(line=2, column=11, cell="1")),
        (("pmid:11097678",), Place(line=2, column=11, cell="2")),
        (("pmcid:PMC5944640",), Place(cell="2")),
        (("doi:10.1000/raw",), Place(line=1, column=1, cell="3")),
    ]


def test_the_richest_form_of_an_output_counts() -> None:
    html = ["<table><tr><th>Study<th>PMID<tr><td>Isu<td>29656623</table>"]
    shown = {"output_type": "execute_result", "data": {"text/html": html, "text/plain": ["PMID: 1"]}}
    assert places(cell("code", "", shown)) == [(("pmid:29656623",), Place(cell="1"))]
    formatted = {"output_type": "display_data", "data": {"text/markdown": "`PMID: 2` PMID: 29656623"}}
    assert places(cell("code", "", formatted)) == [(("pmid:29656623",), Place(cell="1"))]


@pytest.mark.parametrize(
    "code", ["results[3]\nfields[1, 2]", "@pytest2018.fixture\ndef x(): ...", "print(first, (3), [1])", "x = y²"]
)
def test_indices_values_and_decorators_are_no_citations(code: str) -> None:
    assert cited(cell("code", code, {"output_type": "stream", "text": code})) == ()


def test_markers_of_markdown_cells_are_found() -> None:
    found = cited(cell("markdown", "Pain is common.[1] It is treated with blocks [2, 3]."), cell("code", "data[2]"))
    assert [one.numbers for one in found] == [(1,), (2, 3)]


def test_a_rule_at_the_head_of_a_cell_begins_no_front_matter() -> None:
    assert places(cell("markdown", "---\nPMID: 29656623\n\n---\n")) == [
        (("pmid:29656623",), Place(line=2, column=1, cell="1"))
    ]


def test_colours_and_progress_are_left_out() -> None:
    printed = {"output_type": "stream", "text": "10%\r20%\r\x1b[31mPMID: \x1b[0m29656623\n"}
    assert read("a.ipynb", notebook(cell("code", "", printed))).text.strip() == "10%\n20%\nPMID: 29656623"


def test_the_format_of_2015_is_read() -> None:
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["# PMID: 29656623"], "outputs": []}]}]}
    found = scan(read("a.ipynb", json.dumps(old).encode()))
    assert [(one.ids.keys(), one.place) for one in found] == [(("pmid:29656623",), Place(1, 3, cell="1"))]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "no JSON, Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (b"[1]", "it has no cells"),
        (b'{"cells": 3}', "it has no cells"),
        (b'{"cells": ' + b"[" * 100_000, "it is nested too deeply"),
    ],
)
def test_what_is_no_notebook_is_told_in_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.ipynb", content)
    assert str(caught.value) == f"a.ipynb: is no notebook: {reason}; save it again in Jupyter"


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=20) | st.sampled_from(["code", "markdown", "PMID: 29656623"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cells", "cell_type", "source", "outputs", "data", "text", "text/html", "worksheets"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(VALUES)
def test_whatever_the_json_there_is_a_document_or_one_clear_line(value: object) -> None:
    try:
        document = read("a.ipynb", json.dumps({"cells": value}).encode())
    except DocumentError as error:
        assert str(error).startswith("a.ipynb: is ") and "\n" not in str(error)
    else:
        assert isinstance(document, Document)
        scan(document)


def test_the_identifiers_of_the_shared_notebook_are_found(shared: Any) -> None:
    name = "pyeuropepmc_rdf_demo.ipynb"
    truth = json.loads((shared / "documents" / "truth.json").read_bytes())["documents"][name]
    found = [one.ids for one in scan(read(name, (shared / "documents" / name).read_bytes()))]
    for kind in ("doi", "pmid", "pmcid", "arxiv"):
        assert sorted({getattr(ids, kind) for ids in found} - {""}) == sorted(truth[kind])


def test_lists_of_numbers_and_comments_of_code_are_read() -> None:
    comments = "# References\n# 1. Kim C. Nerves. Spine. 2012;37:1-9.\n# 2. Lee B. Pain. Pain. 2013;14:20-30.\n"
    found = cited(cell("code", "pmids = ['20000181', '20000182']\nx[1], y[20000183]"), cell("code", comments))
    assert [(one.form, one.ids.keys(), one.number) for one in found] == [
        ("pmid", ("pmid:20000181",), None),
        ("pmid", ("pmid:20000182",), None),
        ("reference", (), 1),
        ("reference", (), 2),
    ]
