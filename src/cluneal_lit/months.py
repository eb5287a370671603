"""Months by their names in the languages of references."""

from __future__ import annotations

from cluneal_lit.folding import plain

ENGLISH = "January February March April May June July August September October November December".split()
_NAMES = (  # without accents, in the order of the year
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
)
# Each month, 1 to 12, by its folded names; the English ones count whole here.
NUMBERS = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)} | {
    name.lower(): number for number, name in enumerate(ENGLISH, 1)
}
_CUT = {
    name[:length].lower(): number for number, name in enumerate(ENGLISH, 1) for length in range(3, len(name))
}  # `Sept`


def number(text: str) -> int | None:
    """1 to 12 for `Mar`, `March`, `März`, `03` or `3`; None for anything else, be it a word that begins as a month."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 2 and 1 <= int(text) <= 12 else None
    word = plain(text.rstrip("."))
    return NUMBERS.get(word) or _CUT.get(word)
