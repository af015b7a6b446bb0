"""The one currency of the project: a performance filing and its parts, as the published JSON has them.

Numbers are `Decimal` and travel as strings exactly as far as printed ("1020.00"), without thousands separators; money
is in yuan. Blank or absent is `None`. Nothing here reads, checks or writes: see `reading`, `checking`, `writing`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from drafter.shape import AtBorder, Shape, all_are, typed

FILING_SCHEMA = "drafter.filing/1"

# Bounded on purpose: Decimal("1e999999999") is a valid number and an attack.
_NUMBER = re.compile(r"-?\d{1,24}(\.\d{1,12})?")
_VALUE = re.compile(r"-?\d{1,24}(\.\d{1,12})?(~-?\d{1,24}(\.\d{1,12})?)?")


def to_decimal(value: Any) -> Decimal:
    """A number with its printed digits.

    Raises:
        ValueError: A float, or no plain decimal number.
    """
    if isinstance(value, Decimal):
        value = format(value, "f") if value.is_finite() and abs(value.adjusted()) < 40 else "not a number"
    elif isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError('a number is written as a string, exactly as printed ("1020.00"), or as an integer')
    if not _NUMBER.fullmatch(value):
        raise ValueError(f"not a plain decimal number: {value[:40]!r}")
    return Decimal(value)


def _to_value(value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError('a target value is written as a string, exactly as printed ("90", "90~95")')
    if not _VALUE.fullmatch(value):
        raise ValueError(f'a target value is a plain number or a range "90~95": {value[:40]!r}')
    return value


def _number_at_border() -> Any:
    from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

    return Annotated[
        Decimal,
        BeforeValidator(to_decimal),
        PlainSerializer(lambda number: format(number, "f"), return_type=str),
        WithJsonSchema({"type": "string", "pattern": r"^-?\d{1,24}(\.\d{1,12})?$"}),
    ]


def _value_at_border() -> Any:
    from pydantic import BeforeValidator

    return Annotated[str, BeforeValidator(_to_value)]


Number = Annotated[Decimal, AtBorder(_number_at_border, to_decimal)]
"""A decimal number with its printed digits, a string in JSON."""
TargetValue = Annotated[str, AtBorder(_value_at_border, _to_value)]
"""A plain number or a range of two, as printed."""

Comparator = Literal["=", ">=", "<=", ">", "<", "~", "range"]


_TEXT: Final = (str, type(None))
_COMPARATORS: Final = (None, "=", ">=", "<=", ">", "<", "~", "range")


def _exact(shape: Shape, names: Iterable[str]) -> None:
    """Programs may give a number as text or integer; what is no exact number is refused of them as of documents."""
    for name in names:
        if (value := getattr(shape, name)) is not None:
            setattr(shape, name, to_decimal(value))


class Target(Shape):
    """The 指标值 of an indicator. A number has comparator, value and unit; a word has `text`, the others null.

    A print whose sign the carrier lost (≥95% as 295%) has `raw` alone: it is neither that number nor a word.
    """

    raw: str
    comparator: Comparator | None = None
    value: TargetValue | None = None
    unit: str | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        typed(self, {"raw": str, "unit": _TEXT, "text": _TEXT})
        if self.comparator not in _COMPARATORS:
            raise ValueError(f"Target.comparator is one of = >= <= > < ~ range, not {self.comparator!r:.40}")
        if self.value is not None:
            _to_value(self.value)


class Indicator(Shape):
    """One third-level indicator row; `level1` and `level2` as printed."""

    level1: str | None = None
    level2: str | None = None
    name: str
    certain: bool = True
    """False where the document does not show without doubt which level the row belongs to, or lost its value."""
    target: Target | None = None
    note: str | None = None
    weight: Number | None = None

    def __post_init__(self) -> None:
        typed(self, _INDICATOR)
        _exact(self, ("weight",))


_INDICATOR: Final = {
    "level1": _TEXT, "level2": _TEXT, "name": str, "certain": bool, "target": (Target, type(None)), "note": _TEXT,
}  # fmt: skip


class Funding(Shape):
    """The money of a filing, in yuan. See the contract for which printed label is which field."""

    project_total: Number | None = None
    fiscal_total: Number | None = None
    project_other: Number | None = None
    annual_total: Number | None = None
    current_appropriation: Number | None = None
    carryover: Number | None = None
    other: Number | None = None
    upper_level: Number | None = None
    own_level: Number | None = None
    lower_level: Number | None = None
    last_year_budget: Number | None = None
    last_year_execution: Number | None = None

    def __post_init__(self) -> None:
        _exact(self, vars(self))


class BudgetLine(Shape):
    """One line of the cost breakdown (项目明细), money in yuan."""

    item: str
    amount: Number | None = None
    unit_price: Number | None = None
    quantity: Number | None = None
    unit: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        typed(self, _LINE)
        _exact(self, ("amount", "unit_price", "quantity"))


_LINE: Final = {"item": str, "unit": _TEXT, "note": _TEXT}


class Filing(Shape):
    """One 财政项目支出绩效目标申报表, read from a document, drafted, or built by a program.

    Money is in yuan. Numbers are `Decimal` with the digits printed ("1020.00" keeps its zeros) and strings in JSON; a
    float is refused. What the form leaves blank is None. An unknown field and a field of another type are refused and
    named, by a `TypeError` of the constructor and a `ValidationError` of `model_validate`. Shape:
    `drafter schema filing`.
    """

    index: int = 0
    form: str | None = None
    profile: str | None = None
    year: int | None = None
    project_name: str | None = None
    project_nature: str | None = None
    project_category: str | None = None
    department: str | None = None
    implementer: str | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    funding: Funding = field(default_factory=Funding)
    overall_goal: str | None = None
    annual_goal: str | None = None
    indicators: list[Indicator] = field(default_factory=list[Indicator])
    budget_lines: list[BudgetLine] = field(default_factory=list[BudgetLine])
    narrative: str | None = None
    printed: dict[str, str] = field(default_factory=dict[str, str])
    """Path → print, wherever the print differs in unit or form ("funding.annual_total": "66.00万元").

    A sum of several rows shows them all ("400.00万元+140.00万元"); "funding" itself holds amounts that fit no field.
    """

    def __post_init__(self) -> None:
        for name in ("start_date", "end_date"):
            date: object = getattr(self, name)
            if isinstance(date, str):
                setattr(self, name, dt.date.fromisoformat(date))
        typed(self, _FILING)
        all_are(self, "indicators", Indicator)
        all_are(self, "budget_lines", BudgetLine)


_FILING: Final = {
    **dict.fromkeys(
        ("form", "profile", "project_name", "project_nature", "project_category", "department", "implementer",
         "overall_goal", "annual_goal", "narrative"), _TEXT,
    ),
    "index": int, "year": (int, type(None)), "start_date": (dt.date, type(None)), "end_date": (dt.date, type(None)),
    "funding": Funding, "indicators": (list, tuple), "budget_lines": (list, tuple), "printed": Mapping,
}  # fmt: skip


class FilingDocument(Shape):
    """What `drafter read --format json` prints for one file, and what `drafter check` takes as JSON."""

    schema_: Literal["drafter.filing/1"] = FILING_SCHEMA
    document: str = ""
    filings: list[Filing] = field(default_factory=list[Filing])
    status: Literal["read", "unreadable", "no_form"] = "read"
    reason: str | None = None
    notes: list[str] = field(default_factory=list[str])
    """What of the document was not read (scanned pages, hidden sheets, text the carrier cut off), one sentence each."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field of a filing stands in its document.

    Attributes:
        text: The field as printed there.
        location: For people: "第12行", "表2 第5行 明细金额", "绩效目标表!E7".
        anchor: For programs that annotate a copy: carrier-specific, for example `("xlsx", "绩效目标表", "E7")`,
            `("docx", table, row, column)` or `("pdf", page, x0, y0, x1, y1)`; empty when the carrier has none.
    """

    text: str
    location: str
    anchor: tuple[str | int | float, ...] = ()


def _no_places() -> dict[str, Place]:
    return {}


@dataclass(frozen=True, slots=True)
class LocatedFiling:
    """A filing and where each of its fields was printed.

    Attributes:
        filing: The filing.
        places: Field path ("indicators[3].target") → place.
        personal: What stands in the form's fields for people (联系人, 联系电话). It is no part of the filing, and known
            only so that it can be removed from its texts before they are kept or sent anywhere.
        removed: What reading removed from narrative and notes: kind of personal data → count.
    """

    filing: Filing
    places: Mapping[str, Place] = field(default_factory=_no_places)
    personal: frozenset[str] = field(default=frozenset(), repr=False)
    removed: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The outcome of reading one document. Nothing is raised for a bad file: status and reason say it.

    Attributes:
        document: The path as it was given.
        status: `read`, `unreadable` or `no_form`.
        reason: One sentence for the user when not `read`, as (Chinese, English).
        filings: The filings found, in document order.
        notes: What of the document was not read, one sentence each, as (Chinese, English).
    """

    document: str
    status: Literal["read", "unreadable", "no_form"]
    reason: tuple[str, str] | None = None
    filings: tuple[LocatedFiling, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def to_json(self, lang: str = "zh") -> FilingDocument:
        """The contract's JSON shape of this document."""
        at = 1 if lang == "en" else 0
        reason = None if self.reason is None else self.reason[at]
        notes = [note[at] for note in self.notes]
        filings = [located.filing for located in self.filings]
        return FilingDocument(document=self.document, filings=filings, status=self.status, reason=reason, notes=notes)
