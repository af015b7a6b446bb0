"""Every rule there is: those a filing is checked by, and those only a draft is judged by."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.checking.emit import Emission
from drafter.checking.ledger import Ledger
from drafter.checking.rule import Rule
from drafter.checking.selection import all_rules, choose_rule


def every_rule() -> list[Rule]:
    """All rules by code, preview ones and those of drafts too."""
    return sorted([*all_rules(preview=True), *draft_rules()], key=lambda rule: rule.code)


def draft_rules() -> list[Rule]:
    """The family DRF in the shape of the other rules. A filing without its brief gives them nothing to judge."""
    from drafter.drafting.rules import DRAFT_RULES

    return [
        Rule(
            code=one.code,
            name=one.name,
            title=one.title,
            title_en=one.title_en,
            severity=one.severity,
            status="stable",
            since="2026.1",
            needs=(),
            messages={"": one.message},
            explained_by=(),
            function=_nothing,
            text=f"{one.title}\n\n## 检查什么\n\n{one.page}\n只在起草时判断（drafter draft），检查已有申报表时不用。",
        )
        for one in DRAFT_RULES
    ]


def find_rule(name: str) -> Rule:
    """The rule of that code or name.

    Raises:
        UsageError: There is none; the closest one is offered.
    """
    return choose_rule(name, every_rule())


def _nothing(_ledger: Ledger) -> Iterable[Emission]:
    return ()
