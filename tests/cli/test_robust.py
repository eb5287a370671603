"""What stops a refresh leaves a store that reads, and what is secret stays so; every work is invented."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from msgspec.structs import replace

from cluneal_lit.store.audit import audited
from tests.cli.project import WORKS, call, files, make
from tests.services import ADDRESSES, Loopback, Work, loopback

MANY = tuple(
    Work(
        title=f"Invented work {number}",
        pmid=str(91000000 + number),
        doi=f"10.5555/many.{number}",
        authors=("Quimby, Ada",),
        journal="Journal of Invented Medicine",
        year=2019,
        volume=str(number),
    )
    for number in range(20)
)
CITED = "".join(f"See PMID: {work.pmid}.\n" for work in MANY) + "See PMID: 90000099.\n"
INTERRUPTED = {"LIT306", "LIT313"}
PROGRAM = "import sys\nfrom cluneal_lit.cli import main\nsys.exit(main(sys.argv[1:]))\n"


@pytest.fixture(scope="module")
def service() -> Iterator[Loopback]:
    with loopback(*MANY, latency=0.01) as running:
        yield running


def store(project: Path) -> dict[str, bytes]:
    """The store, byte by byte; what changed as a set of lines, since answers come in any order."""
    found = {name: content for name, content in files(project / "references").items() if "documents" not in name}
    lines = found.get("changes.jsonl", b"").splitlines(True)
    return {**found, "changes.jsonl": b"".join(sorted(lines))}


def codes(project: Path) -> set[str]:
    return {finding.code for finding in audited(project).findings}


def point(project: Path, service: Loopback) -> None:
    """Let the project ask these services."""
    path = project / "cluneal-lit.toml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(ADDRESSES)]
    lines += [f'{name} = "{getattr(service.services, name)}"' for name in ADDRESSES]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def killed(project: Path, service: Loopback, wait: float, *arguments: str) -> bool:
    """Start a refresh and kill it so long after its first question; whether it was still at work."""
    before = len(service.requests)
    process = subprocess.Popen(
        [sys.executable, "-m", "cluneal_lit", "refresh", *arguments],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while len(service.requests) == before and process.poll() is None:
        time.sleep(0.002)
    time.sleep(wait)
    process.kill()
    return process.wait(20) == -signal.SIGKILL


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, service: Loopback) -> tuple[dict[str, bytes], float]:
    """The store of a refresh that nothing stopped, and how long it took from its first question on."""
    project = make(tmp_path_factory.mktemp("undisturbed"), service.services, CITED)
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "cluneal_lit", "refresh"], cwd=project, stdout=subprocess.DEVNULL)
    before = len(service.requests)
    while len(service.requests) == before and process.poll() is None:
        started = time.monotonic()
        time.sleep(0.002)
    assert process.wait(60) == 0
    return store(project), time.monotonic() - started


def test_a_refresh_killed_at_any_moment_leaves_a_store_that_reads_and_the_next_ends_as_if_nothing_had_been(
    tmp_path: Path, service: Loopback, undisturbed: tuple[dict[str, bytes], float]
) -> None:
    whole, lasted = undisturbed
    struck, seed = 0, random.Random(8)
    for moment in range(8):
        project = make(tmp_path / str(moment), service.services, CITED)
        struck += killed(project, service, lasted * (moment + seed.random()) / 10)
        assert codes(project) <= INTERRUPTED
        assert call(project, "refresh").returncode == 0
        assert (store(project), codes(project)) == (whole, set())
    assert struck  # else every refresh had ended before


@pytest.mark.parametrize("moment", range(3))
def test_a_kill_while_records_change_loses_nothing_either(
    tmp_path: Path, service: Loopback, undisturbed: tuple[dict[str, bytes], float], moment: int
) -> None:
    make(tmp_path, service.services, CITED)
    call(tmp_path, "refresh")
    before = store(tmp_path)
    with loopback(*(replace(work, volume=f"{work.volume}a") for work in MANY), latency=0.01) as later:
        point(tmp_path, later)
        killed(tmp_path, later, undisturbed[1] * (moment + random.Random(moment).random()) / 4, "--all")
        # Between a changed record and its line the file is another one than the lock says.
        assert codes(tmp_path) <= {*INTERRUPTED, "LIT311"}
        assert call(tmp_path, "refresh", "--all").returncode == 0
    assert codes(tmp_path) == set()
    changes = [json.loads(line) for line in store(tmp_path)["changes.jsonl"].splitlines()]
    assert sorted(change["work"] for change in changes if change["field"] == "volume") == sorted(
        f"{source}/{name}"
        for work in MANY
        for source, name in (("crossref", f"doi:{work.doi}"), ("pubmed", f"pmid:{work.pmid}"))
    )
    assert store(tmp_path).keys() == before.keys()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("limit", [0, 100, 700, 5000])
def test_no_room_for_a_file_is_one_line_and_a_store_that_reads(
    tmp_path: Path, service: Loopback, undisturbed: tuple[dict[str, bytes], float], limit: int
) -> None:
    make(tmp_path, service.services, CITED, cache=False)
    limited = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n{PROGRAM}"
    told = subprocess.run(
        [sys.executable, "-c", limited, "refresh"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    said = [line for line in told.stderr.splitlines() if "cannot be written: file too large" in line]
    assert (told.returncode, len(said), "Traceback" in told.stderr) == (2, 1, False)
    assert told.stderr.splitlines()[-1] == said[0]
    assert codes(tmp_path) <= INTERRUPTED
    assert call(tmp_path, "refresh").returncode == 0
    assert (store(tmp_path), codes(tmp_path)) == (undisturbed[0], set())


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk with so much room; skips where none can be had."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may make a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody make a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_one_line_and_a_store_that_reads(tmp_path: Path, service: Loopback) -> None:
    with small_disk(tmp_path, "160k") as disk:
        make(disk, service.services, CITED, cache=False)
        told = call(disk, "refresh")
        assert (told.returncode, told.stderr.count("no space left on device")) == (2, 1)
        assert ("Traceback" in told.stderr, codes(disk) <= INTERRUPTED) == (False, True)


WITHOUT_SOCKETS = f"""
import os, sys
def told(event, _):
    if event.startswith("socket."):
        os.write(2, b"a socket")
        os._exit(97)
sys.addaudithook(told)
{PROGRAM}"""


def without_sockets(project: Path, *arguments: str) -> int:
    command = [sys.executable, "-c", WITHOUT_SOCKETS, *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, timeout=120, check=False).returncode


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose store holds some of what it cites, the rest unasked."""
    with loopback(*WORKS) as running:
        project = make(tmp_path_factory.mktemp("known"), running.services)
        call(project, "run")
    document = project / "references" / "documents" / "more.md"
    document.write_text("See PMID: 90000077 and doi: 10.5555/unasked.\n", encoding="utf-8")
    return project


@pytest.mark.parametrize(
    "arguments",
    [
        "run --offline",
        "run --offline --all",
        "refresh --offline",
        "check",
        "check --store",
        "build",
        "build --check",
        "show quimby2019",
        "scan",
        "note quimby2019",
        "prune --yes",
        "explain LIT301",
        "run --frozen",
        "refresh --frozen",
        "doctor",
    ],
)
def test_no_socket_is_opened(known: Path, arguments: str) -> None:
    assert without_sockets(known, *arguments.split()) in ((2,) if "--frozen" in arguments else (0, 1))


def test_a_socket_would_be_seen(known: Path) -> None:
    assert without_sockets(known, "refresh") == 97


EMAIL, KEY = "somebody.secret@example.org", "5ec4e7c0ffee5ec4e7c0ffee5ec4e7c0ffee"
ECHO = f"{KEY} of {EMAIL} ({quote(EMAIL, safe='')}) is not valid"
FAULTS = ("html", "empty", "json", "ratelimit", "truncated", "cut", "bomb", "redirect", "refuse")
ECHOES = (400, 401, 403, 404, 429, 500, 503)


SECRETS = {"CLUNEAL_LIT_EMAIL": EMAIL, "NCBI_API_KEY": KEY}


def failed(folder: Path, fault: str | int) -> tuple[subprocess.CompletedProcess[str], str, bytes]:
    """A refresh while all services fail: what it said, what was asked, and all that it, a run and its files hold."""
    with loopback(*WORKS) as failing:
        text = "PMID: 90000001, doi: 10.5555/invented.2, PMC9900001, arXiv: 2101.00001\n"
        make(folder, failing.services, text)
        path = folder / "cluneal-lit.toml"
        path.write_text(path.read_text(encoding="utf-8").replace('email = "tests@example.org"\n', ""), encoding="utf-8")
        for service in ("pubmed", "crossref", "agency", "datacite", "idconv", "deleted"):
            if isinstance(fault, int):
                failing.fault(service, status=fault, said=ECHO)
            else:
                failing.fault(service, fault)
        refreshed = call(folder, "refresh", **SECRETS)
        asked = "".join(f"{one.params}{one.headers}" for one in failing.requests)
    run = call(folder, "run", "--json", "--offline", **SECRETS)
    said = "".join((refreshed.stdout, refreshed.stderr, run.stdout, run.stderr)).encode()
    return refreshed, asked, said + b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def failures(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str | int, tuple[subprocess.CompletedProcess[str], str, bytes]]:
    """A refresh for each kind of failure, side by side, since most of it is waiting."""
    folders = {fault: tmp_path_factory.mktemp("failing") for fault in (*FAULTS, *ECHOES)}
    with ThreadPoolExecutor(8) as pool:
        return dict(zip(folders, pool.map(failed, folders.values(), folders), strict=True))


@pytest.mark.parametrize("fault", [*FAULTS, *ECHOES], ids=str)
def test_neither_key_nor_address_is_told_or_stored_however_the_services_fail(
    failures: dict[str | int, tuple[subprocess.CompletedProcess[str], str, bytes]], fault: str | int
) -> None:
    refreshed, asked, held = failures[fault]
    assert fault == "refuse" or (EMAIL in asked and KEY in asked)
    forms = (EMAIL, quote(EMAIL, safe=""), EMAIL.partition("@")[0], KEY)
    assert [secret for secret in forms if secret.encode() in held] == []
    assert "Traceback" not in refreshed.stderr
    assert refreshed.returncode == 3 or fault == 404
