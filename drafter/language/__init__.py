"""Quantities of official Chinese prose: numerals, units, comparators, and the intervals printed numbers stand for."""

from drafter.language.content import bigrams, content_chars, normalise
from drafter.language.dates import parse_date
from drafter.language.extraction import extract
from drafter.language.interval import Interval
from drafter.language.mention import Mention
from drafter.language.money import Money, parse_money
from drafter.language.sum_claims import SumClaim, sums
from drafter.language.target import TargetValue, parse_target, parse_target_parts
from drafter.language.units import Unit, convert, lookup, same_dimension

__all__ = [
    "Interval",
    "Mention",
    "Money",
    "SumClaim",
    "TargetValue",
    "Unit",
    "bigrams",
    "content_chars",
    "convert",
    "extract",
    "lookup",
    "normalise",
    "parse_date",
    "parse_money",
    "parse_target",
    "parse_target_parts",
    "same_dimension",
    "sums",
]
