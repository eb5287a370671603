"""Citations in words, whole. Works with a 10.5555 DOI are invented; the others restate facts about real papers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import names
from cluneal_lit.formats import csl_entry
from cluneal_lit.model import Date, Dates, Entry, Fields, Ids, Name, Pages, Relation, Status
from cluneal_lit.outputs import ama, styles
from tests.formats.invented import CLEAN, RETRACTED, article


def people(*written: str) -> tuple[Name, ...]:
    return tuple(Name(family=name.rpartition(" ")[0], given=name.rpartition(" ")[2]) for name in written)


def entry(ids: Ids = Ids(), dates: Dates | None = None, status: Status = CLEAN, **fields: object) -> Entry:  # noqa: B008
    return Entry("k", ids, Fields(**({"type": "article-journal"} | fields)), status, "unchecked", dates=dates)  # type: ignore[arg-type]


REAL = [
    (
        entry(
            Ids(pmid="29656623", pmcid="PMC5944640", doi="10.14245/ns.1836024.012"),
            Dates(print=Date(((2018, 3),)), electronic=Date(((2018, 3, 28),))),
            title="Superior and Middle Cluneal Nerve Entrapment as a Cause of Low Back Pain",
            author=people("Isu Toyohiko", "Kim Kyongsong", "Morimoto Daijiro", "Iwamoto Naotaka"),
            container_title="Neurospine",
            issued=Date(((2018, 3),)),
            volume="15",
            issue="1",
            page="25-32",
        ),
        "Isu T, Kim K, Morimoto D, Iwamoto N. Superior and Middle Cluneal Nerve Entrapment as a Cause of Low Back "
        "Pain. Neurospine. 2018 Mar;15(1):25-32. doi: 10.14245/ns.1836024.012. Epub 2018 Mar 28. PMID: 29656623; "
        "PMCID: PMC5944640.",
    ),
    (
        entry(
            Ids(pmid="33880237", pmcid="PMC8053461", doi="10.25259/sni_167_2021"),
            Dates(electronic=Date(((2021, 3, 30),))),
            title="Middle cluneal nerve entrapment neuropathy attributable to lumbar disc herniation",
            author=people("Matsumoto J", "Isu T", "Kim K", "Miki K", "Isobe M"),
            container_title="Surgical neurology international",
            container_title_short="Surg Neurol Int",
            issued=Date(((2021, 3, 30),)),
            volume="12",
            page="132",
        ),
        "Matsumoto J, Isu T, Kim K, Miki K, Isobe M. Middle cluneal nerve entrapment neuropathy attributable to lumbar "
        "disc herniation. Surg Neurol Int. 2021 Mar 30;12:132. doi: 10.25259/sni_167_2021. PMID: 33880237; "
        "PMCID: PMC8053461.",
    ),
    (
        entry(
            Ids(pmid="9160476", doi="10.1097/00007632-199705150-00017"),
            title="Entrapment neuropathy of the medial superior cluneal nerve. Nineteen cases surgically treated, with "
            "a minimum of 2 years' follow-up",
            author=people("Maigne JY", "Doursounian L"),
            container_title_short="Spine (Phila Pa 1976)",
            issued=Date(((1997, 5, 15),)),
            volume="22",
            issue="10",
            page="1156-9",
        ),
        "Maigne JY, Doursounian L. Entrapment neuropathy of the medial superior cluneal nerve. Nineteen cases "
        "surgically treated, with a minimum of 2 years' follow-up. Spine (Phila Pa 1976). 1997 May 15;22(10):1156-"
        "1159. doi: 10.1097/00007632-199705150-00017. PMID: 9160476.",
    ),
]


@pytest.mark.parametrize(("work", "citation"), REAL, ids=("Isu 2018", "Matsumoto 2021", "Maigne 1997"))
def test_a_journal_article_is_cited_as_pubmed_cites_it(work: Entry, citation: str) -> None:
    assert (styles.nlm(work), styles.vancouver(work)) == (citation, citation)


def test_vancouver_names_six_authors_and_nlm_all() -> None:
    work = entry(title="Seven", author=people(*(f"Muster {letter}" for letter in "ABCDEFG")))
    assert styles.vancouver(work) == "Muster A, Muster B, Muster C, Muster D, Muster E, Muster F, et al. Seven."
    assert styles.nlm(work) == "Muster A, Muster B, Muster C, Muster D, Muster E, Muster F, Muster G. Seven."


def test_groups_are_set_off_by_semicolons_and_suffixes_follow_initials() -> None:
    author = (Name("Petri", "William A.", suffix="Jr"), Name(literal="Invented Study Group"), Name("Example", "J"))
    assert styles.nlm(entry(title="A find", author=author)) == "Petri WA Jr; Invented Study Group; Example J. A find."


@pytest.mark.parametrize("title", ["Does it hurt?", "It hurts!", "It hurts..."])
def test_a_title_keeps_its_own_ending(title: str) -> None:
    assert styles.nlm(entry(title=title, issued=Date(((2020,),)))) == f"{title} 2020."


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"volume": "4", "page": "336-49"}, "2024;4:336-349."),
        ({"issue": "3", "page": "12"}, "2024;(3):12."),
        ({"volume": "4", "issue": "3"}, "2024;4(3)."),
        ({"volume": "58", "issue": "Suppl 1", "page": "S12-20"}, "2024;58(Suppl 1):S12-S20."),
        ({"volume": "4", "number": "e103"}, "2024;4:e103."),
        ({"page": "1-10"}, "2024:1-10."),
        ({}, "2024."),
    ],
)
def test_what_is_missing_from_volume_issue_and_pages_leaves_no_sign(fields: dict[str, str], source: str) -> None:
    work = entry(title="A find", container_title_short="J. Invent. Find.", issued=Date(((2024,),)), **fields)
    assert styles.nlm(work) == f"A find. J Invent Find. {source}"


def test_a_paper_that_is_not_yet_in_an_issue_is_ahead_of_print() -> None:
    day = Date(((2026, 10, 2),))
    work = entry(Ids(doi="10.5555/x"), Dates(electronic=day), title="A find", container_title="J", issued=day)
    assert styles.nlm(work) == "A find. J. 2026 Oct 2. doi: 10.5555/x. Online ahead of print."


def test_notices_stand_before_the_pmid() -> None:
    work = article(status=RETRACTED, relations=(Relation("correction", "in", text="J Invent. 2019;7:50."),))
    assert styles.nlm(work) == (
        "Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan: A report. J Invent Find. "
        "2019 Mar;7(2):25-32. doi: 10.5555/invented.1. Epub 2019 Jan 28. Retraction in: J Invent. 2020 May 4;7(5):99. "
        "doi: 10.5555/invented.retraction. Erratum in: J Invent. 2019;7:50. PMID: 99999901; PMCID: PMC9999901."
    )


@pytest.mark.parametrize(
    ("work", "citation"),
    [
        (
            entry(
                Ids(isbn=("9780306406157",)),
                type="book",
                title="Nerves",
                author=people("Muster A"),
                edition="3",
                publisher_place="Ulm",
                publisher="Invented House",
                issued=Date(((2001,),)),
            ),
            "Muster A. Nerves. 3rd ed. Ulm: Invented House; 2001.",
        ),
        (
            entry(type="book", title="Nerves", editor=people("Muster A", "Example J"), issued=Date(((2001,),))),
            "Muster A, Example J, editors. Nerves. 2001.",
        ),
        (
            entry(
                type="chapter",
                title="The middle one",
                author=people("Muster A"),
                editor=people("Example J"),
                container_title="Nerves",
                edition="2nd ed.",
                publisher="Invented House",
                issued=Date(((2001,),)),
                page="12-34",
            ),
            "Muster A. The middle one. In: Example J, editor. Nerves. 2nd ed. Invented House; 2001. p. 12-34.",
        ),
        (
            entry(type="thesis", title="On nerves", author=people("Muster A"), publisher="Invented University"),
            "Muster A. On nerves [thesis]. Invented University.",
        ),
        (
            entry(
                Ids(doi="10.5555/pre"),
                type="article",
                title="A hope",
                container_title="inventRxiv",
                issued=Date(((2021, 3, 3),)),
            ),
            "A hope. inventRxiv [Preprint]. 2021 Mar 3. doi: 10.5555/pre.",
        ),
        (
            entry(Ids(arxiv="2004.10706"), type="article", title="A hope", publisher="arXiv"),
            "A hope. arXiv [Preprint]. arXiv:2004.10706.",
        ),
        (
            entry(type="report", title="A count", publisher="Office", number="12", issued=Date(((1999,),))),
            "A count. Office; 1999. Report No.: 12.",
        ),
        (
            entry(Ids(nct="NCT01234567"), type="document", title="A trial", issued=Date(((2024, 1, 24),))),
            "A trial [Internet]. 2024 Jan 24. ClinicalTrials.gov: NCT01234567.",
        ),
        (
            entry(type="webpage", title="A page", publisher="Invented Clinic", url="https://clinic.example/a"),
            "A page [Internet]. Invented Clinic. Available from: https://clinic.example/a",
        ),
        (
            entry(type="document", title="A leaf", publisher="Invented Clinic", issued=Date(((1999,),))),
            "A leaf. Invented Clinic; 1999.",
        ),
        (
            entry(type="document", title="A leaf", url="https://clinic.example/b"),
            "A leaf [Internet]. Available from: https://clinic.example/b",
        ),
        (entry(Ids(doi="10.5555/leaf"), type="document", title="A leaf"), "A leaf [Internet]. doi: 10.5555/leaf."),
        (entry(type=""), "[Title unknown]."),
    ],
    ids=(
        *("book", "edited book", "chapter", "thesis", "preprint", "arXiv", "report", "trial", "web page"),
        *("document on paper", "document at an address", "document with a DOI", "nothing"),
    ),
)
def test_what_is_no_article_is_cited_by_its_own_rules(work: Entry, citation: str) -> None:
    assert styles.vancouver(work) == citation


def test_the_day_on_which_a_page_was_seen_stands_where_nlm_and_ama_want_it() -> None:
    page = replace(
        entry(type="webpage", title="A page", url="https://clinic.example/a", issued=Date(((2021, 6, 7),))),
        ids=Ids(),
        accessed=Date(((2022, 1, 2),)),
    )
    assert "A page [Internet]. 2021 Jun 7 [cited 2022 Jan 2]. Available from: https://clinic.example/a" in styles.nlm(
        page
    )
    assert "A page. June 7, 2021. Accessed January 2, 2022. https://clinic.example/a" in ama.ama(page)
    paper = replace(page, fields=replace(page.fields, type="article-journal"))
    assert ("cited" in styles.nlm(paper), "Accessed" in ama.ama(paper)) == (False, False)


def test_pieces_join_to_the_citation_and_link_its_identifiers() -> None:
    work = entry(Ids(pmid="1", pmcid="PMC2", doi="10.1002/(sici)1<1::aid>3.0;2-x"), title="A find")
    pieces = styles.pieces(work)
    assert "".join(piece.text for piece in pieces) == styles.vancouver(work)
    assert [(piece.text, piece.url) for piece in pieces if piece.url] == [
        ("10.1002/(sici)1<1::aid>3.0;2-x", "https://doi.org/10.1002/%28sici%291%3C1::aid%3E3.0;2-x"),
        ("PMID: 1", "https://pubmed.ncbi.nlm.nih.gov/1/"),
        ("PMCID: PMC2", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/"),
    ]


def test_only_web_addresses_become_links() -> None:
    work = entry(type="webpage", title="A page", url="javascript:alert(1)")
    assert [piece.url for piece in styles.pieces(work) if piece.url] == []


def test_pages_of_a_record_count_before_those_of_its_fields() -> None:
    work = article(pages=Pages("417-29", "417", "429"))
    assert ":417-429." in styles.nlm(work)
    assert csl_entry.item(work)["page"] == "417-429"


def test_a_list_of_authors_that_its_source_cut_off_ends_with_et_al() -> None:
    cut = (Name(family="Muster", given="AM"), Name(family="Example", given="J"), names.ET_AL)
    assert (styles.people(cut), styles.people(cut[:1])) == ("Muster AM, Example J, et al", "Muster AM")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status("retracted"), "[Retracted]."),
        (Status("retracted", Date(((2020, 5, 4),))), "[Retracted 2020 May 4]."),
        (Status("concern"), "[Expression of concern]."),
        (Status("none"), ""),
        (Status("unchecked"), ""),
    ],
)
def test_a_status_whose_notice_nobody_names_is_said_in_square_brackets(status: Status, said: str) -> None:
    entry, clean = article(status=status), article(status=Status("none"))
    assert styles.nlm(entry) == styles.nlm(clean).replace(" PMID: ", f" {said} PMID: " if said else " PMID: ")
    assert ama.ama(entry) == (f"{ama.ama(clean)}. {said}" if said else ama.ama(clean))
    assert styles.vancouver(entry, told=False) == styles.vancouver(clean)  # beside the status that says it


def test_a_notice_that_a_relation_names_says_the_status() -> None:
    notice = Relation("retraction", "in", Ids(pmid="9"), text="J Invent. 2020;1:1")
    text = styles.nlm(article(status=Status("retracted"), relations=(notice,)))
    assert ("Retraction in: J Invent. 2020;1:1" in text, "[Retracted]" in text) == (True, False)
