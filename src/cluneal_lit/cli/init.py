"""`init`: the start of a project in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from cluneal_lit import config
from cluneal_lit.cli import answers, terminal
from cluneal_lit.store import files

CONFIG = """\
# cluneal-lit: every setting is explained at its default; take the `#` away to change it.

# Who asks. PubMed and Crossref want to know, and answer faster for it. It is sent to them and nowhere else.
# email = "you@example.org"

# The documents whose citations are kept, and the bibliographies that you bring (CSL-JSON).
# documents = ["references/documents/**/*"]
# library = ["references/library/*"]

# The heading of the annotated bibliography.
# title = "Annotated bibliography"

# `run` asks again about records older than this many days.
# max_age_days = 30

# The weakest finding that makes the exit code 1: error, warning, note or never.
# fail_on = "error"

# What a service that gave no answer does to the exit code: fail (3) or ok (0).
# incomplete = "fail"

# Abstracts may be under copyright; outputs hold them only if you say so.
# publish_abstracts = false

# With a key of your own (https://account.ncbi.nlm.nih.gov/settings/) PubMed answers ten requests a second. A key does
# not belong into a file that others see: set NCBI_API_KEY in the environment instead.
# ncbi_api_key = ""

# Where the services are.
# pubmed = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
# crossref = "https://api.crossref.org"
# doi = "https://doi.org"
"""

# Line files are merged line by line; every text file has the same bytes on every system, or digests would differ.
ATTRIBUTES = """\
references/** text=auto eol=lf
output/** text=auto eol=lf
references/lock.jsonl merge=union
references/changes.jsonl merge=union
"""

FOLDERS = ("references/documents", "references/library", "references/notes", "references/lists")


def main(options: argparse.Namespace) -> int:
    """Make what is missing; what is there stays as it is."""
    root = Path(options.project).resolve()
    made = [name for name, text in ((config.FILE, CONFIG), (".gitattributes", ATTRIBUTES)) if _made(root / name, text)]
    for name in FOLDERS:
        if _made(root / name / ".gitkeep", ""):
            made.append(f"{name}/")
    if options.json:
        terminal.say(answers.text({"schema": "cluneal-lit/init/1", "made": made}))
        return 0
    for name in made:
        terminal.say(f"made {name}")
    terminal.say(
        "put your documents (.md, .txt) into references/documents/, your e-mail address into cluneal-lit.toml,"
    )
    terminal.say("and call `cluneal-lit run`")
    return 0


def _made(path: Path, text: str) -> bool:
    """Write the file unless it, or for a folder's keeper anything in that folder, is there already."""
    if path.exists() or (not text and path.parent.is_dir() and any(path.parent.iterdir())):
        return False
    return files.written(path, text.encode())
