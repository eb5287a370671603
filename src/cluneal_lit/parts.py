"""The words by which titles count their parts, and which number each means: `Zweiter Teil`, `parte prima`, `Part I`.

Words are folded, and each counts beside a word for a part of its own language: `due` is two in Italian alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit.folding import words
from cluneal_lit.late import late

# Of each language the words for a part, and those for one, two, three …, by their order.
_LANGUAGES = (
    (
        "part parts pt report paper communication section chapter volume vol book session module lecture panel phase"
        " stage study experiment case class grade group level series type",
        "one first,two second,three third,four fourth,five fifth,six sixth,seven seventh,eight eighth",
    ),
    (
        "teil teile band bände heft mitteilung folge bericht abschnitt kapitel studie phase stadium grad typ"
        " gruppe stufe",
        "eins erster erste erstes ersten,zwei zweiter zweite zweites zweiten,drei dritter dritte drittes dritten"
        ",vier vierter vierte viertes vierten,fünf fünfter fünfte fünftes fünften,sechs sechster sechste",
    ),
    (
        "partie parties tome volume note rapport communication chapitre section volet étude phase stade type groupe",
        "un une premier première,deux second seconde deuxième,trois troisième,quatre quatrième,cinq cinquième"
        ",six sixième",
    ),
    (
        "parte partes tomo volumen volume informe comunicación comunicação capítulo sección seção estudio estudo fase"
        " tipo grupo relatório",
        "uno una um uma primero primer primera primeiro primeira,dos dois duas segundo segunda"
        ",tres tercero tercer tercera terceiro terceira,cuatro cuarto cuarta quatro quarto quarta,cinco quinto quinta"
        ",seis sexto sexta",
    ),
    (
        "parte parti tomo volume nota comunicazione relazione capitolo sezione studio fase tipo gruppo",
        "uno una primo prima,due secondo seconda,tre terzo terza,quattro quarto quarta,cinque quinto quinta"
        ",sei sesto sesta",
    ),
    (
        "part parts tom volum capítol estudi fase",
        "u un una primer primera,dos dues segon segona,tres tercer tercera,quatre quart quarta",
    ),
    (
        "deel delen hoofdstuk rapport mededeling studie fase",
        "een eerste,twee tweede,drie derde,vier vierde,vijf vijfde,zes zesde",
    ),
    (
        "del delen rapport kapitel bind band studie fase fas osa",
        "en ett et første första ensimmäinen,to två anden andra andre toinen,tre tredje kolmas,fire fyra fjerde fjärde"
        ",fem femte",
    ),
    (
        "część cz tom rozdział doniesienie badanie faza część część",
        "jeden pierwsza pierwszy pierwsze,dwa druga drugi drugie,trzy trzecia trzeci trzecie,cztery czwarta czwarty",
    ),
    (
        "část časť díl diel dio dijel deo del svezek sdělení studie fáze faza",
        "jedna jeden první prvá prvý prvi prva prvo,dva dvě druhá druhý drugi druga drugo,tři třetí tri tretia"
        " treći treća,čtyři čtvrtá četiri četvrti četvrta",
    ),
    ("rész kötet közlemény fázis", "egy első,kettő második,három harmadik,négy negyedik"),
    ("partea parte volumul faza", "unu întâi prima,doi doua,trei treia,patru patra"),
    ("bölüm kısım cilt faz", "bir birinci,iki ikinci,üç üçüncü,dört dördüncü"),
    (
        "часть ч частина част том сообщение повідомлення съобщение глава раздел фаза",
        "один одна первая первый первое перша перше първа,два две вторая второй второе друга друге втора"
        ",три третья третий третье третя трета,четыре четвертая четвертый четвёртая четверта",
    ),
    ("μέρος τόμος φάση", "ένα πρώτο πρώτος,δύο δεύτερο δεύτερος,τρία τρίτο τρίτος,τέσσερα τέταρτο"),
)


def _table() -> dict[str, dict[str, str]]:
    """By each word for a part the words that count it, with their numbers."""
    found: dict[str, dict[str, str]] = {}
    for names, counting in _LANGUAGES:
        numbers = {word: str(at) for at, line in enumerate(counting.split(","), 1) for word in words(line)}
        for name in words(names):
            found.setdefault(name, {}).update(numbers)
    return found


_BY_PART = _table()
# Numerals that are words or letters of other use without a word for a part beside them.
_BEHIND = {
    **{"i": "1", "iv": "4", "v": "5", "x": "10", "і": "1"},
    **{letter: str(at) for at, letter in enumerate("abcdefgh", 1)},
    **{letter: str(at) for at, letter in enumerate("абвг", 1)},
}
_BEFORE = {"i": "1", "iv": "4", "v": "5", "x": "10"}
_TRIED = frozenset(_BEHIND).union(*_BY_PART.values())
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ere|re|e|eme|a|o|de|ste|ra|da|y|ya|й|я|а)")
# A numeral or letter between stops, or behind the last one: `Nerves: I`, `Nerves (b)`, `I. Nerves`, `. I. Nerves`.
_LONE = late(
    r"(?:^|[.:;?!–—(\[]|,(?=\s*I)|\s-)\s*"
    r"(?:([ivx])(?=\s*(?:[)\]]|[.:](?:\s|$)|\s[–—-]\s)|\s*$)|([a-h])(?=\s*(?:[)\]]|:\s)|\s*\.?$))",
    re.IGNORECASE,
)
_SELDOM = frozenset("ivxbcdefgh")  # words that no text has but as numerals, initials, or the letters of things


def numbered(title: str) -> list[str]:
    """The words of a title, folded and in order, with the numbers of its parts in figures."""
    found = words(title)
    if found and (found[-1] == "a" or not _SELDOM.isdisjoint(found)):
        found = words(_LONE.sub(_lone, title))
    if _BY_PART.keys().isdisjoint(found):
        return found
    return [_number(found, at) if word in _TRIED or word[0].isdigit() else word for at, word in enumerate(found)]


def _lone(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}{_BEHIND[found[0][-1].lower()]}"


def _number(found: Sequence[str], at: int) -> str:
    """The figures of a word that counts the part named beside it; else the word."""
    word = found[at]
    for part, is_before in _beside(found, at):
        counting = _BY_PART.get(part)
        if counting is None:
            continue
        if is_before and (ordinal := _ORDINAL.fullmatch(word)):
            return ordinal[1]
        if number := counting.get(word) or (_BEFORE if is_before else _BEHIND).get(word):
            return number
    return word


def _beside(found: Sequence[str], at: int) -> Iterator[tuple[str, bool]]:
    """The words before and behind one, and whether it stands before them: `part the first`, `first part`."""
    if at:
        yield found[at - 2 if at > 1 and found[at - 1] == "the" else at - 1], False
    if at + 1 < len(found):
        yield found[at + 1], True
