"""How single values are printed: numbers with separators and their own decimals, targets as the form writes them."""

from __future__ import annotations

from decimal import Decimal

from drafter.filing import Filing, Target
from drafter.language import parse_money
from drafter.writing.form.grid import FormCell

_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "~": "约"}


def digits(number: Decimal) -> str:
    """A number with thousands separators and exactly its own decimals: what is read back is what was written."""
    return f"{number:,f}"


def target_text(target: Target | None) -> str:
    """A target as printed; one that was never printed is written in the form's own way: ≥90(%)."""
    if target is None:
        return ""
    if target.raw:
        return target.raw
    if target.value is None:
        return target.text or ""
    unit = f"({target.unit})" if target.unit else ""
    return f"{_SIGNS.get(target.comparator or '=', '')}{target.value}{unit}"


def money_cell(filing: Filing, path: str, amount: Decimal | None, colspan: int = 1) -> FormCell:
    """An amount in yuan, or in the words the document printed where those say the same.

    A print such as "66.00万元" is kept because it means another precision than 660,000.00; a stale one is not.
    """
    if amount is None:
        return FormCell("", colspan, 1, "number")
    print_ = filing.printed.get(path)
    if print_ is not None:
        parsed = parse_money(print_)
        if parsed is not None and parsed.amount == amount:
            return FormCell(print_, colspan, 1, "number")
    return FormCell(digits(amount), colspan, 1, "number", amount)


def number_cell(number: Decimal | None, colspan: int = 1) -> FormCell:
    """A count or weight with exactly its own decimals."""
    return FormCell("" if number is None else digits(number), colspan, 1, "number", number)


def year_line(year: int | None, word: str = "年度") -> str:
    """（2026年度）, with room to write where no year is known."""
    return f"（{year if year is not None else '　　　　'}{word}）"
