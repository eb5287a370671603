"""The kind of work that a reference string means. Every work here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.strings.kind import TRIAL, Kind, kind
from cluneal_lit.model import Fields, Ids, Name

TITLE = "Knees of invented rowers"
ALONE = Fields(title=TITLE)
NO_IDS = Ids()
JOURNAL = Fields(title=TITLE, container_title="J Invent Med", volume="4", page="1-9")


def said(rest: str, fields: Fields = ALONE, ids: Ids = NO_IDS) -> str:
    """The type of a work by Quimby whose string goes on like this behind its title."""
    return kind(fields, ids, f"Quimby A. {fields.title}{rest}").type


@pytest.mark.parametrize(
    "rest",
    [
        " [dissertation]. Oslo: University of Oslo; 2011.",
        " [PhD thesis]. Leeds; 2004.",
        " (Doctoral dissertation, University of Leeds). 2004.",
        ". Master's thesis, Leeds University, 2004.",
        ". 2012. 230 f. Tese (Doutorado em Medicina) – Universidade de Évora, Évora, 2012.",
        ". Dissertação de Mestrado, Universidade de Évora, 2012.",
        ". Trabalho de Conclusão de Curso (Graduação) – Évora, 2012.",
        ". Tesis doctoral. Universidad de Vigo; 2009.",
        " [tesis]. Vigo: Universidad de Vigo; 2009.",
        ". Thèse de doctorat, Université de Lille, 1999.",
        ". Mémoire de master, Lille, 2001.",
        ". Inaugural-Dissertation, Universität Ulm, 1988.",
        ". Med. Diss. Univ. Ulm 1988.",
        " [Internet dissertation]. Ulm; 2010. Available from: https://example.org/1",
    ],
)
def test_a_thesis_is_told_by_its_degree(rest: str) -> None:
    assert said(rest) == "thesis"


@pytest.mark.parametrize(
    ("rest", "of_kind"),
    [
        (". R package version 1.2.0. https://CRAN.R-project.org/package=knees", "software"),
        (" [computer program]. Version 3.1. Utrecht: Knee Works; 2010.", "software"),
        (" (Version 2.4) [Computer software]. Utrecht: Knee Works; 2010.", "software"),
        (". Versão 4.2. Évora: Rótula; 2015.", "software"),
        (" [Data set]. Zenodo. 2021.", "dataset"),
        (" (Version 1.0) [Data set]. Zenodo. 2021.", "dataset"),
        (". Dryad Digital Repository; 2019.", "dataset"),
        (". Zenodo; 2021.", "dataset"),
        (" [conjunto de datos]. Vigo; 2020.", "dataset"),
        (". Technical Report 17. Oslo: Knee Institute; 2003.", "report"),
        (". Tech. Rep. No. 4, Knee Institute, 2003.", "report"),
        (". NBER Working Paper 4711. 2003.", "report"),
        (". Relatório técnico. Évora: Rótula; 2003.", "report"),
        (". Rapport final. Lille; 2003.", "report"),
        (". Abschlussbericht. Ulm; 2003.", "report"),
        (" [Internet]. Oslo: Knee Institute; 2020 [cited 2021 May 3]. Available from: https://example.org", "webpage"),
        (". Disponível em: https://example.org. Acesso em: 3 maio 2021.", "webpage"),
        (". Disponible en: https://example.org", "webpage"),
        (". Verfügbar unter: https://example.org. Zugriff am 3. Mai 2021.", "webpage"),
        (". Consulté le 3 mai 2021 sur https://example.org", "webpage"),
        (". 3rd ed. Oslo: Patella Press; 2003.", "book"),
        (". 2. Aufl. Ulm: Patella; 2003.", "book"),
        (". Oslo: Patella Press; 2003. 240 p.", "book"),
        (". São Paulo: Rótula, 2003.", "book"),
        (". 3 ed. Rótula, Évora, 2003.", "book"),
        (". New York: Patella & Sons.", "book"),
        (". Proceedings of the 4th International Conference on Knees; 2003; Oslo.", "paper-conference"),
        (". In: Simpósio Brasileiro do Joelho, 4., 2003, Évora. Anais... Évora, 2003.", "paper-conference"),
        (". medRxiv. 2021.", "article"),
        (" [Preprint]. 2021.", "article"),
        (" (U.S. Patent No. 9,123,456). U.S. Patent and Trademark Office. 2003.", "patent"),
        (". European patent EP 1234567. 2003.", "patent"),
        ("[R]. Oslo: Knee Institute, 2003.", "report"),
        ("[EB/OL]. (2003-02-01)[2004-05-06]. https://example.org", "webpage"),
        ("[DB/OL]. 2003.", "dataset"),
        (" [C]//Knees of 2003. Oslo: Patella, 2003: 1-9.", "paper-conference"),
        (". 2003.", ""),
    ],
)
def test_a_cue_beside_the_title_tells_the_kind(rest: str, of_kind: str) -> None:
    assert said(rest) == of_kind


@pytest.mark.parametrize(
    ("fields", "ids", "rest", "of_kind"),
    [
        (JOURNAL, Ids(), ". J Invent Med. 2003;4:1-9.", "article-journal"),
        (JOURNAL, Ids(nct="NCT01234567"), ". J Invent Med. 2003;4:1-9. (NCT01234567)", "article-journal"),
        (JOURNAL, Ids(), ". J Invent Med. 2003;4:1-9. Data set at Dryad.", "article-journal"),
        (JOURNAL, Ids(), ". J Invent Med. 2003;4:1-9. Available from: https://example.org", "article-journal"),
        (
            Fields(title=TITLE, container_title="Proceedings of the National Academy of Knees", page="1", volume="3"),
            Ids(),
            ". Proceedings of the National Academy of Knees. 2003;3:1.",
            "article-journal",
        ),
        (
            Fields(title=TITLE, container_title="Dissertation Abstracts International", volume="62", page="11"),
            Ids(),
            ". Dissertation Abstracts International. 2001;62:11.",
            "thesis",
        ),
        (Fields(title=TITLE, container_title="medRxiv", page="2022.11.03.1"), Ids(), ". medRxiv. 2022:1.", "article"),
        (ALONE, Ids(pmid="1"), ".", "article-journal"),
        (ALONE, Ids(isbn=("9780000000002",)), ". Available from: https://example.org", "book"),
        (ALONE, Ids(doi="10.5061/dryad.invented"), ".", "dataset"),
        (ALONE, Ids(arxiv="2101.00001"), ".", "article"),
        (
            Fields(title=TITLE, container_title="Joints", publisher="Patella"),
            Ids(),
            ". In: Joints. Patella.",
            "chapter",
        ),
        (
            Fields(title=TITLE, container_title="Joints", editor=(Name("Orlov", "B"),), page="1-9"),
            Ids(),
            ". In Joints, ed. B Orlov, 1-9.",
            "chapter",
        ),
        (Fields("chapter", title=TITLE, container_title="Joints", volume="2"), Ids(), ". Joints, vol. 2.", "chapter"),
    ],
)
def test_fields_and_identifiers_tell_the_kind(fields: Fields, ids: Ids, rest: str, of_kind: str) -> None:
    assert said(rest, fields, ids) == of_kind


@pytest.mark.parametrize(
    ("title", "of_kind"),
    [
        ("How to write a thesis", "book"),
        ("The report in the data set of software", "book"),
        ("Guideline on knees, version 3.1", "book"),
    ],
)
def test_what_a_title_is_about_is_not_what_the_work_is(title: str, of_kind: str) -> None:
    assert said(". Oslo: Patella Press; 2003.", Fields(title=title)) == of_kind


@pytest.mark.parametrize(
    ("ids", "rest"),
    [
        (Ids(nct="NCT01234567"), ". ClinicalTrials.gov identifier: NCT01234567."),
        (Ids(), ". ISRCTN12345678. Registered 3 May 2019."),
        (Ids(), ". ClinicalTrials.gov [Internet]. Bethesda; 2019. Available from: https://example.org"),
        (Ids(), ". Registro Brasileiro: RBR-4abcde. 2019."),
    ],
)
def test_a_trial_has_a_genre_because_csl_has_no_type_for_it(ids: Ids, rest: str) -> None:
    assert kind(ALONE, ids, f"{TITLE}{rest}") == Kind("webpage", TRIAL)


def test_a_parsed_string_has_its_kind() -> None:
    of_trial = parse("Quimby A. Knees of invented rowers. ClinicalTrials.gov identifier: NCT01234567. 2019.").fields
    assert (of_trial.type, of_trial.genre) == ("webpage", TRIAL)
    assert parse("Quimby A. Knees of invented rowers [dissertation]. Oslo: Patella; 2011.").fields.type == "thesis"
