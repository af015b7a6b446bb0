"""What a model answers: words with references to facts. It holds no number that is not one of them or a convention.

A goal sentence and a target are templates: `{F1}` stands for a fact and is replaced by its digits and unit when the
draft is rendered ("计划聘用保安{F1}" → "计划聘用保安2人"; target "={F1}" → "=2(人)").
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ProposedIndicator(_Model):
    """One indicator row."""

    category: str = Field(max_length=40)
    """二级指标，取表式给出的名称之一（如“数量指标”）"""
    name: str = Field(min_length=1, max_length=2000)
    """三级指标名称，不含数值"""
    target: str = Field(min_length=1, max_length=2000)
    """指标值：比较符加事实引用（“={F1}”），或惯例值（“≥90%”“=100%”“=0起”），或可核查的文字（“按合同约定时间完成”）"""


class Proposal(_Model):
    """A whole answer."""

    goal: list[str] = Field(min_length=1, max_length=200)
    """年度总体目标，一至四句；凡数值一律写事实引用"""
    indicators: list[ProposedIndicator] = Field(min_length=1, max_length=1000)


class IndicatorRepair(_Model):
    """A row to replace, add (`index` null) or drop (`indicator` null)."""

    index: int | None = Field(default=None, ge=0, lt=1000)
    indicator: ProposedIndicator | None = None


class Repair(_Model):
    """An answer to a repair request: only the fields that were criticised."""

    goal: list[str] | None = Field(default=None, min_length=1, max_length=200)
    indicators: list[IndicatorRepair] = Field(default_factory=list[IndicatorRepair], max_length=1000)
