"""bib-dedupe on a CSV file of records: `{"clusters": [[id, …], …], "seconds": …}` of CPU time on standard output.

Run in its environment. It fails on an empty value that it reads as a number, so that missing values are empty texts.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time

import pandas
from bib_dedupe import bib_dedupe


def main(path: str) -> None:
    """Print the clusters of the records in a file."""
    records = pandas.read_csv(path, dtype=str, keep_default_na=False).rename(
        columns={"id": "ID", "entrytype": "ENTRYTYPE"}
    )
    for name in ("ENTRYTYPE", "author", "title", "year", "journal", "volume", "number", "pages", "doi", "abstract"):
        if name not in records:
            records[name] = "article" if name == "ENTRYTYPE" else ""
    # The type of EndNote's exports, which it does not know and takes for another kind of work.
    records["ENTRYTYPE"] = records["ENTRYTYPE"].replace({"Journal Article": "article"})
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        prepared = bib_dedupe.prep(records, verbosity_level=0, cpu=1)
        pairs = bib_dedupe.block(prepared, verbosity_level=0, cpu=1)
        matched = bib_dedupe.match(pairs, verbosity_level=0, cpu=1)
        clusters = bib_dedupe.cluster(matched, verbosity_level=0)
    print(json.dumps({"clusters": clusters, "seconds": time.process_time() - start}))


if __name__ == "__main__":
    main(sys.argv[1])
