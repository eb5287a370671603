"""Works that are hard to exchange, all invented: what they hold is what programs lose or misread.

Every identifier is of a kind that no registry gives: DOIs of 10.5555, PMIDs above 99,999,000.
"""

from __future__ import annotations

from cluneal_lit import pages
from cluneal_lit.model import (
    Asked,
    Date,
    Dates,
    Entry,
    Fields,
    Ids,
    Name,
    Note,
    Relation,
    Section,
    Status,
)

CLEAN = Status("none")
HEARD = (Asked("pubmed", "pmid:99999901", "2026-11-20", "here"),)
LONG = "Invented findings go on and on, and say at last what was to be said of the nerves. " * 60 + "So it ends."
ENTRY_WITHIN = (
    "An abstract that holds @article{smith2020, title = {Nothing}} and @string(x), \\{ and }, 100% of $5 & more_1."
)


def work(key: str, **said: object) -> Entry:
    """An invented journal article; its fields are those of `Fields`, all else is the entry's own."""
    names = Fields.__struct_fields__
    given = {
        "type": "article-journal",
        "container_title": "Journal of Invented Findings",
        "container_title_short": "J Invent Find",
        "issued": Date(((2019, 3, 28),)),
        "volume": "7",
        "issue": "2",
    }
    start = given if said.get("type", "article-journal") == "article-journal" else {}
    fields = Fields(**{**start, **_of(said, names)})  # type: ignore[arg-type]
    own = {"pages": pages.parse(fields.page), "ids": Ids(), "status": CLEAN, "verdict": "verified", "sources": HEARD}
    return Entry(key=key, fields=fields, **{**own, **{name: said[name] for name in said if name not in names}})  # type: ignore[arg-type]


def _of(said: dict[str, object], names: tuple[str, ...]) -> dict[str, object]:
    return {name: value for name, value in said.items() if name in names}


def person(family: str, given: str, particle: str = "", suffix: str = "") -> Name:
    return Name(family=family, given=given, non_dropping_particle=particle, suffix=suffix)


HARD: tuple[Entry, ...] = (
    work(
        "abstract2019",
        title="An abstract that holds an entry",
        author=(person("Muster", "Anna"),),
        ids=Ids(doi="10.5555/invented.abstract"),
        page="1-9",
        abstract=(Section(ENTRY_WITHIN, "METHODS"), Section("Two in all.", "RESULTS")),
    ),
    work(
        "book2011",
        type="book",
        title="Invented nerves of the back",
        author=(person("Muster", "Anna"),),
        publisher="Invented House",
        publisher_place="Ulm",
        edition="3",
        collection_title="Invented Monographs",
        volume="12",
        issued=Date(((2011,),)),
        ids=Ids(isbn=("9780306406157",)),
        language="de",
    ),
    work(
        "chapter2012",
        type="chapter",
        title="The middle nerves",
        author=(person("Beispiel", "Bea"), person("Muster", "Anna")),
        editor=(person("Berg", "Jan", "van der"), Name(literal="Invented Editorial Board")),
        container_title="Handbook of invented nerves",
        publisher="Invented House",
        publisher_place="Ulm",
        issued=Date(((2012,),)),
        page="101-119",
        ids=Ids(isbn=("9780306406157",), doi="10.5555/invented.chapter"),
    ),
    work(
        "chinese2020",
        title="中殿皮神经卡压的解剖学研究",
        author=(person("李", "明"), person("王", "小华")),
        container_title="发明解剖学杂志",
        container_title_short="",
        page="e0123",
        language="zh",
        keywords=("臀中皮神经", "解剖"),
    ),
    work(
        "editors2003",
        type="book",
        title="Invented nerves & their diseases",
        editor=(person("Muster", "Anna"), person("Graaf", "Piet", "de"), person("Köse Güven", "Şule-Ann M.-J.")),
        publisher="House & Sons",
        publisher_place="Ulm",
        issued=Date(((2003,),)),
        ids=Ids(isbn=("9783161484100",)),
        language="de",
        keywords=("α₂ & β",),
        abstract=(Section("100% of A&B's $5 #1 trials_x ~50 ^2 C:\\new \\{half} --- `x' <5 and >3 @comment{y}"),),
    ),
    work(
        "formulae2018",
        title="Ca²⁺ and α-synuclein in ΔF508: H2O, β₂-receptors and CO₂ at −5 °C ± 0.5 of 10⁻⁵ m²",
        author=(person("Muster", "Anna"),),
        issued=Date(((2018, 5),)),
        number="e18777",
        abstract=(Section("Of 10⁵ cells in H₂O."),),
        ids=Ids(pmid="99999911", doi="10.5555/(sici)1097-0142(19990401)85:7<1::aid-inv1>3.0.co;2-h"),
    ),
    work(
        "group2021",
        title="A group stands between persons",
        author=(
            person("Yürük", "D"),
            Name(literal="Invented Nerve and Pain Study Group, Ulm"),
            person("Öz", "ÖT"),
            Name(literal="ABC Consortium"),
        ),
        page="25-32",
        ids=Ids(pmid="99999912", pmcid="PMC9999912", doi="10.5555/invented.group"),
        issn=("0000-0000", "1111-1119"),
        keywords=("nerves, cluneal", "low back pain"),
    ),
    work(
        "long2019",
        title="An abstract of five thousand characters",
        author=(person("Muster", "Anna"),),
        abstract=(Section(LONG),),
        page="S12-S20",
    ),
    work(
        "names2017",
        title="Particles and suffixes",
        author=(
            person("Berg", "Jan", "van der"),
            person("Petri", "William A.", suffix="Jr"),
            person("García y López", "María-José"),
            person("O’Brien", "Conor", suffix="III"),
            person("d’Aubigné", "R. M."),
        ),
        issued=Date(((2017,),)),
        page="5",
    ),
    work(
        "nothing",
        type="",
        title="A work of which nothing else is known",
        container_title="",
        container_title_short="",
        verdict="unchecked",
        status=Status("unchecked"),
        sources=(),
    ),
    work(
        "preprint2023",
        type="article",
        title="A preprint that became a paper",
        author=(person("Muster", "Anna"),),
        container_title="inventRxiv",
        issued=Date(((2023, 1, 4),)),
        ids=Ids(doi="10.5555/2023.01.04.523456"),
        url="https://example.org/a_b%20c?d=e&f=g#h~i",
        relations=(Relation("preprint", "of", Ids(pmid="99999914", doi="10.5555/invented.paper"), source="crossref"),),
    ),
    work(
        "retracted2020",
        title="Relief in every patient",
        author=(person("Muster", "Anna"),),
        issued=Date(((2018, 9),)),
        dates=Dates(print=Date(((2018, 9),)), electronic=Date(((2018, 4, 13),))),
        page="637-641",
        ids=Ids(pmid="99999913", doi="10.5555/invented.retracted"),
        types=("Journal Article", "Retracted Publication"),
        status=Status(
            "retracted",
            date=Date(((2020, 5, 4),)),
            notice=Ids(pmid="99999902", doi="10.5555/invented.retraction"),
            text="J Invent. 2020 May 4;7(5):99",
            sources=("pubmed", "crossref"),
        ),
        relations=(
            Relation(
                "retraction",
                "in",
                Ids(pmid="99999902", doi="10.5555/invented.retraction"),
                Date(((2020, 5, 4),)),
                "pubmed",
                "J Invent. 2020 May 4;7(5):99",
            ),
            Relation("correction", "in", Ids(pmid="99999903"), None, "pubmed", "J Invent. 2019 Jan;6(1):7"),
        ),
        note=Note(
            "retracted2020",
            ("pmid:99999913",),
            "**Bottom line.** Do *not* rely on it; see `group2021`.\n\n**Result.** 31 of 40 {sic} & 100%.",
            tags=("middle", "block"),
            significance="landmark",
        ),
    ),
    work(
        "signs2016",
        title="Signs: “quotes”, 'others', \"these\", {braces}, & % $ # _ {} ~ ^ \\ <i>in</i> vivo -- and --- so on",
        author=(person("Ampersand & Sons", "A. B."), Name(literal="Nerves and Pain {Group}")),
        container_title="Journal of R&D in 50% of $_#",
        container_title_short="",
        volume="4 Suppl 1",
        page="12, 15-18",
        aliases=("signs2015",),
        ids=Ids(nct="NCT99999901", arxiv="2301.99999"),
    ),
)
