"""An outage is never a verdict: no citation is called wrong because a service is down, slow or talks nonsense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from tests.pipeline.outages import FAULTS, SERVICES, WRONG, condemned, outages, verdicts

Verdicts = Mapping[str, str]


@pytest.fixture(scope="module")
def tried() -> tuple[Verdicts, Mapping[tuple[str, str], Verdicts]]:
    return outages()


def test_while_all_is_well_each_verdict_occurs(tried: tuple[Verdicts, Mapping[tuple[str, str], Verdicts]]) -> None:
    well, _ = tried
    assert condemned(well) == {}
    assert {text: name for text, name in well.items() if name not in ("verified", "unchecked")} == WRONG
    assert Counter(well.values()) == Counter(verified=8, absent=2, mismatch=1, unresolved=1, unchecked=1)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("service", SERVICES)
def test_no_fault_of_a_service_condemns_a_citation(
    tried: tuple[Verdicts, Mapping[tuple[str, str], Verdicts]], service: str, fault: str
) -> None:
    well, ill = tried
    assert (condemned(ill[service, fault]), well.keys()) == ({}, ill[service, fault].keys())


@pytest.mark.parametrize("service", ["pubmed", "crossref", "datacite", "idconv"])
def test_what_a_failing_service_would_have_said_is_unchecked(
    tried: tuple[Verdicts, Mapping[tuple[str, str], Verdicts]], service: str
) -> None:
    well, ill = tried
    unchecked = [list(verdicts.values()).count("unchecked") for verdicts in (well, ill[service, "refuse"])]
    assert unchecked[0] < unchecked[1]


def test_a_verdict_is_held_against_what_is_true_and_not_against_a_run_that_may_have_lost_answers(
    tried: tuple[Verdicts, Mapping[tuple[str, str], Verdicts]],
) -> None:
    well, _ = tried
    assert verdicts(latency=0.6) == well  # later than the haste of the others allows
    assert condemned({**dict.fromkeys(well, "unchecked"), **WRONG}) == {}
    assert condemned(dict.fromkeys(well, "absent")).keys() == well.keys() - {
        text for text, name in WRONG.items() if name == "absent"
    }
