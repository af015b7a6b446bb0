"""Which rules run: stable or preview, selected or ignored, by code, family or name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from drafter.checking.rule import Rule
from drafter.errors import UsageError
from drafter.language.patterns import lazy
from drafter.plugins import PluginRegistry, default_registry

_CODE = lazy(r"(?P<family>[A-Z]{2,8})[ _-]?(?P<number>\d{1,6})")
_OFFERED = 4


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
    close = _like_code(name.upper(), [rule.code for rule in rules])
    if not close:
        known = {known.lower(): known for rule in rules for known in (rule.code, rule.name)}
        close = [known[one] for one in difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)]
    hint_zh = f"，是否指 {'、'.join(close)}？" if close else "；drafter rules 列出全部规则"
    hint_en = f"; did you mean {' or '.join(close)}?" if close else "; `drafter rules` lists them"
    return UsageError(f"没有名为 {name} 的规则{hint_zh}", f"no rule named {name}{hint_en}")


def _like_code(name: str, codes: Sequence[str]) -> list[str]:
    """The codes that a wrong one may stand for: of ARI01 the one of that number, and those that begin so."""
    written = _CODE.fullmatch(name)
    if written is None:
        return []
    number = f"{written['family']}{int(written['number']):03}"
    found = [code for code in codes if code == number or code.startswith(name)]
    family = [code for code in codes if code.startswith(written["family"])]
    return found[:_OFFERED] or difflib.get_close_matches(name, family, n=1, cutoff=0.4)
