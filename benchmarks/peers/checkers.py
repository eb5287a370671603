"""ref-verify on a BibTeX file: `{key: status}` on standard output.

Run in its environment. Crossref and doi.org are asked at the addresses that the environment
names; everybody else knows nothing.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from email.message import Message
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

PLACES = {"api.crossref.org": os.environ["CLUNEAL_LIT_CROSSREF"], "doi.org": os.environ["CLUNEAL_LIT_DOI"]}


class Loopback:
    """ref-verify's transport, which its browser build swaps as well."""

    def get(self, url: str, headers: dict[str, str], timeout: float) -> str:
        """The body of the answer, from this machine alone."""
        here = PLACES.get(host := urlsplit(url).netloc)
        if here is None:
            raise HTTPError(url, 404, "nothing is known here", Message(), None)
        with urlopen(Request(here + url.partition(host)[2], headers=headers), timeout=timeout) as response:
            return str(response.read().decode("utf-8"))


def ref_verify(path: str) -> dict[str, str]:
    """The status of each entry."""
    from ref_verify import cli, http

    http.set_backend(Loopback())
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        cli.main(["--no-cache", "check-bib", path, "--json"])
    return {one["key"]: one["status"] for one in json.loads(said.getvalue())["results"]}


def main(path: str) -> None:
    """Print what it says of each entry of a file."""
    print(json.dumps(ref_verify(path)))


if __name__ == "__main__":
    main(sys.argv[1])
