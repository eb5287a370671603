"""`check --links` and `check URL`, against a web on the loopback interface; every page is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import call
from tests.web import Said, Web, served

MOVED = {"Location": "/fine"}
PAGES = {
    "/fine": Said(),
    "/gone": Said(410),
    "/refused": Said(403),
    "/often": Said(429),
    "/down": Said(503),
    "/moved": Said(301, headers=MOVED),
    "/elsewhere": Said(302, headers=MOVED),
    "/moved-and-gone": Said(301, headers={"Location": "/gone"}),
    "/round": Said(302, headers={"Location": "/round"}),
    "/without-head": Said(to_head=405),
    "/wrong-head": Said(to_head=404),
    "/inside": Said(302, headers={"Location": "http://127.0.0.9:9/metadata"}),
    "/page": Said(
        body='<p>Café PMID: 90000001, <a href="gone">here</a>.</p>'.encode("latin-1"),
        headers={"Content-Type": "text/html; charset=iso-8859-1"},
    ),
    "/to-page": Said(302, headers={"Location": "/page"}),
    "/picture": Said(body=b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}),
}


@pytest.fixture
def web() -> Iterator[Web]:
    with served(PAGES) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "works.json").write_text("[]", encoding="utf-8")
    return tmp_path


def check(folder: Path, *arguments: str, crossref: str = "") -> tuple[Any, int, str]:
    """The answer, the exit code and what was said beside it."""
    environment = {"NO_PROXY": "127.0.0.1", **({"CLUNEAL_LIT_CROSSREF": crossref} if crossref else {})}
    told = call(folder, "check", *arguments, "--catalogue", "works.json", "--json", **environment)
    return json.loads(told.stdout or "null"), told.returncode, told.stderr


def found(answer: Any) -> list[tuple[str, int, int, str]]:
    return [(one["code"], one["line"], one["column"], one["message"]) for one in answer["findings"]]


def test_only_what_is_gone_is_broken_and_moves_for_good_are_notes(folder: Path, web: Web) -> None:
    at = web.address
    lines = [
        f"[fine]({at}/fine#part) and <{at}/gone>, ({at}/nowhere).",
        f"{at}/refused {at}/often {at}/down {at}/round {at}/inside",
        f"{at}/moved {at}/elsewhere {at}/moved-and-gone {at}/without-head {at}/wrong-head {at}/nowhere.",
        "Not asked: http://127.0.0.9:9/secret, http://169.254.169.254/latest, http://localhost:9/.",
    ]
    (folder / "page.md").write_text("\n\n".join(lines), encoding="utf-8")
    answer, code, said = check(folder, "page.md", "--links", crossref=at)
    host = at.removeprefix("http://")
    assert found(answer) == [
        ("LIT107", 1, lines[0].index("<") + 1, f"{at}/gone leads nowhere: {host} says HTTP 410"),
        ("LIT107", 1, lines[0].index(", (") + 4, f"{at}/nowhere leads nowhere: {host} says HTTP 404"),
        ("LIT108", 5, 1, f"{at}/moved has moved for good to {at}/fine"),
        (
            "LIT107",
            5,
            lines[2].index(f"{at}/moved-and") + 1,
            f"{at}/moved-and-gone leads nowhere: {host} says HTTP 410",
        ),
        ("LIT107", 5, lines[2].index(f"{at}/nowhere") + 1, f"{at}/nowhere leads nowhere: {host} says HTTP 404"),
    ]
    assert (code, "of 16 links 8 cannot be told, which is no finding:" in said) == (0, True)


def test_a_document_leads_into_no_network_of_ones_own(folder: Path, web: Web) -> None:
    (folder / "page.md").write_text(f"{web.address}/fine {web.address}/gone", encoding="utf-8")
    answer, code, said = check(folder, "page.md", "--links")
    assert (answer["findings"], code, web.asked) == ([], 0, [])
    assert "stands in a network of its own" in said


def test_links_are_followed_only_where_that_is_asked_for(folder: Path, web: Web) -> None:
    (folder / "page.md").write_text(f"{web.address}/gone", encoding="utf-8")
    assert (check(folder, "page.md", crossref=web.address)[0]["findings"], web.asked) == ([], [])


@pytest.mark.parametrize("other", ["--offline", "--store"])
def test_links_need_a_network_and_documents(folder: Path, other: str) -> None:
    told = call(folder, "check", "--links", other)
    assert (told.returncode, told.stderr.count("\n"), "leave --links out" in told.stderr) == (2, 1, True)


def test_a_page_is_checked_like_a_file_and_named_by_its_address(folder: Path, web: Web) -> None:
    at = web.address
    for path in ("/page", "/to-page"):
        answer, code, _ = check(folder, f"{at}{path}")
        assert [(one["document"], one["line"], one["column"], one["code"]) for one in answer["findings"]] == [
            (f"{at}{path}", 1, 9, "LIT202")
        ]
        assert code == 1
    assert [one for one in web.asked if one != "GET /page"] == ["GET /to-page"]


def test_the_links_of_a_page_are_those_beside_it(folder: Path, web: Web) -> None:
    answer, _, _ = check(folder, f"{web.address}/page", "--links")
    assert [(one["code"], one["column"]) for one in answer["findings"]] == [("LIT202", 9), ("LIT107", 40)]


@pytest.mark.parametrize(
    ("path", "reason", "do"),
    [
        ("/nowhere", "says HTTP 404", "Check the address."),
        ("/refused", "says HTTP 403", "Save the page from your browser, and name the file."),
        ("/often", "says HTTP 429", "Try again later."),
        ("/down", "says HTTP 503", "Try again later."),
        ("/round", "it redirects too often", "Check the address."),
        (
            "/inside",
            "127.0.0.9:9 stands in a network of its own, which no document leads into",
            "Check the address, or try again later.",
        ),
        ("/picture", "is a picture, which is not read", "Make the file readable, or leave it out."),
    ],
)
def test_a_page_that_cannot_be_had_is_one_finding(folder: Path, web: Web, path: str, reason: str, do: str) -> None:
    answer, code, _ = check(folder, f"{web.address}{path}")
    ((told, _, _, message),) = found(answer)
    assert (told, reason in message, answer["findings"][0]["do"], code) == ("LIT101", True, do, 2)


def test_a_page_offline_is_one_line(folder: Path) -> None:
    told = call(folder, "check", "https://page.example/a", "--offline")
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)


def test_an_address_with_a_password_is_refused_and_not_repeated(folder: Path) -> None:
    done = call(folder, "check", "https://ada:secret@clinic.example/a")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "name or password" in done.stderr
    assert "secret" not in done.stderr


def test_a_waiver_of_a_link_holds_though_links_are_not_followed(folder: Path, web: Web) -> None:
    (folder / "cluneal-lit.toml").write_text(f'documents = ["page.md"]\ncrossref = "{web.address}"\n', encoding="utf-8")
    (folder / "page.md").write_text(f"Invented: {web.address}/gone", encoding="utf-8")

    def checked(*arguments: str) -> list[tuple[str, bool]]:
        told = json.loads(call(folder, "check", "--json", *arguments, NO_PROXY="127.0.0.1").stdout)["findings"]
        return [(one["id"], one["waived"] is not None) for one in told]

    ((name, waived),) = checked("--links")
    assert (call(folder, "waive", name, "--reason", "invented").returncode, waived) == (0, False)
    assert (checked("--links"), checked()) == ([(name, True)], [])
