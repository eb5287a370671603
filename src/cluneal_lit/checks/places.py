"""Where a work stands in a journal, a citation beside a record: volume, issue and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit import labels, numbering, pages
from cluneal_lit.checks import free, said
from cluneal_lit.folding import folded
from cluneal_lit.model import Citation, Fields, Record

_SUPPLEMENT = re.compile(r"^(\d+)s$")  # `45S` for S45
_OF_ISSUE = re.compile(r"suppl|\bs\d|\d\s?s\b", re.IGNORECASE)  # `9 Suppl`, `9S`, `S1`


def same_number(name: str, citation: Citation, record: Record) -> bool:
    """Whether a volume or issue is the record's, or the string has taken the place of one for the other."""
    written = getattr(citation.fields, name), getattr(record.fields, name)
    if written[0] == written[1] or numbering.SAME[name](citation.fields, record.fields):
        return True
    ours, theirs = map(numbering.numbers, written)
    if ours and ours == numbering.numbers(record.fields.collection_number):
        return True  # that of the series, read for the volume of the book
    words = {*free.words(citation, record.fields, name)}
    other = "issue" if name == "volume" else "volume"
    exchanged = numbering.numbers(getattr(citation.fields, other)) == theirs and ours <= _elsewhere(record.fields, name)
    mistaken = exchanged and not _are_told_apart(citation)  # by who reads the string, not by who wrote it
    return bool(theirs) and (mistaken or not ours & words) and theirs <= words


def _are_told_apart(citation: Citation) -> bool:
    """Whether a string itself says which number is the volume and which the issue, as the fields have it: `3(21)`,
    `vol. 3, no. 21`."""
    volume, issue = (said.plainly(written).strip() for written in (citation.fields.volume, citation.fields.issue))
    text, words = said.placed(said.text(citation))
    if volume and issue and re.search(rf"(?<!\w){re.escape(volume)}\s?\(\s?{re.escape(issue)}\s?\)", text):
        return True
    told = (
        (volume, labels.VOLUME, labels.VOLUME_BEHIND),
        (issue, labels.ISSUE, labels.ISSUE_BEHIND),
    )
    return any(_is_labelled([word for word, _, _ in words], *one) for one in told)


def _is_labelled(words: Sequence[str], number: str, before: frozenset[str], behind: frozenset[str]) -> bool:
    return any(
        word == number and ((words[at - 1 : at] and words[at - 1] in before) or {*words[at + 1 : at + 2]} & behind)
        for at, word in enumerate(words)
    )


def _elsewhere(known: Fields, name: str) -> set[str]:
    """The numbers by which a record is placed, those of one field left out."""
    year = str(known.issued.year or "") if known.issued else ""
    other = known.issue if name == "volume" else known.volume
    return numbering.numbers(" ".join((other, known.page.replace("-", " "), known.number, year)))


def same_issue(citation: Citation, record: Record) -> bool:
    """Whether the issues are the same; that of a supplement is not where the page lacks the supplement's letter too."""
    if (citation.fields.issue, citation.fields.page) == (record.fields.issue, record.fields.page):
        return True
    if _lacks_letter(citation.fields, record.fields) and _OF_ISSUE.search(record.fields.issue):
        return _is_supplement(citation)
    return same_number("issue", citation, record)


def _lacks_letter(cited: Fields, known: Fields) -> bool:
    """Whether a page is the record's but for the letter of a supplement: 73 for S73."""
    ours, theirs = pages.parse(cited.page), pages.parse(known.page)
    return bool(ours and theirs and ours.first and theirs.first.lower() == f"s{ours.first}")


def _is_supplement(citation: Citation) -> bool:
    """Whether a citation says that it is of a supplement: by volume or issue, or somewhere in its text."""
    cited = citation.fields
    return bool(_OF_ISSUE.search(f"{cited.volume} {cited.issue}")) or "suppl" in citation.raw.lower()


def same_pages(citation: Citation, record: Record) -> bool:
    """Whether first and last page are the same, or an article is paged from 1, or the string has both pages."""
    taken = record.fields.volume if not citation.fields.volume and said.text(citation) else ""  # for the page
    if citation.fields.page and citation.fields.page in (record.fields.page, taken):
        return True
    ours, theirs = pages.parse(citation.fields.page), pages.parse(record.fields.page)
    if _lacks_letter(citation.fields, record.fields) and _is_supplement(citation):
        return not (ours and ours.last and theirs and theirs.last) or theirs.last.lower().strip("s") == ours.last
    numbers = {_bare(one) for one in (record.fields.number, theirs.first if theirs else "")} - {""}
    if ours and ours.first and _bare(ours.first) in numbers | {_bare(citation.fields.number)} & numbers:
        return not (theirs and theirs.last and ours.last) or _bare(ours.last) == _bare(theirs.last)
    if _bare(citation.fields.number) in numbers:
        return True
    if ours and ours.first == "1" and ours.last and not (theirs and theirs.last):
        return True
    words = set(map(_bare, free.words(citation, record.fields, "pages")))
    return bool(numbers) and not numbers.isdisjoint(words) and max(map(len, numbers)) > 1


def _bare(page: str) -> str:
    """A page or article number without what only some write: zeros in front, the `e` of an electronic one, the `s` of
    a supplement behind it."""
    return _SUPPLEMENT.sub(r"s\1", folded(page).replace(" ", "")).removeprefix("e").lstrip("0")


def lacks_volume(citation: Citation, record: Fields) -> bool:
    """Whether a reference gives the page in a journal and not the volume, which is none that counts by years, nor the
    issue that it names, as in the Cochrane Library's own files."""
    cited, volume = citation.fields, record.volume
    if cited.volume or not volume or not cited.page or not cited.container_title:
        return False
    told = {*free.words(citation, record, "volume"), *numbering.numbers(cited.issue)}
    return not numbering.counts_by_years(volume) and not numbering.numbers(volume) <= told
