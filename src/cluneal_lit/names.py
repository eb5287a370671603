"""Names of people, as reference lists and services write them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from cluneal_lit.folding import one_line, words
from cluneal_lit.late import late
from cluneal_lit.model import Name

SUFFIXES = {"jr": "Jr", "sr": "Sr", "ii": "II", "iii": "III", "iv": "IV", "2nd": "2nd", "3rd": "3rd", "4th": "4th"}
LIKE_SUFFIXES = frozenset(("JR", "SR", "II", "IV"))  # initials, unless initials stand before them
# Stands last in a list of authors that its source cut off.
ET_AL = Name(literal="et al.")
PARTICLES = frozenset("af al da das de del della den der di do dos du el la le ten ter van von y zu zum zur".split())
_ROMAN = {"2nd": "II", "3rd": "III", "4th": "IV"}
_ORDINALS = {roman: ordinal for ordinal, roman in _ROMAN.items()}
# Words by which a group or an organisation is known.
GROUP_WORD = (
    r"(?:Groups?|Collaborat\w+|Committee|Consortium|Network|Investigators|Association|Society|Organi[sz]ation|Team"
    r"|Initiative|Council|Institutes?|Centers?|Centre|Agency|College|Academy|Foundation|Commission|Ministry|Department"
    r"|Federation|Panel|Task Force|Alliance|Program(?:me)?|Study)"
)
_GROUP = late(
    rf"\b{GROUP_WORD}\b|\b(?:of|for)\b|\bUniversi|(?<=\w\s)Medicine$"
    r"|(?<!['’])\b(?:Hospitals?|Clinics?|Clinique|Cl[ií]nica|Klinik(?:en|um)?|Krankenhaus|H[oô]pita(?:l|ux)|Ospedale"
    r"|Szpital|Grupos?|Groupes?|Gruppo|Arbeits(?:gruppe|kreis|gemeinschaft)|Werkgroep|Comisi[oó]n|Comiss[aã]o"
    r"|Commissione|Kommission|Dire(?:cci[oó]n|c?[cç][aã]o|ction)[\s-]G[eé](?:n[eé])?ra\w+|Regist(?:ry|er|ro)|Museum"
    r"|Library)\b"
    r"|\b(?:[IU]nstitut|Istitut|Minist[eéè]r|Presid[eê]ncia|Sistema|Cent(?:ro|re|rum)\b|Escola|Escuela|Empresa"
    r"|Con[cs]e(?:lho|jo)|Secretar[ií]a|Ban(?:k|co)\b|Ag[eê]ncia|Funda[çc]|Soci[eé][dt]|Federac|Conf?edera|Associa|Asocia"
    r"|Administration|Authorit|Autorit|Acad[eé]m|Coll[eè]ge|Comit[eé]|Conse(?:il|jo)|F[eé]d[eé]ra|Organiza|Departamento|Servi[çc]"
    r"|Gesellschaft|Bundes|Verein|Nacional|National|International|Federal|World|Government|Company|Corporation|Corp\b"
    r"|LLC\b|GmbH|Ltd|Inc\b|Office|Bureau)",
    re.IGNORECASE,
)
# By which societies, ministries and authorities are known in Dutch, Danish, Norwegian, Swedish, Finnish, Estonian,
# Polish, Czech, Slovak, Hungarian, Romanian, Turkish, Russian, Ukrainian, Bulgarian, Greek and Indonesian. None is a
# word with which titles begin, as Polish `zespół` is, which is a syndrome too.
SOCIETIES = frozenset(
    words(
        "vereniging genootschap stichting gezondheidsraad zorginstituut"
        " forening foreningen förening föreningen sällskap sällskapet selskab selskabet selskap selskapet"
        " läkaresällskapet styrelsen socialstyrelsen sundhedsstyrelsen folkhälsomyndigheten läkemedelsverket"
        " folkehelseinstituttet helsedirektoratet departementet direktoratet yhdistys lääkäriseura"
        " lääkäriseuran liitto virasto ministeriö selts"
        " towarzystwo towarzystwa stowarzyszenie ministerstwo urząd"
        " společnost spoločnosť sdružení združenie ministerstvo ministarstvo društvo udruženje"
        " társaság társasága egyesület egyesülete minisztérium minisztériuma societatea ministerul asociația"
        " derneği bakanlığı kurumu vakfı üniversitesi birliği müdürlüğü"
        " общество общества министерство министерства ассоциация ассоциации товариство асоціація міністерство дружество"
        " εταιρεία υπουργείο kementerian perhimpunan badan"
    )
)
_EASTERN_GROUP = late(
    "学会|學會|协会|協会|協會|委员会|委員会|委員會|协作组|学组|医院|研究班|研究会|厚生労働省|학회|협회|위원회|보건복지부|병원"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}")


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """The person of `Isu T`, `Köse Güven S`, `Darnis, B.`, `Petri WA Jr`, `van der Berg, Jan`; else a family name.

    Given names stand behind the family name; initials keep their form.
    """
    written = one_line(text).strip(" ,;")
    parts = [part.strip() for part in written.split(",") if part.strip()]
    suffix = ""
    if len(parts) > 1 and parts[-1].rstrip(".").lower() in SUFFIXES and not _are_initials(parts):
        suffix = SUFFIXES[parts.pop().rstrip(".").lower()]
    if len(parts) > 1:
        family, given = parts[0], " ".join(parts[1:])
        given, suffix = _without_suffix(given, suffix)
        return Name(family=family, given=given, suffix=suffix)
    rest, suffix = _without_suffix(parts[0] if parts else "", suffix)
    family, _, last = rest.rpartition(" ")
    if family and is_initials(last):
        return Name(family=family, given=last, suffix=suffix)
    return Name(family=rest, suffix=suffix)


def parted(name: Name) -> Name:
    """The name with the words in small letters before its family name as its particle: `van der` of `van der Berg`."""
    if " " not in name.family:
        return name
    tokens = name.family.split(" ")
    count = next((place for place, word in enumerate(tokens) if not word[:1].islower()), len(tokens) - 1)
    if not count or name.non_dropping_particle:
        return name
    return replace(name, family=" ".join(tokens[count:]), non_dropping_particle=" ".join(tokens[:count]))


def is_initials(text: str) -> bool:
    """Whether the text is one to four initials: `T`, `ÖT`, `J.J.`, `J-P`."""
    letters = [char for char in text if char.isalpha()]
    return bool(_INITIALS.fullmatch(text)) and all(char.isupper() for char in letters)


@lru_cache(maxsize=2**14)
def initials(given: str) -> str:
    """The initials of given names, as NLM writes them: `Jean-Yves` gives JY, `J.J.` gives JJ."""
    if is_initials(given):
        return "".join(char for char in given if char.isalpha())
    return "".join(part[0].upper() for part in re.split(r"[\s.-]+", given) if part and part[0].isalpha())


@lru_cache(maxsize=65536)
def surname(name: Name) -> str:
    """The name by which a person is sorted and compared: folded family name without particles, or the group's words."""
    parts = words(name.family or name.literal)
    while len(parts) > 1 and parts[0] in PARTICLES:
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return "".join(parts)


def names_group(text: str) -> bool:
    """Whether a text has a word that names of groups have."""
    return bool(_GROUP.search(text)) or names_society(text)


def names_society(text: str) -> bool:
    """Whether a text has a word by which societies and authorities are known outside of English and its neighbours."""
    return bool(_EASTERN_GROUP.search(text)) or not SOCIETIES.isdisjoint(words(text))


def nlm(name: Name) -> str:
    """The name as NLM prints it: `Petri WA Jr`, `Köse Güven S`; a group as it is."""
    if name.literal:
        return name.literal
    family = f"{name.non_dropping_particle} {name.family}".strip()
    return " ".join(part for part in (family, _shortened(name.given), name.suffix) if part)


def suffixed(name: Name, *, roman: bool) -> Name:
    """The name with its suffix as styles write it: `Jr` without a full stop, `III` or else, as NLM has it, `3rd`."""
    if not name.suffix:
        return name
    written = name.suffix.rstrip(".")
    return replace(name, suffix=(_ROMAN if roman else _ORDINALS).get(written, written))


def _shortened(given: str) -> str:
    """The initials; given names in a script without capitals (小华) as they are."""
    return initials(given) if given.lower() != given.upper() else given


def inverted(name: Name) -> str:
    """The name with its family name first: `van der Berg, Jan, Jr`; a group as it is."""
    family = f"{name.non_dropping_particle} {name.family}".strip()
    return name.literal or ", ".join(filter(None, (family, name.given, name.suffix)))


def _are_initials(parts: list[str]) -> bool:
    """Whether what looks like a suffix behind a comma is the initials: `Jett, JR`, not `Petri WA, JR`."""
    return len(parts) == 2 and parts[1] in LIKE_SUFFIXES and not is_initials(parts[0].rpartition(" ")[2])


def _without_suffix(text: str, suffix: str) -> tuple[str, str]:
    """The text without a suffix at its end. `JR` and `II` may be initials: they are suffixes only behind initials."""
    head, _, last = text.rpartition(" ")
    if not head or last.rstrip(".").lower() not in SUFFIXES:
        return text, suffix
    if last in LIKE_SUFFIXES and not (" " in head and is_initials(head.rpartition(" ")[2])):
        return text, suffix
    return head, SUFFIXES[last.rstrip(".").lower()]
