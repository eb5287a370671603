"""The names of one journal."""

from __future__ import annotations

import pytest

from cluneal_lit.checks import free, in_words, venues
from cluneal_lit.model import Fields
from tests.made import citation

ZHEN_JIU = "Zhongguo zhen jiu = Chinese acupuncture & moxibustion"
CMAJ = "CMAJ : Canadian Medical Association journal = journal de l'Association medicale canadienne"
RINSHO = "Nihon rinsho. Japanese journal of clinical medicine"
SHENG_LI = "Sheng li xue bao : [Acta physiologica Sinica]"
EUROPACE = (
    "Europace : European pacing, arrhythmias, and cardiac electrophysiology : journal of the working groups on cardiac"
    " pacing, arrhythmias, and cardiac cellular electrophysiology of the European Society of Cardiology"
)
ANAESTHESIA = "Canadian journal of anaesthesia = Journal canadien d'anesthesie"
NEUROLOGY = "Lancet. Neurology"
PHYSIOLOGY = "American journal of physiology. Cell physiology"
NEUROSCIENCE = "The Journal of neuroscience : the official journal of the Society for Neuroscience"


def is_same(cited: str, known: str) -> bool:
    return venues.same(citation("@article{x}", Fields(container_title=cited)), Fields(container_title=known))


def is_found(cited: str, known: str) -> bool:
    """Whether a reference to the one has the other, as a string and as fields."""
    raw = f"Quimby A. Knees of rowers at night. {cited}. 2015;50(2):41-49."
    one = citation(raw, said=Fields(title="Knees of rowers at night", container_title=cited))
    record = Fields(title="Knees of rowers at night", container_title=known, type="article-journal")
    in_string = venues.same(one, record) or in_words.stands(free.words(one, record, "journal"), record)
    assert in_string is venues.same(citation("@article{x}", one.fields), record)
    return in_string


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("Chinese Acupuncture & Moxibustion", ZHEN_JIU),
        ("Chinese Acupuncture and Moxibustion", ZHEN_JIU),
        ("Chin Acupunct Moxibust", ZHEN_JIU),
        ("Zhongguo Zhen Jiu", ZHEN_JIU),
        ("Zhongguo Zhen Jiu = Chinese Acupuncture & Moxibustion", ZHEN_JIU),
        ("Zhongguo Zhenjiu (Chinese Acupuncture & Moxibustion)", ZHEN_JIU),
        ("Canadian Medical Association Journal", CMAJ),
        ("Can Med Assoc J", CMAJ),
        ("Journal de l’Association médicale canadienne", CMAJ),
        ("CMAJ", CMAJ),
        ("Japanese Journal of Clinical Medicine", RINSHO),
        ("Jpn J Clin Med", RINSHO),
        ("Nihon Rinsho", RINSHO),
        ("Acta Physiologica Sinica", SHENG_LI),
        ("Europace", EUROPACE),
        ("European Pacing, Arrhythmias and Cardiac Electrophysiology", EUROPACE),
        ("Can J Anaesth", ANAESTHESIA),
        ("Journal canadien d'anesthésie", ANAESTHESIA),
        ("J Neurosci", NEUROSCIENCE),
        ("Lancet Neurol", NEUROLOGY),
    ],
)
def test_each_of_the_names_that_nlm_sets_beside_each_other_is_the_journals(cited: str, known: str) -> None:
    assert is_same(cited, known)
    assert is_same(known, cited)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("Chinese Journal of Integrative Medicine", ZHEN_JIU),
        ("Chinese Medical Journal", ZHEN_JIU),
        ("Acupuncture in Medicine", ZHEN_JIU),
        ("Canadian Journal of Surgery", CMAJ),
        ("Journal of Clinical Medicine", RINSHO),
        ("Acta Physiologica", SHENG_LI),
        ("European Heart Journal", EUROPACE),
        ("Neurology", NEUROLOGY),
        ("Cell Physiology", PHYSIOLOGY),
        ("Official Journal of Neurology", NEUROSCIENCE),
        ("Journal of the Society for Psychical Research", NEUROSCIENCE),
    ],
)
def test_no_other_journal_is_one_of_them(cited: str, known: str) -> None:
    assert not is_same(cited, known)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("JAMA - Journal of the American Medical Association", "JAMA"),
        ("JAMA, The Journal of the American Medical Association", "JAMA"),
        ("JAMA J Am Med Assoc", "JAMA"),
        ("Blood, The Journal of the American Society of Hematology", "Blood"),
        ("Stroke; a journal of cerebral circulation", "Stroke"),
        ("Stroke J Cereb Circ", "Stroke"),
        ("Vasa – European Journal of Vascular Medicine", "VASA"),
        ("Der Chirurg; Zeitschrift für alle Gebiete der operativen Medizin", "Der Chirurg"),
        ("Allergy Eur J Allergy Clin Immunol", "Allergy"),
        ("CHEST Journal", "Chest"),
        ("Lancet Lond Engl", "The Lancet"),
        ("Lancet Lond Engl", "Lancet (London, England)"),
        ("Science N Y N Y", "Science (New York, N.Y.)"),
        ("Hepatology Baltim Md", "Hepatology"),
        ("Obesity Silver Spring Md", "Obesity"),
        ("Heart Br Card Soc", "Heart"),
        ("BMJ Clin Res Ed", "BMJ"),
        ("BMJ (Clinical research ed", "BMJ"),
        ("Med Clin Barc", "Medicina Clínica"),
        ("Arthritis Rheumatol Hoboken NJ", "Arthritis & Rheumatology"),
        ("CA Cancer J Clin", "CA: A Cancer Journal for Clinicians"),
        ("Brain J Neurol", "Brain : a journal of neurology"),
        ("J Clin Oncol Off J Am Soc Clin Oncol", "Journal of Clinical Oncology"),
        ("Clin J Am Soc Nephrol CJASN", "Clinical Journal of the American Society of Nephrology"),
        ("Phys Rev E Stat Nonlin Soft Matter Phys", "Physical Review E"),
        ("Sens. Actuators, A", "Sensors and Actuators A: Physical"),
        ("Compos. Part A", "Composites Part A: Applied Science and Manufacturing"),
        ("Trends in genetics: TIG", "Trends in Genetics"),
        ("The American journal of bioethics: AJOB", "The American Journal of Bioethics"),
        ("Biomedical chromatography: BMC", "Biomedical Chromatography"),
        ("Reproductive biology and endocrinology: RB&E", "Reproductive Biology and Endocrinology"),
        ("Child's nervous system: ChNS: official journal of its society", "Child's Nervous System"),
    ],
)
def test_place_subtitle_and_spelt_out_acronym_make_no_other_journal(cited: str, known: str) -> None:
    assert is_found(cited, known)
    assert is_same(known, cited)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("JAMA Neurology", "JAMA"),
        ("JAMA - Internal Medicine", "JAMA"),
        ("Neurology: Genetics", "Neurology"),
        ("Circulation: Heart Failure", "Circulation"),
        ("Circulation Journal", "Circulation"),
        ("Heart & Lung: The Journal of Acute and Critical Care", "Heart"),
        ("Nature India", "Nature"),
        ("Clinical Nutrition: ESPEN", "Clinical Nutrition"),
        ("Journal of Vascular Surgery: Venous and Lymphatic Disorders", "J Vasc Surg"),
        ("BMJ Open Qual", "BMJ open"),
        ("Clin Nutr ESPEN", "Clinical nutrition (Edinburgh, Scotland)"),
        ("Intern Med J", "Internal medicine (Tokyo, Japan)"),
        ("Jpn J Clin Oncol", "Journal of clinical oncology"),
        ("Journals of Gerontology Series B", "The journals of gerontology. Series A, Biological sciences"),
        ("Clin J Am Soc Nephrol", "Journal of the American Society of Nephrology : JASN"),
        ("Am J Obstet Gynecol", "Obstetrics and gynecology"),
        ("Annals of Internal Medicine", "Internal Medicine"),
        ("Am J Respir Crit Care Med", "Critical care medicine"),
        ("Eur Spine J", "The spine journal : official journal of the North American Spine Society"),
        ("Orthop J Sports Med", "Sports medicine (Auckland, N.Z.)"),
    ],
)
def test_words_of_another_journal_before_or_behind_make_another(cited: str, known: str) -> None:
    assert not is_found(cited, known)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("bioRxiv: the preprint server for biology", "bioRxiv"),
        ("Metabolism: Clinical and Experimental", "Metabolism"),
        ("Nitric Oxide: Biology and Chemistry", "Nitric Oxide"),
        ("Group Dynamics: Theory, Research, and Practice", "Group Dyn"),
        ("Primary Care: Clinics in Office Practice", "Prim Care"),
        ("Philos Trans R Soc Lond B Biol Sci", "Philosophical transactions of the Royal Society of London. Series B"),
        ("Headache", "Headache: The Journal of Head and Face Pain"),
        ("Am J Roentgenol", "AJR. American journal of roentgenology"),
    ],
)
def test_names_that_the_public_lists_have_side_by_side_are_one_journals(cited: str, known: str) -> None:
    assert is_found(cited, known)
    assert is_same(known, cited)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("Curr Opin Neurol", "Current opinion in neurobiology"),
        ("Current Opinion in Neurology", "Current opinion in neurobiology"),
        ("Pharm Res", "Pharmacological research"),
        ("J Clin Psychol", "Journal of clinical psychopharmacology"),
        ("Nutr Res", "Nutrition reviews"),
        ("Immunol Res", "Immunological reviews"),
        ("Mol Med", "Missouri medicine"),
        ("J Virol", "Journal of clinical virology"),
        ("Vet Rec", "Veterinary research"),
        ("Pediatr Hematol Oncol", "Journal of pediatric hematology/oncology"),
    ],
)
def test_of_two_journals_of_the_public_lists_each_is_itself(cited: str, known: str) -> None:
    assert not is_found(cited, known)
    assert not is_same(known, cited)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("J Neurooncol", "Journal of Neuro-Oncology"),
        ("Psychooncology", "Psycho‐Oncology"),
        ("Acta Otogolfol", "Acta Oto-Golfologica"),
        ("Eur J Cardiogolf Surg", "European Journal of Cardio-Golf Surgery"),
    ],
)
def test_an_abbreviation_closes_hyphens_up(cited: str, known: str) -> None:
    assert is_found(cited, known)
    assert is_same(known, cited)


@pytest.mark.parametrize("remark", ["German] Age Ageing", "(Free) full text) Age Ageing", "at night” Age Ageing"])
def test_the_end_of_a_remark_or_quotation_that_was_read_as_the_journals_makes_no_other(remark: str) -> None:
    fields = Fields(title="Knees of rowers", container_title=remark)
    one = citation(f"Quimby A. Knees of rowers {remark}. 2015;50(2):41-49.", said=fields)
    record = Fields(title="Knees of rowers", container_title="Age and ageing")
    assert in_words.stands(free.words(one, record, "journal"), record)


@pytest.mark.parametrize("place", ["Chapter", "Anniv", "F6"])
@pytest.mark.parametrize("known", ["Spine journal of golfers", "Spine J Golf"])
def test_the_place_of_a_work_that_was_read_as_the_journals_makes_no_other(place: str, known: str) -> None:
    fields = Fields(title="Knees of rowers", container_title=f"Spine J Golf {place}")
    one = citation(f"Quimby A. Knees of rowers. Spine J Golf {place} 6. 2015.", said=fields)
    record = Fields("article-journal", title="Knees of rowers", container_title=known, volume="Anniv 6", page="F6")
    assert venues.same(one, record) or in_words.stands(free.words(one, record, "journal"), record)


def test_the_end_of_a_title_that_was_read_as_the_journals_makes_no_other() -> None:
    raw = "Quimby A. Knees of rowers. A story of nights. Nights Spine J. 2015;50(2):41-49."
    fields = Fields(title="Knees of rowers. A story of", container_title="Nights Spine J")
    record = Fields(title="Knees of rowers. A story of nights", container_title="The spine journal")
    one = citation(raw, said=fields)
    assert in_words.stands(free.words(one, record, "journal"), record)


@pytest.mark.parametrize(
    ("cited", "known", "is_there"),
    [
        ("Eur J Pain", "Pain", False),
        ("BMJ Open", "BMJ", False),
        ("JAMA Intern Med", "JAMA", False),
        ("Lancet Oncol", "Lancet (London, England)", False),
        ("Int. J. Stroke", "Stroke", False),
        ("Spine J", "Spine", False),
        ("Pain", "Pain", True),
        ("The Lancet", "Lancet (London, England)", True),
    ],
)
def test_a_journal_of_one_word_stands_in_no_other_journals_name(cited: str, known: str, is_there: bool) -> None:
    assert is_found(cited, known) is is_there
