"""Citation keys in a running text, and the identifiers that they hold: `[@isu2018; @doi:10.…, p. 3]`, `@isu2018`."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.dois import clean
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.key_syntax import Key, is_crossref, keys, names_a_year, scheme


def hits(text: Text) -> Iterator[Hit]:
    """The citation keys of a text; those that hold an identifier have its kind and value, others the kind `key`.

    A name behind `@` alone may be anybody's: it is a key where it is one elsewhere, or is made as keys are in a text
    that has others.
    """
    found = list(_found(text.text))
    known = {key.name for key, bracketed in found if bracketed}
    for key, bracketed in found:
        if bracketed or key.name in known or scheme(key.name) or (known and names_a_year(key.name)):
            yield _hit(key)


def names(text: str) -> Iterator[Hit]:
    """The names behind `@` alone, which are keys where somebody knows them, `hits` among them."""
    yield from (_hit(key) for key, bracketed in _found(text) if not (bracketed or scheme(key.name)))


def _found(text: str) -> Iterator[tuple[Key, bool]]:
    """What looks like a key, and whether it certainly is one: in square brackets."""
    for key in keys(text):
        bracketed = _bracketed(text, key) if key.free and not is_crossref(key.name) else None
        if bracketed is not None:
            yield key, bracketed


def _bracketed(text: str, key: Key) -> bool | None:
    """Whether the key stands in square brackets; None in the text of a link, which holds a person's handle, unless it
    says which identifier it is: the description of a picture may cite."""
    least = max(0, key.start - 400)
    opening = max(text.rfind("[", least, key.start), text.rfind("]", least, key.start))
    if opening < 0 or text[opening] == "]":
        return False
    closing = text.find("]", key.end, key.end + 400)
    if closing < 0 or "\n\n" in text[opening:closing]:
        return False
    if text.startswith("(", closing + 1):
        return False if scheme(key.name) else None
    return True


def _hit(key: Key) -> Hit:
    schemed = scheme(key.name)
    kind = schemed["kind"].lower() if schemed else ""
    kind = {"pmc": "pmcid", "clinicaltrials": "nct"}.get(kind, kind)
    if not schemed or kind not in identifiers.NORMAL:
        return Hit("key", "", key.start, key.end, "key")
    if kind == "doi" and schemed["value"].startswith("10/"):
        kind = "shortdoi"
    braced = key.end - key.start > len(key.name) + 1  # which say where it ends
    cleaned = kind == "doi" and not braced
    value = clean(schemed["value"], False)[0] if cleaned else identifiers.NORMAL[kind](schemed["value"])
    return Hit(kind, value, key.start, key.end, "key", 1.0 if value else 0.8)
