"""The few works, among many, that a reference can mean."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from cluneal_lit.citations.matching.cited import Cited
from cluneal_lit.keys import keys, string_keys
from cluneal_lit.model import Record

_CANDIDATES = 12
_NEAR = 0.35  # of what the nearest shares; of 2,700 references to works among 6,000 and 100,000 none had less than 0.8
_LOOKED_AT = 4000  # works behind keys, the rarest keys first: those that many works share say little


class Blocks:
    """Works by blocking key, and by identifier."""

    def __init__(self, works: Iterable[tuple[str, Iterable[Record]]]) -> None:
        self._names: list[str] = []
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        for place, (name, records) in enumerate(works):
            self._names.append(name)
            for key in {key for record in records for key in (*keys(record.fields), *record.ids.keys())}:
                self._by_key[key].append(place)

    def candidates(self, cited: Cited, ids: Iterable[str] = ()) -> list[str]:
        """The works that share most with a reference, rare keys counting more; those of its identifiers first."""
        wanted = dict.fromkeys((*keys(cited.fields), *string_keys(cited.tokens)))
        shared: defaultdict[int, float] = defaultdict(float)
        looked_at = 0
        for places in sorted(filter(None, (self._by_key.get(key) for key in wanted)), key=len):
            looked_at += len(places)
            if shared and looked_at > _LOOKED_AT:
                break
            weight = math.log(1 + len(self._names) / len(places))
            for place in places:
                shared[place] += weight
        least = _NEAR * max(shared.values(), default=0.0)
        near = ((-weight, place) for place, weight in shared.items() if weight >= least)
        named = [place for name in ids for place in self._by_key.get(name, ())]
        best = dict.fromkeys((*named, *(place for _, place in sorted(near)[:_CANDIDATES])))
        return [self._names[place] for place in best]
