"""The record is wrong and the citation right: verified, with a note. Recorded answers where one is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit import names
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.checks.slips import lost_first
from cluneal_lit.checks.verdict import verdict
from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.model import Fields, Name, Record
from tests.checks.test_rules import told
from tests.made import answers, citation, fields, record, work
from tests.sources.recorded import pubmed_record, recorded_work

E3N = "10.1097/00008469-199710000-00007"
CROSSREF = record("crossref", "doi:10.5555/a")
SHIFT_WORK = (
    "Papantoniou K, Castaño-Vinyals G, Espinosa A, Turner MC, Alonso-Aguado MH, Martin V, Aragonés N, Pérez-Gómez B, "
    "Pozo BM, Gómez-Acebo I, Ardanaz E, Altzibar JM, Peiro R, Tardon A, Lorca JA, Chirlaque MD, García-Palomo A, "
    "Jimenez-Moleon JJ, Dierssen T, Ederra M, Amiano P, Pollan M, Moreno V, Kogevinas M"
)


def judged(said: Fields, *records: Record) -> tuple[str, list[str]]:
    """The verdict on a citation that says this, and what is told, without the code."""
    one = work(*records)
    cited = citation(said=said, ids=one.ids, form="key")
    (resolution,) = resolutions((cited,), (one,), {})
    works, lock = {one.keys[0]: one}, answers(one)
    found = verdict(resolution, disagreements(resolution, works, lock), works, lock)
    assert found
    return found.name, [f"{code} {message}" for code, _, message in told(cited, works=(one,)) if code != "LIT406"]


def people(text: str) -> tuple[Name, ...]:
    return tuple(names.parse(name) for name in text.split(", "))


def note(reason: str, source: str = "Crossref") -> list[str]:
    return [f"LIT413 {source}'s record of quimby2019: {reason}"]


def test_letters_of_a_recorded_list_that_are_garbled_and_one_that_is_lost(shared: Path) -> None:
    found = recorded_work(shared, "bibaudit_names_crossref_mojibake_author_list.json", "10.5271/sjweh.3626")
    name, lines = judged(replace(found.fields, author=people(SHIFT_WORK)), found)
    garbled = ("CastaÃ±o-Vinyals", "AragonÃ©s", "PÃ©rez-GÃ³mez", "GÃ³mez-Acebo", "GarcÃ\xada-Palomo")
    reasons = [f"its letters are garbled: {one}" for one in garbled]
    assert name == "verified"
    assert sorted(lines) == sorted(line for one in (*reasons, "it has ierssen for Dierssen") for line in note(one))
    others = replace(found.fields, author=people(SHIFT_WORK.replace("Dierssen", "Pierson")))
    assert judged(others, found)[0] == "inexact"


def test_the_first_author_whom_a_recorded_list_lost(shared: Path) -> None:
    found = recorded_work(shared, "bibaudit_names_crossref_first_author_omitted.json", E3N)
    said = replace(found.fields, author=(names.parse("Clavel-Chapelon F"), *found.fields.author))
    assert judged(said, found) == ("verified", note("its list of authors lacks the first, Clavel-Chapelon F"))
    wrong = replace(said, volume="7", page="573-578")
    assert judged(wrong, found)[0] == "inexact"
    both = (found, replace(found, source="pubmed", id="pmid:1", ids=replace(found.ids, pmid="1")))
    assert judged(said, *both)[0] == "inexact"  # another service's list is the same: the author is not there
    short = replace(found, fields=replace(found.fields, author=found.fields.author[:2]))
    assert lost_first(citation(said=replace(said, author=said.author[:3])), (short,)) is None


def test_the_first_author_may_be_lost_before_particles_and_lists_that_are_cut() -> None:
    """The names are invented; Crossref puts particles behind initials in E3N's record too."""
    known = (Name("Vries", "A De"), Name("Quimby", "Ada"), Name("Zabel", "Bo"), Name("Orlov", "Cy"), Name("Isu", "Di"))
    found = replace(CROSSREF, fields=replace(fields(title="An invented cohort of invented women"), author=known))
    lost = note("its list of authors lacks the first, Halsey E")
    for text in ("Halsey E, de Vries A, Quimby A, Zabel B, Orlov C, Isu D", "Halsey E, De Vries A, Quimby A, Zabel B"):
        cut = () if text.endswith("Isu D") else (names.ET_AL,)
        said = replace(found.fields, author=(*people(text), *cut))
        assert judged(said, found) == ("verified", lost)
        assert judged(replace(said, author=(*people(text.replace("Zabel", "Foss")), *cut)), found)[0] != "verified"
    short = people("Halsey E, De Vries A, Quimby A")
    assert judged(replace(found.fields, author=(*short, names.ET_AL)), found) == ("verified", lost)
    for few in ((*short, *people("Zabel B")), (*short[:2], names.ET_AL)):
        assert judged(replace(found.fields, author=few), found)[1] != lost


def test_groups_between_the_persons_of_a_recorded_list(shared: Path) -> None:
    doi = "10.1158/1055-9965.epi-23-0009"
    found = recorded_work(shared, "bibaudit_audit_crossref_interleaved_collective.json", doi)
    persons = tuple(name for name in found.fields.author if not name.literal)
    name, lines = judged(replace(found.fields, author=persons), found)
    groups = [name.literal for name in found.fields.author if name.literal]
    assert (name, len(groups)) == ("verified", 2)
    assert sorted(lines) == sorted(
        line for one in groups for line in note(f"it has a group between the authors: {one}")
    )
    assert judged(found.fields, found) == ("verified", [])


@pytest.mark.parametrize("glued", [Name(family="ME Baldassarre"), Name(literal="ME Baldassarre")])
def test_initials_and_surname_in_one(glued: Name) -> None:
    """No recorded answer has it; it was seen at PubMed."""
    wrong = replace(record(), fields=replace(fields(), author=(glued, Name("Quimby", "A"))))
    said = replace(fields(), author=(Name("Baldassarre", "Maria Elisabetta"), Name("Quimby", "Ada")))
    assert judged(said, wrong) == ("verified", note("it has initials and surname in one: ME Baldassarre", "PubMed"))


def test_an_article_number_with_zeros_in_front_in_a_recorded_answer(shared: Path) -> None:
    found = pubmed_record(shared, "biopython_29963580.xml", "29963580")
    said = replace(found.fields, page="26002")
    assert judged(said, found) == ("verified", note("it writes 026002 with zeros in front", "PubMed"))
    assert judged(replace(said, page="26003"), found)[0] == "inexact"


def test_the_title_of_the_parent_in_brackets() -> None:
    """No recorded answer has it."""
    reply = "A reply to invented critics of invented blocks"
    found = replace(CROSSREF, fields=fields(f"[An invented trial of invented nerves] {reply}"))
    reason = "its title begins with that of another work, in brackets"
    assert judged(fields(reply), found) == ("verified", note(reason))
    assert judged(fields("Another reply to others altogether"), found)[0] == "inexact"


def test_either_container_of_a_recorded_chapter_is_right(shared: Path) -> None:
    found = recorded_work(shared, "refchecker_query_items.jsonl", "10.1007/978-3-540-39398-6_23")
    books = ("Lecture Notes in Computer Science", "Text, Speech and Dialogue")
    assert [judged(replace(found.fields, container_title=one), found) for one in books] == [("verified", [])] * 2
    assert judged(replace(found.fields, container_title="Invented Notes on Golf"), found)[0] == "inexact"


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2016", ["LIT416 the reference has 2016, the year of the electronic version; the volume is of 2017 (PubMed)"]),
        ("2017", []),
    ],
)
def test_either_year_of_a_recorded_article_is_right(shared: Path, year: str, told: list[str]) -> None:
    found = pubmed_record(shared, "biopython_27797938.xml", "27797938")
    said = replace(found.fields, issued=fields(year=year).issued)
    assert judged(said, found) == ("verified", told)
    assert judged(replace(said, issued=fields(year="2014").issued), found)[0] == "inexact"


def test_either_title_of_a_recorded_article_is_right(shared: Path) -> None:
    found = pubmed_record(shared, "fatcat_pubmedsample_2019.xml", "8655018")
    assert found.fields.original_title
    for title in (found.fields.title, found.fields.original_title):
        assert judged(replace(found.fields, title=title), found)[0] == "verified"


def test_a_slip_is_told_once_a_work() -> None:
    wrong = replace(CROSSREF, fields=replace(fields(page=""), number="026002"))
    said = replace(fields(page="26002"), number="")
    cited = [citation(said=said, ids=wrong.ids, line=line) for line in (1, 2)]
    assert [(code, line) for code, line, _ in told(*cited, works=(work(wrong),))] == [("LIT413", 1)]
