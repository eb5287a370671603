"""What the end of a title says it is, where only one of two titles has it: another kind of text, or another part.

A subtitle that says what the work is about or how it was done (`a cohort of nurses`, `a systematic review`) is none.
The words are those of English, German, French, Spanish, Portuguese and Italian journals, folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from cluneal_lit.folding import folded
from cluneal_lit.late import late
from cluneal_lit.titles import compact, unmarked

_PARTED = late(r"\s*[:;|]\s*|(?<!et al)(?:[.?!]|(?<!\d),)+\s+|\s[–—-]+\s|\s?—\s?|\s*[()\[\]]\s*")
_SAME = 75  # likeness from which an end is the other, misspelt or not
_WHOLE = 95  # likeness from which what stands behind the first words of a title is the other
_BEFORE = 60  # letters of those first words at most
_BLANK = re.compile(r"\s+")
_LONGEST = 6  # words up to a preposition with which a text is named
_LINKS = frozenset(
    "of for to on in with by from regarding concerning about zu zum zur auf von fur an einer eines der des de du d del"
    " al a au aux sur par para pour por sobre di da do dos das ao aos su per".split()
)
_ARTICLES = frozenset(
    "a an the our my their in une un una uno um o le la les el los il lo gli die das ein eine".split()
)
# English nouns that say it at the end of their phrase (a `protocol violation` is none), and others at any place of it.
_TEXTS = frozenset(
    "reply replies respond responds rejoinder rebuttal correspondence protocol protocols editorial letter letters"
    " comment comments commentary commentaries".split()
)
_FOREIGN = frozenset(
    "erratum errata erratas corrigendum corrigenda addendum addenda foreword preface obituary"
    " antwort erwiderung replik duplik berichtigung korrektur kommentar stellungnahme nachtrag leserbrief leitartikel"
    " geleitwort vorwort studienprotokoll prufprotokoll studiendesign buchbesprechung rezension diskussionsbeitrag"
    " reponse replique rectificatif commentaire commentaires lettre protocole respuesta replica correccion correcciones"
    " comentario comentarios carta cartas protocolo resena resposta correcao correcoes resenha risposta correzione"
    " rettifica commento lettera protocollo editoriale recensione recension".split()
)
# English nouns that say it only alone, or behind one of the other words: an `immune response` is none.
_ALONE = frozenset(
    "response responses correction corrections retraction withdrawal discussion debate reviews design rationale".split()
)
_BESIDE = frozenset(
    "author authors editor editors editorial publisher publishers study trial book books peer reviewer reviewers"
    " invited guest short brief final further published".split()
)
_OF = frozenset(("response", "responses", "correction", "corrections", "retraction", "withdrawal"))
_PHRASE = late(
    r"(?:(?:an? |the )?(?:book|peer) review\b|.*\b(?:expression of concern|fe de erratas?|compte rendu|analysis plan"
    r"|brief an d(?:ie|en)|to be continued|fortsetzung|notice of (?:retraction|correction|withdrawal))\b)"
)
_WRITTEN = frozenset(
    "comment comments commentary letter letters article articles paper authors editor editors critics critique"
    " criticism reviewers colleagues queries questions".split()
)
# Those of which nothing is said at the work's own place: indexes and journals write them there, or leave them out.
_FORMS = frozenset(
    "update updates abstract abstracts poster summary synopsis appendix supplement translation version abridged"
    " ubersetzung fassung kurzfassung zusammenfassung aktualisierung ausgabe kongressbeitrag resume traduction resumen"
    " resumo riassunto traduccion traducao traduzione versao versione edicion edicao actualizacion atualizacao"
    " aggiornamento ponencia interview viewpoint opinion entrevista entretien".split()
)
_FORM = late(
    r"(?:an? |the |short |brief )*review$|.*\b(?:mise a jour|(?:german|english|french|spanish) edition"
    r"|edition (?:francaise|anglaise))\b|(?:updated?|version) \d"
    r"|.*\b(?:preliminary|interim|vorlaufige) (?:report|results|findings|communication|ergebnisse)\b"
    r"|(?:resulta[dt]o?s|rapport|informe) preliminai?re?s?\b"
)
_HEADING = late(
    r"(?:an? |the )?book reviews?|buchbesprechung|rezension|resena|resenha|recensione?|compte rendu"
    r"|(?:(?:guest|invited|introductory|special|issue|editors?) )*(?:editorials?|editoriale|leitartikel|forewords?"
    r"|prefaces?|geleitwort|vorwort|(?<=editor )(?:notes?|comments?)|(?<=editors )(?:notes?|comments?))"
)
_PARTS = r"(?:parts?|pt|teil|partie|parte|paper|report|mitteilung|communication|vol|volume|band|tome|tomo)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|last|final|\d(?:st|nd|rd|th|a|e)?|(?:erst|zweit|dritt|viert|letzt)er"
    r"|premiere|deuxieme|seconde|troisieme|derniere|primera|segunda|tercera|primeira|terceira|prima|seconda|terza)"
)
_NUMBER = r"(?:[ivx]{1,5}|\d{1,2}|[a-d]|one|two|three|four|eins|zwei|drei|un|deux|trois|uno|dos|tres|due|tre)"
_PART = late(rf"(?:\w+ )?{_ORDINAL} {_PARTS}\b|{_PARTS} {_NUMBER}\b|(?:[ivx]{{1,5}}|\d{{1,2}})$")

_LAST = late(
    rf"\W(?:{_PARTS}\W+{_NUMBER}|(?:[ivx]{{1,5}}|\d{{1,2}})[.)]?(?:$|[.:]\s)|{_ORDINAL}\s{_PARTS})", re.IGNORECASE
)


def another(ours: Iterable[str], theirs: str, *, is_placed: bool) -> str:
    """What the end of one of two titles says it is, and that of the other does not; empty where it says no such thing.

    `ours` are the ways in which a reference may write its title. `is_placed`: the place says that it is one work.
    """
    lacking = alone(ours, theirs)
    return next((end for end in lacking if names_another(end) or (not is_placed and names_a_form(end))), "")


def alone(ours: Iterable[str], theirs: str) -> list[str]:
    """What one of two titles says behind its first stop or before the whole other one, and the other does not.

    `ours` are the ways in which the first may be written.
    """
    written, other = [unmarked(title) for title in ours if title], unmarked(theirs)
    lacking = [end for title in written for end in _ends(title) if not _has(other, end)]
    lacking += [front for title in written if (front := _front(title, other)) and not _has(other, front)]
    beside = (*_ends(other), *(_front(other, title) for title in written))
    return lacking + [end for end in beside if end and not any(_has(title, end) for title in written)]


def head(title: str) -> str:
    """The title up to its first stop."""
    return _PARTED.split(title, maxsplit=1)[0]


def _ends(title: str) -> Iterator[str]:
    """What stands behind the first stop of a title, between its stops."""
    return (end for part in _PARTED.split(title)[1:] if (end := part.strip(" .\"'“”’«»")))


def _front(title: str, other: str) -> str:
    """What a title says before the whole other one: `Response` of `Response to …`, empty for nothing."""
    if len(title) <= len(other):
        return ""
    body = compact(other)
    cuts = [(fuzz.ratio(compact(title[blank.end() :]), body), blank) for blank in _BLANK.finditer(title[:_BEFORE])]
    likeness, cut = max(cuts, key=lambda one: one[0], default=(0, None))
    words = folded(title[: cut.start()]).split() if cut and likeness >= _WHOLE else []
    while words and words[-1] in _LINKS | _ARTICLES:
        words.pop()
    return " ".join(words)


def _has(title: str, end: str) -> bool:
    """Whether a title has an end too, misspelt or not: behind its first stop, or as its first or last letters."""
    if _PART.match(folded(end)) and _LAST.search(title):
        return True  # as `Part II`, and `2`; which parts they are, their numbers say
    sought, whole = compact(end), compact(title)
    behind = compact(" ".join(_PARTED.split(title)[1:]))
    if len(sought) <= len(behind) and fuzz.partial_ratio(sought, behind) >= _SAME:
        return True
    return any(fuzz.ratio(sought, part) >= _SAME for part in (whole[-len(sought) :], whole[: len(sought)]))


def names_another(end: str) -> bool:
    """Whether an end is the name of another text or part: `a response to Smith et al`, `2`, `Studienprotokoll`."""
    plain = folded(end)
    if _PART.match(plain) or _PHRASE.match(plain):
        return True
    for phrase, behind in _phrases(plain):
        *before, noun = phrase
        if noun in _TEXTS or not _FOREIGN.isdisjoint(phrase):
            return True
        if noun in _ALONE and _BESIDE.issuperset(before) and (noun not in _OF or _is_of_a_text(behind, end)):
            return True
    return False


def names_a_form(end: str) -> bool:
    """Whether an end is the name of another form of a text: `an update`, `abstract P12`."""
    plain = folded(end)
    return bool(_FORM.match(plain)) or any(not _FORMS.isdisjoint(phrase) for phrase, _ in _phrases(plain))


def is_part(end: str) -> bool:
    """Whether an end counts parts: `Part II`, and `2`."""
    return bool(_PART.match(folded(end)))


def is_heading(end: str) -> bool:
    """Whether an end is what a journal prints over one of its texts: `Guest editorial`, `Vorwort`, `Book review`."""
    return bool(_HEADING.fullmatch(folded(end)))


def _phrases(plain: str) -> Iterator[tuple[list[str], list[str]]]:
    """The nouns with which an end begins, those joined by `and` apart, each with the words behind them all."""
    tokens = [word for word in re.sub(r"\bet al\b", "", plain).split() if not _is_code(word)]
    while tokens and tokens[0] in _ARTICLES:
        tokens = tokens[1:]
    last = next((place for place, word in enumerate(tokens) if word in _LINKS), len(tokens))
    for part in re.split(r" (?:and|und|et|y|e) ", " ".join(tokens[:last])):
        if 0 < len(phrase := part.split()) <= _LONGEST:
            yield phrase, tokens[last:]


def _is_code(word: str) -> bool:
    """Whether a word is a number, such as a year or that of a conference's abstract: `2020`, `P12`."""
    return any(char.isdigit() for char in word)


def _is_of_a_text(behind: list[str], end: str) -> bool:
    """Whether what a response is one to is a text, or somebody: `to Smith et al`, and not `to treatment`."""
    if not behind or not _WRITTEN.isdisjoint(behind):
        return True
    named = re.search(rf"\b{behind[0]}\s+(?:the\s+|an?\s+)?(\w)", end, re.IGNORECASE)
    return bool(named) and named[1].isupper()  # type: ignore[index]
