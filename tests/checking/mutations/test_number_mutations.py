"""One number of a clean filing changed: one of the rules that read that number says so, and no other error is new."""

from __future__ import annotations

from itertools import islice

import pytest

from drafter.checking import check_filing
from drafter.checking.rules import catalogue
from tests.checking.clean_files import styled_files
from tests.checking.mutations.numbers import NUMBER_KINDS

STYLED = styled_files()
SEVERAL = 12


@pytest.mark.parametrize("kind", NUMBER_KINDS)
def test_a_changed_number_is_found(kind: str) -> None:
    codes, edits = NUMBER_KINDS[kind]
    several = list(islice((changed for one in STYLED.values() for changed in edits(one)), SEVERAL))
    assert several, "no clean filing has what this edit changes"
    reports = [check_filing(one, rules=catalogue()) for one in several]
    found = [
        report
        for report in reports
        if not {code for one in report.findings for code in (one.code, *one.also)}.isdisjoint(codes)
    ]
    # `python -m tests.checking.mutations.measure` counts all of them; which few are missed stands there.
    assert len(found) >= len(several) - 1
    assert not any(report.crashes for report in reports)


def test_there_are_thirty_kinds() -> None:
    assert len(NUMBER_KINDS) >= 30
