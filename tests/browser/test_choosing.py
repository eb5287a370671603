"""Searching, choosing and sorting works in a real browser, by hand and by keyboard; and what the browser keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit.folding import folded
from cluneal_lit.model import Ids
from cluneal_lit.outputs import rendering, words
from cluneal_lit.outputs.site import Site
from cluneal_lit.store import templates as stored
from tests.browser.conftest import ADDRESS, OF_GALLERY, site
from tests.outputs import gallery
from tests.outputs.test_rendered import TEMPLATES

Open = Callable[..., Any]
ALL = len(gallery.ENTRIES) + 3  # and what leads to no known work


def shown(page: Any) -> list[str]:
    """The works that are to be seen, from above."""
    return [
        str(key)
        for key in page.evaluate(
            "[...document.querySelectorAll('section.works:not([hidden]) > .entry:not([hidden])')].map(one => one.id)"
        )
    ]


@pytest.mark.parametrize(
    ("query", "works"),
    [
        ("des nerfs inventes", ["etranger1950"]),
        ("ÉTRANG", ["etranger1950"]),
        ("preprint2022", ["preprint2022"]),
        ("withdrawn liter", ["retracted2020"]),
        ("iterature", []),
        ("nerfs homme", ["etranger1950"]),
        ("lhomme", ["etranger1950"]),
        ("maria preprint2022", ["preprint2022"]),
        ("https://doi.org/10.5555/2022.01.01.000001", ["preprint2022"]),
        ("doi.org/10.5555/2022.01", ["preprint2022"]),
        ("https://pubmed.ncbi.nlm.nih.gov/99999911/", ["withdrawn2020"]),
        ("no such word", []),
        ("  ", None),
    ],
)
def test_words_are_sought_by_their_beginnings_without_case_and_accents(
    opened: Open, query: str, works: list[str] | None
) -> None:
    page = opened().page
    page.get_by_label("Search", exact=True).fill(query)
    assert shown(page) == works or (works is None and len(shown(page)) == ALL)
    said = page.locator("#_found").inner_text()
    assert said == (
        f"{ALL} entries" if works is None else f"{len(works)} of {ALL} entries" if works else "No work is like this."
    )


def test_status_marks_and_a_pmcid_with_a_blank_are_found(opened: Open) -> None:
    ids = {"preprint2022": Ids(pmcid="PMC9990001"), "none2020": Ids(pmcid="PMC9990002")}
    entries = [replace(one, ids=ids.get(one.key, Ids())) for one in gallery.GALLERY.entries]
    page = opened(text=site(replace(gallery.GALLERY, entries=tuple(entries)))["index.html"]).page
    found = {}
    for query in ("retracted", "expression concern", "landmark", "PMC 9990001", "pmcid: PMC 9990001", "PMC: 9990001"):
        page.get_by_label("Search", exact=True).fill(query)
        found[query] = shown(page)
    said = {one.key: words.status(one).lower() for one in entries}
    assert {key for key in said if "retracted" in said[key]} <= set(found["retracted"])
    assert [one.key for one in entries if one.status.name == "concern"] == found["expression concern"]
    marked = {one.key for one in entries if one.note and one.note.significance and one.status.name != "retracted"}
    assert found["landmark"] and set(found["landmark"]) <= marked
    assert [found[query] for query in found if "999" in query] == [["preprint2022"]] * 3


@pytest.mark.parametrize("facet", ["constructor", "__proto__", "toString", "q"])
def test_a_facet_may_have_any_name(opened: Open, facet: str) -> None:
    entry = next(one for one in gallery.ENTRIES if one.note)
    note = replace(entry.note, tags=("builder",)) if entry.note else None
    others = [replace(one, note=None) for one in gallery.ENTRIES if one.key != entry.key]
    collection = replace(gallery.GALLERY, entries=(replace(entry, note=note), *others))
    open_ = Site(collection.documents, facets=(f"{facet}: builder",))
    text = rendering.rendered(collection, stored.read([TEMPLATES]), site=open_).texts["site/index.html"]
    page = opened(text=text).page
    page.locator(".facets summary", has_text=facet).click()
    page.get_by_role("checkbox", name=re.compile("^builder")).check()
    assert shown(page) == [entry.key]
    page.wait_for_url(re.compile("builder"))
    again = opened(text=text, address=page.url).page
    assert (shown(again), again.get_by_label("Search", exact=True).input_value()) == ([entry.key], "")


def test_an_identifier_finds_the_work_that_has_it_and_no_other(opened: Open) -> None:
    own = {
        "preprint2022": Ids(doi="10.5555/a.1"),
        "retracted2020": Ids(doi="10.5555/a.12", arxiv="2101.01234"),
        "withdrawn2020": Ids(doi="10.5555/b.1"),
    }
    entries = [replace(one, ids=own.get(one.key, one.ids)) for one in gallery.GALLERY.entries]
    page = opened(text=site(replace(gallery.GALLERY, entries=tuple(entries)))["index.html"]).page
    found = {}
    for query in (
        "10.5555/A.1",
        "doi:10.5555/a.1 invented",
        "10.5555/a",
        "https://doi.org/10.5555/b.1",
        "https://doi.org/10.5555%2Fb.1",
        "https://arxiv.org/abs/2101.01234v2",
        "arXiv:2101.01234",
        "10.5555/a.1 zzz",
        "https://a.example/%E0%A4%A",
    ):
        page.get_by_label("Search", exact=True).fill(query)
        found[query] = sorted(shown(page))
    assert found == {
        "10.5555/A.1": ["preprint2022"],
        "doi:10.5555/a.1 invented": ["preprint2022"],
        "10.5555/a": ["preprint2022", "retracted2020"],
        "https://doi.org/10.5555/b.1": ["withdrawn2020"],
        "https://doi.org/10.5555%2Fb.1": ["withdrawn2020"],
        "https://arxiv.org/abs/2101.01234v2": ["retracted2020"],
        "arXiv:2101.01234": ["retracted2020"],
        "https://a.example/%E0%A4%A": [],
        "10.5555/a.1 zzz": [],
    }


def test_a_work_is_found_by_each_of_its_chips_and_by_two_of_them(opened: Open) -> None:
    page = opened().page
    chips = page.evaluate("""[...document.querySelectorAll(".entry")].map(
        one => [one.id, [...one.querySelectorAll(".chips li")].map(chip => chip.textContent)])""")
    missed = []
    for key, own in chips:
        for query in (*own, " ".join(own)):
            page.get_by_label("Search", exact=True).fill(query)
            missed += [] if key in shown(page) else [(key, query)]
    assert (max(len(own) for _, own in chips) > 1, missed) == (True, [])


def test_an_isbn_finds_the_books_that_have_it_however_it_is_written(opened: Open) -> None:
    isbns = {"preprint2022": ("9780306406157", "9791034567899"), "retracted2020": ("9783000000003",)}
    entries = [replace(one, ids=replace(one.ids, isbn=isbns.get(one.key, ()))) for one in gallery.GALLERY.entries]
    page = opened(text=site(replace(gallery.GALLERY, entries=tuple(entries)))["index.html"]).page
    first, third, none = ["preprint2022"], ["retracted2020"], list[str]()
    wanted = {
        "9780306406157": first,
        "978-0-306-40615-7": first,
        "978 0 306 40615 7": first,
        "ISBN 978-0-306-40615-7": first,
        "ISBN-13: 9780306406157": first,
        "https://openlibrary.org/isbn/9780306406157": first,
        "0-306-40615-2": first,
        "ISBN-10: 0306406152": first,
        "0-306-40615-3": none,
        "1-03-456789-2": none,  # the digits of one of 979, which has no old one
        "030640615": first,
        "97803064061": first,
        "979-10-345-6789-9": first,
        "9783000000003": third,
        "9783000000003 zzz": none,
        "9783000000010": none,
    }
    found = {}
    for query in wanted:
        page.get_by_label("Search", exact=True).fill(query)
        found[query] = shown(page)
    assert found == wanted


def test_works_are_found_by_their_status_and_by_how_they_stand(opened: Open) -> None:
    page = opened().page
    found = {}
    for query in ("not checked", "unchecked", "verified", "retraction"):
        page.get_by_label("Search", exact=True).fill(query)
        found[query] = "anon" in shown(page)
    # That nobody was asked about a retraction is no word of the work.
    assert found == {"not checked": True, "unchecked": True, "verified": False, "retraction": False}


def test_a_section_without_a_work_that_is_found_has_no_heading(opened: Open) -> None:
    page = opened().page
    headings = page.locator("section.works > h2:visible")
    before = headings.all_inner_texts()
    page.get_by_label("Search", exact=True).fill("etranger")
    assert (len(before), headings.all_inner_texts()) == (3, ["Further works"])
    page.get_by_label("Search", exact=True).fill("")
    assert headings.all_inner_texts() == before


def test_text_is_folded_as_the_program_folds_it(opened: Open) -> None:
    words = ["Yürük D, Öz ÖT", "L'Éléphant’s œuvre", "Łódź-Đorđe", "Straße & Ærø", "10.5555/a_b", "β-blocker 5µm"]
    page = opened().page
    script = OF_GALLERY["index.html"]
    start = script.index("const apart = {")
    code = script[start : script.index("const read =", start)]
    assert page.evaluate(f"words => {{ {code}; return words.map(folded) }}", words) == [folded(one) for one in words]


def test_facets_narrow_and_count(opened: Open) -> None:
    page = opened().page
    page.locator(".facets summary").filter(has_text="Status").click()
    page.get_by_label(re.compile(r"^\s*Retracted \d")).check()
    assert shown(page) == ["retracted2020"]
    page.get_by_label(re.compile(r"^\s*Withdrawn \d")).check()
    assert sorted(shown(page)) == ["retracted2020", "withdrawn2020"]
    page.locator(".facets summary").filter(has_text="Nerve").click()
    page.get_by_label("middle").check()
    counts = dict(
        page.evaluate(
            "[...document.querySelectorAll('.facets label')].map(one => one.textContent.trim().split(/ (?=\\d+$)/))"
        )
    )
    assert (shown(page), counts["Retracted"], counts["Withdrawn"]) == (["retracted2020"], "1", "0")
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == ALL


def test_years_and_orders(opened: Open) -> None:
    page = opened().page
    page.get_by_label("To year").select_option("1950")
    assert shown(page) == ["etranger1950"]
    page.get_by_label("To year").select_option("")
    page.get_by_label("Sort by").select_option("oldest")
    others = [key for key in shown(page) if not key.startswith("_")]
    assert others[len([one for one in gallery.ENTRIES if one.note])] == "etranger1950"
    page.get_by_label("Sort by").select_option("")
    assert shown(page) == shown(opened().page)


def test_what_was_chosen_is_in_the_address_and_comes_back_from_it(opened: Open) -> None:
    page = opened().page
    page.get_by_label("Search", exact=True).fill("invented")
    page.get_by_label("Sort by").select_option("title")
    page.locator(".facets summary").filter(has_text="Study type").click()
    page.get_by_label("Randomized").check()
    page.wait_for_url("**Study+type**")
    address = page.evaluate("location.href")
    assert address == f"{ADDRESS}?q=invented&sort=title&Study+type=Randomized+Controlled+Trial"
    again = opened(address=address).page
    assert (shown(again), again.get_by_label("Search", exact=True).input_value()) == (shown(page), "invented")
    assert len(shown(page)) == 11


def test_a_link_to_a_work_that_is_filtered_away_shows_it(opened: Open) -> None:
    page = opened(address=f"{ADDRESS}?q=nothing+of+this#etranger1950").page
    assert (len(shown(page)), page.evaluate("document.querySelector(':target').id")) == (ALL, "etranger1950")


def test_all_of_it_goes_by_keyboard(opened: Open) -> None:
    page = opened().page
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the way to the search
    page.keyboard.type("inven")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.facets summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked") is True
    assert len(shown(page)) == 11
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_progress_is_kept_where_the_browser_keeps_anything(opened: Open) -> None:
    page = opened().page
    box = page.locator("[data-list=start-here] [data-work=none2020] input")
    box.check()
    assert page.locator("[data-list=start-here] .progress").inner_text() == "1 of 4 read"
    page.reload()
    assert box.is_checked()
    # A retracted work is on the list, struck out, and nobody is asked whether it was read.
    assert page.locator("[data-list=start-here] s").inner_text() == gallery.TITLES["retracted"]
    assert page.locator("[data-list=start-here] input").count() == 4


def test_progress_lasts_as_long_as_the_page_where_nothing_is_kept(opened: Open) -> None:
    page = opened(address="about:blank").page
    refused = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    page.context.add_init_script(refused)
    page.context.unroute("**/*")
    page.context.route(
        "**/*", lambda route: route.fulfill(body=OF_GALLERY["index.html"], content_type="text/html; charset=utf-8")
    )
    page.goto(ADDRESS)
    page.locator("[data-list=start-here] [data-work=none2020] input").check()
    assert page.locator("[data-list=start-here] .progress").inner_text() == "1 of 4 read"
    assert len(shown(page)) == ALL


def test_the_site_opens_from_a_disk(browser: Any, tmp_path: Path) -> None:
    for name, text in OF_GALLERY.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_label("Search", exact=True).fill("etranger")
    page.locator("#etranger1950 h3 a").click()
    assert page.locator("h1").inner_text() == "Des nerfs inventés chez l'homme"
    page.get_by_role("link", name="Invented nerves").first.click()
    assert (page.evaluate("location.hash"), said) == ("#etranger1950", [])
    page.close()


def test_of_many_works_the_first_stand_there_and_all_are_found_read_and_printed(opened: Open) -> None:
    page = opened("many", address=f"{ADDRESS}?q=#many1119").page
    assert (len(shown(page)), page.evaluate("document.querySelector(':target').id")) == (120, "many1119")
    query = page.get_by_label("Search", exact=True)
    query.fill("many1")
    page.locator("section.works > .entry").nth(99).wait_for()
    said = page.locator("#_found").inner_text()
    assert (said, page.locator(".Z3988").count()) == ("120 works; the first 100 stand below", 120)
    page.get_by_role("button", name="Show 100 more").click()
    assert shown(page) == [f"many{number}" for number in range(1000, 1120)]
    query.fill("many1107")
    assert (shown(page), page.locator("#_found").inner_text()) == (["many1107"], "1 of 120 works")
    query.fill("")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) == 120


def test_a_sign_within_a_title_that_has_no_blanks_is_found(opened: Open) -> None:
    page = opened("many").page
    page.get_by_label("Search", exact=True).fill("神经")
    assert shown(page) == ["many1119"]


def test_print_to_pdf_has_every_work(opened: Open) -> None:
    pdf = opened().page.pdf()
    assert (pdf[:5], len(pdf) > 20_000) == (b"%PDF-", True)


def test_the_words_of_the_facets_are_those_of_the_works() -> None:
    text = OF_GALLERY["index.html"]
    start = text.index('id="_data">') + len('id="_data">')
    island = json.loads(text[start : text.index("</script>", start)])
    assert [name for name, _ in island["facets"]] == [
        "Study type",
        "Nerve",
        "Topic",
        "Evidence level",
        "Status",
        "Access",
    ]
    assert set(island["works"]) == {entry.key for entry in gallery.ENTRIES}
