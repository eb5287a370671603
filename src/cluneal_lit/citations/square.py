"""Numbers in square brackets: markers nearly always, but also indices, keys of a menu, levels of a log and links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cluneal_lit.citations import cued
from cluneal_lit.citations.shown import blanked
from cluneal_lit.model import Span

HIGHEST = 999
_FEW, _DENSE = 10, 2 / 3
_LONGEST = 200
_BESIDE = 60
_STOPS = (".", ",", ";", "]", ")")
# As Pandoc writes it, a bracket stands behind a sign that keeps it from being a link's.
_SQUARE = re.compile(rf"\\?\[{cued.CUE}{cued.NUMBERS}{cued.LOCATOR}\\?\]")
_DEFINED = re.compile(r"^ {0,3}\[(\d{1,3})\]:[ \t]*<?(?:[a-z]+:|[/#.])\S", re.MULTILINE)
LABELS = frozenset(
    "table tables tab figure figures fig figs step steps section sections sect chapter chapters appendix equation"
    " equations eq eqs eqn formula item items number numbers no nos line lines row column rule rules article paragraph"
    " page pages p pp volume vol note notes question n score room box panel slide schedule clause act call phone tel"
    " telephone fax aged press dial option options choices button key".split()
)
INTERVALS = frozenset("ci iqr range interval hr rr mean median sd".split())
_INDEXED = frozenset(
    "array arrays list lists map tuple vector matrix args argv params row rows col cols string str dict value values"
    " index buffer stack queue bytes lines words keys result results response json obj".split()
)
_LEVELS = frozenset("WARN WARNING ERROR ERR INFO DEBUG TRACE FATAL NOTICE".split())
_WORD = re.compile(r"([^\W\d_]+)[.:]?\s*$")
_STAMP = re.compile(r"(?:\d\D{0,2}){6}")
_WORDS = re.compile(r"[^\W\d_]{2}")


def brackets(text: str, spans: Sequence[Span], listed: Collection[int]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Where the brackets that are markers begin and end, and their numbers. Where no list answers any, only numbers
    that leave few out, as those of a list do, and none beside a bracket that is something else."""
    text = _without_notes(text, spans)
    defined = {int(number) for number in _DEFINED.findall(text)}
    found: list[tuple[int, int, tuple[int, ...]]] = []
    refused: int | None = None
    for match in _SQUARE.finditer(text):
        values = cued.numbers(match["numbers"], HIGHEST)
        answered = set(values) <= set(listed)
        beside = refused is not None and not answered and _is_beside(text, refused, match.start())
        if values and not beside and _is_credible(text, match, answered) and not _is_link(text, match, defined):
            found.append((match.start(), match.end(), values))
        else:
            refused = match.end()
    given = {number for _, _, values in found for number in values}
    if found and (given & set(listed) or max(given) < _FEW or len(given) > _DENSE * (max(given) - min(given) + 1)):
        yield from found


def _without_notes(text: str, spans: Sequence[Span]) -> str:
    """The text with the raised numbers blanked out that stand behind a full stop or bracket: `[2].` and a raised 1."""
    raised = (span for span in spans if span.kind == "superscript" and span.end - span.start <= _LONGEST)
    stretches = [(span.start, span.end) for span in raised if text[max(0, span.start - 1) : span.start] in _STOPS]
    return blanked(text, stretches)


def _is_beside(text: str, refused: int, start: int) -> bool:
    """Whether a bracket stands in the sentence of one that is no marker: `press [1] for this, [2] for that`."""
    return start - refused <= _BESIDE and not re.search(r"[.!?\n]", text[refused:start])


def _is_link(text: str, match: re.Match[str], defined: Collection[int]) -> bool:
    """Whether the number names the address of a link, `[the guide][1]`, that the document defines: `[1]: https:…`."""
    behind = text[max(0, match.start() - 2) : match.start()]
    return behind[1:] == "]" and not behind[0].isdigit() and match["numbers"] in map(str, defined)


def _is_credible(text: str, match: re.Match[str], answered: bool) -> bool:
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end() : match.end() + 2]
    if after[:1] in (":", "-", "_", "=") or after[:1].isalnum() or (after[:1] == "." and after[1:].isalnum()):
        return False
    word = word_before(text, match.start())
    if before in "\n_`\\$=/" or (word in LABELS and not answered):
        return False
    if word in INTERVALS and not match["numbers"].isdigit():
        return False
    if before.isalnum():
        return _is_behind_word(text, match) and (answered or word not in _INDEXED)
    line = text[max(0, match.start() - _LONGEST) : match.start()].rpartition("\n")[2]
    if not answered and (
        (_STAMP.search(line) and not _WORDS.search(line)) or line.rstrip().rpartition(" ")[2] in _LEVELS
    ):
        return False
    return bool(line.strip(" \t\u00a0>#*|-"))


def _is_behind_word(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1]
    lettered = match.start() > 1 and text[match.start() - 2].isalpha()
    return lettered and not (before.isdigit() and "," in match["numbers"])


def word_before(text: str, at: int) -> str:
    """The word, in small letters, that ends at an offset, a full stop or colon aside."""
    match = _WORD.search(text, max(0, at - 30), at)
    return match[1].lower() if match else ""
