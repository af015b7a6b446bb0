"""Form recognition: what a carrier gives becomes filings, by printed labels and never by fixed coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.filing import LocatedFiling
from drafter.language.patterns import lazy
from drafter.profiles import all_profiles
from drafter.reading.builder import FilingBuilder
from drafter.reading.content import Cell, Content, Note
from drafter.reading.form import read_segment
from drafter.reading.profiles import choose_profile
from drafter.reading.rows import Row, rows_of
from drafter.reading.segments import Segment, is_monitoring, is_report, split_segments
from drafter.reading.signs import LostSigns, without_lost_signs
from drafter.reading.unread import (
    interleaved_note,
    lost_note,
    lost_rows_note,
    lost_sign_note,
    skipped_parts_note,
    unread_money_note,
)
from drafter.reading.words import compact

_FORM_WORDS = lazy("指标|项目名称|绩效")
"""Words of which every form prints one; a long text without any is not looked at line by line."""
_BUDGET = lazy(
    r"[^。，；\d]{0,30}(?P<year>20\d\d)年度?(?:市级|区级|县级|省级)?(?:部门|单位)预算(?:公开)?[^。，；\d]{0,12}",
    needs=("预算",),
)
"""The title of the budget that a workbook or booklet of forms belongs to."""

_WORDS = {
    "project_name": ("项目名称", "project name"),
    "annual_goal": ("年度目标", "annual goal"),
    "overall_goal": ("总目标", "overall goal"),
    "narrative": ("项目情况说明", "narrative"),
    "funding": ("金额", "an amount"),
}


class Recognised:
    """The filings of a document, and what else it holds.

    Attributes:
        filings: The filings, in order.
        reports: Tables that report on results instead of declaring goals.
        monitoring: How many of them report on the running year.
        notes: Fields whose text the carrier cut off.
    """

    def __init__(self) -> None:
        self.filings: list[LocatedFiling] = []
        self.reports = 0
        self.monitoring = 0
        self.notes: list[Note] = []


def recognise(content: Content) -> Recognised:
    """Every filing of a document, in order."""
    rows = rows_of(content)
    result = Recognised()
    document = "".join(compact(cell.text) for row in rows for cell in row.cells)
    if not _FORM_WORDS.search(document):
        return result
    builders: list[FilingBuilder] = []
    skipped: list[tuple[str, Cell]] = []
    for segment in split_segments(rows):
        found, report = ([], True) if segment.report or is_report(segment.rows) else read_segment(segment)
        result.reports += report
        result.monitoring += report and is_monitoring(segment)
        for builder in found:
            if builders and _continues(builders[-1], builder, segment):
                _merge(builders[-1], builder)
            elif builder.is_form or (segment.title and builder.name):
                builders.append(builder)
            elif builder.skipped and not builder.labels:
                skipped.extend(builder.skipped)
    profiles = all_profiles()
    budget = _budget_year(rows)
    # One form's contact may be named in the text of the next.
    personal = frozenset[str]().union(*(builder.personal for builder in builders))
    for builder in (candidate for candidate in builders if candidate.is_form):
        if content.interleaved:
            builder.doubt()
        signs = without_lost_signs(builder.indicators, builder.promises, builder.amounts)
        builder.indicators = signs.indicators
        if _guess_year(builder) and budget is not None:
            builder.put("year", budget[0], budget[1])
        profile = choose_profile(profiles, builder.labels, builder.values.get("year"), document)
        result.filings.append(builder.build(len(result.filings), profile, personal))
        result.notes.extend((*_lost(builder), *_signs(signs)))
        skipped.extend(builder.skipped)
    if skipped:
        # Once for the document: a list of a hundred projects has the same column a hundred times.
        result.notes.append(
            skipped_parts_note(skipped[0][1].location, list(dict.fromkeys(text for text, _ in skipped)))
        )
    if content.interleaved and result.filings:
        result.notes.append(interleaved_note())
    return result


def _lost(builder: FilingBuilder) -> Iterator[Note]:
    for path, location in builder.lost.items():
        zh, en = _WORDS.get(path.partition(".")[0], ("表内文字", "text of the form"))
        yield lost_note(location, zh, en)
    if builder.unread:
        yield unread_money_note(builder.unread[0][1].location, [text for text, _ in builder.unread])
    rows = [found.cells for found in builder.indicators if any(cell.lost for cell in found.cells.values())]
    if rows:
        yield lost_rows_note(len(rows), next(cell.location for cell in rows[0].values() if cell.lost))


def _signs(signs: LostSigns) -> Iterator[Note]:
    for rows, plain in ((signs.plain, True), (signs.doubted, False)):
        if rows:
            cell = rows[0].cells.get("target") or rows[0].cells["name"]
            target = rows[0].indicator.target
            yield lost_sign_note(len(rows), cell.location, target.raw if target else "", plain=plain)


def _continues(above: FilingBuilder, builder: FilingBuilder, segment: Segment) -> bool:
    """Whether a segment is another sheet of the form above (绩效目标, 制度保障) and not a form of its own."""
    if builder.name is None:
        return segment.title is None or (segment.sheet is not None and not builder.is_form)
    if above.name is None or compact(builder.name) != compact(above.name):
        return False
    clash = bool(above.indicators and builder.indicators) or bool(above.lines and builder.lines)
    return segment.sheet is not None and not clash


def _merge(above: FilingBuilder, builder: FilingBuilder) -> None:
    for path, value in builder.values.items():
        if above.values.get(path) is None:
            above.values[path] = value
            if path in builder.places:
                above.places[path] = builder.places[path]
            if path in builder.printed:
                above.printed[path] = builder.printed[path]
    for path, text in builder.printed.items():
        if above.values.get(path) is None and path not in above.printed:
            above.printed[path] = text
            above.places[path] = builder.places[path]
    for path, location in builder.lost.items():
        above.lost.setdefault(path, location)
    above.unread.extend(builder.unread)
    above.skipped.extend(builder.skipped)
    above.narrative.extend(builder.narrative)
    above.indicators.extend(builder.indicators)
    above.lines.extend(builder.lines)
    above.labels |= builder.labels
    above.personal |= builder.personal


def _guess_year(builder: FilingBuilder) -> bool:
    """Find the budget year of a form that prints none: the one year its dates lie in. Whether it is still open."""
    values = builder.values
    if values.get("year") is not None:
        return False
    start, end = values.get("start_date"), values.get("end_date")
    if start is not None and end is not None and start.year == end.year:
        values["year"] = start.year
    return values.get("year") is None


def _budget_year(rows: Sequence[Row]) -> tuple[int, Cell] | None:
    """The year of the budget that all forms of a workbook or booklet belong to, by its title; None for two years."""
    titles = [(cell, match) for row in rows for cell in row.cells if (match := _BUDGET.fullmatch(compact(cell.text)))]
    years = {match["year"] for _, match in titles}
    return (int(years.pop()), titles[0][0]) if len(years) == 1 else None
