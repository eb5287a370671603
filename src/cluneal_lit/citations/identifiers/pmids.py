"""PMIDs in a running text: a number counts only behind, or with, a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers import columns, ruled, tagged
from cluneal_lit.citations.identifiers.hits import COLON, MISTYPED, Hit, Text, label_begins, word_before
from cluneal_lit.late import late

_TAG = r"</?[a-zA-Z][^<>\n]{0,200}>"
_NAME = (
    r"(?:pmid(?P<several>s)?|pub\s?med[\s-]?(?:ids?|identifiers?|identifikation|identifiant|pmids?|uid|n[°ºor]\.?|number"
    r"|num|unique identifier|accession(?:\s(?:no\.?|number))?|index(?:ing)?\s(?:no\.?|number)))(?![a-z])"
)
# Signs that announce the number, and signs that only may stand there: behind those it needs five digits.
_SURE = rf"(?:[\s\u200b\ufeff{COLON}=#*_\]\-–—`\[]|{_TAG}|n[°º]|(?:nr|no)\b\.?){{0,20}}"
_LOOSE = rf"(?:[\s\u200b\ufeff{COLON}=#*_.,;|/'\"“‘`\[\](（【{{\-–—\\]|{_TAG}|\bis\b|\bnumber\b){{0,20}}"
_NO_COUNT = (
    r"(?!\s(?:of|out|times?|per|years?|records?|articles?|papers?|citations?|results?|hits?|abstracts?|studies|entries"
    r"|publications?|references?|were|was|are|and\s\d{1,4}\s[a-z])\b|\s?%)"
)
_ONE_BREAK = r"(?!\s*?\n\s*?\n)"
# Not the beginning of a decimal or grouped number; behind six digits a sign begins the next one of a list, or a note's.
_WHOLE = r"(?:(?<=\d{6})|(?![.,/]\d))"
_GLUED = r"\d{6,8}(?=pmc?id|pmc\d|doi(?![a-z])|https?:|epub)"  # with the label of what is written next
_PMID = late(rf"{_NAME}{_ONE_BREAK}{_SURE}(?P<number>{_GLUED}|\d\w*+){_WHOLE}{_NO_COUNT}", re.IGNORECASE)
_PMID_LOOSE = late(rf"{_NAME}{_ONE_BREAK}{_LOOSE}(?P<number>\d{{5,20}})(?!\w){_WHOLE}", re.IGNORECASE)
_DATABASES = r"(?:embase|cochrane|central|scopus|web of|cinahl|medline|psycinfo|lilacs|google)"
_PUBMED = late(
    rf"pub\s?med(?:\s?[{COLON}#|=]\s?|\s|/)(?P<number>\d{{6,9}})(?![\w./-])"
    rf"(?!\s(?:record|article|citation|result|hit|abstract|paper)|\s?[;,]\s?(?:and\s)?{_DATABASES})"
    rf"|pub\s?med[{COLON}]\s?(?P<bracketed>\d{{4,8}}(?=\])|\d{{7,8}}(?=\.(?:\s|$)))",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,9})\s?\[$")  # `29656623[pmid]`, as PubMed itself asks
_FIELD = re.compile(r"\[?(?:pmid|uid)\]", re.IGNORECASE)
# Two blanks stand where signs of code stood.
_AND = (
    r"['\"]?(?:[ \u00a0]?\s?[,;/&]|[ \u00a0]?\s(?:and|or|und|et|y|e))\s?[ \u00a0]?(?:and\s{1,2})?"
    rf"(?:PMID[{COLON}\s]{{0,3}})?['\"]?"
)
# What a number behind one PMID counts: `12345678 people were asked`; a verb in -s has its object behind it.
_COUNTED = late(
    r"\s(?:(?:new|more|other|further|different|healthy|adult|young|old|older)\s)?"
    r"(?:people|men|women|children|persone|Menschen|Personen|Patient(?:inn)?en|Einwohner|Leute|F[äa]lle|Euro|EUR|USD|CHF"
    r"|(?!(?:is|was|has|does|as|its|this|thus|plus|versus|always|across|besides|perhaps)\b)[a-zà-ÿ]{2,20}s)\b"
    r"(?!\s(?:that|the|an?|how|why|whether|no)\b)|\s(?:times|per\s?cent|out\sof)\b|\s?%"
)
_MORE = late(rf"{_AND}(?P<number>\d{{1,20}})(?![\w(:-]){_WHOLE}")
# A mistyped one where a list goes on or ends.
_ODD_MORE = late(rf"{_AND}(?P<number>{MISTYPED})(?=['\"]?(?:\s?[,;/&)\]]|\.?\s|\.?$))")
# Of a list without commas, to its end; and with names in brackets behind the numbers.
_NEXT = late(
    r"[ \u00a0]{1,3}(?P<number>[1-9]\d{6,7})(?=(?:[ \u00a0]{1,3}[1-9]\d{6,7}){0,99}\s?(?:[.;,)\]]|\n|$))"
    r"|\s?\([^()\d]{1,30}(?:(?:19|20)\d\d)?\)\s?[,;]\s?(?P<told>[1-9]\d{6,7})(?=\s?\([^()]{1,40}\))"
)
# The items of a list of bullets that begins with the first: `pmid:`, and below it `- 29656623`.
_BELOW = late(r"[\"']?[ \t]*\n[ \t]*[-*•][ \t]+[\"']?(?P<number>[1-9]\d{5,7})(?=[\"']?[ \t]*(?:\n|$))")
_BULLET = re.compile(r"\n[ \t]*[-*•][ \t]")
_RANGE = late(r"\s?[-–]\s?(?P<number>\d{7,8})(?![\w(:-]|[.,/]\d)")  # of a list: its two ends
# A line of a log, where `pmid=4242` is a process, and what such a line says of one.
_LOG = late(r"\d{4}-\d\d-\d\d|\b\d\d:\d\d:\d\d\b|\b(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|TRACE)\b")
_PROCESS = late(
    r"\s\(?(?:has\s|was\s)?(?:start|stop|exit|kill|terminat|spawn|crash|died|runn?ing|worker|process|signal)",
    re.IGNORECASE,
)
_SHORT_LABEL = late(r"PM:(?P<number>[1-9]\d{6,7})(?![\w.,]*\d)")  # a telephone number has a blank there
_PARTED = late(r"[ \u00a0](?!(?:19|20)\d\d\b)\d{3,4}(?!\w|[.,]\d)")
_ODD = late(
    rf"pmid(?P<several>s)?\s?[{COLON}]\s{{0,4}}"
    r"(?P<number>[\dOolI]{1,3}(?:[ ,.][\dOolI]{3}){1,2}|(?=[A-Za-z]{0,20}\d)[A-Za-z\d]{1,20})"
    r"(?=[\s;.,)\]]|$)(?![.,]\d)",
    re.IGNORECASE,
)
_SIGNED = late(f"[{COLON}=#]")
_INDEX = re.compile(r"\w{4,5}\[\d{1,5}\]")  # of an array in code
_LEAST, _LEAST_OF_SEVERAL = 6, 5
_LONGEST = 8


def pmids(text: Text) -> Iterator[Hit]:
    """PMIDs behind `PMID`, `PubMed ID` or `PubMed:`, or before `[pmid]`; several behind one label are several."""
    ended = -1
    for at in sorted({*text.positions("pmid", "pubmed", "pub med", "[uid]")}):
        if at < ended:
            continue
        if _FIELD.match(text.text, at):
            yield from _with_field(text.text, at)
            continue
        match = _labelled(text.text, at) if label_begins(text.text, at) else None
        if match:
            yield (first := _hit(text.text, match, at))
            ended = first.end
            while more := _more(text.text, match, ended):
                yield more
                ended = more.end
    for at in text.positions("pm:"):
        short = None if word_before(text.text, at) else _SHORT_LABEL.match(text.text, at)
        if short:
            yield Hit("pmid", identifiers.pmid(short["number"]), at, short.end(), "pmid", 0.8)


def _labelled(text: str, at: int) -> re.Match[str] | None:
    match = None if _INDEX.match(text, at) else _PMID.match(text, at)
    if match and _is_process(text, at, match):
        return None
    if match and not _announced(match):
        match = None
    match = match or _PMID_LOOSE.match(text, at) or _PUBMED.match(text, at) or _ODD.match(text, at)
    return None if match and _heads_column(text, at, match) else match


def _announced(match: re.Match[str]) -> bool:
    """Whether a short number is announced: it may begin the next line, or count what stands behind it."""
    return len(match["number"]) > 4 or "\n" not in match[0] or bool(_SIGNED.search(match[0]))


def _is_process(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether a short number is that of a process, in a log."""
    line = text.rfind("\n", max(0, at - 200), at) + 1 or max(0, at - 200)
    told = _PROCESS.match(text, match.end()) or (len(match["number"]) < 5 and _LOG.search(text, line, at))
    return len(match["number"]) < _LEAST and bool(told)


def _heads_column(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether the label heads a column, alone or the last of several, so that the next number is of the first one."""
    if tagged.parts_rows(match[0]):
        return True
    if "\n" not in match[0]:
        return False
    return ruled.is_ruled(text, at) or (not _SIGNED.search(match[0]) and columns.is_head(text, at))


def _hit(text: str, match: re.Match[str], start: int) -> Hit:
    group = "bracketed" if match.groupdict().get("bracketed") else "number"
    value, end = identifiers.pmid(match[group]), match.end(group)
    several = match.groupdict().get("several")
    if not several and len(match[group]) < _LEAST and (parted := _PARTED.match(text, end)):
        value, end = "", parted.end()
    return Hit("pmid", value, start, end, "pmid" if value else "malformed", 1.0 if value else 0.8)


def _more(text: str, first: re.Match[str], at: int) -> Hit | None:
    """The next number of a list; a short one only where the label says that it is a list."""
    several = first.groupdict().get("several")
    if (odd := _ODD_MORE.match(text, at)) and (several or _MORE.match(text, odd.end())):
        return Hit("pmid", "", odd.start("number"), odd.end(), "malformed", 0.8)
    ranged = "several" in first.groupdict() and len(first["number"]) >= _LEAST and _RANGE.match(text, at)
    below = _BULLET.search(first[0]) and _BELOW.match(text, at)
    more = ranged or _MORE.match(text, at) or _NEXT.match(text, at) or below
    least = min(_LEAST_OF_SEVERAL, len(first["number"])) if several else _LEAST
    group = more.lastgroup or "" if more else ""
    if not more or len(more[group]) < least or (not several and _COUNTED.match(text, more.end())):
        return None
    if len(more[group]) > _LONGEST and not several and not _MORE.match(text, more.end()):
        return None  # behind one PMID, perhaps a telephone number; between others of a list it is one that is mistyped
    value = identifiers.pmid(more[group])
    return Hit("pmid", value, more.start(group), more.end(), "pmid" if value else "malformed", 1.0 if value else 0.8)


def _with_field(text: str, at: int) -> Iterator[Hit]:
    bracket = at if text[at] == "[" else at - 1
    before = _BEFORE.search(text, max(0, bracket - 12), bracket + 1)
    if before and (value := identifiers.pmid(before["number"])):
        yield Hit("pmid", value, before.start("number"), text.index("]", at) + 1, "pmid")
