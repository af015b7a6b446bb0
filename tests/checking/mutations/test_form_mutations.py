"""Every kind of edit on several clean filings that it fits: the rule meant says so, and nothing else is wrong.

`measure.py` does the same on all of them, with the whole catalogue.

The goal still promises what an edit takes out of the table, and still says the number that an edit spoils. The rules
that compare goal and indicators (MAT) say so too, and their findings stand beside the one meant.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

import pytest

from drafter.checking import check_filing
from drafter.checking.report import FilingReport
from drafter.checking.rules import catalogue
from drafter.filing import Filing
from tests.checking.clean_files import clean_files
from tests.checking.cleanly import clean_filings
from tests.checking.mutations.kinds import KINDS

CLEAN = {**clean_files(), **{f"{name}-10": filing for name, filing in clean_filings().items()}}
OWN = ("VAL", "STR", "POL", "TIM", "TXT")
RULES = [rule for rule in catalogue() if rule.code.startswith(OWN)]
BEFORE = {name: check_filing(filing, rules=RULES) for name, filing in CLEAN.items()}


SEVERAL = 8


def _turned(kind: str) -> list[tuple[str, Filing]]:
    """The clean filings, each kind beginning with another, so that all are edited by some."""
    names = list(CLEAN)
    at = list(KINDS).index(kind) * 3 % len(names)
    return [(name, CLEAN[name]) for name in names[at:] + names[:at]]


def _places(report: FilingReport) -> Counter[tuple[str, str, str]]:
    return Counter((finding.code, finding.primary.path, finding.severity) for finding in report.findings)


@pytest.mark.parametrize("kind", KINDS)
def test_one_edit_wakes_one_rule(kind: str) -> None:
    code, edit = KINDS[kind]
    edited = ((name, changed) for name, filing in _turned(kind) if (changed := edit(filing)) is not None)
    several = list(islice(edited, SEVERAL))
    assert several, "no clean filing has what this edit changes"
    for name, filing in several:
        report = check_filing(filing, rules=RULES)
        new = list((_places(report) - _places(BEFORE[name])).elements())
        assert not report.crashes
        assert code in {found for found, _, _ in new}, (name, new)
        assert [found for found in new if found[0] != code and found[2] != "info"] == [], name
        assert report.outcomes[code] == "finding"


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_catalogue_finds_it_too(kind: str) -> None:
    code, edit = KINDS[kind]
    name, filing = next((name, changed) for name, one in CLEAN.items() if (changed := edit(one)) is not None)
    report = check_filing(filing, rules=catalogue())
    told = {finding.code for finding in report.findings} | {one for finding in report.findings for one in finding.also}
    assert code in told, name


@pytest.mark.parametrize("kind", KINDS)
def test_english_says_the_same(kind: str) -> None:
    _, edit = KINDS[kind]
    filing = next(changed for _, one in _turned(kind) if (changed := edit(one)) is not None)
    chinese, english = (check_filing(filing, rules=RULES, lang=lang) for lang in ("zh", "en"))
    assert [one.fingerprint for one in chinese.findings] == [one.fingerprint for one in english.findings]
    assert all(re.search(r"[a-z]{3}", one.message) for one in english.findings)


def test_there_are_many_kinds_for_many_rules() -> None:
    assert len(KINDS) >= 40
    assert len({code for code, _ in KINDS.values()}) >= 30
