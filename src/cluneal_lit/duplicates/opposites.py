"""Words of which one in the place of another makes another work."""

from __future__ import annotations

import re

# Titles of twin studies differ in one of these.
_GROUPS = (
    "men women boys girls male female males females man woman",
    "adult adults child children adolescent adolescents infant infants neonates elderly pediatric paediatric geriatric",
    "rat rats mouse mice dog dogs cat cats rabbit rabbits pig pigs monkeys human humans",
    "with without",
    "left right bilateral unilateral",
    "before after during",
    "anterior posterior lateral medial superior inferior middle proximal distal",
    "upper lower",
    "acute chronic subacute",
    "short long",
    "early late",
    "vitro vivo",
    "systolic diastolic",
    "inpatient inpatients outpatient outpatients",
    "primary secondary tertiary",
    "increased decreased high low higher lower",
    "cervical thoracic lumbar sacral",
    "neck back shoulder elbow wrist hand hip knee ankle foot",
)
_GROUP = {word: number for number, words in enumerate(_GROUPS) for word in words.split()}
_PREFIX = re.compile(r"(hyper|hypo|inter|intra|extra|pre|post|macro|micro|mono|poly|uni|bi)(?=\w{3})")


def opposed(one: str, other: str) -> bool:
    """Whether two folded words are opposites: of one group, or of one stem behind opposite prefixes."""
    group = _GROUP.get(one)
    if group is not None and group == _GROUP.get(other) and one != other:
        return True
    first, second = _PREFIX.match(one), _PREFIX.match(other)
    return bool(first and second and first[1] != second[1] and one[first.end() :] == other[second.end() :])
