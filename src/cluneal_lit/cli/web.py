"""What `check` asks the web: the pages that are named, and with `--links` where the links of documents lead."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cluneal_lit.addresses import host, names_someone
from cluneal_lit.cli import progress, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.documents import webpage
from cluneal_lit.documents.file import File
from cluneal_lit.errors import ConfigError, SourceError
from cluneal_lit.model import Document, Finding, Services
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import web
from cluneal_lit.pipeline.linked import linked

if TYPE_CHECKING:
    from cluneal_lit.http import Http

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PAGE = (30.0, 60.0)  # seconds between two pieces of an answer, and for the whole
_LINK = (10.0, 20.0)
_SHOWN = 5  # reasons


def pages(project: Project, options: argparse.Namespace) -> dict[str, File | Finding]:
    """The pages whose addresses are among the files, or what is told of one that cannot be had.

    Raises ConfigError where nobody may be asked, and for an address with a password, which is not repeated.
    """
    named = [path for path in dict.fromkeys(options.files) if _ADDRESS.fullmatch(path)]
    if any(map(names_someone, named)):
        raise ConfigError("an address holds a name or password; name the page without it, or save it and name the file")
    if named and options.offline:
        raise ConfigError(f"{named[0]}: --offline opens no connection; leave it out, or name a file with the page")
    found: dict[str, File | Finding] = {}
    for url in named:
        if not host(url):
            found[url] = Finding(
                "LIT101", url, values={"reason": "is no address of a page", "do": "Check the address."}
            )
            continue
        with _network(project, _PAGE, host(url)) as network:
            try:
                answer = web.page(url, network)
            except SourceError as error:
                reason, _, do = str(error).partition("; ")
                found[url] = Finding("LIT101", url, values={"reason": reason, "do": f"{do[:1].upper()}{do[1:]}."})
            else:
                found[url] = webpage.file(url, answer.body, answer.content_type)
    return found


def links(project: Project, options: argparse.Namespace, documents: Iterable[Document]) -> tuple[Finding, ...]:
    """What is wrong with the links of documents. How many gave no answer, and why, is said on standard error."""
    named = (host(path) for path in options.files if _ADDRESS.fullmatch(path))
    with _network(project, _LINK, *named) as network, progress.shown() as told:
        found = linked(documents, network, lambda known, total: told("links", known, total))
    silent = sum(number for _, number in found.unknown)
    if silent:
        terminal.progress(f"of {words.counted(found.asked, 'link')} {silent} cannot be told, which is no finding:")
    for why, number in found.unknown[:_SHOWN]:
        terminal.progress(f"  {f'{number} times ' if number > 1 else ''}{why}")
    if len(found.unknown) > _SHOWN:
        terminal.progress(f"  and {len(found.unknown) - _SHOWN} other reasons")
    return found.findings


def _network(project: Project, patience: tuple[float, float], *named: str) -> Http:
    """The way into the open web, to hosts that were named, and to those that stand in for services.

    Nobody is told who asks: the e-mail address is for the services.
    """
    from cluneal_lit.http import Http
    from cluneal_lit.http.call import Patience
    from cluneal_lit.http.host import Persistence

    read, whole = patience
    known = {*named, *(host(address) for _, address in work.elsewhere(project))}
    return Http(
        Services(),
        known=frozenset(known - {""}),
        patience=Patience(read=read, whole=whole),
        persistence=Persistence(tries=2),
    )
