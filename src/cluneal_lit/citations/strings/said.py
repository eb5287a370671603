"""Which cues of a kind of work a reference string has."""

from __future__ import annotations

from cluneal_lit.citations.strings.cues import CUES, Cue
from cluneal_lit.citations.strings.cues_of_form import CUES_OF_FORM

_ALL = (*CUES, *CUES_OF_FORM)
_NAMED = {name: tuple(cue for cue in _ALL if cue.name == name) for name in dict.fromkeys(cue.name for cue in _ALL)}


class Said:
    """The cues of a reference string, by name; each is sought when it is asked for."""

    def __init__(self, text: str, title: str) -> None:
        self._whole = text.lower()
        self._beside = self._whole.replace(title.lower(), " ", 1) if title else self._whole

    def __contains__(self, name: str) -> bool:
        return any(_stands(cue, self._beside if cue.beside else self._whole) for cue in _NAMED[name])


def _stands(cue: Cue, text: str) -> bool:
    return any(word in text for word in cue.near) and cue.pattern.search(text) is not None
