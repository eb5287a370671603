"""Which records are of preprints, and what the DOIs of a preprint's versions share."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cluneal_lit.journals import SERVER, is_server
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Ids, Record

_OPEN = frozenset(("article-journal", "document", "manuscript", "webpage"))
# `arXiv preprint arXiv:1706.03762`, as Google Scholar calls what its works stand in.
_ARXIV = late(
    r"^arxiv(?:\.org)?(?:\s+(?:preprints?|e-?prints?))?,?(?:\s*\(?arxiv:\s*[\w.-]+(?:/\d+)?\)?)?"
    r"(?:\s*\[[\w.-]+\])?$",
    re.IGNORECASE,
)
_KINDS = frozenset(("preprint", "posted-content"))
# The prefixes of servers, and what a server's DOIs begin with where it shares one with journals.
_DOI = late(
    r"10\.(?:1101/(?:20\d\d\.|\d{6})|64898/|2139/ssrn|21203/rs|31234/|31219/|48550/|20944/preprints|26434/|31730/|36227/)"
)
# Addresses of preprints; others stand on some of these hosts as well.
_ADDRESS = late(
    r"//(?:[\w-]+\.)*(?:\w{0,8}rxiv\.(?:org|com)|researchsquare\.com|preprints\.org|ssrn\.com|authorea\.com|essoar\.org"
    r"|preprints\.(?:jmir\.org|scielo\.org)|osf\.io/(?:[\w-]+/)?preprints|europepmc\.org/\w+/ppr|peerj\.com/preprints"
    r"|cambridge\.org/engage|f1000research\.com/preprints)\b",
    re.IGNORECASE,
)
# The words of formats without a type for preprints under which a record says to be one, or where it stands.
_SAID = "howpublished type archiveprefix eprinttype M3".split()
_NOTES = ("note", "N1")
# A note says so by what it begins with: `Preprint`, `bioRxiv 2020.01.01.123456`, `Posted on medRxiv`.
_NOTED = late(
    rf"^\W*(?:(?:an?|the|available|published|posted|at|in|on|from|as|online)\W+)*"
    rf"(?:e?pre-?prints?\b|{SERVER.pattern})",
    re.IGNORECASE | re.MULTILINE,
)
# The version behind the DOI: 10.21203/rs.3.rs-1800050/v1, 10.20944/preprints202001.0001.v2
_VERSION = re.compile(r"(?:/|(?<=\d)\.?)v\d{1,2}$")


def stem(doi: str) -> str:
    """The DOI of a preprint without its version."""
    return _VERSION.sub("", doi)


def typed(fields: Fields, ids: Ids) -> Fields:
    """The fields; of what stands in no journal and at a server, as programs write preprints whose formats have no type
    for them, as those of a preprint."""
    if fields.type not in _OPEN or not _is_at_server(fields, ids):
        return fields
    bare = replace(fields, type="article", container_title=_ARXIV.sub("arXiv", fields.container_title))
    return replace(bare, publisher="arXiv") if ids.arxiv and not (bare.publisher or bare.container_title) else bare


def _is_at_server(fields: Fields, ids: Ids) -> bool:
    if fields.container_title:
        return fields.container_title != _ARXIV.sub("", fields.container_title)
    return bool(ids.arxiv) or bool(_DOI.match(ids.doi)) or is_server(fields.publisher)


def is_preprint(*records: Record) -> bool:
    """Whether one of the records is of a preprint: by its kind, by its server, or by its DOI without a journal."""
    return any(map(_is_preprint, records))


def _is_preprint(record: Record) -> bool:
    fields = record.fields
    if not _KINDS.isdisjoint((fields.type, *map(str.lower, record.types))):
        return True
    if is_server(f"{fields.container_title} {fields.publisher}"):
        return True
    if fields.type == "article":  # CSL's word for what stands in no journal, which some give every article
        return not (fields.container_title and (fields.volume or fields.page))
    if fields.container_title:
        return False
    is_open = fields.type in _OPEN and not fields.volume and not fields.issue
    return bool(_DOI.match(record.ids.doi)) or (is_open and (bool(_ADDRESS.search(fields.url)) or _says_so(record)))


def _says_so(record: Record) -> bool:
    """Whether a record of no journal says in words that it is a preprint, or names a server."""
    said = "\n".join((record.fields.genre, *(str(record.custom.get(word, "")) for word in (*_SAID, *_NOTES))))
    return bool(_NOTED.search(said))
