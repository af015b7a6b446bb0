"""Removing personal data, under the name by which the corpus offers it."""

from drafter.personal.redaction import KINDS, Redacted, redact

__all__ = ["KINDS", "Redacted", "redact"]
