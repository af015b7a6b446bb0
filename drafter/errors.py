"""Errors a user can act on: what failed, the closest thing found, what to do. Each speaks Chinese and English."""

from __future__ import annotations


class DrafterError(Exception):
    """Base of every error drafter raises on purpose.

    Args:
        zh: The sentence in Chinese; `str(error)` gives it.
        en: The same sentence in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def say(self, lang: str = "zh") -> str:
        """The sentence in the language asked for (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh


class UsageError(DrafterError):
    """The call or the command line is wrong (exit code 2)."""


class InputError(DrafterError):
    """Input that cannot be used: an invalid brief, filing JSON, configuration (exit code 2)."""


class UnreadableError(InputError):
    """A file that cannot be read: empty, binary, damaged, encrypted, too large."""


class NoFormError(InputError):
    """A document that was read and holds no performance filing."""


class ModelError(DrafterError):
    """A model or its endpoint failed (exit code 2). Never carries a key."""
