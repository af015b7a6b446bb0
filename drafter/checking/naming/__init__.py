"""What a name is about: the words of indicator names and goal texts as weighted tokens that can be compared."""

from drafter.checking.naming.similarity import Likeness, Rarity, head, likeness
from drafter.checking.naming.tokens import Token, tokens

__all__ = ["Likeness", "Rarity", "Token", "head", "likeness", "tokens"]
