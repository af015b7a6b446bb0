"""One cell a line: names broken at the width of their column, where no label of the table is broken."""

from __future__ import annotations

import pytest
from forms import one, rows

ABOVE = ["项目支出绩效目标表", "（2026年度）", "项目名称", "渡口渡船更新", "年度目标", "更新老旧渡船9艘。"]
HEAD = ["一级指标", "二级指标", "三级指标", "指标值"]
ROWS = [
    ("产出指标", "数量", "更新老旧渡船", "9艘"),
    ("产出指标", "数量", "改造便民码头", "4处"),
    ("产出指标", "质量", "渡船检验合格率", "100%"),
    ("产出指标", "时效", "改造任务完成时间", "2026年9月底前"),
    ("效益指标", "社会效益", "渡运安全责任落实率", "100%"),
    ("满意度指标", "服务对象满意度", "沿江群众满意度", "≥90%"),
]


def _text(width: int) -> str:
    lines = [*ABOVE, *HEAD]
    above: tuple[str, ...] = ()
    for level1, level2, name, value in ROWS:
        lines += [level1] if above[:1] != (level1,) else []
        lines += [level2] if above != (level1, level2) else []
        lines += [name[at : at + width] for at in range(0, len(name), width)]
        lines.append(value)
        above = (level1, level2)
    return "\n\n".join(lines)


@pytest.mark.parametrize("width", [6, 20])
def test_names_broken_at_one_width_are_whole(width: int) -> None:
    assert rows(one(_text(width))) == ROWS
