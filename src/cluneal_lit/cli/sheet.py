"""The page that `show` prints for people: a column of names, and what is known beside it."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit import decided, findings, identifiers
from cluneal_lit.cli import terminal
from cluneal_lit.entries.sayings import LAYERS, NOTE, Known, Saying
from cluneal_lit.folding import shortened
from cluneal_lit.formats import notices, prose
from cluneal_lit.formats.carried import READ_AS
from cluneal_lit.model import Entry, Record
from cluneal_lit.outputs import ledger, quoted, styles, words
from cluneal_lit.pipeline import differences
from cluneal_lit.pipeline.show import Citing, Sheet, Shown
from cluneal_lit.registries import spoken

COLUMN = 11  # of the names
MOST = 5  # changes and places on the screen; `--json` has them all
# The rule of docs/merging.md, as people call the sources.
_RULE = f"of each field what the first of these says: your note, {', '.join(map(spoken, LAYERS))}"
_OF_FORMATS = frozenset((READ_AS, "basis", "seed", "TY", "entrytype"))  # what formats keep of themselves
_STYLES = {"verified": "good", "mismatch": "error", "absent": "error", "unchecked": "faint"}
_STATES = {
    "here": "has a record of it",
    "absent": "has no such record",
    "merged-into": "says that it is now {}",
    "elsewhere": "says that it is registered with {}",
    "deleted": "has deleted it",
}


def works(found: Shown) -> None:
    """Print the works, one below the other."""
    if len(found.sheets) > 1:
        terminal.say(terminal.styled(several(found), "warning"))
        terminal.say()
    for place, one in enumerate(found.sheets):
        if place:
            terminal.say()
        _head(one.entry)
        _known(one)
        _ours(one)
        _cited(one.citing, one.entry)
        _told(one)
        _row("to cite it", f"[@{one.entry.key}], or `cluneal-lit show {one.entry.key} --format bibtex`")


def citations(found: Shown) -> None:
    """Print what is known of an identifier or key that is cited, and that no work has."""
    terminal.say(terminal.styled(found.name, "bold") + "  cited, but nothing is known of the work")
    for answer in found.answers:
        said = _STATES.get(answer.state, "").format(answer.to)
        _row(spoken(answer.source), f"{said}, asked {answer.day}")
    _cited(found.citing)


def several(found: Shown) -> str:
    """That an identifier is that of several works."""
    keys = ", ".join(one.entry.key for one in found.sheets)
    return f"{found.name} stands in the records of {len(found.sheets)} works: {keys}"


def _head(entry: Entry) -> None:
    terminal.say(terminal.styled(entry.key, "bold"))
    if said := words.status(entry):
        grave = "error" if notices.grave(entry.status) else "warning"
        _row("status", said, grave)
        _row("", notices.notice(entry.status), grave)
    _row("preprint", notices.published(entry), "warning")
    for akin in entry.kin:
        _row("related", akin)
    terminal.say()
    _row("", styles.vancouver(entry, told=False))
    terminal.say()
    if not said:
        clean = "no retraction, concern or correction is known"
        _row("status", "not checked for retractions yet" if entry.status.name == "unchecked" else clean)
    _row("verdict", words.verdict(entry), _STYLES.get(entry.verdict, "warning"))
    _row("also named", ", ".join(entry.aliases))


def _known(one: Sheet) -> None:
    entry = one.entry
    marked = f", whose maker marked it “{entry.basis}”" if entry.basis else ""
    _row("known from", "; ".join(map(words.source, entry.sources)) + marked)
    if any(not said.agrees for known in one.known for said in known.said):
        _row("printed", _RULE)
    for known in one.known:
        if known.field == "status" and any(not said.agrees for said in known.said):
            _row("status", _said(known))
        if label := ledger.label(known.field, entry.fields.type):
            told = _said(known) if len(entry.sources) > 1 or not _alone(known) else known.printed
            _row(label, told + (" (seen only in a text that cites the work)" if known.field in _seeds(one) else ""))
    for name in entry.ids.keys():
        kind, value = name.split(":", 1)
        _row(kind.upper() if kind != "arxiv" else "arXiv", " · ".join(filter(None, (value, identifiers.url(name)))))
    _row("types", ", ".join(entry.types))
    major = [subject.term for subject in entry.mesh if subject.major]
    mainly = f", mainly {', '.join(major)}" if major else ""
    _row("MeSH", entry.mesh and words.counted(len(entry.mesh), "heading") + mainly)
    length = sum(len(part.text.split()) for part in entry.abstract)
    _row("abstract", f"{words.counted(length, 'word')}: `cluneal-lit show {entry.key} --json`" if length else "")
    for record in one.records:
        if record.source == "library" and (held := _held(record)):
            _row("also kept", f"{record.id}: {', '.join(held)}: `cluneal-lit show {entry.key} --json`")
    for change in one.changes[-MOST:]:
        source = spoken(change.work.partition("/")[0])
        _row("changed", f"{change.day} {source}, {differences.difference(change)}")
    _more("changed", len(one.changes))


def _held(record: Record) -> list[str]:
    """By which words of its format an entry of a library keeps notes, files and the like."""
    return [name for name, value in record.custom.items() if value and name not in _OF_FORMATS]


def _seeds(one: Sheet) -> set[str]:
    """The fields that makers of libraries took from a text that cites the work, where nobody else speaks."""
    if any(record.source != "library" for record in one.records):
        return set()
    marked = [record.custom.get("seed") for record in one.records]
    return {str(name).replace("-", "_") for names in marked if isinstance(names, list) for name in names}


def _alone(known: Known) -> bool:
    """Whether one source speaks for the field, and as it is printed."""
    return len(known.said) == 1 and known.said[0].agrees and known.said[0].source.source != NOTE


def _said(known: Known) -> str:
    """The printed value and who says so; behind it what others say."""
    alike = [_source(one) for one in known.said if one.agrees]
    others = [f"{_source(one)} has {one.said}" for one in known.said if not one.agrees]
    return "; ".join((f"{known.printed} ({', '.join(dict.fromkeys(alike))})", *others))


def _source(one: Saying) -> str:
    if one.source.source == NOTE:
        return "your note"
    return spoken(one.source.source) + (f" on {one.source.day}" if one.source.day and not one.agrees else "")


def _ours(one: Sheet) -> None:
    entry, note = one.entry, one.entry.note
    if note is None:
        _row("note", f"no note yet: `cluneal-lit note {entry.key}`")
    else:
        first = prose.plain(note.text).split("\n\n")[0]
        _row("note", f"references/notes/{note.key}.md" + ("" if first else ", nothing written in it yet"))
        _row("", shortened(first, 400))
        _row("tags", ", ".join((*([note.significance] if note.significance else ()), *note.tags)))
    lists = [named.name + (f" ({item.importance})" if item.importance else "") for named, item in one.lists]
    _row("lists", "; ".join(lists))


def _cited(cited: Iterable[Citing], entry: Entry | None = None) -> None:
    cited = tuple(cited)
    for one in cited[:MOST]:
        citation, name = one.citation, one.verdict.name if one.verdict else "numbered marker"
        place = words.address(citation.document, citation.place)
        means = [key for key in one.works if entry is None or key != entry.key]
        also = f", {'also' if entry else 'leads to'} {', '.join(means)}" if means else ""
        _row("cited in", f"{place} {name}{also}", _STYLES.get(name, "" if name == "numbered marker" else "warning"))
        _row("", f"“{shortened(quoted.sentence(citation), 200)}”")
        for decision in one.decisions:
            _row("", decided.told(decision), "faint")
        for finding in one.findings:
            level = findings.rule(finding).level
            _row("", f"{finding.code} {level}: {findings.message(finding)}", level)
    _more("cited in", len(cited))
    if entry and not cited:
        _row("cited in", "no document")


def _told(one: Sheet) -> None:
    for finding in one.findings:
        level = findings.rule(finding).level
        _row("finding", f"{finding.code} {level}: {findings.message(finding)}", level)


def _more(label: str, count: int) -> None:
    _row(label, f"and {count - MOST} more: `--json` has them all" if count > MOST else "")


def _row(label: str, text: object, style: str = "") -> None:
    """Print a name and what belongs to it; where there is nothing, nothing."""
    for place, line in enumerate(terminal.wrapped(str(text), COLUMN) if text else ()):
        head = terminal.styled(f"{'' if place else label:<{COLUMN}}", "faint") if label and not place else " " * COLUMN
        terminal.say((head + (terminal.styled(line, style) if style else line)).rstrip())
