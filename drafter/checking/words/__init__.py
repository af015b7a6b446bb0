"""Word classes of indicator names and values, shared by the rules that ask: one idea a module."""

from drafter.checking.words.direction import is_beneficial, is_harmful, is_lasting, is_wait, mentions_harm
from drafter.checking.words.lexicon import any_of, words
from drafter.checking.words.names import (
    bare,
    is_point_in_time,
    is_rate,
    is_satisfaction,
    is_unit_price,
    promises_number,
    unit_in_name,
)
from drafter.checking.words.policy import is_budget_execution, is_management, is_works
from drafter.checking.words.values import is_attained, is_scale, is_vague, means_all

__all__ = [
    "any_of", "bare", "is_attained", "is_beneficial", "is_budget_execution", "is_harmful", "is_lasting",
    "is_management", "is_point_in_time", "is_rate", "is_satisfaction", "is_scale", "is_unit_price", "is_vague",
    "is_wait", "is_works", "means_all", "mentions_harm", "promises_number", "unit_in_name", "words",
]  # fmt: skip
