"""Invented works with all that programs stumble over: none of them exists, nor does any person or journal in them."""

from __future__ import annotations

from cluneal_lit.model import Collection, Date, Entry, Fields, Ids, Name, Note, Pages, Section
from tests.formats.invented import CLEAN, RETRACTED

SIGNS = "100% of A&B's $5 #1 trials_x {of} ~50 ^2 C:\\new \\{half} --- `x' <5 and >3"
TRAP = "Some abstracts hold @article{smith2020, title = {Nothing}} and @string(x), or a @comment{y}; others a } alone."
_PEOPLE = (
    Name(family="Yürük", given="D"),
    Name(literal="Invented Study and Trial Group, Ankara"),
    Name(family="Öz", given="ÖT"),
    Name(family="Berg", given="Jan", non_dropping_particle="van der"),
    Name(literal="Nerve & Pain Consortium"),
    Name(family="Petri", given="William A.", suffix="Jr"),
    Name(family="Köse Güven", given="Şule-Ann"),
    Name(family="O'Hara", given="M.-J."),
)


def _work(key: str, fields: Fields, **said: object) -> Entry:
    return Entry(**{"key": key, "ids": Ids(), "fields": fields, "status": CLEAN, "verdict": "verified"} | said)  # type: ignore[arg-type]


def _article(title: str, **said: object) -> Fields:
    common: dict[str, object] = {
        "type": "article-journal",
        "title": title,
        "author": (Name(family="Muster", given="Anna Maria"), Name(family="Example", given="J")),
        "container_title": "Journal of Invented Findings & Nerves",
        "container_title_short": "J Invent Find",
        "issued": Date(((2019, 3),)),
        "volume": "7",
        "issue": "2 Suppl 1",
        "page": "S25-S32",
        "language": "en",
    }
    return Fields(**common | said)  # type: ignore[arg-type]


ENTRIES = (
    _work(
        "book2003",
        Fields(
            type="book",
            title="Invented nerves & their diseases",
            editor=(
                Name(family="Muster", given="Anna"),
                Name(family="Graaf", given="Piet", non_dropping_particle="de"),
            ),
            publisher="House & Sons",
            publisher_place="Ulm",
            edition="3",
            issued=Date(((2003,),)),
            collection_title="Invented monographs",
            volume="12",
            language="de",
        ),
        ids=Ids(isbn=("9783161484100",)),
    ),
    _work(
        "chapter2004",
        Fields(
            type="chapter",
            title="The part on the nerves of the buttock",
            author=(Name(family="Öz", given="ÖT"),),
            editor=(Name(family="Muster", given="Anna"),),
            container_title="An invented handbook",
            publisher="House",
            publisher_place="Ulm",
            issued=Date(((2004,),)),
            page="101-119",
            language="en",
        ),
        ids=Ids(isbn=("9783161484100",)),
    ),
    _work(
        "chinese2020",
        _article(
            "腰痛与臀上皮神经的虚构研究",
            author=(Name(family="王", given="小明"), Name(literal="虚构研究组")),
            container_title="虚构医学杂志",
            container_title_short="",
            page="12-19",
            language="zh",
        ),
        ids=Ids(pmid="99999905"),
        pages=Pages("12-9", "12", "19"),
    ),
    _work(
        "preprint2021",
        Fields(
            type="article",
            title="An invented hope: Does it hold?",
            author=(Name(family="Hope", given="Ann"),),
            container_title="inventRxiv",
            issued=Date(((2021, 11, 30),)),
            url="https://preprints.example/a_b?c=1&d=%20~e#f",
            language="en",
        ),
        ids=Ids(doi="10.5555/2021.11.30_21-x"),
    ),
    _work(
        "retracted2020",
        _article("Invented relief in every patient", page="e1001234"),
        ids=Ids(pmid="99999903", doi="10.1002/(sici)1_2:3<1::aid>3.0.co;2-x"),
        status=RETRACTED,
    ),
    _work("title2018", _article(SIGNS, container_title="Signs & _ # Symbols", author=_PEOPLE[:2])),
    _work("without1999", _article("A work without any identifier", page="1", issued=Date(((1999,),)), issue="")),
    _work(
        "yuruk2021",
        _article(
            'α-Synuclein, β₂-receptors and H2O in ΔF508 mice: A “quoted” Na+/K+-ATPase with "CO₂" in Japan',
            author=_PEOPLE,
        ),
        ids=Ids(pmid="99999901", pmcid="PMC9999901", doi="10.5555/invented_1"),
        pages=Pages("S25-32", "S25", "S32"),
        issn=("1234-5679",),
        keywords=("low back pain", "nerves, cluneal", "α₂ & β"),
        abstract=(
            Section(f"{TRAP} {SIGNS}", "BACKGROUND"),
            Section(" ".join(f"Word {number} of many." for number in range(270)), "METHODS"),
        ),
        note=Note("yuruk2021", ("pmid:99999901",), "First part: 50% & more.\n\nSecond part with @article{x}."),
    ),
)
COLLECTION = Collection("Invented", ENTRIES, (), (), (), (), ())
