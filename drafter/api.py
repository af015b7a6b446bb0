"""The library in one place: read, check, draft, write. The command line is a thin coat over these functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.checking.across import compare_run
from drafter.checking.engine import document_report
from drafter.checking.report import Report, summarise
from drafter.checking.selection import select_rules
from drafter.filing import Filing, LocatedFiling, ReadDocument
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
        UsageError: The options name a rule that does not exist.
        InputError: The options name a profile that does not exist.
    """
    chosen = options or CheckOptions()
    documents: Iterable[ReadDocument]
    if isinstance(source, Filing):
        documents = [ReadDocument("", "read", filings=(LocatedFiling(source),))]
    elif isinstance(source, ReadDocument):
        documents = [source]
    else:
        from drafter.reading import read_all

        documents = read_all([source] if isinstance(source, (str, Path)) else source)
    rules, form = chosen.rules(), chosen.form()
    checked = [(one, document_report(one, rules=rules, profile=form, lang=chosen.lang)) for one in documents]
    compare_run(checked, lambda _: rules, against=past, profile_for=lambda _: form, lang=chosen.lang)
    reports = [report for _, report in checked]
    return Report(documents=reports, summary=summarise(reports))
