"""Which rules run: stable or preview, selected or ignored, by code, family or name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from drafter.checking.rule import Rule
from drafter.errors import UsageError
from drafter.plugins import PluginRegistry, default_registry


def all_rules(registry: PluginRegistry | None = None, *, preview: bool = False) -> list[Rule]:
    """The rules installed, by code; preview ones only when asked for."""
    collected: list[Rule] = (registry or default_registry()).collect("rules")
    return sorted((rule for rule in collected if preview or rule.status == "stable"), key=lambda rule: rule.code)


def select_rules(
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    *,
    preview: bool = False,
    registry: PluginRegistry | None = None,
) -> list[Rule]:
    """The rules to run. A rule named in full in `select` runs even while it is a preview.

    Args:
        select: Codes ("ARI001"), families ("ARI") or names ("unit-price-total"); empty means all.
        ignore: The same; wins over `select`.
        preview: Include preview rules.
        registry: Where rules come from; the installed plugins by default.

    Raises:
        UsageError: An entry names no rule; the closest one is offered.
    """
    rules = all_rules(registry, preview=True)
    chosen, ignored = _matching(rules, select), _matching(rules, ignore)
    named = set(select)
    return [
        rule
        for rule in rules
        if rule.code not in ignored
        and (not select or rule.code in chosen)
        and (preview or rule.status == "stable" or rule.code in named or rule.name in named)
    ]


def find_rule(name: str, registry: PluginRegistry | None = None) -> Rule:
    """The rule of that code or name.

    Raises:
        UsageError: There is none; the closest one is offered.
    """
    return choose_rule(name, all_rules(registry, preview=True))


def choose_rule(name: str, rules: Sequence[Rule]) -> Rule:
    """The one of `rules` with that code or name.

    Raises:
        UsageError: There is none; the closest one is offered.
    """
    for rule in rules:
        if name.upper() == rule.code or name.lower() == rule.name:
            return rule
    raise _unknown(name, rules)


def _matching(rules: Sequence[Rule], entries: Iterable[str]) -> set[str]:
    codes: set[str] = set()
    for entry in entries:
        found = {
            rule.code for rule in rules if entry.lower() == rule.name or rule.code.startswith(entry.upper() or "-")
        }
        if not found:
            raise _unknown(entry, rules)
        codes |= found
    return codes


def _unknown(name: str, rules: Sequence[Rule]) -> UsageError:
    known = [rule.code for rule in rules] + [rule.name for rule in rules]
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    hint_zh = f"，是否指 {close[0]}？" if close else "；drafter rules 列出全部规则"
    hint_en = f"; did you mean {close[0]}?" if close else "; `drafter rules` lists them"
    return UsageError(f"没有名为 {name} 的规则{hint_zh}", f"no rule named {name}{hint_en}")
