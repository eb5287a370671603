"""Titles before the names of people and degrees behind them, which belong to no name: `Prof. Dr. med.`, `MD, PhD`.

No index of literature keeps them; reference lists that were written by hand have them now and then.
"""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.late import late
from cluneal_lit.others import AND_ALWAYS, AND_IN_NAMES

_TITLE = (
    r"(?:(?:(?:Univ|[Aa]o|[Aa]pl|[Aa]ssoc|[Aa]sst)\.[ -]?)?[Pp]rof(?:\.ssa|\.|esora?|essor(?:in)?)?|[Dd]r\.?|Dra\."
    r"|Drs\.|DR\.|PD(?= Dr)|Priv\.? ?-?Doz\.|Doz\.|[Dd]oc\.|Doç\.|Yrd\.|Uz\.|Öğr\. ?Gör\.|Op\.(?= Dr)"
    r"|(?:MU|MD|MV|Ph|RN|Paed|JU)Dr\.|Ing\.|Mgr\.|Bc\.|mgr|lek\.|inż\.|Dipl\.-\w{1,9}\.|med\.|habil\.|hab\."
    r"|h\. ?c\.|rer\. ?nat\.|phil\.|Mr\.|Mrs\.|Ms\.)"
)
# What surely is a degree: initials have no small letters, and seldom four capitals.
_SURE = (
    r"(?:Ph\.? ?D|Dr\.? ?PH|D\.? ?Phil|D\.?Sc|DrSc|CSc|M\.?Sc|B\.?Sc|M\.?Ed|Ed\.?D|Psy\.?D|Pharm\.?D|MBBS|MBBCh|MBChB"
    r"|FRC[A-Z]{1,4}|MRC[A-Z]{1,4}|FAC[A-Z]{1,3}|FAA[A-Z]{1,3}|FRACP|FRACS)(?![^\W_])"
    r"(?!\.?\s+(?:Th[eè]|Diss|Tes|(?!(?:and|und|et|y|e|a)\s)[a-z]))"
)
# What may be initials. A mark or `and` stands behind it: else it is a surname in capitals, as in `MA XH` and `MA, K.H.`
_SHORT = (
    r"(?:MD|DO|MPH|RN|D?PT|MS|MA|DC|BS|BA|MBA|DDS|NP|DVM|OCS|ECS|ATC)"
    rf"(?=\.?(?:\s*[,;&]|\s*$|[.:]\s|\s{AND_ALWAYS}\s|,?\s{_SURE}))"
)
_LIKE_INITIALS = (
    rf"(?:{_SHORT}(?!\.?,\s*(?!{_SHORT})(?:[^\W\d_a-z]\.?[\s-]?){{1,3}}[,;&.])"
    r"|(?:M\. ?D|D\. ?O|M\. ?P\. ?H|R\. ?N|P\.T|M\.S|M\.A|B\.A|D\.D\.S)\.(?=[,;]|$))"
)
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BEFORE = late(
    rf"(?:(?:^\s*)(?={_TITLE}\s+(?:{_TITLE}\s+)*(?:[a-z]{{1,4}}\s+){{0,3}}{_NAME},?\s+{_NAME})"
    rf"|[,;/&]\s*|\s(?:{AND_ALWAYS}|{AND_IN_NAMES})\s+)(?P<titles>(?:{_TITLE}\s+)+)"
    rf"(?=(?:[a-z]{{1,4}}\s+){{0,3}}{_NAME})"
)
_DEGREE = late(
    rf",?\s+(?P<sure>{_SURE}(?:\s?\([^()]{{1,20}}\))?)|,\s*{_LIKE_INITIALS}|\s{_LIKE_INITIALS}(?=\.?,?\s+{_SURE})"
)
_STOP = late(r"\.(?=\s*(?:[,;&]|$))")  # which ends no sentence
# Behind a name, or with stops: `OTTO` alone is a name in capitals.
_INITIALS = late(r"(?:[^\W\d_a-z][\w'’-]+\s(?:[^\W\d_a-z]\.?[ -]?){1,4}|[,\s](?:[^\W\d_a-z]\.[ -]?){1,4})$")
_IN_FULL = late(rf"(?:^|[,;&]|\s(?:{AND_ALWAYS})\s)\s*{_NAME}(?:\s+{_NAME})+$")


def spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where titles and degrees stand from an offset on, in order and apart; with the comma before a degree."""
    found = [match.span("titles") for match in _BEFORE.finditer(text[start:])]
    return sorted([(start + at, start + end) for at, end in found] + [*_degrees(text, start)])


def without(names: str) -> str:
    """A list of names without titles and degrees."""
    kept, at = [], 0
    for begin, end in spans(names):
        kept.append(names[at:begin])
        at = max(at, end)
    return "".join([*kept, names[at:]])


def _degrees(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Those that are told by their form, and those like initials that stand behind initials or another degree, or
    behind names in full where others have a sure one."""
    found = list(_DEGREE.finditer(text, start))
    has_sure = any(match["sure"] for match in found)
    last = -1
    for match in found:
        before = text[max(start, match.start() - 60) : match.start()]
        behind = match.start() == last or _INITIALS.search(before) or (has_sure and _IN_FULL.search(before))
        if match["sure"] or behind:
            stop = _STOP.match(text, match.end())
            last = stop.end() if stop else match.end()
            yield match.start(), last
