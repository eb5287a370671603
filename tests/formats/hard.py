"""Invented works that are hard to exchange: none of them exists. Titles are plain text."""

from __future__ import annotations

from cluneal_lit import pages
from cluneal_lit.model import Date, Fields, Ids, Name, Record, Section

_ARTICLE = {
    "type": "article-journal",
    "title": "Invented nerves",
    "author": (Name("Muster", "Anna"),),
    "container_title": "Journal of Invented Findings",
    "issued": Date(((2019, 3, 28),)),
    "volume": "7",
    "issue": "2",
    "page": "25-32",
    "language": "en",
}


def _article(**changed: object) -> Fields:
    return Fields(**(_ARTICLE | changed))  # type: ignore[arg-type]


def _whole(**changed: object) -> Fields:
    """A work that stands in nothing but what is said."""
    return _article(**({"container_title": "", "volume": "", "issue": "", "page": ""} | changed))


def _record(number: int, fields: Fields, beyond: dict[str, object]) -> Record:
    said = {"ids": Ids(), **beyond}
    place = pages.parse(fields.page)
    return Record(format=1, source="library", id=f"a#w{number}", fields=fields, pages=place, **said)  # type: ignore[arg-type]


_SAID: tuple[tuple[Fields, dict[str, object]], ...] = (
    (_article(author=(Name("Yürük", "D"), Name("Öz", "ÖT"))), {"ids": Ids(doi="10.5555/a_b(1)<2>")}),
    (_article(author=(Name("Muster", "Anna"), Name(literal="Invented Study Group"), Name("Beispiel", "Bo"))), {}),
    (
        _article(
            author=(
                Name("Berg", "Jan", "van der"),
                Name("Petri", "William A.", suffix="Jr"),
                Name("Cruz", "María", "de la"),
            )
        ),
        {},
    ),
    (_article(title="α-synuclein, β₂-receptors and ΔF508 in CO₂ and Ca2+"), {}),
    (_article(title='He said "no", and «yes» about {braces} and “curly”'), {}),
    (_article(title="100% of A&B’s $5 #1 trials_x ~50 ^2 C:\\new {of}"), {}),
    (_article(), {"abstract": (Section("It holds @article{smith2020, title = {Nothing}} and @string(x) and more"),)}),
    (_article(), {"abstract": (Section(("word " * 1000).strip()),)}),
    (
        _article(
            title="腰痛和臀上皮神经",
            author=(Name("张", "伟"), Name("李", "小华")),
            container_title="中华医学杂志",
            language="zh",
        ),
        {},
    ),
    (
        _whole(
            type="book",
            publisher="Invented Press",
            publisher_place="Ulm",
            edition="2nd",
            collection_title="Series of Nerves",
            editor=(Name("Ed", "Itor"),),
        ),
        {"ids": Ids(isbn=("9783161484100",))},
    ),
    (
        _article(
            type="chapter",
            container_title="Book of Nerves",
            editor=(Name("Ed", "Itor"), Name("Berg", "Jan", "van der")),
            publisher="Invented Press",
            volume="",
            issue="",
            page="25-32",
            chapter_number="3",
        ),
        {"ids": Ids(isbn=("9783161484100",))},
    ),
    (
        _whole(type="article", genre="Working paper", container_title="medRxiv", publisher="Cold Spring Invented"),
        {"ids": Ids(doi="10.5555/pre.1")},
    ),
    (_whole(type="article", genre="", container_title="arXiv"), {"ids": Ids(arxiv="2001.00001")}),
    (_article(), {"ids": Ids(pmid="99999901", pmcid="PMC9999901"), "status": "retracted"}),
    (_article(author=(), container_title="", volume="", issue="", page="", issued=None), {}),
    (_whole(type="thesis", genre="PhD thesis", publisher="University of Ulm", publisher_place="Ulm"), {}),
    (
        _whole(
            type="software",
            publisher="Invented Labs",
            edition="",
            number="1.2.3",
            url="https://example.org/a_b?c=1&d=%20",
        ),
        {},
    ),
    (_whole(type="dataset", publisher="Zenodo"), {"ids": Ids(doi="10.5555/data.1")}),
    (
        _whole(
            type="webpage",
            genre="clinical trial registration",
            container_title="ClinicalTrials.gov",
        ),
        {"ids": Ids(nct="NCT99999999")},
    ),
    (_article(title="Nervios inventados", original_title="Nerven, erfunden", language="es", title_short="Nervios"), {}),
    (_article(language="de", title="Über Nerven: Öl & Wasser", container_title_short="J Inv Find"), {}),
    (_article(number="e1234", page=""), {}),
    (_article(issued=Date(((2019,),), season="spring")), {}),
    (_article(issued=Date(literal="in press")), {}),
    (
        _whole(
            type="report",
            genre="Technical report",
            number="TR-7",
            publisher="Institute of Invention",
            publisher_place="Bonn",
        ),
        {},
    ),
    (
        _article(
            type="paper-conference",
            container_title="Proceedings of Nerves",
            event_title="Days of Nerves",
            event_place="Rome",
            publisher="IEEE",
        ),
        {},
    ),
    (
        _whole(
            type="book", translator=(Name("Über", "Setzer"), Name("Berg", "Jan", "van der")), original_title="Das Buch"
        ),
        {},
    ),
    (_article(author=(Name(literal="World Health Organization"),)), {}),
    (_article(author=(Name(literal="Department of Health, Education and Welfare"), Name("Muster", "A"))), {}),
    (_article(), {"keywords": ("nerves", "pain, chronic", "A & B")}),
    (_article(type="article-newspaper", container_title="Daily Inventor", volume="", issue=""), {}),
    (_whole(type="patent", number="US1234567", publisher="Inventors Inc"), {}),
    (_article(author=tuple(Name(f"Muster{chr(97 + i % 26)}", f"A{chr(97 + i // 26)}") for i in range(60))), {}),
    (_article(title="Is it so? A question!", page="S1-S9", volume="4 Suppl 1"), {"issn": ("0000-0019", "1234-5679")}),
    (_article(author=(Name("O’Neill-Smith", "J.-P."), Name("Dr", "No"))), {}),
    (_whole(type="speech", event_title="Days of Nerves", event_place="Ulm"), {}),
    (
        _article(author=(Name("García Márquez", "José"), Name("Köse Güven", "S"))),
        {"custom": {"N1": ["  a list\n    - item", "two"], "read as": "ris"}},
    ),
    (_whole(type="entry-encyclopedia", container_title="Encyclopedia of Nerves", page="1-2"), {}),
)
HARD = tuple(_record(number, fields, beyond) for number, (fields, beyond) in enumerate(_SAID))
