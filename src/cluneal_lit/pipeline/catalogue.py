"""Which work of a closed catalogue each query means."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import asdict

from cluneal_lit.citations.matching.match import Index, Match
from cluneal_lit.citations.parse import parse
from cluneal_lit.compare import compared, stated
from cluneal_lit.documents.decoding import decoded
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import csl_file, csl_judged
from cluneal_lit.model import Fields, Ids
from cluneal_lit.store import catalogues, files

_STDIN = "standard input"
_ARRAY = re.compile(r"\s*\[\s*\{")
_ONE_WORK = ("title", "author", "year", "volume", "pages")
_EMPTY = "the line is empty"
_NOTHING = "nothing in the catalogue comes near"
_WRITE = 'write a reference string, {"raw": "…"} or a CSL-JSON item'
_NO_QUERY = f"is no query; {_WRITE}"


class Query(Struct, frozen=True):
    """What is sought: fields and identifiers, and the string that they were read from, if it was one.

    `left_out` says what of it could not be read.
    """

    fields: Fields
    ids: Ids = Ids()
    raw: str = ""
    left_out: tuple[str, ...] = ()


class Answer(Struct, frozen=True):
    """The catalogue's work that a query means: `id` as its item has it, None for `none`; `why` has a line a reason.

    `fault` says what is wrong with a query that could not be asked.
    """

    answer: Literal["match", "unsure", "none"]
    id: object = None
    score: float = 0.0
    why: tuple[str, ...] = ()
    fault: str = ""


class Catalogue:
    """A closed world of works, ready to be asked. `faults` say what is wrong with its items."""

    def __init__(self, works: Iterable[catalogues.Listed]) -> None:
        # By their place, for two may have one id; of as many digits, for of works that fit alike the first is meant.
        self._works = {f"{place:09}": one for place, one in enumerate(works)}
        self.faults = [fault for one in self._works.values() for fault in one.faults]
        self._index = Index({place: (one.record,) for place, one in self._works.items()})

    def answer(self, query: Query) -> Answer:
        """The work that a query means; of two items that are one work the first."""
        ranked = self._index.ranked(query.fields, query.raw, query.ids)
        if not ranked or ranked[0].answer == "none":
            return Answer("none", why=(*self._nearest(ranked), *query.left_out))
        best, others = self._index.first(ranked, query.fields)
        twins = [one for one in others if self._is_one_work(best, one)]
        if len(twins) < len(others):
            other = next(one for one in others if one not in twins)
            return self._given(best, "unsure", f"{self._works[other.candidate].own} fits as well", *query.left_out)
        notes = [f"{self._works[one.candidate].own} is the same work" for one in twins]
        return self._given(best, best.answer, *notes, *query.left_out)

    def _nearest(self, ranked: list[Match]) -> tuple[str, ...]:
        """Why none of the works that were looked at is meant."""
        if not ranked:
            return (_NOTHING,)
        return (f"{self._works[ranked[0].candidate].own} comes nearest", *ranked[0].why)

    def _given(self, match: Match, answer: Literal["match", "unsure", "none"], *notes: str) -> Answer:
        work = self._works[match.candidate]
        return Answer(answer, work.own, match.score, (*match.why, *notes, *work.left_out))

    def _is_one_work(self, left: Match, right: Match) -> bool:
        pair = (self._works[one.candidate].record.fields for one in (left, right))
        relations = {one.field: one.relation for one in compared(*pair)}
        return not any(relations[field] == "contradicting" for field in _ONE_WORK)


def answers(catalogue: Path, queries: Path | None) -> Iterator[Answer]:
    """An answer for each query, in their order; no path of queries: from standard input.

    A query that cannot be read has an answer with its `fault`, an empty line one that says so. Raises StoreError for a
    catalogue that cannot be read, naming the line that is wrong; for one of which all but a value can, behind the last.
    """
    world = Catalogue(catalogues.works(catalogue))
    content, name = (files.content(queries), str(queries)) if queries else (sys.stdin.buffer.read(), _STDIN)
    for query in read_queries(_read(content, name), name):
        yield world.answer(query) if isinstance(query, Query) else Answer("none", why=(query,), fault=_fault(query))
    if world.faults:
        more = f"; so are {len(world.faults) - 1} more" if len(world.faults) > 1 else ""
        raise StoreError(f"{world.faults[0]}{more}")


def read_queries(text: str, file: str) -> Iterator[Query | str]:
    """The queries of a text: a JSON array, or one a line, each a CSL-JSON item, `{"raw": …}`, or a reference string;
    in place of one that is none, what is wrong with it."""
    for where, value in _values(text, file):
        if value == "":
            yield _EMPTY
        elif isinstance(value, str) and not isinstance(value, csl_file.Broken):
            yield _from_string(value)
        elif isinstance(value, dict):
            try:
                yield _from_item(value, where)
            except StoreError as error:
                yield str(error)
        else:
            yield f"{where}: {value if isinstance(value, csl_file.Broken) else _NO_QUERY}"


def _fault(said: str) -> str:
    return "" if said == _EMPTY else said


def _values(text: str, file: str) -> Iterator[tuple[str, object]]:
    """Each query with its place, for messages."""
    if text.lstrip().startswith(("[", "{")):
        whole = csl_file.parsed(text)
        if isinstance(whole, csl_file.Broken) and _ARRAY.match(text):
            whole = [value for _, value in csl_file.entries(text, file)]  # which says where it is broken
        if isinstance(whole, list):
            yield from ((f"{file}: query {number}", value) for number, value in enumerate(whole, 1))
            return
        if isinstance(whole, dict):
            yield f"{file}: query 1", whole
            return
    for number, line in enumerate(io.StringIO(text, None), 1):
        yield f"{file}: line {number}", _of_line(line)


def _of_line(line: str) -> object:
    """What a line holds: an object, a text, or a value of JSON that is neither."""
    value = csl_file.parsed(line)
    return line.strip() if isinstance(value, str) and not line.lstrip().startswith("{") else value


def _from_string(raw: str) -> Query:
    """The query of a string; one that is only identifiers has no words to be compared."""
    parsed = parse(raw)
    return Query(parsed.fields, parsed.ids, "" if parsed.ids and not stated(parsed.fields) else raw)


def _from_item(item: dict[str, Any], where: str) -> Query:
    """The query of an object: what it says itself counts before what its string is read as."""
    raw = item.get("raw", "")
    if not isinstance(raw, str):
        raise StoreError(f"{where}: `raw` is no text; {_WRITE}")
    said = {word: value for word, value in item.items() if word != "raw"}
    record, no_ids, forms = csl_judged.record(said, "query", where)
    left_out = (*no_ids, *forms)
    if not raw.strip():
        if not record.fields and not record.ids:
            raise StoreError(f"{where}: {'; '.join(left_out) or f'says nothing about a work; {_WRITE}'}")
        return Query(record.fields, record.ids, "", left_out)
    read = _from_string(raw)
    fields = Fields(
        **{**asdict(read.fields), **{word: value for word, value in asdict(record.fields).items() if value}}
    )
    return Query(fields, record.ids or read.ids, read.raw, left_out)


def _read(content: bytes, file: str) -> str:
    """The text of queries, in whatever encoding it is."""
    found = decoded(content) if content else ("", "")
    if found is None:
        raise StoreError(f"{file}: is binary; name a file of references, one a line")
    return found[0]
