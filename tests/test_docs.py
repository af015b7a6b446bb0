"""Every command shown in README.md and docs/ is run, and prints what the page shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docs_runner import REPOSITORY, differences, matches, pages


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_the_commands_of_a_page_print_what_it_shows(page: Path) -> None:
    wrong = differences(page)
    assert not wrong, "\n\n".join(wrong)


def test_the_comparison_sees_a_changed_digit_and_allows_what_is_left_out() -> None:
    assert matches("a\n…\nc 1\n", "a\nb\nb\nc 1\n")
    assert not matches("a\n…\nc 1\n", "a\nb\nc 2\n")
    assert not matches("a\n", "a\nb\n")


def test_the_pages_that_follow_from_the_code_are_up_to_date() -> None:
    script = REPOSITORY / "docs" / "generate.py"
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
