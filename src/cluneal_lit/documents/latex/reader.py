"""The reading of a LaTeX source, token by token."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cluneal_lit.documents.latex import commands
from cluneal_lit.documents.latex.inline import Inline
from cluneal_lit.documents.latex.lists import Lists
from cluneal_lit.documents.latex.macros import defined
from cluneal_lit.documents.latex.notes import Notes
from cluneal_lit.documents.latex.source import Raw, Source
from cluneal_lit.documents.latex.text import BLANK, CELL, LINE, PARAGRAPH, Writer
from cluneal_lit.documents.latex.works import Works
from cluneal_lit.formats.latex_text import ACCENTS, plain

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?|\\(?P<sign>.)|%[^\n]*(?:\n[ \t]*)?|(?P<white>\s{2,}|\n|\t)|(?P<dash>-{2,3})"
    r"|(?P<quote>``?|'')|(?P<math>\$\$?)|[{}~&]",
    re.DOTALL,
)
_SIGNS = {",": BLANK, ";": BLANK, ":": BLANK, " ": BLANK, "\n": BLANK, "\t": BLANK}
_SILENT = frozenset("/-!@+*")
_DISPLAYED = {"(": "\\)", "[": "\\]"}


class Reader:
    """Where the reading is, and what is open."""

    def __init__(self, source: Source, writer: Writer, works: Works, macros: dict[str, str]) -> None:
        self._source, self._writer = source, writer
        self._inline = Inline(source, writer, works, macros)
        self._lists = Lists(source, writer)
        self._notes = Notes(source, writer)

    def read(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Write the text of these stretches of the source, and the notes in it behind it."""
        for start, end in ranges:
            self._range(start, end)
        self._lists.close()
        for start, end in self._notes.written():
            self._range(start, end)
        self._inline.close_all()

    def _range(self, at: int, stop: int) -> None:
        while at < stop:
            token = _TOKEN.search(self._source.text, at, stop)
            self._inline.say(at, token.start() if token else stop)
            if token is None:
                break
            raw = self._source.raw.get(token.start())
            at = self._as_is(raw) if raw else self._token(token, stop)
        self._writer.part(PARAGRAPH)

    def _as_is(self, raw: Raw) -> int:
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
            writer.part(PARAGRAPH)
            return end
        if token["sign"]:
            return self._sign(token["sign"], at, end, stop)
        if token["math"]:
            return self._inline.formula(at, end, stop)
        if token["dash"] or token["quote"]:
            writer.say(plain(token[0]), at)
        elif token[0] == "~":
            writer.part(BLANK)
        elif token[0] == "&":
            writer.part(CELL)
        elif token[0] == "}":
            self._inline.close(at)
        return end

    def _sign(self, sign: str, at: int, end: int, stop: int) -> int:
        if sign in ACCENTS:
            return self._inline.accent(at, end)
        if sign == "\\":
            self._writer.part(LINE)
            option = self._source.option(end)
            return option[1] + 1 if option and option[0] - end <= 2 else end
        if closing := _DISPLAYED.get(sign):
            until = self._source.text.find(closing, end, min(stop, end + 5000))
            until = until + 2 if until >= 0 else end
            self._inline.say(at, until)
            return until
        if sign in _SIGNS:
            self._writer.part(_SIGNS[sign])
        elif sign not in _SILENT:
            self._writer.say(sign, at)
        return end

    def _command(self, name: str, at: int, end: int, stop: int) -> int:
        source = self._source
        if name in ("begin", "end") and (group := source.group(end)):
            return self._environment(name, source.text[group[0] : group[1]], at, group[1] + 1, stop)
        if name in ("bibitem", "item"):
            return self._lists.item(name, at, end)
        if (behind := self._notes.command(name, at, end)) >= 0:
            return behind
        if name in commands.DEFINING:
            return defined(source, end)
        if name in commands.BREAKS:
            self._writer.part(PARAGRAPH)
            return end
        return self._inline.command(name, at, end)

    def _environment(self, which: str, name: str, at: int, end: int, stop: int) -> int:
        source = self._source
        if commands.MATHS.fullmatch(name) and which == "begin":
            until = source.text.find(f"\\end{{{name}}}", end, min(stop, end + 20_000))
            if until >= 0:
                self._writer.part(LINE)
                self._inline.say(end, until)
                return until
        if which == "begin":
            end = self._source.behind_options(end)
            for _ in range(commands.ENVIRONMENTS.get(name, 0)):
                if group := source.group(self._source.behind_options(end)):
                    end = group[1] + 1
            end = self._lists.begin(name, at, end, stop)
        else:
            self._lists.end(name)
        self._writer.part(PARAGRAPH)
        return end
