"""Volume and issue, in whatever form they are written: `12 Suppl 2`, `12` with `suppl_2`, `S2`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from cluneal_lit.folding import folded
from cluneal_lit.late import late
from cluneal_lit.model import Fields

# Behind it stands the number of a supplement or part: `12 Suppl 2`, `9S2`, `suppl_2`, `26 ( Pt 3)`.
_MARK = late(r"(?<![a-z])(?:suppl[a-z]*|s|pts?|parts?)(?![a-z])", re.IGNORECASE)
# The series of a journal, which some leave out: `77A`, `77-A`.
_SERIES = late(r"(?<=\d)[\s-]?([a-z])(?![a-z])", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[ivxlcdm])m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_BY_YEAR = re.compile(r"(?:19|20)\d\d")


def numbers(written: str) -> set[str]:
    """The numbers in a volume or issue: `12 Suppl 1` has two, `007` is 7, `9S` and `S9` are 9."""
    told = (word for word in folded(_MARK.sub(" ", written)).split() if any(map(str.isdigit, word)))
    return {word.lstrip("0") or "0" for word in told}


def same(left: str, right: str) -> bool:
    """Whether two volumes, or two issues, are one, though one says less: `3` for `3 Pt 1`, `S3` for `Suppl 3`, `Suppl`
    for `Suppl 1`, `77` for `77A`; or in Roman numerals, `XII` for 12.

    What stands before the supplement or part is no number of it: `3 Pt 1` is not issue 1.
    """
    if folded(left) == folded(right):
        return True
    left, right = map(_arabic, (left, right))
    series = [[letter.lower() for letter in _SERIES.findall(_MARK.sub(" ", written))] for written in (left, right)]
    if all(series) and series[0] != series[1]:
        return False
    left, right = (
        _SERIES.sub("", written) if letters else written for written, letters in zip((left, right), series, strict=True)
    )
    one, other = numbers(left), numbers(right)
    if not one or not other:
        return _is_supplement(left) and _is_supplement(right)
    heads = [numbers(_MARK.split(written, maxsplit=1)[0]) for written in (left, right)]
    apart = all(heads) and heads[0].isdisjoint(heads[1])
    return not apart and (one <= other or other <= one)


def _arabic(written: str) -> str:
    """The number that a Roman numeral is; of one letter, up to ten, since others are series: `C`."""
    numeral = written.strip().lower()
    if not _ROMAN.fullmatch(numeral) or numeral in ("l", "c", "d", "m"):
        return written
    values = [_VALUES[letter] for letter in numeral]
    return str(sum(-one if one < other else one for one, other in pairwise((*values, 0))))


def counts_by_years(volume: str) -> bool:
    """Whether a volume is called by its year, as `2020`."""
    return _BY_YEAR.fullmatch(volume) is not None


def same_volume(left: Fields, right: Fields) -> bool:
    """Whether two works stand in one volume. Of a journal that comes by the month and year, as the Cochrane Database
    does, some call the volume by the year (`2020;2020(9)`), others by the issue (`2020;9(9)`, `2012;3`)."""
    return same(left.volume, right.volume) or _by_year(left, right) or _by_year(right, left)


def same_issue(left: Fields, right: Fields) -> bool:
    """Whether two works stand in one issue."""
    return same(left.issue, right.issue)


SAME: Mapping[str, Callable[[Fields, Fields], bool]] = {"volume": same_volume, "issue": same_issue}


def placed(fields: Fields) -> Fields:
    """The fields with a supplement that stands in the volume (`12 Suppl 2`) as the issue, where they name none."""
    mark = _MARK.search(fields.volume)
    if not mark or fields.issue or not numbers(fields.volume[: mark.start()]):
        return fields
    volume, issue = fields.volume[: mark.start()], fields.volume[mark.start() :]
    return replace(fields, volume=volume.strip(" (_-,"), issue=issue.strip(" )"))


def _is_supplement(written: str) -> bool:
    mark = _MARK.search(written)
    return mark is not None and mark[0].lower().startswith("s")


def _by_year(one: Fields, other: Fields) -> bool:
    """Whether a volume is the year of both, and the other's is the issue."""
    years = {str(fields.issued.year) for fields in (one, other) if fields.issued and fields.issued.year}
    issues = numbers(one.issue) | numbers(other.issue)
    return counts_by_years(one.volume) and years == {one.volume} and bool(numbers(other.volume) & issues)
