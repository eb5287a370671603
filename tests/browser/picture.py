"""`python -m tests.browser.picture` after `make demo`: the README's pictures of the page: wide, narrow, light, dark."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / ".cache" / "demo" / "output" / "site" / "index.html"
WIDE, NARROW = (1280, 1240, 1), (375, 1300, 2)  # width and height of the window, and pixels a point
PICTURES = {
    "page.png": ("light", WIDE),
    "page-dark.png": ("dark", WIDE),
    "page-narrow.png": ("light", NARROW),
    "page-narrow-dark.png": ("dark", NARROW),
}


def main() -> None:
    """Take the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (scheme, (width, height, scale)) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=scale
            )
            page.goto(PAGE.as_uri())
            page.screenshot(path=ROOT / "docs" / "demo" / name)
        browser.close()


if __name__ == "__main__":
    main()
