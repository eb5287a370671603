"""The ledger of a work: who says what, and by which rule one is printed. Every value is invented."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.entries import merge
from cluneal_lit.entries.sayings import RULE, RULE_OF_IDS, RULE_OF_STATUS, Known, Saying, known
from cluneal_lit.model import Asked, Date, Ids, Relation
from tests.entries.test_precedence import ROWS
from tests.made import answers, record, work

RETRACTION = Relation("retraction", "in", Ids(doi="10.5555/n"), Date(date_parts=((2020, 5, 4),)), "retraction-watch")


def test_the_rules_are_those_of_the_table() -> None:
    assert (ROWS["title"], ROWS["doi"], ROWS["status"]) == (RULE, RULE_OF_IDS, RULE_OF_STATUS)


def test_identifiers_and_status_stand_behind_the_fields_with_what_each_source_says() -> None:
    crossref = replace(record("crossref", "doi:10.5555/a"), relations=(RETRACTION,))
    one = work(record(doi="10.5555/a"), crossref)
    lock = answers(one)
    entry = merge.entry(one, (), (), lock)
    by_field = {row.field: row for row in known(entry, one.records)}
    pubmed, other = lock["pubmed/pmid:90000001"], lock["crossref/doi:10.5555/a"]
    watch = Asked("retraction-watch", other.id, other.day, other.state)
    said = "retracted, 2020 May 4, doi:10.5555/n"
    assert [by_field[name] for name in ("pmid", "doi", "status")] == [
        Known("pmid", "90000001", (Saying(pubmed, "90000001", True),), RULE_OF_IDS),
        Known("doi", "10.5555/a", (Saying(pubmed, "10.5555/a", True), Saying(other, "10.5555/a", True)), RULE_OF_IDS),
        Known("status", said, (Saying(pubmed, "none", False), Saying(watch, said, True)), RULE_OF_STATUS),
    ]
    assert by_field["volume"].rule == RULE
