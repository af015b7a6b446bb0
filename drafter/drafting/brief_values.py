"""Values of a structured brief that say more than they seem: 2万 with 人次 in the next field, a month for a day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from drafter.errors import InputError
from drafter.language import parse_date
from drafter.language.interval import exact_product
from drafter.language.numerals import fold_digits
from drafter.language.patterns import lazy
from drafter.language.units import convert, same_dimension

_SCALES = {"亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000)}
_MONTH = lazy(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>0?[1-9]|1[0-2])\s*月?份?(?P<end>[底末])?")


def in_unit(number: str, own: str | None, given: str | None, field: str) -> tuple[Decimal, str | None]:
    """Value and unit of a number whose unit is written behind it, in a field of its own, or in both.

    `value: 2万, unit: 人次` are 20,000 人次, and so are `value: 2万人次, unit: 人次`.

    Raises:
        InputError: The two name different units: `value: 3公里, unit: 米` is 3 of neither.
    """
    scale = next((scale for scale in _SCALES if own and own.startswith(scale)), "")
    bare = (own or "").removeprefix(scale)
    # 2万人次 with no other unit keeps the unit it is printed in; 千米 and 千克 are units of their own.
    if scale and (not bare or (given and _same(bare, given) and not _same(own or "", given))):
        return Decimal(f"{exact_product(Decimal(number), _SCALES[scale]).normalize():f}"), given
    if own and given and not _same(own, given):
        raise InputError(
            f"{field} 里写的单位是“{own[:20]}”，unit（单位）写的是“{given[:20]}”，请统一",
            f"{field}: the number has the unit {own[:20]!r}, the field unit says {given[:20]!r}",
        )
    return Decimal(number), given or own


def _same(one: str, other: str) -> bool:
    one, other = fold_digits(one).replace("％", "%"), fold_digits(other).replace("％", "%")
    return one == other or (same_dimension(one, other) and convert(Decimal(1), one, other) == 1)


def day_of(text: str, last: bool) -> dt.date | None:
    """The day a text names; of a month (2027-03, 2027年3月底) its first or last day; None where it names neither."""
    if (day := parse_date(text)) is not None:
        return day
    month = _MONTH.fullmatch(fold_digits(text.strip()))
    if month is None:
        return None
    first = dt.date(int(month["year"]), int(month["month"]), 1)
    after = (first + dt.timedelta(days=31)).replace(day=1)
    return after - dt.timedelta(days=1) if last or month["end"] else first
