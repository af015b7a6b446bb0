"""The labelled part of a form: names, offices, dates, money, goals, narrative. Personal data is stepped over."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace

from drafter.language import parse_date
from drafter.language.patterns import lazy
from drafter.reading.builder import FilingBuilder, place_of
from drafter.reading.content import Cell
from drafter.reading.funding import FundingReader
from drafter.reading.goals import GoalReader
from drafter.reading.labels import Label, year_of
from drafter.reading.money_rows import names_money, unknown_amounts
from drafter.reading.money_years import MoneyYears
from drafter.reading.nature import field_of, ticked
from drafter.reading.pairs import Pair, has_several_amounts, pair_up, printed_amount
from drafter.reading.rows import Row
from drafter.reading.words import compact, tidy, unit_behind

_YEAR = lazy(r"\(?((?:19|20)\d{2})年?(?:度|预算)?\)?(?:年?绩效目标)?", needs=("19", "20"))
_TITLE_YEAR = lazy(
    r".{0,20}?((?:19|20)\d{2})年(?:度|部门|预算|市|区|县|省|项目|财政)[^。，；]{0,30}(?:表|书)(?:\([^()]{1,16}\))?",
    needs=("表", "书"),
)
_DATE = r"\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*(?:\d{1,2}\s*日?)?)?"
_PERIOD = lazy(rf"({_DATE})\s*(?:[-—–~～至到]{{1,2}})\s*({_DATE})")
_YEARS = lazy(r"(?<!\d)(\d{4})\s*年?度?\s*(?:[-—–~～至到]{1,2})\s*(\d{4})(?!\d)\s*年?度?")
_MONTHS = lazy(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])\s*[-—–~～至到]{1,2}\s*((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)")
_ONE_YEAR = lazy(r"(?:19|20)\d{2}\s*年度?")
_DURATION = lazy(r"(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})(?:年|个月|季度)(?:期|以上|以内)?|长期|常年|每年|持续")
_MONTH = lazy(r"((?:19|20)\d{2})\s*[-/.年]\s*(1[0-2]|0?[1-9])\s*月?(?:份|底|末|初)?|((?:19|20)\d{2})\s*年?度?")
_MONEY_UNIT = lazy(r"(?:金额|货币|资金)?单位[:：]?\s*(?:人民币)?(亿元|百万元|万元|千元|元)", needs=("单位",))
# 351001某市自然资源局本级 above a form: a budget unit by its code, without any label.
_CODED_OFFICE = lazy(
    r"\d{3,12}[-_ ]?[^\W\d_]{2,24}"
    r"(?:局|委员会|办公室|中心|学校|学院|医院|政府|办事处|支队|大队|研究院|本级|机关)(?:\(本级\))?"
)
_FILLS_IN = ("填报", "申报", "编制", "预算")
_BROKEN_OFF = lazy(r"\((亿元|百万元|万元|千元|元)\)")
MONEY_COLUMN = lazy(
    r"(?:金额|预算金额|资金|预算数|资金数额)\((?:单位:)?(亿元|百万元|万元|千元|元)\)",
    needs=("金额", "资金", "预算数"),
)

MONEY_HEAD = lazy(
    r"[^\d:。，；()]{0,12}(?:资金|金额|预算|经费|投入|拨款|支出|安排|情况|来源|构成)[^\d:。，；()]{0,4}"
    r"\((?:金额)?(?:单位:)?(?:人民币)?(亿元|百万元|万元|千元|元)\)",
    needs=(")",),
)
"""A head beside amounts that says their unit, whatever it is called: 资金金额（万元）, 财政投入规模（万元）."""


class FieldReader:
    """Reads the rows of one form that are neither indicators nor budget lines."""

    def __init__(self, builder: FilingBuilder, year: int | None = None) -> None:
        self.builder = builder
        self.title_year = year
        self.funding = FundingReader()
        self.goals = GoalReader()
        self.years = MoneyYears(builder.skipped)
        self.open_narrative = False
        self.open_block = False
        self.in_money = False
        self.office: Cell | None = None
        self.filled_in = self.exact = False

    @property
    def unit(self) -> str:
        """The money unit of the sheet."""
        return self.funding.unit

    def finish(self) -> None:
        """Give what is only known at the end of a form: goals and money, and an office nobody labelled."""
        if self.office is not None and not {"implementer", "department"} & self.builder.values.keys():
            self.builder.put("implementer", tidy(self.office.text), self.office)
        self.goals.finish(self.builder)
        self.funding.finish(self.builder)

    def read(self, row: Row) -> None:
        """Take one row."""
        self.exact = row.exact
        if self.funding.heads and self.funding.below_heads(row):
            return
        year = self.builder.values.get("year") or self.title_year
        row = self.years.of_this_year(self.years.without_heads(row, year), self.funding)
        if not row.cells:
            return
        if (office := _coded_office(row)) is not None:
            self.office = self.office or office
            row = replace(row, cells=row.cells[1:])
        alone = [self._alone(cell) for cell in row.cells]
        if all(alone):
            return
        if any(alone) and len(row.cells) == 2:
            row = replace(row, cells=tuple(cell for cell, told in zip(row.cells, alone, strict=True) if not told))
        pairs = pair_up(row, in_block=self.open_block)
        labels = [pair.label for pair in pairs if pair.label is not None]
        self.open_block = any(label.kind == "section" for label in labels)
        self.builder.labels.update(label.name for label in labels)
        of_money = any(label.kind == "funding" or names_money(label) for label in labels)
        heads = MONEY_HEAD if of_money else MONEY_COLUMN
        if unit := next((match[1] for text in row.texts if (match := heads.fullmatch(text))), None):
            self.funding.unit = unit
        self._unknown_money(pairs)
        if not labels:
            self._continue(row)
            return
        heads_part = len(row.cells) == 1 and labels[0].kind == "section" and labels[0].inline is None
        if heads_part or any(label.kind in ("field", "funding", "personal", "ignored") for label in labels):
            self.goals.heads = []
        for label in labels:
            if label.unit:
                self.funding.unit = label.unit
        self.goals.take(pairs, exact=row.exact)
        self._money(pairs)
        for pair in pairs:
            self._take(pair)

    def _alone(self, cell: Cell) -> bool:
        text = compact(cell.text)
        head, unit = unit_behind(text)
        if match := _YEAR.fullmatch(head) or _TITLE_YEAR.fullmatch(head):
            self.builder.put("year", int(match[1]), cell)
            self.funding.unit = unit or self.funding.unit
        elif match := _MONEY_UNIT.fullmatch(text.strip("()[]")):
            self.funding.unit = match[1]
        elif match := _BROKEN_OFF.fullmatch(text):
            self.funding.unit_below(match[1])
        else:
            return False
        return True

    def _continue(self, row: Row) -> None:
        if self.goals.go_on(row) or self.goals.below(row):
            return
        if self.open_narrative and row.is_paragraph and self.builder.narrative:
            label, text = self.builder.narrative[-1]
            self.builder.narrative[-1] = (label, f"{text}\n{tidy(row.cells[0].text)}")

    def _unknown_money(self, pairs: list[Pair]) -> None:
        """Rows of the funding block whose labels nobody listed: kept, so that no sum is judged without them."""
        labels = [pair.label for pair in pairs if pair.label is not None]
        if labels:
            self.in_money = any(label.kind == "funding" or names_money(label) for label in labels)
        elif not self.in_money:
            return
        if self.in_money and not self.goals.heads:
            self.funding.take(list(unknown_amounts(pairs)))

    def _money(self, pairs: list[Pair]) -> None:
        amounts: list[tuple[Label, Cell, str | None, Cell]] = []
        for pair in pairs:
            if pair.label is not None and pair.cell is not None and pair.label.kind == "funding":
                # Of several amounts below heads nobody knows, none can be said to be this year's.
                label = pair.label._replace(path="") if has_several_amounts(pair) else self._of_its_year(pair.label)
                amounts.append((label, pair.cell, printed_amount(pair), pair.value_cell or pair.cell))
        if len(amounts) > 1 and not any(pair.text for pair in pairs):
            self.funding.heads = [(label, head) for label, head, _, _ in amounts]
        elif amounts:
            self.funding.take(amounts)

    def _of_its_year(self, label: Label) -> Label:
        """The total of a year named in its label: this year's, last year's, or nobody's."""
        named, year = year_of(label), self.builder.values.get("year")
        if named is None or named == year:
            return label
        last = year is not None and named == year - 1 and label.path.endswith("_total")
        return label._replace(path="last_year_budget" if last else "")

    def _take(self, pair: Pair) -> None:
        label, cell = pair.label, pair.value_cell
        if label is not None and label.kind == "personal":
            self.builder.personal.update(text for text in (label.inline, pair.text) if text)
        if label is None or cell is None:
            return
        self.open_narrative = label.kind == "narrative"
        if label.kind == "unit" and pair.text and (match := _MONEY_UNIT.fullmatch(f"单位{compact(pair.text)}")):
            self.funding.unit = match[1]
        elif label.kind == "narrative":
            self._narrate(pair)
        elif label.kind == "field" and pair.text:
            self._field(label.path, pair, cell)

    def _narrate(self, pair: Pair) -> None:
        if pair.label is None or pair.text is None:
            return
        self.builder.narrative.append((tidy(pair.label.name), pair.text))
        if pair.value_cell is not None and pair.value_cell.lost:
            self.builder.lost.setdefault("narrative", pair.value_cell.location)
        if pair.value_cell is not None:
            self.builder.places.setdefault("narrative", place_of(pair.value_cell))

    def _field(self, path: str, pair: Pair, cell: Cell) -> None:
        text = pair.text or ""
        if path in ("nature", "category"):
            raw = pair.label.inline if pair.label is not None and pair.label.inline else cell.text
            value = ticked(raw)
            self.builder.put(field_of(path, value), value, cell, text=raw.strip())
        elif path in ("start_date", "end_date"):
            self._date(path, text, cell)
        elif path == "period":
            self._period(text, cell)
        elif path in ("implementer", "department") and (match := _YEAR.fullmatch(compact(text))):
            self.builder.put("year", int(match[1]), cell, text=text)  # 填报单位（盖章）：      2014年度
        elif path == "implementer":
            self._office(pair, cell, text)
        elif path == "year":
            if match := re.match(r"((?:19|20)\d{2})", compact(text)):
                self.builder.put("year", int(match[1]), cell, text=text)
        else:
            self.builder.put(path, text, cell, text=text)

    def _office(self, pair: Pair, cell: Cell, text: str) -> None:
        """The office that carries a project out, before the one that fills in its form (填报单位)."""
        fills_in = pair.label is not None and pair.label.name.startswith(_FILLS_IN)
        # A text of lines may have glued what stands behind an office to it: there the first print stays.
        if self.filled_in and self.exact and not fills_in and not cell.lost:
            self.builder.values.pop("implementer", None)
        self.filled_in = fills_in and (self.filled_in or self.builder.values.get("implementer") is None)
        self.builder.put("implementer", text, cell, text=text)

    def _date(self, path: str, text: str, cell: Cell) -> None:
        day = parse_date(text) or parse_date(text.split()[0])
        outer = None if day else _outer_day(path, text)
        if (day or outer) is None or cell.lost:
            self.builder.misread(path, cell, text)
            return
        self.builder.put(path, day or outer, cell, text=text, printed=text if outer else None)

    def _period(self, text: str, cell: Cell) -> None:
        text = _MONTHS.sub(r"\1年\2月-\3年\4月", text)  # 202001-202012
        if (match := _PERIOD.search(text)) or (match := _YEARS.search(text)):
            self._date("start_date", match[1], cell)
            self._date("end_date", match[2], cell)
        elif _ONE_YEAR.fullmatch(text.strip()):
            self._date("start_date", text, cell)
            self._date("end_date", text, cell)
        elif text and not _DURATION.fullmatch(compact(text)):
            self.builder.misread("start_date", cell, text)
            self.builder.misread("end_date", cell, text)


def _coded_office(row: Row) -> Cell | None:
    """The office that a row names, beside the money unit at most."""
    first, *others = row.texts
    plain = all(_MONEY_UNIT.fullmatch(text.strip("()[]")) for text in others)
    return row.cells[0] if plain and _CODED_OFFICE.fullmatch(first) else None


def _outer_day(path: str, text: str) -> dt.date | None:
    """The first or last day of a period printed to the month or year: 2027年1月 to 2029年12月 are whole months."""
    if (match := _MONTH.fullmatch(text.strip())) is None:
        return None
    first = path == "start_date"
    year = int(match[1] or match[3])
    month = int(match[2]) if match[2] else 1 if first else 12
    return dt.date(year, month, 1 if first else calendar.monthrange(year, month)[1])
