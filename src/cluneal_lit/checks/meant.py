"""Which identifier was meant by one that is wrong: that of the work that the text means, or one that is a slip away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

from cluneal_lit.checks.case import Case
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.formats import notices
from cluneal_lit.late import late
from cluneal_lit.model import Asked, Resolution, Work
from cluneal_lit.registries import absent, heard

# What readers copy along with a DOI: the version of a preprint, the page at the publisher, a file's suffix.
_TAIL = late(
    r"(?:/(?:full|abstract|pdf|epdf|html|meta|suppl\w*)|\.(?:full|abstract|pdf|html?)(?:\.pdf|\+html)?|/?v\d{1,2}"
    r"|[.,;:)\]}>]+|(?:pmid|pmc|doi|epub)\W?.*)$",
    re.IGNORECASE,
)
_PREFIX = {"pmid": "", "pmcid": "PMC"}
_OWN = {"title", "author"}  # what a text must share with the work of the identifier beside a wrong one
_LONG_ENOUGH = 6  # characters of an identifier of which another is a slip away by no accident


def instead(name: str, resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked]) -> tuple[str, str]:
    """The identifier that was meant by a wrong one, and in words what the slip is; both empty where nobody can say.

    It is one of the work that the text means, be that the work of another identifier beside it; without such a text
    one that differs by a slip alone.
    """
    key = resolution.near or (resolution.works[0] if len(resolution.works) == 1 else "")
    if key and _is_by_text(resolution):
        return _of_work(name, works[key], lock)
    if resolution.near and (nearest := _of_work(name, works[resolution.near], lock)) and slip(name, nearest[0]):
        return nearest  # the text alone does not say surely that it is that work's
    if (beside := _beside(name, resolution, works, lock))[0]:
        return beside
    found = near(name, resolution, lock)
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _is_by_text(resolution: Resolution) -> bool:
    """Whether the text is surely that of a work, the one to which an identifier leads or another."""
    return resolution.how == "text" or (resolution.how == "id" and bool(resolution.near))


def _beside(name: str, resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked]) -> tuple[str, str]:
    """The identifier of the same kind that the work of an identifier beside it has, and why, where title and first
    author of the text are that work's too."""
    cited = resolution.citation.fields
    if resolution.how != "id" or len(resolution.works) != 1 or not (cited.title and cited.author):
        return "", ""
    work = works[resolution.works[0]]
    right = next((one for one in resolution.ids.keys() if one in work.names), "")
    other = next((one for one in work.ids.keys() if one.partition(":")[0] == name.partition(":")[0]), "")
    if not right or other in ("", name) or absent(other, lock) or _OWN & _differing(resolution, works, lock):
        return "", ""
    return other, slip(name, other) or f"the text and {right} are that work's"


def _differing(resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked]) -> set[str]:
    return {comparison.field for comparison, _ in disagreements(resolution, works, lock)}


def near(name: str, resolution: Resolution, lock: Mapping[str, Asked]) -> dict[str, str]:
    """The identifiers that exist and of which a wrong one may be a slip, with the slip in words."""
    cited = resolution.citation.fields
    variants = (*_variants(name), *(() if cited.title or cited.author else _known(name, lock)))
    return {other: said for other in variants if _exists(other, lock) and (said := slip(name, other))}


def question(other: str, why: str) -> str:
    """The question whether another identifier was meant, behind what is said about a wrong one; empty without one."""
    return f"; did you mean {other} ({why})?" if other else ""


def said(name: str, resolution: Resolution, case: Case, *, of_text: bool = False) -> dict[str, str]:
    """The values of a finding about a wrong identifier: `meant`, a question, and what to `do` if it is answered.

    `of_text`: only what the text says is asked about, since the identifier itself exists. Where the text is surely that
    of a work whose identifier is a slip away, `instead` is that, unless the work was retracted, for a person to see.
    """
    other, why = instead(name, resolution, case.works, case.lock) if resolution.near or not of_text else ("", "")
    if not other:
        return {"meant": ""}
    if gone := _taken_back(other, resolution, case):
        do = f"Look whether that work is meant, which was {gone}; cite it by {other} only as that."
        return {"meant": question(other, f"{why}; that work was {gone}"), "do": do}
    certain = {"instead": other} if _is_certain(name, other, resolution, case) else {}
    return {"meant": question(other, why), "do": f"Write {other}, if that is the work that is meant.", **certain}


def _taken_back(name: str, resolution: Resolution, case: Case) -> str:
    """What became of the work with this identifier, where it was retracted or doubted, in words; else nothing."""
    entries = (case.entries[key] for key in (resolution.near, *resolution.works) if key in case.entries)
    status = next((entry.status.name for entry in entries if name in entry.ids.keys()), "")
    words = {"concern": "met with an expression of concern", "partially-retracted": "partially retracted"}
    return words.get(status, status if status in notices.RETRACTED else "")


def _is_certain(name: str, other: str, resolution: Resolution, case: Case) -> bool:
    """Whether another identifier can be written without asking: the text surely is that of its work, and it is a slip
    away, or the work is that of an identifier beside a dead one, and nothing in the text is otherwise."""
    if other.partition(":")[0] != name.partition(":")[0]:
        return False
    if _is_by_text(resolution):
        return bool(slip(name, other))
    beside, _ = _beside(name, resolution, case.works, case.lock)
    return beside == other and not _differing(resolution, case.works, case.lock)


def slip(name: str, other: str) -> str:
    """What is wrong with an identifier if another one is meant, in words; empty for what is no slip."""
    kind, _, value = name.partition(":")
    right, _, meant = other.partition(":")
    if kind != right:
        return f"it is a {right.upper()}" if _digits(value) == _digits(meant) else ""
    if value.startswith(meant):
        return f"“{value[len(meant) :]}” stands behind it"
    if meant.startswith(value):
        return f"its end “{meant[len(value) :]}” is missing"
    if min(len(value), len(meant)) < _LONG_ENOUGH or OSA.distance(value, meant) != 1:
        return ""
    if sorted(value) == sorted(meant):
        return "two characters are swapped"
    return "one character is another" if len(value) == len(meant) else "one character is missing or too many"


def _of_work(name: str, work: Work, lock: Mapping[str, Asked]) -> tuple[str, str]:
    """The identifier of a work that may stand for another, which no registry denies, and why."""
    kind = name.partition(":")[0]
    others = (other for other in work.names if other != name and not absent(other, lock))
    ordered = sorted(others, key=lambda other: (_unlike(name, other), not other.startswith(f"{kind}:")))
    return next(((other, slip(name, other) or "the text is that work's") for other in ordered), ("", ""))


def _unlike(name: str, other: str) -> int:
    """0 for the same number under another kind, 1 for a slip away, 2 for all else."""
    return 0 if slip(name, other).startswith("it is a ") else 1 if slip(name, other) else 2


def _variants(name: str) -> Iterator[str]:
    """The identifiers that a wrong one, which stands alone, may be a slip of."""
    kind, _, value = name.partition(":")
    if kind == "doi":
        yield from (f"doi:{cut}" for cut in _shortened(value))
        return
    digits = _digits(value)
    if kind not in _PREFIX or not digits:
        return
    yield f"pmcid:PMC{digits}" if kind == "pmid" else f"pmid:{digits}"
    for at in range(len(digits) - 1):
        yield f"{kind}:{_PREFIX[kind]}{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}"
    for at in range(len(digits)):
        yield from (f"{kind}:{_PREFIX[kind]}{digits[:at]}{digit}{digits[at + 1 :]}" for digit in "0123456789")


def _known(name: str, lock: Mapping[str, Asked]) -> Iterator[str]:
    """The DOIs that the collection knows under the same prefix: no service says which begin with what was cut short."""
    prefix, slash, _ = name.partition("/")
    if name.startswith("doi:"):
        yield from (line.id for line in lock.values() if line.state == "here" and line.id.startswith(prefix + slash))


def _shortened(doi: str) -> Iterator[str]:
    """A DOI without what may have been copied along with it, one piece after the other."""
    while (found := _TAIL.search(doi)) and found.start() > 7:
        doi = doi[: found.start()]
        yield doi


def _digits(value: str) -> str:
    return value.removeprefix("PMC")


def _exists(name: str, lock: Mapping[str, Asked]) -> bool:
    return heard(name, lock) and not absent(name, lock)
