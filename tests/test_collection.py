"""The collection in this repository holds what it says it holds, and says on what each field rests."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

from cluneal_lit.documents import read

REFERENCES = Path(__file__).resolve().parents[1] / "references"
DOCUMENTS = REFERENCES / "documents"
NOTES = sorted((REFERENCES / "notes").glob("*.md"))
LISTS = sorted((REFERENCES / "lists").glob("*.md"))
LIBRARY: list[dict[str, Any]] = json.loads((REFERENCES / "library" / "cluneal.json").read_text(encoding="utf-8"))

# CSL 1.0.2 schema, csl-data.json: the names that a library of articles, chapters and registrations needs.
CSL = frozenset(
    "id type title author editor container-title container-title-short collection-title publisher publisher-place"
    " edition issued available-date volume issue page number language URL DOI PMID PMCID ISBN ISSN keyword abstract"
    " custom".split()
)
NAME = frozenset(("family", "given", "suffix", "non-dropping-particle", "literal"))
SUBJECTS = {  # in the order of the pages whose citations they carry, and how many those are
    "middle-cluneal-nerve-block.md": 10,
    "what-is-a-cluneal-nerve-block.html": 4,
    "inferior-cluneal-nerve.md": 3,
    "interview-what-entraps-these-nerves.md": 0,
    "entrapment-for-patients.txt": 0,
}
PARTS = ["Bottom line.", "What was done.", "Result.", "Limits.", "Why it is here."]
TAGS = frozenset(  # nerve, topic, study type
    "superior, middle, inferior, anatomy, diagnosis, differential diagnosis, epidemiology, nerve block, ultrasound,"
    " surgery, ablation, neuromodulation, exercise, iatrogenic injury, leg pain, perineal pain, history, review,"
    " systematic review, cadaver, case report, case series, cohort, cross-sectional, comparison, trial, technique,"
    " editorial".split(", ")
)
BESIDE = frozenset(("id", "type", "custom"))

CONFIRMED = "confirmed in a listed source"
SEED = "seed citation string only"
FACT = {  # CSL name -> the name under which the shared facts keep their basis
    "title": "title",
    "author": "authors",
    "container-title": "journal",
    "container-title-short": "journal",
    "available-date": "electronic_date",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "number": "article_number",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "keyword": "keywords",
}

# What the facts know from memory alone or not at all, and the seed's own string states: that string's word stands in
# the library, its misspellings too, marked as the seed's.
STATED_BY_SEED: dict[tuple[str, str], Any] = {
    ("darnis2008", "author"): [("Darnis", "B"), ("Robert", "R"), ("Labat", "JJ"), ("et al.", "")],
    ("ermis2011", "author"): [("Ermis", "M"), ("Yildrum", "D"), ("Duraknasa", "M"), ("Tanam", "C"), ("Ermis", "O")],
    ("wisotzky2010", "page"): "73-74",
}


@pytest.fixture(scope="module")
def facts(shared: Path) -> dict[str, dict[str, Any]]:
    """The shared facts about each work, by key."""
    works = json.loads((shared / "works" / "works.json").read_text(encoding="utf-8"))
    return {work["key"]: work for work in works}


def test_the_library_is_written_as_a_program_would_write_it() -> None:
    text = (REFERENCES / "library" / "cluneal.json").read_text(encoding="utf-8")
    assert text == json.dumps(LIBRARY, indent=2, ensure_ascii=False) + "\n"


def test_ids_are_unique_and_sorted() -> None:
    ids = [work["id"] for work in LIBRARY]
    assert ids == sorted(set(ids), key=str.lower)


@pytest.mark.parametrize("work", LIBRARY, ids=lambda work: work["id"])
def test_every_work_has_csl_names_a_basis_and_something_that_identifies_it(work: dict[str, Any]) -> None:
    assert set(work) <= CSL
    assert all(set(name) <= NAME and all(name.values()) for name in work.get("author", ()))
    assert work["custom"]["basis"] in ("confirmed", "seed", "mixed")
    assert all(value not in ("", [], {}, None) for value in work.values())
    assert {"title", "DOI", "PMID", "container-title"} & set(work)


@pytest.mark.parametrize("work", LIBRARY, ids=lambda work: work["id"])
def test_the_fields_that_rest_on_a_seed_are_named_and_agree_with_the_basis_word(work: dict[str, Any]) -> None:
    said, seed = set(work) - BESIDE, set(work["custom"].get("seed", ()))
    expected = "confirmed" if not seed else "seed" if seed == said else "mixed"
    assert seed <= said
    assert work["custom"]["basis"] == expected


@pytest.mark.parametrize("work", LIBRARY, ids=lambda work: work["id"])
def test_identifiers_and_pages_are_in_their_normal_form(work: dict[str, Any]) -> None:
    assert re.fullmatch(r"10\.\d{4,9}/[^A-Z\s]+", work.get("DOI", "10.1234/none"))
    assert re.fullmatch(r"[1-9]\d{0,7}", work.get("PMID", "1"))
    assert re.fullmatch(r"PMC[1-9]\d*", work.get("PMCID", "PMC1"))
    first, _, last = work.get("page", "1-2").partition("-")
    assert len(first) <= len(last)


def test_the_library_holds_every_work_of_the_shared_facts(facts: dict[str, dict[str, Any]]) -> None:
    assert {work["id"] for work in LIBRARY} == set(facts)


@pytest.mark.parametrize("work", LIBRARY, ids=lambda work: work["id"])
def test_every_field_is_the_fact_and_rests_on_what_it_says(
    work: dict[str, Any], facts: dict[str, dict[str, Any]]
) -> None:
    fact, said = facts[work["id"]], [name for name in work if name not in BESIDE]
    bases = {name: set(_bases(name, fact, work)) for name in said}
    assert {name: work[name] for name in said} == {name: _facts(fact, work)[name] for name in said}
    assert not {name: basis for name, basis in bases.items() if not basis <= {CONFIRMED, SEED}}
    assert work["custom"].get("nct") == (fact.get("extra") or {}).get("trial_id")
    assert work["custom"].get("seed", []) == [name for name, basis in bases.items() if SEED in basis]


@pytest.mark.parametrize(("document", "occurrences"), SUBJECTS.items())
def test_a_document_carries_the_references_of_its_subject_letter_by_letter(
    document: str, occurrences: int, shared: Path
) -> None:
    subject = list(SUBJECTS).index(document)
    page = _lines(sorted((shared / "seeds").glob("*.txt"))[subject])
    counted = runpy.run_path(str(shared / "score" / "seeds.py"))["REFERENCES"]
    written = [page[line - 1] for number, line, *_ in counted if int(number) == subject]
    assert [line for line in _lines(DOCUMENTS / document) if line in written] == written
    assert len(written) == occurrences


@pytest.mark.parametrize("document", SUBJECTS)
def test_a_document_is_otherwise_in_our_own_words(document: str, shared: Path) -> None:
    pages = [_lines(page) for page in sorted((shared / "seeds").glob("*.txt"))]
    cited = {line for page in pages for line in page}
    ours = " ".join(line for line in _lines(DOCUMENTS / document) if line not in cited)
    theirs = {run for page in pages for run in _runs(" ".join(page))}
    assert _runs(ours) & theirs == set()


def test_the_interview_keeps_its_markers_without_a_list() -> None:
    text = (DOCUMENTS / "interview-what-entraps-these-nerves.md").read_text(encoding="utf-8")
    assert re.findall(r"\(\d+(?:,\d+)*\)", text) == ["(8,9,10)", "(11)", "(7)", "(11)", "(11)", "(13)"]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_note_names_its_work_by_what_the_library_has(path: Path) -> None:
    work = next(work for work in LIBRARY if work["id"] == path.stem)
    names = {f"{name.lower()}:{work[name]}": name for name in ("PMID", "DOI") if name in work}
    confirmed = [written for written, name in names.items() if name not in work["custom"].get("seed", ())]
    assert _front(path)["works"] == (confirmed or list(names) or [f"library/cluneal.json#{path.stem}"])


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_note_has_a_significance_and_tags_of_the_one_vocabulary(path: Path) -> None:
    front = _front(path)
    assert front["significance"] in ("landmark", "useful", "background")
    assert set(front["tags"]) <= TAGS
    assert set(front) == {"works", "tags", "significance"}  # nobody has reviewed them yet


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_note_has_its_bottom_line_method_limits_and_reason_and_may_have_a_result(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^\*\*(.+?)\*\*", text, re.MULTILINE)
    assert headings in (PARTS, [part for part in PARTS if part != "Result."])


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_reading_list_names_annotated_works_with_importance_and_reason(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\d", line)]
    found = [re.fullmatch(r"(\d)\. \[@(\w+)\] \((must|should|background)\): .+\.", line) for line in lines]
    assert [match and match[1] for match in found] == [str(number) for number in range(1, len(lines) + 1)]
    assert {match[2] for match in found if match} <= {note.stem for note in NOTES}
    assert set(_front(path)) == {"title", "order"}


def _front(path: Path) -> dict[str, Any]:
    """The YAML front matter of a note or list; every scalar a string."""
    front: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], yaml.BaseLoader)
    return front


def _lines(path: Path) -> list[str]:
    """The lines of a page without bullets and list numbers; of an HTML page those that a reader sees."""
    lines = read(path.name, path.read_bytes()).text.splitlines()
    return [re.sub(r"^[\s•-]*(?:\d+\. )?", "", line).strip() for line in lines]


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every eight words that follow each other."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def _facts(fact: dict[str, Any], work: dict[str, Any]) -> dict[str, Any]:
    """The value that the facts give each field."""
    journal, ids = fact["journal"] or {}, fact["ids"]
    stated = {name: value for (key, name), value in STATED_BY_SEED.items() if key == work["id"]}
    if "author" in stated:
        named = [{"family": family, "given": given} for family, given in stated["author"] if given]
        stated["author"] = named + [{"literal": literal} for literal, given in stated["author"] if not given]
    return {
        "title": fact["title"],
        "author": [_name(author, fact) for author in fact["authors"] or ()],
        "container-title": journal.get("title"),
        "container-title-short": journal.get("nlm_abbreviation"),
        "issued": {"date-parts": [_parts(fact)[: _length(work)]]},
        "available-date": {"date-parts": [[int(part) for part in (fact["date"]["electronic"] or "0").split("-")]]},
        "volume": fact["volume"],
        "issue": fact["issue"],
        "page": (fact["pages"] or {}).get("full_range"),
        "number": fact["article_number"],
        "DOI": ids["doi_normalised"],
        "PMID": ids["pmid"],
        "PMCID": ids["pmcid"],
        "ISSN": _issn(journal),
        "keyword": "; ".join(fact["keywords"] or ()),
    } | stated


def _name(author: dict[str, Any], fact: dict[str, Any]) -> dict[str, str]:
    fields = fact["basis"]["fields"]
    sure = fields["authors"] == CONFIRMED and "authors_given_names" not in fields
    return {"family": author["family"], "given": (sure and author["given"]) or author["initials"]}


def _parts(fact: dict[str, Any]) -> list[int]:
    return [int(fact["date"][part]) for part in ("year", "month", "day") if fact["date"][part]]


def _length(work: dict[str, Any]) -> int:
    return len(work["issued"]["date-parts"][0]) if "issued" in work else 0


def _issn(journal: dict[str, Any]) -> str:
    basis = journal.get("issn_basis") or ""
    seen = (journal["issn_print"], journal["issn_electronic"]) if "seen in stored" in basis else ()
    print_only = basis.startswith("print ISSN seen in stored")
    return ", ".join(issn for issn in (seen[:1] if print_only else seen) if issn)


def _bases(name: str, fact: dict[str, Any], work: dict[str, Any]) -> tuple[str, ...]:
    """What the facts say that a field rests on; a date has one basis a part, an ISSN its own."""
    fields = fact["basis"]["fields"]
    if name == "issued":
        return tuple(_basis(fields[part]) for part in ("year", "month", "day")[: _length(work)])
    if name == "ISSN":
        return (CONFIRMED,)
    if (work["id"], name) in STATED_BY_SEED:
        return (SEED,)
    return (_basis(fields[FACT[name]]),)


def _basis(text: str) -> str:
    return SEED if text.startswith(SEED) else text
