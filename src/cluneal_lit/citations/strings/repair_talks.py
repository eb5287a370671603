"""Talks and posters, which stand at a meeting and were published by nobody."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.cities import end_of_place
from cluneal_lit.citations.strings.lexical import INSIDE, MONTHS, word
from cluneal_lit.citations.strings.repair_numbers import LOCATING
from cluneal_lit.citations.strings.repair_turned import title_apart
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, cleared
from cluneal_lit.citations.strings.tokens import Tokens

TALKS = frozenset(
    "poster presentation lecture talk vortrag presented keynote referat session apresentado apresentada"
    " presentado ponencia".split()
)
# Which name a talk behind other words for it: `Communication présentée au`.
_GIVEN = frozenset(
    "presentee presente presentees presentes presentada presentados presentadas apresentados apresentadas"
    " presentato presentata affichee gehalten".split()
)
_BEFORE = frozenset(
    "poster paper trabalho trabajo abstract oral plenary invited session keynote opening guest public conference"
    " presentation communication communications comunicacao comunicacoes comunicacion comunicazione affiche orale libre"
    " livre conferencia resumo resumen resume relazione expose cartel".split()
)
_IN_BRACKETS = TALKS | frozenset("communication comunicacao comunicacion comunicazione affiche".split())
_BEHIND = frozenset("given held delivered presented session presentation lecture talk speech gehalten".split())
_AT = frozenset(
    "at auf beim bei an to for in no na nos nas em en au aux a ao aos al lors durant durante pendant during dans"
    " nell alla".split()
)
_ARTICLES = frozenset("the der dem den die das el la le les l lo los o os as du de des do da cadre".split())
# Names of meetings that begin with a small letter.
_MEETINGS = frozenset(
    "congres congresso congreso colloque journee journees seminaire symposium simposio seminario encontro reunion"
    " reuniao jornada jornadas conference conferencia rencontre rencontres assises".split()
)
_SCHOOLS = frozenset(
    "universidade universidad universite faculdade facultad faculte escola escuela ecole curso".split()
)
_STOPS = frozenset(".?!”\"’'")
_CLOSING = {"[": "]", "(": ")"}
_LONGEST_KIND = 5  # tokens within brackets
_LONGEST_PLACE = 4  # tokens between commas
_DIGITS_OF_A_YEAR = 4
_FEWEST = 2  # tokens of a meeting's name


@rule(words=TALKS | _GIVEN | _IN_BRACKETS)
def meeting_of_a_talk(found: Tokens, segments: Segments) -> Segments:
    """What stands behind `Poster presented at:`, `[Talk].` or `Vortrag,` is the meeting, whatever it is marked as, and
    behind its name its place."""
    for at in range(2, len(found.texts) - 2):
        start = _behind_talk(found, at)
        if start and (end := _end_of_name(found, start)) >= start + _FEWEST:
            return _at_meeting(found, segments, at, start, end)
    return segments


def _behind_talk(found: Tokens, at: int) -> int:
    """Where a meeting begins behind the words for a talk that begin a sentence, or stand in brackets, there; else 0."""
    texts = found.texts
    if texts[at] in _CLOSING:
        return _behind_brackets(texts, at)
    if texts[at - 1] not in _STOPS or not texts[at][0].isupper():
        return 0
    end = _behind_kind(texts, at)
    if not end or not (word(texts[end]) in _AT or texts[end] in ":,"):
        return 0
    end += 1
    while end < len(texts) and (texts[end] in ":'’" or word(texts[end]) in _ARTICLES):
        end += 1
    return 0 if end < len(texts) and word(texts[end]) in _SCHOOLS else end


def _behind_kind(texts: Sequence[str], start: int) -> int:
    """Where the words for a talk end that begin there: `Communication orale présentée`; 0 where none names one."""
    end, named = start, False
    while end < len(texts) - 1:
        said = word(texts[end])
        names = said in TALKS or (end > start and said in _GIVEN)
        if not (names or said in _BEFORE or (named and said in _BEHIND)):
            break
        named, end = named or names, end + 1
    return end if named else 0


def _behind_brackets(texts: Sequence[str], opening: int) -> int:
    places = range(opening + 2, min(opening + 2 + _LONGEST_KIND, len(texts) - 2))
    closing = next((at for at in places if texts[at] == _CLOSING[texts[opening]]), 0)
    kind = [word(text) for text in texts[opening + 1 : closing]]
    named = closing and not _IN_BRACKETS.isdisjoint(kind) and all(one in _BEFORE | TALKS for one in kind)
    return closing + 2 if named and texts[closing + 1] in ".," else 0


def _end_of_name(found: Tokens, start: int) -> int:
    """Where the name of a meeting ends: before a place, a date, or the end of the sentence; 0 for one of a journal."""
    texts = found.texts
    for at in range(start, len(texts)):
        if texts[at] in ",;([" or texts[at][0] == "<" or _is_sentence_end(found, at):
            return at
        if at > start and texts[at].isdigit() and len(texts[at]) == 4:
            return at
    return len(texts)


def _is_sentence_end(found: Tokens, at: int) -> bool:
    """Whether a dot ends a sentence, and no ordinal: `53. Kongress`."""
    texts = found.texts
    if texts[at] != "." or at + 1 == len(texts):
        return texts[at] == "."
    return found.spaced[at + 1] and not (texts[at - 1].isdigit() and len(texts[at - 1]) < _DIGITS_OF_A_YEAR)


def _at_meeting(found: Tokens, segments: Segments, lead: int, start: int, end: int) -> Segments:
    place, last = _place(found, end)
    whole = max(last, end)
    if not _begins(found.texts[start]) or any(one.label in LOCATING and one.start >= whole for one in segments):
        return segments
    held = {*range(start, end), *range(place, last)}
    years = [one for one in segments if one.label == "year" and held.isdisjoint(range(one.start, one.end))]
    kept = cleared(found, [one for one in segments if one.label != "year"], lead, whole)
    kept = title_apart(found, kept, lead)
    book = Segment("booktitle", start, end)
    return [*kept, *years, book, *([Segment("location", place, last)] if last else [])]


def _begins(text: str) -> bool:
    return text[0].isupper() or text.isdigit() or word(text) in _MEETINGS


def _place(found: Tokens, start: int) -> tuple[int, int]:
    """Where the place of a meeting stands behind its name, before or behind its date; 0 and 0 for nowhere."""
    texts = found.texts
    first = last = 0
    at = start
    while at < len(texts) and not _is_sentence_end(found, at) and texts[at][0] != "<":
        if texts[at] in ",;:":
            at += 1
            continue
        known = end_of_place(found, at)
        end = known or _end_of_piece(found, at)
        if known or _is_placed(texts[at:end]):
            first, last = first or at, end
        elif first:
            break
        at = end
    return first, last


def _end_of_piece(found: Tokens, start: int) -> int:
    texts = found.texts
    for at in range(start + 1, len(texts)):
        if texts[at] in ",;:(" or texts[at].isdigit() or texts[at][0] == "<" or _is_sentence_end(found, at):
            return at
    return len(texts)


def _is_placed(piece: Sequence[str]) -> bool:
    """Whether a piece is a few capitalised words and no month."""
    named = all(text[0].isupper() or text in "-." for text in piece) and len(piece) <= _LONGEST_PLACE
    return named and MONTHS.isdisjoint(map(word, piece))


@rule(some=("journal", "booktitle"), words=(":",))
def book_without_in(found: Tokens, segments: Segments) -> Segments:
    """`In:` before a book or a journal is no part of its name."""
    return [
        Segment(one.label, one.start + 2, one.end)
        if one.label in ("journal", "booktitle")
        and one.end > one.start + 2
        and found.texts[one.start + 1] == ":"
        and word(found.texts[one.start]) in INSIDE
        else one
        for one in segments
    ]


@rule(words=("anais",))
def congress_of_proceedings(found: Tokens, segments: Segments) -> Segments:
    """The congress in capitals behind `In:` is the book, and nobody who edited it:
    `Joelhos. In: CONGRESSO DO JOELHO, 12., 2014, Curitiba. Anais […]. Curitiba: …`."""
    texts = found.texts
    start = next((at + 2 for at in range(1, len(texts) - 3) if texts[at] == "In" and texts[at + 1] == ":"), 0)
    comma = texts.index(",", start) if start and "," in texts[start:] else 0
    anais = next((at for at in range(comma, len(texts)) if comma and word(texts[at]) == "anais"), 0)
    named = [text for text in texts[start:comma] if text.isalpha()]
    if not anais or len(named) < 2 or not all(map(str.isupper, named)):
        return segments
    kept = [
        Segment(one.label, one.start, min(one.end, start - 3)) if one.label == "title" else one
        for one in segments
        if one.end <= start or one.start > anais or one.label in ("title", "year")
    ]
    return [*(one for one in kept if one.end > one.start), Segment("booktitle", start, comma)]
