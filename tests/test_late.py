"""A pattern that is compiled when it is first used answers as one that is compiled at once."""

from __future__ import annotations

import re

import msgspec
import pytest

from cluneal_lit.late import Compiled, Patterns, late


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


EXPRESSIONS: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)?|(x)", 0),
    (r"(?ix) b e r g  # with its flags in it", 0),
    (r"[^\W\d_À-ſ]++(?<!et al)(?=\s)", re.IGNORECASE),
    (rb"\xff[a-z]", re.DOTALL),
)
TEXT = "1990-12 Berg, 2019- x BERG 王丽 Øre "


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_what_an_earlier_run_compiled_answers_as_the_pattern(expression: str | bytes, flags: int) -> None:
    first = Patterns()
    first.pattern(expression, flags)
    ours, theirs = Patterns(lambda: first.new).pattern(expression, flags), re.compile(expression, flags)
    text = TEXT.encode("latin-1", "ignore") + b"\xffa" if isinstance(expression, bytes) else TEXT
    found = [match.groupdict() | {"": match.group()} for match in ours.finditer(text)]
    assert found == [match.groupdict() | {"": match.group()} for match in theirs.finditer(text)] != []
    assert (ours, ours.groups, ours.groupindex) == (theirs, theirs.groups, theirs.groupindex)


def test_nothing_is_compiled_that_an_earlier_run_compiled() -> None:
    first = Patterns()
    for expression, flags in EXPRESSIONS:
        first.pattern(expression, flags)
    second = Patterns(lambda: first.new)
    for expression, flags in EXPRESSIONS:
        second.pattern(expression, flags)
    assert (len(first.new), second.new) == (len(EXPRESSIONS), {})


@pytest.mark.parametrize("numbers", [b"", b"\xff" * 64, b"abc"])
def test_numbers_that_make_no_pattern_are_not_believed(numbers: bytes) -> None:
    first = Patterns()
    first.pattern("a+", 0)
    broken = {name: msgspec.msgpack.encode(Compiled(32, numbers, 1, {})) for name in first.new}
    assert Patterns(lambda: broken).pattern("a+", 0).findall("baa a") == ["aa", "a"]
    assert Patterns(lambda: dict.fromkeys(first.new, b"\xc1")).pattern("a+", 0).findall("baa a") == ["aa", "a"]
