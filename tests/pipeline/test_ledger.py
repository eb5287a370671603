"""Who says what of a work, as its page tells it. Every value is invented."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.entries import merge
from cluneal_lit.model import Date, Ids, Relation
from cluneal_lit.outputs.ledger import Line
from cluneal_lit.pipeline.ledger import ledgers
from tests.made import answers, record, work

RETRACTION = Relation("retraction", "in", Ids(doi="10.5555/n"), Date(date_parts=((2020, 5, 4),)), "retraction-watch")


def test_each_field_has_who_says_so_and_who_does_not_where_several_speak() -> None:
    pubmed = record(doi="10.5555/a")
    crossref = record("crossref", "doi:10.5555/a")
    crossref = replace(crossref, fields=replace(crossref.fields, volume="99"), relations=(RETRACTION,))
    one = work(pubmed, crossref)
    entry = merge.entry(one, (), (), answers(one))
    told = {line.field: line for line in ledgers([entry], {each.key: each for each in (pubmed, crossref)})[entry.key]}
    status = "retracted, 2020 May 4, doi:10.5555/n"
    assert [told[name] for name in ("volume", "DOI", "PMID", "status")] == [
        Line("volume", pubmed.fields.volume, ("PubMed",), (("Crossref", "99"),)),
        Line("DOI", "10.5555/a", ("PubMed", "Crossref")),
        Line("PMID", "90000001", ("PubMed",)),
        Line("status", status, ("Retraction Watch",), (("PubMed", "none"),)),
    ]


def test_where_one_source_speaks_all_is_from_that_and_nothing_is_told_twice() -> None:
    pubmed = record()
    one = work(pubmed)
    assert ledgers([merge.entry(one, (), (), answers(one))], {pubmed.key: pubmed}) == {}
