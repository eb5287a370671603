"""Whether digits with a slash that nothing announces are a DOI, or a sum, a date, a price, a path."""

from __future__ import annotations

import re

from cluneal_lit.late import late

# Registrants write no dashes but percent-encoded; in a text they part the DOI from what follows.
DASH = re.compile("[\u2013-\u2015]|&[mn]dash;")
# What DOIs hold beyond ASCII are letters with their marks. Signs stand behind them: of links back and out, of notes and
# trade marks, ticks and boxes, raised digits, pictures and their variants, the icons of a page's own font.
SIGN = late(
    "[0-9#*]\ufe0f?\u20e3|[\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2016\u2017\u2020-\u2027\u2030-\u205e"
    "\u2070\u2074-\u208e\u20a0-\u2211\u2213-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3030\ue000-\uf8ff\ufe00-\ufe0f\ufe30-\ufe6f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff0-\uffff\U0001f000-\U0001faff\U000e0000-\U0010ffff]"
)
_GLUED = late(r"10\.(?!(?:19|20)\d\d/)\d{4,5}/(?=[^\s/]{0,500}[A-Za-z])(?=\S{0,500}\d{3})\S{8}")
_SHORT_NUMBER = late(r"\d{1,5}|\d{1,3}(?:\.\d{1,3}){3}|(?=\d*[.,:/-])(?:[.,:/-]*\d){1,6}")
# Registrants whose suffixes are short numbers: the DOI Foundation, AIP, AAPT, ASA, SIAM, World Scientific, ACM, the
# World Bank, OSTI, MIT Press, JSTOR, NBER; and a letter or two with a number, as others give them.
_SHORT = late(
    r"10\.1000/\d{3,5}|10\.(?:1063|1119|1121)/1\.\d{4,7}|10\.(?:1137|1142|1145|1596|2172|7551)/\d{4,5}|10\.2307/\d{3,5}"
    r"|10\.3386/[a-z]\d{1,5}|10\.(?!(?:19|20)\d\d/)\d{4,5}/[a-z]{1,3}\d{2,4}"
)
_MEASURED = late(r"[ \u00a0]?(?:[%°€$£=*+<>]|(?:EUR|USD|kg|g|km|m|cm|mm|mA|kW|h|min|s|Hz|px|MB|GB)\b)|[/:]\d")
_YEARLIKE = re.compile(r"10\.(?:19|20)\d\d/[\d./-]{1,9}")


def is_inside_number(text: str, at: int) -> bool:
    """Whether it is part of a number; behind a page or year and a stop only what is no number itself begins."""
    if at > 0 and text[at - 1].isdigit():
        return True
    return at > 1 and text[at - 1] in ".," and text[at - 2].isdigit() and not _GLUED.match(text, at)


def is_doi(text: str, value: str, end: int) -> bool:
    """Whether digits without a label are a DOI and not a sum, date, price or path: `10.5000/2`, `10.2019/11.2019`."""
    suffix = value.partition("/")[2]
    if _YEARLIKE.fullmatch(value):
        return False
    if DASH.match(text, end):
        return True
    if _SHORT.fullmatch(value) and not _MEASURED.match(text, end):
        return True
    return len(suffix) >= 5 and not suffix.isalpha() and not _SHORT_NUMBER.fullmatch(suffix)
