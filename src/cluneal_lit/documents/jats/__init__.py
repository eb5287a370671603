"""JATS XML: a published article's own text and its list, as PMC and publishers give them.

The list's entries are works with their fields and identifiers; what leads to one is a link, and where it is no number
(`Isu et al., 2018`) the work itself. Of the article's own data only its title and abstract are read, and what articles
it goes with.
Places are paragraphs, and lines of the file.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree
from msgspec.structs import replace

from cluneal_lit.documents.file import File
from cluneal_lit.documents.jats import ids, refs
from cluneal_lit.documents.jats.text import CELLS, NOT_READ, PARTS, Writer
from cluneal_lit.documents.parts import attribute, mended, name, said
from cluneal_lit.documents.spans import joined
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Embedded, Finding, Span

_NUMBERS = re.compile(r"[\s\d\[\](),;–—-]*")
_NUMBER = re.compile(r"\W{0,3}(\d{1,4})\W{0,3}")
_DIGITS = re.compile(r"\d{1,4}")
_NAMED = re.compile(r"[^\W\d_]{2}|\d{4}")
_RELATED = ("related-article", "related-object")
_LINKS = ("ext-link", "uri", *_RELATED)


def read(file: File) -> Document:
    """The document of a JATS article, or of a set of them. Raises DocumentError for what is no XML."""
    root, broken = mended(file.content)
    if root is None:
        raise DocumentError(f"{file.path}: is no XML that can be read; get it again from where it was published")
    articles = list(root.iter("{*}article")) if name(root) != "article" else [root]
    writer = Writer()
    for place, article in enumerate(articles or [root]):
        _Article(writer, article, f"{place}-" if place else "").read()
    if broken:
        reason = f"its XML is broken in line {broken}, and is read as far as it goes"
        writer.composed.findings.append(Finding("LIT101", file.path, values={"reason": reason}))
    document = writer.composed.document(file.path, "jats")
    return replace(document, spans=joined(document.text, document.spans))


class _Article:
    """An article while it is read; `prefix` tells its names from those of others in the set."""

    def __init__(self, writer: Writer, article: etree._Element, prefix: str) -> None:
        self._writer, self._article, self._prefix = writer, article, prefix
        self._works = {ref: refs.references(ref) for ref in article.iter("{*}ref")}
        self._named = {key: ref for ref in self._works if (key := attribute(ref, "id"))}
        self._numbers = _numbers(article, self._works, self._named)
        self._led = {rid for xref in article.iter("{*}xref") for rid in attribute(xref, "rid").split()}
        self._begun: list[tuple[etree._Element, int]] = []
        self._listed: Counter[etree._Element] = Counter()  # the items so far of each ordered list

    def read(self) -> None:
        walk = etree.iterwalk(self._article, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._start(element):
                    self._writer.say(element.text or "", _line(element))
                else:
                    walk.skip_subtree()
                    self._begun.append((element, -1))
            else:
                self._end(element)
                if element is not self._article:
                    self._writer.say(element.tail or "", _line(element))
        self._writer.part(PARTS["p"])

    def _start(self, element: etree._Element) -> bool:
        """Write what stands before an element's content; whether that is read."""
        kind, writer = name(element), self._writer
        if kind in NOT_READ:
            return False
        writer.part(PARTS.get(kind, 0))
        if kind == "ref":
            self._entry(element)
            return False
        if kind in _RELATED and not said(element).strip():
            self._identifier(element)
            return False
        if kind == "list-item":
            self._number(element)
        writer.cells += kind in CELLS
        self._begun.append((element, writer.mark()))
        return True

    def _number(self, item: etree._Element) -> None:
        """Write the number of an item of an ordered list, but where it has a label of its own."""
        around = item.getparent()
        if around is None or attribute(around, "list-type") != "order":
            return
        self._listed[around] += 1
        if item.find("{*}label") is None:
            self._writer.say(f"{self._listed[around]}. ", _line(item))

    def _end(self, element: etree._Element) -> None:
        """Lay over an element's content what it makes of it."""
        kind, writer = name(element), self._writer
        start = self._begun.pop()[1] if self._begun and self._begun[-1][0] is element else -1
        if start >= 0:
            self._lay(element, kind, start)
            writer.cells -= kind in CELLS
        writer.part(PARTS.get(kind, 0))
        if kind == "label":
            writer.go_on()

    def _lay(self, element: etree._Element, kind: str, mark: int) -> None:
        led = attribute(element, "id") in self._led
        if not led and kind not in ("sup", "xref", *_LINKS):
            return
        start, end = self._writer.stretch(mark)
        if kind == "xref":
            self._lead(element, start, end)
        elif kind == "sup" and start < end:
            self._writer.composed.lay((Span(start, end, "superscript"),))
        elif kind in _LINKS and start < end:
            self._writer.composed.lay((Span(start, end, "link", ids.target(element)),))
        if led:
            self._writer.composed.lay((Span(start, end, "anchor", self._prefix + attribute(element, "id")),))

    def _identifier(self, element: etree._Element) -> None:
        """Write the identifier of an article that this one goes with, which may correct or retract it."""
        written = attribute(element, "href")
        if label := ids.LABELS.get(ids.KINDS.get(attribute(element, "ext-link-type").lower(), "")):
            tie = attribute(element, "related-article-type").replace("-", " ")
            prefix = "PMC" if label.startswith("PMCID") and written.strip().isdecimal() else ""
            self._writer.say(f"{tie}: {label}{prefix}{written}".removeprefix(": "), _line(element))

    def _entry(self, ref: etree._Element) -> None:
        writer, key = self._writer, attribute(ref, "id")
        number = self._numbers.get(ref)
        for place, work in enumerate(self._works[ref]):
            label = f"{number}. " if number and not place else ""
            text = work.text or next(iter(work.targets), "")
            start = writer.say(label + text, _line(ref)) + len(label)
            end = writer.composed.size
            if start < end:
                writer.composed.embed(Embedded(start, end, "entry", work.ids, work.fields, key, number))
                writer.composed.lay(Span(start, end, "link", target) for target in work.targets)
                writer.composed.lay((Span(start, end, "anchor", self._prefix + key),) if key and not place else ())
            writer.part(PARTS["ref"])

    def _lead(self, xref: etree._Element, start: int, end: int) -> None:
        text = said(xref)
        rids = attribute(xref, "rid").split()
        if start == end or not rids:
            return
        if _NUMBERS.fullmatch(text) and not re.search(r"\d{4}", text):
            self._writer.composed.lay(self._links(rids, start, end))
            if attribute(xref, "ref-type") == "bibr" and not any(rid in self._named for rid in rids):
                self._writer.composed.embed(Embedded(start, end, "field", key=rids[0]))
        elif _NAMED.search(text):
            for rid in filter(self._named.__contains__, rids):
                for work in self._works[self._named[rid]]:
                    self._writer.composed.embed(Embedded(start, end, "key", work.ids, work.fields, rid))

    def _links(self, rids: Sequence[str], start: int, end: int) -> Iterator[Span]:
        """The links of what leads to entries: one, or where it leads to several one for each number in it."""
        of = {self._numbers.get(self._named[rid], 0): rid for rid in rids if rid in self._named}
        several = _DIGITS.finditer(self._writer.composed.behind(start)) if len(rids) > 1 else ()
        each = [Span(start + one.start(), start + one.end(), "link", of.get(int(one[0]), "")) for one in several]
        whole = Span(start, end, "link", rids[0])
        for span in (one for one in each or [whole] if one.target):
            yield replace(span, target=f"#{self._prefix}{span.target}")


def _numbers(
    article: etree._Element, entries: Iterable[etree._Element], named: Mapping[str, etree._Element]
) -> dict[etree._Element, int]:
    """The number of each entry: its label's, or that by which the text leads to it, by the name of one."""
    found: dict[etree._Element, int] = {}
    told: defaultdict[str, set[int]] = defaultdict(set)
    for xref in article.iter("{*}xref"):
        rids = attribute(xref, "rid").split()
        number = _NUMBER.fullmatch(said(xref))
        if number and len(rids) == 1 and rids[0] in named and int(number[1]) < 1000:
            told[rids[0]].add(int(number[1]))
    for ref in entries:
        label = _NUMBER.fullmatch(next((said(one).strip() for one in ref.iter() if refs.is_label(one)), ""))
        numbers = told[attribute(ref, "id")]
        if label:
            found[ref] = int(label[1])
        elif len(numbers) == 1:
            found[ref] = next(iter(numbers))
    return found


def _line(element: etree._Element) -> int | None:
    line = element.sourceline
    return line if isinstance(line, int) else None
