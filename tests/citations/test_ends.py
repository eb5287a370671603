"""Of two titles of which one has an end that the other lacks, what the end says they are; all of them are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.matching.match import Index
from cluneal_lit.citations.parse import parse
from tests.made import fields, record

TITLE = "Entrapment of an invented nerve in elderly invented golfers"
ANOTHER = [
    *(": a reply", " – a reply", ". A reply", ": our response to Quimby et al", ": reply to comments", ", a rebuttal"),
    *(": an erratum", ": corrections", ": erratum to the paper", " (correction)", ": expression of concern"),
    *(": a protocol", ": cluster randomised trial protocol", ": rationale and design", ": statistical analysis plan"),
    *(": letter to the editor", ": comment on Quimby", ": book review", ". Quimby et al. reply"),
    *(": second part", ": II. Treatment", ": 2. Results", ". Part Two", ". Zweiter Teil", ": segunda parte"),
    *(": Antwort der Autoren", ": Studienprotokoll", ": réponse des auteurs", ": protocole d’étude", ": fe de erratas"),
    *(": carta al director", ": resposta dos autores", ": lettera", ": rectificatif", ": Berichtigung", ": commento"),
]
FORMS = [
    ": guest editorial",
    ": review",
    ": an update",
    " [abstract P12]",
    ": executive summary",
    ". Kurzfassung",
    ": version abrégée",
]
INNOCENT = [
    *(": a prospective cohort", ": a systematic review", ": a report of invented cases", " – does it help?"),
    *(": immune response in adults", ": response to treatment", ": correction of gait", ": protocol violations"),
    *(": a crossover design", ": eine randomisierte Studie", ": étude rétrospective", ": una revisión sistemática"),
]


def both_ways(end: str, *, page: str, volume: str = "12") -> set[str]:
    """The answers about the one title under the other, by fields and by string."""
    said = [fields(title=TITLE + more) for more in (end, "")]
    found = set()
    for ours, theirs in (said, said[::-1]):
        place = {"volume": volume, "issue": "", "page": page}
        numbers = f"{volume and f';{volume}'}{page and f':{page}'}"
        raw = f"Quimby A, Orlov B. {ours.title}. J Invent Med. 2019{numbers}."
        index = Index({"other": [record(said=theirs)]})
        found.add(index.match(fields(title=ours.title, **place)).answer)
        found.add(index.match(parse(raw).fields, raw).answer)
    return found


@pytest.mark.parametrize("end", ANOTHER)
def test_what_names_another_text_or_part_is_never_the_work(end: str) -> None:
    assert both_ways(end, page="", volume="") == {"unsure"}
    assert both_ways(end, page="") == {"unsure"}
    assert both_ways(end, page="101-109") == {"unsure"}
    assert both_ways(end, page="501-503") == {"none"}


FRONTS = [
    *("Critique of ", "In response to ", "Errata for "),
    *("A response to ", "Comments on ", "Corrections to ", "Editorial: ", "Study protocol of ", "Part II: "),
    *("Erwiderung zu ", "Leserbrief zu: ", "Commentaire sur ", "Carta al director: ", "Fe de erratas: "),
]


@pytest.mark.parametrize("front", FRONTS)
def test_what_names_another_text_in_front_of_a_title_is_never_the_work(front: str) -> None:
    for ours, theirs in ((front + TITLE, TITLE), (TITLE, front + TITLE)):
        index = Index({"other": [record(said=fields(title=theirs))]})
        raw = f"Quimby A, Orlov B. {ours}. J Invent Med. 2019."
        answers = (index.match(fields(title=ours, volume="", issue="", page="")), index.match(parse(raw).fields, raw))
        assert [one.answer for one in answers] == ["unsure", "unsure"]
        assert index.match(fields(title=ours, page="501-503")).answer != "match"


@pytest.mark.parametrize("end", FORMS)
def test_another_form_of_a_text_is_the_work_only_at_its_place(end: str) -> None:
    assert both_ways(end, page="", volume="") == {"unsure"}
    assert both_ways(end, page="101-109") == {"match"}


@pytest.mark.parametrize("end", INNOCENT)
def test_a_subtitle_that_names_no_other_text_is_a_subtitle(end: str) -> None:
    assert both_ways(end, page="", volume="") == {"match"}
    assert both_ways(end, page="501-503") == {"unsure"}


@pytest.mark.parametrize("end", [": a repyl", ": part 2", ". II", ": an erratum"])
def test_an_end_that_both_have_parts_nothing(end: str) -> None:
    index = Index({"one": [record(said=fields(title=f"{TITLE}{end.replace('repyl', 'reply').replace('2', 'II')}"))]})
    assert index.match(fields(title=TITLE + end)).answer == "match"


@pytest.mark.parametrize("end", ["protocol for a randomised trial", "design of a randomised trial"])
def test_what_only_one_of_two_subtitles_says_it_is_makes_two_works(end: str) -> None:
    ours, theirs = fields(title=f"{TITLE}: a randomised trial"), fields(title=f"{TITLE}: {end}")
    assert Index({"other": [record(said=theirs)]}).match(ours).answer == "unsure"
    assert Index({"other": [record(said=ours)]}).match(theirs).answer == "unsure"
