"""The page of a check in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_loads_nothing_and_has_no_barrier(opened: Open, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: make browser")
    # The page's policy would refuse the script that looks at it.
    shown = opened("check", width, color_scheme=scheme, bypass_csp=True)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(shown.page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert (shown.requests, shown.complaints) == ([], [])


def test_the_page_reads_without_scripts(opened: Open) -> None:
    shown = opened("check", java_script_enabled=False)
    assert "Restore the reference list" in shown.page.inner_text("main")


@pytest.mark.parametrize("name", ["check", "one"])
def test_print_is_dark_on_white_whatever_the_screen_prefers(opened: Open, name: str) -> None:
    page = opened(name, color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    shown = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    assert shown == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
