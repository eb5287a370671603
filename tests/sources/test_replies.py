"""Refusals and values that the sources share."""

from __future__ import annotations

import pytest

from cluneal_lit.model import Answer
from cluneal_lit.sources import replies


def test_batches_hold_all_names_in_order() -> None:
    assert list(replies.batches("abcde", 2)) == [("a", "b"), ("c", "d"), ("e",)]


@pytest.mark.parametrize("name", ["29656623", "pmid:", "pmid:029", "doi:10.5555/1", "pmid:PMC1"])
def test_what_is_no_pmid_in_normal_form_is_a_bug(name: str) -> None:
    with pytest.raises(ValueError, match="no pmid in normal form"):
        replies.value(name, "pmid")


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (b"\n<!DOCTYPE html>", True),
        (b"<HTML>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">', True),
        (b"<?xml version='1.0'?><PubmedArticleSet/>", False),
        (b'{"a": 1}', False),
    ],
)
def test_a_web_page_is_known_by_its_body(body: bytes, html: bool) -> None:
    assert replies.looks_like_html(Answer(200, body, "text/xml")) == html
