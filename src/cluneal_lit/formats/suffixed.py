"""Names with what stands behind the given names: `Petri, William A., Jr`, `Smith, Ann, MD, PhD`, `Souza, José, Filho`.

RIS and EndNote write `Last, First, Suffix`. A third part is a suffix only where it is a word of this table, for a list
of family names, `Isu, Kim, Lee`, looks the same; degrees that are family names too (`MA`, `DO`) are left out.
"""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit import names
from cluneal_lit.folding import one_line
from cluneal_lit.model import Name

_GENERATIONS = "V VI VII VIII 1st 5th 6th 7th Filho Neto Sobrinho Junior Júnior Senior fils père"
_DEGREES = (
    "MD PhD DPhil DrPH ScD DSc MSc BSc MPH MBA MBBS MBChB MS BS BA RN NP DC PT DPT DDS DMD DVM PharmD EdD PsyD JD"
    " FRCS FRCP FRCR FRACS FACS FACP CBE OBE MBE"
)
_ORDERS = "SJ OP OFM OSB Esq St"
_KNOWN = frozenset((*_GENERATIONS.split(), *_DEGREES.split(), *_ORDERS.split()))


def is_suffix(written: str) -> bool:
    """Whether a text is one suffix that readers know, or several with commas between them."""
    return all(_is_one(part.strip().replace(".", "")) for part in written.split(","))


def without(written: str) -> str:
    """`Smith, Ann` of `Smith, Ann, MD`; a text that has no such suffix as it is."""
    family, given, *rest = (*written.split(",", 2), "", "")
    return f"{family},{given}" if rest[0] and given.strip() and is_suffix(rest[0]) else written


def parse(written: str) -> Name:
    """The person as `names.parse` reads it, with a suffix of the table behind the second comma."""
    head = without(written)
    suffix = one_line(written[len(head) + 1 :])
    if not suffix or suffix.rstrip(".").lower() in names.SUFFIXES:
        return names.parse(written)
    family, _, given = head.partition(",")
    return Name(one_line(family), one_line(given), suffix=suffix)


def inverted(name: Name) -> str:
    """The name as `names.inverted` has it; a suffix that no reader knows behind the given names without a comma, which
    would make several people of it."""
    return names.inverted(told(name))


def told(name: Name) -> Name:
    """The name as it is read again from what `inverted` writes."""
    if not name.suffix or name.literal or is_suffix(name.suffix):
        return name
    return replace(name, given=f"{name.given} {name.suffix.replace(',', '')}".strip(), suffix="")


def _is_one(part: str) -> bool:
    return part in _KNOWN or part.lower() in names.SUFFIXES
