"""What is no article, in Vancouver, AMA and APA by the rules of their manuals. The works are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Date, Entry, Fields, Ids, Name, Status
from cluneal_lit.outputs import ama, apa, imprint, styles

ANNA, SECOND, BERG = Name("Muster", "Anna M."), Name("Second", "C"), Name("Berg", "Jan", "van der", "Jr.")
SOCIETY = Name(literal="Invented Society")
DAY = Date(((2019, 6, 3),))
CASES: dict[str, tuple[Fields, Ids, str, str, str]] = {
    "first edition": (
        Fields("book", title="Nerves", author=(ANNA,), edition="1", publisher="House", issued=DAY),
        Ids(),
        "Muster AM. Nerves. 1st ed. House; 2019 Jun 3.",
        "Muster AM. Nerves. House; 2019.",
        "Muster, A. M. (2019). Nerves. House.",
    ),
    "translated and edited volume": (
        Fields(
            "book", title="Nerves", author=(ANNA,), editor=(BERG,), translator=(SECOND,), volume="Vol. 3", edition="2nd"
        ),
        Ids(),
        "Muster AM. Nerves. 2nd ed. Second C, translator. van der Berg J Jr, editor. Vol. 3.",
        "Muster AM. Nerves. Second C, trans. van der Berg J Jr, ed. Vol 3. 2nd ed.",
        "Muster, A. M. (n.d.). Nerves (C. Second, Trans.; J. van der Berg, Jr., Ed.; 2nd ed., Vol. 3).",
    ),
    "doctoral thesis": (
        Fields("thesis", "PhD thesis", "On nerves", author=(ANNA,), publisher="University", issued=DAY),
        Ids(),
        "Muster AM. On nerves [dissertation]. University; 2019 Jun 3.",
        "Muster AM. On nerves. Dissertation. University; 2019.",
        "Muster, A. M. (2019). On nerves [PhD thesis, University].",
    ),
    "master's thesis": (
        Fields("thesis", "Master's thesis", "On nerves", author=(ANNA,)),
        Ids(),
        "Muster AM. On nerves [master's thesis].",
        "Muster AM. On nerves. Master's thesis.",
        "Muster, A. M. (n.d.). On nerves [Master's thesis].",
    ),
    "guideline": (
        Fields("report", title="Guide", author=(SOCIETY,), publisher="Invented Society", issued=DAY, number="7"),
        Ids(),
        "Invented Society. Guide. Invented Society; 2019 Jun 3. Report No.: 7.",
        "Invented Society. Guide. Report 7. Invented Society; 2019.",
        "Invented Society. (2019). Guide (Report No. 7).",
    ),
    "web page": (
        Fields(
            "webpage", title="A page", author=(ANNA,), container_title="A site", issued=DAY, url="https://a.example"
        ),
        Ids(),
        "Muster AM. A page [Internet]. A site; 2019 Jun 3. Available from: https://a.example",
        "Muster AM. A page. A site. June 3, 2019. https://a.example",
        "Muster, A. M. (2019, June 3). A page. A site. https://a.example",
    ),
    "trial": (
        Fields("webpage", title="A trial", publisher="ClinicalTrials.gov", issued=DAY),
        Ids(nct="NCT01234567"),
        "A trial [Internet]. ClinicalTrials.gov; 2019 Jun 3. ClinicalTrials.gov: NCT01234567.",
        "A trial. ClinicalTrials.gov identifier: NCT01234567. June 3, 2019. "
        "https://clinicaltrials.gov/study/NCT01234567",
        "A trial (ClinicalTrials.gov Identifier NCT01234567). (2019, June 3). ClinicalTrials.gov. "
        "https://clinicaltrials.gov/study/NCT01234567",
    ),
    "preprint": (
        Fields("article", title="A hope", container_title="inventRxiv", publisher="House", issued=DAY),
        Ids(doi="10.5555/pre"),
        "A hope. inventRxiv [Preprint]. 2019 Jun 3. doi: 10.5555/pre.",
        "A hope. inventRxiv. Preprint posted online June 3, 2019. doi:10.5555/pre",
        "A hope. (2019, June 3). inventRxiv. https://doi.org/10.5555/pre",
    ),
    "software": (
        Fields("software", title="tool", author=(ANNA,), edition="v2.1.0", publisher="Archive", issued=DAY),
        Ids(doi="10.5555/tool"),
        "Muster AM. tool [software]. Version 2.1.0. Archive; 2019 Jun 3. doi: 10.5555/tool.",
        "Muster AM. tool. Version 2.1.0. Archive; 2019. doi:10.5555/tool",
        "Muster, A. M. (2019). tool (Version 2.1.0) [Computer software]. Archive. https://doi.org/10.5555/tool",
    ),
    "talk": (
        Fields("paper-conference", title="A talk", event_title="Third Meeting", event_place="Ulm", issued=DAY),
        Ids(),
        "A talk. Paper presented at: Third Meeting; 2019 Jun 3; Ulm.",
        "A talk. Paper presented at: Third Meeting; June 3, 2019; Ulm.",
        "A talk [Paper presentation]. (2019, June 3). Third Meeting, Ulm.",
    ),
    "patent": (
        Fields("patent", title="A needle", author=(ANNA,), number="US 123", issued=DAY),
        Ids(),
        "Muster AM. A needle. 2019 Jun 3. Patent US 123.",
        "Muster AM. A needle. Patent US 123. 2019.",
        "Muster, A. M. (2019). A needle (Patent No. US 123).",
    ),
    "volume of a book in a series": (
        Fields(
            **{"type": "book", "title": "Nerves", "author": (ANNA,), "volume": "2", "publisher": "House"},
            **{"collection_title": "Neuro Series", "collection_number": "7", "issued": DAY, "edition": "3"},
        ),
        Ids(),
        "Muster AM. Nerves. 3rd ed. House; 2019 Jun 3. Vol. 2. (Neuro Series; no. 7).",
        "Muster AM. Nerves. Vol 2. 3rd ed. Neuro Series; no 7. House; 2019.",
        "Muster, A. M. (2019). Nerves (3rd ed., Vol. 2, Neuro Series No. 7). House.",
    ),
    "number in a series": (
        Fields("book", title="Nerves", collection_title="WHO Technical Report Series", collection_number="No. 1000"),
        Ids(),
        "Nerves. (WHO Technical Report Series; no. 1000).",
        "Nerves. WHO Technical Report Series; no 1000.",
        "Nerves (WHO Technical Report Series No. 1000). (n.d.).",
    ),
    "volume of a series": (
        Fields("book", title="Nerves", author=(ANNA,), volume="12", collection_title="Lecture Notes"),
        Ids(),
        "Muster AM. Nerves. (Lecture Notes; vol. 12).",
        "Muster AM. Nerves. Lecture Notes; vol 12.",
        "Muster, A. M. (n.d.). Nerves (Lecture Notes Vol. 12).",
    ),
    "volume with a title, in a series": (
        Fields("book", title="Nerves", author=(ANNA,), volume="3", volume_title="Arms", collection_title="Advances"),
        Ids(),
        "Muster AM. Nerves. Vol. 3, Arms. (Advances).",
        "Muster AM. Nerves. Vol 3. Arms.",
        "Muster, A. M. (n.d.). Nerves (Vol. 3).",
    ),
    "chapter of a volume in a series": (
        Fields(
            **{"type": "chapter", "title": "A part", "author": (ANNA,), "container_title": "Nerves", "volume": "2"},
            **{"collection_title": "Neuro Series", "collection_number": "Bd. 7", "page": "1-2", "editor": (SECOND,)},
        ),
        Ids(),
        "Muster AM. A part. In: Second C, editor. Nerves. Vol. 2. (Neuro Series; Bd. 7). p. 1-2.",
        "Muster AM. A part. In: Second C, ed. Nerves. Vol 2. Neuro Series; Bd. 7. 1-2.",
        "Muster, A. M. (n.d.). A part. In C. Second (Ed.), Nerves (Vol. 2, Neuro Series Bd. 7, pp. 1–2).",
    ),
    "chapter without an author": (
        Fields(
            **{"type": "entry-encyclopedia", "title": "Buttock", "container_title": "Book", "editor": (SECOND,)},
            **{"publisher": "House", "issued": DAY, "page": "12"},
        ),
        Ids(),
        "Buttock. In: Second C, editor. Book. House; 2019 Jun 3. p. 12.",
        "Buttock. In: Second C, ed. Book. House; 2019:12.",
        "Buttock. (2019). In C. Second (Ed.), Book (p. 12). House.",
    ),
    "version": (
        Fields("software", title="tool", author=(SOCIETY,), version="17", issued=DAY),
        Ids(),
        "Invented Society. tool [software]. Version 17. 2019 Jun 3.",
        "Invented Society. tool. Version 17. 2019.",
        "Invented Society. (2019). tool (Version 17) [Computer software].",
    ),
    "standard": (
        Fields("standard", title="Nerves", author=(SOCIETY,), number="ISO 14971:2019", publisher="ISO", issued=DAY),
        Ids(),
        "Invented Society. Nerves. ISO; 2019 Jun 3. ISO 14971:2019.",
        "Invented Society. Nerves. ISO 14971:2019. ISO; 2019.",
        "Invented Society. (2019). Nerves (ISO 14971:2019). ISO.",
    ),
    "standard by number alone": (
        Fields("standard", title="Nerves", number="14971", publisher="ISO"),
        Ids(),
        "Nerves. ISO. Standard No.: 14971.",
        "Nerves. Standard 14971. ISO.",
        "Nerves (Standard No. 14971). (n.d.). ISO.",
    ),
    "law": (
        Fields("legislation", title="Act", container_title="BGBl I", page="3394", number="§ 4", issued=DAY),
        Ids(),
        "Act. § 4. BGBl I. 2019 Jun 3:3394.",
        "Act. § 4. BGBl I. June 3, 2019:3394.",
        "Act, § 4, BGBl I 3394 (2019).",
    ),
    "case": (
        Fields("legal_case", title="One v. Other", container_title="US", volume="410", page="113", number="No. 70-18"),
        Ids(),
        "One v. Other. No. 70-18. US. 410:113.",
        "One v. Other. No. 70-18. US. 410:113.",
        "One v. Other, No. 70-18, 410 US 113 (n.d.).",
    ),
    "newspaper": (
        Fields("article-newspaper", title="News", container_title="Gazette", issued=DAY, page="A7"),
        Ids(),
        "News. Gazette. 2019 Jun 3:A7.",
        "News. Gazette. June 3, 2019:A7.",
        "News. (2019, June 3). Gazette, A7.",
    ),
    "translated title": (
        Fields(
            "article-journal", title="On nerves", original_title="Über Nerven", language="de", container_title="Z Nerv"
        ),
        Ids(),
        "[On nerves]. Z Nerv. German.",
        "On nerves. Z Nerv.",
        "Über Nerven [On nerves]. (n.d.). Z Nerv.",
    ),
    "suffixes": (
        Fields("article-journal", title="A find", author=(Name("One", "A", suffix="III"), BERG), page="e12"),
        Ids(),
        "One A 3rd, van der Berg J Jr. A find. e12.",
        "One A III, van der Berg J Jr. A find. e12.",
        "One, A., III, & van der Berg, J., Jr. (n.d.). A find. Article e12.",
    ),
}


@pytest.mark.parametrize("title", ["On nerves", "[On nerves]"])
def test_a_translated_title_has_one_pair_of_brackets_however_it_is_kept(title: str) -> None:
    fields, ids, *wanted = CASES["translated title"]
    work = Entry("k", ids, replace(fields, title=title), Status("none"), "verified")
    assert [styles.vancouver(work), ama.ama(work), apa.apa(work)] == wanted


@pytest.mark.parametrize("case", CASES)
def test_each_kind_is_cited_by_the_rules_of_each_manual(case: str) -> None:
    fields, ids, *wanted = CASES[case]
    work = Entry("k", ids, fields, Status("none"), "verified")
    assert [styles.vancouver(work), ama.ama(work), apa.apa(work)] == wanted


@pytest.mark.parametrize(
    ("written", "edition"),
    [
        ("Revised", "Revised ed"),
        ("2nd revised edition", "2nd revised ed"),
        ("11", "11th ed"),
        ("2.", "2nd ed"),
        ("3ed.", "3rd ed"),
        ("Third", "3rd ed"),
        ("Third edition", "3rd ed"),
        ("Edition", ""),
        ("", ""),
        ("2019", "2019 ed"),
        ("\uff12", "2nd ed"),
        ("3rd.", "3rd ed"),
        ("2/e", "2nd ed"),
        ("2nd ed., rev. ed.", "2nd ed., rev. ed."),
        ("2nd ed., rev.", "2nd ed., rev."),
        ("3. Aufl.", "3. Aufl."),
        ("3., aktualisierte Auflage", "3., aktualisierte Auflage"),
        ("2e édition", "2e édition"),
        ("2-е изд.", "2-е изд."),
        ("4e druk", "4e druk"),
        ("第2版", "第2版"),
        ("Aufled", "Aufled ed"),
    ],
)
def test_an_edition_loses_the_word_for_it_and_no_letter(written: str, edition: str) -> None:
    assert imprint.edition(Fields("book", edition=written)) == edition


def test_ama_has_the_series_of_a_report_without_a_number_there_and_the_version_of_a_page() -> None:
    said = {"title": "Nerves", "author": (ANNA,), "issued": Date(((2019,),))}
    report = Fields("report", **said, collection_title="Series", number="7", publisher="House")
    page = Fields("webpage", **said, version="1.1", container_title="A site")
    works = [Entry("k", Ids(), one, Status("none"), "verified") for one in (report, page)]
    assert [*map(ama.ama, works)] == [
        "Muster AM. Nerves. Series. Report 7. House; 2019.",
        "Muster AM. Nerves. Version 1.1. A site. 2019.",
    ]


def test_an_edition_in_the_words_of_its_language_is_closed_once() -> None:
    fields = Fields("book", title="Nerves", author=(ANNA,), edition="3. Aufl.", issued=DAY)
    work = Entry("k", Ids(), fields, Status("none"), "verified")
    assert styles.vancouver(work) == "Muster AM. Nerves. 3. Aufl. 2019 Jun 3."
    assert ama.ama(work) == "Muster AM. Nerves. 3. Aufl. 2019."
    assert apa.apa(work) == "Muster, A. M. (2019). Nerves (3. Aufl.)."


@pytest.mark.parametrize(
    ("written", "version"),
    [("v1.2", "1.2"), ("Ver. 2", "2"), ("version 3", "3"), ("rev2", "rev2"), ("Dev 3.1", "Dev 3.1")],
)
def test_a_version_loses_the_word_before_it_alone(written: str, version: str) -> None:
    assert imprint.edition(Fields("software", edition=written)) == f"Version {version}"


@pytest.mark.parametrize(
    ("written", "volume"),
    [("Vol. 3", "3"), ("vol3", "3"), ("Volumes 1-3", "1-3"), ("Vols. 1-3", "1-3"), ("Volta", "Volta"), ("12", "12")],
)
def test_a_volume_loses_the_word_before_it_alone(written: str, volume: str) -> None:
    assert imprint.volume(Fields("book", volume=written)) == volume


@pytest.mark.parametrize(
    ("written", "language"),
    [
        *[(code, "German") for code in ("de", "DE", "de-AT", "de_CH", "ger", "deu", "German", "ngerman")],
        *[(code, "Italian") for code in ("it", "ita", "Italian")],
        *[(code, "") for code in ("", "en", "en-GB", "eng", "English", "american")],
        *[(code, "Estonian") for code in ("et", "est", "Estonian")],
        *[(code, "") for code in ("fil", "Frisian", "denya")],
    ],
)
def test_a_language_is_named_by_its_code_or_name_and_never_by_another_that_begins_like_it(
    written: str, language: str
) -> None:
    assert imprint.language(Fields(language=written)) == language
