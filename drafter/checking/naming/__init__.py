"""What a name is about: the words of indicator names and goal texts as weighted tokens that can be compared."""

from drafter.checking.naming.short_forms import short_form
from drafter.checking.naming.similarity import FULL, Likeness, Rarity, head, likeness, names_more
from drafter.checking.naming.tokens import Token, taken_apart, tokens

__all__ = [
    "FULL",
    "Likeness",
    "Rarity",
    "Token",
    "head",
    "likeness",
    "names_more",
    "short_form",
    "taken_apart",
    "tokens",
]
