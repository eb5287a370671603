"""Each quirk of the services' answers, in the order of the sheet of quirks, and the test that shows how it is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

PUBMED = {
    "no DOI at all": "sources/test_quirks.py::test_identifiers_are_those_at_the_documented_place",
    "DOI in the id list only": "sources/test_quirks.py::test_identifiers_are_those_at_the_documented_place",
    "DOI in ELocationID only": "sources/test_pubmed_article.py::test_a_doi_that_stands_only_in_elocationid_counts",
    "ids of cited works": "sources/test_pubmed_article.py::test_ids_of_the_works_that_it_cites_are_not_its_own",
    "kinds of ids, in any order": "sources/test_pubmed_fields.py::"
    "test_identifiers_by_which_nothing_is_joined_are_kept_once",
    "capitals in a DOI": "sources/test_quirks.py::test_identifiers_are_those_at_the_documented_place",
    "brackets in a DOI": "sources/test_pubmed_article.py::test_brackets_and_angle_brackets_belong_to_a_doi",
    "one DOI in two spellings": "test_identifiers.py::test_an_identifier_has_one_normal_form",
    "words in the place of a PMID": "sources/test_quirks.py::test_what_is_no_pmid_among_references_and_ties_is_none",
    "MedlineDate": "sources/test_quirks.py::test_every_recorded_medlinedate_is_kept_as_it_is_printed",
    "ranges over a year's end": "sources/test_quirks.py::"
    "test_seasons_days_and_turns_of_the_year_are_kept_as_they_are_printed",
    "seasons": "sources/test_quirks.py::test_seasons_and_months_by_name_or_number_are_dates",
    "months by name or number": "sources/test_quirks.py::test_seasons_and_months_by_name_or_number_are_dates",
    "two years": "sources/test_quirks.py::test_print_and_electronic_year_differ",
    "a group alone": "sources/test_quirks.py::test_a_group_may_be_the_only_author",
    "a group among persons": "sources/test_quirks.py::test_a_group_stands_among_persons_at_its_place",
    "no authors": "sources/test_quirks.py::test_an_article_may_have_no_authors",
    "a list cut off": "sources/test_quirks.py::test_a_list_that_was_cut_off_says_so",
    "hundreds of authors": "sources/test_quirks.py::test_hundreds_of_authors_are_all_there",
    "a family name alone": "sources/test_pubmed_article.py::test_a_family_name_alone_is_kept",
    "a particle": "sources/test_quirks.py::test_a_particle_belongs_to_the_family_name",
    "a suffix": "sources/test_quirks.py::test_a_suffix_may_be_any",
    "a misspelt duplicate": "sources/test_pubmed_article.py::test_a_misspelt_author_whom_validyn_withdraws_is_left_out",
    "investigators": "sources/test_quirks.py::test_investigators_stay_out_in_old_records_too",
    "markup": "sources/test_quirks.py::test_no_word_inside_markup_is_lost_from_any_recorded_title_or_abstract",
    "an empty title": "sources/test_pubmed_article.py::test_a_missing_title_is_the_vernacular_one",
    "a title not available": "sources/test_pubmed_article.py::test_a_title_that_is_not_available_is_the_vernacular_one",
    "a translated title": "sources/test_pubmed_fields.py::test_a_title_in_the_works_own_language_is_the_original_title",
    "a transliterated title": "sources/test_quirks.py::test_a_transliterated_title_is_the_original_title",
    "a title's end": "sources/test_pubmed_article.py::test_a_full_stop_goes_and_a_question_mark_stays",
    "line breaks in a title": "sources/test_quirks.py::test_a_tab_or_line_break_inside_a_title_is_a_blank",
    "several languages": "sources/test_pubmed_fields.py::test_all_languages_are_told_where_there_are_several",
    "odd languages": "sources/test_quirks.py::test_odd_languages_are_told_as_far_as_they_are_understood",
    "no abstract": "sources/test_quirks.py::test_an_empty_pagination_and_an_empty_abstract_are_none",
    "labels of an abstract": "sources/test_pubmed_article.py::test_the_parts_of_an_abstract_keep_their_labels",
    "a part without a label": "sources/test_quirks.py::test_a_part_of_an_abstract_may_have_no_label",
    "an abstract in German": "sources/test_quirks.py::test_an_abstract_in_another_language_is_an_other_abstract",
    "forms of pages": "test_pages.py::test_first_and_last_page_are_written_out",
    "pages said twice": "sources/test_pubmed_article.py::test_pages_are_written_out_and_kept_as_written",
    "no pages": "sources/test_quirks.py::test_an_empty_pagination_and_an_empty_abstract_are_none",
    "odd volumes and issues": "sources/test_pubmed_oracle.py::test_pubmed_is_read_as_bio_entrez_reads_it",
    "no ISSN": "sources/test_quirks.py::test_a_journal_may_have_no_issn",
    "places in a journal's title": "test_journals.py::test_an_abbreviation_is_its_journal",
    "paper and notice": "sources/test_pubmed_article.py::test_a_retracted_paper_is_told_from_the_notice",
    "types of a notice": "entries/test_status.py::test_a_notice_by_its_publication_type_is_not_retracted",
    "a retracted erratum": "sources/test_quirks.py::test_an_erratum_that_was_retracted_itself_is_retracted",
    "concern only": "entries/test_status.py::test_what_pubmed_calls_a_link_is_told_in_these_words",
    "kinds of ties": "sources/test_pubmed_article.py::test_every_kind_of_correction_has_a_kind_and_a_direction",
    "an erratum without a PMID": "sources/test_pubmed_article.py::test_an_erratum_without_a_pmid_is_kept_as_written",
    "ties without a type": "sources/test_pubmed_article.py::test_the_links_of_old_files_are_read",
    "a preprint and its paper": "sources/test_pubmed_article.py::test_a_preprint_names_the_paper_that_it_became",
    "a preprint alone": "sources/test_quirks.py::test_a_preprint_is_one_before_its_paper_is_known",
    "a paper and its preprint": "entries/test_versions.py::test_a_recorded_paper_tells_that_its_preprint_was_published",
    "versions of a review": "entries/test_status.py::"
    "test_a_recorded_cochrane_review_is_superseded_in_the_year_of_its_update",
    "an empty set, fewer articles": "sources/test_quirks.py::"
    "test_an_empty_set_and_fewer_articles_than_asked_are_no_error",
    "a deleted citation": "sources/test_pubmed.py::test_a_deleted_pmid_is_absent",
    "a book": "sources/test_pubmed_article.py::test_a_book_is_a_book",
    "other roots": "sources/test_quirks.py::test_a_lone_article_or_citation_is_read_like_a_set",
    "HTML in the place of XML": "sources/test_quirks.py::test_a_page_where_xml_is_expected_is_one_error",
    "MEDLINE text": "sources/test_every_answer.py::"
    "test_no_recorded_answer_says_that_something_is_absent_which_it_does_not_speak_of",
}
CROSSREF = {
    "a date of nothing": "sources/test_quirks.py::test_a_date_without_a_year_is_none_at_crossref",
    "parts of a date": "sources/test_crossref_work.py::test_dates_have_as_many_parts_as_are_known",
    "two years": "sources/test_quirks.py::"
    "test_print_and_online_years_of_a_recorded_work_differ_and_the_earlier_is_issued",
    "no title, several, an empty first one": "sources/test_quirks.py::test_recorded_titles_of_crossref_are_words",
    "markup, MathML, entities, blanks": "sources/test_crossref_work.py::test_titles_lose_markup_and_no_word",
    "a title in Cyrillic": "sources/test_quirks.py::test_a_title_in_cyrillic_stands_beside_the_translated_one",
    "two containers": "sources/test_crossref_work.py::test_container_titles_are_told_apart",
    "authors of every kind": "sources/test_crossref_work.py::test_authors_are_taken_as_they_are",
    "degrees, capitals, mojibake": "sources/test_quirks.py::"
    "test_recorded_authors_of_crossref_are_as_they_were_deposited",
    "an author not available": "sources/test_quirks.py::test_an_author_who_is_not_available_is_none",
    "an author who says nothing": "sources/test_quirks.py::test_an_author_who_says_nothing_is_none",
    "groups among persons": "sources/test_crossref_work.py::test_groups_keep_their_place_between_persons",
    "an article number": "sources/test_crossref_work.py::test_an_article_number_is_a_number",
    "forms of pages": "test_pages.py::test_first_and_last_page_are_written_out",
    "pages that say nothing": "sources/test_crossref_work.py::test_pages_that_say_nothing_are_none",
    "ISSNs and ISBNs": "sources/test_crossref_work.py::"
    "test_numbers_of_books_and_journals_are_freed_of_addresses_and_repetition",
    "volume zero": "sources/test_crossref_work.py::test_volume_and_issue_zero_are_not_assigned_yet",
    "DOIs in an address": "sources/test_crossref.py::test_each_doi_is_one_part_of_the_path",
    "updates in both directions": "entries/test_noticed.py::"
    "test_the_recorded_notice_and_its_paper_with_all_that_both_deposit",
    "one update told twice": "sources/test_crossref_work.py::"
    "test_what_two_origins_state_is_one_relation_of_the_earlier_day",
    "a work that points to itself": "entries/test_noticed.py::test_recorded_works_that_point_to_themselves",
    "kinds of relations": "sources/test_crossref_work.py::"
    "test_ties_to_other_works_are_relations_and_references_are_none",
    "comments and other names": "sources/test_quirks.py::test_comments_reviews_and_other_names_of_a_work_are_ties",
    "forms of abstracts": "sources/test_crossref_work.py::test_abstracts_are_plain_sections",
    "forms of envelopes": "sources/test_every_answer.py::test_recorded_answers_of_crossref_are_read_whole_as_they_came",
    "a 404 in words": "sources/test_crossref.py::test_a_work_that_is_not_there_is_absent",
    "a 400, a 404 in JSON, a 500": "sources/test_crossref.py::test_an_answer_without_a_work_is_one_clear_line",
    "limits in headers": "test_http.py::test_the_rate_that_a_host_states_is_taken_over",
    "a 429": "sources/test_quirks.py::test_refusals_that_users_quoted_are_one_line_without_the_callers_address",
    "errors under HTTP 200": "sources/test_pubmed.py::test_an_answer_without_records_is_one_clear_line",
    "DataCite's 404": "sources/test_datacite.py::test_what_a_list_leaves_out_is_unclear_and_a_404_absent",
    "idconv: error in a part, no DOI, wrong kind": "sources/test_every_answer.py::"
    "test_recorded_answers_of_the_id_converter_are_read_for_the_pmcid_that_they_name",
    "a list that leaves DOIs out": "sources/test_crossref.py::"
    "test_a_list_is_read_work_by_work_and_what_it_leaves_out_is_unclear",
    "agencies": "sources/test_every_answer.py::test_recorded_answers_of_doi_org_are_read",
}


@pytest.mark.parametrize(("quirk", "name"), [*PUBMED.items(), *CROSSREF.items()])
def test_every_quirk_has_a_test(quirk: str, name: str) -> None:
    file, _, function = name.partition("::")
    assert re.search(rf"^def {function}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE), quirk
