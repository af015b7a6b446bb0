"""No name and no number of a person gets from last year's filing into a prompt or a draft."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from drafter.cli.main import app
from drafter.drafting import draft, load_brief
from drafter.drafting.draft import prompt_messages
from drafter.filing import Filing, Indicator

# Invented.
NAME, MOBILE = "欧阳晓芳", "138" + "0" * 8
FORM = f"""财政项目支出绩效目标申报表
（2026年度）
项目名称\t社区球场养护
项目负责人\t{NAME}\t联系电话\t{MOBILE}
年度资金申请总额\t60000元
年度绩效目标\t由{NAME}牵头，养护球场6片，报修电话{MOBILE}。
一级指标\t二级指标\t三级指标\t指标值\t备注
产出指标\t数量指标\t养护球场数量\t=6片\t{NAME}统计
"""
BRIEF = "project_name: 社区球场养护\nyear: 2027\nitems: [{name: 球场, quantity: 6, unit: 片}]\n"


@pytest.mark.parametrize("command", [["prompt"], ["draft", "--format", "json"], ["draft"]])
def test_based_on_prints_nobody(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "last.txt").write_text(FORM, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, encoding="utf-8")
    result = CliRunner().invoke(
        app, [*command, str(tmp_path / "b.yaml"), "--based-on", str(tmp_path / "last.txt"), "--top-k", "0"]
    )
    assert result.exit_code in (0, 1), result.output
    assert "牵头" in result.output, "last year's goal is there"
    assert NAME not in result.output and MOBILE not in result.output


def test_a_filing_handed_over_loses_numbers_and_names_behind_a_label() -> None:
    goal = f"养护球场6片，联系人：{NAME}，电话{MOBILE}。"
    old = Filing(
        project_name="社区球场养护", year=2026, annual_goal=goal, indicators=[Indicator(name="养护", note=MOBILE)]
    )
    brief = load_brief(BRIEF, ".yaml")
    said = str(prompt_messages(brief, based_on=old, top_k=0)) + draft(brief, based_on=old, top_k=0).model_dump_json()
    assert "养护球场" in said and NAME not in said and MOBILE not in said
    assert old.annual_goal == goal, "the caller's filing is not changed"
