"""The names of one journal."""

from __future__ import annotations

import pytest

from cluneal_lit.checks import free, venues
from cluneal_lit.citations.parse import parse
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
    raw = f"Quimby A. Knees of rowers at night. {cited}. 2015;50(2):41-49."
    one = citation(raw, said=parse(raw).fields)
    record = Fields(title="Knees of rowers at night", container_title=known)
    assert (venues.same(one, record) or venues.stand_in(free.words(one, record, "journal"), record)) is is_there
