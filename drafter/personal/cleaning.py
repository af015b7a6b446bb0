"""Whole filings without personal data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import cast

from drafter.filing import Filing, ReadDocument
from drafter.language.patterns import lazy
from drafter.personal.redaction import redact

_HAN = lazy(r"[^\W\da-zA-Z_]")

# Numbers are amounts here, whatever they look like: an annual total of eight digits is no telephone.
_NUMBERS = frozenset({"funding", "amount", "unit_price", "quantity", "value", "weight", "start_date", "end_date"})


def personal_of(document: ReadDocument) -> frozenset[str]:
    """What stands in the fields for people of a document: one form's contact may be named in the text of the next."""
    return frozenset[str]().union(*(located.personal for located in document.filings))


def left_out(fields: Collection[str]) -> Counter[str]:
    """How much personal data the fields for people of a form hold: kind → count. They never become part of a filing.

    An address is none of the kinds removed, so it is not counted.
    """
    counts: Counter[str] = Counter()
    # Sorted, for the order of a set differs from run to run.
    for said in sorted(fields):
        # A field may hold a name, a number, or a name with its number.
        label = "联系人" if _HAN.search(said) else "电话"
        counts.update(redact(f"{label}：{said}").counts)
    return counts


def cleaned(filing: Filing, personal: Collection[str] = ()) -> Filing:
    """A filing without personal data in any of its texts.

    Args:
        filing: The filing; it is not changed.
        personal: What the document's fields for people hold.
    """
    data = filing.model_dump(mode="json", exclude_none=True)
    return Filing.model_validate(clean_data(data, personal, Counter()))


def clean_data(value: object, personal: Collection[str], counts: Counter[str]) -> object:
    """JSON data of a filing without personal data in any text; `counts` grows by what was removed, kind → count."""
    if isinstance(value, str):
        redacted = redact(value, personal)
        counts.update(redacted.counts)
        return redacted.text
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {key: item if key in _NUMBERS else clean_data(item, personal, counts) for key, item in fields.items()}
    if isinstance(value, list):
        return [clean_data(item, personal, counts) for item in cast("list[object]", value)]
    return value
