"""Numbers in square brackets: markers nearly always, but also indices, keys of a menu, levels of a log and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from cluneal_lit.citations.markers import company, cued, itemised, prose, units, wide
from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.late import late
from cluneal_lit.lines import blanked
from cluneal_lit.model import Span

HIGHEST = 999
_LONGEST = 200
_BESIDE = 60
_STOPS = (".", ",", ";", "]", ")")
# As Pandoc writes it, a bracket stands behind a sign that keeps it from being a link's.
_SQUARE = late(
    r"\\?\[(?P<first>\d{1,3})\\?\]\s?[–—−‑-]\s?\\?\[(?P<last>\d{1,3})\\?\]"
    rf"|\\?\[\s?{cued.CUE}{cued.LOCATED_NUMBERS}\s?\\?\]"
)
LABELS = frozenset(
    "table tables tab figure figures fig figs step steps section sections sect chapter chapters appendix equation"
    " equations eq eqs eqn formula item items number numbers no nos line lines row column rule rules article paragraph"
    " page pages p pp volume vol note notes question n score room box panel slide schedule clause act call phone tel"
    " telephone fax aged press dial option options choices button key".split()
)
INTERVALS = frozenset("ci iqr range interval hr rr mean median sd".split())
_INDEXED = frozenset(
    "array arrays list lists map tuple vector matrix args argv params row rows col cols string str dict value values"
    " index buffer stack queue bytes lines words key keys result results response json obj".split()
)
_LEVELS = frozenset("WARN WARNING ERROR ERR INFO DEBUG TRACE FATAL NOTICE".split())
_SYMBOL = re.compile(r"(?<![^\W_])[a-z]{1,2}\Z")
_WORD = re.compile(r"([^\W\d_]+)[.:]?\s*$")
_STAMP = re.compile(r"(?:\d\D{0,2}){6}")
_WORDS = re.compile(r"[^\W\d_]{2}")
_NO_BLANKS = "\u3040"  # from here on Japanese, Chinese and Korean, which part no words
_CLOSED_BY = frozenset("_`\\$=/{^")


def brackets(
    text: str, spans: Sequence[Span], listed: Collection[int], literature: Callable[[], bool]
) -> Iterator[Bracket]:
    """The brackets that are markers. Those that no list answers need company, none beside them that is something else,
    and no line that begins with their number: what that says is no reference."""
    shown = _without_notes(text, spans)
    shown, labels = itemised.without_labels(shown)
    own = set(listed)
    raised = {at for one in spans if one.kind == "superscript" for at in range(one.start, min(one.end, one.start + 6))}
    found = [
        one for one in _credible(shown, own, raised) if own.issuperset(one.numbers) or labels.isdisjoint(one.numbers)
    ]
    found = _without_indices(text, found)
    if any(own.issuperset(one.numbers) for one in found):
        known = own.union(*(one.numbers for one in found if len(one.numbers) == 1))
        yield from (one for one in found if own.issuperset(one.numbers) or company.fits(one.numbers, known, one.ends))
    elif found and (company.believed(found, False) or company.believed(found, literature())):
        yield from found


def _without_indices(text: str, found: list[Bracket]) -> list[Bracket]:
    """The brackets without those of symbols such as `to[1]`, where most stand behind a blank."""
    spaced = sum(text[one.start - 1 : one.start].isspace() for one in found)
    return (
        [one for one in found if not _SYMBOL.search(text, max(0, one.start - 3), one.start)]
        if 2 * spaced > len(found)
        else found
    )


def _credible(text: str, listed: set[int], raised: set[int]) -> Iterator[Bracket]:
    refused: int | None = None
    for match in _SQUARE.finditer(text):
        written = match["numbers"] or f"{match['first']}-{match['last']}"
        values = cued.numbers(cued.without_locators(written), HIGHEST)
        answered = set(values) <= listed
        if cued.is_worded(written) and not answered:
            continue
        beside = refused is not None and not answered and _is_beside(text, refused, match.start())
        told = answered or not cued.has_bare_pages(written)
        lifted = answered and match.start() in raised
        if values and told and not beside and _is_credible(text, match, values, answered, lifted):
            yield Bracket(match.start(), match.end(), values, prose.ends(text, *match.span()))
        else:
            refused = match.end()


def _without_notes(text: str, spans: Sequence[Span]) -> str:
    """The text without what names the targets of links, `[the guide][1]`, and without the raised numbers that stand
    behind a full stop or bracket: `[2].` and a raised 1."""
    short = [span for span in spans if span.end - span.start <= _LONGEST]
    raised = (span for span in short if span.kind == "superscript")
    stretches = [(span.start, span.end) for span in raised if text[max(0, span.start - 1) : span.start] in _STOPS]
    names = (span for span in short if span.kind == "markup" and text.startswith("][", span.start))
    return blanked(text, [*stretches, *((span.start, span.end) for span in names)])


def _is_beside(text: str, refused: int, start: int) -> bool:
    """Whether a bracket stands in the sentence of one that is no marker: `press [1] for this, [2] for that`."""
    return start - refused <= _BESIDE and not re.search(r"[.!?\n。！？]", text[refused:start])


def _is_credible(text: str, match: re.Match[str], values: tuple[int, ...], answered: bool, lifted: bool) -> bool:
    """Whether a bracket stands as a marker does; one that is `lifted` above the line may also stand behind a number."""
    after = text[match.end() : match.end() + 2]
    line = prose.before(text, match.start(), match.end())
    parted = after >= _NO_BLANKS and (answered or line.endswith("%") or wide.ends_with_letter(line))
    glued = _is_of_word(after[:1]) and not parted
    if after[:1] in (":", "-", "_", "=") or glued or (after[:1] == "." and _is_of_word(after[1:])):
        return False
    word = word_before(line, len(line))
    shown = line.rstrip()
    figure = prose.is_behind_figure(line) and not prose.is_behind_name(line.rstrip())
    if figure and units.is_spread(line[-_BESIDE:], text[match.end() : match.end() + 20], values):
        return False
    if wide.is_spread(line, values):
        return False
    counted = len(values) > 1 and wide.is_counted(text, match.end())  # `[3]时` may be a marker
    if not answered and (counted or wide.is_part(line)):
        return False
    if figure and units.is_declared(text, match.start(), match.end(), line):
        return False
    if not line.strip(" \t\u00a0>#*|-") or line[-1] in _CLOSED_BY or shown[-1] == "=":
        return False
    if (not answered and (word in LABELS or word == "at")) or (len(values) > 1 and _is_interval(line, word)):
        return False
    named = lifted or (answered and prose.is_behind_name(line))
    if (
        line[-1].isalnum()
        and not named
        and not (_is_behind_word(line, len(values) > 1) and (answered or word not in _INDEXED))
    ):
        return False
    share = shown.endswith("%") and len(values) == 1  # an interval has two
    return answered or (
        _is_in_prose(line.rstrip(" %0123456789.") if share else line) and list(values) == sorted(values)
    )


def _is_of_word(sign: str) -> bool:
    return sign.isalpha() or sign.isdecimal()  # and no raised digit, which is the mark of a note


def _is_interval(line: str, word: str) -> bool:
    told = {each.lower() for each in line.split()[-4:]}
    return word in INTERVALS or (prose.is_behind_figure(line) and not told.isdisjoint(INTERVALS))


def _is_in_prose(line: str) -> bool:
    if (_STAMP.search(line) and not _WORDS.search(line)) or line.rstrip().rpartition(" ")[2] in _LEVELS:
        return False
    return prose.is_sentence(line) and not prose.is_behind_figure(line)


def _is_behind_word(line: str, several: bool) -> bool:
    if wide.ends_with_letter(line):
        return True
    return line[-2:-1].isalpha() and not (line[-1].isdigit() and several)


def word_before(text: str, at: int) -> str:
    """The word, in small letters, that ends at an offset, a full stop or colon aside."""
    match = _WORD.search(text, max(0, at - 30), at)
    return match[1].lower() if match else ""
