"""The rules of repair that tell what a work stands in: its book, journal, volume, issue and pages."""

from __future__ import annotations

from cluneal_lit.citations.strings import repair_alike as alike
from cluneal_lit.citations.strings import repair_articles as articles
from cluneal_lit.citations.strings import repair_books as books
from cluneal_lit.citations.strings import repair_chapters as chapters
from cluneal_lit.citations.strings import repair_commas as commas
from cluneal_lit.citations.strings import repair_dated as dated
from cluneal_lit.citations.strings import repair_editors as edited
from cluneal_lit.citations.strings import repair_houses as houses
from cluneal_lit.citations.strings import repair_inside as inside
from cluneal_lit.citations.strings import repair_issues as issues
from cluneal_lit.citations.strings import repair_meetings as meetings
from cluneal_lit.citations.strings import repair_numbers as numbers
from cluneal_lit.citations.strings import repair_pages as pages
from cluneal_lit.citations.strings import repair_places as places
from cluneal_lit.citations.strings import repair_polish as polish
from cluneal_lit.citations.strings import repair_volumes as volumes
from cluneal_lit.citations.strings.rule import Rule

PLACED: tuple[Rule, ...] = (
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
    inside.book_behind_colon,
    chapters.chapter_like_an_author,
    chapters.book_without_title,
    chapters.book_behind_slashes,
    numbers.labelled_places,
    pages.page_like_a_year,
    pages.page_like_a_supplement,
    dated.volume_with_its_year,
    dated.volume_like_a_page,
    numbers.section_before_volume,
    places.year_behind_journal,
    places.volume_behind_year,
    places.volume_behind_journal,
    alike.volumes_before_pages,
    alike.page_like_a_volume,
    alike.unmarked_place,
    volumes.volume_called_by_its_year,
    commas.year_behind_pages,
    numbers.bracketed_issue,
    issues.volume_before_issue,
    issues.volume_before_bracket,
    places.volume_apart,
    places.volume_within_pages,
    commas.issue_before_pages,
    commas.page_behind_its_word,
    volumes.volume_called_chapter,
    houses.journal_like_a_place,
    places.volume_without_issue,
    issues.issue_behind_volume,
    issues.issue_behind_journal,
    issues.whole_issue,
    issues.named_issue,
    places.pages_behind_colon,
    issues.article_number,
    articles.issue_like_pages,
)
# When the imprint is known.
CHAPTERS: tuple[Rule, ...] = (chapters.pages_behind_book, chapters.book_before_bracket, chapters.book_behind_sentence)
