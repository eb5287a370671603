"""The program in processes that hold its modules already, so that a call costs its own work and not the start.

A server imports the program and forks for each call; the child takes the arguments, the folder, the environment and the
streams of that call and goes the program's own way to its exit. Nothing that a call does is left for the next.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cache
from itertools import cycle
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import cluneal_lit

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 120
# Windows has no fork, and one of macOS may crash in its own libraries.
_FORKS = sys.platform == "linux"
# What Python itself reads when it starts.
_START = ("PYTHON", "LC_", "LANG")
_STREAMS = (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY | os.O_CREAT), ("stderr", os.O_WRONLY | os.O_CREAT))
_taken = Lock()


def run(
    arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """What the program answers to these arguments in a folder, with these bytes on its standard input.

    A call that runs beside another has a process of its own, and so has one whose Python would start otherwise.
    """
    forks = _FORKS and _at_start(environment) == _at_start(os.environ)
    if not forks or not _taken.acquire(blocking=False):
        return alone(arguments, folder, environment, given)
    with TemporaryDirectory() as streams:
        try:
            Path(streams, "stdin").write_bytes(given)
            server = next(_servers())
            server.send((arguments, str(folder), dict(environment), streams))
            code = server.recv()
        finally:
            _taken.release()
        out, err = (Path(streams, name).read_bytes() for name in ("stdout", "stderr"))
    return subprocess.CompletedProcess(arguments, code, out, err)


def alone(
    arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """What a process of its own answers."""
    command = (sys.executable, "-m", "cluneal_lit", *arguments)
    return subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, timeout=TIMEOUT, check=False
    )


def _at_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_START)}


@cache
def _servers() -> cycle[Connection]:
    """Two servers that take turns: sets have another order in each, as in one process and the next."""
    return cycle([_started() for _ in range(2)])


def _started() -> Connection:
    ours, theirs = Pipe()
    command = (sys.executable, "-m", __name__, str(theirs.fileno()))
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, pass_fds=(theirs.fileno(),), stdin=null, stdout=null)
    theirs.close()
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours


def _serve(calls: Connection) -> None:
    """Fork for each call and tell its exit code; returns in the children alone."""
    os.set_inheritable(calls.fileno(), False)
    _warm()
    while True:
        try:
            arguments, folder, environment, streams = calls.recv()
        except EOFError:
            os._exit(0)
        if not (child := os.fork()):
            return _become(arguments, folder, environment, streams)
        calls.send(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _warm() -> None:
    """Import every module, and read some documents, which compiles and loads what waits for its first use."""
    for module in pkgutil.walk_packages(cluneal_lit.__path__, "cluneal_lit."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    scan = importlib.import_module("cluneal_lit.pipeline.scan")
    scan.given_documents([str(ROOT / "docs" / "demo" / "references" / "documents")])
    gc.freeze()


def _become(arguments: tuple[str, ...], folder: str, environment: Mapping[str, str], streams: str) -> None:
    signal.alarm(TIMEOUT)
    for number, (name, flags) in enumerate(_STREAMS):
        os.dup2(os.open(Path(streams, name), flags), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv[1:] = arguments
    sys.path[0] = folder


def _run() -> None:
    """Run the program and exit as the interpreter does, without the time to free what dies with the process."""
    try:
        code = importlib.import_module("cluneal_lit.cli").main()
    except SystemExit as left:
        code = left.code
    atexit._run_exitfuncs()
    sys.stdout.flush()
    os._exit(code or 0)


if __name__ == "__main__":
    _serve(Connection(int(sys.argv[1])))
    _run()
