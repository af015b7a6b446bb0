"""Where one form ends and the next begins: by printed titles, and by a project name that comes again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from drafter.language.patterns import lazy
from drafter.reading.columns import budget_column, indicator_column
from drafter.reading.content import Cell
from drafter.reading.headers import budget_header, indicator_header
from drafter.reading.labels import Label, find_label
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.words import compact, unit_behind

_KIND = r"(?:申报|申请|审核|审批|批复|编制|设置|填报|备案|公开|调整|情况|信息|计划|与指标|及指标|管理|指标|自审)"
_TITLE = lazy(
    rf"(?P<title>.{{0,50}}绩效(?:目标){_KIND}{{0,3}}表)(?P<sheet>\([^()]{{1,24}}\))?(?:\d{{4}}年度?)?",
    needs=("绩效目标",),
)
# A part of a form that is called a table of its own (长期绩效目标表 | 年度绩效目标表) opens no other form.
_PART = lazy(r"(?:项目)?(?:长期|中期|中长期|实施期|年度|当年|总体)绩效目标表", needs=("绩效目标表",))
_NOT_A_FORM = lazy(r"汇总表|目录|一览表|清单|填报说明|填表说明")
_REPORT = lazy(
    r".{0,50}(?:自评|自我评价|评价|监控|完成情况|执行情况)[^。；]{0,10}(?:表|报告)(?:\([^()]{1,24}\))?(?:\d{4}年度?)?",
    needs=("评价", "评", "监控", "完成情况", "执行情况"),
)
_MONITORING = lazy(r"监控|执行情况|运行情况")
_ANNEX = lazy(
    r"^(?:附件|附表|附|表)[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,2})?[:：、.]?(?=.{4})", needs=("附", "表")
)
_YEAR_ONLY = lazy(r"\d{0,4}(?:年度?)?")
_YEAR_LINE = lazy(r"\(?\d{4}年?(?:度|预算)?\)?")
# What a booklet prints at the edge of its pages: its name, and their number.
_PAGE_HEAD = lazy(
    r"(?:[^\d:：，。；]{2,24}\d{4}年?度?(?:部门|单位|市级|区级|县级|省级){0,2}预算(?:公开|草案|编制)?(?:情况)?(?:说明|文本|材料|资料)?"
    r"|[-—–]\d{1,4}[-—–]|第\d{1,4}页(?:[,/共]*\d{1,4}页)?)"
)
_TOP = 40
_MOST_ABOVE = 6
_HEAD_CELLS = 3
_CODED = lazy(r"\d{3,12}[-_]?[^\W\d_]{2,24}")
_UNIT_LINE = lazy(r"\(?(?:金额|货币|资金)?单位:(?:人民币)?(亿元|百万元|万元|千元|元)\)?", needs=("单位",))
_OWN = frozenset(("field", "goal", "funding"))
_OF_A_FORM = frozenset(("project_name", "department", "implementer", "year"))
_YEAR = lazy(r"((?:19|20)\d{2})(?:年|\)?$)", needs=("19", "20"))


class Segment:
    """The rows of one form, or of one sheet of it.

    Attributes:
        title: Printed title without the sheet in brackets, or None.
        sheet: What stands in brackets behind the title (``绩效目标``, ``制度保障``), or None.
        report: The segment is a self-evaluation or a monitoring report, no declaration.
        title_cell: Where the title is printed.
        year: The year the title prints.
        unit: The money unit printed above all forms of the document.
        rows: Everything below the title.
    """

    def __init__(
        self,
        title: str | None = None,
        sheet: str | None = None,
        report: bool = False,
        title_cell: Cell | None = None,
        year: int | None = None,
        unit: str | None = None,
    ) -> None:
        self.title, self.sheet, self.report, self.title_cell, self.year = title, sheet, report, title_cell, year
        self.unit = unit
        self.rows: list[Row] = []


def split_segments(rows: list[Row]) -> list[Segment]:
    """The document cut at its titles; what stands before the first title is a segment of its own."""
    segments = [Segment()]
    for row in rows:
        opened = _title(row)
        if opened is not None:
            segments.append(opened)
        else:
            segments[-1].rows.append(row)
    unit = _unit_above(segments[0].rows)
    parts = [part for segment in _with_next_pages(segments) for part in _split_at_names(segment)]
    for part in parts:
        part.unit = unit
    return parts


def _unit_above(rows: Sequence[Row]) -> str | None:
    """The unit of the few lines above the first title of a document (某县民政局2026年项目绩效目标 over 单位：万元)."""
    if len(rows) > _MOST_ABOVE or not all(row.is_paragraph for row in rows):
        return None
    found = [match[1] for row in rows if (match := _UNIT_LINE.fullmatch("".join(row.texts)))]
    return found[0] if len(set(found)) == 1 else None


def _with_next_pages(segments: Sequence[Segment]) -> list[Segment]:
    """Segments with the pages that repeat their title put to them: such a page names no project of its own."""
    joined: list[Segment] = []
    begun: bool | None = None
    for segment in segments:
        above = joined[-1] if joined else None
        if above is not None and _same_title(above, segment) and not _has_fields(segment):
            begun = _begins_form(above) if begun is None else begun
            if begun:
                while _PAGE_HEAD.fullmatch("".join(above.rows[-1].texts)):
                    above.rows.pop()
                above.rows.extend(_without_page_head(segment.rows, above.rows[:_TOP]))
                continue
        joined.append(segment)
        begun = None
    return joined


def _has_fields(segment: Segment) -> bool:
    """Whether a segment has fields, goals or money of its own besides its year."""
    labels = (_leading_label(cell) for row in segment.rows for cell in row.cells)
    return any(label is not None and label.kind in _OWN and label.path != "year" for label in labels)


def _begins_form(segment: Segment) -> bool:
    """Whether a segment names a project and heads an indicator table, which a next page may go on with."""
    labels = (_leading_label(cell) for row in segment.rows for cell in row.cells)
    named = any(label is not None and label.path == "project_name" for label in labels)
    return named and any(_heads_indicators(row) for row in segment.rows)


def _same_title(above: Segment, segment: Segment) -> bool:
    titles = [(one.title, one.sheet, one.report) for one in (above, segment)]
    return above.title is not None and titles[0] == titles[1]


def _heads_indicators(row: Row) -> bool:
    """Whether a row is the head of an indicator table, or a line of such a head that is given a cell a line."""
    if len(row.cells) > 1:
        return indicator_header(row) is not None
    return indicator_column(row.texts[0]) in ("name", "value") or row.texts[0].startswith("一级指标二级指标")


def _without_page_head(rows: Sequence[Row], above: Sequence[Row]) -> Iterator[Row]:
    """The rows of a page without the year and what else its head repeats from the page above."""
    seen = {row.texts for row in above}
    body = False
    for row in rows:
        heads = indicator_header(row) is not None or indicator_column(row.texts[0]) is not None
        body = body or heads or len(row.cells) > 1
        if body or not (row.texts in seen or _YEAR_LINE.fullmatch("".join(row.texts))):
            yield row


def _title(row: Row) -> Segment | None:
    if len(row.cells) != 1 or len(row.cells[0].text) > 160:
        return None
    cell = row.cells[0]
    text = compact(cell.text)
    if not text.startswith("绩效目标") and _REPORT.fullmatch(text):
        return Segment(text, None, True, cell)
    text, unit = unit_behind(text)
    match = _TITLE.fullmatch(text)
    if match is None or _NOT_A_FORM.search(text) or _PART.fullmatch(text):
        return None
    sheet = match["sheet"].strip("()") if match["sheet"] else None
    if sheet and _YEAR_ONLY.fullmatch(sheet):
        sheet = None
    year = _YEAR.search(text)
    title = _ANNEX.sub("", match["title"])
    segment = Segment(title, sheet, False, cell, int(year[1]) if year else None)
    if unit is not None:
        # 绩效目标表（2027年度）单位：万元 in one cell: the unit is a line of the form.
        segment.rows.append(replace(row, cells=(cell._replace(text=f"单位：{unit}"),)))
    return segment


def _split_at_names(segment: Segment) -> list[Segment]:
    """A second project name after the body of a form has begun opens another form (forms printed without title)."""
    parts = [Segment(segment.title, segment.sheet, segment.report, segment.title_cell, segment.year)]
    named = body = False
    listed: tuple[str, ...] | None = None
    for row, below in zip_longest(segment.rows, segment.rows[1:]):
        # The head of a list printed again on its next page: the rows below it go on with the project above.
        if row.texts == listed or budget_header(row) is not None:
            parts[-1].rows.append(row)
            continue
        header = indicator_header(row)
        paths = {label.path for label in map(_leading_label, row.cells) if label is not None}
        if header is not None:
            listed = row.texts if header.flat else None
        elif paths & _OF_A_FORM:
            listed = None
        if "project_name" in paths and not (row.is_paragraph and below is not None and _is_head(below)):
            if named and body:
                parts.append(Segment(segment.title, None, segment.report, segment.title_cell, segment.year))
                parts[-1].rows.extend(_take_head(parts[-2].rows))
                body = False
            named = True
        heads = header is not None or (row.is_paragraph and _heads_indicators(row))
        body = body or bool(paths & {"annual_goal", "overall_goal"}) or heads
        parts[-1].rows.append(row)
    return parts


def _take_head(rows: list[Row]) -> list[Row]:
    """The line right above a project's name that prints the unit of its money, taken from the form above it.

    Case: 207101某区人民法院 | 单位：万元, which opens each of the tables of a booklet.
    """
    if not rows or not any(_UNIT_LINE.fullmatch(text) for text in rows[-1].texts):
        return []
    alone = all(_UNIT_LINE.fullmatch(text) or find_label(text) is None for text in rows[-1].texts)
    if not alone or len(rows[-1].cells) > _HEAD_CELLS:
        return []
    taken = [rows.pop()]
    if taken[0].is_paragraph and rows and rows[-1].is_paragraph and _CODED.fullmatch(rows[-1].texts[0]):
        taken.insert(0, rows.pop())
    return taken


def _is_head(row: Row) -> bool:
    """Whether a line below 项目名称 is no name but another head: the first column of a list or of a breakdown."""
    text = row.texts[0]
    return find_label(text) is not None or indicator_column(text) is not None or budget_column(text) is not None


def _leading_label(cell: Cell) -> Label | None:
    return find_label(cell.text) or find_label((cell.text.split(None, 1) or [""])[0])


def is_monitoring(segment: Segment) -> bool:
    """Whether a report is one on the running year (绩效运行监控表), not on the year that ended."""
    if segment.title is not None:
        return _MONITORING.search(segment.title) is not None
    texts = {text.rstrip(":") for row in segment.rows for text in row.texts}
    return bool(texts & lexicon().monitoring)


def is_report(rows: list[Row]) -> bool:
    """Whether the rows carry the columns of a report on what was achieved (实际完成值, 得分)."""
    achieved = lexicon().achieved
    found = {text.rstrip(":") for row in rows for text in row.texts if text.rstrip(":") in achieved}
    found |= {
        word for row in rows if row.is_paragraph for word in map(compact, row.cells[0].text.split()) if word in achieved
    }
    return len(found) >= 3
