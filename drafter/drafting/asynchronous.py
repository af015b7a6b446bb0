"""Drafting for programs with an event loop."""

from __future__ import annotations

import asyncio
from typing import TypedDict, Unpack

from drafter.brief import Brief
from drafter.drafting.draft import draft
from drafter.drafting.grounding import OfficeFilings, Retrieve
from drafter.drafting.result import Draft
from drafter.drafting.steps import Watch
from drafter.filing import Filing
from drafter.models.entry import Model


class DraftOptions(TypedDict, total=False):
    """The keywords of `drafter.draft`, which documents them."""

    model: str | Model
    based_on: Filing | None
    year: int | None
    top_k: int
    max_repairs: int
    token_budget: int | None
    profile: str | None
    base_url: str | None
    retrieve: Retrieve | None
    office: OfficeFilings | None
    lang: str
    watch: Watch | None


async def adraft(brief: Brief | str, **options: Unpack[DraftOptions]) -> Draft:
    """`draft` in a worker thread: the event loop stays free while a model answers.

    Args:
        brief: A structured brief, or free text.
        options: The keywords of `drafter.draft`: model, based_on, year, top_k, max_repairs, token_budget, ...

    Returns:
        The draft, exactly as `draft` returns it. Cancelling the task does not stop a request already sent.

    Raises:
        InputError: The brief or the profile cannot be used.
        UsageError: No such model.
        ModelError: The model cannot be opened.
        TypeError: An option that `draft` does not know.
    """
    return await asyncio.to_thread(draft, brief, **options)
