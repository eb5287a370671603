"""Whether two names are of one journal or conference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace
from rapidfuzz import fuzz

from cluneal_lit import journals, known_journals
from cluneal_lit.checks import acronyms, meetings, said, subtitles, tongues
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields

_COUNTED = late(
    r"^(?:the\s+)?(?:proceedings?|proc\.?|conference record|abstracts)?(?:\s+(?:of|on))?(?:\s+the)?\s*"
    r"(?:(?:19|20)\d\d\s*|\d{1,3}(?:st|nd|rd|th)\s*|annual\s*)*",
    re.IGNORECASE,
)
_COUNTRY = late(r"\s*(?:\bof the\s+)?(?:united states of america|\bu\.?\s?s\.?\s?a\.?)\s*$", re.IGNORECASE)
# Whose meeting it is, which some leave out.
_ORGANISERS = late(r"\b(?:IEEE|ACM|CVF|USENIX|SIAM|IFIP|Comput(?:er)?\.? Soc(?:iety)?\.?)(?!\w)", re.IGNORECASE)
# Where its reviews stand, by the name of the whole or of the part.
_COCHRANE = re.compile(r"(?:the\s+)?cochrane\s+(?:libr|d(?:ata)?b)", re.IGNORECASE)
_NEW_YORK = re.compile(r"\bN\.?Y\b")  # `Ann NY Acad Sci`
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|'\d\d\b")
# Words behind a journal's name that make it another journal's, whole and shortened.
_OTHERS = frozenset(
    "research res science sciences sci open reports rep letters lett practice pract education educ case cases spine"
    " workshop workshops advances methods plus therapy suppl supplement supplements supplementum pediatr pediatrics"
    " lessons".split()
)
_SUPPLEMENT = re.compile(r"[,\s]*\bsuppl\w*", re.IGNORECASE)
# As NLM parts the names of one journal: `Zhongguo zhen jiu = Chinese acupuncture & moxibustion`, `CMAJ : Canadian …`,
# `Masui. The Japanese journal of anesthesiology`.
_PARALLEL = late(r"\s+[=:]\s+|\.\s+(?=(?:The\s)?(?:[A-Z]\w+\s)?(?:[Jj]ournal\sof|Revue)\b)")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")
_OFFICIAL = late(
    r"(?:the |an? )?(?:official|journal of the|publication|organ\b|organo|organe|offizielles|zeitschrift der)",
    re.IGNORECASE,
)
_SPELT = 92  # likeness of names of which one is misspelt
_TELLING = 3  # words of a meeting's name, "conference" among them, that are no name yet
# The meeting whose abstracts a journal prints, as Embase puts it behind the journal.
_MEETING = re.compile(r"\.\s*Conference\b.*$")


def same(citation: Citation, record: Fields) -> bool:
    """Whether the citation names the record's journal, or of a chapter's two containers, book and series, either."""
    if citation.fields.container_title == record.container_title != "":
        return True
    cited = citation.fields
    is_supplement = bool(_SUPPLEMENT.search(f"{citation.raw} {cited.container_title} {cited.volume} {cited.issue}"))
    ours = named(replace(cited, collection_title=""), is_supplement=is_supplement)
    theirs = named(record, is_supplement=is_supplement)
    if _are_parallel(ours, theirs):
        return True
    # Of names in several scripts those in the citation's own tell: nobody can compare it with the others.
    is_article = record.type == "article-journal"
    return any(
        alike(one, other)
        and not (is_article and subtitles.goes_on(one, other, record) and not journals.is_meeting(one))
        for one in ours
        for other in [name for name in theirs if not tongues.apart(one, name)] or theirs
    )


def named(fields: Fields, *, is_supplement: bool = False) -> list[str]:
    """The names of a journal or of book and series; of a supplement that is said to be one also the journal's."""
    title, short = fields.container_title, fields.container_title_short
    names = [name for name in (journals.with_section(title, short), short, fields.collection_title) if name]
    return [*names, *(_SUPPLEMENT.sub("", name) for name in names)] if is_supplement else names


def is_another(name: str, record: Fields) -> bool:
    """Whether a name is, as a whole, that of a journal of the public lists which is none of the record's."""
    return all(_are_others(name, other) for other in named(record, is_supplement=True))


def _are_parallel(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a name is, each word whole or shortened, one of several that the other side sets beside each other."""
    beside = [{name for one in names for name in _parallel(one)} for names in (ours, theirs)]
    pairs = [(one, name) for one in ours for name in beside[1]] + [(one, name) for one in theirs for name in beside[0]]
    return any(
        journals.likeness(*pair) >= 0.95 and not _is_other_word(*pair) and not _are_others(*pair) for pair in pairs
    )


def _parallel(title: str) -> list[str]:
    """The other names that a title has beside its own: in another language, or in full behind an acronym."""
    if not _PARALLEL.search(title):
        return []
    names = (name.strip(" []") for name in _PARALLEL.split(title))
    return [name for name in names if not _OFFICIAL.match(name) and len(journals.significant(name)) > 1]


@lru_cache(maxsize=16384)
def alike(one: str, other: str) -> bool:
    """Whether two names are one venue's: a word that is another makes another venue, a slip in one does not."""
    one, other = (_NEW_YORK.sub("N Y", _MEETING.sub("", name)) for name in (one, other))
    if said.letters(one) == said.letters(other) or known_journals.are_one(one, other):
        return True
    if _are_others(one, other):
        return False
    if subtitles.is_section(one, other) or subtitles.is_section(other, one) or _are_of_two_lands(one, other):
        return False
    if any(journals.likeness(*pair) >= 0.95 and not _is_other_word(*pair) for pair in _closed_up(one, other)):
        return True
    if subtitles.only_adds(one, other) or subtitles.only_adds(other, one):
        return True
    left, right = (
        journals.significant(_COUNTRY.sub("", _YEAR.sub(" ", _COUNTED.sub("", _unorganised(name)))))
        for name in (one, other)
    )
    if not left or not right:
        return False
    if tongues.apart(one, other) or meetings.same(one, other) or _server(one) == _server(other) != "":
        return True
    short, long = sorted((left, right), key=len)
    is_other = not _OTHERS.isdisjoint(long[len(short) :][:1]) and journals.abbreviates(short, long[: len(short)])
    if is_other or journals.are_sisters(short, long):
        return False
    if short == long[: len(short)] and (len(short) > 1 or len(long) == 1):
        return True
    if len(short) > 2 and (_runs(short, long) or _runs(long, short)):
        return True
    if len(short) > 3 and _series(short) == _series(long):
        return True
    if any(acronyms.is_headed(*pair) or acronyms.is_doubled(*pair) for pair in ((short, long), (long, short))):
        return True
    whole = journals.significant(one), journals.significant(other)
    if acronyms.is_made_of(*whole) or acronyms.is_made_of(*reversed(whole)):
        return True
    if acronyms.is_joined(short, long) or acronyms.is_joined(long, short):
        return True
    if journals.abbreviates(short, long) or acronyms.is_made_of(short, long) or acronyms.is_made_of(long, short):
        return True
    return len(left) == len(right) and all(fuzz.ratio(*pair) >= _SPELT for pair in zip(left, right, strict=True))


def _closed_up(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Two names, and where they have hyphens, which NLM's abbreviations close up, also without: `J Neurooncol`."""
    yield one, other
    if _HYPHEN.search(one) or _HYPHEN.search(other):
        yield _HYPHEN.sub("", one), _HYPHEN.sub("", other)


def _are_others(one: str, other: str) -> bool:
    """Whether the public lists have the names for two journals, and neither has only its acronym before it."""
    if not known_journals.are_others(one, other):
        return False
    names = journals.significant(one), journals.significant(other)
    return not (acronyms.is_doubled(*names) or acronyms.is_doubled(*reversed(names)))


def _unorganised(name: str) -> str:
    """A name without whose meeting it is, where enough is left to tell it."""
    bare = _ORGANISERS.sub(" ", name)
    return bare if len(journals.significant(bare)) > _TELLING else name


def _server(name: str) -> str:
    """The server of preprints that a name has, DBLP's name of arXiv's among them, or Cochrane's library."""
    if _COCHRANE.match(name):
        return "cochrane"
    found = journals.SERVER.search(name)
    return found[0].lower().replace("corr", "arxiv") if found else ""


def _runs(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of a name begin another in order, each whole or shortened: a subtitle or series is left out."""
    rest = long[: len(short) + 1]
    return len(rest) >= len(short) and journals.abbreviates(short, rest[: len(short)])


def _series(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that has series, without place and the word for it: `Phil Trans R Soc B`."""
    kept = tuple(word for word in words if word not in ("london", "series", "section", "part"))
    letter = next((at for at, word in enumerate(kept) if at > 1 and len(word) == 1), len(kept))
    return kept[: letter + 1]


def _are_of_two_lands(one: str, other: str) -> bool:
    """Whether a name is another behind a word that its `J` could stand for: `J Clin Oncol`, `Jpn J Clin Oncol`."""
    short, long = sorted((journals.significant(one), journals.significant(other)), key=len)
    if len(long) != len(short) + 1 or short[:1] not in (("j",), ("journal",)) or not long[0].startswith("j"):
        return False
    return journals.abbreviates(short, long[1:]) or journals.abbreviates(long[1:], short)


def _is_other_word(one: str, other: str) -> bool:
    """Whether names of as many words differ in one that abbreviates nothing: `Neurology`, `Neuroscience`."""
    left, right = journals.significant(one), journals.significant(other)
    if left == right or journals.abbreviates(left, right) or journals.abbreviates(right, left):
        return False
    return len(left) == len(right) and any(fuzz.ratio(*pair) < _SPELT for pair in zip(left, right, strict=True))
