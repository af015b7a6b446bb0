"""The embedded model: composes goal and indicators from facts and kinds of projects, without a model or a network."""

from drafter.models.embedded.compose import EmbeddedModel, compose

__all__ = ["EmbeddedModel", "compose"]
