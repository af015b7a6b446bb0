"""Drafting: a brief becomes a filing. Every number comes from the brief, and the checker sees it before anyone does."""

from drafter.drafting.briefs import ReadBrief, example_brief, load_brief
from drafter.drafting.draft import draft, prompt_messages
from drafter.drafting.result import Attempt, Draft, PrecedentRef, Provenance, Question
from drafter.drafting.rules import DRAFT_RULES, DraftRule
from drafter.drafting.runlog import log_run, run_record
from drafter.drafting.steps import Step, Watch

__all__ = [
    "DRAFT_RULES", "Attempt", "Draft", "DraftRule", "PrecedentRef", "Provenance", "Question", "ReadBrief", "Step",
    "Watch", "draft", "example_brief", "load_brief", "log_run", "prompt_messages", "run_record",
]  # fmt: skip
