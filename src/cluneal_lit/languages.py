"""Languages by their two-letter codes, their English and their own names, and the codes that databases use."""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit.folding import plain, words
from cluneal_lit.model import Fields

# English names, which are Babel's too (https://ctan.org/pkg/babel); Zotero and BibLaTeX take them in `language`.
_NAMES = dict(
    pair.split(":")
    for pair in (
        "af:afrikaans ar:arabic bg:bulgarian ca:catalan cs:czech da:danish de:german el:greek en:english es:spanish"
        " et:estonian fa:persian fi:finnish fr:french he:hebrew hr:croatian hu:hungarian hy:armenian id:indonesian"
        " is:icelandic it:italian ja:japanese ka:georgian ko:korean lt:lithuanian lv:latvian mk:macedonian"
        " nb:norwegian nn:norwegian no:norwegian nl:dutch pl:polish pt:portuguese ro:romanian ru:russian sk:slovak"
        " sl:slovenian sq:albanian sr:serbian sv:swedish th:thai tr:turkish uk:ukrainian vi:vietnamese zh:chinese"
        # Of these too there are works in indexes, if few.
        " az:azerbaijani be:belarusian bn:bengali bs:bosnian cy:welsh eo:esperanto eu:basque ga:irish gl:galician"
        " hi:hindi kk:kazakh la:latin mn:mongolian ms:malay ta:tamil ur:urdu uz:uzbek"
    ).split()
)
# The varieties for which Babel and BibLaTeX have names of their own. To Babel `german` and its like are German as
# it was spelt before 1996.
_VARIETIES = {
    **{"de": "ngerman", "de-AT": "naustrian", "de-CH": "nswissgerman", "nn": "nynorsk", "sr-Cyrl": "serbianc"},
    **{"en-AU": "australian", "en-CA": "canadian", "en-GB": "british"},
    **{"en-NZ": "newzealand", "en-US": "american", "fr-CA": "canadien", "pt-BR": "brazilian"},
}
# Other words for them: Babel's variants, and how indexes abbreviate.
_ALSO = {
    **{name: code for code, name in _VARIETIES.items()},
    **{"usenglish": "en-US", "ukenglish": "en-GB", "austrian": "de-AT", "swissgerman": "de-CH"},
    **{"portuges": "pt", "polutonikogreek": "el", "mexican": "es-MX"},
    **{"acadian": "fr-CA", "brazil": "pt-BR", "castilian": "es", "farsi": "fa", "flemish": "nl-BE"},
    **{"mandarin": "zh", "slovene": "sl"},
    **{"russ": "ru", "norsk": "nb", "magyar": "hu"},
}
# Their own names, as people and libraries write them; a comma where there are several.
_OWN = {
    plain(name): code
    for code, names in (
        pair.split(":")
        for pair in (
            "ar:العربية,عربي az:azərbaycanca be:беларуская bg:български bn:বাংলা bs:bosanski ca:català cy:cymraeg"
            " cs:čeština,český da:dansk de:deutsch el:ελληνικά es:español,castellano et:eesti eu:euskara"
            " fa:فارسی fi:suomi fr:français ga:gaeilge gl:galego he:עברית hi:हिन्दी hr:hrvatski hy:հայերեն is:íslenska"
            " it:italiano ja:日本語 ka:ქართული kk:қазақша ko:한국어,한글 lt:lietuvių lv:latviešu mk:македонски"
            " mn:монгол nl:nederlands pl:polski pt:português ro:română ru:русский sk:slovenčina,slovenský"
            " sl:slovenščina sq:shqip sr:српски,srpski sv:svenska ta:தமிழ் th:ไทย,ภาษาไทย tr:türkçe"
            " uk:українська ur:اردو uz:o‘zbekcha,o'zbekcha zh:中文,汉语,漢語"
            " zh-Hans:简体中文 zh-Hant:繁體中文,繁体中文"
        ).split()
    )
    for name in names.split(",")
} | {"tieng viet": "vi", "bahasa indonesia": "id", "bahasa melayu": "ms"}
# ISO 639-2, where it has two codes for a language both of them, that of libraries first
# (https://www.loc.gov/standards/iso639-2/php/code_list.php, https://www.nlm.nih.gov/bsd/language_table.html).
_THREE_LETTERS = dict(
    pair.split(":")
    for pair in (
        "afr:af alb:sq sqi:sq ara:ar arm:hy hye:hy bul:bg cat:ca chi:zh zho:zh cze:cs ces:cs dan:da dut:nl nld:nl"
        " eng:en est:et fin:fi fre:fr fra:fr geo:ka kat:ka ger:de deu:de gre:el ell:el heb:he hrv:hr hun:hu ice:is"
        " isl:is ind:id ita:it jpn:ja kor:ko lav:lv lit:lt mac:mk mkd:mk nor:no per:fa fas:fa pol:pl por:pt"
        " rum:ro ron:ro rus:ru slo:sk slk:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi"
        " nob:nb nno:nn aze:az bel:be ben:bn bos:bs wel:cy cym:cy epo:eo baq:eu eus:eu gle:ga glg:gl hin:hi kaz:kk"
        " lat:la mon:mn may:ms msa:ms tam:ta urd:ur uzb:uz"
        " scr:hr scc:sr"  # which MEDLINE had until 2008
    ).split()
)
_CODES = {name: code for code, name in _NAMES.items()} | _OWN | _ALSO | _THREE_LETTERS
_OF_LIBRARIES = {code: letters for letters, code in reversed(_THREE_LETTERS.items())}
# The English words for a language, as an alternation of a regular expression.
WORDS = "|".join((*dict.fromkeys(_NAMES.values()), "farsi", "slovene"))


# Small words by which a title shows that it is English, and those by which it shows that it is in another of the
# languages of Latin letters in which journals appear; none that several of both have, as `in`, `a`, `an`, `no`.
_ENGLISH = frozenset(
    "the of and for with to by from after during between among using is are was were at on versus into through without"
    " within following its their how what when does not can or".split()
)
_OTHERS = frozenset(
    "der die das des dem den ein eine einer eines einem einen und oder von vom zur zum zu bei beim mit ohne fur im nach"
    " uber unter durch als auf aus zwischen wahrend gegen sowie ist sind ihre"
    " le la les du de une et en dans par pour chez sur avec sans au aux apres entre est selon propos"
    " el los las del con para por un y tras sobre como su al"
    " os da dos das em na nos nas com uma um"
    " il lo gli della delle dei degli dello nella nel nei di dopo tra alla alle dal una uno"
    " het een van voor met bij op te door uit tot naar"
    " och og av af til till hos ved vid med det ett et fra fran efter etter som ikke inte mellem mellom mellan"
    " po oraz dla przez przy jako pri pro ve se ako nebo za kod ter"
    " az es egy utan eseten ile icin bir olan cu din pentru prin ja ir amb els dels".split()
)
_MARKED = re.compile(r"(?<![^\W\d_])[a-zß-ÿ][^\W\d_]*")
_REGION = re.compile(r"(?P<language>[^\W\d_]+)(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}|\d{3}))?")


@lru_cache(maxsize=256)
def code(written: str) -> str:
    """`de` for `German`, `deutsch`, `ger` or `DE`, `de-AT` for `de_at`; what is no single known language stays."""
    if named := _CODES.get(plain(written)):
        return named
    match = _REGION.fullmatch(written)
    if match is None:
        return written
    language = _CODES.get(match["language"].lower(), "")
    if not language and not re.fullmatch("[a-zA-Z]{2}", match["language"]):
        return written
    parts = (language or match["language"].lower(), (match["script"] or "").title(), (match["region"] or "").upper())
    return "-".join(filter(None, parts))


@lru_cache(maxsize=256)
def tag(written: str) -> str:
    """The code where it is that of a known language, as `lang` of HTML and CSL's processors take it; else empty."""
    found = code(written)
    return found if found.partition("-")[0] in _NAMES else ""


@lru_cache(maxsize=256)
def of_libraries(written: str) -> str:
    """`ger` for `German`, `de` or `de-AT`, as MEDLINE has it; what is no single known language stays as written."""
    return _OF_LIBRARIES.get(code(written).partition("-")[0], written)


@lru_cache(maxsize=256)
def name(written: str) -> str:
    """`german` for `German`, `ger`, `de` or `de-AT`; empty for what is no known language."""
    return _NAMES.get(code(written).partition("-")[0], "")


@lru_cache(maxsize=256)
def babel(written: str) -> str:
    """`naustrian` for `de-AT`, `ngerman` for `de` or `de-LI`, by the names of Babel; empty for no known language."""
    found = code(written)
    return _VARIETIES.get(found) or _VARIETIES.get(found.partition("-")[0]) or name(written)


@lru_cache(maxsize=1024)
def is_english(title: str) -> bool:
    """Whether a title in Latin letters shows by its small words that it is English."""
    ours, others = _shown(title)
    return ours > 0 and ours >= others


@lru_cache(maxsize=1024)
def is_foreign(title: str) -> bool:
    """Whether a title in Latin letters shows by its small words or its marked letters that it is not English."""
    ours, others = _shown(title)
    return others > ours


def is_only_translated(fields: Fields) -> bool:
    """Whether a record has no title but a translated one, which PubMed sets in brackets."""
    translated = fields.title.startswith("[") and fields.title.rstrip(".").endswith("]")
    return translated and not fields.original_title and not fields.language.startswith("en")


def is_original(title: str, record: Fields) -> bool:
    """Whether a title shows that it is not English, and a record has none but a translated one to hold beside it."""
    return is_only_translated(record) and is_foreign(title)


def _shown(title: str) -> tuple[int, int]:
    """How many words say that a title is English, and how many that it is not."""
    found = words(title)
    marked = sum(not word.isascii() for word in _MARKED.findall(title))
    return sum(word in _ENGLISH for word in found), sum(word in _OTHERS for word in found) + marked
