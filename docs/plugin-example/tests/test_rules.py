"""The pages of this plugin's rules are executed: the bad examples are found, the good ones are silent."""

import pytest
from drafter_sample_province.rules import missing_weight, satisfaction_too_low

from drafter.checking.pages import run_page


@pytest.mark.parametrize("rule", [missing_weight, satisfaction_too_low], ids=lambda rule: rule.code)
def test_a_page_says_what_the_rule_does(rule):
    assert run_page(rule) == []
