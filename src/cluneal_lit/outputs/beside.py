"""Each citing sentence beside the abstract of the work that it cites, for a person to judge whether it bears it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from cluneal_lit.model import Citation, Entry, Mention, Place, Resolution
from cluneal_lit.outputs import styles, words
from cluneal_lit.outputs.markdown import code, escaped

SCHEMA = "cluneal-lit/pairs/1"
_HEAD = """# Sentences beside the abstracts that they cite

Nothing is judged here: whether an abstract bears a sentence out is for who reads both.
"""
MARKS = ("# Sentences beside the abstracts that they cite\n", f'{{"schema":"{SCHEMA}",')  # how its files begin


class Beside(Struct, frozen=True):
    """A sentence, or what stands in its place, where it stands, and the work that it cites."""

    document: str
    place: Place
    sentence: str
    entry: Entry


def beside(resolutions: Iterable[Resolution], entries: Mapping[str, Entry]) -> tuple[Beside, ...]:
    """Each sentence with each work that it cites, once, in the order of the documents.

    An entry of a list is no sentence: in its place stand those that cite it.
    """
    found: dict[tuple[object, ...], Beside] = {}
    for resolution in resolutions:
        citation = resolution.citation
        for document, place, sentence in _sentences(citation):
            for key in resolution.works:
                found.setdefault((document, sentence, key), Beside(document, place, sentence, entries[key]))
    return tuple(sorted(found.values(), key=lambda one: (one.document, _order(one.place), one.entry.key)))


def lines(told: Iterable[Beside]) -> str:
    """The pairs as JSON Lines; `abstract` is null where the store has none."""
    return "".join(f"{msgspec.json.encode(_answer(one)).decode()}\n" for one in told)


def page(told: Iterable[Beside]) -> str:
    """The pairs as Markdown."""
    parts = [_HEAD]
    for one in told:
        parts.append(f"## {code(words.address(one.document, one.place))}\n")
        parts.append(f"> {escaped(one.sentence)}\n")
        status = words.status(one.entry)
        parts.append(f"{code(one.entry.key)}: {escaped(styles.vancouver(one.entry))}\n")
        parts += [f"**{escaped(status)}**\n"] * bool(status)
        parts += [f"{f'**{escaped(label)}:** ' if label else ''}{escaped(text)}\n" for label, text in _abstract(one)]
        parts += ["*No abstract is stored.*\n"] * (not one.entry.abstract)
    return "\n".join(parts)


def _sentences(citation: Citation) -> Iterator[tuple[str, Place, str]]:
    own = Mention(citation.place, citation.sentence or citation.raw)
    for mention in citation.cited_at if citation.in_list else (own,):
        if mention.sentence:
            yield mention.document or citation.document, mention.place, mention.sentence


def _order(place: Place) -> tuple[int, ...]:
    return tuple(getattr(place, name) or 0 for name in ("page", "slide", "line", "paragraph", "column"))


def _abstract(one: Beside) -> Iterator[tuple[str, str]]:
    return ((section.label, section.text) for section in one.entry.abstract)


def _answer(one: Beside) -> dict[str, object]:
    entry = one.entry
    return {
        "schema": SCHEMA,
        "document": one.document,
        "line": one.place.line,
        "column": one.place.column,
        **msgspec.to_builtins(one.place),
        "sentence": one.sentence,
        "key": entry.key,
        "ids": list(entry.ids.keys()),
        "title": entry.fields.title or None,
        "status": entry.status.name,
        "abstract": [{"label": label, "text": text} for label, text in _abstract(one)] or None,
    }
