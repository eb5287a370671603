"""What is wrong with the entries of a BibTeX file, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cluneal_lit.formats import brought
from cluneal_lit.formats.bibtex_blocks import NO_COMMA, NO_KEY, Block
from cluneal_lit.formats.bibtex_ids import Fault
from cluneal_lit.model import Finding, Place

_REMEDIES = {
    NO_KEY: "give it one behind the brace: @article{smith2020,",
    NO_COMMA: "write @article{smith2020, title = …",
    "a field has no = or value": "write every field as name = {value},",
}


def told(block: Block, file: str, place: Callable[[int], Place], *, again: bool) -> Iterator[Finding]:
    """What is broken in a block, and what keeps it from having its key: `again`, that a block before has it."""
    start, broken = place(block.start).line, place(block.at).line
    found = [("LIT303", broken, f"{named(block)}: {reason}") for reason in _reasons(block.fault)]
    code = "LIT617" if block.fields or block.rest else "LIT303"  # of which nothing is read
    found += [(code, start, f"{named(block)}: {reason}") for reason in _reasons(block.unkeyed)]
    if again and block.key:
        found.append(("LIT617", start, brought.shared("key", block.key)))
    for code, line, reason in found:
        yield Finding(code, file, Place(line=line), block.key, values={"reason": f"line {line}: {reason}"})


def fault(block: Block) -> tuple[str, ...]:
    """What is broken in a block and what to do, in words; nothing for a whole one."""
    return (*_reasons(block.unkeyed), *_reasons(block.fault))


def _reasons(broken: str) -> tuple[str, ...]:
    return (f"{broken}; {_REMEDIES.get(broken, 'close its braces and quotes')}",) if broken else ()


def named(block: Block) -> str:
    """The entry as a message calls it."""
    return f"entry {block.key}" if block.key else f"an entry @{block.kind}"


def said(fault: Fault) -> dict[str, str]:
    """The values of a finding about what is no identifier."""
    return {"raw": fault.raw, "kind": fault.kind, "reason": fault.reason}
