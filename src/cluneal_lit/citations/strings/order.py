"""The rules of repair, in the order in which they mend."""

from __future__ import annotations

from cluneal_lit.citations.strings import months
from cluneal_lit.citations.strings import repair_alike as alike
from cluneal_lit.citations.strings import repair_articles as articles
from cluneal_lit.citations.strings import repair_authors as authors
from cluneal_lit.citations.strings import repair_bodies as bodies
from cluneal_lit.citations.strings import repair_books as books
from cluneal_lit.citations.strings import repair_commas as commas
from cluneal_lit.citations.strings import repair_conferences as conferences
from cluneal_lit.citations.strings import repair_dated as dated
from cluneal_lit.citations.strings import repair_dates as dates
from cluneal_lit.citations.strings import repair_deposits as deposits
from cluneal_lit.citations.strings import repair_editions as editions
from cluneal_lit.citations.strings import repair_editors as edited
from cluneal_lit.citations.strings import repair_ends as ends
from cluneal_lit.citations.strings import repair_gaps as gaps
from cluneal_lit.citations.strings import repair_groups as groups
from cluneal_lit.citations.strings import repair_houses as houses
from cluneal_lit.citations.strings import repair_imprints as imprints
from cluneal_lit.citations.strings import repair_inside as inside
from cluneal_lit.citations.strings import repair_issues as issues
from cluneal_lit.citations.strings import repair_journals as journals
from cluneal_lit.citations.strings import repair_laws as laws
from cluneal_lit.citations.strings import repair_meetings as meetings
from cluneal_lit.citations.strings import repair_national as national
from cluneal_lit.citations.strings import repair_numbers as numbers
from cluneal_lit.citations.strings import repair_pages as pages
from cluneal_lit.citations.strings import repair_places as places
from cluneal_lit.citations.strings import repair_printers as printers
from cluneal_lit.citations.strings import repair_publishers as publishers
from cluneal_lit.citations.strings import repair_registers as registers
from cluneal_lit.citations.strings import repair_reports as reports
from cluneal_lit.citations.strings import repair_short_titles as short
from cluneal_lit.citations.strings import repair_slashes as slashes
from cluneal_lit.citations.strings import repair_talks as talks
from cluneal_lit.citations.strings import repair_titles as titles
from cluneal_lit.citations.strings import repair_trials as trials
from cluneal_lit.citations.strings import repair_turned as turned
from cluneal_lit.citations.strings import repair_volumes as volumes
from cluneal_lit.citations.strings.order_of_places import CHAPTERS, PLACED
from cluneal_lit.citations.strings.rule import Rule

RULES: tuple[Rule, ...] = (
    laws.case_of_a_court,
    laws.law_of_the_states,
    laws.law_of_the_union,
    laws.act_of_parliament,
    laws.case_of_the_union,
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
    reports.number_of_a_guideline,
    reports.number_of_the_awmf,
    reports.code_of_a_report,
    reports.number_of_a_report,
    deposits.number_behind_report,
    deposits.program_like_an_author,
    deposits.version_behind_title,
    deposits.title_behind_nobody,
    registers.without_corrections,
    numbers.without_page_counts,
    dates.without_days,
    dates.no_place_of_visits,
    dated.volume_behind_acronym,
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
    bodies.owner_within_title,
    edited.no_journal_of_editors,
    publishers.without_word_for_thesis,
    imprints.without_department,
    ends.others_before_title,
    authors.name_before_colon,
    authors.title_behind_authors,
    authors.title_within_authors,
    authors.title_in_brackets,
    authors.title_in_asterisks,
    authors.title_from_its_first_comma,
    short.title_behind_initials,
    short.year_before_title,
    short.title_before_journal,
    short.name_behind_slashes,
    short.given_name_before_colon,
    short.first_word_of_title,
    short.word_before_title,
    houses.title_and_house_within_authors,
    houses.title_and_house_like_a_journal,
    houses.title_and_journal_within_authors,
    titles.title_before_medium,
    trials.name_behind_identifier,
    titles.title_of_one_word,
    titles.title_around_a_place,
    gaps.title_up_to_journal,
    registers.without_corrections,
    dates.without_no_date,
    national.title_before_slashes,
    *PLACED,
    articles.names_in_two_parts,
    articles.journal_behind_colon,
    journals.journal_behind_in,
    ends.without_state,
    gaps.whole_journals,
    gaps.journal_with_country,
    volumes.volume_before_pages,
    gaps.volume_in_press,
    meetings.meeting_before_series,
    meetings.series_of_a_book,
    groups.publisher_like_author,
    numbers.whole_volumes,
    numbers.pages_without_labels,
    gaps.whole_pages,
    printers.house_behind_book,
    titles.publisher_of_a_book,
    talks.meeting_of_a_talk,
    talks.congress_of_proceedings,
    conferences.meeting_with_day,
    talks.book_without_in,
    titles.title_of_a_book,
    titles.title_of_a_page,
    titles.title_like_a_journal,
    titles.title_in_quotes,
    titles.brackets_of_titles,
    editions.place_behind_edition,
    articles.volume_behind_book,
    editions.edition,
    edited.editors,
    books.editors_alone,
    editions.without_changes,
    publishers.publisher_behind_place,
    publishers.publisher_behind_comma,
    houses.house_like_a_place,
    publishers.place_within_publisher,
    imprints.shortened_city,
    imprints.series_before_house,
    publishers.place_behind_publisher,
    publishers.place_before_colon,
    publishers.publisher_before_place,
    publishers.publisher_behind_title,
    houses.house_before_comma,
    houses.body_behind_book,
    imprints.house_before_place,
    turned.turned_imprint,
    turned.town_and_state,
    places.whole_places,
    deposits.archive_behind_title,
    imprints.university_in_brackets,
    books.university_of_a_thesis,
    journals.place_of_journal,
    dates.without_visits,
    dates.year_somewhere,
    commas.issue_like_a_volume,
    commas.no_issue_like_the_year,
    volumes.volume_before_colon,
    volumes.volume_before_comma,
    slashes.year_behind_slash,
    slashes.volume_before_issue,
    slashes.issue_behind_slash,
    articles.issue_like_a_volume,
    dates.whole_dates,
    months.month_before_year,
    commas.issue_before_pages,
    commas.issue_like_pages,
    places.journal_without_month,
    inside.journal_without_in,
    volumes.volume_before_journal,
    alike.page_behind_journal,
    alike.year_behind_house,
    alike.journal_without_date,
    *CHAPTERS,
    pages.pages_behind_date,
    pages.named_pages,
    pages.pages_behind_volume,
    ends.with_closing_marks,
)
