"""Which work a reference string means: what its string says where its fields are silent or wrong, and what is no match.

All records and references are invented.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.citations.matching.match import Index
from cluneal_lit.citations.parse import parse
from cluneal_lit.model import Fields, Ids, Record
from tests.made import fields, record

TITLE = "Entrapment of an invented nerve below the invented crest"
SAID = fields(title=TITLE, authors="Quimby A, Orlov B", year="2011", volume="24", page="137-144")
STRING = f"Quimby A, Orlov B. {TITLE}. J Invent Med. 2011;24(3):137-144."


def answer(raw: str, *works: Record) -> tuple[str, str]:
    found = Index({one.id: (one,) for one in works or (record(said=SAID),)}).match(parse(raw).fields, raw)
    return found.answer, "" if found.answer == "match" else "".join(found.why[-1:])


def said(**others: str) -> Record:
    return record(said=fields(**{**_SAID, **others}))


_SAID = {"title": TITLE, "authors": "Quimby A, Orlov B", "year": "2011", "volume": "24", "page": "137-144"}


@pytest.mark.parametrize(
    "raw",
    [
        STRING,
        STRING.replace("Quimby", "Qiumby"),
        STRING.replace("2011", "2012"),
        STRING.replace("137-144", "139-144"),
        STRING.replace("24(3)", "23(3)"),
        "QuimbyA, Orlov B. Entrapmnet of an invetned nerve belowthe invented creest.J Inent Med. 2011;24(3):137-144",
        f"Quimby A, Orlov B. {TITLE}. Journal of Invented Medicine 24 (2011) 137-144",
        "Quimby A. Entrapment of an in-\nvented nerve below the in-\nvented crest. J Invent Med 2011;24:137-44",
        f"A. Quimby and B. Orlov, “{TITLE},” J. Invent. Med., vol. 24, no. 3, pp. 137–144, 2011.",
        f"Quimby, A. (2011). {TITLE}: A report of three invented cases. J Invent Med, 24, 137-144.",
        f"Quimby A. <i>Entrapment</i> of an invented nerve {TITLE[31:]}. J Invent Med 2011",
        f"{TITLE}. J Invent Med. 2011;24(3):137-144.",
    ],
)
def test_a_work_is_found_with_one_thing_wrong_or_missing(raw: str) -> None:
    assert answer(raw) == ("match", "")


@pytest.mark.parametrize(
    "raw",
    [
        STRING.replace(TITLE, "Nothing that anybody ever wrote about golfers and their backs"),
        f"Zabel C, Yates D. {TITLE}. Ann Nowhere. 1999;3:1-9.",
        f"Zabel C. A history of the invented crest. Ann Nowhere. 1999;3:1-9. See also {TITLE}.",
    ],
)
def test_parts_of_it_in_an_invented_reference_are_not_the_work(raw: str) -> None:
    assert answer(raw)[0] == "none"


@pytest.mark.parametrize("before", ["Reply to: ", "Erratum to: ", "Corrigendum to “", "Retraction: ", "Comment on "])
def test_what_is_about_the_work_is_not_the_work(before: str) -> None:
    raw = STRING.replace(TITLE, before + TITLE + "”" * ("“" in before)).replace("137-144", "360")
    found, why = answer(raw)
    assert (found, why.startswith("a notice or reply is cited")) == ("none", True)


@pytest.mark.parametrize("behind", [": authors’ reply", ": author's response", " [corrigendum]"])
def test_a_reply_that_says_so_at_its_end_is_not_the_work(behind: str) -> None:
    found, why = answer(STRING.replace(TITLE, TITLE + behind).replace("137-144", "360-361"))
    assert (found, why) == ("none", f"only one title says “{behind.strip(' :[]')}”")


@pytest.mark.parametrize(
    ("own", "other"), [(": Part I", ": Part II"), (" I", " II"), (". 1", ". 2"), (", part 1", ", part 2")]
)
def test_another_part_is_another_work(own: str, other: str) -> None:
    raw = STRING.replace(TITLE, TITLE + other).replace("137-144", "201-209")
    assert answer(raw, said(title=TITLE + own))[0] == "unsure"
    assert answer(raw, said(title=TITLE + own, page=""))[0] == "unsure"
    assert answer(STRING.replace(TITLE, TITLE + own), said(title=TITLE + own)) == ("match", "")


def test_the_same_part_may_be_numbered_otherwise() -> None:
    assert answer(STRING.replace(TITLE, f"{TITLE}: part 2"), said(title=f"{TITLE}: Part II")) == ("match", "")


def test_a_protocol_is_not_its_trial() -> None:
    raw = STRING.replace(TITLE, f"{TITLE}: study protocol for an invented trial").replace("137-144", "e1")
    assert answer(raw)[0] == "none"


def test_a_companion_paper_is_told_apart_by_the_words_that_differ() -> None:
    found, why = answer(STRING.replace("invented crest", "imagined spine").replace("137-144", "301-309"))
    assert (found, why) == ("unsure", "their titles differ: imagined spine | crest")


def test_a_review_of_a_book_is_not_the_book() -> None:
    review = said(title=f"Book review: {TITLE}", page="401")
    raw = f"Quimby A, Orlov B. {TITLE}. J Invent Med. 2011;24."
    assert answer(raw, review)[0] != "match"


def test_a_preprint_is_not_its_article_and_the_article_is_not_its_preprint() -> None:
    preprint = replace(record(said=replace(SAID, volume="", page="", container_title="bioRxiv")), types=("preprint",))
    assert answer(STRING, preprint) == ("unsure", "it is a preprint, and an article is cited")
    cited = f"Quimby A, Orlov B. {TITLE}. bioRxiv. 2011."
    assert answer(cited, preprint) == ("match", "")
    assert answer(cited) == ("unsure", "a preprint is cited, and it is the article")


def test_a_string_without_title_is_sure_where_all_else_agrees() -> None:
    raw = "Quimby A, Orlov B. J Invent Med. 2011;24:137."
    assert answer(raw)[0] == "match"
    assert answer(raw.replace("137", "139"))[0] == "none"
    assert answer(raw.replace("Quimby A", "Zabel C").replace("Orlov B", "Yates D"))[0] == "unsure"


def test_a_short_title_needs_its_place() -> None:
    short = said(title="Editorial")
    assert answer("Quimby A. Editorial. J Invent Med. 2011;24:137-144.", short) == ("match", "")
    assert answer("Quimby A. Editorial. J Invent Med. 2011;24:201-202.", short)[0] != "match"


def test_a_title_in_two_languages_is_found_by_either() -> None:
    both = said(title=f"Die Einklemmung eines erfundenen Nerven am Kamm [{TITLE}]")
    assert answer(STRING, both)[0] == "match"
    assert answer(STRING.replace(TITLE, "Die Einklemmung eines erfundenen Nerven am Kamm"), both)[0] == "match"
    assert answer(STRING, said(title=f"[{TITLE}]"))[0] == "match"


def test_of_two_references_in_one_string_neither_is_sure() -> None:
    other = "A second invented work about imagined ligaments"
    two = Record(1, "pubmed", "pmid:90000002", Ids(pmid="90000002"), _other(other))
    raw = f"(a) {STRING} (b) Zabel C, Quimby A. {other}. Ann Nowhere. 2013;7:11-19."
    index = Index({"one": (record(said=SAID),), "two": (two,)})
    found = index.match(parse(raw).fields, raw)
    assert found.answer == "match" if found.candidate == "one" else "unsure"


def _other(title: str) -> Fields:
    return fields(
        title=title, authors="Zabel C, Quimby A", year="2013", volume="7", page="11-19", journal="Ann Nowhere"
    )


def test_a_common_surname_elsewhere_among_the_authors_is_no_witness() -> None:
    raw = f"Quimby X, Zabel C, Yates D. {TITLE}. J Invent Med. 2011."
    assert answer(raw, said(authors="Ostrova E, Quimby A, Fabel G"))[0] != "match"


def test_half_of_a_double_surname_is_the_surname() -> None:
    assert answer(STRING, said(authors="Quimby-Ostrova A, Orlov B"))[0] == "match"


@pytest.mark.parametrize(("where", "wanted"), [("2012;10:9", "unsure"), ("2012;9:139", "match")])
def test_a_volume_is_not_found_in_what_is_a_page(where: str, wanted: str) -> None:
    work = record(said=fields(title=TITLE, authors="Quimby A", year="2011", volume="9", page="139"))
    assert answer(f"Quimby A. {TITLE}. J Invent Med {where}", work)[0] == wanted
