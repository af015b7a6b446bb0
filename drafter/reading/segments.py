"""Where one form ends and the next begins: by printed titles, and by a project name that comes again."""

from __future__ import annotations

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.headers import budget_header, indicator_header
from drafter.reading.labels import Label, find_label
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.words import compact

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
_YEAR = lazy(r"((?:19|20)\d{2})(?:年|\)?$)", needs=("19", "20"))


class Segment:
    """The rows of one form, or of one sheet of it.

    Attributes:
        title: Printed title without the sheet in brackets, or None.
        sheet: What stands in brackets behind the title (``绩效目标``, ``制度保障``), or None.
        report: The segment is a self-evaluation or a monitoring report, no declaration.
        title_cell: Where the title is printed.
        year: The year the title prints.
        rows: Everything below the title.
    """

    def __init__(
        self,
        title: str | None = None,
        sheet: str | None = None,
        report: bool = False,
        title_cell: Cell | None = None,
        year: int | None = None,
    ) -> None:
        self.title, self.sheet, self.report, self.title_cell, self.year = title, sheet, report, title_cell, year
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
    return [part for segment in segments for part in _split_at_names(segment)]


def _title(row: Row) -> Segment | None:
    if len(row.cells) != 1 or len(row.cells[0].text) > 160:
        return None
    cell = row.cells[0]
    text = compact(cell.text)
    if not text.startswith("绩效目标") and _REPORT.fullmatch(text):
        return Segment(text, None, True, cell)
    match = _TITLE.fullmatch(text)
    if match is None or _NOT_A_FORM.search(text) or _PART.fullmatch(text):
        return None
    sheet = match["sheet"].strip("()") if match["sheet"] else None
    if sheet and _YEAR_ONLY.fullmatch(sheet):
        sheet = None
    year = _YEAR.search(text)
    title = _ANNEX.sub("", match["title"])
    return Segment(title, sheet, False, cell, int(year[1]) if year else None)


def _split_at_names(segment: Segment) -> list[Segment]:
    """A second project name after the body of a form has begun opens another form (forms printed without title)."""
    parts = [Segment(segment.title, segment.sheet, segment.report, segment.title_cell, segment.year)]
    named = body = False
    for row in segment.rows:
        if budget_header(row) is not None:
            parts[-1].rows.append(row)
            continue
        paths = {label.path for label in map(_leading_label, row.cells) if label is not None}
        if "project_name" in paths:
            if named and body:
                parts.append(Segment(segment.title, None, segment.report, segment.title_cell, segment.year))
                body = False
            named = True
        body = body or bool(paths & {"annual_goal", "overall_goal"}) or indicator_header(row) is not None
        parts[-1].rows.append(row)
    return parts


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
