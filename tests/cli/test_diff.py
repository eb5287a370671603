"""What changed in the literature of a project since a day; every work is invented."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.cli.project import FINE, WORKS, answer, call, make
from tests.services import ADDRESSES, Notice, loopback

LATER = (
    replace(FINE, volume="13", notices=(Notice("Erratum", "90000011", "10.5555/invented.11", (2026, 5, 4)),)),
    *WORKS[1:],
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose first work got another volume and a correction after it was first asked about."""
    with loopback(*WORKS) as running:
        folder = make(tmp_path_factory.mktemp("changed"), running.services)
        assert call(folder, "run", "--fail-on", "never").returncode == 0
    with loopback(*LATER) as running:
        addresses = "".join(f'{name} = "{getattr(running.services, name)}"\n' for name in ADDRESSES)
        (folder / "cluneal-lit.toml").write_text(f'title = "Invented nerves"\n{addresses}', encoding="utf-8")
        assert call(folder, "refresh", "--all").returncode == 0
    return folder


def test_what_became_of_works_is_told_before_details_and_once_for_all_sources(changed: Path) -> None:
    today = datetime.now(UTC).date().isoformat()
    said = call(changed, "diff")
    assert said.stdout.splitlines() == [
        "newly corrected",
        "  quimby2019 An invented trial of a nerve block",
        f"    {today} correction, 2026 May 4: J Invent Med. 2026 May 4;1(1):1."
        " doi: 10.5555/invented.11. PMID: 90000011 (Crossref, PubMed)",
        "details",
        "  quimby2019 An invented trial of a nerve block",
        f"    {today} volume: 12 → 13 (Crossref, PubMed)",
        "2 changes of 1 work",
    ]
    told = answer(changed, "diff", "7d")
    assert (told["schema"], told["counts"]["corrected"], told["counts"]["retracted"]) == ("cluneal-lit/diff/1", 1, 0)
    assert [(one["kind"], one["key"], one["day"], one["status"]) for one in told["changes"]] == [
        ("corrected", "quimby2019", today, "corrected"),
        ("details", "quimby2019", today, "corrected"),
    ]


def test_what_was_seen_before_the_day_is_left_out(changed: Path) -> None:
    said = call(changed, "diff", "2999-01-01")
    assert (said.returncode, said.stdout) == (0, "nothing changed since 2999-01-01\n")
    assert answer(changed, "diff", "2999-01-01")["changes"] == []


@pytest.mark.parametrize("since", ["soon", "-1d", "2026-13-01", "d"])
def test_what_is_no_day_is_one_line(changed: Path, since: str) -> None:
    refused = call(changed, "diff", "--", since)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)


def test_a_waiver_about_a_status_ends_with_its_change_and_the_command_says_so(changed: Path) -> None:
    path = changed / "references" / "decisions.toml"
    path.write_text('waive."LIT503 quimby2019" = { on = 2020-01-01, reason = "so" }\n', encoding="utf-8")
    found = answer(changed, "check", "--select", "LIT503,LIT423")["findings"]
    assert {(one["code"], one["waived"] is None) for one in found} == {("LIT503", True), ("LIT423", True)}
    path.write_text('waive."LIT503 quimby2019" = { on = 2999-01-01, reason = "so" }\n', encoding="utf-8")
    found = answer(changed, "check", "--select", "LIT503,LIT423")["findings"]
    assert {(one["code"], one["waived"]["on"]) for one in found} == {("LIT503", "2999-01-01")}
    path.unlink()
