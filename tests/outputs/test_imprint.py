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
        "Muster, A. M. (n.d.). Nerves (C. Second, Trans.; J. van der Berg, Ed.; 2nd ed., Vol. 3).",
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
    ],
)
def test_an_edition_loses_the_word_for_it_and_no_letter(written: str, edition: str) -> None:
    assert imprint.edition(Fields("book", edition=written)) == edition


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
