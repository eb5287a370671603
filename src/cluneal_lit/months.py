"""Months by their names in the languages of references."""

from __future__ import annotations

from cluneal_lit.folding import plain

ENGLISH = "January February March April May June July August September October November December".split()
NAMES = (  # without accents, in the order of the year
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "janv fevr mars avr mai juin juil aout sept oct nov dec",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz apr mai juni juli aug sep okt nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen febbr mar apr mag giu lug ago sett ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "januar februar marts april maj juni juli augusti september oktober november december",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "oca sub mart nis may haz temmuz agu eyl eki kasim aralik",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "january february march april may june july august september october november december",
)
"""Those by which dates of references are read, a line each of a language's, in full or abbreviated."""
_FURTHER = (
    # Czech, Slovak
    "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince"
    " januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra"
    # Croatian, Slovene, Serbian
    " sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna studenoga prosinca"
    " januarja februarja junija julija avgusta јануара фебруара марта априла маја јуна јула августа септембра октобра"
    " новембра децембра"
    # Russian, Ukrainian, Bulgarian
    " января февраля апреля мая июня июля сентября октября ноября декабря"
    " січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    " януари февруари март април маи юни юли август септември октомври ноември декември"
    # Hungarian, Finnish, Estonian, Latvian, Lithuanian
    " januar februar marcius aprilis majus junius julius augusztus szeptember"
    " tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta"
    " marraskuuta joulukuuta jaanuar veebruar marts aprill juuni juuli oktoober detsember"
    " janvari februari marta aprili maijs junijs julijs augusts"
    " sausio vasario kovo balandzio geguzes birzelio liepos rugpjucio rugsejo spalio lapkricio gruodzio"
    # Romanian, Catalan, Norwegian, Indonesian
    " ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie"
    " gener febrer juny juliol agost setembre octubre novembre desembre desember januar maret juni juli agustus"
)
FURTHER = frozenset(map(plain, _FURTHER.split()))
"""Those of more languages, in the forms of dates."""
_OF_TWO = frozenset({"listopada"})  # Polish for November, Croatian for October
NUMBERS = {name: number for names in NAMES for number, name in enumerate(names.split(), 1) if name not in _OF_TWO}
"""Each month of `NAMES` that is the same one in every language, 1 to 12; the English ones count whole here."""
_CUT = {
    name[:length].lower(): number for number, name in enumerate(ENGLISH, 1) for length in range(3, len(name))
}  # `Sept`


def number(text: str) -> int | None:
    """1 to 12 for `Mar`, `March`, `März`, `03` or `3`; None for anything else, be it a word that begins as a month."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 2 and 1 <= int(text) <= 12 else None
    word = plain(text.rstrip("."))
    return NUMBERS.get(word) or _CUT.get(word)
