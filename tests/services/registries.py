"""The small services: the PMC ID Converter, NCBI's list of deleted PMIDs, and doi.org's registration agencies."""

from __future__ import annotations

import gzip
import json
import re
from urllib.parse import unquote

from tests.services.known import Known
from tests.services.said import Asked, Said, as_json


def idconv(known: Known, asked: Asked) -> Said:
    """The ID Converter: at most 200 ids, all of the kind that `idtype` says."""
    kind = asked.params.get("idtype", "pmcid")
    wanted = asked.params.get("ids", "").split(",")
    if kind != "pmcid" or len(wanted) > 200 or not all(re.fullmatch(r"PMC\d+(\.\d+)?", one) for one in wanted):
        return as_json({"status": "error", "message": "All values of query param ids must be PMCIDs"}, 400)
    records: list[dict[str, object]] = []
    for one in wanted:
        found = known.converted.get(one)
        lost = {"pmcid": one, "status": "error", "errmsg": "Identifier not found in PMC"}
        told: dict[str, object] = {**found, "pmcid": one} if found else {**lost}
        if told.get("pmid"):
            told["pmid"] = int(str(told["pmid"]))
        records.append({"requested-id": one, **{key: value for key, value in told.items() if value}})
    request = {"ids": wanted, "idtype": kind, "format": "json"}
    return as_json({"status": "ok", "request": request, "records": records})


def deleted(known: Known, asked: Asked) -> Said:
    """The list, packed."""
    body = gzip.compress("".join(f"{pmid}\n" for pmid in ("1", *known.deleted)).encode(), mtime=0)
    return Said(200, body, "application/x-gzip")


def agencies(known: Known, asked: Asked) -> Said:
    """Who registered each DOI of a list."""
    found: list[dict[str, str]] = []
    for part in asked.path.removeprefix("/doiRA/").split(","):
        doi = unquote(part)
        agency = known.agencies.get(doi.lower())
        found.append({"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"})
    return Said(200, json.dumps(found, indent=1).encode(), "application/json;charset=UTF-8")
