"""The rules: each a function from what was read and resolved to findings. Adding one is adding it to `RULES`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cluneal_lit.checks import (
    collection,
    dated,
    decisions,
    disputes,
    duplicates,
    identity,
    kin,
    library,
    mixed,
    quotes,
    registered,
    slips,
    status,
)
from cluneal_lit.checks.case import Case
from cluneal_lit.findings import order
from cluneal_lit.model import Finding

RULES: tuple[tuple[str, Callable[[Case], Iterable[Finding]]], ...] = (
    ("LIT201", identity.malformed),
    ("LIT202", registered.unknown),
    ("LIT203", mixed.different_works),
    ("LIT204", registered.elsewhere),
    ("LIT205", registered.replaced),
    ("LIT206", registered.not_looked_up),
    ("LIT207", registered.without_record),
    ("LIT208", registered.taken_back),
    ("LIT209", registered.too_new),
    ("LIT302", collection.gone),
    ("LIT304", collection.not_verified),
    ("LIT305", collection.second_identifiers),
    ("LIT401", identity.unresolved),
    ("LIT402", identity.dangling_marker),
    ("LIT403", identity.other_work),
    ("LIT404", identity.details),
    ("LIT405", identity.unknown_key),
    ("LIT406", disputes.sources_disagree),
    ("LIT408", identity.incomplete),
    ("LIT409", identity.unlisted_name),
    ("LIT410", identity.uncited_entry),
    ("LIT411", decisions.idle),
    ("LIT413", slips.told),
    ("LIT416", dated.electronic_year),
    ("LIT418", identity.guessed_name),
    ("LIT501", status.retracted),
    ("LIT502", status.concern),
    ("LIT503", status.corrected),
    ("LIT504", status.superseded),
    ("LIT505", status.published),
    ("LIT506", status.retired),
    ("LIT507", kin.sisters),
    ("LIT508", kin.again),
    ("LIT509", kin.disputed),
    ("LIT601", collection.missing_fields),
    ("LIT602", collection.unknown_list_keys),
    ("LIT603", collection.notes_without_work),
    ("LIT605", collection.second_notes),
    ("LIT606", collection.notes_that_name_nothing),
    ("LIT608", duplicates.joined),
    ("LIT609", duplicates.asked),
    ("LIT611", library.read_again),
    ("LIT612", library.unused),
    ("LIT613", library.refused),
    ("LIT614", library.clashing),
    ("LIT615", quotes.not_verbatim),
)


def findings(case: Case) -> tuple[Finding, ...]:
    """What every rule finds, in the order of reports."""
    return tuple(sorted((finding for _, rule in RULES for finding in rule(case)), key=order))
