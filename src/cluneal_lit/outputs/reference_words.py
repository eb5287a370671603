"""What a document's own references say in words, the same in every format."""

from __future__ import annotations

from collections.abc import Callable

from cluneal_lit import findings
from cluneal_lit.outputs import words
from cluneal_lit.outputs.references import Reference, References, Trouble

_NUMBERS = {
    "same": "The numbers are those of the document's own list.",
    "other": "The document has a numbered list of its own, with other numbers; they stand below as “no. …”.",
}


def scope(own: References) -> str:
    """How many references there are, in which order, and what their numbers are; that there is none."""
    number = len(own.cited)
    if not number:
        return "No reference was found in this document."
    told = [f"{words.counted(number, 'reference')}{', in the order in which they are cited' * (number > 1)}."]
    if own.unknown == number:
        told.append(f"{'It' if number == 1 else 'None of them'} leads to {'no' if number == 1 else 'a'} known work.")
    elif own.unknown:
        told.append(f"{own.unknown} of them {'leads' if own.unknown == 1 else 'lead'} to no known work.")
    if own.numbering:
        told.append(_NUMBERS[own.numbering])
    return " ".join(told)


def detail(reference: Reference, own: References) -> str:
    """Where a reference is cited, how it stands, and when its evidence was asked, if that is not said of all."""
    numbers = words.joined([str(number) for number in reference.numbers]) if own.numbering == "other" else ""
    told = [f"No. {numbers}"] if numbers else []
    told += [f"Cited in {where}"] if (where := words.cited_at(reference.citations)) else []
    if reference.entry:
        told.append(words.verdict(reference.entry))
        told += ["Editorial status not checked"] if reference.entry.status.name == "unchecked" else []
    else:
        told.append(f"{reference.verdict.capitalize() or 'Unchecked'}: it leads to no known work")
    asked = "" if own.one_day else words.asked_on(reference.asked)
    return " ".join([*(f"{one}." for one in told), *([asked] if asked else [])])


def trouble(found: Trouble) -> str:
    """`warning, line 51: title: the document has …`: what is wrong with a reference, without its code."""
    where = words.places(found.places)
    return f"{findings.rule(found.finding).level}{where and f', {where}'}: {findings.message(found.finding)}"


def evidence(own: References) -> str:
    """When the services were asked, if that was on one day, or that none has said anything; else empty."""
    if own.asked:
        return words.asked_on(own.asked) if own.one_day else ""
    known = len(own.cited) - own.unknown
    return f"No service has given a record of {words.counted(known, 'work')} yet." if known else ""


FILTERS: dict[str, Callable[..., str]] = {"detail": detail, "evidence": evidence, "scope": scope, "trouble": trouble}
