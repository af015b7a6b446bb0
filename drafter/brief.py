"""The brief a draft starts from: what a clerk knows about a new project."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from drafter.filing import Comparator, Number


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class BriefItem(_Model):
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


class BriefTarget(_Model):
    """A result the office already knows it must reach."""

    name: str
    comparator: Comparator = "="
    value: Number | str
    unit: str | None = None


class Brief(_Model):
    """The structured brief: what a clerk knows about a new project. Only `project_name` is required.

    Money is in yuan, years are four digits, numbers `Decimal` or decimal strings. An unknown field is a
    `ValidationError` that names it. Shape: `drafter schema brief`.
    """

    project_name: str = Field(min_length=1, max_length=300)
    department: str | None = None
    implementer: str | None = None
    project_nature: str | None = None
    project_category: str | None = None
    year: int | None = Field(default=None, ge=1990, le=2100)
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    budget_total: Number | None = None
    current_appropriation: Number | None = None
    carryover: Number | None = None
    other: Number | None = None
    purpose: str | None = None
    tasks: list[str] = Field(default_factory=list[str], max_length=200)
    items: list[BriefItem] = Field(default_factory=list[BriefItem], max_length=500)
    targets: list[BriefTarget] = Field(default_factory=list[BriefTarget], max_length=200)
    notes: str | None = None
