"""What happens while a draft is made, for a caller who wants to see it: asked, a piece of the answer, checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias


class Step(NamedTuple):
    """One thing that happened.

    Attributes:
        kind: `asked` before a model is called, `piece` for each part of its answer as it comes (a model that cannot
            stream sends none), `checked` when an answer has been checked.
        attempt: Which call it belongs to, from 1.
        text: The piece, as the model printed it: not yet parsed, checked or free of thinking. Empty otherwise.
        findings: Codes of the errors and warnings found, for `checked`.
    """

    kind: Literal["asked", "piece", "checked"]
    attempt: int
    text: str = ""
    findings: tuple[str, ...] = ()


Watch: TypeAlias = Callable[[Step], None]
"""Is told every step, in order and in the thread that drafts. It must not raise."""
