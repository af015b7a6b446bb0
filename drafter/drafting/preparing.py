"""Everything a draft is made from, before a model is asked: brief, facts, precedents, form, basis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.brief import Brief
from drafter.drafting.another_project import another_project
from drafter.drafting.briefs import ReadBrief, load_brief
from drafter.drafting.commands import without_commands
from drafter.drafting.facts import Facts, facts_of
from drafter.drafting.forms import profile_for
from drafter.drafting.grounding import OfficeFilings, Retrieve, office_filings, precedents_for
from drafter.drafting.questions import questions_of
from drafter.drafting.result import Asked
from drafter.drafting.rollforward import merged, roll_forward
from drafter.errors import InputError
from drafter.filing import Filing
from drafter.language.patterns import lazy
from drafter.models.proposal import Proposal
from drafter.models.request import Precedent
from drafter.personal.cleaning import cleaned
from drafter.profiles import Profile

_YEARS = (1990, 2100)
"""The years a brief may be for, as `Brief.year` has them."""

# 2026—2027年 and 2027学年 are no budget year.
_NAMED_YEAR = lazy(r"(?<![\d至到—–~～-])(20\d{2})(?=年(?!代|[至到—–~～-]|版|以))")


class Prepared(NamedTuple):
    """What a draft is made from.

    `based_on` is last year's filing without personal data; `office` are other filings of the brief's office.
    """

    brief: Brief
    facts: Facts
    precedents: tuple[Precedent, ...]
    profile: Profile
    basis: Proposal | None
    questions: tuple[Asked, ...]
    based_on: Filing | None = None
    office: tuple[Precedent, ...] = ()


def prepare(
    brief: Brief | str,
    *,
    based_on: Filing | None = None,
    year: int | None = None,
    top_k: int = 5,
    profile: str | None = None,
    retrieve: Retrieve | None = None,
    office: OfficeFilings | None = None,
) -> Prepared:
    """Read a brief and gather what belongs to it; the arguments are those of `draft`.

    Raises:
        InputError: The brief or the profile cannot be used.
    """
    stated = load_brief(brief, ".txt") if isinstance(brief, str) else _brief(brief)
    asked = list(stated.questions) if isinstance(stated, ReadBrief) else []
    stated, commands = without_commands(stated)
    asked += commands
    if year is not None:
        if not _YEARS[0] <= year <= _YEARS[1]:
            raise InputError(
                f"年度 {year} 应是四位数的年份，例如 2027", f"year {year} should have four digits, such as 2027"
            )
        stated = stated.model_copy(update={"year": year})
        asked = [question for question in asked if question.field != "year"]
    elif stated.year is None and (named := _year_named(stated, asked)) is not None:
        stated = stated.model_copy(update={"year": named})
        zh = f"没有写预算年度，按项目名称里的 {named} 年填列，请确认"
        asked.append(Asked("year", zh, f"no budget year is given; {named} of the project's name is used"))
    # A filing from anywhere: from a corpus or the command line it has lost them already, and nothing more goes.
    based_on = cleaned(based_on) if based_on is not None else None
    asked += another_project(stated, based_on) if based_on is not None else ()
    stated, inherited = merged(stated, based_on) if based_on is not None else (stated, {})
    form = profile_for(stated, profile)
    facts = facts_of(stated, inherited)
    rolled = roll_forward(facts, based_on, form) if based_on is not None else None
    if office is None:
        # Whoever brings precedents of his own has not asked for those of our corpora.
        office = office_filings if retrieve is None else None
    return Prepared(
        brief=stated,
        facts=rolled.facts if rolled is not None else facts,
        precedents=tuple(precedents_for(stated, top_k, retrieve)),
        profile=form,
        basis=rolled.basis if rolled is not None else None,
        questions=(*_unasked(asked, questions_of(stated)), *(rolled.questions if rolled is not None else ())),
        based_on=based_on,
        office=tuple(office(stated)) if office is not None and top_k > 0 and rolled is None else (),
    )


def _year_named(brief: Brief, asked: Sequence[Asked]) -> int | None:
    """The one year a project's name holds (2027年度河道保洁), where brief and period say none."""
    years = {int(year) for year in _NAMED_YEAR.findall(brief.project_name)}
    doubted = any(question.field == "year" for question in asked)
    if len(years) != 1 or doubted or brief.start_date or brief.end_date:
        return None
    return years.pop()


def _unasked(asked: Sequence[Asked], derived: Sequence[Asked]) -> list[Asked]:
    # 明年是哪一年 says more than 没有写预算年度, and 单价按月计 more than 没有单价.
    said = {question.field for question in asked if question.field == "year" or question.field.endswith("unit_price")}
    return [*asked, *(question for question in derived if question.field not in said)]


def _brief(given: object) -> Brief:
    """What a program passed, which is not held to its annotation."""
    if isinstance(given, Brief):
        return given
    kind = type(given).__name__
    raise InputError(
        f"简述应是 Brief 或一段话，不是 {kind}；JSON 数据先用 Brief.model_validate 转换",
        f"a brief is a Brief or a text, not {kind}; turn JSON data into one by Brief.model_validate",
    )
