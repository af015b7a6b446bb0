"""What is wrong with a brief, all of it at once: whoever wrote it mends it once and not five times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from drafter.errors import InputError

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 20
"""Of so many a message tells; who has more has another file in mind."""


class Problems(list[InputError]):
    """The problems found so far."""

    def of(self, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a function gives; None where it refuses, which is one more problem."""
        try:
            return read(*args, **kwargs)
        except InputError as error:
            self.append(error)
            return None


def combined(problems: Sequence[InputError]) -> InputError:
    """One error that says them all, a line each."""
    if len(problems) == 1:
        return problems[0]
    zh = [f"简述有 {len(problems)} 处要改：", *(f"  · {one.zh}" for one in problems[:_MOST])]
    en = [f"{len(problems)} things to mend in the brief:", *(f"  · {one.en}" for one in problems[:_MOST])]
    if (more := len(problems) - _MOST) > 0:
        zh.append(f"  · 另有 {more} 处")
        en.append(f"  · {more} more")
    return InputError("\n".join(zh), "\n".join(en))


def explained(error: ValidationError) -> list[InputError]:
    """What each refused field should be."""
    return [_explained(one) for one in error.errors(include_url=False, include_input=False)]


def _explained(one: ErrorDetails) -> InputError:
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in one["loc"]).lstrip(".")
    if one["type"] == "missing":
        return InputError(f"简述缺少 {where}", f"the brief lacks {where}")
    return InputError(f"简述的 {where} 不合要求：{_in_chinese(one)}", f"brief field {where}: {one['msg']}")


_LIMITS = (
    ("too_long", "太长，最多 {max_length} 字或项"),
    ("too_short", "不能为空"),
    ("less_than", "过大，应不超过 {le}"),
    ("greater_than", "过小，应不小于 {ge}"),
    ("literal_error", "应为 {expected} 之一"),
    ("unexpected_keyword_argument", "不是简述的项"),
    ("string_type", "应为文字"),
)


def _in_chinese(error: ErrorDetails) -> str:
    """What is wrong with a value, by the kind of the error: its own words are English."""
    words = next((words for kind, words in _LIMITS if kind in error["type"]), "写法有误，见 drafter schema brief")
    return words.format_map(defaultdict(str, error.get("ctx", {})))
