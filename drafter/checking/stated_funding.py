"""Money a text says of one field of the funding block: 上级补助 520 万元, 上年预算 312 万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from drafter.checking.funding import funding_interval, funding_value
from drafter.checking.line_parts import digit_slip
from drafter.checking.lines import agree
from drafter.checking.slips import one_slip
from drafter.checking.words.clauses import SENTENCE, WORDS, said_before, said_behind
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_GIVEN = (
    r"(?:财政)?(?:补助|资金|拨款|转移支付|专项|配套|安排|预算|拨付|补贴|承担|投入|经费){1,3}"
    r"(?:共|共计|合计|安排|为|约)?$"
)
_FIELDS = (
    ("upper_level", lazy(rf"^[^\d]{{0,6}}上级{_GIVEN}"), lazy(r"上级|中央|省级|市级|省拨|市拨")),
    ("own_level", lazy(rf"^[^\d]{{0,6}}(?:本级|县级|区级|县财政|区财政){_GIVEN}"), lazy(r"本级|[县区](?:级|财政)")),
    (
        "last_year_budget",
        lazy(r"^(?:项目)?(?:上一?年度?|去年)(?:同名项目)?(?:年初)?(?:安排)?预算(?:数|额|总额|资金|安排)?为?$"),
        lazy(r"(?:上一?年度?|去年)[^，,。；;]{0,6}预算"),
    ),
    (
        "last_year_execution",
        lazy(r"^(?:上一?年度?|去年)(?:同名项目)?(?:预算)?(?:实际)?(?:执行|支出)(?:数|额)?为?$"),
        lazy(r"(?:上一?年度?|去年)[^，,。；;]{0,6}(?:执行|支出)"),
    ),
)  # fmt: skip
# 中央补助420万元 is all that comes from above where it is, or is but for a slip, or this level's money is what it says.
_ABOVE = lazy(rf"^[^\d]{{0,6}}(?:中央|[省市]级?)(?:[、和及与](?:中央|[省市]级?))*{_GIVEN}")
_INVESTMENT = lazy(r"^(?:[本该]?项目|工程|计划|预计|概算)*总投[资入](?:额|规模)?(?:约|为)?[ ]?$")
_MANY = lazy(r"累计|历年|三年|五年|总投资|总任务")
_WANTED = lazy(r"争取|申请|申报|力争|引进|撬动|带动|拟")
# 本级财政安排300万元购置设备: what follows an amount may say what part of the money it is.
_ENDS = lazy(r"[ ]?(?:[，,。；;、）)\n]|$)")
_REST = lazy(r"其余|剩余|余款|另有")
_LOWER = lazy(r"[县区](?:级|财政)")
_CITY = lazy(r"市(?:级|财政|本级)")
# 某市教育局 is above districts, 某市某区教育局 and 某县财政局 are of one.
_COUNTY_OFFICE = lazy(r"(?<!自治)(?<!地)[区县旗镇乡]|街道")
_CITY_OFFICE = lazy(r"[市省州盟]|自治区")


class StatedFunding(NamedTuple):
    """Money of a text and the field of the form that says the same.

    Attributes:
        mention: The money in the text.
        field: The field of `Funding`.
        agrees: The two are one amount as far as printed.
    """

    mention: Mention
    field: str
    agrees: bool


def stated_funding(ledger: Ledger, path: str) -> Iterator[StatedFunding]:
    """The fields of the funding block of which a text names one amount, and one only."""
    text = ledger.text(path)
    amounts = [one for one in ledger.mentions(path) if one.kind == "money"]
    clauses = [said_before(text, one.start, WORDS) for one in amounts]
    for field, whole, part in _FIELDS:
        if not funding_value(ledger.filing, field):
            continue
        about = [one for one, clause in zip(amounts, clauses, strict=True) if part.search(clause)]
        if len(about) != 1 or about[0].comparator != "=" or about[0].interval is None:
            continue
        clause = clauses[amounts.index(about[0])]
        above = field == "upper_level" and _ABOVE.search(clause) is not None
        if not (whole.search(clause) or above) or _MANY.search(clause) or _WANTED.search(clause) or "每" in clause:
            continue
        rest = said_behind(text, about[0].end, SENTENCE, 60)
        if not _ENDS.match(text, about[0].end) or _REST.search(rest):
            continue
        agrees = agree(about[0].interval, funding_interval(ledger.filing, field))
        if above and not agrees and not _all_from_above(ledger, about[0], amounts):
            continue
        if not agrees and field == "own_level" and _LOWER.search(clause) and _of_a_city(ledger, amounts, clauses):
            # 市级财政安排300万元、县级配套200万元 on the form of the city, which need not show the counties' money.
            continue
        if agrees or not _of_another(ledger, field, clause, about[0].interval):
            yield StatedFunding(about[0], field, agrees)


def stated_investment(ledger: Ledger, path: str) -> Iterator[StatedFunding]:
    """总投资2520万元 beside a project of 2250万元: what a goal of several years costs, but for a digit.

    Another amount may be that of all who pay, of which the form shows one.
    """
    total = funding_value(ledger.filing, "project_total")
    text = ledger.text(path)
    if not total or "总投" not in text:
        return
    amounts = [
        one for one in ledger.mentions(path)
        if one.kind == "money" and _INVESTMENT.search(said_before(text, one.start, WORDS))
    ]  # fmt: skip
    if len(amounts) != 1 or amounts[0].comparator != "=" or amounts[0].interval is None:
        return
    agrees = agree(amounts[0].interval, funding_interval(ledger.filing, "project_total"))
    if agrees or digit_slip(amounts[0], total):
        yield StatedFunding(amounts[0], "project_total", agrees)


def _all_from_above(ledger: Ledger, said: Mention, amounts: Sequence[Mention]) -> bool:
    """Whether the one amount of a level above should be all of them: it is a slip of it, or the text has the rest."""
    funding = ledger.filing.funding
    upper, own = funding.upper_level, funding.own_level
    if not upper or said.interval is None:
        return False
    rest = (
        own is not None
        and own > 0
        and any(
            one is not said
            and one.interval is not None
            and agree(one.interval, funding_interval(ledger.filing, "own_level"))
            for one in amounts
        )
    )
    return rest or one_slip(Decimal(said.number), upper)


def _of_a_city(ledger: Ledger, amounts: Sequence[Mention], clauses: Sequence[str]) -> bool:
    """Whether the filing is of a level above counties: its office is, or its own money is called the city's."""
    offices = f"{ledger.filing.department or ''} {ledger.filing.implementer or ''}"
    if _COUNTY_OFFICE.search(offices):
        return False
    own = funding_interval(ledger.filing, "own_level")
    said = [one.interval for one, clause in zip(amounts, clauses, strict=True) if _CITY.search(clause)]
    above = funding_value(ledger.filing, "upper_level")
    return (
        _CITY_OFFICE.search(offices) is not None
        or (bool(said) and not above)
        or any(one is not None and agree(one, own) for one in said)
    )


def _of_another(ledger: Ledger, field: str, clause: str, said: Interval) -> bool:
    """Another field has the amount, or 县级 is a level below the filing's own (市级财政安排…、县级配套…)."""
    if field == "own_level" and _LOWER.search(clause) and funding_value(ledger.filing, "lower_level"):
        return True
    levels = [name for name in ("upper_level", "own_level", "lower_level", "carryover", "other") if name != field]
    return any(
        funding_value(ledger.filing, name) and agree(said, funding_interval(ledger.filing, name)) for name in levels
    )
