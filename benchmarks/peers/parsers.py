"""refextract as a parser of reference strings: `{"raw": …}` a line in, `{"item": CSL-JSON}` a line out.

It makes several references of many strings, of which the first that says something is taken for each field. Run in its
environment.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from typing import Any

from refextract import extract_references_from_string

FIELDS = {
    "title": "title",
    "container-title": "journal_title",
    "volume": "journal_volume",
    "issue": "journal_issue",
    "page": "journal_page",
    "publisher": "publisher",
    "DOI": "doi",
}


def item(raw: str) -> dict[str, Any]:
    """What it finds in a string, in the words of CSL-JSON."""
    found: dict[str, str] = {}
    for reference in extract_references_from_string(raw, is_only_references=True):
        for name, values in reference.items():
            found.setdefault(name, " ".join(map(str, values)))
    said: dict[str, Any] = {
        name: found[theirs].removeprefix("doi:") for name, theirs in FIELDS.items() if found.get(theirs)
    }
    year = found.get("journal_year") or found.get("year")
    if year and year[:4].isdigit():
        said["issued"] = {"date-parts": [[int(year[:4])]]}
    if "author" in found:
        said["author"] = [person(each) for each in re.split(r",\s*(?:and\s)?|\s(?:and|&)\s", found["author"]) if each]
    return said


def person(written: str) -> dict[str, str]:
    """`J. A. Smith` or `Smith JA`: the family name is the longest word."""
    words = written.split()
    family = max(words, key=len, default="")
    return {"family": family, "given": " ".join(word for word in words if word != family)}


def main() -> None:
    """Print an answer for each line."""
    answers = []
    with contextlib.redirect_stdout(io.StringIO()):
        for line in sys.stdin:
            answers.append(json.dumps({"item": item(json.loads(line)["raw"])}))
    print("\n".join(answers))


if __name__ == "__main__":
    main()
