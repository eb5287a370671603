"""A pattern that is compiled when it is first used answers as one that is compiled at once."""

from __future__ import annotations

import re

import pytest

from cluneal_lit.late import late


def test_it_answers_as_a_compiled_pattern() -> None:
    ours, theirs = late(r"(?P<year>\d{4})", re.IGNORECASE), re.compile(r"(?P<year>\d{4})", re.IGNORECASE)
    text = "in 2018, and 2019"
    assert ours.findall(text) == theirs.findall(text) == ["2018", "2019"]
    assert ours.sub("then", text, count=1) == theirs.sub("then", text, count=1)
    assert [match.span() for match in ours.finditer(text, 5)] == [(13, 17)]
    assert (ours.pattern, ours.flags, ours.groupindex) == (theirs.pattern, theirs.flags, theirs.groupindex)
    assert late(rb"\d").search(b"a1") is not None


def test_it_is_compiled_at_its_first_use_and_not_before() -> None:
    broken = late("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")
