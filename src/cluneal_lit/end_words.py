"""The phrases by which the end of a title says that it is another kind of text, another form, or a part, folded."""

from __future__ import annotations

import re

from cluneal_lit import kinds
from cluneal_lit.folding import folded
from cluneal_lit.late import late

# Another text.
PHRASE = late(
    r"(?:an? |the )?((?:book|peer) reviews?\b|(?:book|media|film)(?: and \w+)? reviews?$|review of (?:the )?books?\b"
    r"|notes? de lecture\b)|.*\b((?:expression of concern|fe de erratas?|comptes? rendus?|analysis plan|fortsetzung"
    r"|odpowiedz autor\w+|odpoved autor\w+|odgovor autor\w+|ответ автор\w+|відповідь автор\w+"
    r"|yazar\w* (?:yaniti|cevabi)"
    r"|(?:antwoord|reactie) van (?:de )?auteurs?|svar fran forfattar\w+|forfatter\w* svar|szerzo\w* valasz\w*"
    r"|list do redakcji|dopis redakci|lezersbrief|απαντηση των συγγραφεων"
    r"|brief an d(?:ie|en)|to be continued|notice of (?:retraction|correction|withdrawal)|retraction notice)\b)"
)
# Another form of a text.
FORM = late(
    r"(?:an? |the |short |brief )*(review)$"
    r"|.*\b(mise a jour|(?:german|english|french|spanish) edition|edition (?:francaise|anglaise))\b"
    r"|(updated?|version) \d"
    r"|.*\b((?:preliminary|interim|vorlaufige) (?:report|results|findings|communication|ergebnisse)\b)"
    r"|(?:resulta[dt]o?s|rapport|informe) preliminai?re?s?\b"
)
# `part ii`, `2 resz`, `zweiter teil`, and a number alone.
_PARTS = rf"(?:{'|'.join(map(folded, kinds.PARTS))}|paper|report|mitteilung|communication|vol|volume|band|tome|tomo)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|last|final|\d(?:st|nd|rd|th|a|e)?|(?:erst|zweit|dritt|viert|letzt)er"
    r"|premiere|deuxieme|seconde|troisieme|derniere|primera|segunda|tercera|primeira|terceira|prima|seconda|terza)"
)
_NUMBER = r"(?:[ivx]{1,5}|\d{1,2}|[a-d]|one|two|three|four|eins|zwei|drei|un|deux|trois|uno|dos|tres|due|tre)"
PART = late(rf"(?:\w+ )?{_ORDINAL} {_PARTS}\b|{_PARTS} {_NUMBER}\b|(?:[ivx]{{1,5}}|\d{{1,2}})$")
# In a title as it is written.
LAST = late(
    rf"\W(?:{_PARTS}\W+{_NUMBER}|(?:[ivx]{{1,5}}|\d{{1,2}})[.)]?(?:$|[.:]\s)|{_ORDINAL}\s{_PARTS})", re.IGNORECASE
)
