"""The text of an article, written element by element."""

from __future__ import annotations

import re

from cluneal_lit.documents.composed import Composed
from cluneal_lit.model import Place

# What parts two elements, weak to strong.
NOTHING, SPACE, TAB, LINE, BLANK_LINE = range(5)
_SIGNS = ("", " ", "\t", "\n", "\n\n")

PARTS = {
    **dict.fromkeys(
        "abstract ack app app-group article article-title attrib boxed-text caption def-list disp-formula"
        " disp-quote fig fig-group fn fn-group front-stub body back glossary list notes p product ref-list"
        " related-article related-object response sec sec-meta sig-block speech statement sub-article subtitle"
        " table table-wrap table-wrap-foot title trans-abstract trans-title verse-group author-notes"
        " floats-group".split(),
        BLANK_LINE,
    ),
    **dict.fromkeys("break def-item list-item preformat ref thead tbody tfoot tr verse-line".split(), LINE),
    **dict.fromkeys(("td", "th"), TAB),
    **dict.fromkeys(("label", "term", "def"), SPACE),
}
CELLS = ("td", "th")
# What says nothing about other works, in numbers that look as if.
NOT_READ = frozenset(
    "article-id journal-meta contrib-group contrib aff aff-alternatives pub-date pub-history history permissions"
    " kwd-group funding-group counts custom-meta-group tex-math math processing-meta volume issue volume-id issue-id"
    " fpage lpage elocation-id article-categories article-version self-uri graphic inline-graphic media object-id"
    " supplementary-material conference isbn page-range corresp code".split()
)
_SPACES = re.compile(r"\s+")


class Writer:
    """A text that grows; `cells` says in how many cells it is, where blocks part by a blank only."""

    def __init__(self) -> None:
        self.composed = Composed()
        self.cells = 0
        self._gap = NOTHING
        self._held = False
        self._paragraph = 0

    def part(self, gap: int) -> None:
        """Part what comes from what is written; the strongest part counts."""
        if self.cells and gap > TAB:
            gap = SPACE
        self._gap = max(self._gap, SPACE if self._held and gap >= LINE else gap)

    def go_on(self) -> None:
        """Let what comes stand in the line, whatever begins there, as behind a label."""
        self._gap, self._held = SPACE, True

    def mark(self) -> int:
        """Where what is written next begins, but for what parts it."""
        return self.composed.size

    def stretch(self, mark: int) -> tuple[int, int]:
        """From where the text that was written behind a mark begins, to its end."""
        text = self.composed.behind(mark)
        return mark + len(text) - len(text.lstrip()), self.composed.size

    def say(self, text: str, line: int | None) -> int:
        """Write a text with its white space folded; gives its offset."""
        shown = _SPACES.sub(" ", text)
        if not shown.strip():
            self._gap = max(self._gap, SPACE if shown else NOTHING)
            return self.composed.size
        if shown[0] == " ":
            self._gap = max(self._gap, SPACE)
        if self.composed.size:
            self.composed.say(_SIGNS[self._gap])
        place = None
        if self._gap >= LINE or not self.composed.size:
            self._paragraph += 1
            place = Place(paragraph=self._paragraph, line=line)
        self._gap, self._held = (SPACE if shown[-1] == " " else NOTHING), False
        return self.composed.say(shown.strip(), place)
