"""What many records tell together. The records are invented."""

from __future__ import annotations

from itertools import combinations

from cluneal_lit.duplicates.corpus import corpus
from cluneal_lit.duplicates.described import described
from tests.duplicates.invented import record


def test_rare_words_and_places_of_titles() -> None:
    records = [
        described(record(title=title, issue=str(issue))) for issue, title in enumerate(("A nerve", "A nerve", "A rib"))
    ]
    known = corpus(records, [])
    assert (known.rarity["a"], known.rarity["rib"]) == (1 - 0.7924812503605781, 1.0)
    assert known.places == {"anerve": 2, "arib": 1}


def test_two_names_under_which_most_papers_are_the_same_are_one_journal() -> None:
    papers = [f"What the {word} of rowers told us {number}" for number, word in enumerate("abcdefghij")]
    conference = [described(record(title=title, container_title="INV Conference")) for title in papers]
    proceedings = [described(record(title=title, container_title="Proceedings on Inventions")) for title in papers]
    once = described(record(title=papers[0], container_title="Annals"))
    records = [*conference, *proceedings, once]
    found = corpus(records, combinations(range(len(records)), 2)).aliases
    assert found == {("INV Conference", "Proceedings on Inventions"), ("Proceedings on Inventions", "INV Conference")}
