"""The site in a real browser: how large its list of 100 works is, and how fast that of 5,000 paints and answers.

All works are invented. Without Chromium and Playwright (`make browser`) only the size is told.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[1] / part) for part in ("", "src")]

from benchmarks.rows import ROOT, Options, Row, main
from cluneal_lit.model import Asked, Citation, Collection, Date, Entry, Fields, Ids, Name, Note, Place, Status
from cluneal_lit.outputs import rendering
from cluneal_lit.outputs.site import Site
from cluneal_lit.store import templates

FACETS = ("Nerve: superior, middle, inferior",)
WORDS = "nerve block pain relief invented volunteers back hip trial cohort measured weeks needle patients".split()
NOTE = """**Bottom line.** {}

**What was done.** {}

**Limits.** {}
"""
DOCUMENT = "references/documents/invented.md"


def collection(number: int, *, annotated: float = 1.0) -> Collection:
    """An invented collection of so many works, a part of them annotated, every fifth cited."""
    entries = tuple(_entries(number, annotated, random.Random(7)))
    citations = tuple(one for entry in entries for one in entry.cited_in)
    return Collection("Invented", entries, citations, (), (), (), (DOCUMENT,))


def rendered(made_of: Collection, *names: str) -> dict[str, str]:
    """The outputs of these templates, and of the parts that they are made of."""
    found = templates.read([ROOT / "templates"])
    wanted = {name: one for name, one in found.items() if name in names or name.startswith("_")}
    made = rendering.rendered(made_of, wanted, site=Site(public=made_of.documents, facets=FACETS))
    if made.broken:
        raise next(iter(made.broken.values()))
    return made.texts


def measure(options: Options) -> Iterator[Row]:
    """The rows: the size always, the times where there is a browser."""
    page = rendered(collection(100), "site/index.html.j2")["site/index.html"]
    yield Row("the list of 100 annotated works", round(len(page.encode()) / 1000, 1), 300, "kB", accuracy=True)
    if not options.accuracy:
        yield from _in_a_browser(rendered(collection(5000), "site/index.html.j2")["site/index.html"])


def _in_a_browser(page: str) -> Iterator[Row]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "index.html")
        file.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        paints = []
        for _ in range(3):
            tab = browser.new_page()
            tab.goto(file.as_uri())
            paints.append(tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        yield Row("5,000 works: first paint", round(statistics.median(paints)), 1000, "ms")
        tab.wait_for_timeout(4000)
        times = [float(one) for one in tab.evaluate(_SEARCHES)]
        yield Row("5,000 works: a search answers, the slowest of 24", round(max(times), 1), 50, "ms")
        yield Row("5,000 works: a search answers, as a rule", round(statistics.median(times), 1), 50, "ms")
        browser.close()


# Types letter by letter; until the style and the layout are what the reader sees.
_SEARCHES = """() => {
  const query = document.getElementById("_query"), times = [];
  for (const word of ["invented nerve", "volunt", "zzz"]) {
    for (let end = 1; end <= word.length; end++) {
      query.value = word.slice(0, end);
      const start = performance.now();
      query.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.offsetHeight;
      times.push(performance.now() - start);
    }
  }
  return times;
}"""


def _entries(number: int, annotated: float, chance: random.Random) -> Iterator[Entry]:
    for count in range(number):
        key = f"invented{count}"
        cites = (_citation(count, key),) if count % 5 == 0 else ()
        yield Entry(
            key=key,
            ids=Ids(pmid=f"9{count:07}", doi=f"10.5555/jinv.{count}", pmcid=f"PMC9{count:06}" if count % 3 else ""),
            fields=_fields(count, chance),
            status=Status("none"),
            verdict="verified",
            types=("Journal Article", ("Review", "Case Reports", "Randomized Controlled Trial")[count % 3]),
            sources=(
                Asked("pubmed", f"pmid:9{count:07}", "2026-11-20"),
                Asked("crossref", f"doi:{count}", "2026-11-20"),
            ),
            note=_note(key, chance) if count < number * annotated else None,
            cited_in=cites,
        )


def _fields(count: int, chance: random.Random) -> Fields:
    return Fields(
        type="article-journal",
        title=_sentence(chance, 11).rstrip("."),
        author=tuple(Name(family=f"Muster{chance.randrange(999)}", given="Anna B") for _ in range(5)),
        container_title="Journal of Invented Findings",
        container_title_short="J Invent Find",
        issued=Date(((1980 + count % 46, 1 + count % 12),)),
        volume=str(1 + count % 46),
        issue=str(1 + count % 12),
        page=f"{count}-{count + 9}",
    )


def _note(key: str, chance: random.Random) -> Note:
    text = NOTE.format(_sentence(chance, 20), _sentence(chance, 35), _sentence(chance, 25))
    tags = (chance.choice(("superior", "middle", "inferior")), chance.choice(WORDS), chance.choice(WORDS))
    return Note(key, (), text, tags=tags, significance="useful", reviewed="2026-11-20", by="A. N. Invented")


def _citation(count: int, key: str) -> Citation:
    where = Place(line=count + 1, column=3)
    text = "This is what the document says of it in a sentence that cites."
    return Citation(f"c{count}", DOCUMENT, where, count * 90, count * 90 + 9, f"[@{key}]", "key", sentence=text)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def rows(options: Options) -> Sequence[Row]:
    """All rows."""
    return [*measure(options)]


if __name__ == "__main__":
    raise SystemExit(main("site", rows))
