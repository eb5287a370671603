"""Whether a text that fits another work is that work's, and not that of the one which its identifier names."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cluneal_lit import ends, titles
from cluneal_lit.citations.matching.candidates import is_place_of
from cluneal_lit.citations.matching.match import best
from cluneal_lit.compare import first_author, page, title, volume, year
from cluneal_lit.model import Citation, Fields, Record
from cluneal_lit.preprints import is_preprint
from cluneal_lit.titles import compact

_PLACE = (volume, page)
_TELLING = 20  # letters of a title that stand in another by no accident


def may_be(citation: Citation, named: Sequence[Record]) -> bool:
    """Whether a text says so much that it may be another work's than that of the records which its identifiers name."""
    cited = citation.fields
    if not cited.title and not (cited.volume and cited.page):
        return False
    if any(_is_there(cited, record.fields) for record in named):
        return False
    if named and all(_is_unlike(cited, record.fields) or _says_more(cited, record.fields) for record in named):
        return True
    return best(citation, named, "").answer != "match"


def is_of(citation: Citation, named: Sequence[Record], other: Sequence[Record]) -> bool:
    """Whether a text that fits another work surely is of that work alone.

    A title that is none of the named works' decides; beside one that is near, as those of parts and of reports of one
    study are, the other work's year and place must be the text's. Both must be no records of one work.
    """
    if any(_are_tied(mine, its) for mine in other for its in named):
        return False
    said = [title(citation.fields, record.fields).relation for record in named]
    is_near = any(relation != "contradicting" for relation in said)
    if is_near and not (_is_placed(citation.fields, other) or _is_titled(citation.fields, named, other)):
        return False
    return not any(_are_one(citation, mine, its) for mine in other for its in named)


def _is_there(cited: Fields, record: Fields) -> bool:
    """Whether a text has a record's title and no other place."""
    if title(cited, record).relation != "equal":
        return False
    if (cited.volume, cited.page) == (record.volume, record.page):
        return True
    return not any(check(cited, record).relation == "contradicting" for check in _PLACE)


def _is_unlike(cited: Fields, record: Fields) -> bool:
    """Whether a record without a place, as those of works ahead of print are, has neither title nor year of a text that
    has one."""
    if not (cited.volume and cited.page) or record.volume or record.page or record.number:
        return False
    is_other = title(cited, record).relation != "missing" and compact(cited.title) != compact(record.title)
    return is_other and year(cited, record).relation not in ("equal", "missing")


def _says_more(cited: Fields, record: Fields) -> bool:
    """Whether the title of a text has that of a record in it, and more."""
    ours, theirs = compact(cited.title), compact(record.title)
    return len(theirs) >= _TELLING and theirs in ours and theirs != ours


def _is_placed(cited: Fields, other: Sequence[Record]) -> bool:
    """Whether nothing by which works are told apart contradicts a record, and its page or volume is the text's."""
    found = ([check(cited, record.fields).relation for check in (*_PLACE, year, first_author)] for record in other)
    return any("contradicting" not in relations and "equal" in relations[:2] for relations in found)


def _is_titled(cited: Fields, named: Sequence[Record], other: Sequence[Record]) -> bool:
    """Whether a text that says no place has title, year and first author of the other work, and no title of the named
    ones, not even one without its subtitle."""
    if cited.volume or cited.page or any(_has_title(cited, record.fields) for record in named):
        return False
    return any(
        [check(cited, record.fields).relation for check in (title, year)] == ["equal", "equal"]
        and first_author(cited, record.fields).relation != "contradicting"
        for record in other
    )


def _has_title(cited: Fields, record: Fields) -> bool:
    return title(cited, record).relation == "equal" or titles.compact(cited.title) in titles.heads(record.title)


def _are_tied(mine: Record, its: Record) -> bool:
    """Whether a registry says that one is the other's preprint, whatever their titles."""
    return any(
        tie.kind == "preprint" and not {*tie.ids.keys()}.isdisjoint(other.ids.keys())
        for one, other in ((mine, its), (its, mine))
        for tie in one.relations
    )


def _are_one(citation: Citation, mine: Record, its: Record) -> bool:
    """Whether two records may be one work's: one is a slip of the other, or the other's preprint, or its title at the
    same place is in another language."""
    if is_place_of(mine.fields, its.fields) and not _are_named_apart(mine, its):
        return True
    if _is_titled_otherwise(citation.fields, mine.fields, its.fields) and _are_named_apart(mine, its):
        return False
    if is_preprint(mine) != is_preprint(its) and title(mine.fields, its.fields).relation != "contradicting":
        return True
    if _is_unlike(citation.fields, its.fields) and _are_named_apart(mine, its) and _has(citation.fields, mine.fields):
        return False  # no slip of the other's: both have names of one kind, and the text is exactly one of them
    described = replace(citation, fields=mine.fields, raw="")
    return best(described, (its,), "").answer == "match"


def _is_titled_otherwise(cited: Fields, mine: Fields, its: Fields) -> bool:
    """Whether a text has the title of one record, which is the other's with words before it (`Data from: …`) or with
    what makes it another text's behind it. Registries leave out other subtitles."""
    whole = compact(mine.title)
    if compact(cited.title) != whole or not _says_more(mine, its):
        return False
    behind = ends.parts(mine.title)[len(ends.parts(its.title)) :]
    return whole.endswith(compact(its.title)) or any(
        ends.names_another(end) or ends.names_a_form(end) for end in behind
    )


def _has(cited: Fields, record: Fields) -> bool:
    """Whether a text has title, year, volume and page of a record."""
    is_titled = compact(cited.title) == compact(record.title)
    return is_titled and all(check(cited, record).relation == "equal" for check in (year, *_PLACE))


def _are_named_apart(mine: Record, its: Record) -> bool:
    """Whether the two have different names of one kind, as two abstracts on one page do."""
    return any(
        one and other and one != other for one, other in ((mine.ids.doi, its.ids.doi), (mine.ids.pmid, its.ids.pmid))
    )
