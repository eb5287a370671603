"""The cities where publishers are, and what stands behind a city to say which one is meant."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.folding import letters

_NAMES = (
    "amsterdam, ann arbor, armonk, athens, atlanta, auckland, austin, baltimore, bangalore, barcelona, basel,"
    " basingstoke, bath, beijing, belfast, belmont, berkeley, berlin, bern, bethesda, bilbao, birmingham, boca"
    " raton, bogota, bologna, bonn, boston, boulder, braunschweig, brighton, brisbane, bristol, bruxelles, brussels,"
    " bruselas, budapest, buenos aires, cairo, calgary, cambridge, canberra, cape town, caracas, champaign, cham,"
    " cheltenham, chicago, chichester, college station, coimbra, copenhagen, curitiba, dallas, darmstadt, delhi, den"
    " haag, denver, dordrecht, dresden, dublin, durham, edinburgh, englewood cliffs, erlangen, evanston, farnham,"
    " florence, firenze, frankfurt, frankfurt am main, freiburg, freiburg im breisgau, geneva, geneve, genf,"
    " giessen, glasgow, glencoe, gottingen, grand rapids, graz, groningen, guildford, hamburg, hannover, heidelberg,"
    " helsinki, hillsdale, hoboken, hong kong, houston, indianapolis, istanbul, ithaca, jena, jerusalem,"
    " johannesburg, karlsruhe, kiel, kobenhavn, koln, konstanz, krakow, kyoto, la jolla, la paz, lancaster,"
    " lausanne, leeds, leiden, leipzig, leuven, lima, lisboa, lisbon, liverpool, ljubljana, london, londres, los"
    " angeles, lund, lyon, madison, madrid, mahwah, malden, mainz, manchester, mannheim, marburg, melbourne, mexico,"
    " mexico city, miami, milan, milano, milwaukee, minneapolis, montevideo, montpellier, montreal, moscow, mumbai,"
    " munchen, munich, munster, napoli, nashville, new brunswick, new delhi, new haven, new york, new york city,"
    " newbury park, newcastle, northampton, norwalk, norwich, nottingham, nurnberg, opladen, oslo, ottawa, oxford,"
    " oxon, padova, palo alto, pamplona, paris, philadelphia, pittsburgh, porto, porto alegre, portland, potsdam,"
    " prague, praha, princeton, quebec, quito, reading, recife, redwood city, reston, riga, rio de janeiro,"
    " rockville, roma, rome, rotterdam, saint louis, salvador, salt lake city, san diego, san francisco, san jose,"
    " santiago, sao paulo, seattle, seoul, sevilla, shanghai, singapore, sofia, springfield, st louis, st paul,"
    " stanford, stockholm, strasbourg, stuttgart, sydney, taipei, tampa, tehran, tel aviv, the hague, thousand oaks,"
    " tokyo, torino, toronto, totowa, tubingen, tunbridge wells, turin, uppsala, utrecht, valencia, vancouver,"
    " venezia, vienna, warsaw, warszawa, washington, waltham, weinheim, wellington, westport, wien, wiesbaden,"
    " winnipeg, wurzburg, zagreb, zurich"
)
_CITIES = frozenset(tuple(name.split()) for name in _NAMES.split(", "))
_PLAIN = frozenset("".join(name) for name in _CITIES)
FIRST_WORDS = frozenset(name[0] for name in _CITIES)
_LONGEST = max(map(len, _CITIES))
STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA"
    " RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NS ON QC SK NSW QLD VIC".split()
)
_COUNTRIES = frozenset(
    "usa uk us england scotland wales ireland switzerland schweiz germany deutschland france italy italia spain espana"
    " portugal brasil brazil netherlands belgium austria osterreich denmark norway sweden finland poland greece turkey"
    " japan china india canada australia israel mexico massachusetts connecticut illinois pennsylvania maryland"
    " california texas florida ontario".split()
)
_OF_TWO = frozenset((("united", "states"), ("united", "kingdom"), ("new", "zealand"), ("south", "africa")))
_LONGEST_TOWN = 3  # words before the comma and its state


def is_one(name: str) -> bool:
    """Whether a name is that of such a city, in whatever letters."""
    return letters(name) in _PLAIN


def is_city(texts: Sequence[str]) -> bool:
    """Whether texts are the name of a city where publishers are; `St. Louis` has a dot."""
    return tuple(word(text) for text in texts if text != ".") in _CITIES


def is_country(texts: Sequence[str]) -> bool:
    """Whether texts are a country or a state, as it stands behind a city."""
    named = tuple(word(text) for text in texts)
    return (len(texts) == 1 and (texts[0] in STATES or named[0] in _COUNTRIES)) or named in _OF_TWO


def end_of_place(found: Tokens, start: int) -> int:
    """Where the place ends that begins there, with its state and country: `Oslo`, `Totowa, NJ, USA`; 0 for none.

    A town that is no known city needs its state.
    """
    texts = found.texts
    if start >= len(texts) or not texts[start][0].isupper():
        return 0
    end = _end_of_city(texts, start)
    town = end or _end_of_town(texts, start)
    last = _end_of_region(texts, town) if town else 0
    while last > town and (further := _end_of_region(texts, last)):
        last = further
    return max(last, end)


def _end_of_city(texts: Sequence[str], start: int) -> int:
    if word(texts[start]) not in FIRST_WORDS:
        return 0
    ends = range(min(start + _LONGEST + 1, len(texts)), start, -1)
    return next((end for end in ends if texts[end - 1] != "." and is_city(texts[start:end])), 0)


def _end_of_town(texts: Sequence[str], start: int) -> int:
    end = start
    while end < min(start + _LONGEST_TOWN, len(texts)) and texts[end].istitle() and texts[end].isalpha():
        end += 1
    return end if end > start and texts[end + 1 : end + 2] and texts[end + 1] in STATES else 0


def _end_of_region(texts: Sequence[str], comma: int) -> int:
    """Where the state or country ends behind a comma or within brackets that open there; 0 for none."""
    if texts[comma : comma + 1] not in ([","], ["("]):
        return 0
    for end in (comma + 3, comma + 2):
        if texts[comma + 1 : end] and len(texts) >= end and is_country(texts[comma + 1 : end]):
            return end + (texts[comma] == "(" and texts[end : end + 1] == [")"])
    return 0
