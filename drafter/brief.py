"""The brief a draft starts from: what a clerk knows about a new project."""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from typing import Annotated

from drafter.filing import Comparator, Number
from drafter.shape import Checked, Limits


class BriefItem(Checked):
    """Something bought, done or paid for: `quantity` units at `unit_price` yuan each, or `amount` yuan in all.

    `verb` is the office's own word for what is done with it (管护 with 河道, 聘请 with 法律顾问); a draft keeps it.
    """

    name: str
    verb: str | None = None
    quantity: Number | None = None
    unit: str | None = None
    unit_price: Number | None = None
    amount: Number | None = None
    note: str | None = None


class BriefTarget(Checked):
    """A result the office already knows it must reach."""

    name: str
    comparator: Comparator = "="
    value: Number | str
    unit: str | None = None


class Brief(Checked):
    """The structured brief: what a clerk knows about a new project. Only `project_name` is required.

    Money is in yuan, years are four digits, numbers `Decimal` or decimal strings. An unknown field is a
    `ValidationError` that names it. Shape: `drafter schema brief`.
    """

    project_name: Annotated[str, Limits(shortest=1, longest=300)]
    department: str | None = None
    implementer: str | None = None
    project_nature: str | None = None
    project_category: str | None = None
    year: Annotated[int, Limits(least=1990, most=2100)] | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    budget_total: Number | None = None
    current_appropriation: Number | None = None
    carryover: Number | None = None
    other: Number | None = None
    purpose: str | None = None
    tasks: Annotated[list[str], Limits(longest=200)] = field(default_factory=list[str])
    items: Annotated[list[BriefItem], Limits(longest=500)] = field(default_factory=list[BriefItem])
    targets: Annotated[list[BriefTarget], Limits(longest=200)] = field(default_factory=list[BriefTarget])
    notes: str | None = None
