"""A real browser, and the pages of an invented collection in it. Nothing is served, and no network is reached."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cluneal_lit.outputs import rendering
from cluneal_lit.store import templates as stored
from tests.outputs import gallery, test_checked
from tests.outputs.test_rendered import TEMPLATES

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make browser")

ADDRESS = "https://page.example/annotated-bibliography.html"
PAGES = {
    name: rendering.rendered(collection, stored.read([TEMPLATES])).texts["annotated-bibliography.html"]
    for name, collection in (("gallery", gallery.GALLERY), ("one", gallery.ONE), ("empty", gallery.EMPTY))
}
PAGES["check"] = test_checked.PAGE


class Opened:
    """A page that was opened, what it asked for beside itself, and what it complained of."""

    def __init__(self, context: Any, text: str, address: str) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._text, self._address = text, address
        context.route("**/*", self._answer)
        self.page = context.new_page()
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)

    def _answer(self, route: Any) -> None:
        if route.request.url == self._address:
            route.fulfill(body=self._text, content_type="text/html; charset=utf-8")
        else:
            self.requests.append(route.request.url)
            route.abort()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, as the system has it."""
    found = [path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))]
    if not found:
        pytest.skip("no Chromium is on the PATH")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found[0], args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Opened]]:
    """A function that opens a page: its name, width of the window, and options of the browser's context."""
    contexts = []

    def open_page(name: str = "gallery", width: int = 1280, address: str = ADDRESS, **options: Any) -> Opened:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **options))
        return Opened(contexts[-1], PAGES[name], address)

    yield open_page
    for context in contexts:
        context.close()
