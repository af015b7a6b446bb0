"""The rule decorator. A rule is one generator function: it yields what it found, formats no text, catches nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from drafter.checking.emit import Emission
from drafter.checking.report import Severity
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

RuleFunction: TypeAlias = "Callable[[Ledger], Iterable[Emission]]"

_CODE = lazy(r"[A-Z]{2,5}\d{3}")
_NAME = lazy(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Rule(NamedTuple):
    """One rule of the catalogue.

    Attributes:
        code: Stable code, never reused ("ARI001").
        name: Stable kebab-case name that says what is wrong ("unit-price-total").
        title: One line in Chinese; `title_en` in English.
        severity: error = contradicts itself; warning = likely defect; info = advice.
        status: `preview` until every hit on real filings was read.
        since: The rule set it came with.
        needs: Facts of the ledger without which it is `insufficient` (see `Ledger.lacks`).
        messages: variant → (Chinese, English) templates over the hit's arguments; "" is the usual one.
        explained_by: Codes whose findings, where they share a place with this rule's, make these redundant.
        function: The check.
        text: Its docstring as it stands there; see `page`.
    """

    code: str
    name: str
    title: str
    title_en: str
    severity: Severity
    status: Literal["stable", "preview"]
    since: str
    needs: tuple[str, ...]
    messages: Mapping[str, tuple[str, str]]
    explained_by: tuple[str, ...]
    function: RuleFunction
    text: str

    @property
    def page(self) -> str:
        """The rule's page: 检查什么 · 为什么 · 依据 · 错误示例 · 正确示例. A check does without its layout."""
        return inspect.cleandoc(self.text)


def rule(
    code: str,
    name: str,
    *,
    title_en: str,
    severity: Severity,
    message: tuple[str, str],
    variants: Mapping[str, tuple[str, str]] | None = None,
    needs: tuple[str, ...] = (),
    explained_by: tuple[str, ...] = (),
    status: Literal["stable", "preview"] = "preview",
    since: str = "2026.1",
) -> Callable[[RuleFunction], Rule]:
    """Make a rule of a generator function over a `Ledger`. The first docstring line is its Chinese title.

    Args:
        code: Upper-case family and number.
        name: Kebab-case name of the defect.
        title_en: The title in English.
        severity: Default severity of its hits.
        message: (Chinese, English) `str.format` template over the hit's arguments.
        variants: More templates by variant name.
        needs: Facts the rule must have.
        explained_by: Codes that make a hit at the same place redundant.
        status: New rules are `preview`.
        since: Rule set in which it appeared.

    Raises:
        ValueError: Code, name or docstring do not have the required shape.
    """

    def decorate(function: RuleFunction) -> Rule:
        page = (function.__doc__ or "").strip()
        if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
            raise ValueError(f"rule {code} {name}: the code is like ARI001, the name like unit-price-total")
        if not page:
            raise ValueError(f"rule {code}: the docstring is the rule's page and may not be empty")
        messages = {variant: (zh, en) for variant, (zh, en) in {"": message, **(variants or {})}.items()}
        title = page.partition("\n")[0].strip()
        return Rule(
            code, name, title, title_en, severity, status, since, tuple(needs), messages, explained_by, function, page
        )

    return decorate
