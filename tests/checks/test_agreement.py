"""What is only written otherwise, and what says otherwise; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates, names
from cluneal_lit.checks import agreement, people, titles, venues
from cluneal_lit.model import Citation, Date, Dates, Fields, Ids, Name
from tests.made import citation, fields, record

ENTRY = "@article{quimby2019}"


def cited(raw: str = ENTRY, **said: str) -> Citation:
    return citation(raw, fields(**said))


def different(found: Citation, **said: str) -> list[str]:
    """The fields in which a citation says otherwise than a record."""
    held = agreement.settled(found, record(said=fields(**said)))
    return [field for field, apart in held if apart]


@pytest.mark.parametrize("one", [Name("Q.", "JL"), Name("Q", "J. L.")])
def test_names_that_print_alike_are_no_difference(one: Name) -> None:
    found = citation(ENTRY, Fields(author=(one,)))
    other = record(said=Fields(author=(Name("Q.", "J. LOZANO"),)))
    assert [*agreement.settled(found, other)] == [("author", None), ("authors", None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Loss of TNF-α in <i>Invented</i> mice &amp; men", "Loss of TNF-alpha in invented mice and men"),
        ("An invented mind–body problem: a trial", "An Invented Mind-Body Problem"),
        ("[An invented view of golf in Paris]", "An invented view of golf in Paris."),
        ("An invented tumour of the oesophagus", "An invented tumor of the esophagus"),
        ("The invented nerve (Review)", "The invented nerve"),
        ("Retracted: An invented view of golf", "An invented view of golf"),
        ("Ein erfundener Blick auf MÃ¼nster", "Ein erfundener Blick auf Münster"),
        ("An invented view of golfers1,2", "An invented view of golfers"),
        ("AN INVENTED VIEW OF GOLFERS: IS THERE ANY? 1", "An invented view of golfers - is there any?"),
        ("An invented view [Ein erfundener Blick auf Golf]", "Ein erfundener Blick auf Golf"),
        ("Invented women >or=30 years of age", "Invented women ≥30 years of age"),
        ("TGF-ß1 in an invented 2 × 2 trial", "TGF-β1 in an invented 2 x 2 trial"),
        ("An invented ache of the knee (AOK) in golf", "An invented ache of the knee in golf"),
        ("An invented view [version 2; peer review: 2 approved, 1 with reservations]", "An invented view"),
        ("The programme of an invented centre", "The program of an invented center"),
        ("An invented view.[Erratum appears in J Inv. 2013;27(3):377 Note: Orlov, B [added]]", "An invented view"),
        (
            "Performing golf in an invented town [Golf in einer erfundenen Stadt im Westen]",
            "Performing golf in an invented town",
        ),
        ("Short report: an invented view of golf", "An invented view of golf"),
        ("Poster 303 An invented view of golf", "An invented view of golf"),
        ("Invented golf where P<.05 (α-SMA)", "Invented golf where p < 0.05"),
        ("Interferon- (IFN-): an invented marker", "Interferon-γ (IFN-γ): an invented marker"),
        ("An invented view oftheGreen", "An invented view of the green"),
        ("An invented green vs. golf", "An invented green versus golf"),
        ("Golf in an invented town. Part II: six-month results", "Golf in an invented town. Part 2: 6-month results"),
        ("Golf of type I in an invented town", "Golf of type 1 in an invented town"),
        ("Golf with E. coli and S aureus in town", "Golf with Escherichia coli and Staphylococcus aureus in town"),
        ("Anaemia and oedema in invented golfers", "Anemia and edema in invented golfers"),
        ("Ageing, grey matter: an invented judgement", "Aging, gray matter: an invented judgment"),
        ("A minimally invented licence for sceptical men", "Minimally invented license for skeptical men"),
        ("Twenty-five-year results of invented golf", "25-year results of invented golf"),
        ("A second look at invented golf in a town", "A 2nd look at invented golf in a town"),
        ("Behandlung der Rueckenschmerzen bei Golfern", "Behandlung der Rückenschmerzen bei Golfern"),
        ("P012 Quality of life of invented golfers", "Quality of life of invented golfers"),
        ("Golf at 1, 2, and 5 invented years", "Golf at 1,2 and 5 invented years"),
        ("Golf of 10,000 invented men", "Golf of 10000 invented men"),
        ("Golf at <3 h in invented towns", "Golf at 3 h in invented towns"),
        ("S. Aureus in an invented town", "Staphylococcus aureus in an invented town: a trial"),
    ],
)
def test_a_title_is_the_same_in_other_marks_letters_and_without_its_subtitle(one: str, other: str) -> None:
    for left, right in ((one, other), (other, one)):
        found, known = cited(title=left), fields(title=right)
        assert titles.same(found, known) or titles.goes_on(found, known)


@pytest.mark.parametrize(
    ("cut", "whole", "same"),
    [
        (
            "An invented view of the golf course: a trial in",
            "An invented view of the golf course: a trial in an invented town",
            True,
        ),
        ("An invented view of the golf course in", "An invented view of the golf course in an invented town", False),
        ("An invented view of the golf course: part I", "An invented view of the golf course: part II", False),
        ("An invented view of the golf course: part I", "An invented view of the golf course: part 2", False),
        (
            "An invented view of the golf course: a trial in Paris",
            "An invented view of the golf course: a trial in an invented town",
            False,
        ),
        (
            "An invented view of the golf course: a trial in an invented town",
            "An invented view of the golf course: a trial in",
            False,
        ),
    ],
)
def test_a_title_may_be_cut_within_its_subtitle(cut: str, whole: str, same: bool) -> None:
    assert titles.same(cited(title=cut), fields(title=whole)) == same


LONG = "Golfers are missing the point by moving the green, and juniors will have a harder time, writes Ada Quimby"


@pytest.mark.parametrize(
    ("head", "whole", "page", "same"),
    [
        ("Invented holes", f"Invented holes: {LONG}", "101", True),
        ("Invented holes?", f"Invented holes? {LONG}", "101-9", True),
        ("Invented holes", f"Invented holes. {LONG}", "301", False),
        ("Invented holes", f"Invented holes. {LONG}", "", False),
        ("Invented", f"Invented holes: {LONG}", "101", False),
        ("Invented hole", f"Invented holes: {LONG}", "101", False),
        ("Reply", "Reply: invented holes", "101", False),
        ("Invented holes", "Invented holes: part II", "101", False),
        ("Invented holes", "Invented holes. Authors' reply", "101", False),
    ],
)
def test_a_short_title_without_its_subtitle_is_the_same_at_its_page(
    head: str, whole: str, page: str, same: bool
) -> None:
    found = record(said=replace(fields(whole), page="101-109", volume="12"))
    ours = citation("", replace(fields(head), page=page, volume="12"), form="key")
    assert (dict(agreement.settled(ours, found))["title"] is None) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Golf with E. coli in an invented town", "Golf with Enterobacter cloacae in an invented town"),
        ("Golf with E. coli in an invented town", "Golf with Salmonella coli in an invented town"),
        ("Tumour necrosis factor-β in invented mice", "Tumour necrosis factor-α in invented mice"),
        ("Tumour necrosis factor in invented mice", "Tumour necrosis factor-α in invented mice"),
        ("Reply: an invented view of golf", "An invented view of golf"),
        ("An invented view of golf in the town - Reply", "An invented view of golf in the town"),
        ("[An invented golf]", "[An invented nerve]"),
        ("An invented trial of hepatitis A", "An invented trial of hepatitis"),
        ("Treatment of golf <3 h after an onset", "Treatment of golf >3 h after an onset"),
        ("Golf at 1, 2 and 5 invented years", "Golf at 12 and 5 invented years"),
        ("Twenty-five-year results of golf", "20-year and 5-year results of golf"),
    ],
)
def test_another_greek_letter_a_reply_and_another_title_in_brackets_are_others(one: str, other: str) -> None:
    for left, right in ((one, other), (other, one)):
        assert not titles.same(cited(title=left), fields(title=right))


@pytest.mark.parametrize(
    "title",
    [
        "An invented trial of invented knees in 40 invented patients",
        "An invented trial of invented nerves: a subtitle that another paper has",
    ],
)
def test_another_word_or_subtitle_is_another_title(title: str) -> None:
    known = fields(title="An invented trial of invented nerves: in 40 invented patients")
    assert not titles.same(cited(title=title), known)


def everybody(*written: str) -> tuple[Name, ...]:
    return tuple(names.parse(name) for name in written)


def are_the_same(ours: tuple[Name, ...], theirs: tuple[Name, ...], raw: str = ENTRY) -> bool:
    found = citation(raw, replace(fields(), author=ours))
    return people.same_list(found, record(said=replace(fields(), author=theirs)))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Müller, Jürgen", "Li, Bo"), ("Mueller J", "Li B")),
        (("García López, Ana", "Li, Bo"), ("Lopez, A. Garcia", "Li B")),
        (("van den Berg, Jan", "O'Brien, Ida"), ("Berg J", "O’Brien I")),
        (("Bo, Wang", "Li, Bo"), ("Wang B", "Li B")),
        (("Quimby, Ada", "Orlov, B", "Zabel, C"), ("Quimby A", "Zabel C", "Orlov B")),
        (("King, Martin", "Orlov, B"), ("III, Martin King", "Orlov B")),
        (("Quimby, Ada", "Invented Study Group", "Orlov, B"), ("Quimby A", "Orlov B")),
        (("Quimby, Ada", "et al."), ("Quimby A", "Orlov B")),
        (("Quimby, Ada", "Orlov, B"), ("Quimby",)),
        (("G?k, M", "Orlov, B"), ("Gök M", "Orlov B")),
        (("van KF", "Orlov B"), ("van Kemenade, Folkert", "Orlov B")),
        (("Quimby, Ada", "Orlov, B"), ("A, Quimby", "Orlov B")),
        (("López, Ana", "Orlov B"), ("García, Ana López", "Orlov B")),
        (("Quimby A", "Orlov B", "Orlov B"), ("Quimby A", "Orlov B")),
        (("Quimby OP", "Orlov B"), ("Orlov QP", "Orlov B")),
        (("Orlov QP", "Li B"), ("Quimby, Paul Orlov", "Li, B")),
        (("Müller, J", "Li B"), ("Mller J", "Li B")),
        (("D'Aubert, Ida", "Li B"), ("Aubert I", "Li B")),
        (("王小明", "李华"), ("王, 小明", "李, 华")),
        (("Ivanov A", "Li B"), ("Иванов А", "Ли Б")),
        (("Quimby A", "Иванов А", "Orlov B"), ("Quimby A", "Orlov B", "Ivanov A")),
        (("Saint Quimby A", "Orlov B"), ("St. Quimby A", "bin Orlov B")),
    ],
)
def test_the_same_people_are_named_in_many_ways(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    cut = tuple(names.ET_AL if name.family == "et al." else name for name in everybody(*ours))
    assert are_the_same(cut, everybody(*theirs))


@pytest.mark.parametrize(("theirs", "says"), [("Иванов А", False), ("Иванов А, Li B", True), ("Quimby A", True)])
def test_authors_in_another_script_neither_agree_nor_differ(theirs: str, says: bool) -> None:
    told = {
        field for field, _ in agreement.settled(cited(authors="Ivanov A, Li B"), record(said=fields(authors=theirs)))
    }
    assert {field for field in told if field.startswith("author")} == ({"author", "authors"} if says else set())


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Quimby A", "Orlov B", "Zabel C"), ("Quimby A", "Orlov B")),
        (("Quimby A", "Orlov B"), ("Quimby A", "Orlov B", "Zabel C")),
        (("Quimby A", "Zabel B"), ("Quimby A", "Orlov B")),
        (("Quinby A", "Orlov B"), ("Quimby A", "Orlov B")),
        (("Quimby K", "Orlov B"), ("Quimby A", "Orlov B")),
        (("Quimby OP", "Orlov B"), ("Orlov QR", "Orlov B")),
        (("Quimby O", "Li B"), ("Orlov Q", "Li B")),
        (("Orlov B", "Quimby A"), ("Quimby A", "Orlov B")),
        (("Orlov B", "Quimby A", "Zabel C"), ("Quimby A", "Orlov B", "Zabel C")),
        (("Zabel C", "Quimby A", "Orlov B", "Li D"), ("Quimby A", "Orlov B", "Zabel C", "Li D")),
        (("Иванов А", "Orlov B"), ("Ivanov A", "Orlov B", "Zabel C")),
        (("Иванов А", "Zabel B", "Orlov B"), ("Ivanov A", "Orlov B", "Li C")),
    ],
)
def test_padded_cut_exchanged_and_misspelt_authors_are_others(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    assert not are_the_same(everybody(*ours), everybody(*theirs))


def test_between_versions_of_a_preprint_alone_an_author_may_come_or_go() -> None:
    ours, theirs = everybody("Quimby A", "Orlov B", "Zabel C"), everybody("Quimby A", "Orlov B", "Li D", "Zabel C")
    found = citation(ENTRY, replace(fields(), author=ours))
    paper = record(said=replace(fields(), author=theirs))
    preprint = record(said=replace(fields(), container_title="bioRxiv", author=theirs))
    two_more = record(said=replace(preprint.fields, author=(*theirs, *everybody("Nobody N"))))
    assert [people.same_list(found, one) for one in (paper, preprint, two_more)] == [False, True, False]


def test_of_what_has_versions_alone_all_the_same_people_may_stand_in_another_order() -> None:
    ours, theirs = everybody("Orlov B", "Quimby A", "Zabel C"), everybody("Quimby A", "Orlov B", "Zabel C")
    found = citation(ENTRY, replace(fields(), author=ours))
    paper = record(said=replace(fields(), author=theirs))
    talk = record(said=replace(paper.fields, type="paper-conference"))
    preprint = record(said=replace(paper.fields, container_title="bioRxiv"))
    assert [people.same_list(found, one) for one in (paper, talk, preprint)] == [False, True, True]
    stranger = citation(ENTRY, replace(fields(), author=everybody("Orlov B", "Quimby A", "Nobody N")))
    assert not people.same_list(stranger, talk)


def test_a_string_may_name_the_first_author_alone_and_one_that_was_read_wrongly() -> None:
    theirs = everybody("Quimby A", "Orlov B")
    assert are_the_same(everybody("Quimby A"), theirs, "Quimby A. An invented trial.")
    assert are_the_same(everybody("Quimby AO"), theirs, "Quimby A and Orlov B. An invented trial.")
    assert not are_the_same(everybody("Quimby A"), theirs)


@pytest.mark.parametrize("left_out", ["Li W", "Lee J", "Park S", "Thorax A", "He J", "Long R"])
def test_an_author_is_left_out_though_the_surname_stands_in_other_words(left_out: str) -> None:
    said = fields("The long sleep of clinical Parkinson patients", "Quimby A, Orlov B", "2014", "Thorax", "63", "201")
    known = replace(said, author=(*said.author, names.parse(left_out)))
    assert not people.same_list(
        citation(f"Quimby A, Orlov B. {said.title}. Thorax. 2014;63:201.", said=said), record(said=known)
    )


@pytest.mark.parametrize("third", ["McDonaldC", "Mc Donald C", "McDonald C"])
def test_an_author_who_was_not_read_stands_in_the_string_whole_divided_or_with_initials_grown_on(third: str) -> None:
    theirs = everybody("Quimby A", "Orlov B", "McDonald C")
    assert are_the_same(theirs[:2], theirs, f"Quimby A, Orlov B, {third}. An invented trial.")


def test_a_string_that_splits_a_name_otherwise_names_the_same_people() -> None:
    theirs = everybody("Quimby A", "von und zu Orlov B", "Li C")
    ours = everybody("Quimby A", "von", "zu Orlov B", "Li C")
    assert are_the_same(ours, theirs, "Quimby A, von und zu Orlov B, Li C. An invented trial.")
    padded = everybody("Quimby A", "von", "zu Orlov B", "Li C", "Nobody N")
    assert not are_the_same(padded, theirs, "Quimby A, von und zu Orlov B, Li C, Nobody N. An invented trial.")


def test_a_string_that_names_few_and_splits_the_first_otherwise_names_the_same_people() -> None:
    theirs = everybody("St. Quimby AB", "Orlov B", "Li C")
    ours = (Name(family="Quimby", given="St."), Name(family="A. B."))
    assert are_the_same(ours, theirs, "St. Quimby, A. B., et al. An invented trial.")
    assert not are_the_same(
        (*ours, *everybody("Nobody N")), theirs, "St. Quimby AB, Nobody N, et al. An invented trial."
    )


def test_a_string_whose_first_authors_are_exchanged_or_whose_initials_are_others_is_told() -> None:
    theirs = everybody("Quimby A", "Orlov B")
    assert not are_the_same(everybody("Orlov B", "Quimby A"), theirs, "Orlov B, Quimby A. An invented trial.")
    assert not are_the_same(everybody("Quimby K", "Orlov B"), theirs, "Quimby K, Orlov B. An invented trial.")
    short = everybody("Quimby A", "Li B", "Zabel C")
    turned = everybody("Li B", "Quimby A", "Zabel C")
    assert not are_the_same(turned, short, "1. Li B, Quimby A, Zabel C. An invented trial.")


@pytest.mark.parametrize("stranger", ["Li N", "Wu X", "HO Y"])
def test_strangers_with_short_surnames_are_told(stranger: str) -> None:
    theirs = everybody("Quimby A", "Orlov B", "Zabel C")
    rest = (names.ET_AL,)
    for before, behind in (
        ("Quimby A, ", ", Orlov B"),
        ("Quimby A, Orlov B, Zabel C, ", ""),
        ("", ", Quimby A, Orlov B"),
    ):
        named = f"{before}{stranger}{behind}"
        assert not are_the_same((*everybody(*named.split(", ")), *rest), theirs, f"{named}, et al. An invented trial.")
    turned = (*everybody("Quimby A", "Orlov B"), Name(family="JP", given="Zabel"))
    third = (*everybody("Quimby A", "Orlov B"), Name(family="Zabel-Nowak", given="Jean-Paul"))
    assert are_the_same(turned, third, "Quimby A, Orlov B, Zabel-Nowak JP. An invented trial.")


@pytest.mark.parametrize("family", ["KIM", "WANG", "LI", "NG"])
def test_short_surnames_in_capitals_are_none_or_are_initials(family: str) -> None:
    theirs = (Name(family=family, given="Min Ho"), Name(family="TANAKA", given="Yuki"))
    ours = everybody(f"{family.title()} MH", "Tanaka Y")
    assert are_the_same(ours, theirs, "")
    assert are_the_same(ours, theirs, f"{family.title()} MH, Tanaka Y. An invented trial.")
    assert not are_the_same(everybody(f"{family.title()} XA", "Tanaka Y"), theirs, "")
    assert not are_the_same(everybody("Orlov B", "Tanaka Y"), theirs, "")
    exchanged = (Name(family="TK", given="Isu"), Name(family="Y", given="Tanaka"))
    assert are_the_same(everybody("Isu T", "Tanaka Y"), exchanged, "")


def test_a_group_whose_members_are_named_before_it_is_the_author() -> None:
    group = (Name(literal="Invented Knee Collaborators"),)
    string = "Quimby A, Orlov B, et al; Invented Knee Collaborators. An invented trial."
    assert are_the_same(everybody("Quimby A", "Orlov B"), group, string)
    assert not are_the_same(everybody("Quimby A", "Orlov B"), group, "Quimby A, Orlov B, et al. An invented trial.")
    two = (Name(literal="Invented Knee & Hip Collaborators"),)
    assert are_the_same((Name(literal="Invented Knee and Hip Collaborators"),), two, "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J Invent Med", "Journal of Invented Medicine"),
        ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences"),
        ("PNAS", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("NeurIPS", "Advances in Neural Information Processing Systems"),
        ("Proceedings of the 37th International Conference on Machine Learning", "ICML"),
        ("Brain", "Brain : a journal of neurology"),
        ("BMJ", "BMJ (Clinical research ed.)"),
        ("Heart. Conference: Annual Meeting of an Invented Society", "Heart"),
        ("Neuro Endocrinol Lett", "Neuroendocrinology Letters"),
        ("JBJS Am", "The Journal of Bone and Joint Surgery. American Volume"),
        ("AJR Am J Roentgenol", "American Journal of Roentgenology"),
        ("Bull Acad Natl Med", "Bulletin de l'Académie Nationale de Médecine"),
        ("CoRR", "arXiv (Cornell University)"),
        ("Ann NY Acad Golf", "Annals of the New York Academy of Golf"),
        ("SIGIR", "Proceedings of the 43rd International ACM SIGIR Conference on Research in Retrieval"),
        ("European Conference on Computer Vision", "Computer Vision – ECCV 2020"),
        ("ECCV", "Lecture Notes in Computer Science"),
        (
            "Proc IEEE Comput Soc Conf Comput Vis Pattern Recognit",
            "2019 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",
        ),
        ("Nevrologicheskii zhurnal", "Неврологический журнал"),
        ("Cochrane Libr", "Cochrane Database of Systematic Reviews"),
        ("The Cochrane Library", "The Cochrane database of systematic reviews"),
        ("Clin Orthop", "Clin Orthop Relat Res"),
        ("Dtsch Arztebl", "Dtsch Arztebl Int"),
        ("Biochim Biophys Acta", "Biochimica et Biophysica Acta (BBA) - Molecular Basis of Disease"),
        ("J Chromatogr", "J Chromatogr B Biomed Appl"),
        ("Rev Chir Orthop", "Revue de chirurgie orthopedique et reparatrice de l'appareil moteur"),
    ],
)
def test_a_venue_is_the_same_in_short_and_as_an_acronym(one: str, other: str) -> None:
    assert venues.alike(one, other)
    assert venues.alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nature", "Nature Communications"),
        ("Journal of Neurology", "Journal of Neuroscience"),
        ("ICML", "International Conference on Learning Representations"),
        ("Invented Knee Letters", "Journal of Invented Medicine"),
        ("J Pain", "Journal of Pain Research"),
        ("J Bone Joint Surg Am", "J Bone Joint Surg Br"),
        ("J Bone Joint Surg Am", "J Pain Palliat Care Pharmacother"),
        ("SIGIR", "Companion of the 43rd International ACM SIGIR Conference"),
        ("CVPR", "2019 IEEE/CVF International Conference on Computer Vision (ICCV)"),
        ("bioRxiv", "medRxiv"),
        ("Eur J Pain", "European Journal of Pain Supplements"),
        ("J Neurosurg", "J Neurosurg Spine"),
        ("J Neurosurg", "Journal of neurosurgery. Pediatrics"),
        ("J Pediatr", "Journal of pediatric urology"),
        ("Eur J Cancer", "European journal of cancer care"),
    ],
)
def test_another_venue_is_told(one: str, other: str) -> None:
    assert not venues.alike(one, other)
    assert not venues.alike(other, one)


@pytest.mark.parametrize(
    ("cited", "title", "short", "raw", "same"),
    [
        ("J Invent", "Journal of Invention: Spine", "J Invent Spine", "", False),
        ("J Invent D", "Journal of Invention D: Applied Golf", "J Invent D Appl Golf", "", True),
        ("J Invent", "Journal of Invention: a journal of golf", "J Invent", "", True),
        ("Heart", "Heart: Golf Failure", "Heart Golf Fail", "", False),
        ("Acta Invent", "Acta Inventa. Supplementum", "Acta Invent Suppl", "", False),
        ("Acta Invent", "Acta Inventa. Supplementum", "Acta Invent Suppl", "Acta Invent. 2019;12(Suppl 3):7", True),
        ("Acta Invent Suppl", "Acta Inventa", "Acta Invent", "", True),
    ],
)
def test_a_section_that_the_abbreviated_name_keeps_and_a_supplement_are_other_journals(
    cited: str, title: str, short: str, raw: str, same: bool
) -> None:
    known = replace(fields(journal=title), container_title_short=short)
    assert venues.same(citation(raw or ENTRY, fields(journal=cited)), known) is same


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"page": "101-9"}, {"page": "101-109"}),
        ({"page": "e0123"}, {"page": "123"}),
        ({"volume": "012", "issue": "3"}, {"volume": "12", "issue": "3 Pt 2"}),
        ({"issue": "9S"}, {"issue": "9 Suppl"}),
        ({"page": "45S-52S"}, {"page": "S45-S52"}),
        ({"volume": "", "page": ""}, {}),
        ({"volume": ""}, {"volume": "2019"}),
        ({"volume": "", "page": "101-109"}, {"volume": ""}),
        ({"volume": "2019", "issue": "9"}, {"volume": "9", "issue": "9"}),
        ({"volume": "9", "issue": ""}, {"volume": "2019", "issue": "9"}),
        ({"volume": "", "issue": "9"}, {"volume": "9", "issue": "9"}),
        ({"issue": "9S2"}, {"issue": "9 Suppl 2"}),
    ],
)
def test_places_in_short_are_no_difference(ours: dict[str, str], theirs: dict[str, str]) -> None:
    assert different(cited(**ours), **theirs) == []


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        ({"page": "101-119"}, ["pages"]),
        ({"page": "S101-S109"}, ["pages"]),
        ({"volume": "21"}, ["volume"]),
        ({"volume": ""}, ["volume"]),
        ({"volume": "2019"}, ["volume"]),  # the journal counts on
        ({"year": "2018"}, ["year"]),
        ({"journal": "Journal of Invented Surgery"}, ["journal"]),
    ],
)
def test_another_place_is_told_and_a_volume_that_is_missing(ours: dict[str, str], told: list[str]) -> None:
    assert different(cited(**ours)) == told


@pytest.mark.parametrize(
    ("raw", "title", "theirs", "told"),
    [
        ("", "Golf in an invented town", "Гольф в выдуманном городе", []),
        ("[Golf in an invented town]. 2019;12:101. Hungarian.", "Golf in an invented town", "Kitalált golf", []),
        ("[Golf in an invented town]. 2019;12:101.", "Golf in an invented town", "[Golf in Paris]", ["title"]),
        ("Golf in an invented town [in Hungarian]", "Golf in an invented town", "Kitalált golf", []),
        ("Golf in an invented town (Hungarian). 2019;12:101.", "Golf in an invented town", "Kitalált golf", []),
        ("Golf (Hungarian rules) in town. 2019;12:101.", "Golf (Hungarian rules) in town", "Kitalált golf", ["title"]),
        ("Golf in an invented town. 2019;12:101.", "Golf in an invented town", "Kitalált golf", ["title"]),
    ],
)
def test_a_translated_title_is_no_difference_where_it_is_said_or_seen(
    raw: str, title: str, theirs: str, told: list[str]
) -> None:
    found = cited(raw=raw or ENTRY, title=title)
    assert [field for field in different(found, title=theirs) if field == "title"] == told
    elsewhere = cited(raw=raw.replace("12:101", "99:7") or ENTRY, title=title, volume="99", page="7")
    assert "title" in different(elsewhere, title=theirs)


TRANSLATED = "[The invented nerve: an often overlooked cause of golf]"
OWN = "Der erfundene Nerv: eine oft übersehene Ursache"


@pytest.mark.parametrize(
    ("title", "raw", "ours", "told"),
    [
        (OWN, "", {}, []),
        ("Le nerf inventé : diagnostic et traitement", "", {}, []),
        ("Nervus fictus", "Nervus fictus. [Article in German]", {}, []),
        (OWN, "", {"volume": "21"}, ["volume"]),
        (OWN, "", {"volume": "21", "page": "7"}, ["title", "volume", "pages"]),
        (OWN, "", {"authors": "Zabel A, Orlov B"}, ["title", "author", "authors"]),
        ("Deep learning of the invented nerve", "", {}, ["title"]),
        ("Nervus fictus", "", {}, ["title"]),
        ("Learning for golf", "Learning for golf. [Article in German]", {}, ["title"]),
        ("Nervus fictus", "[Nervus fictus]. German.", {}, ["title"]),
    ],
)
def test_a_title_in_its_own_language_is_none_other_than_a_translated_one_where_all_else_agrees(
    title: str, raw: str, ours: dict[str, str], told: list[str]
) -> None:
    assert different(cited(raw=raw or ENTRY, title=title, **ours), title=TRANSLATED) == told
    known = replace(fields(title=TRANSLATED), original_title="Ganz etwas anderes")
    assert "title" in [field for field, apart in agreement.settled(cited(title=title), record(said=known)) if apart]


@pytest.mark.parametrize(
    ("author", "editor", "told"),
    [("Quimby A", "", []), ("", "Quimby A", []), ("", "Orlov B", ["author", "authors"])],
)
def test_editors_of_a_book_are_its_authors_where_none_are_named(author: str, editor: str, told: list[str]) -> None:
    made = (replace(fields(), type="book", container_title="", author=(), editor=everybody("Quimby A")),)
    said = [everybody(name) if name else () for name in (author, editor)]
    found = citation(ENTRY, replace(made[0], author=said[0], editor=said[1]))
    held = agreement.settled(found, record(said=made[0]))
    assert [field for field, apart in held if apart] == told


YEARS = [
    (record(doi="10.5555/j.invent.2018.05.003"), {2018, 2019}),
    (record(doi="10.5555/j.invent.1999.05.003"), {2019}),
    (replace(record(), dates=Dates(electronic=Date(((2018, 12),)))), {2018, 2019}),
    (replace(record(), types=("Preprint",)), {2018, 2019, 2020}),
]


@pytest.mark.parametrize(("known", "years"), YEARS)
def test_a_work_appears_in_print_online_and_by_its_doi(known: object, years: set[int]) -> None:
    assert agreement.years(known) == years  # type: ignore[arg-type]


def test_what_is_not_said_is_no_difference() -> None:
    bare = citation(ENTRY, Fields(title=fields().title, issued=dates.parse("2019")), ids=Ids(pmid="90000001"))
    assert different(bare) == []


def test_a_supplement_that_issue_and_pages_lack_is_told() -> None:
    known = record(said=fields(volume="2", issue="9 Suppl", page="S73-S74"))
    held = {
        raw: [
            field for field, apart in agreement.settled(citation(raw, fields(issue=issue, page=page)), known) if apart
        ]
        for raw, issue, page in (
            ("Quimby A. Golf. J Inv. 2010;2(9):73-74.", "9", "73-74"),
            ("Quimby A. Golf. J Inv. 2010;2(9):S73-S74.", "9", "S73-S74"),
            ("Quimby A. Golf. J Inv. 2010;2(9S):73-74.", "9S", "73-74"),
            ("Quimby A. Golf. J Inv. 2010;2 Suppl(9):73-74.", "9", "73-74"),
        )
    }
    assert [*held.values()] == [["issue", "pages"], [], [], []]
    others = [
        different(
            citation("", fields(volume="2", issue="9 Suppl", page=page)), volume="2", issue="9 Suppl", page="S73-S74"
        )
        for page in ("74-75", "73-75")
    ]
    assert others == [["pages"], ["pages"]]
    bare = citation("", fields(volume="2(S2)", issue="", page="73-74"))
    assert different(bare, volume="2", issue="S2", page="S73-S74") == []


def test_a_number_in_a_series_that_was_read_for_a_volume_is_no_other_volume() -> None:
    book = record(said=replace(fields(volume="2"), collection_number="7"))
    held = {cited_as: dict(agreement.settled(cited(volume=cited_as), book)) for cited_as in "78"}
    assert (held["7"]["volume"] is None, held["8"]["volume"] is None) == (True, False)


def test_a_volume_that_was_read_as_the_page_is_no_difference_where_a_string_was_read() -> None:
    assert different(cited("Quimby A. J Invent 1450 (2019).", page="1450", volume=""), volume="1450", page="e7") == []
    assert "pages" in different(cited(page="1450", volume=""), volume="1450", page="e7")
    assert "pages" in different(cited("Quimby A. J Invent 3:1450.", page="1450", volume="3"), volume="1450", page="e7")
