"""The reading of a LaTeX source, token by token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cluneal_lit.documents import latex_cites
from cluneal_lit.documents import latex_commands as commands
from cluneal_lit.documents.latex_lists import Lists
from cluneal_lit.documents.latex_macros import defined
from cluneal_lit.documents.latex_source import Raw, Source
from cluneal_lit.documents.latex_text import BLANK, CELL, LINE, PARAGRAPH, Writer
from cluneal_lit.documents.latex_works import Works
from cluneal_lit.formats.latex_symbols import GREEK, SYMBOLS
from cluneal_lit.formats.latex_text import ACCENTS, formula, is_simple, plain
from cluneal_lit.model import Embedded

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?|\\(?P<sign>.)|%[^\n]*(?:\n[ \t]*)?|(?P<white>\s{2,}|\n|\t)|(?P<dash>-{2,3})"
    r"|(?P<quote>``?|'')|(?P<math>\$\$?)|[{}~&]",
    re.DOTALL,
)
_FORMULA = re.compile(r"(?:[^$\\]|\\.){0,3000}?\$\$?", re.DOTALL)
_BASE = re.compile(r"\s*(?:\\[ij](?![A-Za-z])|\\?[^\\{}])")
_BLANKS = re.compile(r"[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?")
_LENGTH = re.compile(r"\s*-?\d*\.?\d+\s?(?:pt|em|ex|cm|mm|in|bp|sp)?(?![A-Za-z])")
_ESCAPED = re.compile(r"\\([%#&_~$^{}])(?:\{\})?")
_SIGNS = {",": BLANK, ";": BLANK, ":": BLANK, " ": BLANK, "\n": BLANK, "\t": BLANK}
_SILENT = frozenset("/-!@+*")
_DISPLAYED = {"(": "\\)", "[": "\\]"}
_ALL_DIGITS = re.compile(r"[\d\s–-]+")


class Reader:
    """Where the reading is, and what is open."""

    def __init__(self, source: Source, writer: Writer, works: Works, macros: dict[str, str]) -> None:
        self._source, self._writer, self._works, self._macros = source, writer, works, macros
        self._lists = Lists(source, writer)
        self._ranges: list[tuple[int, int, str | None]] = []
        self._notes: list[tuple[int, int]] = []
        self._noted = 0
        self._closers: dict[int, list[Callable[[], None]]] = {}

    def read(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Write the text of these stretches of the source, the footnotes of a paragraph behind it."""
        for start, end in ranges:
            self._ranges.append((start, end, None))
            while self._ranges or self._notes:
                if not self._ranges:
                    self._flush(end, end)
                at, stop, note = self._ranges.pop()
                self._writer.note = note
                self._range(at, stop)
        self._lists.close()

    def _range(self, at: int, stop: int) -> None:
        while at < stop:
            token = _TOKEN.search(self._source.text, at, stop)
            self._say(at, token.start() if token else stop)
            if token is None:
                break
            raw = self._source.raw.get(token.start())
            at = self._as_is(token.start(), raw) if raw else self._token(token, stop)
            if at < 0:  # footnotes come first
                return
        self._writer.part(PARAGRAPH)
        if self._notes:
            self._flush(stop, stop)

    def _flush(self, at: int, stop: int) -> None:
        """Put off what is left of a stretch until the footnotes before it are written."""
        if at < stop:
            self._ranges.append((at, stop, self._writer.note))
        first = self._noted - len(self._notes) + 1
        for number, (start, end) in reversed(list(enumerate(self._notes, first))):
            self._ranges.append((start, end, str(number)))
        self._notes.clear()

    def _say(self, start: int, end: int) -> None:
        """Write the source as it is, blanks at its ends as one that other white space swallows."""
        written = self._source.text[start:end]
        inner = written.strip(" ")
        if len(inner) < len(written) and (not inner or written[0] == " "):
            self._writer.part(BLANK)
        self._writer.say(inner, start + len(written) - len(written.lstrip(" ")), exact=True)
        if inner and written[-1] == " ":
            self._writer.part(BLANK)

    def _as_is(self, start: int, raw: Raw) -> int:
        """Characters that mean themselves: of an address here, of code between its delimiters, or none."""
        if raw.start >= 0:
            here = self._writer.here
            self._writer.say(self._source.text[raw.start : raw.end], raw.start)
            self._writer.span(here, "code")
        return raw.after

    def _token(self, token: re.Match[str], stop: int) -> int:
        at, end, writer = token.start(), token.end(), self._writer
        if token["word"]:
            return self._command(token["word"], at, end, stop)
        if token["white"]:
            if token["white"].count("\n") < 2:
                writer.part(BLANK)
                return end
            return self._paragraph(end, stop)
        if token["sign"]:
            return self._sign(token["sign"], at, end, stop)
        if token["math"]:
            return self._formula(at, end, stop)
        if token["dash"] or token["quote"]:
            writer.say(plain(token[0]), at)
        elif token[0] == "~":
            writer.part(BLANK)
        elif token[0] == "&":
            writer.part(CELL)
        elif token[0] == "}":
            for close in self._closers.pop(at, ()):
                close()
        return end

    def _paragraph(self, at: int, stop: int) -> int:
        self._writer.part(PARAGRAPH)
        if self._notes:
            self._flush(at, stop)
            return -1
        return at

    def _formula(self, at: int, end: int, stop: int) -> int:
        found = _FORMULA.match(self._source.text, end, stop)
        if not found:
            self._say(at, end)
            return end
        written = found[0].rstrip("$")
        if is_simple(written):
            self._writer.say(formula(written), at)
        else:
            self._say(at, found.end())
        return found.end()

    def _sign(self, sign: str, at: int, end: int, stop: int) -> int:
        if sign in ACCENTS:
            return self._accent(at, end)
        if sign == "\\":
            self._writer.part(LINE)
            option = self._source.option(end)
            return option[1] + 1 if option and option[0] - end <= 2 else end
        if closing := _DISPLAYED.get(sign):
            until = self._source.text.find(closing, end, min(stop, end + 5000))
            until = until + 2 if until >= 0 else end
            self._say(at, until)
            return until
        if sign in _SIGNS:
            self._writer.part(_SIGNS[sign])
        elif sign not in _SILENT:
            self._writer.say(sign, at)
        return end

    def _accent(self, at: int, end: int) -> int:
        group = self._source.group(end)
        base = _BASE.match(self._source.text, end)
        until = group[1] + 1 if group and group[1] - end < 40 else base.end() if base else end
        self._writer.say(plain(self._source.text[at:until]), at)
        return until

    def _command(self, name: str, at: int, end: int, stop: int) -> int:
        source = self._source
        if latex_cites.cites(name) and (cite := latex_cites.cite(source, name, end)):
            self._cite(cite)
            return cite.end
        if name in ("begin", "end") and (group := source.group(end)):
            return self._environment(name, source.text[group[0] : group[1]], at, group[1] + 1, stop)
        if name in ("bibitem", "item"):
            return self._lists.item(name, at, end)
        if name in ("href", "url", "nolinkurl", "path", "burl"):
            return self._address(name, end)
        if name in commands.LABELS and (group := source.group(end)):
            return self._identifier(commands.LABELS[name], group)
        if len(name) == 1 and name in ACCENTS and name not in self._macros:
            return self._accent(at, end)
        if name in commands.NOTES and (group := source.group(self._behind_options(end))):
            self._notes.append(group)
            self._noted += 1
            return group[1] + 1
        if name in commands.DEFINING:
            return defined(source, end)
        if name in commands.BREAKS:
            return self._paragraph(end, stop)
        return self._other(name, at, end)

    def _other(self, name: str, at: int, end: int) -> int:
        source, writer = self._source, self._writer
        if name in self._macros or name in SYMBOLS or name in GREEK:
            written = plain(self._macros[name]) if name in self._macros else SYMBOLS.get(name) or GREEK[name]
            writer.say(written, at)
            return self._behind_blanks(end, "xspace" in self._macros.get(name, ""))
        if name in commands.LENGTHS and (length := _LENGTH.match(source.text, end)):
            return length.end()
        hidden = commands.HIDDEN.get(name, 1 if commands.REFERENCE.fullmatch(name) else 0)
        end = self._behind_options(end)
        for _ in range(hidden):
            if group := source.group(end):
                end = group[1] + 1
        shown = source.group(end) if not hidden or name == "href" else None
        if name in commands.LINES:
            writer.part(LINE)
        elif shown:
            self._shown(name, shown)
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

    def _behind_options(self, at: int) -> int:
        """The place behind the `[…]` that stand right behind a command, at most two."""
        for _ in range(2):
            if self._source.text[at : at + 1] == "[" and (option := self._source.option(at)):
                at = option[1] + 1
        return at

    def _behind_blanks(self, at: int, keep: bool) -> int:
        """The place behind the blanks, or the empty group, that end a command's name."""
        if self._source.text.startswith("{}", at):
            return at + 2
        found = None if keep else _BLANKS.match(self._source.text, at)
        return found.end() if found else at

    def _environment(self, which: str, name: str, at: int, end: int, stop: int) -> int:
        source = self._source
        if commands.MATHS.fullmatch(name) and which == "begin":
            until = source.text.find(f"\\end{{{name}}}", end, min(stop, end + 20_000))
            if until >= 0:
                self._writer.part(LINE)
                self._say(end, until)
                return until
        if which == "begin":
            end = self._behind_options(end)
            for _ in range(commands.ENVIRONMENTS.get(name, 0)):
                if group := source.group(self._behind_options(end)):
                    end = group[1] + 1
            end = self._lists.begin(name, at, end, stop)
        else:
            self._lists.end(name)
        return self._paragraph(end, stop)

    def _address(self, name: str, at: int) -> int:
        source, writer = self._source, self._writer
        at = self._behind_options(at)
        group = source.group(at)
        if group is None:
            return at
        target = _ESCAPED.sub(r"\1", source.text[group[0] : group[1]]).strip()
        here = writer.here
        if name != "href":
            writer.say(target, group[0], exact=target == source.text[group[0] : group[1]])
            writer.span(here, "link", target)
        elif shown := source.group(group[1] + 1):
            here = writer.here
            self._at_close(shown, lambda: writer.span(here, "link", target))
        return group[1] + 1

    def _identifier(self, label: str, group: tuple[int, int]) -> int:
        """An identifier, behind its label unless that stands there already."""
        source, writer = self._source, self._writer
        value = plain(source.text[group[0] : group[1]], prose=False).strip()
        said = writer.tail.rstrip(" \n:.").lower().endswith(label.rstrip(": ").lower())
        if not said and not value.lower().startswith((label.rstrip(": ").lower(), "http")):
            writer.say(label, group[0])
        writer.say(value, group[0], exact=value == source.text[group[0] : group[1]])
        return group[1] + 1

    def _cite(self, cite: latex_cites.Cite) -> None:
        """Write the keys in brackets; in round ones where a key is a number, which would be read as a marker's."""
        writer = self._writer
        numeric = any(_ALL_DIGITS.fullmatch(key) for key, _ in cite.keys)
        writer.say("(key " if numeric else "[", cite.keys[0][1])
        for place, (key, at) in enumerate(cite.keys):
            if place:
                writer.say(", ", at)
            start = writer.size
            writer.say(key, at, exact=True)
            work = self._works.get(key)
            writer.embed(Embedded(start, writer.size, "key", work.ids, work.fields, key, work.number))
        for start, end in cite.notes:
            if note := " ".join(plain(self._source.text[start:end]).split()):
                writer.say(f", {note}", start)
        writer.say(")" if numeric else "]", cite.end - 1)
