"""`python -m tests.browser.picture` after `make demo`: the README's picture of the page, in light and dark."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / ".cache" / "demo" / "output" / "annotated-bibliography.html"
PICTURES = {"light": ROOT / "docs" / "demo" / "page.png", "dark": ROOT / "docs" / "demo" / "page-dark.png"}
WINDOW = {"width": 1280, "height": 1240}


def main() -> None:
    """Take both pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme, picture in PICTURES.items():
            page = browser.new_page(viewport=WINDOW, color_scheme=scheme)
            page.goto(PAGE.as_uri())
            page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
