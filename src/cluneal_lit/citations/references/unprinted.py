"""What notes name that nobody has printed: what somebody told or wrote the author, and data that he holds."""

from __future__ import annotations

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.late import late

_ITSELF = (
    r"(?:personal|private|oral|verbal|written)\s(?:communications?|correspondence|conversations?|interviews?|letters?"
    r"|observations?|e-?mails?|messages?|notes?|diary)|pers\.?\s(?:comm(?:un)?s?|obs(?:erv)?|corr)\b\.?"
    r"|unpublished\s(?:data|observations?|results?|findings|material|analys[ei]s|work)|data not shown"
    r"|data (?:are )?available (?:up)?on request|author(?:s|['’]s|s['’])? interviews?"
    r"|(?:persönliche|mündliche|schriftliche|telefonische)\s(?:Mitteilung(?:en)?|Auskunft|Gespräche?|Information)"
    r"|unveröffentlichte\s(?:Daten|Ergebnisse|Beobachtungen)"
    r"|communications?\s(?:personnelles?|orales?|écrites?)|données non publiées|observations? personnelles?"
    r"|comunicaci(?:ón|ones) personal(?:es)?|datos no publicados|comunicação pessoal|dados não publicados"
    r"|comunicazion[ei] personal[ei]|dati non pubblicati|persoonlijke (?:mededeling|communicatie)"
    r"|(?:field ?notes?|fieldwork|focus groups?|participant observation|feldnotizen|feldforschung"
    r"|notes? de terrain|notas? de campo)"
)
_TALK = (
    r"(?:(?:tele)?phone|skype|zoom|video|online|e-?mail|recorded|anonymous|informal|qualitative|expert)?\s?"
    r"(?:interviews?|conversations?|discussions?|correspondence|e-?mails?|(?:tele)?phone calls?|calls?"
    r"|(?:telefon)?gespräche?|telefonate?|experteninterviews?|entretiens?|entrevues?|courriels?|entrevistas?|intervist[ae])"
)
_OF_AUTHOR = (
    r"(?:letters?|messages?|notes?|information|remarks?|comments?|"
    rf"{_TALK}|brief|schreiben|auskunft|lettres?|carta|lettera)(?: message)?(?:\sof\s[^,;.()]{{3,20}})?"
    r"\s(?:(?:with|to|by|from|for|conducted by)\s(?:the\s|this\s|present\s){0,2}(?:(?-i:authors?|writer)|me|us)"
    r"|(?:mit|an|durch|von|gegenüber)\s(?:der|dem|den|die)\s(?:verf(?:asser|\.)|autor)\w*"
    r"|(?:avec|à|au|aux|de|par)\s(?:l['’]|les\s)?auteure?s?|(?:con|a|al|de|por)\s(?:el|la|los)?\s?autor\w*)"
)
_WITH = r"(?:with|from|to|at|in|by|on|mit|an|von|vom|bei|am|avec|à|du|de|le|con|en|di|del)"
_NAME = rf"(?:(?:[{UPPER}][\w.’'-]*|and|&|of|for|the|v[ao]n|de[rn]?|la)[,:]?\s)"
_NEXT = rf"(?=\s?(?:[.,;:()]|$)|\s(?!in|en){_WITH}\s|\s(?:\d|[{UPPER}][a-z]+\s\d))"
# `Personal communication, J. Berg, 2020`, `J. Berg, pers. comm., 2020`, `J. Berg (unpublished data, 2020)`
_TOLD = late(
    rf"(?i:(?:according to|as|per|information|from|by)\s){{0,2}}"
    rf"(?:{_NAME}{{1,12}}(?<=[,:.]\s)|{_NAME}{{1,12}}?\(|\()?(?i:in an?\s)?(?i:{_ITSELF}|{_OF_AUTHOR}){_NEXT}"
)
# `Interview, Bern, May 2018`, `Interview 12, Bern, 2018`, `Conversation with Otto Berg, Bern, 2 May 2011`
_TALKED = late(
    rf"(?:(?i:{_TALK})(?:\s(?i:no\.|nr\.|n°)?\s?[A-Z]?\d{{1,3}}|\s(?i:{_WITH})\s(?:[^.;:“”\"*_]|(?<=\b[A-Z])\.|(?<=\d)\.){{3,80}})?"
    rf"|(?i:interviewee|respondent|informant|participant|befragter?)\s[A-Z]?\d{{1,3}})(?=,\s|\.?$)"
)
# What somebody has printed: a title in quotes, emphasis, an address, the next sentence of a reference.
_PRINTED = late(
    rf"[“”\"*_]|https?:|(?<![\d{UPPER}])\.\s[{UPPER}][^.]{{2,}}[.:]\s?[{UPPER}\d]|\s(?:The|Die|Der|Le|La|El)\s[{UPPER}]"
)
_CLOCK = late(r"[, ]\d\d?[:.]\d\d(?=\s?(?:[ap]\.?m\b|h\b|Uhr|[–.-]|$))")


def is_unprinted(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a communication to the author, or data that were not published."""
    told = _TOLD.match(text, start, end)
    sign = told or _TALKED.match(text, start, end)
    if not sign:
        return False
    rest = _CLOCK.sub("", text[sign.end() : end])
    return not (_PRINTED.search(rest) or locators.HINT.search(rest))
