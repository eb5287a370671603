"""A real browser, and the pages of an invented collection in it. Nothing is served, and no network is reached."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import pytest
from benchmarks import site as measured

from cluneal_lit.model import Collection
from cluneal_lit.outputs import rendering
from cluneal_lit.outputs.site import Site
from cluneal_lit.store import templates as stored
from tests.outputs import beside, gallery, test_checked
from tests.outputs.test_html import FACETS
from tests.outputs.test_rendered import TEMPLATES

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make browser")

ADDRESS = "https://page.example/index.html"


def site(collection: Collection, **options: Any) -> dict[str, str]:
    """The files of a site whose documents are all public, by their paths below `site/`."""
    site = Site(collection.documents, facets=FACETS, news=gallery.NEWS)
    made = rendering.rendered(collection, stored.read([TEMPLATES]), site=site, **options)
    assert not made.broken, made.broken
    return {name.removeprefix("site/"): text for name, text in made.texts.items() if name.startswith("site/")}


OF_GALLERY = site(gallery.GALLERY, publish_abstracts=True)
PAGES = {
    "gallery": OF_GALLERY["index.html"],
    "one": site(gallery.ONE)["index.html"],
    "many": site(gallery.MANY)["index.html"],
    "empty": site(gallery.EMPTY)["index.html"],
    "work": OF_GALLERY["works/retracted2020.html"],
    "changes": OF_GALLERY["changes.html"],
}
PAGES["check"] = test_checked.PAGE

PAGES["dedupe"] = beside.page(stored.read([TEMPLATES]))


@lru_cache(maxsize=1)
def thousands() -> str:
    """The list of 5,000 works, which takes some seconds to make."""
    return measured.rendered(measured.collection(5000), "site/index.html.j2")["site/index.html"]


class Opened:
    """A page that was opened, what it asked for beside itself, and what it complained of."""

    def __init__(self, context: Any, text: str, address: str) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._text, self._address = text, re.split("[?#]", address)[0]
        context.route("**/*", self._answer)
        self.page = context.new_page()
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)

    def _answer(self, route: Any) -> None:
        if re.split("[?#]", route.request.url)[0] == self._address:
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
    """A function that opens a page: its name or `text`, width of the window, and options of the browser's context."""
    contexts = []

    def open_page(
        name: str = "gallery", width: int = 1280, address: str = ADDRESS, text: str = "", **options: Any
    ) -> Opened:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **options))
        return Opened(contexts[-1], text or (thousands() if name == "thousands" else PAGES[name]), address)

    yield open_page
    for context in contexts:
        context.close()
