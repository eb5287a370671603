"""Commands of LaTeX within a paragraph: what they write, and what they lay over their argument."""

from __future__ import annotations

import re
from collections.abc import Callable

from cluneal_lit.documents.latex import cites, commands
from cluneal_lit.documents.latex.source import Source
from cluneal_lit.documents.latex.text import BLANK, LINE, PARAGRAPH, Writer
from cluneal_lit.documents.latex.works import Works
from cluneal_lit.formats.latex_symbols import GREEK, SYMBOLS
from cluneal_lit.formats.latex_text import ACCENTS, is_simple, plain
from cluneal_lit.formats.latex_text import formula as decoded
from cluneal_lit.model import Embedded

_FORMULA = re.compile(r"(?:[^$\\]|\\.){0,3000}?\$\$?", re.DOTALL)
_POWER = re.compile(r"(?<=[\w})])\^(\{[+−-]?\d{1,4}[+−-]?\}|[\d+−-])")  # of a number, a unit or an ion
_BASE = re.compile(r"\s*(?:\\[ij](?![A-Za-z])|\\?[^\\{}])")
_BLANKS = re.compile(r"[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?")
_LENGTH = re.compile(r"\s*-?\d*\.?\d+\s?(?:pt|em|ex|cm|mm|in|bp|sp)?(?![A-Za-z])")
_ESCAPED = re.compile(r"\\([%#&_~$^{}])(?:\{\})?")
_DOIBASE = re.compile(r"\\doibase\s*")  # of REVTeX's lists
_ALL_DIGITS = re.compile(r"[\d\s–-]+")


class Inline:
    """The writing of commands; what an argument's end brings about is done when the reading comes there."""

    def __init__(self, source: Source, writer: Writer, works: Works, macros: dict[str, str]) -> None:
        self._source, self._writer, self._works, self._macros = source, writer, works, macros
        self._closers: dict[int, list[Callable[[], None]]] = {}
        self._cited: set[str] = set()
        self._star = -1  # where `\\nocite{*}` cites the rest of the bibliography

    def close(self, at: int) -> None:
        """Do what the end of the argument that ends here brings about."""
        for close in self._closers.pop(at, ()):
            close()

    def close_all(self) -> None:
        """Cite what no key has cited, where the document cites its whole bibliography."""
        for key in self._works.keys() if self._star >= 0 else ():
            if key not in self._cited:
                self._embed(key, self._star, self._star + 1)

    def say(self, start: int, end: int) -> None:
        """Write the source as it is, blanks at its ends as one that other white space swallows."""
        written = self._source.text[start:end]
        inner = written.strip(" ")
        if len(inner) < len(written) and (not inner or written[0] == " "):
            self._writer.part(BLANK)
        self._writer.say(inner, start + len(written) - len(written.lstrip(" ")), exact=True)
        if inner and written[-1] == " ":
            self._writer.part(BLANK)

    def command(self, name: str, at: int, end: int) -> int:
        """Write what a command, whose name ends at `end`, does to the text; where the reading goes on."""
        source = self._source
        if cites.cites(name) and (cite := cites.cite(source, name, end)):
            self._cite(cite)
            return cite.end
        if star := cites.every(source, name, end):
            self._writer.say("[*]", star[0])
            self._star = self._writer.size - 2
            return star[1] + 1
        if name in ("href", "url", "nolinkurl", "path", "burl"):
            return self._address(name, end)
        if name in commands.LABELS and (group := source.group(end)):
            return self._identifier(commands.LABELS[name], group)
        if len(name) == 1 and name in ACCENTS and name not in self._macros:
            return self.accent(at, end)
        return self._other(name, at, end)

    def formula(self, at: int, end: int, stop: int) -> int:
        found = _FORMULA.match(self._source.text, end, stop)
        if not found:
            self.say(at, end)
            return end
        written = found[0].rstrip("$")
        if is_simple(written):
            for place, part in enumerate(_POWER.split(written)):
                here = self._writer.here
                self._writer.say(decoded(part), at)
                if place % 2:
                    self._writer.span(here, "superscript")
        else:
            self.say(at, found.end())
        return found.end()

    def accent(self, at: int, end: int) -> int:
        group = self._source.group(end)
        base = _BASE.match(self._source.text, end)
        until = group[1] + 1 if group and group[1] - end < 40 else base.end() if base else end
        self._writer.say(plain(self._source.text[at:until]), at)
        return until

    def _cite(self, cite: cites.Cite) -> None:
        """Write the keys in brackets; in round ones where a key is a number, which would be read as a marker's."""
        writer = self._writer
        numeric = any(_ALL_DIGITS.fullmatch(key) for key, _ in cite.keys)
        writer.say("(key " if numeric else "[", cite.keys[0][1])
        for place, (key, at) in enumerate(cite.keys):
            if place:
                writer.say(", ", at)
            start = writer.size
            writer.say(key, at, exact=True)
            self._embed(key, start, writer.size)
        for start, end in cite.notes:
            if note := " ".join(plain(self._source.text[start:end]).split()):
                writer.say(f", {note}", start)
        writer.say(")" if numeric else "]", cite.end - 1)

    def _embed(self, key: str, start: int, end: int) -> None:
        work = self._works.get(key)
        self._cited.add(key)
        self._writer.embed(Embedded(start, end, "key", work.ids, work.fields, key, work.number))

    def _identifier(self, label: str, group: tuple[int, int]) -> int:
        """An identifier, behind its label unless that stands there already."""
        source, writer = self._source, self._writer
        value = plain(source.text[group[0] : group[1]], prose=False).strip()
        said = writer.tail.rstrip(" \n:.").lower().endswith(label.rstrip(": ").lower())
        if not said and not value.lower().startswith((label.rstrip(": ").lower(), "http")):
            writer.say(label, group[0])
        writer.say(value, group[0], exact=value == source.text[group[0] : group[1]])
        return group[1] + 1

    def _address(self, name: str, at: int) -> int:
        source, writer = self._source, self._writer
        at = source.behind_options(at)
        group = source.group(at)
        if group is None:
            return at
        target = _DOIBASE.sub("https://doi.org/", source.text[group[0] : group[1]])
        target = _ESCAPED.sub(r"\1", target).strip()
        here = writer.here
        if name != "href":
            writer.say(target, group[0], exact=target == source.text[group[0] : group[1]])
            writer.span(here, "link", target)
        elif shown := source.group(group[1] + 1):
            here = writer.here
            self._at_close(shown, lambda: writer.span(here, "link", target))
        return group[1] + 1

    def _other(self, name: str, at: int, end: int) -> int:
        source, writer = self._source, self._writer
        if name in self._macros or name in SYMBOLS or name in GREEK:
            written = plain(self._macros[name]) if name in self._macros else SYMBOLS.get(name) or GREEK[name]
            writer.say(written, at)
            return self._behind_blanks(end, "xspace" in self._macros.get(name, ""))
        if name in commands.LENGTHS and (length := _LENGTH.match(source.text, end)):
            return length.end()
        hidden = commands.HIDDEN.get(name, 1 if commands.REFERENCE.fullmatch(name) else 0)
        end = source.behind_options(end + len(" pre") * (name == "vadjust" and source.text.startswith(" pre", end)))
        for _ in range(hidden):
            if group := source.group(end):
                end = group[1] + 1
        shown = source.group(end) if not hidden or name in commands.SHOWING else None
        if name in commands.LINES:
            writer.part(LINE)
        elif shown:
            self._shown(name, shown)
            return shown[0] - 1
        return end

    def _shown(self, name: str, group: tuple[int, int]) -> None:
        """What a command does to the argument that it shows."""
        writer = self._writer
        if name in commands.HEADINGS:
            writer.part(PARAGRAPH)
            self._at_close(group, lambda: writer.part(PARAGRAPH))
        elif name in ("textsuperscript", "textsu", "up", "ap"):
            here = writer.here
            self._at_close(group, lambda: writer.span(here, "superscript"))
        elif name in ("enquote", "textquote", "mkbibquote"):
            writer.say("“", group[0])
            self._at_close(group, lambda: writer.say("”", group[1]))

    def _at_close(self, group: tuple[int, int], close: Callable[[], None]) -> None:
        self._closers.setdefault(group[1], []).append(close)

    def _behind_blanks(self, at: int, keep: bool) -> int:
        """The place behind the blanks, or the empty group, that end a command's name."""
        if self._source.text.startswith("{}", at):
            return at + 2
        found = None if keep else _BLANKS.match(self._source.text, at)
        return found.end() if found else at
