"""The annotated bibliography, and the report on duplicates, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from benchmarks import site as measured

from cluneal_lit.formats import bibtex
from cluneal_lit.outputs import styles
from tests.browser.conftest import ADDRESS
from tests.outputs import gallery

Open = Callable[..., Any]
NAMES = ("gallery", "one", "empty", "work", "changes", "dedupe")
# As older browsers read it, which drop a rule whose selector they do not know.
WITHOUT_DETAILS_CONTENT = """
for (const media of [...document.styleSheets[0].cssRules].filter(one => one.media))
  [...media.cssRules].forEach((one, place) => one.cssText.includes("::details-content") && media.deleteRule(place))
"""
LINKED = {"many": ("many1000", "many1060", "many1119"), "thousands": ("invented7", "invented2503", "invented4999")}
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [320, 375, 960, 1280, 1920])
def test_nothing_is_wider_than_the_window(opened: Open, name: str, width: int) -> None:
    page = opened(name, width).page
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_number_of_the_counts_is_broken_on_a_narrow_screen(opened: Open) -> None:
    lines = """() => [...document.querySelectorAll("td")].map(cell => {
        const range = document.createRange(); range.selectNodeContents(cell); return range.getClientRects().length })"""
    page = opened("dedupe", 320).page
    assert (set(page.evaluate(lines)), page.evaluate("document.documentElement.scrollWidth")) == ({1}, 320)


@pytest.mark.parametrize("name", NAMES)
def test_letters_of_a_wider_font_fit_a_narrow_screen_too(opened: Open, name: str) -> None:
    page = opened(name, 320, bypass_csp=True).page
    page.evaluate(UNFOLD)
    page.add_style_tag(content="* { letter-spacing: .07em !important }")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_day_is_broken_and_the_years_of_the_picture_can_be_read_on_a_narrow_screen(opened: Open) -> None:
    days = "[...document.querySelectorAll('time')].map(one => one.getClientRects().length)"
    sizes = "[...document.querySelectorAll('.pictures svg text')].map(one => one.getBoundingClientRect().height)"
    page = opened("gallery", 375).page
    page.evaluate(UNFOLD)
    assert (set(page.evaluate(days)) - {0}, min(page.evaluate(sizes)) > 10) == ({1}, True)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_no_barrier(opened: Open, name: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: make browser")
    # The page's policy would refuse the script that looks at it.
    page = opened(name, width, color_scheme=scheme, bypass_csp=True).page
    page.evaluate(UNFOLD)
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Open, name: str) -> None:
    shown = opened(name)
    shown.page.evaluate(UNFOLD)
    shown.page.wait_for_load_state("networkidle")
    assert (shown.requests, shown.complaints) == ([], [])


def test_the_button_copies_the_bibtex_and_says_so(opened: Open) -> None:
    shown = opened("work", permissions=["clipboard-read", "clipboard-write"])
    shown.page.locator("#_bibtex + .text").get_by_role("button", name="Copy").click()
    shown.page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    entry = next(one for one in gallery.GALLERY.entries if one.key == "retracted2020")
    assert shown.page.evaluate("navigator.clipboard.readText()").strip() == bibtex.written(entry, abstract=True).strip()


def test_where_copying_is_refused_the_text_is_selected(opened: Open) -> None:
    shown = opened("work")
    shown.page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('refused') } }")
    shown.page.locator("#_bibtex + .text").get_by_role("button", name="Copy").click()
    shown.page.get_by_role("status").filter(has_text="Selected").wait_for(state="attached")
    assert shown.page.evaluate("getSelection().toString()").startswith("@article{retracted2020,")


@pytest.mark.parametrize("lacking", [{"java_script_enabled": False}, {"address": "http://page.example/"}])
def test_no_button_is_there_without_scripts_or_a_clipboard(opened: Open, lacking: dict[str, Any]) -> None:
    page = opened("work", **lacking).page
    assert (page.locator("button").count(), page.locator(".text pre").count()) == (0, 2)


def test_the_citation_is_copied_from_the_list(opened: Open) -> None:
    shown = opened(permissions=["clipboard-read", "clipboard-write"])
    shown.page.locator("#etranger1950").get_by_role("button", name="Copy citation").click()
    shown.page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    assert shown.page.evaluate("navigator.clipboard.readText()") == styles.vancouver(gallery.FRENCH)


def test_a_copied_citation_has_the_notice_that_the_page_says_beside_it(opened: Open) -> None:
    retracted = next(one for one in gallery.GALLERY.entries if one.key == "retracted2020")
    shown = opened(permissions=["clipboard-read", "clipboard-write"])
    shown.page.locator("#retracted2020").get_by_role("button", name="Copy citation").click()
    shown.page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    copied = shown.page.evaluate("navigator.clipboard.readText()")
    assert (copied, "Retraction in: " in copied) == (styles.vancouver(retracted), True)
    shown.page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('refused') } }")
    shown.page.locator("#retracted2020").get_by_role("button", name="Copy citation").click()
    shown.page.get_by_role("status").filter(has_text="Selected").wait_for(state="attached")
    assert shown.page.evaluate("getSelection().toString()").strip() == copied


def test_the_page_reads_without_scripts(opened: Open) -> None:
    page = opened(java_script_enabled=False).page
    for _ in range(page.locator("details:not([open])").count()):
        page.locator("details:not([open]) > summary").first.click()
    assert page.locator(".find:visible, .to-search:visible").count() == 0
    text = " ".join(str(page.locator("body").text_content()).split())
    missing = [
        said
        for entry in gallery.GALLERY.entries
        for said in (entry.fields.title, entry.key, *(citation.sentence for citation in entry.cited_in))
        if said not in text
    ]
    assert (missing, page.locator("details:not([open])").count()) == ([], 0)


def test_print_has_no_button_and_keeps_short_entries_whole(opened: Open) -> None:
    page = opened(width=794).page
    page.emulate_media(media="print")
    page.evaluate(UNFOLD)
    assert page.locator("button:visible").count() == 0
    assert page.locator("nav:visible").count() == 0
    assert page.locator(".bare").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_print_of_a_work_tells_its_provenance_and_no_source_to_copy(opened: Open) -> None:
    page = opened("work", width=794).page
    page.emulate_media(media="print")
    assert [page.locator(name).is_visible() for name in (".whence", ".texts")] == [True, False]


def test_print_shows_the_sentences_that_cite(opened: Open) -> None:
    page = opened(width=794).page
    page.emulate_media(media="print")
    hidden = page.evaluate("[...document.querySelectorAll('.where q')].filter(q => !q.checkVisibility()).length")
    assert hidden == 0


def test_print_unfolds_what_is_folded_where_the_style_sheet_cannot_and_folds_it_again(opened: Open) -> None:
    page = opened(width=794).page
    page.evaluate(UNFOLD.replace("true", "one.matches('.lists :last-child')"))
    page.emulate_media(media="print")
    page.evaluate(WITHOUT_DETAILS_CONTENT)
    hidden = "[...document.querySelectorAll('.where q, .lists li')].filter(one => !one.checkVisibility()).length"
    shut = "document.querySelectorAll('details:not([open])').length"
    before = page.evaluate(f"[{hidden}, {shut}]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (before[0] > 0, page.evaluate(hidden)) == (True, 0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(f"[{hidden}, {shut}]") == before


def test_every_permalink_leads_to_its_work(opened: Open) -> None:
    page = opened().page
    for link in page.locator("a.key").all()[:5]:
        link.click()
        assert page.evaluate("document.querySelector(':target .key').getAttribute('href') === location.hash")


def test_the_focus_is_visible_and_begins_at_the_way_round_the_head(opened: Open) -> None:
    page = opened().page
    page.keyboard.press("Tab")
    focused = (
        "(() => { const one = document.activeElement; return [one.textContent, getComputedStyle(one).outlineStyle] })()"
    )
    assert page.evaluate(focused) == ["Skip to the works", "solid"]


HEAD = 25.5  # pixels that stay free above what a link leads to: 1.5 times the page's letters


def astray(page: Any, key: str) -> float:
    """How many pixels from where it belongs the work stands, once nothing moves any more: at the head of the window, or
    where the page ends wholly in it."""
    off = f"""() => {{
        const {{ top, bottom }} = document.getElementById("{key}").getBoundingClientRect();
        const ends = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        return ends && top >= {HEAD} && bottom <= innerHeight ? 0 : Math.abs(top - {HEAD});
    }}"""
    for _ in range(20):
        page.wait_for_timeout(300)
        if page.evaluate(off) < 2:
            break
    page.wait_for_timeout(300)
    return float(page.evaluate(off))


@pytest.mark.parametrize("name", ["gallery", "many", "thousands"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_a_work_leads_to_its_head(opened: Open, name: str, width: int, scripts: bool) -> None:
    options = {"java_script_enabled": scripts, "reduced_motion": "no-preference"}
    for key in ("none2020", "etranger1950", "retracted2020") if name == "gallery" else LINKED[name]:
        page = opened(name, width, address=f"{ADDRESS}#{key}", **options).page
        assert astray(page, key) < 2, key


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_within_the_page_leads_to_its_work_and_back(opened: Open, width: int, scripts: bool) -> None:
    page = opened("gallery", width, java_script_enabled=scripts, reduced_motion="no-preference").page
    for link in page.locator(".attention a, .lists li > a, .prose.note a[href^='#']").all():
        if link.is_visible():
            key = str(link.get_attribute("href")).lstrip("#")
            link.click()
            assert astray(page, key) < 2, key
    page.go_back()
    page.go_forward()
    assert astray(page, key) < 2, key


def test_long_entries_break_in_print_but_not_behind_their_titles(opened: Open) -> None:
    text = measured.rendered(measured.collection(40), "site/index.html.j2")["site/index.html"]
    page = opened(text=text).page
    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))
    page.emulate_media(media="print")
    looks = page.evaluate(
        """['.entry:not(.bare)', '.head', '.side'].map(what => {
            const look = getComputedStyle(document.querySelector(what));
            return [look.breakInside, look.breakAfter];
        })"""
    )
    assert looks == [["auto", "auto"], ["avoid", "avoid"], ["avoid", "avoid"]]
    assert 5 < sheets <= 20, sheets  # with unbroken entries a work takes half of a page, and the other half stays empty
