"""docs/templates.md says which variables, filters and fields templates have, as the code says it.

`python -m tests.test_templates_page >docs/templates.md` writes it anew.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields

from cluneal_lit.model import (
    Asked,
    Citation,
    Entry,
    Fields,
    Finding,
    Ids,
    ListItem,
    Name,
    Note,
    Place,
    ReadingList,
    Status,
)
from cluneal_lit.outputs import environment, filters, variables

PAGE = Path(__file__).resolve().parents[1] / "docs" / "templates.md"
STRUCTS: tuple[type[Struct], ...] = (
    *(Entry, Fields, Ids, Name, Status, Note, Asked, Citation, Place, ReadingList, ListItem, Finding),
)
INTRODUCTION = """\
# Templates

`templates/NAME.j2` gives `output/NAME`, with `[list]`, `[key]` or `[document]` in its name one file for each; what
begins with `_` is a part of others. A project's own `templates/` folder comes before that of the program, file by file:
copy one there to change it, add one to have another output. The language is
[Jinja's](https://jinja.palletsprojects.com/en/stable/templates/). A variable that does not exist is an error; a broken
template is told with its line, or why it cannot be read, its outputs stay as they were, and the others are written;
where `templates` itself is no folder, nothing is written or removed. A folder in it that cannot be read hides what
lies in it, also the program's own files of the same folder; the other outputs are written, and none is removed. A name
that Windows cannot give a file (`CON.txt`, `aux`) has a digest in that of the output. `cluneal-lit build --only NAME`
tries one alone.

A template runs in Jinja's sandbox, for it may stand in a repository that somebody else made: it prints values, changes
none and reaches no module, file or network.
"""


def page() -> str:
    """The page."""
    parts = [INTRODUCTION, _section("Escaping", environment.__doc__), _section("Variables", variables.__doc__)]
    parts += [_section("Filters", filters.__doc__), "## Fields\n"]
    for struct in STRUCTS:
        said = " ".join((struct.__doc__ or "").split())
        names = ", ".join(f"`{field.name}`" for field in fields(struct))
        parts.append(f"**{struct.__name__}.** {said}\n\n{textwrap.fill(names, 120, break_on_hyphens=False)}\n")
    return "\n".join(parts)


def _section(title: str, docstring: str | None) -> str:
    head, _, rest = (docstring or "").strip().partition("\n\n")
    return f"## {title}\n\n{' '.join(head.split())}\n\n```text\n{textwrap.dedent(rest)}\n```\n"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


if __name__ == "__main__":
    sys.stdout.write(page())
