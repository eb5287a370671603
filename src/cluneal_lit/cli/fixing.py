"""`check --fix`: what is certain, as a patch; with `--write` in the files as well."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from cluneal_lit import findings
from cluneal_lit.cli import answers, deciding, reporting, streams, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.findings import ON_REQUEST
from cluneal_lit.model import Finding, Place, Told
from cluneal_lit.outputs import words
from cluneal_lit.outputs.patch import Edit, applied, composed, unified
from cluneal_lit.pipeline import check, fix, source, waiving
from cluneal_lit.pipeline.check import Checked
from cluneal_lit.pipeline.fix import Fix, Proposed
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.source import Source
from cluneal_lit.pipeline.stored import Stored

SCHEMA = "cluneal-lit/fix/1"
UNWRITTEN = 2
_ROUNDS = 3  # an identifier that is mended may leave another one missing


class _Mended(Struct, frozen=True):
    """A document before and after, the fixes between, and their edits of what was before."""

    before: Source
    after: Source
    fixes: tuple[Fix, ...] = ()
    edits: tuple[Edit, ...] = ()

    def further(self, those: tuple[Fix, ...]) -> _Mended:
        """The document after these fixes too."""
        edits = tuple(edit for one in those for edit in one.edits)
        both = composed(self.edits, self.after.text, edits) if self.edits else edits
        return _Mended(self.before, self.after.changed(applied(self.after.text, edits)), (*self.fixes, *those), both)


def refuse(options: argparse.Namespace) -> None:
    """Raises ConfigError for what does not go with `--fix`, and for `--write` without it."""
    if options.write and not options.fix:
        raise ConfigError("--write writes what --fix finds; say --fix --write")
    others = {"--store": options.store, "--list-retracted": options.list_retracted, "--pairs": options.pairs}
    others |= {"--html": options.html, f"--format {options.format}": options.format in ("github", "sarif")}
    for name in (name for name, said in others.items() if said and options.fix):
        raise ConfigError(f"--fix prints a patch; leave {name} out")


def main(
    project: Project,
    options: argparse.Namespace,
    checked: Checked,
    store: Stored,
    links: tuple[Finding, ...],
    *,
    incomplete: bool,
) -> int:
    """Print the patch of what can be mended and is neither waived nor left out; with `--write` of what was written.

    The exit code is that of a check, for which what was written counts no more, and 2 where a file could not be
    written.
    """
    base = Path() if options.files else project.root
    found, none = fix.sources(checked, lambda name: base / name, None if options.catalogue else project.output)
    first = reporting.report(
        waiving.told(checked, store, deciding.today(), links), options, checked.collection.documents
    )
    changed, left = _changed(project, options, checked, store, found)
    reasons = {
        **{name: why for name, why in none.items() if name in left or name in options.files},
        **_by_hand(left, none),
    }
    refused = _written(changed) if options.write else {}
    shown = [one for one in changed if one.before.name not in refused]
    _show(shown, {**reasons, **refused}, options)
    done = {_named(each.finding) for one in shown for each in one.fixes} if options.write else set()
    counting = [one for one in first.counting if _named(one) not in done]
    return UNWRITTEN if refused else work.exit_code(project, options, counting, incomplete=incomplete)


def _written(changed: Iterable[_Mended]) -> dict[str, str]:
    """Write the documents, each on its own: by name, why some could not be written."""
    refused = {}
    for one in changed:
        try:
            source.write(one.before, one.after.text)
        except StoreError as error:
            refused[one.before.name] = str(error)
    return refused


def _changed(
    project: Project, options: argparse.Namespace, checked: Checked, store: Stored, found: Mapping[str, Source]
) -> tuple[list[_Mended], dict[str, int]]:
    """The documents that change, checked again until nothing more does, and how much the first look has to leave."""
    mended = {name: _Mended(source, source) for name, source in found.items()}
    left: dict[str, int] = {}
    for number in range(_ROUNDS):
        proposed = fix.proposed(checked, {name: one.after for name, one in mended.items()})
        left = left if number else proposed.left
        chosen = _chosen(proposed, waiving.told(checked, store, deciding.today(), proposed.findings), options)
        for name, those in chosen.items():
            mended[name] = mended[name].further(those)
        if not any(each.finding.code not in ON_REQUEST for those in chosen.values() for each in those):
            break
        checked = _again(project, options, fix.again(checked, {name: one.after for name, one in mended.items()}), store)
    return [one for one in mended.values() if one.fixes], left


def _chosen(proposed: Proposed, told: Iterable[Told], options: argparse.Namespace) -> dict[str, tuple[Fix, ...]]:
    """The fixes of findings that are neither waived nor left out."""
    wanted = {
        _named(one.finding) for one in told if one.waiver is None and reporting.is_selected(one.finding.code, options)
    }
    chosen = {
        name: tuple(one for one in those if _named(one.finding) in wanted) for name, those in proposed.fixes.items()
    }
    return {name: those for name, those in chosen.items() if those}


def _named(finding: Finding) -> tuple[str, str, Place]:
    """What tells a finding from the others of a run: one citation may stand in several places."""
    return findings.identity(finding), finding.document, finding.place


def _again(project: Project, options: argparse.Namespace, scanned: Scanned, store: Stored) -> Checked:
    """What is to be said of the documents as they would be; nobody is asked."""
    if not options.catalogue:
        return check.checked(project, scanned, store)
    from cluneal_lit.pipeline import closed

    return check.checked(project, scanned, *closed.world(Path(options.catalogue), scanned))


def _by_hand(left: Mapping[str, int], none: Mapping[str, str]) -> dict[str, str]:
    told = {name: f"{words.counted(number, 'more change')} must be made by hand" for name, number in left.items()}
    return {name: reason for name, reason in told.items() if name not in none}


def _show(changed: Sequence[_Mended], left: Mapping[str, str], options: argparse.Namespace) -> None:
    if options.json:
        terminal.answer(_answer(changed, left, written=bool(options.write and changed)))
    for one in changed if not options.json else ():
        if path := _below(one.before.path):
            streams.write(unified(path, one.before.text, one.edits, one.before.encoded))
        elif not options.write:
            terminal.progress(f"{one.before.name}: stands outside of this folder; call from above it, or say --write")
    for name, reason in left.items():
        terminal.progress(f"{name}: {reason}")
    number = sum(len(one.fixes) for one in changed)
    counted = f"{words.counted(number, 'change')} in {words.counted(len(changed), 'document')}"
    how = "; `git apply` takes them, or say --fix --write" if number and not options.write else ""
    terminal.progress(f"{counted}{' written' if number and options.write else ''}{how}")


def _below(path: Path) -> str:
    """The path seen from the working directory, as `git apply` takes it there; empty for one that is not below."""
    real, here = path.resolve(), Path.cwd().resolve()
    return real.relative_to(here).as_posix() if real.is_relative_to(here) else ""


def _answer(changed: Sequence[_Mended], left: Mapping[str, str], *, written: bool) -> answers.Json:
    fixes = [answers.finding(each.finding) for one in changed for each in one.fixes]
    unmended = [{"document": name, "reason": reason} for name, reason in left.items()]
    return {"schema": SCHEMA, "fixes": fixes, "left": unmended, "written": written}
