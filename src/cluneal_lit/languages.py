"""Languages by their two-letter codes, their English names, and the codes that databases use."""

from __future__ import annotations

import re
from functools import lru_cache

# English names, which are Babel's too (https://ctan.org/pkg/babel); Zotero and BibLaTeX take them in `language`.
_NAMES = dict(
    pair.split(":")
    for pair in (
        "af:afrikaans ar:arabic bg:bulgarian ca:catalan cs:czech da:danish de:german el:greek en:english es:spanish"
        " et:estonian fa:persian fi:finnish fr:french he:hebrew hr:croatian hu:hungarian hy:armenian id:indonesian"
        " is:icelandic it:italian ja:japanese ka:georgian ko:korean lt:lithuanian lv:latvian mk:macedonian nl:dutch"
        " no:norwegian pl:polish pt:portuguese ro:romanian ru:russian sk:slovak sl:slovenian sq:albanian sr:serbian"
        " sv:swedish th:thai tr:turkish uk:ukrainian vi:vietnamese zh:chinese"
    ).split()
)
# Other words for them: Babel's variants, and how indexes abbreviate.
_ALSO = {
    **dict.fromkeys(("american", "british", "usenglish", "ukenglish"), "en"),
    **dict.fromkeys(("ngerman", "naustrian"), "de"),
    **dict.fromkeys(("francais", "canadien", "acadian"), "fr"),
    **{"brazilian": "pt", "farsi": "fa", "slovene": "sl", "russ": "ru"},
}
# ISO 639-2, where it has two codes for a language both of them
# (https://www.loc.gov/standards/iso639-2/php/code_list.php, https://www.nlm.nih.gov/bsd/language_table.html).
_THREE_LETTERS = dict(
    pair.split(":")
    for pair in (
        "afr:af alb:sq sqi:sq ara:ar arm:hy hye:hy bul:bg cat:ca chi:zh zho:zh cze:cs ces:cs dan:da dut:nl nld:nl"
        " eng:en est:et fin:fi fre:fr fra:fr geo:ka kat:ka ger:de deu:de gre:el ell:el heb:he hrv:hr hun:hu ice:is"
        " isl:is ind:id ita:it jpn:ja kor:ko lav:lv lit:lt mac:mk mkd:mk nor:no per:fa fas:fa pol:pl por:pt rum:ro"
        " ron:ro rus:ru slo:sk slk:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi"
    ).split()
)
_CODES = {name: code for code, name in _NAMES.items()} | _ALSO | _THREE_LETTERS
# The English words for a language, as an alternation of a regular expression.
WORDS = "|".join((*_NAMES.values(), "farsi", "slovene"))


@lru_cache(maxsize=256)
def code(written: str) -> str:
    """`de` for `German`, `ger` or `DE`; what is no single known language stays as it is written."""
    return _CODES.get(written.lower(), written.lower() if re.fullmatch(r"[a-zA-Z]{2}", written) else written)


@lru_cache(maxsize=256)
def name(written: str) -> str:
    """`german` for `German`, `ger`, `de` or `de-AT`; empty for what is no known language."""
    return _NAMES.get(code(re.split("[-_]", written)[0]), "")
