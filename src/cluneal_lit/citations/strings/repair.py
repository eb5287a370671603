"""What the form of a reference rules out or demands, put right in the segments that the model marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cluneal_lit.citations.strings import repair_books as books
from cluneal_lit.citations.strings import repair_journals as journals
from cluneal_lit.citations.strings import repair_numbers as numbers
from cluneal_lit.citations.strings import repair_titles as titles
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_CLOSING = frozenset(").?!")


def repaired(found: Tokens, segments: Sequence[Segment], names: Phrases) -> Segments:
    """The segments, mended; in their order. `names`: those of journals."""
    mended = journals.journal_found(found, list(segments), names)
    for rule in _RULES:
        before, mended = mended, rule(found, mended)
        if mended is not before:
            mended = sorted(mended, key=lambda segment: segment.start)
    return mended


def _with_closing_marks(found: Tokens, segments: Segments) -> Segments:
    """A field ends with the mark that belongs to it."""
    begun = {one.start for one in segments}
    return [
        Segment(one.label, one.start, one.end + 1) if one.end not in begun and _is_own(found, one) else one
        for one in segments
    ]


def _is_own(found: Tokens, one: Segment) -> bool:
    """Whether the mark behind a field closes a bracket inside it, asks its title, or is the dot of its last initial."""
    mark = found.texts[one.end] if one.end < len(found.texts) else ""
    if mark not in _CLOSING:
        return False
    texts = found.texts[one.start : one.end]
    if mark == ")":
        return texts.count("(") > texts.count(")")
    if one.label in ("author", "editor"):
        return mark == "." and "." in texts and titles.is_initials(texts[-1])
    return one.label == "title" and mark in ("?", "!")


_RULES: tuple[Callable[[Tokens, Segments], Segments], ...] = (
    numbers.without_page_counts,
    numbers.without_days,
    titles.first_reference,
    books.group_before_people,
    titles.title_behind_authors,
    books.book_of_a_chapter,
    numbers.bracketed_issue,
    numbers.whole_volumes,
    numbers.pages_without_labels,
    titles.publisher_of_a_book,
    titles.title_of_a_book,
    titles.title_in_quotes,
    titles.without_open_bracket,
    books.editors,
    books.editors_alone,
    titles.publisher_behind_place,
    journals.place_of_journal,
    numbers.year_somewhere,
    numbers.whole_dates,
    numbers.pages_behind_date,
    _with_closing_marks,
)
