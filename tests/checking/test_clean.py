"""Silence: filings without a defect give no error and no warning, whatever the form and the field."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from drafter.checking.rules import catalogue
from tests.checking.clean_files import clean_files, long_files, styled_files

CLEAN = clean_files()
STYLED = styled_files()
LONG = long_files()


def test_twenty_fields_and_seven_form_families() -> None:
    assert len(CLEAN) == 20
    assert len({filing.profile for filing in CLEAN.values()}) >= 7
    assert len({filing.year for filing in CLEAN.values()}) >= 6


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_filing_is_silent(name: str) -> None:
    report = check_filing(CLEAN[name], rules=catalogue())
    assert not report.crashes
    assert [(one.code, one.severity, one.message) for one in report.findings] == []


@pytest.mark.parametrize("name", CLEAN)
def test_the_language_of_messages_changes_nothing_else(name: str) -> None:
    chinese, english = (check_filing(CLEAN[name], rules=catalogue(), lang=lang) for lang in ("zh", "en"))
    assert chinese.outcomes == english.outcomes


def test_forty_more_in_other_habits() -> None:
    assert len(STYLED) >= 40
    assert not set(STYLED) & set(CLEAN)


@pytest.mark.parametrize("name", STYLED)
def test_other_habits_of_writing_give_no_error_and_no_warning(name: str) -> None:
    report = check_filing(STYLED[name], rules=catalogue())
    assert not report.crashes
    assert [(one.code, one.message) for one in report.findings if one.severity != "info"] == []


@pytest.mark.parametrize("name", LONG)
def test_long_goals_give_no_error_and_no_warning(name: str) -> None:
    assert len(LONG[name].annual_goal or "") > 150
    report = check_filing(LONG[name], rules=catalogue())
    assert not report.crashes
    assert [(one.code, one.message) for one in report.findings if one.severity != "info"] == []
