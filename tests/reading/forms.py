"""Short ways from a text or a grid to its filings."""

from __future__ import annotations

from drafter.filing import Filing, LocatedFiling
from drafter.reading.content import Content
from drafter.reading.forms import recognise
from drafter.reading.text import content_of


def located(source: str | Content) -> list[LocatedFiling]:
    """The filings of a text or of a carrier's content, with their places."""
    return recognise(content_of(source) if isinstance(source, str) else source).filings


def filings(source: str | Content) -> list[Filing]:
    return [found.filing for found in located(source)]


def one(source: str | Content) -> Filing:
    """The only filing of a source."""
    (filing,) = filings(source)
    return filing


def rows(filing: Filing) -> list[tuple[str | None, str | None, str, str | None]]:
    """Levels, name and printed target of every indicator."""
    return [
        (indicator.level1, indicator.level2, indicator.name, indicator.target.raw if indicator.target else None)
        for indicator in filing.indicators
    ]


def unsure(filing: Filing) -> list[str]:
    """Names of the indicators whose level the print does not show without doubt."""
    return [indicator.name for indicator in filing.indicators if not indicator.certain]


def money(filing: Filing) -> dict[str, str]:
    """The printed amounts of a filing, in yuan."""
    return {key: value for key, value in filing.funding.model_dump(mode="json").items() if value is not None}


TITLE = "财政项目支出绩效目标申报表\n（2026年度）\n"
HEAD = "\t一级指标\t二级指标\t三级指标\t年度指标值\t\n"


def table(*lines: str, fields: str = "项目名称\t社区球场\n年度总体目标\t修缮社区球场。\n") -> str:
    """A tab text with one indicator table; `lines` are its rows below the head."""
    return TITLE + fields + HEAD + "\n".join(lines)
