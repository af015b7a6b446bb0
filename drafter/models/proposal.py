"""What a model answers: words with references to facts. It holds no number that is not one of them or a convention.

A goal sentence and a target are templates: `{F1}` stands for a fact and is replaced by its digits and unit when the
draft is rendered ("计划聘用保安{F1}" → "计划聘用保安2人"; target "={F1}" → "=2(人)").
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated

from drafter.shape import Checked, Limits


class ProposedIndicator(Checked):
    """One indicator row."""

    category: Annotated[str, Limits(longest=40)]
    """二级指标，取表式给出的名称之一（如“数量指标”）"""
    name: Annotated[str, Limits(shortest=1, longest=2000)]
    """三级指标名称，不含数值"""
    target: Annotated[str, Limits(shortest=1, longest=2000)]
    """指标值：比较符加事实引用（“={F1}”），或惯例值（“≥90%”“=100%”“=0起”），或可核查的文字（“按合同约定时间完成”）"""


class Proposal(Checked):
    """A whole answer."""

    goal: Annotated[list[str], Limits(shortest=1, longest=200)]
    """年度总体目标，一至四句；凡数值一律写事实引用"""
    indicators: Annotated[list[ProposedIndicator], Limits(shortest=1, longest=1000)]


class IndicatorRepair(Checked):
    """A row to replace, add (`index` null) or drop (`indicator` null)."""

    index: Annotated[int, Limits(least=0, most=999)] | None = None
    indicator: ProposedIndicator | None = None


class Repair(Checked):
    """An answer to a repair request: only the fields that were criticised."""

    goal: Annotated[list[str], Limits(shortest=1, longest=200)] | None = None
    indicators: Annotated[list[IndicatorRepair], Limits(longest=1000)] = field(default_factory=list[IndicatorRepair])
