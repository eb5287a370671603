"""Notes that are only remarks."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import appended, authors, colophon, locators
from cluneal_lit.citations.references.noted import OWN_PART, behind_lead, is_full
from cluneal_lit.citations.references.published import PUBLISHED
from cluneal_lit.citations.references.unprinted import is_unprinted
from cluneal_lit.late import late

# A year as a reference has it, behind a stop, its month, or a city: `Nowhere, 2015.`, `(2015)`, `, Nowhere 2015.`
_MONTH = (
    r"(?:(?i:(?:last )?(?:accessed|retrieved|visited|updated|published|posted|abgerufen|zugriff|stand|consulté"
    r"|consultado)):?\s(?:(?:on|am|le|el)\s)?)?"
    r"(?:\d{1,2}\.?\s)?(?:[A-Z][a-zà-ÿ]{2,8}\.?,?\s)?(?:\d{1,2},\s|\d{1,2}[./]\d{1,2}[./])?"
)
_DATED = (
    rf"(?:[,.;:“”\"’»*_]\s?{_MONTH}[c©]?{locators.YEAR}(?:[a-h]|-\d\d-\d\d)?|\(\s?{_MONTH}[c©]?{locators.YEAR}[a-h]?"
    r"(?:\s?[-–—/]\s?\d{2,4})?(?=\)))(?=\s*(?:[).,:;\]*_“\"]|$))"
)
_SHAPED = late(
    rf"{_DATED}|\b(?i:{locators.UNDATED}|unpublished)\b|(?i:https?://|www\.)"
    rf"|\d\s?\([^()]{{1,20}}\)\s?[:,]|\d:\s?[A-Za-z]{{0,2}}\d|\[{locators.YEAR}\]\s(?:\d+\s)?[A-Z]"
    # statutes, official papers and what has a page
    rf"|^(?:[A-Z][\w’'-]*,?\s(?:(?:and|of|the|for|on|in)\s){{0,2}}){{0,7}}"
    rf"(?:Act|Regulations?|Rules|Order|Code)\s{locators.YEAR}\b"
    rf"|\b{locators.YEAR},\s(?:pp?|vol|cols?|ss?|S|art|ch?|paras?|no|Nr|fol)\b\.?\s?\d"
    r"|\d/E?(?:EC|EU|EG|CE|UE)\b|\((?:E?EC|EU|EG|UE|CE)\)\s(?:N[or]\.?\s)?\d{1,4}/\d|\b[A-Z]{1,4}/(?:[A-Z]{1,5}[./]){1,3}\d"
)
# What says whence a remark has what it says, or to whom it owes it: `Data from the office, 2015.`
_OWED = late(
    r"(?:(?:first|originally|previously|partly|kindly)\s)?"
    r"(?:data|figures?|numbers?|thanks|emphasis|italics|funded|funding|supported|support|presented|delivered"
    r"|interview(?:ed|s)?|approved|approval)"
    r"\s(?:(?:are|is|was|were|received|provided|kindly provided)\s)?"
    r"(?:from|for|by|in|of|on|as|at|to|with|added|mine|ours|my|our)\b"
    r"|(?:(?:the\s)?authors?['’]?s?['’]?\s(?:own\s)?|own\s|my\s|our\s)(?-i:[a-z])|eigene\s\w"
    r"|(?:translations?|photo(?:graph)?s?|drawings?)\s(?:is\s|are\s)?(?:mine|ours|by (?:me|us|the author))\b"
    r"|(?:calculs?|élaboration|traduction|cálculos?|elaboración|traducción)"
    r"\s(?:propres?|propi[ao]s?|de l['’]auteure?|del? autora?)\b"
    r"|at the time of|based on (?:data|figures|interviews|own|my|our|the|a)\s"
    r"|(?:in (?:force|effect)|effective|valid|with effect)\s(?:since|from|as of|on|until)\b"
    r"|exchange rates?\b|(?:trial|study|ethics|grant)\s(?:registration|registered|approval|approved|no\.|number)\s"
    r"|(?:prices?|values?|amounts?|sums?|costs?|percentages?|rates?|counts?|angaben|preise|werte|zahlen|prix|valeurs)\s"
    r"(?:in|as|at|of|für|à|en)\s(?:of|at|thousands?|millions?|\d|[a-z]*\s?(?:euros?|dollars?|francs?|pounds?)"
    r"|constant|current|real|nominal|[A-Z]{3}\b|%|per\s?cent|tausend|millionen|milliers|prozent)",
    re.IGNORECASE,
)
# Statistics: `p < 0.05; n = 12`, `OR 1.5 (95% CI 1.1–2.3)`.
_COUNTED = late(
    r"(?<![\w.])(?:[pPnNtFUrRzHkQ]|SDs?|SE|SEM|IQR|df|χ²|χ2|[αβκη]²?|R²)\s?[<>=≤≥≈]\s?[-–−]?[\d.]"
    r"|\b9[059]\s?%[\s-](?:CI|KI|IC|conf)|±\s?\d|\d\s?%|\d\s[^\W\d]+\s=\s\d"
)
# What tables of the author's own, or of what has no name, show: `Table 2 of the report (vol. 1, 2019) shows`.
_PART = late(
    rf"(?={OWN_PART.pattern})[^\W\d_]+\.?\s(?:\d{{1,3}}[a-z]?|[A-Z]|[IVX]{{1,4}})"
    r"\s(?:[a-z]{3,}s|in|of|from|on|auf|aus|in|zeigt|de|du)\s"
    r"(?:(?:of|in|from|on)\s)?(?:the|this|th[eo]se|that|our|my|its|their|an?|all|how|which|what|de[rmn]|die|das|dies\w*"
    r"|l[ae]s?|ce\w*)\s[a-zà-ÿ]",
    re.IGNORECASE,
)
# A single sentence that begins with one word in capitals and has its verb soon: `Prices are in euros (2015).`
_SENTENCE = late(
    r"[A-Z][\w’'-]*(?:\s[a-zà-ÿ][\w’'-]*){0,8}"
    r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|ist|sind|war|waren|wird|wurden?|hat|haben|est|sont|fut|furent|ont|es|son|fue|fueron"
    r"|refers?|includes?|excludes?|shows?|comprises?|applies|apply)"
    r"\s(?:[^.:?!“”\"*_]|[.:](?=\d)|\b[A-Z]\.)*[.;]?"
)
# When what the notes lead to was read: `All links were last accessed on 3 May 2019.`
_READ = late(
    r"(?:(?:all|both|alle|tous les|toutes les|todos los)\s)?"
    r"(?:(?:links?|urls?|web\s?(?:sites?|pages?)|(?:internet|online)\s?(?:sources?|quellen)"
    r"|sources?|addresses|adressen|liens|enlaces)\s)?(?:(?:were|was|are|wurden|ont été)\s)?(?:zuletzt\s)?(?:last\s)?"
    r"(?:accessed|retrieved|visited|checked|verified|read|abgerufen|geprüft|zugriff|stand|consulté\w*"
    r"|consultad\w*)\b[^.;“”\"*_]{0,50}\.?",
    re.IGNORECASE,
)
_SAID = late(
    r"(?:the|this|th[eo]se|that|it|in|on|at|by|for|from|as|of|to|with|and|but|when|while|since|after|before|if|all|both"
    r"|such|some|most|many|no|here|there|one|an?|we|i|he|she|they|my|our|his|her|their|although|though|however"
    r"|der|die|das|den|dem|dies\w*|es|ein\w*|im|am|bei|mit|nach|seit|für|wir|ich|er|sie|hier|auch"
    r"|les?|la|l’|ces?|cette|il|elle|nous|je|on|en|dans|pour|par|un|une|el|los|las|este|esta|se|es)\s"
    r".*\b(?:was|were|is|are|am|has|have|had|will|would|can|could|(?-i:may)|might|must"
    r"|shall|should|did|does|do|been|be|thanks?|wish(?:es)?|owes?"
    r"|ist|sind|war|waren|wurden?|wird|werden|hat|haben|kann|est|sont|était|étaient|fut|ont|fue|eran?|son"
    r"|ha|han|died|lived|became|served)\b",
    re.IGNORECASE | re.DOTALL,
)

# A sentence whose years are when something was: `Founded in 1851.`, `We thank J. Berg for this remark of 2019.`
_WHEN = late(
    r"(?:(?:[^.;:()“”\"*_\d]|\d(?!\d{3})|(?<=\b[A-Z])\.)*\b(?:in|of|from|since|until|by|during|before|after|between|born|died"
    r"|founded|von|vom|seit|bis|vor|nach|im|zwischen|geboren|gestorben|depuis|entre|en|de|du|desde|hasta)\s"
    rf"(?:[A-Z][a-z]+\s)?{locators.YEAR}(?:\s?(?:[-–]|and|to|und|bis|et|y)\s?\d{{2,4}})?){{1,3}}[^.;:()“”\"*_\d]*\.?\s*",
    re.IGNORECASE,
)
# From when to when something was, or somebody lived, and no part of a reference behind it: `the war (2012–2014)`.
_SPAN = late(
    rf"(?<!\d)\s?\((?:(?:c|ca|from|reigned|r)\b\.?\s?)?(?:{locators.YEAR}\s?(?:[-–—]|to|bis|until)\s?(?:\d{{2,4}}|present)?"
    rf"|(?:b|d|born|died|geb|gest|né|née|est|founded)\b\.?\s?(?:in\s)?{locators.YEAR})\)(?![.,:]?\s*\d|\.\s+\w)",
    re.IGNORECASE,
)
# What a sentence leads to that is called by no name: `See the crisis (2008) for the background.`
_UNNAMED = late(r"(?:the|this|th[eo]se|that|our|my|his|her|their|its|an?|earlier|later)\s[a-zà-ÿ]")

# A sentence of Chinese, Japanese or Korean: a name and year of which it tells something, or a verb at its end.
_EASTERN_SAID = late(
    rf"{authors.HAN}[^\n()（）。.]{{0,40}}[(（]{locators.YEAR}[a-h]?[)）]{authors.EASTERN_SAYS}"
    r"|(?=[\u3040-\ud7af])[^\n]*(?:[たるだ]。|です。|ます。|ない。|[가-힣]다\.)\s*$"
)

_QUOTED = late(r"[“”\"«»*_]")
_PREFIX = late(r"(?:sources?|quellen?|fuentes?|notes?|nb|n\.b\.|remarks?|anm(?:erkung)?\.?)\s?:\s+", re.IGNORECASE)
_AMOUNT = late(r"[:=<>]\s?\d+[.,]\d+(?![\d–-])")
_FIRST_WORDS = 25  # letters: a title has its statistics further behind


# A raised number before a note that a page has at its foot, below the list: `1All figures are of 2020.`
_RAISED = late(r"\d{1,2}\s?(?=[A-ZÀ-Þ][a-zà-ÿ])")
_LEADS = late(r"(?:see|cf|compare|siehe|vgl|voir|véase|vedi)\b", re.IGNORECASE)


def is_remark(text: str, start: int, end: int) -> bool:
    """Whether a note without identifiers names no work: no author begins it, and it has neither year, address, nor
    volume with pages; or it is a sentence, or leads to what has no name, or was never printed."""
    if prefix := _PREFIX.match(text, start, end):
        start = prefix.end()
    begin = behind_lead(text, start, end)
    if is_unprinted(text, begin, end) or is_of_page(text, start, end):
        return True
    found = authors.leading(text[start : min(end, start + 400)])
    if found.names and found.style != "group":
        return False
    located = bool(locators.HINT.search(_AMOUNT.sub("", text[begin:end])) or PUBLISHED.search(text, begin, end))
    unnamed = begin > start and _UNNAMED.match(text, begin, end) and not located
    if unnamed or _is_said(text, start, end, located) or _PART.match(text, begin, end):
        return True
    return not _SHAPED.search(_SPAN.sub("", text[start:end]))


def is_of_page(text: str, start: int, end: int) -> bool:
    """Whether it is what a page says of itself at its end, or when its links were read; or a remark in its list, or a
    note at the foot of the page, which names no work in full."""
    if raised := _RAISED.match(text, start, end):
        led = _LEADS.match(text, raised.end(), end) and not is_full(text, raised.end(), end)
        return bool(led) or is_remark(text, raised.end(), end)
    if colophon.is_colophon(text, start, end) or appended.is_remark(text, start, end):
        return True
    return bool(_READ.fullmatch(text, start, end) or _EASTERN_SAID.match(text, start, end))


def _is_said(text: str, start: int, end: int, located: bool) -> bool:
    """Whether it is a sentence, or says whence it has what it says, when and of how many."""
    if _SAID.match(text, start, end) or any(sign.fullmatch(text, start, end) for sign in (_WHEN, _SENTENCE, _READ)):
        return True
    counted = _COUNTED.search(text, start, end)
    if counted and not _QUOTED.search(text, start, end) and (not located or counted.start() - start < _FIRST_WORDS):
        return True
    return bool(_OWED.match(text, start, end)) and not located
