"""The sentences of the statement of the check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit import __version__
from cluneal_lit.model import STATUSES, Collection, Entry
from cluneal_lit.outputs import counting, fates, words
from cluneal_lit.registries import spoken

PROGRAM = f"cluneal-lit {__version__}"
# For one and for several.
_VERDICTS = {
    "verified": ("was verified", "were verified"),
    "inexact": ("names the right work with wrong details", "name the right works with wrong details"),
    "mismatch": (
        "describes another work than its identifier names",
        "describe other works than their identifiers name",
    ),
    "absent": ("has an identifier that does not exist", "have identifiers that do not exist"),
    "conflict": ("could not be verified because the sources contradict each other",) * 2,
    "unresolved": ("could not be verified because no certain work was found",) * 2,
    "unchecked": ("could not be verified yet",) * 2,
}
_ALWAYS = ("retracted", "concern", "corrected")  # told even when there is none


class Part(Struct, frozen=True):
    """What one document cites, or all: references and identifiers by verdict, and the works to which they lead."""

    verdicts: Mapping[str, int]
    unknown: int  # references and identifiers that lead to no work
    markers: int
    dangling: int  # markers that no reference answers
    works: Sequence[Entry]

    @property
    def references(self) -> int:
        return sum(self.verdicts.values())

    @property
    def statuses(self) -> dict[str, int]:
        return counting.statuses(self.works)

    @property
    def claimed(self) -> dict[str, int]:
        """How many of `statuses` only a library or a document tells: no service was heard about the work."""
        unheard = (one for one in self.works if one.status.checked and not any(source.day for source in one.sources))
        return counting.statuses(unheard)

    @property
    def provisional(self) -> dict[str, int]:
        return counting.provisional(self.works)


def scope(collection: Collection, whole: Part, heard: bool) -> str:
    """What was checked, or found and read as long as nobody was heard about it, and with which program."""
    documents = words.counted(len(collection.documents), "document")
    named = f"the collection “{collection.title}”" if collection.title else "the collection"
    if not collection.documents:
        return f"There was no document in {named} to check with {PROGRAM}."
    if not whole.references + whole.markers:
        return f"No citation was found with {PROGRAM} in {documents} of {named}."
    done = "checked" if heard else "found and read"
    cited = words.joined([part for part in (_references(whole), _markers(whole)) if part])
    return f"The citations in {documents} of {named} were {done} with {PROGRAM}: {cited}."


def sources(works: Sequence[Entry], days: Mapping[str, list[str]], alone: bool) -> str:
    """The sources in which the references were looked up, with the days; `alone`: there is one reference only."""
    if not days:
        return f"No source has answered about {'it' if alone else 'them'} yet."
    given = Counter(spoken(name) for entry in works for name in {one.source for one in entry.sources if one.day})
    records = {name: f"records of {words.counted(number, 'work')}, " for name, number in given.items()}
    said = [f"{name} ({records.get(name, '')}asked {words.span(found)})" for name, found in days.items()]
    return f"{'It was' if alone else 'They were'} looked up in {words.joined(said)}."


def verdicts(whole: Part) -> str:
    """How many references and identifiers stand how."""
    number, said = whole.references, [_phrase(_VERDICTS, *pair) for pair in whole.verdicts.items()]
    if number == 1:
        return f"It {said[0]}."
    if list(whole.verdicts) == ["unchecked"]:
        return f"None of the {number} could be verified yet."
    if len(said) == 1:
        return f"{'Both' if number == 2 else f'All {number}'} {said[0]}."
    told = [f"{count} {phrase}" for count, phrase in zip(whole.verdicts.values(), said, strict=True)]
    return f"Of the {number}, {words.joined(told)}."


def statuses(whole: Part) -> str:
    """How many works were retracted, doubted and corrected, or that this was not checked yet; empty without works."""
    claimed = whole.claimed
    told = [f"{number} {_phrase(fates.FATES, name, number)}" for name, number in claimed.items()]
    alone = f"By the word of the library alone, {words.joined(told)}." if claimed else ""
    return " ".join(filter(None, (_checked(whole, sum(claimed.values())), alone)))


def _checked(whole: Part, claimed: int) -> str:
    """What was heard of works; `claimed`: of how many more a library has told."""
    found = {name: number - whole.claimed.get(name, 0) for name, number in whole.statuses.items()}
    found = {name: number for name, number in found.items() if number}
    unchecked = found.pop("unchecked", 0)
    number = sum(found.values())
    known = _known(whole)
    if not number:
        which = f"{words.counted(unchecked, 'work')} {'was' if unchecked == 1 else 'were'}"
        if not claimed:
            which = "the work was" if unchecked == 1 else f"the {which}"
        return f"Whether {which} retracted or corrected has not been checked yet{known}." if unchecked else ""
    left = f"; {unchecked} could not be checked yet{known}" if unchecked else ""
    if number == 1:
        which = "The one work that was checked for retractions and corrections" if unchecked or claimed else "The work"
        (name,) = found
        said = "has no notice of retraction, correction or concern" if name == "none" else _phrase(fates.FATES, name, 1)
        return f"{which} {said}{left}."
    shown = [name for name in dict.fromkeys((*STATUSES, *found)) if name in found or name in _ALWAYS]
    told = [f"{found.get(name, 'none')} {_phrase(fates.FATES, name, found.get(name, 1))}" for name in shown]
    what = "retractions, corrections and expressions of concern"
    return f"Of the {number} works checked for {what}, {words.joined(told)}{left}."


def _known(whole: Part) -> str:
    """What is known already of works that were not checked."""
    told = [f"{number} {_phrase(fates.FATES, name, number)}" for name, number in whole.provisional.items()]
    return f" (known so far: {words.joined(told)})" if told else ""


def published(whole: Part) -> str:
    """How many works are preprints that have since been published; empty for none."""
    number = sum(counting.preprints(whole.works).values())
    which = "The work" if len(whole.works) == 1 else f"{number} of the works"
    are = "is a preprint that has" if number == 1 else "are preprints that have"
    return f"{which} {are} since been published." if number else ""


def unread(documents: Iterable[str]) -> str:
    """Which documents could not be read."""
    names = sorted(set(documents))
    verb = "is" if len(names) == 1 else "are"
    number = words.counted(len(names), "document")
    return f"{number} could not be read and {verb} not part of this: {', '.join(names)}." if names else ""


def further(number: int) -> str:
    """How many works of the collection the statement leaves out."""
    verb = "is" if number == 1 else "are"
    works = words.counted(number, "further work")
    return f"{works} of the collection {verb} cited nowhere and {verb} not counted." if number else ""


def line(part: Part) -> str:
    """What one document cites, in short."""
    if not part.references + part.markers:
        return "no citation."
    lost = f"; {part.unknown} without a known work" if part.unknown else ""
    told = (
        part.references
        and f"{words.counted(part.references, *counting.REFERENCES)} ({words.tally(part.verdicts)}{lost})",
        part.works and f"{words.counted(len(part.works), 'work')} ({words.statuses(part.statuses, part.provisional)})",
        (new := fates.preprints(counting.preprints(part.works))) and f"among them {new}",
        _markers(part),
    )
    asked = words.asked_on(one for work in part.works for one in work.sources)
    return f"{', '.join(str(one) for one in told if one)}. {asked}".rstrip()


def _references(whole: Part) -> str:
    number, known = whole.references, whole.references - whole.unknown
    works = words.counted(len(whole.works), "work")
    where = f"of which {known} {_lead(known)} to {works} and {whole.unknown} to no known work"
    if not known or not whole.unknown:
        where = f"which {_lead(number)} to {works if known else 'no known work'}"
    return f"{words.counted(number, *counting.REFERENCES)}, {where}{',' * bool(whole.markers)}" if number else ""


def _lead(number: int) -> str:
    return "leads" if number == 1 else "lead"


def _markers(part: Part) -> str:
    lost = f" ({part.dangling} without a reference)" if part.dangling else ""
    return f"{words.counted(part.markers, 'numbered marker')}{lost}" if part.markers else ""


def _phrase(phrases: Mapping[str, tuple[str, str]], name: str, number: int) -> str:
    one, several = phrases.get(name, (f"is “{name}”", f"are “{name}”"))
    return one if number == 1 else several
