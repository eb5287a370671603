"""`init`: the start of a project in a folder."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from cluneal_lit import config
from cluneal_lit.cli import answers, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.store import files, found

CONFIG = """\
# cluneal-lit: every setting, with its default. To change one, take the `#` before it away and write your value.

# Who asks. PubMed and Crossref want to know, and answer faster for it. It is sent to the services that are asked, whose
# addresses stand below, and to nobody else.
# email = "you@example.org"

# The documents whose citations are kept, and the bibliographies that you bring.
# documents = ["references/documents/**/*"]
# library = ["references/library/*"]

# The name of your collection, for the headings of what is written. Without one they only say what it is.
# title = ""

# `run` asks again about records older than this many days.
# max_age_days = 30

# The weakest finding that makes the exit code 1: error, warning, note or never.
# fail_on = "error"

# What a service that gave no answer does to the exit code: fail (3) or ok (0).
# incomplete = "fail"

# References without an identifier are searched for at PubMed and Crossref. Without searches identifiers alone leave
# this machine, never a text of yours.
# search = true

# Abstracts may be under copyright; outputs hold them only if you say so.
# publish_abstracts = false

# The site in output/site/ tells of the documents that these globs name that they cite, what, and in which sentence; of
# others nothing.
# public = []

# Where the site will stand, such as https://example.org/nerves: its feed and canonical addresses need to know.
# base_url = ""

# What your tags are, for readers to choose by: ["Nerve: superior, middle", "Study type: cohort"]. Others are topics.
# facets = []

# With a key of your own (https://account.ncbi.nlm.nih.gov/settings/) PubMed answers ten requests a second. A key does
# not belong into a file that others see: set NCBI_API_KEY in the environment instead.
# ncbi_api_key = ""

# Where the services are.
# pubmed = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
# crossref = "https://api.crossref.org"
# doi = "https://doi.org"
# datacite = "https://api.datacite.org"
# idconv = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1"
# deleted_pmids = "https://ftp.ncbi.nlm.nih.gov/pubmed/deleted.pmids.gz"
"""

# Line files are merged line by line; every text file has the same bytes on every system, or digests would differ.
ATTRIBUTES = """\
references/** text=auto eol=lf
output/** text=auto eol=lf
references/lock.jsonl merge=union
references/changes.jsonl merge=union
references/decisions.toml merge=union
"""

IGNORED = """\
# What the program can make again.
.cache/
"""

FOLDERS = {
    "references/documents": "for your documents, what cites",
    "references/library": "for bibliographies that you have (BibTeX, RIS, NBIB, CSL-JSON, EndNote, CSV)",
    "references/notes": "for your annotations",
    "references/lists": "for your reading lists",
}
FOR_GIT = {".gitattributes": ATTRIBUTES, ".gitignore": IGNORED}


def main(options: argparse.Namespace) -> int:
    """Make what is missing, and say what to do next; what is there stays as it is."""
    root = Path(options.project).resolve()
    before = config.load(root) if root.is_dir() else None
    inside = before if before and before.file and before.root != root else None
    made = _made(root, configured=bool(before and before.file and not inside))
    project = config.load(root)
    to_add = {name: lines for name, text in FOR_GIT.items() if (lines := _missing(root / name, text))}
    steps = _steps(project, files.shown(options.project))
    if options.json:
        answer: answers.Json = {"schema": "cluneal-lit/init/1", "made": list(made), "add": to_add, "next": steps}
        terminal.answer(answer)
        return 0
    if inside and config.FILE in made:
        terminal.say(f"this folder lies in the project {inside.root}; from now on it is one of its own")
    for name, what in made.items():
        terminal.say(f"made {name:<22} {what}")
    if not made:
        terminal.say("everything is there already")
    for name, lines in to_add.items():
        ours = "this line" if len(lines) == 1 else "these lines"
        terminal.say(f"{name} is yours and stays as it is; add {ours} to it: {' | '.join(lines)}")
    terminal.say()
    terminal.say(terminal.styled("Next:", "bold"))
    for number, step in enumerate(steps, 1):
        first, *more = terminal.wrapped(step, 5)
        terminal.say("\n".join((f"  {number}. {first}", *(f"     {line}" for line in more))))
    return 0


def _made(root: Path, configured: bool) -> dict[str, str]:
    """Make what is missing; what was made, each with what it is for."""
    made = {}
    if not configured and _is_made(root / config.FILE, CONFIG):
        made[config.FILE] = "the settings, each explained"
    for name, what in FOLDERS.items():
        if _is_made(root / name / ".gitkeep", ""):
            made[f"{name}/"] = what
    for name, text in FOR_GIT.items():
        if _is_made(root / name, text):
            made[name] = "for git, should you use it"
    return made


def _is_made(path: Path, text: str) -> bool:
    """Write the file unless it, or for a folder's keeper anything in that folder, is there already."""
    if path.exists() or (not text and path.parent.is_dir() and any(path.parent.iterdir())):
        return False
    return files.written(path, text.encode())


def _missing(path: Path, text: str) -> list[str]:
    """The lines of ours that a file of the user's lacks."""
    there = {line.strip().strip("/") for line in files.content(path).decode("utf-8", "replace").splitlines()}
    return [line for line in text.splitlines() if not line.startswith("#") and line.strip("/") not in there]


def _steps(project: Project, folder: str) -> list[str]:
    """What to do next, in order, as far as it is not done."""
    steps = []
    if not found.matched(project.root, project.config.documents)[0]:
        steps.append(work.how_to_begin(project))
    if not project.config.email:
        file = (project.file or project.root / config.FILE).name
        steps.append(f"Open {file} and write your e-mail address behind `email =`, without the # before it.")
        steps[-1] += (
            " PubMed and Crossref want to know who asks; it goes to the services that are asked, and to nobody else."
        )
    if folder != ".":
        steps.append(f"cd {shlex.quote(folder)}")
    steps.append("cluneal-lit run")
    steps.append("Read output/report.md: what is wrong, where, and what to do.")
    steps.append("Open output/site/index.html in a browser: the site to publish.")
    return steps
