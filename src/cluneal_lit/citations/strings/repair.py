"""What the form of a reference rules out or demands, put right in the segments that the model marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from cluneal_lit.citations.strings import months
from cluneal_lit.citations.strings import repair_authors as authors
from cluneal_lit.citations.strings import repair_bodies as bodies
from cluneal_lit.citations.strings import repair_books as books
from cluneal_lit.citations.strings import repair_dates as dates
from cluneal_lit.citations.strings import repair_editions as editions
from cluneal_lit.citations.strings import repair_editors as edited
from cluneal_lit.citations.strings import repair_gaps as gaps
from cluneal_lit.citations.strings import repair_groups as groups
from cluneal_lit.citations.strings import repair_issues as issues
from cluneal_lit.citations.strings import repair_journals as journals
from cluneal_lit.citations.strings import repair_marks as marks
from cluneal_lit.citations.strings import repair_meetings as meetings
from cluneal_lit.citations.strings import repair_national as national
from cluneal_lit.citations.strings import repair_numbers as numbers
from cluneal_lit.citations.strings import repair_pages as pages
from cluneal_lit.citations.strings import repair_places as places
from cluneal_lit.citations.strings import repair_polish as polish
from cluneal_lit.citations.strings import repair_publishers as publishers
from cluneal_lit.citations.strings import repair_registers as registers
from cluneal_lit.citations.strings import repair_reports as reports
from cluneal_lit.citations.strings import repair_states as states
from cluneal_lit.citations.strings import repair_titles as titles
from cluneal_lit.citations.strings import repair_trials as trials
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.rule import Rule, labels_of
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_START = attrgetter("start")


def repaired(found: Tokens, segments: Sequence[Segment], names: Phrases) -> Segments:
    """The segments, mended; in their order. `names`: those of journals."""
    mended = journals.journal_found(found, list(segments), names)
    cued = _cued(found.texts)
    due = cued & _fitting(labels_of(mended))
    while due:
        first = due & -due
        due ^= first
        after = RULES[first.bit_length() - 1].mend(found, mended)
        if after != mended:
            mended = sorted(after, key=_START)
            due = cued & _fitting(labels_of(mended)) & -(first << 1)
    return gaps.own_journal(found, mended, names)


def _cued(texts: Sequence[str]) -> int:
    """The rules for whose words a string has one, and those that need none, as the bits at their places."""
    cued = _UNCUED
    for text in texts:
        cued |= _CUED.get(word(text), 0)
    return cued


@lru_cache(maxsize=1 << 12)
def _fitting(labels: frozenset[str]) -> int:
    """The rules that may change segments with these labels, as above."""
    return sum(1 << at for at, one in enumerate(RULES) if one.fits(labels))


RULES: tuple[Rule, ...] = (
    trials.register_first,
    trials.without_register,
    trials.number_first,
    trials.number_of_a_trial,
    registers.without_patent_number,
    registers.without_piis,
    registers.without_version,
    registers.report_number,
    registers.number_of_a_series,
    reports.code_of_a_guideline,
    reports.code_of_a_report,
    reports.number_of_a_report,
    registers.without_corrections,
    numbers.without_page_counts,
    dates.without_days,
    dates.no_place_of_visits,
    titles.first_reference,
    issues.without_chapters,
    national.title_before_its_kind,
    national.people_before_colon,
    national.title_within_authors,
    books.group_before_people,
    books.group_behind_people,
    books.group_before_title,
    groups.group_with_short_name,
    groups.group_first,
    groups.group_before_sentence,
    groups.group_before_colon,
    groups.without_release,
    groups.group_behind_authors,
    bodies.body_of_a_nation,
    bodies.bodies_of_a_country,
    bodies.sentence_behind_group,
    publishers.without_word_for_thesis,
    authors.name_before_colon,
    authors.title_behind_authors,
    authors.title_within_authors,
    authors.title_in_brackets,
    authors.title_in_asterisks,
    authors.title_from_its_first_comma,
    titles.title_before_medium,
    trials.name_behind_identifier,
    titles.title_of_one_word,
    titles.title_around_a_place,
    gaps.title_up_to_journal,
    dates.without_no_date,
    national.title_before_slashes,
    polish.book_behind_w,
    meetings.chapter_within_authors,
    meetings.book_in_two_sentences,
    meetings.book_within_title,
    books.book_of_a_chapter,
    books.book_within_title,
    books.book_behind_in,
    meetings.book_behind_editors,
    meetings.editors_before_book,
    books.book_within_editors,
    edited.book_before_bracket,
    places.year_behind_journal,
    places.volume_behind_year,
    places.volume_behind_journal,
    numbers.bracketed_issue,
    issues.volume_before_issue,
    issues.volume_before_bracket,
    places.volume_apart,
    places.volume_without_issue,
    issues.issue_behind_volume,
    issues.issue_behind_journal,
    issues.whole_issue,
    issues.named_issue,
    places.pages_behind_colon,
    issues.article_number,
    journals.journal_behind_in,
    states.without_state,
    gaps.whole_journals,
    gaps.journal_with_country,
    gaps.volume_before_pages,
    gaps.volume_in_press,
    meetings.meeting_before_series,
    meetings.series_of_a_book,
    groups.publisher_like_author,
    numbers.whole_volumes,
    numbers.pages_without_labels,
    gaps.whole_pages,
    titles.publisher_of_a_book,
    titles.title_of_a_book,
    titles.title_of_a_page,
    titles.title_like_a_journal,
    titles.title_in_quotes,
    titles.with_first_bracket,
    titles.without_open_bracket,
    editions.place_behind_edition,
    editions.edition,
    edited.editors,
    books.editors_alone,
    editions.without_changes,
    publishers.publisher_behind_place,
    publishers.publisher_behind_comma,
    publishers.place_within_publisher,
    publishers.place_behind_publisher,
    publishers.place_before_colon,
    publishers.publisher_before_place,
    publishers.publisher_behind_title,
    places.whole_places,
    books.university_of_a_thesis,
    journals.place_of_journal,
    dates.without_visits,
    dates.year_somewhere,
    dates.whole_dates,
    months.month_before_year,
    pages.pages_behind_date,
    pages.named_pages,
    pages.pages_behind_volume,
    marks.with_closing_marks,
)
_UNCUED = sum(1 << at for at, one in enumerate(RULES) if not one.words)
_CUED = {
    cue: sum(1 << at for at, one in enumerate(RULES) if cue in one.words)
    for cue in frozenset().union(*(one.words for one in RULES))
}
