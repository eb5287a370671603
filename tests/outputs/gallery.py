"""An invented collection in which every editorial status, every verdict and every part of a page occurs.

No work, person, journal or document in it exists.
"""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.model import (
    STATUSES,
    VERDICTS,
    Asked,
    Citation,
    Collection,
    Date,
    Entry,
    Fields,
    Finding,
    Ids,
    ListItem,
    Name,
    Note,
    Place,
    ReadingList,
    Relation,
    Section,
    Status,
    Verdict,
)
from cluneal_lit.outputs.site import News
from tests.formats.invented import article

DOCUMENT = "references/documents/invented-nerves.md"
LONG = "references/documents/a folder/an-invented-document-with-a-very-long-name-that-has-no-place-to-break.docx"
NOTE = """\
**Bottom line.** An invented trial that changes nothing; it stands here so that the page has something to show.

**Result.** Compare [@retracted2020] with `concern2020`, and see the table.

| Group | Relieved |
|---|---:|
| invented block | 31 of 40 |
| invented sham | 12 of 40 |

## A heading of the note's own

- One thing, with a [link](https://example.org/a?b=c&d=e).
- Another: ~~struck~~, `code_that_is_no_key`, *stressed*.

> What somebody said, in invented words.
"""
TITLES = {
    "retracted": "Invented relief in every patient: a trial that was withdrawn from the literature",
    "unchecked": "A work about which no service was asked",
    "none": "Invented nerves in a sample of volunteers: a review",
}


def citation(number: int, form: str = "marker", document: str = DOCUMENT, **said: object) -> Citation:
    """An invented citation; its number is its line."""
    text = said.pop("sentence", "In invented patients the invented nerve is often *blamed* [3], and seldom found.")
    where = Place(line=number, column=5) if document.endswith(".md") else Place(page=number, paragraph=4)
    return Citation(
        f"c{number}",
        document,
        where,
        number * 500,
        number * 500 + 3,
        "[3]",
        form,
        sentence=str(text),
        **said,  # type: ignore[arg-type]
    )


def status(name: str) -> Status:
    """An invented status with a notice, as services give it."""
    if name in ("none", "unchecked"):
        return Status(name)
    return Status(
        name,
        date=Date(((2024, 3, 12),)),
        notice=Ids(pmid="99999902", doi=f"10.5555/invented.{name}"),
        text="J Invent. 2024 Mar 12;11(3):99",
        sources=("pubmed", "crossref"),
    )


def _of_status(number: int, name: str) -> Entry:
    fields = replace(article().fields, title=TITLES.get(name, f"An invented work whose status is {name}"))
    key = f"{name.replace('-', '')}2020"
    note = Note(
        key,
        (),
        NOTE,
        tags=("middle", "invented block"),
        significance="landmark",
        reviewed="2026-11-20",
        level="2b",
        by="A. N. Invented",
    )
    return article(
        key,
        fields=fields,
        status=status(name),
        ids=Ids(pmid=f"9999991{number}", doi=f"10.5555/invented.{number}"),
        types=("Journal Article", "Randomized Controlled Trial"),
        abstract=(Section("Nobody was invented.", "METHODS"), Section("Nothing was found.", "RESULTS")),
        licence="https://creativecommons.org/licenses/by/4.0/" if name == "none" else "",
        note=note if name in ("retracted", "none") else None,
        cited_in=(citation(10 + number), citation(30 + number, "reference", LONG)) if name != "unchecked" else (),
        verdict="unchecked" if name == "unchecked" else "verified",
    )


def _of_verdict(name: str) -> Entry:
    fields = replace(article().fields, title=f"An invented work whose verdict is {name}")
    return article(f"{name}2021", fields=fields, verdict=name, note=None, basis="mixed", ids=Ids(pmid="99999920"))


PREPRINT = article(
    "preprint2022",
    fields=replace(article().fields, type="article", title="An invented preprint", language="fr"),
    ids=Ids(doi="10.5555/2022.01.01.000001"),
    relations=(
        Relation(
            "preprint",
            "of",
            Ids(doi="10.5555/invented.paper", pmid="99999930"),
            source="crossref",
            text="J Invent. 2023;10:1-9",
        ),
    ),
)
UNTITLED = Entry(
    "anon", Ids(), Fields(), Status("unchecked"), "unchecked", sources=(Asked("library", "own.json#anon"),)
)
FRENCH = article(
    "etranger1950",
    ids=Ids(),
    fields=Fields(
        type="article-journal",
        title="Des nerfs inventés chez l'homme",
        author=(Name(family="Étranger", given="É"),),
        container_title="Revue inventée",
        issued=Date(((1950,),)),
        language="fr",
    ),
    sources=(Asked("library", "own.json#etranger1950"),),
    basis="seed",
    verdict="unchecked",
    status=Status("unchecked"),
    note=None,
)
ENTRIES = (
    *(_of_status(number, name) for number, name in enumerate(STATUSES)),
    *(_of_verdict(name) for name in VERDICTS),
    PREPRINT,
    UNTITLED,
    FRENCH,
)
DEAD = citation(
    60,
    "reference",
    sentence="Nobody A. An invented paper with an invented DOI. J Invent. 2001;1:1. doi: 10.5555/dead.",
    fields=Fields(title="An invented paper with an invented DOI"),
    ids=Ids(doi="10.5555/dead"),
    in_list=True,
)
ASTRAY = (
    citation(24, sentence="Nobody has found that again [6].", numbers=(6,)),
    replace(DEAD, raw=DEAD.sentence, number=6),
    replace(citation(61, "pmid", LONG, sentence="It is said elsewhere (PMID: 99999977)."), raw="PMID: 99999977"),
    replace(citation(62, "key", sentence="As is known [@nobody1999]."), raw="[@nobody1999]"),
)
WRONG = (
    Finding(
        "LIT202",
        DOCUMENT,
        DEAD.place,
        citation=DEAD.id,
        values={
            "id": "doi:10.5555/dead",
            "source": "doi.org",
            "day": "2026-11-20",
            "answer": "doi.org answered on 2026-11-20 that it has no such record",
            "meant": "",
            "where": "https://search.crossref.org/",
        },
    ),
    Finding("LIT405", DOCUMENT, Place(line=62, column=5), citation="c62", values={"cited": "nobody1999"}),
)
GALLERY = Collection(
    title="Invented nerves",
    entries=tuple(sorted(ENTRIES, key=lambda entry: entry.key)),
    citations=(*(one for entry in ENTRIES for one in entry.cited_in), *ASTRAY),
    verdicts=(
        *(Verdict(one.id, "verified") for entry in ENTRIES for one in entry.cited_in if one.form != "marker"),
        Verdict("c60", "absent"),
        Verdict("c61", "unchecked"),
        Verdict("c62", "unchecked"),
    ),
    findings=WRONG,
    lists=(
        ReadingList(
            "start-here",
            "Start here",
            "Invented, and *short*. Begin with `none2020`.",
            (
                ListItem("none2020", "must", "The **one** to know, before [@concern2020]."),
                ListItem("retracted2020", "must", "It was on the list."),
                ListItem("concern2020", "should", "Read it with care."),
                ListItem("preprint2022", "background"),
                ListItem("unchecked2020", "", "Nobody asked about it."),
                ListItem("nobody2000"),
            ),
        ),
        ReadingList("empty", "Nothing yet"),
    ),
    documents=(DOCUMENT, LONG),
)
NEWS = (
    News("2026-11-20", "retracted", "retracted2020", TITLES["retracted"], "retraction, 2024 Mar 12: PMID: 99999902"),
    News("2026-11-18", "published", "preprint2022", "An invented preprint", "J Invent. 2023;10:1-9", ("crossref",)),
)
ONE = Collection("One invented work", (FRENCH,), (), (), (), (), ())
MANY = Collection(
    "Many invented works",
    (
        *(article(f"many{number}", note=None) for number in range(1000, 1119)),
        article("many1119", note=None, fields=Fields(type="article-journal", title="发明神经的研究")),
    ),
    (),
    (),
    (),
    (),
    (),
)
EMPTY = Collection("Nothing yet", (), (), (), (), (), ())
