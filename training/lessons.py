"""What the model is taught: the attributes and the label of each token of each string; and their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from cluneal_lit.citations.strings import phrases
from cluneal_lit.citations.strings.attributes import attributes
from training import journals
from training.labels import labelled
from training.strings import Labelled, strings

SEEDS = (7, 8)  # of the variants
PARAMETERS = {"c1": 0.3, "c2": 0.01, "max_iterations": 65, "feature.minfreq": 3}
Lesson = tuple[list[list[str]], list[str]]  # attributes of each token, labels


def lessons(labelled_strings: Iterable[Labelled], known: phrases.Phrases) -> Iterator[Lesson]:
    """The lesson of each string that has tokens, in their order."""
    for raw, spans in labelled_strings:
        found, labels = labelled(raw, spans)
        if found.texts:
            yield attributes(found, known), labels


def taught(shared: Path) -> str:
    """The digest of all that the first model is taught; another where code, data or parameters changed it."""
    known = journals.hashed(shared / "journals")
    seen = hashlib.sha256(repr((SEEDS, PARAMETERS)).encode() + phrases.encoded(known))
    for rows, labels in lessons(strings(shared, SEEDS[0]), known):
        seen.update("\n".join(["\t".join(row) for row in (*rows, labels)]).encode())
    return seen.hexdigest()
