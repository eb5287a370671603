"""What a string says counts however it was taken apart, and no word of it twice; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.checks import agreement
from cluneal_lit.model import Citation
from tests.made import citation, fields, record

TITLE = "An invented injection for back pain of golfers in a small town"
KNOWN = fields(TITLE, authors="Quimby P, Orlov B", journal="Pain", year="2020", volume="12", issue="3", page="101-109")


def told(found: Citation, **known: str) -> list[str]:
    held = agreement.settled(found, record(said=replace(KNOWN, **known)))
    return [field for field, apart in held if apart]


def read_as(title: str, raw: str) -> Citation:
    return citation(raw, replace(KNOWN, title=title))


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("Long-term follow-up of {}", False),
        ("No {}", False),
        ("{} and its relation to quality of life", False),
        ("{}, and in children", False),
        ("{} in children", False),
        ("Reply: {}", False),
        ("Protocol for a trial: {}", False),
        ("{}: study protocol", False),
        ("{}: part 2", False),
        ("{}. II", False),
        ("Orlov B: {}", True),
        ("Quimby P, Orlov B {}", True),
        ("{}. Pain", True),
        ("{} Pain", True),
        ("{} [in German]", True),
        ("{} [Eine erfundene Spritze gegen Rückenschmerz", True),  # whose last bracket was not read
        ("Prof. Boris Orlov ve arkadaşları. {}", True),
        ("és munkatársai: {}", True),
        ("{}. Annual meeting of an invented society", True),
        ("{}: a trial of 40 golfers", True),
        ("{}: response to treatment", True),
        ("{}: response to the letter", False),
        ("Comment on “{}”", False),
        ("Data from: {}", False),
        ("Journal club: {}", False),
        ("Kommentar zu: {}", False),
        ("Part 2: {}", False),
        ("II. {}", False),
        ("Re. {}", False),
        ("{}: a study protocol", False),
        ("{}: rationale and study protocol", False),
        ("{}: 5-year follow-up", False),
        ("{}: our reply", False),
        ("{}: an update", False),
        ("{} – a rebuttal", False),
        ("{}: Teil 2", False),
        ("{}. Second report", False),
        ("{}: a systematic review and meta-analysis", False),
        ("{}. Poster presented at a meeting", True),
        ("{}. Letters in Pain", False),
        ("Ein erfundener Titel [{}]", True),
        ("on behalf of the Invented Golfers. {}", True),
        ("Invented Golf Study Group. {}", True),
    ],
)
def test_a_title_is_another_with_words_that_nothing_parts_from_it_and_in_a_reply_or_part(
    title: str, same: bool
) -> None:
    read = title.format(TITLE)
    raw = f"Quimby P, Orlov B. {read}. Pain. 2020;12(3):101-9."
    assert told(read_as(read, raw)) == ([] if same else ["title"])


@pytest.mark.parametrize(
    ("end", "placed", "same"),
    [
        (": a trial of 40 golfers", True, True),
        (": a trial of 40 golfers", False, False),
        (": a study protocol", True, False),
        (" (Review)", False, True),
    ],
)
def test_a_subtitle_that_the_record_lacks_is_none_at_the_records_page_alone(
    end: str, *, placed: bool, same: bool
) -> None:
    said = replace(KNOWN, title=f"{TITLE}{end}", page="101-9" if placed else "")
    raw = f"Quimby P, Orlov B. {said.title}. Pain. 2020;12(3){':101-9' if placed else ''}."
    for found in (citation(raw, said), citation("@article{quimby2020}", said)):
        assert told(found) == ([] if same else ["title"])
        assert told(found, page="") == ([] if same or "protocol" not in end else ["title"])


@pytest.mark.parametrize(
    ("end", "same"),
    [
        (": protocol of a trial", True),
        (": response to treatment", True),
        (": correction of a slice", True),
        (" - Reply", False),
        (". Authors' response", False),
    ],
)
def test_a_title_that_lacks_its_subtitle_is_no_answers(end: str, same: bool) -> None:
    known = {"title": f"{TITLE}{end}"}
    assert told(citation("@article{quimby2020}", KNOWN), **known) == ([] if same else ["title"])


@pytest.mark.parametrize(
    ("before", "piece", "behind"),
    [
        ("Quimby P, Orlov B. ", "golfers in a small town", ". Pain. 2020;12(3):101-9."),
        ("Quimby P, Orlov B (2020) ‘", "Orlov B", "’, Pain, 12(3), pp. 101-9."),
        ("Paul Quimby, Boris Orlov, ", "Boris Orlov", ", Pain 12 (2020) 101-109."),
        ("Quimby P, Orlov B, et al ", "Pain", " Pain 2020;12:101-9."),
        ("Quimby P, Orlov B. ", "golfers in a small", "Pain .2020;12:101-9."),
    ],
)
def test_a_title_that_was_read_elsewhere_stands_in_the_string(before: str, piece: str, behind: str) -> None:
    assert told(read_as(piece, f"{before}{TITLE}{behind}")) == []
    assert told(read_as(piece, f"{before}Against {TITLE}{behind}")) == ["title"]


@pytest.mark.parametrize("journal", ["Letters in Invented Pain", "Updates of Pain", "Review of Pain", "Part A Pain"])
def test_a_journal_that_is_called_like_another_text_is_none(journal: str) -> None:
    raw = f"Quimby P, Orlov B. {TITLE}. {journal}. 2020;12(3):101-9."
    assert "title" not in told(read_as("golfers in a small town", raw), container_title=journal)


def test_words_within_others_are_no_title() -> None:
    longer = "Noninvented injections for golf in an invented town"
    assert told(read_as(longer, f"Quimby P. {longer}. Pain. 2020."), title=longer[3:]) == ["title"]


@pytest.mark.parametrize(
    "raw",
    [
        "{}. Pain. 2017;12(3):101-9 (Accessed: 3 May 2020)",
        "{}. Pain. 2017;12(3):101-9. Retrieved May 3, 2020, from an address",
        "{}. Pain [Internet]. 2017 [cited 2020 May 3];12(3):101-9.",
        "{}. Pain. 2017;12(3):101-9. Consulté le 3 mai 2020.",
        "{}. Pain. 2017;12(3):101-9 (дата обращения: 03.05.2020).",
        "{}. Pain. 2017;12(3):101-9 [cit. 2020-05-03].",
        "{}. Pain. 2017;12(3):101-9 (hämtad 2020-05-03).",
        "{}. Pain. 2017;12(3):101-9 (erişim tarihi: 03.05.2020).",
        "{}. Pain. 2017;12(3):101-9. Letöltve: 2020. 05. 03.",
        "{}. Pain. 2017;12(3):101-9. Viitattu 3.5.2020.",
        "{}. Pain. 2017;12(3):101-9 (přístup 3.5.2020).",
        "{}. Pain. 2017;12(3):101-9. Fecha de consulta: 3 de mayo de 2020.",
        "{}. Pain. 2017;12(3):101-9 (besucht am 03.05.2020).",
        "{}. Pain. 2017;12(3):101-9 (Stand: 03.05.2020).",
        "{}. Pain. 2017;12(3):101-9. Downloaded 3.5.2020.",
        "{}. Pain. 2017;12(3):101-9. Πρόσβαση: 3 Μαΐου 2020.",
        "{}. Pain. 2017;12(3):101-9. 2020年5月3日アクセス",
        "{}. Pain. 2017;12(3):101-9 (접속일: 2020.05.03).",
        "{}[J/OL]. Pain, 2017, 12(3): 101-109 [2020-05-03].",
    ],
)
def test_the_year_of_a_visit_is_not_the_works(raw: str) -> None:
    found = citation(raw.format(f"Quimby P. {TITLE}"), replace(KNOWN, issued=dates.parse("2017")))
    assert told(found) == ["year"]


def test_a_year_that_was_read_in_the_title_is_not_the_works() -> None:
    title = "Retrieved stones, accessed in 2017: an invented survey"
    found = citation(f"Quimby P. {title}. Pain. 2020;12(3):101-9.", replace(KNOWN, issued=dates.parse("2017")))
    assert told(found, title=title) == []


@pytest.mark.parametrize("journal", ["Pain", "Golf", "Biochemistry"])
def test_initials_and_words_of_the_title_are_no_journal(journal: str) -> None:
    title = "An invented golf of back pain in Birmingham"
    said = replace(KNOWN, title=title, container_title="Lancet")
    raw = f"Quimby P, Orlov B. {title}. Lancet. 2020;12(3):101-9."
    assert told(citation(raw, said), title=title, container_title=journal) == ["journal"]
    read = replace(said, container_title="Birmingham")
    assert told(citation(raw.replace("Lancet", journal), read), title=title, container_title=journal) == []


@pytest.mark.parametrize(
    ("raw", "said", "differs"),
    [
        ("12(3):44-51", {"page": "44-51"}, ["pages"]),
        ("33(12):101-9", {"volume": "33", "issue": "12"}, ["volume", "issue"]),
        ("12, 3 (2020): 17-19", {"page": "3"}, []),
        ("3, 12: 17-19", {"volume": "3", "issue": "12", "page": "17-19"}, []),  # nothing says which is which
    ],
)
def test_a_number_of_the_string_stands_for_one_field(raw: str, said: dict[str, str], differs: list[str]) -> None:
    found = citation(f"Quimby P, Orlov B. {TITLE}. Pain. 2020;{raw}.", replace(KNOWN, **said))
    known = {"page": "12-19"} if differs == ["pages"] else {} if differs else {"page": "17-19"}
    assert told(found, **known) == differs


def test_a_journal_is_held_against_the_name_in_its_own_script() -> None:
    known = {"container_title": "Терапевтический архив", "container_title_short": "Ter Arkh"}
    for journal, differs in (("Терапевтический архив", []), ("Ter Arkh", []), ("Кардиология", ["journal"])):
        found = citation(
            f"Quimby P, Orlov B. {TITLE}. {journal}. 2020;12(3):101-9.", replace(KNOWN, container_title=journal)
        )
        assert told(found, **known) == differs
