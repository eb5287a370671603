"""`doctor`: whether this machine, this project and, with `--probe`, the services are as the program expects them."""

from __future__ import annotations

import argparse
import os
import platform
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from urllib.request import getproxies

import msgspec

from cluneal_lit import __version__
from cluneal_lit.cli import answers, days, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError
from cluneal_lit.outputs import words
from cluneal_lit.pipeline.doctor import Seen, seen
from cluneal_lit.pipeline.probing import Probing, probe
from cluneal_lit.sources.probes import VERDICTS
from cluneal_lit.store import files
from cluneal_lit.store.writer import writer

HOLDS, BROKEN, UNASKED = VERDICTS
_STYLES = {"ok": "good", "todo": "warning", "wrong": "error", HOLDS: "good", BROKEN: "error", UNASKED: "warning"}
_WIDTH = 10  # of the names of what was looked at


def main(options: argparse.Namespace) -> int:
    """Say what is in order and what to do; 1 for what is wrong or no longer holds, 3 for a service that is silent."""
    project = work.project(options)
    looked = (*_machine(), *seen(project))
    if not options.json:
        _say(looked)
    probed = _probed(project) if options.probe else None
    if options.json:
        terminal.answer(_answer(looked, probed))
    elif probed:
        _tell(project, probed)
    return _exit_code(looked, probed)


def _machine() -> Iterator[Seen]:
    """The program, its libraries, and what is optional."""
    yield Seen("program", "ok", f"cluneal-lit {__version__}")
    yield Seen("Python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _libraries()
    editor = any(os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    yield Seen("editor", "ok", "set" if editor else "not set; `note` prints the path of a note in place of opening it")
    proxied = any(name in getproxies() for name in ("https", "http", "all"))
    yield Seen("proxy", "ok", "set; the services are asked through it" if proxied else "none")


def _libraries() -> Seen:
    try:
        required = [one.split(";")[0] for one in metadata.requires("cluneal-lit") or () if "extra ==" not in one]
    except metadata.PackageNotFoundError:
        return Seen("libraries", "todo", "not known; the program is not installed", "Install it: `pip install .`.")
    names = sorted(one.partition(">")[0].strip() for one in required)
    missing = [name for name in names if not _version(name)]
    if missing:
        return Seen("libraries", "wrong", f"missing: {', '.join(missing)}", "Install the program again.")
    return Seen("libraries", "ok", ", ".join(f"{name} {_version(name)}" for name in names))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _probed(project: Project) -> Probing:
    """Ask the services. Raises ConfigError where there is no project to keep the answers in."""
    if project.file is None:
        raise ConfigError(
            f"{project.root} is no project, and answers are kept in one: call `cluneal-lit init`, or name one by -C"
        )
    # One at a time, as for every run: two of them would together ask faster than the services allow.
    with writer(project.root, terminal.progress):
        return probe(project, lambda: work.network(project), days.today().isoformat())


def _say(looked: tuple[Seen, ...]) -> None:
    for one in looked:
        state = terminal.styled(f"{one.state:<5}", _STYLES[one.state])
        terminal.say(f"{state} {one.name:<{_WIDTH}} {one.said}")
        if one.do:
            terminal.say(f"      {'':<{_WIDTH}} {terminal.styled(one.do, 'faint')}")


def _tell(project: Project, probed: Probing) -> None:
    terminal.say()
    for one in probed.statements:
        terminal.say(f"{one.number:<4} {terminal.styled(one.verdict, _STYLES[one.verdict])}: {one.says}")
        if one.came:
            terminal.say(f"     {one.came}")
    counts = Counter(one.verdict for one in probed.statements)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict])
    terminal.say()
    terminal.say(f"{words.counted(probed.asked, 'request')}; of {len(probed.statements)} statements: {told}")
    terminal.say(f"the answers, without your e-mail address and key, for a report: {_shown(project, probed)}")


def _answer(looked: tuple[Seen, ...], probed: Probing | None) -> answers.Json:
    answer: answers.Json = {"schema": "cluneal-lit/doctor/1", "checks": msgspec.to_builtins(looked), "probe": None}
    if probed:
        folder = files.shown(probed.folder.as_posix())
        answer["probe"] = {
            "folder": folder,
            "asked": probed.asked,
            "statements": msgspec.to_builtins(probed.statements),
        }
    return answer


def _exit_code(looked: tuple[Seen, ...], probed: Probing | None) -> int:
    verdicts = {one.verdict for one in probed.statements} if probed else set()
    if BROKEN in verdicts or any(one.state == "wrong" for one in looked):
        return work.FOUND
    return work.INCOMPLETE if UNASKED in verdicts else 0


def _shown(project: Project, probed: Probing) -> str:
    """The folder from the project's own."""
    return files.shown(probed.folder.relative_to(project.root).as_posix())
