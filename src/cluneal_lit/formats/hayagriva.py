"""Hayagriva's YAML, in which Typst documents keep their bibliographies.

The format: https://github.com/typst/hayagriva/blob/main/docs/file-format.md (read November 2026).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from cluneal_lit import dates, identifiers, languages, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats import dated, yaml_text
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.model import Date, Fields, Ids, Name

# An entry's own type, and where it stands in something, the type that this makes it.
_TYPES = {
    "article": "article-journal",
    "chapter": "chapter",
    "anthos": "chapter",
    "entry": "entry-encyclopedia",
    "report": "report",
    "thesis": "thesis",
    "web": "webpage",
    "blog": "webpage",
    "post": "post",
    "patent": "patent",
    "case": "legal_case",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "newspaper": "article-newspaper",
    "repository": "software",
    "video": "motion_picture",
    "audio": "song",
    "artwork": "graphic",
    "periodical": "periodical",
    **dict.fromkeys(("book", "proceedings", "reference", "anthology"), "book"),
}
_WITHIN = {
    ("article", "proceedings"): "paper-conference",
    ("article", "conference"): "paper-conference",
    ("article", "newspaper"): "article-newspaper",
    ("article", "blog"): "post-weblog",
    ("article", "anthology"): "chapter",
    ("article", "book"): "chapter",
}
_SERIAL = ("pmid", "pmcid", "doi", "arxiv", "nct")
_BRACES = re.compile(r"[{}]")
_DATE = re.compile(r"~?(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_LONGEST = 20_000_000


def works(text: str) -> dict[str, tuple[Ids, Fields]]:
    """Identifiers and fields of each entry by its key; none for what is no such file."""
    if len(text) > _LONGEST:
        return {}
    read = yaml_text.load(text)
    entries = read if isinstance(read, dict) else {}
    return {key: _work(entry) for key, entry in entries.items() if isinstance(key, str) and isinstance(entry, dict)}


def _work(entry: Mapping[str, object]) -> tuple[Ids, Fields]:
    parent = next((part for part in _several(entry.get("parent")) if isinstance(part, dict)), {})
    own, within = _text(entry.get("type")).lower(), _text(parent.get("type")).lower()
    fields = Fields(
        type=_WITHIN.get((own, within), _TYPES.get(own, "document")),
        title=without_stop(_text(entry.get("title"))),
        author=_people(entry.get("author")),
        editor=_people(entry.get("editor") or parent.get("editor")),
        translator=tuple(_affiliated(entry, "translator")),
        container_title=_text(parent.get("title")),
        container_title_short=_short(parent.get("title")),
        issued=_date(entry.get("date") or parent.get("date")),
        page=_text(entry.get("page-range")),
        language=languages.code(_text(entry.get("language"))),
        url=_text(entry.get("url")),
    )
    publisher = entry.get("publisher") or parent.get("publisher") or entry.get("organization")
    where = publisher.get("location") if isinstance(publisher, dict) else entry.get("location")
    said = {word: _text(entry.get(word) or parent.get(word)) for word in ("volume", "issue", "edition")}
    return _ids(entry), replace(fields, **said, publisher=_text(publisher), publisher_place=_text(where))


def _ids(entry: Mapping[str, object]) -> Ids:
    serial = entry.get("serial-number")
    said = {**entry, **(serial if isinstance(serial, dict) else {"doi": serial or entry.get("doi")})}
    found = [f"{kind}:{normal}" for kind in _SERIAL if (normal := identifiers.NORMAL[kind](_text(said.get(kind))))]
    books = (identifiers.isbn(part) for part in re.split(r"[,;]", _text(said.get("isbn"))))
    address = _text(entry.get("url"))
    if "doi.org/" in address and (normal := identifiers.doi(address)):
        found.append(f"doi:{normal}")
    return identifiers.ids([*found, *(f"isbn:{isbn}" for isbn in books if isbn)])


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str:
    """A text, or that of a mapping with `value` or `name`; braces only keep its case."""
    if isinstance(value, dict):
        value = value.get("value") or value.get("name")
    return one_line(_BRACES.sub("", value)) if isinstance(value, str) else ""


def _short(value: object) -> str:
    return _text(value.get("short")) if isinstance(value, dict) else ""


def _people(value: object) -> tuple[Name, ...]:
    return tuple(name for one in _several(value) if (name := _person(one)) != Name())


def _person(value: object) -> Name:
    if not isinstance(value, dict):
        written = _text(value)
        return names.parse(written) if "," in written else Name(literal=written) if " " in written else Name(written)
    said = (_text(value.get(word)) for word in ("name", "given-name", "prefix", "suffix"))
    return Name(*said)


def _affiliated(entry: Mapping[str, object], role: str) -> Iterator[Name]:
    for group in _several(entry.get("affiliated")):
        if isinstance(group, dict) and _text(group.get("role")).lower() == role:
            yield from _people(group.get("names"))


def _date(value: object) -> Date | None:
    written = _text(value.get("date")) if isinstance(value, dict) else _text(value)
    match = _DATE.fullmatch(written)
    date = dates.from_parts(match[1], match[2], match[3]) if match else dated.read(written)
    return replace(date, circa=True) if date and match and written.startswith("~") else date
