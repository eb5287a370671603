"""NBIB becomes records. The entries are invented."""

from __future__ import annotations

import io

from Bio import Medline
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.formats import nbib_write
from cluneal_lit.formats.nbib import LINE, entries, read
from cluneal_lit.formats.tagged import entries as tagged
from cluneal_lit.model import (
    Date,
    Dates,
    Fields,
    Finding,
    Ids,
    Journal,
    Name,
    Pages,
    Record,
    Relation,
    Section,
    State,
    Subject,
)

WHOLE = """
PMID- 29656623
OWN - NLM
STAT- PubMed-not-MEDLINE
IS  - 2586-6583 (Print)
IS  - 2586-6591 (Electronic)
VI  - 15
IP  - 1
DP  - 2018 Mar
TI  - Superior and middle cluneal nerve entrapment as a cause of low
      back pain.
PG  - 25-32
LID - 10.1000/Isu [doi]
AB  - BACKGROUND: Pain. See
      PMID: 5.
FAU - Isu, Toyohiko
AU  - Isu T
CN  - Cluneal Study Group
LA  - eng
PT  - Journal Article
DEP - 20180328
PL  - Korea (South)
TA  - Neurospine
JT  - Neurospine
JID - 101724936
RIN - Neurospine. 2019;16:1. doi: 10.1000/notice. PMID: 17
MH  - Nerves/*surgery/injuries
MH  - *Pain
PMC - PMC5944640
OT  - *Low back pain
CRDT- 2018/04/17 06:00
AID - ns.1836024.012 [pii]
SO  - Neurospine. 2018 Mar;15(1):25-32.
"""


def test_an_entry_is_read_whole() -> None:
    assert read(WHOLE, "a.nbib") == (
        (
            Record(
                format=1,
                source="library",
                id="a.nbib#29656623",
                ids=Ids(pmid="29656623", pmcid="PMC5944640", doi="10.1000/isu"),
                fields=Fields(
                    type="article-journal",
                    title="Superior and middle cluneal nerve entrapment as a cause of low back pain",
                    author=(Name(family="Isu", given="Toyohiko"), Name(literal="Cluneal Study Group")),
                    container_title="Neurospine",
                    container_title_short="Neurospine",
                    issued=Date(((2018, 3),)),
                    volume="15",
                    issue="1",
                    page="25-32",
                    language="en",
                ),
                dates=Dates(print=Date(((2018, 3),)), electronic=Date(((2018, 3, 28),))),
                pages=Pages("25-32", "25", "32"),
                other_ids=("pii:ns.1836024.012",),
                issn=("2586-6583", "2586-6591"),
                journal=Journal("101724936", "Neurospine", "Korea (South)", "2586-6583", "2586-6591"),
                types=("Journal Article",),
                mesh=(
                    Subject("Nerves", ("surgery", "injuries"), True, ("surgery",)),
                    Subject("Pain", major=True),
                ),
                keywords=("Low back pain",),
                abstract=(Section("BACKGROUND: Pain. See PMID: 5."),),
                relations=(
                    Relation(
                        "retraction",
                        "in",
                        Ids(pmid="17", doi="10.1000/notice"),
                        Date(date_parts=((2019,),)),
                        source="library",
                        text="Neurospine. 2019;16:1. doi: 10.1000/notice. PMID: 17",
                    ),
                ),
                state=State(record="PubMed-not-MEDLINE"),
                custom={
                    "OWN": "NLM",
                    "CRDT": "2018/04/17 06:00",
                    "SO": "Neurospine. 2018 Mar;15(1):25-32.",
                },
            ),
        ),
        (),
    )


def test_tags_are_those_that_biopython_reads() -> None:
    (oracle,) = Medline.parse(io.StringIO(WHOLE))
    (entry,) = tagged(WHOLE, LINE, "PMID")
    for name, value in oracle.items():
        written = entry.every(name)
        assert (written if isinstance(value, list) else " ".join(written)) == value


def test_entries_stand_one_behind_the_other_with_or_without_blank_lines() -> None:
    text = "PMID- 1\nTI  - One\nPMID- 2\nTI  - Two\n\nPMID - 3\nTI  - Three"
    assert [(record.ids.pmid, text[entry.start : entry.end][-5:]) for entry, record in entries(text)] == [
        ("1", "- One"),
        ("2", "- Two"),
        ("3", "Three"),
    ]


def test_a_book_and_its_chapter_are_told_apart() -> None:
    records, _ = read("PMID- 1\nBTI - Nerves\nISBN- 9780306406157\nPMID- 2\nTI  - One\nBTI - Nerves\n", "a.nbib")
    assert [(one.fields.type, one.fields.title, one.fields.container_title, one.ids.isbn) for one in records] == [
        ("book", "Nerves", "", ("9780306406157",)),
        ("chapter", "One", "Nerves", ()),
    ]


def test_a_pmid_that_is_none_is_told() -> None:
    values = {"raw": "123456789", "kind": "a PMID", "reason": "a PMID has one to eight digits, this has 9"}
    assert read("PMID- 123456789\nTI  - One", "a.nbib")[1] == (
        Finding("LIT201", "a.nbib", key="123456789", values=values),
    )


@given(st.text(alphabet="PMIDTAB  -\n1[]", max_size=80))
def test_whatever_the_text_the_entries_follow_one_another(text: str) -> None:
    at = 0
    for entry, _ in entries(text):
        assert at <= entry.start <= entry.end <= len(text)
        at = entry.end


def test_further_languages_are_kept_as_they_stand() -> None:
    ((record,), _) = read("PMID- 90000001\nTI  - Anatomie.\nLA  - eng\nLA  - fre\n", "a.nbib")
    assert (record.fields.language, record.custom.get("LA")) == ("en", "fre")


def test_a_translated_title_keeps_its_brackets_there_and_back() -> None:
    text = "PMID- 90000001\nTI  - [Invented nerves].\nLA  - fre\nTT  - Des nerfs inventes.\n"
    ((record,), _) = read(text, "a.nbib")
    assert (record.fields.title, record.fields.original_title) == ("[Invented nerves]", "Des nerfs inventes")
    ((again,), _) = read(nbib_write.entry(record), "a.nbib")
    assert again.fields == record.fields
