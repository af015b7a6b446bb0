"""Models: what they are asked, what they answer, which ones there are. A model knows words, never numbers."""

from drafter.models.entry import Model, ModelEntry, ModelOptions, Probe, Reply
from drafter.models.proposal import Proposal, ProposedIndicator, Repair
from drafter.models.registry import all_models, find_model, open_model
from drafter.models.request import Fact, Message, Precedent, Request

__all__ = [
    "Fact", "Message", "Model", "ModelEntry", "ModelOptions", "Precedent", "Probe", "Proposal", "ProposedIndicator",
    "Repair", "Reply", "Request", "all_models", "find_model", "open_model",
]  # fmt: skip
