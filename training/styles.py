"""Reference strings in the styles of journals and guides, made from the fields of real ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from training.labels import Span

Name = Sequence[str]  # family name, given names or initials
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHOWN = 6  # authors before `et al.`
_FIELD = re.compile(r"\{(\w+)\}")
_LABELS = {"first": "author", "n": "", "month": "", "day": ""}
_OPTIONAL = re.compile(r"<([^<>]*)>")


def bare(name: Name) -> str:
    return f"{name[0]} {''.join(_letters(name[1]))}"


def dotted(name: Name) -> str:
    return f"{name[0]}, {' '.join(f'{letter}.' for letter in _letters(name[1]))}"


def tight(name: Name) -> str:
    return f"{name[0]}, {''.join(f'{letter}.' for letter in _letters(name[1]))}"


def capitals(name: Name) -> str:
    return dotted((name[0].upper(), name[1]))


def turned(name: Name) -> str:
    return f"{' '.join(f'{letter}.' for letter in _letters(name[1]))} {name[0]}"


def _letters(given: str) -> list[str]:
    return [char for char in given if char.isupper()] or [given[0].upper()]


# How a name is written, what stands between names and before the last, and the whole. What is in `<…>` is left out where
# one of its fields is missing; of `a|b` in `(…)` one is drawn.
_STYLES: tuple[tuple[Callable[[Name], str], str, str, str], ...] = (
    (bare, ", ", ", ", "(|{n}. |[{n}] ){author}. {title}. {journal}(. | |, ){year};<{volume}><({issue})><:{pages}>."),
    (bare, ", ", ", ", "{author}. {title}. {journal}. {year} {month}(| {day}); <{volume}><({issue})><: {pages}>."),
    (bare, ", ", ", ", "{author} ({year})(|.) {title}. {journal}< {volume}><({issue})><(:|: ){pages}>(|.)"),
    (bare, ", ", ", ", "{author}: {title}. {journal} {year}<, {volume}><({issue})><:{pages}>."),
    (dotted, ", ", "(, & | & |, and )", "{author} ({year}). {title}. {journal}<, {volume}><({issue})><, {pages}>."),
    (dotted, ", ", " & ", "{author}(| .) {title}. {journal}< {volume}><({issue})><, {pages}> ({year})."),
    (dotted, ", ", ", and ", "{author} {year}. “{title}.” {journal}< {volume}>< ({issue})><: {pages}>."),
    (dotted, "; ", "; ", "{author} {title}. {journal} {year}<, {volume}><( |){issue})><, {pages}>."),
    (tight, ", ", " and ", "{author} ({year}), (‘{title}’|'{title}'|“{title}”), {journal}<(, |, vol. ){volume}><({issue})><, pp. {pages}>."),
    (tight, ", ", " and ", "{author}, {year}. {title}. {journal}<, {volume}><, no. {issue}><, pp. {pages}>."),
    (capitals, "; ", "; ", "{author} {title}. {journal}(|, São Paulo)<, v. {volume}><, n. {issue}><, p. {pages}>, (|mar. |jul./dez. ){year}."),
    (turned, ", ", ", and ", "{author}, “{title},” {journal}<, vol. {volume}><, no. {issue}><, pp. {pages}>, (|{month}. ){year}."),
    (turned, ", ", ", ", "{author}, {title}(, |. ){journal}< {volume}> ({year})< {pages}>."),
    (bare, ", ", ", ", "{first}(| et al| et al.)(. |, |: ){journal}( |. |, ){year}<(;|; |, ){volume}><({issue})><(:|: |, ){pages}>"),
)  # fmt: skip


def restyled(fields: Mapping[str, Any], rng: random.Random) -> tuple[str, list[Span]] | None:
    """A work in a style drawn at random, and where its fields stand; nothing without authors, title, journal and year."""
    people = fields.get("author_list") or []
    if not are_named(people) or not all(fields.get(name) for name in ("title", "journal", "year")):
        return None
    written, between, last, form = rng.choice(_STYLES)
    values = {
        name: str(fields.get(name, "")).strip().rstrip(".,;")
        for name in ("title", "journal", "year", "volume", "issue", "pages")
    }
    values |= {"n": str(rng.randint(1, 90)), "month": rng.choice(_MONTHS), "day": str(rng.randint(1, 28))}
    values |= {
        "author": listed([written(name) for name in people], between, drawn(last, rng), rng),
        "first": written(people[0]),
    }
    return filled(drawn(_OPTIONAL.sub(lambda match: _kept(match[1], values), form), rng), values, _LABELS)


def listed(shown: list[str], between: str, last: str, rng: random.Random) -> str:
    """The names joined; a long list is cut with `et al.`"""
    if len(shown) > rng.choice((3, _SHOWN, 20)):
        return between.join(shown[: rng.choice((1, 3, _SHOWN))]) + rng.choice((", et al", " et al", f"{between}et al"))
    return joined(shown, between, last)


def joined(shown: list[str], between: str, last: str) -> str:
    """All the names, joined."""
    return between.join(shown[:-1]) + last + shown[-1] if len(shown) > 1 else shown[0]


def are_named(people: Sequence[Name]) -> bool:
    """Whether there are people, each with a family name and given names."""
    return bool(people) and all(len(one) == 2 and one[0] and one[1] for one in people)


def _kept(part: str, values: Mapping[str, str]) -> str:
    return part if all(values[name] for name in _FIELD.findall(part)) else ""


def drawn(form: str, rng: random.Random) -> str:
    """The form with one drawn of each choice."""
    return re.sub(r"\(([^()]*\|[^()]*)\)", lambda match: rng.choice(match[1].split("|")), form)


def filled(form: str, values: Mapping[str, str], labels: Mapping[str, str]) -> tuple[str, list[Span]]:
    """The form with its values, and where they stand; a name that `labels` leave empty is no field."""
    text, spans, at = "", [], 0
    for match in _FIELD.finditer(form):
        text += form[at : match.start()]
        value, at = values[match[1]], match.end()
        if label := labels.get(match[1], match[1]):
            spans.append((label, len(text), len(text) + len(value)))
        text += value
    return text + form[at:], spans
