"""SVG and MathML in a page: where the reader stands in them, `/>` ends an element, as in XML, and CDATA is text.

(https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign)
"""

from __future__ import annotations

from collections import Counter

ROOTS = frozenset(("svg", "math"))
# Elements of theirs that hold HTML.
_HOLDERS = frozenset("foreignobject desc annotation-xml mi mo mn ms mtext".split())
# Start tags that end SVG or MathML that was left open.
_ENDING = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)


class Foreign:
    """Whether what comes next stands in SVG or MathML. `stack` are the elements of theirs that are open."""

    __slots__ = ("_open", "stack")

    def __init__(self) -> None:
        self.stack: list[str] = []
        self._open: Counter[str] = Counter()

    def __bool__(self) -> bool:
        return bool(self.stack) and self.stack[-1] in ROOTS

    def start(self, name: str, slash: bool) -> bool:
        """Take in a start tag; whether its element is empty, as a slash at the end says here and not in HTML."""
        if name in _ENDING:
            while self:
                self._pop()
        empty = slash and (bool(self) or name in ROOTS)
        if not empty and (name in ROOTS or (self and name in _HOLDERS)):
            self.stack.append(name)
            self._open[name] += 1
        return empty

    def end(self, name: str) -> None:
        """Take in an end tag."""
        if self._open[name]:
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        name = self.stack.pop()
        self._open[name] -= 1
        return name
