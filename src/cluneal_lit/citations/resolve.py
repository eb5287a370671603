"""Which work each citation means: by its identifiers, its key, its text, or through the list a marker points at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cluneal_lit import identifiers
from cluneal_lit.citations.match import Index, Match, string
from cluneal_lit.compare import contradict
from cluneal_lit.model import Citation, Ids, Resolution, Work


def resolutions(
    citations: Sequence[Citation], works: Sequence[Work], links: Mapping[str, str]
) -> tuple[Resolution, ...]:
    """A resolution for each citation, in their order; `links` lead from an old identifier to the one it is now."""
    by_id, known = _by_id(works), {work.keys[0]: work for work in works}
    aliases = {alias: work.keys[0] for work in reversed(works) for alias in work.keys[1:]}
    by_key = aliases | {work.keys[0]: work.keys[0] for work in works}
    index = Index({work.keys[0]: work.records for work in works})
    matches: dict[str, Match] = {}
    found: list[Resolution] = []
    for citation in citations:
        if citation.form == "marker":
            found.append(Resolution(citation))
            continue
        now = [links.get(name, name) for name in citation.ids.keys()]
        cited = _without_preprint({name: by_id[name] for name in now if name in by_id}, known)
        ids = identifiers.ids(now)
        if cited:
            found.append(Resolution(citation, cited, "id", ids))
        elif citation.cited_as in by_key:
            found.append(Resolution(citation, (by_key[citation.cited_as],), "key", ids))
        elif citation.fields:
            if citation.id not in matches:
                matches[citation.id] = index.match(citation.fields, string(citation))
            found.append(_by_text(citation, ids, matches[citation.id]))
        else:
            found.append(Resolution(citation, ids=ids))
    return _through_lists(found)


def _by_id(works: Iterable[Work]) -> dict[str, str]:
    """The work of each identifier, a paper's at arXiv by both of its names.

    A trial's number is no work's name, an ISBN only a whole book's.
    """
    found: dict[str, str] = {}
    for work in works:
        book = any(record.fields.type == "book" for record in work.records)
        for name in work.ids.keys():
            if not name.startswith(("nct:", "isbn:")) or (book and name.startswith("isbn:")):
                found[name] = work.keys[0]
    others = {identifiers.twin(name): key for name, key in found.items()}
    return {**{name: key for name, key in others.items() if name}, **found}


def _without_preprint(cited: Mapping[str, str], works: Mapping[str, Work]) -> tuple[str, ...]:
    """The works that a citation's identifiers name, without the preprint at arXiv of another of them."""
    papers = {key for name, key in cited.items() if not (name.startswith("arxiv:") or identifiers.twin(name))}
    return tuple(
        key
        for key in dict.fromkeys(cited.values())
        if key in papers or not any(_is_version(works[key], works[paper]) for paper in papers)
    )


def _is_version(one: Work, other: Work) -> bool:
    return not any(contradict(mine.fields, its.fields) for mine in one.records for its in other.records)


def _by_text(citation: Citation, ids: Ids, match: Match) -> Resolution:
    sure = match.answer == "match"
    works = (match.candidate,) if sure else ()
    return Resolution(citation, works, "text" if sure else "", ids, match.answer, match.score, match.why)


def _through_lists(found: list[Resolution]) -> tuple[Resolution, ...]:
    """Markers get the works of the list entries that they mean, in the same document."""
    by_id: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    by_number: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for resolution in found:
        citation = resolution.citation
        if citation.in_list:
            by_id[citation.document, citation.id].update(dict.fromkeys(resolution.works))
        if citation.in_list and citation.number is not None:
            by_number[citation.document, citation.number].update(dict.fromkeys(resolution.works))
    return tuple(
        _through_list(resolution, by_id, by_number) if resolution.citation.form == "marker" else resolution
        for resolution in found
    )


def _through_list(
    marker: Resolution,
    by_id: Mapping[tuple[str, str], Iterable[str]],
    by_number: Mapping[tuple[str, int], Iterable[str]],
) -> Resolution:
    """The marker with its works: those of the entries that it is joined to, else by its numbers."""
    citation, document = marker.citation, marker.citation.document
    meant = [by_id.get((document, name), ()) for name in citation.cites]
    works = dict.fromkeys(
        work
        for entry in meant or [by_number.get((document, number), ()) for number in citation.numbers]
        for work in entry
    )
    return Resolution(citation, tuple(works), "list" if works else "")
