"""Laws, countries, capitals and months, which stand with a year as authors do: `Health Act (2006)`.

Names that are often those of people are left out: Jordan, Israel, Chad; Lima, Santiago.
"""

from __future__ import annotations

import re

from cluneal_lit import months
from cluneal_lit.citations.strings import cities
from cluneal_lit.folding import plain
from cluneal_lit.late import late

_LONG_MONTHS = frozenset(name for line in months.NAMES for name in line.split() if len(name) > 4)
_SHORT_MONTHS = frozenset("marz mars mai maj juin juni juli aout".split())
_MONTHS = (_LONG_MONTHS | _SHORT_MONTHS) - {"marco", "abril", "avril", "august"}  # which are names of people too
_PLACES = frozenset(
    "afghanistan,albania,algeria,angola,argentina,armenia,australia,austria,azerbaijan,bangladesh,belarus,belgium,"
    "belgique,belgien,bolivia,bosnia,botswana,brasil,brazil,bulgaria,cambodia,cameroon,canada,chile,colombia,congo,"
    "croatia,cyprus,czechia,denmark,danemark,danmark,deutschland,dänemark,ecuador,egypt,eritrea,españa,estonia,"
    "ethiopia,finland,finlande,frankreich,ghana,greece,griechenland,guatemala,guinea,haiti,honduras,hongrie,hungary,"
    "iceland,india,indonesia,iran,iraq,italia,italie,italien,jamaica,japon,kenya,kuwait,latvia,lebanon,liberia,libya,"
    "lithuania,luxembourg,madagascar,malawi,malaysia,mali,mexico,méxico,moldova,mongolia,montenegro,morocco,mozambique,"
    "myanmar,namibia,nederland,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,norway,norvège,norge,"
    "österreich,oman,pakistan,panama,paraguay,peru,philippines,poland,polska,polen,pologne,portugal,qatar,romania,"
    "russia,rwanda,saudi arabia,schweden,schweiz,senegal,serbia,sierra leone,singapore,slovakia,slovenia,somalia,"
    "south africa,south korea,spanien,sri lanka,sudan,suisse,suomi,sverige,sweden,switzerland,syria,taiwan,tanzania,"
    "thailand,tunisia,turkey,türkiye,uganda,ukraine,united kingdom,united states,uruguay,uzbekistan,venezuela,vietnam,"
    "yemen,zambia,zimbabwe,россия,рф,украина,"
    "ankara,athens,athen,baghdad,bangkok,belgrade,bogotá,brussels,bruxelles,brüssel,bucharest,budapest,buenos aires,"
    "copenhagen,kopenhagen,københavn,den haag,dublin,edinburgh,genf,genève,hanoi,helsinki,istanbul,jakarta,kabul,kairo,"
    "kyiv,lisboa,lisbon,lissabon,ljubljana,mailand,montréal,moscow,moskau,moskva,münchen,nairobi,new delhi,"
    "new york,oslo,praha,prag,prague,reykjavik,riga,roma,rom,seoul,shanghai,sofia,stockholm,tallinn,tehran,vilnius,"
    "warsaw,warszawa,warschau,washington dc,wien,zagreb,zürich,москва,київ".split(",")
)
_LAW = late(r"(?:\bActs?|\bBill|\bTreaty|[a-zß]gesetz(?:es|e|buch)?|[a-z]verordnung)$")
_CALLED = late(r"\b(?:loi|ley|legge|lei|ustawa)\s(?:\w+\s)?$", re.IGNORECASE)  # `la loi Kouchner (2002)`

# What leads to a place: `in` alone may lead to a work too.
_PLACED = late(
    r"(?:\b(?:held|met|meets|born|died|founded|established|opened|reopened|closed|moved|took place|signed|adopted"
    r"|hosted|launched|conference|lived|arrived|settled|exhibited|congress|meeting|symposium|workshop|summit|games|olympics"
    r"|stattfand|statt|geboren|gestorben|gegründet)"
    r"(?:\s\w+){0,2}\s(?:in|at|to|from|near)|(?<!\w)(?:near|outside|в|во|w|we|v|ve))\s$",
    re.IGNORECASE,
)

_AND_ELSEWHERE = late(r"[,\s]*u\.\s?a\.?")


def is_imprint(names: str, others: str) -> bool:
    """Whether names and what stands behind them are the places of a publisher: `München u. a.`, of which the year
    follows."""
    return bool(_AND_ELSEWHERE.fullmatch(others)) and cities.is_one(names.rpartition(",")[2])


def is_one(name: str, before: str = "") -> bool:
    """Whether what is written like an author's name is a law, month or place; `before` is the text before it."""
    last = name.strip().rpartition(" in ")[2]
    is_named = plain(last) in _MONTHS or last.lower() in _PLACES
    return is_named or bool(_LAW.search(last) or _CALLED.search(before) or _PLACED.search(before))
