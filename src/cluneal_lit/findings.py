"""The catalogue of findings: what each code means, how grave it is, and what a person does about it.

Codes: LIT1xx documents, 2xx identifiers, 3xx sources and store, 4xx matching and identity, 5xx editorial status,
6xx duplicates and collection, 7xx outputs.
"""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.folding import digest
from cluneal_lit.model import Finding

_NAMING = ("field", "id", "raw", "key")  # values that tell apart what is found at one citation
_LINE = re.compile(r"\bline \d+")
# What only those are told who ask for it, by the option of `check` that does.
ON_REQUEST = {"LIT107": "links", "LIT108": "links", "LIT210": "fix", "LIT415": "fix"}
# What something is that no document needs any more: who looks at some of them cannot tell.
OF_ALL = frozenset(("LIT411", "LIT421", "LIT612"))
LEVELS = ("note", "warning", "error")  # weak to strong


class Rule(Struct, frozen=True):
    """What is the same for every finding of a code; `message` and `do` are filled with the finding's values."""

    code: str
    level: str
    title: str
    message: str
    why: str
    do: str


CATALOGUE: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule(
            "LIT101",
            "error",
            "Document cannot be read",
            "cannot be read: {reason}",
            "A document that is not read is a document whose citations nobody checks.",
            "Make the file readable, or leave it out.",
        ),
        Rule(
            "LIT102",
            "note",
            "Document is not UTF-8",
            "is not UTF-8; it was read as {encoding}",
            "A wrongly guessed encoding spoils names and page ranges.",
            "Save the document as UTF-8.",
        ),
        Rule(
            "LIT103",
            "note",
            "Document is empty",
            "is empty: there is nothing to find in it",
            "An empty document is often a failed export.",
            "Export it again, or remove it.",
        ),
        Rule(
            "LIT104",
            "error",
            "Nothing matches",
            "is configured, but {reason}",
            "A document that is not read is a document whose citations nobody checks.",
            "Correct `documents` in cluneal-lit.toml, or put the file there.",
        ),
        Rule(
            "LIT105",
            "warning",
            "Document has no text layer",
            "{what}: run OCR",
            "What is only a picture of words is not read, and its citations are not checked.",
            "Run OCR over it (`ocrmypdf in.pdf out.pdf`), or take the file that the publisher offers.",
        ),
        Rule(
            "LIT106",
            "warning",
            "Part of a document cannot be read",
            "{reason}",
            "What stands in a part that is broken may be read wrongly or not at all.",
            "Mend it at this place.",
        ),
        Rule(
            "LIT107",
            "warning",
            "Broken link",
            "{raw} leads nowhere: {answer}",
            "A reader who follows it finds nothing, and cannot see what the text rests on.",
            "Find where the page is now, or link to a copy of it, such as https://web.archive.org/ has.",
        ),
        Rule(
            "LIT108",
            "note",
            "Link that moved for good",
            "{raw} has moved for good to {to}",
            "Redirections end some day, and some lead to another page than the one that is meant.",
            "Write {to} in its place, if that is the page that is meant.",
        ),
        Rule(
            "LIT109",
            "warning",
            "Nothing public matches",
            "is called public, but no document is meant by it",
            "The site leaves out what such documents cite, and nobody sees that it is missing.",
            "Correct `public` in cluneal-lit.toml, or put the document there.",
        ),
        Rule(
            "LIT110",
            "warning",
            "Bibliography is not there",
            "{file} is named as the bibliography, and there is no such file",
            "Nobody knows the works of the keys, and the rendered document will print question marks.",
            "Put the file there, or correct its name.",
        ),
        Rule(
            "LIT201",
            "error",
            "Malformed identifier",
            "{raw} looks like {kind} but is none: {reason}",
            "A reader who follows it arrives nowhere.",
            "Look the work up and copy its identifier anew.",
        ),
        Rule(
            "LIT202",
            "error",
            "Unknown identifier",
            "{id} does not exist: {answer}{meant}",
            "Mistyped and invented identifiers are the commonest errors of copied references.",
            "Search the title at {where} and correct the identifier.",
        ),
        Rule(
            "LIT203",
            "error",
            "Identifiers name different works",
            "{ids} are different works: {titles}",
            "One of the identifiers was pasted from another reference.",
            "Keep the identifier of the work that is meant and remove the other.",
        ),
        Rule(
            "LIT204",
            "note",
            "DOI of another agency",
            "{id} is registered with {agency}, which is not asked",
            "The DOI is real; of the agencies only Crossref and DataCite are asked about what they registered.",
            "Nothing, or add the work to references/library/.",
        ),
        Rule(
            "LIT205",
            "warning",
            "Identifier was replaced",
            "{id} is now {to}",
            "Merged records keep working for a while; the old number will stop doing so.",
            "Write {to} in its place.",
        ),
        Rule(
            "LIT206",
            "note",
            "Identifier is not looked up",
            "{id}: {where} are not asked, so nothing is known of the work",
            "An identifier that nobody looked up may be mistyped.",
            "Add the work's PMID or DOI to the document, or the work to references/library/.",
        ),
        Rule(
            "LIT207",
            "warning",
            "DOI without a record",
            "{id} is one of {agency}'s, but {agency} has no record of it (asked {day})",
            "A DOI is new for some days before its record is there; one that stays without is a publisher's slip.",
            "Try its address in a browser; it is asked about again later.",
        ),
        Rule(
            "LIT208",
            "error",
            "Deleted PMID",
            "{id} was deleted from PubMed: it stands in NCBI's list of deleted PMIDs (asked {day})",
            "The record was a mistake, or a second one of a work; a reader who follows the PMID arrives nowhere.",
            "Search the title at https://pubmed.ncbi.nlm.nih.gov/ and write the PMID that the work has now.",
        ),
        Rule(
            "LIT209",
            "warning",
            "Not there yet",
            "{id} is not there yet: {source} had no such record on {day}, and the citation says {year}",
            "New works come to the registries days or months after they appear; a mistyped identifier looks the same.",
            "See whether the identifier is right; it is asked about again on another day.",
        ),
        Rule(
            "LIT210",
            "note",
            "Identifier not in its normal form",
            "{raw} is {to} in its normal form",
            "Old resolvers and addresses end some day, and programs compare identifiers as they are written.",
            "Write {to} in its place; `cluneal-lit check --fix` does it.",
        ),
        Rule(
            "LIT211",
            "note",
            "DOI with an end that belongs to a publisher's address",
            "{raw} ends as publishers' addresses do: the DOI is {to}",
            "What publishers hang behind a DOI in the addresses of their pages is hardly ever a part of it. The DOI "
            "without it is meant, unless the one with it exists.",
            "Write {to} in its place; `cluneal-lit check --fix` does it in texts that people write, BibTeX and RIS.",
        ),
        Rule(
            "LIT301",
            "warning",
            "Source gave no answer",
            "{source}: {reason}",
            "What could not be asked is unchecked, not false.",
            "Run `cluneal-lit refresh` again later; it asks only what is missing.",
        ),
        Rule(
            "LIT302",
            "error",
            "Record is no longer there",
            "{source} no longer has {id} (asked {day}); what it said before is kept",
            "Records are withdrawn or merged; a reader who follows the identifier arrives nowhere.",
            "Open the identifier's page and see what became of the work.",
        ),
        Rule(
            "LIT303",
            "error",
            "File of the collection cannot be read",
            "cannot be read: {reason}",
            "What stands in it is missing from every output.",
            "Do what it says, or mend the file; its content was left as it is.",
        ),
        Rule(
            "LIT304",
            "note",
            "Not verified",
            "{id}: no service has answered about it; {basis}",
            "Until a service has answered, the details rest on the document or on your own library.",
            "Run `cluneal-lit refresh` where there is a network.",
        ),
        Rule(
            "LIT305",
            "note",
            "Record with a second identifier",
            "{source} gives the work {own} a second one, {other}",
            "One of the two may belong to another work; joined by it, two works would become one.",
            "Open both and see; the record's own identifier is the one that is used.",
        ),
        Rule(
            "LIT306",
            "warning",
            "Record is not what was received",
            "{id} is left aside: {reason}",
            "A record says what its source says; a change by hand would be printed as the source's word.",
            "Run `cluneal-lit refresh`: it asks again for what is cited; `prune` removes what nothing cites."
            " Corrections belong into the work's note.",
        ),
        Rule(
            "LIT311",
            "error",
            "Record was changed by hand",
            "{id} is not what was received: {reason}",
            "A record says what its source says; a change by hand would be printed as the source's word.",
            "Run `cluneal-lit refresh`, which asks again for what is cited; remove a file that is told even then.",
        ),
        Rule(
            "LIT312",
            "error",
            "Record is missing",
            "lock.jsonl has {id} as stored on {day}, and its file is not there",
            "What the source said is missing from every output.",
            "Run `cluneal-lit refresh`, which asks for it again, or take the file from git.",
        ),
        Rule(
            "LIT313",
            "note",
            "Stray file in the store",
            "{reason}",
            "A file that nothing reads is printed nowhere.",
            "Move it elsewhere; what a killed run left half written is removed by the next one that writes.",
        ),
        Rule(
            "LIT314",
            "warning",
            "Citation keys contradict each other",
            "{reason}",
            "Which of the keys a work is printed under is decided by a fixed order, not by who gave it.",
            "Take the last good version of keys.json from git, or remove the wrong one of the two.",
        ),
        Rule(
            "LIT315",
            "warning",
            "Stored record is not what its source says now",
            "{source}'s record {id}, {field}: the store has {old}, {source} has {new}",
            "Outputs rest on the store: its source has changed the record since, or somebody has changed the file.",
            "Look at what differs; `cluneal-lit refresh` takes the source's word and notes the change.",
        ),
        Rule(
            "LIT401",
            "warning",
            "Unresolved citation",
            "no work {where} matches this reference{nearest}",
            "A reference that leads to no work cannot be checked, and invented references look just like it.",
            "Add its PMID or DOI to the document, or the work to references/library/, or say which work it is: "
            "`cluneal-lit match`.",
        ),
        Rule(
            "LIT402",
            "warning",
            "Marker without a list",
            "{marker} points at reference {numbers}, but no numbered list in this document answers it",
            "A reader cannot find out which work is meant; the list was lost on the way.",
            "Restore the reference list, or replace the marker by the reference.",
        ),
        Rule(
            "LIT403",
            "error",
            "Citation and record are different works",
            "the text cites {cited}, but {id} is {found}{meant}",
            "The identifier belongs to another paper than the one described.",
            "Correct the identifier, or the reference.",
        ),
        Rule(
            "LIT404",
            "warning",
            "Cited text disagrees with the record",
            "{field}: the document has {cited}, {source} has {found}",
            "Wrong details are copied on, and readers search in vain.",
            "Correct the {field} in the document.",
        ),
        Rule(
            "LIT405",
            "warning",
            "Unknown citation key",
            "no work has the key {cited}",
            "The rendered document will print a question mark instead of a reference.",
            "Correct the key, or add the work to references/library/.",
        ),
        Rule(
            "LIT406",
            "warning",
            "Sources disagree",
            "{field}: {values}",
            "At least one of the sources is wrong; which one is printed is decided by a fixed order.",
            "Look at the paper; put the right value under `corrections` in its note.",
        ),
        Rule(
            "LIT407",
            "error",
            "Two works under one identifier",
            "{id} is claimed by records that contradict each other: {titles}",
            "Joined, they would print a reference to a paper that does not exist.",
            "Correct the identifier in references/library/, or open both pages and say it once:"
            " `cluneal-lit apart {about}` or `cluneal-lit join {about}`.",
        ),
        Rule(
            "LIT408",
            "warning",
            "Reference lacks a part",
            "the reference names no {field}; it is {found}",
            "A reader cannot find the work by what is written.",
            "Add the {field} to the reference.",
        ),
        Rule(
            "LIT409",
            "warning",
            "Author and year without an entry",
            "{marker} cites {names}, but no list in this document has such an entry",
            "A reader cannot find out which work is meant; an entry is missing, or a name or year is misspelled.",
            "Add the work to the reference list, or correct name and year.",
        ),
        Rule(
            "LIT410",
            "note",
            "Entry that nothing cites",
            "nothing in this document cites entry {entry}",
            "What is listed is taken for what the text rests on; the marker was lost, or the entry was left over. "
            "It is told only of lists of which at least half is cited: others are there for further reading.",
            "Cite the work where it belongs, or take it out of the list.",
        ),
        Rule(
            "LIT411",
            "warning",
            "Decision that decides nothing",
            "{kind} {id} for citation {citation}{text}: {reason}",
            "What a person once looked up is lost silently when the document or the collection changes.",
            "Remove the line with `cluneal-lit match --{kind} {citation} {id} --undo`, and decide anew.",
        ),
        Rule(
            "LIT412",
            "warning",
            "Decision about works that decides nothing",
            "{kind} {one} {other}: {reason}",
            "Works that a person once joined or kept apart are as if nobody had looked.",
            "Remove the line with `cluneal-lit {kind} {about} --undo`, and decide anew.",
        ),
        Rule(
            "LIT413",
            "note",
            "Record is wrong where the citation is right",
            "{source}'s record of {key}: {field}",
            "Who takes the record's word spoils a right citation; and the record is what is printed.",
            "Write what is right under `corrections` in the work's note, and tell the publisher.",
        ),
        Rule(
            "LIT415",
            "note",
            "Reference without an identifier",
            "the reference lacks {id}",
            "By a DOI or PMID a reader finds the work at once, and programs can check it.",
            "Add it to the reference; `cluneal-lit check --fix` does it.",
        ),
        Rule(
            "LIT416",
            "note",
            "Year of the electronic version",
            "the reference has {cited}, the year of the electronic version; the volume is of {printed} ({source})",
            "Readers who look for the volume in that year do not find it.",
            "Write {printed}, or leave it where your style wants the year of the first appearance.",
        ),
        Rule(
            "LIT417",
            "warning",
            "Key that the library has for another work",
            "{cited} cites “{title}”, whose key it was first; {file} has it for “{other}”, whose key here is {now}",
            "Who cites a work by the key that stands in the library gets another one.",
            "Cite {now} if that one is meant; else give the entry in the file another key.",
        ),
        Rule(
            "LIT418",
            "note",
            "What may be author and year without an entry",
            "{marker} is written as the citations of this document are; if it is one, no list has an entry {names}",
            "Towns, firms, products and events stand with a year as authors do, and only a person can tell. "
            "Where it is a citation, a reader cannot find out which work is meant.",
            "Add the work to the reference list if one is cited; else nothing need be done.",
        ),
        Rule(
            "LIT421",
            "warning",
            "Waiver that waives nothing",
            "waive {about}: {reason}",
            "What it was about is gone, or the line is mistyped; left, it may hide a finding to come.",
            "Remove the line with `cluneal-lit waive {called} --undo`.",
        ),
        Rule(
            "LIT422",
            "warning",
            "Waiver has expired",
            "waive {about} held until {until}{by}",
            "What somebody let pass for a time counts again.",
            "Remove the line with `cluneal-lit waive {called} --undo`, and mend what it is about, or waive that anew.",
        ),
        Rule(
            "LIT423",
            "warning",
            "Waived work changed again",
            "waive {about} was decided on {on}, and the status of {key} changed since ({changed})",
            "Who let it pass did not know what is known now.",
            "Look at the work anew; remove the line with `cluneal-lit waive {called} --undo`, and waive it again if it"
            " still may pass.",
        ),
        Rule(
            "LIT501",
            "error",
            "Cited work was retracted",
            "{key} was {status}{date}: {notice}",
            "Retracted results must not be relied on.",
            "Remove the citation, or say in the text that the work was retracted and why it is cited.",
        ),
        Rule(
            "LIT502",
            "warning",
            "Concern about a cited work",
            "there is an expression of concern about {key}{date}: {notice}",
            "The journal doubts the work and has not decided yet.",
            "Read the notice before you rely on the work.",
        ),
        Rule(
            "LIT503",
            "note",
            "Cited work was corrected",
            "{key} was {status}{date}: {notice}",
            "The correction may touch what you cite.",
            "Read the notice and see whether your sentence still holds.",
        ),
        Rule(
            "LIT504",
            "warning",
            "Newer version of a cited work",
            "{key} was superseded{date} by {newer}",
            "What the older version concludes may not hold any more.",
            "Read the newer version, see whether your sentence still holds, and cite the newer version.",
        ),
        Rule(
            "LIT505",
            "warning",
            "Cited preprint was published",
            "the preprint {key} has since been published: {published}",
            "Results and conclusions may have changed under review, and readers look for the published paper.",
            "Read the published paper and cite it in the preprint's place.",
        ),
        Rule(
            "LIT506",
            "warning",
            "Cited work was retired",
            "{key} was retired{date}: {notice}",
            "Its publisher no longer keeps it up; what it says may be out of date.",
            "Cite what stands in its place, or say in the text that it is cited for its history.",
        ),
        Rule(
            "LIT507",
            "warning",
            "Another report of the trial was retracted",
            "{key} reports the trial {id}, as {other} does, which was {status}{date}: {notice}",
            "What was wrong with one report of a trial may be wrong with the others.",
            "Read the notice, and see whether it concerns what you cite.",
        ),
        Rule(
            "LIT508",
            "note",
            "Cited guideline was published again",
            "the guideline {key} was published again: {again}",
            "Guidelines are published anew when they change, and in several journals at once.",
            "See which of them is current, and cite that one.",
        ),
        Rule(
            "LIT509",
            "note",
            "Sources disagree about the status",
            "{key}: {said}",
            "What one source states stands, though another is silent: it may be late, or one of them wrong.",
            "Read the notice that is named.",
        ),
        Rule(
            "LIT601",
            "warning",
            "Missing field",
            "{key} has no {fields}",
            "The printed reference is incomplete.",
            "Add it to references/library/ or under `corrections` in the note.",
        ),
        Rule(
            "LIT602",
            "warning",
            "Reading list names an unknown work",
            "no work has the key {cited}",
            "The item cannot be printed.",
            "Correct the key in the list, or add the work to references/library/.",
        ),
        Rule(
            "LIT603",
            "warning",
            "Note without a work",
            "no cited work and no record has {ids}",
            "The note is printed nowhere.",
            "Correct `works` in the note's front matter, or add the work to references/library/.",
        ),
        Rule(
            "LIT604",
            "warning",
            "No item of a reading list",
            "“{raw}” is no item: {reason}",
            "What stands between the items and is none is printed nowhere.",
            "Write `1. [@key] (must): reason`; indent what goes on with a reason, put other text above the items.",
        ),
        Rule(
            "LIT605",
            "warning",
            "Second note on a work",
            "{other} speaks for this work already",
            "One note is printed for a work; this one is printed nowhere.",
            "Put both into one file.",
        ),
        Rule(
            "LIT606",
            "warning",
            "Note that names no work",
            "says nowhere which work it is about",
            "The note is printed nowhere.",
            "Begin it with front matter: a line `---`, then `works: [pmid:29656623]`, then `---`.",
        ),
        Rule(
            "LIT607",
            "warning",
            "Key used twice",
            "{key} is also the key of an entry in {other}, and nothing says that both are one work",
            "Only one of two works can have the key; the other gets another one.",
            "Give one of the entries another id, or both the identifier of their work.",
        ),
        Rule(
            "LIT608",
            "note",
            "Records joined by likeness",
            "{one} and {other} are taken for one work: {how}",
            "No identifier says so; joined wrongly, two works would be printed as one.",
            "Nothing, or `cluneal-lit apart {about}`, which keeps them apart.",
        ),
        Rule(
            "LIT609",
            "warning",
            "One work or two",
            "{one} and {other} may be one work: {how}",
            "Apart, one work stands in the bibliography twice; joined wrongly, one of two is lost.",
            "Say it once: `cluneal-lit join {about}` or `cluneal-lit apart {about}`.",
        ),
        Rule(
            "LIT611",
            "warning",
            "Read again",
            "was reviewed {reviewed}, and the status of {key} changed since ({changed})",
            "What the note says rests on the work as it was.",
            "Read the notice, see whether the note still holds, and write the day under `reviewed`.",
        ),
        Rule(
            "LIT612",
            "note",
            "Unused library entries",
            "{number} entries are cited by no document, stand in no list and have no note: {keys}",
            "What nothing uses is asked about and kept current all the same.",
            "Nothing, or take them out of the file.",
        ),
        Rule(
            "LIT613",
            "warning",
            "Entry that BibTeX refuses",
            "{key}: {reason}",
            "BibTeX, Biber or a manager stops at it, or takes something else than what is meant.",
            "Correct it in the file.",
        ),
        Rule(
            "LIT614",
            "warning",
            "Keys that differ by capitals alone",
            "{key} and {other} in {where} are two works",
            "BibTeX knows no capitals and takes one for the other; here one of them gets another key.",
            "Give one of them another key.",
        ),
        Rule(
            "LIT615",
            "warning",
            "Quote is not in the abstract",
            "“{raw}” does not stand in the abstract of {key}{near}",
            "A quote that is not verbatim says in the author's name what the author did not say.",
            "Write under `quote` what the abstract says (`cluneal-lit show {key} --json`); `…` leaves words out.",
        ),
        Rule(
            "LIT616",
            "warning",
            "Note whose entry is another now",
            "{name} says something else than when it was named; the note is taken to be about {now}",
            "A note printed with another work than the one that was read says of it what nobody has seen.",
            "Write under `works` of the note which it is about: `{now}`, or the name of another entry.",
        ),
        Rule(
            "LIT617",
            "warning",
            "Entry without a key of its own",
            "is read all the same: {reason}",
            "Documents cite a work by its key; other programs stop at the entry or take another for it.",
            "Give it a key of its own in the file, in BibTeX with a comma behind it.",
        ),
        Rule(
            "LIT618",
            "note",
            "Identifier of several works",
            "{id} stands with {works}, which are not one work, and is printed with none of them",
            "Nobody can say whose it is, so no reference leads to it.",
            "Take it out of the entries in references/library/ whose it is not; where it is that of a whole supplement,"
            " nothing.",
        ),
    )
}


# What to do in the place of what the catalogue says, where no project's files and commands are at hand.
WITHOUT_PROJECT: dict[str, str] = {
    "LIT204": "Nothing; look it up at its agency.",
    "LIT206": "Add the work's PMID or DOI to the document.",
    "LIT301": "Check again later; only what is missing is asked.",
    "LIT304": "Check again where there is a network; only what is missing is asked.",
    "LIT306": "Check again where there is a network: it is asked for anew.",
    "LIT315": "Look at what differs.",
    "LIT401": "Add its PMID or DOI to the document.",
    "LIT405": "Correct the key, or name the bibliography in the document.",
    "LIT406": "Look at the paper; cite what stands there.",
    "LIT407": "Open both pages, and see which of them is meant.",
    "LIT413": "Nothing; what is cited is right. You may tell the publisher.",
    "LIT601": "Nothing, if the document has it.",
    "LIT608": "Nothing, if they are one.",
    "LIT609": "Open both, and cite one of them if they are one.",
}


def rule(finding: Finding) -> Rule:
    """The catalogue's page for a finding."""
    return CATALOGUE[finding.code]


def message(finding: Finding) -> str:
    """What is wrong, in one line."""
    return rule(finding).message.format_map(finding.values)


def advice(finding: Finding) -> str:
    """What to do about it, in one line; a finding may know better than its rule."""
    return finding.values.get("do") or rule(finding).do.format_map(finding.values)


def identity(finding: Finding) -> str:
    """A name that stays while code, document, citation or key, and the field or identifier spoken of stay.

    A line inserted above does not change it, nor does what a source says now.
    """
    named = " ".join(finding.values[name] for name in _NAMING if name in finding.values)
    said = "" if named else _LINE.sub("", " ".join(finding.values.values()))
    subject = finding.citation or finding.key or said
    whole = f"{finding.code}\0{finding.document}\0{subject}\0{named}"
    return f"{finding.code}-{digest(whole, 10)}"


def order(finding: Finding) -> tuple[object, ...]:
    """The place of a finding in every report: by document and line, then code and words."""
    place = finding.place
    where = (place.page or 0, place.slide or 0, place.line or 0, place.paragraph or 0, place.column or 0)
    return (finding.document, *where, finding.code, finding.key, message(finding))
