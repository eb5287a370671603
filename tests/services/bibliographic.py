"""Crossref's search by a reference string: works that share a word with it, the rarest words weighing most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

from tests.services.facts import words

Message = Mapping[str, object]


def found(messages: Mapping[str, Message], query: str) -> list[dict[str, object]]:
    """The works that have a word of the query, each with its `score`, best first."""
    told = {doi: _words(one) for doi, one in messages.items()}
    often = Counter(word for one in told.values() for word in one)
    scores = {
        doi: sum(1 + math.log(len(told) / often[word]) for word in set(words(query)) & one) for doi, one in told.items()
    }
    best = sorted((doi for doi, score in scores.items() if score), key=lambda doi: (-scores[doi], doi))
    return [{**messages[doi], "score": round(scores[doi], 6)} for doi in best]


def _words(message: Message) -> set[str]:
    """The words of titles, authors and journal, the years, volume, issue and pages of a work."""
    people = [one for one in _list(message.get("author")) if isinstance(one, dict)]
    dates = [message.get(name) for name in ("issued", "published-print", "published-online")]
    years = re.findall(r"\b[12]\d{3}\b", str(dates))
    parts: list[object] = [
        *(
            one
            for name in ("title", "subtitle", "container-title", "short-container-title")
            for one in _list(message.get(name))
        ),
        *(one.get(name, "") for one in people for name in ("family", "given", "name")),
        *(message.get(name, "") for name in ("volume", "issue", "page", "article-number")),
        *years,
    ]
    return {word for part in parts for word in words(str(part))}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
