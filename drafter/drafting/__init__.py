"""Drafting: a brief becomes a filing. Every number comes from the brief, and the checker sees it before anyone does."""

from drafter.drafting.briefs import ReadBrief, example_brief, load_brief
from drafter.drafting.draft import draft, prompt_messages
from drafter.drafting.result import Attempt, Draft, PrecedentRef, Provenance, Question
from drafter.drafting.rules import DRAFT_RULES, DraftRule

__all__ = [
    "DRAFT_RULES", "Attempt", "Draft", "DraftRule", "PrecedentRef", "Provenance", "Question", "ReadBrief", "draft",
    "example_brief", "load_brief", "prompt_messages",
]  # fmt: skip
