"""Talks and posters at meetings, in French, Portuguese, Spanish and Italian: what parse says of them, whole. Every work
here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

TALKS = [
    (
        "Communication présentée au 25e Congrès du Genou; 2012 Dec 2-4; Paris, France.",
        "25e Congrès du Genou",
        "Paris, France",
    ),
    ("Communication orale présentée à la Journée du Remo, Lyon, 2012.", "Journée du Remo", "Lyon"),
    ("Affiche présentée lors du congrès annuel du remo, Nantes, 2012.", "congrès annuel du remo", "Nantes"),
    ("[communication orale]. 82e congrès du genou, Montréal, 2012.", "82e congrès du genou", "Montréal"),
    (
        "Comunicação apresentada no XII Congresso Brasileiro de Remo, Curitiba, 2012.",
        "XII Congresso Brasileiro de Remo",
        "Curitiba",
    ),
    ("Trabalho apresentado ao XV Encontro Nacional de Remo, Caxambu, 2012.", "XV Encontro Nacional de Remo", "Caxambu"),
    ("Ponencia presentada en el XX Congreso Nacional de Remo, Madrid, 2012.", "XX Congreso Nacional de Remo", "Madrid"),
    ("Comunicación presentada al IV Congreso de Remo; 2012 Oct 3; Sevilla.", "IV Congreso de Remo", "Sevilla"),
    (
        "Comunicazione presentata al XX Congresso Nazionale del Remo, Roma, 2012.",
        "XX Congresso Nazionale del Remo",
        "Roma",
    ),
    ("Vortrag gehalten auf dem 53. Deutschen Rudertag, Berlin, 2012.", "53. Deutschen Rudertag", "Berlin"),
]


@pytest.mark.parametrize(("talk", "meeting", "place"), TALKS)
def test_a_talk_stands_at_its_meeting(talk: str, meeting: str, place: str) -> None:
    told = shown(parse(f"Quimby AB, Orlov C. Genoux rameurs en hiver. {talk}").fields)
    date = told.pop("date")
    assert date.startswith("2012")
    assert told == {
        "author": "Quimby AB; Orlov C",
        "type": "paper-conference",
        "title": "Genoux rameurs en hiver",
        "in": meeting,
        "place": place,
    }


@pytest.mark.parametrize(
    ("text", "of_kind", "title"),
    [
        ("Quimby AB. Comunicação oral na escola. São Paulo: Patella; 2010.", "book", "Comunicação oral na escola"),
        (
            "Quimby AB. La communication orale présentée aux rameurs. Paris: Patella; 2010.",
            "book",
            "La communication orale présentée aux rameurs",
        ),
        ("Quimby AB. Dor em remadores. Trabalho apresentado à Universidade de Oslo; 2011.", "book", "Dor em remadores"),
        (
            "Quimby AB. Dor em remadores [trabalho de conclusão de curso]. São Paulo: Universidade; 2011.",
            "thesis",
            "Dor em remadores",
        ),
    ],
)
def test_words_for_talks_within_titles_and_of_theses_name_no_meeting(text: str, of_kind: str, title: str) -> None:
    fields = parse(text).fields
    assert (fields.type, fields.title, fields.container_title) == (of_kind, title, "")


@pytest.mark.parametrize(
    ("reference", "book"),
    [
        ("In: Strong K, ed. In vitro rowing methods. New York: Springer; 2010. p. 12-34.", "In vitro rowing methods"),
        ("In: Strong K, Kim T (eds) In utero knees of rowers. Springer, Berlin, pp 12–34", "In utero knees of rowers"),
        ("In: Strong K, Kim T (eds) Disagreement. Oxford University Press, Oxford", "Disagreement"),
    ],
)
def test_the_book_of_a_chapter_is_whole(reference: str, book: str) -> None:
    fields = parse(f"Quimby A (2010) Introduction. {reference}").fields
    assert (fields.title, fields.container_title) == ("Introduction", book)
