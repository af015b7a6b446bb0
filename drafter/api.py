"""The library in one place: read, check, draft, write. The command line is a thin coat over these functions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.checking.across import compare_run
from drafter.checking.engine import document_report
from drafter.checking.report import Report, summarise
from drafter.checking.selection import select_rules
from drafter.errors import InputError, UsageError
from drafter.filing import BudgetLine, Filing, Funding, Indicator, LocatedFiling, ReadDocument, Target
from drafter.profiles import find_profile

if TYPE_CHECKING:
    from drafter.checking.past import Past
    from drafter.checking.rule import Rule
    from drafter.profiles import Profile


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check for, and how to say it.

    Attributes:
        select: Codes, families or names to run; empty means all stable rules.
        ignore: The same, left out.
        preview: Run preview rules too.
        profile: Id of the profile to apply instead of the one the document shows.
        lang: `zh` or `en`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    profile: str | None = None
    lang: str = "zh"

    def rules(self) -> list[Rule]:
        """The rules these options choose.

        Raises:
            UsageError: An entry names no rule.
        """
        return select_rules(self.select, self.ignore, preview=self.preview)

    def form(self) -> Profile | None:
        """The profile named, or None to take each filing's own.

        Raises:
            InputError: No such profile.
        """
        return find_profile(self.profile) if self.profile else None


def check(
    source: Filing | ReadDocument | str | Path | Sequence[str | Path],
    options: CheckOptions | None = None,
    *,
    past: Past | None = None,
) -> Report:
    """Check a filing, a document already read, or files and folders.

    Args:
        source: What to check. Bad files do not raise: the report says which could not be read, and why.
        options: Rules, profile and language.
        past: Filings of the past (`drafter.corpus.past.CorpusPast`), for rules that compare across years and
            offices. They compare the filings of `source` with each other as well.

    Raises:
        UsageError: The options name a rule that does not exist, or `source` is something else.
        InputError: The options name a profile that does not exist, or a number of the filing is none.
    """
    chosen = options or CheckOptions()
    documents: Iterable[ReadDocument]
    if isinstance(source, Filing):
        documents = [ReadDocument("", "read", filings=(LocatedFiling(_exact(source)),))]
    elif isinstance(source, ReadDocument):
        documents = [source]
    else:
        from drafter.reading import read_all

        documents = read_all(_paths(source))
    rules, form = chosen.rules(), chosen.form()
    checked = [(one, document_report(one, rules=rules, profile=form, lang=chosen.lang)) for one in documents]
    compare_run(checked, lambda _: rules, against=past, profile_for=lambda _: form, lang=chosen.lang)
    reports = [report for _, report in checked]
    return Report(documents=reports, summary=summarise(reports))


def _exact(filing: Filing) -> Filing:
    """A filing as its constructors make it: a number assigned afterwards is not one yet, and no sum would see it."""
    copied = filing.model_copy(deep=True)
    try:
        for shape in _shapes(copied):
            shape.__post_init__()
    except (TypeError, ValueError) as error:
        raise InputError(
            f"申报表里有类型不对的字段，或不能用的数、日期；数应为 Decimal、整数或“1020.00”这样的文字：{error}",
            f"the filing has a field of another type, or a number or date that cannot be used: {error}",
        ) from error
    return copied


def _shapes(filing: Filing) -> Iterator[Filing | Funding | Indicator | Target | BudgetLine]:
    """A filing and its parts, the whole before them: what a part is may be asked once it is known to be one."""
    yield filing
    yield filing.funding
    for row in filing.indicators:
        yield row
        if row.target is not None:
            yield row.target
    yield from filing.budget_lines


def _paths(source: Any) -> list[str | Path]:
    """Paths as a list. The keys of a dict would be looked for as files, and none of them found."""
    if isinstance(source, (str, os.PathLike)):
        return [os.fspath(source)]
    several = hasattr(source, "__iter__") and not hasattr(source, "keys") and not isinstance(source, bytes)
    given: list[Any] = list(source) if several else [None]
    if all(isinstance(one, (str, os.PathLike)) for one in given):
        return given
    raise UsageError(
        f"check 的对象应是申报表、读出的文档或文件路径，不是 {type(source).__name__}；"
        "JSON 数据先用 Filing.model_validate 转成申报表，多份申报表逐份检查",
        f"check takes a filing, a document read, or paths, not {type(source).__name__}; "
        "turn JSON data into a filing by Filing.model_validate first, and check several filings one by one",
    )
