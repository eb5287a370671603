"""A notice that is cited under the identifier of the paper that it is about: by what the reference calls it beside the
paper's title, before or behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cluneal_lit.checks import agreement, as_notice, bracketed, noted, said, spelling, titles
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Record
from cluneal_lit.titles import STATUS_LABEL

_NAME = said.plainly("|".join(as_notice.CALLED.values()))
_ABOUT = rf"(?:\s(?:{said.plainly(as_notice.TO)}|{said.plainly(as_notice.OF)}))?"
_ANY = late(rf"\b(?:{_NAME})\b|[\[(]vol\b")
# Where a sentence begins, with those who wrote the paper between it and the title: `Notice of retraction: Orlov B. …`.
_BEFORE = late(rf"(?:^|[.;:?!)\]”\"]\s+|[\[(]\s?)\W*({_NAME})\b{_ABOUT}(?:\W*$|\s?[:.\"“‘'«–—-][^\d]{{0,200}}$)")
_WHERE = "in|en|dans|em|appears?|published|erschien(?:en)?|publie|publicad[ao]|pubblicat[ao]"
_ENDS = bracketed.ENDS
# Right behind the title; `[Erratum in: …]` and `[published erratum appears in …]` say of the paper where its notice is.
_BEHIND = late(
    rf"[\s.,:;{_ENDS}–—-]*[\[(]\s?({_NAME})\b(?!\s(?:{_WHERE})\b)[^\])]{{0,80}}[\])]"
    rf"|\s?(?:[.,:;{_ENDS}]+|[–—-]\s)\s*({_NAME})\b(?!\s(?:{_WHERE})\b){_ABOUT}\s?(?:[.:]|$)"
    rf"|[\s.{_ENDS}]*[\[(](vol\.? \d{{1,4}}, (?:pg?|page|art)\b[^\])]{{1,40}})[\])]"  # as Web of Science has it
)
_IN = late(rf"\s(?:{_WHERE})\b")
_ENOUGH = 2  # of year, volume and page, where one of them may be a slip
# By which publishers call a paper again that they took back: at its own place it may be the paper.
_RETITLES = frozenset(("retraction", "withdrawal", "removal"))


def named(citation: Citation, record: Record) -> str:
    """What a reference calls the notice that it cites, where the record is the paper: `notice of retraction`; empty
    where it cites the paper.

    Behind the title, and by a name that papers were given too, only where it names another place or year.
    """
    texts = [text for text in (citation.fields.title, said.text(citation)) if _ANY.search(said.plainly(text))]
    if not texts:
        return ""
    is_elsewhere = agreement.is_elsewhere(citation, record)
    whole = [*_titles(record)]
    ways = (*whole, *(head for one in whole for head, _ in titles.cuts(one)))
    for text in texts:
        for title in ways:
            for before, behind in spelling.around(title, text):
                front, back = _BEFORE.search(before), _BEHIND.match(behind)
                if front and (is_elsewhere or not _may_be_papers(front)) and not _is_note(front, ways, record):
                    return str(front[1])
                if not (back and is_elsewhere) or noted.tells_where(back[0], citation, record):
                    continue
                if title in whole or back[0].endswith(("]", ")")):
                    return str(next(filter(None, back.groups())))
    return ""


def _is_note(front: re.Match[str], ways: Iterable[str], record: Record) -> bool:
    """Whether what names a notice stands behind the paper, which is cited first: with its title, and its place or an
    `in` that says where the notice is: `… 2014;29:50-9. Erratum in: …`."""
    cited = front.string[: front.start(1)]
    if not any(next(spelling.around(title, cited), None) for title in ways):
        return False
    return noted.is_placed(cited, record, _ENOUGH) or bool(_IN.match(front.string, front.end(1)))


def _may_be_papers(front: re.Match[str]) -> bool:
    """Whether a paper may be called so: `Retraction: …`, with nobody named between."""
    return front[1] in _RETITLES and not re.search(r"\w", front[0][front.end(1) - front.start() :])


def _titles(record: Record) -> Iterator[str]:
    """The titles of a record, without the label of a paper that was taken back."""
    for title in filter(None, (record.fields.title, record.fields.original_title)):
        yield title if as_notice.is_called_so(title) else STATUS_LABEL.sub("", title)
